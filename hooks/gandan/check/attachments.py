"""Pictures and attachments: each is what its name says, opens to a bearable size and runs nothing."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from gandan.problems import Place, Problem
from gandan.read.content import Content

# A browser needs four bytes for each point: 240 MB. Cameras of telephones make up to 50 million.
POINTS = 60_000_000
SIDE = 20_000  # points
LARGE = 2000  # points: sharp on every screen; what is more only costs whoever opens the page
TELLING = ("nơi chụp (GPS)", "máy chụp")
UNPACKED = 500 * 1024 * 1024  # bytes of an Office file


def problems(contents: Mapping[str, Content]) -> Iterator[Problem]:
    """T111-T114, R201 and R202 of the files (`docs/…`) that go out as they are."""
    for file, content in contents.items():
        suffix = PurePosixPath(file).suffix.lower().replace(".jpeg", ".jpg")
        yield from _camera(file, content)
        if content.kind != suffix:
            yield _other(file, suffix, content.kind)
        elif content.points and (
            max(content.points) > SIDE or content.points[0] * content.points[1] > POINTS
        ):
            width, height = content.points
            message = f"ảnh {width} × {height} điểm: mở ra thì máy của người xem treo."
            yield Problem(Place(file), "T112", message, "Thu nhỏ ảnh, mỗi chiều khoảng 2000 điểm là đủ.")
        elif content.moves:
            hint = "Chạy gandan check --fix để giữ hình đầu; phim thì để ở nơi khác, trong bài ghi liên kết."
            yield Problem(Place(file), "T114", "ảnh tự chuyển động, người đọc không dừng được.", hint)
        elif content.unpacked > UNPACKED:
            message = f"tệp nén, mở ra là {content.unpacked // 1024**2} MB."
            yield Problem(Place(file), "T112", message, "Chia tệp ra, hoặc lưu thành PDF.")
        elif content.runs:
            message = "tệp có macro, lệnh sẽ chạy trên máy của người mở."
            yield Problem(
                Place(file), "T113", message, f"Lưu lại thành {suffix} không macro, hoặc thành PDF."
            )


def _camera(file: str, content: Content) -> Iterator[Problem]:
    """R201 for what a picture tells of where and with what it was taken; R202 for points that nobody sees."""
    if told := [one for one in content.told if one in TELLING]:
        message = f"ảnh mang theo {' và '.join(told)}."
        yield Problem(Place(file), "R201", message, "Chạy gandan check --fix để bỏ, ảnh không đổi.")
    if content.points and LARGE < max(content.points) <= SIDE:
        width, height = content.points
        message = f"ảnh {width} × {height} điểm, lớn hơn mức cần thiết, tải lâu trên điện thoại."
        yield Problem(Place(file), "R202", message, f"Thu nhỏ, chiều dài {LARGE} điểm là đủ.")


def _other(file: str, suffix: str, kind: str | None) -> Problem:
    message = f"tên tệp là {suffix} mà bên trong không phải {suffix}."
    hint = "Mở bằng phần mềm đã làm ra nó, lưu lại đúng loại; hỏng thì xin lại bản gốc."
    if kind:
        message, hint = f"tên tệp là {suffix} mà bên trong là {kind}.", f"Đổi đuôi tên tệp thành {kind}."
    return Problem(Place(file), "T111", message, hint)
