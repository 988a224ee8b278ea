"""The words that name a part of a company, or say that something is none: the ``segments`` section of a language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kennzahl import languages

SETS = (
    "units",
    "empty",
    "kept",
    "within",
    "places",
    "opens",
    "objects",
    "joins",
    "determiners",
    "infinitives",
    "beyond",
    "sited",
    "there",
    "speech",
    "links",
    "portions",
    "wholes",
    "sources",
    "stops",
    "sells",
    "possessives",
    "genitives",
    "causes",
    "lines",
    "owned",
    "dealings",
    "describes",
    "elsewhere",
    "makes",
    "specials",
    "upon",
    "allots",
    "regions",
    "begins",
    "fields",
    "clients",
    "staff",
    "ties",
    "relatives",
    "whose",
    "bearers",
    "adverbs",
    "resumes",
    "overall",
    "focus",
    "fronts",
    "earns",
    "contrasts",
    "these",
    "goods",
    "rows",
    "apposed",
    "told_for",
    "sold",
)


@dataclass(frozen=True, slots=True)
class SegmentWords:
    """``units`` name a part of a company, ``empty`` say nothing of it, ``within`` tie a part to a metric before it,
    ``places`` a place to a figure before it, ``opens`` a sentence with one, ``objects`` a company to the deal or stake
    before it; ``joins`` go on with a name, ``determiners`` begin one; ``names`` are parts of compounds by their name.
    """

    units: frozenset[str]
    empty: frozenset[str]
    kept: frozenset[str]
    ranks: tuple[str, ...]
    """Endings of what stands before a description of the whole ("the largest")."""
    hollow: tuple[str, ...]
    """Endings of verbs and adjectives that are no part's name, but for ``kept`` words ("advertising")."""
    within: frozenset[str]
    places: frozenset[str]
    opens: frozenset[str]
    objects: frozenset[str]
    joins: frozenset[str]
    determiners: frozenset[str]
    infinitives: frozenset[str]
    """What a verb follows ("to post revenue")."""
    beyond: frozenset[str]
    """What belongs to the name of a place ("outside North America")."""
    names: dict[str, str]
    sited: frozenset[str]
    """Prepositions that stand before a place with an article in them ("im Werk", "am Standort")."""
    sites: tuple[str, ...]
    """Endings of nouns for a place that has an article."""
    there: frozenset[str]
    """What refers back to a place."""
    speech: frozenset[str]
    """Verbs whose place is that of a speaker."""
    links: frozenset[str]
    """What may stand between a part and the verb of its share ("which now | accounts for")."""
    portions: frozenset[str]
    """Nouns for a share of a part ("the share of")."""
    wholes: frozenset[str]
    """What a share is one of, beside metrics."""
    sources: frozenset[str]
    """What stands before the part that a share comes from."""
    stops: frozenset[str]
    """What ends the name of such a part."""
    sells: frozenset[str]
    """Words of a sale."""
    possessives: frozenset[str]
    """What stands before the part that is sold."""
    genitives: frozenset[str]
    """Articles of whose part it is ("des Geschäfts")."""
    causes: frozenset[str]
    """What makes the part behind it only the reason."""
    lines: frozenset[str]
    """Last words of names of lines of business, where nouns of the language are others ("Digital Industries")."""
    owned: frozenset[str]
    """Words of what somebody else owns."""
    dealings: frozenset[str]
    """What ties goods to a unit ("das Geschäft mit Farben")."""
    describes: frozenset[str]
    """Nouns of what a company is, before its name ("chip maker")."""
    elsewhere: frozenset[str]
    """Behind a place and "and": it is not all ("in Germany and other countries")."""
    makes: frozenset[str]
    """What is done with the goods behind it ("profits from producing ethanol")."""
    specials: frozenset[str]
    """What makes a dividend another one than that of every year."""
    upon: frozenset[str]
    """What stands before the part that something is written down on ("Abschreibungen auf")."""
    allots: frozenset[str]
    """Verbs of what is a part's ("auf die Sparte | entfallen")."""
    regions: frozenset[str]
    """Last words of the names of parts of the world."""
    begins: frozenset[str]
    """Words before the first name of a clause ("even | Germany", "while")."""
    fields: frozenset[str]
    """Words that say something of a part only before its noun ("retail | banking")."""
    clients: frozenset[str]
    """Last halves of compounds that tell which of its customers are counted ("Festnetz | kunden")."""
    staff: frozenset[str]
    """What some of the people of a company are ("200 | engineers"); and last halves of such compounds."""
    ties: frozenset[str]
    """Prepositions before ``relatives``, the pronouns of a clause that is about a noun ("von | dem")."""
    relatives: frozenset[str]
    whose: frozenset[str]
    """Pronouns that begin such a clause themselves ("deren Zahl")."""
    bearers: frozenset[str]
    """Nouns that a word for a part only says something of ("joint venture | partner")."""
    adverbs: frozenset[str]
    """What says in one word where something is ("internationally")."""
    resumes: frozenset[str]
    """Subjects that go on with what the sentence before told of ("they", "growth")."""
    overall: frozenset[str]
    """What goes back to the whole company ("overall", "in total")."""
    focus: frozenset[str]
    """Single out the place or part that a sentence opens with behind them ("Allein | in China")."""
    fronts: frozenset[str]
    """Prepositions that a main clause begins with, before its verb ("bei | Druckern")."""
    earns: frozenset[str]
    """Verbs of who earns, sells or grows ("kam auf", "erlöste")."""
    contrasts: frozenset[str]
    """What may stand between a subject and its verb ("dagegen")."""
    goods: frozenset[str]
    """Nouns for all that is sold ("der Absatz von Fahrzeugen")."""
    these: frozenset[str]
    """What refers a noun back to what was told of before ("in | dieser | Sparte")."""
    rows: frozenset[str]
    """Those of ``joins`` that stand between the names of a row."""
    apposed: frozenset[str]
    """Articles of what a company is said to be behind its name ("Muster Inc, | the | chip maker")."""
    told_for: frozenset[str]
    """What ties a part to a metric that says of nothing what it is of ("provisions | for")."""
    sold: frozenset[str]
    """What ties goods to their sales ("a decline in sales | of")."""
    agents: tuple[str, ...]
    """Endings of people and firms by what they do or where they are from ("Entwickl | er", "Münchn | ern")."""
    nobody: tuple[str, ...]
    """Endings of subjects of such verbs that are no part of a company ("der Markt", "der Vorstand")."""
    restates: tuple[str, ...]
    """How a business is called by what a bank earns with it ("Zins | geschäft")."""
    towns: tuple[str, ...]
    """Endings of what a site is called by, with a capital ("die | Fuldaer | Zentrale")."""
    origins: tuple[str, ...]
    """Endings of adjectives that say where a site is ("österreichischen")."""
    seats: tuple[str, ...]
    """Endings of what says where a company sits ("Illinois-based")."""
    capitalised: bool
    """Nouns are written with a capital: a modifier before the metric is no segment (German compounds are)."""
    whole: str
    """The unit that alone means all of the company ("the group")."""
    inflections: tuple[str, ...]
    """Endings of units in the plural or the genitive."""
    endings: tuple[str, ...]
    """The units once more, for a quick look."""

    def uninflected(self, form: str) -> str:
        """A noun without such an ending ("Geschäft | s")."""
        return next((form.removesuffix(ending) for ending in self.inflections if form.endswith(ending)), form)

    def goes_on(self, following: Sequence[str]) -> bool:
        """Do the two words behind a place say that it is not all ("in Germany | and other | countries")?"""
        return len(following) > 1 and following[0] in self.joins and following[1] in self.elsewhere

    def is_unit(self, part: str) -> bool:
        """Is a part called one ("cloud business", "Energiesparte"), so that it is no mere place?"""
        last = part.casefold().split()[-1]
        return last in self.units or self.ends_in_unit(last)

    def ends_in_unit(self, form: str) -> bool:
        """ "Cloud-Sparte", and in a language of compounds "Halbleitersparte"."""
        if not form.endswith(self.endings):
            return False
        return any(
            form.endswith("-" + unit) or (self.capitalised and len(form) > len(unit) + 2 and form.endswith(unit))
            for unit in self.units
        )


@cache
def words(language: str) -> SegmentWords:
    """The segment words of a language."""
    data = dict(languages.section(language, "segments"))
    sets = {key: frozenset(map(str.casefold, data.get(key, ()))) for key in SETS}
    return SegmentWords(
        **sets,
        names={part.casefold(): name for part, name in data["names"].items()},
        capitalised=data["capitalised"],
        whole=next(iter(data.get("whole", ())), ""),
        ranks=tuple(data.get("ranks", ("\0",))),
        hollow=tuple(data.get("hollow", ())),
        seats=tuple(data.get("seats", ())),
        inflections=tuple(data.get("inflections", ())),
        sites=tuple(data.get("sites", ("\0",))),
        towns=tuple(data.get("towns", ("\0",))),
        origins=tuple(data.get("origins", ("\0",))),
        restates=tuple(data.get("restates", ("\0",))),
        agents=tuple(data.get("agents", ("\0",))),
        nobody=tuple(data.get("nobody", ("\0",))),
        endings=tuple(data["units"]),
    )
