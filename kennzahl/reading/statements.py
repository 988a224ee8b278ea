"""From a sentence's figures to statements: one metric with its value, comparison and change.

Groups of figures (``grouping``) are given to metrics (``attachment``) by their roles (``roles``); two groups of one
metric join where they fill each other up, and stay two statements where both state the same thing ("5 Mio. im Quartal
und 9 Mio. im Halbjahr").
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kennzahl.catalog.metrics import metrics
from kennzahl.facts import is_money
from kennzahl.reading import roles
from kennzahl.reading.anaphora import goes_on_with, is_that_of
from kennzahl.reading.borrowing import as_percent, borrow
from kennzahl.reading.clientele import CLIENTELE, added, come_or_go
from kennzahl.reading.estimates import mark_consensus
from kennzahl.reading.exchanges import tells_a_level
from kennzahl.reading.fitting import DIVIDENDS
from kennzahl.reading.government import parted
from kennzahl.reading.grouping import Group, bind
from kennzahl.reading.joining import joined
from kennzahl.reading.listings import plain_row, shared_with
from kennzahl.reading.mentions.metrics import MetricMention
from kennzahl.reading.others import by_itself, is_usual, moves_forecast
from kennzahl.reading.people import is_whole
from kennzahl.reading.statement import Slot, Statement
from kennzahl.reading.targets import Target, target_of
from kennzahl.reading.view import Figure, Named, View

MARKET_WIDE = frozenset({"valuation", "revenue", "net_income", "eps", "ebit", "units_sold"})
"""What the companies of an index are added up for."""
NEVER_NEGATIVE = frozenset({
    "revenue", "order_intake", "order_backlog", "total_assets", "deposits", "loans", "assets_under_management",
    "premiums",
})  # fmt: skip
ASIDE = {"tolerance": "tolerance", "second comparison": "comparison"}
"""Rules whose figures add nothing to a fact, and the reason."""
BEFORE_TAX = frozenset({"ebit", "ebitda", "pretax_profit"})
LOST = 2  # words from "lost about" to the amount
MOVED_STORES = 6  # words from "closes" to "40 stores"
BESIDE = 5  # words from "12,000 jobs" to "one fifth"
RESUMED = 2.0  # how sure a metric is that a pronoun stands for
TOPICS = frozenset(
    {"share_price", "index", "macro", "interest_rate", "exchange_rate", "commodity_price", "price_target"}
)


@dataclass(slots=True)
class Spoken:
    """The statements of one sentence, the figures set aside with their reasons, and those that found no metric."""

    view: View
    statements: list[Statement] = field(default_factory=list)
    asides: list[tuple[Figure, str]] = field(default_factory=list)

    @property
    def topic(self) -> str | None:
        """What the sentence was about where it was no company's figures: a share price, an index, the economy."""
        if not self.statements and self.view.has("market_wide", 0, len(self.view.tokens)):
            return "market"
        return self.asides[-1][1] if self.asides and not self.statements and self.asides[-1][1] in TOPICS else None


