"""An archive of any size, and what its search index costs, cold or kept; run as a process of its own.

Articles come from a corpus (lines of JSON, gzipped: id, date, title, text), else from the demonstration ward.
Beyond its end they come again with their sentences shuffled.
"""

import argparse
import gzip
import hashlib
import json
import random
import re
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

import built

from gandan.assemble import assemble
from gandan.cache import Store, digest
from gandan.relate.portal import Portal
from gandan.search import documents, files
from gandan.search.documents import NOTHING, Found, Wording

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
    return [
        Text(place, one.day or today, one.wording.title, one.read()[0]) for place, one in enumerate(found)
    ]


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
        source = digest(title.encode("utf-8"), text.encode("utf-8"))
        yield Found(address, "news", day, (), False, NOTHING, Wording(title, body=text), source)


def changed(one: Found) -> Found:
    """The same article with a word in its title and a sentence in its text."""
    title, _, _, body = one.wording
    told = Wording(f"{title} (sửa)", body=f"{body}\n\nTin này vừa được sửa lại một câu.")
    return one._replace(told=told, source=digest(one.source, b"changed"))


def build(found: list[Found], portal: Portal, folder: Path, store: Store) -> dict[str, float | str]:
    """Write the index below `folder` -> CPU and wall seconds without and with writing, files, bytes, sum."""
    (folder / files.FOLDER / "bai").mkdir(parents=True)
    processor, clock = time.process_time(), time.monotonic()
    made = files.archive(found, portal.abbreviations, store)
    sums: dict[str, bytes] = {}
    size = 0
    writing = 0.0
    for address, _, make in chain.from_iterable(many.others({}) for many in made):
        data = make()
        began = time.process_time()
        (folder / address).write_bytes(data)
        sums[address], size = hashlib.sha256(data).digest(), size + len(data)
        writing += time.process_time() - began
    spent = {"cpu_s": time.process_time() - processor - writing, "writing_cpu_s": writing}
    spent["wall_s"] = time.monotonic() - clock
    whole = hashlib.sha256(repr(sorted(sums.items())).encode("utf-8")).hexdigest()
    return spent | {"files": len(sums), "bytes": size, "sum": whole}


def memory(spent: resource.struct_rusage) -> int:
    """The most that a process ever held, in bytes; macOS counts bytes, Linux kilobytes."""
    return spent.ru_maxrss if sys.platform == "darwin" else spent.ru_maxrss * 1024


def peak() -> int:
    """The most memory that this process ever held, in bytes."""
    return memory(resource.getrusage(resource.RUSAGE_SELF))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("size", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--cache", type=Path, help="folder of the store; without it nothing is kept")
    parser.add_argument("--changed", action="store_true", help="one article is not what it was")
    asked = parser.parse_args()
    texts = source(asked.corpus)
    texts = list(islice(texts, asked.size))
    found = list(articles(texts, asked.size))
    del texts
    if asked.changed:
        found[len(found) // 2] = changed(found[len(found) // 2])
    before = peak()
    spent = build(found, ward(), asked.folder, Store(asked.cache))
    print(json.dumps(spent | {"peak_bytes": peak(), "peak_before_bytes": before}))


if __name__ == "__main__":
    main()
