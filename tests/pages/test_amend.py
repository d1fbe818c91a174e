"""A decision is added to a person's file, and every other byte stays."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sitegen.model.content import ContentFile
from sitegen.model.page import Apart, Page
from sitegen.pages import amend_page, read_page

TEXT = """\
---
id: tag:example.org,2024:ferry   # never change this
title: 'Ferry Late'
slug: ferry-late
aliases: [ferry, late-ferry]
first_seen: 2024-06-26
---

# Ferry Late

The ferry was late, said ---
nobody in particular.
"""
APART = Apart("tag:example.org,2024:other", "other", "a.txt#1", "0123456789abcdef")


def make_file(text: str) -> ContentFile:
    return ContentFile("articles/ferry-late.md", text.encode())


def read(text: str) -> Page:
    page = read_page(make_file(text)).page
    assert page
    return page


def amend(text: str, page: Page) -> str:
    made = amend_page(make_file(text), page)
    assert made
    return made.data.decode()


def test_a_line_is_added_at_the_end_of_the_front_matter() -> None:
    page = replace(read(TEXT), merged_into="tag:example.org,2024:b")

    assert amend(TEXT, page) == TEXT.replace(
        "2024-06-26\n---", "2024-06-26\nmerged_into: tag:example.org,2024:b\n---"
    )


def test_the_moments_that_a_page_has_in_its_days_stay_out_of_its_file() -> None:
    moment = datetime(2024, 6, 26, 9, tzinfo=UTC)
    page = replace(read(TEXT), first_seen=moment, updated=moment)

    assert amend(TEXT, replace(page, merged_into="tag:b")) == amend(
        TEXT, replace(read(TEXT), merged_into="tag:b")
    )


def test_what_was_added_is_taken_out_again_without_a_trace() -> None:
    before = read(TEXT)
    added = amend(TEXT, replace(before, merged_into="tag:b", apart=(APART,)))

    assert amend(added, before) == TEXT


def test_a_list_is_replaced_as_a_whole() -> None:
    amended = amend(TEXT, replace(read(TEXT), aliases=("late-ferry",)))

    assert "[ferry" not in amended
    assert amended.count("aliases:") == 1
    assert read(amended).aliases == ("late-ferry",)


@pytest.mark.parametrize("text", [TEXT.replace("\n", "\r\n"), "\ufeff" + TEXT])
def test_line_ends_and_a_byte_order_mark_stay(text: str) -> None:
    amended = amend(text, replace(read(text), apart=(APART,)))

    assert amended.startswith(text[:20])
    assert ("\r\n" in text) == ("\r\n" in amended)
    assert amended.count("\n") - amended.count("\r\n") in {0, amended.count("\n")}


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("aliases: [ferry, late-ferry]", '"aliases": [ferry, late-ferry]'),
        TEXT.replace("title: 'Ferry Late'", "title: >\n  Ferry\naliases:\n  - x\n"),
        "no front matter",
    ],
)
def test_what_cannot_be_changed_safely_is_not_changed(text: str) -> None:
    page = replace(read(TEXT), aliases=("late-ferry",))

    assert amend_page(make_file(text), page) is None