def speak(
    view: View,
    before: Statement | None,
    currency: str,
    topic: str | None = None,
    subject: MetricMention | None = None,
) -> Spoken:
    """Read one sentence. ``before`` is the last statement of the text so far, whose metric a sentence without one
    carries on; ``currency`` is the text's own, for bare amounts; ``topic`` is what the sentence before was about
    (``Spoken.topic``); ``subject`` is the metric that a sentence without figures named and that this one goes on with.
    """
    roles.assign(view)
    mark_consensus(view, goes_on=before is not None and before.consensus)
    spoken = Spoken(view)
    spoken.asides += [(figure, "conversion") for figure in view.figures if figure.role == "conversion"]
    spoken.asides += [(figure, ASIDE[figure.rule]) for figure in view.figures if figure.rule in ASIDE]
    homes: dict[Figure, Statement] = {}
    for group in bind(view):
        target = target_of(view, group, homes, before)
        if target is not None and target.carried and tells_a_level(view):
            target = None
        resumes = subject is not None and not spoken.statements and (target is None or target.carried)
        if subject is not None and resumes and goes_on_with(subject, view, group):
            target = Target(None, subject.metric, RESUMED, carried=True)
        if target is None:
            if (reason := by_itself(view, group) or topic) is not None:
                spoken.asides += [(figure, reason) for figure in group.figures]
            continue
        if (target.metric in MARKET_WIDE and _is_everybodys(view, topic)) or is_usual(view, group.first, target.metric):
            spoken.asides += [(figure, "market") for figure in group.figures]
            continue
        if target.metric is None:
            reason = (target.named.mention.aside if target.named else None) or "no_metric"
            spoken.asides += [(figure, reason) for figure in group.figures]
            continue
        said = before.lead.quantity.unit if target.carried and before is not None else ""
        statement = _filled(view, group, target, said if is_money(said) else currency, spoken)
        if subject is not None and resumes and target.metric == subject.metric:
            statement.loss = subject.term.loss
        if statement.slots:
            home = joined(statement, spoken.statements)
            homes |= dict.fromkeys(group.figures, home)
            if statement.named is not None and (other := shared_with(view, statement.named, group)) is not None:
                slots = dict(statement.slots)
                spoken.statements.append(
                    Statement(view, other.mention.metric or "other", other, False, False, slots, 1.0)
                )
    for statement in list(spoken.statements):
        if (whole := _whole_of_stores(view, statement)) is not None:
            del statement.slots["value"]
            named, cost = statement.named, statement.cost
            spoken.statements.append(Statement(view, statement.metric, named, slots={"value": whole}, cost=cost))
    return spoken


def _whole_of_stores(view: View, statement: Statement) -> Figure | None:
    """ "closes eleven | of its 38 stores": the number of all of them, which is a statement of its own."""
    whole, part = statement.slots.get("value"), statement.slots.get("change_abs")
    if statement.metric != "stores" or whole is None or part is None or parted(view, whole) is None:
        return None
    return whole if is_whole(view, whole) or whole.first < part.first else None  # not "12 stores to its chain of | 50"


def _is_everybodys(view: View, topic: str | None) -> bool:
    """Does the sentence, or the one that it goes on with, add up the companies of an index ("S&P 500 earnings")?"""
    return (topic == "market" and not view.named) or view.has("market_wide", 0, len(view.tokens))


def _filled(view: View, group: Group, target: Target, currency: str, spoken: Spoken) -> Statement:
    """The statement of a group; figures that have no place in it are set aside."""
    named = target.named
    metric = _expected_profit(view, group, named, spoken) or target.metric or "other"
    loss = named is not None and named.mention.term.loss and not _only_compared(view, group, named)
    loss = loss or _is_lost(view, group)
    statement = Statement(view, metric, named, loss, group.first.consensus, {}, target.cost, target.carried)
    for figure in group.figures:
        moved = figure.by or (figure.role == "change" and target.carried and is_that_of(view, figure))
        if moved and any("change_pct" in other.slots for other in spoken.statements):
            as_percent(figure)  # "Muster's sales fell 9 percent, Beispiel's slid | 4"
        if figure.is_bare and metric == "combined_ratio":
            borrow(figure, None, "%")  # "improved to 100.2"
        if figure.is_bare and metrics()[metric].measure != "count":
            borrow_from(figure, group, spoken, metric, currency)
        slot = _slot(figure, metric)
        term = named.mention.term if named is not None else None
        if slot == "change_abs" and term is not None and (term.taken or (figure.by and term.final)):
            slot = "value"  # "um 5 Millionen abgeschrieben" is what was written off
        if slot == "value" and metric == "stores" and (_moves_stores(view, figure) or _goes_on(figure, spoken)):
            slot, figure.direction = "change_abs", -1 if view.has("closes", 0, len(view.tokens)) else 1
        if slot == "value" and metric in CLIENTELE and (way := come_or_go(view, figure)):
            slot, figure.direction = "change_abs", way
        if slot == "value" and metric in CLIENTELE and (came := added(figure, spoken.statements)) is not None:
            slot, figure.direction = "change_abs", came.direction
        if (
            metric == "job_cuts"
            and figure.is_relative
            and any(_same_jobs(view, figure, other) for other in view.figures)
        ):
            spoken.asides.append((figure, "superseded"))  # "17,000 jobs, or 10%": the count is the figure
        elif slot == "prior" and metric in CLIENTELE and set(statement.slots) == {"change_abs"}:
            spoken.asides.append((figure, "comparison"))  # "added 5,000 subscribers, down from | 9,000": so many then
        elif slot == "change_abs" and (_second(view, group, figure) or moves_forecast(view, figure)):
            spoken.asides.append((figure, "comparison"))
        elif slot is None or slot in statement.slots:
            spoken.asides.append((figure, "share_of" if figure.role == "share" else "unit"))
        else:
            statement.slots[slot] = figure
    value = statement.slots.get("value")
    if value is not None and value.loss is not None:
        statement.loss = value.loss
    return statement


