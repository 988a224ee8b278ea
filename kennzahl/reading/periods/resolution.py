"""The period of one figure, chosen among those that the text names near it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cache

from kennzahl.catalog import load_catalog
from kennzahl.facts import Period, Sentence, Span
from kennzahl.reading.calendar import Year, is_day, months_of, until_month_end, without_day, year_of
from kennzahl.reading.mentions.periods.mention import PeriodMention
from kennzahl.reading.periods.article import UNKNOWN_YEAR, PeriodContext
from kennzahl.reading.periods.comparisons import NUMBER, by_comparison, year_ago
from kennzahl.reading.periods.defaults import LAST_PARTS, Found, deadline_nearby, of_article, of_today, weekday
from kennzahl.reading.periods.inheriting import REMEMBERED, earlier_mentions, looks_back, too_late
from kennzahl.reading.periods.words import words_of

ASIDE = re.compile(r"\([^()]*\)")
LABELLED = re.compile(r"^:(?=\s)")
"""What stands between a period and its figure in "Profit 2020: 5 million": no border of clauses."""

SO_FAR = frozenset({"Q1", "H1", "9M"})
"""Parts with which a year begins."""
DISTANT = 1_000
"""Characters between a figure and a mention of its sentence beyond which they have nothing to do with each other."""

FAR = 4.0
"""The cost of a link beyond which a figure is not of a period long past that is only mentioned in its sentence."""


@cache
def _rules() -> dict[str, frozenset[str]]:
    return {name: frozenset(metrics) for name, metrics in load_catalog("period_rules").items()}


def period_for(
    figure: Span,
    sentence: Sentence,
    context: PeriodContext,
    metric: str | None = None,
    kind: str | None = None,
    change: bool = False,
    counted: bool = False,
) -> Found:
    """The period of the figure at a place, the rule that gave it, and the words it was read from.

    ``metric`` and ``kind`` are those of the contract; without them the figure is taken for a reported flow.
    ``change``: the text tells how a stock changed, so it has a period even where the stock itself has only a day.
    ``counted``: the figure counts things.
    """
    words, planned = words_of(context.language), kind == "guidance"
    rules = {name for name, metrics in _rules().items() if metric in metrics}
    if "lasting" in rules and kind == "actual" and not context.reports_a_part():
        rules.add("current")
    if "undated" in rules and kind == "other":
        kind = "guidance"  # what others say will be done
    clause = words.clause(context.text, figure, sentence)
    if "traded" in rules and kind in ("actual", "other") and not words.present.search(clause):
        rules.add("current")  # "it bought a 52 percent stake"
    if "lasting" in rules and kind in ("actual", "other") and words.holds.search(clause):
        rules.add("current")  # "the family owns 52 percent"
    if change:
        rules -= {"current", "daily"}
    year = context.main is not None and context.main.label.isdigit()
    if kind == "actual" and year and "lasting" not in rules and words.grown.search(clause):
        rules -= {"current"}  # in a report of a year: "its staff grew to 700"
    if counted and kind == "actual" and "habitual" in rules and not change:
        opening = words.opening(context.text, figure, sentence)
        if words.definite.search(opening):
            return of_today(context, daily=False, now=False)  # "in its 14 hospitals"
    if kind == "guidance" and words.perfect.search(context.text, sentence.start, sentence.end):
        due = any(mention.role == "deadline" for mention in context.within(sentence))
        kind = kind if due else "other"  # "it is said to have earned 5 million"
    if kind == "actual" and (ago := year_ago(figure, sentence, context, change)) is not None:
        return ago
    chosen, kind = _chosen(figure, sentence, context, rules, kind)
    nearer = by_comparison(figure, sentence, context, kind, rules, chosen) if chosen is not None else None
    if nearer is not None:
        return nearer
    if chosen is not None:
        period, rule, span = _resolve(chosen, context, kind, rules)
        if period is not None:
            return year_of(period) if "annual" in rules else period, rule, span
    if kind in ("actual", "other") and words.then.search(clause) and (then := _then(figure, context)) is not None:
        period = context.closing(then.period) if then.period and "balance" in rules else then.period
        return period, "the time spoken of", then.span
    told = kind in ("actual", "other") and not change
    now = (told or (kind == "actual" and "stocks" in rules)) and bool(words.now.search(clause))
    if now or (told and "habitual" in rules and words.habit.search(clause)):
        rules.add("current")  # "its backlog is now 77 million"
    if (after := by_comparison(figure, sentence, context, kind, rules)) is not None:
        return after
    if "undated" in rules and kind == "guidance":
        return deadline_nearby(sentence, context)
    if "daily" in rules and kind == "actual" and (found := weekday(sentence, context)) is not None:
        return found
    if rules & {"current", "daily"}:
        return of_today(context, "daily" in rules, now and "stocks" in rules)
    if kind == "guidance" and words.past_plan.search(context.text, sentence.start, sentence.end):
        kind = None
    if kind == "consensus" and words.glance.search(context.text, sentence.start, figure.start):
        kind = "actual"  # "analysts had expected 5 million": of what is reported
    for mention in earlier_mentions(figure, sentence, context, kind, rules, change):
        period, _, span = _resolve(mention, context, kind, rules)
        if period is not None:
            period = context.closing(period) if "balance" in rules else period
            if "annual" in rules and planned and period.label.endswith(LAST_PARTS):
                continue  # what is proposed in a report of the last quarter is for the year
            if "yearly" in rules and planned and "-" in period.label:
                break  # "it will pay out half its profit" in a report of a quarter
            return replace(period, how="inherited"), "paragraph", span
    part = context.main is not None and "-" in context.main.label
    return of_article(context, "guidance" if "yearly" in rules and planned and part else kind, rules)


def _chosen(
    figure: Span, sentence: Sentence, context: PeriodContext, rules: set[str], kind: str | None
) -> tuple[PeriodMention | None, str | None]:
    """The mention of its sentence that a figure belongs to, and the kind of figure that it makes of it: a plan whose
    sentence names only what is over is none ("may sell the unit, which brought a fifth of sales last year")."""
    chosen = _nearest(figure, sentence, context, rules, kind)
    if kind != "guidance":
        return chosen, kind
    paid = chosen is not None and chosen.role == "own" and chosen.part[:1] == "Q" and not context.over(chosen.ahead, 0)
    if "annual" in rules and not paid and (chosen is None or chosen.role != "deadline"):
        told = _nearest(figure, sentence, context, rules, "actual")
        stated = chosen is not None and chosen.stated and not chosen.part and chosen.span.end <= figure.start
        return (chosen, kind) if told is None and stated else (told, "actual")  # "schlägt für 2024 5 Cent vor"
    if chosen is None:
        told = _nearest(figure, sentence, context, rules, "actual")
        if told is not None and _told(told, context, rules):
            return told, "actual"
    return chosen, kind


def _then(figure: Span, context: PeriodContext) -> PeriodMention | None:
    """The time that a text has just spoken of: "It was sold in 2011. It employed 140 people at that time." """
    before = context.within(Span(max(0, figure.start - DISTANT), figure.start))
    return next((m for m in reversed(before) if m.stated and m.period and context.over(m.period, 0)), None)


def _told(mention: PeriodMention, context: PeriodContext, rules: set[str]) -> bool:
    """Is the period over for which its figure was taken for a plan?"""
    if mention.unit == "month" or not context.over(mention.period, 0):
        return False
    return mention.stated or not rules & {"current", "daily"}


def _nearest(
    figure: Span, sentence: Sentence, context: PeriodContext, rules: set[str], kind: str | None
) -> PeriodMention | None:
    """The mention of the sentence that the figure belongs to: the one with fewest clause borders and figures between;
    a mention before its figure wins over one behind."""
    options = [
        (cost, mention)
        for mention in context.within(sentence)
        if _possible(mention, context, rules, kind)
        if (cost := _cost(figure, mention, sentence, context, rules, kind)) is not None
    ]
    if not options:
        return None
    best = min(options, key=lambda option: option[0])[1]
    if best.role == "refer" and best.unit == "year":  # "annual sales of 5 million by 2015"
        whole = [(cost, mention) for cost, mention in options if mention.stated and not mention.part]
        return min(whole, key=lambda option: option[0])[1] if whole else best
    return best


def _possible(mention: PeriodMention, context: PeriodContext, rules: set[str], kind: str | None) -> bool:
    """Can the period be that of such a metric, wherever its figure stands?"""
    plan = kind == "guidance"
    if mention.role == "comparison" or (mention.role == "start" and not (plan and mention.stated)):
        return False
    if mention.role == "deadline" and not plan and not (context.ahead(mention) or _cumulative(mention, context)):
        return False
    if mention.role == "day" and mention.unit == "month" and not rules & {"events", "closing"}:
        return False  # the month of an announcement
    if mention.role == "day" and mention.unit not in ("month", "day") and "events" not in rules:
        return False  # "its 1999 acquisition"
    if mention.role == "day" and mention.unit == "day" and (plan or "stocks" not in rules):
        return False
    if "daily" in rules and (mention.part[:1] in ("Q", "H") or mention.unit in ("year", "quarter", "half")):
        return False
    if "events" in rules and (mention.role in ("refer", "balance") or mention.part[:1] in ("Q", "H")):
        return False
    if plan and "undated" in rules and mention.unit == "month" and mention.role in ("own", "day"):
        return False  # the month of the announcement
    if plan and "undated" in rules and mention.unit == "season" and looks_back(mention, context):
        return False  # "hatte im Herbst den Abbau von 5 Stellen angekündigt"
    told = bool(rules & {"events"}) and "undated" not in rules and mention.unit == "month"  # "last month it offered"
    if plan and too_late(mention, context) and not told:
        return False
    period = mention.period
    undated = context.published is None and mention.stated and "annual" not in rules  # the day was judged by such years
    told = undated or period is None or context.reported(period) or context.running(mention)
    return kind != "actual" or told or mention.role == "deadline" or (mention.stated and context.opens(mention))


def _cumulative(mention: PeriodMention, context: PeriodContext) -> bool:
    """Is it a day up to which figures have run: "by the end of September it had sold 5 million"?"""
    return mention.unit in ("month", "day") and context.over(mention.period, 0)


def _cost(
    figure: Span,
    mention: PeriodMention,
    sentence: Sentence,
    context: PeriodContext,
    rules: set[str],
    kind: str | None,
) -> float | None:
    """How far mention and figure are apart; None if they do not belong together at all."""
    behind = mention.span.start >= figure.end
    period = mention.ahead if kind == "guidance" else mention.period
    if (mention.span.start - figure.end if behind else figure.start - mention.span.end) > DISTANT:
        return None
    between = context.text[figure.end : mention.span.start] if behind else context.text[mention.span.end : figure.start]
    if not behind and between.count(")") > between.count("("):
        return None  # "a profit of 5 million (in 2011 it was 4), and revenue of 9"
    between = LABELLED.sub("", ASIDE.sub("", between))
    if behind and ";" in between:
        return None  # "will fall to 60 million; in 2022 it was 102 million"
    words = words_of(context.language)
    between = words.manner.sub("", between)
    planned = mention.role == "deadline" and kind == "guidance"  # "the jobs, which go by 2030, are a tenth of all"
    if not (behind or planned) and words.thrown_in(context.text, mention.span, figure, sentence):
        return None
    borders = list(words.breaks.finditer(between))
    if borders and mention.unit not in ("month", "day") and context.before_main(period) and not context.tells(mention):
        return None
    clause = ""
    if borders and not behind:
        clause = between[borders[-1].start() :] + words.closing(context.text, figure, sentence)
    elif borders and all(border[0].isalpha() for border in borders):
        clause = words.opening(context.text, figure, sentence)
    if "current" in rules and (words.present.search(clause) or words.now.search(clause)):
        return None  # "sold 5 million last year and employs 700", "employs 700 and sold 5 million last year"
    if borders and rules & {"current", "habitual"} and words.now.search(words.clause(context.text, figure, sentence)):
        return None  # "is now 6 percent of sales, and shall be 20 in 2030"
    if borders and "events" in rules and words.weekdays.search(words.clause(context.text, figure, sentence)):
        return None  # "was fined 5 million in May, while another paid 3 on Friday"
    if borders and mention.role == "day" and mention.unit == "day":
        return None  # "legt am 2. Mai Zahlen vor: Sie hat 500 Stellen"
    if mention.role == "former" and (behind or kind == "guidance" or NUMBER.search(between)):
        return None
    if mention.role == "deadline" and kind == "actual" and behind and (borders or "current" in rules):
        return None
    if words.possessive.match(context.text, mention.span.end - 2) and (behind or (borders and NUMBER.search(between))):
        return None  # "on last year's income of 2 million, the unit is worth 10", "up 12, less than 2006's 14 percent"
    if behind and (part := words.part_behind.search(between)) and NUMBER.search(between, part.end()):
        return None  # "16 million, of which 10 million | in the current quarter"
    annual = mention.role == "refer" and mention.unit == "year" and kind == "actual" and "closing" not in rules
    if annual and behind and borders:
        return None  # "operating profit was 5 million, | annual profit 3"
    if behind and len(borders) > 1 and kind != "guidance" and mention.plans:
        return None
    outdated, month = context.outdated(period) and "events" not in rules, mention.unit == "month"
    close = behind and not borders and not NUMBER.search(between)
    cost = (
        (0.9 if close else 1.5) * behind
        + len(borders)
        + between.count(";")
        + 0.7 * len(NUMBER.findall(between)) ** 0.5
        + len(between) / 150
    )
    cost += 2.5 * outdated + 1.5 * month + (kind == "guidance" and context.over(period, 0))
    aside = month and behind and mention.role == "own" and "events" not in rules
    return None if (outdated or aside) and cost > FAR and not (mention.stated and context.opens(mention)) else cost


def _resolve(mention: PeriodMention, context: PeriodContext, kind: str | None, rules: set[str]) -> Found:
    """The period that a mention means for a figure of that kind."""
    ahead = mention.plans and not mention.stated and context.before_main(mention.period)
    coming = kind == "consensus" and mention.plans and (mention.unit == "quarter" or context.stale(mention))
    plan = kind == "guidance" or coming or (kind != "actual" and ahead)
    if mention.role == "refer":
        return _referred(mention, context, kind), f"refers to {mention.unit}", mention.span
    if mention.role == "balance":
        main = mention.period or context.main or context.latest("quarter")
        return (context.closing(main) if main and "closing" in rules else main), "balance day", mention.span
    plan = plan or (mention.role == "deadline" and context.ahead(mention))
    plan = plan or (
        "annual" in rules and mention.plans and not mention.stated
    )  # "will pay 5 cents in the second quarter"
    period = mention.ahead if plan else mention.period
    if period is None:
        return None, "none", None
    if mention.unit == "year_to_date" and "stocks" in rules and kind == "actual":
        return context.closing(period), "end of the year to date", mention.span
    if mention.unit == "year_to_date" and "events" in rules:
        period = Year().period(int(period.label[:4]), "")  # "has bought back 3 million so far this year"
    if kind == "actual" and not rules & {"events", "closing", "annual"} and _so_far(mention, period, context):
        return context.main, f"{mention.role} sentence", mention.span
    by_then = is_day(period) and mention.role != "deadline"
    if kind == "actual" and mention.role == "deadline" and not plan:  # "bis September", "by the end of September"
        by_then = is_day(period) or mention.unit == "month"
    if by_then and not rules & {"closing", "events"}:
        period = until_month_end(period)
    if (mention.role == "deadline" and (kind != "actual" or context.ahead(mention))) or (
        mention.role == "own" and mention.unit == "month" and "events" in rules
    ):
        period = without_day(period, mention.unit)  # "by the end of 2011", "it bought the unit at the end of March"
    return replace(period, span=mention.span), f"{mention.role} sentence", mention.span


def _so_far(mention: PeriodMention, period: Period, context: PeriodContext) -> bool:
    """ "Heuer verdiente man 5 Millionen" where the text is about nine months of the year that is under way."""
    year, _, part = context.main.label.partition("-") if context.main else ("", "", "")
    return context.running(mention) and not mention.stated and year == period.label and part in SO_FAR


def _referred(mention: PeriodMention, context: PeriodContext, kind: str | None) -> Period | None:
    if mention.unit == "year":
        whole = words_of(context.language).whole.search(context.text, mention.span.start, mention.span.end)
        if kind == "guidance" or mention.plans or (whole and context.under_way()):
            return context.current_year()
        if context.main and "-" not in context.main.label:
            return context.main
        if context.day is None:
            return UNKNOWN_YEAR
        return context.latest("year") if kind == "actual" else context.current_year()
    until = bisect_left(context.starts, mention.span.start)
    for earlier in reversed(context.mentions[max(0, until - REMEMBERED) : until]):
        if earlier.role != "own" or earlier.period is None or context.of_others(earlier.period):
            continue
        same = earlier.plans == mention.plans and months_of(earlier.part) if mention.unit == "period" else None
        if not same and not _has_unit(earlier.part, mention.unit):
            continue
        if kind == "guidance" or not (earlier.plans or context.quarter_before(earlier)):
            return earlier.ahead if mention.plans and kind not in ("actual", "consensus") else earlier.period
    if context.main and mention.unit == "period":
        return context.main
    if context.main and _has_unit(context.main.label.partition("-")[2], mention.unit):
        return context.main
    return context.latest(mention.unit) if mention.unit in ("quarter", "half") else context.main


def _has_unit(part: str, unit: str) -> bool:
    return part.isdigit() if unit == "month" else unit == {"Q": "quarter", "H": "half"}.get(part[:1])
