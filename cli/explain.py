"""``kennzahl explain``: one figure, where each of its parts was read, and what the checks say of it."""

from __future__ import annotations

import argparse
import json
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cli.errors import UsageError

if TYPE_CHECKING:
    import duckdb
    from rich.console import Console
    from rich.table import Table

BASES = {
    "yoy": "the year before",
    "qoq": "the quarter before",
    "guidance": "the previous outlook",
    "consensus": "what was expected",
}
CONTEXT = 600  # characters of the paragraph on either side of the quote

EPILOG = """\
examples:
  kennzahl query "select fact_id, company, metric, value from kpi_facts where verdict = 'inconsistent'"
  kennzahl explain vq2hmz4k7hs3a5xjtn6e              the figure with that fact_id
  kennzahl explain vq2hmz                            the first characters suffice where they name one figure

exit codes: 0 explained; 2 wrong usage, no such figure, or no tables yet"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser(
        "explain",
        help="show where a published figure comes from",
        description="Show one published figure: its sentence in context, its company and period and how each\n"
        "was known, and its verdicts with their arithmetic.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("fact_id", metavar="FACT_ID", help="the figure's fact_id in kpi_facts, or how it begins")
    parser.add_argument(
        "--data", type=Path, default=Path("data"), metavar="DIR", help="the data folder (default: data)"
    )
    parser.set_defaults(execute=execute)


def execute(arguments: argparse.Namespace) -> int:
    """Explain; the exit code."""
    from cli.query import connected
    from cli.terminal import console

    with connected(arguments.data) as connection:
        fact = _fact(connection, arguments.fact_id)
        article = _one(connection, "select * from articles where article_id = ?", fact["article_id"])
        checks = _all(connection, "select * from kpi_checks where fact_id = ? order by check_id", fact["fact_id"])
    text = _text(arguments.data, fact)
    screen = console()
    _show_figure(screen, fact)
    _show_sentence(screen, fact, text)
    _show_article(screen, article)
    _heading(screen, "how it was read")
    screen.print(_origins(fact, text))
    _heading(screen, "what the checks say")
    _show_checks(screen, checks)
    return 0


def _fact(connection: duckdb.DuckDBPyConnection, fact_id: str) -> dict[str, Any]:
    found = _all(connection, "select * from kpi_facts where starts_with(fact_id, ?) order by fact_id limit 2", fact_id)
    if not found:
        all_of_them = "`kennzahl query 'from kpi_facts select fact_id, company, metric'`"
        raise UsageError(f"there is no figure {fact_id!r}; {all_of_them} lists them all")
    if len(found) > 1 and found[0]["fact_id"] != fact_id:
        raise UsageError(f"several figures begin with {fact_id!r}; give more of the fact_id")
    return found[0]


def _all(connection: duckdb.DuckDBPyConnection, sql: str, parameter: str) -> list[dict[str, Any]]:
    answer = connection.execute(sql, [parameter])
    names = [column[0] for column in answer.description or ()]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def _one(connection: duckdb.DuckDBPyConnection, sql: str, parameter: str) -> dict[str, Any]:
    return next(iter(_all(connection, sql, parameter)), {})


def _text(data: Path, fact: dict[str, Any]) -> str | None:
    """The article's text, which only the ledger holds; None where the tables came without it."""
    import pyarrow.dataset as pads

    from kennzahl.schema import LEDGER
    from tasks.delta import dataset
    from tasks.paths import DataPaths

    rows = dataset(DataPaths(data).ledger, LEDGER["articles"]).to_table(
        columns=["text"], filter=pads.field("reading_id") == fact["reading_id"]
    )
    return str(rows["text"][0].as_py()) if rows.num_rows else None


def _heading(screen: Console, words: str) -> None:
    screen.print()
    screen.print(words, style="bold")


def _show_figure(screen: Console, fact: dict[str, Any]) -> None:
    from rich.text import Text

    from cli.terminal import clean

    part = f", {fact['segment']}" if fact["segment"] else ""
    adjusted = "adjusted " if fact["adjusted"] else ""
    period = fact["period_label"] or "no period"
    screen.print(
        Text(clean(f"{fact['company']}{part}: {adjusted}{fact['metric_en']}, {period}, {fact['kind']}"), "bold")
    )
    stated = (
        ("", _printed(fact, "value", fact["unit"])),
        ("change ", _printed(fact, "change_pct", "%", signed=True)),
        ("change ", _printed(fact, "change_abs", fact["change_abs_unit"], signed=True)),
        ("after ", _printed(fact, "prior_value", fact["prior_unit"])),
        ("compared with ", BASES.get(fact["basis"])),
    )
    screen.print(Text(clean(", ".join(word + what for word, what in stated if what))))
    if fact["correction"]:
        screen.print(Text(clean(f"by decision: {fact['correction']}"), "yellow"))
    screen.print(Text(f"fact_id {fact['fact_id']}, confidence {fact['confidence']:.2f}"), style="dim")


