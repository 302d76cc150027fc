"""Pictures and attachments: each is what its name says, opens to a bearable size and runs nothing."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from gandan.problems import Place, Problem
from gandan.read.content import Content

# A browser needs four bytes for each point: 240 MB. Cameras of telephones make up to 50 million.
POINTS = 60_000_000
SIDE = 20_000  # points
UNPACKED = 500 * 1024 * 1024  # bytes of an Office file


def problems(contents: Mapping[str, Content]) -> Iterator[Problem]:
    """T111, T112 and T113 of the files (`docs/…`) that go out as they are."""
    for file, content in contents.items():
        suffix = PurePosixPath(file).suffix.lower().replace(".jpeg", ".jpg")
        if content.kind != suffix:
            yield _other(file, suffix, content.kind)
        elif content.points and (
            max(content.points) > SIDE or content.points[0] * content.points[1] > POINTS
        ):
            width, height = content.points
            message = f"ảnh {width} × {height} điểm: mở ra thì máy của người xem treo."
            yield Problem(Place(file), "T112", message, "Thu nhỏ ảnh, mỗi chiều khoảng 2000 điểm là đủ.")
        elif content.unpacked > UNPACKED:
            message = f"tệp nén, mở ra là {content.unpacked // 1024**2} MB."
            yield Problem(Place(file), "T112", message, "Chia tệp ra, hoặc lưu thành PDF.")
        elif content.runs:
            message = "tệp có macro, lệnh sẽ chạy trên máy của người mở."
            yield Problem(
                Place(file), "T113", message, f"Lưu lại thành {suffix} không macro, hoặc thành PDF."
            )


def _other(file: str, suffix: str, kind: str | None) -> Problem:
    message = f"tên tệp là {suffix} mà bên trong không phải {suffix}."
    hint = "Mở bằng phần mềm đã làm ra nó, lưu lại đúng loại; hỏng thì xin lại bản gốc."
    if kind:
        message, hint = f"tên tệp là {suffix} mà bên trong là {kind}.", f"Đổi đuôi tên tệp thành {kind}."
    return Problem(Place(file), "T111", message, hint)
