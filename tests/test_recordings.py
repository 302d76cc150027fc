"""Recordings beside items: where they are played, what is wrong with one, and how a machine makes one."""

import re
from pathlib import Path

import pytest
import samples
import ward

from gandan import recording
from gandan.assemble import assemble
from gandan.command.main import main
from gandan.views import site

ITEM = "docs/tin-tuc/2026/2026-11-20-ngay-hoi.md"
SOUND = "docs/tin-tuc/2026/2026-11-20-ngay-hoi.mp3"
FAKES = {
    "espeak-ng": 'cat >"$SAID"; echo "$@" >>"$SAID"; while [ "$1" != -w ]; do shift; done; echo RIFF >"$2"',
    "lame": 'shift 5; test -s "$1" && printf "ID3 %s" "$(date +%N)" >"$2"',
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ward on a machine that has a voice, which writes down what it is given."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, script in FAKES.items():
        (programs / name).write_text(f"#!/bin/sh\n{script}\n")
        (programs / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    monkeypatch.setenv("SAID", str(tmp_path / "said"))
    monkeypatch.setenv("GANDAN_TODAY", ward.TODAY.isoformat())
    return ward.write(tmp_path / "ward", {"data/viet-tat.yml": "- short: TTVH\n  long: trung tâm văn hóa\n"})


def speak(root: Path, *words: str) -> int:
    return main(["speak", "--root", str(root), str(root / ITEM), *words])


def test_a_page_with_a_recording_plays_it_and_says_whose_voice_it_is() -> None:
    page = (samples.site() / "mo-hinh/2026/kenh/index.html").read_text("utf-8")
    assert "Nghe bài này (giọng máy)" in page
    assert '<source src="../kenh.mp3" type="audio/mpeg">' in page
    assert re.search(r'<audio controls preload="none" aria-labelledby="(\w+|_ban-doc)">', page)
    assert (samples.site() / "mo-hinh/2026/kenh.mp3").is_file()


def test_a_standing_page_has_its_recording_too(tmp_path: Path) -> None:
    page = "---\ntitle: Liên hệ\naudio: LOI.OGG\n---\nLời.\n"
    files = {"docs/gioi-thieu/lien-he.md": page, "docs/gioi-thieu/LOI.OGG": "OggS"}
    portal = assemble(ward.write(tmp_path, files), ward.TODAY).portal
    assert portal
    plan = next(one for one in site.plans(portal, ward.TODAY) if one.address == "gioi-thieu/lien-he/")
    shown = plan.view().recording
    assert (shown.url, shown.type, shown.kind, shown.machine) == (
        "gioi-thieu/LOI.OGG", "audio/ogg", "OGG", False,
    )  # fmt: skip


def test_a_recording_of_more_than_twenty_megabytes_is_refused(root: Path) -> None:
    item = root / ITEM
    item.write_text(item.read_text("utf-8").replace("author:", "audio: loi.mp3\nauthor:"), "utf-8")
    with (root / "docs/tin-tuc/2026/loi.mp3").open("wb") as file:
        file.write(b"ID3")
        file.truncate(20 * 1024**2 + 1)
    told = [str(one) for one in assemble(root, ward.TODAY).problems]
    assert [one for one in told if "T112" in one] == [
        f"{ITEM}:9:8 T112 bản đọc «loi.mp3» nặng 20 MB, tối đa 20 MB."
        " Lưu lại ở 32 kb/s một kênh, đủ rõ cho lời đọc."
    ]


def test_a_machine_reads_an_item_in_words_and_the_item_says_so(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = (root / ITEM).read_text("utf-8").partition("\n---\n")[2]
    assert speak(root, "--accent", "nam", "--speed", "130") == 0
    assert capsys.readouterr().out == f"{SOUND}\n"
    said = (tmp_path / "said").read_text("utf-8")
    assert "-v vi-vn-x-south -s 130" in said
    assert not any(map(str.isdigit, said.rpartition("-b 1")[0]))
    told = (root / ITEM).read_text("utf-8")
    assert told.endswith(f"audio: 2026-11-20-ngay-hoi.mp3\naudio_machine: true\n---\n{body}")
    assert [str(one) for one in assemble(root, ward.TODAY).problems] == []


def test_no_recording_is_written_over_unasked_and_a_human_voice_never(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert speak(root) == 0
    first, told = (root / SOUND).read_bytes(), (root / ITEM).read_text("utf-8")
    assert speak(root) == 1
    assert "đã có bản đọc 2026-11-20-ngay-hoi.mp3" in capsys.readouterr().err
    assert (root / SOUND).read_bytes() == first
    assert speak(root, "--again") == 0
    assert (root / SOUND).read_bytes() != first
    assert (root / ITEM).read_text("utf-8") == told
    (root / ITEM).write_text(told.replace("audio_machine: true\n", ""), "utf-8")
    second = (root / SOUND).read_bytes()
    assert speak(root, "--again") == 1
    assert (root / SOUND).read_bytes() == second


def test_a_file_that_lies_there_is_not_written_over(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / SOUND).write_bytes(b"ID3 of somebody")
    before = (root / ITEM).read_text("utf-8")
    assert speak(root) == 1
    assert f"đã có {SOUND}" in capsys.readouterr().err
    assert ((root / SOUND).read_bytes(), (root / ITEM).read_text("utf-8")) == (b"ID3 of somebody", before)


@pytest.mark.parametrize(
    ("lacks", "told"),
    [
        (
            ["espeak-ng", "lame"],
            "máy này chưa có espeak-ng. Trên Debian, Ubuntu: sudo apt install espeak-ng lame",
        ),
        (["lame"], "máy này chưa có chương trình nén tiếng. Trên Debian, Ubuntu: sudo apt install lame"),
    ],
)
def test_what_the_machine_lacks_is_told(
    root: Path,
    tmp_path: Path,
    lacks: list[str],
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in lacks:
        (tmp_path / "bin" / name).unlink()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert speak(root) == 1
    assert capsys.readouterr().err == f"gandan speak: {told}\n"


def test_a_program_that_fails_says_why(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bin/espeak-ng").write_text("#!/bin/sh\necho 'no voice vi' >&2\nexit 3\n")
    assert speak(root) == 1
    assert capsys.readouterr().err == "gandan speak: espeak-ng báo lỗi: no voice vi.\n"
    (tmp_path / "bin/espeak-ng").write_text("#!/bin/sh\nexit 0\n")
    assert speak(root) == 1
    assert not (root / SOUND).exists()


@pytest.mark.parametrize(
    ("words", "status"),
    [(["--accent", "hue"], 2), (["--speed", "20"], 2), ([str(Path(__file__))], 2), (["khong-co.md"], 2)],
)
def test_wrong_use_is_told(root: Path, words: list[str], status: int) -> None:
    with pytest.raises(SystemExit) as ended:
        raise SystemExit(speak(root, *words))
    assert ended.value.code == status


def test_every_accent_is_one_of_the_three_that_people_know() -> None:
    assert list(recording.ACCENTS) == ["bac", "trung", "nam"]
