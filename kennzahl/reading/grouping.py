"""Figures that belong together: value, comparison and change of one metric, standing side by side.

"rose 5 percent to $3 billion from $2.9 billion" is one group, whatever metric it turns out to belong to; so is "auf
24 Milliarden nach 22". A group is given to its metric as a whole, which is surer than figure by figure.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kennzahl.facts import is_money
from kennzahl.reading.clauses import in_list
from kennzahl.reading.cues import Cue
from kennzahl.reading.fitting import PROFITS
from kennzahl.reading.government import moved_behind
from kennzahl.reading.view import COMMA, SEMICOLON, SMALLEST_AMOUNT, Figure, View, size

PER_SHARE = 8  # words from "5 cents a share" to "(a year ago: 4 cents)"
SINCE = 9  # words from "fell 5 percent" over "in the quarter from a year earlier" to the value
APPOSITION = 12  # "336,681 vehicles in the first three months, 13% fewer"
OF_NOUNS = 4  # words from "drop" to "oil and gas production"
OWN = 3  # words from "6 percent rise" to "net sales"
ROW = 2  # words between two figures of a row: ", and"
NOUN = 3  # words from a number to the noun that it counts
REACH = {"value": 4, "change": 6, "prior": 16}
"""Words that may stand between a group and a further figure of that role."""


@dataclass(slots=True, eq=False)
class Group:
    """Figures of one statement, in the order of the text."""

    figures: list[Figure] = field(default_factory=list)

    @property
    def first(self) -> Figure:
        return self.figures[0]

    @property
    def last(self) -> Figure:
        return self.figures[-1]

    @property
    def leading(self) -> list[Figure]:
        """Without what they are compared with: "stieg auf 9 Millionen, im Jahr davor hatte er | 7 verdient"."""
        return [figure for figure in self.figures if figure.role != "prior" or figure.partner] or self.figures

    def of(self, role: str) -> Figure | None:
        """The figure of a role; what has no role counts as a value."""
        for figure in self.figures:
            if figure.role == role or (role == "value" and figure.role == "none"):
                return figure
        return None


def bind(view: View) -> list[Group]:
    """The groups of a sentence; conversions are left out."""
    groups: list[Group] = []
    for figure in view.figures:
        if figure.role == "conversion" or figure.rule in ("tolerance", "second comparison"):
            continue
        home = next((group for group in reversed(groups[-3:]) if _belongs(view, group, figure)), None)
        if home is None:
            groups.append(Group([figure]))
        else:
            home.figures.append(figure)
    return groups


def _belongs(view: View, group: Group, figure: Figure) -> bool:
    last = group.last
    in_row = last.quantity.unit == figure.quantity.unit and figure.first - last.last - 1 <= ROW
    if in_row and any(cue.first > figure.last for cue in view.cues.get("respectively", ())):
        return False  # "rose 5 percent, | 6 percent and 7 percent, respectively"
    if figure.consensus != last.consensus or figure.rule == "growth" or not _same_measure(group, figure):
        return False
    if figure.partner is last and figure.role == last.role == "change":
        return not (figure.is_relative and last.is_relative)  # "16 percent, or | 6 percent at constant currencies"
    if _leaves_brackets(view, last.last + 1, figure.first - 1) or view.relative(figure.first, last.first):
        return False
    if figure.role == "change" and _goes_on(view, last, figure):
        return False
    if figure.quantity.unit == "pp" and figure.role != "change":
        return False
    if figure.role == "change" and (
        _has_own_metric(view, figure) or tells_of_parts(view, last.last + 1, figure.first - 1)
    ):
        return False
    if figure.partner is not None and figure.partner.first > figure.first and group.of("value") is not None:
        return False  # "halbierte sich auf 44 Millionen, der Überschuss fiel von | 61 auf 26"
    role = "value" if figure.role == "none" else figure.role
    if role == "prior" and (own := _own_metric(view, figure)) is not None:
        alike = _says(view, group.first, own)
        if alike is not None:
            return alike and group.of("prior") is None and _same_unit(group.of("value"), figure)
    low, high = last.last + 1, figure.first - 1
    of_it = role == "prior" and view.has("of_something", low, low)  # "$73 million for bad loans, up from | $61 million"
    reach = REACH["prior"] if group.first.partner is figure else REACH.get(role, 0)
    if role == "value" and view.has("yoy", low, high) and not view.count(COMMA, low, high):
        reach = SINCE  # "fell 5 percent | from a year ago to | 7,000 units"
    if role == "change" and view.tokens[high].form == "," and not figure.by:
        reach = APPOSITION
    told = _per_share_beside(view, last).last + 1 if role == "prior" else low
    if high - told + 1 > reach or group.of(role) is not None or figure.rule == "coordinated":
        return False
    if (
        view.count(SEMICOLON, low, high)
        or view.has("contrast", low, high)
        or view.has("because", low, high)
        or (not of_it and _metric_between(view, _behind_noun(view, last, role), high, role))
    ):
        return False
    value, change, share = group.of("value"), group.of("change"), group.of("share")
    if role == "value":
        if view.has("and", low, high):
            return False  # "raise its dividend by 8 percent and begin a | $3 million buyback"
        if figure.role == "none" and figure.quantity.noun is not None and view.count(COMMA, low, high):
            return False  # "steigt um 5 Prozent, der Konzern stellt | 500 Leute ein"
        if begins_anew(view, low, high):
            return False
        return (change is not None or group.of("prior") is not None) and _same_unit(group.of("prior"), figure)
    if role == "prior":
        if figure.is_relative and value is None and change is not None:
            return False  # "rose 5 percent, after 3 percent": growth before is nothing that growth is a change of
        value = value or share  # "4 percent of sales, up from 3 percent"
        return (value is not None or change is not None) and _same_unit(value, figure)
    if figure.quantity.unit == "pp":
        value = value or share  # "einen Anteil von 33 Prozent am Markt, zwei Punkte mehr"
    joined = any(low <= join.first <= high and not _lists(view, join, high) for join in view.cues.get("and", ()))
    return value is not None and (not joined or view.has("thereby", low, high))


def begins_anew(view: View, low: int, high: int) -> bool:
    """ "legten um 8 Prozent zu, Fernost verharrte bei | 5 Millionen": a subject and its verb right behind the comma."""
    subject = next((word + 1 for word in range(high, low - 1, -1) if view.tokens[word].form == ","), high)
    subject += view.has("articles", subject, subject)
    named = subject < high and view.text[view.tokens[subject].start].isupper()
    return named and view.has("past", subject + 1, subject + 1)


def _own_metric(view: View, figure: Figure) -> str | None:
    """ "compared with a profit of | $3 million", "from | $3 million on sales of $40 million": what is compared."""
    for named in view.metrics:
        if 0 < figure.first - named.last <= NOUN and named.mention.metric and not named.mention.comparison:
            return named.mention.metric
    each = _per_share_beside(view, figure)
    for word in range(
        each.last + 1, each.last + 2 + NOUN * (each is not figure)
    ):  # "or 37 cents per share | on sales of"
        if any(n.first == word + 1 and n.mention.metric == "revenue" for n in view.metrics):
            return "net_income" if view.has("along", word, word) else None
    return None


def _per_share_beside(view: View, figure: Figure) -> Figure:
    """ "$5 million, | or | 37 cents per share": what a figure is per share, where that is said, else the figure."""
    return next((o for o in view.figures if o.rule == "coordinated" and o.partner is figure), figure)


def _says(view: View, lead: Figure, metric: str) -> bool | None:
    """Is the metric before a figure this one, or as much a profit as it? None where no metric leads to it."""
    spoken = view.metrics_before(lead.first)
    before = [n for n in spoken if not (n.mention.term.per_share or view.inserted(n.first, lead.first))]
    if not before or view.tokens[before[-1].last].form == ",":
        return None
    said = before[-1].mention.metric
    return said == metric or (said in PROFITS and metric in PROFITS)


def _lists(view: View, join: Cue, high: int) -> bool:
    """ "41.300 Tonnen Lakritz und Fruchtgummi, | 1.200 weniger": does "und" join what is counted, before a comma?"""
    return in_list(view, join) and view.count(COMMA, join.last, high) > 0


def _goes_on(view: View, last: Figure, figure: Figure) -> bool:
    """ "shares of the group, valued at 5 billion, fell | 3 percent": does the sentence go on behind an insertion?"""
    closing = next((right for left, right in view.insertions if left < last.first < right < figure.first), None)
    return closing is not None and view.has("past", closing + 1, closing + 1)


def tells_of_parts(view: View, low: int, high: int) -> bool:
    """ "rose to $20 million, | with gains of 4 percent in Asia": the words behind the comma tell of parts."""
    commas = [word for word in range(low, high + 1) if view.tokens[word].form == ","]
    return bool(commas) and view.has("breakdown", commas[-1] + 1, commas[-1] + 2)


def _has_own_metric(view: View, figure: Figure) -> bool:
    """ "a net loss of $5 million on a | 6 percent rise in sales": does the word of change say of what?"""
    if figure.quantity.form == "multiple":  # "which more than doubled Lehman's assets under management"
        return any(0 < named.first - figure.last <= OWN and named.mention.metric for named in view.metrics)
    moved = moved_behind(view, figure, "right.change")
    if not moved:
        return False
    reach = OWN if view.has("comparatives", moved, moved) else 1
    of_what = view.has("of_what", moved + 1, moved + 1) or view.has("of_what", moved, moved)  # "jump in"
    reach = OF_NOUNS if of_what else reach
    return any(0 < named.first - moved <= reach and named.mention.metric for named in view.metrics)


def _leaves_brackets(view: View, low: int, high: int) -> bool:
    """ "(+ 1,0 Prozent auf 12,73 EUR), RWE (+ 0,3 Prozent ...": what stands in other brackets is somebody else's."""
    depth = 0
    for token in view.tokens[low : high + 1]:
        depth += (token.form == "(") - (token.form == ")")
        if depth < 0:
            return True
    return False


