"""What a command says when it cannot do what was asked."""

from __future__ import annotations


class UsageError(Exception):
    """Wrong usage or an argument that cannot be read: one clear sentence, exit code 2."""
