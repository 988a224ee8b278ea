"""Whose figure is it: the clause's company, the sentence's, the paragraph's, the article's."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kennzahl.facts import Article, Span
from kennzahl.reading import read
from kennzahl.reading.companies import CompanyContext, company_for
from kennzahl.reading.mentions.companies import find
from kennzahl.reading.sentences import split


def owner(text: str, figure: str, language: str, title: str = "", metric: str | None = None) -> str | None:
    """The name of the company to which the (first) figure printed so belongs."""
    whole = f"{title}\n\n{text}" if title else text
    article = Article("test", whole, len(title), language)
    sentences = split(whole, language, len(title))
    context = CompanyContext.of(article, sentences, find(article, sentences))
    start = whole.index(figure)
    sentence = next(s for s in sentences if s.start <= start < s.end)
    company, rule, span = company_for(Span(start, start + len(figure)), sentence, context, metric=metric)
    assert rule
    assert (company is None) == (span is None)
    return company.name if company else None


QUOTED = "Sample Inc fell short. "


@pytest.mark.parametrize(
    ("text", "figure", "name"),
    [
        ('"They are good," said Jo Muster, whose firm manages $5 billion in assets.', "$5 billion", None),
        ('"They are good," said Jo Muster, who oversees $5 billion as head of bonds.', "$5 billion", None),
        ("Jo Muster, who helps manage some $5 billion in assets at BlackRock, agreed.", "$5 billion", "BlackRock"),
        ("Jo Muster, head of equities at BlackRock, which has $5 billion, agreed.", "$5 billion", "BlackRock"),
        ("Jo Muster, portfolio manager at Oak Hill, which manages $5 billion, owns it.", "$5 billion", None),
        # the manager may be the company itself, and an investor may go on to speak of it
        ("BlackRock, the largest money manager, ended the year with $5 billion.", "$5 billion", "BlackRock"),
        ("BlackRock, an asset manager with $5 billion, agreed.", "$5 billion", "BlackRock"),
        ("Jo Muster, analyst at Oak Hill, said Sample has $5 billion in assets.", "$5 billion", "Sample"),
    ],
)
def test_the_money_of_a_quoted_investor_is_his_houses(text: str, figure: str, name: str | None) -> None:
    assert owner(QUOTED + text, figure, "en", "Sample Inc profit falls", metric="assets_under_management") == name


TWO_SECTIONS = """Die Konzerne Meta und Microsoft legten Zahlen vor.

Meta verdient mehr

Meta setzte 48,4 Milliarden Dollar um. Der Gewinn stieg auf 20,8 Milliarden.

Microsoft wächst in der Cloud

Der Umsatz des Konzerns stieg auf 69,6 Milliarden.

