"""The portal hands each template its view. Second hook of three.

Of pages whose text needs Markdown MkDocs is asked, for it knows where links lead. All others, nine of ten,
need nothing of it: they are printed here, one after the other.
"""

import json
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from jinja2 import Environment, StrictUndefined, pass_context
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url, normalize_url
from mkdocs.utils.templates import url_filter

from compiled import Compiled
from gandan import addresses, bearings, moulds

if TYPE_CHECKING:
    from gandan.views.site import Plan


class Bare(NamedTuple):
    """A page that MkDocs does not know, as far as a template asks for it."""

    url: str
    content: str


def on_page_read_source(page: Page, config: MkDocsConfig) -> str:
    """Only the body and a safe title: MkDocs' own reader of front matter never sees what staff wrote."""
    plan = config.extra["plans"][page.url]
    body = config.extra["building"].text(plan)
    return f"---\ntitle: {json.dumps(plan.title, ensure_ascii=False)}\n---\n\n{body}"


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    page.meta["template"] = f"records/{config.extra['plans'][page.url].template}.html"
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Citations become links, stamps become times, pictures get their sizes."""
    made = _finished(html, page.url, config)
    if "<img" in made:
        pictures = import_module("gandan.views.pictures")
        made = pictures.placed(made, page.url, config.extra["portal"].pictures)
    return made


def _finished(html: str, address: str, config: MkDocsConfig) -> str:
    return str(_prose().finish(html, config.extra["portal"].register, _href(address)))


def _href(address: str) -> Callable[[str], str]:
    """The way from a page to that of a directive."""
    return lambda identity: get_relative_url(addresses.of_directive(identity), address)


def _prose() -> Any:
    return import_module("gandan.prose")


def _linked(address: str, config: MkDocsConfig, text: str) -> Markup:
    """The words of a field, with its citations as links."""
    return Markup(_finished(str(escape(text)), address, config))


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    config.extra["nav"] = nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    env.undefined = StrictUndefined  # a name that a view lacks stops the build
    env.trim_blocks = env.lstrip_blocks = True
    env.optimized = False  # to fold what is constant costs more than to print it
    env.autoescape = True  # whatever staff wrote is words, never markup
    env.cache = {}  # every template stays, and which was asked for last is nobody's concern
    config.extra |= {"frame": {}, "pieces": moulds.Moulds(), "env": env}
    env.loader.searchpath += config.extra["templates"]  # of Material, for its icons
    env.globals |= {"shared": _shared, "cast": _cast}
    env.filters["url"] = _url
    env.bytecode_cache = Compiled(env)


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


@pass_context
def _cast(context: Context, macro: Macro, value: tuple[Any, ...], *choice: Any) -> Markup:
    """What a macro prints of one of thousands of values, from a mould (hooks/gandan/moulds.py)."""
    pieces: moulds.Moulds = context["config"].extra["pieces"]
    way = partial(_way, context["address"])
    return Markup(pieces.page((macro.name, choice), value, lambda one: macro(one, *choice), way))


@pass_context
def _url(context: Context, target: str) -> str:
    """An address of the site as seen from a page; MkDocs knows what to do with any other."""
    page = context["address"]
    if page is None:
        return str(url_filter(context, target))  # type: ignore[arg-type]
    return moulds.placed(target) or _way(page, target)


def _way(page: str, target: str) -> str:
    seen = bearings.seen(target, page)
    return seen if seen is not None else str(normalize_url(target, Bare(page, "")))  # type: ignore[arg-type]


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    context |= _told(config.extra["plans"][page.url], config)


def _told(plan: "Plan", config: MkDocsConfig) -> dict[str, Any]:
    """What the template of a page prints."""
    view, address = plan.view(), plan.address
    return {
        "view": view,
        "described": config.extra["building"].descriptions.of(plan, view),
        "canonical": config.extra["building"].canonical(address),
        "address": address,
        "section": _section(address),
        "root": "../" * address.count("/") or "./",
        "linked": partial(_linked, address, config),
        "qr": _qr,
    }


def _qr(url: str) -> Markup:
    return Markup(import_module("gandan.qr").svg(url, f"Mã QR dẫn đến {url}"))


def _section(address: str) -> str:
    return address.split("/")[0] + "/" if address else ""


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> None:
    context |= {"address": None, "section": None, "root": context["base_url"].rstrip("/") + "/"}
    context["view"] = {"title": "Không tìm thấy trang", "crumbs": (), "today": None}


def on_post_build(config: MkDocsConfig) -> None:
    """Every page that needs nothing of MkDocs; news from moulds, for there are thousands."""
    news, made = moulds.Moulds(), config.extra["made"]
    for plan, html in _bare(config):
        told = _told(plan, config)
        render = partial(_page, plan, told, config)
        values = told["view"], told["described"], told["canonical"], html
        if plan.template == "news":
            frame, way = (told["section"], told["root"]), partial(_way, plan.address)
            made[plan.page] = news.page(frame, values, render, way).encode()
        else:
            made[plan.page] = render(values).encode()


def _page(plan: "Plan", told: dict[str, Any], config: MkDocsConfig, values: tuple[Any, ...]) -> str:
    """What its template prints: view, description, full address and text of a page."""
    view, described, canonical, html = values
    frame = {"config": config, "nav": config.extra["nav"], "page": Bare(plan.address, html)}
    shown = {"view": view, "described": described, "canonical": canonical}
    template = config.extra["env"].get_template(f"records/{plan.template}.html")
    return str(template.render(frame | told | shown))


def _bare(config: MkDocsConfig) -> Iterator[tuple["Plan", str]]:
    """The pages to be made whose text needs no Markdown, with its HTML."""
    building, finished, register = (
        config.extra["building"],
        _prose().finished,
        config.extra["portal"].register,
    )
    for address, marked in building.marked.items():
        if not marked:
            plan = building.plans[address]
            yield plan, finished(building.text(plan), building.named(plan), register, _href(address))
