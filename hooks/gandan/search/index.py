"""Who holds which term, and how much, as flat arrays; nothing here knows files or pages."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import pairwise
from operator import or_
from typing import TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt

N = TypeVar("N", bound=np.generic)
Ints: TypeAlias = npt.NDArray[np.int64]
Holders: TypeAlias = npt.NDArray[np.int32]
Flags: TypeAlias = npt.NDArray[np.bool_]

HALF = 32  # bits of a term below its first word: the second word plus one, nothing for a syllable alone
LOW = (1 << HALF) - 1
FEW = 8  # documents that are looked for one by one
PORTION = 500_000  # holders that are looked at together
PIECE = 1 << 16  # holders that stay near the processor while they are looked through


@dataclass(frozen=True)
class Index:
    """All terms of some documents.

    `terms` rise; each is the number of its first word << HALF, plus that of its second + 1 if it is a pair.
    Term `t` stands in `lengths[t]` documents; `holders` names those of all terms one after another, each as
    id << 2, plus 2 if it stands in the title, plus 1 if it stands there more than once; they rise in a term.
    """

    terms: Ints
    lengths: Ints
    holders: Holders

    @cached_property
    def stops(self) -> Ints:
        """Where the holders of each term end."""
        return np.cumsum(self.lengths)


NONE = np.zeros(0, dtype=np.int64)
EMPTY = Index(NONE, NONE, NONE.astype(np.int32))


def heads(lengths: Ints) -> Ints:
    """Where each run of these lengths begins."""
    return np.cumsum(lengths) - lengths


def runs(starts: Ints, lengths: Ints) -> Ints:
    """The places of all runs, one run after another."""
    return np.repeat(starts - heads(lengths), lengths) + np.arange(int(lengths.sum()))


def ends(values: Ints | Holders) -> Flags:
    """Which values are the last of a run of equals."""
    return np.append(values[1:] != values[:-1], True)[: len(values)]


def distinct(values: Ints) -> Ints:
    """All different values, rising. NumPy has a way that loads its masked arrays, for 10 ms."""
    rising = np.sort(values)
    return rising[ends(rising)]


def placed(rising: Ints, values: Ints) -> tuple[Ints, Flags]:
    """Where each value stands among the rising ones or would stand, and whether it is not there."""
    at = np.searchsorted(rising, values)
    if not len(rising):
        return at, np.ones(len(values), dtype=np.bool_)
    new: Flags = rising[np.minimum(at, len(rising) - 1)] != values
    return at, new


def among(holders: Ints | Holders, ids: Collection[int]) -> Ints:
    """The places of the holders that are one of these documents."""
    wanted, found = sorted(ids), [NONE]
    # NumPy's isin would load its masked arrays, and takes four times as long.
    marked = np.zeros(wanted[-1] + 2 if wanted else 0, dtype=np.bool_)
    marked[wanted] = True
    for start in range(0, len(holders), PIECE) if wanted else ():
        owners = holders[start : start + PIECE] >> 2
        if len(wanted) <= FEW:
            here = reduce(or_, (owners == one for one in wanted))
        else:
            here = marked[np.minimum(owners, wanted[-1] + 1)]
        found.append(np.flatnonzero(here) + start)
    return np.concatenate(found)


def portions(lengths: Ints) -> Iterator[slice]:
    """Runs of terms with these numbers of holders, some million holders each."""
    ends = np.cumsum(lengths)
    cuts = np.searchsorted(ends, np.arange(PORTION, ends[-1] if len(ends) else 0, PORTION))
    bounds = [0, *distinct(cuts).tolist(), len(lengths)]
    return (slice(start, stop) for start, stop in pairwise(bounds) if start < stop)


def owners(index: Index, places: Ints) -> Ints:
    """The term of each of these places among the holders, by its place."""
    terms: Ints = np.searchsorted(index.stops, places, side="right")
    return terms


def only(index: Index, places: Ints) -> Index:
    """The index of the holders that stand at these rising places."""
    terms = owners(index, places)
    last = np.flatnonzero(ends(terms))
    return Index(index.terms[terms[last]], np.diff(last, prepend=-1), index.holders[places])


def without(index: Index, places: Ints) -> Index:
    """The index of all other holders."""
    return only(index, np.delete(np.arange(len(index.holders)), places))


def joined(parts: Iterable[Index]) -> Index:
    """The indexes of different documents as one, whose ids rise from part to part."""
    all_terms, all_lengths, all_holders = [NONE], [NONE], [EMPTY.holders]
    for one in parts:
        all_terms.append(one.terms)
        all_lengths.append(one.lengths)
        all_holders.append(one.holders)
    terms, lengths, source = _drained(all_terms), _drained(all_lengths), _drained(all_holders)
    order = np.argsort(terms, kind="stable")
    starts, terms, lengths = heads(lengths)[order], terms[order], lengths[order]
    holders = np.empty_like(source)
    ends = np.cumsum(lengths)
    for part in portions(lengths):
        start = int(ends[part.start] - lengths[part.start])
        holders[start : int(ends[part.stop - 1])] = source[runs(starts[part], lengths[part])]
    firsts = np.flatnonzero(np.diff(terms, prepend=-1))
    total = np.add.reduceat(lengths, firsts) if len(firsts) else NONE
    return Index(terms[firsts], total, holders)


def _drained(arrays: list[npt.NDArray[N]]) -> npt.NDArray[N]:
    """All as one; they go, for an archive fills more memory here than anywhere else."""
    whole = np.concatenate(arrays)
    arrays.clear()
    return whole


def merged(parts: Iterable[Index]) -> Index:
    """The indexes of different documents as one, whatever their ids."""
    made = joined(parts)
    rows = np.repeat(np.arange(len(made.terms)), made.lengths) << HALF | made.holders
    rows.sort()
    return Index(made.terms, made.lengths, (rows & LOW).astype(np.int32))


def different(one: Index, other: Index) -> Ints:
    """The terms that the documents of one index do not hold as those of the other, rising."""
    both = joined([one, other])
    rows = np.repeat(np.arange(len(both.terms)), both.lengths) << HALF | both.holders
    rows.sort()
    last = np.flatnonzero(ends(rows))
    alone = last[np.diff(last, prepend=-1) == 1]
    terms: Ints = both.terms[distinct(rows[alone] >> HALF)]
    return terms
