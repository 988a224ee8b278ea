"""The words of a sentence that say of which time it speaks, where it names no period or the wrong one."""

from __future__ import annotations

import re
from functools import cache

from kennzahl.facts import Sentence, Span
from kennzahl.languages import section
from kennzahl.reading.mentions.periods.atoms import fragment

CLAUSE = 60
"""Characters before and behind a figure in which the words of its clause stand."""

RELATIVE = 120
"""Characters from the start of a relative clause to a period in it."""


class PeriodWords:
    """The words of a language, compiled.

    ``breaks`` part clauses; ``present``: "employs 700"; ``holds``: "owns 5 percent"; ``habit``: what a company does
    always ("gets a third of its sales from"); ``now``: "its backlog is now"; ``then``: "at that time";
    ``definite``: how many there are of all ("in its 14 hospitals"); ``whole``: "full year"; ``past_plan``: "had
    expected"; ``alone``: only in that part of the time told of; ``glance``: verbs of a glance back ("had earned");
    ``grown``: how a number came about ("grew to");
    ``perfect``: what is said to have been ("is said to have earned"); ``year_ago``: what is a year old;
    ``prior_year``: the year before the one told of;
    ``back_then``: goes on with what was at a time; ``same``: what makes a period one of another year;
    ``manner``: "year on year", thrown in;
    ``held_against``: what a figure is compared with; ``reached``: all between what a figure comes from and the figure;
    ``relative`` runs from the start of a relative clause to the end, ``goes_on`` to where its sentence goes on;
    ``possessive``: the end of a period that only what stands behind it is of ("2006's"); ``part_behind``: begins what
    is said of a part of a figure (", of which"); ``weekdays``: the days of the week, ``days`` their numbers
    from Monday on.
    """

    def __init__(self, language: str) -> None:
        data = section(language, "periods")

        def whole_words(name: str) -> re.Pattern[str]:
            return re.compile(rf"(?<!\w)(?:{fragment(data[name])})(?!\w)", re.IGNORECASE)

        self.breaks = re.compile(rf"[,;:()–]|(?<=\s)--?(?=\s)|(?<=\s)(?:{data['breaks']})(?=\s)")
        self.whole = re.compile(data["whole"], re.IGNORECASE)
        self.holds = whole_words("holds")
        self.present = whole_words("present")
        self.habit = whole_words("habit")
        self.definite = re.compile(rf"(?<!\w)(?:{fragment(data['definite'])})\s$", re.IGNORECASE)
        self.then = whole_words("then")
        self.alone = whole_words("alone")
        self.glance = whole_words("glance")
        self.now = whole_words("now")
        self.past_plan = whole_words("past_plan")
        self.relative = re.compile(rf", (?:{data['relative_pronouns']}) (?:[^,;:()]|,(?=\d))*$")
        self.goes_on = re.compile(r"(?:[^,;:()]|,(?=\d))*, ")
        self.perfect = whole_words("perfect")
        self.year_ago = whole_words("year_ago")
        self.prior_year = re.compile(fragment(data["prior_year"]), re.IGNORECASE)
        cues = data["cues"]
        compared = "|".join(fragment(cues[cue]) for cue in ("compared", "compared_direct", "compared_dated"))
        self.held_against = re.compile(rf"(?<!\w)(?:{compared})(?!\w)", re.IGNORECASE)
        self.back_then = re.compile(rf",\s(?:{fragment(data['back_then'])})\s", re.IGNORECASE)
        self.same = whole_words("same")
        self.manner = re.compile(rf",\s(?:{fragment(data['manner'])}),", re.IGNORECASE)
        self.grown = whole_words("grown")
        self.reached = re.compile(rf"\s(?:{fragment(cues['target'])})\s(?:\w+\s){{0,2}}[^\w\s]*", re.IGNORECASE)
        self.part_behind = re.compile(rf"[,;(–]\s?(?:{fragment(data['part_behind'])})(?!\w)", re.IGNORECASE)
        self.days: dict[str, int] = {day.lower(): number for day, number in data["weekdays"].items()}
        self.weekdays = re.compile(rf"(?<!\w)({'|'.join(self.days)})s?(?!\w)", re.IGNORECASE)
        self.possessive = re.compile(data["possessive"])

    def opening(self, text: str, figure: Span, sentence: Sentence) -> str:
        """The clause of a figure as far as it stands before it."""
        before = text[max(sentence.start, figure.start - CLAUSE) : figure.start]
        return self.breaks.split(before)[-1]

    def thrown_in(self, text: str, period: Span, figure: Span, sentence: Sentence) -> bool:
        """ "Sales, which included those of a unit sold in | May, | rose 5 percent": is the period one of a relative
        clause that is over before the figure?"""
        begun = self.relative.search(text, max(sentence.start, period.start - RELATIVE), period.start)
        return begun is not None and self.goes_on.match(text, period.end, figure.start) is not None

    def closing(self, text: str, figure: Span, sentence: Sentence) -> str:
        """The clause of a figure as far as it stands behind it."""
        return self.breaks.split(text[figure.end : min(sentence.end, figure.end + CLAUSE)])[0]

    def clause(self, text: str, figure: Span, sentence: Sentence) -> str:
        """The clause of a figure, as far as it stands around it."""
        return f"{self.opening(text, figure, sentence)} {self.closing(text, figure, sentence)}"


@cache
def words_of(language: str) -> PeriodWords:
    return PeriodWords(language)
