"""What is asked of an archive: the queries of a file, else titles of the ward."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import bench_archive

from gandan.search import normalise

RUNS = 7  # of the slow phone
QUICK_QUERIES = 40
OWN_TITLES = 20  # of the ward, where there are no queries
SHORT = range(2, 5)  # syllables of a short query


class Query(NamedTuple):
    """What is typed and the numbers of the texts that answer it."""

    kind: str
    words: str
    answers: frozenset[int]


def chosen(corpus: Path | None, file: Path, quick: bool) -> list[Query]:
    """The queries of the file; without one, or without its corpus, titles of the ward, typed two ways."""
    if corpus and file.is_file():
        rows = json.loads(file.read_text("utf-8"))
        queries = [Query(row["cls"], row["q"], frozenset(row["rel"])) for row in rows]
    else:
        texts = bench_archive.source(corpus)[:OWN_TITLES]
        queries = [query for text in texts for query in titled(text)]
    return spread(queries, QUICK_QUERIES) if quick else queries


def titled(text: bench_archive.Text) -> tuple[Query, Query]:
    words = normalise.syllables(text.title)[:6]
    accented = " ".join(word.accented for word in words)
    plain = " ".join(word.plain for word in words)
    answers = frozenset({text.id})
    return Query("title", accented, answers), Query("title_nodia", plain, answers)


def spread(queries: list[Query], wanted: int) -> list[Query]:
    """As many as wanted, evenly from all classes."""
    ordered = sorted(queries, key=lambda query: query.kind)
    step = max(1.0, len(ordered) / wanted)
    return [ordered[int(place * step)] for place in range(min(wanted, len(ordered)))]


def present(queries: list[Query], size: int) -> list[Query]:
    """The queries that an archive of this size answers, with the answers that stand in it."""
    held = frozenset(range(size))
    return [query._replace(answers=query.answers & held) for query in queries if query.answers & held]


def short(queries: Iterable[Query]) -> list[str]:
    """One short query for each run of the slow phone."""
    words = [query.words for query in queries if len(normalise.syllables(query.words)) in SHORT]
    return [words[place * len(words) // RUNS] for place in range(RUNS)] if words else []
