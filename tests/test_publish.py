"""Whatever happens while it is published, the branch is one whole site, and whoever asked is told."""

import json
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import publishing
import pytest
from publishing import PAGES, Desk, desk, files, git, whole

from gandan.publishing import stamp, tree

HOOKS = Path(__file__).resolve().parent.parent / "hooks"
COMMAND = [sys.executable, "-c", "from gandan.command.main import main; raise SystemExit(main())"]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two desks to be copied: one that has published nothing yet, one whose first build is up."""
    place = tmp_path_factory.mktemp("model")
    for name in ("new", "up"):
        (place / name).mkdir()
        desk(place / name / "mine").build("một")
    assert Desk(place / "up/mine", place / "up/remote.git").publish() == 0
    return place


@pytest.fixture
def mine(model: Path, tmp_path: Path) -> Desk:
    return _copied(model / "new", tmp_path)


@pytest.fixture
def live(model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """A desk whose first build is up."""
    capsys.readouterr()
    return _copied(model / "up", tmp_path)


def _copied(place: Path, to: Path) -> Desk:
    shutil.copytree(place, to, dirs_exist_ok=True)
    return Desk(to / "mine", to / "remote.git")


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Callable[[], str]:
    def read() -> str:
        caught = capsys.readouterr()
        assert "Traceback" not in caught.err and "fatal:" not in caught.err.replace("«fatal:", "")
        return caught.out + caught.err

    return read


def history(one: Desk) -> list[str]:
    return git(one.remote, "log", "--format=%s", "gh-pages").splitlines()


# --- what a publication is -------------------------------------------------------------------------


def test_the_first_publication_makes_the_branch(mine: Desk, said: Callable[[], str]) -> None:
    assert mine.publish() == 0
    assert "Đã đăng 14 trang lên nhánh gh-pages" in said()
    assert whole(mine.remote) == "một"


def test_a_publication_tells_its_source_and_its_time(live: Desk) -> None:
    source, told = git(live.root, "rev-parse", "HEAD"), live.stamp()
    assert told["source"] == source and told["pages"] == 14 and told["format"] == stamp.FORMAT
    assert str(told["published"]).endswith("+07:00") and told["modified"] is False and told["back_to"] is None
    message = git(live.remote, "log", "-1", "--format=%B", "gh-pages")
    assert message.startswith(f"Đăng 14 trang, nguồn {source[:8]}\n") and source in message


def test_no_branch_of_the_desk_is_touched(live: Desk) -> None:
    heads = git(live.root, "for-each-ref", "--format=%(refname)", "refs/heads")
    assert heads == "refs/heads/main"
    assert git(live.root, "for-each-ref", "refs/gandan/import") == ""


def test_the_same_site_is_not_published_twice(live: Desk, said: Callable[[], str]) -> None:
    before = live.tip()
    live.commit("README", "không lên trang")
    live.build("một")
    assert live.publish() == 0
    assert "Không có gì mới" in said() and live.tip() == before


def test_a_trial_says_what_it_would_do_and_does_nothing(live: Desk, said: Callable[[], str]) -> None:
    before, listed = live.tip(), (live.root / "data/dia-chi-da-dang.txt").read_text("utf-8")
    live.build("hai", (*PAGES, "moi/"))
    assert live.publish("--dry-run") == 0
    assert "sẽ đăng 15 trang" in said() and live.tip() == before
    assert (live.root / "data/dia-chi-da-dang.txt").read_text("utf-8") == listed


@pytest.mark.parametrize(
    "name",
    ["tệp có dấu.pdf", 'có "nháy".pdf', '"đầu.pdf', "sao\\chép.pdf", "hai\ndòng.pdf", "-x.pdf", "'.pdf"],
)
def test_any_name_of_a_file_goes_out_with_its_bytes(name: str, mine: Desk) -> None:
    (mine.site / name).write_bytes(b"\0\1\n" * 50)
    assert mine.publish() == 0
    out = subprocess.run(
        ["git", "cat-file", "blob", f"gh-pages:{name}"], cwd=mine.remote, capture_output=True
    )
    assert out.stdout == b"\0\1\n" * 50 and name in tree.files(_asked(mine), mine.tip())


def _asked(one: Desk) -> tree.Git:
    return tree.Git(one.remote)


def test_a_desk_without_a_name_publishes_too(mine: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    for key in ("user.name", "user.email"):
        git(mine.root, "config", "--unset", key)
    git(mine.root, "config", "user.useConfigOnly", "true")
    assert mine.publish() == 0
    assert git(mine.remote, "log", "-1", "--format=%an", "gh-pages") == "Trang của phường"


# --- what may not go out ---------------------------------------------------------------------------


def _sparse(path: Path, size: int) -> None:
    with path.open("wb") as file:
        file.truncate(size)


def _many(site: Path) -> None:
    for number in range(10):
        _sparse(site / f"{number}.pdf", 94_000_000)


SPOILT: dict[str, tuple[Callable[[Path], object], str]] = {
    "an empty folder": (lambda site: [shutil.rmtree(site), site.mkdir()], "trống"),
    "no folder": (shutil.rmtree, "không có thư mục"),
    "no front page": (lambda site: (site / "index.html").unlink(), "thiếu index.html"),
    "no page for wrong addresses": (lambda site: (site / "404.html").unlink(), "thiếu 404.html"),
    "no sitemap": (lambda site: (site / "sitemap.xml").unlink(), "thiếu sitemap.xml"),
    "an empty sitemap": (lambda site: (site / "sitemap.xml").write_text(""), "không kể trang nào"),
    "no search": (lambda site: shutil.rmtree(site / "tim-kiem"), "goc.json"),
    "half a build": (lambda site: shutil.rmtree(site / "tin-tuc"), "11 trang có trong sitemap.xml"),
    "a page cut short": (lambda site: (site / "lien-he/index.html").write_text("<html>"), "bị cụt"),
    "an empty page": (lambda site: (site / "lien-he/index.html").write_text(""), "bị cụt"),
    "a link": (lambda site: (site / "x").symlink_to("/etc/hostname"), "liên kết tượng trưng"),
    "a link to a folder": (lambda site: (site / "x").symlink_to("/etc"), "liên kết tượng trưng"),
    "a link to nothing": (lambda site: (site / "x").symlink_to("khong-co"), "liên kết tượng trưng"),
    "a pipe": (lambda site: os.mkfifo(site / "x"), "không phải tệp thường"),
    "a repository": (lambda site: (site / ".git").mkdir(), "là kho git"),
    "a file too large": (lambda site: _sparse(site / "x.pdf", 96_000_000), "96,0 MB"),
    "a site too large": (_many, "940,0 MB"),
}


@pytest.mark.parametrize("what", SPOILT)
def test_what_is_no_whole_site_is_refused(what: str, live: Desk, said: Callable[[], str]) -> None:
    before = live.tip()
    live.build("hai")
    spoil, sentence = SPOILT[what]
    spoil(live.site)
    assert live.publish("--site", str(live.site)) == 1
    assert sentence in said() and live.tip() == before


def test_every_reason_is_told_at_once(live: Desk, said: Callable[[], str]) -> None:
    (live.site / "404.html").unlink()
    (live.site / "x").symlink_to("y")
    (live.site / "lien-he/index.html").write_text("")
    assert live.publish() == 1
    assert len([line for line in said().splitlines() if line.startswith("gandan publish:")]) == 3


FEWER = tuple(page for page in PAGES if page not in {f"tin-tuc/trang-{number}/" for number in range(6, 12)})


def test_a_build_with_forty_percent_fewer_pages_is_refused(live: Desk, said: Callable[[], str]) -> None:
    before = live.tip()
    live.build("hai", FEWER)
    assert live.publish() == 1
    assert "trang mới có 8 trang, đang đăng 14" in said() and live.tip() == before


def test_it_goes_out_with_a_reason_that_is_kept(live: Desk) -> None:
    live.build("hai", FEWER)
    assert live.publish("--allow-shrink", "Gộp tin cũ") == 0
    assert whole(live.remote) == "hai"
    assert "Lý do bớt trang: Gộp tin cũ" in git(live.remote, "log", "-1", "--format=%B", "gh-pages")


def test_a_reason_without_words_is_none(live: Desk, said: Callable[[], str]) -> None:
    assert live.publish("--allow-shrink", " ") == 2
    assert "phải ghi lý do" in said()


def test_a_site_older_than_what_was_written_is_refused(live: Desk, said: Callable[[], str]) -> None:
    (live.root / "docs/bai.md").write_text("mới")
    later = time.time() + 5
    os.utime(live.root / "docs/bai.md", (later, later))
    assert live.publish() == 1
    assert "dựng trước khi docs/bai.md được sửa" in said()


def test_what_is_not_committed_is_told(live: Desk, said: Callable[[], str]) -> None:
    (live.root / "docs/bai.md").write_text("mới")
    live.build("hai")
    assert live.publish() == 0
    assert "Có 1 tệp chưa commit" in said() and live.stamp()["modified"] is True


def test_an_older_source_does_not_take_the_place_of_a_newer_one(live: Desk, said: Callable[[], str]) -> None:
    live.commit("tin", "mới")
    live.build("hai")
    assert live.publish() == 0
    git(live.root, "checkout", "-q", "HEAD~1")
    live.build("ba")
    assert live.publish() == 1
    assert "dựng từ nguồn mới hơn" in said() and whole(live.remote) == "hai"
    assert live.publish("--allow-older", "Bản mới sai") == 0
    assert whole(live.remote) == "ba"


def test_nor_does_one_that_lacks_the_newer_source(
    live: Desk, tmp_path: Path, said: Callable[[], str]
) -> None:
    theirs = desk(tmp_path / "theirs", live.remote)
    day = {"GIT_COMMITTER_DATE": "2090-01-01T00:00:00+00:00"}
    (theirs.root / "tin").write_text("mới")
    git(theirs.root, "add", "tin")
    subprocess.run(["git", "commit", "-qm", "Tin"], cwd=theirs.root, env=os.environ | day, check=True)
    theirs.build("hai")
    assert theirs.publish() == 0
    live.build("ba")
    assert live.publish() == 1
    assert "git pull" in said() and whole(live.remote) == "hai"


# --- what cannot be published to -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--remote", "xa"), "không có nơi nhận nào tên «xa» (đang có: origin)"),
        (("--remote", "/khong/co/kho.git"), "không có kho nào ở địa chỉ ấy"),
        (("--remote", "--upload-pack=touch x"), "không thể là tên nhánh"),
        (("--branch", "main"), "đang giữ nguồn"),
        (("--branch", "a..b"), "không thể là tên nhánh"),
        (("--root", "/khong-co"), "không có thư mục"),
        (("--back",), "chưa có bản nào"),
    ],
)
def test_a_place_that_cannot_be_is_told(
    words: tuple[str, ...], sentence: str, mine: Desk, said: Callable[[], str]
) -> None:
    assert mine.publish(*words) == 1
    assert sentence in said() and mine.tip() == ""


def test_a_folder_outside_git_is_told(tmp_path: Path, said: Callable[[], str]) -> None:
    alone = Desk(tmp_path / "alone", tmp_path)
    publishing.build(alone.site, "một")
    assert alone.publish() == 1
    assert "không nằm trong kho git nào" in said()


def test_a_branch_that_holds_a_source_is_left_alone(mine: Desk, said: Callable[[], str]) -> None:
    mine.commit("mkdocs.yml", "site_name: a")
    git(mine.root, "push", "-q", "origin", "main:khac")
    mine.build("một")
    assert mine.publish("--branch", "khac") == 1
    assert "giữ nguồn, không phải trang đã dựng" in said()


@pytest.mark.parametrize(
    "words", [("--timeout", "0"), ("--timeout", "x"), ("--list", "--back"), ("--timeout", "nan")]
)
def test_wrong_use_ends_with_2(words: tuple[str, ...], mine: Desk, said: Callable[[], str]) -> None:
    try:
        status: object = mine.publish(*words)
    except SystemExit as end:
        status = end.code
    assert status == 2 and "gandan publish:" in said()


# --- what goes wrong on the way --------------------------------------------------------------------


def test_a_refused_push_tells_the_words_of_the_host(live: Desk, said: Callable[[], str]) -> None:
    before = live.tip()
    hook = live.remote / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho 'Nhánh này bị khoá' >&2\nexit 1\n")
    hook.chmod(0o755)
    live.build("hai")
    assert live.publish() == 1
    told = said()
    assert "Nhánh này bị khoá" in told and "Trang đang đăng vẫn nguyên" in told and live.tip() == before
    hook.unlink()
    assert live.publish() == 0 and whole(live.remote) == "hai"


def test_a_host_that_never_answers_is_given_up(live: Desk, said: Callable[[], str]) -> None:
    git(live.root, "remote", "set-url", "origin", "ssh://benmau.example/trang.git")
    git(live.root, "config", "core.sshCommand", "sleep 300 #")
    live.build("hai")
    assert live.publish("--timeout", "0.4") == 1
    assert "không có trả lời" in said()


def test_a_push_that_hangs_is_given_up(live: Desk, said: Callable[[], str]) -> None:
    before = live.tip()
    git(live.root, "config", "remote.origin.receivepack", "sleep 300;")
    live.build("hai")
    assert live.publish("--timeout", "3") == 1
    assert "Trang đang đăng vẫn nguyên" in said() and live.tip() == before
    git(live.root, "config", "--unset", "remote.origin.receivepack")
    assert live.publish() == 0 and whole(live.remote) == "hai"


def test_a_host_that_goes_away_after_the_push_leaves_no_doubt_unsaid(
    live: Desk, said: Callable[[], str]
) -> None:
    away = live.remote.with_name("away.git")
    hook = live.remote / "hooks/post-receive"
    hook.write_text(f"#!/bin/sh\nmv '{live.remote}' '{away}'\n")
    hook.chmod(0o755)
    live.build("hai")
    assert live.publish() == 1
    assert "Chưa chắc đã đăng: chạy lại lệnh này" in said()
    away.rename(live.remote)
    hook.unlink()
    assert live.publish() == 0
    assert "Không có gì mới" in said() and whole(live.remote) == "hai"


def test_a_folder_that_is_built_anew_meanwhile_does_not_go_out(
    live: Desk, said: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before, imported = live.tip(), tree.imported

    def meanwhile(*given: Any) -> dict[str, tree.Entry]:
        live.build("ba")
        return imported(*given)

    live.build("hai")
    monkeypatch.setattr(tree, "imported", meanwhile)
    assert live.publish() == 1
    assert "vừa đổi trong khi đăng" in said() and live.tip() == before


def test_a_repository_that_another_tool_named_is_not_taken(
    live: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "init", "-q", "other")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other/.git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "no-index"))
    live.build("hai")
    status = live.publish()
    monkeypatch.undo()
    assert status == 0 and whole(live.remote) == "hai"


def test_a_full_disk_here_is_told(live: Desk) -> None:
    before = live.tip()
    live.build("hai")
    (live.site / "anh.pdf").write_bytes(random.Random(1).randbytes(400_000))

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    done = subprocess.run(
        [*COMMAND, "publish", "--root", str(live.root)],
        preexec_fn=small,
        capture_output=True,
        env=os.environ | {"PYTHONPATH": str(HOOKS)},
        check=False,
    )
    assert done.returncode == 1 and "hết chỗ trên đĩa" in done.stderr.decode()
    assert b"Traceback" not in done.stderr and live.tip() == before
    assert not list((live.root / ".git").glob("fast_import_crash*"))
    assert live.publish() == 0 and whole(live.remote) == "hai"


def test_a_full_disk_there_is_told(live: Desk, said: Callable[[], str]) -> None:
    before = live.tip()
    git(live.root, "config", "remote.origin.receivepack", "ulimit -f 100; git-receive-pack")
    live.build("hai")
    (live.site / "anh.pdf").write_bytes(random.Random(1).randbytes(400_000))
    assert live.publish() == 1
    assert "hết chỗ trên đĩa" in said() and live.tip() == before
    git(live.root, "config", "--unset", "remote.origin.receivepack")
    assert live.publish() == 0 and whole(live.remote) == "hai"


def _kill(program: int, its_own_too: bool) -> None:
    """Kills a program, and what it had started if that is asked."""
    with suppress(OSError):
        started = Path(f"/proc/{program}/task/{program}/children").read_text().split()
        os.kill(program, signal.SIGKILL)
        for one in started if its_own_too else ():
            os.kill(int(one), signal.SIGKILL)


def test_whoever_is_killed_at_any_moment_leaves_a_whole_site(live: Desk) -> None:
    moments = random.Random(7)
    begun = time.monotonic()
    live.build("đo")
    os.waitpid(live.begin(), 0)
    lasts = time.monotonic() - begun
    for number in range(25):
        live.build(f"lần {number}")
        program = live.begin()
        time.sleep(moments.uniform(0, lasts))
        _kill(program, its_own_too=number % 2 == 1)
        os.waitpid(program, 0)
        word = whole(live.remote)
        assert word == "đo" or word.startswith("lần")
    live.build("cuối")
    assert live.publish() == 0 and whole(live.remote) == "cuối"
    git(live.remote, "fsck", "--connectivity-only")


# --- others who publish ----------------------------------------------------------------------------


def _clone(live: Desk, place: Path, *words: str) -> Desk:
    """A clone that lacks something, with the site that is up and one page more."""
    git(place.parent, "clone", "-q", *words, live.remote.as_uri(), str(place))
    publishing.build(place / "site", "hai", (*PAGES, "moi/"))
    return Desk(place, live.remote)


def test_a_clone_that_lacks_files_says_how_to_get_them(
    live: Desk, tmp_path: Path, said: Callable[[], str]
) -> None:
    git(live.remote, "config", "uploadpack.allowFilter", "true")
    theirs = _clone(live, tmp_path / "theirs", "--filter=blob:none", "--branch", "main")
    before = live.tip()
    assert theirs.publish() == 1
    told = said()
    assert "lấy về thiếu tệp (--filter)" in told and "fatal" not in told and live.tip() == before
    for line in re.findall(r"git [^;]+(?=;)", told):
        subprocess.run(line, shell=True, cwd=theirs.root, check=True, capture_output=True)
    assert theirs.publish() == 0 and whole(live.remote) == "hai"


def test_a_clone_that_lacks_the_beginning_says_so_when_it_matters(
    live: Desk, tmp_path: Path, said: Callable[[], str]
) -> None:
    live.build("hai")
    assert live.publish() == 0
    theirs = _clone(live, tmp_path / "theirs", "--depth", "1", "--branch", "main")
    git(theirs.root, "fetch", "-q", "--depth", "1", "origin", "gh-pages")
    said()
    assert theirs.publish("--list") == 0
    assert "git fetch --unshallow" in said()
    assert theirs.publish("--back") == 1
    assert "git fetch --unshallow" in said() and whole(live.remote) == "hai"
    assert theirs.publish() == 0 and whole(live.remote) == "hai"


def test_a_stale_clone_puts_its_site_on_top(live: Desk, tmp_path: Path) -> None:
    theirs = desk(tmp_path / "theirs", live.remote)
    live.build("hai")
    assert live.publish() == 0
    theirs.build("ba")
    assert theirs.publish() == 0 and whole(live.remote) == "ba"
    live.build("bốn")
    assert live.publish() == 0 and whole(live.remote) == "bốn"
    assert len(history(live)) == 4


def test_two_who_publish_at_once_both_get_there(live: Desk, tmp_path: Path) -> None:
    theirs = desk(tmp_path / "theirs", live.remote)
    for number in range(8):
        words = {f"tôi {number}", f"họ {number}"}
        before = live.tip()
        live.build(f"tôi {number}")
        theirs.build(f"họ {number}")
        programs = [live.begin(), theirs.begin()]
        assert [os.waitpid(one, 0)[1] for one in programs] == [0, 0]
        new = git(live.remote, "rev-list", f"{before}..gh-pages").split()
        assert len(new) == 2 and {whole(live.remote, one) for one in new} == words
    assert len(history(live)) == 17


def _by_hand(one: Desk, changes: dict[str, str], *words: str) -> None:
    """Another hand's commit on the branch."""
    place = one.root.with_name("hand")
    git(one.root.parent, "clone", "-q", "-b", "gh-pages", str(one.remote), str(place))
    for name, text in changes.items():
        (place / name).write_text(text, "utf-8")
    git(place, "add", ".")
    git(place, "-c", "user.name=Bà Hai", "-c", "user.email=hai@x", "commit", "-qm", "Sửa tay", *words)
    git(place, "push", "-q", "--force", "origin", "gh-pages")


