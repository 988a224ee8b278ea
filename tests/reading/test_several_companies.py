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
        ("Partner Ford, an old friend, posted sales of 172,000 vehicles.", "Ford"),
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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # what stands right behind a possessor is its own, also of a deal that others make
        ("Among the deals that Lazard worked on was Pfizer Inc.'s ( PFE.N ) $16 billion sale of a unit.", "Pfizer"),
        ("Cisco praised Intel's $5 billion profit.", "Intel"),
        ("Fans of Intel remember Ford Motor Co's $5 billion loss.", "Ford"),
        # a possessor that only says what the subject is
        ("Jaguar Ltd, Ford Motor Co's luxury unit in Britain, sold 52,000 vehicles.", "Jaguar"),
        ("Audi AG, Volkswagen's biggest brand, sold 52,000 vehicles.", "Audi"),
        ("Micron, Intel's partner in memory chips, had sales of $5 billion.", "Micron"),
        ("Audi AG said Volkswagen's sales rose to 52,000 vehicles.", "Volkswagen"),
        ("Sales of Audi AG, Volkswagen's biggest brand, rose to 52,000 vehicles.", "Audi"),
    ],
)
def test_possessors_own_what_is_behind_them_if_they_are_not_thrown_in(text: str, names: str) -> None:
    assert owners(text) == names.split()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Sales at Toyota sank 14 percent, Honda Motor Co ( HMC.N ) sank 12 percent, Ford was down 11 percent.",
            3,
        ),
        ("Toyota sold 200,000 cars, Honda 120,000 and Ford 90,000.", 3),
        ("Toyota sales rose 5 percent, Honda sales grew 6 percent and Ford's slipped 7 percent.", 3),
        ("Toyota sales fell 5 percent, Honda sales dropped 6 percent, Ford posted a drop of 7 percent in sales.", 3),
        ("Toyota earned $5 billion, Honda had a profit of $6 billion and Ford made $7 billion.", 3),
        ("Toyota sales fell 5 percent, helped by Honda and Ford.", 1),
        ("Toyota earned $5 billion, Honda and Ford said.", 1),
        ("Toyota, Honda's and Ford's biggest rival, earned $5 billion.", 1),
    ],
)
def test_each_clause_of_a_row_has_its_company(text: str, names: int) -> None:
    assert owners(text) == ["Toyota", "Honda", "Ford"][:names]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # a conjunction ends what a cue before a company speaks of
        ("Shares in Nokia gained on news that Ericsson had posted a profit of $200 million.", "Ericsson"),
        ("The alarm was raised on the very day that Swiss lender UBS reported a loss of $4 billion.", "UBS"),
        ("It has a stake in a venture that Intel said earned $3 billion.", "Intel"),
        ("The purchase comes a year after Intel lost $3 billion.", "Intel"),
        ("The offer for the unit came when Intel earned $3 billion.", "Intel"),
        ("With a stake in the bigger chipmaker Intel, Cisco earned $3 billion.", "Cisco"),
        ("Unlike the bigger chipmaker Intel, Cisco earned $3 billion.", "Cisco"),
        ("Behind rival Intel, Cisco earned $3 billion.", "Cisco"),
    ],
)
def test_a_cue_reaches_no_further_than_its_clause(text: str, name: str) -> None:
    assert owners(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bear Stearns cut its earnings forecast for Alcoa to $2 billion.", "Alcoa"),
        ("Bear Stearns lowered its profit forecast on Alcoa to $2 billion.", "Alcoa"),
        ("JPMorgan raised its revenue estimate for the chipmaker Intel to $2 billion.", "Intel"),
        ("Sanford's estimates for Alcoa are for a profit of $2 billion.", "Alcoa"),
        ("Boeing sees its outlook for Airbus as worse, with revenue of $2 billion.", "Airbus"),
        ("Alcoa cut its profit forecast for the year to $2 billion.", "Alcoa"),
        ("Alcoa cut its profit forecast to $2 billion, JPMorgan said.", "Alcoa"),
        ("Alcoa, which sold a unit to Novelis, earned $2 billion.", "Alcoa"),
    ],
)
def test_a_forecast_is_of_whom_it_is_for(text: str, name: str) -> None:
    assert owners(text) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Archer, Cargill CARG.UL and Louis Dreyfus Corp sell grain. Louis Dreyfus Corp earned $3 million.",
            "Louis Dreyfus",
        ),
        ("2008 SEEN AS HARD Intel earned $3 million.", "Intel"),
        ("Intel earned $3 million, helped by the Novelis U.S. card acquisition.", "Intel"),
        ("In June, the company spent $12 billion to buy part of Heinz. Revenue rose to $5 billion.", "Intel Intel"),
        ("The whole South American light-duty bus market was about 90,000 units.", ""),
        ("Rival Cisco ( CSCO.O ), America's top maker of routers, said sales rose to $5 billion.", "Cisco"),
    ],
)
def test_what_looks_like_a_company_with_a_figure(text: str, names: str) -> None:
    found = owners(f"Intel is a maker of chips. {text}", "Intel results")
    assert found == [name.replace("_", " ") for name in names.replace("Louis Dreyfus", "Louis_Dreyfus").split()]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"That is bad," said Jane Doe of Muster Financial. Revenue fell to $5 billion.', "Intel"),
        ("Jane Doe of Muster Securities Inc expects Intel to earn $5 billion.", "Intel"),
        ("Jane Doe of Muster Financial noted that margins were down, he said. Sales fell to $5 billion.", "Intel"),
        ('"It is high," added John Roe of Adams Paper Co. Revenue fell to $5 billion.', "Intel"),
        ("According to a Reuters/Ipsos poll, 41 percent agree. Sales fell to $5 billion.", "Intel"),
        ("Royal Bank of Scotland said revenue fell to $5 billion.", "Royal Bank of Scotland"),
        ("House of Muster Plc earned $5 billion.", "House of Muster"),
        ("Rand Muster of Canada Inc earned $5 billion.", "Rand Muster of Canada"),
    ],
)
def test_persons_are_no_part_of_the_name_of_their_house(text: str, name: str) -> None:
    assert owners(f"Intel Corp makes chips. {text}", "Intel results") == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Profit rose to $5 billion, helped by deposits from Wachovia.", "Intel"),
        ("A loss of $5 billion was tied to Micron.", "Intel"),
        ("The quarter brought a gain of $5 billion and a fight with Micron.", "Intel"),
        ("Cisco just invested, giving Facebook a market value of $5 billion.", "Facebook"),
        ("The probe cost JPMorgan a fine of $5 billion.", "JPMorgan"),
        ("Profit rose to $5 billion, according to Micron.", "Micron"),
        ("Profit rose to $5 billion at Micron.", "Micron"),
        ("Profit rose to $5 billion, Micron said.", "Micron"),
    ],
)
def test_prepositions_tell_who_does_not_have_it(text: str, name: str) -> None:
    assert owners(f"Intel Corp makes chips. {text}", "Intel results") == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Since then, it has paid $1 billion for cider maker Muster, acquired in May.", "Intel"),
        ("The company agreed to pay $1 billion for all shares of Micron in a takeover.", "Intel"),
        ("Lenovo, which bought IBM's computer division for $1 billion, is growing.", "Lenovo"),
        ("Cisco, which acquired Nokia's old network unit for $1 billion, is growing.", "Cisco"),
        ("Cisco, which in May acquired Nokia's patents in a $1 billion deal, is growing.", "Cisco"),
        ("Cisco, which said Nokia's profit rose to $1 billion, is growing.", "Nokia"),
        ("Micron's $1 billion bid for the company failed.", "Micron"),
        ("The company rejected a $1 billion bid by Micron.", "Micron"),
    ],
)
def test_a_price_is_of_who_pays_it(text: str, name: str) -> None:
    assert owners(f"Intel Corp makes chips. {text}", "Intel results") == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Cisco and Micron grew. The former sold 5 million chips, the latter 2 million.", ["Cisco", "Micron"]),
        ("Cisco met Micron. The latter's revenue rose to $5 billion.", ["Micron"]),
        ("Cisco met Micron. The former had revenue of $5 billion.", ["Cisco"]),
        ("Cisco met Micron. The latter reported revenue of $5 billion, the former $9 billion.", ["Micron", "Cisco"]),
        ("Cisco sued Micron. The former partner had revenue of $5 billion.", ["Cisco"]),
        ("In the latter half of the year Cisco had revenue of $5 billion.", ["Cisco"]),
    ],
)
def test_the_former_and_the_latter_are_the_last_two_that_were_named(text: str, names: list[str]) -> None:
    assert owners(text, "") == names
