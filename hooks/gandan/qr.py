"""A text as a QR code (ISO/IEC 18004), drawn as SVG that stands in a page."""

from io import BytesIO

import segno

QUIET = 4  # modules of white around it, which the standard asks for


def svg(text: str, words: str) -> str:
    """An `<svg>` element that scales; `words` is its name for those who do not see it.

    Error correction M at least: a sheet on a board gets wet and torn.
    """
    out = BytesIO()
    code = segno.make_qr(text, error="m")
    code.save(
        out, kind="svg", xmldecl=False, svgns=False, nl=False, omitsize=True, border=QUIET, title=words,
        svgclass="qr", lineclass=None,
    )  # fmt: skip
    return out.getvalue().decode("utf-8")
