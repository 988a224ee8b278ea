"""One article on the terminal: its text with every figure marked, its facts, what was said against them, the rest."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table
from rich.text import Text

from cli import figures
from cli.terminal import clean, console, table
from kennzahl.facts import Article, Fact, Issue, Quantity, Reading, Span, Verdict

STYLES = {"fact": "bold green", "set_aside": "dim", "unread": "bold yellow", "quarantined": "bold red"}
VERDICT_STYLES = {
    "inconsistent": "bold red", "accepted": "red", "consistent": "green", "uninformative": "yellow", "unchecked": "dim",
}  # fmt: skip
# What all verdicts of a fact come to: the first of these that any of them says.
WORST_FIRST = ("inconsistent", "consistent", "uninformative")
MOST_ISSUES = 40  # an article of 10,000 figures must not scroll its facts away


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure in the text: where, what became of it, and the reference behind it ("[3]", "[-]", "[?]")."""

    span: Span
    role: str
    reference: str


def show(reading: Reading) -> None:
    """Print all that is known of one article."""
    screen = console()
    screen.rule(Text(clean(reading.article.doc_id)), style="dim")
    screen.print(_headline(reading.article), style="dim", soft_wrap=True)
    screen.print()
    screen.print(marked(reading.article.text, list(marks(reading))), soft_wrap=not screen.is_terminal)
    screen.print()
    if reading.facts:
        screen.print(_facts(reading))
        _show_verdicts(reading, screen)
    else:
        screen.print("no facts")
    _show_issues(reading.issues, screen)
    screen.print()


def marks(reading: Reading) -> Iterator[Mark]:
    """A mark for every figure that the reading accounts for."""
    numbers: dict[Span, list[int]] = defaultdict(list)
    for number, fact in enumerate(reading.facts, 1):
        for quantity in _quantities(fact):
            numbers[Span(quantity.start, quantity.end)].append(number)
    for span, those in numbers.items():
        yield Mark(span, "fact", f"[{','.join(map(str, those))}]")
    for issue in reading.issues:
        if issue.span and issue.kind in STYLES and issue.span not in numbers:
            yield Mark(issue.span, issue.kind, "[-]" if issue.kind == "set_aside" else "[?]")


def marked(text: str, found: list[Mark]) -> Text:
    """The text with its marks; of two that overlap, the earlier one counts."""
    result = Text()
    safe = clean(text)
    at = 0
    for mark in sorted(found, key=lambda mark: (mark.span.start, -mark.span.end)):
        if mark.span.start < at:
            continue
        result.append(safe[at : mark.span.start])
        result.append(safe[mark.span.start : mark.span.end], style=STYLES[mark.role])
        result.append(mark.reference, style="dim")
        at = mark.span.end
    result.append(safe[at:])
    return result


def verdict_of(verdicts: list[Verdict]) -> str:
    """What all verdicts of one fact come to."""
    outcomes = {verdict.outcome for verdict in verdicts}
    return next((outcome for outcome in WORST_FIRST if outcome in outcomes), "unchecked")


def _quantities(fact: Fact) -> Iterator[Quantity]:
    yield from (part for part in (fact.value, fact.prior, fact.change_pct, fact.change_abs) if part is not None)


def _headline(article: Article) -> Text:
    published = f"{article.published_at:%Y-%m-%d %H:%M} UTC ({article.published_how})" if article.published_at else ""
    known = (published or "no date", article.language, article.source, article.url)
    return Text(clean(" · ".join(part for part in known if part)))


def _facts(reading: Reading) -> Table:
    result = table(
        "#", "company", "metric", "period", "value", "change", "prior", "verdict", "confidence",
        right=("#", "value", "change", "prior", "confidence"),
    )  # fmt: skip
    said = _by_fact(reading)
    for number, fact in enumerate(reading.facts, 1):
        verdict = verdict_of(said[number - 1])
        cells = (
            str(number),
            f"{fact.company.name}, {fact.segment}" if fact.segment else fact.company.name,
            _metric(fact),
            fact.period.label if fact.period else "",
            figures.of_quantity(fact.value),
            _change(fact),
            figures.of_quantity(fact.prior),
        )
        result.add_row(
            *(Text(clean(cell)) for cell in cells),
            Text(verdict, style=VERDICT_STYLES[verdict]),
            Text(f"{fact.confidence:.2f}"),
        )
    return result


def _metric(fact: Fact) -> str:
    words = [fact.metric, "adjusted" if fact.adjusted else "", fact.kind if fact.kind != "actual" else ""]
    return ", ".join(word for word in words if word)


def _change(fact: Fact) -> str:
    stated = (fact.change_pct, fact.change_abs)
    return ", ".join(figures.of_quantity(change, signed=True) for change in stated if change is not None)


def _by_fact(reading: Reading) -> dict[int, list[Verdict]]:
    result: dict[int, list[Verdict]] = defaultdict(list)
    for verdict in reading.verdicts:
        result[verdict.fact].append(verdict)
    return result


def _show_verdicts(reading: Reading, screen: Console) -> None:
    screen.print()
    for verdict in reading.verdicts:
        line = Text(f"[{verdict.fact + 1}] {verdict.check}: ")
        line.append(verdict.outcome, style=VERDICT_STYLES[verdict.outcome])
        line.append(f": {clean(verdict.words)}")
        screen.print(line)


def _show_issues(issues: tuple[Issue, ...], screen: Console) -> None:
    if not issues:
        return
    counts = Counter("noted" if issue.kind == "note" else issue.kind.replace("_", " ") for issue in issues)
    screen.print()
    screen.print(Text(", ".join(f"{count} {kind}" for kind, count in counts.items()), style="bold"))
    for issue in issues[:MOST_ISSUES]:
        line = Text("  ")
        if issue.printed:
            line.append(clean(issue.printed), style=STYLES.get(issue.kind, ""))
            line.append("  ")
        line.append(clean(issue.words), style="dim")
        screen.print(line)
    if len(issues) > MOST_ISSUES:
        screen.print(f"  and {len(issues) - MOST_ISSUES} more")
