"""Syllables of which the names of issuing bodies are made, and those that end such a name."""

FIRST = """
ban bộ trung chính thủ quốc ủy uỷ ubnd hđnd ubtvqh ubkt ubmttq mttq btv bch hội sở văn chủ thanh
tòa toà viện kiểm tổng cục công quân mặt liên thường phòng bảo ngân kho giám đảng chi huyện quận
"""
INSIDE = """
ủy uỷ ban nhân dân tỉnh thành phố quận huyện thị xã phường trấn đặc khu vụ chấp hành trung ương
đảng bộ khóa khoá chính trị phủ bí thư tướng trưởng tịch nước hội quốc đồng trực tối cao
"""
BEYOND = """
về ngày năm tháng quy hướng sửa có đã được là thì trong tại theo để nhằm với cho đến từ khi nêu yêu
phê giao của do trên như cũng sẽ bị phải mới này đó mà hoặc hay gửi đối kèm ký triển chỉ
"""

# A name of a body may begin with these.
HEADS = frozenset(FIRST.split())
# These begin one only before ủy or đoàn: Tỉnh ủy, Thành đoàn.
COMMITTEE_PLACES = frozenset({"tỉnh", "thành", "huyện", "quận", "thị", "đảng"})
COMMITTEES = frozenset({"ủy", "uỷ", "đoàn"})
# Small words inside names; after a capital one other small word may follow (Bộ Tài chính).
INNER = frozenset(INSIDE.split())
STOPS = frozenset(BEYOND.split())
# A figure belongs to the name after these: khóa 13, Quận 1.
NUMBERED = frozenset({"khóa", "khoá", "quận", "phường", "huyện"})
