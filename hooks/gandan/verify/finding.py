"""One thing that a reading of a live site found: where, what, and whether it must be mended."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """`address` is relative to the site's root, or a whole URL for what lies elsewhere."""

    address: str
    words: str
    wrong: bool = True  # else a piece of advice

    def __str__(self) -> str:
        where = self.address if "://" in self.address else f"/{self.address}"
        return f"{'SAI' if self.wrong else 'NÊN XEM'} {where}: {self.words}"


def advice(address: str, words: str) -> Finding:
    """What would be better, and harms nobody today."""
    return Finding(address, words, wrong=False)
