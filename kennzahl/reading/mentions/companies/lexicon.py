"""The ``companies`` section of a language, compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from kennzahl.catalog.companies import catalogue, lower_case_names
from kennzahl.languages import available, section
from kennzahl.reading.mentions.companies import patterns
from kennzahl.reading.mentions.companies.negatives import by_first_word
from kennzahl.reading.remembered import Remembered

SHORT = 5  # a shorter word says nothing of a city by its ending


class Word(NamedTuple):
    """What a word is in any text: capitalised, the first of a known name, one that may stand for a company, or for a
    body that is none (``outsiders``)."""

    is_capitalised: bool
    opens_name: bool
    refers: bool
    is_body: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``nouns`` maps a noun (in German: an ending) to its industry, or None for any; the rest as in the YAML."""

    language: str
    compounds: bool  # does the language write compounds, with nouns capitalised?
    nouns: dict[str, str | None]
    longest_noun: int
    feminine: tuple[str, ...]
    stems: tuple[tuple[str, str], ...]
    determiners: frozenset[str]
    plural: frozenset[str]
    origins: dict[str, tuple[str, ...]]
    subject: frozenset[str]
    of_two: tuple[str, ...]
    """What stands for the first and for the second of two companies ("the former", "the latter"); () where none do."""
    heads: dict[str, frozenset[str]]
    before: tuple[tuple[patterns.LeftContext, str], ...]
    after: dict[str, frozenset[str]]
    reports: frozenset[str]
    speaks: frozenset[str]
    not_names: frozenset[str]
    may_begin: frozenset[str]
    officers: frozenset[str]
    titles: frozenset[str]
    """What stands before the first name of a person ("Dr.")."""
    no_short_form: frozenset[str]
    days: tuple[str, ...]
    not_nouns: tuple[str, ...]
    not_groups: frozenset[str]
    group_heads: frozenset[str]
    times_of_day: tuple[str, ...]
    common_endings: tuple[str, ...]
    officer_endings: tuple[str, ...]
    headline_prefix: re.Pattern[str]
    word: re.Pattern[str]
    """A word, or the little one that a name is glued to ("derKonzern"); splits a text into gaps and words."""
    announced: re.Pattern[str]
    not_name_endings: tuple[str, ...]
    last_words: frozenset[str]
    """The last word of each noun: what a noun of several words is looked up by."""
    demonym_articles: frozenset[str]
    inhabitants: tuple[tuple[str, str], ...]
    plural_endings: dict[str, str]
    generic: str
    adjectives: dict[str, tuple[str, ...]]
    listed: re.Pattern[str]
    list_joins: frozenset[str]
    whereas: re.Pattern[str]
    related: re.Pattern[str] | None
    """What stands between the possessor and the name of a company that is something to it ("'s smaller rival, ")."""
    conjunctions: frozenset[str]
    """Words that begin a clause of its own within a sentence."""
    tells: frozenset[str]
    """Verbs with which a company tells its figures."""
    gapped: frozenset[str]
    """Prepositions between a company and its figure where the verb is left out ("Muster | um 5 Prozent")."""
    gives: frozenset[str]
    """Verbs right before the company that has what follows ("giving Muster | a value of")."""
    expects: frozenset[str]
    own_deals: frozenset[str]
    """What a company does for the price before it ("Muster's $5 million | bid")."""
    moves: frozenset[str]
    """Verbs with which something of a company goes up or down."""
    foretold: patterns.LeftContext | None
    """Ends right before the company that others foretell something of ("forecast for")."""
    to_do: frozenset[str]
    """Verbs right before a company of which somebody expects something, and what stands before the verb for it."""
    joined: re.Pattern[str]
    """Ends right before a company that a sentence goes on with ("and")."""
    asides: re.Pattern[str]
    relations: frozenset[str]
    """What a company is to the one that it is named after ("Siemens-Rivale")."""
    relations_declined: frozenset[str]
    """Those of ``relations`` that are declined, as objects and owners ("den | Konkurrenten Muster")."""
    initial: re.Pattern[str]
    genitive: tuple[str, ...]
    """How the genitive of a name ends, where that has no apostrophe ("Musters")."""
    noun_genitives: tuple[str, ...]
    """How that of a noun ends ("des Herstellers", "des Paketdienstes")."""
    declined: tuple[str, ...]
    """Endings of adjectives before a noun."""
    declined_names: tuple[str, ...]
    """Those of a declined adjective that a name begins with, which the catalogue has as first of them ("Deutsche")."""
    nominatives: dict[str, str]
    """By the ending of a declined adjective that an unknown name begins with, that of the name ("ischen": "ische")."""
    definite: tuple[str, ...]
    """Articles before a name that a noun goes with ("the | Muster unit")."""
    indefinite: frozenset[str]
    subject_articles: frozenset[str]
    relative: re.Pattern[str] | None
    """Stands between a name and the relative clause that tells of it."""
    expletives: frozenset[str]
    """Pronouns that stand for nothing, and their verb ("es gibt")."""
    subordinates: re.Pattern[str] | None
    """Begins a clause that tells something more."""
    part_of_name: frozenset[str]
    trades: dict[str, frozenset[str]]
    """Trades that end a name without a legal form ("Alpenrose Versicherung"), and the words around; empty for none."""
    glued_behind: frozenset[str]
    """Words that a name may be glued to in a text that lost blanks."""
    before_subjects: frozenset[str]
    """What stands before the article of a noun and is neither verb nor conjunction; empty where objects stand last."""
    outsiders: dict[str, tuple[str, ...]]
    """Bodies that are no companies, and the words around them by which their case is known."""
    prepositions: frozenset[str]
    """Before a noun that is no subject."""
    wholes: dict[str, tuple[str, ...]]  # how a sentence speaks of all of a company, and what its parts are called
    parts: dict[str, tuple[str, ...]]
    """By what a company is only a part of another: words of its owner or an article before it, nouns behind it."""
    regional_endings: tuple[str, ...]
    """How an adjective of a place ends that is a name with the noun behind it ("Glarner Kantonalbank")."""
    part_of: frozenset[str]
    """What stands between a share and the possessor of what it is a part of."""
    unions: tuple[str, ...]  # how names and nouns of those end that speak for a company's staff
    receives: frozenset[str]
    """Behind the name of whom somebody gets something from ("Von Muster | erhält das Unternehmen")."""
    investors: re.Pattern[str] | None
    """Introduces somebody who speaks for a house that manages money: a title and its preposition, or a pronoun."""
    said: re.Pattern[str] | None
    """Ends a sentence behind a company that speaks."""
    at: re.Pattern[str]
    """Ends right before a company at which something is so many percent."""
    known: Remembered[str, tuple[str | None, str] | None] = field(init=False)
    """What was looked up before."""
    words: Remembered[str, Word | None] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "known", Remembered(self._noun))
        object.__setattr__(self, "words", Remembered(self.describe))

    def noun(self, word: str) -> tuple[str | None, str] | None:
        """The industry and the noun of a word for a company ("Versicherungskonzern" -> insurer), or None for others."""
        return self.known[word]

    def _noun(self, word: str) -> tuple[str | None, str] | None:
        lower = word.casefold()
        if lower in self.officers or lower.endswith(self.not_nouns):
            return None
        if not self.compounds:
            return (self.nouns[lower], lower) if lower in self.nouns else None
        forms = (lower, *(lower.removesuffix(end) for end in self.noun_genitives if lower.endswith(end)))
        for form in forms:
            for start in range(max(0, len(form) - self.longest_noun), len(form) - 2):
                ending = form[start:]
                if ending in self.nouns:
                    return self.nouns[ending] or self._stem(lower), ending
        return None

    def _stem(self, lower: str) -> str | None:
        return next((industry for stem, industry in self.stems if lower.startswith(stem)), None)

    def people(self, word: str) -> tuple[str, ...]:
        """The places a word says somebody is from: 'Münchner', 'Walldorfer' (any city and its ending)."""
        known = self.origins.get(word)
        if known:
            return known
        if len(word) <= SHORT or not word[0].isupper():
            return ()
        return tuple(word.removesuffix(ending) + rest for ending, rest in self.inhabitants if word.endswith(ending))

    def describe(self, text: str) -> Word | None:
        """What a word can be, None for nothing as most are; those looked up before are in ``words``."""
        lower = text.casefold()
        is_capitalised = text.lower() != text or text in lower_case_names()
        by_word = catalogue().by_word
        known = lower in by_word or lower[:-1] in by_word or lower in by_first_word()
        is_noun = self.noun(text) is not None if self.compounds else not self.last_words.isdisjoint((text, lower))
        from_place = bool(self.demonym_articles and self.people(text))
        refers = is_noun or lower in self.subject or self._relates(lower) or from_place or lower in self.of_two
        is_body = bool(self.outsiders) and self._is_body(lower)
        word = Word(is_capitalised, known and (is_capitalised or text[0].isdigit()), refers, is_body)
        return word if any(word) else None

    def _is_body(self, lower: str) -> bool:
        known = self.outsiders
        stems = {lower.removesuffix(ending) for ending in known["inflections"]}
        if lower in known["everywhere"] or lower in known["bodies"] or not stems.isdisjoint(known["bodies"]):
            return True
        return lower in known.get("many", ()) or lower.endswith((*known["endings"], *known["plurals"]))

    def _relates(self, lower: str) -> bool:
        return lower in self.relations or lower in self.relations_declined

    def is_feminine(self, noun: str) -> bool:
        return noun.endswith(self.feminine) if self.feminine else False


