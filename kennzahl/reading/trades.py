"""What a figure is in the trade of its company: the new business of a bank is no order intake."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kennzahl.facts import Company, Fact, Period, Quantity, is_money

LENDERS = ("bank", "finance", "insurer", "reinsurer", "asset_manager")
MAKERS = ("energy_technology", "machinery", "chips", "chemicals", "cars", "trucks", "auto_parts", "aerospace")
MEANT = {
    **{("order_intake", trade): "other" for trade in LENDERS},
    **{("stores", trade): "other" for trade in MAKERS},
    ("users", "insurer"): "customers",
}
"""Metric and industry -> the metric that is meant: lenders book no orders, the sites of makers are plants, and the
members of an insurer are its customers."""

MANAGERS = frozenset({*LENDERS, "exchange", "payments", "real_estate", "conglomerate", "it_services", "software"})
ALL_VEHICLES = 100_000
CAR_MAKERS = frozenset({"cars", "trucks"})
MONTH = re.compile(r".{4}-\d\d")


def in_trade(metric: str, company: Company) -> str:
    """The metric that the words for one name when they are said of a company."""
    return MEANT.get((metric, company.industry or ""), metric)


def in_month(metric: str, company: Company, period: Period | None, amounts: bool) -> str:
    """The sales of a month are vehicles with a maker of cars, unless the text states an amount of money."""
    sold = metric == "revenue" and company.industry in CAR_MAKERS and _is_monthly(period) and not amounts
    return "units_sold" if sold else metric


def in_pieces(facts: Sequence[Fact]) -> list[Fact]:
    """ "Sales fell 11 percent ... to 2.1 million vehicles": where a text counts the sales of a maker of cars and states
    no amount of them, those of which it only says how they moved are vehicles, too; and those of all makers where it
    tells of the vehicles of a month and of no amount at all."""
    sold = [fact for fact in facts if fact.company.industry in CAR_MAKERS and fact.metric in ("units_sold", "revenue")]
    counted = {fact.company.slug for fact in sold if fact.metric == "units_sold" and _is_all(fact.value)}
    amounts = {fact.company.slug for fact in sold for quantity in fact.figures if is_money(quantity.unit)}
    if not amounts and any(fact.metric == "units_sold" and _is_monthly(fact.period) for fact in sold):
        counted = {fact.company.slug for fact in sold}
    return [
        replace(fact, metric="units_sold")
        if fact.metric == "revenue" and fact.company.slug in counted - amounts
        else fact
        for fact in facts
    ]


def _is_monthly(period: Period | None) -> bool:
    return period is not None and MONTH.fullmatch(period.label) is not None


def _is_all(sold: Quantity | None) -> bool:
    """Can so many be all that a maker sells, and not only those of a model?"""
    return sold is not None and (sold.value or sold.low or 0) >= ALL_VEHICLES


def is_of_trade(metric: str, company: Company) -> bool:
    """Can a company of this industry have such a figure? Only a house that manages money has assets of others."""
    return metric != "assets_under_management" or company.industry is None or company.industry in MANAGERS
