"""The web editor's settings are those of the models, and its page asks nobody but the chosen Git host."""

import functools
import json
import re
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

import built
import editor
import pytest
import samples
import ward
import yaml
from jsonschema import Draft7Validator

from gandan import addresses, banner, describe, sections
from gandan.check.lists import NAMED
from gandan.editing import choices, configuration, files, hosts
from gandan.editing.fields import fields
from gandan.editing.page import page
from gandan.model import Consultation, Disclosure, Event, Rule, Ward
from gandan.model.directive import Force, RelationKind
from gandan.model.disclosure import Form
from gandan.model.event import Status
from gandan.model.rule import Bound, Clock, Direction, Unit
from gandan.model.ward import Family
from gandan.publishing import ledger

DAY = date(2026, 11, 23)
WARD = Ward.model_validate(yaml.safe_load(ward.WARD))
GITHUB = hosts.Host("github", "ben-mau/trang", "main", None, None)
SETTINGS = configuration.settings(WARD, GITHUB, DAY)


def collection(name: str) -> dict[str, Any]:
    return next(one for one in SETTINGS["collections"] if one["name"] == name)


def field(name: str, form: list[dict[str, Any]]) -> dict[str, Any]:
    return next(one for one in form if one["name"] == name)


def forms() -> Iterator[list[dict[str, Any]]]:
    for one in SETTINGS["collections"]:
        for holder in one.get("files", [one]):
            yield holder.get("fields", [])


def every(form: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for one in form:
        yield one
        yield from every(one.get("fields", []) + [inner for inner in [one.get("field")] if inner])


# --- every kind -----------------------------------------------------------------------------------


@pytest.mark.parametrize("section", sections.SECTIONS, ids=lambda one: one.kind)
def test_a_kind_in_words_has_all_fields_of_its_model_and_the_words(section: sections.Section) -> None:
    form = collection(section.folder.rstrip("/"))["fields"]
    names = {row.path[0] for row in describe.rows(section.model)}
    assert {one["name"] for one in form} == names | {"body"}
    assert field("body", form)["modes"] == ["raw"]


@pytest.mark.parametrize("file", sorted(NAMED - {addresses.PUBLISHED}))
def test_every_list_of_the_ward_can_be_edited(file: str) -> None:
    assert file in {one["file"] for one in collection("danh-sach")["files"]}


def test_the_calendar_has_last_this_and_next_year() -> None:
    held = {one["file"] for one in collection("lich")["files"]}
    assert held == {f"data/lich/{year}.yml" for year in (2025, 2026, 2027)}


@pytest.mark.parametrize("row", list(describe.rows(Disclosure)), ids=lambda row: ".".join(row.path))
def test_a_field_has_the_label_of_its_model_and_is_asked_for_where_it_must_be_there(
    row: describe.Row,
) -> None:
    form = fields(Disclosure)
    for name in row.path[:-1]:
        form = field(name, form)["fields"]
    assert (field(row.path[-1], form)["label"], field(row.path[-1], form)["required"]) == (
        row.label,
        row.required,
    )


@pytest.mark.parametrize(
    ("model", "name", "widget"),
    [
        (Disclosure, "title", "string"),
        (Disclosure, "description", "text"),
        (Disclosure, "date", "datetime"),
        (Disclosure, "item", "relation"),
        (Disclosure, "topics", "relation"),
        (Disclosure, "image", "image"),
        (Disclosure, "draft", "boolean"),
        (Disclosure, "posted", "list"),
        (Consultation, "feedback", "object"),
        (Consultation, "matter", "select"),
        (Consultation, "ways", "list"),
        (Event, "type", "select"),
        (Rule, "n", "string"),
        (Rule, "statutory_inclusive", "select"),
    ],
)
def test_a_field_is_asked_for_as_its_type_wants(model: Any, name: str, widget: str) -> None:
    assert field(name, fields(model))["widget"] == widget


def test_what_is_written_wrong_is_told_in_vietnamese() -> None:
    told = [one["pattern"] for form in forms() for one in every(form) if "pattern" in one]
    assert told
    for pattern, words in told:
        assert re.compile(pattern)
        assert words.startswith("Chưa đúng cách viết. ") and words.endswith(".") and len(words) > 30


@pytest.mark.parametrize(
    "kind", [Form, RelationKind, Force, Status, Family, Clock, Unit, Bound, Direction], ids=str
)
def test_every_choice_has_words(kind: Any) -> None:
    told = choices.options(get_args(kind))
    assert [one["value"] for one in told] == list(get_args(kind))
    assert all(one["label"] != one["value"] for one in told)


def test_a_new_item_lies_in_the_folder_of_its_year_with_its_pictures_beside_it() -> None:
    news = collection("tin-tuc")
    assert (news["folder"], news["path"], news["media_folder"]) == (
        "docs/tin-tuc",
        "{{year}}/{{slug}}",
        "/docs/tin-tuc/{{year}}/anh",
    )
    assert SETTINGS["slug"]["encoding"] == "ascii" and SETTINGS["slug"]["clean_accents"]


# --- where it saves -------------------------------------------------------------------------------


@pytest.mark.parametrize("off", [None, False])
def test_without_the_setting_there_is_no_editor(off: object, tmp_path: Path) -> None:
    assert hosts.host(off) is None
    assert list(files.of(WARD, None, DAY, root=tmp_path, site_url="http://127.0.0.1:8000/")) == []


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("github", "phải là các mục có tên"),
        ({"host": "github"}, "chủ-kho/tên-kho"),
        ({"host": "github", "repository": "https://a.example/b"}, "chủ-kho/tên-kho"),
        ({"host": "bitbucket", "repository": "a/b"}, "chọn một: github, gitlab, local"),
        ({"repo": "a/b"}, "không có mục «repo»"),
        ({"host": "github", "repository": "a/b", "server": "https://a.example"}, "chỉ dùng cho gitlab"),
        ({"host": "gitlab", "repository": "a/b", "server": "https://a.example; x"}, "chỉ dùng cho gitlab"),
    ],
)
def test_a_setting_that_says_nothing_usable_is_told(setting: object, words: str) -> None:
    with pytest.raises(hosts.Wrong, match=re.escape(words)):
        hosts.host(setting)


