"""``kennzahl evaluate``: how well the engine reads articles whose facts are known."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from cli.errors import UsageError

if TYPE_CHECKING:
    from rich.table import Table

    from kennzahl.evaluation import Document, Evaluation, Tally
    from kennzahl.facts import Article

FactsByDocument: TypeAlias = Mapping[str, Sequence[Mapping[str, Any]]]

EPILOG = """\
A gold file holds one JSON object a line: {"doc_id": ..., "facts": [...]}, and beside them the article, as "title",
"text" and "published", or as "text_file": its path from the gold file's folder or a folder above it.

levels: figure (value and unit are right), core (and the metric), fact (and company, period and kind), row (and
segment, adjusted, change and prior). A prediction that only restates a comparison value is left out of the count.

examples:
  kennzahl evaluate tests/gold/samples.de.jsonl
  kennzahl evaluate tests/gold/samples.de.jsonl --errors 20 --by metric
  kennzahl evaluate gold.jsonl --predicted facts.jsonl      facts of another version, or of another tool

exit codes: 0 measured; 2 wrong usage, or a file that breaks the contract"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser(
        "evaluate",
        help="measure the engine against articles whose facts are known",
        description="Read the articles of a gold file and print precision, recall and F1 of what was found.\n"
        "For people who tune the lexicons.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("gold", type=Path, metavar="GOLD.jsonl", help="articles with the facts that are in them")
    parser.add_argument(
        "--predicted", type=Path, metavar="FILE", help="measure these facts (`kennzahl read --json`) instead of reading"
    )
    parser.add_argument(
        "--errors", type=_count, default=0, metavar="N", help="print the first N missed and spurious facts"
    )
    parser.add_argument("--by", choices=("metric", "document"), help="also print a table by metric or by document")
    parser.set_defaults(execute=execute)


def execute(arguments: argparse.Namespace) -> int:
    """Measure; the exit code."""
    from cli.terminal import clean, console
    from kennzahl.evaluation import evaluate

    gold = _load(arguments.gold)
    if arguments.predicted:
        predicted = _facts(_load(arguments.predicted))
        if unknown := next((doc_id for doc_id in predicted if doc_id not in gold), None):
            raise UsageError(f"{arguments.predicted}: doc_id {unknown!r} is not in {arguments.gold}")
    else:
        predicted = _read(arguments.gold, gold)
    result = evaluate(_facts(gold), predicted)
    screen = console()
    screen.print(f"{result.documents} documents")
    screen.print(_tallies("level", result.levels))
    screen.print(_attributes(result))
    if arguments.by:
        by = result.by_metric if arguments.by == "metric" else result.by_document
        screen.print(_tallies(arguments.by, dict(sorted(by.items(), key=lambda item: (-item[1].gold, item[0])))))
    for difference in result.differences[: arguments.errors]:
        stated = {key: value for key, value in difference.fact.items() if value not in (None, False, "=")}
        words = f"{difference.what:8} {difference.doc_id}  {json.dumps(stated, ensure_ascii=False)}"
        screen.print(clean(words), soft_wrap=True)
    return 0


def _count(given: str) -> int:
    count = int(given)
    if count < 0:
        raise argparse.ArgumentTypeError("must not be negative")
    return count


def _load(path: Path) -> dict[str, Document]:
    from kennzahl.evaluation import Malformed, read_documents

    try:
        with path.open(encoding="utf-8") as lines:
            return {document.doc_id: document for document in read_documents(lines, str(path))}
    except Malformed as error:
        raise UsageError(str(error)) from None
    except UnicodeDecodeError:
        raise UsageError(f"{path} is no UTF-8 text") from None
    except OSError as error:
        raise UsageError(f"{path} could not be read: {error.strerror}") from None


def _facts(documents: Mapping[str, Document]) -> FactsByDocument:
    return {doc_id: document.facts for doc_id, document in documents.items()}


def _read(gold_file: Path, gold: Mapping[str, Document]) -> FactsByDocument:
    from kennzahl.contract import to_contract
    from kennzahl.reading import read

    articles = {doc_id: _article(gold_file, document) for doc_id, document in gold.items()}
    return {
        doc_id: [to_contract(fact, article) for fact in read(article).facts] for doc_id, article in articles.items()
    }


def _article(gold_file: Path, document: Document) -> Article:
    from kennzahl.articles import Given, read_bytes
    from kennzahl.facts import Article
    from tasks.dates import moment

    where = f"{gold_file}: {document.doc_id}"
    if document.text is not None:
        record = {
            "doc_id": document.doc_id,
            "title": document.title,
            "text": document.text,
            "published": document.published,
            "lang": document.language,
        }
        found = read_bytes(json.dumps(record).encode(), name=where, media_type="application/json")
    elif document.text_file is not None:
        path = _text_file(gold_file, document.text_file)
        try:
            published = moment(document.published)
        except ValueError as error:
            raise UsageError(f"{where}: published {error}") from None
        found = read_bytes(path.read_bytes(), name=path.name, given=Given(published, doc_id=document.doc_id))
    else:
        raise UsageError(f"{where} has neither text nor text_file; give --predicted")
    if not isinstance(found[0], Article):
        raise UsageError(f"{where}: {found[0].words}")
    return found[0]


def _text_file(gold_file: Path, name: str) -> Path:
    for folder in gold_file.resolve().parents:
        if (folder / name).is_file():
            return folder / name
    raise UsageError(f"{gold_file}: text_file {name} is neither beside it nor in a folder above")


def _tallies(name: str, tallies: Mapping[str, Tally]) -> Table:
    from cli.terminal import clean, table

    numbers = ("precision", "recall", "F1", "hits", "gold", "predicted")
    result = table(name, *numbers, right=numbers)
    for key, tally in tallies.items():
        shares = (f"{share:.3f}" for share in (tally.precision, tally.recall, tally.f1))
        result.add_row(clean(key), *shares, *map(str, (tally.hits, tally.gold, tally.predicted)))
    return result


def _attributes(result: Evaluation) -> Table:
    from cli.terminal import table

    found = table("attribute on core matches", "right", "of", right=("right", "of"))
    for name, tally in result.attributes.items():
        found.add_row(name, f"{tally.recall:.3f}", str(tally.gold))
    return found
