"""What libyaml says of a text it cannot parse -> what staff read, with the mend."""

import re

OPEN = re.compile("parsing a flow|unexpected end of stream")
RETYPE = "Hãy gõ lại dòng này bằng tay."
QUOTE = 'Đặt cả câu trong dấu nháy kép "…".'
BACKSLASH = ("dấu \\ trong câu có nháy kép.", "Dùng nháy đơn '…' thay nháy kép.")
ALIGN = "Cho các mục cùng cấp thẳng một hàng"

# A piece of libyaml's saying, our sentence, the mend. The first that fits wins.
SAYINGS = (
    ("mapping values are not allowed", "có dấu hai chấm «:» giữa câu.", QUOTE),
    (
        "cannot start any token",
        "dòng có ký tự không đặt ở đầu được (phím Tab, @ hoặc `).",
        'Thụt vào bằng dấu cách, không dùng phím Tab; hoặc đặt cả câu trong dấu nháy kép "…".',
    ),
    ("found a tab", "dòng thụt vào bằng phím Tab.", "Thay bằng dấu cách."),
    ("unexpected end of stream", "dấu nháy mở mà không đóng.", "Thêm dấu nháy ở cuối câu."),
    (
        "while scanning a simple key",
        "dòng không có dạng «ten: giá trị».",
        "Thêm dấu hai chấm và một dấu cách sau tên mục.",
    ),
    ("while parsing a flow", "dấu ngoặc [ hoặc { mở mà không đóng.", "Thêm dấu ngoặc đóng ] hoặc }."),
    (
        "did not find expected key",
        "dòng thụt vào không thẳng hàng, hoặc có dấu nháy lẻ.",
        f"{ALIGN}; câu có dấu nháy thì đặt cả câu trong nháy kép.",
    ),
    ("did not find expected node content", "câu bắt đầu bằng dấu , ] hoặc }.", QUOTE),
    ("while parsing a block", "dòng thụt vào không thẳng hàng.", f"{ALIGN}."),
    ("while scanning an anchor", "dấu & của YAML không được dùng ở đây.", QUOTE),
    ("while scanning an alias", "dấu * của YAML không được dùng ở đây.", QUOTE),
    (
        "while scanning a block scalar",
        "sau dấu | hay > phải xuống dòng.",
        "Viết câu ở dòng dưới, thụt vào hai dấu cách.",
    ),
    ("while scanning a directive", "câu bắt đầu bằng %.", QUOTE),
    ("while parsing a quoted scalar", *BACKSLASH),
    ("unknown escape", *BACKSLASH),
)


def of(said: str) -> tuple[str, str]:
    """(message, hint) for what libyaml said."""
    fitting = ((message, hint) for piece, message, hint in SAYINGS if piece in said)
    return next(fitting, ("không đọc được dòng này.", RETYPE))
