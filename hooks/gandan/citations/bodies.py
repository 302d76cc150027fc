"""Whether a body named in the text can be the issuer of a record: names are compared as written."""

import re
from functools import lru_cache

from gandan.citations.fold import phrase
from gandan.model import Issuer
from gandan.patterns import late

SHORT = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "ubtvqh": "ủy ban thường vụ quốc hội",
    "ubmttq": "ủy ban mặt trận tổ quốc",
    "mttq": "mặt trận tổ quốc",
    "btv": "ban thường vụ",
    "bch": "ban chấp hành",
    "tp": "thành phố",
    "tp.": "thành phố",
    "tx": "thị xã",
    "tx.": "thị xã",
}
# The head of a body signs for it: Bộ trưởng Bộ Tài chính, Chủ tịch UBND.
SIGNERS = late(r"^(?:bộ trưởng (?:bộ )?(?=\w)|giám đốc (?=sở)|chủ tịch (?=ủy ban|hội đồng))")
TERM = late(r" \(?(?:khóa|nhiệm kỳ) [\w-]+\)?$| nước cộng hòa.*$| việt nam$")
ORGANS = late(r"^(?:ban (?:thường vụ|chấp hành)|thường trực|thường vụ) (?=\w)")
# Bodies of which the land has one: what follows such a name is not a place that tells them apart.
CENTRAL = late(r"CP|TTg|TW|CTN|QH\d*|UBTVQH\d*")
CENTRE = {"trung ương", "trung ương đảng", "đảng", "đảng cộng sản"}


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """A name as names are compared: abbreviations written out, no term of office."""
    words = " ".join(SHORT.get(word, word) for word in phrase(re.sub(r"\.(?=\w)", ". ", name)).split())
    if words.startswith("bộ trưởng "):
        words = SIGNERS.sub("bộ ", words)
    return TERM.sub("", SIGNERS.sub("", words))


def contradicts(written: str, issuer: Issuer) -> bool:
    """True when the words name another body; part of the name (Ban Thường vụ Tỉnh ủy) does not."""
    heard = {plain(written)}
    head, _, last = written.strip().rpartition(" ")
    if head and last[:1].islower():  # the reading of a name may have taken one word too many
        heard.add(plain(head))
    if heard & CENTRE and "TW" in issuer.tails:
        return False
    return not any(_fits(one, name, issuer) for one in heard for name in _names(issuer))


def names(written: str, issuer: Issuer) -> bool:
    """True when the words are the whole name of the issuer."""
    return plain(written) in {plain(name) for name in (issuer.name, *issuer.names)}


def _fits(heard: str, name: str, issuer: Issuer) -> bool:
    if name == heard or name.startswith(f"{heard} "):
        return True
    central = any(CENTRAL.fullmatch(tail) for tail in issuer.tails)
    return central and heard.startswith(f"{name} ")


def _names(issuer: Issuer) -> set[str]:
    """Its names, also without the organ that speaks for it: Tỉnh ủy for Ban Thường vụ Tỉnh ủy."""
    full = {plain(name) for name in (issuer.name, *issuer.names)}
    return full | {ORGANS.sub("", name) for name in full}