@pytest.mark.parametrize(
    ("setting", "asked"),
    [
        (True, ()),
        ({"host": "local"}, ()),
        ({"host": "github", "repository": "a/b"}, ("https://api.github.com", "https://uploads.github.com")),
        ({"host": "gitlab", "repository": "a/b/c"}, ("https://gitlab.com",)),
        (
            {"host": "gitlab", "repository": "a/b", "server": "https://git.a.example"},
            ("https://git.a.example",),
        ),
    ],
)
def test_the_page_may_ask_the_chosen_host_and_nobody_else(setting: object, asked: tuple[str, ...]) -> None:
    host = hosts.host(setting)
    assert host
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page(WARD, host))
    assert policy
    rules = dict(rule.strip().split(" ", 1) for rule in policy[1].split(";"))
    assert rules["connect-src"] == " ".join(("'self'", "data:", "blob:", *asked))
    assert rules["default-src"] == "'none'" and "unsafe-inline" not in rules["script-src"]
    assert "http" not in " ".join(words for name, words in rules.items() if name != "connect-src")
    assert '<meta name="robots" content="noindex, nofollow">' in page(WARD, host)


def test_a_draft_is_reviewed_where_the_host_has_requests_for_it() -> None:
    assert SETTINGS["publish_mode"] == "editorial_workflow"
    here = hosts.host(True)
    assert here and "publish_mode" not in configuration.settings(WARD, here, DAY)


@pytest.mark.parametrize(
    ("setting", "site_url", "shown"),
    [
        (True, "http://127.0.0.1:8000/", True),
        (True, "https://benmau.example/", False),
        ({"host": "github", "repository": "a/b"}, "https://benmau.example/", True),
    ],
)
def test_one_that_saves_on_this_computer_is_shown_by_this_computer_alone(
    setting: object, site_url: str, shown: bool, tmp_path: Path
) -> None:
    built = tmp_path / files.BUILT
    built.mkdir(parents=True)
    (built / "start.js").write_text("")
    laid = files.of(WARD, hosts.host(setting), DAY, root=tmp_path, site_url=site_url)
    assert {one.address for one in laid} == (
        {f"quan-tri/{name}" for name in ("index.html", "config.yml", "start.js")} if shown else set()
    )


def test_one_that_is_on_and_was_not_built_is_told_with_the_command(tmp_path: Path) -> None:
    with pytest.raises(hosts.Wrong, match="chạy make editor"):
        files.ready(GITHUB, tmp_path)


def test_a_preview_does_not_load_it_anew_while_somebody_writes() -> None:
    assert banner.into(page(WARD, GITHUB), [], 1, 2) == page(WARD, GITHUB)


def test_its_address_is_promised_to_nobody() -> None:
    assert ledger.lasting(["quan-tri/index.html", "lich/index.html"]) == {"lich/"}


# --- with the package -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "setting",
    [
        True,
        {"host": "github", "repository": "a/b"},
        {"host": "gitlab", "repository": "a/b", "application": "1"},
    ],
)
def test_the_package_takes_the_settings(setting: object) -> None:
    host = hosts.host(setting)
    assert host
    schema = json.loads((editor.package() / "schema" / "sveltia-cms.json").read_text("utf-8"))
    told = yaml.safe_load(configuration.text(WARD, host, DAY))
    assert [one.message for one in Draft7Validator(schema).iter_errors(told)] == []


CASES = yaml.safe_load((Path(__file__).parent / "cases" / "revise.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_a_text_is_changed_where_its_value_is_and_nowhere_else(case: dict[str, Any]) -> None:
    assert saved()[case["says"]] == case["becomes"]


@functools.cache
def saved() -> dict[str, str]:
    texts = editor.revised([{**case, "change": case.get("change", {})} for case in CASES])
    return {case["says"]: text for case, text in zip(CASES, texts, strict=True)}


def test_every_file_of_the_demonstration_is_saved_as_it_was_read() -> None:
    """Byte for byte, comments, quotes and all: the words, the register, the lists."""
    cases = list(demonstration())
    texts = editor.revised(cases)
    assert len(cases) > 100
    assert [case["file"] for case, text in zip(cases, texts, strict=True) if case["text"] != text] == []


def demonstration() -> Iterator[dict[str, Any]]:
    forms = {"data/ngay-nghi.yml": "years", "data/dia-chi-cu.yml": "moves"}
    for path in sorted([*editor.ROOT.glob("docs/**/*.md"), *editor.ROOT.glob("data/**/*.yml")]):
        file, text = path.relative_to(editor.ROOT).as_posix(), path.read_text("utf-8")
        listed = "list" if re.search(r"^- ", text, re.M) and not re.search(r"^\w+:", text, re.M) else "record"
        form = forms.get(file, "page" if path.suffix == ".md" else listed)
        yield {"file": file, "form": form, "text": text, "change": {}}


# --- in the site ----------------------------------------------------------------------------------


def site(folder: Path, setting: str) -> subprocess.CompletedProcess[str]:
    """A small ward built with a setting in mkdocs.yml, as if the editor had been built."""
    samples.lay(folder / "ward")
    with (folder / "ward" / "mkdocs.yml").open("a") as file:
        file.write(f"\nextra:\n  editor: {setting}\n")
    if "not built" not in setting:
        place = folder / "ward" / files.BUILT
        place.mkdir(parents=True)
        (place / "start.js").write_text("")
    return built.mkdocs(folder / "ward", folder / "site")


def test_the_editor_is_in_the_site_and_in_no_list_of_it(tmp_path: Path) -> None:
    done = site(tmp_path, "{host: github, repository: ben-mau/trang}")
    assert done.returncode == 0, done.stderr
    there = {path.name for path in (tmp_path / "site" / "quan-tri").iterdir()}
    assert there == {"index.html", "config.yml", "start.js"}
    listed = [path for path in (tmp_path / "site").rglob("*") if path.suffix in (".xml", ".txt", ".json")]
    assert [path.name for path in listed if "quan-tri" in path.read_text("utf-8")] == []
    policy = (
        "content=\"default-src 'self' 'unsafe-eval'; object-src"  # the same as ever: no host of the editor
    )
    assert policy in (tmp_path / "site" / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("{host: github, repository: ben-mau/trang} # not built", "chạy make editor"),
        ("{host: github}", "chủ-kho/tên-kho"),
    ],
)
def test_a_build_that_cannot_have_it_says_so(setting: str, words: str, tmp_path: Path) -> None:
    done = site(tmp_path, setting)
    assert done.returncode != 0
    assert words in done.stderr + done.stdout and "Traceback" not in done.stderr
