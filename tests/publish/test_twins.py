"""What machines read beside each article."""

import json
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.dating import Dating
from sitegen.model.page import RelatedPage
from sitegen.model.site import Site
from sitegen.publish.twins import list_twins, write_twins
from sitegen.text.normalize import drop_controls
from tests.publish.site_samples import make_page, plan

RELATED = (RelatedPage("two", "Two", "also about eels"), RelatedPage("gone", "Gone", "old"))


def draw(site: Site) -> dict[str, str]:
    files = [file for make in list_twins(site) for file in write_twins(make())]
    return {file.path: file.data.decode() for file in files}


def read_json(site: Site, slug: str) -> Any:
    return json.loads(draw(site)[f"articles/{slug}/article.json"])


def test_each_article_has_markdown_and_json_beside_its_page() -> None:
    assert set(draw(plan(make_page("one"), make_page("two")))) == {
        f"articles/{slug}/{name}"
        for slug in ("one", "two")
        for name in ("index.md", "article.json")
    }


def test_markdown_has_title_dek_source_text_and_address() -> None:
    page = make_page(
        "one", title="Eels *return*", dek="At last", agency="Northern Wire", body="Eels.\n"
    )
    text = draw(plan(replace(page, byline="", place="")))["articles/one/index.md"]

    assert text.startswith("# Eels \\*return\\*\n\n*At last*\n\nNorthern Wire · ")
    assert "\n\nEels.\n\n---\n\n<" in text
    assert text.endswith("/articles/one/>\n")


def test_links_lead_to_published_pages_and_those_to_none_are_words() -> None:
    web = "[web](https://a.example/x.md)"
    body = f"The [Star](../tags/star.md), [two](two.md#end), [gone](gone.md), {web}."
    site = plan(make_page("one", body=body, tags=("star",)), make_page("two"), tags=("star",))
    text = draw(site)["articles/one/index.md"]

    assert "[two](../two/index.html#end), gone, " + web in text


def test_json_says_what_is_known_and_leaves_out_what_is_not() -> None:
    page = make_page("one", related=RELATED, rights="", dek="", is_truncated=False)
    described = read_json(plan(page, make_page("two")), "one")

    assert described["id"] == "one"
    assert described["url"].endswith("/articles/one/")
    assert [one["reason"] for one in described["related"]] == ["also about eels"]
    assert described["date"]["precision"] == "instant"
    assert {"rights", "dek", "is_truncated"}.isdisjoint(described)


def test_an_unknown_date_has_no_moment() -> None:
    page = replace(make_page("one"), dating=Dating(None, "unknown", ""))

    assert read_json(plan(page), "one")["date"] == {"precision": "unknown"}


@given(st.text(st.sampled_from("abfru0\\\b\f\r\x00\x1f\x7f\x85é\u202e\ud800 "), max_size=8))
def test_what_may_stand_in_no_page_stands_in_no_json(text: str) -> None:
    page = replace(make_page("ferry-late"), title=f"a{text}b", body=f"c{text}d\n")

    known = read_json(plan(page), "ferry-late")

    assert known["title"] == drop_controls(f"a{text}b")
    assert known["text"] == drop_controls(f"c{text}d")
