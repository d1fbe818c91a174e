"""Write a book as EPUB 3.3 (https://www.w3.org/TR/epub-33/): XHTML and its lists in a zip.

It names nothing that is not in it, has no script, and its bytes depend on the book alone: files of
a zip have no date before 1980, so all have that. The title page comes first, then the digest as it
was issued, then one file for each article.
"""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from sitegen.model.article import Caption
from sitegen.publish.books import Book, Chapter, name_file
from sitegen.publish.language import direction_of, foreign_language
from sitegen.publish.xhtml import XML_LANGUAGE, Element, make_element, read_body, write_xml

MEDIA_TYPE = "application/epub+zip"

_XHTML = "http://www.w3.org/1999/xhtml"
_EPUB = "http://www.idpf.org/2007/ops"
_PACKAGE = "http://www.idpf.org/2007/opf"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_CONTAINER = "urn:oasis:names:tc:opendocument:xmlns:container"
_TYPE = f"{{{_EPUB}}}type"

_FIRST_DATE = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16
_FOLDER = "EPUB/"
_TITLE_PAGE, _OVERVIEW = "title.xhtml", "overview.xhtml"

# Readers choose type, size and colours; this only tells things apart.
_STYLE = b"""\
h1, h2, h3 { line-height: 1.2; text-align: start; hyphens: none; break-after: avoid; }
h2 { margin-block: 2em 0.5em; }
blockquote { margin-inline: 1.5em 0; font-style: italic; }
table { border-collapse: collapse; }
th, td { border: 1px solid; padding: 0.2em 0.5em; text-align: start; vertical-align: top; }
pre { white-space: pre-wrap; }
nav ol { list-style: none; padding-inline-start: 0; }
nav li { margin-block: 0.5em; }
.title { margin-block-start: 30%; text-align: center; }
.title h1 { text-align: center; }
.dek { font-style: italic; }
.facts, .origin, .captions { font-size: 0.85em; }
.notice { font-weight: bold; }
.origin { margin-block-start: 2em; border-block-start: 1px solid; }
"""
_ACCESS = (
    ("schema:accessMode", "textual"),
    ("schema:accessModeSufficient", "textual"),
    ("schema:accessibilityFeature", "readingOrder"),
    ("schema:accessibilityFeature", "structuralNavigation"),
    ("schema:accessibilityFeature", "tableOfContents"),
    ("schema:accessibilityHazard", "none"),
)


def write_epub(book: Book) -> bytes:
    """Return the file of a book."""
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        # Programs know an EPUB by these bytes at its beginning.
        archive.writestr(_describe_member("mimetype"), MEDIA_TYPE, ZIP_STORED)
        for name, content in _list_members(book):
            archive.writestr(_describe_member(name), content, ZIP_DEFLATED)
    return data.getvalue()


def _describe_member(name: str) -> ZipInfo:
    member = ZipInfo(name, _FIRST_DATE)
    member.create_system = 3  # whatever the machine is
    member.external_attr = _READABLE
    return member


def _list_members(book: Book) -> Iterator[tuple[str, bytes]]:
    yield "META-INF/container.xml", write_xml(_make_container())
    yield f"{_FOLDER}package.opf", write_xml(_make_package(book))
    yield f"{_FOLDER}nav.xhtml", _make_navigation(book)
    yield f"{_FOLDER}style.css", _STYLE
    yield f"{_FOLDER}{_TITLE_PAGE}", _make_title_page(book)
    yield f"{_FOLDER}{_OVERVIEW}", _make_chapter(book.overview, book)
    for place, chapter in enumerate(book.articles):
        yield f"{_FOLDER}{name_file(place)}", _make_chapter(chapter, book)


def _make_container() -> Element:
    """Return what says where the package is."""
    root = {"full-path": f"{_FOLDER}package.opf", "media-type": "application/oebps-package+xml"}
    files = make_element("rootfiles", make_element("rootfile", attributes=root))
    return make_element(
        "container", files, attributes={"version": "1.0"}, namespaces={None: _CONTAINER}
    )


