"""Whether a file that lists people by law is still shown."""

from datetime import date

from gandan.model import Attachment, Naming


def of_file(file: Attachment) -> Naming | None:
    """What a file says of itself when it lists people by law."""
    naming = getattr(file, "names", None)
    return naming if isinstance(naming, Naming) else None


def is_shown(file: Attachment, today: date) -> bool:
    """Until the end of its last day; a file that lists nobody for ever."""
    naming = of_file(file)
    return naming is None or today <= naming.until
