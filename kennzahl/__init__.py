"""Kennzahl, the engine: bytes -> article -> facts -> verdicts. Pure: no network, no storage."""

__version__ = "0.1.0"