def test_another_hands_change_is_told_and_stays_in_the_history(live: Desk, said: Callable[[], str]) -> None:
    _by_hand(live, {"CNAME": "phuong.example", "ghi-chu.txt": "của tôi", "dia-chi.txt": ""})
    theirs = live.tip()
    assert live.publish() == 0
    told = said()
    assert "Bà Hai" in told and "ghi-chu.txt" in told and theirs[:8] in told
    found = files(live.remote)
    assert found["CNAME"] == b"phuong.example" and "ghi-chu.txt" not in found
    assert whole(live.remote) == "một" and theirs in git(live.remote, "rev-list", "gh-pages").split()


def test_what_another_hand_took_from_the_list_still_counts(live: Desk, said: Callable[[], str]) -> None:
    (live.root / "data/dia-chi-da-dang.txt").unlink()
    _by_hand(live, {"dia-chi.txt": ""})
    live.build("hai", tuple(page for page in PAGES if page != "lien-he/"))
    assert live.publish() == 1
    assert "/lien-he/" in said()


def test_a_branch_that_was_rewritten_is_told(live: Desk, said: Callable[[], str]) -> None:
    before = live.tip()
    _by_hand(live, {"index.html": "<html></html>"}, "--amend")
    live.build("hai")
    assert live.publish() == 0
    assert f"bản {before[:8]} không còn trong lịch sử" in said() and whole(live.remote) == "hai"


