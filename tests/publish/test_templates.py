"""Templates see two names, and only what the views really have.

Their words go through gettext, which tests/text/test_catalogues.py is about.
"""

import re
from dataclasses import fields
from typing import Any, get_args

import pytest
from jinja2 import Environment, nodes
from jinja2.meta import find_referenced_templates, find_undeclared_variables

from sitegen.publish.parts import Chrome, Head
from sitegen.publish.views import View
from tests.publish.site_samples import shipped_theme
from tools.describe_templates import DOCUMENT, describe

VIEWS: dict[str, type[Any]] = {kind.template: kind for kind in get_args(View)}
TEMPLATES = dict(shipped_theme().templates)
# Include sees everything; what it may use is what every view with the common frame has.
FRAME = ("base.html", "partials/head.html", "partials/header.html", "partials/footer.html")


PARSER = Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
PARSER.newstyle_gettext = True  # type: ignore[attr-defined] # as the renderer reads them
GETTEXT = {"_", "gettext"}


def parse(name: str) -> nodes.Template:
    return PARSER.parse(TEMPLATES[name])


def attributes(tree: nodes.Template, name: str) -> set[str]:
    return {
        node.attr
        for node in tree.find_all(nodes.Getattr)
        if isinstance(node.node, nodes.Name) and node.node.name == name
    }


def names(kind: type[Any]) -> set[str]:
    return {field.name for field in fields(kind)}


def test_every_kind_of_page_has_its_template_and_every_template_its_use() -> None:
    used = set(VIEWS)
    waiting = list(VIEWS)
    while waiting:
        found = {name for name in find_referenced_templates(parse(waiting.pop())) if name}
        waiting += found - used
        used |= found

    assert used == set(TEMPLATES)
    assert len(VIEWS) == len(get_args(View))


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_a_template_sees_two_names(name: str) -> None:
    tree = parse(name)
    macros = {node.target for node in tree.find_all(nodes.Import)}

    assert find_undeclared_variables(tree) <= {"site", "view"} | GETTEXT | macros


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_a_template_asks_the_site_only_for_what_it_has(name: str) -> None:
    assert attributes(parse(name), "site") <= names(Chrome)


@pytest.mark.parametrize("name", sorted(VIEWS))
def test_a_template_asks_its_view_only_for_what_it_has(name: str) -> None:
    assert attributes(parse(name), "view") <= names(VIEWS[name])


def test_the_frame_asks_only_for_what_all_framed_views_have() -> None:
    framed = [kind for name, kind in VIEWS.items() if "base.html" in TEMPLATES[name]]
    common = set.intersection(*(names(kind) for kind in framed))

    for name in FRAME:
        assert attributes(parse(name), "view") <= common
        heads = {
            node.attr
            for node in parse(name).find_all(nodes.Getattr)
            if isinstance(node.node, nodes.Getattr) and node.node.attr == "head"
        }
        assert heads <= names(Head)


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_a_template_neither_calculates_nor_declares_text_safe(name: str) -> None:
    tree = parse(name)
    arithmetic = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod)

    assert not list(tree.find_all(arithmetic))
    assert not list(tree.find_all((nodes.Filter, nodes.MarkSafe)))
    assert not list(tree.find_all(nodes.ScopedEvalContextModifier))


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_a_template_holds_neither_styles_nor_scripts_that_run(name: str) -> None:
    text = TEMPLATES[name]

    assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", text)
    assert set(re.findall(r"<script([^>]*)>", text)) <= {
        ' type="application/ld+json"',
        ' type="speculationrules"',
        ' src="{{ site.root }}{{ view.script }}"',
    }


def test_html_is_made_in_one_module() -> None:
    assert names(Head) >= {"data"}
    for kind in VIEWS.values():
        html = {field.name for field in fields(kind) if "Html" in str(field.type)}
        assert html <= {"body"}


def test_the_document_of_templates_is_current() -> None:
    """After a change of views or templates: ``python -m tools.describe_templates``."""
    document = DOCUMENT.read_text(encoding="utf-8")

    assert describe(document) == document
    for kind in VIEWS.values():
        assert f"### {kind.__name__}\n" in document
        assert all(f"| `{name}` | " in document for name in names(kind))
