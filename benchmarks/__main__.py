"""Everything that is measured: ``python -m benchmarks``."""

from __future__ import annotations

from benchmarks import accuracy, corpus, speed

if __name__ == "__main__":
    accuracy.main([])
    if corpus.UNLABELLED.is_dir():
        print()
        speed.main([])
