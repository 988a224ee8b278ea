"""A damaged database of the run's own server is moved aside, a sound one is left alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from flows.prefect_database import NAME, set_aside_if_damaged


def sound(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("create table runs (words text)")
        connection.executemany("insert into runs values (?)", [("x" * 500,)] * 200)


def torn(file: Path) -> None:
    sound(file)
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])


def scribbled(file: Path) -> None:
    sound(file)
    content = bytearray(file.read_bytes())
    content[4_096:12_288] = b"\xff" * 8_192
    file.write_bytes(content)


@pytest.mark.parametrize("damage", [lambda file: file.write_bytes(b"no database at all" * 100), torn, scribbled])
def test_a_damaged_database_is_moved_aside(damage: Callable[[Path], object], tmp_path: Path) -> None:
    damage(tmp_path / NAME)
    (tmp_path / f"{NAME}-wal").write_bytes(b"rest")
    before = (tmp_path / NAME).read_bytes()
    aside = set_aside_if_damaged(tmp_path)
    assert aside is not None
    assert aside.read_bytes() == before
    assert not list(tmp_path.glob(NAME)) + list(tmp_path.glob(f"{NAME}-wal"))
    assert set_aside_if_damaged(tmp_path) is None


@pytest.mark.parametrize("make", [sound, Path.touch, lambda _: None])
def test_a_sound_one_stays(make: Callable[[Path], object], tmp_path: Path) -> None:
    make(tmp_path / NAME)
    there = [file.read_bytes() for file in tmp_path.glob(NAME)]
    assert set_aside_if_damaged(tmp_path) is None
    assert [file.read_bytes() for file in tmp_path.glob(NAME)] == there
