"""The summary of a run for people: on the terminal (plain where it is none) and as Markdown for Prefect."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kennzahl.schema.shared import OUTCOMES
from tasks.captured import ArchiveResult, CaptureResult, SourceResult
from tasks.summary import Summary
from tasks.tally import Tally

if TYPE_CHECKING:
    from rich.console import Console

LONGEST_SENTENCE = 400
MOST_TROUBLE = 20
MOST_NAMES = 5


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and rows of equal length; numbers are shown right-aligned."""

    title: str
    rows: Sequence[tuple[str, ...]]


def sections(summary: Summary) -> Iterator[Section]:
    """What there is to say, in order; nothing about what did not happen."""
    tally = summary.tally
    if summary.sources:
        yield Section(
            "Sources",
            [
                (
                    source.name,
                    f"{source.fetched} fetched, {source.known} known, {source.failed} failed",
                    _remarks(source),
                )
                for source in summary.sources
            ],
        )
    if summary.archives:
        yield Section(
            "Archives",
            [
                (
                    archive.name,
                    _kept(archive),
                    _reasons(archive),
                )
                for archive in summary.archives
            ],
        )
    if summary.inbox.waiting or summary.inbox.duplicates:
        yield Section("Inbox", list(_inbox(summary.inbox)))
    if tally.captures:
        yield Section("Read", list(_read(tally)))
        yield Section(
            "Verdicts",
            [(outcome, str(number), _checks(tally, outcome)) for outcome, number in sorted(tally.outcomes().items())],
        )
    if summary.across:
        yield Section(
            "Across articles",
            [
                (outcome, str(sum(counts.values())), _counted(counts))
                for outcome in OUTCOMES
                if (counts := {check: n for (check, of), n in summary.across.items() if of == outcome})
            ],
        )
    if tally.reasons:
        yield Section(
            "Issues",
            [
                (f"{kind}: {reason}", str(number))
                for (kind, reason), number in sorted(tally.reasons.items(), key=_by_count)
            ],
        )
    if summary.gate.results:
        yield Section("Gate", list(_gate(summary)))
    if summary.publication:
        yield Section(
            "Tables",
            [
                (name, str(rows), str(summary.publication.files[name]))
                for name, rows in summary.publication.rows.items()
                if name in summary.publication.files
            ],
        )


def show(summary: Summary, console: Console) -> None:
    """Print the summary."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    def line(text: str, style: str = "") -> Text:
        return Text(_printable(text), style)

    for section in sections(summary):
        if not section.rows:
            continue
        console.print(line(section.title, "bold"))
        table = Table(box=None, show_header=False, padding=(0, 2, 0, 2))
        for column, cell in enumerate(section.rows[0]):
            is_number = column > 0 and cell.isdigit()
            table.add_column(justify="right" if is_number else "left", overflow="fold", no_wrap=is_number)
        for row in section.rows:
            table.add_row(*(line(cell) for cell in row))
        console.print(table)
    for words in summary.trouble[:MOST_TROUBLE]:
        console.print(line(f"! {words}", "yellow"))
    if len(summary.trouble) > MOST_TROUBLE:
        console.print(f"! and {len(summary.trouble) - MOST_TROUBLE} more")
    if examples := summary.tally.best_examples():
        console.print(line("Examples", "bold"))
    for example in examples:
        verdict = f"{example.outcome}: {example.words}" if example.words else example.outcome
        console.print(Padding(line(example.headline, "bold"), (0, 0, 0, 2), expand=False))
        console.print(Padding(line(_short(example.sentence), "italic"), _INDENTED, expand=False))
        console.print(Padding(line(verdict, _STYLE[example.outcome]), _INDENTED, expand=False))
        console.print(Padding(line(f"kennzahl explain {example.fact_id}", "dim"), _INDENTED, expand=False))
    console.print(line(f"{summary.outcome}: {summary.words} ({summary.seconds:.1f} s)", _STYLE[summary.outcome]))


_INDENTED = (0, 0, 0, 4)
_STYLE = {
    "published": "bold green",
    "unchanged": "bold",
    "blocked": "bold red",
    "consistent": "green",
    "inconsistent": "red",
    "uninformative": "yellow",
    "unchecked": "dim",
}


def markdown(summary: Summary) -> str:
    """The same for Prefect's UI."""
    lines = [f"# {summary.flow}: {summary.outcome}", "", _escaped(summary.words)]
    for section in sections(summary):
        if section.rows:
            width = len(section.rows[0])
            lines += ["", f"## {section.title}", "", "| " * width + "|", "|---" * width + "|"]
            lines += ["| " + " | ".join(map(_escaped, row)) + " |" for row in section.rows]
    for example in summary.tally.best_examples():
        lines += [
            "",
            f"**{_escaped(example.headline)}** ({example.outcome})",
            "",
            f"> {_escaped(_short(example.sentence))}",
        ]
        if example.words:
            lines += ["", _escaped(example.words)]
    return "\n".join(lines) + "\n"