def test_a_site_from_before_is_built_upon(mine: Desk, tmp_path: Path, said: Callable[[], str]) -> None:
    old = tmp_path / "old"
    git(tmp_path, "init", "-q", "-b", "gh-pages", str(old))
    publishing.build(old, "xưa")
    git(old, "add", ".")
    git(old, "-c", "user.name=Máy cũ", "-c", "user.email=m@x", "commit", "-qm", "Deployed")
    git(old, "push", "-q", str(mine.remote), "gh-pages")
    first = mine.tip()
    assert mine.publish() == 0
    assert "chưa có bản nào do gandan đăng" in said() and whole(mine.remote) == "một"
    assert mine.publish("--back", first[:6]) == 0 and whole(mine.remote) == "xưa"


# --- back ------------------------------------------------------------------------------------------


@pytest.fixture
def three(live: Desk, capsys: pytest.CaptureFixture[str]) -> tuple[Desk, list[str]]:
    """Three publications and their commits."""
    tips = [live.tip()]
    for word in ("hai", "ba"):
        live.build(word, (*PAGES, f"{len(tips)}/", "1/"))
        assert live.publish() == 0
        tips.append(live.tip())
    capsys.readouterr()
    return live, tips


def test_back_returns_to_the_one_before_and_again_to_that_before_it(three: tuple[Desk, list[str]]) -> None:
    one, tips = three
    assert one.publish("--back") == 0 and whole(one.remote) == "hai"
    assert one.stamp()["back_to"] == tips[1]
    assert one.publish("--back") == 0 and whole(one.remote) == "một"
    assert git(one.remote, "rev-list", "--count", "gh-pages") == "5"


