"""A built site -> a copy that can be opened from a folder, without a server.

`preview.py site preview`: links to a folder become links to the page in it. The search asks for files, which
browsers do not allow there, and says so.
"""

import re
import shutil
import sys
from pathlib import Path

LINK = re.compile(r'(?P<head><a\b[^>]*?\shref="|http-equiv="refresh" content="\d+; url=)(?P<to>[^"]*)"')
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.I)
SAID = (
    '<p class="notice plain">Đây là bản xem thử mở từ tệp, ô tìm kiếm không chạy ở đây. '
    "Trên trang thật nó chạy bình thường.</p>"
)


def page(html: str, depth: int) -> str:
    """A page `depth` folders below the root, with links that lead to files."""
    html = re.sub(r'(\s(?:href|src)=")/(?!/)', rf"\g<1>{'../' * depth}", html)
    html = LINK.sub(lambda found: f'{found["head"]}{_file(found["to"])}"', html)
    # A module is a foreign file to a page that has no host: a browser would refuse it.
    return re.sub(r'<script type="module".*?</script>', "", html, flags=re.S)


def _file(target: str) -> str:
    if ELSEWHERE.match(target):
        return target
    path, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", target, re.S).groups()  # type: ignore[union-attr]
    if path in ("", ".", "..") or path.endswith(("/", "/.", "/..")):
        path = f"{path.rstrip('/') or '.'}/index.html"
    return path + mark + rest


def main(site: Path, preview: Path) -> int:
    if not (site / "index.html").is_file():
        print(f"Không có trang nào trong {site}: dựng trước đã (make site).", file=sys.stderr)
        return 1
    shutil.rmtree(preview, ignore_errors=True)
    shutil.copytree(site, preview)
    for path in preview.rglob("*.html"):
        depth = len(path.relative_to(preview).parts) - 1
        html = page(path.read_text("utf-8"), depth)
        if path.relative_to(preview).parts[0] == "tim-kiem":
            html = re.sub(r"(</h1>)", rf"\1\n{SAID}", html, count=1)
        path.write_text(html, "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), Path(sys.argv[2])))
