"""An archive of any size, and what building its search index costs; run as a process of its own.

Articles come from a corpus (lines of JSON, gzipped: id, date, title, text), else from the demonstration ward.
Beyond its end they come again with their sentences shuffled.
"""

import argparse
import gzip
import json
import random
import re
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import built

from gandan.assemble import assemble
from gandan.relate.portal import Portal
from gandan.search import documents, files
from gandan.search.documents import Found

SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
TITLE = 80  # letters of a repeated article's title


class Text(NamedTuple):
    """An article: its number in the source, which its repetitions share."""

    id: int
    day: date
    title: str
    text: str


def ward() -> Portal:
    """The demonstration ward."""
    portal = assemble(built.ROOT, date.fromisoformat(built.TODAY)).portal
    assert portal
    return portal


def source(corpus: Path | None) -> list[Text]:
    """The texts of the corpus, else those of the ward."""
    if corpus:
        with gzip.open(corpus, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        return [Text(row["id"], date.fromisoformat(row["date"]), row["title"], row["text"]) for row in rows]
    today = date.fromisoformat(built.TODAY)
    found = documents.of(ward(), today)
    return [Text(place, one.day or today, one.title, one.text) for place, one in enumerate(found)]


def articles(texts: list[Text], size: int) -> Iterator[Found]:
    """`size` of them as the search knows news; the address ends with the number of the text."""
    order = random.Random(5)
    for place in range(size):
        id_, day, title, text = texts[place % len(texts)]
        if place >= len(texts):
            sentences = SENTENCE.split(text)
            order.shuffle(sentences)
            title, text = sentences[0][:TITLE], " ".join(sentences)
        address = f"tin-tuc/{day.year}/{place:06}-{id_}/"
        card: dict[str, object] = {"u": address, "t": title, "k": "news", "x": text, "d": day.isoformat()}
        yield Found(address, "news", day, title, text, (), (), False, card)


def build(found: list[Found], portal: Portal, folder: Path) -> dict[str, float]:
    """Write the index below `folder` -> CPU and wall seconds, files and bytes."""
    (folder / files.FOLDER / "bai").mkdir(parents=True)
    processor, clock = time.process_time(), time.monotonic()
    written = size = 0
    for address, data in files.archive(documents.numbered(found), portal.abbreviations):
        (folder / address).write_bytes(data)
        written, size = written + 1, size + len(data)
    spent = {"cpu_s": time.process_time() - processor, "wall_s": time.monotonic() - clock}
    return spent | {"files": written, "bytes": size}


def peak() -> int:
    """The most memory that this process ever held, in bytes; macOS counts bytes, Linux kilobytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("size", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--corpus", type=Path)
    asked = parser.parse_args()
    texts = source(asked.corpus)
    texts = list(islice(texts, asked.size))
    found = list(articles(texts, asked.size))
    del texts
    before = peak()
    spent = build(found, ward(), asked.folder)
    print(json.dumps(spent | {"peak_bytes": peak(), "peak_before_bytes": before}))


if __name__ == "__main__":
    main()
