"""Work of a second process while the first goes on, where a machine has more than one core."""

import os
from collections.abc import Callable, Sequence
from functools import cache, partial
from itertools import chain
from typing import TypeAlias

Work: TypeAlias = Callable[[], bytes]
SIZE = 8  # bytes that tell how many follow


def begun(*works: Work) -> tuple[Work, ...]:
    """What each of `works` gives, begun at once in a process of its own, one after the other; whoever asks
    waits until it is there. Where there can be no second process, or where it fails, it is done when it is
    asked for.

    Only for a process without threads, and for work that changes nothing.
    """
    if not hasattr(os, "fork"):
        return tuple(map(cache, works))
    pipes = [os.pipe() for _ in works]
    try:
        child = os.fork()
    except OSError:  # too many processes, or too little memory
        for end in chain.from_iterable(pipes):
            os.close(end)
        return tuple(map(cache, works))
    if not child:
        _give(works, pipes)
    for _, writer in pipes:
        os.close(writer)
    taken = [partial(_taken, reader, work) for (reader, _), work in zip(pipes, works, strict=True)]
    taken[-1] = partial(_last, child, taken[-1])
    return tuple(map(cache, taken))


def _give(works: Sequence[Work], pipes: Sequence[tuple[int, int]]) -> None:
    """Ends this process, without a word of what the other has still to say or to save."""
    try:
        for (_, writer), work in zip(pipes, works, strict=True):
            with os.fdopen(writer, "wb") as pipe:
                data = work()
                pipe.write(len(data).to_bytes(SIZE, "big") + data)
    finally:
        os._exit(0)


def _taken(reader: int, work: Work) -> bytes:
    """What was given, if all of it is there."""
    with os.fdopen(reader, "rb") as pipe:
        size, data = pipe.read(SIZE), pipe.read()
    return data if size and len(data) == int.from_bytes(size, "big") else work()


def _last(child: int, work: Work) -> bytes:
    """What the process gave at its end; its time is then told as part of ours."""
    data = work()
    os.waitpid(child, 0)
    return data
