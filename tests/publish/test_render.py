from dataclasses import dataclass, replace
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from sitegen.errors import TemplateError
from sitegen.model.theme import Theme
from sitegen.publish.assets import asset_address
from sitegen.publish.frame import make_chrome
from sitegen.publish.markup import Html
from sitegen.publish.parts import Chrome
from sitegen.publish.render import Renderer, _escape, _escape_words
from sitegen.text.wording import Wording
from tests.publish.site_samples import edition_of, plan

CHROME = make_chrome("a/", edition_of(plan()))


@dataclass(frozen=True, slots=True)
class SampleView:
    template: ClassVar[str] = "a.html"

    address: str
    site: Chrome
    title: str
    body: Html


VIEW = SampleView(address="a/", site=CHROME, title="<b> & {{ 7 * 7 }}", body=Html("<i>b</i>"))


def render(template: str, **others: str) -> str:
    templates = (("a.html", template), *((f"{name}.html", text) for name, text in others.items()))
    return Renderer(Theme(templates=templates, assets=(), digest="")).render(VIEW).decode()


def test_a_template_sees_the_site_and_its_view() -> None:
    assert render("{{ site.title }}: {{ view.address }}") == "Kelsund &amp; Co: a/"


def test_text_is_escaped_and_is_no_template() -> None:
    assert render("{{ view.title }}") == "&lt;b&gt; &amp; {{ 7 * 7 }}"


@given(st.text() | st.integers() | st.none() | st.text().map(Html) | st.text().map(escape))
def test_values_are_escaped_as_markupsafe_does_it(value: object) -> None:
    assert _escape(value) == str(escape(value))


def test_only_what_the_markdown_room_made_is_html() -> None:
    assert render("{{ view.body }}{{ '<i>' }}") == "<i>b</i>&lt;i&gt;"


def test_escaping_holds_in_inherited_included_and_imported_templates() -> None:
    html = render(
        '{% extends "b.html" %}{% import "c.html" as c %}'
        '{% block main %}{{ c.show(view.title) }}{% include "d.html" %}{% endblock %}',
        b="{% block main %}{% endblock %}",
        c="{% macro show(text) %}{{ text }}{% endmacro %}",
        d="{{ view.title }}",
    )

    assert "<b>" not in html
    assert html.count("&lt;b&gt;") == 2


MACROS = """
{% macro shown(value) %}<{{ value }}>{% endmacro %}
{% macro known(value) %}{{ value is defined }}{% endmacro %}
{% macro row(values) %}{% for value in values %}{{ shown(value) }}{% endfor %}{% endmacro %}
{% macro gone() %}{{ shown(nothing) }}{% endmacro %}
{% macro asked() %}{{ known(nothing) }}{% endmacro %}
"""


def test_a_macro_that_is_called_again_gives_what_it_gives_for_its_arguments() -> None:
    html = render(
        '{% import "b.html" as b %}{{ b.row([1, true, "1", [1], "a", "a", 1, 1.0]) }}', b=MACROS
    )

    assert html == "<1><True><1><[1]><a><a><1><1.0>"


def test_a_macro_may_be_given_a_name_that_does_not_exist() -> None:
    assert render('{% import "b.html" as b %}{{ b.asked() }}', b=MACROS) == "False"
    with pytest.raises(TemplateError, match=r"^templates/b\.html:2: 'nothing' is undefined"):
        render('{% import "b.html" as b %}{{ b.gone() }}', b=MACROS)


TITLED = (
    "{% macro titled(mark) %}{{ mark }}{{ view.title }}{% endmacro %}"
    "{% macro twice() %}{{ titled('=') }}{% endmacro %}"
)


@pytest.mark.parametrize(
    "template",
    [TITLED + "{{ twice() }}", '{% import "b.html" as b with context %}{{ b.twice() }}'],
)
def test_a_macro_that_sees_the_view_gives_that_of_each_view(template: str) -> None:
    theme = Theme(templates=(("a.html", template), ("b.html", TITLED)), assets=(), digest="")
    renderer = Renderer(theme)

    titles = [renderer.render(replace(VIEW, title=title)) for title in ("one", "two")]

    assert titles == [b"=one", b"=two"]


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("\n{{ view.nothing }}", "templates/a.html:2: 'nothing' is undefined; mend the template"),
        ("{{ site.nothing }}", "templates/a.html:1: 'nothing' is undefined; mend the template"),
        ("{{ view.title.a.b }}", "templates/a.html:1: 'a' is undefined; mend the template"),
        ("{{ nothing }}", "templates/a.html:1: 'nothing' is undefined; mend the template"),
        (
            "\n\n{% if %}",
            "templates/a.html:3: expected an expression, got 'end of statement block'; mend",
        ),
        (
            '\n{% include "b.html" %}',
            "templates/a.html:2: there is no template 'b.html'; add it or mend its name",
        ),
        ("{{ view.title | loud }}", "templates/a.html:1: no filter named 'loud'; mend"),
        ('{{ asset("x.svg") }}', "templates/a.html:1: there is no templates/assets/x.svg; mend"),
        (" \n", "templates/a.html: gives an empty page; fill it or delete it"),
        ("{{ view.title + 1 }}", 'templates/a.html:1: can only concatenate str (not "int") to str'),
    ],
)
def test_a_broken_template_is_named_with_its_line(template: str, message: str) -> None:
    with pytest.raises(TemplateError) as caught:
        render(template)

    assert str(caught.value).startswith(message)


