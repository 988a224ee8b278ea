"""The small words that give a figure its role: prepositions, verbs of change, signs of plans and estimates.

They live in the ``roles`` section of a language; here they are found in a sentence, each once.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from kennzahl import languages
from kennzahl.reading.remembered import Remembered
from kennzahl.reading.tokens import Token, tokenise

MAX_WORDS = 6  # no cue is longer
PARTED = 40  # words between the halves of a parted verb
PARTICLE_BORDERS = frozenset(',;:.–-()“”"!?')
"""What the second half of a parted verb stands before, as it does before what joins two clauses: it ends its own."""


class Cue(NamedTuple):
    """A cue over tokens ``first`` to ``last``, both in; ``group`` is its place in the lexicon: ``left.prior``."""

    first: int
    last: int
    group: str


class Begun(NamedTuple):
    """What a word can begin: cues of one word, of up to ``longest`` words, with an open end, and those whose second
    half ends the clause.

    ``alone`` has the cues of one word by the place of the word in its sentence, made when first asked for: they are the
    same in all sentences.
    """

    alone: Remembered[int, tuple[Cue, ...]]
    longest: int
    seconds: frozenset[str]
    """The second words of those of several words."""
    open: tuple[tuple[tuple[str, ...], str], ...]
    parted: tuple[tuple[tuple[str, ...], tuple[str, ...], str], ...]


class Endings(NamedTuple):
    """How words of some kinds end, in lower case; empty where a language does not tell them so."""

    comparatives: tuple[str, ...] = ()
    """ "faster", "worse"."""
    gerunds: tuple[str, ...] = ()
    """ "doubling"."""
    participles: tuple[str, ...] = ()
    """What may begin a clause without a subject ("rising", "helped")."""
    perfect: tuple[str, ...] = ()
    """What has been done ("verdient", "verloren")."""


class CueBook:
    """The cues of one language, compiled. ``word*`` stands for any word that begins so, ``*word`` for any that ends so,
    ``schlägt|schlug ... vor`` for a verb in two parts, of which the second ends its clause; its cue stands at the
    first."""

    def __init__(self, data: dict[str, Any], endings: dict[str, list[str]], joins: Iterable[str]) -> None:
        self.endings = Endings(**{kind: tuple(ends) for kind, ends in endings.items()})
        self._exact: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._prefixes: dict[str, tuple[str, ...]] = {}
        self._suffixes: dict[str, tuple[str, ...]] = {}
        self._open: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._longest: dict[str, int] = {}
        self._seconds: dict[str, set[str]] = {}
        self._parted: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], str]]] = {}
        for group, phrases in _flat(data):
            for phrase in phrases:
                self._add(phrase, group)
        self.groups = frozenset(group for group, _ in _flat(data))
        self._shortest = min(map(len, self._prefixes), default=0)
        self._alike: dict[str, list[str]] = {}
        for prefix in self._prefixes:  # by what every word that begins so begins with
            self._alike.setdefault(prefix[: self._shortest], []).append(prefix)
        self._particles = frozenset(data.get("particles", ()))
        self._borders = PARTICLE_BORDERS.union(joins)
        self._begun: Remembered[str, Begun | None] = Remembered(self._look_up)
        self._alone: dict[tuple[str, ...], Remembered[int, tuple[Cue, ...]]] = {}

    def _add(self, phrase: str, group: str) -> None:
        verb, parted, particle = phrase.casefold().partition(" ... ")
        if parted:
            choices, _, rest = verb.partition(" ")
            for choice in choices.split("|"):
                self._parted.setdefault(choice, []).append(((choice, *rest.split()), tuple(particle.split()), group))
            return
        words = tuple(token.form for token in tokenise(phrase.replace("*", "")))
        if phrase.startswith("*"):
            self._suffixes[words[0]] = (*self._suffixes.get(words[0], ()), group)
            return
        if phrase.endswith("*") and len(words) == 1:
            self._prefixes[words[0]] = (*self._prefixes.get(words[0], ()), group)
        elif phrase.endswith("*"):
            self._open.setdefault(words[0], []).append((words, group))
        else:
            self._exact[words] = (*self._exact.get(words, ()), group)
            self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))
            self._seconds.setdefault(words[0], set()).update(words[1:2])

    def _look_up(self, form: str) -> Begun | None:
        """What a word begins; None for the many that begin nothing."""
        prefixes = [prefix for prefix in self._alike.get(form[: self._shortest], ()) if form.startswith(prefix)]
        groups = {group for prefix in prefixes for group in self._prefixes[prefix]}
        groups.update(self._exact.get((form,), ()))
        groups.update(group for ending, of in self._suffixes.items() if form.endswith(ending) for group in of)
        longest, open_ = min(self._longest.get(form, 0), MAX_WORDS), tuple(self._open.get(form, ()))
        parted = tuple(self._parted.get(form, ()))
        begins = groups or longest > 1 or open_ or parted
        seconds = frozenset(self._seconds.get(form, ()))
        return Begun(self._placed(tuple(sorted(groups))), longest, seconds, open_, parted) if begins else None

    def _placed(self, groups: tuple[str, ...]) -> Remembered[int, tuple[Cue, ...]]:
        def at(place: int) -> tuple[Cue, ...]:
            return tuple(Cue(place, place, group) for group in groups)

        return self._alone.setdefault(groups, Remembered(at))

    def is_word(self, form: str, group: str) -> bool:
        """Is a word of this form a cue of the group, wherever it stands?"""
        return group in self._exact.get((form,), ())

    def find(self, tokens: list[Token]) -> list[Cue]:
        """All cues of a sentence; a word may belong to several groups, and longer phrases stand beside shorter ones."""
        return [cue for cues in self.by_word(tokens).values() for cue in cues]

    def by_word(self, tokens: list[Token]) -> dict[int, list[Cue]]:
        """The cues of a sentence by the number of their first word."""
        forms = [token.form for token in tokens]
        by_word: dict[int, list[Cue]] = {}
        for first, begun in enumerate(map(self._begun.__getitem__, forms)):
            if begun is None:
                continue
            found = by_word[first] = [*begun.alone[first]]
            if begun.seconds and not begun.seconds.isdisjoint(forms[first + 1 : first + 2]):
                for length in range(2, begun.longest + 1):
                    for group in self._exact.get(tuple(forms[first : first + length]), ()):
                        found.append(Cue(first, first + length - 1, group))
            for words, group in begun.open:
                last = first + len(words) - 1
                if last < len(forms) and tuple(forms[first:last]) == words[:-1] and forms[last].startswith(words[-1]):
                    found.append(Cue(first, last, group))
            for verb, particle, group in begun.parted:
                last = first + len(verb) - 1
                begins = particle[0] in forms and tuple(forms[first : last + 1]) == verb
                if begins and _ends_clause(forms, particle, last + 1, self._particles, self._borders):
                    found.append(Cue(first, last, group))
        return by_word


def _ends_clause(
    forms: list[str], particle: tuple[str, ...], start: int, particles: frozenset[str], borders: frozenset[str]
) -> bool:
    """Does the second half of a verb end a clause behind its first, which no other half has ended before ("ging auf
    5 Millionen | zurück, die Lichter gingen aus")?"""
    length = len(particle)
    for word in range(start, min(start + PARTED, len(forms) - length + 1)):
        half = forms[word] == particle[0] and tuple(forms[word : word + length]) == particle
        if not half and forms[word] not in particles:
            continue
        behind = word + (length if half else 1)
        if behind >= len(forms) or forms[behind] in borders:
            return half
    return False


def _flat(data: dict[str, Any], above: str = "") -> list[tuple[str, list[str]]]:
    flat: list[tuple[str, list[str]]] = []
    for name, value in data.items():
        if isinstance(value, dict):
            flat += _flat(value, f"{above}{name}.")
        else:
            flat.append((above + name, value))
    return flat


@cache
def cue_book(language: str) -> CueBook:
    """The compiled cues of a language; its hedges ("rund", "more than") count as fillers."""
    data = dict(languages.section(language, "roles"))
    data["fillers"] = [*data["fillers"], *languages.load(language).get("hedges", {})]
    return CueBook(data, data.pop("endings", {}), languages.section(language, "metrics").get("joins", ()))
