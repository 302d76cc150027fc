"""A desk to publish from: a ward's repository, built sites of a few pages, and a bare remote."""

import hashlib
import io
import json
import os
import subprocess
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path

from gandan.command.main import main

RECORD = "lien-he/"
SITE_URL = "https://benmau.example/trang/"
PAGES = ("", "tin-tuc/", *(f"tin-tuc/trang-{number}/" for number in range(2, 12)), "lien-he/", "van-ban/")


def git(place: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=place, capture_output=True, check=True)
    return done.stdout.decode("utf-8").strip()


def build(site: Path, word: str, pages: tuple[str, ...] = PAGES) -> None:
    """A whole site: every page says `word`, so that a mixture of two builds can be seen; one is a record."""
    for page in pages:
        (site / page).mkdir(parents=True, exist_ok=True)
        (site / page / "index.html").write_text(f"<html><p>{word}</p>{page}</html>\n", "utf-8")
    if RECORD in pages:
        text = f"<html><article><p>{word}</p></article></html>\n"
        (site / RECORD / "index.html").write_text(text, "utf-8")
    (site / "404.html").write_text(f"<html><p>{word}</p></html>\n", "utf-8")
    (site / "tim-kiem/chi-muc").mkdir(parents=True, exist_ok=True)
    (site / "tim-kiem/chi-muc/goc.json").write_text("{}", "utf-8")
    told = "".join(f"<url><loc>{SITE_URL}{page}</loc></url>" for page in pages)
    (site / "sitemap.xml").write_text(f"<urlset>{told}</urlset>", "utf-8")


@dataclass(frozen=True, slots=True)
class Desk:
    """A clone of the ward's repository and its remote."""

    root: Path
    remote: Path

    @property
    def site(self) -> Path:
        return self.root / "site"

    def build(self, word: str, pages: tuple[str, ...] = PAGES) -> None:
        """A new build in place of the old one."""
        for path in sorted(self.site.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
        build(self.site, word, pages)

    def publish(self, *words: str) -> int:
        return main(["publish", "--root", str(self.root), *words])

    def begin(self, *words: str) -> int:
        """The same in a program of its own, which may be killed; its id."""
        if child := os.fork():
            return child
        try:
            nowhere = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(nowhere, stream)
            sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: PTH123, SIM115 - pytest's own are full of catching
            os._exit(self.publish(*words))
        finally:
            os._exit(99)

    def commit(self, name: str, text: str) -> str:
        """One more commit of the source; its id."""
        (self.root / name).write_text(text, "utf-8")
        git(self.root, "add", name)
        git(self.root, "commit", "-qm", f"Sửa {name}")
        return git(self.root, "rev-parse", "HEAD")

    def tip(self) -> str:
        return git(self.remote, "for-each-ref", "--format=%(objectname)", "refs/heads/gh-pages")

    def stamp(self) -> dict[str, object]:
        return dict(json.loads(git(self.remote, "show", "gh-pages:ban-dung.json")))


def desk(place: Path, remote: Path | None = None) -> Desk:
    """A desk at `place`; a second one for the same `remote` is a clone of it."""
    if remote is None:
        remote = place.with_name("remote.git")
        git(place.parent, "init", "-q", "--bare", "-b", "main", str(remote))
        git(place.parent, "init", "-q", "-b", "main", str(place))
        git(place, "remote", "add", "origin", f"../{remote.name}")
    else:
        git(place.parent, "clone", "-q", str(remote), str(place))
    git(place, "config", "user.name", f"Người ở {place.name}")
    git(place, "config", "user.email", f"{place.name}@benmau.example")
    made = Desk(place, remote)
    if not (place / ".gitignore").exists():
        (place / "data").mkdir()
        (place / "docs").mkdir()
        made.commit(".gitignore", "/site/\n")
        git(place, "push", "-q", "origin", "main")
    made.site.mkdir()
    return made


def files(remote: Path, commit: str = "gh-pages") -> dict[str, bytes]:
    """Every file of a publication."""
    data = subprocess.run(["git", "archive", commit], cwd=remote, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        return {one.name: archive.extractfile(one).read() for one in archive if one.isfile()}  # type: ignore[union-attr]


def whole(remote: Path, commit: str = "gh-pages") -> str:
    """The word of the one build that a publication holds; fails when it is no whole site."""
    commit = git(remote, "rev-parse", commit)  # a push that outlived its program may still move the branch
    found = files(remote, commit)
    pages = {name: text.decode("utf-8") for name, text in found.items() if name.endswith(".html")}
    words = {text.partition("<p>")[2].partition("</p>")[0] for text in pages.values()}
    assert len(words) == 1, f"two builds in one publication: {words}"
    stamp = json.loads(found["ban-dung.json"])
    assert len(pages) == stamp["pages"] + 1  # the one for wrong addresses is not counted
    listing = subprocess.run(
        ["git", "ls-tree", "-z", commit], cwd=remote, capture_output=True, check=True
    ).stdout
    rows = b"".join(
        row + b"\0" for row in listing.split(b"\0") if row and not row.endswith(b"\tban-dung.json")
    )
    tree = subprocess.run(["git", "mktree", "-z"], cwd=remote, input=rows, capture_output=True, check=True)
    assert tree.stdout.decode().strip() == stamp["tree"]
    assert {".nojekyll", "dia-chi.txt", "sitemap.xml", "404.html"} <= found.keys()
    if kept := found.get("lich-su-dang/lien-he.json"):
        digest = hashlib.sha256(found[f"{RECORD}index.html"]).hexdigest()
        assert json.loads(kept)["events"][-1]["sha256"] == digest, "a chronicle of another build"
    return words.pop()
