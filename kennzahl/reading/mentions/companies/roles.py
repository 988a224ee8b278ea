"""What a named company does in its sentence: own figures, be quoted, or be somebody's deal, rival or customer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from kennzahl.languages import section
from kennzahl.reading.letters import HIGH, LOW
from kennzahl.reading.mentions.companies.legal import legal_forms
from kennzahl.reading.mentions.companies.mention import CompanyMention, Role
from kennzahl.reading.mentions.companies.patterns import WORD, LeftContext
from kennzahl.reading.mentions.companies.persons import speaks_for
from kennzahl.reading.mentions.companies.scan import LINE_END, Scan

REACH = 90
LONGEST_BETWEEN = 60
BOUGHT = 4
"""Words from the name of a company to "acquisition"."""
APPOSITION = 15
"""Words between the commas that say what a company is."""
OPENING = 4
"""Words before the name of a rival that its sentence is about, and behind it to the verb."""
GAPPED = 3
"""Words before the name of a rival, and with which its clause begins, that has no verb."""
TICKER_ENDS = re.compile(r"\.[A-Z]{1,2} ?[)>]")
"""The rest of a ticker behind the name that it begins with: "( MST | .N )"."""
OPENED = re.compile(rf"(?: [{HIGH}][{LOW}]{{1,4}}\.?)? [(<] ?")
"""Between a name and its ticker: "Muster Ltd ( | MST.N )"."""
SYMBOL = re.compile(rf"^{TICKER_ENDS.pattern}|{OPENED.pattern}[A-Z]{{1,6}}{TICKER_ENDS.pattern}")
"""What stands behind a name in a row: the rest of its ticker, or all of it."""
MODEL = re.compile(r"[A-Z]{0,2}\d{3}[A-Za-z]{0,4}|[A-Z]\d{1,3}")
"""What makes a name a product's: 'Boeing 737', 'Airbus A321'."""


def role_of(scan: Scan, first: int, last: int, listed: bool = False) -> Role:
    """The role of the name at words ``first`` to ``last``, by the words around it; ``listed``: it is one that the
    catalogue knows, whose word is rather on its own business."""
    lexicon, text = scan.lexicon, scan.article.text
    if scan.spaced(last) == " " and scan.lower(last + 1) in legal_forms().words:
        last += 1  # "Muster Co | analyst Jane Doe"
    elif scan.spaced(last) == " & " and scan.lower(last + 1) in legal_forms().words:
        last += 1  # "Muster & Co | analysts"
    gap, following = scan.spaced(last), scan.lower(last + 1)
    if gap == ". " and last + 1 < len(scan.words) and scan.words[last + 1].islower():
        gap = " "  # "Muster Inc. | analyst Jane Doe"
    if gap in ("-", "‑"):
        head = following
        if head in lexicon.heads["analyst"]:
            return "analyst"
        if scan.lower(first - 1) in lexicon.determiners and scan.lower(first - 2) in _owned(lexicon.language):
            return "other"  # "die Tochter des | Muster-Konzerns"
        trade = head not in lexicon.heads["other"] and lexicon.noun(head) is not None
        return "subject" if trade or head in lexicon.heads["own"] else "other"
    if gap in ("'", "’") and following == "s":
        gap, following = scan.spaced(last + 1), scan.lower(last + 2)
    elif gap in ("' ", "’ "):
        gap = " "
    if gap == " ":
        behind = {following, f"{following} {scan.lower(last + 2)}"}
        if not lexicon.after["analyst"].isdisjoint(behind):
            return "analyst"
        if not lexicon.after["other"].isdisjoint(behind):
            return "other"
    if _is_bought(scan, first, last):
        return "other"
    if gap == " " and _owns_another(scan, last):
        return "other"
    if gap == " " and following in lexicon.receives and _gives(scan, first):
        return "other"
    if gap in (" ", "-") and _is_model(scan, last + 1) and not _counts(scan, first, last + 1):
        return "other"
    start = scan.starts[first]
    if speaks_for(scan, first):
        return "analyst"
    left = lexicon.initial.sub(" ", LINE_END.sub(" ", text[max(0, start - REACH) : start]))
    clause = left[max(left.rfind(mark) for mark in (", ", "; ", ": ", "(", '"', ". ")) + 1 :]
    folded = clause.casefold()
    words = frozenset(WORD.findall(folded))
    if lexicon.foretold is not None and lexicon.foretold.search(folded, words):
        return "subject"  # "raised its forecast on | Muster"
    for context, kind in lexicon.before:
        if (found := context.search(folded, words)) is not None:
            if kind == "source":
                if not listed and _only_quoted(scan, first, context):
                    return "analyst"
                continue
            if kind == "analyst":
                # "research firm Muster expects | Intel to"
                told = any(word in lexicon.speaks or word in lexicon.expects for word in found[0].split())
                return "subject" if told or _in_headline(scan, first) else "analyst"
            known = _tells(scan, last, clause, found[0]) or _is_described(scan, first) or _opens(scan, first)
            return "subject" if known else "other"
    return "subject"


