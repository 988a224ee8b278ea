"""Pages that are made to be slow: told before a parser sees them.

HTML parsers compare every attribute of a tag with all others of it, and page readers walk some shapes again and again.
No article needs what is refused here.
"""

from __future__ import annotations

import re

from kennzahl.articles.limits import MAX_PAGE_ELEMENTS

MAX_ATTRIBUTES = 200  # of one tag; honest ones have 30

_RAW = {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"}
# what the HTML tokenizer sees: a comment, another declaration, or a tag with its attributes; possessive, so linear
_TOKEN = re.compile(
    rf"""<(?:
        (?P<comment>!--)
      | [!?/](?![a-z])
      | /?(?P<name>[a-z][^\s/>]*+)
        (?:[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+){{0,{MAX_ATTRIBUTES}}}+
        [\s/]*+(?P<end>>|\Z)?+
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_COMMENT_END = re.compile("--!?>")


def is_slow(html: str) -> bool:
    """Whether a page has a tag with absurdly many attributes, or more tags than any article."""
    position = tags = 0
    lowered = html.lower()
    if len(lowered) != len(html):  # a few letters grow; then positions would not agree
        lowered = html
    while match := _TOKEN.search(html, position):
        position = match.end()
        if match["comment"]:
            # "<!-->" is a whole comment already
            end = _COMMENT_END.search(html, position - 2)
            position = end.end() if end else len(html)
            continue
        if match["name"] is None:
            continue
        tags += 1
        if match["end"] is None:
            return True
        if tags > 3 * MAX_PAGE_ELEMENTS:
            return True
        name = match["name"].lower()
        if name in _RAW and html[match.start() + 1] != "/":
            end_of_raw = lowered.find(f"</{name}", position)
            position = end_of_raw if end_of_raw >= 0 else len(html)
    return False
