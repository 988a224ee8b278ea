"""Now: read the given files, texts or addresses and publish them."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from prefect import flow

from flows.pipeline import BroughtIn, run_pipeline
from tasks import steps
from tasks.captured import FetchResult
from tasks.dates import moment
from tasks.paths import DataPaths
from tasks.sources import Source
from tasks.summary import Summary

PATIENCE = 3600.0
"""Seconds to wait for a nightly run to end: a person has asked, so the answer may be late but not lost."""


@flow(name="on-demand", persist_result=False)
def on_demand(
    files: list[str] | None = None,
    texts: list[str] | None = None,
    urls: list[str] | None = None,
    published: str | None = None,
    data: str = "data",
    allow_private: bool = False,
) -> Summary:
    """Read the given news and publish the tables.

    Args:
        files: paths of files, as the machine that runs the flow sees them. They are copied, not moved.
        texts: whole articles: headline, blank line, body.
        urls: addresses of pages.
        published: when the files and texts were published (2025-01-30), where they do not say it themselves.
        data: the data folder.
        allow_private: whether ``urls`` may lead into a private network.
    """
    given = [Path(name) for name in files or ()]
    if missing := [str(path) for path in given if not path.is_file()]:
        raise ValueError(f"files: there is no file {', '.join(missing)}")
    if not (given or texts or urls):
        raise ValueError("nothing to read: give files, texts or urls")
    paths = DataPaths(Path(data))
    day = moment(published)

    def bring_in() -> BroughtIn:
        pages = [Source(urlsplit(url).hostname or url, "page", url, allow_private=allow_private) for url in urls or ()]
        fetched = steps.fetch_sources(pages, paths) if pages else FetchResult()
        with tempfile.TemporaryDirectory(dir=paths.state, prefix="on-demand-") as folder:
            lay_out(Path(folder), given, texts or ())
            captured = steps.capture_inbox(paths, Path(folder), day)
        return BroughtIn((*fetched.issues, *captured.issues), fetched.sources, inbox=captured)

    return run_pipeline("on-demand", paths, bring_in, PATIENCE)


def lay_out(folder: Path, files: Sequence[Path], texts: Sequence[str]) -> None:
    """An inbox of the given: each file in a folder of its own, so that two of the same name stay two."""
    for number, path in enumerate(files, 1):
        place = folder / f"file-{number}"
        place.mkdir()
        shutil.copyfile(path, place / path.name)
    for text in texts:
        payload = text.encode("utf-8", "replace")
        (folder / f"text-{hashlib.sha256(payload).hexdigest()[:12]}.txt").write_bytes(payload)
