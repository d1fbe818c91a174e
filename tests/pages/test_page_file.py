from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sitegen.model.article import Caption
from sitegen.model.content import ContentFile, PageRead
from sitegen.model.dating import Dating
from sitegen.model.page import Copy, Page, RelatedPage
from sitegen.model.problem import Problem
from sitegen.pages import read_page, write_page

PAGE = Page(
    id="tag:example.org,2024-06-14:ferry-late",
    title="Ferry late: “again”",
    slug="ferry-late",
    dating=Dating(datetime(2024, 6, 14, 12, 0, 3, tzinfo=UTC), "day", "Friday, June 14"),
    first_seen=datetime(2024, 6, 15, 8, 30, tzinfo=UTC),
    updated=datetime(2024, 6, 16, 8, 30, tzinfo=UTC),
    draft=False,
    lang="en",
    agency="KNA",
    byline="Zoë Dorn",
    captions=(Caption("The Mira at her pier.", "Bo Ek/KNA"),),
    source="Kelsund Courier",
    url="https://example.org/ferry?id=1#top",
    tags=("Mira", "No"),
    entities=("Mira", "Kelsund"),
    story="ferry",
    summary="A ferry was late.",
    related=(RelatedPage("pier-closed", "Pier *closed*", "same place: Kelsund"),),
    aliases=("ferry-delayed",),
    seeds=(Copy("a/ferry.txt", "1234567890abcdef", 412, 1.0, "the longest copy"),),
    words=412,
    body="The [Mira](../tags/mira.md) was late.",
    is_truncated=True,
    is_edited=False,
    dek="Nobody minded",
    place="KELSUND",
)

FILE = """\
---
id: tag:example.org,2024-06-14:ferry-late
title: "Ferry late: “again”"
dek: Nobody minded
slug: ferry-late
date: 2024-06-14T12:00:03Z
date_precision: day
date_source: Friday, June 14
first_seen: 2024-06-15T08:30:00Z
updated: 2024-06-16T08:30:00Z
lang: en
agency: KNA
byline: Zoë Dorn
place: KELSUND
captions:
  - text: The Mira at her pier.
    credit: Bo Ek/KNA
source: Kelsund Courier
url: https://example.org/ferry?id=1#top
tags:
  - Mira
  - "No"
entities:
  - Mira
  - Kelsund
story: ferry
summary: A ferry was late.
related:
  - slug: pier-closed
    title: Pier *closed*
    reason: "same place: Kelsund"
aliases:
  - ferry-delayed
seeds:
  - seed: a/ferry.txt
    digest: "1234567890abcdef"
    words: 412
    score: 1.0
    reason: the longest copy
words: 412
truncated: true
checksum: "5d93d8557aac3981"
---

# Ferry late: “again”

The [Mira](../tags/mira.md) was late.

## Related

- [Pier \\*closed\\*](pier-closed.md) — same place: Kelsund
"""

BY_HAND = """\
---
id: tag:example.org,2024:ferry
title: No
slug: ferry-late
first_seen: 2024-06-14
---
It came at noon.
"""


def read(text: str) -> PageRead:
    return read_page(ContentFile("articles/ferry-late.md", text.encode()))


def read_good(text: str) -> Page:
    found = read(text)
    assert found.page is not None, found.problems
    return found.page


def refuse(text: str) -> tuple[Problem, ...]:
    found = read(text)
    assert found.page is None
    assert {problem.severity for problem in found.problems} == {"quarantined"}
    return found.problems


def test_a_page_is_written_for_people_to_read() -> None:
    assert write_page(PAGE) == FILE


def test_what_was_written_is_read_back() -> None:
    assert read(FILE) == PageRead(PAGE, ())


def test_whose_a_text_is_is_written_and_read_back() -> None:
    page = replace(PAGE, rights="© Kelsund Courier")

    assert read(write_page(page)) == PageRead(page, ())


def test_what_is_empty_is_left_out_of_the_front_matter() -> None:
    bare = replace(PAGE, related=(), aliases=(), captions=(), url="", byline="", dek="", place="")
    bare = replace(bare, is_truncated=False)

    text = write_page(bare)

    for key in "related aliases captions url byline dek place truncated draft".split():
        assert f"\n{key}:" not in text
    assert read_good(text) == bare


