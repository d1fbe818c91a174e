"""Write a book as EPUB 3.3 (https://www.w3.org/TR/epub-33/): XHTML and its lists in a zip.

It names nothing that is not in it, has no script, and its bytes depend on the book alone: files of
a zip have no date before 1980, so all have that. The title page comes first, then the digest as it
was issued, then one file for each article.
"""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from sitegen.model.book import Book
from sitegen.publish.book_pages import STYLE, make_chapter, make_navigation, make_title_page
from sitegen.publish.xhtml import XML_LANGUAGE, Element, make_element, write_xml

MEDIA_TYPE = "application/epub+zip"
_PAGE = "application/xhtml+xml"

_PACKAGE = "http://www.idpf.org/2007/opf"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_CONTAINER = "urn:oasis:names:tc:opendocument:xmlns:container"

_FIRST_DATE = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16
_FOLDER = "EPUB/"
_TITLE_PAGE = "title.xhtml"

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
    yield f"{_FOLDER}nav.xhtml", make_navigation(book)
    yield f"{_FOLDER}style.css", STYLE
    yield f"{_FOLDER}{_TITLE_PAGE}", make_title_page(book)
    for chapter in (book.overview, *book.articles):
        yield f"{_FOLDER}{chapter.file}", make_chapter(chapter, book)


def _make_container() -> Element:
    """Return what says where the package is."""
    root = {"full-path": f"{_FOLDER}package.opf", "media-type": "application/oebps-package+xml"}
    files = make_element("rootfiles", make_element("rootfile", attributes=root))
    return make_element(
        "container", files, attributes={"version": "1.0"}, namespaces={None: _CONTAINER}
    )


def _make_package(book: Book) -> Element:
    """Return the list of all files, their order, and what the book is."""
    files = [_TITLE_PAGE, *(chapter.file for chapter in (book.overview, *book.articles))]
    manifest = make_element(
        "manifest",
        _make_item("nav.xhtml", _PAGE, "nav"),
        _make_item("style.css", "text/css"),
        *(_make_item(file, _PAGE) for file in files),
    )
    spine = make_element(
        "spine",
        *(make_element("itemref", attributes={"idref": _name(file)}) for file in files),
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


def _make_item(file: str, media_type: str, properties: str = "") -> Element:
    attributes = {
        "id": _name(file),
        "href": file,
        "media-type": media_type,
        "properties": properties,
    }
    return make_element("item", attributes=attributes)


def _name(file: str) -> str:
    return file.partition(".")[0]


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
