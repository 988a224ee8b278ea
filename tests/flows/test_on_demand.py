"""What somebody hands to the on-demand flow."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.on_demand import lay_out, on_demand


def test_missing_files_are_named_before_anything_is_done(tmp_path: Path) -> None:
    there = tmp_path / "there.txt"
    there.touch()
    data = tmp_path / "data"
    with pytest.raises(ValueError, match=r"there is no file \S+gone\.txt$"):
        on_demand.fn(files=[str(there), str(tmp_path / "gone.txt")], data=str(data))
    assert not data.exists()


def test_nothing_to_read_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="give files, texts or urls"):
        on_demand.fn(data=str(tmp_path))


@pytest.mark.parametrize("published", ["tomorrow", "2025-13-01"])
def test_a_wrong_date_is_said_before_anything_is_done(published: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="is no date"):
        on_demand.fn(texts=["News"], published=published, data=str(tmp_path / "data"))
    assert not (tmp_path / "data").exists()


def test_files_of_one_name_stay_two_and_keep_it(tmp_path: Path) -> None:
    given = []
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        given.append(tmp_path / folder / "news.txt")
        given[-1].write_text(folder, encoding="utf-8")
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    lay_out(inbox, given, [])
    assert sorted(file.read_text(encoding="utf-8") for file in inbox.rglob("news.txt")) == ["one", "two"]
    assert all(file.exists() for file in given)


def test_a_text_has_the_same_name_in_every_run(tmp_path: Path) -> None:
    names = []
    for folder in (tmp_path / "a", tmp_path / "b"):
        folder.mkdir()
        lay_out(folder, [], ["Umsatz steigt", "Umsatz f\ud800llt"])
        names.append(sorted(file.name for file in folder.iterdir()))
    assert names[0] == names[1]
    assert len(names[0]) == 2
