"""A sentence laid out: which of its quantities and of its words for metrics count, and its cues by word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import zip_longest

from kennzahl.catalog.metrics import metrics
from kennzahl.facts import Quantity, Sentence, Span
from kennzahl.reading.cues import cue_book
from kennzahl.reading.insertions import insertions
from kennzahl.reading.mentions.metrics import MetricMention, lexicon
from kennzahl.reading.tokens import tokenise
from kennzahl.reading.view import LARGE, SMALLEST_AMOUNT, Figure, Named, View, size

ADJECTIVES = 3  # words from a count to what the noun behind it is described by
LEFT_OUT = frozenset({"costs", "impairment"})
TRADED = frozenset({"share_price", "interest_rate", "index", "exchange_rate", "commodity_price"})
SOURCE = 8  # words from "from" to what the money is from
EXPENSES = LEFT_OUT | {"provisions", "cost_savings", "personnel_expense", "rd_expense"}
STOPS = frozenset({",", ";", ":", "(", ")"})
FAR_OUT = 8  # words from "excluding" to what is left out
OWN = 4  # words from "charges" to their figure
NO_NOUNS = frozenset(
    {"left.change", "left.value", "left.prior", "left.origin", "links", "barriers", "past", "guidance", "up", "down"}
)


def lay_out(
    text: str, sentence: Sentence, quantities: list[Quantity], language: str, names: Sequence[Span] = ()
) -> View:
    """The view of one sentence; ``quantities`` are those that lie in it, ``names`` those of companies, which are no
    metrics ("Volkswagen" is no car)."""
    tokens = tokenise(text, sentence.start, sentence.end)
    starts = [token.start for token in tokens]

    def words(start: int, end: int) -> tuple[int, int]:
        first = max(bisect_left(starts, start + 1) - 1, 0)
        return first, max(bisect_left(starts, end) - 1, first)

    figures = [Figure(_within(q, text, sentence), *words(q.start, q.end)) for q in quantities]
    inside = {index for figure in figures for index in range(figure.first, figure.last + 1)}
    mentions = [Named(mention, *words(mention.start, mention.end)) for mention in lexicon(language).find(text, tokens)]
    mentions = [named for named in mentions if named.first not in inside and not _in_name(named.mention, names)]
    counted = {figure.last + 1: figure for figure in figures}
    mentions = [_goods(named, counted.get(named.first)) for named in mentions]
    mentions = [n for n, b in zip_longest(mentions, mentions[1:]) if n.first in counted or not _qualifies(n, b)]
    mentions = _without_descriptions(mentions, figures)
    book = cue_book(language)
    view = View(text, sentence, tokens, figures, mentions, book, named=bool(names), tenses="tells" in book.groups)
    for figure in figures:
        figure.quantity = _uncounted(figure, mentions, _counts(figure, "consensus", language))
        figure.shares = _counts(figure, "shares", language)
    view.figures = [figure for figure in figures if not _counts(figure, "not_counted", language)]
    for first, cues in book.by_word(tokens).items():
        if first in inside:
            cues = [cue for cue in cues if cue.last not in inside or cue.group in ("left.change", "fillers")]
        view.beginning[first] = cues
        for cue in cues:
            view.cues[cue.group].append(cue)
    view.metrics = [
        named
        for named in mentions
        if not (
            _left_out(view, named)
            or _is_adjective(view, named, inside)
            or _is_source(view, named, mentions)
            or _is_of_expense(named, mentions)
        )
    ]
    view.insertions = insertions(view)
    return view


def _goods(named: Named, figure: Figure | None) -> Named:
    """ "723 Millionen | Kilowattstunden": a measure of which there are millions is what a company sells."""
    term = named.mention.term
    if term.bulk is None or figure is None or figure.quantity.scale < LARGE:
        return named
    return replace(
        named, mention=replace(named.mention, term=replace(term, aside=None, metric=term.bulk, counted=True))
    )


def _within(quantity: Quantity, text: str, sentence: Sentence) -> Quantity:
    """A count's noun stands in the same sentence ("10,9 Mrd. Organisch wuchs ..." counts nothing)."""
    if quantity.noun is None or quantity.noun in text[quantity.end : sentence.end]:
        return quantity
    return replace(quantity, noun=None)


def _uncounted(figure: Figure, named: Sequence[Named], estimated: bool) -> Quantity:
    """ "655 Millionen | Gewinn": an amount without its currency counts no profits."""
    if estimated and size(figure) >= SMALLEST_AMOUNT:
        return replace(figure.quantity, noun=None)  # "the 202,000 | analysts had expected"
    behind = next((one for one in named if one.first == figure.last + 1), None)
    metric = behind.mention.metric if behind is not None and not behind.mention.term.counted else None
    scaled = figure.quantity.printed[-1:].isalpha() or (metric == "net_income" and size(figure) >= SMALLEST_AMOUNT)
    if not scaled or figure.quantity.noun is None or metric is None or metrics()[metric].measure != "money":
        return figure.quantity
    return replace(figure.quantity, noun=None)


