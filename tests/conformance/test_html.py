"""The pages of a site with everything in it, against the HTML standard and our own bars."""

import gzip
import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from posixpath import dirname, join, normpath
from urllib.parse import unquote
from xml.etree.ElementTree import Element

import html5lib
import pytest

from sitegen.model.article import Caption
from sitegen.model.dating import UNKNOWN
from sitegen.model.page import Copy, OwnPage, RelatedPage
from sitegen.publish import (
    Renderer,
    draw_social_card,
    list_social_cards,
    list_twins,
    make_assets,
    make_machine_files,
    output_path,
    render_feed,
    write_twins,
)
from sitegen.text.wording import read_wording
from tests.publish.feed_samples import NOON, make_feeds
from tests.publish.site_samples import (
    make_page,
    make_pages,
    make_views,
    plan,
    render_bodies,
    shipped_theme,
)

BASE_URL = "https://example.org/news/"
CSP = (
    "default-src 'none'; script-src 'self' {inline}; style-src 'self'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
    "manifest-src 'self'; "
    "base-uri 'none'; form-action 'self'; object-src 'none'"
)
HOSTILE = "</script><script>alert(1)</script> & \"{{ 7 * 7 }}\" <!-- 'x' " + "title " * 40
SEEDS = (Copy(seed="a <b>.txt", digest="0" * 16, words=9, score=1.0, reason="the fullest"),)


def make_output() -> dict[str, bytes]:
    pages = (
        *make_pages(60, tags=("Mira", "Rare"), story="s", seeds=SEEDS),
        make_page("hostile", title=HOSTILE, summary=HOSTILE, body=HOSTILE, agency=HOSTILE),
        make_page("undated", dating=UNKNOWN, byline="", agency=""),
        make_page("arabic", title="ميناء ميرا", lang="ar", aliases=("old",)),
        make_page(
            "full",
            captions=(Caption("A boat.", "Mats Oyen"),),
            related=(RelatedPage("hostile", "", "shares <Mira>"),),
            is_truncated=True,
            dek=HOSTILE,
            place="ORLE",
            body="- a\n- b\n\n> c\n>\n> d\n\n| e | f |\n| --- | --- |\n| g |\n\n*h*\n",
            url="https://post.example/?a=1&b=2",
            dating=replace(UNKNOWN, moment=NOON, precision="day", evidence="on “Friday”"),
        ),
    )
    own = (OwnPage("About", "about", "# A\n\n- b\n\n| c | d |\n|---|---|\n| e | f |\n"),)
    site = plan(*pages, tags=("Mira",), own=own)
    bodies, theme = render_bodies(site), shipped_theme()
    renderer = Renderer(theme)
    views = make_views(site, theme)
    files = [*make_machine_files(site), *make_assets(theme, read_wording("en"))]
    files += [file for make in list_twins(site) for file in write_twins(make())]
    files += [file for card in list_social_cards(site) for file in draw_social_card(card)]
    files += [file for feed in make_feeds(site, bodies) for file in render_feed(feed)]
    return {file.path: file.data for file in files} | {
        output_path(view.address): renderer.render(view) for view in views
    }


OUTPUT = make_output()
HTML = {path: data.decode() for path, data in OUTPUT.items() if path.endswith(".html")}
FRAMED = {path: text for path, text in HTML.items() if path != "articles/old/index.html"}
TREES = {
    path: html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    for path, text in HTML.items()
}


def find(path: str, tag: str) -> list[Element]:
    return list(TREES[path].iter(tag))


def test_every_page_parses_without_an_error_in_the_strictest_reading() -> None:
    assert len(TREES) == len(HTML) > 70


def find_file(path: str, href: str) -> str:
    """Return the file of the site that a link on a page leads to; empty for other places."""
    if href.startswith(BASE_URL):
        return output_path(unquote(href.removeprefix(BASE_URL)))
    if re.match("[a-z]+:", href) or href.startswith("#"):
        return ""
    return normpath(join(dirname(path), unquote(href)))


def test_no_link_is_dead() -> None:
    hrefs = {
        (path, element.get("href", ""))
        for path in HTML
        for element in (*find(path, "a"), *find(path, "link"))
        if "href" in element.attrib
    }

    files = {(path, href): find_file(path, href) for path, href in hrefs}

    assert {link: file for link, file in files.items() if file and file not in OUTPUT} == {}
    assert len(set(files.values())) > len(HTML)


def test_every_page_names_a_picture_that_is_there() -> None:
    for path in FRAMED:
        pictures = [
            meta.get("content", "")
            for meta in find(path, "meta")
            if meta.get("property") == "og:image"
        ]
        assert [find_file(path, picture) in OUTPUT for picture in pictures] == [True]


