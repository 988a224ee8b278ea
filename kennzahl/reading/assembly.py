"""From statements to facts: whose figure, of which period, of what kind; and one fact where the text repeats itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kennzahl.facts import Article, Basis, Company, Fact, Origin, Period, Quantity, Sentence, Span, is_money
from kennzahl.reading.anaphora import is_that_of
from kennzahl.reading.clauses import ending, opening
from kennzahl.reading.clientele import CLIENTELE
from kennzahl.reading.companies import CompanyContext, company_for, row_of
from kennzahl.reading.completions import LOOK_BACK, compared_with, completed, enlarged
from kennzahl.reading.estimates import is_measure
from kennzahl.reading.fitting import DIVIDENDS, PROFITS
from kennzahl.reading.kinds import THIRD_PARTY, kind_of
from kennzahl.reading.mentions.periods.mention import PeriodMention
from kennzahl.reading.merging import merge, superseded
from kennzahl.reading.pairing import RESPECTIVELY, owner_in_row
from kennzahl.reading.people import is_whole
from kennzahl.reading.periods import PeriodContext, period_for
from kennzahl.reading.periods.defaults import of_today
from kennzahl.reading.profits import one_profit
from kennzahl.reading.qualities import adjusted, basis_of, organic
from kennzahl.reading.recalls import planned_before
from kennzahl.reading.segments import segment_of
from kennzahl.reading.segments.phrases import Taken
from kennzahl.reading.senses import MARGINS
from kennzahl.reading.siblings import (
    division_of_bank,
    inherited_segment,
    resumed_segment,
    second_comparison,
    segment_before,
)
from kennzahl.reading.statement import Statement, quantities_of
from kennzahl.reading.statements import Spoken
from kennzahl.reading.trades import in_month, in_pieces, in_trade, is_of_trade
from kennzahl.reading.view import Figure

STATED = ("own", "refers")
"""Rules of periods that a figure's own sentence states."""
EACH = 3  # words between a figure and "each"
PAID_OUT = DIVIDENDS | {"payout_ratio"}
BESIDE = 20  # characters between a rate of growth and its period


@dataclass(frozen=True, slots=True)
class Contexts:
    """What the article as a whole knows: its companies and its periods."""

    article: Article
    companies: CompanyContext
    periods: PeriodContext

    def taken(self, sentence: Sentence, company: Company) -> Taken:
        """What stands in a sentence and is no segment of a company."""
        own: list[Span] = []
        others: list[Span] = []
        references: list[Span] = []
        for mention in self.companies.own.get(sentence.start, ()):
            kind = references if not mention.is_name else own if mention.company == company else others
            kind.append(mention.span)
        main = self.companies.main
        held = main.span if main is not None and main.company != company and main.is_name else None
        times = [mention.span for mention in self.periods.within(sentence)]
        return Taken(own, times, references, others, company.name, held)

    def compared(self, figure: Span, sentence: Sentence) -> PeriodMention | None:
        """ "down from 2006's | 147 percent", "from 49 percent | in the first quarter of 2012": the period beside a rate
        of growth that another is compared with."""
        text = self.article.text
        mentions = [mention for mention in self.periods.within(sentence) if mention.period is not None]
        for mention in mentions:
            between = text[figure.end : mention.span.start]
            near = figure.end <= mention.span.start and len(between) <= BESIDE
            if near and not any(c in ",;0123456789" for c in between):
                return mention
        for mention in mentions:
            between = text[mention.span.end : figure.start].replace("’", "'").removeprefix("'s")
            if mention.span.end <= figure.start and len(between) <= BESIDE and not any(map(str.isalnum, between)):
                return mention
        return None


