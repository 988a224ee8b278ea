"""Copies of the same story: MinHash signatures made while reading, clusters made for a publication and kept in the
ledger."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from kennzahl.schema import LEDGER
from tasks import delta
from tasks.arrow import conform

PERMUTATIONS, BANDS, SEED = 128, 32, 1
SHINGLE = 3
LONGEST = 20_000
SIMILAR = 0.6
"""Share of common three-word shingles from which two texts are one story.

A copy with another headline, a cut tail and a few edited sentences keeps 0.6 to 1; two reports of the same event in
other words stay below 0.2.
"""

REACH = timedelta(days=30)
"""How long after its earliest article a story is printed again as the same one. What says the same words later (the
boilerplate of every quarter) is news of its own."""

_CHUNK = 100_000
_UNKNOWN = np.iinfo(np.int64).max  # a moment, which is within reach of any other
_CHANGED = """
with kept as (
    from clusters
    qualify row_number() over (partition by article_id order by recorded_at desc, publication_id desc) = 1
)
select f.article_id, f.text_revision, f.cluster_id
from found f
left join kept k using (article_id)
where k.cluster_id is distinct from f.cluster_id
order by f.article_id
"""


def signature(text: str) -> bytes:
    """The MinHash of a text's first 20,000 words: 128 little-endian 32-bit numbers."""
    from rensa import RMinHash

    words = [match[0] for match in islice(re.finditer(r"\w+", text.casefold()), LONGEST)]
    shingles = [" ".join(words[start : start + SHINGLE]) for start in range(max(1, len(words) - SHINGLE + 1))]
    minhash = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    minhash.update([shingle.encode("utf-8", "replace").decode() for shingle in shingles])
    return np.asarray(minhash.digest(), dtype="<u4").tobytes()


def clusters(articles: pa.Table) -> pa.Table:
    """Which articles tell the same story, none of them more than 30 days after the earliest.

    Takes ``article_id``, ``minhash``, ``published_at`` and ``fetched_at``, which stands in where nobody says when an
    article was published; returns ``article_id``, ``cluster_id`` (the id of the cluster's earliest article),
    ``is_canonical`` and ``cluster_size``. The same articles in any order give the same clusters, and it takes time in
    proportion to their number.
    """
    earliest_first = pc.sort_indices(
        articles, [("published_at", "ascending", "at_end"), ("article_id", "ascending", "at_end")]
    )
    ordered = articles.select(["article_id", "minhash", "published_at", "fetched_at"]).take(earliest_first)
    joined = b"".join(ordered["minhash"].to_pylist())
    signatures = np.frombuffer(joined, dtype="<u4").reshape(len(ordered), PERMUTATIONS)
    moments = _moments(ordered)
    labels = _within_reach(_joined(signatures, moments), moments)
    names = ordered["article_id"].combine_chunks()
    sizes = np.bincount(labels, minlength=len(ordered))[labels]
    return pa.table(
        {
            "article_id": names,
            "cluster_id": names.take(pa.array(labels)),
            "is_canonical": pa.array(labels == np.arange(len(ordered))),
            "cluster_size": pa.array(sizes, pa.int32()),
        }
    )


def keep(root: Path, articles: pa.Table, publication_id: str) -> int:
    """Append to the ledger at ``root`` which cluster each article is in, where that is not what it says already.

    Takes ``article_id``, ``text_revision`` and ``cluster_id``; returns the number of rows appended.
    """
    with duckdb.connect() as connection:
        connection.register("clusters", delta.dataset(root, LEDGER["clusters"]))
        connection.register("found", articles.select(["article_id", "text_revision", "cluster_id"]))
        changed = connection.sql(_CHANGED).to_arrow_table()
    for name, value in (("publication_id", publication_id), ("recorded_at", datetime.now(UTC))):
        changed = changed.append_column(name, pa.repeat(pa.scalar(value), len(changed)))
    delta.append(root, LEDGER["clusters"], conform(changed, LEDGER["clusters"]))
    return len(changed)


def _moments(articles: pa.Table) -> npt.NDArray[np.int64]:
    """When each article came out, in microseconds."""
    known = pc.coalesce(articles["published_at"], articles["fetched_at"]).cast(pa.int64())
    return np.asarray(pc.fill_null(known, _UNKNOWN).to_numpy(), dtype=np.int64)


def _apart(left: npt.NDArray[np.int64], right: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Whether the later moment on the ``right`` is further away than a story reaches."""
    are_known = (left != _UNKNOWN) & (right != _UNKNOWN)
    return np.asarray(are_known & (right - left > REACH // timedelta(microseconds=1)), dtype=np.bool_)


def _within_reach(labels: npt.NDArray[np.int64], moments: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The labels, where what goes on for longer than a story reaches is parted: each part begins with the first article
    that the one before does not reach."""
    parted = labels.copy()
    for members in _groups(labels):
        in_time = members[np.argsort(moments[members], kind="stable")]
        while len(in_time):
            beyond = _apart(moments[in_time[0]], moments[in_time])
            parted[in_time[~beyond]] = in_time[~beyond].min()
            in_time = in_time[beyond]
    return parted


def _groups(labels: npt.NDArray[np.int64]) -> Iterable[npt.NDArray[np.int64]]:
    """The rows of each label that has several."""
    order = np.argsort(labels, kind="stable")
    borders = np.flatnonzero(np.diff(labels[order])) + 1
    return (members for members in np.split(order, borders) if len(members) > 1)


def _joined(signatures: npt.NDArray[np.uint32], moments: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """For each row the number of the first row that it is a copy of, directly or through other copies."""
    labels = np.arange(len(signatures))
    left, right = _similar_pairs(signatures, moments)
    while True:
        least = np.minimum(labels[left], labels[right])
        lowered = labels.copy()
        np.minimum.at(lowered, left, least)
        np.minimum.at(lowered, right, least)
        lowered = lowered[lowered]
        if (lowered == labels).all():
            return labels
        labels = lowered


def _similar_pairs(
    signatures: npt.NDArray[np.uint32], moments: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Pairs of rows that share a band of their signatures and are as similar as copies are.

    Each row is held against its neighbour in time and the first before it without a gap longer than a story reaches
    only, so that ten thousand copies make ten thousand pairs, not fifty million.
    """
    rows = np.arange(len(signatures))
    pairs = [np.empty(0, dtype=np.int64)]
    for band in np.split(signatures, BANDS, axis=1):
        keys = np.ascontiguousarray(band).view(f"V{band.shape[1] * 4}").ravel()
        _, group = np.unique(keys, return_inverse=True)
        order = np.lexsort((moments, group))
        begins = np.ones(len(rows), dtype=bool)
        begins[1:] = np.diff(group[order]) != 0
        begins[1:] |= _apart(moments[order[:-1]], moments[order[1:]])
        first = order[np.maximum.accumulate(np.where(begins, rows, 0))]
        for left, right in ((first, order), (order[:-1][~begins[1:]], order[1:][~begins[1:]])):
            held = (left != right) & ~_apart(moments[left], moments[right])
            pairs.append(left[held] * len(rows) + right[held])
    left, right = np.divmod(np.unique(np.concatenate(pairs)), max(1, len(rows)))
    similar = np.concatenate(
        [
            np.mean(signatures[left[start : start + _CHUNK]] == signatures[right[start : start + _CHUNK]], axis=1)
            for start in range(0, max(1, len(left)), _CHUNK)
        ]
    )
    return left[similar >= SIMILAR], right[similar >= SIMILAR]
