"""The tracked example articles, for a first run that has nothing else to read."""

from __future__ import annotations

import shutil

from tasks.paths import DataPaths


def offer_samples(paths: DataPaths) -> int:
    """Copy the samples into the inbox if nothing was ever captured and nothing waits there; the number of files."""
    if not paths.samples.is_dir() or any(paths.captures.glob("**/*.warc*")) or _waiting(paths):
        return 0
    copied = 0
    paths.inbox.mkdir(parents=True, exist_ok=True)
    for sample in sorted(paths.samples.iterdir()):
        if sample.is_file() and not sample.name.startswith("."):
            shutil.copyfile(sample, paths.inbox / sample.name)
            copied += 1
    return copied


def _waiting(paths: DataPaths) -> bool:
    return paths.inbox.is_dir() and any(not entry.name.startswith(".") for entry in paths.inbox.iterdir())
