"""What `make bench` counts, and what it does without its peer. It measures; nothing here does."""

import os
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import bench_build
import bench_city
import bench_compare
import bench_curve
import bench_delivered
import bench_ease_table
import bench_lighthouse
import bench_pages
import bench_peer
import bench_queries
import bench_ranks
import bench_rivals
import bench_run
import bench_scale
import bench_scenes
import bench_search
import bench_stock
import bench_table
import bench_weight
import built
import pytest
from bench_queries import Query
from bench_ranks import Found
from bench_report import Report
from bench_ward import Ward

from gandan.assemble import assemble
from gandan.problems import errors
from gandan.search.documents import Found as Article
from gandan.search.documents import Wording

MAKER = """import pathlib, sys
for number in range(min(2, int(sys.argv[1]))):
    path = pathlib.Path(sys.argv[2], "2020", f"2020-01-01-{number:05}.md")
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"---\\ntitle: Tin {number}\\ndate: 2020-01-01\\n---\\n\\nCâu {number}. Hai.\\n", "utf-8")
"""
QUERY = Query("exact", "đất đai", frozenset({5, 7}))


def no_registry(place: Path) -> None:
    raise OSError(place)


@pytest.fixture(autouse=True)
def _nothing_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(bench_delivered, "PLACE", tmp_path / "environments")
    monkeypatch.setattr(bench_delivered, "install", no_registry)
    monkeypatch.setattr(Ward, "compile", lambda ward: None)
    bench_delivered.programs.cache_clear()
    yield
    bench_delivered.programs.cache_clear()


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
    assert bench_search.command(tmp_path) == []
    said = capsys.readouterr().out
    assert (
        said
        == "Pagefind 1.6.0 cannot be had, so nothing stands beside our figures: npm and node are needed.\n"
    )


def test_a_peer_that_fails_says_its_last_words(tmp_path: Path) -> None:
    with pytest.raises(bench_peer.Missing, match=r"its index failed \(3\): no room"):
        bench_peer.index(["sh", "-c", "echo begun; echo no room; exit 3"], tmp_path)


def test_the_peer_reads_the_title_the_day_and_the_text_of_an_article() -> None:
    wording = Wording("Đất & nước", body="Một <b>.\n\nHai.")
    article = Article("tin-tuc/2026/000005-5/", "news", date(2026, 2, 8), (), False, {}, wording)
    html = bench_pages.page(article)
    assert "<title>Đất &amp; nước</title>" in html
    assert '<time data-pagefind-meta="date">2026-02-08</time>' in html
    assert "<p>Một &lt;b&gt;.</p>\n<p>Hai.</p>" in html


def test_only_queries_that_both_answer_are_compared_on_the_telephone() -> None:
    own = {"slow_phone": {"from_address_s": [1.0, 9.0, 2.0]}}
    peer = {"slow_phone": {"from_address_s": [3.0, None, 6.0]}}
    assert bench_compare.first(own, peer) == [("slowed phone, s, 2 runs", 1.5, 4.5, 2)]
    assert bench_compare.first({"slow_phone": {}}, peer) == []


def test_what_a_build_wrote_is_told_from_what_it_changed(tmp_path: Path) -> None:
    for name in ("a", "b", "c", "d"):
        (tmp_path / name).write_text("1")
    before = bench_run.files(tmp_path)
    (tmp_path / "a").write_text("22")
    os.utime(tmp_path / "b", (1, 1))
    (tmp_path / "c").unlink()
    (tmp_path / "e").write_text("1")
    told = bench_run.difference(before, bench_run.files(tmp_path))
    assert told == {"files": 4, "bytes": 5, "written": 3, "changed": 2, "gone": 1}


def test_a_command_counts_with_all_it_starts(tmp_path: Path) -> None:
    busy = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'list(range(5_000_000))'])"
    spent = bench_run.run([sys.executable, "-c", busy], tmp_path)
    assert spent["cpu_s"] > 0 and spent["wall_s"] > 0
    assert spent["peak_bytes"] > 5_000_000 * 32  # the memory of the one below it


def test_a_command_that_fails_says_its_last_words(tmp_path: Path) -> None:
    with pytest.raises(bench_run.Failed, match=r"sh ended with 3: begun / no room"):
        bench_run.run(["sh", "-c", "echo begun; echo no room >&2; exit 3"], tmp_path)