def _is_lost(view: View, group: Group) -> bool:
    """ "lost | $2 million | before interest and tax": whatever profit it is, the verb says that it is a loss."""
    verbs = (named for named in view.metrics if named.mention.term.loss and named.mention.term.verb)
    first = plain_row(view, group.first)[0].first
    return any(0 < first - named.last <= LOST for named in verbs)


def _expected_profit(view: View, group: Group, named: Named | None, spoken: Spoken) -> str | None:
    """ "an operating profit of $5 million, beating forecasts for a | $4 million profit": the one reported."""
    lead = group.first
    bare = named is not None and named.first == named.last and view.has("bare_profit", named.first, named.last)
    if not lead.consensus or not bare:
        return None
    said = next(reversed(spoken.statements), None)
    alike = said is not None and not said.consensus and said.lead.quantity.unit == lead.quantity.unit
    return said.metric if alike and said is not None and said.metric in BEFORE_TAX else None


def _only_compared(view: View, group: Group, named: Named) -> bool:
    """ "50 cents, compared with a | loss of 4 cents": is the loss only what the figure is compared with?"""
    if not named.consumed or group.first.last > named.first:
        return False
    return not any(other.mention.term.loss and other.last < group.first.first for other in view.metrics)


def _second(view: View, group: Group, figure: Figure) -> bool:
    """ "expects 3.10, 12 cents more than | it forecast before and up from 3.02 last year": of two comparisons the one
    with the year before is the fact's."""
    prior = group.of("prior")
    if prior is None or prior.guidance_prior or prior.first < figure.last:
        return False
    return view.has("prior_guidance", figure.last + 1, prior.first - 1)


def _moves_stores(view: View, figure: Figure) -> bool:
    """ "opens 20 | more stores", "schließt 40 Filialen", "31 Läden dichtgemacht": does it count what comes or goes?"""
    if view.has("additional", figure.last + 1, figure.last + 1) or view.has(
        "additional", figure.first - 1, figure.first
    ):
        return True
    if parted(view, figure) is not None and any(
        other is not figure and other.quantity.noun is None for other in view.figures
    ):
        return False  # "von den 64 Filialen schließen zwölf"
    reach = (figure.first - MOVED_STORES, figure.last + MOVED_STORES)
    return view.has("moves_stores", *reach) or view.has("closes", *reach)


def _goes_on(figure: Figure, spoken: Spoken) -> bool:
    """ "31 Läden dichtgemacht wurden, folgen noch | 25": a number without a noun counts what the one before did."""
    before = [statement for statement in spoken.statements if statement.metric == "stores"]
    return figure.quantity.noun is None and bool(before) and "change_abs" in before[-1].slots


