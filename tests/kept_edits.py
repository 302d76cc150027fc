"""What people do to a ward between two builds: each edit changes one thing, at random, of the ward's files.

An edit may break the ward; whoever asks for it looks whether it can still be built.
"""

import io
import os
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeAlias

import attached
import forked
import kept_ward
import ward
import yaml
from PIL import Image

Fields: TypeAlias = dict[str, Any]
DAYS = ("2026-10-01", "2026-11-19", "2026-11-22", "2026-11-23", "2026-12-05", "2027-02-01")
TITLES = (
    "Họp tổ 2",
    "Quy chế đối thoại",
    "Sửa hẻm 27",
    "Tiếp dân: lịch mới",
    "Số 08/2023/QĐ-UBND",
    "A < B & C",
)
TOPICS, GROUPS = ("dan-chu", "doi-thoai"), ("to-1", "to-2")
DIRECTIVES = ("quy-che-moi", "quy-che-cu", "ke-hoach-doi-thoai")
FAR = (-40, -1, 1, 1, 1, 7, 30, 90, 400)  # days


@dataclass
class Ward:
    """A ward below `root` on a day; `chance` decides, `names` counts what was made."""

    root: Path
    chance: random.Random
    today: date = ward.TODAY
    names: int = field(default=0)

    def files(self, pattern: str) -> list[Path]:
        """The files of a pattern, in an order that depends on nothing else."""
        return sorted(self.root.glob(pattern))

    def item(self, folder: str = "*") -> Path:
        """An item, most often news."""
        folder = self.chance.choice([folder, folder if folder != "*" else "tin-tuc"])
        found = [one for one in self.files(f"docs/{folder}/2*/*.md") if one.name != "index.md"]
        return self.chance.choice(found)

    def fresh(self) -> int:
        self.names += 1
        return self.names


@contextmanager
def facts(path: Path) -> Iterator[Any]:
    """The content of a file of facts, to be changed."""
    found = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    yield found
    path.write_text(_yaml(found), "utf-8")


@contextmanager
def front(path: Path) -> Iterator[Fields]:
    """The fields of an item, to be changed."""
    _, head, body = path.read_text("utf-8").split("---\n", 2)
    found: Fields = yaml.load(head, yaml.BaseLoader)
    yield found
    path.write_text(f"---\n{_yaml(found)}---\n{body}", "utf-8")


class _Plain(yaml.SafeDumper):
    """Writes equal values out each time: the house refuses YAML's own marks."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _yaml(found: object) -> str:
    return yaml.dump(found, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=10_000)


def put(found: Fields, name: str, value: Any) -> None:
    """A field gets a value, or loses the one that it has."""
    if name in found and found[name] == value:
        del found[name]
    else:
        found[name] = value


def body(one: Ward) -> None:
    path = one.item()
    words = one.chance.choice(kept_ward.WORDS).format(number=one.fresh())
    text = path.read_text("utf-8")
    path.write_text(f"{text}\n{words}\n", "utf-8")


def one_letter(one: Ward) -> None:
    """The same length and the same time: only the disk's own clock tells."""
    path = one.item()
    state, text = path.stat(), path.read_text("utf-8")
    head, mark, tail = text.rpartition(" ")
    path.write_text(f"{head}{mark}{tail[:1].swapcase()}{tail[1:]}", "utf-8")
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))


def common(one: Ward) -> None:
    """A field that every kind has."""
    choose = one.chance.choice
    values: Fields = {
        "title": f"{choose(TITLES)} {one.fresh()}",
        "description": f"{choose(TITLES)}, theo Quyết định 05/2019/QĐ-UBND ngày 20/02/2019.",
        "topics": choose([[TOPICS[0]], [TOPICS[1]], list(TOPICS), list(TOPICS[::-1])]),
        "groups": choose([[GROUPS[0]], [GROUPS[1]], list(GROUPS)]),
        "directives": choose([[DIRECTIVES[0]], [DIRECTIVES[1]], list(DIRECTIVES)]),
        "unit": f"Văn phòng {one.fresh()}",
        "author": "Trần Văn Mẫu",
        "source": "Báo Mẫu",
        "updated": choose(DAYS[1:3]),
        "corrections": [{"date": choose(DAYS[:3]), "text": "Sửa Quyết định 08/2023/QĐ-UBND ngày 12/6/2023."}],
    }
    name = choose(list(values))
    with front(one.item()) as found:
        put(found, name, values[name])


