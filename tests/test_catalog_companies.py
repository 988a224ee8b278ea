"""The catalogue of companies: the derived file, the names a reader uses, and no name that means two companies."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from kennzahl.catalog import load_catalog
from kennzahl.catalog.companies import HERE, catalogue, lower_case_names, not_companies, slug, words

SCRIPT = Path(__file__).parents[1] / "scripts" / "build_companies.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_companies", SCRIPT)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_listed_file_is_what_the_script_makes_of_the_pinned_package(script: ModuleType) -> None:
    assert (HERE / "listed.tsv").read_text(encoding="utf-8") == script.render(), "run scripts/build_companies.py"


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Apple Inc.", "Apple"),
        ("Alphabet Inc. (Class A)", "Alphabet"),
        ("Nestlé SA", "Nestlé"),
        ("Roche Holding AG", "Roche"),
        ("The Coca-Cola Company", "Coca-Cola"),
        ("ADMA Biologics, Inc.", "ADMA Biologics"),
        ("Metso (2020–present)", "Metso"),
        ("BJ’s Restaurants", "BJ's Restaurants"),
        ("McCormick & Company", "McCormick"),
        ("Deutsche Bank", "Deutsche Bank"),
    ],
)
def test_a_reader_leaves_out_legal_forms_and_share_classes(script: ModuleType, printed: str, name: str) -> None:
    assert script.reader_name(printed) == name


@pytest.mark.parametrize(
    ("headquarters", "seat"),
    [
        ("Wolfsburg , Lower Saxony , Germany", "Wolfsburg"),
        ("8 Canada Square , London , England , United Kingdom", "London"),
        ("Microsoft Campus , Redmond, Washington , U.S.", "Redmond"),
        ("", ""),
        (None, ""),
    ],
)
def test_the_seat_is_the_city_of_an_address(script: ModuleType, headquarters: str | None, seat: str) -> None:
    assert script.seat_of(headquarters) == seat


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Nestlé", "nestle"),
        ("Münchener Rück", "muenchener-rueck"),
        ("K+S", "k-and-s"),
        ("AT&T", "at-and-t"),
        ("L'Oréal", "l-oreal"),
        ("Ørsted", "orsted"),
        ("!!!", "unnamed"),
    ],
)
def test_the_slug_of_a_name(name: str, key: str) -> None:
    assert slug(name) == key


def test_known_companies_carry_their_attributes() -> None:
    volkswagen = catalogue().by_slug["volkswagen"].company
    assert (volkswagen.name, volkswagen.seat, volkswagen.country) == ("Volkswagen", "Wolfsburg", "DE")
    assert volkswagen.isin in ("DE0007664005", "DE0007664039")
    assert catalogue().by_slug["microsoft"].year_end == 6
    assert catalogue().by_slug["hypovereinsbank"].parent == "UniCredit"


def test_every_entry_refers_to_what_exists() -> None:
    known, listed = load_catalog("companies"), {line.split("\t")[0] for line in _lines()}
    industries = set(load_catalog("industries"))
    allowed = {
        "listed",
        "also",
        "known_as",
        "until",
        "brands",
        "seat",
        "country",
        "industry",
        "parent",
        "year_end",
        "slug",
    }
    for name, facts in known["companies"].items():
        assert set(facts) <= allowed, name
        assert facts.get("listed", "") in {"", *listed}, f"{name}: {facts.get('listed')} is not in listed.tsv"
        assert facts["industry"] in industries, name
        assert facts.get("year_end", 12) in {None, *range(1, 13)}, name
        assert set(facts.get("until", {})) <= set(facts.get("known_as", ())), name
        for other in (*facts.get("brands", ()), *([facts["parent"]] if "parent" in facts else ())):
            assert other in known["companies"], f"{name}: {other}"


def test_the_known_file_says_of_each_company_what_is_not_known_yet() -> None:
    rows = [line.split("\t") for line in (HERE / "known.tsv").read_text(encoding="utf-8").splitlines()]
    assert rows[0] == ["name", "also", "country", "industry", "ordinary"]
    names = [name for name, *_ in rows[1:]]
    assert len(names) == len(set(names))
    listed, described = {line.split("\t")[0] for line in _lines()}, load_catalog("companies")["companies"]
    for name, also, country, industry, ordinary in rows[1:]:
        assert (name in listed or name in described) == (not country), f"{name}: only new companies have a country"
        assert country or also, f"{name} is known"
        assert not industry or industry in load_catalog("industries"), name
        assert set(ordinary.split("|")) - {""} <= {name, *also.split("|")}, name


def test_fiscal_years_of_listed_companies_are_said_once() -> None:
    known, listed = load_catalog("companies"), {line.split("\t")[0] for line in _lines()}
    described = {facts.get("listed", name) for name, facts in known["companies"].items()}
    ends = [name for names in known["year_ends"].values() for name in names]
    assert set(known["year_ends"]) <= set(range(1, 12)), "December needs no mention"
    assert len(ends) == len(set(ends)) and set(ends) <= listed - described
    assert set(known["by_start"]) <= {*ends, *known["companies"]}


def test_slugs_are_unique() -> None:
    known = load_catalog("companies")["companies"]
    keys = [facts.get("slug") or slug(name) for name, facts in known.items()]
    assert len(keys) == len(set(keys)), [key for key in keys if keys.count(key) > 1]


def test_every_flagged_name_is_a_name() -> None:
    known = load_catalog("companies")
    names = {name for entry in catalogue().by_slug.values() for name in entry.names}
    assert [name for name in (*known["ordinary"], *known["people"], *known["exact"]) if name not in names] == []


def test_every_name_in_lower_case_begins_a_name() -> None:
    assert [word for word in lower_case_names() if word not in catalogue().by_word] == []


def test_no_name_is_claimed_by_two_companies_of_the_list() -> None:
    claims: dict[str, str] = {}
    for name, facts in load_catalog("companies")["companies"].items():
        for printed in (name, *facts.get("also", ()), *facts.get("known_as", ())):
            assert claims.setdefault(printed, name) == name, f"{printed}: {claims[printed]} and {name}"


def test_an_index_is_no_company() -> None:
    assert not_companies()["DAX"] == "index"
    assert not_companies()["Federal Reserve"] == "central_bank"
    assert words("J.P. Morgan") == ["J", "P", "Morgan"]


def _lines() -> list[str]:
    return (HERE / "listed.tsv").read_text(encoding="utf-8").splitlines()


def test_sectors_are_of_industries() -> None:
    industries = set(load_catalog("industries"))
    assert {industry for sector in load_catalog("sectors").values() for industry in sector} - industries == set()
