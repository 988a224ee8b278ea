"""Copies of the same story: MinHash signatures made while reading, clusters made for a publication."""

from __future__ import annotations

import re
from itertools import islice

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

PERMUTATIONS, BANDS, SEED = 128, 32, 1
SHINGLE = 3
LONGEST = 20_000
SIMILAR = 0.6
"""Share of common three-word shingles from which two texts are one story.

A copy with another headline, a cut tail and a few edited sentences keeps 0.6 to 1; two reports of the same event in
other words stay below 0.2.
"""

_CHUNK = 100_000


def signature(text: str) -> bytes:
    """The MinHash of a text's first 20,000 words: 128 little-endian 32-bit numbers."""
    from rensa import RMinHash

    words = [match[0] for match in islice(re.finditer(r"\w+", text.casefold()), LONGEST)]
    shingles = [" ".join(words[start : start + SHINGLE]) for start in range(max(1, len(words) - SHINGLE + 1))]
    minhash = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    minhash.update([shingle.encode("utf-8", "replace").decode() for shingle in shingles])
    return np.asarray(minhash.digest(), dtype="<u4").tobytes()


def clusters(articles: pa.Table) -> pa.Table:
    """Which articles tell the same story.

    Takes ``article_id``, ``minhash`` and ``published_at``; returns ``article_id``, ``cluster_id`` (the id of the
    cluster's earliest article), ``is_canonical`` and ``cluster_size``. The same articles in any order give the same
    clusters, and it takes time in proportion to their number.
    """
    earliest_first = pc.sort_indices(
        articles, [("published_at", "ascending", "at_end"), ("article_id", "ascending", "at_end")]
    )
    ordered = articles.select(["article_id", "minhash"]).take(earliest_first)
    joined = b"".join(ordered["minhash"].to_pylist())
    labels = _joined(np.frombuffer(joined, dtype="<u4").reshape(len(ordered), PERMUTATIONS))
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


def _joined(signatures: npt.NDArray[np.uint32]) -> npt.NDArray[np.int64]:
    """For each row the number of the first row that it is a copy of, directly or through other copies."""
    labels = np.arange(len(signatures))
    left, right = _similar_pairs(signatures)
    while True:
        least = np.minimum(labels[left], labels[right])
        lowered = labels.copy()
        np.minimum.at(lowered, left, least)
        np.minimum.at(lowered, right, least)
        lowered = lowered[lowered]
        if (lowered == labels).all():
            return labels
        labels = lowered


def _similar_pairs(signatures: npt.NDArray[np.uint32]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Pairs of rows that share a band of their signatures and are as similar as copies are.

    Each row is held against the first of its band and its neighbour only, so that ten thousand copies make ten
    thousand pairs, not fifty million.
    """
    rows = np.arange(len(signatures))
    pairs = [np.empty(0, dtype=np.int64)]
    for band in np.split(signatures, BANDS, axis=1):
        keys = np.ascontiguousarray(band).view(f"V{band.shape[1] * 4}").ravel()
        _, first, group = np.unique(keys, return_index=True, return_inverse=True)
        order = np.argsort(group, kind="stable")
        follows = group[order][1:] == group[order][:-1]
        for left, right in ((first[group], rows), (order[:-1][follows], order[1:][follows])):
            other = left != right
            pairs.append(left[other] * len(rows) + right[other])
    left, right = np.divmod(np.unique(np.concatenate(pairs)), max(1, len(rows)))
    similar = np.concatenate(
        [
            np.mean(signatures[left[start : start + _CHUNK]] == signatures[right[start : start + _CHUNK]], axis=1)
            for start in range(0, max(1, len(left)), _CHUNK)
        ]
    )
    return left[similar >= SIMILAR], right[similar >= SIMILAR]
