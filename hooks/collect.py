"""MkDocs asks for files; the portal answers with pages. First hook of three."""

import json
import logging
from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from gandan import addresses, clock, problems, prose, scripts
from gandan.assemble import assemble
from gandan.editing import files as editing
from gandan.editing import hosts
from gandan.relate.portal import Portal
from gandan.views import home, site

log = logging.getLogger("mkdocs.gandan")
FACES = tuple(scripts.TYPES)


def on_config(config: MkDocsConfig) -> None:
    """Read, check and relate the ward before MkDocs opens a page, so that nothing broken gets through."""
    try:
        today = clock.today()
    except clock.NotADay as error:
        raise PluginError(str(error)) from None
    joined = assemble(Path(config.config_file_path).parent, today)
    config.extra["problems"] = joined.problems  # for whoever looks at a preview
    _tell(joined.problems)
    portal = joined.portal
    config.site_url = config.site_url or portal.ward.site_url
    config.site_name = portal.ward.name
    config.markdown_extensions = [*prose.EXTENSIONS, prose.Prose()]
    config.mdx_configs = prose.configuration()
    config.theme.static_templates -= {"sitemap.xml"}  # MkDocs' own carries the clock of the machine
    config.extra |= {
        "editing": _editing(config),
        "portal": portal,
        "today": today,
        "plans": _plans(portal, today),
        "ways": home.ways(portal),
        "canonical": lambda address: addresses.full(config.site_url, address),
    }


def _editing(config: MkDocsConfig) -> hosts.Host | None:
    """Where the web editor saves, if mkdocs.yml switches it on."""
    try:
        host = hosts.host(config.extra.get("editor"))
        editing.ready(host, Path(config.config_file_path).parent)
    except hosts.Wrong as error:
        raise PluginError(str(error)) from None
    return host


def _tell(told: tuple[problems.Problem, ...]) -> None:
    for problem in told:
        fatal = problem.level is problems.Level.ERROR
        log.log(logging.ERROR if fatal else logging.INFO, "%s", problem)
    if errors := problems.errors(told):
        raise PluginError(f"{len(errors)} lỗi trong nội dung, xem ở trên; trang chưa được dựng lại.")


def _plans(portal: Portal, today: date) -> dict[str, site.Plan]:
    plans: dict[str, site.Plan] = {}
    for plan in site.plans(portal, today):
        if plan.address in plans:
            hint = "Xem data/dia-chi-cu.yml và tên các tệp."
            raise PluginError(f"hai trang cùng địa chỉ /{plan.address}: «{plan.title}». {hint}")
        plans[plan.address] = plan
    return plans


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Give every planned page a file, and keep back what is not to be published."""
    plans = config.extra["plans"]
    written = {plan.file.removeprefix("docs/"): plan for plan in plans.values() if plan.file}
    for file in list(files):
        if file.inclusion.is_included() and not _published(file, written, config):
            files.remove(file)
        elif plan := written.get(file.src_uri):
            file.dest_uri = f"{plan.address}index.html"
    for plan in plans.values():
        if plan.file is None:
            front = f"---\ntitle: {json.dumps(plan.title, ensure_ascii=False)}\n---\n"
            page = File.generated(config, f"{plan.address}index.md", content=front)
            page.inclusion = InclusionLevel.NOT_IN_NAV
            files.append(page)
    _shorten(files)


def _shorten(files: Files) -> None:
    """Scripts and styles in the form in which they are published."""
    faces = [file for file in files if file.src_uri.startswith("assets/") and file.src_uri.endswith(FACES)]
    texts = scripts.published({file.src_uri: file.content_string for file in faces})
    for file in faces:
        if file.src_uri in texts:
            file.content_string = texts[file.src_uri]
        else:
            files.remove(file)


def _published(file: File, written: dict[str, site.Plan], config: MkDocsConfig) -> bool:
    theirs = file.src_uri.startswith("assets/")  # where the faces keep theirs
    if file.src_dir != config.docs_dir:
        return theirs and file.src_dir == config.theme.custom_dir  # our own, none of Material's scripts
    if file.is_documentation_page():
        return file.src_uri in written
    withheld = f"docs/{file.src_uri}" in config.extra["portal"].withheld
    return addresses.published(file.src_uri) and not withheld and not theirs
