"""MkDocs asks for a page; the portal hands its template a view. Second hook of three."""

import json
from collections.abc import Iterator
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from gandan import addresses

if TYPE_CHECKING:
    from gandan.views.site import Plan


class Leaf(Page):
    """A page outside the menu. Of a text without any mark MkDocs need not be asked what becomes of it.

    `quiet` tells that its HTML reads as its source does, and that no citation was read there.
    """

    quiet = False

    def read_source(self, config: MkDocsConfig) -> None:
        plan = config.extra["plans"][self.url]
        self.markdown, self.meta = _body(plan, config), {"title": plan.title}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        made = _prose().paragraphs(self.markdown or "", "<br />")
        if made is None:
            super().render(config, files)
        else:
            self.content, self.present_anchor_ids = made, set()
            written = config.extra["bodies"].get(config.extra["plans"][self.url].file)
            alike = "<br />" not in made and "&" not in made
            self.quiet = alike and getattr(written, "named", None) == ""


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Every page but those of the menu, whose names MkDocs takes from there."""
    portal, menu = config.extra["portal"], set(_named(config.nav))
    config.extra["bodies"] = {one.file: one for one in (*portal.articles, *portal.pages.values())}
    for file in files.documentation_pages():
        if file.src_uri not in menu:
            file.page = Leaf(None, file, config)


def _named(menu: Any) -> Iterator[str]:
    """The files that stand in the menu, at any depth."""
    if isinstance(menu, str):
        yield menu
    else:
        for entry in menu.values() if isinstance(menu, dict) else menu or ():
            yield from _named(entry)


def on_page_read_source(page: Page, config: MkDocsConfig) -> str:
    """Only the body and a safe title: MkDocs' own reader of front matter never sees what staff wrote."""
    plan = config.extra["plans"][page.url]
    return f"---\ntitle: {json.dumps(plan.title, ensure_ascii=False)}\n---\n\n{_body(plan, config)}"


def _body(plan: "Plan", config: MkDocsConfig) -> str:
    """The Markdown of a page, as it passed the door; nothing where no file belongs to it."""
    written = config.extra["bodies"].get(plan.file)
    return written.body if written else ""


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    page.meta["template"] = f"records/{config.extra['plans'][page.url].template}.html"
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Citations become links, stamps become times, pictures get their sizes."""
    if isinstance(page, Leaf) and page.quiet:
        return str(_prose().clock(html))
    made = _finished(html, page, config)
    if "<img" in made:
        pictures = import_module("gandan.views.pictures")
        made = pictures.placed(made, page.url, config.extra["portal"].pictures)
    return made


def _finished(html: str, page: Page, config: MkDocsConfig) -> str:
    def href(identity: str) -> str:
        return get_relative_url(addresses.of_directive(identity), page.url)

    return str(_prose().finish(html, config.extra["portal"].register, href))


def _prose() -> Any:
    return import_module("gandan.prose")


def _linked(page: Page, config: MkDocsConfig, text: str) -> Markup:
    """The words of a field, with its citations as links."""
    return Markup(_finished(str(escape(text)), page, config))


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    env.undefined = StrictUndefined  # a name that a view lacks stops the build
    env.trim_blocks = env.lstrip_blocks = True
    env.autoescape = True  # whatever staff wrote is words, never markup
    env.cache = {}  # every template stays, and which was asked for last is nobody's concern
    config.extra["frame"] = {}
    env.loader.searchpath += config.extra["templates"]  # of Material, for its icons
    env.globals["shared"] = _shared


@pass_context
def _shared(context: Context, name: str, **choice: Any) -> Markup:
    """A part of the frame, made once for all pages to which it is the same: equally deep in one section.

    Its lines are for engineers: no part of the frame has two tags whose parting would be seen.
    """
    at_head = context["address"] == context["section"]
    key = (name, context["root"], context["section"], at_head, *choice.values())
    made: dict[Any, Markup] = context["config"].extra["frame"]
    if key not in made:
        template = context.environment.get_template(f"parts/{name}.html")
        made[key] = Markup(template.render(context.get_all() | choice).replace(">\n<", "><"))
    return made[key]


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    plan = config.extra["plans"][page.url]
    context["view"] = view = plan.view()
    context["described"] = config.extra["building"].descriptions.of(plan, view)
    linked = partial(_linked, page, config)
    context |= {"address": page.url, "section": _section(page.url), "linked": linked, "qr": _qr}
    context["root"] = "../" * page.url.count("/") or "./"


def _qr(url: str) -> Markup:
    return Markup(import_module("gandan.qr").svg(url, f"Mã QR dẫn đến {url}"))


def _section(address: str) -> str:
    return address.split("/")[0] + "/" if address else ""


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> None:
    context |= {"address": None, "section": None, "root": context["base_url"].rstrip("/") + "/"}
    context["view"] = {"title": "Không tìm thấy trang", "crumbs": (), "today": None}
