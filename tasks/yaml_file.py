"""Small YAML files that people write, read without trust: bounded, and with messages that name file and line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

MAX_BYTES = 1 << 20
MAX_DEPTH = 20
MAX_ALIASES = 8  # each may double what a merge key (<<) makes


class DuplicateKeyError(yaml.MarkedYAMLError):
    """A mapping names one key twice; YAML's loader would silently take the last."""


def load_yaml(path: Path, *, as_text: bool = False) -> Any:
    """The content of a file; None where it does not exist or is empty. ``as_text`` leaves every scalar as written.

    Raises:
        ValueError: the file is wrong; the message names file, line and what to do.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ValueError(f"{path}: cannot be read ({error.strerror}); check the file's permissions") from error
    if len(content) > MAX_BYTES:
        raise ValueError(f"{path}: larger than 1 MB; it should be a short list")
    return parse_yaml(content, path, as_text=as_text)


def parse_yaml(content: bytes, path: Path, *, as_text: bool = False) -> Any:
    """The content of a file that was read already; ``path`` is for messages.

    Raises:
        ValueError: it is not YAML.
    """
    loader = yaml.CBaseLoader if as_text else yaml.CSafeLoader
    try:
        _check_bounds(content, loader)
        loaded = yaml.load(content, Loader=loader)  # noqa: S506 - both make plain values only
        _check_keys(yaml.compose(content, Loader=loader))
        return loaded
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        where = f", line {line + 1}" if line is not None else ""
        hint = "keep one of the two" if isinstance(error, DuplicateKeyError) else "check the indentation"
        problem = " ".join(str(getattr(error, "problem", None) or error).split())
        raise ValueError(f"{path}{where}: not valid YAML ({problem}); {hint}") from error


def _check_bounds(content: bytes, loader: Any) -> None:
    """The loader follows nested brackets with the machine's own stack, and merges aliases of aliases in full; it dies
    of either."""
    depth = aliases = 0
    for event in yaml.parse(content, Loader=loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        aliases += isinstance(event, yaml.AliasEvent)
        if depth > MAX_DEPTH:
            raise ValueError(f"nested more than {MAX_DEPTH} deep")
        if aliases > MAX_ALIASES:
            raise ValueError(f"more than {MAX_ALIASES} aliases like *name; write out what they stand for")


def _check_keys(node: yaml.Node | None) -> None:
    """A second row under the same name would replace the first without a word."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else None
            if name in seen:
                raise DuplicateKeyError(problem=f"the key {name!r} stands twice", problem_mark=key.start_mark)
            if name is not None:
                seen.add(name)
            _check_keys(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _check_keys(item)
