"""Whatever the interface says is in its catalogues, whole, and nothing goes past them."""

import ast
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.core import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from jinja2 import Environment, nodes

from sitegen.text.translations import CONTEXTS
from sitegen.text.wording import CATALOGUE, list_catalogues
from tools.catalogues import extract_words, update

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
CALLS = {"gettext", "ngettext", "_patterns", "plural_forms"}
# What people read or hear of an attribute.
SPOKEN = re.compile(r"aria-label|alt|title|placeholder|abbr|label|data-(?!separators|unspaced).*")
# Names of formats, and of files that the first page of an empty site tells of.
NAMES = {"RSS", "Atom", "JSON", "Markdown", "EPUB"}
# Of elements, of controls, of kinds.
OF_CODE = {"h2", "h3", "tag", "source", "when", "day"}
_PLACE = re.compile(r"%\((\w+)\)s|%%")
_WORD = re.compile(r"[^\W\d_]{2,}")


@cache
def words() -> Catalog:
    return extract_words()


@cache
def read(code: str) -> Catalog:
    path = ROOT / "sitegen" / "text" / code / CATALOGUE
    with path.open("rb") as file:
        return read_po(file, locale=code)


def forms(text: object) -> tuple[str, ...]:
    """The one form of a text, or all that go by a number."""
    return tuple(map(str, text)) if isinstance(text, (list, tuple)) else (str(text),)


def places(text: object) -> set[str]:
    return {found for form in forms(text) for found in _PLACE.findall(form) if found}


def messages(code: str) -> list[Message]:
    return [message for message in read(code) if message.id]


@pytest.mark.parametrize("code", list_catalogues())
def test_a_catalogue_is_what_the_tool_makes_of_it(code: str) -> None:
    """After a change of words: ``python -m tools.catalogues``, then translate what is new."""
    data = (ROOT / "sitegen" / "text" / code / CATALOGUE).read_bytes()

    assert update(data, words(), code) == data


@pytest.mark.parametrize("code", list_catalogues())
def test_a_catalogue_has_every_word_in_every_plural(code: str) -> None:
    plurals = len(Locale(code).plural_form.tags | {"other"})

    for message in messages(code):
        assert not message.fuzzy
        assert all(forms(message.string)), message.id
        assert len(forms(message.string)) == (plurals if message.pluralizable else 1), message.id


@pytest.mark.parametrize("code", list_catalogues())
def test_a_translation_has_the_places_of_its_text_and_its_markup(code: str) -> None:
    for message in messages(code):
        if message.pluralizable:
            assert places(message.string) == places(message.id), message.id
        for form in forms(message.string):
            assert places(form) <= places(message.id), message.id
            assert message.pluralizable or places(form) == places(message.id), message.id
            assert re.findall("<[^>]*>", form) == re.findall("<[^>]*>", forms(message.id)[0])


@pytest.mark.parametrize("code", list_catalogues())
def test_the_contexts_of_a_catalogue_are_those_that_one_of_a_site_may_have(code: str) -> None:
    assert {message.context for message in messages(code) if message.context} == CONTEXTS


def test_no_word_hides_in_a_formatted_string_where_no_tool_finds_it() -> None:
    for path in (ROOT / "sitegen").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.JoinedStr):
                assert not [call for call in ast.walk(node) if is_lookup(call)], (path, node.lineno)


def test_a_lookup_is_of_words_that_stand_there() -> None:
    for path in (ROOT / "sitegen").rglob("*.py"):
        if path.name in {"wording.py", "render.py"}:
            continue
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Call) and is_lookup(node):
                assert isinstance(node.args[0], ast.Constant), (path, node.lineno)


def is_lookup(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CALLS
    )


class Said(HTMLParser):
    """Collects what a page says: its text, and the attributes that people read or hear."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        self.said += [value for name, value in attrs if value and SPOKEN.fullmatch(name)]

    def handle_data(self, data: str) -> None:
        if self.cdata_elem is None:  # neither a script nor a style
            self.said.append(data)


def find_words(text: str) -> set[str]:
    return {word for piece in Said(text).said for word in _WORD.findall(piece)} - NAMES


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_says_nothing_of_its_own(path: Path) -> None:
    source = re.sub(
        r"\{% trans .*?\{% endtrans %\}|\{% trans %\}.*?\{% endtrans %\}", "x0", path.read_text()
    )
    bare = re.sub(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", "x0", source)

    assert find_words(bare) == set()


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_text_in_an_expression_of_a_template_is_looked_up(path: Path) -> None:
    tree = Environment(autoescape=True).parse(
        re.sub(r"\{% trans .*?endtrans %\}", "", path.read_text())
    )
    looked_up = {
        id(argument)
        for call in tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name == "_"
        for argument in call.args
    }

    texts = {
        node.value
        for node in tree.find_all(nodes.Const)
        if isinstance(node.value, str) and id(node) not in looked_up
    }
    # Names of templates, of elements, and of what a view is of; what an address is broken at.
    assert {
        text for text in texts if not re.fullmatch(r"[\w/]+\.html|h[23]|day|[a-z]+|/", text)
    } == set()


def test_words_of_a_page_are_found_where_people_meet_them() -> None:
    page = '<p title="One"><b class="no" aria-label="Two">Three</b><script>four</script> JSON'

    assert find_words(page) == {"One", "Two", "Three"}


def test_whoever_speaks_for_a_site_knows_its_own_words() -> None:
    for path in (ROOT / "sitegen").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            match node:
                case ast.Call(func=ast.Name(id="read_wording"), args=[ast.Name(id=name)]):
                    assert name == "SOURCE_LANGUAGE", (path, node.lineno)
                case ast.Call(func=ast.Name(id="read_wording"), args=args):
                    assert len(args) == 2, (path, node.lineno)
