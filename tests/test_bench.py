"""What `make bench` counts, and what it does without its peer. It measures; nothing here does."""

import shutil
from datetime import date
from pathlib import Path

import bench
import bench_compare
import bench_pages
import bench_peer
import bench_queries
import bench_ranks
import pytest
from bench_queries import Query
from bench_ranks import Found

from gandan.search.documents import Found as Article

QUERY = Query("exact", "đất đai", frozenset({5, 7}))


@pytest.mark.parametrize(
    ("urls", "success", "reciprocal", "recall"),
    [
        (["tin-tuc/2026/000005-5/", "tin-tuc/2026/000007-7/"], 1, 1, 1),
        (["tin-tuc/2026/000002-2/", "tin-tuc/2026/010005-5/"], 0, 0.5, 0.5),  # a repetition answers too
        (["tin-tuc/2026/000002-2/"], 0, 0, 0),
        ([], 0, 0, 0),
    ],
)
def test_an_answer_counts_by_its_place(
    urls: list[str], success: float, reciprocal: float, recall: float
) -> None:
    assert bench_ranks.judged(QUERY, urls, 10, 2) == Found("exact", success, reciprocal, recall, 10, 2)


@pytest.mark.parametrize(("share", "value"), [(0.1, 1), (0.5, 5), (0.9, 9), (0.91, 10), (1, 10)])
def test_a_quantile_is_a_value_that_was_seen(share: float, value: int) -> None:
    assert bench_ranks.quantile(range(1, 11), share) == value


def test_a_smaller_archive_is_asked_only_what_it_holds() -> None:
    assert bench_queries.present([QUERY], 5) == []
    assert bench_queries.present([QUERY], 6) == [QUERY._replace(answers=frozenset({5}))]


def test_a_peer_that_cannot_be_had_is_told_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert bench.command(tmp_path) == []
    said = capsys.readouterr().out
    assert (
        said
        == "Pagefind 1.6.0 cannot be had, so nothing stands beside our figures: npm and node are needed.\n"
    )


def test_a_peer_that_fails_says_its_last_words(tmp_path: Path) -> None:
    with pytest.raises(bench_peer.Missing, match=r"its index failed \(3\): no room"):
        bench_peer.index(["sh", "-c", "echo begun; echo no room; exit 3"], tmp_path)


def test_the_peer_reads_the_title_the_day_and_the_text_of_an_article() -> None:
    article = Article(
        "tin-tuc/2026/000005-5/",
        "news",
        date(2026, 2, 8),
        "Đất & nước",
        "",
        (),
        (),
        False,
        {},
        "Một <b>.\n\nHai.",
    )
    html = bench_pages.page(article)
    assert "<title>Đất &amp; nước</title>" in html
    assert '<time data-pagefind-meta="date">2026-02-08</time>' in html
    assert "<p>Một &lt;b&gt;.</p>\n<p>Hai.</p>" in html


def test_only_queries_that_both_answer_are_compared_on_the_telephone() -> None:
    own = {"slow_phone": {"from_address_s": [1.0, 9.0, 2.0]}}
    peer = {"slow_phone": {"from_address_s": [3.0, None, 6.0]}}
    assert bench_compare.first(own, peer) == [("slowed phone, s, 2 runs", 1.5, 4.5, 2)]
    assert bench_compare.first({"slow_phone": {}}, peer) == []
