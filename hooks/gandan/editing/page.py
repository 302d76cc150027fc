"""The editor's one page: what it may run and whom it may ask stands in its own policy, for itself alone."""

from html import escape

from gandan.banner import UNTOUCHED
from gandan.editing.hosts import Host
from gandan.model import Ward

# The package writes styles into elements, shows pictures before they are saved, shrinks them in WebAssembly.
_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self' data:; worker-src 'self' blob:; "
    "connect-src {}; form-action 'none'; base-uri 'none'"
)
_PAGE = """<!doctype html>
<html lang="vi" {untouched}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Soạn bài | {ward}</title>
<link rel="icon" href="../assets/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="page.css">
<script type="module" src="start.js"></script>
</head>
<body class="{host}">
<noscript><p>Trình soạn bài cần JavaScript. Mở trang này bằng Chrome hoặc Edge.</p></noscript>
</body>
</html>
"""


def page(ward: Ward, host: Host) -> str:
    """The HTML of the page; `host` says whom it may ask besides the site itself."""
    policy = _POLICY.format(" ".join(("'self'", "data:", "blob:", *host.asked)))
    return _PAGE.format(policy=policy, ward=escape(ward.name), host=host.name, untouched=UNTOUCHED)
