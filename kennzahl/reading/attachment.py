"""Which metric a figure belongs to: every metric word of the sentence is weighed by how the figure stands to it.

What stands together with nothing between ("Umsatz von 5 Mio.", "5 Mio. Umsatz") beats what stands before in the
clause; that beats what comes after. Words for what is no company's figure (share prices, indices) are weighed likewise,
and win figures, too.
"""

from __future__ import annotations

from collections.abc import Collection

from kennzahl.catalog.metrics import metrics
from kennzahl.reading.attributes import is_of_first_verb, is_peak, is_reason, qualifies
from kennzahl.reading.clauses import opening
from kennzahl.reading.fitting import PROFITS, UNESTIMATED, VOLUMES, fits
from kennzahl.reading.government import figure_behind, left_of_figure, moved_behind, parted
from kennzahl.reading.grouping import Group
from kennzahl.reading.view import Figure, Named, View, is_ratio

# ---- what it costs a metric to get a figure: the cheapest has it, none at LIMIT
LIMIT = 30.0
LINKED = 0.1  # only a preposition or a verb between: "Umsatz von 5 Mio."
ADJECTIVE = 0.2  # each word between a figure and the metric right behind it: "5 Mio. Umsatz"
BEFORE = 2.0  # elsewhere before in the sentence ...
BEHIND = 6.0  # ... or behind, where nothing nearer is
FINAL = 1.5  # a verb that ends its clause: "will 5 Mio. im Jahr einsparen"
A_WORD, A_COMMA, A_STOP, CONTRAST, RIVAL = 0.05, 0.5, 5.0, 3.0, 3.0  # each one between
BEHIND_GAP = 1.2  # a gap to a metric behind counts so much more
OTHER = 0.6  # "other" gives way to a metric with a name
ASIDE = 1.0  # where a metric and a share stand equally near, the metric has it
BECAUSE = 2.5  # "thanks to acquisitions, sales rose": the reason is not what rose
INSERTED = 6.0  # a metric in an inserted clause, its figure outside of it
RATIO_CHANGE = 1.5  # "rose 5 percent" is rarely said of a margin
QUALIFIER = 4.0  # "provisions for loans fell": the loans did not
GENERIC = 1.5  # "ounces", "vehicles" only say what is counted: an explicit "production" before wins
COUNTED_CHANGE = 3.0  # "same-store sales at X stores rose 3 percent": the stores did not
FOREIGN_NOUN = 1.0  # a number with a noun of its own, before a metric that counts something
FOREIGN_UNIT = 4.0  # ... before one that does not
TIED_VOLUME = 0.5  # "a backlog of 8,500 planes"
UNESTIMATED_COST = 4.0  # what analysts expect is rarely the price of a deal
UNTIED_COUNT = 8.0  # ... and without a preposition that ties them

# ---- what can be
AMOUNTING = 4  # words from "in Höhe von" to the amount
BRIDGE = 9  # words that may stand between a metric and its figure if only links and fillers stand there
ANTECEDENT = 4  # words from "shares" to ", which"
FORECAST = 3  # words from "forecast" to "raised"
OBJECT = 5  # words from "doubled" to "its quarterly dividend"
IN_CASH = 2  # words from an amount to "cash" in "in cash"
PAID = 12  # words from "pays" to the amount
ADJECTIVES = 3  # words between a figure and the metric behind it
OF_NOUNS = 5  # ... behind "a 5 percent rise in"
MOST_METRICS = 25  # weighed for a figure; a sentence that names more is a list
COMMAS, STOPS = frozenset({",", "–", "-", "("}), frozenset({";", ":"})
SAYING = frozenset({"past", "up", "down", "copulas"})


def attach(view: View, group: Group) -> tuple[Named, float] | None:
    """The metric mention that a group of figures belongs to and what it cost, or None."""
    best: tuple[Named, float] | None = None
    weighed = _weighed(group)
    for named in _nearest(view, group):
        if named.mention.term.per_share or not all(fits(named, figure) for figure in _measured(named, weighed)):
            continue
        if is_peak(view, named) or (named.consumed and _continues_profit(view, named)) or _is_means(view, named, group):
            continue
        if named.first - group.first.last > OBJECT and _has_object(view, group.first):
            continue
        if named.last < group.first.first and _takes_object(view, group.first):
            continue
        spent = (
            named.mention.metric == "costs" and named.first == named.last and view.has("pays", named.first, named.last)
        )
        if spent and len(group.figures) == 1:
            if named.first == group.last.last + 1:
                return None  # "plans a | $5 million | spending in chips and has placed orders"
            continue  # what is spent once is no key figure, unless it is compared with what was spent before
        if _explains_ratio(view, named) or _says_less(view, named, group) or _moves_a_plan(view, named):
            continue
        compared = group.first.is_bare and group.last.rule == "left.prior"
        noun = [group.last] if compared and named.first > group.last.last else []
        cost = min([_cost(view, named, figure) for figure in (*group.leading, *noun)])  # "40 statt | 39 Mio. Kunden"
        if cost < LIMIT and (best is None or cost < best[1]):
            best = (named, cost)
    return best


