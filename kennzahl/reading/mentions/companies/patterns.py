"""Patterns of what stands around the names of companies, made of the words of a language."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from kennzahl.reading.letters import HIGH, LOW
from kennzahl.reading.mentions.companies.legal import legal_forms

WORD = re.compile(r"\w+")


class LeftContext:
    """What a text ends with right before a name: one of ``phrases`` and ``rest``.

    A search tries each phrase at each place; mostly the text has not even the first word of one, which is soon seen.
    """

    def __init__(self, phrases: Sequence[str], rest: str) -> None:
        self._firsts = frozenset(WORD.findall(phrase)[0] for phrase in phrases)
        self._pattern = re.compile(rf"(?<!\w){rest}$")

    def search(self, text: str, words: Collection[str] | None = None) -> re.Match[str] | None:
        """The match in a text, whose words (``WORD``) may be known already."""
        words = WORD.findall(text) if words is None else words
        return None if self._firsts.isdisjoint(words) else self._pattern.search(text)


def optional(words: Sequence[str]) -> str:
    """The pattern of a word that may stand before another."""
    return rf"(?:(?:{'|'.join(words)}) )?" if words else ""


def left_context(phrases: list[str], articles: list[str], breaks: Sequence[str]) -> LeftContext:
    """One of these phrases before a name; long ones leave room for a description between, which does not go on beyond
    one of ``breaks``."""
    described = rf"(?:(?!(?:{'|'.join(breaks)}) )[\w.'-]+ ){{0,5}}" if breaks else r"(?:[\w.'-]+ ){0,5}"
    far = sorted((p for p in phrases if len(p) > 8 or " " in p), key=len, reverse=True)
    near = sorted(phrases, key=len, reverse=True)
    choices = ["|".join(map(re.escape, part)) or "(?!)" for part in (far, near)]
    return LeftContext(phrases, rf"(?:(?:{choices[0]}) {described}|(?:{choices[1]}) {optional(articles)})")


def trading(told: dict[str, list[str]], articles: list[str]) -> LeftContext:
    """What stands before whom somebody trades with: "shipments of smaller engines to | Muster"; or before whom he comes
    after: "the third-largest U.S. airline after | Muster"."""
    nouns, of, prepositions = ("|".join(told.get(kind, ())) for kind in ("nouns", "of", "prepositions"))
    what = rf"(?: (?:{of})(?: [{LOW}-]+){{1,4}})?" if of else r"(?: [\w.'-]+){0,6}"
    return LeftContext(told["nouns"], rf"(?:{nouns}){what} (?:{prepositions}) {optional(articles)}")


def foretold(told: dict[str, list[str]], articles: list[str]) -> LeftContext:
    """What stands before whom others foretell something of: "forecast for the | Muster"."""
    nouns, prepositions = "|".join(told["nouns"]), "|".join(told["prepositions"])
    rest = rf"(?:{nouns}) (?:{prepositions}) (?:(?:{'|'.join(articles)}) (?:[{LOW}-]+ )?)?"
    return LeftContext(told["nouns"], rest)


def between_names(joins: list[str], articles: list[str]) -> re.Pattern[str]:
    """What stands between the names of a list: the rest of the first name, its ticker, a comma or an "and"."""
    forms = "|".join(map(re.escape, sorted(legal_forms().rests)))
    return re.compile(
        rf"""(?![ \n](?:{"|".join(articles)})\ )(?:[ \n](?:{forms})\b\.?){{0,3}}
        (?:\ [A-Z]{{1,5}}\.[A-Z]{{1,2}}\b)?(?:\s?[<(][^()<>]{{1,24}}[)>]){{0,2}}
        ,?(?:[ \n](?:{"|".join(joins)}))?[ \n](?:(?:{"|".join(articles)})\ )?""",
        re.VERBOSE,
    )


def initial(dotted: Sequence[str]) -> re.Pattern[str]:
    """The end of an initial or an abbreviation, which is none of a clause ("U.S. ", "No. ")."""
    ends = (rf"(?<=\b{word})" for word in (f"[{HIGH}]", *dotted))
    return re.compile(rf"(?:{'|'.join(ends)})\. ")


def asides(words: list[str]) -> re.Pattern[str]:
    """A clause thrown in; one whose pronoun has a preposition ("an dem") may also end its sentence, as its subject is
    another than the name before."""
    anywhere, last = ("|".join(map(re.escape, some)) for some in (words, [w for w in words if " " in w]))
    clause, end = r"[^,;–—]{3,120}?", r"[.!?](?!\S)"
    last = rf"|(?:{last}) {clause}{end}" if last else ""
    return re.compile(rf"(?: -|[–—]|,) (?:(?:{anywhere}) {clause}(?:,| - |[–—]){last})")


def related(relations: Sequence[str], articles: list[str], compound: str) -> re.Pattern[str] | None:
    """What stands between the possessor and the name of what is something to it ("'s smaller rival, "); ``compound``
    matches what the noun may begin with."""
    nouns, article = "|".join(relations), rf"(?:(?:{'|'.join(articles)})\s)?"
    between = rf"(?:['’]s?)?\s(?:[\w-]+\s){{0,3}}{compound}(?i:{nouns}),?\s{article}"
    return re.compile(between) if relations else None


def beginning(words: list[str]) -> re.Pattern[str] | None:
    """Matches where one of these words begins a clause."""
    return re.compile(rf", (?:{'|'.join(words)}) ") if words else None


def investors(told: dict[str, list[str]], definite: Sequence[str]) -> re.Pattern[str]:
    """A title with its preposition and a name ("manager in Boston | at Muster"), words for him ("whose firm"), or
    (``says``) a verb with which he speaks of something else."""
    titles, at = "|".join(told["titles"]), "|".join(told["at"])
    introduces = rf"(?:{titles})(?: [\w-]+){{0,5}}? (?:{at})(?= {optional(definite)}(?-i:[{HIGH}]))"
    pronouns, says = ("|".join(told[kind]) for kind in ("pronouns", "says"))
    return re.compile(rf"\b(?:(?P<says>{says})|{introduces}|{pronouns})\b", re.IGNORECASE)


def word(glued: list[str]) -> re.Pattern[str]:
    """A word, or a little one that a name is glued to ("derKonzern")."""
    little = rf"(?:{'|'.join(glued)})(?=[{HIGH}][^\W_])|" if glued else ""
    return re.compile(rf"({little}[^\W_]+)")