def assemble(spoken: Sequence[Spoken], contexts: Contexts) -> tuple[list[Fact], list[tuple[Quantity, str]]]:
    """The facts of all statements, and the figures of statements that are nobody's, with the reason."""
    facts: list[Fact] = []
    asides: list[tuple[Figure, str]] = []
    for sentence in spoken:
        for statement in sentence.statements:
            if (
                second_comparison(statement, sentence.statements, contexts.article.language)
                or set(statement.slots) == {"prior"}
                or (
                    statement.consensus
                    and statement.slots.keys() == {"change_abs"}
                    and statement.metric not in CLIENTELE
                )
            ):
                if completed(statement, facts):
                    continue
                prior = statement.slots.get("prior")
                recalled = prior is not None and prior.recalled
                if prior is not None and statement.carried:  # "It had forecast 45 million.": of what was just reported
                    recalled = (
                        recalled and prior.guidance_prior and bool(facts) and facts[-1].metric == statement.metric
                    )
                if not recalled:
                    asides += [(figure, "comparison") for figure in statement.slots.values()]
                    continue
                statement.slots = {"value": statement.slots["prior"]}
                told = any(f.metric == statement.metric and f.kind != "actual" for f in facts[-LOOK_BACK:])
                if told and statement.lead.guidance_prior:
                    continue  # the plan that was, of what was just told otherwise
            if enlarged(statement, facts):
                continue
            made = _facts(statement, sentence.statements, contexts, facts[-LOOK_BACK:])
            if len(made) == 1 and (index := compared_with(made[0], statement, facts)) is not None:
                facts[index] = replace(facts[index], prior=made[0].value, basis=facts[index].basis or "yoy")
                continue
            if not made:
                reason = "comparison" if statement.lead.rule == "growth" else "no_company"
                asides += [(figure, reason) for figure in statement.slots.values()]
            if made and (named := _told_before(statement, sentence.statements, made, facts, contexts.article.language)):
                made = [replace(fact, segment=named) for fact in made]
            if made and _is_for_each(statement):
                row = row_of(made[0].company, statement.lead.quantity.start, sentence.view.sentence, contexts.companies)
                if any(fact.segment == other.name for other in row for fact in made):
                    made = [replace(fact, segment=None) for fact in made]
                made += [replace(fact, company=other) for other in row for fact in list(made)]
            facts += made
    main = contexts.companies.main
    facts = one_profit(in_pieces(facts), contexts.article, main.company if main is not None else None)
    merged = merge(facts)
    nobody = [(figure.quantity, reason) for figure, reason in asides]
    return merged, nobody + [(quantity, "superseded") for quantity in superseded(facts, merged)]


def _told_before(
    statement: Statement, siblings: list[Statement], made: list[Fact], facts: list[Fact], language: str
) -> str | None:
    """The segment that a statement without one takes over from what was told before it."""
    first = made[0]
    if first.segment is not None:
        return None
    if len(made) > 1:
        return inherited_segment(statement, siblings, facts, language)
    return (
        division_of_bank(statement, first, facts)
        or inherited_segment(statement, siblings, facts, language)
        or segment_before(statement, first, facts)
        or resumed_segment(statement, first, facts, language)
    )


def _is_for_each(statement: Statement) -> bool:
    """ "BMW and Audi earned 5 billion | each"?"""
    view, lead = statement.view, statement.lead
    before = any(view.has(group, lead.first - EACH, lead.first - 1) for group in ("each", "both"))
    return before or view.has("each", lead.last + 1, lead.last + EACH)