@cache
def lexicon(language: str) -> Lexicon:
    data = section(language, "companies")
    nouns: dict[str, str | None] = {}
    for industry, words in data["nouns"].items():
        for word in words:
            nouns.setdefault(word.casefold(), None if industry == "any" else industry)
    stems = sorted(((s, i) for i, found in data["stems"].items() for s in found), key=lambda pair: -len(pair[0]))
    origins: dict[str, list[str]] = {}
    for place, people in data["demonyms"].items():
        for word in people:
            origins.setdefault(word, []).append(place)
    return Lexicon(
        language=language,
        compounds=bool(data["compounds"]),
        nouns=nouns,
        longest_noun=max(map(len, nouns)),
        feminine=tuple(map(str.casefold, data["feminine"])),
        stems=tuple(stems),
        determiners=frozenset(data["determiners"]),
        plural=frozenset(data["plural"]),
        origins={word: tuple(places) for word, places in origins.items()},
        subject=frozenset(data["subject"]),
        of_two=tuple(data.get("of_two", ())),
        heads={kind: frozenset(words) for kind, words in data["heads"].items()},
        before=(
            *(
                (patterns.left_context(phrases, data["articles"], data.get("conjunctions", ())), kind)
                for kind, phrases in data["before"].items()
            ),
            *(
                (patterns.trading(data[kind], data["articles"]), "other")
                for kind in ("trading", "ranked")
                if kind in data
            ),
        ),
        after={kind: frozenset(words) for kind, words in data["after"].items()},
        reports=frozenset(data["reports"]),
        speaks=frozenset(data["speaks"]),
        not_names=frozenset(word.casefold() for word in data["not_names"]),
        may_begin=frozenset(word.casefold() for word in data["may_begin"]),
        officers=frozenset(data["officers"]),
        titles=frozenset(data.get("titles", ())),
        not_name_endings=tuple(word.casefold() for word in data["not_names"] if len(word) > 4),
        last_words=frozenset(re.split(r"[ -]", word)[-1] for word in nouns),
        days=tuple(data["days"]),
        not_groups=frozenset(data["not_groups"]),
        group_heads=frozenset(data["group_heads"]),
        times_of_day=tuple(data["times_of_day"]),
        common_endings=tuple(data["common_endings"]),
        officer_endings=tuple(data["officers"]),
        headline_prefix=re.compile(rf"(?:(?:{'|'.join(data['headline_prefixes'])})[ \d/:-]*)+"),
        word=patterns.word(data["glued"]),
        not_nouns=tuple(data["not_nouns"]),
        announced=re.compile(
            rf"\s?(?:[\w%-]+ ){{0,2}}(?:{'|'.join(map(re.escape, data['announced']))}) (?:[\w-]+ ){{0,2}}"
        ),
        demonym_articles=frozenset(data["demonym_articles"]),
        inhabitants=tuple((str(ending), str(place)) for ending, place in data["inhabitants"]),
        plural_endings=dict(data["plural_endings"]),
        generic=str(data["generic"]),
        adjectives={form: tuple(endings) for form, endings in data["adjectives"].items()},
        list_joins=frozenset(data["joins"]),
        listed=patterns.between_names(data["joins"], data["list_articles"]),
        whereas=re.compile(rf"[;–—]|,? (?:{'|'.join(data['whereas'])})\b|, (?:{'|'.join(data['and'])}) "),
        related=patterns.related(data.get("relations", ()), data["articles"], r"[\w-]*" if data["compounds"] else ""),
        conjunctions=frozenset(data.get("conjunctions", ())),
        tells=frozenset(data.get("tells", ())),
        gapped=frozenset(data.get("gapped", ())),
        gives=frozenset(data.get("gives", ())),
        expects=frozenset(data.get("expects", ())),
        own_deals=frozenset(data.get("own_deals", ())),
        moves=frozenset(data.get("moves", ())),
        foretold=patterns.foretold(data["foretold"], data["articles"]) if "foretold" in data else None,
        to_do=frozenset(data.get("to_do", ())),
        joined=re.compile(rf" (?:{'|'.join(data['and'])}) $"),
        asides=patterns.asides([*data["asides"], *data.get("told_of", ())]),
        relations=frozenset(data.get("relations", ())),
        relations_declined=frozenset(data.get("relations_declined", ())),
        initial=patterns.initial(data.get("dotted", ())),
        genitive=tuple(data.get("genitive", ())),
        noun_genitives=tuple(data.get("noun_genitives", ())),
        declined=tuple(data.get("declined", ())),
        declined_names=tuple(data.get("declined_names", ())),
        nominatives=dict(data.get("nominatives", {})),
        definite=tuple(data.get("definite", ())),
        indefinite=frozenset(data.get("indefinite", ())),
        subject_articles=frozenset(data.get("subject_articles", ())),
        relative=patterns.beginning(data.get("relatives", [])),
        expletives=frozenset(data.get("expletives", ())),
        subordinates=patterns.beginning(data.get("subordinates", [])),
        part_of_name=frozenset(data["part_of_name"]),
        trades={kind: frozenset(words) for kind, words in data.get("trades", {}).items()},
        glued_behind=frozenset(data.get("glued_behind", ())),
        before_subjects=frozenset(data.get("before_subjects", ())),
        outsiders={kind: tuple(words) for kind, words in data.get("outsiders", {}).items()},
        prepositions=frozenset(data.get("outsiders", {}).get("prepositions", ())),
        wholes={kind: tuple(data.get("wholes", {}).get(kind, ())) for kind in ("words", "beginnings", "parts")},
        parts={kind: tuple(words) for kind, words in data.get("parts", {}).items()},
        regional_endings=tuple(data.get("regional_endings", ("\0",))),
        part_of=frozenset(data["part_of"]),
        unions=tuple(data.get("unions", ("\0",))),
        receives=frozenset(data.get("receives", ())),
        investors=patterns.investors(data["investors"], data.get("definite", ())) if "investors" in data else None,
        said=re.compile(rf" (?:{'|'.join(data['said'])})\.") if "said" in data else None,
        at=re.compile(rf"(?:^|\s)(?:{'|'.join(data['at'])})\s(?:(?:{'|'.join(data['articles'])})\s)?$", re.IGNORECASE),
        no_short_form=frozenset(
            word.casefold() for known in available() for word in section(known, "companies")["no_short_form"]
        ),
    )