def _same_measure(group: Group, figure: Figure) -> bool:
    """Both per share or both not; a comparison in brackets does not say "per share" again."""
    if figure.per_share == group.first.per_share:
        return figure.per_share or not _of_a_share(group, figure)
    if group.first.is_relative and len(group.figures) == 1:
        return figure.role == "value"  # "its dividend was raised 15 percent to | 46 cents"
    reach = REACH["prior"] if figure.guidance_prior else PER_SHARE
    close = figure.role == "prior" and figure.first - group.last.last <= reach
    return close and group.first.per_share and group.last.role != "change" and figure.quantity.step < 1


def _of_a_share(group: Group, figure: Figure) -> bool:
    """ "a loss of $39 million, | four cents larger than": is one of them an amount that only a share can earn?"""
    amounts = [size(one) for one in (*group.figures, figure) if is_money(one.quantity.unit) and not one.is_bare]
    return bool(amounts) and min(amounts) < SMALLEST_AMOUNT and max(amounts) >= SMALLEST_AMOUNT * 100


def _same_unit(one: Figure | None, other: Figure) -> bool:
    return one is None or one.is_bare or other.is_bare or one.quantity.unit == other.quantity.unit


def _behind_noun(view: View, figure: Figure, role: str) -> int:
    """The word behind a count's own noun ("2 million trades | per day, up 40 percent"), or before a comparison behind
    what a share is of ("4 percent of sales | as opposed to 5 percent")."""
    shared = role == "prior" and figure.role == "share"
    nouns = [
        named.last
        for named in view.metrics
        if (named.mention.term.counted or shared) and 0 < named.first - figure.last <= NOUN
    ]
    return max(nouns, default=figure.last) + 1


def _metric_between(view: View, low: int, high: int, role: str) -> bool:
    """Another metric between, unless it is the comparison's own word ("from a loss of")."""
    for named in view.metrics:
        if not low <= named.first <= high or named.mention.term.per_share:
            continue
        own = named.consumed or (role == "prior" and high - named.last <= 2 and not named.mention.aside)
        if not own:
            return True
    return False