def test_an_unknown_date_stays_unknown() -> None:
    undated = replace(PAGE, dating=Dating(None, "unknown", ""))

    text = write_page(undated)

    assert "\ndate:" not in text
    assert "\ndate_precision: unknown\n" in text
    assert read_good(text) == undated


def test_line_ends_that_git_changed_are_no_edit() -> None:
    assert read_good(FILE.replace("\n", "\r\n")) == PAGE


def test_a_byte_order_mark_is_no_edit() -> None:
    assert read_good("\ufeff" + FILE) == PAGE


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("was late.\n", "was very late.\n"),
        ("lang: en", "lang: de"),
        ("lang: en\n", "lang: en\nmood: calm\n"),
        ('checksum: "5d93d8557aac3981"\n', ""),
        ('checksum: "5d', 'checksum: "43'),
    ],
)
def test_any_change_by_a_person_is_an_edit(old: str, new: str) -> None:
    assert old in FILE

    page = read_good(FILE.replace(old, new, 1))

    assert page.is_edited


def test_an_edited_body_is_kept_as_it_was_written() -> None:
    page = read_good(FILE.replace("md) was late.\n", "md) was *very* late.\n\n* Why?\n"))

    assert page.body == "The [Mira](../tags/mira.md) was *very* late.\n\n* Why?"
    assert page.related == PAGE.related


def test_the_heading_wins_over_the_title_and_the_person_is_told() -> None:
    found = read(FILE.replace("# Ferry late: “again”", "# Ferry \\*not\\* late ##"))

    assert found.page is not None
    assert found.page.title == "Ferry *not* late"
    assert found.page.body == PAGE.body
    assert found.problems == (
        Problem(
            "articles/ferry-late.md:3",
            "'title': the heading below says otherwise and is used; make both the same",
            "warning",
        ),
    )


def test_the_list_of_related_pages_wins_over_the_front_matter() -> None:
    found = read(FILE.replace("(pier-closed.md) — same", "(pier-open.md) - same"))

    assert found.page is not None
    assert found.page.related == (RelatedPage("pier-open", "Pier *closed*", "same place: Kelsund"),)
    assert found.page.body == PAGE.body
    assert [problem.place for problem in found.problems] == ["articles/ferry-late.md:28"]


@pytest.mark.parametrize("line", ["See the harbour office.", "- [Away](../../etc/passwd.md)"])
def test_a_related_section_that_is_no_list_of_pages_is_text(line: str) -> None:
    page = read_good(f"{BY_HAND}\n## Related\n\n{line}\n")

    assert page.body == f"It came at noon.\n\n## Related\n\n{line}"
    assert page.related == ()


def test_what_is_added_below_the_list_is_text_and_the_list_is_none() -> None:
    page = read_good(FILE + "\nIt *sank* in the end.\n\n## Later\n\nIt was raised.\n")

    assert page.related == PAGE.related
    assert page.body == f"{PAGE.body}\n\nIt *sank* in the end.\n\n## Later\n\nIt was raised."


def test_what_is_added_to_the_list_leaves_it_as_it_is() -> None:
    page = read_good(FILE + "- [Elsewhere](https://orle.example/)\n")

    assert page.body.endswith("- [Elsewhere](https://orle.example/)")
    assert "## Related" in page.body


def test_without_heading_and_list_the_front_matter_counts() -> None:
    without = FILE.replace("# Ferry late: “again”\n\n", "").partition("\n## Related")[0]

    page = read_good(without)

    assert replace(page, is_edited=False, words=PAGE.words) == PAGE


def test_the_words_of_an_edited_text_are_counted_anew() -> None:
    page = read_good(FILE.replace("\n## Related", "\nIt *sank* [late](x.md).\n\n## Related"))

    assert page.is_edited
    assert page.words == len(page.body.split())


