"""From an article to its facts: sentences, mentions, statements, facts, accounting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kennzahl import languages
from kennzahl.facts import Article, Conversion, Fact, Quantity, Reading, Sentence, is_money
from kennzahl.reading import accounting
from kennzahl.reading.anaphora import subject_of
from kennzahl.reading.assembly import assemble
from kennzahl.reading.companies import CompanyContext
from kennzahl.reading.confidence import rate
from kennzahl.reading.contexts import Contexts
from kennzahl.reading.layout import lay_out
from kennzahl.reading.mentions import companies, metrics, quantities
from kennzahl.reading.periods import PeriodContext
from kennzahl.reading.promotions import promised
from kennzahl.reading.sentences import split
from kennzahl.reading.signed_ranges import with_signed_ranges
from kennzahl.reading.statement import Statement
from kennzahl.reading.statements import TOPICS, Spoken, speak

MAX_FIGURES = 2_000  # an article has dozens; a price list of thousands is none


def read(article: Article) -> Reading:
    """All facts of an article, and an issue for every figure that is in none."""
    found = with_signed_ranges(article.text, quantities.find(article.text, article.language), article.language)
    if not found:
        return Reading(article)
    sentences = split(article.text, article.language, article.title_end)
    offers = promised(article, found)
    known = [quantity for quantity in found if quantity.start not in offers and not accounting.too_large(quantity)]
    read_, beyond = known[:MAX_FIGURES], known[MAX_FIGURES:]
    named = CompanyContext.of(article, sentences, companies.find(article, sentences))
    spoken = _speak(article, sentences, read_, named)
    facts, nobody = _assembled(article, sentences, named, spoken)
    asides = [(figure.quantity, reason) for one in spoken for figure, reason in one.asides]
    asides += nobody
    if len(known) < len(found):
        asides += [(quantity, "promotion") for quantity in found if quantity.start in offers]
        asides += [(quantity, "too_many_digits") for quantity in found if accounting.too_large(quantity)]
    asides += [(quantity, "beyond_limit") for quantity in beyond]
    issues, figures = accounting.account(found, facts, asides, sentences)
    converted = _conversions(spoken, facts)
    return Reading(article, rate(facts, article, figures), issues=tuple(issues), figures=figures, conversions=converted)


def _assembled(
    article: Article, sentences: Sequence[Sentence], named: CompanyContext, spoken: Sequence[Spoken]
) -> tuple[list[Fact], list[tuple[Quantity, str]]]:
    if not any(one.statements for one in spoken):
        return [], []  # nobody asks for its periods
    return assemble(spoken, Contexts(article, named, PeriodContext.of(article, sentences, named.year_end())))


def _conversions(spoken: Sequence[Spoken], facts: Sequence[Fact]) -> tuple[Conversion, ...]:
    """The amounts that the text converts, each beside the fact that states it.

    Where the text repeats an amount, the fact may stand on another place of it.
    """
    pairs = [
        (figure.partner.quantity, figure.quantity)
        for one in spoken
        for figure, reason in one.asides
        if reason == "conversion" and figure.partner is not None
    ]
    if not pairs:
        return ()
    stated: dict[object, int] = {}
    for index, fact in enumerate(facts):
        for quantity in (fact.value, fact.prior, fact.change_abs):
            if quantity is not None:
                stated.setdefault((quantity.start, quantity.end), index)
                stated.setdefault(_size(quantity), index)
    found = ((stated.get((amount.start, amount.end), stated.get(_size(amount))), amount, to) for amount, to in pairs)
    return tuple(Conversion(index, amount, to) for index, amount, to in found if index is not None)


def _size(quantity: Quantity) -> tuple[object, ...]:
    return quantity.unit, quantity.value and abs(quantity.value), quantity.low, quantity.high


def _speak(
    article: Article, sentences: Sequence[Sentence], found: Sequence[Quantity], companies_: CompanyContext
) -> list[Spoken]:
    currency = text_currency(found, article.language)
    headline = headline_topic(article)
    spoken: list[Spoken] = []
    before: Statement | None = None
    at = 0
    silent: Sentence | None = None
    for sentence in sentences:
        inside = []
        while at < len(found) and found[at].start < sentence.end:
            inside.append(found[at])
            at += 1
        last, silent = silent, None if inside else sentence
        if not inside:
            continue
        same = spoken and spoken[-1].view.sentence.paragraph == sentence.paragraph
        topic = (spoken[-1].topic if same else None) or headline
        names = [mention.span for mention in companies_.own.get(sentence.start, ()) if mention.is_name]
        view = lay_out(article.text, sentence, inside, article.language, names)
        view.refers = any(mention.role == "subject" for mention in companies_.own.get(sentence.start, ()))
        same_paragraph = last is not None and last.paragraph == sentence.paragraph
        subject = subject_of(view, last, article.language) if last is not None and same_paragraph else None
        spoken.append(speak(view, before, currency, topic, subject))
        if spoken[-1].statements:
            before = spoken[-1].statements[-1]
        elif spoken[-1].topic is not None:
            before = None  # the text speaks of share prices or currencies by now
    return spoken


def headline_topic(article: Article) -> str | None:
    """What an article is about whose headline names a market and no key figure ("Dax schließt im Minus")."""
    named = metrics.find(article.text, article.language, 0, article.title_end)
    topics = [mention.aside for mention in named if mention.aside in TOPICS]
    return topics[0] if topics and not any(mention.metric for mention in named) else None


def text_currency(found: Sequence[Quantity], language: str) -> str:
    """The currency that the text uses most: what a bare amount ("Net 1.2 mln") is counted in."""
    money = Counter(quantity.unit for quantity in found if is_money(quantity.unit))
    return money.most_common(1)[0][0] if money else str(languages.section(language, "money")["home"])
