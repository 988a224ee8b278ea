"""The kind of a fact: what was, what is planned, what analysts expect, what others say."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kennzahl.facts import Article, Fact
from kennzahl.reading import read


def last(language: str, text: str) -> Fact:
    return read(Article("test", text, language=language)).facts[-1]


def test_a_stake_that_was_raised_is_held() -> None:
    text = "Siemens raised its stake in Bolzenfix Ltd to 30 percent."
    (fact,) = read(Article("test", text, language="en")).facts
    assert (fact.metric, fact.kind) == ("stake", "actual")


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "Intel will spend $5 billion on dividends and expects revenue of $9 billion.", "guidance"),
        # A month, a dividend declared, a plan that is only compared with, what would have been.
        ("en", "Intel said sales grew 14 percent to $28 million in the weeks ended May 3.", "actual"),
        ("en", "Intel raised its dividend by 22 percent.", "actual"),
        # A verb that "and" joins to a plan.
        ("en", "Intel will close two sites and cut 600 jobs.", "guidance"),
        ("en", "Intel plans to shut its old plant in Malaysia and cut 600 jobs.", "guidance"),
        ("en", "Intel has closed two sites and cut 600 jobs.", "actual"),
        ("en", "Intel proposed a dividend of 22 cents a share.", "guidance"),
        ("en", "Intel's margin reached 8.5 percent, topping its target.", "actual"),
        ("en", "Intel set a target of 8.5 percent for its operating margin.", "guidance"),
        ("de", "In der Finanzierungsrunde wird Siemens mit 74 Millionen Euro bewertet.", "actual"),
        ("de", "Siemens sammelt Geld ein und wird dabei mit 74 Millionen Euro bewertet.", "actual"),
        ("de", "In der Runde könnte Siemens mit 74 Millionen Euro bewertet werden.", "other"),
        ("de", "Siemens wird von Beobachtern mit 74 Millionen Euro bewertet.", "other"),
        ("en", "The round values Intel at $74 million.", "actual"),
        ("de", "Bei Siemens konnte ein Gewinn von 74 Millionen Euro erzielt werden.", "actual"),
        ("de", "Siemens dürfte einen Gewinn von 74 Millionen Euro erzielen.", "guidance"),
        ("de", "Siemens hat sich einen Gewinn von 74 Millionen Euro vorgenommen.", "guidance"),
        ("de", "Siemens geht für das Jahr von einem Gewinn von 74 Millionen Euro aus.", "guidance"),
        ("de", "Dafür geht der Vorstand von Siemens von einem Gewinn von 74 Millionen Euro aus.", "guidance"),
        ("de", "Ihr Jahresziel (Gewinn: 74 Millionen Euro) bekräftigten die Münchner von Siemens.", "guidance"),
        ("de", "Siemens peilt für das Jahr (per 30. September) 74 Millionen Euro Gewinn an.", "guidance"),
        ("de", "Bei Siemens werden die Kosten auf 74 Millionen Euro geschätzt.", "actual"),
        ("de", "Der Vorstand von Siemens beantragt, die Dividende auf 4 Euro je Aktie anzuheben.", "guidance"),
        (
            "de",
            "Siemens schlägt 4 Euro Dividende je Aktie vor. Das sind als Ausschüttungsquote 44 Prozent.",
            "guidance",
        ),
        ("de", "Siemens baut in Köln. Dort sollen 300 Menschen arbeiten.", "guidance"),
        ("de", "Siemens, an dem Bosch 30 Prozent hält, will Werke schließen.", "actual"),
        # What analysts had expected; a range is the company's own.
        (
            "de",
            "Analysten erwarten von Siemens viel. Die Dividende soll bei 4 Euro je Aktie liegen.",
            "guidance",
        ),
        (
            "de",
            "Analysten erwarten viel.\n\nSiemens verdiente 8 Millionen Euro.\n\nDer Umsatz soll 9 Millionen erreichen.",
            "guidance",
        ),
        (
            "de",
            "Siemens gab 77 Millionen Euro für Werke aus. Die Kosten stiegen. Veranschlagt waren 4 Mio. Euro.",
            "guidance",
        ),
        ("de", "Siemens möchte einen Umsatz von 77 Millionen Euro erreichen.", "guidance"),
        ("de", "Den Aktionären von Siemens winkt eine Dividende von 4 Euro.", "guidance"),
        ("de", "Siemens möchte die Hälfte der insgesamt 800 Filialen umbauen.", "actual"),
        ("de", "Siemens verdiente 77 Millionen Euro, erwartet worden waren 81 Millionen Euro.", "consensus"),
        (
            "de",
            "Analysten erwarten viel. Die Bruttomarge von Siemens soll zwischen 61 und 62 Prozent liegen.",
            "guidance",
        ),
        # A relative clause is not planned because the main clause is, and the other way round.
        ("de", "Siemens fließt ein Erlös von 18 Millionen Euro zu, der investiert werden soll.", "actual"),
        ("en", "Intel plans to sell its chip unit, which contributed revenue of $5 billion.", "actual"),
        ("en", "Intel spent $5 billion on research, which will hurt earnings.", "actual"),
        ("en", "Intel, which makes a fifth of its revenue in Europe, expects growth.", "actual"),
        ("en", "Intel has an annual research budget of $7 billion.", "actual"),
        ("en", "Intel foresees a gross margin of 58 percent.", "guidance"),
        # By how much an estimate was, or will be, missed or beaten; a bid, until it is agreed.
        ("en", "Intel surpassed the analysts' average forecast by 4 cents a share.", "actual"),
        ("en", "Intel missed analysts' estimates by 3 cents a share.", "actual"),
        ("en", "Intel's revenue surpassed expectations, growing to $7 billion.", "actual"),
        ("en", "Intel's revenue surpassed expectations of $7 billion.", "consensus"),
        ("en", "Intel's profit, which analysts follow closely, was $7 billion.", "actual"),
        ("en", "Intel's profit, which analysts put at $7 billion, is out tomorrow.", "consensus"),
        ("en", "Intel said sales topped forecasts by 3 percent.", "actual"),
        ("en", "Intel said sales would fall short of analysts' expectations by 3 percent.", "guidance"),
        ("en", "Intel's profit will miss estimates by 4 percent.", "guidance"),
        ("en", "Intel's profit more than doubled, and it raised its outlook for the year.", "actual"),
        ("en", "Profit at Intel tripled, which raised its guidance.", "actual"),
        ("en", "Intel's sales quadrupled and it plans to hire.", "actual"),
        ("en", "Intel said profit would more than double.", "guidance"),
        ("en", "Intel expects to double its profit.", "guidance"),
        (
            "en",
            "Intel's profit rose 38 percent to $5 million, above its estimate of $3 million to $4 million.",
            "guidance",
        ),
        ("en", "Intel's sales rose to $5 million, well above the company's estimate of $3 million.", "guidance"),
        ("en", "Intel earned $5 million, above the average estimate of $4 million.", "consensus"),
        ("en", "Intel made a $5 billion counterbid for Nokia.", "guidance"),
        ("en", "Intel bid $5 billion for Nokia.", "guidance"),
        ("en", "Intel launched a $5 billion takeover offer for Nokia.", "guidance"),
        ("en", "Intel bought Nokia for $5 billion.", "actual"),
        ("en", "Intel agreed to buy Nokia for $5 billion.", "actual"),
        # A plan that was met, moved in a clause of its own, or is what somebody else had expected.
        (
            "en",
            "Intel, which wants to buy a rival, met forecasts as its profit rose 12 percent.",
            "actual",
        ),
        ("en", "Intel has already met its cost savings goal of $1.4 billion.", "actual"),
        ("en", "Intel set itself a cost savings goal of $1.4 billion.", "guidance"),
        ("en", "Intel's operating profit nearly tripled, and its outlook for the year was raised.", "actual"),
        ("en", "Intel's operating profit of $104 million beat market hopes.", "actual"),
        ("en", "Intel estimates its market share at 38 percent.", "actual"),
        ("en", "In Asia, where Intel still gets 15 percent of its sales, demand continues to be weak.", "actual"),
        ("en", "Intel is in the process of cutting its annual costs by $30 million.", "guidance"),
        ("en", "Intel would sell its chip unit as its net loss more than tripled.", "actual"),
        ("en", "Intel said that it would sell a 20 percent stake in an offering that analysts call hot.", "guidance"),
        ("en", "Intel's same-store sales fell an expected 20 percent.", "actual"),
        ("en", "Intel's profit drops 26 percent, lags forecasts.", "actual"),
        ("en", "Intel is cutting its yearly costs by $3 billion.", "guidance"),
        ("en", "Intel is looking for fresh financing of $5 billion.", "guidance"),
        # What others say.
        ("en", "Intel's net profit is likely to rise to $9 billion, estimates showed.", "consensus"),
        ("en", "Intel reportedly made revenue of $5 billion.", "other"),
        ("de", "Angeblich soll Siemens 86 Milliarden Euro Umsatz erwirtschaftet haben.", "other"),
        ("en", "Intel will cut 5,000 jobs.", "guidance"),
        ("en", "Intel is working on plans to shed 5,000 jobs.", "guidance"),
        ("en", "Intel shed 5,000 jobs.", "actual"),
        ("en", "Intel said it would cut its staff by 5,000 jobs.", "guidance"),
        # What sources say; what is offered; a deal that is agreed or only proposed.
        ("en", "Intel may take a charge of $5 billion: report", "other"),
        ("en", "Intel could sell its chip unit for $5 billion, two sources told the paper.", "other"),
        ("en", "Intel has offered to pay a fine of $300 million.", "guidance"),
        ("en", "Intel is busy with plans for its $5 billion acquisition of Altera.", "actual"),
        ("en", "Intel is busy with plans for its proposed $5 billion acquisition of Altera.", "guidance"),
        ("en", "Intel will seek approval for a $5 billion takeover of Altera.", "guidance"),
        # A plan's word that is a noun, or stands in a clause of its own.
        ("en", "Intel has invested $5 billion in commercial and industrial projects.", "actual"),
        ("en", "Intel sees a year with $5 billion of revenue it projects for 2030.", "guidance"),
        ("en", "Intel recorded a $5 billion gain from its pension plan.", "actual"),
        ("en", "Using an operating income of $5 billion, Intel could be valued well.", "actual"),
        ("en", "Intel expects a better second half, when it makes 70 percent of its revenue.", "actual"),
        ("en", "Intel said its strategic plan worked, with 259 stores.", "actual"),
        ("en", "Intel made $5 million where governments impose budget cuts.", "actual"),
        ("en", "Intel raised $70 million, which will be used to grow.", "actual"),
        ("en", "Intel, on track to fall behind a rival, saw its sales drop 4 percent.", "actual"),
        ("en", "Overall, Intel plans to grow by 4 percent, helped by a 10 percent rise in revenue.", "guidance"),
        ("en", "Intel beat forecasts with a 7 percent rise in net profit.", "actual"),
        ("en", "Intel's costs came in higher than expected at $5 billion.", "actual"),
        ("en", "Intel bought a 49 percent stake in a venture that will give it access.", "actual"),
        ("en", "Intel has cut 300 jobs, and plans to eliminate 90 more.", "guidance"),
        ("en", "Intel is guiding to revenue of $5 million.", "guidance"),
        ("en", "Intel aimed to cut costs by $5 million.", "guidance"),
        ("en", "Intel cut 300 employees in a week.", "actual"),
        ("en", "Intel would also cut 5,000 employees.", "guidance"),
        ("en", "Intel posted a profit of $5 million, matching its own forecast.", "actual"),
        ("en", "Intel said a planned dividend of 22 cents a share was a surprise.", "guidance"),
        ("en", "Intel has a goal, which calls for a profit of $5 million.", "guidance"),
        ("en", "A sale would cut Intel's ownership stake of 33 percent.", "actual"),
        ("en", "Intel would take a stake of 61 percent.", "guidance"),
        # What analysts expected ends where a clause tells what was; a plan that is held against is a plan.
        ("en", "Intel topped Wall Street targets as its operating margin reached 8.5 percent.", "actual"),
        ("en", "Analysts had expected less and said the reason was a tax rate of 23 percent at Intel.", "actual"),
        ("en", "Intel's operating margin was 8.5 percent, surpassing the expected 8.1 percent.", "consensus"),
    ],
)
def test_kind(language: str, text: str, kind: str) -> None:
    assert last(language, text).kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # Verbs in two parts.
        ("Siemens schlägt den Aktionären eine Dividende von 4 Euro je Aktie vor.", "guidance"),
        ("Das schlug sich bei Siemens in einem Gewinn von 74 Millionen Euro nieder.", "actual"),
        ("Siemens traut sich heuer einen Umsatz von 74 Millionen Euro zu.", "guidance"),
        ("Siemens hält an der Marge von 8 Prozent fest.", "guidance"),
        ("Siemens sieht von der Übernahme des 74 Millionen Euro teuren Werks ab.", "actual"),
        # A clause that tells something itself; one that says what is planned.
        ("Der Umsatz von Siemens lag bei 74 Millionen Euro, im nächsten Jahr soll er steigen.", "actual"),
        ("Siemens will wachsen und hat dafür 74 Millionen Euro in der Kasse.", "actual"),
        ("Siemens will Schulden tilgen, die sich zuletzt auf 74 Millionen Euro türmten.", "actual"),
        ("Siemens rechnet damit, dass der Umsatz bei 74 Millionen Euro liegt.", "guidance"),
        ("Der Umsatz von Siemens lag voraussichtlich bei 74 Millionen Euro.", "actual"),
        ("Der Umsatz von Siemens beträgt im nächsten Jahr voraussichtlich 74 Millionen Euro.", "guidance"),
        ("Siemens geht für das Jahr von 5 Millionen verkauften Autos aus.", "guidance"),
        # What a company does now, it will have done; what it has done, it has.
        ("Siemens eröffnet heuer 20 Filialen.", "guidance"),
        ("Siemens hat heuer 20 Filialen eröffnet.", "actual"),
        ("Siemens stellt in Berlin 300 neue Leute ein.", "guidance"),
        ("Siemens investiert bis 2030 in das Werk 74 Millionen Euro.", "guidance"),
        ("Siemens investierte in das Werk 74 Millionen Euro.", "actual"),
        ("Für die neue Halle nimmt Siemens 74 Millionen Euro in die Hand.", "guidance"),
        ("74 Millionen Euro sind bei Siemens für Hallen und Maschinen vorgesehen.", "guidance"),
        # What something is taken from is there already.
        ("Vom Gewinn von 74 Millionen Euro soll bei Siemens die Hälfte bleiben.", "actual"),
        # A headcount is of today, unless it is where the staff will get to.
        ("Siemens werde die Belegschaft von 780 auf 690 Mitarbeiter verkleinern.", "guidance"),
        ("Siemens mit seinen 780 Mitarbeitern will in Köln bauen.", "actual"),
        # What a dividend depends on, what a bidder offers, what others say.
        ("Siemens zahlt 4 Euro Dividende je Aktie, sofern die Hauptversammlung zustimmt.", "guidance"),
        ("Siemens bietet nun 27,50 Euro je Aktie für den Rivalen Bosch.", "guidance"),
        ("Nach Angaben der Gewerkschaft sind bei Siemens 300 Beschäftigte vom Stellenabbau betroffen.", "other"),
        ("Siemens stellte für das Jahr einen Umsatz von 74 Millionen Euro und eine Dividende in Aussicht.", "guidance"),
        ("Mit den im Januar verkauften 2 Millionen Autos will Siemens mehr erreichen.", "actual"),
        ("Siemens (Umsatz: 74 Millionen Euro) wollte Kosten sparen.", "actual"),
        ("Siemens sieht sich mit einem Marktanteil von 15 Prozent vorn.", "actual"),
        ("Bosch werde künftig 49 Prozent an Siemens halten.", "guidance"),
        ("Siemens hat im Winter 210 Stellen gestrichen.", "actual"),
        ("Siemens hat angekündigt, 210 Stellen zu streichen.", "guidance"),
        ("Siemens ist es gelungen, 74 Millionen Euro von Investoren einzusammeln und Marktführer zu werden.", "actual"),
        ("Siemens soll 2015 einen Umsatz von 74 Millionen Euro erzielt haben.", "other"),
        ("Siemens soll bis 2020 einen Umsatz von 74 Millionen Euro erzielt haben.", "guidance"),
        ("Siemens übertraf die Schätzungen der Banken, die 74 Millionen Euro Gewinn vorhergesagt hatten.", "consensus"),
    ],
)
def test_kind_by_german_clauses(text: str, kind: str) -> None:
    assert last("de", text).kind == kind


@pytest.mark.parametrize(
    ("text", "period"),
    [
        (
            "Intel said fourth-quarter profit rose to 40 cents a share. This was above its forecast of 38 cents.",
            "2019-Q4",
        ),
        ("Intel's fourth-quarter profit rose to 40 cents a share, beating its forecast of 38 cents.", "2019-Q4"),
        (
            "Intel said fourth-quarter profit rose to 40 cents a share. It forecast 38 cents for this quarter.",
            "2020-Q1",
        ),
    ],
)
def test_a_plan_that_is_held_against_has_the_period_of_the_result(text: str, period: str) -> None:
    article = Article("test", text, language="en", published_at=datetime(2020, 1, 20, tzinfo=UTC))
    assert [fact.period.label for fact in read(article).facts if fact.kind == "guidance" and fact.period] == [period]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Intel says it cut around 4,900 jobs in 2011.", "actual"),
        ("Intel announced about 4,900 job cuts in 2011.", "guidance"),
        ("Intel cut jobs in 2011 under its plan to cut 4,900 jobs.", "guidance"),
    ],
)
def test_jobs_cut_in_a_year_that_is_over_are_gone(text: str, kind: str) -> None:
    article = Article("test", text, language="en", published_at=datetime(2012, 5, 2, tzinfo=UTC))
    assert read(article).facts[-1].kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Analysts expect Intel to earn $4 million. Sales are expected to rise 6 percent.", "consensus"),
        ("Intel is expected to post a loss of $4 million. Operating profit is forecast at $5 million.", "consensus"),
        ("Analysts expect Intel to earn $4 million. Sales are likely to rise 6 percent.", "consensus"),
        ("Analysts expect Intel to earn $4 million. Sales are expected to rise 6 percent, Intel said.", "guidance"),
        ("Intel earned $4 million. Sales are expected to rise 6 percent.", "guidance"),
        ("Analysts expect Intel to earn $4 million. Sales rose 6 percent.", "actual"),
    ],
)
def test_a_text_goes_on_with_what_others_expect(text: str, kind: str) -> None:
    assert last("en", text).kind == kind


@pytest.mark.parametrize(
    ("text", "kind", "period"),
    [
        ("Siemens will bis 2030 rund 900 der derzeit 2.700 Stellen abbauen.", "actual", "2024"),
        ("Bei Siemens sollen bis 2030 rund 900 von insgesamt 2.700 Stellen wegfallen.", "actual", "2024"),
        ("Siemens will bis 2030 mit 2.700 Leuten arbeiten.", "guidance", "2030"),
    ],
)
def test_all_jobs_of_which_some_go_are_those_of_today(text: str, kind: str, period: str) -> None:
    article = Article("test", text, language="de", published_at=datetime(2024, 11, 5, tzinfo=UTC))
    fact = next(fact for fact in read(article).facts if fact.metric == "employees")
    assert (fact.kind, fact.period and fact.period.label) == (kind, period)


@pytest.mark.parametrize(
    ("text", "metric", "kind"),
    [
        ("Siemens hält einen Umsatz von 5 Millionen Euro für möglich.", "revenue", "guidance"),
        ("Siemens hält eine Marge von 8 Prozent für erreichbar.", "ebit_margin", "guidance"),
        ("Beim Umsatz hält Siemens nur noch 5 Millionen Euro für realistisch.", "revenue", "guidance"),
        ("Siemens richtet sich auf einen Umsatz von 5 Millionen Euro ein.", "revenue", "guidance"),
        ("Siemens nimmt einen Umsatz von 5 Millionen Euro ins Visier.", "revenue", "guidance"),
        ("Siemens hält den Umsatz von 5 Millionen Euro.", "revenue", "actual"),
        # a plan of before that nothing is held against
        ("Im Mai hatte Siemens einen Umsatz von 5 Millionen Euro angekündigt.", "revenue", "guidance"),
        (
            "Siemens hatte ein Ebit von 5 Millionen Euro und 8 Prozent Marge prognostiziert.",
            "ebit",
            "guidance",
        ),
        (
            "Im Mai hatte Siemens ein Umsatzwachstum von 5 Prozent und eine Ebit-Marge von 8 Prozent angekündigt.",
            "ebit_margin",
            "guidance",
        ),
        (
            "Im Mai hatte Siemens ein Umsatzwachstum von 5 Prozent und eine Ebit-Marge von 8 Prozent angekündigt.",
            "revenue",
            "guidance",
        ),
        ("Der Umsatz von Siemens stieg um 5 Prozent, wie der Konzern angekündigt hatte.", "revenue", "actual"),
        ("Der Umsatz von Siemens stieg um 5 Prozent, der Konzern hatte mehr erwartet.", "revenue", "actual"),
        (
            "Siemens setzte 9 Millionen um. Ein Analysehaus hatte ein Ebit von 5 Millionen Euro erwartet.",
            "ebit",
            "other",
        ),
        ("Analysten hatten bei Siemens ein Ebit von 5 Millionen Euro erwartet.", "ebit", "consensus"),
    ],
)
def test_what_was_or_is_thought_possible(text: str, metric: str, kind: str) -> None:
    article = Article("test", text, language="de", published_at=datetime(2024, 8, 5, tzinfo=UTC))
    assert [fact.kind for fact in read(article).facts if fact.metric == metric] == [kind]