def _printed(fact: dict[str, Any], name: str, unit: str | None, *, signed: bool = False) -> str:
    """A figure of the table: the printed number, or the printed ends of a range."""
    from cli.figures import in_words

    single = fact[name] is not None
    ends = [fact[name]] if single else [fact[f"{name}_low"], fact[f"{name}_high"]] if fact[f"{name}_is_range"] else []
    exact = tuple(None if end is None else Decimal(str(end)) for end in ends)
    return in_words(exact, unit, fact[f"{name}_hedge"], signed=signed)


def _show_sentence(screen: Console, fact: dict[str, Any], text: str | None) -> None:
    """The quote within its paragraph, or within its sentence where the text is not there."""
    from rich.text import Text

    from cli.terminal import clean

    if text is None:
        before, quote, after = fact["sentence"].partition(fact["quote"])
    else:
        start, end = fact["span_start"], fact["span_end"]
        before, quote, after = _shortened_front(text[:start].rpartition("\n\n")[2]), text[start:end], text[end:]
        after = _shortened_back(after.partition("\n\n")[0])
    shown = Text(clean(before), style="dim")
    shown.append(clean(quote), style="not dim bold green")
    shown.append(clean(after))
    screen.print()
    screen.print(shown, soft_wrap=not screen.is_terminal)


def _shortened_front(text: str) -> str:
    return text if len(text) <= CONTEXT else f"… {text[-CONTEXT:]}"


def _shortened_back(text: str) -> str:
    return text if len(text) <= CONTEXT else f"{text[:CONTEXT]} …"


def _show_article(screen: Console, article: dict[str, Any]) -> None:
    from rich.text import Text

    from cli.terminal import clean

    published = article.get("published_at")
    when = f"{published:%Y-%m-%d %H:%M} UTC ({article['published_how']})" if published else "no date"
    known = [article.get("doc_id"), article.get("source"), when, article.get("url")]
    screen.print()
    screen.print(Text(clean(" · ".join(part for part in known if part)), style="dim"))


def _origins(fact: dict[str, Any], text: str | None) -> Table:
    """One line for each part: what it is, the rule that gave it, and the words it was read from."""
    from rich.text import Text

    from cli.terminal import clean, table

    days = f", {fact['period_start']} to {fact['period_end']}" if fact["period_start"] else ""
    identity = ", ".join(part for part in (fact["isin"], fact["industry"], fact["country"]) if part)
    values = {
        "company": fact["company"] + (f" ({identity})" if identity else ""),
        "period": f"{fact['period_label'] or 'none'}{days} ({fact['period_how'] or 'unknown'})",
        "metric": fact["metric_en"],
        "value": _printed(fact, "value", fact["unit"]),
        "prior": _printed(fact, "prior_value", fact["prior_unit"]),
        "change_pct": _printed(fact, "change_pct", "%", signed=True),
        "change_abs": _printed(fact, "change_abs", fact["change_abs_unit"], signed=True),
    }
    result = table("part", "value", "rule", "read from")
    for origin in json.loads(fact["origins"]):
        part = str(origin.get("part"))
        start, end = origin.get("start"), origin.get("end")
        words = text[start:end] if text is not None and start is not None else ""
        cells = (part, values.get(part) or str(fact.get(part) or ""), str(origin.get("rule")), words)
        result.add_row(*(Text(clean(cell)) for cell in cells))
    return result


def _show_checks(screen: Console, checks: list[dict[str, Any]]) -> None:
    from rich.text import Text

    from cli.display import VERDICT_STYLES
    from cli.terminal import clean

    for check in checks:
        line = Text(f"{clean(check['check'])}: ")
        line.append(check["outcome"], style=VERDICT_STYLES.get(check["outcome"], ""))
        line.append(f": {clean(check['words'])}")
        screen.print(line)
    if not checks:
        screen.print("nothing to check it against")
