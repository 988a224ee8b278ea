"""What a figure is in the trade of its company: the new business of a bank is no order intake."""

from __future__ import annotations

from kennzahl.facts import Company

LENDERS = ("bank", "finance", "insurer", "reinsurer", "asset_manager")
MEANT = {("order_intake", trade): "other" for trade in LENDERS} | {("users", "insurer"): "customers"}
"""Metric and industry -> the metric that is meant: banks book no orders, and members of an insurer are customers."""


def in_trade(metric: str, company: Company) -> str:
    """The metric that the words for one name when they are said of a company."""
    return MEANT.get((metric, company.industry or ""), metric)
