"""The archive as plain pages for the peer, and a page that searches them; run as a process of its own.

A page holds what our index is given of an article: title, day, text.
"""

import argparse
from html import escape
from pathlib import Path

import bench_archive

from gandan.search.documents import Found

ARTICLE = """<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><title>{title}</title></head>
<body><main data-pagefind-body>
<h1>{title}</h1>
<p><time data-pagefind-meta="date">{day}</time></p>
{body}
</main></body>
</html>
"""
# Marked as our own page is, so that one measure serves both; a result is shown as soon as its data is there.
# The peer goes without its worker: DevTools count and slow only the page itself, and one script is saved.
SEARCH = """<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><title>Tìm kiếm</title></head>
<body><ol id="search-results" aria-busy="true"></ol>
<script type="module">
const list = document.querySelector("#search-results");
const show = async (result, line) => {
  const { url, meta, excerpt } = await result.data();
  line.innerHTML = `<a data-result href="${url}">${meta.title}</a> ${meta.date} <p>${excerpt}</p>`;
};
try {
  const pagefind = await import("/pagefind/pagefind.js");
  await pagefind.options({ noWorker: true });
  const { results } = await pagefind.search(new URLSearchParams(location.search).get("q"));
  const line = () => list.appendChild(document.createElement("li"));
  await Promise.all(results.slice(0, 10).map(one => show(one, line())));
} finally {
  list.setAttribute("aria-busy", "false");
}
</script></body>
</html>
"""


def page(one: Found) -> str:
    """An article as HTML."""
    body = "\n".join(f"<p>{escape(line)}</p>" for line in one.wording.body.split("\n") if line.strip())
    return ARTICLE.format(title=escape(one.wording.title), day=one.day or "", body=body)


def write(folder: Path, address: str, html: str) -> None:
    place = folder / address
    place.mkdir(parents=True)
    (place / "index.html").write_text(html, "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("size", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--corpus", type=Path)
    asked = parser.parse_args()
    for one in bench_archive.articles(bench_archive.source(asked.corpus)[: asked.size], asked.size):
        write(asked.folder, one.address, page(one))
    write(asked.folder, "tim-kiem/", SEARCH)


if __name__ == "__main__":
    main()
