"""What is in the book of a digest, and when it must be bound again."""

import re
from dataclasses import replace
from datetime import timedelta

from sitegen.model.article import Caption
from sitegen.model.book import Book
from sitegen.model.page import Page
from sitegen.model.site import Site
from sitegen.publish.books import ARTICLES, find_book, list_books
from sitegen.publish.render import Renderer
from tests.publish.feed_samples import NOON, SETTINGS, make_issue
from tests.publish.site_samples import make_page, noon, plan, render_bodies, shipped_theme, views_of

SLUG = "2024-06-14"


def shelve(site: Site) -> list[Book]:
    return [make() for make in list_books(site, render_bodies(site))]


def make_site(*pages: Page, body: str = "", **changes: object) -> Site:
    """Return a site with an issue of one day, which tells of all the pages."""
    ids = tuple(page.id for page in pages)
    issue = make_issue(SLUG, **{"body": body, "articles": ids, **changes})
    return plan(*pages, issues=(issue,))


def make_book(*pages: Page, body: str = "", **changes: object) -> Book:
    (book,) = shelve(make_site(*pages, body=body, **changes))
    return book


def titles(book: Book) -> list[str]:
    return [chapter.title for chapter in book.articles]


def test_each_issued_digest_has_a_book_and_no_other() -> None:
    pages = (make_page("one", noon(14)), make_page("two", noon(20)))
    site = plan(*pages, issues=(make_issue(SLUG), make_issue("2024-W24")))

    assert {book.address for book in shelve(site)} == {
        "digest/2024-06-14/2024-06-14.epub",
        "digest/2024-W24/2024-W24.epub",
    }
    assert {digest.slug for digest in site.digests if find_book(digest, SETTINGS)} == {
        SLUG,
        "2024-W24",
    }


def test_the_page_of_an_issued_digest_offers_its_book_and_no_other_page_does() -> None:
    site = plan(make_page("one", noon(14)), make_page("two", noon(20)), issues=(make_issue(SLUG),))
    pages = views_of(site, shipped_theme())
    renderer = Renderer(shipped_theme())
    offers = {
        address: re.findall(r'href="([^"]*)"[^>]*epub|epub\+zip" href="([^"]*)"', text)
        for address, view in pages.items()
        if "epub" in (text := renderer.render(view).decode())
    }

    book = f"../../digest/{SLUG}/{SLUG}.epub"
    assert offers == {f"digest/{SLUG}/": [("", book), (book, "")]}


def test_books_can_be_left_out() -> None:
    settings = replace(SETTINGS, epub=False)
    site = plan(make_page("one"), issues=(make_issue(SLUG),), settings=settings)

    assert shelve(site) == []
    assert [find_book(digest, settings) for digest in site.digests if digest.issue] == [""]


def test_articles_stand_as_the_digest_has_them_and_then_those_that_it_only_counts() -> None:
    pages = [make_page(name, NOON + timedelta(hours=n)) for n, name in enumerate("abcd")]
    body = "[c](../articles/c.md) [gone](../articles/gone.md) [a](../articles/a.md)"

    assert titles(make_book(*pages, body=body)) == ["C", "A", "D", "B"]


def test_a_book_has_an_end() -> None:
    pages = [make_page(f"p{n:04}", NOON + timedelta(seconds=n)) for n in range(ARTICLES + 9)]
    book = make_book(*pages, body="[first](../articles/p0000.md)")

    assert len(book.articles) == ARTICLES
    assert titles(book)[:2] == ["P0000", f"P{ARTICLES + 8:04}"]
    assert book.extent == "1,000 articles"


def test_what_an_editor_took_out_of_a_digest_is_not_in_its_book() -> None:
    pages = (make_page("one"), make_page("two"))
    body = "[two](../articles/two.md)"

    assert titles(make_book(*pages, body=body, is_edited=True)) == ["Two"]


def test_an_article_under_a_former_address_is_in_the_book_once() -> None:
    page = make_page("new", aliases=("old",))
    book = make_book(page, body="[a](../articles/old.md) [b](../articles/new.md)")

    assert titles(book) == ["New"]
    assert book.overview.body == (
        '<p><a href="article-1.xhtml">a</a> <a href="article-1.xhtml">b</a></p>'
    )


def test_links_lead_into_the_book_or_out_to_the_web_and_else_are_words() -> None:
    body = (
        "[in](two.md#part) [out](three.md) [star](../tags/star.md) [web](https://a.example/?b#c) "
        "[far](https://a.example/ü) [gone](gone.md) [here](#part) "
        "[file](article-2.xhtml) [odd](<https://a.example/[>) "
        "[mail](mailto:a@b.example) [bare](//a.example/)"
    )
    one = make_page("one", body=body, tags=("Star",))
    two, three = make_page("two"), make_page("three", noon(20))
    issue = make_issue(SLUG, body="", articles=("one", "two"))
    site = plan(one, two, three, tags=("Star",), issues=(issue,))

    (book,) = shelve(site)

    (body,) = [chapter.body for chapter in book.articles if chapter.title == "One"]
    (file,) = [chapter.file for chapter in book.articles if chapter.title == "Two"]
    assert body == (
        f'<p><a href="{file}">in</a> <a href="https://example.org/news/articles/three/">out</a> '
        "star "
        '<a href="https://a.example/?b#c">web</a> <a href="https://a.example/%C3%BC">far</a> '
        "gone here file odd "
        '<a href="mailto:a@b.example">mail</a> bare</p>'
    )


def test_a_chapter_says_what_is_known_of_an_article() -> None:
    page = make_page(
        "one",
        dek="At last",
        agency="Northern Wire",
        byline="Zoë Dorn",
        place="ORLE",
        rights="© Northern Wire",
        captions=(Caption("A boat.", "Mats Oyen"),),
        is_truncated=True,
    )

    (chapter,) = make_book(page).articles

    assert chapter.facts == "Northern Wire · by Zoë Dorn · ORLE · 14 June 2024, 12:00"
    assert (chapter.dek, chapter.rights, chapter.captions) == (
        "At last",
        "© Northern Wire",
        page.captions,
    )
    assert chapter.notice.startswith("The text breaks off here")
    assert chapter.url == "https://example.org/news/articles/one/"


def test_a_book_is_in_the_language_of_its_digest_and_its_articles_in_their_own() -> None:
    pages = (make_page("one", lang="fa"), make_page("two", lang="no language"))
    book = make_book(*pages, lang="ar", body="[one](../articles/one.md)")

    assert (book.language, book.direction, book.contents) == ("ar", "rtl", "المحتويات")
    assert [(one.language, one.direction) for one in book.articles] == [
        ("fa", "rtl"),
        ("ar", "auto"),
    ]


def test_a_book_is_dated_to_the_end_of_its_days_and_to_the_last_change_of_an_article() -> None:
    early = make_book(make_page("one", noon(14)))
    late = make_book(make_page("one", noon(14), updated=noon(18)))

    assert (early.published, early.modified) == ("2024-06-15T00:00:00Z", "2024-06-15T00:00:00Z")
    assert (late.published, late.modified) == ("2024-06-15T00:00:00Z", "2024-06-18T12:00:00Z")


def test_a_book_stays_as_it_is_when_articles_come_that_it_does_not_tell_of() -> None:
    one, other = make_page("one", noon(14)), make_page("other", noon(14))
    issue = make_issue(SLUG, body="", articles=("one",))

    assert shelve(plan(one, issues=(issue,))) == shelve(plan(one, other, issues=(issue,)))
