"""What a run has read, counted: small, additive, without tables, so that every batch can report it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from kennzahl import ids
from kennzahl.facts import Fact, Quantity, Reading, Verdict

EXAMPLES = 3
_ORDER = ("inconsistent", "consistent", "uninformative", "unchecked")


@dataclass(frozen=True, slots=True)
class Example:
    """One fact as the summary shows it. ``outcome`` is ``unchecked`` where no check had enough to go on."""

    fact_id: str
    headline: str
    sentence: str
    outcome: str
    words: str | None = None


@dataclass(slots=True)
class Tally:
    """Counts of one batch, or of all batches of a run; ``tally += other`` adds them up.

    ``verdicts`` counts (check, outcome), ``reasons`` counts (kind, reason); ``examples`` holds at most three facts per
    outcome, each from another article where there are enough.
    """

    captures: int = 0
    articles: int = 0
    figures: int = 0
    facts: int = 0
    languages: Counter[str] = field(default_factory=Counter)
    verdicts: Counter[tuple[str, str]] = field(default_factory=Counter)
    reasons: Counter[tuple[str, str]] = field(default_factory=Counter)
    examples: dict[str, list[Example]] = field(default_factory=dict)

    def __iadd__(self, other: Tally) -> Tally:
        self.captures += other.captures
        self.articles += other.articles
        self.figures += other.figures
        self.facts += other.facts
        self.languages += other.languages
        self.verdicts += other.verdicts
        self.reasons += other.reasons
        for outcome, examples in other.examples.items():
            mine = self.examples.setdefault(outcome, [])
            mine.extend(examples[: EXAMPLES - len(mine)])
        return self

    def count(self, kind: str) -> int:
        """Issues of a kind (``set_aside``, ``unread``, ``input`` ...)."""
        return sum(number for (of, _), number in self.reasons.items() if of == kind)

    def outcomes(self) -> Counter[str]:
        """Verdicts by outcome, over all checks."""
        total: Counter[str] = Counter()
        for (_, outcome), number in self.verdicts.items():
            total[outcome] += number
        return total

    def best_examples(self) -> list[Example]:
        """Three facts: one inconsistent, one consistent and one other, as far as there are any."""
        queues = [list(self.examples.get(outcome, ())) for outcome in _ORDER]
        chosen: list[Example] = []
        while len(chosen) < EXAMPLES and any(queues):
            chosen.extend(queue.pop(0) for queue in queues if queue)
        return chosen[:EXAMPLES]


def tally_of(reading: Reading) -> Tally:
    """The counts of one article's reading."""
    tally = Tally(
        articles=1, figures=reading.figures, facts=len(reading.facts), languages=Counter([reading.article.language])
    )
    tally.verdicts.update((verdict.check, verdict.outcome) for verdict in reading.verdicts)
    tally.reasons.update((issue.kind, issue.reason) for issue in reading.issues)
    verdict_of: dict[int, Verdict] = {}
    for verdict in sorted(reading.verdicts, key=lambda one: _ORDER.index(one.outcome)):
        verdict_of.setdefault(verdict.fact, verdict)
    for index in range(len(reading.facts)):
        worst = verdict_of.get(index)
        outcome = worst.outcome if worst else "unchecked"
        if outcome not in tally.examples:
            tally.examples[outcome] = [_example(reading, index, worst)]
    return tally


def _example(reading: Reading, index: int, verdict: Verdict | None) -> Example:
    article, fact = reading.article, reading.facts[index]
    fact_id = ids.fact_id(article, fact)
    twins = sum(ids.fact_id(article, earlier) == fact_id for earlier in reading.facts[:index])
    return Example(
        fact_id=ids.fact_id(article, fact, twins),
        headline=_headline(fact),
        sentence=" ".join(article.text[fact.sentence.start : fact.sentence.end].split()),
        outcome=verdict.outcome if verdict else "unchecked",
        words=verdict.words if verdict else None,
    )


def _headline(fact: Fact) -> str:
    """Like ``SAP · revenue · 2024-Q3: 8,47 Milliarden Euro (change 9 Prozent, prior 7,74 Milliarden Euro)``."""
    about = [fact.company.name, fact.segment, ("adjusted " if fact.adjusted else "") + fact.metric]
    about += [fact.period.label if fact.period else None, None if fact.kind == "actual" else fact.kind]
    beside: list[tuple[str, Quantity | None]] = [
        ("change", fact.change_pct or fact.change_abs),
        ("prior", fact.prior),
    ]
    notes = ", ".join(f"{word} {figure.printed}" for word, figure in beside if figure and figure is not fact.figure)
    return " · ".join(filter(None, about)) + f": {fact.figure.printed}" + (f" ({notes})" if notes else "")