def day(one: Ward) -> None:
    with front(one.item("tin-tuc")) as found:
        found["date"] = (
            f"{found['date'][:4]}-{one.chance.randrange(1, 11):02}-{one.chance.randrange(1, 29):02}"
        )


def draft(one: Ward) -> None:
    with front(one.item()) as found:
        put(found, "draft", "true")


OWN: Fields = {
    "lay-y-kien": ("opens", "closes", "promised"),
    "thong-bao": ("from", "until"),
    "hoi-dap": ("answered",),
    "giam-sat": ("answered",),
    "bieu-quyet": ("held",),
    "mo-hinh": ("date",),
    "cong-khai": ("decided", "date"),
}


def term(one: Ward) -> None:
    """A day that the state of an item follows from."""
    folder = one.chance.choice(sorted(OWN))
    with front(one.item(folder)) as found:
        put(found, one.chance.choice(OWN[folder]), one.chance.choice(DAYS))


def vote(one: Ward) -> None:
    with front(one.item("bieu-quyet")) as found:
        found["for"] = str(one.chance.randrange(1, int(found.get("present", "60"))))
        found["against"] = "1"


def new(one: Ward) -> None:
    path = one.item()
    made = path.with_name(
        f"{path.name[:10]}-moi-{one.fresh()}.md" if "tin-tuc" in str(path) else f"m{one.fresh()}.md"
    )
    shutil.copyfile(path, made)


def gone(one: Ward) -> None:
    one.item().unlink()


def renamed(one: Ward) -> None:
    path = one.item()
    path.rename(path.with_name(f"{path.stem}-{one.fresh()}.md"))


def touched(one: Ward) -> None:
    os.utime(one.item())


def attachment(one: Ward) -> None:
    """A file beside an item: new and named, changed, or named with its last day."""
    path, what = one.item(), one.chance.randrange(4)
    sheets = one.files("docs/*/2*/*.xlsx")
    if sheets and what == 0:
        one.chance.choice(sheets).write_bytes(
            attached.sheet("Mục\tSố", *["Một\t2"] * one.chance.randrange(900))
        )
    elif sheets and what == 1:
        one.chance.choice(sheets).unlink()
    else:
        name = f"so-{one.fresh()}.xlsx"
        path.with_name(name).write_bytes(attached.sheet("Mục\tSố", "Một\t2"))
        told: Fields = {"file": name, "title": "Số liệu"}
        if what == 2:
            told["names"] = {"basis": "Điều 11 Luật 10/2022/QH15", "until": one.chance.choice(DAYS)}
        with front(path) as found:
            put(found, "attachments", [told])


def recording(one: Ward) -> None:
    """An item gets a recording, or the file of one becomes longer."""
    sounds = one.files("docs/*/2*/*.mp3")
    path = one.chance.choice(sounds) if sounds and one.chance.random() < 0.5 else None
    if path is None:
        item, name = one.item(), f"loi-{one.fresh()}.mp3"
        path = item.with_name(name)
        with front(item) as found:
            found |= {"audio": name, "audio_machine": one.chance.choice(("true", "false"))}
    path.write_bytes(b"ID3" + bytes(one.chance.randrange(90_000)))


def picture(one: Ward) -> None:
    """A picture opens an item; sometimes another stands in the words."""
    path, name = one.item(), f"anh-{one.fresh()}.png"
    path.with_name(name).write_bytes(_drawn(one))
    if one.chance.random() < 0.5:
        path.write_text(f"{path.read_text('utf-8')}\n![Tổ 2 gói bánh]({name})\n", "utf-8")
    with front(path) as found:
        found |= {"image": name, "image_alt": "Tổ 1 gói bánh", "image_caption": one.chance.choice(TITLES)}


