"""Write docs/templates.md: what a site may replace, and what each template may say.

Its opening stays as somebody wrote it. All below is read from the code, the templates and the style
sheet: run it after a change of those; tests/publish/test_templates.py compares.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from inspect import cleandoc
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from jinja2 import Environment, nodes

from sitegen.publish.markup import Html
from sitegen.publish.parts import Chrome
from sitegen.publish.views import View

ROOT = Path(__file__).parents[1]
TEMPLATES = ROOT / "templates"
DOCUMENT = ROOT / "docs" / "templates.md"
_TOKEN = re.compile(r"^ *--([a-z]+): (.*);$", re.MULTILINE)
_WORDS = {"str": "text", "bool": "yes or no", "int": "number"}
_BORDER = "<!-- All below is written by `python -m tools.describe_templates`. -->"


def describe(document: str) -> str:
    """Return the document anew, with the opening that it has."""
    kinds = get_args(View)
    pieces = [
        document.partition(_BORDER)[0] + _BORDER,
        "## Files",
        *_list_files(kinds),
        "## Tokens",
        _list_tokens(),
    ]
    pieces += ["## Macros", *_list_macros(), "## Views", "### site", *_describe(Chrome)]
    for kind in kinds:
        place = f"Template: `templates/{kind.template}`."
        pieces += [f"### {kind.__name__}", place, *_describe(kind)]
    pieces.append("## Parts of views")
    for part in _find_parts((Chrome, *kinds)):
        pieces += [f"### {part.__name__}", *_describe(part)]
    return "\n\n".join(piece.strip() for piece in pieces) + "\n"


def _list_files(kinds: Iterable[type[Any]]) -> Iterator[str]:
    uses = {kind.template: f"[{kind.__name__}](#{kind.__name__.lower()})" for kind in kinds}
    rows = ["| file | view |", "| --- | --- |"]
    for path in sorted(TEMPLATES.rglob("*")):
        name = path.relative_to(TEMPLATES).as_posix()
        if path.is_file():
            rows.append(f"| `{name}` | {uses.get(name, '')} |")
    yield "\n".join(rows)


def _list_tokens() -> str:
    sheet = (TEMPLATES / "assets" / "tokens.css").read_text(encoding="utf-8")
    rows = [f"| `--{name}` | `{value}` |" for name, value in _TOKEN.findall(sheet)]
    return "\n".join(["| token | value |", "| --- | --- |", *rows])


def _list_macros() -> Iterator[str]:
    reader = Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
    for path in sorted((TEMPLATES / "macros").glob("*.html")):
        tree = reader.parse(path.read_text(encoding="utf-8"))
        macros = [
            f"* `{macro.name}({', '.join(argument.name for argument in macro.args)})`"
            for macro in tree.find_all(nodes.Macro)
        ]
        yield f"### macros/{path.name}"
        yield "\n".join(macros)


def _describe(kind: type[Any]) -> Iterator[str]:
    """Yield what a view or a part is, and its fields with their types."""
    yield re.sub(r"``([^`]*)``", r"`\1`", cleandoc(kind.__doc__ or ""))
    hints = get_type_hints(kind)
    rows = [f"| `{field.name}` | {_name(hints[field.name])} |" for field in fields(kind)]
    yield "\n".join(["| field | holds |", "| --- | --- |", *rows])


def _name(hint: object) -> str:
    """Return a type in words."""
    name = getattr(hint, "__name__", "")
    if is_dataclass(hint) and hint is not Html:
        return f"[{name}](#{name.lower()})"
    inside = get_args(hint)
    if get_origin(hint) is tuple:
        return f"list of {_name(inside[0])}"
    if get_origin(hint) is UnionType:
        return f"{_name(inside[0])} or nothing"
    return _WORDS.get(name, name)


def _find_parts(kinds: Iterable[type[Any]]) -> list[type[Any]]:
    """Return what the fields of views hold, and what the fields of those hold, by name."""
    waiting, found = list(kinds), dict[str, type[Any]]()
    while waiting:
        for hint in get_type_hints(waiting.pop()).values():
            for part in _unfold(hint):
                if part.__name__ not in found:
                    found[part.__name__] = part
                    waiting.append(part)
    return [found[name] for name in sorted(found)]


def _unfold(hint: object) -> Iterator[type[Any]]:
    if isinstance(hint, type) and is_dataclass(hint) and hint not in {Html, Chrome}:
        yield hint
    for inside in get_args(hint):
        yield from _unfold(inside)


if __name__ == "__main__":
    DOCUMENT.write_text(describe(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")
