"""Pages made to be slow are told by their shape, wherever the tag hides; honest ones pass."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennzahl.articles import read_bytes
from kennzahl.articles.markup import is_slow
from kennzahl.facts import Issue

MANY = " ".join(f"a{number}" for number in range(100_000))
SLOW = {
    "a tag of many attributes": f"<p {MANY}>",
    "with values that hold tags' ends": "<p " + MANY.replace(" ", '=">" ') + ">",
    "without an end": f"<p {MANY}",
    "separated by slashes": f"<p/{MANY.replace(' ', '/')}>",
    "behind a comment that is over at once": f"<!--><p {MANY}>",
    "behind a comment with an odd end": f"<!-- --!><p {MANY}>",
    "behind a quote in a name": f"<p b'c=\"'>\" {MANY}>",
    "behind a script that speaks of quotes": f"<script>'<a b=\"'</script><p {MANY}>",
    "many elements": "<table>" + "<tr><td>5</td></tr>" * 60_000,
    "many headings": "<h1>x</h1>" * 60_000,
}
HONEST = {
    "an ordinary page": '<!doctype html><html><body class="a b"><p style="x">Text < 5 and > 3</p></body></html>',
    "many attributes in a script": f"<script>if (a <b {MANY}) {{}}</script><p>x</p>",
    "many attributes in a comment": f"<!-- <p {MANY}> --><p>x</p>",
    "a long attribute": f'<img src="data:{MANY}">',
    "open quotes": "<p a='x><p>y</p>",
    "many quotes": '<a"' * 1_000,
    "nothing": "",
}


@pytest.mark.parametrize("html", SLOW.values(), ids=SLOW.keys())
def test_slow(html: str) -> None:
    assert is_slow(html)
    [found] = read_bytes(f"<html><body>{html}".encode(), name="a.html")
    assert isinstance(found, Issue)
    assert found.reason == "page_too_complex"


@pytest.mark.parametrize("html", HONEST.values(), ids=HONEST.keys())
def test_honest(html: str) -> None:
    assert not is_slow(html)


@given(st.text(alphabet="<>!-/'\" =abScriptİ", max_size=200))
def test_any_text_is_judged(html: str) -> None:
    is_slow(html)