def test_links_work_from_disk_and_below_any_path() -> None:
    for path in FRAMED.keys() - {"404.html"}:
        for element in find(path, "a"):
            assert not element.get("href", "").startswith("/")


def hash_inline(path: str) -> str:
    """Return the hashes of the rules and of the data that stand in a page itself."""
    inline = {script.get("type"): script.text or "" for script in find(path, "script")}
    digests = (
        sha256(inline[kind].encode()).digest()
        for kind in ("speculationrules", "application/ld+json")
    )
    return " ".join(f"'sha256-{b64encode(digest).decode()}'" for digest in digests)


@pytest.mark.parametrize("path", sorted(FRAMED))
def test_every_page_has_a_strict_policy_before_anything_it_loads(path: str) -> None:
    policies = [meta for meta in find(path, "meta") if meta.get("http-equiv")]

    assert [meta.get("content") for meta in policies] == [CSP.format(inline=hash_inline(path))]
    assert FRAMED[path].index("Content-Security-Policy") < FRAMED[path].index("<link")


def test_no_text_becomes_code() -> None:
    for path in HTML:
        scripts = {script.get("type") for script in find(path, "script")}
        own = {None} if path in {"search/index.html", "feeds/index.html"} else set()
        assert scripts <= {"application/ld+json", "speculationrules"} | own
        for element in TREES[path].iter():
            assert not any(name == "style" or name.startswith("on") for name in element.attrib)


def test_nothing_is_asked_of_a_third_party() -> None:
    for path in HTML:
        for element in TREES[path].iter():
            if element.tag in {"img", "iframe", "script", "audio", "video", "source", "embed"}:
                source = element.get("src")
                assert source is None or source.startswith(("../assets/search.", "../assets/copy."))
        sheets = [
            link.get("href", "") for link in find(path, "link") if "style" in str(link.get("rel"))
        ]
        assert all("assets/site." in sheet for sheet in sheets)


def test_titles_and_descriptions_are_there_and_unique() -> None:
    titles = [find(path, "title")[0].text or "" for path in FRAMED]
    descriptions = [
        meta.get("content")
        for path in FRAMED
        for meta in find(path, "meta")
        if meta.get("name") == "description"
    ]

    assert all(titles)
    assert all(len(title) <= 70 for title in titles)
    assert len(descriptions) == len(FRAMED)


def test_every_page_has_one_first_heading_and_skips_no_level() -> None:
    for path in FRAMED:
        levels = [
            int(str(element.tag)[1])
            for element in TREES[path].iter()
            if re.fullmatch("h[1-6]", str(element.tag))
        ]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_no_id_stands_twice_and_the_skip_link_leads_to_the_text() -> None:
    for path in FRAMED:
        ids = [element.get("id") for element in TREES[path].iter() if element.get("id")]
        assert ids.count("main") == 1
        assert len(ids) == len(set(ids))
        assert find(path, "a")[0].get("href") == "#main"


def test_the_linked_data_is_json_of_the_right_kind() -> None:
    for path in FRAMED:
        scripts = [s for s in find(path, "script") if s.get("type") == "application/ld+json"]
        (data,) = [json.loads(script.text or "") for script in scripts]
        assert data["@context"] == "https://schema.org"
    hostile = find("articles/hostile/index.html", "script")[0]
    assert json.loads(hostile.text or "")["@graph"][0]["headline"] == HOSTILE


def test_the_pages_own_feed_comes_first() -> None:
    (first, *_) = [
        link for link in find("tags/mira/index.html", "link") if link.get("rel") == "alternate"
    ]

    assert first.get("href") == "../../tags/mira/atom.xml"


def test_the_calendar_of_a_month_stands_before_its_articles() -> None:
    months = [text for path, text in HTML.items() if re.match(r"archive/\d+/\d+/index", path)]

    assert months
    for text in months:
        assert text.index('class="calendar"') < text.index('class="river"')


def test_pages_are_light() -> None:
    styles = [len(gzip.compress(data)) for path, data in OUTPUT.items() if path.endswith(".css")]
    assert max(styles) <= 4_000
    scripts = [len(gzip.compress(data)) for path, data in OUTPUT.items() if path.endswith(".js")]
    assert max(scripts) <= 3_000
    assert len(scripts) == 2
    for path, text in HTML.items():
        assert len(gzip.compress(text.encode())) <= 15_000, path
        assert len(list(TREES[path].iter())) <= 800, path
    furniture = HTML["articles/full/index.html"]
    assert len(gzip.compress(furniture.encode())) <= 6_000


def test_a_former_address_forwards_by_itself_and_by_a_link() -> None:
    text = HTML["articles/old/index.html"]

    assert '<meta http-equiv="refresh" content="0; url=../../articles/arabic/index.html">' in text
    assert '<a href="../../articles/arabic/index.html"' in text