def _tells(scan: Scan, last: int, clause: str, cue: str) -> bool:
    """ "Rival | Muster posted", "Excluding special items | Muster earned", not "the No. 3 behind | Muster, said"."""
    relation, lexicon = cue.split()[-1], scan.lexicon
    is_rival = lexicon.compounds or not lexicon.relations.isdisjoint((relation, relation.removesuffix("s")))
    begun = clause.split(maxsplit=1)[0] in introductions(lexicon.language) and " " in cue.strip()
    return (is_rival or begun) and _reports(scan, last, clause)


def _is_model(scan: Scan, number: int) -> bool:
    """ "Boeing | 737", but not "Honda | 120,000"?"""
    if number >= len(scan.words) or MODEL.fullmatch(scan.words[number]) is None:
        return False
    return not (scan.gap(number) in (",", ".") and scan.lower(number + 1).isdigit())


def _counts(scan: Scan, first: int, number: int) -> bool:
    """ "Nun liefert Muster | 286 Züge": behind its verb and a company, a number counts the noun behind; an amount's
    ("dass Muster | 286 Millionen verdient") always does."""
    lexicon = scan.lexicon
    noun = scan.gap(number) == " " and number + 1 < len(scan.words) and scan.capitalised(number + 1)
    if lexicon.compounds and noun and scan.lowers[number + 1] in lexicon.not_names:
        return True
    before = scan.lower(first - 1)
    return lexicon.compounds and noun and (before in lexicon.reports or before in lexicon.speaks)


def _only_quoted(scan: Scan, first: int, context: LeftContext) -> bool:
    """ "according to | Muster", whom the text names nowhere else: what he says is of others."""
    name, text = scan.words[first], scan.article.text
    if ("only quoted", name) not in scan.answers:
        starts = [scan.starts[index] for index, word in enumerate(scan.words) if word == name]
        before = [LINE_END.sub(" ", text[max(0, start - REACH) : start]).casefold() for start in starts]
        scan.answers["only quoted", name] = all(map(context.search, before))
    return scan.answers["only quoted", name]


def _is_bought(scan: Scan, first: int, last: int) -> bool:
    """ "the Muster | acquisition", but neither "Muster's acquisition" nor "a Muster acquisition of"?"""
    deals, of = scan.lexicon.after.get("bought", frozenset()), scan.lexicon.part_of
    whole = scan.lower(first - 1) in scan.lexicon.determiners  # "the Muster consumer unit | acquisition"
    for index in range(last + 1, last + 1 + (BOUGHT if whole else 1)):
        if scan.spaced(index - 1) not in (" ", ".", ". ") or scan.lower(index) in scan.lexicon.speaks:
            return False
        if scan.lower(index) in deals:
            return scan.lower(index + 1) not in of
    return False