def _same_jobs(view: View, figure: Figure, other: Figure) -> bool:
    """Do a percentage and a count say the same ("20 percent, or 2,200 jobs")?"""
    if other.quantity.unit == "count" and 0 < figure.first - other.last <= BESIDE:
        return True  # "12,000 jobs - one fifth of all"
    if other.quantity.unit == "count" and view.has("represents", other.last + 1, figure.first - 1):
        return True  # "500 jobs, affecting 5 percent of its staff"
    coordinated = (figure.rule == "coordinated" and figure.partner is other) or (
        other.rule == "coordinated" and other.partner is figure
    )
    return coordinated and not other.is_relative


def borrow_from(figure: Figure, group: Group, spoken: Spoken, metric: str, currency: str) -> None:
    """Let a bare number borrow from its group, else from the metric's last value in the sentence, else the text."""
    partner = next(
        (f for f in (figure.partner, *group.figures) if f is not None and f is not figure and not f.is_bare), None
    )
    if (
        partner is not None
        and partner.is_relative
        and figure.role != partner.role
        and metrics()[metric].measure != "ratio"
    ):
        partner = None
    if partner is None:
        earlier = [s.slots["value"] for s in spoken.statements if s.metric == metric and "value" in s.slots]
        partner = earlier[-1] if earlier else None
    if partner is not None or metrics()[metric].measure in ("money", "per_share"):
        borrow(figure, partner.quantity if partner is not None else None, currency)
    elif metrics()[metric].measure == "any" and figure.quantity.step >= 1000:
        borrow(figure, None, currency)


def _falls(figure: Figure, metric: str) -> bool:
    """ "beim Umsatz (| -5 Millionen Euro)": of what cannot be negative, a negative amount is a change."""
    number = figure.quantity.value
    return metric in NEVER_NEGATIVE and number is not None and number < 0 and is_money(figure.quantity.unit)


def _slot(figure: Figure, metric: str) -> Slot | None:
    unit, role = figure.quantity.unit, figure.role
    if unit == "count" and role != "change" and figure.quantity.value is not None and figure.quantity.value < 0:
        return None  # "a score of minus 380": nothing is counted so
    if figure.quantity.form == "multiple" and role == "value":
        return None  # "dents profits by 4 percent, | double | what it had thought"
    measure = metrics()[metric].measure
    if unit == "count" and measure in ("money", "per_share", "ratio") and not figure.shares:
        return None  # "bought 3.4 percent, or | 2.7 million, of the shares"
    if metric == "deal_value" and role == "prior" and figure.rule == "left.value":
        return "value"  # "sold the unit for 5 billion last year"
    if role in ("none", "value") and (
        _falls(figure, metric) or (unit == "count" and figure.quantity.printed[0] == "+")
    ):
        return "change_abs"
    cut = unit == "%" and (figure.by or figure.quantity.form == "fraction")  # "will cut one in five | jobs"
    if metric == "job_cuts" and role == "change" and (unit == "count" or cut):
        return "value"
    if unit == "pp":
        return "value" if role == "share" and metric == "other" else "change_abs"
    if unit == "%":
        if figure.quantity.form == "multiple" and role == "change" and measure == "ratio":
            return "change_pct"
        if measure == "ratio":
            by = role == "change" and figure.rule == "left.change" and metric != "organic_growth"
            return "prior" if role == "prior" else "change_pct" if by and figure.by else "value"
        if role == "share":
            return "value" if metric in ("job_cuts", "other") else None
        if metric == "other" and role == "prior":
            return "prior"
        if role in ("none", "value") and metric == "employees" and not figure.direction:
            return None  # "Der Beitrag von | 22 Prozent | zahlt der Arbeitnehmer"
        if role in ("none", "value"):
            return "value" if metric in ("job_cuts", "other") else "change_pct" if metric not in DIVIDENDS else None
        return "change_pct" if role == "change" else None
    if role == "share":
        return None
    if role == "change":
        return "change_abs"
    return "prior" if role == "prior" else "value"