def _make_package(book: Book) -> Element:
    """Return the list of all files, their order, and what the book is."""
    pages = {"title": _TITLE_PAGE, "overview": _OVERVIEW}
    pages |= {f"article-{place + 1}": name_file(place) for place in range(len(book.articles))}
    xhtml = "application/xhtml+xml"
    manifest = make_element(
        "manifest",
        _make_item("nav", "nav.xhtml", xhtml, "nav"),
        _make_item("style", "style.css", "text/css"),
        *(_make_item(name, file, xhtml) for name, file in pages.items()),
    )
    spine = make_element(
        "spine",
        *(make_element("itemref", attributes={"idref": name}) for name in pages),
        attributes={"page-progression-direction": book.direction},
    )
    return make_element(
        "package",
        make_element("metadata", *_describe(book), namespaces={"dc": _DUBLIN_CORE}),
        manifest,
        spine,
        attributes={
            "version": "3.0",
            "unique-identifier": "id",
            XML_LANGUAGE: book.language,
            "dir": book.direction,
        },
        namespaces={None: _PACKAGE},
    )


def _make_item(name: str, file: str, media_type: str, properties: str = "") -> Element:
    attributes = {"id": name, "href": file, "media-type": media_type, "properties": properties}
    return make_element("item", attributes=attributes)


def _describe(book: Book) -> Iterator[Element]:
    yield _say("identifier", book.id, {"id": "id"})
    yield _say("title", f"{book.title} · {book.site}")
    yield _say("language", book.language)
    yield _say("creator", book.author or book.site)
    yield _say("publisher", book.site)
    yield _say("date", book.published)
    yield _say("source", book.overview.url)
    if book.description:
        yield _say("description", book.description)
    yield _mean("dcterms:modified", book.modified)
    yield _mean("belongs-to-collection", book.site, {"id": "series"})
    yield _mean("collection-type", "series", {"refines": "#series"})
    for name, value in _ACCESS:
        yield _mean(name, value)


def _say(name: str, text: str, attributes: dict[str, str] | None = None) -> Element:
    return make_element(f"{{{_DUBLIN_CORE}}}{name}", text, attributes=attributes)


def _mean(name: str, text: str, attributes: dict[str, str] | None = None) -> Element:
    return make_element("meta", text, attributes={"property": name, **(attributes or {})})


def _make_navigation(book: Book) -> bytes:
    chapters = {_OVERVIEW: book.overview}
    chapters |= {name_file(place): chapter for place, chapter in enumerate(book.articles)}
    contents = make_element(
        "nav",
        make_element("h1", book.contents),
        make_element("ol", *(_link(file, one, book) for file, one in chapters.items())),
        attributes={_TYPE: "toc", "role": "doc-toc"},
    )
    begin = make_element(
        "a", book.overview.title, attributes={_TYPE: "bodymatter", "href": _OVERVIEW}
    )
    landmarks = make_element(
        "nav",
        make_element("ol", make_element("li", begin)),
        attributes={_TYPE: "landmarks", "hidden": "hidden"},
    )
    return _make_page(book.contents, book.language, "frontmatter", contents, landmarks)


def _link(file: str, chapter: Chapter, book: Book) -> Element:
    foreign = foreign_language(chapter.language, book.language)
    return make_element(
        "li",
        make_element(
            "a",
            chapter.title,
            attributes={"href": file, "dir": "auto", "lang": foreign, XML_LANGUAGE: foreign},
        ),
    )


def _make_title_page(book: Book) -> bytes:
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
    link = make_element("a", url, attributes={"href": url, "dir": "ltr"})
    return make_element("p", link)


def _make_chapter(chapter: Chapter, book: Book) -> bytes:
    section = make_element(
        "section", *_list_parts(chapter, book), attributes={_TYPE: "chapter"}
    )
    return _make_page(chapter.title, chapter.language, "bodymatter", section)


def _list_parts(chapter: Chapter, book: Book) -> Iterator[Element]:
    turn = {"dir": chapter.direction}
    own = {"lang": book.language, XML_LANGUAGE: book.language, "dir": book.direction}
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
    credit = [" ", make_element("small", caption.credit)] if caption.credit else []
    return make_element("li", caption.text, *credit)


def _make_page(title: str, language: str, kind: str, *content: Element) -> bytes:
    """Return an XHTML file; ``kind`` is a part of a book (https://www.w3.org/TR/epub-ssv-11/)."""
    style = {"rel": "stylesheet", "type": "text/css", "href": "style.css"}
    page = make_element(
        "html",
        make_element("head", make_element("title", title), make_element("link", attributes=style)),
        make_element("body", *content, attributes={_TYPE: kind}),
        attributes={"lang": language, XML_LANGUAGE: language, "dir": direction_of(language)},
        namespaces={None: _XHTML, "epub": _EPUB},
    )
    return write_xml(page, is_page=True)
