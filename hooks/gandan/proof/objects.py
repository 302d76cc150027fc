"""Many objects of git asked at once: the same path in many commits, the bytes of many files."""

from collections.abc import Iterator, Sequence
from hashlib import sha256

from gandan.publishing.git import Git

AT_ONCE = 400  # files whose bytes are held together
BYTES_AT_ONCE = 64_000_000  # the same of attachments, which may be large


def identities(git: Git, names: Sequence[str]) -> list[str | None]:
    """The id of the file that each of `commit:path` names; None where there is none."""
    asked = "".join(f"{name}\n" for name in names).encode("utf-8", "surrogateescape")
    rows = git.say("cat-file", "--batch-check=%(objectname) %(objecttype)", given=asked).out.splitlines()
    words = (row.rpartition(b" ") for row in rows)
    return [identity.decode() if kind == b"blob" else None for identity, _, kind in words]


def contents(git: Git, identities: Sequence[str]) -> Iterator[bytes]:
    """The bytes of each file, in order."""
    for start in range(0, len(identities), AT_ONCE):
        some = identities[start : start + AT_ONCE]
        out = git.say(
            "cat-file", "--batch=%(objectsize)", given="".join(f"{one}\n" for one in some).encode()
        ).out
        place = 0
        for _ in some:
            end = out.index(b"\n", place)
            size = int(out[place:end])
            yield out[end + 1 : end + 1 + size]
            place = end + 1 + size + 1


def sums(git: Git, tree: str, paths: Sequence[str]) -> dict[str, str]:
    """SHA-256 of the files at `paths` of a tree, by path; those that are not there are left out."""
    found = zip(paths, identities(git, [f"{tree}:{path}" for path in paths]), strict=True)
    there = {path: identity for path, identity in found if identity}
    told = digests(git, list(dict.fromkeys(there.values())))
    return {path: told[identity] for path, identity in there.items()}


def digests(git: Git, identities: Sequence[str]) -> dict[str, str]:
    """SHA-256 of files, by their ids."""
    told: dict[str, str] = {}
    for some in _portions(git, identities):
        told |= {one: sha256(data).hexdigest() for one, data in zip(some, contents(git, some), strict=True)}
    return told


def _portions(git: Git, identities: Sequence[str]) -> Iterator[list[str]]:
    """The files in portions of so many bytes that they can be held together."""
    asked = "".join(f"{one}\n" for one in identities).encode()
    rows = git.say("cat-file", "--batch-check=%(objectsize)", given=asked).out.split()
    some: list[str] = []
    size = 0
    for one, length in zip(identities, map(int, rows), strict=True):
        if some and size + length > BYTES_AT_ONCE:
            yield some
            some, size = [], 0
        some.append(one)
        size += length
    if some:
        yield some
