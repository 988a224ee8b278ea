"""Accuracy and speed, measured: ``python -m benchmarks``. Run from the project's folder."""
