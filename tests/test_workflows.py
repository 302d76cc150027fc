"""The workflows of the hosts: least rights, everything pinned, and the steps that need no host are run."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import built
import pytest
import samples
import yaml
from outline import Outline
from playwright.sync_api import Browser

ROOT = built.ROOT
FOLDER = ROOT / ".github/workflows"
FILES = sorted(FOLDER.glob("*.yml"))
Step = dict[str, Any]


def read(name: str) -> dict[str, Any]:
    """A workflow as data; YAML takes its word `on` for True."""
    found: dict[Any, Any] = yaml.safe_load((FOLDER / name).read_text("utf-8"))
    return {("on" if key is True else key): value for key, value in found.items()}


WORKFLOWS = {path.name: read(path.name) for path in FILES}
JOBS = {f"{name}:{job}": told for name, one in WORKFLOWS.items() for job, told in one["jobs"].items()}
STEPS = [(job, step) for job, told in JOBS.items() for step in told.get("steps", ())]
GITLAB = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))


def step(job: str, name: str) -> Step:
    return next(one for one in JOBS[job]["steps"] if one.get("name") == name)


# --- what is written ------------------------------------------------------------------------------


def test_the_linter_of_workflows_finds_nothing() -> None:
    command = [
        Path(sys.executable).with_name("zizmor"),
        "--offline",
        "--no-progress",
        "--persona=auditor",
        ROOT / ".github",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_action_is_pinned_by_its_sha_and_one_version_is_used_everywhere() -> None:
    versions: dict[str, set[tuple[str, str]]] = {}
    for path in FILES:
        for used in re.findall(r"uses: (\S+)(.*)", path.read_text("utf-8")):
            if used[0].startswith("./"):
                assert (ROOT / used[0]).is_file()
                continue
            assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", used[0]), used
            assert re.fullmatch(r" # v\d+\.\d+\.\d+", used[1]), used
            action, _, sha = used[0].partition("@")
            versions.setdefault(action, set()).add((sha, used[1]))
    assert versions and all(len(one) == 1 for one in versions.values())


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_begins_without_any_right(name: str) -> None:
    assert WORKFLOWS[name]["permissions"] == {}
    assert "pull_request_target" not in WORKFLOWS[name]["on"]


@pytest.mark.parametrize("job", JOBS)
def test_a_job_says_its_rights_and_its_time(job: str) -> None:
    told = JOBS[job]
    assert "permissions" in told
    assert "uses" in told or 0 < told["timeout-minutes"] <= 120


def test_only_publication_may_write_and_only_what_it_must() -> None:
    writes = {
        job: {right for right, level in told["permissions"].items() if level == "write"}
        for job, told in JOBS.items()
        if "uses" not in told
    }
    assert {job: rights for job, rights in writes.items() if rights} == {
        "deploy.yml:publish": {"contents"},
        "deploy.yml:deploy": {"pages", "id-token"},
        "nightly.yml:awake": {"issues"},
    }


def test_a_checkout_leaves_no_credentials_behind() -> None:
    found = [one["with"] for _, one in STEPS if str(one.get("uses")).startswith("actions/checkout@")]
    assert found and all(one["persist-credentials"] is False for one in found)


def test_publication_has_every_object_at_hand() -> None:
    assert "filter" not in JOBS["deploy.yml:publish"]["steps"][0]["with"]


def test_one_publication_follows_another_and_none_is_broken_off() -> None:
    for name in ("publish.yml", "nightly.yml"):
        assert WORKFLOWS[name]["concurrency"] == {"group": "pages", "cancel-in-progress": False}
    assert GITLAB["pages"]["resource_group"] == "pages"


def test_the_night_has_its_own_file_and_builds_just_after_midnight_in_vietnam() -> None:
    assert WORKFLOWS["nightly.yml"]["on"]["schedule"] == [{"cron": "5 17 * * *"}]
    assert "schedule" not in WORKFLOWS["publish.yml"]["on"]


@pytest.mark.parametrize(("job", "step"), STEPS, ids=lambda one: one if isinstance(one, str) else "")
def test_no_step_puts_foreign_words_into_its_script(job: str, step: Step) -> None:
    assert "${{" not in step.get("run", "")
    assert subprocess.run(["bash", "-n", "-c", step.get("run", "")], check=False).returncode == 0


def test_a_pipe_cannot_hide_a_failure() -> None:
    for job, one in STEPS:
        if " | " in one.get("run", ""):
            assert WORKFLOWS[job.split(":")[0]]["defaults"]["run"]["shell"] == "bash"


def test_caches_hang_on_the_locks() -> None:
    for _, one in STEPS:
        if str(one.get("uses")).startswith("actions/setup-python@"):
            assert one["with"]["cache-dependency-path"] == "requirements*.lock"
        if str(one.get("uses")).startswith("actions/cache@"):
            assert "requirements.lock" in one["with"]["key"]


def test_what_is_published_never_begins_with_what_a_proposed_change_left_behind() -> None:
    cache = step("build.yml:site", "Lấy lại việc của lần dựng trước")
    assert cache["if"] == "inputs.warm" and cache["with"]["key"].startswith("build-${{ inputs.keep }}-")
    starts = [line.partition("-${{ hashFiles")[0] for line in cache["with"]["restore-keys"].splitlines()]
    assert starts == ["build-${{ inputs.keep }}", "build-pages"]
    assert WORKFLOWS["pull-request.yml"]["jobs"]["build"]["with"]["keep"] == "preview"
    night = WORKFLOWS["nightly.yml"]["jobs"]["build"]["with"]
    assert night["warm"] is False and night["keep"] == "pages"


@pytest.mark.parametrize("job", [name for name, one in GITLAB.items() if "script" in one])
def test_the_scripts_of_gitlab_can_be_read(job: str) -> None:
    script = "\n".join(GITLAB[job]["script"])
    assert subprocess.run(["bash", "-n", "-c", script], check=False).returncode == 0
    assert GITLAB[job]["stage"] in GITLAB["stages"]


# --- what is run ----------------------------------------------------------------------------------


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The repository as a host would have it, with what is already installed."""
    folder = built.copy(tmp_path / "clone")
    for name in ("Makefile", "pyproject.toml", "requirements.lock", "requirements-dev.lock"):
        shutil.copy2(ROOT / name, folder / name)
        os.utime(folder / name, (0, 0))  # older than what is installed
    shutil.copytree(ROOT / ".ci", folder / ".ci")
    (folder / ".venv").symlink_to(Path(sys.prefix))
    (folder / ".gitignore").write_bytes((ROOT / ".gitignore").read_bytes() + b".venv\n")
    git(folder, "init", "--quiet", "--initial-branch", "main")
    commit(folder)
    return folder


