"""Pages as the preview sends them: with the script that reloads them, which output/ never has."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape, unescape

_META_POLICY = re.compile(
    r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")', re.IGNORECASE
)
_BODY_END = "</body>"
_CANONICAL = re.compile(rb'<link rel="canonical" href="([^"<>]+)404\.html"')


@dataclass(frozen=True, slots=True)
class Reloading:
    """What a page needs to hear of its changes.

    ``origin`` is where the browser has the page from; ``script`` and ``stream`` are paths there.
    ``token`` is known to our own pages only.
    """

    origin: str
    script: str
    stream: str
    token: str


def bring_home(html: bytes, home: str) -> bytes:
    """Return the page for wrong addresses with the links of its whole site leading to the preview.

    It is shown at any depth, so that its links name the site; ``home`` is where the preview has it.

    >>> page = b'<link rel="canonical" href="https://a.example/404.html"><a href="https://a.example/">'
    >>> bring_home(page, "http://127.0.0.1:8000/")[-33:]
    b'<a href="http://127.0.0.1:8000/">'
    """
    named = _CANONICAL.search(html)
    return html.replace(b'="' + named[1], b'="' + escape(home).encode()) if named else html


def add_reloading(html: bytes, reloading: Reloading, version: str) -> bytes:
    """Return a page that asks the stream whether it still is what the site has."""
    text = html.decode(errors="surrogateescape")
    before, end, after = text.rpartition(_BODY_END)
    if not end:
        before, after = text, ""
    element = (
        f'<script src="{escape(reloading.script)}" data-stream="{escape(reloading.stream)}" '
        f'data-token="{escape(reloading.token)}" data-version="{escape(version)}"></script>'
    )

    def open_policy(match: re.Match[str]) -> str:
        before = unescape(match[2])
        after = allow_reloading(before, reloading)
        return match[0] if after == before else match[1] + escape(after) + match[3]

    # Only the head has policies, and text that says the same further down is nobody's policy.
    head, gap, rest = before.partition("<body")
    dressed = _META_POLICY.sub(open_policy, head) + gap + rest
    return (dressed + element + end + after).encode(errors="surrogateescape")


def allow_reloading(policy: str, reloading: Reloading) -> str:
    """Return a content security policy that lets the script run and ask, and nothing else.

    >>> reloading = Reloading("http://localhost:1", "/a.js", "/b", "")
    >>> allow_reloading("default-src 'none'; style-src 'self'", reloading)
    "default-src 'none'; style-src 'self'; script-src http://localhost:1/a.js; connect-src http://localhost:1/b"
    >>> allow_reloading("script-src 'self'; connect-src 'self'", reloading)
    "script-src 'self'; connect-src 'self'"
    """
    is_changed = False
    directives = dict(_read_policy(policy))
    wanted = (("script-src", reloading.script), ("connect-src", reloading.stream))
    for name, path in wanted:
        sources = directives.get(name, directives.get("default-src"))
        if sources is None or "'self'" in sources or "*" in sources:
            continue
        kept = [source for source in sources if source != "'none'"]
        directives[name] = (*kept, f"{reloading.origin}{path}")
        is_changed = True
    if not is_changed:
        return policy
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())


def write_message(title: str, text: str) -> bytes:
    """Return a page of our own, for when the site has none."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n</head>\n<body>\n<h1>{escape(title)}</h1>\n"
        f"<pre>{escape(text)}</pre>\n</body>\n</html>\n"
    ).encode(errors="backslashreplace")


def _read_policy(policy: str) -> Iterable[tuple[str, tuple[str, ...]]]:
    seen: set[str] = set()
    for directive in policy.split(";"):
        name, *sources = directive.split() or [""]
        # Of two that have one name the first counts (CSP level 3).
        if name and name.lower() not in seen:
            seen.add(name.lower())
            yield name.lower(), tuple(sources)