def _says_less(view: View, named: Named, group: Group) -> bool:
    """ "einen Verlust von | 5 Millionen | eingefahren", "made | a loss of | $5 million": does the noun right before the
    figure say which profit it is, where the verb only makes it?"""
    start, metric = group.first.first, named.mention.metric
    if metric not in PROFITS:
        return False
    nouns = [other for other in view.metrics if other.last < start and other.mention.metric in PROFITS]
    if not nouns or nouns[-1] is named or not _linked(view, range(nouns[-1].last + 1, start)):
        return False
    said = nouns[-1].mention
    if named.mention.term.verb and not said.term.verb:
        return True  # "made | a pretax profit of $5 million"
    return said.metric == metric and said.term.loss and not named.mention.term.loss


def _moves_a_plan(view: View, named: Named) -> bool:
    """ "Its profit forecast was | raised to $5 million": is it a plan that goes up, and no money that comes in?"""
    if named.mention.metric != "funding_raised" or not named.mention.term.verb:
        return False
    return view.has("prior_guidance", named.first - FORECAST, named.first - 1)


def _weighed(group: Group) -> list[Figure]:
    """The figures that a metric must fit; "up 3 percent, down from a prior 5 percent" says nothing new of it."""
    if group.of("change") is None:
        return group.figures
    value = group.of("value")
    if value is not None and value.quantity.unit == "%":  # "die Marge halbierte sich auf 3 Prozent"
        return [figure for figure in group.figures if figure.quantity.form != "multiple"]
    return [figure for figure in group.figures if not (figure.role == "prior" and figure.is_relative)] or group.figures


def _measured(named: Named, weighed: list[Figure]) -> list[Figure]:
    """ "shipped | 5 million toasters, up 4 percent": a verb has the number, whose change goes along with it."""
    if not named.mention.term.verb or not weighed:
        return weighed
    return weighed[:1] + [figure for figure in weighed[1:] if figure.role != "change"]


def _nearest(view: View, group: Group) -> list[Named]:
    if len(view.metrics) <= MOST_METRICS:
        return view.metrics
    return sorted(view.metrics, key=lambda named: abs(named.first - group.first.first))[:MOST_METRICS]


def _is_means(view: View, named: Named, group: Group) -> bool:
    """ "pays $5 billion in cash": is it what something is paid with?"""
    if named.mention.metric != "cash" or named.first < group.last.last:
        return False
    _, left = left_of_figure(view, group.first)
    if left is not None and view.has("for_what", left.first, left.last) and named.first - group.last.last == IN_CASH:
        return True  # "to sell the unit to a rival for | $5 million | in cash"
    since = max(group.first.first - PAID, opening(view, group.first))
    return view.has("pays", since, group.first.first)


def _has_object(view: View, figure: Figure) -> bool:
    """ "doubled | its size", "half | its stake": is what was multiplied or parted named right behind?"""
    parts = figure.quantity.form in ("multiple", "fraction")
    return parts and view.has("owners", figure.last + 1, figure.last + 1)


def _takes_object(view: View, figure: Figure) -> bool:
    """ "in some cases | doubling | productivity": does a participle say what it multiplies?"""
    behind = figure.last + 1
    if figure.quantity.form != "multiple" or not view.tokens[figure.last].form.endswith(view.book.endings.gerunds):
        return False
    groups = {cue.group for cue in view.beginning.get(behind, ())}
    if "of" in groups:
        return False  # "a near | trebling | of profit"
    return behind < len(view.tokens) and view.tokens[behind].form.isalpha() and "barriers" not in groups


def _explains_ratio(view: View, named: Named) -> bool:
    """ "die operative Marge (| Ebitda) soll 20 Prozent erreichen": does it stand in brackets behind a ratio?"""
    if view.forms(named.first - 1, named.first - 1) != ["("] or is_ratio(named):
        return False
    return any(other.last == named.first - 2 and is_ratio(other) for other in view.metrics)


def _continues_profit(view: View, named: Named) -> bool:
    """ "EPS went from a loss of 3 to a profit of 5 cents": is the metric that these words go on with a profit?"""
    before = [
        other
        for other in view.metrics
        if other.last < named.first
        and other.mention.metric
        and not other.consumed
        and not view.inserted(other.first, named.first)
    ]
    return bool(before) and before[-1].mention.metric in PROFITS


def _cost(view: View, named: Named, figure: Figure) -> float:
    handicap = _handicap(view, named, figure)
    if named.last < figure.first:
        return handicap + _cost_before(view, named, figure)
    return handicap + _cost_behind(view, named, figure)


def _handicap(view: View, named: Named, figure: Figure) -> float:
    """What speaks against a metric wherever it stands."""
    term, metric = named.mention.term, named.mention.metric
    measure = metrics()[metric].measure if metric else None
    cost = ASIDE if named.mention.aside else OTHER if metric == "other" else 0.0
    if figure.is_relative and figure.role == "change" and measure == "ratio" and metric != "organic_growth":
        cost += RATIO_CHANGE
    if figure.consensus and metric in UNESTIMATED:
        cost += UNESTIMATED_COST
    if figure.quantity.unit == "count" and figure.quantity.noun and metric and not (term.counted or figure.shares):
        tied = metric in VOLUMES and _linked(view, range(named.last + 1, figure.first))
        cost += TIED_VOLUME if tied else FOREIGN_NOUN if measure == "count" else FOREIGN_UNIT
        if figure.role not in ("value", "prior", "change") or (metric == "other" and not term.final):
            cost += UNTIED_COUNT
    relative = view.relative(figure.first, named.first) and not _is_antecedent(view, named)
    if view.inserted(named.first, figure.first) or relative:
        cost += INSERTED
    if is_reason(view, named) and not (_of_that(view, named, figure) or _is_antecedent(view, named)):
        cost += BECAUSE
    return cost


def _of_that(view: View, named: Named, figure: Figure) -> bool:
    """ "including gains | of 9 cents", "hurt by charges | totaling 9 cents", but not "wegen der Gehälter | von 9 auf
    7 Millionen"."""
    from_to = figure.role == "prior" and figure.partner is not None
    behind = named.last + 1
    amounts = view.has("of_so_much", figure.first - AMOUNTING, figure.first - 1)  # "durch den Bau | in Höhe von 5 Mio."
    nearest = amounts and not any(named.last < other.first < figure.first for other in view.metrics)
    said = nearest or view.has("of", behind, behind) or view.has("of_so_much", behind, behind + 2)
    return said and not from_to


def _is_antecedent(view: View, named: Named) -> bool:
    """ "Shares of the chain, | which had gained 17 percent": is the metric what a relative clause speaks of?"""
    for word in range(named.last + 1, named.last + ANTECEDENT):
        if view.forms(word, word) == [","]:
            return view.has("relatives", word + 1, word + 1)
    return False


def _cost_before(view: View, named: Named, figure: Figure) -> float:
    """The metric stands before its figure: "Der Umsatz stieg auf 5 Millionen"."""
    term, metric = named.mention.term, named.mention.metric
    between = range(named.last + 1, figure.first)
    if term.verb and view.has("article", figure.first - 1, figure.first - 1):
        return LIMIT  # "made a | $25 billion bid": the noun behind has the figure
    secondary = qualifies(view, named) or is_of_first_verb(view, named, figure)
    attributed = QUALIFIER if secondary else 0.0
    if _linked(view, between) and not (term.counted and figure.is_relative):
        says = any(cue.group in SAYING for word in between for cue in view.beginning.get(word, ()))
        return LINKED + (attributed if says else 0.0)  # "a loss on revenue of 5 million"
    amount = metric is None or metrics()[metric].measure in ("money", "per_share")
    if term.verb or (amount and figure.is_bare and figure.quantity.step < 1000 and figure.partner is None):
        return LIMIT
    counted = COUNTED_CHANGE if term.counted and (figure.role != "value" or figure.is_relative) else 0.0
    return BEFORE + counted + attributed + _gap(view, between, figure, named)