def another_picture(one: Ward) -> None:
    """The same name, another picture, often of another size."""
    if not one.files("docs/*/2*/*.png"):
        picture(one)
    one.chance.choice(one.files("docs/*/2*/*.png")).write_bytes(_drawn(one))


def _drawn(one: Ward) -> bytes:
    """A picture of some size and colour, or one that is none after its head."""
    size = one.chance.choice(((640, 360), (640, 480), (300, 200), (1500, 20)))
    if one.chance.random() < 0.2:
        return attached.png(*size)
    out = io.BytesIO()
    Image.new("L", size, one.fresh() % 256).save(out, "PNG")
    return out.getvalue()


def permit(one: Ward) -> None:
    """Somebody's own number stands in an item, with an exception for it."""
    path = one.item()
    with front(path) as found:
        found["privacy"] = [
            {
                "allows": "telephone", "value": "0912 345 678", "reason": "Người ấy đồng ý",
                "approved_by": "Chủ tịch Trần Văn Mẫu", "date": "2026-11-01",
            }
        ]  # fmt: skip
    path.write_text(f"{path.read_text('utf-8')}\nGọi 0912 345 678.\n", "utf-8")


def directive(one: Ward) -> None:
    """What a document says of itself, and what it does to others."""
    choose = one.chance.choice
    values: Fields = {
        "title": f"{choose(TITLES)} {one.fresh()}",
        "aliases": [choose(["Quy chế đối thoại", "họp", "Số liệu", "buổi đối thoại"])],
        "expires": choose(DAYS),
        "effective": choose(("2023-07-01", "2026-11-22", "2026-11-25")),
        "issued": choose(("2023-06-12", "2019-02-20", "2026-01")),
        "force": choose(("unknown", "partly", "suspended")),
        "relations": [
            {
                "kind": choose(("replaces", "amends", "repealed_by")),
                "target": choose(("quy-che-cu", "77/2020/QĐ-UBND")),
            }
        ],
        "topics": [choose(TOPICS)],
        "summary": f"Lời {one.fresh()}. Xem 12-KH/ĐU ngày 02/01/2026.",
        "number": choose(("12-KH/ĐU", "08/2023/QĐ-UBND", f"{one.fresh()}/2024/QĐ-UBND")),
        "issuer": choose(("ubnd-ben-mau", "dang-uy-ben-mau")),
        "checked": choose(DAYS[:3]),
        "signer": "Trần Văn Mẫu",
    }
    name = choose(list(values))
    with facts(choose(one.files("data/van-ban/*.yml"))) as found:
        put(found, name, values[name])


def another_directive(one: Ward) -> None:
    """A new document: sometimes the one that an item names already."""
    text = ward.RULES.replace("08/2023", one.chance.choice(("999/2024", "08/2023", "77/2025")))
    text = text.replace("2023-06-12", one.chance.choice(("2023-06-13", "2025-01-02")))
    (one.root / f"data/van-ban/them-{one.fresh()}.yml").write_text(text, "utf-8")


def lost_directive(one: Ward) -> None:
    """One that came later, or the plan, which nothing needs but the items that name it."""
    later = one.files("data/van-ban/them-*.yml")
    found = [*later, *one.files("data/van-ban/ke-hoach-*.yml")] or one.files("data/van-ban/*.yml")
    if not found:  # after a long walk
        return
    path = one.chance.choice(found)
    path.unlink()
    for item in one.files("docs/*/2*/*.md"):
        if path.stem in item.read_text("utf-8"):
            with front(item) as found:
                found["directives"] = [name for name in found.get("directives", []) if name != path.stem]


def killed(one: Ward) -> None:
    """A build that somebody ended, or that ended by itself before."""
    running = forked.begun(one.root, str(one.today), "--quiet")
    running.ended(one.chance.uniform(0.1, 1.5))
    running.kill()
    running.end()


