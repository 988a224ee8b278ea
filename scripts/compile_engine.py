"""Compiles the reader (``kennzahl/reading``, and its nouns) with mypyc: it reads the same, about 1.4 times as fast.

    python -m scripts.compile_engine [--package FOLDER] [--quick]

Needs a C compiler and Python's headers, takes some minutes, and puts an extension beside each source, where Python
prefers it. The fingerprint of the sources is written last: what was compiled from others, or broken off, is refused
(``kennzahl.version.is_compiled``). ``make interpreted`` takes all of it away.
"""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import sys
import sysconfig
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import chdir, contextmanager, redirect_stdout
from io import StringIO
from pathlib import Path
from threading import Event, Thread
from time import monotonic

from kennzahl.version import COMPILED_FROM, compiled_modules, fingerprint

PACKAGE = Path(__file__).resolve().parents[1] / "kennzahl"
NEEDED = "compiling needs a C compiler and the headers of Python 3.11 (Debian, Ubuntu: gcc and python3.11-dev)"
CODE = "kennzahl.reading"
"""All code is in the module of this name with ``__mypyc`` behind it; the others only lead there."""


def can_compile() -> bool:
    """Whether a C compiler and the headers of this Python are there."""
    compiler = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc")[0]
    return shutil.which(compiler) is not None and Path(sysconfig.get_path("include"), "Python.h").is_file()


def sources(package: Path) -> list[Path]:
    """The modules that are compiled, with the nouns that they read and make; packages are not, as mypyc takes them for
    folders beside its own module."""
    modules = [path for path in package.joinpath("reading").rglob("*.py") if path.name != "__init__.py"]
    return sorted([package / "facts.py", *modules]) if modules else []


def compile_(package: Path, *, quick: bool = False) -> int:
    """Compile the reader of a package, and say how many modules it has.

    With ``quick`` the C compiler does not optimise: half the time, and nothing gained but a test.
    """
    modules = sources(package)
    record = package / COMPILED_FROM
    record.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="kennzahl-") as work:
        with chdir(package.parent):  # mypyc names modules after their paths
            built = _build([str(path.relative_to(package.parent)) for path in modules], Path(work), quick)
        for path in sorted(compiled_modules(built), key=_leads_to_code):
            target = package.parent / path.relative_to(built)
            part = target.with_name(f"part-{target.name}")
            shutil.copyfile(path, part)
            part.replace(target)  # whole or not at all: half a module could not even be refused
    record.write_text(fingerprint(package) + "\n", "utf-8")
    return len(modules)


def _leads_to_code(path: Path) -> bool:
    """Whether a module is one of those that are nothing without the module with the code."""
    return "__mypyc" not in path.name


def _build(paths: list[str], work: Path, quick: bool) -> Path:
    """The folder below ``work`` with the extensions."""
    from mypyc.build import mypycify
    from setuptools import Distribution

    with redirect_stdout(StringIO()) as said:  # dozens of remarks on generators; all of it only where that fails
        try:
            extensions = mypycify(
                ["--config-file", str(PACKAGE.parent / "pyproject.toml"), *paths],
                only_compile_paths=paths,
                target_dir=str(work / "c"),
                opt_level="0" if quick else "3",
                debug_level="0",
                multi_file=True,
                group_name=CODE,
            )
        except SystemExit:
            print(said.getvalue(), file=sys.stderr)
            raise
    for extension in extensions:  # the headers lie in the package's folder, where mypyc does not look
        extension.include_dirs.append(str(work.joinpath("c", *CODE.split(".")[:-1])))
    command = Distribution({"name": "kennzahl", "ext_modules": extensions}).get_command_obj("build_ext")
    command.build_lib, command.build_temp = str(work / "built"), str(work / "objects")
    command.ensure_finalized()
    with _dots(work / "objects", len(paths)):
        command.run()
    return work / "built"


@contextmanager
def _dots(folder: Path, modules: int) -> Iterator[None]:
    """Ten dots, one after the other, for the modules whose objects turn up in a folder."""
    ended = Event()

    def watch() -> None:
        shown = 0
        while not ended.wait(1):
            made = sum(path.name.startswith("__native_") for path in folder.rglob("*.o"))
            print("." * (made * 10 // modules - shown), end="", flush=True)
            shown = made * 10 // modules

    watching = Thread(target=watch)
    watching.start()
    try:
        yield
    finally:
        ended.set()
        watching.join()
        print(flush=True)


def main(argv: Sequence[str] | None = None) -> int:
    """Compile, and say how long it took."""
    parser = argparse.ArgumentParser(description="Compile the engine's reader")
    parser.add_argument("--package", type=Path, default=PACKAGE, metavar="FOLDER", help="a copy of kennzahl/")
    parser.add_argument("--quick", action="store_true", help="without optimisation, to try it")
    arguments = parser.parse_args(argv)
    package = arguments.package.resolve()
    if not sources(package):
        parser.error(f"{package} is no copy of kennzahl/: it has no reading/*.py")
    if not can_compile():
        print(f"kennzahl: {NEEDED}", file=sys.stderr)
        return 1
    print(f"compiling {len(sources(package))} modules; this takes some minutes", flush=True)
    start = monotonic()
    print(f"compiled {compile_(package, quick=arguments.quick)} modules in {monotonic() - start:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
