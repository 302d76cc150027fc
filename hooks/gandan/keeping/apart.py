"""Work of a second process while the first goes on, where a machine has more than one core."""

import os
from collections.abc import Callable
from functools import cache
from typing import TypeAlias

Work: TypeAlias = Callable[[], bytes]


def begun(work: Work) -> Work:
    """What `work` gives, begun at once in a process of its own; whoever asks waits until it is there. Where
    there can be no second process, or where it fails, it is done when it is asked for.

    Only for a process without threads, and for work that changes nothing.
    """
    if not hasattr(os, "fork"):
        return cache(work)
    reader, writer = os.pipe()
    try:
        child = os.fork()
    except OSError:  # too many processes, or too little memory
        os.close(reader)
        os.close(writer)
        return cache(work)
    if not child:
        _give(writer, work)
    os.close(writer)
    return cache(lambda: _taken(reader, child, work))


def _give(writer: int, work: Work) -> None:
    """Ends this process, without a word of what the other has still to say or to save."""
    failed = 1
    try:
        with open(writer, "wb") as pipe:
            pipe.write(work())
        failed = 0
    finally:
        os._exit(failed)


def _taken(reader: int, child: int, work: Work) -> bytes:
    with open(reader, "rb") as pipe:
        data = pipe.read()
    failed = os.waitpid(child, 0)[1]
    return work() if failed else data