def _in_name(mention: MetricMention, names: Sequence[Span]) -> bool:
    """Is it a part of a name, or does it begin as one ("Barclays | Capital investment | bank")?"""
    return any(
        name.start <= mention.start < name.end and (mention.end <= name.end or name.start < mention.start)
        for name in names
    )


def _qualifies(named: Named, behind: Named | None) -> bool:
    """ "passenger | revenue": does what is counted only say of what the next metric is?"""
    if behind is None or behind.first != named.last + 1 or not named.mention.term.counted:
        return False
    term = behind.mention.term
    return term.metric not in (None, named.mention.metric) and not (term.counted or term.verb or term.final)


def _without_descriptions(mentions: Sequence[Named], figures: Sequence[Figure]) -> list[Named]:
    """ "320,000 | net contract | subscribers": what is counted is the last noun."""
    counts = [figure.last for figure in figures if figure.quantity.unit == "count"]
    kept, edge = list[Named](), -1
    head: str | None = None
    for named in reversed(mentions):
        term = named.mention.term
        alike = head is None or term.counted or term.verb or term.metric == head
        if not alike and named.last + 1 == edge and any(0 < named.first - last <= ADJECTIVES for last in counts):
            edge = named.first
            continue
        head, edge = (term.metric, named.first) if term.counted else (None, -1)
        kept.append(named)
    return kept[::-1]


def _left_out(view: View, named: Named) -> bool:
    """ "Excluding | restructuring charges, profit was 5 million": what is only left out has no figure of its own."""
    if named.mention.metric == "deal_value" or named.mention.aside == "exchange_rate":
        return any(  # "ohne Zukäufe", "Wechselkurse und Zukäufe herausgerechnet"
            cue.first - named.last <= OWN and named.last <= cue.last for cue in view.cues.get("organic", ())
        )
    if named.mention.metric not in LEFT_OUT:
        return False
    cue = next((c for c in reversed(view.cues.get("adjusted", ())) if c.first <= named.last), None)
    if cue is not None and cue.first < named.first and named.last <= cue.last:
        return True  # "its loss before | charges | will be 12 cents a share"
    if cue is None or named.first - cue.last > FAR_OUT or view.has("contrast", cue.first, named.first):
        return False
    near = [figure for figure in view.figures if cue.first < figure.first <= named.last + OWN]
    return not any(figure.first < named.first or view.has("links", named.last + 1, named.last + 1) for figure in near)


def _is_adjective(view: View, named: Named, figures: set[int]) -> bool:
    """ "net | contracts", "a net | 5,000 customers": may the word be an adjective, and does a noun follow? No verb and
    no amount is one."""
    behind = named.last + 1
    if not named.mention.term.adjective or behind >= len(view.tokens):
        return False
    if behind in figures:
        return any(figure.first == behind and figure.quantity.noun is not None for figure in view.figures)
    return view.tokens[behind].form[0].isalpha() and not any(
        cue.group in NO_NOUNS for cue in view.beginning.get(behind, ())
    )


def _is_source(view: View, named: Named, mentions: Sequence[Named]) -> bool:
    """ "revenue from stock and | bond | trading": does a word of the markets only say where the money is from?"""
    if named.mention.aside not in TRADED:
        return False
    heads = [other for other in mentions if other.last < named.first and not other.mention.aside]
    if not heads or metrics()[heads[-1].mention.metric or "other"].measure != "money":
        return False
    source, last = heads[-1].last + 1, named.first - 1
    return (
        named.first - source <= SOURCE
        and view.has("left.origin", source, source)
        and not any(token.form in STOPS for token in view.tokens[source : last + 1])
        and not any(view.has(group, source + 1, last) for group in ("past", "up", "down"))
        and not any(source < figure.first <= last for figure in view.figures)
    )


def _is_of_expense(named: Named, mentions: Sequence[Named]) -> bool:
    """ "made $5 million | before tax", but "a charge of $5 million | before tax": what only says which profit it is
    says nothing of an expense."""
    if not named.mention.term.final or named.mention.metric != "pretax_profit":
        return False
    before = [other.mention.metric for other in mentions if other.last < named.first and other.mention.metric]
    return bool(before) and before[-1] in EXPENSES


def _counts(figure: Figure, group: str, language: str) -> bool:
    """Does the figure count what a group of cues names: "five weeks" (no business), "200 million shares"?"""
    noun = figure.quantity.noun if figure.quantity.unit == "count" else None
    return noun is not None and group in _groups_of(noun, language)


@lru_cache(maxsize=10_000)
def _groups_of(noun: str, language: str) -> frozenset[str]:
    """The groups of cues that a noun's first word belongs to."""
    return frozenset(cue.group for cue in cue_book(language).find(tokenise(noun)[:1]))
