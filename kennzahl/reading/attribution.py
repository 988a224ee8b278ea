"""The facts of one statement: whose figure it is, of what kind and of which period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from kennzahl.facts import Basis, Company, Fact, Kind, Origin, Period, Sentence, Span, is_money
from kennzahl.reading.anaphora import is_that_of
from kennzahl.reading.clauses import ending, opening
from kennzahl.reading.clientele import CLIENTELE
from kennzahl.reading.companies import company_for
from kennzahl.reading.contexts import Contexts
from kennzahl.reading.estimates import is_measure
from kennzahl.reading.fitting import DIVIDENDS, PROFITS
from kennzahl.reading.foretold import is_foretold
from kennzahl.reading.kinds import THIRD_PARTY, kind_of
from kennzahl.reading.organic_growth import with_organic_growth
from kennzahl.reading.pairing import RESPECTIVELY, owner_in_row
from kennzahl.reading.people import is_whole
from kennzahl.reading.periods import period_for
from kennzahl.reading.periods.defaults import Found, of_today
from kennzahl.reading.profit_words import MARGINS
from kennzahl.reading.qualities import adjusted, basis_of
from kennzahl.reading.recalls import planned_before
from kennzahl.reading.segments import segment_of
from kennzahl.reading.segments.recalls import Part
from kennzahl.reading.statement import Statement, quantities_of
from kennzahl.reading.trades import in_month, in_trade, is_of_trade

STATED = ("own", "refers")
"""Rules of periods that a figure's own sentence states."""
PAID_OUT = DIVIDENDS | {"payout_ratio"}


class _Told(NamedTuple):
    """What is known of a statement before its period is, which is that of the figure at ``span``."""

    statement: Statement
    span: Span
    company: Company
    metric: str
    kind: Kind
    kind_rule: str


def facts_of(statement: Statement, siblings: list[Statement], contexts: Contexts, recent: Sequence[Fact]) -> list[Fact]:
    """What a statement states, with ``recent`` facts before it: none where it is nobody's, two where a value comes with
    organic growth."""
    lead, sentence = statement.lead, statement.view.sentence
    anchor = lead.partner if lead.rule == "coordinated" and lead.partner is not None else lead
    span = Span(anchor.quantity.start, anchor.quantity.end)  # "5 million, or 10 cents a share": both are of one period
    company, company_rule, company_span = _company_of(statement, siblings, span, contexts)
    if company is None:
        return []
    metric = in_trade(statement.metric or "other", company)
    if not is_of_trade(metric, company):
        return []
    kind, kind_rule = kind_of(statement)
    if kind == "guidance" and is_foretold(statement, company, company_span, contexts.companies.own[sentence.start]):
        kind, kind_rule = "consensus", "foretold"
    is_adjusted = _is_adjusted(statement, siblings, kind, metric, company, recent)
    if metric in PAID_OUT and kind_rule == "default" and (paid := [f for f in recent if f.metric in DIVIDENDS]):
        kind = paid[-1].kind  # "Insgesamt schüttet der Konzern damit 5 Millionen aus"
    dated = _dated(_Told(statement, span, company, metric, kind, kind_rule), contexts, recent)
    if dated is None:
        return []
    kind, kind_rule, (period, period_rule, period_span) = dated
    signed = dict(quantities_of(statement))
    segment = None
    if company_rule != RESPECTIVELY:  # whose sentence names nothing but companies
        segment = segment_of(statement, contexts.article.language, contexts.taken(sentence, company))
    fact = Fact(
        company=company,
        metric=in_month(metric, company, period, any(is_money(quantity.unit) for quantity in signed.values())),
        kind=kind,
        span=_extent(statement),
        sentence=Span(sentence.start, sentence.end),
        segment=" ".join(segment[0].split()) if segment else None,
        adjusted=is_adjusted,
        period=period,
        value=signed.get("value"),
        prior=signed.get("prior"),
        change_pct=signed.get("change_pct"),
        change_abs=signed.get("change_abs"),
        basis=_gained(statement, period) or basis_of(statement, kind, period.last if period else None),
        origins=(
            Origin("company", company_rule, company_span),
            Origin("period", period_rule, period_span),
            Origin("kind", kind_rule),
            *_origins(statement, segment),
        ),
        cost=statement.cost,
    )
    return with_organic_growth(fact, statement)


