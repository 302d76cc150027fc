"""Short names of what residents decide and speak on, by khoản of Luật 10/2022/QH15.

The words are this house's own; the law's text of 2022 was read on 22/11/2026 and alone is binding.
"""

from collections.abc import Mapping

# Điều 15: what residents discuss and decide.
DECIDED: Mapping[int, str] = {
    1: "Chủ trương, mức đóng góp xây dựng công trình chung",
    2: "Thu, chi, quản lý khoản đóng góp và tài sản của cộng đồng",
    3: "Hương ước, quy ước",
    4: "Bầu, cho thôi làm Tổ trưởng tổ dân phố",
    5: "Bầu, cho thôi thành viên Ban Thanh tra nhân dân, Ban Giám sát đầu tư của cộng đồng",
    6: "Việc tự quản khác của cộng đồng",
}

# Điều 25: on what residents speak before an authority decides.
CONSULTED: Mapping[int, str] = {
    1: "Kế hoạch phát triển kinh tế - xã hội",
    2: "Quy hoạch, quản lý và sử dụng đất",
    3: "Đầu tư, môi trường, giải phóng mặt bằng, tái định cư",
    4: "Địa giới, tên gọi của phường và tổ dân phố",
    5: "Quyết định có liên quan đến lợi ích của cộng đồng",
    6: "Quy hoạch xây dựng",
    7: "Quy chế thực hiện dân chủ",
    8: "Quyết định đặt ra nghĩa vụ hoặc hạn chế quyền, lợi ích của công dân",
    9: "Nội dung khác mà phường cần lấy ý kiến",
}


def decided(matter: int) -> str:
    """`khoản 1 Điều 15` in words, its number behind it."""
    return f"{DECIDED[matter]} (Điều 15 khoản {matter})"


def consulted(matter: int) -> str:
    """The same for Điều 25."""
    return f"{CONSULTED[matter]} (Điều 25 khoản {matter})"