def test_an_error_is_laid_to_the_template_that_has_it() -> None:
    with pytest.raises(TemplateError, match=r"^templates/b\.html:2: 'x' is undefined"):
        render('{% include "b.html" %}', b="\n{{ x }}")


def test_a_missing_template_is_named() -> None:
    with pytest.raises(TemplateError, match=r"^templates/a\.html: there is no such template"):
        Renderer(Theme(templates=(), assets=(), digest="")).render(VIEW)


GERMAN = replace(VIEW, site=replace(CHROME, language="de"))


def render_in_german(template: str) -> str:
    theme = Theme(templates=(("a.html", template),), assets=(), digest="")
    return Renderer(theme).render(GERMAN).decode()


def test_words_are_told_in_the_language_of_the_site_wherever_they_stand() -> None:
    html = render_in_german(
        "{% macro say(word) %}{{ word }}{% endmacro %}"
        "{{ _('Related') }} {{ say(_('Tags')) }} {{ _('Older') if view.title else _('Newer') }}"
    )

    assert html == "Verwandt Schlagwörter Älter"


def test_markup_amid_words_stays_markup_and_values_are_escaped() -> None:
    by = "{% trans byline=view.title %}by {{ byline }}{% endtrans %}"
    share = "{% trans %}<i>&</i> 5%{% endtrans %}"

    assert render_in_german(f"{by} {share}") == "von &lt;b&gt; &amp; {{ 7 * 7 }} <i>&</i> 5%"


def test_words_that_no_catalogue_has_stay_and_are_escaped_as_text() -> None:
    assert render_in_german("{{ _('<my> words') }}") == "&lt;my&gt; words"


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("<a href='%(url)s'>Da</a>", "&lt;a href=&#39;%(url)s&#39;&gt;Da</a>"),
        ("<img src=x onerror=alert(1) ", "&lt;img src=x onerror=alert(1) "),
        (
            '<img onerror="alert(1)" <a href="%(url)s">Da</a>',
            '&lt;img onerror=&#34;alert(1)&#34; <a href="%(url)s">Da</a>',
        ),
        ('<a href="%(url)s">Da</a> > x', '<a href="%(url)s">Da</a> &gt; x'),
    ],
)
def test_of_a_translation_only_the_whole_tags_of_its_text_are_tags(told: str, shown: str) -> None:
    """Whatever reads catalogues, a translation puts no markup of its own on a page."""
    assert _escape_words(told, '<a href="%(url)s">There</a>') == shown


def test_a_page_that_is_drawn_looks_up_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up: list[str] = []

    def gettext(_: Wording, text: str) -> str:
        looked_up.append(text)
        return text

    monkeypatch.setattr(Wording, "gettext", gettext)
    theme = Theme(templates=(("a.html", "{{ _('Once') }}"),), assets=(), digest="")
    renderer = Renderer(theme)

    assert {renderer.render(GERMAN) for _ in range(3)} == {b"Once"}
    assert looked_up == ["Once"]


@pytest.mark.parametrize("call", ["_(view.title)", '_("On %(day)s", day=view.title)', "_()"])
def test_only_words_that_stand_there_can_be_looked_up(call: str) -> None:
    with pytest.raises(TemplateError) as caught:
        render(f"\n{{{{ {call} }}}}")

    assert str(caught.value) == (
        "templates/a.html:2: _() takes words in quotes alone; values stand amid them in "
        "{% trans %}; mend the template"
    )


def test_an_asset_that_is_not_there_is_told_with_the_line_and_what_is_meant() -> None:
    templates = (("a.html", '\n{{ asset("logo.sgv") }}'),)
    theme = Theme(templates=templates, assets=(("logo.svg", b"<svg/>"),), digest="")

    with pytest.raises(TemplateError) as caught:
        Renderer(theme).render(VIEW)

    assert str(caught.value) == (
        "templates/a.html:2: there is no templates/assets/logo.sgv, perhaps 'logo.svg' is meant; "
        "mend the template"
    )


def test_a_template_and_a_file_of_macros_name_an_asset() -> None:
    templates = (
        ("a.html", '{% import "b.html" as b %}{{ asset("logo.svg") }} {{ b.logo() }}'),
        ("b.html", '{% macro logo() %}{{ asset("logo.svg") }}{% endmacro %}'),
    )
    theme = Theme(templates=templates, assets=(("logo.svg", b"<svg/>"),), digest="")

    address = asset_address(theme, "logo.svg")

    assert Renderer(theme).render(VIEW).decode() == f"{address} {address}"
