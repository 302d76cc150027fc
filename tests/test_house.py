"""The rules of the house, read off the source itself."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import gandan

ROOT = Path(__file__).resolve().parent.parent
HOOKS = ROOT / "hooks"
PACKAGE = HOOKS / "gandan"
MODULES = sorted(PACKAGE.rglob("*.py"))
SOURCES = [*sorted(HOOKS.glob("*.py")), *MODULES]
LINES, FUNCTION = 200, 25
CLOCKS = {"date.today", "datetime.today", "datetime.now", "datetime.utcnow", "time.time", "time.localtime"}
OUTSIDE = {"os.environ", "os.getenv", "os.environb"}
NETWORK = {"socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "requests", "httpx", "aiohttp"}
# The day may stand there; git is given it, and told to be silent; a host says that it is one.
ENVIRONMENT = {"gandan.clock", "gandan.publishing.git", "gandan.command.host"}
ASKS = "gandan.verify.fetch"  # the live site is read over the network, by this module alone


def name(path: Path) -> str:
    """`hooks/gandan/read/front.py` -> `gandan.read.front`."""
    return ".".join(path.relative_to(HOOKS).with_suffix("").parts).removesuffix(".__init__")


def imports(path: Path) -> Iterator[str]:
    """Every module and every name that a file imports, in full."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0 and node.module, f"{path.name} imports by dots"
            yield node.module
            yield from (f"{node.module}.{one.name}" for one in node.names)


def within(module: str, room: str) -> bool:
    return module == room or module.startswith(f"{room}.")


def offenders(rooms: tuple[str, ...], banned: tuple[str, ...], but: tuple[str, ...] = ()) -> list[str]:
    """`module -> import` for each import of a banned room by a module of `rooms`, those of `but` aside."""
    return [
        f"{name(path)} -> {module}"
        for path in MODULES
        if any(within(name(path), room) for room in rooms)
        and not any(within(name(path), room) for room in but)
        for module in imports(path)
        if any(within(module, room) for room in banned)
    ]


def test_the_domain_knows_neither_mkdocs_nor_its_theme() -> None:
    assert offenders(("gandan",), ("mkdocs", "material", "jinja2")) == []


def test_only_doors_ask_what_day_it_is() -> None:
    assert offenders(("gandan",), ("gandan.clock",), but=("gandan.command",)) == []


def test_only_the_door_of_verification_reads_live_sites() -> None:
    assert offenders(("gandan",), ("gandan.verify",), but=("gandan.command", "gandan.verify")) == []


def test_only_an_authors_command_opens_files_of_the_office() -> None:
    assert offenders(("gandan",), ("gandan.importing",), but=("gandan.command", "gandan.importing")) == []
    libraries = offenders(("gandan",), ("mammoth", "nh3", "viparse"))
    assert {one.split(" -> ")[0] for one in libraries} == {"gandan.importing.word", "gandan.importing.fonts"}


def test_nothing_but_the_doors_opens_the_staff_door() -> None:
    assert offenders(("gandan",), ("gandan.command",), but=("gandan.command",)) == []


@pytest.mark.parametrize(
    ("rooms", "banned"),
    [
        (("gandan.views", "gandan.feeds"), ("gandan.read", "gandan.check", "gandan.assemble")),
        (("gandan.read",), ("gandan.model", "gandan.check", "gandan.relate", "gandan.views")),
        (("gandan.check",), ("gandan.relate", "gandan.views", "gandan.feeds", "gandan.states")),
        (("gandan.relate",), ("gandan.views", "gandan.feeds", "gandan.assemble", "gandan.read.files")),
        (("gandan.citations",), ("gandan.read", "gandan.check", "gandan.relate", "gandan.views")),
        (("gandan.views",), ("gandan.feeds", "gandan.search", "gandan.ledger", "gandan.linked")),
        (("gandan.duties", "gandan.states"), ("gandan.read", "gandan.relate", "gandan.views")),
        (("gandan.spoken",), ("gandan.check", "gandan.relate", "gandan.views", "gandan.duties")),
        (("gandan.opendata",), ("gandan.read", "gandan.check", "gandan.assemble", "gandan.views")),
        (("gandan.editing",), ("gandan.read", "gandan.check", "gandan.relate", "gandan.assemble")),
        (("gandan.ledger", "gandan.linked", "gandan.search"), ("gandan.read", "gandan.check")),
    ],
)
def test_nothing_flows_back(rooms: tuple[str, ...], banned: tuple[str, ...]) -> None:
    assert offenders(rooms, banned) == []


@pytest.mark.parametrize("room", ["gandan.model", "gandan.problems", "gandan.addresses", "gandan.vietnamese"])
def test_the_ground_floor_stands_on_nothing(room: str) -> None:
    known = ("gandan.model", "gandan.vietnamese") if room == "gandan.model" else ()
    mine = [path for path in MODULES if within(name(path), room)]
    assert mine
    for path in mine:
        above = [one for one in imports(path) if within(one, "gandan")]
        assert all(any(within(one, room) for room in known) for one in above), (path, above)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_module_asks_the_clock_the_environment_or_the_network(path: Path) -> None:
    if name(path) in ENVIRONMENT:
        return
    called = {
        f"{node.value.id}.{node.attr}"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }
    assert not called & (CLOCKS | OUTSIDE)
    far = OUTSIDE if name(path) == ASKS else NETWORK | OUTSIDE
    assert not [one for one in imports(path) if any(within(one, each) for each in far)]


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_a_module_and_its_functions_are_short(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= LINES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            told = node.body[0] if ast.get_docstring(node) else None
            docstring = told.end_lineno - told.lineno + 1 if told and told.end_lineno else 0
            assert (node.end_lineno or 0) - node.lineno + 1 - docstring <= FUNCTION, node.name


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_a_module_says_what_it_is_for(path: Path) -> None:
    told = ast.get_docstring(ast.parse(path.read_text("utf-8")))
    assert told and told.split("\n")[0].endswith((".", ":", ";", "…", "?"))


def test_a_build_of_nothing_loads_no_room_that_builds() -> None:
    load = "import runpy, sys; [runpy.run_path(one) for one in sys.argv[1:]]; print(*sys.modules)"
    command = [sys.executable, "-c", load, *map(str, sorted(HOOKS.glob("*.py")))]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    dear = {"gandan.building", "gandan.model", "gandan.prose", "pydantic", "numpy", "icalendar", "segno"}
    dear |= {"gandan.banner", "minify"}
    assert "gandan.keeping.standing" in loaded and not dear.intersection(loaded)


def test_a_build_loads_what_writes_calendars_and_what_speaks_only_for_what_changed() -> None:
    command = [sys.executable, "-c", "import gandan.building, sys; print(*sys.modules)"]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert "gandan.feeds.calendar" in loaded and "gandan.views.tellings" in loaded
    assert not {"icalendar", "gandan.spoken"}.intersection(loaded)


def test_no_name_beside_the_hooks_hides_one_of_python() -> None:
    names = {path.stem for path in HOOKS.iterdir() if not path.name.startswith(("_", "."))}
    assert not names & set(sys.stdlib_module_names)


def test_there_is_one_gandan_and_it_is_this_one() -> None:
    assert Path(gandan.__file__).resolve() == PACKAGE / "__init__.py"
    places = {Path(place).resolve() for place in sys.path if Path(place, "gandan", "__init__.py").is_file()}
    assert places == {HOOKS}
