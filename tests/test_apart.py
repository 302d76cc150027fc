"""What a second process does is what the first would have done, whatever becomes of the second."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from gandan.cache import Store
from gandan.keeping import apart
from gandan.keeping.standing import Standing
from gandan.outputs import made

# The tests' own threads wait for no lock that the second process would need.
pytestmark = pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning")
FIRST = os.getpid()


def by_the_second(work: Callable[[], object]) -> Callable[[], bytes]:
    """Work that does something else first in the second process, and tells which process did it."""

    def done() -> bytes:
        if os.getpid() != FIRST:
            work()
        return str(os.getpid()).encode()

    return done


def test_another_process_does_the_work_once_and_whoever_asks_gets_what_it_gave() -> None:
    (asked,) = apart.begun(by_the_second(lambda: None))
    assert asked() == asked() != str(FIRST).encode()


def test_one_other_process_does_several_works_in_turn() -> None:
    one, two, three = apart.begun(*[by_the_second(lambda: None)] * 2, lambda: b"")
    assert three() == b"" and one() == two() != str(FIRST).encode()


def test_what_was_done_before_the_second_process_failed_is_taken_from_it() -> None:
    one, two = apart.begun(by_the_second(lambda: None), by_the_second(lambda: 1 // 0))
    assert two() == str(FIRST).encode() != one()


def test_more_than_a_pipe_holds_comes_whole() -> None:
    (asked,) = apart.begun(lambda: bytes(3_000_000))
    assert asked() == bytes(3_000_000)


@pytest.mark.parametrize(
    "end",
    [
        pytest.param(lambda: 1 // 0, id="it fails"),
        pytest.param(lambda: os.kill(os.getpid(), signal.SIGKILL), id="it is killed"),
    ],
)
def test_what_the_second_process_cannot_do_the_first_does(end: Callable[[], object]) -> None:
    (asked,) = apart.begun(by_the_second(end))
    assert asked() == str(FIRST).encode()


def test_without_a_second_process_the_work_is_done_when_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refused() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refused)
    assert apart.begun(by_the_second(lambda: None))[0]() == str(FIRST).encode()
    monkeypatch.delattr(os, "fork")
    assert apart.begun(by_the_second(lambda: None))[0]() == str(FIRST).encode()


PAGES = {"a/index.html", "b/index.html"}


@pytest.mark.parametrize(
    ("change", "stand", "whole"),
    [
        pytest.param(lambda site: None, PAGES | {"c.css"}, True, id="nothing"),
        pytest.param(lambda site: (site / "c.css").write_bytes(b"other"), PAGES, False, id="other bytes"),
        pytest.param(
            lambda site: (site / "a/index.html").unlink(), {"b/index.html", "c.css"}, False, id="one is gone"
        ),
        pytest.param(lambda site: (site / "d").write_bytes(b""), PAGES | {"c.css"}, False, id="a stranger"),
    ],
)
def test_one_process_and_two_find_the_same_in_the_folder(
    tmp_path: Path, change: Callable[[Path], object], stand: set[str], whole: bool
) -> None:
    store, site = Store(tmp_path / "kept"), tmp_path / "site"
    Standing(store, site, "site").bring([], [made(one, b"") for one in (*PAGES, "c.css")], "all")
    change(site)
    one, two = (Standing(store, site, "site") for _ in range(2))
    (two.ask,) = apart.begun(two.ask)
    assert one.keys.keys() == two.keys.keys() == stand
    assert one.whole is two.whole is whole