def test_a_publication_after_a_return_goes_back_to_what_was_returned_to(
    three: tuple[Desk, list[str]],
) -> None:
    one, tips = three
    assert one.publish("--back") == 0 and whole(one.remote) == "hai"
    one.build("bốn", (*PAGES, "1/", "2/"))
    assert one.publish() == 0
    assert one.publish("--back") == 0 and whole(one.remote) == "hai" and one.stamp()["back_to"] == tips[1]
    assert one.publish("--back") == 0 and whole(one.remote) == "một"


def test_after_another_hand_it_returns_to_the_last_of_ours(three: tuple[Desk, list[str]]) -> None:
    one, _ = three
    assert one.publish("--back") == 0
    _by_hand(one, {"index.html": "<html></html>"})
    assert one.publish("--back") == 0 and whole(one.remote) == "hai"


def test_back_forgets_no_address_and_no_setting_of_the_host(three: tuple[Desk, list[str]]) -> None:
    one, tips = three
    _by_hand(one, {"CNAME": "phuong.example"})
    assert one.publish("--back", tips[0]) == 0
    found = files(one.remote)
    assert found["CNAME"] == b"phuong.example" and b"/2/\n" in found["dia-chi.txt"]


def test_back_writes_no_page_anew(three: tuple[Desk, list[str]]) -> None:
    one, tips = three
    assert one.publish("--back", tips[0][:7]) == 0
    there, then = tree.of(_asked(one), "gh-pages"), tree.of(_asked(one), tips[0])
    own = {"ban-dung.json", "dia-chi.txt", "lich-su-dang"}
    assert {k: v for k, v in there.items() if k not in own} == {k: v for k, v in then.items() if k not in own}


