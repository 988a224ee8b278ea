"""``kennzahl query``: SQL over the curated tables."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cli.errors import UsageError

if TYPE_CHECKING:
    import duckdb
    from rich.table import Table

BATCH = 1_000
MOST_ROWS = 1_000  # a person scrolls no further, and a table is laid out in memory
NARROWEST = 8  # characters; where so many columns leave each less, a row is shown as a list of its fields

EPILOG = """\
examples:
  kennzahl query                                             list the tables
  kennzahl query "describe kpi_facts"                        columns of one table
  kennzahl query "select company, period_label, value, unit from kpi_facts where metric = 'revenue'"
  kennzahl query "select * from kpi_checks where outcome = 'inconsistent'" --format json
  kennzahl query "from kpi_series" --format csv > series.csv

A query is one SELECT in DuckDB's SQL. It can read the curated tables and nothing else, and it cannot change them.

exit codes: 0 answered; 2 wrong usage, an error in the SQL, or no tables yet"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser(
        "query",
        help="ask the curated tables with SQL",
        description="Run a query over the curated tables and print its answer.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "sql", nargs="?", default="", metavar="SQL", help="one SELECT; without it, the tables are listed"
    )
    parser.add_argument(
        "--data", type=Path, default=Path("data"), metavar="DIR", help="the data folder (default: data)"
    )
    parser.add_argument(
        "--format",
        choices=("table", "csv", "json"),
        default="table",
        help=f"table: for people, at most {MOST_ROWS} rows (default); csv; json: a list of objects",
    )
    parser.set_defaults(execute=execute)


def execute(arguments: argparse.Namespace) -> int:
    """Ask; the exit code."""
    import duckdb

    with connected(arguments.data) as connection:
        try:
            answer = _ask(connection, arguments.sql) if arguments.sql.strip() else _tables(connection)
            {"table": _print_table, "csv": _print_csv, "json": _print_json}[arguments.format](answer)
        except duckdb.CatalogException as error:
            from kennzahl.schema import MARTS

            raise UsageError(f"{_first_paragraph(error)} The tables are {', '.join(MARTS)}.") from None
        except duckdb.InterruptException:
            raise KeyboardInterrupt from None
        except duckdb.Error as error:
            raise UsageError(_first_paragraph(error)) from None
    return 0


def connected(data: Path) -> duckdb.DuckDBPyConnection:
    """The curated tables of a data folder.

    Raises:
        UsageError: there are none, or they cannot be read.
    """
    import duckdb

    from tasks.paths import DataPaths
    from tasks.query import connect

    try:
        return connect(DataPaths(data))
    except FileNotFoundError as error:
        raise UsageError(str(error)) from None
    except (OSError, duckdb.Error) as error:
        raise UsageError(f"the tables in {data} cannot be read: {_first_paragraph(error)}") from None


def _ask(connection: duckdb.DuckDBPyConnection, sql: str) -> duckdb.DuckDBPyConnection:
    import duckdb

    statements = connection.extract_statements(sql)
    # The folder of the tables is open to DuckDB for reading, and thus for writing: what could write is refused here.
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise UsageError("a query is one SELECT; nothing else is allowed here, since the tables must stay as published")
    return connection.execute(statements[0])


def _tables(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    from kennzahl.schema import MARTS

    lines = " union all ".join(f"select '{name}' as name, ? as holds, count(*) as rows from {name}" for name in MARTS)  # noqa: S608
    return connection.execute(lines, [table.grain for table in MARTS.values()])


def _rows(answer: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while batch := answer.fetchmany(BATCH):
        yield from batch


def _names(answer: duckdb.DuckDBPyConnection) -> list[str]:
    return [column[0] for column in answer.description or ()]


def _print_table(answer: duckdb.DuckDBPyConnection) -> None:
    from cli.terminal import console

    rows, names = _rows(answer), _names(answer)
    shown = list(islice(rows, MOST_ROWS))
    screen = console()
    if len(names) * NARROWEST <= screen.width or not shown:
        screen.print(_side_by_side(names, shown))
    for row in shown if len(names) * NARROWEST > screen.width else ():
        screen.print(_record(names, row))
        screen.print()
    if next(rows, None) is not None:
        screen.print(f"only the first {MOST_ROWS} rows are shown; --format csv or json prints all")
    elif not shown:
        screen.print("no rows")


def _side_by_side(names: list[str], rows: list[tuple[Any, ...]]) -> Table:
    from rich.text import Text

    from cli.terminal import clean, table

    numeric = {
        name for column, name in enumerate(names) if any(isinstance(row[column], (int, float, Decimal)) for row in rows)
    }
    result = table(*map(clean, names), right=map(clean, numeric))
    for row in rows:
        result.add_row(*(Text(clean(_shown(cell))) for cell in row))
    return result


def _record(names: list[str], row: tuple[Any, ...]) -> Table:
    """One row as a list of its fields."""
    from rich.text import Text

    from cli.terminal import clean, table

    result = table("", "")
    result.show_header = False
    for name, cell in zip(names, row, strict=True):
        result.add_row(Text(clean(name), style="bold"), Text(clean(_shown(cell))))
    return result


def _print_csv(answer: duckdb.DuckDBPyConnection) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(map(_safe, _names(answer)))
    for row in _rows(answer):
        writer.writerow("" if cell is None else _safe(_shown(cell)) for cell in row)


def _print_json(answer: duckdb.DuckDBPyConnection) -> None:
    names = _names(answer)
    separator = "["
    for row in _rows(answer):
        sys.stdout.write(separator + "\n")
        record = {name: _plain(cell) for name, cell in zip(names, row, strict=True)}
        sys.stdout.write(_safe(json.dumps(record, ensure_ascii=False, default=str)))
        separator = ","
    print("[]" if separator == "[" else "\n]")


def _safe(text: str) -> str:
    from cli.terminal import clean

    return clean(text) if sys.stdout.isatty() else text


def _shown(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, Decimal):
        return f"{cell.normalize():f}"
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "seconds")
    return str(cell)


def _plain(cell: object) -> object:
    """What JSON has for it: exact amounts as numbers, moments and days in ISO 8601."""
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    if isinstance(cell, (date, datetime)):
        return cell.isoformat()
    if isinstance(cell, float) and cell - cell != 0:  # JSON has neither infinity nor NaN
        return None
    return cell


def _first_paragraph(error: Exception) -> str:
    return " ".join(str(error).partition("\n\n")[0].split())