Der Gewinn stieg um 10 Prozent."""


@pytest.mark.parametrize(
    ("figure", "name"), [("48,4", "Meta"), ("20,8", "Meta"), ("69,6", "Microsoft"), ("10 Prozent", "Microsoft")]
)
def test_section_headings_switch_the_topic(figure: str, name: str) -> None:
    assert owner(TWO_SECTIONS, figure, "de", "Zahlen aus dem Silicon Valley") == name


def test_items_of_a_list_are_no_headings() -> None:
    text = "SAP wächst.\n\n- Siemens: 31.000 Kunden\n\nDer Umsatz stieg auf 9 Milliarden Euro."
    assert owner(text, "9", "de", "SAP wächst kräftig") == "SAP"


@pytest.mark.parametrize(
    ("language", "text", "figure", "name"),
    [
        ("de", "SAP steigerte den Umsatz auf 9 Milliarden Euro.", "9", "SAP"),
        ("de", "SAP wächst. Der Umsatz stieg auf 9 Milliarden Euro.", "9", "SAP"),
        ("de", "Einen Gewinn von 3 Milliarden Euro verbuchte Siemens.", "3", "Siemens"),
        ("de", "Siemens verdiente 2 Milliarden, während BASF 1 Milliarde verlor.", "1", "BASF"),
        ("de", "Siemens verdiente 2 Milliarden, während BASF 1 Milliarde verlor.", "2", "Siemens"),
        ("de", "VW und BASF wachsen. Die Wolfsburger verdienten 5 Milliarden.", "5", "Volkswagen"),
        ("de", "VW und BASF wachsen. Der Chemiekonzern verdiente 4 Milliarden.", "4", "BASF"),
        ("de", "Bei VW brach der Gewinn um 14 Prozent ein, bei BASF sogar um 16 Prozent.", "14", "Volkswagen"),
        ("de", "Bei VW brach der Gewinn um 14 Prozent ein, bei BASF sogar um 16 Prozent.", "16", "BASF"),
        ("en", "Sales at Ford fell 4 percent, and were down 6 percent at Toyota.", "6", "Toyota"),
        ("en", "Sales at Ford fell 4 percent, and were down 6 percent at Toyota.", "4", "Ford"),
        ("en", "Ford shrank. Sales fell 4 percent at Toyota. Overall, profit fell 6 percent.", "6", "Ford"),
        ("en", "Ford shrank. At Toyota, sales fell 4 percent. Profit fell 6 percent.", "6", "Toyota"),
        ("en", "JPMorgan Updates Coverage on Mattel. Revenue was $17 million.", "17", "Mattel"),
        ("de", "SAP wächst. Analysten von Goldman Sachs hatten 8 Milliarden erwartet.", "8", "SAP"),
        ("de", "BASF wächst. Die Übernahme von Covestro kostet 6 Milliarden.", "6", "BASF"),
        ("en", "Ford said Toyota's sales fell to 90 million.", "90", "Toyota"),
        ("en", "Ford reported sales of 80 million, while Toyota sold 90 million.", "90", "Toyota"),
        ("en", "Boeing announced its $13 billion acquisition of Rockwell Collins Inc.", "13", "Boeing"),
        ("en", "Mattel's profit fell to $7 million, said an analyst at JPMorgan.", "7", "Mattel"),
        ("en", "Mattel's $17 million was dwarfed by the $204 million announced by rival Hasbro.", "204", "Hasbro"),
        ("en", "Nike grew. It earned $600 million.", "600", "Nike"),
        ("en", "Revenue fell to $95 million, according to FactSet.", "95", None),
        # A relative clause is about what stands before it; a share is of whom it is a part.
        ("en", "Ford's woes also hurt shares of Mattel Inc (MAT.O), which last year cut 500 jobs.", "500", "Mattel"),
        ("en", "Ford, which owns a stake in Mattel, earned $500 million.", "500", "Ford"),
        ("en", "Ford took 28 percent of the market, and 12 percent of Toyota's sales.", "12", "Toyota"),
        ("de", "Die Krise trifft auch die GM-Tochter Opel, die 26.000 Menschen beschäftigt.", "26", "Opel"),
        # A newspaper that the text introduces as a company; one that only reports.
        (
            "en",
            "Mattel and New York Times Co report soon. The New York Times may earn $9 million.",
            "9",
            "New York Times",
        ),
        ("en", "Mattel grew. The New York Times said it may earn $9 million.", "9", "Mattel"),
        ("en", "Mattel grew. Profit was $9 million, said Muster Co analyst Jane Doe.", "9", "Mattel"),
    ],
)
def test_clause_before_sentence_before_topic(language: str, text: str, figure: str, name: str | None) -> None:
    assert owner(text, figure, language) == name


@pytest.mark.parametrize(
    ("text", "figure", "name"),
    [
        (
            "Ford will close 20 of its Mattel and Hasbro toy stores. Sales at Hasbro fell 4 percent.",
            "4 percent",
            "Ford",
        ),
        ("Ford, the operator of the Mattel and Hasbro chains, grew. Sales fell 4 percent at Mattel.", "4", "Ford"),
        ("Ford sells its cars at Mattel and Hasbro stores. Sales at Hasbro fell 4 percent.", "4", "Hasbro"),
        ("Ford fears its rival Hasbro. Sales at Hasbro fell 4 percent.", "4", "Hasbro"),
        ("Ford grew. The Hasbro unit did well. Hasbro earned $5 million.", "5", "Ford"),
        ("Ford's Hasbro toy division lost $5 million.", "5", "Ford"),
        ("Ford fell short. Sales dropped to $5 million because of its Hasbro toy business.", "5", "Ford"),
        ("Ford closed plants of its Hasbro and Mattel operations. Profit at Mattel rose 4 percent.", "4", "Ford"),
        ("Ford said that its Hasbro arm is for sale. Revenue of Hasbro fell 4 percent.", "4", "Ford"),
        ("Ford grew. The Hasbro results came later. Sales at Hasbro fell 4 percent.", "4", "Hasbro"),
        ("Ford's rival Hasbro has a toy business. Sales at Hasbro fell 4 percent.", "4", "Hasbro"),
        ("Ford learned that the profits Hasbro made in business were good. Hasbro earned $5 million.", "5", "Hasbro"),
    ],
)
def test_shops_and_brands_are_parts_of_their_owner(text: str, figure: str, name: str) -> None:
    assert owner(text, figure, "en") == name


@pytest.mark.parametrize(
    ("text", "figure", "name"),
    [
        ("Ford grew. Net income, which includes Hasbro, fell to $5 million.", "5", "Ford"),
        ("Ford grew. Excluding the Hasbro sale, profit fell to $5 million.", "5", "Ford"),
        ("Ford grew. Revenue excluding Hasbro was $5 million.", "5", "Ford"),
        ("Ford grew. The total, which excludes the Hasbro business, came to $5 million in sales.", "5", "Ford"),
        ("Ford grew. Excluding the costs of Hasbro, it earned $5 million. Sales were $7 million.", "7", "Ford"),
        ("Excluding the costs of Hasbro, Ford earned $5 million.", "5", "Ford"),
        ("Unlike Hasbro, Ford earned $5 million.", "5", "Ford"),
        ("Ford grew. Excluding items, Hasbro earned $5 million.", "5", "Hasbro"),
        ("Ford grew. Excluding one-time items Hasbro earned $5 million.", "5", "Hasbro"),
        ("Ford grew. Hasbro, excluding items, earned $5 million.", "5", "Hasbro"),
    ],
)
def test_what_is_included_or_excluded_owns_no_figure(text: str, figure: str, name: str) -> None:
    assert owner(text, figure, "en") == name


@pytest.mark.parametrize(
    ("text", "figure", "name"),
    [
        ("Ford, a chain Jaffe called weak, saw sales fall 3 percent.", "3 percent", "Ford"),
        ("The chain Jaffe saw sales fall 3 percent.", "3 percent", "Jaffe"),
        ("Ford fears brands, including Toyota's Lexus, which grew 3 percent.", "3 percent", "Toyota"),
        ("Ford grew 3 percent, against flat sales at rival Hasbro.", "3 percent", "Ford"),
        ("Ford saw a 3 percent drop in sales of the toys made by Hasbro.", "3 percent", "Ford"),
        ("Ford lost more than the $4 million reported by rival Hasbro.", "4", "Hasbro"),
    ],
)
def test_who_announces_a_figure_is_named_right_behind_it(text: str, figure: str, name: str) -> None:
    assert owner(text, figure, "en") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Citigroup grew. Results were weak at Wells Fargo, the bank's home. Sales were $5 million at the bank.", "C"),
        ("Citigroup grew. But costs at JPMorgan rose. The bank earned $5 million.", "C"),
        ("Citigroup grew. Few worked at Wells Fargo. The bank earned $5 million.", "C"),
        ("Citigroup grew. JPMorgan fell short. The bank earned $5 million.", "J"),
        ("Citigroup grew. At JPMorgan, costs rose. The bank earned $5 million.", "J"),
        ("Citigroup grew. It was a good year. JPMorgan won. The bank earned $5 million.", "J"),
    ],
)
def test_the_noun_goes_on_with_no_company_at_which_something_was(text: str, name: str) -> None:
    assert (owner(text, "5", "en") or "")[0] == name


def test_of_a_deal_the_buyer_is_meant() -> None:
    text = "Ford has agreed to take over Toyota's 45 percent share of the venture."
    assert owner(text, "45", "en", metric="stake") == "Ford"
    assert owner("Ford knows Toyota's 45 percent growth.", "45", "en", metric="revenue") == "Toyota"


def test_a_company_in_a_relative_clause_owns_the_figures_in_it_only() -> None:
    text = "Losses at Allianz - of which Talanx holds 90 percent - fell to $18 million."
    assert owner(text, "18", "en") == "Allianz"
    assert owner(text, "90", "en") == "Talanx"


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("de", "SAP wächst. Größter Aktionär ist mit 21 Prozent Siemens.", "Siemens"),
        ("de", "SAP, das zu 21 Prozent der Siemens AG gehört, wächst.", "Siemens"),
        ("de", "Es geht um SAP, an der die Siemens AG 21 Prozent hält.", "Siemens"),
        ("en", "This is about Ford, in which Toyota has 21 percent.", "Toyota"),
        ("de", "SAP ist mit 21 Prozent an Siemens beteiligt.", "SAP"),
    ],
)
def test_a_stake_is_of_who_holds_it(language: str, text: str, name: str) -> None:
    assert owner(text, "21 Prozent" if language == "de" else "21 percent", language, metric="stake") == name


def test_what_a_company_has_bought_is_not_what_a_text_goes_on_with() -> None:
    text = "SAP wächst. Die im Vorjahr für 7 Millionen Euro übernommene Siemens ist integriert. Es gab Fragen. "
    text += "Der Umsatz stieg auf 9 Millionen Euro. Die übernommene Siemens setzte 3 Millionen um."
    assert owner(text, "7", "de", "SAP wächst", "deal_value") == "SAP"
    assert owner(text, "9", "de", "SAP wächst") == "SAP"
    assert owner(text, "3", "de", "SAP wächst") == "Siemens"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # the parent of a subsidiary, by the text or by what is known
        ("Die Swiss wuchs. Die Lufthansa-Tochter verlor Geld. Der Mutterkonzern verlor {}.", "Deutsche Lufthansa"),
        ("Audi verdiente 2 Mrd. Euro. Der Mutterkonzern steigerte den Gewinn auf {}.", "Volkswagen"),
        ("Audi verdiente 2 Mrd. Euro. Die Mutter kam auf einen Umsatz von {}.", "Volkswagen"),
        ("Rational verdiente 2 Mio. Euro, teilte Rational mit. Die Konzernmutter verlor {}.", None),
        ("Audi verdiente 2 Mrd. Euro. Die Zahlungen an die Mutter lagen bei {}.", "Audi"),
        ("Audi verdiente 2 Mrd. Euro. Die Mutter Volkswagen kam auf {}.", "Volkswagen"),
        # a name in the accusative is nobody's subject, unless the sentence is about it
        ("Siemens wuchs. Der Umsatz stieg wegen der Ausgaben für den Anlagenbauer Dürr um {}.", "Siemens"),
        ("Siemens wuchs. Die Sparte mit {} Umsatz geht an den Finanzinvestor KKR.", "Siemens"),
        ("Siemens wuchs. In der Sparte, die den Hersteller Pirelli gekauft hat, wurden {} umgesetzt.", "Siemens"),
        ("Siemens wuchs. Für den Autobauer BMW lief es schlecht. Der Verlust stieg auf {}.", "BMW"),
        ("Siemens wuchs. Im April traf es den Zulieferer Leoni, der {} Verlust machte.", "Leoni"),
        # what comes behind a sentence on a subsidiary is of the company again
        ("Die Telekom wuchs. Die Tochter T-Systems verlor Geld. Der Gewinn stieg auf {}.", "Deutsche Telekom"),
        ("Die Telekom wuchs. Die Tochter T-Systems verlor {}. Der Gewinn stieg.", "T-Systems"),
        # with whom a company does something
        ("Siemens wuchs. Mit Bosch hat der Konzern {} umgesetzt.", "Siemens"),
        ("Siemens wuchs. Mit Bosch haben die Münchner ein Werk gebaut. Der Umsatz stieg auf {}.", "Siemens"),
        ("Siemens wuchs. Durch Bosch kamen {} Umsatz hinzu.", "Siemens"),
        ("Siemens wuchs. Bei Bosch wurden {} umgesetzt.", "Bosch"),
        ("Siemens wuchs. Bosch hat mit Autos {} umgesetzt.", "Bosch"),
        # an article that stands for no company named before
        ("Siemens wuchs. SAP übernahm einen Anbieter aus Köln. Der Umsatz stieg auf {}.", "SAP"),
        ("Im Mai kam Osram zum Konzern, für den Siemens {} bezahlte.", "Siemens"),
    ],
)
def test_cases_and_relations_tell_whose_sentence_it_is(text: str, name: str | None) -> None:
    assert owner(text.format("9 Millionen Euro"), "9 Millionen", "de") == name


def test_what_a_relative_clause_tells_is_of_the_name_before_it() -> None:
    text = "SAP kauft zu. Verkäufer ist der Investor Allianz, der mit 80 Prozent beteiligt war. Es kostet 5 Millionen."
    assert owner(text, "80", "de") == "Allianz"
    assert owner(text, "5 Mill", "de") == "SAP"


def test_the_headline_names_the_company_of_a_text_that_does_not() -> None:
    assert owner("Der Umsatz stieg auf 12 Millionen Euro.", "12", "de", "Nestlé wächst") == "Nestlé"


@pytest.mark.parametrize(
    ("language", "title", "text", "figure"),
    [
        ("de", "DAX schließt fester", "Der DAX stieg um 2 Prozent.\n\nSAP legte zu, BASF gab nach.", "2"),
        (
            "de",
            "Warum die Autoindustrie zweifelt",
            "Der Umsatz fiel um 8 Prozent. Auch VW leidet. VW will sparen. VW baut um.",
            "8",
        ),
        ("de", "Inflation sinkt", "Die Preise stiegen um 3 Prozent, meldete das Statistische Bundesamt.", "3"),
        ("de", "EZB senkt Zinsen", "Die EZB senkt den Leitzins auf 4 Prozent.", "4"),
        ("en", "Retail sales fall", "Sales fell 5 percent in January, the Commerce Department said.", "5"),
        ("en", "Wall Street ends higher", "The Dow rose 6 percent.\n\nShares of Apple Inc rose.", "6"),
        ("en", "Car sales rise", "Sales rose 5 percent, according to industry tracking firm Wheelcount Inc.", "5"),
        ("en", "Economy grows", "GDP grew 7 percent, said Jane Doe, economist at Citigroup.", "7"),
    ],
)
def test_markets_and_economies_have_no_company(language: str, title: str, text: str, figure: str) -> None:
    assert owner(text, figure, language, title) is None


@settings(max_examples=100)
@given(
    st.lists(st.sampled_from(["SAP", "BASF verdient", "12", ", while ", ". ", "\n\n", " - in which ", "Ford's", "—"])),
    st.sampled_from(["de", "en"]),
)
def test_any_figure_of_any_text_has_an_answer(pieces: list[str], language: str) -> None:
    text = " ".join(pieces)
    article = Article("test", text, 0, language)
    sentences = split(text, language)
    mentions = find(article, sentences)
    context = CompanyContext.of(article, sentences, mentions)
    for sentence in sentences:
        company, rule, span = company_for(Span(sentence.start, sentence.end), sentence, context)
        assert rule
        assert company is None or (span is not None and company in {mention.company for mention in mentions})


def test_a_name_in_a_clause_of_its_own_behind_a_figure_does_not_own_it() -> None:
    text = "SAP wächst. Das Ergebnis sehen die Chefs bei 550 Millionen Euro, wozu Siemens allerdings nichts beisteuert."
    assert owner(text, "550", "de") == "SAP"
    assert owner("SAP wächst. Das Ergebnis liege bei 550 Millionen Euro, teilte Siemens mit.", "550", "de") == "Siemens"


def test_a_paragraph_comes_back_to_the_company_that_the_text_names_first() -> None:
    text = "SAP verkauft eine Sparte.\n\nSiemens zahlt dafür viel.\n\nDer Konzern setzte 5 Millionen um. SAP wächst."
    assert owner(text, "5 Mill", "de", "SAP verkauft") == "SAP"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # Rivals in a row with their tickers; who speaks at the end of a sentence; a rival in a clause of its own.
        (
            "Intel fell. Shares of rivals Nvidia Corp ( NVDA.O ) and Broadcom Inc ( AVGO.O ) rose. Sales rose $5.",
            "Intel",
        ),
        (
            "Nvidia is up. In the long run demand for all chips will soar further, Intel said. Sales rose $5.",
            "Intel",
        ),
        ("Intel is the second chip maker to publish results after rival Nvidia from the south earned $5.", "Nvidia"),
        ("A sale could bring Intel $5, according to a Nvidia note to investors.", "Intel"),
        ("Intel fell, its chief said at a Nvidia investor conference. Sales rose $5.", "Intel"),
        ("Intel fell. Jo Muster, a principal at Nvidia, agreed. Sales rose $5.", "Intel"),
    ],
)
def test_who_is_only_mentioned(text: str, name: str) -> None:
    assert owner(text, "$5", "en", "Intel falls") == name


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "Intel and Dell earned $5 million each.", ["Intel", "Dell"]),
        ("en", "The rivals, General Motors Co GM.N and Dell, earned $5 million each.", ["General Motors", "Dell"]),
        ("en", "Intel Corp INTC.O and Dell earned $5 million each.", ["Intel", "Dell"]),
        ("en", "Intel, Dell and Boeing each earned $5 million.", ["Intel", "Dell", "Boeing"]),
        ("en", "Intel and Dell sales were both up 5 percent.", ["Intel", "Dell"]),
        ("en", "Intel and Dell compete. Dell earned $5 million for each share.", ["Dell"]),
        ("de", "BMW und Audi verdienten jeweils 5 Millionen Euro.", ["BMW", "Audi"]),
        ("de", "BMW und Audi verdienten 5 Millionen Euro.", ["BMW"]),
    ],
)
def test_a_figure_of_each_is_one_of_every_name_in_the_row(language: str, text: str, names: list[str]) -> None:
    facts = read(Article("sample", text, 0, language)).facts
    assert [fact.company.name for fact in facts] == names
    assert len({fact.figure for fact in facts}) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Helped by the drugs that it shares with Intel, Dell earned $5 million.", "Dell"),
        ("After Intel cut its outlook, Dell said revenue fell to $5 million.", "Dell"),
        ("Despite weak sales at Intel, Dell had sales of $5 million.", "Dell"),
        ("Unlike Intel, Dell had sales of $5 million.", "Dell"),
        ("Intel, which sells chips to Dell, earned $5 million.", "Intel"),
    ],
)
def test_the_subject_stands_behind_the_phrase_that_a_sentence_begins_with(text: str, name: str) -> None:
    assert owner(text, "5", "en") == name


@pytest.mark.parametrize(("figure", "name"), [("34", "Chrysler"), ("26", "Ford"), ("9", "Toyota"), ("7", "Honda")])
def test_each_possessor_of_a_row_owns_the_figure_behind_it(figure: str, name: str) -> None:
    text = (
        "Chrysler LLC's revenue dived 34 percent, Ford's shrank 26 percent, Toyota Motor Corp's fell 9 percent "
        "and Honda Motor Co's slid 7 percent."
    )
    assert owner(text, figure, "en") == name


def test_a_clause_behind_and_has_a_subject_of_its_own() -> None:
    sales = "Dell's sales fell 9 percent, while Intel sales rose 6 percent and Boeing sales were up 13 percent."
    assert [owner(sales, figure, "en") for figure in ("9", "6", "13")] == ["Dell", "Intel", "Boeing"]
    assert owner("Intel earned $5 million and Dell lost $4 million.", "$4", "en") == "Dell"
    assert owner("Intel and Dell hoped for more. Intel lost $4 million.", "$4", "en") == "Intel"
    rival = "Intel's results came a day after rival Dell posted a $4 million profit."
    assert owner(rival, "$4", "en") == "Dell"
    assert owner("Intel's results came a day after Dell's fair and a $4 million profit.", "$4", "en") == "Dell"
    related = "Intel's smaller rival, Dell Inc, posted a $4 million profit."
    assert owner(related, "$4", "en") == "Dell"
    assert owner("Intel's smaller rival was Dell. Intel's rivals say Intel made $4.", "$4", "en") == "Intel"
    thrown_in = "Intel, the world's largest chipmaker and Dell's closest partner, posted a $4 million profit."
    assert owner(thrown_in, "$4", "en") == "Intel"
    deal = "Intel bought 5 percent of Boeing and Dell for $7 million."
    assert owner(deal, "$7", "en", metric="deal_value") == "Intel"


def test_a_text_comes_back_behind_a_heading_within_it() -> None:
    text = "Intel earned $3 million. But Dell lost $4 million. LOOKING FOR GROWTH Revenue rose to $5 million."
    assert [owner(text, figure, "en", "Intel earns more") for figure in ("$3", "$4", "$5")] == [
        "Intel",
        "Dell",
        "Intel",
    ]


@pytest.mark.parametrize(
    ("sentence", "companies"),
    [
        ("The car industry had sales of $5 billion.", []),
        ("The toy industry is thought to reach $5 billion in revenue.", []),
        ("The industry's revenue was $5 billion.", []),
        ("The sector lost $5 billion.", []),
        ("The toy market had sales of $5 billion.", []),
        ("The industry lost $5 billion, while Nike had revenue of $4 billion.", ["Nike"]),
        # it has no verb of its own, or is said of a company
        ("The industry giant had revenue of $5 billion.", ["Nike"]),
        ("Nike, which is the industry's biggest spender, had revenue of $5 billion.", ["Nike"]),
        ("In the industry, Nike had revenue of $5 billion.", ["Nike"]),
        # the next sentence is about the company again
        ("The industry had a good year. Revenue was $5 billion.", ["Nike"]),
    ],
)
def test_an_english_industry_has_figures_of_its_own(sentence: str, companies: list[str]) -> None:
    article = Article("test", f"Nike news\n\nNike sells shoes. {sentence}", title_end=9, language="en")
    assert [fact.company.name for fact in read(article).facts] == companies


@pytest.mark.parametrize(
    ("text", "figure", "name"),
    [
        ("Siemens kaufte den Hersteller Osram, dessen Umsatz 127 Mio. Euro betrug.", "127", "Osram"),
        ("Einbußen erlitt Siemens beim Hersteller Osram, dessen Umsatz auf 127 Mio. Euro fiel.", "127", "Osram"),
        ("SAP warb um die Postbank, deren Verlust auf 127 Mio. Euro stieg.", "127", "Deutsche Postbank"),
        ("Siemens, dessen Chef geht, setzte 127 Mio. Euro um.", "127", "Siemens"),
        ("Der Umsatz von Siemens stieg ohne Osram auf 127 Mio. Euro.", "127", "Siemens"),
        ("Der Umsatz von Siemens stieg (ohne Osram) auf 127 Mio. Euro.", "127", "Siemens"),
        ("Siemens wächst. Ohne Osram stieg der Umsatz auf 127 Mio. Euro.", "127", "Siemens"),
        ("Osram wächst. Es wäre der beste Wert für Siemens, 127 Mio. Euro Gewinn zu machen.", "127", "Siemens"),
    ],
)
def test_whose_the_german_genitive_of_a_relative_is_and_who_is_left_out(text: str, figure: str, name: str) -> None:
    assert owner(text, figure, "de") == name


@pytest.mark.parametrize(
    ("first", "name"), [("Die Volksbank ist froh.", "Volksbank Untertal"), ("Im Saal ist man froh.", None)]
)
def test_a_company_may_be_called_by_its_noun_before_it_is_named(first: str, name: str | None) -> None:
    later = "Man spart. Es regnet nicht. Die Volksbank Untertal baut neu. Die Volksbank wächst."
    assert owner(f"Die Summe stieg auf 9 Mio. Euro. {first} {later}", "9 Mio", "de") == name
