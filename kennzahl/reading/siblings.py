"""What a statement has of those beside it and of the fact before it: its part, or nothing of its own."""

from __future__ import annotations

from kennzahl.facts import Fact
from kennzahl.reading.anaphora import is_that_of
from kennzahl.reading.clauses import opening
from kennzahl.reading.qualities import organic
from kennzahl.reading.segments import HEADS, SEGMENTED, SPENDING, segment_of
from kennzahl.reading.segments.phrases import Taken
from kennzahl.reading.segments.words import words
from kennzahl.reading.statement import Statement
from kennzahl.reading.trades import LENDERS


def second_comparison(statement: Statement, siblings: list[Statement], language: str) -> bool:
    """ "rose to 1.35 from 1.31 billion, but was down 7 percent from May": of two comparisons the second is dropped,
    unless it is another part's ("..., | and at cable networks it increased 2 percent")."""
    change = statement.slots.get("change_pct")
    if "value" in statement.slots or statement.consensus or (change is not None and organic(statement, change)):
        return False
    if is_that_of(statement.view, statement.lead):
        return False
    rivals = [
        other
        for other in siblings
        if other is not statement
        and (other.metric, other.named, other.consensus) == (statement.metric, statement.named, False)
        and "value" in other.slots
        and len(other.slots) > 1
    ]
    part = _part(statement, language) if rivals and change is not None else None
    return any(part is None or part == _part(other, language) for other in rivals)


def _part(statement: Statement, language: str) -> str | None:
    found = segment_of(statement, language, Taken())
    return found[0] if found is not None else None


def inherited_segment(statement: Statement, siblings: list[Statement], facts: list[Fact], language: str) -> str | None:
    """ "Turnover in plant construction rose 7 percent, while incoming orders fell": the orders are the plants', too."""
    if statement.metric not in SEGMENTED or statement is siblings[0] or not facts or statement.named is None:
        return None
    last = facts[-1]
    here = statement.view.sentence.start <= last.sentence.start < statement.view.sentence.end
    both = last.metric in SEGMENTED and last.metric != statement.metric
    if not here or not both or last.segment is None:
        return None
    here_too = last.metric not in HEADS or statement.metric in HEADS | SPENDING
    return last.segment if here_too or words(language).is_unit(last.segment) else None


def segment_before(statement: Statement, fact: Fact, facts: list[Fact]) -> str | None:
    """ "The unit earned 5 million, against an average forecast of 4 million": the estimate is the unit's, too, and
    "Muster's U.S. sales rose 5 percent. Beispiel's | fell 3 percent" is of the same part."""
    if not facts or fact.metric not in SEGMENTED:
        return None
    last = facts[-1]
    same = fact.metric == last.metric or {fact.metric, last.metric} == {"revenue", "units_sold"}  # "sales" of cars
    if same and fact.company != last.company and is_that_of(statement.view, statement.figures[0]):
        return last.segment
    if fact.kind != "consensus":
        return None
    here = last.sentence.start == fact.sentence.start or statement.carried
    return last.segment if here and (last.metric, last.company) == (fact.metric, fact.company) else None


def resumed_segment(statement: Statement, fact: Fact, facts: list[Fact], language: str) -> str | None:
    """ "Revenue in Asia rose 8 percent. | Growth was 6 percent at constant exchange rates", "they rose 6 percent": of
    the part that the sentence right before told of."""
    view = statement.view
    if not facts or fact.metric not in SEGMENTED or fact.kind == "consensus":
        return None
    last = facts[-1]
    same = last.company == fact.company and {last.metric, fact.metric} <= {fact.metric, "revenue"}
    apart = view.text[last.sentence.end : view.sentence.start].strip()
    if not same or apart or last.sentence.end > view.sentence.start or last.kind != fact.kind:
        return None
    start, known = opening(view, statement.lead), words(language)
    opened = statement.lead.first if known.capitalised else min(start + 1, statement.lead.first)
    resumes = not known.resumes.isdisjoint(view.forms(start, opened))
    return last.segment if resumes and known.overall.isdisjoint(view.forms(0, statement.lead.first)) else None


def division_of_bank(statement: Statement, fact: Fact, facts: list[Fact]) -> str | None:
    """ "Muster earned 5 billion. Its | consumer bank | made 2 billion": a division that is called a bank. What may be a
    word for the whole, too ("the investment bank"), is one only beside another figure of the whole."""
    view, lead = statement.view, statement.lead
    if fact.metric not in SEGMENTED or fact.company.industry not in LENDERS:
        return None
    start = opening(view, lead)
    for group in ("bank_divisions", "bank_houses"):
        cue = next((c for c in view.cues.get(group, ()) if start <= c.first and c.last < lead.first), None)
        if cue is not None and (group == "bank_divisions" or _has_a_whole(fact, facts)):
            return view.text[view.tokens[cue.first].start : view.tokens[cue.last].end]
    return None


def _has_a_whole(fact: Fact, facts: list[Fact]) -> bool:
    """Is another figure told of the whole company for the same metric and period?"""
    return any(
        (other.company, other.metric, other.kind, other.segment) == (fact.company, fact.metric, fact.kind, None)
        and (other.period and other.period.label) == (fact.period and fact.period.label)
        and other.value is not None
        and fact.value is not None
        and other.value.value != fact.value.value
        for other in facts
    )