def test_an_archive_is_made_of_the_wards_own_news_and_is_the_same_each_time(tmp_path: Path) -> None:
    wards = [Ward(tmp_path / name, 60, tmp_path / "no maker") for name in ("first", "second")]
    first, second = ([path.read_text("utf-8") for path in one.items] for one in wards)
    assert len(first) == 60 and first == second and len(set(first)) == 60
    found = assemble(wards[0].folder, wards[0].today)
    assert found.portal and not errors(found.problems)
    assert {wards[0].address(path) for path in wards[0].items} <= {
        one.address for one in found.portal.articles
    }


def test_without_a_registry_a_ward_is_built_with_what_tests_are_run_with(
    capsys: pytest.CaptureFixture[str],
) -> None:
    commands = [bench_delivered.command("mkdocs", "build") for _ in range(2)]
    assert commands == [[str(Path(sys.executable).with_name("mkdocs")), "build"]] * 2
    assert capsys.readouterr().out.count("requirements.lock") == 1


def test_a_maker_of_archives_is_asked_first(tmp_path: Path) -> None:
    maker = tmp_path / "maker"
    maker.write_text(MAKER, "utf-8")
    ward = Ward(tmp_path / "ward", 3, maker)
    assert [path.stem[11:] for path in ward.items] == ["00000", "000002", "00001"]
    assert "Câu 0." in ward.items[1].read_text("utf-8")


def test_after_all_scenes_the_ward_can_still_be_built(tmp_path: Path) -> None:
    ward = Ward(tmp_path / "ward", 20, tmp_path / "no maker")
    for run in (1, 2):
        for scene in bench_scenes.SCENES:
            scene.change(ward, run)
    found = assemble(ward.folder, ward.today)
    assert found.portal and not errors(found.problems)


def test_a_fresh_checkout_keeps_the_times_of_the_cache_only(tmp_path: Path) -> None:
    ward = Ward(tmp_path / "ward", 2, tmp_path / "no maker")
    for path in (ward.cache / "kept", ward.site / "index.html", ward.items[0]):
        path.parent.mkdir(exist_ok=True)
        path.touch()
        os.utime(path, (1, 1))
    ward.checkout(site=False)
    assert (ward.cache / "kept").stat().st_mtime == 1 and not ward.site.exists()
    assert ward.items[0].stat().st_mtime > 1


def test_a_page_weighs_what_is_not_its_text() -> None:
    page = '<p>é</p>\n<div class="prose">\n<div>Một\n<br></div> hai</div>\n<div>b</div>'
    assert bench_weight.beyond(page) == len("<p>é</p>\n\n<div>b</div>".encode()) + len("</div>")
    assert bench_weight.beyond("<p>é</p>") == 9


def test_a_goal_is_of_the_ratio_where_there_is_a_peer_and_of_the_figure_else() -> None:
    told = {
        "scenes": {bench_scenes.COLD: [run(5), run(9), run(7)]},
        "peers": {bench_rivals.PEER: [run(10), run(20)]},
        "serve": {"first_page_s": 9, "edit_s": 0.5},
    }
    rows = {row.name: (row.ours, row.ratio, row.reached) for row in bench_table.rows(told)}
    assert rows == {
        "cold build, CPU s": (7, 7 / 15, "yes"),
        "cold build, wall s": (7, 7 / 15, "yes"),
        "site, MB": (4, 1, ""),
        "peak memory, MB": (800, 1, "no"),
        "make serve, first page, wall s": (9, None, ""),
        "make serve, edit to fresh page, wall s": (0.5, None, "at best"),
    }


def run(seconds: float) -> dict[str, float]:
    return {
        "cpu_s": seconds,
        "wall_s": seconds,
        "peak_bytes": 800e6,
        "bytes": 4e6,
        "files": 9,
        "kept_bytes": 1e6,
    }


def test_figures_are_kept_as_they_come_and_those_of_another_run_stay(tmp_path: Path) -> None:
    file = tmp_path / "bench.json"
    Report(file).keep({"a": 1}, "build", "1000")
    Report(file).keep(2, "build", "1000", "b")
    Report(file).keep([3], "search")
    assert Report(file).told("build", "1000") == {"a": 1, "b": 2}
    assert Report(file).told("build", "40000") == {}
    file.write_text("{cut", "utf-8")
    assert Report(file).told("build") == {}


def test_the_picture_shows_each_curve_with_its_last_figure() -> None:
    drawn = bench_curve.picture({bench_scenes.COLD: {1000: 5.0, 10000: 4.0}, bench_scenes.SAME: {1000: 0.5}})
    ElementTree.fromstring(drawn)
    assert "Gần Dân, cold: 4<" in drawn and "nothing changed: 0.5<" in drawn