def kept(one: Ward) -> None:
    """A file of the cache is cut, lost, or stands in another's place."""
    there = [path for path in one.files(".cache/**/*") if path.is_file() and path.stat().st_size > 40]
    for path in one.chance.sample(there, min(3, len(there))):
        what, data = one.chance.randrange(4), bytearray(path.read_bytes())
        if what == 0:
            path.unlink()
        elif what == 1:
            path.write_bytes(data[: one.chance.randrange(len(data))])
        elif what == 2:
            path.write_bytes(one.chance.choice(there).read_bytes() if there[0].exists() else b"")
        else:
            data[one.chance.randrange(len(data))] ^= 1 << one.chance.randrange(8)
            path.write_bytes(data)


def entry(one: Ward) -> None:
    """A field of one entry of a list of facts."""
    name, fields = one.chance.choice(
        [
            ("data/chu-de.yml", {"name": TITLES, "description": TITLES}),
            ("data/to-dan-pho.yml", {"name": TITLES, "description": TITLES, "head": ("Bà Lê Thị Mẫu",)}),
            ("data/to-dan-pho.yml", {"households": ("12", "900"), "telephone": ("0200 000 0012",)}),
            ("data/co-quan.yml", {"name": TITLES, "family": ("state", "party")}),
            ("data/quy-tac.yml", {"what": TITLES, "basis": TITLES, "n": ("3", "15", "90")}),
            ("data/quy-tac.yml", {"valid_from": DAYS, "valid_to": DAYS, "share": ("1/2", "2/3")}),
            ("data/lich/2026.yml", {"title": TITLES, "place": TITLES, "host": TITLES, "result": TITLES}),
            ("data/lich/2026.yml", {"announced": DAYS[:3], "skips": (["2026-11-26"], ["2026-12-03"])}),
            ("data/ke-hoach-cong-khai.yml", {"title": TITLES, "due": DAYS, "item": ("2", "12", "14")}),
            ("data/viet-tat.yml", {"long": ("tối thứ Bảy", "đối thoại", "Ủy ban nhân dân")}),
        ]
    )
    key = one.chance.choice(sorted(fields))
    with facts(one.root / name) as found:
        put(one.chance.choice(found), key, one.chance.choice(fields[key]))


def order(one: Ward) -> None:
    """Entries in another order, one less, one more."""
    names = ("chu-de", "to-dan-pho", "co-quan", "quy-tac", "ke-hoach-cong-khai", "viet-tat", "lich/2026")
    with facts(one.root / f"data/{one.chance.choice(names)}.yml") as found:
        what = one.chance.randrange(3)
        if what == 0:
            one.chance.shuffle(found)
        elif what == 1 and len(found) > 1:
            found.pop()
        else:
            key = next(key for key in ("slug", "id", "short", "title") if key in found[0])
            found.append(found[0] | {key: f"them-{one.fresh()}"})


def event(one: Ward) -> None:
    """Cancelled, postponed, moved, repeated."""
    with facts(one.root / "data/lich/2026.yml") as found:
        it, choose = one.chance.choice(found), one.chance.choice
        status = {"status": "cancelled", "date": choose(DAYS[:3]), "reason": "Mưa lớn."}
        later = {"status": "postponed", "date": choose(DAYS[:3]), "reason": "Bão.", "to": "2026-12-09"}
        key, value = choose(
            [
                ("changed", status),
                ("changed", later),
                ("starts", "2026-12-01T08:00:00+07:00"),
                ("groups", [choose(GROUPS)]),
                ("topics", [choose(TOPICS)]),
                ("repeats", "FREQ=WEEKLY;BYDAY=WE;UNTIL=20261231"),
            ]
        )
        put(it, key, value)


def office(one: Ward) -> None:
    values: Fields = {
        "name": "Phường Bến Mẫu Mới", "authority": "UBND phường", "address": TITLES[1], "hours": TITLES[0],
        "notice": "Đây là mẫu.", "email": "a@benmau.example", "reception": "Thứ Năm", "licence": "CC BY 4.0",
        "site_url": one.chance.choice(("https://khac.example/", "https://khac.example/phuong/")),
        "telephones": [{"name": "Trực", "number": f"0200 000 {one.chance.randrange(1000, 9999)}"}],
        "responsible": "Lê Thị Mẫu", "city": "Thành phố Khác",
    }  # fmt: skip
    name = one.chance.choice(sorted(values))
    with facts(one.root / "data/phuong.yml") as found:
        found[name] = values[name]