def test_a_page_of_another_version_of_us_is_not_taken_for_edited() -> None:
    """Its checksum fits, though we would write heading and list in another form today."""
    other = FILE.replace("# Ferry late: “again”", "# Ferry late — “again”").replace("- [", "* [")
    signed = other.replace("5d93d8557aac3981", "b562c452b963f5a2")

    page = read_good(signed)

    assert page == PAGE


# What a day alone is read as; its second is given when it is published.
NOON = datetime(2024, 6, 14, 12, tzinfo=UTC)


def test_a_page_written_by_hand_needs_four_keys() -> None:
    page = read_good(BY_HAND)

    assert page.title == "No"
    assert page.body == "It came at noon."
    assert page.first_seen == page.updated == NOON
    assert page.dating == Dating(None, "unknown", "")
    assert page.is_edited


@pytest.mark.parametrize(
    ("lines", "moment", "precision"),
    [
        ("date: 2024", datetime(2024, 1, 1, 12, tzinfo=UTC), "year"),
        ("date: 2024-06", datetime(2024, 6, 1, 12, tzinfo=UTC), "month"),
        ("date: 2024-06-14", NOON, "day"),
        ("date: 2024-06-14 08:00", datetime(2024, 6, 14, 8, tzinfo=UTC), "instant"),
        ("date: 2024-06-14T01:00:00+02:00", datetime(2024, 6, 13, 23, tzinfo=UTC), "instant"),
        ("date: 2024-06-14\ndate_precision: instant", NOON, "day"),
        ("date: 2024-06-14\ndate_precision: month", NOON, "month"),
        ("date: 2024-06-14\ndate_precision: unknown", NOON, "day"),
        ("date_precision: day", None, "unknown"),
    ],
)
def test_dates_are_as_exact_as_they_are_written(
    lines: str, moment: datetime | None, precision: str
) -> None:
    page = read_good(BY_HAND.replace("first_seen", f"{lines}\nfirst_seen"))

    assert (page.dating.moment, page.dating.precision) == (moment, precision)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            "date: June 14, 2024",
            "'date': 'June 14, 2024' is no date; write it like 2024-06-14 or 2024-06-14T12:00:00Z",
        ),
        (
            "date: 2024-02-30",
            "'date': '2024-02-30' is no date; write it like 2024-06-14 or 2024-06-14T12:00:00Z",
        ),
        (
            "updated: 0001-01-01T00:00+14:00",
            (
                "'updated': '0001-01-01T00:00+14:00' is no date; "
                "write it like 2024-06-14 or 2024-06-14T12:00:00Z"
            ),
        ),
        (
            "date: 2024\ndate_precision: exact",
            (
                "'date_precision': 'exact' is no precision; "
                "write one of instant, day, month, year, unknown"
            ),
        ),
        (
            "date_basis: hearsay",
            "'date_basis': 'hearsay' is no basis of a date; write one of stated, shown, agreed",
        ),
        ("draft: maybe", "'draft': 'maybe' is neither true nor false; write one of them"),
        ("words: many", "'words': 'many' is no whole number; write one such as 120"),
        ("draft: [yes]", "'draft': write one text, not a list"),
        ("tags: A ship\nwords:\n  - 1", "'words': write one text, not a list"),
        ("lang: [en, de]", "'lang': write one text, not a list"),
        ("tags: {a: b}", "'tags': write a list of texts"),
        ("captions: A ship", "'captions': write a list of mappings, such as '- title: a title'"),
        (
            "seeds:\n  - score: 1.5",
            "'score': '1.5' is no number from 0 to 1; write one such as 0.5",
        ),
        (
            "aliases: [../../etc]",
            "'aliases': '../../etc' is no address; use letters, digits and dashes",
        ),
        ("story: a/b", "'story': 'a/b' is no address; use letters, digits and dashes"),
        (
            "related:\n  - slug: .git",
            "'slug': '.git' is no address; use letters, digits and dashes",
        ),
        (
            "url: javascript:alert(1)",
            "'url': 'javascript:alert(1)' is no web address; begin with https://",
        ),
    ],
)
def test_a_value_that_cannot_be_used_is_named_with_a_way_out(lines: str, message: str) -> None:
    problems = refuse(BY_HAND.replace("first_seen", f"{lines}\nfirst_seen"))

    assert [problem.message for problem in problems] == [message]


