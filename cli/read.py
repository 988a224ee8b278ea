"""``kennzahl read``: extraction only, without Prefect, storage or network."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from cli.errors import UsageError
from cli.terminal import say_error
from kennzahl.facts import Article, Issue, Reading

if TYPE_CHECKING:
    from cli.inputs import Options

EPILOG = """\
examples:
  kennzahl read article.txt                          the article with its figures marked, and a table of them
  kennzahl read article.html --published 2025-01-30  relative words ("in diesem Jahr") count from this day
  kennzahl read news.jsonl.gz --json > facts.jsonl   one line an article, for scripts
  pbpaste | kennzahl read -                          from standard input

formats: plain text (headline, empty line, paragraphs), HTML, JSON and JSON lines with the fields text, title, doc_id,
published, url, source and lang, of which only text is needed; all of them also gzipped. The format is told by the
file's ending, on standard input by the content. NAME.meta.json beside a file may say its url, published_at, source.

with --json, a line is {"doc_id": ..., "facts": [...], "notes": [...]}; notes say what was repaired or doubted in the
article. A fact has company, segment, metric, adjusted, kind, period, value, unit, approx, change_pct, change_abs,
prior_value, basis and quote. Amounts are in base units.

exit codes: 0 everything was read; 2 wrong usage, or an input that could not be read (the others are)"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser(
        "read",
        help="show the figures of articles, without storing anything",
        description="Read articles and show every figure: which company's it is, for which period, whether it agrees\n"
        "with the others, and which figures were set aside or could not be read.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="an article or a file of articles; - is standard input"
    )
    parser.add_argument(
        "--published",
        metavar="DATE",
        help="when the articles were published, like 2025-01-30, where they do not say it themselves",
    )
    parser.add_argument("--language", metavar="L", help="read as this language, like de (default: the text's own)")
    parser.add_argument("--json", action="store_true", help="print one JSON object a line instead of tables")
    parser.set_defaults(execute=execute)


def execute(arguments: argparse.Namespace) -> int:
    """Read; the exit code."""
    from cli.inputs import articles

    options = _options(arguments)
    failed = False
    for article, issues in _grouped(articles(arguments.files, options)):
        if article is None:
            failed = True
            for issue in issues:
                say_error("kennzahl read", issue.words)
        elif arguments.json:
            print(_line(article, issues), flush=True)
        else:
            from cli.display import show

            show(_checked(article, issues))
    return 2 if failed else 0


def _options(arguments: argparse.Namespace) -> Options:
    from cli.inputs import Options
    from kennzahl import languages
    from tasks.dates import moment

    if arguments.language and arguments.language not in languages.available():
        known = ", ".join(languages.available())
        raise UsageError(f"--language {arguments.language}: no such language, there is {known}")
    try:
        return Options(moment(arguments.published), arguments.language)
    except ValueError as error:
        raise UsageError(f"--published {error}") from None


def _grouped(found: Iterable[Article | Issue]) -> Iterator[tuple[Article | None, list[Issue]]]:
    """Each article with its notes; what could not be read comes without an article."""
    article: Article | None = None
    notes: list[Issue] = []
    for one in found:
        if isinstance(one, Issue) and one.kind == "note":
            notes.append(one)
            continue
        if article is not None:
            yield article, notes
        article, notes = None, []
        if isinstance(one, Issue):
            yield None, [one]
        else:
            article = one
    if article is not None:
        yield article, notes


def _line(article: Article, notes: list[Issue]) -> str:
    from kennzahl.contract import to_contract
    from kennzahl.reading import read

    facts = [to_contract(fact, article) for fact in read(article).facts]
    said = [note.words for note in notes]
    return json.dumps({"doc_id": article.doc_id, "facts": facts, "notes": said}, ensure_ascii=False)


def _checked(article: Article, notes: list[Issue]) -> Reading:
    from kennzahl.checking import check
    from kennzahl.reading import read

    reading = read(article)
    return replace(reading, verdicts=check(reading), issues=(*notes, *reading.issues))