def _cost_behind(view: View, named: Named, figure: Figure) -> float:
    """The metric stands behind its figure: "5 Millionen Umsatz", "um 5 Prozent wuchs der Umsatz"."""
    term, metric = named.mention.term, named.mention.metric
    between = range(figure.last + 1, named.first)
    if view.insertions:  # "mit 58 Mio. (Vorjahr: 60 Mio.) rückläufigen Zinsüberschuss"
        after = next((right + 1 for left, right in view.insertions if left == figure.last + 1), figure.last + 1)
        between = range(min(after, named.first), named.first)
    if term.counted and _is_some_of(view, figure, named):
        return ADJECTIVE
    if len(between) == 1 and view.has("as", between.start, between.start):
        return 0.0  # "strich 5 Millionen | als operativen Gewinn ein"
    moved = moved_behind(view, figure, "right.change")
    joint = moved if view.has("of_what", moved, moved) else moved + 1
    of_what = moved > 0 and view.has("of_what", joint, joint)
    if of_what:  # "a 6.1 percent rise in | its April like-for-like sales"
        between = range(min(joint + 1, named.first), named.first)
    if not between and _begins_clause(view, named, figure):
        return LIMIT
    if len(between) <= (OF_NOUNS if of_what else ADJECTIVES):
        if figure.role == "share" and metric in ("job_cuts", "employees"):
            return 0.0
        if not _barred(view, between, of_what):
            generic = GENERIC if term.counted and metric in ("units_sold", "other") else 0.0
            return generic + ADJECTIVE * len(between)
    if term.final:
        return FINAL + _gap(view, between, figure, named)
    if term.counted or term.verb or (figure.is_bare and figure.partner is None):
        return LIMIT
    return BEHIND + BEHIND_GAP * _gap(view, between, figure, named)


def _begins_clause(view: View, named: Named, figure: Figure) -> bool:
    """ "Bei einem Umsatz von 5 Millionen Euro | verdiente die Gruppe": is it the verb behind an opening phrase whose
    noun has the figure?"""
    if named.mention.term.final or not view.text[view.tokens[named.first].start].islower():
        return False
    before = next(reversed(view.metrics_before(figure.first)), None)
    if before is None or before.mention.metric in (None, named.mention.metric) or before.mention.term.counted:
        return False
    noun = before.first > 0 and view.text[view.tokens[before.first].start].isupper()
    return noun and _linked(view, range(before.last + 1, figure.first))


def _is_some_of(view: View, figure: Figure, named: Named) -> bool:
    """ "200 | der 450 Arbeitsplätze", "19 of its 84 stores": the noun is that of the number behind."""
    behind = figure_behind(view, figure)
    if behind is None or not figure.is_bare or behind.quantity.noun is None:
        return False
    return parted(view, behind) == figure.last + 1 and 0 < named.first - behind.last <= ADJECTIVES


def _linked(view: View, between: range) -> bool:
    """Only links and fillers between metric and figure?"""
    if len(between) > BRIDGE:
        return False
    word = between.start
    while word < between.stop:
        longest = max(
            (cue.last for cue in view.beginning.get(word, ()) if cue.group in ("links", "fillers")), default=-1
        )
        if longest < 0 and view.tokens[word].form not in ("(", ")"):
            return False
        word = max(longest, word) + 1
    return True


def _barred(view: View, between: range, joined: bool = False) -> bool:
    """Does a word keep figure and metric apart? Not the "and" of two nouns ("a rise in oil | and | gas production")."""
    words = [word for word in between if not (joined and view.has("and", word, word))]
    return any(cue.group == "barriers" for word in words for cue in view.beginning.get(word, ())) or any(
        not view.tokens[word].form[0].isalnum() for word in between
    )


def _gap(view: View, between: range, figure: Figure, named: Named) -> float:
    """The cost of the words between; inserted clauses cost nothing, other metrics that would fit cost most."""
    words: Collection[int] = between
    if view.insertions:
        words = {
            word for word in between if not (view.inserted(word, figure.first) and view.inserted(word, named.first))
        }
    marks = [form for word in words if (form := view.tokens[word].form) in COMMAS or form in STOPS]
    commas = sum([mark in COMMAS for mark in marks])
    cost = A_WORD * len(words) + A_COMMA * commas + A_STOP * (len(marks) - commas)
    cost += CONTRAST * sum([cue.first in words for cue in view.cues.get("contrast", ())])
    for other in view.metrics:
        rival = other is not named and other.first in words and not other.mention.term.per_share and not other.consumed
        rival = rival and not (
            other.mention.metric and (qualifies(view, other) or is_of_first_verb(view, other, figure))
        )
        if rival and fits(other, figure) and not is_reason(view, other):
            moved = figure.role == "change" or figure.is_relative
            cost += 0.0 if other.mention.term.counted and moved else RIVAL
    return cost
