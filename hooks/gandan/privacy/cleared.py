"""Which files held nothing when they were searched before: their digests alone, so no person is kept."""

from gandan.cache import DIGEST, Store, digest

NAME = "rieng-tu"  # of the pack


class Cleared:
    """The digests of files that hold nothing, given these numbers of offices; what is asked for stays."""

    def __init__(self, store: Store, official: frozenset[str]) -> None:
        self._store, self._key = store, digest(" ".join(sorted(official)).encode()).hex()
        parts = store.load(NAME, self._key)
        held = bytes(parts["digests"]) if parts else b""
        self._known = {held[place : place + DIGEST] for place in range(0, len(held), DIGEST)}
        self._now: set[bytes] = set()

    def has(self, name: bytes) -> bool:
        """Whether a file of this digest held nothing."""
        if name not in self._known:
            return False
        self._now.add(name)
        return True

    def keep(self, name: bytes) -> None:
        """A file of this digest holds nothing."""
        self._now.add(name)

    def save(self) -> None:
        """Keep what this time was asked or learnt."""
        if self._now != self._known:
            self._store.save(NAME, self._key, {"digests": b"".join(sorted(self._now))})