def test_a_peer_that_is_missing_leaves_the_rest_standing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def work() -> None:
        raise bench_peer.Missing("npm and node are needed")

    report = Report(tmp_path / "bench.json")
    assert bench_build.attempt(report, 20, "Hugo", work) is None
    assert "Not measured: Hugo: npm and node are needed" in capsys.readouterr().out
    assert report.told("build", "20") == {"missing": ["Hugo: npm and node are needed"]}


def test_the_page_on_scale_gets_its_table_and_keeps_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bench_scale, "FILE", tmp_path / "SCALE.md")
    monkeypatch.setattr(built, "ROOT", tmp_path)
    words = f"# Scale\n\n{bench_scale.BEGIN}yesterday\n{bench_scale.END}\nMore.\n"
    (tmp_path / "SCALE.md").write_text(words)
    report = Report(tmp_path / "bench.json")
    one = {"commit": "abc", "cores": 2, "folder": "/dev/shm", "scenes": {bench_scenes.COLD: [run(5)]}}
    report.keep(one | {"peers": {bench_rivals.PEER: [run(10)]}}, "build", "10000")
    report.keep(one, "build", "1000")
    bench_scale.write(report)
    bench_scale.write(report)
    text = (tmp_path / "SCALE.md").read_text("utf-8")
    assert text.startswith("# Scale\n") and text.endswith("\nMore.\n") and "yesterday" not in text
    assert "| cold build | 5.00 | 5.00 (0.500 ×) |\n" in text
    assert f"| {bench_rivals.PEER} | – | 10 |\n" in text


def test_the_marks_of_the_measured_table_stand_in_the_page_on_scale() -> None:
    text = bench_scale.FILE.read_text("utf-8")
    assert text.count(bench_scale.BEGIN) == text.count(bench_scale.END) == 1


def test_jobs_of_a_matrix_wait_for_a_free_machine() -> None:
    assert bench_city.makespan([4, 1, 1, 3], 2) == 5
    assert bench_city.makespan([4, 1, 1, 3], 1) == 9
    assert bench_city.makespan([4, 1, 1, 3], 9) == 4


def test_a_job_for_each_ward_is_billed_by_the_minute() -> None:
    told = bench_city.reckoned({"wall_s": [10.0] * 40, "cpu_s": []}, setup=20, together=200)
    assert told == {
        "matrix_20_s": 60,
        "matrix_40_s": 30,
        "matrix_60_s": 30,
        "matrix_minutes": 40,
        "one_machine_s": 220,
        "one_machine_minutes": 4,
    }


def test_the_words_of_the_ward_are_laid_out_for_builders_that_know_nothing_of_it(tmp_path: Path) -> None:
    bench_stock.lay_out(tmp_path, "_index")
    names = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.md")}
    assert {
        "_index.md",
        "tin-tuc/_index.md",
        "tin-tuc/2026/cai-tao-hem-27.md",
        "van-ban/10-2022-qh15.md",
    } <= names
    listed = (tmp_path / "tin-tuc/_index.md").read_text("utf-8")
    assert "](2026/cai-tao-hem-27.md), 15/06/2026. Tổ dân phố 5" in listed


def test_of_several_runs_of_a_page_the_medians_are_told_and_all_that_was_missed() -> None:
    names = (*bench_lighthouse.SCORES, *bench_lighthouse.FIGURES)
    runs = [dict.fromkeys(names, value) | {"missed": [f"a{value}"]} for value in (90, 100, 70)]
    told = bench_lighthouse.middle(runs)
    assert told == dict.fromkeys(names, 90) | {"runs": 3, "missed": ["a100", "a70", "a90"]}
    with pytest.raises(bench_peer.Missing, match="NO_FCP"):
        bench_lighthouse.middle([{"error": "NO_FCP"}])


def test_a_goal_of_pages_is_an_upper_or_a_lower_bound_and_what_a_site_lacks_is_no_figure() -> None:
    first = {"home": {"Document": 5000, "Image": 9000}, "search": {"Document": 20_000}}
    ours = {
        "lighthouse": {"home": {"performance": 97, "cls": 0.01}},
        "views": {"first": first, "next": first, "others": []},
    }
    rows = {row.name: row for row in bench_ease_table.rows([ours | {"axe": {"faulty": 1, "states": 9}}, {}])}
    assert rows["home: performance"].reached == "no" and rows["home: CLS"].reached == "yes"
    assert rows["home: SEO"].figures == (None, None) and rows["home: SEO"].reached == ""
    assert rows["axe-core, states with a violation"].reached == "no"
    assert rows["first view, most, kB without pictures"].figures == (20, None)
    assert rows["next page, most, kB without pictures"].figures == (5, None)
