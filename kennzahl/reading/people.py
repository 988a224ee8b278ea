"""What a number of people is: those who are employed, dismissed or hired, or customers, users and passengers."""

from __future__ import annotations

from kennzahl.reading.fitting import MOST_PEOPLE
from kennzahl.reading.government import figure_before, parted
from kennzahl.reading.grouping import Group
from kennzahl.reading.view import Figure, Named, View, size

HIRING = 2  # words from "hiring" to the people
EMPLOYS = 5  # words from "employs" to the headcount
AROUND = 12  # words around a count in which a verb says what happens to it
CLOSE = 5  # words from the people to "short-time work"
SPARED = 2  # words from "none" to "cut"
CUT = 3  # words from "reduce" to "headcount"


def surroundings(view: View, named: Named) -> tuple[int, int]:
    return max(named.first - AROUND, 0), min(named.last + AROUND, len(view.tokens) - 1)


def people_of(view: View, named: Named, group: Group) -> str | None:
    """Are they employed, dismissed or hired? "1,051 people were asked" is nobody's staff."""
    around, lead = surroundings(view, named), group.first.first
    if view.has("casualties", lead - CUT, named.last + CUT) or view.has("supports", lead - CUT, lead - 1):
        return None  # "killed | 15 workers", "supports | 5,000 jobs"
    if _shrinks(view, named, group):
        return "job_cuts"
    if any(_employs(view, word) for word in range(lead - EMPLOYS, lead)) or view.has(
        "staffed", lead - HIRING, lead - 1
    ):
        return "employees"
    if is_whole(view, group.first):
        return "employees"
    if (acts := _what_people_do(view, named)) is not None:
        return acts
    if view.has("short_time", lead, lead + CLOSE) or view.has("short_time", lead - CLOSE, lead):
        return "other"
    value = group.of("value")
    if value is not None and any(figure.partner is value and figure.role == "prior" for figure in group.figures):
        return "employees"  # "von 780 auf 690 Köpfe"
    if _is_staff(view, named) and named.first < lead and view.has("to", lead - 1, lead - 1):
        return "employees"  # "damit sank der Personalstand auf | 900"
    some = len(view.figures) > 1 or view.has("some_of", lead - EMPLOYS, lead - 1)
    whole = parted(view, group.first) if some else None
    part = whole is not None and not view.has("cuts", whole - 1, whole - 1)  # "für den Abbau von | 900 Stellen"
    hired = view.has("hires", lead - HIRING, lead - 1)  # "cutting 53 jobs but hiring | 21"
    lost = _are_cut(view, around) or (named.mention.term.jobs and view.has("affected", *around))
    if lost and not hired and (not part or _tells_of(view, named, "cuts")):
        return "job_cuts"
    if hired and group.first.role == "change" and group.first.direction > 0:
        return "hires"  # "will add | 20,000 seasonal workers"
    if view.has("hires", *around):
        more = view.has("additional", lead - 1, named.last)
        recruits = view.has("recruits", *around)
        return "hires" if named.mention.term.jobs or more or recruits else "employees"
    anyone = view.has("anyone", named.first, named.last)
    staff = view.has("employs", *around) or any(_is_staff(view, other) for other in view.metrics)
    if anyone and (size(group.first) > MOST_PEOPLE or not staff):
        return None
    return "employees"


def is_whole(view: View, figure: Figure) -> bool:
    """ "900 von 2000 | Stellen", "900 der derzeit 2000 | Jobs": the number that the one before is a part of, which is
    how many there are today, whatever happens to the part."""
    before = figure_before(view, figure)
    return before is not None and before.quantity.unit == "count" and parted(view, figure) == before.last + 1


def _shrinks(view: View, named: Named, group: Group) -> bool:
    """ "will die Zahl der Beschäftigten um | 900 senken": a headcount that somebody reduces, by so many, and not one
    that shrinks ("verringerte sich um 900") or is told beside it ("um 900 auf 5000")."""
    lead = group.first
    if not (lead.by and lead.role == "change" and lead.direction < 0 and len(group.figures) == 1):
        return False
    around = surroundings(view, named)
    return view.has("shrinks", *around) and not view.has("reflexives", *around) and _is_staff(view, named)


def _are_cut(view: View, around: tuple[int, int]) -> bool:
    """Does a word say that jobs go, and not that none does ("von den 400 Stellen werde | keine gestrichen")?"""
    cuts = (cue for cue in view.cues.get("cuts", ()) if around[0] <= cue.first and cue.last <= around[1])
    return any(not view.has("spared", cue.first - SPARED, cue.first - 1) for cue in cuts)


def moved(metric: str | None, group: Group) -> str | None:
    """ "is adding 5,000 jobs": the jobs that come or go are the figure itself, no change of it."""
    lead = group.first
    if metric in ("hires", "job_cuts") and lead.role == "change" and not lead.is_relative and len(group.figures) == 1:
        lead.role = "value"
    return metric


def _is_staff(view: View, named: Named) -> bool:
    """ "Der Personalstand belief sich auf 900 Menschen": a word that means only those who are employed."""
    return named.mention.metric == "employees" and not view.has("anyone", named.first, named.last)


def _tells_of(view: View, named: Named, group: str) -> bool:
    """ "Von den 2000 Stellen, | die bis 2026 wegfallen, ...": does a relative clause right behind say so?"""
    start = named.last + 1
    if view.forms(start, start) != [","] or not view.has("relatives", start + 1, start + 2):
        return False
    end = next((i for i in range(start + 1, len(view.tokens)) if view.tokens[i].form == ","), len(view.tokens))
    return view.has(group, start, end)


def _what_people_do(view: View, named: Named) -> str | None:
    """ "6,9 Millionen Menschen | bestellten": people that are no staff, by what they do."""
    if not view.has("anyone", named.first, named.last):
        return None
    doings = (("orders", "customers"), ("makes_use", "users"), ("travels", "passengers"))
    return next((metric for group, metric in doings if view.has(group, *surroundings(view, named))), None)


def _employs(view: View, word: int) -> bool:
    """Does a word say how many there are ("employs"), and not what happens to them ("reduce headcount")? Not those
    themselves: "von den 2.900 | Beschäftigten müssen 150 gehen"."""
    if any(figure.last + 1 == word for figure in view.figures):
        return False
    return view.has("employs", word, word) and not view.has("cuts", word - CUT, word - 1)
