"""Words that name a key figure ("Quartalsgewinn", "same-store sales"), or something that is no company's figure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise, takewhile
from typing import Any

from kennzahl import languages
from kennzahl.facts import is_money
from kennzahl.reading.remembered import Remembered
from kennzahl.reading.tokens import Phrases, Token, printed_end, tokenise


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a language's ``metrics.terms``: what a phrase means."""

    metric: str | None = None
    aside: str | None = None
    loss: bool = False
    adjusted: bool = False
    verb: bool = False
    counted: bool = False
    jobs: bool = False
    anyone: bool = False
    per_share: bool = False
    final: bool = False
    stock: bool = False
    amount: bool = False
    nothing: bool = False
    period: str | None = None
    particle: str | None = None
    money: str | None = None
    share: str | None = None
    understood: bool = False
    adjective: bool = False
    taken: bool = False
    bulk: str | None = None

    def of(self, unit: str) -> str | None:
        """The metric that a figure of this unit is: what is sold "for 5 million" is not 5 million that are sold."""
        if is_money(unit) and self.money is not None:
            return self.money
        return self.share if unit == "%" and self.share is not None else self.metric


@dataclass(frozen=True, slots=True)
class MetricMention:
    """A metric's name in the text, ``text[start:end]``.

    ``direction`` is +1 or -1 where the word itself says that the figure is a change ("Umsatzplus", "Gewinneinbruch");
    ``plan`` where it names a target ("Umsatzprognose"); ``comparison`` where it names the value compared with
    ("Vorjahresgewinn"); ``segment`` is the first part of a compound that names a part of the company ("Cloud").
    """

    start: int
    end: int
    term: Term
    direction: int = 0
    plan: bool = False
    comparison: bool = False
    segment: str | None = None
    period: str | None = None

    @property
    def metric(self) -> str | None:
        return self.term.metric

    @property
    def aside(self) -> str | None:
        return self.term.aside


class Lexicon:
    """The metric words of one language, compiled."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._phrases: Phrases[Term] = Phrases(data["inflections"])
        for entry in data["terms"]:
            term = Term(**{key: value for key, value in entry.items() if key != "say"})
            for phrase in entry["say"]:
                self._phrases.add(phrase, term)
        self._change: dict[str, int] = data["change_suffixes"]
        self._plan: tuple[str, ...] = tuple(data["plan_suffixes"])
        linked = (prefix + sound for prefix in data["neutral_prefixes"] for sound in data.get("linking", ()))
        self._neutral = frozenset([*data["neutral_prefixes"], *linked])
        self._periods: dict[str, str] = data["period_prefixes"]
        self._comparisons = sorted(data["comparison_prefixes"], key=len, reverse=True)
        self._adjusted = frozenset(data["adjusted_prefixes"])
        self._joins = frozenset(data.get("joins", ()))
        self._suffixes = (*self._change, *self._plan)
        self._derived: Remembered[str, MetricMention | None] = Remembered(self._derive)
        self._followers: Remembered[str, frozenset[str] | None] = Remembered(self._begun_by)

    def find(self, text: str, tokens: list[Token]) -> list[MetricMention]:
        """All metric words among the tokens of a sentence, left to right, the longest phrase at each place."""
        found: list[MetricMention] = []
        resume = 0
        forms = [token.form for token in tokens]
        following = [*forms[1:], ""]
        for index, followers in enumerate(map(self._followers.__getitem__, forms)):
            if index < resume or (followers is not None and following[index] not in followers):
                continue
            token = tokens[index]
            match = self._phrases.at(tokens, index)
            if match is not None and not self._is_whole(match.payload, tokens, match.last):
                match = None
            alone = match is not None and match.payload.loss and not match.prefix  # "Betriebsverlust" is a term itself
            single = match is None or match.first == match.last
            derived = self._derived[token.form] if single and not alone else None
            if derived is not None and (match is None or match.prefix or len(token.form) > 5):
                segment = self._as_written(text, token, derived.segment)
                found.append(replace(derived, start=token.start, end=token.end, segment=segment))
            elif match is not None:
                mention = MetricMention(token.start, tokens[match.last].end, match.payload)
                if not match.payload.nothing:
                    found.append(self._with_prefix(mention, match.prefix, text, token))
                resume = match.last + 1
        return found

    def _is_whole(self, term: Term, tokens: list[Token], last: int) -> bool:
        """Does a verb that is parted have its other half at the end of a clause ("nahm 5 Millionen Euro *ein*")?
        And is a reason to set figures aside no half of a compound ("wechselkurs- und portfoliobereinigt")?"""
        if term.aside is not None and [token.form for token in tokens[last + 1 : last + 2]] == ["-"]:
            return not any(token.form in self._joins for token in tokens[last + 2 : last + 3])
        if term.particle is None:
            return True
        clause = takewhile(lambda token: token.form != ",", tokens[last + 1 :])  # "steigt ..., | Muster stellt 5 ein"
        behind, halves = [*clause, Token(0, 0, ".")], term.particle.split("|")
        return any(
            token.form in halves and (not after.form[0].isalnum() or after.form in self._joins)
            for token, after in pairwise(behind)
        )

    def _begun_by(self, form: str) -> frozenset[str] | None:
        """What has to follow a word so that it begins a term: most words begin none. None where nothing has to."""
        return self._phrases.followers(form) if self._derived[form] is None else None

    def _derive(self, form: str) -> MetricMention | None:
        """ "Umsatzplus", "Gewinneinbruch", "Absatzprognose": a metric word with a word of change or plan at its end."""
        if not form.endswith(self._suffixes):
            return None
        for suffix in self._suffixes:
            stem = form.removesuffix(suffix).rstrip("-") if form.endswith(suffix) else ""
            if len(stem) > 2 and (match := self._phrases.at([Token(0, len(stem), stem)], 0)) and match.payload.metric:
                base = MetricMention(
                    0, 0, match.payload, direction=self._change.get(suffix, 0), plan=suffix in self._plan
                )
                return self._with_prefix(base, match.prefix)
        return None

    def _with_prefix(
        self, mention: MetricMention, prefix: str, text: str | None = None, token: Token | None = None
    ) -> MetricMention:
        part = prefix.strip("-")
        if any(part.startswith(known) for known in self._comparisons):
            return replace(mention, comparison=True)
        if not part or part in self._neutral:
            return mention
        for known, period in self._periods.items():
            if part.startswith(known):
                return replace(mention, period=period)
        if part in self._adjusted:
            return replace(mention, term=replace(mention.term, adjusted=True))
        if mention.aside is not None:
            return mention
        segment = prefix if text is None or token is None else self._as_written(text, token, prefix)
        return replace(mention, segment=segment)

    @staticmethod
    def _as_written(text: str, token: Token, prefix: str | None) -> str | None:
        if not prefix or not token.form.startswith(prefix):
            return None  # "ein neues | Reife-lager": the first part of a later word
        return text[token.start : printed_end(text, token.start, prefix)].rstrip("-")


@cache
def lexicon(language: str) -> Lexicon:
    """The compiled metric words of a language."""
    return Lexicon(languages.section(language, "metrics"))


def find(text: str, language: str, start: int = 0, end: int | None = None) -> list[MetricMention]:
    """All metric words of ``text[start:end]``."""
    return lexicon(language).find(text, tokenise(text, start, end))
