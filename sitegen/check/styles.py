"""Examine a style sheet: what it loads, and whether its rules are closed."""

import re
from collections.abc import Iterator

from sitegen.check.addresses import find_target
from sitegen.check.facts import Link
from sitegen.check.findings import MEND, error, shorten
from sitegen.model.output import OutputFile
from sitegen.model.problem import Problem

# A namespace is named by an address that nothing is loaded from.
_COMMENT = re.compile(r"/\*.*?\*/|@namespace\b[^;]*;", re.DOTALL)
# Strings, and addresses without quotes.
_QUOTED = re.compile(
    r"""\\.|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\(\s*[^\s"')](?:\\.|[^)\\])*\)""",
    re.DOTALL | re.IGNORECASE,
)
_LOADED = re.compile(
    r"url\(\s*(?P<quote>['\"]?)(?P<url>.*?)(?P=quote)\s*\)|@import\s+['\"](?P<sheet>[^'\"]*)"
)


def examine_style(file: OutputFile, base_url: str) -> tuple[tuple[Link, ...], tuple[Problem, ...]]:
    """Return the files of the site that a style sheet loads, and what is wrong with it."""
    text = _COMMENT.sub(_keep_lines, file.data.decode("utf-8", "replace"))
    links: list[Link] = []
    problems = list(_examine_braces(file.path, text))
    for found in _LOADED.finditer(text):
        place = f"{file.path}:{text.count(chr(10), 0, found.start()) + 1}"
        problems += _follow(place, found["url"] or found["sheet"] or "", file, base_url, links)
    return tuple(links), tuple(problems)


def _examine_braces(path: str, text: str) -> Iterator[Problem]:
    """Yield where a rule is left open: browsers take all that follows for a part of it."""
    code = _QUOTED.sub("", text)
    more = code.count("{") - code.count("}")
    if more:
        what = "is left open" if 0 < more else "is closed without being open"
        yield error(path, f"has a brace that {what}; mend a style sheet in templates/assets/")


def _follow(
    place: str, url: str, file: OutputFile, base_url: str, links: list[Link]
) -> Iterator[Problem]:
    if url.startswith(("data:image/", "#")):
        return
    try:
        target = find_target(file.path, url, base_url)
    except ValueError:
        target = None
    if target is None:
        yield error(place, f"loads '{shorten(url)}' from another host; keep it under assets/")
    elif not url:
        yield error(place, f"loads nothing; {MEND}")
    else:
        links.append(Link(place, target))


def _keep_lines(comment: re.Match[str]) -> str:
    return "\n" * comment[0].count("\n")
