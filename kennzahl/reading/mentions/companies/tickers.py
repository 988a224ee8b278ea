"""Stock exchange symbols behind a name: '( TMO.N )', '<MAYS.O>', '( ERICb.ST )', '(NASDAQ: PYPL)', 'NMX.N'."""

from __future__ import annotations

import re

BOARDS = "N|O|A|L|PA|DE|F|T|HK|TO|AS|MI|MC|VX|S|ST|HE|CO|OL|BR|VI|AX|NS|BO|KS|OB|PK"
"""Reuters' codes of exchanges, which make a symbol of bare capitals."""
TICKER = re.compile(
    rf"""
    [\s(<](?:  # begins with a set of characters, to which a search skips
    (?:(?<=[(<])|(?<=\s)[(<])\s?
      (?:[A-Z][A-Za-z]{{1,9}}(?:[ -][A-Z]{{2,6}})?\s?:\s?(?P<listed>(?=\d*[A-Z.]|\d{{4}})[A-Z0-9.]{{1,8}})  # (AIM: SVM)
        |(?P<ric>[A-Z0-9]{{1,6}}(?:_?[a-z])?[.=][A-Z]{{1,4}}|(?<=<)[A-Z]{{1,5}}(?=>)))               # (TMO.N) <WHT>
      (?:[,;][^)>\n]{{0,60}})?
    \s?[)>]
    |(?<=\s)(?P<bare>[A-Z]{{1,5}}(?:_?[a-z])?\.(?:{BOARDS}))\b(?!\.)
    )
    """,
    re.VERBOSE,
)
NOT_TICKERS = frozenset({"USD", "EUR", "GBP", "CHF", "CEO", "CFO", "WKN", "ISIN"})
