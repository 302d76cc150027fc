"""What publication costs on a large site: the first one, one changed page, a night, and the way back."""

import contextlib
import io
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import built
import publishing
from bench_report import Report
from publishing import Desk

MODEL = "tin-tuc/2026/cai-tao-hem-27/index.html"
DAY = "23/11/2026"


def measure(sizes: Sequence[int], report: Report) -> None:
    """Prints and keeps what each size costs."""
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="gandan-bench-") as folder:
            told = _told(size, Path(folder))
        report.keep(told, "publication", str(size))
        _show(size, told)


def _told(size: int, folder: Path) -> dict[str, float]:
    """Seconds of each publication of a site of `size` articles, to a bare remote on the same disk."""
    one = publishing.desk(folder / "mine")
    text = (built.site() / MODEL).read_text("utf-8")
    pages = [f"tin-tuc/{2016 + number % 10}/bai-{number}/" for number in range(size)]
    publishing.build(one.site, "trang", (*publishing.PAGES, *pages))
    _write(one, pages, text)
    told = {"first": _seconds(lambda: _publish(one))}
    _write(one, pages[:1], text.replace("</h1>", " (sửa)</h1>"))
    told["one page changed"] = _seconds(lambda: _publish(one))
    told["nothing changed"] = _seconds(lambda: _publish(one))
    _write(one, pages, text.replace(DAY, "24/11/2026"))
    told["a night: every frame changed"] = _seconds(lambda: _publish(one))
    told["back"] = _seconds(lambda: _publish(one, "--back"))
    return told


def _show(size: int, told: dict[str, float]) -> None:
    print(f"\nPublication of {size:,} pages, seconds")
    for name, seconds in told.items():
        print(f"  {name:32}{seconds:7.1f}")


def _write(one: Desk, pages: list[str], text: str) -> None:
    for page in pages:
        (one.site / page / "index.html").write_text(text.replace("hẻm 27", f"hẻm 27 {page}"), "utf-8")


def _publish(one: Desk, *words: str) -> None:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as told:
        status = one.publish("--site", str(one.site), *words)
    assert status == 0, told.getvalue()


def _seconds(run: Callable[[], None]) -> float:
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun
