"""The four documents say what the code does: examples are run, tables and schemas are made anew.

A fenced block of HUONG-DAN.md whose first line is "```<language> <role> [<file>]" is run. Its role:

- `mẫu`: a sample. With a file it is that file, whole; without one it lists files to lie beside it.
  All samples together are a small ward.
- `đúng` and `sai`: a right and a wrong example, tried on that ward. The text says what changes:
  fields replace the sample's fields of the same name (a list is added to), `markdown` replaces the
  body, a file that is no sample is written whole, and `text` lists files to add (with a file named:
  words for the eye only). A wrong example must give the code of its section and no other.

Run as a script this file writes the tables and the schemas anew.
"""

import json
import re
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path, PurePosixPath
from typing import ClassVar, NamedTuple, get_args

import attached
import pytest
import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from gandan import describe, schemas
from gandan.assemble import assemble
from gandan.check import labels
from gandan.command.main import COMMANDS
from gandan.editing import fields as forms
from gandan.model.directive import Force, RelationKind
from gandan.model.ward import Family
from gandan.problems import LEVELS, Level

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "HUONG-DAN.md"
DOCUMENTS = ("HUONG-DAN.md", "CONTRIBUTING.md", "README.md", "CHANGELOG.md", "SECURITY.md")
TODAY = date(2026, 11, 22)

FENCE = re.compile(
    r"^```(?P<language>\w+) (?P<role>mẫu|sai|đúng)(?: (?P<file>\S+))?\n(?P<text>.*?)^```$", re.M | re.S
)
SECTION = re.compile(r"^### ([A-Z]\d{3}) [^\n]*\((lỗi|nhắc)\)\n(.*?)(?=^##|\Z)", re.M | re.S)
TABLE = re.compile(r"(<!-- bảng: ([\w-]+) -->\n)(.*?)(<!-- hết bảng -->)", re.S)
NAME = re.compile(r"^([^\s#-][^\n]*?):(?=\s|$)", re.M)
LEVEL = {"lỗi": Level.ERROR, "nhắc": Level.WARNING}


class Example(NamedTuple):
    """A block of the guide that is run."""

    language: str
    role: str
    file: str | None
    text: str


def examples(text: str) -> list[Example]:
    return [Example(*found.group("language", "role", "file", "text")) for found in FENCE.finditer(text)]


TEXT = GUIDE.read_text("utf-8")
SECTIONS = {code: (level, text) for code, level, text in SECTION.findall(TEXT)}
SAMPLES = {one.file: one.text for one in examples(TEXT) if one.role == "mẫu" and one.file}
BESIDE = [line for one in examples(TEXT) if one.role == "mẫu" and not one.file for line in one.text.split()]

# ---------------------------------------------------------------------------------- a ward to try on


def ward(example: Example | None = None) -> dict[str, str]:
    """The files of the sample ward, with an example in its place."""
    files = SAMPLES | dict.fromkeys(BESIDE, "")
    if example is None:
        return files
    if example.file is None:
        return {line: _like(line) for line in example.text.splitlines()} | files
    if example.file not in SAMPLES:
        return files | {example.file: example.text}
    if example.language == "markdown":
        head = SAMPLES[example.file].partition("\n---\n")[0]
        return files | {example.file: f"{head}\n---\n{example.text}"}
    if example.language == "yaml":
        return files | {example.file: _with(SAMPLES[example.file], example.text)}
    return files


def _with(sample: str, fields: str) -> str:
    head, front, tail = sample, "", ""
    if sample.startswith("---\n"):
        front, (head, mark, tail) = "---\n", sample.removeprefix("---\n").partition("---\n")
        tail = mark + tail
    named = set(NAME.findall(fields))
    kept = [
        part
        for part in re.split(r"^(?=\S)", head, flags=re.M)
        if not ((name := NAME.match(part)) and name[1] in named)
    ]
    return front + "".join(kept) + fields + tail


def _like(file: str) -> str:
    """What a file of that name would hold: the same as a sample of its folder, or of its form."""
    place = PurePosixPath(file)
    same = [name for name in SAMPLES if PurePosixPath(name).suffix == place.suffix]
    near = [name for name in same if PurePosixPath(name).parent == place.parent]
    return next((SAMPLES[name] for name in (*near, *same)), "")


def _rewrite(change: Callable[[str], bytes]) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(change(path.read_text("utf-8")))


def _link_out(path: Path) -> None:
    path.rename(path.parents[4] / "outside.pdf")
    path.symlink_to(path.parents[4] / "outside.pdf")


# What letters on paper cannot show is done to the wrong example's file.
SPOIL: dict[str, Callable[[Path], object]] = {
    "T101": _rewrite(lambda text: text.encode("utf-16")),
    "T102": _link_out,
    "T103": _rewrite(lambda text: (text + "\n" + "Mẫu. " * 2_000_000).encode()),
    "T106": Path.unlink,
    "T111": lambda path: path.write_bytes(attached.PAGE),
    "T112": lambda path: path.write_bytes(attached.png(65_000, 65_000)),
    "T113": lambda path: path.write_bytes(attached.packed("xl/workbook.xml", "xl/vbaProject.bin")),
    "T114": lambda path: path.write_bytes(attached.png(9, 9, film=True)),
    "R201": lambda path: path.write_bytes(attached.photograph(kind=".webp")),
    "R202": lambda path: path.write_bytes(attached.webp(4000, 3000)),
    "R203": lambda path: path.write_bytes(attached.pdf(scan=True)),
    "R204": lambda path: path.write_bytes(attached.word("Quy che", more="<w:del w:id='1'></w:del>")),
    "R302": lambda path: path.with_name("bang-thu-chi.pdf").write_bytes(attached.pdf("CCCD 079085000012")),
    "C101": _rewrite(lambda text: unicodedata.normalize("NFD", text).encode()),
    "C102": _rewrite(lambda text: text.replace("Đ", "\N{LATIN CAPITAL LETTER ETH}").encode()),
    "C103": _rewrite(lambda text: text.replace("hội", "h\N{ZERO WIDTH SPACE}ội").encode()),
}
NOT_RUN = {"T110"}  # whoever runs the tests may be allowed to read everything


def codes(place: Path, example: Example | None = None, spoil: str = "") -> list[str]:
    """The codes that a ward with an example in it gives."""
    root = place / "ward"
    for file, text in ward(example).items():
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(attached.SMALLEST.get(path.suffix, text.encode()))
    if spoil in SPOIL and example and example.file:
        SPOIL[spoil](root / example.file)
    return sorted({problem.code for problem in assemble(root, TODAY).problems})


# --------------------------------------------------------------------------------- the staff's guide


def test_every_code_has_exactly_one_section() -> None:
    assert sorted(re.findall(r"^### ([A-Z]\d+)", TEXT, re.M)) == sorted(LEVELS)


def test_every_section_tells_the_level_of_its_code() -> None:
    assert {code: LEVEL[level] for code, (level, _) in SECTIONS.items()} == LEVELS


@pytest.mark.parametrize("code", sorted(LEVELS))
def test_every_section_shows_one_wrong_and_one_right_example(code: str) -> None:
    shown = re.findall(r"^(Sai|Đúng):\n\n```\w+ (sai|đúng)\b", SECTIONS[code][1], re.M)
    assert shown == [("Sai", "sai"), ("Đúng", "đúng")]


def test_the_samples_are_a_ward_without_a_problem(tmp_path: Path) -> None:
    assert codes(tmp_path) == []


@pytest.mark.parametrize("code", sorted(SECTIONS.keys() - NOT_RUN))
def test_a_wrong_example_gives_its_code_and_no_other(code: str, tmp_path: Path) -> None:
    wrong = next(one for one in examples(SECTIONS[code][1]) if one.role == "sai")
    assert codes(tmp_path, wrong, code) == [code]


@pytest.mark.parametrize("right", [one for one in examples(TEXT) if one.role == "đúng"])
def test_a_right_example_gives_no_code(right: Example, tmp_path: Path) -> None:
    assert codes(tmp_path, right) == []


def _tables(text: str) -> str:
    """The text with every table of fields made anew."""
    return TABLE.sub(
        lambda found: found[1] + "\n" + describe.table(describe.KINDS[found[2]].model) + "\n" + found[4],
        text,
    )


def test_the_tables_of_fields_are_those_of_the_models() -> None:
    assert sorted(found[1] for found in TABLE.findall(TEXT)) == sorted(describe.KINDS)
    assert _tables(TEXT) == TEXT


@pytest.mark.parametrize("choice", [*get_args(RelationKind), *get_args(Force), *get_args(Family)])
def test_every_english_choice_is_explained(choice: str) -> None:
    assert re.search(rf"`{choice}`", TABLE.sub("", TEXT))


# ------------------------------------------------------------------------------------------- schemas

SCHEMAS = schemas.texts()
FACTS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "data").rglob("*.yml"))


def test_every_kind_and_every_list_has_a_schema_and_no_other_stands_there() -> None:
    assert {path.stem for path in (ROOT / "schema").iterdir()} == SCHEMAS.keys()


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_that_of_its_model(name: str) -> None:
    assert (ROOT / "schema" / f"{name}.json").read_text("utf-8") == SCHEMAS[name]


@pytest.mark.parametrize("file", FACTS)
def test_a_file_of_facts_names_its_schema_for_editors_and_fits_it(file: str) -> None:
    text = (ROOT / file).read_text("utf-8")
    first = text.partition("\n")[0] + "\n"
    assert first == schemas.head(file)
    named = ROOT / file / ".." / first.split("=")[1].strip()
    assert not list(schema(named.resolve().stem).iter_errors(as_editors_read(text)))


@pytest.mark.parametrize("name", describe.KINDS)
def test_check_schema_table_and_editor_have_the_same_fields(name: str) -> None:
    model = describe.KINDS[name].model
    told = json.loads(SCHEMAS[name])
    rows = {row.path[0]: row.required for row in describe.rows(model) if len(row.path) == 1}
    assert rows.keys() == told["properties"].keys() == labels.fields(model).keys()
    assert {one for one, required in rows.items() if required} == set(told.get("required", ()))
    assert rows == {one["name"]: one["required"] for one in forms.fields(model)}


def schema(name: str) -> Draft202012Validator:
    known = [(f"{one}.json", Resource.from_contents(json.loads(text))) for one, text in SCHEMAS.items()]
    registry: Registry[object] = Registry().with_resources(known)
    return Draft202012Validator({"$ref": f"{name}.json"}, registry=registry)


def as_editors_read(text: str) -> object:
    """YAML as editors take it, by the core schema of YAML 1.2: numbers and flags, days as text."""

    class Core(yaml.SafeLoader):
        yaml_implicit_resolvers: ClassVar = {}

    Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))
    Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("^(?:~|null|)$"), ["~", "n", ""])
    Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^(?:0|[1-9][0-9]*)$"), list("0123456789"))
    return _named(yaml.load(text, Loader=Core))


def _named(value: object) -> object:
    """With names of fields as text: JSON knows no other."""
    if isinstance(value, dict):
        return {str(name): _named(one) for name, one in value.items()}
    return [_named(one) for one in value] if isinstance(value, list) else value


# ---------------------------------------------------------------------------------- all four documents


@pytest.fixture(params=DOCUMENTS)
def document(request: pytest.FixtureRequest) -> str:
    return (ROOT / str(request.param)).read_text("utf-8")


def test_commands_that_are_named_exist(document: str) -> None:
    targets = set(re.findall(r"^(\w+):(?!=)", (ROOT / "Makefile").read_text("utf-8"), re.M))
    assert set(re.findall(r"(?:^|`)make (\w+)", document, re.M)) <= targets
    assert set(re.findall(r"(?:^|`)(?:\.venv/bin/)?gandan (\w+)", document, re.M)) <= COMMANDS.keys()


def test_relative_links_lead_to_files(document: str) -> None:
    prose = re.sub(r"^(```+).*?^\1$|`[^`\n]*`", "", document, flags=re.M | re.S)
    targets = re.findall(r"\]\((?!https?:|mailto:|#)([^)\s#]+)", prose)
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_no_document_names_a_folder_of_one_machine(document: str) -> None:
    assert re.findall(r"(?<![\w.])/(?:work|tmp|home|root|Users|var|opt)\b", document) == []


def test_letters_are_composed(document: str) -> None:
    assert unicodedata.is_normalized("NFC", document)


def test_the_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) < 90


def _write() -> None:
    GUIDE.write_text(_tables(TEXT), "utf-8", newline="\n")
    for name in SCHEMAS:
        path = ROOT / "schema" / f"{name}.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(SCHEMAS[name], "utf-8", newline="\n")


if __name__ == "__main__":
    _write()
