"""How English states figures: own sentences, by theme, and what they say. A statement is written metric slot figure."""

from __future__ import annotations

import pytest

from tests.reading.test_statements import said

PER_SHARE = [
    ("The insurer expects core earnings of $1.07 to $1.13 per share.", {"eps value 1.07..1.13 USD"}),
    ("Operating earnings were 92 cents a share.", {"eps value 0.92 USD"}),
    ("It expects adjusted operating income of $7.45 a share.", {"eps value 7.45 USD"}),
    ("It expects $1.10 to $1.20 per share for the year.", {"eps value 1.10..1.20 USD"}),
    (
        "Earnings were 52 cents a share, including gains of 9 cents a share.",
        {"eps value 0.52 USD", "other value 0.09 USD"},
    ),
    ("Pretax profit was 72 cents per share.", {"other value 0.72 USD"}),
    (
        "Adjusted earnings per share of 86 cents excluded $5 million of costs.",
        {"eps value 0.86 USD", "costs value 5000000 USD"},
    ),
    ("It raised $3.3 billion in a share sale.", {"funding_raised value 3300000000 USD"}),
]

PER_ONE = [
    ("Revenue per available room rose 4 percent.", {"other change_pct 4 %"}),
    ("Costs per available seat mile rose 2.5 percent.", {"other change_pct 2.5 %"}),
    ("Its revenue per quarter is $100 million.", {"revenue value 100000000 USD"}),
    ("Sales per square foot were $400.", {"other value 400 USD"}),
]

NAMES = [
    ("Research and development spending fell 20 percent.", {"rd_expense change_pct -20 %"}),
    ("The markdowns on toxic loans fell to $108 million.", {"impairment value 108000000 USD"}),
    ("Its markdowns of 75 percent drew crowds.", set()),
    ("It signed contracts totaling $11 billion.", {"order_intake value 11000000000 USD"}),
    ("Its insured losses came to $20 billion.", set()),
    ("It targets organic revenue of $430 million.", {"revenue value 430000000 USD"}),
    ("Organic revenue rose 4 percent.", {"organic_growth value 4 %"}),
    ("Net profit on a current value basis rose to $7.5 billion.", {"net_income value 7500000000 USD"}),
    ("Net profit on a building was $7 million.", {"other value 7000000 USD"}),
    ("It has made 12 since 2018.", set()),
    ("Net contracts fell 21 percent.", {"order_intake change_pct -21 %"}),
    ("The net falls by half.", {"net_income change_pct -50 %"}),
    ("Its net chargeoffs rose to $140 million.", {"other value 140000000 USD"}),
    ("It posted a jump in profit and 34 percent return on equity.", {"other value 34 %"}),
]

LOSSES = [
    ("It made a loss of $7 million.", {"net_income value -7000000 USD"}),
    (
        "It made a loss of $7 million on revenue of $860 million last year.",
        {"net_income value -7000000 USD", "revenue value 860000000 USD"},
    ),
    (
        "Revenue was $860 million, compared with revenue of $700 million last year.",
        {"revenue value 860000000 USD", "revenue prior 700000000 USD"},
    ),
]

VERBS = [
    ("The fund bought 65 percent of the chain.", {"stake value 65 %"}),
    ("It still holds 30 percent of the firm.", {"stake value 30 %"}),
    ("It has bought 3.4 percent, or 2.7 million, of the rival's shares.", {"stake value 3.4 %"}),
    ("It raked in $12 million in the quarter.", {"revenue value 12000000 USD"}),
    ("It mined 60 million tonnes of ore.", {"production value 60000000 count"}),
    ("It sold 60 million tonnes of ore.", {"units_sold value 60000000 count"}),
    ("It offloaded its shale unit for $10 million.", {"deal_value value 10000000 USD"}),
    ("It will pay $2 million to settle the case.", {"fine value 2000000 USD"}),
    ("It agreed to pay $2 million to victims of the accident.", {"fine value 2000000 USD"}),
    ("It must pay $2 million in compensation.", {"fine value 2000000 USD"}),
    ("It will spend $9 million on new plants.", {"capex value 9000000 USD"}),
    ("It manages $3.6 trillion.", {"assets_under_management value 3600000000000 USD"}),
    ("It has 65 percent of the search market.", {"market_share value 65 %"}),
    ("It wrote down goodwill by $25 million.", {"impairment value 25000000 USD"}),
    ("It is adding 5,000 jobs.", {"hires value 5000 count"}),
    ("It plans to hire 5,000 people.", {"hires value 5000 count"}),
]

