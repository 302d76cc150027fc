"""Many objects of git asked at once: the same path in many commits, the bytes of many files."""

from collections.abc import Iterator, Sequence

from gandan.publishing.git import Git

AT_ONCE = 400  # files whose bytes are held together


def identities(git: Git, commits: Sequence[str], path: str) -> list[str | None]:
    """Of each commit the id of the file at `path`; None where there is none."""
    asked = "".join(f"{commit}:{path}\n" for commit in commits).encode()
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
