"""An "it" that stands for what was said before: "2024 sollen es 44 Milliarden werden", "konzernweit waren es 2.000"."""

from __future__ import annotations

from collections.abc import Sequence

from kennzahl.catalog.metrics import metrics
from kennzahl.facts import Sentence, is_money
from kennzahl.reading.clauses import BORDERS, opening
from kennzahl.reading.cues import Cue
from kennzahl.reading.fitting import fits_metric
from kennzahl.reading.grouping import Group
from kennzahl.reading.mentions import metrics as words
from kennzahl.reading.mentions.metrics import MetricMention
from kennzahl.reading.statement import Statement
from kennzahl.reading.tokens import POSSESSIVE
from kennzahl.reading.view import Figure, View, size

GAP = 3  # characters between two sentences
VERB = 5  # words from "accounts for" to the share
TOLD_BY = ("up", "down", "past", "copulas", "left.value")
LEVELS = ("up", "down", "amounts")


def resumed(view: View, group: Group, here: Sequence[Statement], before: Statement | None) -> Statement | None:
    """The statement of this sentence or the last before it that the subject of the group's clause stands for."""
    lead = group.first
    looks = lead.consensus or view.has("guidance", 0, len(view.tokens))
    here_too = looks and _begun(view, lead, view.cues.get("in_this", ()))
    if not here_too and (lead.consensus or not _is_it(view, lead)):
        return None
    homes = {figure for statement in here for figure in statement.figures}
    if any(figure.last < lead.first and figure not in homes for figure in view.figures):
        return None  # "notiert bei 1.039 Punkten, vor einem Jahr waren es 5.000": of what is no company's
    said = [*reversed(here), *([before] if before is not None else [])]
    statement = next((one for one in said if _goes_on(one, lead)), None)
    if statement is None:
        return None
    if lead.is_bare:
        lead.partner = statement.slots.get("value")
    change = statement.slots.get("change_pct")
    if lead.is_relative and change is not None and not lead.direction:
        lead.direction = change.direction
    return statement


def part_of(view: View, group: Group, here: Sequence[Statement], before: Statement | None) -> Statement | None:
    """ "Sie streicht 900 Stellen. 130 | davon betreffen Peru", "Davon entfielen 4,1 Milliarden auf die Bahn": the
    statement whose value a number is a part of."""
    lead = group.first
    if lead.is_relative or lead.consensus or lead.per_share or lead.role not in ("none", "value"):
        return None
    start = opening(view, lead)
    opens = view.has("of_it", start, start + 1)
    if not opens and not of_it_behind(view, lead):
        return None
    said = [one for one in here if one.lead.last < lead.first] or ([before] if before is not None else [])
    whole = said[-1].slots.get("value") if said else None
    if whole is None or not (lead.is_bare or whole.quantity.unit == lead.quantity.unit):
        return None
    if lead.is_bare:
        lead.partner = whole
    return said[-1] if size(lead) < size(whole) or lead.quantity.step < whole.quantity.step else None


def is_that_of(view: View, figure: Figure) -> bool:
    """ "Muster's | fell 5 percent", "jener der Muster AG | sank um 5 Prozent": does the clause have a possessor for its
    subject, whose noun was said before?"""
    start = opening(view, figure)
    for cue in view.cues.get("that_of", ()):
        if start <= cue.first <= start + 1 and _is_name(view, cue.last + 1):
            return any(view.has(group, cue.last + 2, figure.first) for group in TOLD_BY)
    if figure.quantity.form == "multiple" and _is_possessor(view, figure.first - 1):
        return True  # "Muster's | doubled"
    verb = next((word for word in range(figure.first - 1, start, -1) if _is_possessor(view, word - 1)), None)
    if verb is None:
        return False
    moves = [cue for group in TOLD_BY for cue in view.cues.get(group, ()) if cue.first == verb]
    return bool(moves) and all(_is_small(view, word) for word in range(verb + 1, figure.first))


def _is_possessor(view: View, word: int) -> bool:
    return word >= 0 and view.tokens[word].form.endswith(POSSESSIVE) and _is_name(view, word)


def _is_name(view: View, word: int) -> bool:
    return word < len(view.tokens) and view.text[view.tokens[word].start].isupper()


