from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.content import ArchiveRead, ContentFile
from sitegen.model.feed import Archived, FeedArchive
from sitegen.pages import read_archive, write_archive

NOON = datetime(2024, 6, 14, 12, tzinfo=UTC)
FERRY = Archived(
    id="tag:example.org,2024:sitegen/0",
    slug="ferry-late",
    title="Ferry late",
    published=NOON,
    updated=NOON,
    author="KNA",
    summary="A ferry was late.",
)
ARCHIVE = FeedArchive(7, (FERRY, replace(FERRY, id="tag:example.org,2024:sitegen/1")))
TEXTS = st.text(min_size=1)
MOMENTS = st.datetimes(datetime(1000, 1, 1), datetime(8999, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001 - hypothesis wants bounds without a zone
    lambda moment: moment.replace(microsecond=0)
)
ARTICLES = st.builds(
    Archived, TEXTS, st.just("ferry-late"), TEXTS, MOMENTS, MOMENTS, st.text(), st.text(), st.text()
)


def read(text: str, name: str = "0007") -> ArchiveRead:
    return read_archive(ContentFile(f"feeds/{name}.md", text.encode()))


@given(st.integers(1, 9_999_999), st.lists(ARTICLES, max_size=3).map(tuple))
def test_what_was_written_is_read_back(number: int, articles: tuple[Archived, ...]) -> None:
    archive = FeedArchive(number, articles)

    made = read_archive(ContentFile(f"feeds/{number:04}.md", write_archive(archive).encode()))

    assert made == ArchiveRead(archive, (), number)


def test_a_person_may_change_the_list() -> None:
    text = write_archive(ARCHIVE).replace("title: Ferry late", "title: Ferry on time", 1)

    assert read(text).archive == FeedArchive(
        7, (replace(FERRY, title="Ferry on time"), ARCHIVE.articles[1])
    )


def test_a_file_that_cannot_be_read_still_says_which_archive_it_is() -> None:
    found = read(write_archive(ARCHIVE).replace("articles:", "articles: [", 1))

    assert (found.archive, found.number) == (None, 7)
    assert found.problems[0].severity == "quarantined"


def test_a_list_that_is_none_is_told_with_its_line() -> None:
    found = read("---\narticles: [ferry]\n---\n")

    assert found.archive is None
    assert found.problems[0].place == "feeds/0007.md:2"
    assert "write a list of mappings" in found.problems[0].message


def test_a_file_of_another_name_is_no_archive() -> None:
    found = read(write_archive(ARCHIVE), "archive-7")

    assert (found.archive, found.number) == (None, 0)
    assert "call it like 0001.md" in found.problems[0].message
