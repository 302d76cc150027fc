"""`gandan check` as staff and scripts use it."""

import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import ward

from gandan.assemble import assemble
from gandan.cache import Store
from gandan.command import check
from gandan.command.main import main

HOOKS = Path(__file__).resolve().parent.parent / "hooks"
COMMAND = [sys.executable, "-c", "from gandan.command.main import main; raise SystemExit(main())"]
BROKEN = {ward.FESTIVAL_FILE: "---\ntitel: Ngày hội\ndate: 20/11/2026\n---\n"}
TOMORROW = {ward.FESTIVAL_FILE: ward.FESTIVAL.replace("2026-11-20T16:38:00+07:00", "2026-11-23")}
ENGLISH = re.compile(
    r"\b(usage|options?|positional|arguments?|show|this|help|message|exit|default|error|invalid|required|"
    r"unrecognized|choose|from|expected|the|traceback)\b",
    re.I,
)


def environment(**more: str) -> dict[str, str]:
    quiet = {key: one for key, one in os.environ.items() if key not in ("GANDAN_TODAY", "SOURCE_DATE_EPOCH")}
    return quiet | {"PYTHONPATH": str(HOOKS)} | more


def gandan(*words: str, cwd: Path | None = None, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env=environment(**more),
        check=False,
    )


@pytest.fixture
def right(tmp_path: Path) -> Path:
    return ward.write(tmp_path)


# --- what it ends with ----------------------------------------------------------------------------


def test_without_problems_it_says_so_and_ends_with_0(right: Path) -> None:
    done = gandan("check", "--root", str(right), "--today", "2026-11-22")
    assert (done.returncode, done.stdout, done.stderr) == (0, "Không có lỗi nào.\n", "")


def test_with_errors_it_tells_them_and_ends_with_1(tmp_path: Path) -> None:
    done = gandan("check", "--today", "2026-11-22", cwd=ward.write(tmp_path, BROKEN))
    *told, total = done.stdout.splitlines()
    assert done.returncode == 1 and done.stderr == ""
    assert [line.split(" ")[:2] for line in told] == [
        [f"{ward.FESTIVAL_FILE}:2:1", "M101"],
        [f"{ward.FESTIVAL_FILE}:2:1", "M102"],
        [f"{ward.FESTIVAL_FILE}:3:7", "M103"],
    ]
    assert total == "3 lỗi phải sửa. Mỗi mã có một mục trong HUONG-DAN.md."


def test_warnings_alone_end_with_0(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ward.write(tmp_path, TOMORROW))
    assert main(["check", "--today", "2026-11-22"]) == 0
    assert capsys.readouterr().out.endswith("Không có lỗi; 1 điều nên xem lại.\n")
    assert main(["check", "--today", "2026-11-23"]) == 0
    assert capsys.readouterr().out == "Không có lỗi nào.\n"


