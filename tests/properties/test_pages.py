"""Reading is the inverse of writing, and no file can break the reader."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.article import Caption
from sitegen.model.content import ContentFile, IssueRead, OwnRead, PageRead, TagRead
from sitegen.model.dating import BASES, Dating
from sitegen.model.digest import Issue
from sitegen.model.page import Apart, Copy, Page, RelatedPage, TagPage, Version
from sitegen.pages import (
    read_issue,
    read_own,
    read_page,
    read_tag,
    write_issue,
    write_page,
    write_tag,
)
from sitegen.pages.front_matter import read_front_matter, write_front_matter
from sitegen.pages.issue_file import find_linked

# Pieces that would mean something to YAML or Markdown, among any text that UTF-8 can hold.
PIECES = st.sampled_from(
    [
        "---",
        "...",
        "# ",
        "## Related\n",
        "\n",
        "\r\n",
        "\r",
        ": ",
        " #",
        "- ",
        "*",
        "&amp;",
        "\\",
        "[a](b.md)",
        '"',
        "'",
        "%",
        "@",
        "`",
        "{{ x }}",
        "|",
        ">",
        "~",
        "null",
        "\t",
        "\x00",
        "\x07",
        "\x85",
        "\u2028",
        "\ufeff",
        "\ufffe",
        "🚢",
        'checksum: "0123456789abcdef"\n',
    ]
)
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    st.lists(PIECES, max_size=8).map("".join),
)
NAMES = TEXTS.filter(bool)
BODIES = TEXTS.map(lambda text: text.replace("\r", ""))
LINES = NAMES.map(lambda text: text.replace("\r", " ").replace("\n", " "))
SLUGS = st.text("abcåк0-_", min_size=1, max_size=12)
URLS = st.one_of(st.just(""), TEXTS.map("https://example.org/{}".format))
YEARS = (datetime(1000, 1, 2), datetime(8999, 12, 30))  # noqa: DTZ001 - hypothesis adds the zone
MOMENTS = st.datetimes(*YEARS, timezones=st.just(UTC))
DATINGS = st.one_of(
    st.builds(Dating, st.none(), st.just("unknown"), TEXTS, contrary=TEXTS),
    st.builds(
        Dating,
        MOMENTS,
        st.sampled_from(["instant", "day", "month", "year"]),
        TEXTS,
        st.sampled_from(BASES),
        TEXTS,
    ),
)
NEVER = st.just(value=False)
COUNTS = st.integers(0, 10**12 - 1)


def several(of: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(of, max_size=3).map(tuple)


PAGES = st.builds(
    Page,
    id=NAMES,
    title=NAMES,
    slug=SLUGS,
    dating=DATINGS,
    first_seen=MOMENTS,
    updated=MOMENTS,
    draft=st.booleans(),
    lang=TEXTS,
    agency=TEXTS,
    byline=TEXTS,
    captions=several(st.builds(Caption, TEXTS, TEXTS)),
    source=TEXTS,
    url=URLS,
    tags=several(TEXTS),
    entities=several(TEXTS),
    story=st.one_of(st.just(""), SLUGS),
    summary=TEXTS,
    related=several(st.builds(RelatedPage, SLUGS, TEXTS, TEXTS)),
    aliases=several(SLUGS),
    seeds=several(st.builds(Copy, TEXTS, TEXTS, COUNTS, st.floats(0, 1), TEXTS, TEXTS)),
    words=COUNTS,
    body=BODIES,
    is_truncated=st.booleans(),
    is_edited=NEVER,
    rights=TEXTS,
    is_story_by_hand=st.booleans(),
    former_stories=several(SLUGS),
    dek=TEXTS,
    place=TEXTS,
    merged_into=TEXTS,
    apart=several(st.builds(Apart, NAMES, SLUGS | st.just(""), TEXTS, TEXTS)),
    phrases=several(TEXTS),
    versions=several(st.builds(Version, SLUGS, TEXTS, st.floats(0, 1))),
)
TAGS = st.builds(
    TagPage,
    title=NAMES,
    slug=SLUGS,
    entries=several(st.tuples(SLUGS, LINES)),
    is_edited=NEVER,
)


ISSUES = st.builds(
    Issue,
    id=NAMES,
    slug=st.dates().map(lambda day: day.isoformat()),
    kind=st.just("day"),
    title=LINES,
    issued=MOMENTS,
    summary=TEXTS,
    articles=several(TEXTS),
    late=several(TEXTS),
    linked=st.just(()),
    body=BODIES.map(lambda text: text.strip("\n")),
    draft=st.booleans(),
    is_edited=NEVER,
    lang=st.sampled_from(("en", "de", "pt-BR")),
).map(lambda issue: replace(issue, linked=find_linked(issue.body)))


@given(PAGES)
def test_a_page_is_read_as_it_was_written(page: Page) -> None:
    file = ContentFile(f"articles/{page.slug}.md", write_page(page).encode())

    assert read_page(file) == PageRead(page, ())


@given(TAGS)
def test_a_tag_is_read_as_it_was_written(tag: TagPage) -> None:
    file = ContentFile(f"tags/{tag.slug}.md", write_tag(tag).encode())

    assert read_tag(file) == TagRead(tag, ())


@given(ISSUES)
def test_a_digest_is_read_as_it_was_written(issue: Issue) -> None:
    file = ContentFile(f"digests/{issue.slug}.md", write_issue(issue).encode())

    assert read_issue(file) == IssueRead(issue, (), issue.slug)


@given(PAGES, st.data())
def test_an_edited_page_is_never_taken_for_ours(page: Page, data: st.DataObject) -> None:
    text = write_page(page)
    place = data.draw(st.integers(0, len(text)))
    edited = text[:place] + "x" + text[place:]

    found = read_page(ContentFile(f"articles/{page.slug}.md", edited.encode()))

    assert found.page is None or found.page.is_edited


# Keys are ours: none of them is a word such as "no", which YAML 1.1 takes for a truth value.
@given(st.dictionaries(st.from_regex("[a-z]+_key", fullmatch=True), NAMES))
def test_other_readers_of_yaml_see_the_same_texts(values: dict[str, str]) -> None:
    text = write_front_matter(values)

    assert (yaml.safe_load(text) or {}) == values
    assert read_front_matter(text) == values


@given(st.binary(max_size=60) | TEXTS.map(lambda text: f"---\n{text}\n---\n{text}".encode()))
def test_any_bytes_are_read_or_named(data: bytes) -> None:
    article = read_page(ContentFile("articles/a.md", data))
    tag = read_tag(ContentFile("tags/a.md", data))
    own = read_own(ContentFile("pages/a.md", data))

    issue = read_issue(ContentFile("digests/2024-06-14.md", data))

    assert isinstance(article, PageRead)
    is_read = issue.issue is not None or issue.introduction is not None
    assert is_read or issue.problems[0].severity == "quarantined"
    assert (tag.tag is None) == bool(tag.problems)
    assert isinstance(own, OwnRead)
    assert own.own is not None or own.problems[0].severity == "quarantined"
