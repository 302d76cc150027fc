"""Problems as people and hosts read them: a line each, and nothing in them speaks to the host."""

import json
from pathlib import Path

import pytest
import ward

from gandan import reports
from gandan.command import host
from gandan.command.main import main
from gandan.problems import Place, Problem

WRONG = {ward.FESTIVAL_FILE: "---\ntitel: Ngày hội\ndate: 20/11/2026\n---\n"}


def problem(line: int = 3, file: str = "docs/a.md", message: str = "ngày sai.") -> Problem:
    return Problem(Place(file, line, 5), "M103", message, "Sửa.")


def test_no_word_of_a_problem_can_end_a_command_or_begin_another() -> None:
    told = reports.github([problem(file="docs/a:b,c%.md", message="một\n::stop-commands::x\r100%")])
    line, total, command = told.splitlines()
    assert line == "docs/a:b,c%.md:3:5 M103 một ::stop-commands::x 100% Sửa." and total.startswith("1 lỗi")
    assert command.startswith("::error file=docs/a%3Ab%2Cc%25.md,line=3,col=5,title=Lỗi M103::một%0A::stop")


def test_more_than_the_host_shows_is_counted() -> None:
    told = reports.github([problem(line) for line in range(1, 31)]).splitlines()
    commands = [line for line in told if line.startswith("::")]
    assert len(commands) == 10 and commands[-1] == "::error::Còn 21 điều nữa: xem bản tóm tắt."
    assert len(told) == 30 + 1 + 10


def test_the_summary_holds_every_problem_under_its_file_as_plain_words() -> None:
    told = reports.summary([problem(1), problem(2, message="<b>[a](b) @c | #1*_.")])
    assert told.startswith("## 2 lỗi phải sửa, 0 điều nên xem\n\n**docs/a.md**\n\n- dòng 1: Lỗi M103. ngày")
    assert not set("<>[]*_|@") & set(told.splitlines()[-1])
    assert reports.words("a*&b") == "a&#42;&#38;b"
    assert reports.summary([]) == "## Không có lỗi nào\n"


def test_code_quality_has_one_fingerprint_a_problem() -> None:
    report = json.loads(reports.gitlab([problem(1), problem(2)]))
    assert report[0] == {
        "description": "ngày sai. Sửa.",
        "check_name": "M103",
        "fingerprint": report[0]["fingerprint"],
        "severity": "major",
        "location": {"path": "docs/a.md", "lines": {"begin": 1}},
    }
    assert report[0]["fingerprint"] != report[1]["fingerprint"]


@pytest.mark.parametrize(
    ("environment", "form"),
    [
        ({}, "text"),
        ({"GITHUB_ACTIONS": "true"}, "github"),
        ({"GITLAB_CI": "true"}, "gitlab"),
        ({"GITHUB_ACTIONS": "false"}, "text"),
    ],
)
def test_the_host_chooses_the_form(environment: dict[str, str], form: str) -> None:
    assert host.form(environment) == form


def check(root: Path, *words: str) -> int:
    return main(["check", "--root", str(root), "--today", "2026-11-22", *words])


def test_on_github_the_lines_are_annotated_and_the_summary_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    (tmp_path / "summary.md").write_text("# Trước\n", "utf-8")
    assert check(ward.write(tmp_path / "ward", WRONG)) == 1
    out = capsys.readouterr().out
    assert f"\n::error file={ward.FESTIVAL_FILE},line=3,col=7,title=Lỗi M103::" in out
    assert (tmp_path / "summary.md").read_text("utf-8").startswith("# Trước\n## 3 lỗi phải sửa")


def test_on_gitlab_the_log_is_for_people_and_the_report_is_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITLAB_CI", "true")
    root = ward.write(tmp_path, WRONG)
    assert check(root) == 1
    assert capsys.readouterr().out.startswith(f"{ward.FESTIVAL_FILE}:2:1 M101 ")
    assert len(json.loads((root / host.CODE_QUALITY).read_text("utf-8"))) == 3


@pytest.mark.parametrize("form", ["text", "json", "gitlab"])
def test_a_form_that_is_asked_for_goes_before_the_host(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    assert check(ward.write(tmp_path / "ward", WRONG), "--format", form) == 1
    out = capsys.readouterr().out
    assert "::error" not in out and not (tmp_path / "summary.md").exists()
    assert out.startswith("docs/") if form == "text" else len(json.loads(out)) == 3
