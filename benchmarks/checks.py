"""How well the checks find faults, and how seldom they raise false alarms.

    python -m benchmarks.checks [--gold FOLDER] [--corpus FOLDER] [--inconsistent] [--triples N] [--companies N]

Faults are planted, one at a time, into every fact with value, prior and relative change: into those that people found
in annotated articles, into what the engine reads in unlabelled ones and in the project's own; and into a ledger made
for it. Floors: of the changed signs, changed scales and exchanged figures 95 % are found where the growth is 5 % or
more, and no honestly rounded triple is inconsistent. Alarms on facts without a planted fault are listed: they are the
slips that the texts contain, or readings that are wrong. Of articles kept for validation nothing is listed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks import corpus, faults, honest, ledger_faults
from benchmarks.faults import Found, Stated
from kennzahl.checking import check
from kennzahl.reading import read

FLOOR = 0.95
WITH_FLOOR = ("sign", "scale", "exchange")
OUTCOMES = ("found", "uninformative", "missed")


def within(gold: Path, unlabelled: Path) -> Iterator[tuple[str, Iterable[Stated]]]:
    """The facts to plant faults into, by the name of their corpus; of folders that are there."""
    own = [one for language in corpus.LANGUAGES for one in corpus.samples(language)]
    yield "own samples, annotated", (stated for one in own for stated in faults.in_gold(one))
    yield "own samples, as read", (stated for one in own for stated in faults.in_reading(read(one.article)))
    sealed = corpus.sealed(gold)
    if gold.is_dir():
        known = [one for language in corpus.LANGUAGES for one in corpus.dev(gold, language)]
        yield "dev, annotated", (stated for one in known if not one.validation for stated in faults.in_gold(one))
        yield "validation, annotated", (stated for one in known if one.validation for stated in faults.in_gold(one))
    if unlabelled.is_dir():
        articles = (one for one in corpus.unlabelled(unlabelled) if one.doc_id not in sealed)
        yield "unlabelled, as read", (stated for one in articles for stated in faults.in_reading(read(one)))


def below_floor(found: Found) -> list[str]:
    """The kinds of faults that are found too seldom, in words."""
    shares = {kind: _share(found, kind) for kind in WITH_FLOOR}
    return [f"{kind}: {share:.1%} found, the floor is {FLOOR:.0%}" for kind, share in shares.items() if share < FLOOR]


def _share(found: Found, kind: str) -> float:
    """Found of all where the growth is large; all of none."""
    counts = found.counts(kind, large_only=True)
    return counts["found"] / counts.total() if counts else 1.0


# ---- as text


def show_within(name: str, found: Found, *, listed: bool) -> None:
    """Print a table of the kinds, and the alarms on what was left as it is."""
    print(f"\n{name}: {found.facts} facts")
    print(f"  {'':10}{'planted':>9}{'found':>9}{'uninformative':>15}{'missed':>9}   found where growth is 5 % or more")
    for kind in faults.KINDS:
        counts = found.counts(kind)
        row = f"{counts.total():9}{counts['found']:9}{counts['uninformative']:15}{counts['missed']:9}"
        print(f"  {kind:10}{row}   {_share(found, kind):6.1%}")
    print(f"  alarms on facts as they are: {len(found.alarms)}")
    for alarm in found.alarms if listed else ():
        print(f"    {alarm.stated.reading.article.doc_id}: {alarm.verdict.check}: {alarm.verdict.words}")
        print(f"      {alarm.stated.sentence}")


def show_across(found: ledger_faults.FoundAcross) -> None:
    """Print what became of the faults between articles."""
    print(f"\na ledger of {found.articles} articles: one fault a company")
    print(f"  {'':20}{'planted':>9}{'found':>9}{'uninformative':>15}{'missed':>9}")
    for kind in ledger_faults.KINDS:
        counts = [found.outcomes[kind, outcome] for outcome in OUTCOMES]
        if kind == ledger_faults.HONEST:
            print(f"  {'none':20}{sum(counts):9} companies, {counts[0]} with an alarm")
        else:
            print(f"  {kind:20}{sum(counts):9}{counts[0]:9}{counts[1]:15}{counts[2]:9}")


def show_inconsistent(gold: Path, unlabelled: Path) -> None:
    """Print every inconsistent verdict of the unlabelled articles with its sentence."""
    sealed = corpus.sealed(gold)
    for article in corpus.unlabelled(unlabelled):
        if article.doc_id not in sealed:
            reading = read(article)
            for verdict in check(reading):
                if verdict.outcome == "inconsistent":
                    stated = Stated(reading, verdict.fact)
                    print(f"{article.doc_id}: {verdict.check}: {stated.fact.metric}: {verdict.words}")
                    print(f"  {stated.sentence}")


def main(argv: Sequence[str] | None = None) -> None:
    """Measure and print; exit code 1 where a floor is missed."""
    parser = argparse.ArgumentParser(description="How well the checks find faults")
    parser.add_argument("--gold", type=Path, default=corpus.GOLD, help="folder of dev.de.jsonl and dev.en.jsonl")
    parser.add_argument("--corpus", type=Path, default=corpus.UNLABELLED, help="folder of the unlabelled articles")
    parser.add_argument("--inconsistent", action="store_true", help="list all inconsistent verdicts, unlabelled")
    parser.add_argument("--triples", type=int, default=100_000, metavar="N", help="honest triples (100000)")
    parser.add_argument("--companies", type=int, default=100, metavar="N", help="for each fault between articles (100)")
    arguments = parser.parse_args(argv)
    if arguments.inconsistent:
        show_inconsistent(arguments.gold, arguments.corpus)
        return
    missed = []
    for name, stated in within(arguments.gold, arguments.corpus):
        found = faults.plant(stated)
        show_within(name, found, listed="validation" not in name)
        missed += [f"{name}: {words}" for words in below_floor(found)]
    with tempfile.TemporaryDirectory() as folder:
        show_across(ledger_faults.measure(Path(folder), arguments.companies))
    false = honest.refuted(honest.triples(arguments.triples))
    print(f"\n{arguments.triples} honest triples: {len(false)} inconsistent")
    missed += [f"honest triple: {words}" for words in false]
    if missed:
        sys.exit("\n".join(["", "below the floor:", *missed]))


if __name__ == "__main__":
    main()