OF_WHAT = [
    ("Provisions for loans rose to $3 million.", {"provisions value 3000000 USD"}),
    (
        "Net orders for new homes were off 32 percent at 2,574.",
        {"order_intake change_pct -32 %", "order_intake value 2574 count"},
    ),
    ("Revenue from the backlog was down 47 percent.", {"revenue change_pct -47 %"}),
    ("Spending on research and development rose to $5 million.", {"rd_expense value 5000000 USD"}),
    ("It made a loss on revenue of $5 million.", {"revenue value 5000000 USD"}),
    ("Sales rose in Europe, where profit fell 4 percent.", {"net_income change_pct -4 %"}),
]

COMPARED = [
    (
        "Client assets grew 25 percent to $9 billion last year.",
        {"assets_under_management change_pct 25 %", "assets_under_management value 9000000000 USD"},
    ),
    ("It brought in $2 billion last year.", {"revenue value 2000000000 USD"}),
    ("It brought in $2 billion a year earlier.", {"revenue prior 2000000000 USD"}),
    (
        "It employs 340 people and had revenue of $58 million last year.",
        {"employees value 340 count", "revenue value 58000000 USD"},
    ),
    (
        "The grocer, which has 12 stores, made a profit of $5 million last year.",
        {"stores value 12 count", "net_income value 5000000 USD"},
    ),
    ("It made a profit of $5 million last year.", {"net_income value 5000000 USD"}),
    (
        "It made a profit of $5 million after a profit of $7 million last year.",
        {"net_income value 5000000 USD", "net_income prior 7000000 USD"},
    ),
    ("The charge was $270 million higher than the forecast.", {"costs change_abs 270000000 USD"}),
    (
        "Its provisions were double the $526 million of the first quarter.",
        {"provisions change_pct 100 %", "provisions prior 526000000 USD"},
    ),
    (
        "It sees revenue of $4 million, above the $3.6 million it had previously seen.",
        {"revenue value 4000000 USD", "revenue prior 3600000 USD"},
    ),
    (
        "Profit grew to $36 million, or 28 cents a share, from $33 million, or 25 cents.",
        {
            "net_income value 36000000 USD",
            "net_income prior 33000000 USD",
            "eps value 0.28 USD",
            "eps prior 0.25 USD",
        },
    ),
    (
        "It went from a $3.3 million net loss to a $0.4 million profit.",
        {"net_income prior -3300000 USD", "net_income value 400000 USD"},
    ),
    (
        "Analysts expect earnings to rise to $2.61 a share from $2.26.",
        {"eps value 2.61 USD consensus", "eps prior 2.26 USD consensus"},
    ),
    (
        "Pretax income came to $62 million, a gain of $14 million from the year-ago quarter.",
        {"pretax_profit value 62000000 USD", "pretax_profit change_abs 14000000 USD"},
    ),
]

APART = [
    ("It made a $25 billion bid for its rival.", {"deal_value value 25000000000 USD"}),
    ("It made a $25 million profit.", {"net_income value 25000000 USD"}),
    (
        "Shares of the maker, valued at $15 billion, fell 16 percent.",
        {"market_cap value 15000000000 USD"},
    ),
    (
        "Revenue, which rose 10 percent to $7 billion, was below the $8 billion that analysts expected.",
        {"revenue change_pct 10 %", "revenue value 7000000000 USD", "revenue value 8000000000 USD consensus"},
    ),
    (
        "It would raise its dividend by 8 percent and begin a $3 million stock repurchase program.",
        {"dividend_per_share change_pct 8 %", "share_buyback value 3000000 USD"},
    ),
    ("Organic revenue, which excludes acquisitions, was up 8 percent.", {"organic_growth value 8 %"}),
    ("It offered zero-percent financing.", set()),
    ("The chain doubled its size by acquiring a rival.", set()),
    ("The chain doubled its quarterly dividend.", {"dividend_per_share change_pct 100 %"}),
    (
        "The printing business grew 18 percent to $23 million.",
        {"revenue change_pct 18 %", "revenue value 23000000 USD"},
    ),
    (
        "Same-store sales rose 11 percent in Europe and 12 percent in Asia.",
        {"organic_growth value 11 %", "organic_growth value 12 %"},
    ),
]

