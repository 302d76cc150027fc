"""What `gandan check --json` found -> the form in which a host shows it beside the lines.

`problems.py github < problems.json` prints annotations and writes the summary of the run, in which every
problem stands and which a telephone can read; `problems.py gitlab` prints a Code Quality report.
"""

import hashlib
import json
import os
import sys
from pathlib import Path
from typing import Any

SHOWN = 9  # GitHub shows 10 annotations of one kind per step and drops the others without a word
LEVELS = {"error": ("error", "Lỗi", "major"), "warning": ("warning", "Nên xem", "info")}
Problem = dict[str, Any]


def github(problems: list[Problem]) -> str:
    """Workflow commands: a line for each of the first problems of a level, and how many are left."""
    lines = []
    for level, (command, word, _) in LEVELS.items():
        mine = [one for one in problems if one["level"] == level]
        for one in mine[:SHOWN]:
            place = ",".join(f"{key}={_value(one[name])}" for key, name in PLACE)
            title = _value(f"{word} {one['code']}")
            lines.append(f"::{command} {place},title={title}::{_text(_said(one))}")
        if len(mine) > SHOWN:
            lines.append(f"::{command}::{_text(f'Còn {len(mine) - SHOWN} điều nữa: xem bản tóm tắt.')}")
    return "\n".join(lines)


PLACE = (("file", "file"), ("line", "line"), ("col", "column"))


def summary(problems: list[Problem]) -> str:
    """All problems as Markdown: a heading for each file, short lines, no table that a telephone would cut."""
    errors = sum(one["level"] == "error" for one in problems)
    if not problems:
        return "## Không có lỗi nào\n"
    lines = [f"## {errors} lỗi phải sửa, {len(problems) - errors} điều nên xem", ""]
    for file in dict.fromkeys(one["file"] for one in problems):
        lines += [f"**{_plain(file)}**", ""]
        for one in problems:
            if one["file"] == file:
                word = LEVELS[one["level"]][1]
                lines.append(f"- dòng {one['line']}: {word} {one['code']}. {_plain(_said(one))}")
        lines.append("")
    return "\n".join(lines)


def gitlab(problems: list[Problem]) -> str:
    """Code Quality: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""
    report = [
        {
            "description": _said(one),
            "check_name": one["code"],
            "fingerprint": hashlib.sha256(json.dumps(one, sort_keys=True).encode()).hexdigest(),
            "severity": LEVELS[one["level"]][2],
            "location": {"path": one["file"], "lines": {"begin": one["line"]}},
        }
        for one in problems
    ]
    return json.dumps(report, ensure_ascii=False, indent=1)


def _said(problem: Problem) -> str:
    return f"{problem['message']} {problem['hint']}".strip()


def _text(text: str) -> str:
    """What would end a command, written as GitHub wants it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(value: object) -> str:
    return _text(str(value)).replace(":", "%3A").replace(",", "%2C")


def _plain(text: str) -> str:
    """Words that staff wrote, as words: nothing in them may become a link, a mention or markup."""
    for sign in "\\`*_[]<>#|~@":
        text = text.replace(sign, f"&#{ord(sign)};")
    return " ".join(text.split())


def main(host: str) -> int:
    try:
        problems = json.load(sys.stdin)
    except ValueError:
        print("Không có danh sách lỗi: lệnh kiểm tra đã dừng giữa chừng.")
        return 1
    print({"github": github, "gitlab": gitlab}[host](problems))
    if host == "github" and (file := os.environ.get("GITHUB_STEP_SUMMARY")):
        with Path(file).open("a", encoding="utf-8") as out:
            out.write(summary(problems))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
