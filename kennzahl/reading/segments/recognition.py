"""The segment of one statement: its own words, then what stands before and behind its figures."""

from __future__ import annotations

from kennzahl.facts import Span
from kennzahl.reading.fitting import DIVIDENDS
from kennzahl.reading.segments.compounds import in_compound
from kennzahl.reading.segments.deals import deal_of
from kennzahl.reading.segments.entries import between, counted, entered, labelled, listed
from kennzahl.reading.segments.lines import brand_of, goods_of, line_before, made_of, staff_of, written_down
from kennzahl.reading.segments.openings import accompanied, fronted, leading, subject
from kennzahl.reading.segments.phrases import Finder, Taken
from kennzahl.reading.segments.places import SITED, adverb, place_of
from kennzahl.reading.segments.possessors import ellipsis, named_aside, possessor
from kennzahl.reading.segments.recalls import Part, in_full
from kennzahl.reading.segments.shares import share_of
from kennzahl.reading.segments.subjects import subject_of, where_of
from kennzahl.reading.segments.units import genitive, unit_before, unit_behind, unit_that_cost
from kennzahl.reading.segments.words import SegmentWords, words
from kennzahl.reading.statement import Statement
from kennzahl.reading.view import Named

SEGMENTED = frozenset({
    "revenue", "organic_growth", "ebit", "ebitda", "net_income", "pretax_profit", "units_sold", "order_intake",
    "order_backlog", "premiums", "costs", "production", "customers", "users", "subscribers", "gross_profit",
    "ebit_margin", "stores", "passengers", "free_cash_flow", "operating_cash_flow", "capex", "combined_ratio",
    "job_cuts", "employees", "loans", "deposits", "net_interest_income", "fee_income", "rd_expense",
    "personnel_expense", "ebitda_margin",
})  # fmt: skip
HEADS = frozenset({"employees", "job_cuts", "stores", "customers", "users", "subscribers"})
"""What is counted somewhere says nothing of the sales beside it."""
OBJECTS = frozenset({"stake", "deal_value"})
"""Their segment is the company that is held or bought."""
STAFF = frozenset({"employees", "job_cuts", "hires"})
COUNTED = frozenset({"value", "change_abs"})
"""What a place is stated with; a change alone has the place of its value."""
SPENDING = frozenset({"capex"})
"""What stands behind them is what the money buys ("investments in data centres"), no part of the company."""
GOODS = frozenset({"units_sold", "production"})
"""Counted in pieces of something."""
PIECES = GOODS | {"stores"}
BANKING = frozenset({"fee_income", "net_interest_income", "loans", "deposits"})
"""Of banks: a business that is called by one of them is no part ("der Überschuss aus dem Zinsgeschäft")."""
BURDENS = frozenset({"costs", "impairment", "provisions"})
"""Told with what caused them behind."""
NOUNS = frozenset({"production", "impairment"})
"""What is counted or lost may be followed by their own word."""
WRITTEN_DOWN = "impairment"
PLACED = frozenset({
    "other", "market_share", "impairment", "hires", "valuation", "cost_savings", "provisions", "net_margin",
    "assets_under_management", "transactions", "net_debt", "debt", "cash", "total_assets", "equity", "tax",
})  # fmt: skip
"""Only a part that is called one, or a place, is their segment: what stands before them says what they are."""


def segment_of(statement: Statement, language: str, taken: Taken) -> Part | None:
    """The segment of a statement as written, with its span, or None for the whole company."""
    known = words(language)
    found = _found(statement, known, taken)
    restated = statement.metric in BANKING and found and found[0].casefold().startswith(known.restates)
    if found is None or restated or _is_own(found, taken, known.nobody) or _is_metric(found, statement):
        return None
    return in_full(statement.view.text, found, known)


def _is_metric(part: Part, statement: Statement) -> bool:
    """ "a write-down of 5 million", "5,000 cars of | production": the word for the metric itself."""
    if statement.metric not in NOUNS or not part[0].islower():
        return False
    mentions = (one.mention for one in statement.view.metrics if one.mention.metric == statement.metric)
    return any(mention.start == part[1].start for mention in mentions)


def _is_own(part: Part, taken: Taken, nobody: tuple[str, ...]) -> bool:
    """ "Northwest" is Northwest Airlines, "NA" as well."""
    names = taken.name.casefold().split()
    first, *others = part[0].casefold().split()
    called = {first, *others} - set(names)
    if others and called == {first} and first.endswith(nobody):
        return True  # "Der Dialysekonzern Muster Care"
    return not called or part[0] == "".join(name[0] for name in names).upper()


