"""Which kinds the editor offers, where their files lie, how a new file is named."""

from datetime import date
from typing import Any

from gandan import sections
from gandan.editing import records
from gandan.editing.fields import Field, fields
from gandan.editing.records import BODY, PAGE, RECORD, Collection
from gandan.model import Directive, Item, Page
from gandan.model.fields import SLUG_FORM

_ARRANGED = {
    "sortable_fields": {
        "fields": ["date", "title"],
        "default": {"field": "date", "direction": "descending"},
    },
    "view_groups": [{"label": "Năm", "field": "date", "pattern": r"\d{4}"}],
}


def collections(day: date) -> list[Collection]:
    """Every kind in the order of its use; the calendar has the years around `day`."""
    return [
        *map(_section, sections.SECTIONS),
        records.calendar(day.year),
        _directives(),
        _about(),
        records.heads(),
        {"name": "ngan-cach", "divider": True},
        records.lists(),
    ]


def _named(what: str) -> dict[str, Any]:
    said = f"Chưa đúng cách viết. Chữ thường không dấu, số, gạch nối, như {what}."
    return {
        "editable": ["create"],
        "hint": "Tên tệp, làm địa chỉ trang; đăng rồi thì không đổi nữa",
        "pattern": [f"^{SLUG_FORM}$", said],
    }


def _section(section: sections.Section) -> Collection:
    """The items of a section; a new one lies in the folder of its year, named by its day and title."""
    return {
        "name": section.folder.rstrip("/"),
        "label": section.name,
        "label_singular": section.noun,
        "folder": f"docs/{section.folder.rstrip('/')}",
        "path": "{{year}}/{{slug}}",
        "slug": {"template": "{{year}}-{{month}}-{{day}}-{{title}}", **_named("2026-11-20-ngay-hoi")},
        "format": PAGE,
        "summary": "{{title}} ({{date | date('DD/MM/YYYY')}})",
        **_ARRANGED,
        # Beside the item; the editor would give every item of a year a folder of its own.
        "media_folder": f"/docs/{section.folder}{{{{year}}}}/anh",
        "public_folder": "./anh",
        "fields": _ordered(section.model),
    }


def _ordered(model: type[Item]) -> list[Field]:
    """What an officer thinks of first stands first: title, what only this kind has, words, pictures."""
    named = {field["name"]: field for field in [*fields(model), BODY]}
    own = [name for name in named if name not in {*Item.model_fields, "body"}]
    first = [
        "title",
        "date",
        *own,
        "description",
        "body",
        "image",
        "image_alt",
        "image_caption",
        "attachments",
    ]
    return [named[name] for name in dict.fromkeys((*first, *named))]


def _directives() -> Collection:
    return {
        "name": "van-ban",
        "label": "Văn bản",
        "label_singular": "văn bản",
        "folder": "data/van-ban",
        "slug": {"template": "{{number}}", **_named("12-kh-ubnd-2026")},
        "format": RECORD,
        "identifier_field": "title",
        "summary": "{{number}} – {{title}}",
        "media_folder": "/docs/van-ban",
        "public_folder": "",
        "fields": fields(Directive),
    }


def _about() -> Collection:
    return {
        "name": "gioi-thieu",
        "label": "Giới thiệu",
        "label_singular": "trang giới thiệu",
        "folder": "docs/gioi-thieu",
        "slug": {"template": "{{title}}", **_named("lien-he")},
        "format": PAGE,
        "media_folder": "anh",
        "public_folder": "anh",
        "fields": [*fields(Page), BODY],
    }