def _is_small(view: View, word: int) -> bool:
    """Is it a word that may stand between a verb and its figure ("by about")?"""
    cues = view.beginning.get(word, ())
    return any(cue.group in ("fillers", "left.change", "to") for cue in cues) and not view.has("of", word, word)


def of_it_behind(view: View, lead: Figure) -> bool:
    """ "130 | davon", and not "130 Millionen Euro|, davon die Hälfte": is the number a part of what was said?"""
    until = lead.last + (1 if view.forms(lead.last + 1, lead.last + 1) == [","] else 2)
    return view.has("of_it", lead.last + 1, until)


def _is_it(view: View, figure: Figure) -> bool:
    """Is the subject before the figure, in its own clause, an "it"?"""
    planned = [cue for cue in view.cues.get("was_planned", ()) if cue.first == 0]  # "Eingeplant waren | 5 Millionen"
    cues = [*planned, *view.cues.get("it_is", ()), *(view.cues.get("it_goes", ()) if figure.direction else ())]
    return _begun(view, figure, cues)


def _begun(view: View, figure: Figure, cues: Sequence[Cue]) -> bool:
    """Does one of these words stand before the figure in its clause, and no other figure between?"""
    last = max((cue.last for cue in cues if cue.last < figure.first), default=None)
    if last is None or view.count(BORDERS, last, figure.first - 1):
        return False
    return not any(last < other.first < figure.first for other in view.figures)


def _goes_on(statement: Statement, figure: Figure) -> bool:
    """Can the figure be another value or change of what the statement is about?"""
    value, unit = statement.slots.get("value"), figure.quantity.unit
    if unit == "%":
        return metrics()[statement.metric].measure == "ratio" or "change_pct" in statement.slots
    if value is None or figure.role not in ("none", "value"):
        return False
    if unit == "count":
        return (figure.is_bare and not value.is_relative) or (
            value.quantity.unit == "count" and figure.quantity.noun == value.quantity.noun
        )
    return is_money(unit) and is_money(value.quantity.unit)


def is_another_share(view: View, group: Group, before: Statement | None) -> bool:
    """ "Licensing accounts for 13 percent of revenue. Publishing accounts for | 26 percent.": of the same whole."""
    lead = group.first
    if before is None or before.metric != "other" or before.lead.role != "share" or not follows(before, view):
        return False
    alone = len(view.figures) == 1 and lead.is_relative and lead.role in ("none", "value") and not lead.consensus
    return alone and view.has("shares_of", lead.first - VERB, lead.first - 1)


def follows(before: Statement, view: View) -> bool:
    """Was the statement made in the sentence right before?"""
    return 0 <= view.sentence.start - before.view.sentence.end <= GAP


def subject_of(view: View, before: Sentence, language: str) -> MetricMention | None:
    """ "Beim Umsatz lief es gut. | Er stieg auf 5 Millionen": the one metric of a sentence without figures that a
    pronoun of the next one stands for."""
    if not _refers_back(view):
        return None
    named = [mention for mention in words.find(view.text, language, before.start, before.end) if mention.metric]
    if len({mention.metric for mention in named}) != 1:
        return None
    last, term = named[-1], named[-1].term
    noun = " " not in view.text[last.start : last.end] and not (term.verb or term.final or term.particle)
    return last if noun else None


def _refers_back(view: View) -> bool:
    """Does a pronoun begin the sentence or stand behind its verb ("Bis Juni | lag dieser | bei 5 Millionen"), or is it
    called what it is ("kletterte | diese Kennzahl | auf 5 Millionen")?"""
    figure = view.figures[0].first if view.figures else len(view.tokens)
    if view.has("that_figure", 0, figure):
        return True
    pronouns = [cue.first for cue in view.cues.get("anaphors", ()) if cue.last < figure]
    return any(word == 0 or any(view.has(name, word - 1, word - 1) for name in LEVELS) for word in pronouns)


def goes_on_with(subject: MetricMention, view: View, group: Group) -> bool:
    """Can the figures be those of such a metric, and does a verb say that it moved or stood there?"""
    metric, lead = subject.metric, group.first
    stood = view.has("amounts", 0, lead.first)
    if metric is None or lead.role == "share" or (lead.role == "none" and (lead.is_bare or not stood)):
        return False
    moved = any(view.has(name, 0, len(view.tokens)) for name in ("up", "down"))
    return (moved or stood) and all(fits_metric(metric, figure) for figure in group.figures)
