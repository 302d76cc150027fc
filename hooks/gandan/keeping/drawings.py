"""The smaller forms of pictures: drawn once, and kept under the bytes of the picture and how it is drawn.

What is kept does not go with our own code: to draw all pictures of a ward again takes minutes, and only
`pictures.py` and Pillow decide how they look.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path

from gandan import renditions
from gandan.cache import Store, digest
from gandan.installed import version
from gandan.keeping import disk, inputs
from gandan.outputs import Data, Output
from gandan.packs import Parts
from gandan.renditions import Size

ROOM = "anh"  # of the store
SPARE = 20  # forms that nobody shows any more may lie there, or as many as are shown


class Drawings:
    """Draws the pictures of a ward below `root` when a form of one is asked for."""

    def __init__(self, root: Path, store: Store) -> None:
        self._root, self._said, self._store = root, store, store.room(ROOM)
        ours = Path(__file__).parents[1] / "pictures.py"
        self._how = digest(ours.read_bytes(), version("pillow").encode())
        self._last: tuple[str, Parts] = ("", {})
        self._drew = False

    def of(self, pictures: Mapping[str, Size]) -> Iterator[Output]:
        """Every form of these pictures, by path below the ward's root."""
        now = disk.now(self._said.folder)
        for file, size in sorted(pictures.items()):
            source = inputs.key(self._root / file, now)
            forms = renditions.drawn(file, size)
            widths = tuple(one.width for one in forms)
            for one in forms:
                key = digest(source, self._how, repr((widths, one.width)).encode())
                yield Output(one.address, key, partial(self._form, file, widths, one.width))
        if self._drew:
            self._clear(pictures)

    def _form(self, file: str, widths: tuple[int, ...], width: int) -> Data:
        if self._last[0] != file:
            self._last = file, self._forms(file, widths)
        return self._last[1][str(width)]

    def _forms(self, file: str, widths: tuple[int, ...]) -> Parts:
        """All forms of one picture, from where they lie or drawn now."""
        data = (self._root / file).read_bytes()
        name = self._name(data, widths)
        if (kept := self._store.load(name, "")) and kept.keys() == set(map(str, widths)):
            return kept
        pictures = import_module("gandan.pictures")  # Pillow is opened only where a picture is drawn
        try:
            made = pictures.narrower(data, widths)
        except pictures.Refused as refused:
            self._said.tell(f"{file}: {refused} Trang đăng nguyên tệp ấy.")
            return dict.fromkeys(map(str, widths), data)
        parts = {str(width): drawn for width, drawn in made.items()}
        self._drew = self._store.save(name, "", parts) or self._drew
        return parts

    def _name(self, data: bytes, widths: tuple[int, ...]) -> str:
        return digest(self._how, repr(widths).encode(), data).hex()

    def _clear(self, pictures: Mapping[str, Size]) -> None:
        """Once half of what lies there is of no use, it goes."""
        folder = self._store.folder
        assert folder
        lying = {name for name, _ in disk.files(folder)}
        if len(lying) <= 2 * len(pictures) + SPARE:
            return
        for file, size in pictures.items():
            widths = tuple(one.width for one in renditions.drawn(file, size))
            lying.discard(self._name((self._root / file).read_bytes(), widths))
        for name in lying:
            disk.remove(folder, name)
