"""The README's data dictionary says what the schema says."""

from __future__ import annotations

from pathlib import Path

import pytest

from kennzahl.schema.dictionary import BEGIN, END
from tasks.dictionary import main

README = Path(__file__).parents[2] / "README.md"


def test_the_readme_is_current() -> None:
    assert main(["--check", str(README)]) == 0, "run: make dictionary"


def test_an_outdated_readme_is_told_and_brought_up_to_date(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"before\n{BEGIN}\n{END}\nafter\n", encoding="utf-8")
    assert main(["--check", str(readme)]) == 1
    assert "README.md: the data dictionary is not current: run 'make dictionary'" in capsys.readouterr().err
    assert main(["--write", str(readme)]) == 0
    assert main(["--check", str(readme)]) == 0
    assert readme.read_text(encoding="utf-8").startswith("before\n") and "| `fact_id` |" in readme.read_text("utf-8")
