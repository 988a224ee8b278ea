"""Which part of the company each of several figures is of, and parts that own what is told of them."""

from __future__ import annotations

import pytest

from kennzahl.facts import Article
from kennzahl.reading import read


def _segments(language: str, text: str) -> list[str | None]:
    return [fact.segment for fact in read(Article("d", text, title_end=0, language=language)).facts]


@pytest.mark.parametrize(
    ("text", "segment"),
    [
        ("Sharp said the solar division's sales dropped 22 percent in March.", "solar division"),
        ("Nike said its golf unit's second-quarter operating profit rose 5 percent.", "golf unit"),
        ("Intel said the memory business's revenue was $3 billion.", "memory business"),
        ("Nike has a golf unit. The unit's revenue was $3 billion, Nike said.", "golf unit"),
        ("Citigroup said bond trading revenue dropped 26 percent.", "bond trading"),
        ("Disney said studio operating income was $313 million.", "studio"),
        ("Verizon said its wireless venture added 927,000 subscribers.", "wireless venture"),
        # An owner that is the whole company, a unit that only says something of another noun, other metrics.
        ("Nike said the group's sales dropped 22 percent.", None),
        ("Nike's sales dropped 22 percent.", None),
        ("Infineon expects a segment result margin of 18 percent.", None),
        ("Costco said sales at its stores rose 4 percent.", None),
        ("Ford said a strike had cost it 9,000 cars of production.", None),
        ("Kroger Co (KR.N), the No. 1 U.S. grocery chain, said same-store sales rose 11 percent.", None),
        ("Intel's long- term revenue growth was 11 percent.", None),
    ],
)
def test_what_belongs_to_a_part(text: str, segment: str | None) -> None:
    assert _segments("en", text)[:1] == [segment]


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        # Between the figures of one statement.
        ("Profit in student loans rose 6 percent to $9 million, and fell 3 percent in home lending to $4 million, "
         "Citi said.", ["student loans", "home lending"]),
        ("Citigroup saw a profit drop of 7 percent in insurance to $30 million.", ["insurance"]),
        # A noun and its figure, with the verb before.
        ("HP said scanner revenue fell 2 percent, servers 4 percent and printers 10 percent.", ["scanner", "printers"]),
        ("Coca-Cola said juice volume in Asia fell 1 percent and Fuzzy-Pop's rose 2 percent.", ["Asia", "Fuzzy-Pop"]),
        # Each behind its own figure.
        ("Starbucks said sales rose 7 percent in the Americas; in Europe they slipped 2 percent.",
         ["Americas", "Europe"]),
        # Several words, names with numbers, what is left out.
        ("Revenue grew 20 percent in motor and travel insurance, Citigroup said.", ["motor and travel insurance"]),
        ("Tesla delivered 200 Model S cars.", ["Model S"]),
        ("Cisco said orders from emerging markets excluding Asia grew 9 percent.", ["emerging markets"]),
        ("North Africa and South Asia revenue rose 8 percent, Nike said.", ["North Africa and South Asia"]),
        ("Shell said revenue from mining products fell 8 percent.", ["mining products"]),
        ("Finance Director Erika Muster said costs at Ford rose to $5 million.", [None]),
        # Names that the text knows, and what a charge was for.
        ("Pfizer said lower sales of Relaxan hurt. Relaxan posted revenue of $3 million.", ["Relaxan"]),
        ("HP took a $3 billion charge for closing its phone business.", ["phone business"]),
        ("HP took a $3 billion charge and hired its former chief again.", [None]),
        # Each company's, of the part named before.
        ("GM said its U.S. sales rose 2 percent to 7,145 vehicles. Ford's rose 9 percent to 5,199.", ["U.S.", "U.S."]),
        ("Ford's sales surged 19 percent in the key West Asian region.", ["West Asian"]),
        # Told by one metric, counted by another.
        ("Ford said its U.S. sales jumped 20 percent to 207,145 vehicles.", ["U.S."]),
        ("Ford said sales in Brazil jumped 20 percent to 207,145 vehicles.", ["Brazil"]),
        ("Ford said sales jumped 20 percent to 207,145 vehicles.", [None]),
        # The name of what is counted.
        ("Sony shipped 17 million PlayBoxes.", ["PlayBoxes"]),
        ("Shop 1's net loss rose to $7 million, Nike said.", [None]),
        ("Kroger runs 527 stores and 81 Corner Galaxy stores.", [None, "Corner Galaxy"]),
        ("Vestas shipped 5 GW in 2013.", [None]),
        ("Shell said production rose to 910 Mboe in 2013.", [None]),
        ("Sony shipped 17 million devices.", [None]),
        # In one word, and carried on into the next sentence.
        ("Nike said revenue rose 19 percent internationally.", ["internationally"]),
        ("Nike's revenue in Asia rose 8 percent. They rose 6 percent at constant exchange rates.", ["Asia", "Asia"]),
        ("Nike's revenue in Asia rose 8 percent. Overall, they rose 6 percent in the quarter.", ["Asia", None]),
        # Behind the company's seat, and a unit thrown in behind its name.
        ("Sales rose 4 percent at the Springfield, Ohio-based company's aerospace arm, Honeywell said.",
         ["aerospace arm"]),
    ],
)  # fmt: skip
def test_each_figure_has_its_part(text: str, segments: list[str | None]) -> None:
    assert _segments("en", text) == segments