def test_what_was_left_can_be_brought_back_by_its_name(
    three: tuple[Desk, list[str]], said: Callable[[], str]
) -> None:
    one, tips = three
    assert one.publish("--back") == 0
    assert f"gandan publish --back {tips[2][:8]}" in said()
    assert one.publish("--back", tips[2][:8]) == 0 and whole(one.remote) == "ba"


@pytest.mark.parametrize(("name", "sentence"), [("abc", "ít nhất 4 chữ"), ("0" * 40, "không có bản ấy")])
def test_a_name_that_nobody_knows_is_told(
    name: str, sentence: str, three: tuple[Desk, list[str]], said: Callable[[], str]
) -> None:
    before = three[0].tip()
    assert three[0].publish("--back", name) == 1
    assert sentence in said() and three[0].tip() == before


def test_before_the_first_there_is_none(live: Desk, said: Callable[[], str]) -> None:
    assert live.publish("--back") == 1
    assert "không còn bản nào" in said()


def test_the_list_tells_each_with_its_source_and_pages(
    three: tuple[Desk, list[str]], said: Callable[[], str]
) -> None:
    one, tips = three
    _by_hand(one, {"x.txt": "x"})
    assert one.publish("--list") == 0
    rows = said().splitlines()
    assert "Bà Hai đưa lên, không qua gandan" in rows[0] and len(rows) == 4
    for row, tip, pages in zip(rows[1:], reversed(tips), (16, 15, 14), strict=True):
        assert row.startswith(tip[:8]) and row.endswith(f"{pages} trang") and "nguồn" in row


# --- the stamp -------------------------------------------------------------------------------------

GOOD = {"source": "a", "source_time": "b", "published": "c", "tree": "d", "pages": 1, "format": 1}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "[" * 100_000,
        "{}",
        *(json.dumps(GOOD | {key: []}) for key in GOOD),
        '"\\ud800"',
    ],
)
def test_a_stamp_that_says_nothing_is_none(text: str) -> None:
    assert stamp.read(text.encode()) is None


def test_a_stamp_is_read_as_it_was_written() -> None:
    made = stamp.Stamp("a", "2026-11-22T00:05:00+00:00", True, "c", 3, "d", "e")
    assert stamp.read(made.written()) == made
    assert made.source_on() == "07:05 ngày 22/11/2026" and made.published_on() == "c"