def _inbox(inbox: CaptureResult) -> Iterator[tuple[str, ...]]:
    yield "captured", str(len(inbox.captured)), ""
    if inbox.duplicates:
        yield "known", str(len(inbox.duplicates)), f"captured before: {_some(inbox.duplicates)}"
    if inbox.waiting:
        yield "waiting", str(len(inbox.waiting)), f"not finished yet, or without their article: {_some(inbox.waiting)}"


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
    return ", ".join(names[:MOST_NAMES]) + more


def _read(tally: Tally) -> Iterator[tuple[str, ...]]:
    languages = ", ".join(f"{number} {language}" for language, number in tally.languages.most_common())
    yield "inputs", str(tally.captures), ""
    yield "articles", str(tally.articles), languages
    yield "figures", str(tally.figures), ""
    set_aside, unread = tally.count("set_aside"), tally.count("unread")
    yield "  set aside", str(set_aside), _share(set_aside, tally.figures)
    yield "  unread", str(unread), _share(unread, tally.figures)
    yield "facts", str(tally.facts), ""


def _gate(summary: Summary) -> Iterator[tuple[str, ...]]:
    report = summary.gate
    yield "passed", str(sum(result.success for result in report.results)), f"of {len(report.results)} expectations"
    for result in (*report.critical_failures, *report.warnings):
        yield result.severity, "", result.words


def _checks(tally: Tally, outcome: str) -> str:
    return _counted({check: number for (check, of), number in tally.verdicts.items() if of == outcome})


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(f"{number} {check}" for check, number in sorted(counts.items()))


def _by_count(item: tuple[tuple[str, str], int]) -> tuple[str, int, str]:
    (kind, reason), number = item
    return kind, -number, reason


def _kept(archive: ArchiveResult) -> str:
    if not archive.records:
        return f"gone through before, {archive.known} kept"
    return f"{archive.records} records, {archive.captured} kept, {archive.known} known"


def _reasons(archive: ArchiveResult) -> str:
    """Why records were passed over."""
    return ", ".join(f"{count} {reason}" for reason, count in archive.passed_over.most_common())


def _remarks(source: SourceResult) -> str:
    left = f"{source.left} left for the next run" if source.left else ""
    asked = "not asked again yet (--refetch)" if source.rested else ""
    return ", ".join(filter(None, ("stale" if source.stale else "", asked, left)))


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else ""


def _printable(text: str) -> str:
    """Without anything that steers a terminal."""
    return "".join(character if character.isprintable() else "\ufffd" for character in text)


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= LONGEST_SENTENCE else sentence[:LONGEST_SENTENCE] + "…"


def _escaped(text: str) -> str:
    for special in "\\`*_[]<>|#":
        text = text.replace(special, "\\" + special)
    return " ".join(text.split())
