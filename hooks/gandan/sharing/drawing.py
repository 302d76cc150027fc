"""A card -> a picture of 1200 x 630: the ward above, what it is, its title, its day.

Only opened where something is drawn, for it loads Pillow. 16 colours: eight from red to white, seven more
from white to ink, gold. Letters are drawn as grey first; each strip then takes its own run of colours. What
many cards share is drawn once.
"""

from functools import cache, cached_property, lru_cache, partial
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from gandan.sharing import lines
from gandan.sharing.cards import HIGH, WIDE, Card
from gandan.sharing.png import png, rows

RED, INK, GOLD = (0x9C, 0x16, 0x20), (0x1B, 0x1B, 0x1B), (0xFF, 0xCD, 0x00)  # of schemes.css
STEPS = 7  # of a run between two colours
MARGIN = 64
BAND, KIND = 112, 200  # pixels from above: where the band of the ward ends, and the line that tells the kind
RULE = 8  # the gold line below the band
TITLE, FOOT = 210, 552  # between them stands the title
SIZES = (68, 60, 53, 46, 40)  # of its letters; the largest that fits
LEADING = 1.32  # two lines never touch, whatever marks stand above and below their letters
BOLD, PLAIN = 700, 400
HEADS = 16  # that are held at once: cards come by kinds, but each document is a kind of its own
GREY = 200  # of 255: ink that steps back
# What a grey of a letter becomes: from red to white, from white to red, from white to ink.
UP = [round(grey * STEPS / 255) for grey in range(256)]
DOWN = [STEPS - step for step in UP]
INKED = [STEPS + step for step in UP]


class Press:
    """Draws cards for one ward: its name, its city and the host of its site; `face` is a font file."""

    def __init__(self, face: bytes, ward: str, city: str, host: str) -> None:
        self._face, self._ward, self._city, self._host = face, ward, city, host
        self._font, self._head = cache(self._opened), lru_cache(HEADS)(self._set_head)
        self._measured = cache(lambda size, word: self._font(size, BOLD).getlength(word))

    def _opened(self, size: int, weight: int) -> ImageFont.FreeTypeFont:
        font = ImageFont.truetype(BytesIO(self._face), size)
        font.set_variation_by_axes([weight])
        return font

    def png(self, card: Card) -> bytes:
        """The picture of one card; equal cards of one ward give equal bytes."""
        strips = self._head(card.kind), rows(self._words(card.title)), rows(self._foot(card.day))
        return png(strips, PALETTE, (WIDE, HIGH))

    def _set_head(self, kind: str) -> bytes:
        """What all cards of a kind have above their titles."""
        return self._band + rows(self._kind(kind))

    @cached_property
    def _band(self) -> bytes:
        """What all cards have above."""
        strip, pen = _strip(BAND)
        pen.text((MARGIN, BAND / 2), self._ward, 255, self._font(40, BOLD), "lm")
        pen.text((WIDE - MARGIN, BAND / 2), self._city, 255, self._font(28, PLAIN), "rm")
        return rows(strip.point(UP)) + rows(Image.new("L", (WIDE, RULE), 2 * STEPS + 1))

    def _kind(self, words: str) -> Image.Image:
        strip, pen = _strip(KIND - BAND - RULE)
        font = self._font(32, BOLD)
        [line] = lines.forced(words, WIDE - 2 * MARGIN, 1, font.getlength)
        pen.text((MARGIN, 60), line, 255, font, "ls")
        return strip.point(DOWN)

    def _words(self, words: str) -> Image.Image:
        strip, pen = _strip(FOOT - KIND)
        size, title = self.title(words)
        leading = size * LEADING
        top = TITLE - KIND + (FOOT - TITLE - leading * len(title)) / 2
        for place, line in enumerate(title):
            pen.text((MARGIN, top + leading * (place + 0.76)), line, 255, self._font(size, BOLD), "ls")
        return strip.point(INKED)

    @cached_property
    def _place(self) -> Image.Image:
        """The foot without a day: the host of the site."""
        strip, pen = _strip(HIGH - FOOT)
        pen.text((WIDE - MARGIN, HIGH - FOOT - 36), self._host, GREY, self._font(30, PLAIN), "rs")
        return strip

    def _foot(self, day: str) -> Image.Image:
        strip = self._place.copy()
        pen = ImageDraw.Draw(strip)
        pen.text((MARGIN, HIGH - FOOT - 36), day, GREY, self._font(30, PLAIN), "ls")
        return strip.point(INKED)

    def title(self, words: str) -> tuple[int, list[str]]:
        """The size of the letters of a title in pixels, and its lines."""
        width = WIDE - 2 * MARGIN
        for size in SIZES:
            found = lines.broken(words, width, partial(self._measured, size))
            if found and len(found) * size * LEADING <= FOOT - TITLE:
                return size, found
        room = int((FOOT - TITLE) / (size * LEADING))
        return size, lines.forced(words, width, room, self._font(size, BOLD).getlength)


def _strip(high: int) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    strip = Image.new("L", (WIDE, high), 0)
    return strip, ImageDraw.Draw(strip)


def _mixed(one: int, two: int, step: int) -> int:
    return round(one + (two - one) * step / STEPS)


def _palette() -> bytes:
    white = (255, 255, 255)
    runs = [
        *((RED, white, step) for step in range(STEPS)),
        *((white, INK, step) for step in range(STEPS + 1)),
    ]
    mixed = [_mixed(*pair, step) for one, two, step in runs for pair in zip(one, two, strict=True)]
    return bytes([*mixed, *GOLD])


PALETTE = _palette()