TAKEN = [
    ("It has placed an order for 70 planes.", {"other value 70 count"}),
    ("It has taken delivery of 100 new planes.", {"other value 100 count"}),
    ("It won an order for 70 planes.", {"order_intake value 70 count"}),
    ("It delivered 70 planes.", {"units_sold value 70 count"}),
    ("It wrote down the value of its mines by $3 billion.", {"impairment value 3000000000 USD"}),
    ("It wrote off $5 million of debt.", {"impairment value 5000000 USD"}),
    ("Impairments rose by $5 million.", {"impairment change_abs 5000000 USD"}),
    ("The bank lost $6 billion in market value.", set()),
    ("The fund, which manages $6 billion, sold its shares.", {"assets_under_management value 6000000000 USD"}),
    ("Shares outstanding fell 11 percent.", {"other change_pct -11 %"}),
    ("Its profit rose as 54 percent of the 31 retailers beat forecasts.", set()),
    (
        "It is eliminating 530 positions but hiring 210 people.",
        {"job_cuts value 530 count", "hires value 210 count"},
    ),
]

ROWS = [
    (
        "It reported revenue, net income and EPS of $386 million, $21 million, and $0.43, respectively.",
        {"revenue value 386000000 USD", "net_income value 21000000 USD", "eps value 0.43 USD"},
    ),
    (
        "It took write-downs of $521 million tied to offices, $339 million for houses and $309 million for loans.",
        {"impairment value 521000000 USD", "impairment value 339000000 USD", "impairment value 309000000 USD"},
    ),
    (
        "Analysts expect 40 cents a share, against a loss of $1.20 last year.",
        {"eps value 0.4 USD consensus", "eps prior -1.2 USD consensus"},
    ),
]

CLAUSES = [
    ("Shares of the chain, which had gained 17 percent since March, fell.", set()),
    (
        "Profit gained from catastrophe losses, which dropped to $41 million from $66 million.",
        {"costs value 41000000 USD", "costs prior 66000000 USD"},
    ),
    (
        "Pre-tax earnings, which included realized investment gains, came in at $206 million.",
        {"pretax_profit value 206000000 USD"},
    ),
    (
        "It set aside $73 million for bad loans, up from $61 million the quarter before.",
        {"provisions value 73000000 USD", "provisions prior 61000000 USD"},
    ),
    ("The 6.1 percent rise in its April like-for-like sales pleased the board.", {"organic_growth value 6.1 %"}),
    (
        "Operating profit came to $2 million, or 11.8 percent of sales, up from 10.1 percent a year ago.",
        {"ebit value 2000000 USD", "ebit_margin value 11.8 %", "ebit_margin prior 10.1 %"},
    ),
    (
        "Operating earnings of $2.13 per share were above the $1.60 analysts had estimated.",
        {"eps value 2.13 USD", "eps value 1.6 USD consensus"},
    ),
    ("The stock fell to $24.90 after the earnings report.", set()),
]

BROKEN_OFF = [
    (
        "Sales grew 6 percent to $3.5 million but missed analysts' average forecast of $3.8 million.",
        {"revenue change_pct 6 %", "revenue value 3500000 USD", "revenue value 3800000 USD consensus"},
    ),
]

SECOND_COMPARISONS = [
    (
        "Write-offs were $19 million, compared with $15 million a year ago and $18 million in the second quarter.",
        {"impairment value 19000000 USD", "impairment prior 15000000 USD"},
    ),
    (
        "Write-offs were $19 million, compared with $18 million in the second quarter and $15 million a year ago.",
        {"impairment value 19000000 USD", "impairment prior 15000000 USD"},
    ),
    (
        "Sales were $19 million, compared with $15 million a year ago, and orders $18 million in the second quarter.",
        {"revenue value 19000000 USD", "revenue prior 15000000 USD", "order_intake value 18000000 USD"},
    ),
]

OLD_PLANS = [
    (
        "It now expects EBITDA of $11-12 billion, compared with a previous target corridor of $9-10 billion.",
        {"ebitda value 11000000000..12000000000 USD", "ebitda prior 9000000000..10000000000 USD"},
    ),
    (
        "It had EBITDA of $10 billion, compared with a previous profit, and a debt of $9 billion.",
        {"ebitda value 10000000000 USD", "debt value 9000000000 USD"},
    ),
    ("Sales will fall by 6 percent to 7 percent.", {"revenue change_pct -7..-6 %"}),
    (
        "The operating margin rose 2 percentage points to 7 percent.",
        {"ebit_margin change_abs 2 pp", "ebit_margin value 7 %"},
    ),
]

