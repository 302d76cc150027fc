"""`gandan check --privacy`: what a ward lets out of people's data, why, and who decided so."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TypeAlias

from gandan.cache import Store
from gandan.privacy import gate
from gandan.privacy.annexes import Holder
from gandan.privacy.finding import Kind, masked
from gandan.privacy.permits import Used
from gandan.read import files

Rows: TypeAlias = list[dict[str, object]]
KINDS: Mapping[str, str] = {
    Kind.IDENTITY: "số căn cước, CMND",
    Kind.TELEPHONE: "số điện thoại",
    Kind.ACCOUNT: "số tài khoản",
    Kind.BIRTH: "ngày sinh",
    Kind.PLATE: "biển số xe",
    Kind.CONDITION: "sức khoẻ, hoàn cảnh",
    Kind.LIST: "danh sách người",
}


def tell(root: Path, today: date, form: str) -> str:
    """The report of a ward's folder on a day, as text or as JSON."""
    folder = files.folder(root)
    numbers, data = gate.offices(folder.raws), lambda file: (root / file).read_bytes()
    watched = gate.watched(folder, numbers, data, today, Store(None))
    exceptions = [_exception(one) for one in watched.permits]
    lists = [
        _list(file, one, today) for file, items in watched.holders.items() for one in items if one.naming
    ]
    if form == "json":
        return json.dumps({"exceptions": exceptions, "lists": lists}, ensure_ascii=False, indent=1) + "\n"
    return "\n".join(_lines(exceptions, lists)) + "\n"


def _exception(used: Used) -> dict[str, object]:
    permit = used.permit
    return {
        "file": used.place.file,
        "line": used.place.line,
        "allows": str(permit.allows),
        "value": _shown(permit.value) if permit.value else None,
        "reason": permit.reason,
        "approved_by": permit.approved_by,
        "date": permit.date.isoformat(),
        "places": [f"{one.file}:{one.line}" for one in used.found],
    }


def _shown(value: str) -> str:
    return masked(value) if sum(one.isdecimal() for one in value) > 4 else value


def _list(file: str, holder: Holder, today: date) -> dict[str, object]:
    assert holder.naming
    return {
        "file": file,
        "item": holder.raw.file,
        "basis": holder.naming.basis,
        "until": holder.naming.until.isoformat(),
        "shown": today <= holder.naming.until,
    }


def _lines(exceptions: Rows, lists: Rows) -> Iterator[str]:
    for one in exceptions:
        what = KINDS[str(one["allows"])]
        what += f" {one['value']}" if one["value"] else ", mọi chỗ trong bài"
        places = one["places"]
        count = len(places) if isinstance(places, list) else 0
        yield f"{one['file']}:{one['line']} {what}. Lý do: {one['reason']}."
        yield f"  Duyệt: {one['approved_by']}, {_day(one['date'])}. Cho qua {count} chỗ."
    for one in lists:
        state = "đang đăng" if one["shown"] else "đã gỡ"
        yield f"{one['file']} danh sách có tên người, {state}, đến hết {_day(one['until'])}."
        yield f"  Căn cứ: {one['basis']}. Trong bài {one['item']}."
    yield f"{len(exceptions)} ngoại lệ, {len(lists)} danh sách có tên người."


def _day(iso: object) -> str:
    return f"{date.fromisoformat(str(iso)):%d/%m/%Y}"
