"""How well facts were read, measured against facts that people wrote down.

Facts are the contract's JSON objects (``kennzahl.contract``), keyed by document.
"""

from __future__ import annotations

from kennzahl.evaluation.gold import Document, Malformed, read_documents
from kennzahl.evaluation.scoring import LEVELS, Difference, Evaluation, Tally, evaluate

__all__ = ["LEVELS", "Difference", "Document", "Evaluation", "Malformed", "Tally", "evaluate", "read_documents"]