RATIOS = [
    ("Bad debt expense as a percent of revenue was 12 percent.", {"other value 12 %"}),
    ("Operating income as a percentage of revenue was 12.5 percent.", {"ebit_margin value 12.5 %"}),
    ("Its EBITA profit margin was 8 percent.", {"ebit_margin value 8 %"}),
    ("Pumps account for more than half Sample's total revenues.", {"other value 50 %"}),
    ("The retention rate among its customers is around 64 percent.", {"other value 64 %"}),
    ("Its customers are up 7 percent.", {"customers change_pct 7 %"}),
]

THINGS = [
    ("Its inventory reached 45,000 vehicles.", {"other value 45000 count"}),
    ("It is keen on deals and spent $900 on each bicycle.", set()),
    (
        "The mill will cut 800 jobs, representing 9 percent of its 9,000 workers.",
        {"job_cuts value 800 count", "employees value 9000 count"},
    ),
    ("New orders dropped 12 percent to 310 homes.", {"order_intake change_pct -12 %", "order_intake value 310 count"}),
    ("Its water flows to 9,290 homes.", {"customers value 9290 count"}),
    ("The launch hurt earnings by 10 cents per share.", {"other value 0.1 USD"}),
    ("The No. 3 PC maker had a market share that grew.", set()),
    ("Its loss after preferred dividends came to $2.10 per share.", {"eps value -2.1 USD"}),
    ("It booked $45 million in losses on bonds.", {"other value -45000000 USD"}),
    ("Its profits compared unfavorably with $45 million in 2003.", {"net_income prior 45000000 USD"}),
    ("It expects a sales rate of 13 million.", set()),
    ("It will have shorn 700 jobs by 2012.", {"job_cuts value 700 count"}),
    ("It will probably sell between 3 million and 4 million.", {"units_sold value 3000000..4000000 count"}),
    ("It expects a positive $7 million impact on its results.", {"other value 7000000 USD"}),
    ("Global steel demand rose 5 percent.", set()),
    ("It cut its profit forecast by $2 million.", set()),
    ("It slashed its dividend 30 percent.", {"dividend_per_share change_pct -30 %"}),
    ("It beat analysts' expectations with a 16 percent rise in profit.", {"net_income change_pct 16 %"}),
    ("Its gold reserves rose to 3.1 million ounces.", {"other value 3100000 count"}),
    ("Its capacity is 2 million vehicles.", {"other value 2000000 count"}),
    ("It sold 2 million vehicles.", {"units_sold value 2000000 count"}),
    ("It operates 40 hospitals in Texas.", {"other value 40 count"}),
    ("It operates 40 stores in Texas.", {"stores value 40 count"}),
    ("It increased its loan loss reserves by $50 million.", {"provisions change_abs 50000000 USD"}),
    ("Overall auto sales rose 5 percent to 1 million vehicles.", set()),
    (
        "Profit was 50 cents a share, topping the average 47 cents a share estimate.",
        {"eps value 0.5 USD", "eps value 0.47 USD consensus"},
    ),
]

SOURCES = [
    (
        "Revenue from stock and bond trading rose 42 percent to $5 million.",
        {
            "revenue change_pct 42 %",
            "revenue value 5000000 USD",
        },
    ),
    ("Income from futures was $5 million.", {"net_income value 5000000 USD"}),
    ("Sales from share trading, a new business, fell to $5 million.", {"revenue value 5000000 USD"}),
    ("Turnover from bond and currency futures fell to $5 million.", {"revenue value 5000000 USD"}),
    ("Bond trading revenue fell 26 percent.", {"revenue change_pct -26 %"}),
    ("Revenue rose and stock gained 4 percent.", set()),
    ("Its revenue fell, and from Monday its shares lost 4 percent.", set()),
    ("Revenue from toys rose, while its shares fell 4 percent.", set()),
]

