"""An address -> what its server answered, or why it did not. The one module that asks the network."""

import gzip
import http.client
import ssl
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

LARGEST = 20_000_000  # bytes that are read of one answer, packed or not
HOPS = 5  # redirections that are followed; browsers give up after 20
BLOCK = 1 << 16
PAUSE = 2.0  # seconds before a busy server is asked again
AGENT = "Mozilla/5.0 (compatible; gandan-verify)"
HEADERS = {"User-Agent": AGENT, "Accept-Encoding": "gzip", "Accept": "*/*"}
KEPT = "%/:=&?~#+!$,;'@()*[]"  # signs of an address that are sent as they stand
LOOP = "chuyển hướng vòng quanh, không bao giờ tới"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. `status` 0 and `trouble` in words when nothing whole did; `seconds` it took."""

    url: str  # as asked
    final: str = ""  # as answered, after redirections
    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)  # names in small letters
    body: bytes = b""
    seconds: float = 0.0
    trouble: str = ""

    @property
    def type(self) -> str:
        """`text/html; charset=utf-8` -> `text/html`."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def moved(self) -> bool:
        return self.final != self.url


class Stay(urllib.request.HTTPRedirectHandler):
    """Follows nothing: the way is told, not only its end."""

    def redirect_request(self, *_: Any) -> None:
        return None


class Web:
    """Asks with a limit of time for each answer, in seconds, and again when a server was only busy."""

    def __init__(self, timeout: float = 20, again: int = 1) -> None:
        self.timeout, self.again = timeout, again
        self._opener = urllib.request.build_opener(Stay())  # TLS is verified: Python's own default

    def get(self, url: str, method: str = "GET") -> Answer:
        """The answer; no answer, 429 and 5xx are asked again."""
        for attempt in range(self.again + 1):
            if attempt:
                time.sleep(PAUSE * attempt)
            answer = self._followed(url, method)
            if answer.status and answer.status != 429 and answer.status < 500:
                break
        return answer

    def _followed(self, url: str, method: str) -> Answer:
        here, seen, start = url, {url}, time.monotonic()
        while True:
            answer = self._once(here, method, start + self.timeout)
            target = answer.headers.get("location") if 300 <= answer.status < 400 else None
            if target is None:
                return replace(answer, url=url, final=here, seconds=time.monotonic() - start)
            here = joined(here, target)
            if here in seen or len(seen) > HOPS:
                return Answer(url, here, trouble=LOOP)
            seen.add(here)

    def _once(self, url: str, method: str, until: float) -> Answer:
        try:
            parts = urlsplit(url)
            if parts.scheme not in ("http", "https") or not parts.hostname:
                return Answer(url, trouble=f"«{url}» không phải địa chỉ web")
            asked = urllib.request.Request(quote(url, safe=KEPT), None, HEADERS, method=method)
            try:
                with self._opener.open(asked, timeout=self.timeout) as response:
                    return _read(url, response, until, method)
            except urllib.error.HTTPError as error:
                with error:
                    return _read(url, error, until, method)
        except (OSError, http.client.HTTPException, ValueError, EOFError, zlib.error) as error:
            return Answer(url, trouble=_said(error))


def joined(here: str, target: str) -> str:
    """`target` as seen from `here`; one that is no address at all stays as it is."""
    try:
        return urljoin(here, target)
    except ValueError:
        return target


def _read(url: str, response: Any, until: float, method: str) -> Answer:
    headers = {name.lower(): value for name, value in response.headers.items()}
    body = bytearray()
    while block := response.read(BLOCK):
        body += block
        if len(body) > LARGEST:
            return Answer(url, trouble=f"trả lời dài quá {LARGEST // 1_000_000} MB")
        if time.monotonic() > until:
            raise TimeoutError
    length = headers.get("content-length", "")
    if method != "HEAD" and length.isdecimal() and len(body) < int(length):
        return Answer(url, trouble=f"đứt giữa chừng: {len(body)} trên {length} byte")
    whole = _unpacked(bytes(body)) if headers.get("content-encoding") == "gzip" and body else bytes(body)
    return Answer(url, url, int(response.status), headers, whole)


def _unpacked(data: bytes) -> bytes:
    """Of what was packed no more than `LARGEST`, so that a small file cannot fill the memory."""
    reader = zlib.decompressobj(wbits=31)
    whole = reader.decompress(data, LARGEST)
    if not reader.eof:
        raise gzip.BadGzipFile
    return whole


def _said(error: BaseException) -> str:
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(reason, TimeoutError):
        return "chờ quá lâu, không có trả lời"
    if isinstance(reason, ssl.SSLCertVerificationError):
        return "chứng thư bảo mật (HTTPS) không hợp lệ hoặc đã hết hạn"
    if isinstance(reason, ssl.SSLError):
        return "không lập được nối bảo mật (HTTPS)"
    if isinstance(reason, ConnectionRefusedError):
        return "máy chủ không nhận nối"
    if isinstance(reason, gzip.BadGzipFile | EOFError | zlib.error | http.client.IncompleteRead):
        return "trả lời bị đứt hoặc hỏng"
    if isinstance(reason, ConnectionError | http.client.HTTPException):
        return "máy chủ ngắt giữa chừng hoặc trả lời không đúng giao thức"
    return "không tìm thấy máy chủ hoặc mạng bị ngắt"