def git(folder: Path, *words: str, **more: str) -> str:
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_AUTHOR_NAME": "An", "GIT_AUTHOR_EMAIL": "an@ward.example"}
    own |= {"GIT_COMMITTER_NAME": "An", "GIT_COMMITTER_EMAIL": "an@ward.example"} | more
    done = subprocess.run(
        ["git", *words], cwd=folder, env=os.environ | own, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def commit(folder: Path, **more: str) -> str:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Đổi", **more)
    return git(folder, "rev-parse", "HEAD")


def run(script: str, folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """A step as GitHub runs it; its outputs and summary go to files in `folder`'s parent."""
    files = {f"GITHUB_{name}": str(folder.parent / name) for name in ("OUTPUT", "STEP_SUMMARY")}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    environment = os.environ | {"GANDAN_TODAY": built.TODAY} | files | more
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def spoil(folder: Path) -> None:
    path = folder / "docs/tin-tuc/2026/2026-11-22-hong, 100%.md"
    path.write_text("---\ntitel: Hỏng\ndate: 22/11/2026\n---\n", "utf-8")


def test_a_right_ward_is_checked_built_and_laid_out_for_looking(clone: Path) -> None:
    for name in ("Kiểm tra và dựng", "Kể các trang thay đổi", "Bản xem thử"):
        done = run(step("build.yml:site", name)["run"], clone)
        assert done.returncode == 0, (name, done.stdout, done.stderr)
    assert (clone / "site/index.html").is_file() and (clone / "preview/tim-kiem/index.html").is_file()
    assert git(clone, "status", "--porcelain").split("\n") == ["?? preview/"]


def test_a_broken_ward_stops_there_and_its_mistakes_stand_at_their_lines(clone: Path) -> None:
    spoil(clone)
    done = run(step("build.yml:site", "Kiểm tra và dựng")["run"], clone, GITHUB_ACTIONS="true")
    place = "file=docs/tin-tuc/2026/2026-11-22-hong%2C 100%25.md,line=2,col=1,title=Lỗi M101::"
    assert done.returncode != 0 and f"::error {place}" in done.stdout
    told = (clone.parent / "STEP_SUMMARY").read_text("utf-8")
    assert re.search(r"^## [1-9]\d* lỗi phải sửa, \d+ điều nên xem$", told, re.M)
    assert "**docs/tin-tuc/2026/2026-11-22-hong, 100%.md**" in told and "- dòng 2: Lỗi M101. " in told
    assert not (clone / "site").exists()


@pytest.mark.parametrize(
    ("file", "code"), [("docs/index.md", "no"), ("data/phuong.yml", "no"), ("hooks/collect.py", "yes")]
)
def test_code_is_tested_when_it_changed_and_content_goes_out_at_once(
    clone: Path, file: str, code: str
) -> None:
    before = git(clone, "rev-parse", "HEAD")
    with (clone / file).open("a") as changed:
        changed.write("\n")
    commit(clone)
    script = step("build.yml:site", "Có đổi gì ngoài nội dung không")["run"]
    assert run(script, clone, BEFORE=before).returncode == 0
    assert (clone.parent / "OUTPUT").read_text() == f"code={code}\n"


@pytest.mark.parametrize("before", ["", "0" * 40, "f" * 40])
def test_what_stood_before_is_not_known_so_code_is_tested(clone: Path, before: str) -> None:
    assert (
        run(step("build.yml:site", "Có đổi gì ngoài nội dung không")["run"], clone, BEFORE=before).returncode
        == 0
    )
    assert (clone.parent / "OUTPUT").read_text() == "code=yes\n"


@pytest.mark.parametrize(("days", "opened"), [(10, False), (44, False), (46, True)])
def test_the_end_of_the_schedule_is_told_in_time(clone: Path, days: int, opened: bool) -> None:
    seconds = int(subprocess.run(["date", "+%s"], capture_output=True, text=True, check=True).stdout)
    commit_at = f"{seconds - days * 86400} +0000"
    git(clone, "commit", "--quiet", "--amend", "--no-edit", GIT_COMMITTER_DATE=commit_at)
    own = clone.parent / "bin"
    own.mkdir()
    (own / "gh").write_text('#!/bin/sh\nif [ "$2" = list ]; then echo 0; else echo "$@" >> "$SAID"; fi\n')
    (own / "gh").chmod(0o755)
    told = step("nightly.yml:awake", "Báo trước khi GitHub tắt lịch")
    path, said = f"{own}:{os.environ['PATH']}", clone.parent / "said"
    done = run(told["run"], clone, PATH=path, SAID=str(said), TITLE=told["env"]["TITLE"])
    assert done.returncode == 0, done.stderr
    assert said.exists() is opened and ("::warning::" in done.stdout) is opened
    assert f"{days} ngày trước" in (clone.parent / "STEP_SUMMARY").read_text("utf-8")


def test_gitlab_gets_its_report_of_a_broken_ward_and_stops(clone: Path) -> None:
    spoil(clone)
    script = "\n".join(GITLAB["build"]["script"][1:])
    assert run(f"set -e\n{script}", clone, GITLAB_CI="true").returncode != 0
    report = json.loads((clone / "codequality.json").read_text("utf-8"))
    first = next(one for one in report if one["check_name"] == "M101")
    assert first["location"]["lines"]["begin"] == 2 and first["severity"] == "major"
    assert len({one["fingerprint"] for one in report}) == len(report)


# --- a site opened from a folder ------------------------------------------------------------------


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("preview") / "preview"
    command = [sys.executable, str(ROOT / ".ci/preview.py"), str(samples.site()), str(folder)]
    subprocess.run(command, check=True)
    yield folder


def test_every_link_of_a_preview_leads_to_a_file(preview: Path) -> None:
    for path in preview.rglob("*.html"):
        for one in Outline.of(path.read_text("utf-8")).elements:
            target = one["href"] or one["src"]
            if not target or re.match(r"[a-z]+:|//|#", target):
                continue
            assert (path.parent / unquote(re.split("[?#]", target)[0])).is_file(), (path, target)


def test_a_preview_is_read_without_a_server_and_its_search_says_that_it_cannot(
    preview: Path, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(preview.as_uri() + "/index.html")
    page.locator(".menu a", has_text="Tin tức").first.click()
    page.wait_for_url("**/tin-tuc/index.html")  # until all of it is there
    assert page.locator("main h1").count() == 1
    style = "getComputedStyle(document.querySelector('.masthead')).backgroundColor"
    assert page.evaluate(style) != "rgba(0, 0, 0, 0)"
    page.goto(preview.as_uri() + "/tim-kiem/index.html?q=dan+chu")
    assert page.get_by_text("ô tìm kiếm không chạy ở đây").is_visible()
    page.close()


def test_nothing_is_laid_out_where_nothing_was_built(tmp_path: Path) -> None:
    command = [
        sys.executable,
        str(ROOT / ".ci/preview.py"),
        str(tmp_path / "site"),
        str(tmp_path / "preview"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 1 and "make site" in done.stderr and not (tmp_path / "preview").exists()


# --- publication, against a host that is a folder --------------------------------------------------

SPOILED = "docs/tin-tuc/2026/2026-11-20-ngay-hoi.md"


def test_a_build_is_published_told_by_its_source_and_no_address_of_it_may_vanish(clone: Path) -> None:
    remote = clone.parent / "remote.git"
    git(clone, "init", "--quiet", "--bare", str(remote))
    git(clone, "remote", "add", "origin", remote.as_uri())
    git(clone, "push", "--quiet", "origin", "main")
    source = git(clone, "rev-parse", "HEAD")
    kept, check = (
        step("build.yml:site", "Lấy danh sách địa chỉ đã đăng"),
        step("build.yml:site", "Kiểm tra và dựng"),
    )
    for told in (kept, check, step("deploy.yml:publish", "Đăng")):
        done = run(told["run"], clone, BACK="")
        assert done.returncode == 0, (told["name"], done.stdout, done.stderr)
    assert "- " in (clone.parent / "STEP_SUMMARY").read_text("utf-8")
    assert run(step("deploy.yml:publish", "Bản nào đang đăng")["run"], clone).returncode == 0
    assert (clone.parent / "OUTPUT").read_text() == f"source={source}\n"
    shown = {
        path.relative_to(clone / "published").as_posix() for path in (clone / "published").rglob("*.html")
    }
    assert shown == {path.relative_to(clone / "site").as_posix() for path in (clone / "site").rglob("*.html")}

    (clone / SPOILED).unlink()
    assert run(kept["run"], clone).returncode == 0
    assert " A103 " in run(check["run"], clone).stdout
