from sitegen.model.content import ContentFile, TagRead
from sitegen.model.page import TagPage
from sitegen.model.problem import Problem
from sitegen.pages import read_tag, write_tag

TAG = TagPage(
    title="C# [club]",
    slug="c-sharp-club",
    entries=(("ferry-late", "Ferry *late*"), ("åland", "Åland")),
    is_edited=False,
)

FILE = """\
---
title: C# [club]
slug: c-sharp-club
checksum: "31fbfd24edfb8973"
---

# C# \\[club\\]

- [Ferry \\*late\\*](../articles/ferry-late.md)
- [Åland](../articles/åland.md)
"""


def read(text: str) -> TagRead:
    return read_tag(ContentFile("tags/c-sharp-club.md", text.encode()))


def test_a_tag_is_written_as_a_list_of_links() -> None:
    assert write_tag(TAG) == FILE


def test_what_was_written_is_read_back() -> None:
    assert read(FILE) == TagRead(TAG, ())


def test_a_list_that_a_person_changed_is_edited_and_still_read() -> None:
    tag = read(
        FILE.replace("- [Åland]", "Our own words.\n\n- [Elsewhere](https://example.org)\n- [Å]")
    )

    assert tag.tag == TagPage(
        title="C# [club]",
        slug="c-sharp-club",
        entries=(("ferry-late", "Ferry *late*"), ("åland", "Å")),
        is_edited=True,
    )


def test_a_link_out_of_the_folder_is_no_entry() -> None:
    tag = read(FILE.replace("åland.md", "../../etc/passwd.md")).tag

    assert tag is not None
    assert tag.entries == (("ferry-late", "Ferry *late*"),)


def test_a_tag_without_a_title_is_quarantined() -> None:
    assert read(FILE.replace("title: C# [club]\n", "")) == TagRead(
        None,
        (
            Problem(
                "tags/c-sharp-club.md:1",
                "'title': the key is missing; add the name as articles write it",
                "quarantined",
            ),
        ),
    )


def test_a_broken_tag_file_is_quarantined() -> None:
    found = read("---\n")

    assert found.tag is None
    assert [problem.severity for problem in found.problems] == ["quarantined"]


def test_a_tag_file_must_bear_its_slug() -> None:
    found = read(FILE.replace("slug: c-sharp-club", "slug: c-sharp"))

    assert found.tag is None
    assert [problem.message for problem in found.problems] == [
        "'slug': 'c-sharp' is not the name of the file; write 'c-sharp-club'"
    ]


def test_a_key_that_no_tag_has_is_named() -> None:
    found = read(FILE.replace("slug:", "titel: C#\nslug:"))

    assert found.tag is not None
    assert found.problems == (
        Problem(
            "tags/c-sharp-club.md:3",
            "'titel' is not a key that sitegen reads; did you mean 'title'?",
            "warning",
        ),
    )
