"""Whose figure it is where a sentence or a text speaks of several companies."""

from __future__ import annotations

import pytest

from kennzahl.facts import Article
from kennzahl.reading import read

TITLE = "Company news"


def owners(text: str, title: str = TITLE) -> list[str]:
    """The companies of the facts of a text, in its order."""
    article = Article("test", f"{title}\n\n{text}", title_end=len(title), language="en")
    return [fact.company.name for fact in sorted(read(article).facts, key=lambda fact: fact.span.start)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sales at Toyota and Honda fell 5 percent and 8 percent, respectively.", ["Toyota", "Honda"]),
        ("Intel and Dell reported revenue of $9 billion and $15 billion, respectively.", ["Intel", "Dell"]),
        ("Toyota's and Honda's sales fell 5 percent and 8 percent, respectively.", ["Toyota", "Honda"]),
        ("Profit at Intel, Dell and Cisco rose 5 percent, 6 percent and 7 percent respectively.", "Intel Dell Cisco"),
        (
            "Revenue rose 5 percent and 8 percent at Intel Corp ( INTC.O ) and Dell Inc, respectively.",
            ["Intel", "Dell"],
        ),
        # the figures are those of two metrics of one company, or more than there are names
        ("Intel had revenue and profit of $9 billion and $2 billion, respectively.", ["Intel", "Intel"]),
        (
            "Intel and Dell fell. Cisco had revenue and profit of $9 billion and $2 billion, respectively.",
            "Cisco Cisco",
        ),
        ("Intel and Dell earned $2 billion each.", ["Intel", "Dell"]),
    ],
)
def test_respective_figures_are_of_the_companies_in_their_order(text: str, names: list[str] | str) -> None:
    assert owners(text) == (names.split() if isinstance(names, str) else names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Banks welcomed a $3 billion IPO for Facebook Inc and a $2 billion share issue by Barclays Plc.",
            "Facebook Barclays",
        ),
        ("Nvidia fell after a 20 percent drop in sales at Intel Corp and a $3 billion loss at Micron.", "Intel Micron"),
        ("The news followed a $4 billion writedown at lender Citigroup Inc.", "Citigroup"),
        ("Cisco fell on a 5 percent cut in capital spending by U.S. phone company Verizon.", "Verizon"),
        ("The deal follows a $3 billion IPO for Pfizer animal health spin-off Zoetis Inc.", "Zoetis"),
        # a customer, the maker of a bid, or a clause of its own
        ("Boeing won a $3 billion order by Ryanair.", "Boeing"),
        ("Cisco made a $5 billion bid for Nokia.", "Cisco"),
        ("Cisco earned $5 billion, helped by Intel.", "Cisco"),
    ],
)
def test_a_noun_phrase_ends_with_the_company_whose_figure_it_is(text: str, names: str) -> None:
    assert owners(text) == names.split()


