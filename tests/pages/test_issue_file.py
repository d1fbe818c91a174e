from dataclasses import replace

import pytest

from sitegen.model.content import ContentFile, IssueRead
from sitegen.model.digest import Introduction
from sitegen.pages import read_issue, write_issue
from tests.publish.feed_samples import NOON, make_issue

ISSUE = make_issue("2024-06-14", title="Friday *14* June", linked=("ferry-late", "gone"))

FILE = """\
---
id: tag:example.org,2026:sitegen/digest/2024-06-14
title: Friday *14* June
slug: "2024-06-14"
issued: 2024-06-14T12:00:00Z
summary: Ferry late
articles:
  - tag:example.org,2024:sitegen/0
checksum: "CHECKSUM"
---

# Friday \\*14\\* June

### [Ferry late](../articles/ferry-late.md)

See [gone](../articles/gone.md).
"""


def read(text: str, name: str = "2024-06-14") -> IssueRead:
    return read_issue(ContentFile(f"digests/{name}.md", text.encode()))


def test_an_issue_is_written_as_a_text_to_be_read() -> None:
    written = write_issue(ISSUE)

    checksum = written.partition('checksum: "')[2][:16]
    assert written == FILE.replace("CHECKSUM", checksum)


def test_what_was_written_is_read_back() -> None:
    assert read(write_issue(ISSUE)) == IssueRead(ISSUE, (), "2024-06-14")


def test_an_editors_introduction_and_order_are_kept() -> None:
    text = write_issue(ISSUE).replace("### ", "A quiet day.\n\n### ").replace("*14*", "14th")

    issue = read(text).issue

    assert issue is not None
    assert issue.is_edited
    assert issue.body.startswith("A quiet day.\n\n### [Ferry late]")
    assert issue.articles == ISSUE.articles


def test_a_digest_that_a_person_wrote_needs_no_front_matter() -> None:
    issue = read("# The long week\n\nSee [a](../articles/a.md#top).\n", "2024-W24").issue

    assert issue == replace(
        ISSUE,
        id="",
        slug="2024-W24",
        kind="week",
        title="The long week",
        issued=NOON.replace(day=10),
        summary="",
        articles=(),
        linked=("a",),
        body="See [a](../articles/a.md#top).",
        is_edited=True,
    )


@pytest.mark.parametrize("name", ["notes", "2024-13-01", "2024-W60", "2024-06"])
def test_a_file_that_is_named_after_no_period_is_quarantined(name: str) -> None:
    found = read("# Words\n", name)

    assert found.issue is None
    assert found.slug == ""
    assert "call it like 2024-06-14.md" in found.problems[0].message


def test_a_digest_that_cannot_be_read_still_names_its_period() -> None:
    found = read("---\ntitle: [\n---\n")

    assert (found.issue, found.slug) == (None, "2024-06-14")
    assert found.problems[0].severity == "quarantined"


def test_a_link_out_of_the_folder_is_to_no_article() -> None:
    text = write_issue(ISSUE).replace("ferry-late.md", "../../etc.md")

    issue = read(text.replace("articles/gone.md", "tags/y.md")).issue

    assert issue is not None
    assert issue.linked == ()


def test_an_empty_file_is_no_digest() -> None:
    found = read("")

    assert (found.issue, found.slug) == (None, "2024-06-14")
    assert "has no text" in found.problems[0].message


def test_the_summary_of_an_edited_digest_is_made_of_what_an_editor_left() -> None:
    text = write_issue(ISSUE).replace(
        "### [Ferry late](../articles/ferry-late.md)", "### [Pier \\*shut\\*](../articles/pier.md)"
    )

    issue = read(text).issue

    assert issue is not None
    assert issue.summary == "Pier *shut*"


def test_what_a_person_writes_before_a_digest_is_out_is_its_introduction() -> None:
    found = read("# A Friday\n\nWe met the *harbour master*; see [us](../pages/about.md).\n")

    assert found.issue is None
    assert found.introduction == Introduction(
        slug="2024-06-14",
        title="A Friday",
        body="We met the *harbour master*; see [us](../pages/about.md).",
        draft=False,
    )
    assert [(one.severity, one.message) for one in found.problems] == [
        ("note", "waits as the introduction of its digest")
    ]


def test_a_digest_that_is_out_is_no_introduction_whatever_an_editor_takes_out() -> None:
    text = write_issue(ISSUE).partition("###")[0] + "Nothing happened.\n"

    found = read(text)

    assert found.introduction is None
    assert found.issue is not None
    assert found.issue.body == "Nothing happened."


def test_a_title_that_is_not_used_is_told() -> None:
    text = write_issue(ISSUE).replace("title: Friday *14* June", "title: A day at sea")

    found = read(text)

    assert found.issue is not None
    assert found.issue.title == "Friday *14* June"
    assert [(one.place, one.severity) for one in found.problems] == [
        ("digests/2024-06-14.md:3", "warning")
    ]
    assert "'title': the heading below says otherwise" in found.problems[0].message