def _owns_another(scan: Scan, last: int) -> bool:
    """ "Musters | Billig-Tochter verdiente": is it the one to whom another belongs, which is not named here?"""
    if not scan.lowers[last].endswith(scan.lexicon.genitive):
        return False
    noun = last + 1
    while scan.gap(noun) == "-":
        noun += 1
    return scan.lower(noun) in _owned(scan.lexicon.language) and not scan.capitalised(noun + 1)


@cache
def _owned(language: str) -> frozenset[str]:
    """What a company is to the one that it belongs to."""
    return frozenset(section(language, "companies").get("owned", ()))


def _gives(scan: Scan, first: int) -> bool:
    """ "Von der | Muster-Bahn erhält das Unternehmen einen Auftrag": is it who gives what the sentence tells of?"""
    of = first - 1 - (scan.lower(first - 1) in scan.lexicon.determiners)
    return of in scan.firsts and scan.lower(of) in scan.lexicon.part_of


def _in_headline(scan: Scan, first: int) -> bool:
    """ "Muster-Bank zieht Anleger an | Die Privatbank Muster": what the text is about is no house that is quoted."""
    opening = scan.sentences[0] if scan.sentences else None
    return opening is not None and scan.words[first] in scan.words[: min(scan.index_at(opening.end), first)]


def _is_described(scan: Scan, first: int) -> bool:
    """ "Evotec-Rivale | Nucleda": what a company is to another says who it is."""
    compound = first > 1 and scan.gap(first - 1) == " " and scan.gap(first - 2) == "-" and scan.taken[first - 2]
    return bool(compound) and scan.lowers[first - 1] in scan.lexicon.relations


def _opens(scan: Scan, first: int) -> bool:
    """ "Der Konkurrent | Airbus lieferte ...": the subject of its sentence, by the article in front."""
    lexicon = scan.lexicon
    if scan.gap(first - 1) != " " or scan.lower(first - 1) not in lexicon.relations:
        return False
    article = first - 2 in scan.firsts and scan.lower(first - 2) in lexicon.subject_articles
    return article or first - 1 in scan.firsts


def _reports(scan: Scan, last: int, left: str) -> bool:
    """ "European rival Airbus last week posted ...", "after rival Airbus posted": a rival that its sentence or clause
    begins with has figures."""
    before = left.split()
    begun = [i for i, word in enumerate(before) if word in scan.lexicon.conjunctions]
    before = before[begun[-1] + 1 if begun else 0 :]
    if len(before) > OPENING or not scan.lexicon.prepositions.isdisjoint(map(str.casefold, before)):
        return False  # "Ahead of rival Muster, | the company said"
    if scan.gap(last).lstrip().startswith("(") and (ends := _behind_brackets(scan, last)) is not None:
        last = ends
    if scan.owns(last + 1) and scan.gap(last).endswith(", "):
        last = _behind_apposition(scan, last)  # "Rival Muster, | India's top maker, | said"
    elif scan.gap(last) == ", " and (scan.lower(last + 1) in scan.lexicon.subject or scan.capitalised(last + 1)):
        return False  # "Excluding Muster, | it earned ...", "Unlike Muster, | Sample earned ..."
    if scan.gap(last) == ", " and scan.lower(last + 1) in scan.lexicon.indefinite:
        last = _behind_apposition(scan, last)  # "Smaller rival Muster, | a newcomer to the market, | said"
    for index in range(last + 1, last + 1 + OPENING):
        if index > last + 1 and scan.gap(index - 1) == ", ":
            return False  # "Excluding the Muster gain, | Sample earned"
        if scan.lower(index) in scan.lexicon.speaks:
            return True
        if scan.lexicon.compounds and scan.lower(index) in scan.lexicon.tells and _has_figure(scan, index):
            return True
    return _is_gapped(scan, last, before)


def _has_figure(scan: Scan, verb: int) -> bool:
    """ "Die Mutter Muster kam auf | 5 Millionen", but not "... hat angekündigt, | ihr Geschäft zu verkaufen"?"""
    for index in range(verb + 1, min(verb + APPOSITION, len(scan.words))):
        if scan.words[index][:1].isdigit():
            return True
        if scan.gap(index) != " ":
            break
    return False