def _found(statement: Statement, known: SegmentWords, taken: Taken) -> Part | None:
    finder = Finder(statement.view, known, taken)
    named = statement.named
    if statement.metric in OBJECTS and named is not None:
        return deal_of(statement, finder)
    if statement.metric in DIVIDENDS and named is not None:
        return _special(statement, named, finder)
    if statement.metric not in SEGMENTED | PLACED:
        return None
    first = statement.figures[0].first
    apart = named is not None and bool(finder.figures & set(range(named.last + 1, first)))
    if named is not None and (named.mention.segment or statement.metric in HEADS) and statement.metric in SEGMENTED:
        if named.first in finder.taken:
            return None  # "Bank-Austria-Mitarbeiter"
        if (compound := in_compound(named, finder)) is not None:
            return (unit_before(finder, first) if apart else None) or compound
    if statement.metric in PIECES and (found := brand_of(finder, statement.lead.last)):
        return found
    if statement.metric in STAFF and (found := staff_of(finder, statement.figures)):
        return found
    if statement.metric in SPENDING:
        return unit_before(finder, first) or place_of(finder, statement.figures, spent=True)
    last = statement.figures[-1].last
    if statement.metric == "other" and statement.lead.is_relative and (found := share_of(finder, statement.lead)):
        return found
    if statement.metric in SEGMENTED and (found := labelled(finder, first) or entered(finder, first)):
        return found
    if statement.metric == WRITTEN_DOWN and (found := written_down(statement, finder)):
        return found
    behind = finder.behind_nouns(last + 1)
    if found := finder.place_behind(behind, finder.words.places) or adverb(finder, behind):
        return found
    if statement.metric in SEGMENTED and (found := between(statement, finder)):
        return found
    if apart and (found := subject_of(finder, first) or ellipsis(finder, first) or listed(statement, finder, behind)):
        return found
    if named is not None and named.last < statement.lead.first and statement.metric not in PLACED:
        found = finder.behind(finder.behind_brackets(named.last + 1), statement.lead.first)
        if found is None or _is_own(found, taken, known.nobody):
            found = named_aside(finder, named.last + 1, first)
    if named is not None and not found and named.last < first:
        found = genitive(finder, named.last + 1, first)
        if not found and statement.metric in PLACED:
            found = finder.place_behind(named.last + 1, finder.words.places | finder.words.told_for)
    if named is not None and not found and not finder.words.capitalised:
        found = possessor(finder, named.first)
    if named is not None and not found and _modified(statement, finder.words):
        found = finder.before(named.first)
    if named is not None and not found and named.first > last:
        found = finder.place_behind(named.last + 1, finder.words.within) or finder.sold(named.last + 1)
    if not found and statement.metric in GOODS:
        found = made_of(statement, finder)
    if not found and statement.metric in SEGMENTED:
        found = counted(statement, finder)
    return (
        found
        or (goods_of(finder, last) if statement.metric in GOODS else None)
        or where_of(finder, first)
        or unit_before(finder, first)
        or line_before(finder, first)
        or finder.place_before(first)
        or (
            place_of(finder, statement.figures)
            if statement.metric in SITED and statement.slots.keys() & COUNTED
            else None
        )
        or (accompanied(finder, first) if statement.metric in GOODS else None)
        or ((fronted(finder, first) or subject(finder, first)) if statement.metric in SEGMENTED else None)
        or leading(finder, named.first if named is not None else first)
        or subject_of(finder, first)
        or unit_behind(finder, last + 1)
        or (unit_that_cost(finder, last + 1) if statement.metric in BURDENS else None)
        or (finder.moved(behind) if statement.slots.keys() == {"change_pct"} and not finder.words.capitalised else None)
    )


def _special(statement: Statement, named: Named, finder: Finder) -> Part | None:
    """ "a | special dividend | of 5 cents", "a | special 7-cent payout": not that of every year."""
    tokens, start = finder.view.tokens, named.first
    own = {index for figure in statement.figures for index in range(figure.first, figure.last + 1)}
    if tokens[start].form not in finder.words.specials:
        start -= 1
        while start in own:
            start -= 1
    if start < 0 or tokens[start].form not in finder.words.specials:
        return None
    span = Span(tokens[start].start, named.mention.end)
    return finder.view.text[span.start : span.end], span


def _modified(statement: Statement, words_: SegmentWords) -> bool:
    """Does a word before the metric name a part ("cloud revenue")? Not before verbs and what is counted."""
    named = statement.named
    if named is None or words_.capitalised or named.mention.term.verb or statement.metric in PLACED:
        return False
    return named.last < statement.lead.first or not named.mention.term.counted
