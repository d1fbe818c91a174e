"""How GitHub Pages answers a request, as a pure function of the files that it serves.

What was seen of it: a folder without its slash redirects, ``/page`` is answered with
``page.html``, ``/page.html/`` and ``/page/`` with nothing, and what is not there with 404.html.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

TYPES = {
    "html": "text/html; charset=utf-8",
    "xml": "application/xml",
    "json": "application/json; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
}
UNKNOWN_TYPE = "application/octet-stream"
GENERIC = b"There isn't a GitHub Pages site here."


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, the media type and bytes of the answer, and where a redirect leads."""

    status: int
    media_type: str
    data: bytes
    location: str = ""


@dataclass(frozen=True, slots=True)
class PagesHost:
    """A site at a base path, which begins and ends with a slash."""

    files: Mapping[str, bytes]
    base_path: str

    def get(self, request: str) -> Answer:
        """Answer a request for a path; what stands behind ``?`` or ``#`` counts for nothing."""
        path = unquote(request.partition("#")[0].partition("?")[0])
        if path + "/" == self.base_path:
            return self._redirect(path + "/")
        if not path.startswith(self.base_path):
            return Answer(404, TYPES["html"], GENERIC)
        name = path.removeprefix(self.base_path)
        if not name or name.endswith("/"):
            return self._serve(f"{name}index.html")
        if name in self.files:
            return self._serve(name)
        if f"{name}.html" in self.files:
            return self._serve(f"{name}.html")
        if f"{name}/index.html" in self.files:
            return self._redirect(path + "/")
        return self._serve(name)

    def _serve(self, name: str) -> Answer:
        if name not in self.files:
            return Answer(404, TYPES["html"], self.files.get("404.html", GENERIC))
        ending = name.rpartition(".")[2]
        return Answer(200, TYPES.get(ending, UNKNOWN_TYPE), self.files[name])

    def _redirect(self, location: str) -> Answer:
        return Answer(301, TYPES["html"], b"", location)
