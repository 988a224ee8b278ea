"""The files of corrections: read with care, written without losing what stands there."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tasks import corrections
from tasks.corrections import HEADER, SHIPPED, add_correction, corrections_in, load_corrections
from tasks.paths import DataPaths

ENTRY = {
    "kind": "correct",
    "id": "vq2h",
    "set": {"value": "5.2e9", "segment": None},
    "expect": {"quote": 'Umsatz: 5,2 Millionen "Euro"', "value": "5200000"},
    "reason": "the press release: billion",
    "author": "A. Muster",
    "date": date(2025, 1, 30),
}
OWN = """\
# ours
- kind: accept   # the first
  id: abcd
  reason: it does say so
  author: B. Beispiel
  date: 2025-01-29
  expect: {verdict: inconsistent}
"""


def test_the_users_file_lies_beside_the_data_folder_and_follows_the_shipped_one(tmp_path: Path) -> None:
    assert DataPaths(Path("data")).corrections == Path("corrections.yaml")
    assert load_corrections(DataPaths(tmp_path / "data")) == corrections_in(SHIPPED)
    (tmp_path / "corrections.yaml").write_text(OWN, encoding="utf-8")
    last = load_corrections(DataPaths(tmp_path / "data"))[-1]
    assert (last.subject, last.place) == ("abcd", f"{tmp_path / 'corrections.yaml'}: entry 1")


def test_two_files_together_may_not_merge_in_a_circle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    merge = "- {{kind: merge, company: {}, into: {}, reason: x, author: y, date: 2025-01-30, expect: {{company: z}}}}\n"
    shipped, own = tmp_path / "shipped.yaml", tmp_path / "corrections.yaml"
    shipped.write_text(merge.format("a", "b"), encoding="utf-8")
    own.write_text(merge.format("b", "a"), encoding="utf-8")
    monkeypatch.setattr(corrections, "SHIPPED", shipped)
    with pytest.raises(ValueError, match=r"corrections\.yaml: entry 1: into leads back to b"):
        load_corrections(DataPaths(tmp_path / "data"))


def test_the_example_in_the_shipped_header_is_right(tmp_path: Path) -> None:
    _, _, example = SHIPPED.read_text("utf-8").partition("#\n# - kind")
    file = tmp_path / "corrections.yaml"
    file.write_text("- kind" + example.replace("\n# ", "\n").removesuffix("[]\n"), encoding="utf-8")
    assert [one.kind for one in corrections_in(file)] == ["correct", "fiscal_year"]


@pytest.mark.parametrize(
    "before",
    [
        None,
        "",
        "# only a comment\n",
        HEADER + "[]\n",
        "[]",
        OWN,
        OWN.rstrip("\n"),
        OWN.replace("\n", "\n  ").rstrip(" "),
    ],
    ids=["no file", "empty", "a comment", "an empty list", "nothing but []", "entries", "no line feed", "indented"],
)
def test_an_entry_is_added_and_all_else_stays(tmp_path: Path, before: str | None) -> None:
    file = tmp_path / "corrections.yaml"
    if before is not None:
        file.write_text(before.replace("  # ours", "# ours"), encoding="utf-8")
    earlier = corrections_in(file)
    kept = [line for line in (before or HEADER).splitlines() if line.strip() and line != "[]"]
    add_correction(file, ENTRY)
    *others, added = corrections_in(file)
    assert tuple(others) == earlier
    assert (added.kind, added.subject, added.date) == ("correct", "vq2h", date(2025, 1, 30))
    assert added.change == {"value": Decimal("5.2e9"), "segment": None} and added.expect == ENTRY["expect"]
    assert [line for line in file.read_text("utf-8").splitlines() if line in kept] == kept
    assert [path.name for path in tmp_path.iterdir()] == ["corrections.yaml"]


@pytest.mark.parametrize(
    ("before", "entry", "words"),
    [
        (OWN, {**ENTRY, "set": {"value": "much"}}, "entry 2: set value must be a number"),
        (OWN, {**ENTRY, "kind": "accept", "id": "abcd"}, "entry 2: 'set' is no field of accept"),
        ("- {kind: accept}\n", ENTRY, "entry 1: id is missing"),
        ("{", ENTRY, "line 2: not valid YAML"),
        ("[{kind: accept, id: x, reason: x, author: x, date: 2025-01-01, expect: {unit: EUR}}]\n", ENTRY, "YAML"),
    ],
)
def test_a_wrong_entry_or_file_leaves_the_file_alone(tmp_path: Path, before: str, entry: object, words: str) -> None:
    file = tmp_path / "corrections.yaml"
    file.write_text(before, encoding="utf-8")
    with pytest.raises(ValueError, match=r"corrections\.yaml") as error:
        add_correction(file, entry)  # type: ignore[arg-type]
    assert words in str(error.value) and file.read_text("utf-8") == before


def test_what_is_decided_already_is_not_decided_twice(tmp_path: Path) -> None:
    file = tmp_path / "corrections.yaml"
    add_correction(file, ENTRY)
    with pytest.raises(ValueError, match="there is an entry already to correct vq2h"):
        add_correction(file, ENTRY)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"- kind: [", "not valid YAML"),
        (b"\xff\xfe\x00", "not valid YAML"),
        (b"# " + b"x" * (1 << 20), "larger than 1 MB"),
        (b"[" * 50_000, "not valid YAML"),
        (b"- &a [*a]\n", "not valid YAML"),
        (b"a: &a {b: *a}\n", "not valid YAML"),
        (b"kind: accept\n", "must be a list"),
    ],
)
def test_a_hostile_file_is_said_in_one_sentence(tmp_path: Path, content: bytes, words: str) -> None:
    file = tmp_path / "corrections.yaml"
    file.write_bytes(content)
    with pytest.raises(ValueError, match=r"corrections\.yaml") as error:
        corrections_in(file)
    assert words in str(error.value) and len(str(error.value)) < 400 and "\n" not in str(error.value)
