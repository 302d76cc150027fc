"""Why a publication does not go out, in sentences for whoever asked for it."""


class Refused(Exception):
    """Nothing was published; each of `sentences` says one reason and how to mend it."""

    def __init__(self, *sentences: str) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = sentences


def some(names: list[str], limit: int = 10) -> str:
    """`a, b, c` of a short list; of a long one the first, and how many more there are."""
    more = f" và {len(names) - limit} mục nữa" if len(names) > limit else ""
    return ", ".join(names[:limit]) + more
