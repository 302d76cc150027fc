"""MkDocs asks for files; the portal answers with the pages that must be made. First hook of three.

Whether anything changed is found out before the rooms of the house are loaded, but for that of records; they
are opened by name, each where it is needed.
"""

import gc
import logging
import os
from collections.abc import Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from gandan import clock, problems, scripts
from gandan.cache import Store, digest
from gandan.editing import hosts
from gandan.installed import version
from gandan.keeping import apart, disk, inputs
from gandan.keeping.standing import Standing
from gandan.outputs import Output, made
from wanted import Wanted

if TYPE_CHECKING:
    from gandan.building import Building
    from gandan.read.listing import States

log = logging.getLogger("mkdocs.gandan")
FACES = tuple(scripts.TYPES)
# Whose newer version may print a page otherwise.
PRINTERS = (
    "mkdocs", "mkdocs-material", "Markdown", "Jinja2", "MarkupSafe", "segno", "pydantic", "pillow"
)  # fmt: skip
MANY = 50_000  # things made before somebody looks which can go: pages leave few behind
COMMANDS: list[str] = []  # what MkDocs was started for: one for the whole process
# MkDocs tells of each page that it does not write itself, and of the folder that it believes to clear.
SILENT = ("Page skipped", "Template skipped", "Cleaning site", "Building documentation to")


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether somebody waits for another build."""
    COMMANDS.append(command)
    # numpy brings an algebra that nobody here asks, and would start a thread for each core: half its time.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # pydantic would look through all that is installed for plugins, of which the lock has none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    logging.getLogger("mkdocs.commands.build").addFilter(lambda one: not str(one.msg).startswith(SILENT))


def on_config(config: MkDocsConfig) -> None:
    """Read, check and relate the ward before MkDocs opens a page, so that nothing broken gets through."""
    gc.disable()  # what comes now stays: looking through it for what could go costs a tenth
    root = Path(config.config_file_path).parent
    try:
        today = clock.today()
    except clock.NotADay as error:
        raise PluginError(str(error)) from None
    store = Store(root / ".cache")
    standing = Standing(store, Path(config.site_dir), config.site_dir)
    states, printers = _asked(root, config, standing), " ".join(map(version, PRINTERS))
    told = f"{today} {config.site_url} {printers}"
    named = inputs.of(states, told, disk.now(store.folder)) if states else ""
    if COMMANDS == ["build"] and named and named == standing.inputs and standing.whole:
        log.info("Không có gì thay đổi từ lần dựng trước.")
        raise SystemExit(0)
    house = import_module("gandan.building")
    building = house.Building(root, today, store, states)
    _settle(config, building)
    frame = digest(printers.encode(), *_bytes(_printed(root, config)))
    try:
        building.weigh(config.site_url or "", frame, standing)
    except house.Doubled as error:
        raise PluginError(f"{error}. Xem data/dia-chi-cu.yml và tên các tệp.") from None
    config.extra |= {"inputs": named, "store": store}
    _hide(config)


def _asked(root: Path, config: MkDocsConfig, standing: Standing) -> "States | None":
    """What the disk says of all that the site is made from; None where it refuses: reading tells where.

    A second process asks this, then the site's folder, while the first loads what a record is.
    """
    places = [root / "docs", root / "data", root / hosts.BUILT, *_printed(root, config)]
    ask = partial(inputs.asked, places)
    if _two():
        ask, standing.ask = apart.begun(ask, standing.ask)
        import_module("gandan.model")
    try:
        return inputs.states(ask())
    except OSError:
        return None


def _two() -> bool:
    """Whether a second process may help: GANDAN_CORES=1 forbids it, and a preview has threads."""
    return COMMANDS == ["build"] and os.environ.get("GANDAN_CORES") != "1"


def _printed(root: Path, config: MkDocsConfig) -> list[Path]:
    """What all pages are printed with: settings, templates, these hooks."""
    return [
        Path(config.config_file_path),
        Path(config.theme.custom_dir),
        *(root / one for one in config.hooks),
    ]


def _bytes(places: list[Path]) -> Iterator[bytes]:
    for place in places:
        if place.is_file():
            yield place.read_bytes()
        for path in sorted(path for path, _ in disk.files(place)):
            yield path.encode() + (place / path).read_bytes()


def _tell(told: tuple[problems.Problem, ...]) -> None:
    for problem in told:
        fatal = problem.level is problems.Level.ERROR
        log.log(logging.ERROR if fatal else logging.INFO, "%s", problem)
    if errors := problems.errors(told):
        raise PluginError(f"{len(errors)} lỗi trong nội dung, xem ở trên; trang chưa được dựng lại.")


def _settle(config: MkDocsConfig, building: "Building") -> None:
    """What templates and Markdown need to know; a ward with errors goes no further."""
    config.extra["problems"] = building.problems  # for whoever looks at a preview
    _tell(building.problems)
    portal, prose = building.portal, import_module("gandan.prose")
    config.site_url = config.site_url or portal.ward.site_url
    config.site_name = portal.ward.name
    config.markdown_extensions = [*prose.EXTENSIONS, prose.Prose()]
    config.mdx_configs = prose.configuration()
    config.theme.static_templates -= {"sitemap.xml"}  # MkDocs' own carries the clock of the machine
    config.extra |= {
        "building": building,
        "editing": _editing(config),
        "portal": portal,
        "today": building.today,
        "plans": building.plans,
        "ways": import_module("gandan.views.home").ways(portal),
        "canonical": building.canonical,
    }


def _editing(config: MkDocsConfig) -> hosts.Host | None:
    """Where the web editor saves, if mkdocs.yml switches it on."""
    try:
        host = hosts.host(config.extra.get("editor"))
        if host:
            import_module("gandan.editing.files").ready(host, Path(config.config_file_path).parent)
    except hosts.Wrong as error:
        raise PluginError(str(error)) from None
    return host


def _hide(config: MkDocsConfig) -> None:
    """What would cost MkDocs a second at 10,000 pages: it neither walks through the archive nor through the
    templates of Material, and the folder that it clears before it writes is none."""
    config.extra |= {"site": config.site_dir, "docs": config.docs_dir, "templates": config.theme.dirs}
    config.site_dir = config.docs_dir = str(Path(config.config_file_path).parent / ".cache" / "trong")
    config.theme.dirs = [config.theme.custom_dir]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Of the pages those that must be made; any other is found when a link asks for it."""
    gc.freeze()
    gc.set_threshold(MANY)
    gc.enable()
    extra = config.extra
    config.docs_dir = extra["docs"]
    faces = [file for file in files if file.src_dir == config.theme.custom_dir]
    extra["faces"] = list(_faces(faces))
    return Wanted(extra["building"], config)


def on_shutdown() -> None:
    gc.freeze()  # all goes with the process: Python would look through it once more


def _faces(files: list[File]) -> Iterator[Output]:
    """Scripts, styles and fonts in the form in which they are published."""
    theirs = [file for file in files if file.src_uri.startswith("assets/")]
    yield from scripts.published(
        {one.src_uri: one.content_string for one in theirs if one.src_uri.endswith(FACES)}
    ).values()
    for file in theirs:
        if not file.src_uri.endswith(FACES):
            yield made(file.src_uri, file.content_bytes)
