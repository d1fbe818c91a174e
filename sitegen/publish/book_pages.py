"""The pages of a book as XHTML: contents, title page, and one for each text."""

from collections.abc import Iterator
from urllib.parse import unquote

from sitegen.model.article import Caption
from sitegen.model.book import Book, Chapter
from sitegen.publish.language import direction_of, foreign_language
from sitegen.publish.xhtml import XML_LANGUAGE, Element, make_element, read_body, write_xml

_XHTML = "http://www.w3.org/1999/xhtml"
_EPUB = "http://www.idpf.org/2007/ops"
_TYPE = f"{{{_EPUB}}}type"

# Programs for reading choose type, size and colours; this only tells things apart.
STYLE = b"""\
h1, h2, h3 { line-height: 1.2; text-align: start; hyphens: none; break-after: avoid; }
h2 { margin-block: 2em 0.5em; }
blockquote { margin-inline: 1.5em 0; font-style: italic; }
table { border-collapse: collapse; }
th, td { border: 1px solid; padding: 0.2em 0.5em; text-align: start; vertical-align: top; }
pre { white-space: pre-wrap; }
a { color: inherit; }
nav ol { list-style: none; padding-inline-start: 0; }
nav li { margin-block: 0.5em; }
.title { margin-block-start: 30%; text-align: center; }
.title h1 { text-align: center; }
.dek { font-style: italic; }
.facts, .origin, .captions { font-size: 0.85em; }
.notice { font-weight: bold; }
.address { overflow-wrap: anywhere; }
.origin { margin-block-start: 2em; border-block-start: 1px solid; }
"""


def make_navigation(book: Book) -> bytes:
    """Return the list of contents, and for programs where the text begins."""
    chapters = (book.overview, *book.articles)
    contents = make_element(
        "nav",
        make_element("h1", book.contents),
        make_element("ol", *(_link(chapter, book) for chapter in chapters)),
        attributes={_TYPE: "toc", "role": "doc-toc"},
    )
    begin = make_element(
        "a", book.overview.title, attributes={_TYPE: "bodymatter", "href": book.overview.file}
    )
    landmarks = make_element(
        "nav",
        make_element("ol", make_element("li", begin)),
        attributes={_TYPE: "landmarks", "hidden": "hidden"},
    )
    return _make_page(book.contents, book.language, "frontmatter", contents, landmarks)


def _link(chapter: Chapter, book: Book) -> Element:
    tag = _tag(foreign_language(chapter.language, book.language))
    attributes = {"href": chapter.file, "dir": "auto", **tag}
    return make_element("li", make_element("a", chapter.title, attributes=attributes))


def make_title_page(book: Book) -> bytes:
    """Return what a reader sees first: whose book it is, of what days, and how much is in it."""
    title = make_element(
        "section",
        make_element("p", book.site, attributes={"dir": "auto"}),
        make_element("h1", book.title, attributes={"dir": "auto"}),
        make_element("p", book.extent),
        _link_out(book.overview.url),
        attributes={_TYPE: "titlepage", "class": "title"},
    )
    return _make_page(book.title, book.language, "frontmatter", title)


def _link_out(url: str) -> Element:
    """Return an address as a link, in letters that people read."""
    link = make_element("a", unquote(url), attributes={"href": url, "dir": "ltr"})
    return make_element("p", link, attributes={"class": "address"})


def make_chapter(chapter: Chapter, book: Book) -> bytes:
    """Return a text of the book, with what is known of it above and its address below."""
    section = make_element("section", *_list_parts(chapter, book), attributes={_TYPE: "chapter"})
    return _make_page(chapter.title, chapter.language, "bodymatter", section)


def _list_parts(chapter: Chapter, book: Book) -> Iterator[Element]:
    turn = {"dir": chapter.direction}
    own = {**_tag(book.language), "dir": book.direction}
    yield make_element("h1", chapter.title, attributes=turn)
    if chapter.dek:
        yield make_element("p", chapter.dek, attributes={"class": "dek", **turn})
    if chapter.facts:
        yield make_element("p", chapter.facts, attributes={"class": "facts", **own})
    body = read_body(chapter.body)
    body.set("dir", chapter.direction)
    yield body
    if chapter.notice:
        yield make_element("p", chapter.notice, attributes={"class": "notice", **own})
    if chapter.captions:
        yield make_element(
            "section",
            make_element("h2", book.pictures, attributes=own),
            make_element("ul", *map(_make_caption, chapter.captions), attributes=turn),
            attributes={"class": "captions"},
        )
    rights = [make_element("p", chapter.rights, attributes={"dir": "auto"})]
    yield make_element(
        "footer",
        *(rights if chapter.rights else []),
        _link_out(chapter.url),
        attributes={"class": "origin"},
    )


def _make_caption(caption: Caption) -> Element:
    if not caption.credit:
        return make_element("li", caption.text)
    return make_element("li", caption.text, " ", make_element("small", caption.credit))


def _make_page(title: str, language: str, kind: str, *content: Element) -> bytes:
    """Return an XHTML file; ``kind`` is a part of a book (https://www.w3.org/TR/epub-ssv-11/)."""
    style = {"rel": "stylesheet", "type": "text/css", "href": "style.css"}
    page = make_element(
        "html",
        make_element("head", make_element("title", title), make_element("link", attributes=style)),
        make_element("body", *content, attributes={_TYPE: kind}),
        attributes={**_tag(language), "dir": direction_of(language)},
        namespaces={None: _XHTML, "epub": _EPUB},
    )
    return write_xml(page, is_page=True)


def _tag(language: str) -> dict[str, str]:
    """Return how an element says its language: HTML's way and that of XML."""
    return {"lang": language, XML_LANGUAGE: language}