def test_all_mistakes_of_a_file_are_told_at_once_with_their_lines() -> None:
    problems = refuse("---\ntitle:\nslug: ../ferry\ndraft: [yes]\n---\nText.\n")

    assert problems == tuple(
        Problem(f"articles/ferry-late.md:{line}", message, "quarantined")
        for line, message in [
            (2, "'title': the key is missing; add the headline"),
            (1, "'first_seen': the key is missing; add when it came, such as 2024-06-14T12:00:00Z"),
            (
                1,
                (
                    "'id': the key is missing; "
                    "add a name that never changes, such as tag:example.org,2024:mira"
                ),
            ),
            (4, "'draft': write one text, not a list"),
            (3, "'slug': '../ferry' is no address; use letters, digits and dashes"),
        ]
    )


def test_a_key_of_the_wrong_kind_is_told_once() -> None:
    problems = refuse(BY_HAND.replace("2024-06-14", "[2024]"))

    assert [problem.message for problem in problems] == ["'first_seen': write one text, not a list"]


@pytest.mark.parametrize("word", ["true", "Yes", "on"])
def test_a_draft_may_be_marked_in_any_of_the_words_of_yaml(word: str) -> None:
    assert read_good(BY_HAND.replace("first_seen", f"draft: {word}\nfirst_seen")).draft


def test_a_single_tag_needs_no_list() -> None:
    assert read_good(BY_HAND.replace("first_seen", "tags: Mira\nfirst_seen")).tags == ("Mira",)


def test_a_file_that_was_renamed_has_moved_and_its_old_address_is_an_alias() -> None:
    found = read_page(ContentFile("articles/ferry-aground.md", FILE.encode()))

    moved = replace(PAGE, slug="ferry-aground", aliases=("ferry-delayed", "ferry-late"))
    assert found == PageRead(moved, (), is_moved=True)


def test_a_file_that_was_renamed_back_is_no_alias_of_itself() -> None:
    found = read_page(ContentFile("articles/ferry-delayed.md", FILE.encode()))

    assert found.page is not None
    assert (found.page.slug, found.page.aliases) == ("ferry-delayed", ("ferry-late",))


def test_an_alias_that_is_there_is_not_added_again() -> None:
    text = FILE.replace("- ferry-delayed", "- ferry-late")

    found = read_page(ContentFile("articles/ferry-aground.md", text.encode()))

    assert found.page is not None
    assert found.page.aliases == ("ferry-late",)


def test_an_edited_file_that_was_renamed_is_told_to_say_so_before_the_next_time() -> None:
    found = read_page(ContentFile("articles/found.md", BY_HAND.encode()))

    assert found.is_moved
    assert found.page is not None
    assert (found.page.slug, found.page.aliases) == ("found", ("ferry-late",))
    assert found.problems == (
        Problem(
            "articles/found.md:4",
            "'slug': write the file's name here and 'ferry-late' under aliases, "
            "or links may be lost",
            "warning",
        ),
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("draftt: true", "'draftt' is not a key that sitegen reads; did you mean 'draft'?"),
        ("xyz: 1", "'xyz' is not a key that sitegen reads; correct or delete it"),
    ],
)
def test_a_key_that_nobody_reads_is_named_and_the_page_published(line: str, message: str) -> None:
    found = read(BY_HAND.replace("first_seen", f"{line}\nfirst_seen"))

    assert found.page is not None
    assert found.problems == (Problem("articles/ferry-late.md:5", message, "warning"),)


def test_the_precision_of_a_missing_date_is_a_known_key() -> None:
    found = read(BY_HAND.replace("first_seen", "date_precision: day\nfirst_seen"))

    assert found.problems == ()


def test_tags_by_hand_are_names_between_commas_or_in_a_list_each_once() -> None:
    for written in ("Korrin, Trams", "[Korrin, Trams, korrin, '']"):
        text = write_page(PAGE).replace('tags:\n  - Mira\n  - "No"\n', f"tags: {written}\n")

        page = read_page(ContentFile("articles/ferry-late.md", text.encode())).page

        assert page
        assert page.tags == ("Korrin", "Trams")
