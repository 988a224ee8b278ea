"""What a deal is about: the company or the part that is held, bought or sold."""

from __future__ import annotations

from kennzahl.reading.segments.phrases import BEFORE, Finder
from kennzahl.reading.segments.recalls import Part
from kennzahl.reading.segments.units import dealt_in
from kennzahl.reading.statement import Statement
from kennzahl.reading.tokens import POSSESSIVE

SALE = 10  # words from a price to what is sold
OBJECT = 8  # words from a deal to the company that is bought
RELATIVE = 9  # words from "in which" to the stake
BACK = 14  # words from "in which" back to the name that it is about, past its ticker


def deal_of(statement: Statement, finder: Finder) -> Part | None:
    """The company or part that a deal or a stake is about."""
    named = statement.named
    if named is None:
        return None
    first, last = statement.figures[0].first, statement.figures[-1].last
    if statement.metric == "deal_value" and _is_sale(finder, first, last):
        return _sold(finder, first, last) or _object_of(finder, named.last + 1, tied=True)
    verb = named.mention.term.verb or named.first < statement.lead.first - 1
    bought = verb and statement.metric == "deal_value" and finder.words.capitalised
    return (
        _object_of(finder, named.last + 1, tied=not verb)
        or _object_of(finder, last + 1, tied=True)
        or (_object_of(finder, last + 1, tied=not bought) if named.last < first else None)
        or _object_before(finder, min(statement.lead.first, named.first))
        or (_held(finder, last) if statement.metric == "stake" else None)
    )


def _held(finder: Finder, last: int) -> Part | None:
    """ "The fund holds 15 percent": of the company that the article is about. Not of what is "40 percent owned by"."""
    span, behind = finder.held, finder.view.forms(last + 1, last + OBJECT)
    if not finder.words.owned.isdisjoint(behind):
        return _owned(finder, last)
    return (finder.view.text[span.start : span.end], span) if span is not None else None


def _owned(finder: Finder, last: int) -> Part | None:
    """ "Muster, which is | 40 percent owned by the fund": the last company named before, if it is not the owner."""
    named = [index for index in finder.others if index < last]
    return _name_up_to(finder, max(named)) if named else None


def _name_up_to(finder: Finder, last: int) -> Part | None:
    """The name of another company that ends at a word."""
    first = last
    while first - 1 in finder.others:
        first -= 1
    return finder.part(first, last)


def _object_of(finder: Finder, start: int, tied: bool) -> Part | None:
    """ "acquisition of genetic testing company | Life Technologies": the first name behind the metric or figure."""
    tokens, end = finder.view.tokens, min(start + OBJECT, len(finder.view.tokens))
    if tied and not {token.form for token in tokens[start : start + 2]} & finder.words.objects:
        return None
    first = start
    while first < end and not (finder.others and first in finder.others) and not _is_named(finder, first):
        if tokens[first].form in finder.words.objects | finder.words.determiners or not _ends(finder, first):
            first += 1
        else:
            return None
    first = last = _named_behind(finder, _described(finder, first))
    while last + 1 < len(tokens) and last - first < BEFORE and finder.is_capital(last + 1):
        last += 1
    while last - first < BEFORE and _owns(finder, first, last) and finder.modifies(last + 1):
        last += 1  # "buy | IBM's printer business"
    if first >= end or tokens[first].form in finder.words.empty or first in finder.own | finder.figures:
        return None
    if tokens[last].form.endswith(POSSESSIVE) and last + 1 in finder.figures:
        return None  # "buy Muster's | 45 percent stake"
    described = first == last and first not in finder.others and tokens[first].form.endswith(finder.words.agents)
    if described and finder.held is not None and tokens[first - 1].form in finder.words.determiners:
        return None  # "an dem Autohersteller" that the article is about
    return finder.part(first, last)


