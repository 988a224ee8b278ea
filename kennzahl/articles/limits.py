"""How much is read of what strangers send. Every bound has its reason; all are generous for news."""

MAX_FILE_BYTES = 64 * 2**20  # a year of one agency's articles as jsonl; one file is held in memory at a time
MAX_PAGE_BYTES = 8 * 2**20  # the heaviest news pages are 3 MB; building the tree costs twenty times the size
MAX_PAGE_ELEMENTS = 20_000  # news pages have up to 3,000; page readers take quadratic time for some shapes
MAX_ARTICLE_CHARS = 1_000_000  # a novel, or an article of 10,000 figures and then some
MAX_JSON_CHARS = 16 * 2**20  # of one JSON document or line; parsed objects cost ten times the text
MAX_RECORDS = 100_000  # articles in one file
MAX_TITLE_CHARS = 300  # the longest headlines have 200


def in_words(size: int) -> str:
    """A size in bytes for a person: ``in_words(8388608) == "8 MB"``."""
    return f"{size / 2**20:.3g} MB" if size >= 2**20 else f"{size} bytes"