MADE = [
    ("It shipped 5 million toasters, up 4 percent.", {"units_sold value 5000000 count", "units_sold change_pct 4 %"}),
    (
        "It delivered 3.2 million lamps in May, down 4 percent from a year ago.",
        {
            "units_sold value 3200000 count",
            "units_sold change_pct -4 %",
        },
    ),
    (
        "It produced 40,000 pianos, an increase of 5 percent.",
        {
            "production value 40000 count",
            "production change_pct 5 %",
        },
    ),
    (
        "It sold 6,000 boats in the quarter, up 10 percent.",
        {"units_sold value 6000 count", "units_sold change_pct 10 %"},
    ),
    ("It built 6,000 boats, a 10 percent rise.", {"production value 6000 count", "production change_pct 10 %"}),
    ("It sold 6,000 boats, and costs rose 4 percent.", {"units_sold value 6000 count", "costs change_pct 4 %"}),
    ("It shipped more, up 4 percent.", set()),
    ("It sold up to 10 percent.", set()),
]

SHARES_OF = [
    (
        "It expects its operating margin to fall in May, to 4% of sales as opposed to 5%.",
        {
            "ebit_margin value 4 %",
            "ebit_margin prior 5 %",
        },
    ),
    (
        "Its gross margin was 35 percent of sales, compared with 34 percent.",
        {
            "gross_margin value 35 %",
            "gross_margin prior 34 %",
        },
    ),
    ("Operating margins were lower in May, at 4% of sales.", {"ebit_margin value 4 %"}),
    ("Operating margins narrowed, reaching 4 percent of revenue.", {"ebit_margin value 4 %"}),
    ("It makes 40 percent of revenue in Asia, up from 35 percent.", {"other value 40 %", "other prior 35 %"}),
    ("Margins fell, while it made 4% of sales in Asia.", {"other value 4 %"}),
    ("Research costs are 4 percent of sales.", {"other value 4 %"}),
    (
        "Operating profit fell to $5 million, with half of revenue from Asia.",
        {"ebit value 5000000 USD", "other value 50 %"},
    ),
]

NET = [
    ("It gained a net 36,000 subscribers, down from 70,000 the year before.", {"subscribers change_abs 36000 count"}),
    ("It lost a net 3,000 customers.", {"customers change_abs -3000 count"}),
    ("It gained a net 7,000 users.", {"users change_abs 7000 count"}),
    ("It added net 5,000 subscribers.", {"subscribers change_abs 5000 count"}),
    ("It added 36,000 subscribers, compared with 104,000 a year earlier.", {"subscribers change_abs 36000 count"}),
    ("Net 13,600,000 vs 10,200,000", {"net_income value 13600000 EUR", "net_income prior 10200000 EUR"}),
    (
        "It had 36,000 subscribers, down from 104,000.",
        {"subscribers value 36000 count", "subscribers prior 104000 count"},
    ),
    ("Its deferred tax assets were $5 million.", {"other value 5000000 USD"}),
    ("Total assets were $5 million.", {"total_assets value 5000000 USD"}),
]

ESTIMATES = [
    ("It raised its income expectations for the year to $5 million.", {"net_income value 5000000 USD"}),
    (
        "It cut its sales expectations for 2012 to $5 million from $6 million.",
        {
            "revenue value 5000000 USD",
            "revenue prior 6000000 USD",
        },
    ),
    ("It stood by their forecasts of sales of $5 million.", {"revenue value 5000000 USD"}),
    ("Analysts raised their estimates of sales to $5 million.", {"revenue value 5000000 USD consensus"}),
    ("Expectations for sales were $5 million.", {"revenue value 5000000 USD consensus"}),
    (
        "It earned 10 cents a share, below the average of 21 cents that analysts were expecting.",
        {
            "eps value 0.1 USD",
            "eps value 0.21 USD consensus",
        },
    ),
    (
        "Operating profit was $5 million, beating a forecast for a $4 million profit.",
        {
            "ebit value 5000000 USD",
            "ebit value 4000000 USD consensus",
        },
    ),
    (
        "Its pretax loss was $5 million, while analysts had expected a loss of $4 million.",
        {
            "pretax_profit value -5000000 USD",
            "pretax_profit value -4000000 USD consensus",
        },
    ),
    (
        "Net income was $5 million, while analysts had expected operating profit of $4 million.",
        {
            "net_income value 5000000 USD",
            "ebit value 4000000 USD consensus",
        },
    ),
    (
        "Operating profit was $5 million, while analysts had expected net profit of $4 million.",
        {
            "ebit value 5000000 USD",
            "net_income value 4000000 USD consensus",
        },
    ),
]

