"""What words name a key figure, and which ones name something else."""

from __future__ import annotations

import pytest

from kennzahl import languages
from kennzahl.catalog.metrics import metrics
from kennzahl.catalog.reasons import issue
from kennzahl.reading.mentions.metrics import find


def named(text: str, language: str) -> list[tuple[str, str | None]]:
    return [(text[m.start : m.end], m.metric or m.aside) for m in find(text, language)]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Rekordumsatz", "revenue"),
        ("Umsatzerlöse", "revenue"),
        ("Quartalsgewinn", "net_income"),
        ("Konzernergebnis", "net_income"),
        ("operativer Gewinn", "ebit"),
        ("operatives Ergebnis", "ebit"),
        ("Betriebsverlust", "ebit"),
        ("Ergebnis vor Steuern", "pretax_profit"),
        ("Ergebnis vor Zinsen und Steuern", "ebit"),
        ("Ergebnis vor Zinsen, Steuern und Abschreibungen", "ebitda"),
        ("Gewinn je Aktie", "eps"),
        ("EBIT-Marge", "ebit_margin"),
        ("EBITDA-Marge", "ebitda_margin"),
        ("Bruttomarge", "gross_margin"),
        ("Eigenkapitalquote", "equity_ratio"),
        ("freier Cashflow", "free_cash_flow"),
        ("Auftragseingang", "order_intake"),
        ("Auftragsbestand", "order_backlog"),
        ("Stellenabbau", "job_cuts"),
        ("Marktkapitalisierung", "market_cap"),
        ("Umsatzprognose", "revenue"),
        ("Gewinneinbruch", "net_income"),
        ("Kursgewinn", "share_price"),
        ("Tagesgewinner", "share_price"),
        ("Leitindex", "index"),
        ("Arbeitslosenquote", "macro"),
        ("Dividendenrendite", "share_price"),
        ("Gewinnern", "share_price"),
        ("Nachsteuerergebnis", "net_income"),
        ("unterm Strich", "net_income"),
        ("flüssigen Mitteln", "cash"),
        ("Mittelzuflüsse", "operating_cash_flow"),
        ("Zuführung zur Risikovorsorge", "provisions"),
        ("Auftragsbüchern", "order_backlog"),
        ("Vorausbuchungen", "order_intake"),
        ("größter Aktionär", "stake"),
        ("Marktanteil von", "market_share"),
        ("Anteil von", "stake"),
        ("Verkaufspreise", "other"),
        ("Verkaufspreis", "deal_value"),
        ("Leerstandsquote", "other"),
        ("Dienstposten", "employees"),
        ("Umsatzrekord", "revenue"),
        ("Aktiva", "total_assets"),
        ("Fondsvermögen", "assets_under_management"),
        ("Warenhäusern", "stores"),
        ("seinen Anteil", "stake"),
        ("Einsparprogramm", "cost_savings"),
        ("Patienten", "customers"),
    ],
)
def test_german_words(text: str, metric: str) -> None:
    assert named(text, "de") == [(text, metric)]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("net sales", "revenue"),
        ("net income", "net_income"),
        ("operating profit", "ebit"),
        ("pretax profit", "pretax_profit"),
        ("earnings per share", "eps"),
        ("same-store sales", "organic_growth"),
        ("gross margin", "gross_margin"),
        ("operating margin", "ebit_margin"),
        ("free cash flow", "free_cash_flow"),
        ("capital expenditure", "capex"),
        ("assets under management", "assets_under_management"),
        ("net interest income", "net_interest_income"),
        ("job cuts", "job_cuts"),
        ("market capitalization", "market_cap"),
        ("share buyback", "share_buyback"),
        ("price target", "price_target"),
        ("unemployment rate", "macro"),
        ("retail sales", "macro"),
    ],
)
def test_english_words(text: str, metric: str) -> None:
    assert named(text, "en") == [(text, metric)]


@pytest.mark.parametrize("text", ["Umsatzsteuervoranmeldung", "Absatzmarkt"])
def test_words_that_only_look_like_metrics(text: str) -> None:
    assert named(text, "de") == []


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Er nahm 5 Millionen Euro ein.", "revenue"),
        ("Sie nahmen 5 Millionen Euro ein und gingen.", "revenue"),
        ("Er nahm ein Bad.", None),
        ("Sie warf 5 Millionen Euro ab", "net_income"),
        ("Sie warf einen Blick auf die 5 Millionen Euro.", None),
    ],
)
def test_a_parted_verb_is_one_only_with_its_other_half_at_the_end(text: str, metric: str | None) -> None:
    assert [mention.metric for mention in find(text, "de")] == ([metric] if metric else [])


def test_what_a_verb_means_depends_on_the_unit_of_its_figure() -> None:
    (sold,) = find("verkauft", "de")
    assert [sold.term.of(unit) for unit in ("count", "EUR", "%")] == ["units_sold", "deal_value", "stake"]


def test_half_a_compound_sets_no_figure_aside() -> None:
    assert named("wechselkurs- und portfoliobereinigt", "de") == []
    assert named("Wechselkurs", "de") == [("Wechselkurs", "exchange_rate")]


def test_what_a_compound_says_beside_its_metric() -> None:
    (plus, drop, cloud, half, last_year) = find(
        "Umsatzplus, Gewinnrückgang, Cloud-Umsatz, Halbjahresgewinn, Vorjahresgewinn", "de"
    )
    assert (plus.direction, drop.direction) == (1, -1)
    assert cloud.segment == "Cloud"
    assert half.period == "half"
    assert last_year.comparison


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_term_means_a_metric_or_a_reason(language: str) -> None:
    for term in languages.section(language, "metrics")["terms"]:
        metric, aside = term.get("metric"), term.get("aside")
        if metric is not None:
            assert metric in metrics(), term
        elif aside is not None:
            assert issue(aside, printed="5 %").kind == "set_aside"
        else:
            assert term.get("per_share") or term.get("nothing"), term


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_metric_of_the_contract_has_words(language: str) -> None:
    said = {term.get("metric") for term in languages.section(language, "metrics")["terms"]}
    assert set(metrics()) <= said