def table(one: Ward) -> None:
    """Holidays, what must be publicised, old addresses."""
    what = one.chance.randrange(3)
    with facts(
        one.root / ("data/ngay-nghi.yml", "data/noi-dung-cong-khai.yml", "data/dia-chi-cu.yml")[what]
    ) as found:
        if what == 0:
            day = one.chance.choice(("2026-11-23", "2026-10-08", "2026-11-02"))
            found["2026"]["off"].append({"from": day, "until": day, "name": "Nghỉ bù"})
        elif what == 1:
            found["items"][0]["name"] = f"Thu chi {one.fresh()}"
        else:
            found[f"/tin-tuc/2019/cu-{one.fresh()}/"] = "/tin-tuc/2026/doi-thoai/"


def standing(one: Ward) -> None:
    path = one.chance.choice([*one.files("docs/gioi-thieu/*.md"), one.root / "docs/index.md"])
    with front(path) as found:
        put(
            found,
            *one.chance.choice([("title", TITLES[2]), ("description", TITLES[3]), ("updated", DAYS[1])]),
        )
    path.write_text(f"{path.read_text('utf-8')}\n\nTổ {one.fresh()}, số 12-KH/ĐU.\n", "utf-8")


def template(one: Ward) -> None:
    path = one.chance.choice(one.files("overrides/records/*.html") + one.files("overrides/parts/*.html"))
    path.write_text(path.read_text("utf-8").replace("<p", f'<p data-mau="{one.fresh()}"', 1), "utf-8")


def style(one: Ward) -> None:
    path = one.root / "overrides/assets/portal.css"
    path.write_text(f"{path.read_text('utf-8')}\n.mau-{one.fresh()} {{ color: red; }}\n", "utf-8")


def settings(one: Ward) -> None:
    path = one.root / "mkdocs.yml"
    found = path.read_text("utf-8")
    old, new = one.chance.choice(
        [
            ("Thông báo:", "Báo tin:"),
            ("  - Lịch: lich/index.md\n", ""),
            ("site_dir: site\n", "site_dir: site\nsite_url: https://noi.example/khac/\n"),
            ("# What", "# How"),
        ]
    )
    path.write_text(found.replace(old, new) if old in found else found.replace(new or "nav:\n", old), "utf-8")


def clock(one: Ward) -> None:
    one.today += timedelta(days=one.chance.choice(FAR))


def site(one: Ward) -> None:
    """Somebody was in the folder of the site: a file lost, changed, changed at equal length, a stranger."""
    pages = [path for path in one.files("site/**/*") if path.is_file() and not path.is_symlink()]
    if not pages:
        return
    path, what = one.chance.choice(pages), one.chance.randrange(6)
    if what < 2:
        path.unlink()
    if what == 1:
        path.mkdir()
        (path / "la.html").write_text("lạ", "utf-8")
    elif what == 2:
        path.write_bytes(bytes(byte ^ 1 for byte in path.read_bytes()))
    elif what == 3:
        path.with_name("la.html").write_text("lạ", "utf-8")
    elif what == 4:
        other = one.root / "la.html"
        other.write_bytes(path.read_bytes())
        path.unlink()
        path.symlink_to(other)
    elif what == 5:
        shutil.rmtree(one.root / one.chance.choice(("site", "site/tin-tuc", ".cache")), ignore_errors=True)


Edit: TypeAlias = Callable[[Ward], None]
OFTEN: tuple[Edit, ...] = (
    body, one_letter, common, common, common, day, draft, term, term, vote, new, gone, renamed, touched,
    attachment, attachment, recording, picture, another_picture, directive, directive, directive,
    another_directive, lost_directive, entry, entry, entry, order, event, standing, permit, clock, site, kept,
)  # fmt: skip
SELDOM: tuple[Edit, ...] = (office, table, template, style, settings, killed)
EDITS: tuple[Edit, ...] = (*OFTEN, *SELDOM)