BESIDE = [
    (
        "It earned $5 million, or 8 cents a share, compared with $4 million, 6 cents a share.",
        {
            "net_income value 5000000 USD",
            "net_income prior 4000000 USD",
            "eps value 0.08 USD",
            "eps prior 0.06 USD",
        },
    ),
    ("Net income was $5 million, 8 cents a share.", {"net_income value 5000000 USD", "eps value 0.08 USD"}),
    (
        "Net profit fell 2 percent while comparable sales fell 7 percent.",
        {
            "net_income change_pct -2 %",
            "organic_growth value -7 %",
        },
    ),
    ("It has three times as many stores as its rival.", set()),
    ("It employs twice as many people as they do.", set()),
    ("Its number of stores tripled.", {"stores change_pct 200 %"}),
    ("Its share of production from gas was 79 percent.", {"other value 79 %"}),
    ("Gas had a 79 percent share of revenue.", {"other value 79 %"}),
    ("Production was up 79 percent.", {"production change_pct 79 %"}),
]

WORTH = [
    ("Shares in the maker, valued at $12 billion, fell.", {"market_cap value 12000000000 USD"}),
    ("Its shares, valued at about $12 billion, rose.", {"market_cap value 12000000000 USD"}),
    ("The deal values it at $12 billion.", {"valuation value 12000000000 USD"}),
    ("The start-up, valued at $12 billion, grew.", {"valuation value 12000000000 USD"}),
    ("It advised on $124 billion of completed takeovers.", {"other value 124000000000 USD"}),
    ("It agreed to a $124 billion takeover.", {"deal_value value 124000000000 USD"}),
    ("It went public at $18.50 a share.", set()),
    ("The chain is going public in May at $18 per share.", set()),
    ("Incentives on cars dropped 5 percent to $2,342.", set()),
    ("It will boost its spending plans to $4 billion.", {"capex value 4000000000 USD"}),
]

EXPECTED = [
    ("It is expected to announce a net profit of $5 million.", {"net_income value 5000000 USD consensus"}),
    ("The maker is likely to post a loss of $4 million.", {"net_income value -4000000 USD consensus"}),
    (
        "The group was expected to lose 8 cents per share, with sales of $5 million.",
        {
            "eps value -0.08 USD consensus",
            "revenue value 5000000 USD consensus",
        },
    ),
    ("It is expected to have sold 37 million phones.", {"units_sold value 37000000 count consensus"}),
    ("They are expected to show earnings of $5 million.", {"net_income value 5000000 USD consensus"}),
    ("Capital spending is expected to be $4 million.", {"capex value 4000000 USD"}),
    ("Sales are expected to rise 6 percent, the company said.", {"revenue change_pct 6 %"}),
    ("It is expected to earn $5 million, according to its chief.", {"net_income value 5000000 USD"}),
    ("It expects to report a net profit of $5 million.", {"net_income value 5000000 USD"}),
]

IN_WHAT = [
    (
        "Revenue rose 12 percent to $3 million, lifted by a 27.5 percent jump of trans-Atlantic passenger revenue.",
        {
            "revenue change_pct 12 %",
            "revenue value 3000000 USD",
            "revenue change_pct 27.5 %",
        },
    ),
    ("Profit fell because of a 5 percent rise in raw material and energy costs.", {"costs change_pct 5 %"}),
    ("It was helped by a 4 percent increase in new home orders.", {"order_intake change_pct 4 %"}),
    ("Profit fell 5 percent in the year, as sales were weak.", {"net_income change_pct -5 %"}),
]

ALL = (
    OLD_PLANS
    + SECOND_COMPARISONS
    + RATIOS
    + THINGS
    + BROKEN_OFF
    + CLAUSES
    + TAKEN
    + ROWS
    + APART
    + PER_SHARE
    + PER_ONE
    + NAMES
    + LOSSES
    + VERBS
    + OF_WHAT
    + COMPARED
    + SOURCES
    + MADE
    + SHARES_OF
    + NET
    + ESTIMATES
    + BESIDE
    + WORTH
    + EXPECTED
    + IN_WHAT
)


@pytest.mark.parametrize(("text", "facts"), ALL, ids=[text[:60] for text, _ in ALL])
def test_english(text: str, facts: set[str]) -> None:
    assert said(text, "en") == facts