def _facts(statement: Statement, siblings: list[Statement], contexts: Contexts, recent: Sequence[Fact]) -> list[Fact]:
    view = statement.view
    lead = statement.lead
    anchor = lead.partner if lead.rule == "coordinated" and lead.partner is not None else lead
    span = Span(anchor.quantity.start, anchor.quantity.end)  # "5 million, or 10 cents a share": both are of one period
    metric = statement.metric or "other"
    mention = statement.named.mention if statement.named is not None else None
    where = Span(mention.start, mention.end) if mention is not None else None
    company, company_rule, company_span = company_for(span, view.sentence, contexts.companies, where, metric)
    if (paired := owner_in_row(statement, siblings, contexts.companies)) is not None:
        company, company_rule, company_span = paired.company, RESPECTIVELY, paired.span
    if company is None:
        return []
    metric = in_trade(metric, company)
    if not is_of_trade(metric, company):
        return []
    kind, kind_rule = kind_of(statement)
    is_adjusted = adjusted(statement, siblings)
    if kind != "consensus" and recent and view.has("same_basis", 0, len(view.tokens)):
        # "On that basis, sales fell 5 percent": after adjusted earnings
        is_adjusted = is_adjusted or (recent[-1].adjusted and recent[-1].company == company)
    if kind == "consensus" and not is_adjusted:
        said = [f for f in recent if (f.metric, f.company) == (metric, company) and f.kind != "consensus"]
        is_adjusted = any(f.adjusted and f.value is not None for f in said if f.sentence == said[-1].sentence)
    if metric in MARGINS.values() and view.has("of_the_profit", 0, lead.first):
        profits = [fact for fact in recent if fact.company == company and fact.metric in PROFITS]
        is_adjusted = is_adjusted or (bool(profits) and profits[-1].adjusted)  # "die Marge beträgt damit"
    if metric in PAID_OUT and kind_rule == "default" and (paid := [f for f in recent if f.metric in DIVIDENDS]):
        kind = paid[-1].kind  # "Insgesamt schüttet der Konzern damit 5 Millionen aus"
    period, period_rule, period_span = period_for(
        span,
        view.sentence,
        contexts.periods,
        metric,
        "guidance" if kind_rule == THIRD_PARTY and not planned_before(view, lead) else kind,
        set(statement.slots) != {"value"},
        lead.quantity.unit == "count",
    )
    unsaid = kind == "actual" and (kind_rule == "default" or metric == "employees")
    if unsaid and metric not in DIVIDENDS and period is not None and contexts.periods.to_come(period, period_rule):
        if is_whole(view, lead):  # "bis 2030 fallen 900 der 2000 Stellen weg": there are so many now
            period, period_rule, period_span = of_today(contexts.periods, daily=False, now=False)
        else:
            kind, kind_rule = "guidance", "period to come"
    if kind_rule == "metric" and _was_cut(statement) and period is not None and contexts.periods.over(period, 0):
        kind = "actual"
    expected = kind == "consensus" or (kind == "guidance" and (is_measure(statement) or lead.guidance_prior))
    if expected and (actual := _estimated(company, metric, view.sentence, period_rule, recent)) is not None:
        period, period_rule, period_span = actual.period, "of what was estimated", None
    if (
        period_rule.startswith("default")
        and (whole := _whole(company, metric, kind, view.sentence, recent)) is not None
    ):
        period, period_rule, period_span = whole.period, "of the figure before", None
    if recent and not period_rule.startswith(STATED) and is_that_of(view, lead):
        period, period_rule, period_span = recent[-1].period, "of what it goes on with", None
    if lead.rule == "growth":
        if (then := contexts.compared(span, view.sentence)) is None:
            return []  # "from 18 percent in the second": of which period?
        kind, period, period_rule, period_span = "actual", then.period, "of what is compared with", then.span
    if _of_today(statement) and (published := contexts.article.published) is not None:
        period = Period(str(published.year), date(published.year, 1, 1), date(published.year, 12, 31), "relative")
        period_rule, period_span = "annual rate of today", None
    if statement.named is not None and statement.named.mention.term.stock and period is not None and period.last:
        period = replace(period, label=period.last.isoformat(), first=period.last)
    signed = dict(quantities_of(statement))
    metric = in_month(metric, company, period, any(is_money(quantity.unit) for quantity in signed.values()))
    starts = [figure.quantity.start for figure in statement.slots.values()]
    ends = [figure.quantity.end for figure in statement.slots.values()]
    origins = [
        Origin("company", company_rule, company_span),
        Origin("period", period_rule, period_span),
        Origin("kind", kind_rule),
    ]
    if statement.named is not None:
        starts.append(statement.named.mention.start)
        ends.append(statement.named.mention.end)
        origins.append(Origin("metric", "carried on" if statement.carried else "stated", where))
    else:
        origins.append(Origin("metric", "carried on" if statement.carried else "per share"))
    for slot, figure in statement.slots.items():
        origins.append(Origin(slot, figure.rule, Span(figure.quantity.start, figure.quantity.end)))
    segment = None
    if company_rule != RESPECTIVELY:  # whose sentence names nothing but companies
        segment = segment_of(statement, contexts.article.language, contexts.taken(view.sentence, company))
    if segment is not None:
        origins.append(Origin("segment", "as written", segment[1]))
    fact = Fact(
        company=company,
        metric=metric,
        kind=kind,
        span=Span(min(starts), max(ends)),
        sentence=Span(view.sentence.start, view.sentence.end),
        segment=" ".join(segment[0].split()) if segment else None,
        adjusted=is_adjusted,
        period=period,
        value=signed.get("value"),
        prior=signed.get("prior"),
        change_pct=signed.get("change_pct"),
        change_abs=signed.get("change_abs"),
        basis=_gained(statement, period) or basis_of(statement, kind, period.last if period else None),
        origins=tuple(origins),
        cost=statement.cost,
    )
    return _organic(fact, statement)


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


def _whole(company: Company, metric: str, kind: str, sentence: Sentence, recent: Sequence[Fact]) -> Fact | None:
    """ "its staff grew to 3,375, | 1,300 of them in Austria": the fact before of the same sentence, metric and kind."""
    last = recent[-1] if recent else None
    if last is None or last.sentence.start != sentence.start or last.period is None:
        return None
    return last if (last.company, last.metric, last.kind) == (company, metric, kind) else None


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


def _beside_organic(statement: Statement) -> bool:
    """ "Same-store sales rose 8 percent, versus the 5 percent that analysts expected": both are organic."""
    before = statement.previous
    change = before.slots.get("change_pct") if before is not None else None
    if before is None or change is None or not statement.consensus or before.named is not statement.named:
        return False
    return organic(before, change)


def _organic(fact: Fact, statement: Statement) -> list[Fact]:
    """Organic growth of revenue is a metric of its own; of anything else it is that metric, adjusted."""
    if fact.metric == "organic_growth":
        value = fact.value or fact.change_pct
        return [replace(fact, value=value, change_pct=None)] if value else []
    change = statement.slots.get("change_pct")
    if change is None and fact.metric != "revenue":
        change = statement.slots.get("change_abs")
    if change is None or not (organic(statement, change) or _beside_organic(statement)):
        return [fact]
    if fact.metric != "revenue":
        return [replace(fact, adjusted=True)]
    growth = replace(
        fact,
        metric="organic_growth",
        value=fact.change_pct,
        prior=None,
        change_pct=None,
        change_abs=None,
        basis=None,
        adjusted=False,
    )
    if fact.value is None:
        return [growth]
    return [replace(fact, change_pct=None, basis=fact.basis if fact.prior else None), growth]
