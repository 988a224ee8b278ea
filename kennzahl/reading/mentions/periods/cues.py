"""The words around a mention of time that say what it is to the figures beside it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kennzahl.facts import Sentence
from kennzahl.languages import section
from kennzahl.reading.letters import HIGH, LOW
from kennzahl.reading.mentions.anchors import small
from kennzahl.reading.mentions.periods.atoms import Atom, fragment

REACH_BEFORE, REACH_BEHIND = 120, 60
"""Characters around a mention in which a cue counts, within its sentence."""
REACH_RELATIVE = 300
"""Characters before a mention in which a relative clause may begin."""


HEADLINE = 200
"""Characters up to the blank line behind a headline."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a mention: its sentence up to a semicolon, before and behind it; ``main`` is the former
    without relative clauses that are over ("Muster, | which plans to sell a unit, | said")."""

    before: str
    behind: str
    main: str


def surroundings(
    text: str, atoms: Sequence[Atom], sentences: Sequence[Sentence], start: int, cues: Cues
) -> list[Surroundings]:
    """The surroundings of each piece of a text that begins at ``start``, within these sentences of it."""
    starts = [sentence.start for sentence in sentences]
    headline = text.find("\n\n", start, start + HEADLINE)
    found = []
    for atom in atoms:
        at = max(0, bisect_right(starts, atom.start) - 1)
        first = max(starts[at], atom.start - REACH_BEFORE)
        last = min(sentences[at].end, atom.end + REACH_BEHIND)
        before, behind = text[first : atom.start].rpartition(";")[2], text[atom.end : last].partition(";")[0]
        if atom.end <= headline:  # it tells its news in parts: "Q2 profit up, raises outlook"
            before, behind = before.rpartition(", ")[2], behind.partition(", ")[0]
        told = text[max(starts[at], atom.start - REACH_RELATIVE) : atom.start]
        main = cues.relative.sub(", ", told)
        main = before if len(main) == len(told) else main[-REACH_BEFORE:].rpartition(";")[2]
        found.append(Surroundings(before, behind, main))
    return found


class Cues:
    """The words around a mention that give it its role, found in a text in lower case (``lower``), but for ``into``."""

    def __init__(self, language: str) -> None:
        data = section(language, "periods")
        cues = {name: fragment(words) for name, words in data["cues"].items()}
        article = rf"(?:(?:{data['articles']})[\s-])?"

        def before(words: str, gap: str = "") -> re.Pattern[str]:
            return _compiled(rf"(?<!\w)(?:{words})\s{gap}{article}$")

        self.compared = before(cues["compared"], r"[^;:]{0,80}")
        self.compared_direct = before(cues["compared_direct"])
        self.chain = _compiled(rf"\s(?:{data['and']}|{data['or']})\s[^.;:,]{{0,30}}\d[^;:,]{{0,30}}\s")
        self.compared_dated = before(cues["compared_dated"], r"[^;:\d]{0,25}")
        self.compared_origin = _compiled(rf"(?<!\w)(?:{cues['compared_origin']})\s[^;]{{0,50}}\d[^;]{{0,40}}$")
        self.target = _compiled(rf"\s(?:{cues['target']})\s")
        self.durations_behind = _compiled(rf"\s(?:{fragment(data['durations_behind'])})(?!\w)")
        self.compared_figure = _compiled(
            rf"(?<!\w)(?:{cues['compared_figure']})\s(?!(?:[^;]{{0,70}}\s)?(?:{cues['target']})\s)[^;]{{0,50}}\d[^;]{{0,40}}$",
        )
        self.comparisons = (self.compared_dated, self.compared, self.compared_direct, self.compared_figure)
        self.compared_behind = _compiled(
            rf"\s(?:[^\s\d;:,]*[^\s\d;:,.]\s){{0,6}}?(?:{cues['compared_behind']})\s(?:[^\s\d;:,]+\s){{0,3}}?[$€£]?\d",
        )
        # "386 Millionen im Vorjahr", "nach einem Verlust im Vorjahr"; but "der Umsatz im Vorjahr stieg" is its own
        self.compared_year = _compiled(
            rf"(?:\d[^;]*|(?<!\w)(?:{cues['compared_figure']})\s[^;]*)(?:{fragment(data['prior_year'])})$",
        )
        self.deadline = before(cues["deadline"])
        self.start = before(cues["start"])
        self.into = re.compile(rf"(?<!\w)(?:{cues['into']})\s(?:[{LOW}]*|[{HIGH}1-9]\w*)$")
        self.origin = before(cues["origin"])
        self.event = before(cues["event"])
        self.event_behind = _compiled(rf",?\s(?:[^\d;.,]{{0,30}}\s)?(?:{cues['event_behind']})(?!\w)")
        self.event_noun = _compiled(rf"\s(?:{fragment(cues['event_noun'])})(?!\w)")
        self.event_deal = _compiled(rf"\s(?:{fragment(cues['event_deal'])})(?!\w)")
        self.before_year = before(cues["before_year"])
        self.founded = before(cues["founded"])
        self.founded_behind = _compiled(rf"\s(?:{cues['founded_behind']})(?!\w)")
        self.as_of = before(cues["as_of"])
        self.durations = _compiled(rf"(?<!\w)(?:{fragment(data['durations'])})\s$")
        self.running = _compiled(rf"(?<!\w)(?:{fragment(data.get('running') or '(?!)')})\s$")
        self.one_year = _compiled(rf"(?<!\w)(?:{data['one_year']})$")
        self.relative = _compiled(rf", (?:{data['relative_pronouns']}) (?:[^,;:()]|,(?=\d))*, ")
        self.outlook = _compiled(rf"(?<!\w)(?:{fragment(data['outlook'])})(?!\w)")


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(small(pattern))


@cache
def cues_of(language: str) -> Cues:
    return Cues(language)


def looks_ahead(around: Surroundings, cues: Cues) -> bool:
    """Does the sentence look ahead at this place?"""
    return bool(cues.outlook.search(around.main) or cues.outlook.search(around.behind))
