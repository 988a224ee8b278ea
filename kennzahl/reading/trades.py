"""What a figure is in the trade of its company: the new business of a bank is no order intake."""

from __future__ import annotations

import re

from kennzahl.facts import Company, Period

LENDERS = ("bank", "finance", "insurer", "reinsurer", "asset_manager")
MAKERS = ("energy_technology", "machinery", "chips", "chemicals", "cars", "trucks", "auto_parts", "aerospace")
MEANT = {
    **{("order_intake", trade): "other" for trade in LENDERS},
    **{("stores", trade): "other" for trade in MAKERS},
    ("users", "insurer"): "customers",
}
"""Metric and industry -> the metric that is meant: lenders book no orders, the sites of makers are plants, and the
members of an insurer are its customers."""


CAR_MAKERS = frozenset({"cars", "trucks"})
MONTH = re.compile(r".{4}-\d\d")


def in_trade(metric: str, company: Company) -> str:
    """The metric that the words for one name when they are said of a company."""
    return MEANT.get((metric, company.industry or ""), metric)


def in_month(metric: str, company: Company, period: Period | None, amounts: bool) -> str:
    """The sales of a month are vehicles with a maker of cars, unless the text states an amount of money."""
    monthly = period is not None and MONTH.fullmatch(period.label) is not None
    sold = metric == "revenue" and company.industry in CAR_MAKERS and monthly and not amounts
    return "units_sold" if sold else metric