def _owns(finder: Finder, first: int, last: int) -> bool:
    tokens = finder.view.tokens
    return last + 1 < len(tokens) and any(token.form.endswith(POSSESSIVE) for token in tokens[first : last + 1])


def _described(finder: Finder, first: int) -> int:
    """ "for U.S. gas producer | Muster Energy": the name behind what describes it, where nouns have no capitals."""
    index = first + 1
    while not finder.words.capitalised and index < min(first + OBJECT, len(finder.view.tokens)):
        form, words = finder.view.tokens[index].form, finder.words
        if finder.is_capital(index) and finder.view.tokens[index - 1].form in words.joins:
            behind = _described(finder, index)  # "Foo and | Bar maker Muster"
            return behind if behind > index else first
        if finder.is_capital(index):
            return index if not finder.is_capital(index - 1) else first
        joined = form in words.joins and index + 1 < len(finder.view.tokens) and finder.is_capital(index + 1)
        described = form in words.describes or joined
        if not (finder.is_content(index) or described) or form in words.determiners | words.within - words.joins:
            break
        index += 1
    return first


def _named_behind(finder: Finder, first: int) -> int:
    """ "die Softwarefirma | Muster": the name behind the noun that says what it is, where nouns have capitals."""
    described = finder.words.capitalised and first + 1 in finder.others and first not in finder.others
    return first + 1 if described else first


def _is_named(finder: Finder, index: int) -> bool:
    form = finder.view.tokens[index].form
    return finder.is_capital(index) and form[0].isalpha() and form not in finder.words.within


def _is_sale(finder: Finder, first: int, last: int) -> bool:
    """Do the words around a price, up to the next figures, tell of a sale? A company behind it is the buyer then."""
    tokens = finder.view.tokens
    start = max((i + 1 for i in finder.figures if i < first), default=0)
    end = min((i for i in finder.figures if i > last), default=len(tokens))
    return any(tokens[index].form in finder.words.sells for index in range(start, end))


def _sold(finder: Finder, first: int, last: int) -> Part | None:
    """ "sold its | car paint unit | for 5 billion": what the seller had, nearest before the price, else behind."""
    tokens = finder.view.tokens
    before = range(first - 1, max(first - 1 - SALE, -1), -1)
    for index in (*before, *range(last + 1, min(last + 1 + SALE, len(tokens)))):
        if tokens[index].form not in finder.words.possessives:
            continue
        end = index
        while end + 1 < len(tokens) and end - index < BEFORE and finder.modifies(end + 1):
            end += 1
        while end > index and finder.words.capitalised and not finder.is_capital(end):
            end -= 1
        if finder.words.capitalised:
            end = dealt_in(finder, end, first)  # "its business | with paints | for 5 billion"
        return finder.part(index + 1, end) if end > index else None
    return None


def _ends(finder: Finder, index: int) -> bool:
    return index in finder.figures or finder.view.tokens[index].form in (",", ";", ".", "(")


def _object_before(finder: Finder, stop: int) -> Part | None:
    """ "Diamond Offshore, in which | it has a 50 percent stake": the name that the relative clause is about."""
    for index in range(stop - 1, max(stop - 1 - RELATIVE, 0), -1):
        if finder.view.has("in_which", index, index + 1):
            if finder.words.capitalised and finder.view.tokens[index - 1].form != ",":
                return None  # "an dem" is an article there
            last = next((word for word in range(index - 1, max(index - BACK, -1), -1) if word in finder.others), None)
            return _name_up_to(finder, last) if last is not None else _capitals_up_to(finder, index - 1)
    return None


def _capitals_up_to(finder: Finder, comma: int) -> Part | None:
    """ "für die türkische | Muster Cargo |, an der man 25 Prozent hält": an unknown name of capitals before a comma."""
    first = comma
    while first > 0 and comma - first < BEFORE and _is_named(finder, first - 1):
        first -= 1
    return finder.part(first, comma - 1) if finder.view.tokens[comma].form == "," and first < comma else None
