"""Inputs that no run may stumble over: name, bytes, and the reason in ``issues`` (None where they are simply read)."""

from __future__ import annotations

import gzip
import random

FORTY_DIGITS = "1234567890" * 4
TEXT = "{0} AG wächst\n\nDie {0} AG hat 2024 ihren Umsatz um 4 Prozent auf 2,6 Milliarden Euro gesteigert.\n"
MANY_FIGURES = " ".join(f"Werk {n} meldet {n},5 Millionen Euro Umsatz." for n in range(1, 10_001))

BAD_INPUTS: list[tuple[str, bytes, str | None]] = [
    ("empty.txt", b"", "empty_file"),
    ("nothing.txt.gz", gzip.compress(b""), "empty_file"),
    ("truncated.txt.gz", gzip.compress(TEXT.format("Ahornbau").encode() * 50)[:60], "truncated_gzip"),
    ("binary.txt", random.Random(1).randbytes(5_000), "binary_file"),
    ("long-line.txt", b"Umsatz " * 3_000_000, "text_too_long"),
    ("latin1.txt", TEXT.format("Buchenholm").encode("latin-1"), None),
    ("utf16.txt", TEXT.format("Cedermark").encode("utf-16"), None),
    ("mojibake.txt", TEXT.format("Distelkamp").encode().decode("latin-1").encode(), "mojibake"),
    ("broken.json", b'{"doc_id": "x", "text": ', "broken_json"),
    ("shape.json", b'{"headline": 5}', "json_shape"),
    ("list.json", b"[1, 2, 3]", "json_shape"),
    ("no-text.html", b"<html><head><title></title></head><body><script>1</script></body></html>", "no_text"),
    (
        "no-number.txt",
        "Die Cedermark AG hat einen neuen Chef.\n\nEr kommt aus Bremen und fängt bald an.\n".encode(),
        None,
    ),
    (
        "future.json",
        b'{"text": "Cedermark verdient 2024 rund 5 Millionen Euro.", "published": "2099-01-01"}',
        "future_date",
    ),
    ("date.json", b'{"text": "Cedermark verdient 2024 rund 6 Millionen Euro.", "published": "2025-02-30"}', "bad_date"),
    (
        "forty-digits.txt",
        f"Cedermark AG\n\nDie Cedermark AG setzte 2024 rund {FORTY_DIGITS} Euro um.\n".encode(),
        "too_many_digits",
    ),
    ("many-figures.txt", MANY_FIGURES.encode(), "beyond_limit"),
    ("bidi.txt", TEXT.format("Eschenau").replace("Euro", "Euro\u202e\x00").encode(), "bidi_override"),
    (
        "unknown.txt",
        "Компания увеличила выручку на 5 процентов до 3 миллиардов рублей в прошлом году.\n".encode(),
        "unknown_language",
    ),
]
