"""Companies in a text: what names one, what only looks like it, what stands for one, and in which role."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kennzahl.facts import Article
from kennzahl.reading.mentions.companies import CompanyMention, find
from kennzahl.reading.sentences import split


def mentions(text: str, language: str, title: str = "") -> list[CompanyMention]:
    whole = f"{title}\n\n{text}" if title else text
    article = Article("test", whole, len(title), language)
    return find(article, split(whole, language, len(title)))


def named(text: str, language: str, title: str = "") -> list[str]:
    return [m.company.name for m in mentions(text, language, title) if m.is_name]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("de", "Der Umsatz von SAP stieg kräftig.", ["SAP"]),
        ("de", "Microsofts Gewinn wuchs stärker als SAPs Gewinn.", ["Microsoft", "SAP"]),
        ("de", "VW liefert mehr Autos aus.", ["Volkswagen"]),
        ("de", "Die Volkswagen AG liefert mehr Autos aus.", ["Volkswagen"]),
        ("de", "Die BMW-Aktie legte zu.", ["BMW"]),
        (
            "de",
            "Die Quote der Deutschen Bank sinkt, die der Österreichischen Post auch.",
            ["Deutsche Bank", "Österreichische Post"],
        ),
        ("de", "Am Montag legt adidas Zahlen vor, tags darauf die voestalpine.", ["Adidas", "Voestalpine"]),
        ("de", "Am Ende verdiente dieDeutsche Bank mehr.", ["Deutsche Bank"]),
        ("de", "Gestern hat adidas mehr Schuhe verkauft als dm Seife.", ["Adidas"]),
        ("de", "Die Drogeriekette dm verkauft mehr Seife.", ["dm"]),
        ("de", "Bei E.ON sank der Gewinn, bei H&M auch.", ["E.ON", "H&M"]),
        ("de", "ProSiebenSat.1 wächst. Der Umsatz von ProSiebenSat.1 steigt.", ["ProSiebenSat.1", "ProSiebenSat.1"]),
        (
            "de",
            "SALZGITTER - Der Stahlkonzern verdient mehr.\n\nTOTAL: Der Ölriese auch.",
            ["Salzgitter", "TotalEnergies"],
        ),
        ("de", "Orange - so heißt die Farbe. Total: Das ist viel.", []),
        ("en", "Meta's sales rose.", ["Meta"]),
        ("en", "BJ's Wholesale Club Inc BJ.N opened ten stores.", ["BJ's Wholesale Club"]),
        ("en", "J.P. Morgan and AT&T agreed.", ["JPMorgan", "AT&T"]),
        ("en", "Costco Wholesale Corp ( COST.O ) opened ten stores.", ["Costco"]),
        ("en", "Profit at Siemens Energy doubled.", ["Siemens Energy"]),
    ],
)
def test_names_of_the_catalogue(language: str, text: str, names: list[str]) -> None:
    assert named(text, language) == names


def test_a_headline_begins_with_its_company() -> None:
    assert named("Das Ergebnis stieg.", "de", title="Verbund: Wasserkraft bringt Geld") == ["Verbund"]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "Target Corp raised its outlook.", ["Target"]),
        ("en", "Profit at retailer Gap fell.", ["Gap"]),
        ("en", "Profits at Shell halved.", ["Shell"]),
        ("en", "The Gap between them is wide.", []),
        ("en", "Profits at Harvey Gap halved, said Gap.", []),
        ("en", "Apple's profit rose.", ["Apple"]),
        ("en", "Apple's taste is sweet.", []),
        ("en", "On Monday Next said sales rose.", ["Next"]),
        ("en", "Gap Inc fell short. Later, Gap cut its outlook.", ["Gap", "Gap"]),
        ("en", "Next year will be better. Total sales rose. Target prices fell.", []),
        ("en", "The film stars Harrison Ford and Kirk Douglas.", []),
        ("en", "Apple growers fear the frost.", []),
        ("de", "Der Metro-Chef geht.", ["METRO"]),
        ("de", "Im Verbund mit anderen geht es leichter.", []),
        ("de", "Die Metro fährt wieder. Ein Visum ersetzt das Visa.", []),
        ("de", "Der Chemiekonzern Linde AG verkauft mehr Gas.", ["Linde"]),
        ("de", "Die Linde vor dem Haus blüht.", []),
        ("en", "Out of 1/1 games, 1-1 was the score.", []),
    ],
)
def test_ordinary_words_need_a_sign_that_they_are_names(language: str, text: str, names: list[str]) -> None:
    assert named(text, language) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Die Anteile vonBMWlegten zu. Der Autobauer verkauft weniger.", ["BMW"]),
        ("Für dieAllianzgeht es abwärts, auch beim HändlerZalandowill man sparen.", ["Allianz", "Zalando"]),
        ("Es fielen dieCommerzbankKurse, und fürQIAGENim Dax ging es bergab.", ["Commerzbank", "Qiagen"]),
        ("Die Abgaben, der Anstieg und der Stillstand schaden derBayerAG.", ["Bayer"]),
        ("Der HändlerZalandowill man sparen lassen.", []),  # a text that lost no other blank
    ],
)
def test_names_that_lost_the_blanks_around_them(text: str, names: list[str]) -> None:
    assert named(text, "de") == names


SURVEY = "BMW stieg. Qiagen fiel. Die Allianz stieg. Die Commerzbank gab nach. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (SURVEY + "Der Autobauer verkaufte weniger.", "BMW"),
        (SURVEY + "Der Klinikbetreiber verdiente weniger.", "Qiagen"),
        (SURVEY + "Der Ölkonzern förderte weniger.", ""),
        ("Die Commerzbank gab nach. Der Ölkonzern förderte weniger.", "Commerzbank"),
    ],
)
def test_in_a_survey_a_noun_means_a_company_of_its_sector(text: str, name: str) -> None:
    assert mentions(text, "de")[-1].company.name == name


BAKER = "Um drei Uhr steht Karl Wummel auf. Der Familienbetrieb hat neun Läden. "


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (BAKER + "Im Mai hat Wummel den Ofen erneuert. Am Tag danach kam Wummel zu spät.", ["Wummel"] * 3),
        (BAKER.replace("Wummel", "Kummer") + "Im Mai hat Kummer umgebaut. Nun lacht Kummer.", ["Kummer"] * 3),
        (BAKER + "Im Mai hat Wummel den Ofen erneuert.", []),
        (BAKER + "Im Mai hat der Wummel gesungen. Der Wummel, das ist ein Vogel, ein Wummel.", []),
        (BAKER + "Im Mai kaufte Siemens den Ofen. Es hat Wummel den Ofen gebaut, und Wummel zahlt.", ["Siemens"]),
        (BAKER.replace("Familienbetrieb", "Verein") + "Im Mai hat Wummel Geld. Auch Wummel singt.", []),
        (BAKER + "Im Mai hat Butter gefehlt. Später war Butter teuer. Auch Butter aus Irland.", []),
    ],
)
def test_a_family_business_bears_the_name_of_its_owner(text: str, names: list[str]) -> None:
    assert named(text, "de") == names


MAKER = (
    "Der Umsatz stieg um 4 Prozent. Das Unternehmen aus Lahr hat 90 Leute und will im nächsten Jahr wieder wachsen. "
)


@pytest.mark.parametrize(
    ("title", "text", "names"),
    [
        ("Wummel verbesserte Umsatz", MAKER + "Mehr verdient hat Wummel vor allem im Süden.", ["Wummel"] * 2),
        ("Wummel: Umsatzplus von 4 Prozent", MAKER + "Mehr verdient hat Wummel im Süden.", ["Wummel"] * 2),
        ("Wummel – Lahrer Brauer steigern Umsatz", MAKER + "Das gelang Wummel erst im Mai.", ["Wummel"] * 2),
        ("QXT schreibt Verlust", MAKER, ["QXT"]),
        ("Q-WUM schreibt Verlust", MAKER.replace("Das Unternehmen", "Der Vorstand"), ["Q-WUM"]),
        # Nothing tells it from a noun; an article does; no figure; another company; no company at all.
        ("Wummel verbesserte Umsatz", MAKER, []),
        ("Export steigert Umsatz", MAKER + "Mehr verdient hat der Export im Süden.", []),
        ("Wummel feiert Jubiläum", MAKER + "Mehr verdient hat Wummel im Süden.", []),
        ("Wummel steigert Umsatz", MAKER + "Mehr verdient hat Wummel mit Siemens.", ["Siemens"]),
        ("QXT steigert Umsatz", MAKER.replace("Das Unternehmen", "Der Verein"), []),
        ("Ulm streicht Stellen", MAKER + "Mehr verdient hat Ulm im Mai.", []),
    ],
)
def test_the_subject_of_a_headline_is_the_company_of_a_text_that_names_none(
    title: str, text: str, names: list[str]
) -> None:
    known = [m for m in mentions(text, "de", title) if m.how not in ("reference", "industry")]
    assert [mention.company.name for mention in known] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Brunnwald baut in Ulm ein Werk. Seit Mai investiert Brunnwald auch in Kiel.", ["Brunnwald"] * 2),
        ("Nun liefert Brunnwald 286 Pumpen. Zuvor kaufte Brunnwald einen Rivalen.", ["Brunnwald"] * 2),
        ("Brunnwald fertigt Räder. Brunnwald beliefert damit Händler.", ["Brunnwald"] * 2),
        ("Nun fertigt Stadler neue Züge. Stadler beliefert auch die Bahn.", ["Stadler"] * 2),
        ("In Ulm eröffnete Brunnwald ein Lager, und bald schließt Brunnwald sein altes.", ["Brunnwald"] * 2),
        ("Brunnwald baut in Ulm ein Haus.", []),
        ("Karl Brunnwald baut ein Haus. Seit Mai investiert Brunnwald viel Geld.", []),
        ("Honig liefert die Biene. Wer viel Honig sucht, kauft Honig beim Imker.", []),
        ("Nun baut Ulm eine Brücke. Ulm investiert auch in Schulen.", []),
    ],
)
def test_deeds_tell_a_company_that_nothing_else_introduces(text: str, names: list[str]) -> None:
    assert named(text, "de") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Die Stadtwerke Untertal steigerten den Gewinn.", ["Stadtwerke Untertal"]),
        ("Bei den Stadtwerken Untertal blieb ein Gewinn.", ["Stadtwerke Untertal"]),
        ("Der Gewinn der Untertaler Kantonalbank stieg.", ["Untertaler Kantonalbank"]),
        ("Die Alpenrose Bank verdiente mehr.", ["Alpenrose Bank"]),
        ("Alpenrose Logistik setzte mehr um.", ["Alpenrose Logistik"]),
        ("Bei der Alpenrose Versicherung stieg der Umsatz.", ["Alpenrose Versicherung"]),
        ("SAP legte zu. Bei Wolken Software stieg der Umsatz.", ["SAP"]),
        ("SAP will dem Konkurrenten Marktanteile nehmen. Marktanteile gewann auch Siemens.", ["SAP", "Siemens"]),
        ("Der Umsatz von Kronenburg Medizintechnik stieg.", ["Kronenburg Medizintechnik"]),
        ("Im Sektor Energie fiel der Gewinn.", []),
        ("Die Sparte Logistik verdiente mehr.", []),
        ("Wenn die Kunden Energie sparen, sinkt der Umsatz.", []),
        ("Der Gewinn der Obertalischen Kantonalbank stieg.", ["Obertalische Kantonalbank"]),
        ("Der Untertaler Brauerei geht es gut.", ["Untertaler Brauerei"]),
        ("Der Untertaler Brauerei Gerstl geht es gut.", ["Brauerei Gerstl"]),
        ("Unserer Sparkasse geht es gut.", []),
        ("Die Obertaler Volksbank und die Volksbank Obertal sind eins.", ["Volksbank Obertal"]),
        ("Die Baugenossenschaft Untertal baut.", ["Baugenossenschaft Untertal"]),
        ("Der Zoo Untertal baut.", ["Zoo Untertal"]),
        ("Das Modehaus Gerstl baut.", ["Gerstl"]),
        ("Die Milchwerke Obertal West verkauften mehr Käse.", ["Milchwerke Obertal West"]),
        ("Die Verkehrsbetriebe Untertal zählten mehr Fahrgäste.", ["Verkehrsbetriebe Untertal"]),
        ("Das Klinikum Untertal machte Verlust.", ["Klinikum Untertal"]),
        ("Der Gewinn der Gemeindewerke Untertal stieg.", ["Gemeindewerke Untertal"]),
        ("Die Brauer Untertals brauten mehr.", []),
        ("Die Versicherer Beiträge zahlen zu lassen, ist neu.", []),
        ("Die Stadtwerke senken die Preise.", []),
    ],
)
def test_a_plural_may_begin_the_name_of_one_company(text: str, names: list[str]) -> None:
    assert named(text, "de") == names


def test_an_ordinary_word_that_opens_a_headline_with_a_colon_is_a_name() -> None:
    assert named("Der Verbund erzeugt mehr Strom.", "de", "Verbund: Regen hilft") == ["Verbund", "Verbund"]
    assert named("Der Verbund erzeugt mehr Strom.", "de", "Regen hilft: Verbund wächst zusammen") == []


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("de", "Die Gänseblümchen GmbH & Co. KG wächst.", ["Gänseblümchen"]),
        ("de", "Der Schraubenhersteller Bolzenfix verdient mehr.", ["Bolzenfix"]),
        ("de", "Die Bolzenfix-Gruppe verdient mehr.", ["Bolzenfix"]),
        ("de", "Die Pinselmanufaktur Borstenfein verdient mehr.", ["Borstenfein"]),
        ("de", "Beim Medienhaus Bolzenpresse wird gespart.", ["Bolzenpresse"]),
        ("de", "Stadtwerke-Dienstleister Bolzenfix: Auftragsbestand steigt.", ["Bolzenfix"]),
        ("de", "Die Muffler Gruppe verdient mehr. Damit ist Muffler zufrieden.", ["Muffler", "Muffler"]),
        ("de", "Die kuriose Gruppe singt. Die Wiener Gruppe dichtet.", []),
        ("de", "LUMMER PUMPEN - Der Absatz stieg.\n\nORVANDO - Der Umsatz fiel.", ["Lummer Pumpen", "Orvando"]),
        ("de", "ORVANDO - Der Umsatz fiel.", []),
        ("de", "Der Wirkstoffforscher Ziletta Bio verliert weniger.", ["Ziletta Bio"]),
        ("de", "Die Volksbank Untertal eG zahlt mehr Zinsen.", ["Volksbank Untertal"]),
        ("de", "Die Pinsel Medien SE verdient mehr.", ["Pinsel Medien"]),
        ("de", "Nun hat der Schraubenhersteller Werke in Polen gebaut.", []),
        ("de", "Davon verspricht sich das Unternehmen Einsparungen von 5 Millionen Euro.", []),
        ("de", "Sie stiegen, weil die Schraubenfirma Kosten spart.", []),
        ("de", "Nun hat der Schraubenhersteller Bolzenfix den Absatz gesteigert.", ["Bolzenfix"]),
        ("de", "Nun hat der Schraubenhersteller Bolzenfix 5 Läden.", ["Bolzenfix"]),
        ("de", "Nun hat der Schraubenhersteller Bolzenfix geklagt. Der Bolzenfix-Chef lacht.", ["Bolzenfix"] * 2),
        ("de", "Nun hat der Finanzinvestor Bolzenfix Partners geklagt.", ["Bolzenfix"]),
        ("de", "Für den Schraubenhersteller Bolzenfix spricht viel.", ["Bolzenfix"]),
        ("de", "Das Wiener Climate-Tech Bolzenfix verdient mehr.", ["Bolzenfix"]),
        ("de", "Der Handwerksbetrieb Bolzenfix verdient mehr.", ["Bolzenfix"]),
        ("de", "Siemens-Rivale Bolzenfix verdient mehr.", ["Siemens", "Bolzenfix"]),
        ("de", "Mit der Tochter Bolzenfix wächst Siemens weiter.", ["Bolzenfix", "Siemens"]),
        ("de", "Die Zulieferer Bolzenfix und Schraubfix wachsen.", ["Bolzenfix"]),
        ("de", "Der Bolzen-Spezialist Schraubfix wächst. Bolzen sind gefragt.", ["Schraubfix"]),
        (
            "de",
            "Pressemitteilung Schraubfix Gruppe wächst. Schraubfix freut es.",
            ["Schraubfix", "Schraubfix"],
        ),
        ("en", "Acme Widgets Holdings Inc posted a loss.", ["Acme Widgets"]),
        ("en", "Shares of Fernbank Trading S.p.A. rose.", ["Fernbank Trading"]),
        ("en", "Profit at retailer Bluebottle doubled.", ["Bluebottle"]),
        ("en", "Tin miner Oakhollow Metals ( OAKH.L ) reopened a pit.", ["Oakhollow Metals"]),
        ("en", "Tin miner Oakhollow Metals ( OAKHb.ST ) reopened a pit.", ["Oakhollow Metals"]),
        ("en", "Car parts group Bluebottle Wheels ( BLUE_p.DE ) hired.", ["Bluebottle Wheels"]),
        ("en", "OAKHOLLOW MINES LTD <OAKH.L> 4TH QTR NET", ["Oakhollow Mines"]),
        ("en", "<GIANT OAKHOLLOW MINES LTD> 4TH QTR NET", ["Giant Oakhollow Mines"]),
        ("en", "Australia's Bluebottle Surf Ltd said on Monday it had more debt.", ["Bluebottle Surf"]),
        ("en", "Del Marro Foods Co ( DMF.N ) canned less fruit.", ["Del Marro Foods"]),
        ("en", "Builder Oakhollow Homes Inc had a bad year.", ["Oakhollow Homes"]),
    ],
)
def test_unlisted_companies_by_how_they_are_introduced(language: str, text: str, names: list[str]) -> None:
    assert named(text, language) == names


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Dax stieg, der Euro Stoxx 50 fiel, die EZB wartet ab."),
        ("de", "Am Mittwochabend teilte die Bundesregierung mit, die Inflation sinke."),
        ("de", "Das teilte der Konzern Mittwochabend mit."),
        ("de", "Die Exporte der größten Hersteller Österreichs stiegen."),
        ("de", "BERLIN - Es regnet.\n\nWIEN - Es schneit.\n\nDEVISEN - Der Euro fiel.\n\nROHSTOFFE - Öl stieg."),
        ("de", "LEVERKUSEN - Es regnet.\n\nWOLFSBURG - Es schneit."),
        ("de", "Finanzminister Hans Muster sprach in New York mit Analysten."),
        ("de", "Jetzt decken die Versicherer Prozesskosten doch."),
        ("de", "Arbeitsmarktforscher Anton Mustermann vom Institut widerspricht."),
        ("de", "Die Gewinner-Aktien des Tages, die Flop-Aktien und eine Meme-Aktie."),
        ("de", "Der Neuer Co-Vorstandschef heißt Mustermann."),
        ("de", "Die Beteiligungs-GmbH & Co KG und sein Herausforderer Anton Mustermann."),
        ("de", "Jedes Zimmer hat ein Bad. Watson Gates will kommen."),
        ("de", "Es fließen 1,19 Euro pro Anteil (Vorjahr: 0,92 Euro)."),
        ("en", "The Federal Reserve and the Commerce Department publish data on Tuesday."),
        ("en", "Analysts in New York said Wall Street was weak."),
        ("en", "U.S. retail sales rose in January, the Census Bureau said."),
        ("en", "The group's Chief Executive Jane Doe said so on Monday."),
        ("en", "The Dow Jones industrial average and the S&P 500 fell."),
    ],
)
def test_indices_offices_days_people_and_places_are_no_companies(language: str, text: str) -> None:
    assert named(text, language) == []


def test_short_forms_and_initials_follow_the_full_name() -> None:
    text = "Oakhollow Mining Group plc lost money. Oakhollow Mining cut jobs. Oakhollow now hires again, OMG said."
    assert {m.company.slug for m in mentions(text, "en") if m.is_name} == {"oakhollow-mining-group"}
    assert len(named(text, "en")) == 4
    austrian = "Die Donau Assekuranz Holding (DAH) wächst. Die DAH zahlt mehr."
    assert len(set(named(austrian, "de"))) == 1


def test_an_abbreviation_may_stand_behind_the_legal_form_and_a_name_is_in_the_nominative() -> None:
    text = "Die Prüfer der Nordischen Bolzenwerke GmbH & Co. KG (NBW) zögern. Die NBW wächst."
    assert named(text, "de") == ["Nordische Bolzenwerke", "Nordische Bolzenwerke", "Nordische Bolzenwerke"]


def test_a_pronoun_means_a_company_that_was_just_spoken_of() -> None:
    near = "Siemens wächst. Sie ist groß."
    far = "Siemens wächst. Hanna singt. Der Saal ist voll. Die Leute klatschen. Alle staunen. Sie ist müde."
    assert [m.how for m in mentions(near, "de")] == ["name", "pronoun"]
    assert [m.how for m in mentions(far, "de")] == ["name"]


def test_a_short_form_of_another_company_stays_the_other() -> None:
    assert named("Siemens Energy hat einen Großaktionär: Siemens.", "de") == ["Siemens Energy", "Siemens"]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "Google said revenue rose. Google hired engineers.", {"Google"}),
        ("en", "Google parent Alphabet said revenue rose.", {"Alphabet"}),
        ("en", "DaimlerChrysler sold fewer cars. Mercedes made a loss.", {"DaimlerChrysler"}),
        ("en", "Mercedes made a loss.", {"Mercedes-Benz"}),
        ("en", "Merck & Co Inc raised its outlook. Merck sells drugs.", {"Merck & Co"}),
    ],
)
def test_a_company_bears_the_name_by_which_its_text_knows_it(language: str, text: str, names: set[str]) -> None:
    found = mentions(text, language)
    assert {m.company.name for m in found if m.is_name} == names
    assert len({m.company.slug for m in found}) == 1


def test_a_former_name_means_the_company_as_long_as_it_bore_it() -> None:
    text = "EADS made a loss. Airbus cut costs."
    then = Article("test", text, 0, "en", published_at=datetime(2010, 3, 9, tzinfo=UTC))
    assert [m.company.name for m in find(then, split(text, "en", 0))] == ["EADS", "Airbus"]
    assert {m.company.name for m in mentions(text, "en")} == {"Airbus"}


def test_a_symbol_behind_a_name_is_a_short_form_of_it() -> None:
    text = "Oakhollow Metals Corp. (TSX: OAKM) (OTC: OAKMF) grew. OAKM mined more. The OTC is calm."
    assert named(text, "en") == ["Oakhollow Metals"] * 3


def test_whom_a_text_only_quotes_has_no_figures() -> None:
    quoted = "Sales fell, according to Oakhollow Data Corp. Shares were down, according to Oakhollow Data Corp."
    assert {m.role for m in mentions(quoted, "en")} == {"analyst"}
    assert mentions("Oakhollow Data Corp grew. Sales rose, according to Oakhollow Data.", "en")[1].role == "subject"
    assert mentions("Sales rose 4 percent, according to Intel.", "en")[0].role == "subject"


def test_three_capitals_that_begin_a_name_are_a_short_form_of_it() -> None:
    assert named("OMG Widgets Corp grew. OMG said so. The omg was heard.", "en") == ["OMG Widgets"] * 2


def test_the_rest_of_a_known_name_is_no_company() -> None:
    assert "Automobile Holdings" not in named("Geely Automobile Holdings Ltd ( 0175.HK ) grew.", "en")


def test_a_joint_venture_with_a_name_of_its_own_is_a_company() -> None:
    assert named("Verizon Wireless grew. Verizon said so.", "en") == ["Verizon Wireless", "Verizon"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Finance chief Michael Lehman was glad. Lehman said sales rose.", []),
        ("Intel lost money, Chief Executive John Williams said. Williams said he would leave.", ["Intel"]),
        ("Finance officer Rick Siemens was glad. Siemens said sales rose.", []),
        ("Finance officer Rick Siemens left Siemens AG. Siemens said so.", ["Siemens"] * 3),
        ("Chief Michael Lehman was glad. Lehman Brothers lost money. Lehman said so.", ["Lehman Brothers"] * 2),
        ("In May James Ford left Ford Motor Co. Ford sold fewer cars.", ["Ford"] * 2),
    ],
)
def test_a_surname_is_no_company_unless_the_text_names_that_too(text: str, names: list[str]) -> None:
    assert [m.company.name for m in mentions(text, "en") if m.is_name] == names


def test_the_possessive_of_an_ordinary_word_is_a_name_if_what_it_has_stands_behind() -> None:
    assert named("Intel lost. Target's March same-store sales fell.", "en") == ["Intel", "Target"]
    assert named("Intel lost. Target's big red dog barked.", "en") == ["Intel"]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Oak Mining Inc lost money. Oak, which owns pits, closed one.", 2),
        ("Oak Mining Inc lost money. Oak said so.", 2),
        ("Oak Mining Inc lost money. Oak is hard.", 1),
        ("Oak Mining Inc lost money. Jane Oak left.", 1),
    ],
)
def test_three_letters_are_a_short_form_if_the_text_uses_them_as_a_name(text: str, times: int) -> None:
    assert len(named(text, "en")) == times


@pytest.mark.parametrize(
    ("text", "name", "times"),
    [
        ("Jones Widgets Inc lost money. Jones said so. Jones owns shops.", "Jones Widgets", 3),
        ("Jones Widgets Inc lost money. The Jones family owns shops.", "Jones Widgets", 1),
        ("Bolzenfix Widgets Inc said Bob Jones would leave. Jones said he was glad.", "Jones", 0),
        ("Jones Widgets Inc lost money. Bob Jones left. Jones said he was glad.", "Jones Widgets", 1),
        ("SUN Widgets Inc lost money. SUN screens sell.", "SUN Widgets", 1),
        ("QXW Widgets Inc lost money. QXW screens sell.", "QXW Widgets", 2),
    ],
)
def test_a_word_of_many_names_is_a_short_form_where_the_company_speaks_by_it(text: str, name: str, times: int) -> None:
    assert [found.split()[0] for found in named(text, "en")].count(name.split()[0]) == times


def test_a_company_that_is_only_sold_leaves_the_first_word_to_the_other() -> None:
    text = "Quorvex Tools Ltd lost money after the sale of Quorvex Trust to Laurentian Bank. Quorvex hires."
    assert {m.company.name for m in mentions(text, "en") if text[m.start : m.end] == "Quorvex"} == {"Quorvex Tools"}
    both = "Quorvex Tools Ltd lost money. Quorvex Trust Ltd earned more. Quorvex hires."
    assert {m.company.name for m in mentions(both, "en") if text[m.start : m.end] == "Quorvex"} == set()


def test_initials_are_no_short_form() -> None:
    assert named("U.S. Steel Corp earned more. In the U.S. sales fell.", "en") == ["U.S. Steel"]


def test_a_name_that_was_a_brand_means_the_company_that_took_it_later() -> None:
    text = "Daimler cut costs. Mercedes sold fewer cars."
    for year, names in ((2013, {"Daimler"}), (2024, {"Mercedes-Benz"})):
        article = Article("test", text, 0, "en", published_at=datetime(year, 3, 9, tzinfo=UTC))
        assert {m.company.name for m in find(article, split(text, "en", 0))} == names
    alone = Article("test", "Mercedes sold fewer cars.", 0, "en", published_at=datetime(2013, 3, 9, tzinfo=UTC))
    assert [m.company.name for m in find(alone, split(alone.text, "en", 0))] == ["Mercedes-Benz"]


def test_a_headline_names_an_unknown_company_if_the_body_speaks_of_it_as_one() -> None:
    body = "Der Gewinn stieg. Bolzenfix-Chef Muster freut sich."
    assert named(body, "de", "Bolzenfix steigert Umsatz") == ["Bolzenfix", "Bolzenfix"]
    assert named("The company lost money. Wobble Cream said so.", "en", "Wobble Cream shares fall")[0] == "Wobble Cream"
    assert named("Die Schweizer Bolzenfix Bahn freut sich.", "de", "Bolzenfix Bahn angelt sich Auftrag") != []
    assert named("Die große Bolzenfix Bahn fährt.", "de", "Bolzenfix Bahn angelt sich Auftrag") == []
    assert named("Der Umsatz im Einzelhandel stieg.", "de", "Kauflaune steigert Umsatz") == []
    assert named("Der Dax stieg um 200 Punkte.", "de", "DAX steigt kräftig") == []


@pytest.mark.parametrize(
    ("language", "text", "reference", "name"),
    [
        ("de", "VW und BASF verdienen mehr. Der Autobauer senkt Kosten.", "Der Autobauer", "Volkswagen"),
        ("de", "BASF verdient mehr als VW. Die Wolfsburger sparen.", "Die Wolfsburger", "Volkswagen"),
        ("de", "VW verkauft an BASF. Der Ludwigshafener Konzern zahlt.", "Der Ludwigshafener Konzern", "BASF"),
        ("de", "Die Allianz wächst. Der Versicherer hebt die Prognose.", "Der Versicherer", "Allianz"),
        ("de", "Der Schraubenbauer Bolzenfix wächst. Das Unternehmen stellt ein.", "Das Unternehmen", "Bolzenfix"),
        ("en", "Broadcom and Walmart grew. The chipmaker hired.", "The chipmaker", "Broadcom"),
        ("en", "Fernbank Corp grew. The company hired.", "The company", "Fernbank"),
        ("en", "Nvidia grew. It hired engineers.", "It", "Nvidia"),
        ("en", "Nvidia grew, helped by chips that it buys from TSMC. The company hired.", "The company", "Nvidia"),
        ("en", "Pfizer's unit went to Bayer. The drugmaker cut costs.", "The drugmaker", "Pfizer"),
        ("de", "Bayer senkt Kosten wie vor kurzem auch Merck. Der Konzern spart viel.", "Der Konzern", "Bayer"),
        (
            "de",
            "Infineon und Texas Instruments sparen. Der US-Konzern streicht Stellen.",
            "Der US-Konzern",
            "Texas Instruments",
        ),
        ("de", "VW und Renault sparen. Der französische Konzern auch.", "Der französische Konzern", "Renault"),
    ],
)
def test_references_are_resolved(language: str, text: str, reference: str, name: str) -> None:
    found = {text[m.start : m.end]: m.company.name for m in mentions(text, language) if not m.is_name}
    assert found.get(reference) == name, found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "BASF wächst. Die Hersteller leiden, die Versicherer auch."),
        ("de", "BASF wächst. Das Gemeinschaftsunternehmen kommt, die Notenbank wartet."),
        ("en", "BASF grows. The central bank waits, and makers of paint suffer."),
    ],
)
def test_other_nouns_stand_for_no_company(language: str, text: str) -> None:
    assert all(m.is_name or m.role == "outsider" for m in mentions(text, language))


@pytest.mark.parametrize(
    ("language", "text", "name", "role"),
    [
        ("de", "Analysten von Goldman Sachs sind skeptisch.", "Goldman Sachs", "analyst"),
        ("de", "Der UBS-Analyst senkt das Kursziel.", "UBS", "analyst"),
        ("en", "That is good, said Jane Doe, an analyst at JPMorgan.", "JPMorgan", "analyst"),
        ("en", "Citigroup analyst Jane Doe was glad.", "Citigroup", "analyst"),
        ("en", "Citigroup Inc. analyst Jane Doe was glad.", "Citigroup", "analyst"),
        ("en", "It rose, said Citigroup\nanalyst Jane Doe.", "Citigroup", "analyst"),
        ("en", "Analyst Jane A. Doe of Citigroup was glad.", "Citigroup", "analyst"),
        ("en", "Economist Jane Doe at the Citigroup saw growth.", "Citigroup", "analyst"),
        ("en", "Jane Doe, chief economist, Citigroup, was glad.", "Citigroup", "analyst"),
        ("en", "It rose, said the analyst, Citigroup fell.", "Citigroup", "subject"),
        ("en", "Jane Doe is a former Citigroup finance chief.", "Citigroup", "other"),
        ("en", "Analysts expected revenue of Citigroup to rise.", "Citigroup", "subject"),
        ("en", "Jane Doe of Citigroup was glad.", "Citigroup", "subject"),
        ("en", "It will grow, Jane Doe said at a Citigroup investor conference.", "Citigroup", "other"),
        ("en", "according to Thomson Reuters data", "Thomson Reuters", "agency"),
        ("en", "the acquisition of genetic testing firm Life Technologies Inc", "Life Technologies", "other"),
        ("en", "Boeing lost ground to rival Airbus.", "Airbus", "other"),
        ("en", "The Airbus acquisition cut profit by $5 million.", "Airbus", "other"),
        ("en", "Airbus deals paid off.", "Airbus", "subject"),
        ("en", "European rival Airbus last week posted a loss.", "Airbus", "subject"),
        ("en", "American Airlines' parent AMR Corp lost money.", "American Airlines", "other"),
        ("en", "Boeing lost ground to rivals Airbus and Bombardier.", "Bombardier", "other"),
        ("en", "The airline ordered ten Boeing 737s.", "Boeing", "other"),
        ("de", "VW steigt bei dem Tesla-Herausforderer Rivian ein.", "Tesla", "other"),
        ("de", "Nach der Übernahme von Covestro wächst der Umsatz.", "Covestro", "other"),
        ("de", "Covestro wächst.", "Covestro", "subject"),
        ("de", "Evotec-Rivale Covestro wächst.", "Covestro", "subject"),
        ("de", "Evotec-Rivale Covestro wächst.", "Evotec", "other"),
        ("de", "Siemens hängt den Konkurrenten Covestro ab.", "Covestro", "other"),
        ("de", "Der Konkurrent Covestro liefert mehr.", "Covestro", "subject"),
        ("de", "Dem Konkurrenten Covestro geht es schlecht.", "Covestro", "other"),
        ("de", "Unter den Interessenten soll auch Amazon sein.", "Amazon", "other"),
        ("de", "Nach Untersuchungen der Bertelsmann Stiftung steigt der Bedarf.", "Bertelsmann", "other"),
        ("de", "Die Privatbank Berenberg rät zum Kauf.", "Berenberg", "analyst"),
        ("de", "Berenberg-Bank wächst. Die Privatbank Berenberg verdient mehr.", "Berenberg", "subject"),
        ("de", "Von der Deutschen Bahn bekommt der Hersteller einen Auftrag.", "Deutsche Bahn", "other"),
        ("de", "Von Anfang an erhält die Deutsche Bahn Aufträge.", "Deutsche Bahn", "subject"),
    ],
)
def test_roles(language: str, text: str, name: str, role: str) -> None:
    assert {m.role for m in mentions(text, language) if m.company.name == name} == {role}


def test_a_number_that_counts_makes_no_model_of_a_company() -> None:
    assert [m.role for m in mentions("Nun kauft Siemens 300 Lokomotiven.", "de")] == ["subject"]
    assert [m.role for m in mentions("Der Gewinn der Airbus 320 Flotte.", "de") if m.company.name == "Airbus"] == [
        "other"
    ]


def test_a_language_without_a_lexicon_has_no_companies() -> None:
    assert find(Article("test", "SAP grandit.", 0, "xx"), []) == []


PIECES = st.sampled_from(
    ["SAP", "Volkswagen AG", "der Konzern", "die Wolfsburger", "Bolzenfix GmbH & Co. KG", "( TMO.N )", "'s", "-", "&",
     ". ", "\n\n", "Inc", "the company", "said", "12", "1&1", "Ä", "", " und ", "Next", "rival", "<ABC>", "\x00"]
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(PIECES | st.text(max_size=8), max_size=25), st.sampled_from(["de", "en"]))
def test_any_text_is_read_sorted_without_overlap_and_always_alike(pieces: list[str], language: str) -> None:
    text = " ".join(pieces)
    found = mentions(text, language)
    assert found == mentions(text, language)
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    names = [m for m in found if m.is_name]
    assert all(a.end <= b.start for a, b in pairwise(names))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The owner, Bolzenfix BFX.UL Partners Ltd, said sales rose.", []),
        ("Shares in Bolzenfix BFX.N Sample Works Inc rose.", ["Bolzenfix", "Sample Works"]),
        ("Bolzenfix CORP.UL and Nutenstein Ltd said sales rose.", ["Bolzenfix", "Nutenstein"]),
        ("The owner, BOLZENFIX.UL Nutenstein Ltd, said so.", ["Nutenstein"]),
    ],
)
def test_the_end_of_a_ticker_begins_no_name(text: str, names: list[str]) -> None:
    assert named(text, "en") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Acme Tools reported revenue of $250 million for the quarter.", ["Acme Tools"]),
        ("Stratus Air posted a net loss of $4 million.", ["Stratus Air"]),
        ("Last year Trellis Software had revenue of 4 million.", ["Trellis Software"]),
        ("Things got better: Palmer Shipping's net profit doubled.", ["Palmer Shipping"]),
        ("Brightwell posted a pretax loss. It was the first for Brightwell.", ["Brightwell", "Brightwell"]),
        ("Quenby Robotics, a start-up founded in 2019, has raised $40 million.", ["Quenby Robotics"]),
        ("JM Bennett, the fast-growing insurance company, made revenue of 23 million pounds.", ["JM Bennett"]),
        ("Sorrel Foods, a Bristol-based maker of oat bars, employs 50 people.", ["Sorrel Foods"]),
        ("On Monday, Hedgerow Bank, a small lender, said profit fell.", ["Hedgerow Bank"]),
        ("Its sellers got 5 million for Vexa, a biotech company with 30 staff.", ["Vexa"]),
        ("Pretax profit at Harlan Chemicals was $3.4 billion.", ["Harlan Chemicals"]),
        ("Palmer Shipping, which operates 14 vessels, lost 9 million euros.", ["Palmer Shipping"]),
        ("Net profit of 5 million was lower than at Sample Street.", []),
        ("Grocer Larkspur said its prices were up.", ["Larkspur"]),
        ("Fintech Norvell Pay, which last raised money in May, lost 5 million.", ["Norvell Pay"]),
        ("Miner Anglo sold a pit. The deal lifted Anglo American.", ["Anglo American"]),
        ("We hear from chief executive Jane Hill of dealer group Westmoor.", ["Westmoor"]),
        ("Major Ford dealers are closing. Major Telco cuts are to follow.", ["Ford"]),
        ("Retailers posted sales of 5 million.", []),
        ("Tourism generated revenue of 5 billion. Tourism is big.", []),
        ("Focus Group said Ford earned $5 million.", ["Ford"]),
        ("The Ministry of Supply reported revenue of $5 billion.", []),
        ("Airline Passengers rose 5 percent to 10 million.", []),
        ("Ford sold 5 million cars. Focus Estate, which sells in Europe, had sales of 2 million.", ["Ford"]),
        ("Chief executive Jane Hill reported revenue of 5 million.", []),
        ("Jane Hill had forecast revenue of 5 million.", []),
        ("California's net loss shrank. Times are hard in California.", []),
        ("New York City had revenue of $5 billion.", []),
        ("Harry Potter's sales reached 5 million.", []),
        ("The new Corolla posted sales of 5 million. Who would not like a Corolla?", []),
        ("Jane Hill, a director of the company, earned 5 million.", []),
        ("Jane Hill, a fund manager at Alder, sold shares.", []),
        ("In Springfield, a mining company said it would cut jobs.", []),
        ("On Monday, the drinks group said profit fell.", []),
    ],
)
def test_a_company_may_be_told_by_its_figures_or_by_what_is_said_behind_its_name(text: str, names: list[str]) -> None:
    assert named(text, "en") == names