def _is_gapped(scan: Scan, last: int, before: Sequence[str]) -> bool:
    """ "..., Konkurrent | Muster um 5 Prozent", "..., der Rivale | Muster 4 Millionen": a subject without its verb?"""
    if not before or before[-1].casefold() not in scan.lexicon.relations or len(before) > GAPPED:
        return False
    figure = last + 1 + (scan.lower(last + 1) in scan.lexicon.gapped)
    return scan.lexicon.compounds and scan.gap(last) == " " and scan.lower(figure)[:1].isdigit()


def _behind_brackets(scan: Scan, last: int) -> int | None:
    """The last word within the brackets that open behind a word; None where they do not close soon."""
    return next((i for i in range(last + 1, min(last + OPENING, len(scan.words))) if ")" in scan.gap(i)), None)


def _behind_apposition(scan: Scan, last: int) -> int:
    """The last word of what a name is said to be behind its comma, else the name's."""
    for index in range(last + 1, min(last + APPOSITION, len(scan.words))):
        if index in scan.firsts:
            break
        if scan.gap(index) == ", ":
            return index
    return last


def with_lists(scan: Scan, mentions: Sequence[CompanyMention]) -> list[CompanyMention]:
    """Names in a row share the first one's role: 'rivals Mizuho and Sumitomo Mitsui', but not 'unlike Mizuho, Sumitomo
    said'."""
    found: list[CompanyMention] = []
    for mention in mentions:
        before = found[-1] if found else None
        if before is not None and before.role in ("other", "analyst") and mention.role == "subject":
            between = scan.article.text[before.end : mention.start].replace(" ,", ",")
            tells = between == ", " and scan.lower(scan.index_at(mention.end)) in scan.lexicon.speaks
            listed = not tells and scan.lexicon.listed.fullmatch(SYMBOL.sub("", between))
            ticker = OPENED.fullmatch(between) and TICKER_ENDS.match(scan.article.text, mention.end)
            symbol = mention.company == before.company and ticker is not None
            apart = between == ", " and _introduced(scan, before) and _goes_on(scan, mention)
            if symbol or (between.strip() and len(between) < LONGEST_BETWEEN and listed and not apart):
                mention = replace(mention, role=before.role)
        if mention.role == "subject" and _has_its_analyst_say(scan, mention, found):
            mention = replace(mention, role="analyst")
        found.append(mention)
    return found


def _has_its_analyst_say(scan: Scan, mention: CompanyMention, before: Sequence[CompanyMention]) -> bool:
    """ "Muster analyst Jane Doe ...", and later "| Muster's | Doe said": does a house speak by whom it spoke before?"""
    last = scan.index_before(mention.end)
    if scan.gap(last) not in ("'", "’") or scan.lower(last + 1) != "s" or not scan.lower(last + 2):
        return False
    person = scan.capitalised(last + 2) and scan.gap(last + 2) == " "
    said = person and scan.lower(last + 3) in scan.lexicon.speaks
    return said and any(one.role == "analyst" and one.company == mention.company for one in before)


def _introduced(scan: Scan, mention: CompanyMention) -> bool:
    """ "Unlike | Muster, Sample grew": does the name stand in the phrase that its sentence begins with?"""
    before = scan.index_at(mention.start) - 1
    return before in scan.firsts and scan.words[before] in introductions(scan.lexicon.language)


def _goes_on(scan: Scan, mention: CompanyMention) -> bool:
    """Does the sentence go on right behind the name, and not the list?"""
    last = scan.index_before(mention.end)
    return scan.spaced(last) == " " and scan.lower(last + 1) not in scan.lexicon.list_joins


@cache
def introductions(language: str) -> frozenset[str]:
    """The first words of a phrase that a sentence begins with, as printed."""
    return frozenset(section(language, "companies").get("introductions", ()))
