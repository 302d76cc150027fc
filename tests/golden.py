"""Golden cases of the check: a spoiled ward in, its problems out, side by side in `cases/check`.

A case starts from the tiny ward of `ward.py`. `file` with `replace` and `by`, or with `append`, changes one
of its files; `files` lays whole files over it (an empty value takes one away, `x` in an attachment stands
for the smallest right one of its kind), `bytes` does the same in hexadecimal; `links`, `pipes` and `padding`
(bytes added to a file) make what text cannot.
"""

import json
import os
import unicodedata
from pathlib import Path, PurePosixPath
from typing import Any, TypeAlias

import ward
import yaml
from attached import SMALLEST

Case: TypeAlias = dict[str, Any]
FOLDER = Path(__file__).parent / "cases" / "check"


def cases() -> list[tuple[str, int, Case]]:
    """Every case with its file's name and its place there."""
    found = []
    for path in sorted(FOLDER.glob("*.yml")):
        content = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
        found += [(path.stem, number, case) for number, case in enumerate(content)]
    return found


def lay(root: Path, case: Case) -> Path:
    """The ward of a case, below `root`."""
    files = case.get("files", {})
    changes: dict[str, str | bytes | None] = {name: text or None for name, text in files.items()}
    changes |= {
        name: SMALLEST.get(PurePosixPath(name).suffix, b"x") for name, text in files.items() if text == "x"
    }
    changes |= {name: bytes.fromhex(text) for name, text in case.get("bytes", {}).items()}
    if "file" in case:
        text = ward.FILES[case["file"]]
        old = case.get("replace", "")
        assert old in text, f"{case['file']} holds no {old!r}"
        changes[case["file"]] = text.replace(old, case.get("by", ""), 1) + case.get("append", "")
    ward.write(root, changes)
    for name, target in case.get("links", {}).items():
        (root / name).symlink_to(root / target)
    for name in case.get("pipes", []):
        os.mkfifo(root / name)
    for name, size in case.get("padding", {}).items():
        with (root / name).open("ab") as file:
            file.write(b"\n" * int(size))
    return root


def update(name: str, number: int, problems: list[str]) -> None:
    """Write the problems of one case."""
    path = FOLDER / f"{name}.yml"
    content = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    content[number]["problems"] = problems
    path.write_text("\n".join(f"- {_written(case, '  ').lstrip()}" for case in content), "utf-8")


def _written(value: object, indent: str) -> str:
    if isinstance(value, dict):
        return "".join(f"{indent}{key}:{_inner(one, indent)}" for key, one in value.items())
    assert isinstance(value, list)
    return "".join(f"{indent}-{_inner(one, indent)}" for one in value)


def _inner(value: object, indent: str) -> str:
    if isinstance(value, str):
        return f" {_scalar(value, indent + '  ')}\n"
    return f"\n{_written(value, indent + '  ')}" if value else " []\n"


def _scalar(text: str, indent: str) -> str:
    seen = all(one.isprintable() or one == "\n" for one in text) and unicodedata.is_normalized("NFC", text)
    if seen and text.endswith("\n") and text.strip() and not text.startswith((" ", "\n")):
        keep = "+" if text.endswith("\n\n") else ""
        lines = [indent + line if line else "" for line in text.removesuffix("\n").split("\n")]
        return f"|{keep}\n" + "\n".join(lines)
    return json.dumps(text, ensure_ascii=not seen)