def _extent(statement: Statement) -> Span:
    """From the first to the last word of a statement's figures and its metric."""
    spans = [figure.quantity for figure in statement.slots.values()]
    named = [] if statement.named is None else [statement.named.mention]
    starts, ends = [span.start for span in spans], [span.end for span in spans]
    return Span(min(starts + [m.start for m in named]), max(ends + [m.end for m in named]))


def _origins(statement: Statement, segment: Part | None) -> list[Origin]:
    """Where the metric, the figures and the segment of a statement were read."""
    carried, mention = statement.carried, statement.named.mention if statement.named is not None else None
    rule = "carried on" if carried else "stated" if mention is not None else "per share"
    origins = [Origin("metric", rule, None if mention is None else Span(mention.start, mention.end))]
    for slot, figure in statement.slots.items():
        origins.append(Origin(slot, figure.rule, Span(figure.quantity.start, figure.quantity.end)))
    return origins if segment is None else [*origins, Origin("segment", "as written", segment[1])]


def _company_of(
    statement: Statement, siblings: list[Statement], span: Span, contexts: Contexts
) -> tuple[Company | None, str, Span | None]:
    """The company of a statement, the rule that gave it, and where it was read."""
    if (paired := owner_in_row(statement, siblings, contexts.companies)) is not None:
        return paired.company, RESPECTIVELY, paired.span
    mention = statement.named.mention if statement.named is not None else None
    where = Span(mention.start, mention.end) if mention is not None else None
    return company_for(span, statement.view.sentence, contexts.companies, where, statement.metric or "other")


def _is_adjusted(
    statement: Statement, siblings: list[Statement], kind: Kind, metric: str, company: Company, recent: Sequence[Fact]
) -> bool:
    """Is a figure adjusted, by its own words or as one that it goes on with or is held against?"""
    view = statement.view
    is_adjusted = adjusted(statement, siblings)
    if kind != "consensus" and recent and view.has("same_basis", 0, len(view.tokens)):
        # "On that basis, sales fell 5 percent": after adjusted earnings
        is_adjusted = is_adjusted or (recent[-1].adjusted and recent[-1].company == company)
    if kind == "consensus" and not is_adjusted:
        said = [f for f in recent if (f.metric, f.company) == (metric, company) and f.kind != "consensus"]
        is_adjusted = any(f.adjusted and f.value is not None for f in said if f.sentence == said[-1].sentence)
    if metric in MARGINS.values() and view.has("of_the_profit", 0, statement.lead.first):
        profits = [fact for fact in recent if fact.company == company and fact.metric in PROFITS]
        is_adjusted = is_adjusted or (bool(profits) and profits[-1].adjusted)  # "die Marge beträgt damit"
    return is_adjusted