def test_errors_and_warnings_are_counted_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ward.write(tmp_path, TOMORROW | {ward.PLAN_FILE: ward.PLAN + "zzz: 1\n"})
    assert main(["check", "--root", str(tmp_path), "--today", "2026-11-22"]) == 1
    assert "1 lỗi phải sửa, 1 điều nên xem lại." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "còn thiếu"),
        (["chekc"], "không có lệnh «chekc»"),
        (["check", "--jsn"], "không có tuỳ chọn «--jsn»"),
        (["check", "docs"], "không có tuỳ chọn «docs»"),
        (["check", "--today"], "sau --today còn thiếu giá trị"),
        (["check", "--root"], "sau --root còn thiếu giá trị"),
        (["check", "--json=có"], "chưa đúng"),
        (["check", "--today", "20/11/2026"], "«20/11/2026» không phải ngày"),
        (["check", "--today", "2026-02-30"], "«2026-02-30» không phải ngày"),
        (["check", "--format", "xml"], "sau --format không có giá trị «xml»"),
        (["check", "--root", "khong-co"], "không phải thư mục của phường"),
        (["check", "--root", "a.txt"], "không phải thư mục của phường"),
    ],
)
def test_wrong_use_is_told_in_vietnamese_and_ends_with_2(
    words: list[str],
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("a")
    try:
        status = main(words)
    except SystemExit as end:
        status = int(end.code or 0)
    out, told = capsys.readouterr()
    assert status == 2 and out == "" and said in told
    assert told.startswith("gandan") and not ENGLISH.search(re.sub(r"--\w+|«[^»]*»", "", told))


@pytest.mark.parametrize(
    ("variable", "value"), [("GANDAN_TODAY", "20/11/2026"), ("SOURCE_DATE_EPOCH", "hôm nay")]
)
def test_a_wrong_day_of_the_environment_is_told_by_its_name(variable: str, value: str, right: Path) -> None:
    done = gandan("check", cwd=right, **{variable: value})
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{variable}=«{value}»" in done.stderr and "Traceback" not in done.stderr


def test_the_day_of_the_environment_counts(tmp_path: Path) -> None:
    ward.write(tmp_path, TOMORROW)
    assert "N103" in gandan("check", cwd=tmp_path, GANDAN_TODAY="2026-11-22").stdout
    assert "N103" not in gandan("check", cwd=tmp_path, GANDAN_TODAY="2026-11-23").stdout


# --- JSON -----------------------------------------------------------------------------------------


def test_json_is_a_list_of_problems_with_these_fields(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ward.write(tmp_path, BROKEN | {"docs/x.txt": "x"})
    assert main(["check", "--root", str(tmp_path), "--today", "2026-11-22", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told[0] == {
        "file": ward.FESTIVAL_FILE,
        "line": 2,
        "column": 1,
        "code": "M101",
        "level": "error",
        "message": "không có mục «titel».",
        "hint": "Có phải «title» (Tiêu đề)?",
    }
    assert {one["level"] for one in told} == {"error", "warning"}
    assert told == sorted(told, key=lambda one: (one["file"], one["line"], one["column"]))


def test_json_of_a_right_ward_is_an_empty_list(right: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(right), "--today", "2026-11-22", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


# --- help, pipes, terminals -----------------------------------------------------------------------


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["check", "--help"], ["check", "-h"]])
def test_help_is_vietnamese(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(words)
    out, told = capsys.readouterr()
    assert end.value.code == 0 and told == ""
    assert out.startswith("Cách dùng: gandan") and "check" in out
    assert not ENGLISH.search(re.sub(r"--?\w+", "", out)), out


def test_help_names_every_option_of_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    out = capsys.readouterr().out
    assert all(option in out for option in ("--root", "--today", "--json", "--help"))


@pytest.mark.parametrize("count", [1, 2000])
def test_a_pipe_that_is_closed_early_is_no_reason_to_shout(count: int, tmp_path: Path) -> None:
    many = "".join(f"field{number}: x\n" for number in range(count))
    ward.write(tmp_path, {ward.FESTIVAL_FILE: ward.FESTIVAL.replace("author:", f"{many}author:")})
    with subprocess.Popen(
        [*COMMAND, "check"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, env=environment()
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        told = process.stderr.read()
    assert (told, process.returncode) == (b"", 1)


def test_vietnamese_comes_through_a_terminal_of_any_country(tmp_path: Path) -> None:
    ward.write(tmp_path, BROKEN)
    done = gandan("check", cwd=tmp_path, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 1 and "không có mục «titel»" in done.stdout and done.stderr == ""


def test_stopping_it_is_no_reason_to_shout(
    right: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "run", stopped)
    assert main(["check", "--root", str(right)]) == 130
    assert capsys.readouterr() == ("", "")


def test_nothing_is_written_by_a_check(right: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in right.rglob("*")}
    gandan("check", cwd=right)
    assert {path: path.stat().st_mtime_ns for path in right.rglob("*")} == before


def test_a_check_after_a_build_reads_what_it_kept_and_writes_nothing(
    right: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["check", "--root", str(right), "--today", "2026-11-22"]
    assert main(words) == 0
    cold = capsys.readouterr().out
    assemble(right, date(2026, 11, 22), Store(right / ".cache"))
    kept = {path: path.read_bytes() for path in (right / ".cache").iterdir()}
    assert main(words) == 0
    assert capsys.readouterr().out == cold
    assert {path: path.read_bytes() for path in (right / ".cache").iterdir()} == kept
