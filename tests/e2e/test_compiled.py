"""A compiled engine reads the same, and is refused once its sources have changed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from kennzahl.version import COMPILED_FROM, StaleEngine, compiled_modules, engine_version, fingerprint, is_compiled
from scripts.compile_engine import NEEDED, can_compile, main, sources

pytestmark = pytest.mark.e2e

PROJECT = Path(__file__).parents[2]
READ_ALL = """
import pickle
from benchmarks import corpus
from kennzahl import quantities
from kennzahl.reading import assembly, read
from kennzahl.version import engine_version, is_compiled
print(is_compiled(), assembly.__file__.endswith(".py"), engine_version())
for language in corpus.LANGUAGES:
    for labelled in corpus.samples(language):
        reading = read(labelled.article)
        assert pickle.loads(pickle.dumps(reading)) == reading
        print(reading)
        print(quantities(labelled.article.text, language))
"""


def copy_to(folder: Path) -> Path:
    """A copy of the engine without anything compiled."""
    return copytree(PROJECT / "kennzahl", folder / "kennzahl", ignore=ignore_patterns("*.so", "*.pyd", "__pycache__"))


def python(*arguments: str, root: Path = PROJECT) -> subprocess.CompletedProcess[str]:
    """Run Python in a folder whose engine goes before the project's."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(root), str(PROJECT)))}
    return subprocess.run([sys.executable, *arguments], env=environment, cwd=root, text=True, capture_output=True)


def read_all(root: Path) -> list[str]:
    """What the engine below ``root`` reads in our own articles."""
    done = python("-c", READ_ALL, root=root)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A compiled copy of the engine."""
    if not can_compile():
        pytest.skip(NEEDED)
    package = copy_to(tmp_path_factory.mktemp("compiled"))
    done = python("-m", "scripts.compile_engine", "--quick", "--package", str(package))
    assert done.returncode == 0, done.stderr
    assert f"compiled {len(sources(package))} modules" in done.stdout
    yield package


def test_it_reads_the_same(compiled: Path, tmp_path: Path) -> None:
    copy_to(tmp_path)
    [engine, *readings] = read_all(compiled.parent)
    assert engine == f"True False {engine_version()}"
    assert [f"False True {engine_version()}", *readings] == read_all(tmp_path)


def test_it_is_refused_once_its_sources_have_changed(compiled: Path) -> None:
    module = compiled / "reading" / "tokens.py"
    before = module.read_text("utf-8")
    assert is_compiled(compiled)
    module.write_text(f"{before}# changed\n", "utf-8")
    with pytest.raises(StaleEngine, match="make compile"):
        is_compiled(compiled)
    module.write_text(before, "utf-8")
    assert is_compiled(compiled)


def test_a_compilation_that_was_broken_off_is_refused(tmp_path: Path) -> None:
    package = copy_to(tmp_path)
    assert not is_compiled(package)
    [some] = {path.with_suffix(".so") for path in sources(package) if path.name == "tokens.py"}
    some.write_bytes(b"half")
    assert compiled_modules(package) == [some]
    with pytest.raises(StaleEngine, match="make interpreted"):
        is_compiled(package)
    package.joinpath(COMPILED_FROM).write_text(fingerprint(package), "utf-8")
    assert is_compiled(package)


def test_the_terminal_says_it_in_one_sentence(tmp_path: Path) -> None:
    package = copy_to(tmp_path)
    package.joinpath("reading", "tokens.so").write_bytes(b"half")
    done = python("-m", "cli.main", "read", "nothing.txt", root=tmp_path)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1 and "make compile" in done.stderr
    done = python("-c", "import kennzahl; kennzahl.quantities('5 Euro', 'de')", root=tmp_path)
    assert done.stderr.splitlines()[-1].startswith("kennzahl.version.StaleEngine: kennzahl/ has changed")


def test_without_a_compiler_it_says_what_is_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CC", str(tmp_path / "no-compiler"))
    assert main(["--package", str(copy_to(tmp_path))]) == 1
    assert "gcc and python3.11-dev" in capsys.readouterr().err