def _dated(told: _Told, contexts: Contexts, recent: Sequence[Fact]) -> tuple[Kind, str, Found] | None:
    """The kind and the period of a statement, each with its rule: what is of a time to come is planned. None for a rate
    of growth that another is compared with, but of no period ("from 18 percent in the second")."""
    statement, kind, kind_rule = told.statement, told.kind, told.kind_rule
    view, lead = statement.view, statement.lead
    found = period_for(
        told.span,
        view.sentence,
        contexts.periods,
        told.metric,
        "guidance" if kind_rule == THIRD_PARTY and not planned_before(view, lead) else kind,
        set(statement.slots) != {"value"},
        lead.quantity.unit == "count",
    )
    unsaid = kind == "actual" and (kind_rule == "default" or told.metric == "employees" or is_whole(view, lead))
    period, period_rule, _ = found
    if unsaid and told.metric not in DIVIDENDS and period is not None and contexts.periods.to_come(period, period_rule):
        if is_whole(view, lead):  # "bis 2030 fallen 900 der 2000 Stellen weg": there are so many now
            found = of_today(contexts.periods, daily=False, now=False)
        else:
            kind, kind_rule = "guidance", "period to come"
    if kind_rule == "metric" and _was_cut(statement) and found[0] is not None and contexts.periods.over(found[0], 0):
        kind = "actual"
    found = _shared(told._replace(kind=kind), found, recent)
    if lead.rule == "growth":
        if (then := contexts.compared(told.span, view.sentence)) is None:
            return None
        kind, found = "actual", (then.period, "of what is compared with", then.span)
    if _of_today(statement) and (published := contexts.article.published) is not None:
        year = Period(str(published.year), date(published.year, 1, 1), date(published.year, 12, 31), "relative")
        found = year, "annual rate of today", None
    period = found[0]
    if statement.named is not None and statement.named.mention.term.stock and period is not None and period.last:
        found = replace(period, label=period.last.isoformat(), first=period.last), found[1], found[2]
    return kind, kind_rule, found


def _shared(told: _Told, found: Found, recent: Sequence[Fact]) -> Found:
    """The period that a figure has with one before it, which it is held against or goes on with; else its own."""
    statement, lead, rule = told.statement, told.statement.lead, found[1]
    sentence = statement.view.sentence
    expected = told.kind == "consensus" or (told.kind == "guidance" and (is_measure(statement) or lead.guidance_prior))
    if expected and (actual := _estimated(told.company, told.metric, sentence, rule, recent)) is not None:
        found = actual.period, "of what was estimated", None
    elif rule.startswith("default") and (whole := _whole(told, recent)) is not None:
        found = whole.period, "of the figure before", None
    if recent and not found[1].startswith(STATED) and is_that_of(statement.view, lead):
        found = recent[-1].period, "of what it goes on with", None
    return found


def _was_cut(statement: Statement) -> bool:
    """ "cut around | 4,900 jobs in 2006": of a time that is over, neither announced ("5,000 job cuts") nor planned."""
    view, lead, named = statement.view, statement.lead, statement.named
    if statement.metric != "job_cuts" or named is None or not named.mention.term.counted:
        return False
    return not view.has("guidance", opening(view, lead), ending(view, lead))


def _estimated(
    company: Company, metric: str, sentence: Sentence, period_rule: str, recent: Sequence[Fact]
) -> Fact | None:
    """The reported figure that an estimate is held against: they have one period, unless it states its own."""
    for fact in reversed(recent):
        if (fact.company, fact.metric) == (company, metric) and fact.kind != "consensus":
            here = fact.sentence.start == sentence.start
            stated = period_rule.startswith(STATED)  # "analysts also see full-year earnings of"
            dated = period_rule.startswith(("after", "deadline"))
            return fact if not dated and (here or not stated) else None
    return None


def _whole(told: _Told, recent: Sequence[Fact]) -> Fact | None:
    """ "its staff grew to 3,375, | 1,300 of them in Austria": the fact before of the same sentence, metric and kind."""
    last = recent[-1] if recent else None
    if last is None or last.sentence.start != told.statement.view.sentence.start or last.period is None:
        return None
    return last if (last.company, last.metric, last.kind) == told[2:5] else None


def _gained(statement: Statement, period: Period | None) -> Basis | None:
    """ "added 300,000 subscribers in the quarter": so many more than when it began."""
    if statement.metric not in CLIENTELE or set(statement.slots) != {"change_abs"} or period is None:
        return None
    view = statement.view
    of_a_quarter = period.label.partition("-")[2][:1] == "Q" and not view.has("yoy", 0, len(view.tokens))
    return "qoq" if of_a_quarter else None


def _of_today(statement: Statement) -> bool:
    """ "has by now reached annual revenue of": a yearly rate belongs to the year in which it is stated."""
    yearly = statement.named is not None and statement.named.mention.period == "year"
    return (yearly or statement.metric == "revenue") and statement.view.has("at_present", 0, len(statement.view.tokens))