@pytest.mark.parametrize(
    ("between", "name"),
    [
        ("Dell and Cisco report on Thursday.", "Intel"),
        ("Dell Inc ( DELL.O ) and Cisco Systems Inc ( CSCO.O ) will report next week.", "Intel"),
        ("Dell, Cisco and Nokia have cut their forecasts.", "Intel"),
        ("Smaller rivals Dell and Cisco report on Thursday.", "Intel"),
        ("Intel and Cisco are partners.", "Intel"),
        # one company is what a text goes on with
        ("Dell disagrees.", "Dell"),
        ("Dell, however, has cut its forecast.", "Dell"),
        ("Dell said it was happy with Cisco.", "Dell"),
    ],
)
def test_a_text_does_not_go_on_with_several_companies(between: str, name: str) -> None:
    for following in ("Revenue rose to $9 billion.", "The company's revenue rose to $9 billion."):
        assert owners(f"Intel Corp said it earned $3 billion. {between} {following}", "Intel profit up")[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Smaller rival Ford, a newcomer to the market, said it sold 172,000 vehicles.", "Ford"),
        ("Rival Ford sold 172,000 vehicles.", "Ford"),
        ("Its larger rival Ford Motor Co last week reported sales of 172,000 vehicles.", "Ford"),
        ("Supplier Ford, an old partner, posted sales of 172,000 vehicles.", "Ford"),
        ("Its competitor Ford posted sales of 172,000 vehicles.", "Ford"),
        # a rival that its sentence only mentions
        ("Unlike Ford, the company sold 172,000 vehicles.", "Volkswagen"),
        ("Ahead of rival Ford, the company sold 172,000 vehicles.", "Volkswagen"),
        ("The company, the biggest carmaker behind Ford and Toyota, sold 172,000 vehicles.", "Volkswagen"),
    ],
)
def test_a_rival_that_opens_its_sentence_has_the_figures(text: str, name: str) -> None:
    assert owners(f"Volkswagen AG did well in China. {text}", "Volkswagen does well") == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A drop of 15 percent in shipments of small engines to Daimler hurt.", "Cummins"),
        ("Sales to General Motors Corp fell 10 percent to $2 billion.", "Cummins"),
        ("Revenue from Ford rose 20 percent to $300 million.", "Cummins"),
        ("Deliveries of engines to the Ford group rose to 40,000.", "Cummins"),
        ("Orders from Ford fell 10 percent to $2 billion.", "Cummins"),
        # what stands behind the amount is no customer, and a customer may have sales
        ("Profit rose from $1 billion to $2 billion at Ford.", "Ford"),
        ("Sales at Ford fell 10 percent to $2 billion.", "Ford"),
        ("Ford shipped 2 million engines.", "Ford"),
    ],
)
def test_who_buys_or_pays_does_not_have_the_figure(text: str, name: str) -> None:
    assert owners(f"Cummins Inc makes engines. {text}", "Cummins results") == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Daimler expects Chrysler to earn $2 billion this year.", "Chrysler"),
        ("Daimler sees Chrysler to lose $2 billion this year.", "Chrysler"),
        ("Daimler wants Chrysler to cut 2,000 jobs.", "Chrysler"),
        ("The judge told Chrysler to pay a fine of $2 million to Daimler.", "Chrysler"),
        ("Daimler forecast Chrysler to lose $2 billion this year.", "Chrysler"),
        ("Daimler expects to earn $2 billion with Chrysler.", "Daimler"),
        ("Daimler expects a profit of $2 billion.", "Daimler"),
        ("Daimler, which sold Chrysler to Cerberus, earned $2 billion.", "Daimler"),
    ],
)
def test_what_is_expected_of_a_company_is_its_own(text: str, name: str) -> None:
    assert owners(text) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Same-store sales for the nine chains that reported rose 3 percent.", []),
        ("A total of 467 companies have gone public, raising $85 billion.", []),
        ("U.S. stock funds took in $25 billion.", []),
        ("The eight largest U.S. carriers together lost $2 billion.", []),
        ("Profit at U.S. banks rose 5 percent to $35 billion.", []),
        ("Revenue across the industry rose 5 percent to $35 billion.", []),
        ("The combined company would have sales of $18 billion.", []),
        ("The merged airline will have revenue of $18 billion.", []),
        # what a company has, and those that the text has named
        ("Its banks earned $35 billion.", ["Nike"]),
        ("Sales at U.S. stores rose 5 percent to $35 billion.", ["Nike"]),
        ("The company, one of many U.S. chains, had revenue of $5 billion.", ["Nike"]),
        ("In the sector, the company had revenue of $5 billion.", ["Nike"]),
        ("Combined revenue of the group would be $18 billion.", ["Nike"]),
    ],
)
def test_what_many_have_together_is_no_companys(text: str, names: list[str]) -> None:
    assert owners(f"Nike Inc sells shoes. {text}", "Nike news") == names
