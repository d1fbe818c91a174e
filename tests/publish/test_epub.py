"""How a book is written as EPUB."""

from dataclasses import replace
from io import BytesIO
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZIP_STORED, ZipFile

from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.article import Caption
from sitegen.model.book import Book, Chapter
from sitegen.publish.epub import write_epub
from sitegen.publish.markup import render_markdown
from sitegen.publish.xhtml import read_body

XHTML = "{http://www.w3.org/1999/xhtml}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
CHAPTER = Chapter(
    file="article-1.xhtml",
    title="Ferry <late>",
    language="fa",
    direction="rtl",
    body="<p>A ferry &amp; a tram<br>were late.</p>",
    url="https://example.org/news/articles/ferry-late/",
    facts="KNA · 14 June 2024",
    captions=(Caption("A boat.", "Mats Oyen"), Caption("A quay.", "")),
)
BOOK = Book(
    address="digest/2024-06-14/2024-06-14.epub",
    id="tag:example.org,2026:sitegen/digest/2024-06-14",
    title="Friday 14 June 2024",
    site="Kelsund & Co",
    author="",
    description="Ferry late",
    language="en",
    direction="ltr",
    published="2024-06-15T00:00:00Z",
    modified="2024-06-16T00:00:00Z",
    extent="1 article",
    contents="Contents",
    pictures="Pictures showed",
    overview=replace(CHAPTER, file="overview.xhtml", title="In this issue", language="en"),
    articles=(CHAPTER,),
)


def open_book(book: Book) -> dict[str, bytes]:
    with ZipFile(BytesIO(write_epub(book))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def read(book: Book, name: str) -> Element:
    return fromstring(open_book(book)[f"EPUB/{name}"])  # noqa: S314 - what sitegen wrote


def test_programs_know_the_file_by_its_first_bytes() -> None:
    data = write_epub(BOOK)

    assert data[30:58] == b"mimetypeapplication/epub+zip"
    with ZipFile(BytesIO(data)) as archive:
        assert archive.infolist()[0].compress_type == ZIP_STORED


def test_nothing_in_the_file_tells_when_or_where_it_was_made() -> None:
    with ZipFile(BytesIO(write_epub(BOOK))) as archive:
        told = {(one.date_time, one.create_system, one.external_attr) for one in archive.infolist()}

    assert told == {((1980, 1, 1, 0, 0, 0), 3, 0o644 << 16)}
    assert write_epub(BOOK) == write_epub(replace(BOOK))


def test_the_package_lists_every_file_and_says_what_the_book_is() -> None:
    members = open_book(BOOK)
    package = read(BOOK, "package.opf")
    listed = {item.get("href") for item in package.iter("{http://www.idpf.org/2007/opf}item")}
    said = {element.tag.rpartition("}")[2]: element.text for element in package[0]}

    assert {f"EPUB/{name}" for name in listed} == members.keys() - {
        "mimetype",
        "META-INF/container.xml",
        "EPUB/package.opf",
    }
    assert said["identifier"] == BOOK.id
    assert said["title"] == "Friday 14 June 2024 · Kelsund & Co"
    assert said["creator"] == "Kelsund & Co"
    assert "2024-06-16T00:00:00Z" in {element.text for element in package[0]}


def test_contents_lead_to_every_text_in_its_language() -> None:
    links = list(read(BOOK, "nav.xhtml")[1][0].iter(f"{XHTML}a"))

    assert [(link.get("href"), link.text, link.get("lang")) for link in links] == [
        ("overview.xhtml", "In this issue", None),
        ("article-1.xhtml", "Ferry <late>", "fa"),
    ]


def test_an_article_has_its_title_facts_text_and_pictures() -> None:
    page = read(BOOK, "article-1.xhtml")
    (facts,) = [one for one in page.iter(f"{XHTML}p") if one.get("class") == "facts"]

    assert (page.get("lang"), page.get(LANGUAGE), page.get("dir")) == ("fa", "fa", "rtl")
    assert [(facts.text, facts.get("lang"), facts.get("dir"))] == [(CHAPTER.facts, "en", "ltr")]
    assert ["".join(one.itertext()) for one in page.iter(f"{XHTML}li")] == [
        "A boat. Mats Oyen",
        "A quay.",
    ]
    assert "A ferry & a tram" in "".join(page.itertext())


def test_an_address_is_shown_in_letters_that_people_read() -> None:
    chapter = replace(CHAPTER, url="https://example.org/news/%D8%B9%D8%A8/")
    page = read(replace(BOOK, articles=(chapter,)), "article-1.xhtml")

    (link,) = page.iter(f"{XHTML}a")
    assert (link.get("href"), link.text) == (chapter.url, "https://example.org/news/عب/")


def test_a_book_without_articles_is_one_all_the_same() -> None:
    assert "EPUB/overview.xhtml" in open_book(replace(BOOK, articles=()))


def test_text_outside_any_element_of_a_body_is_kept() -> None:
    assert "".join(map(str, read_body("one <p>two</p> three").itertext())) == "one two three"


@given(st.text(), st.text())
def test_whatever_is_written_every_file_can_be_read(text: str, body: str) -> None:
    chapter = replace(
        CHAPTER,
        title=text,
        dek=text,
        facts=text,
        rights=text,
        captions=(Caption(text, text),),
        body=render_markdown(body),
    )
    book = replace(BOOK, title=text, site=text, articles=(chapter,))

    for name, data in open_book(book).items():
        if name.endswith(("xhtml", "xml", "opf")):
            fromstring(data)  # noqa: S314 - what sitegen wrote


@given(st.text(alphabet=st.sampled_from("*_`<>&[]()#-|: \n1.a\x0c\x85\u202e&;ltx")))
def test_no_word_of_a_body_is_lost(body: str) -> None:
    html = render_markdown(body)

    told = "".join(map(str, read_body(html).itertext()))
    assert told == "".join(fromstring(as_xml(html)).itertext())  # noqa: S314


def as_xml(html: str) -> str:
    """The serialised form that HTML and XML differ in: void elements and one entity."""
    text = html.replace("<br>", "<br/>").replace("<hr>", "<hr/>").replace("&nbsp;", "&#160;")
    return f"<div>{text}</div>"
