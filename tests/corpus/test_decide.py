"""What a person may decide about copies, and what is told where that cannot be."""

from dataclasses import replace

import pytest

from sitegen.corpus import Mint, decide_merge, decide_split, settle_merges
from sitegen.errors import UsageError
from sitegen.model.page import Page
from sitegen.model.record import Record
from tests.corpus.corpus_samples import (
    FERRY,
    FERRY_ELSEWHERE,
    NOW,
    SETTINGS,
    VOTE,
    compose,
    make_article,
)

WHOLE = make_article(FERRY, "a.txt")
CUT = replace(make_article(FERRY[:6], "b.txt"), ordinal=1)
CUT_MORE = replace(make_article(FERRY[:5], "b.txt"), ordinal=2)
OTHER = make_article(VOTE, "c.txt", "Vote Called")
THIRD = make_article(FERRY_ELSEWHERE, "d.txt", "All Safe After Ferry Grounds")
ARTICLES = (WHOLE, CUT, CUT_MORE, OTHER, THIRD)


def find(record: Record, slug: str) -> Page:
    return next(page for page in (*record.pages, *record.merged) if page.slug == slug)


def mint(record: Record) -> Mint:
    return Mint((*record.pages, *record.merged), SETTINGS.base_url, NOW)


def carry_out(record: Record, pages: tuple[Page, ...]) -> Record:
    known = {page.id: page for page in (*record.pages, *record.merged)}
    known |= {page.id: page for page in pages}
    live, merged = settle_merges(list(known.values()))
    return compose(ARTICLES, replace(record, pages=live, merged=merged))


RECORD = compose(ARTICLES)
SLUG = "ferry-runs-aground-in-fog"


def test_a_seed_with_several_copies_wants_the_number() -> None:
    with pytest.raises(UsageError) as caught:
        decide_split(RECORD, find(RECORD, SLUG), "b.txt", ARTICLES, mint(RECORD))

    assert str(caught.value) == (
        f"b.txt: content/articles/{SLUG}.md has 2 copies of it; name one of them: b.txt#1, b.txt#2"
    )


def test_a_merge_is_written_into_the_page_that_is_merged_and_no_other() -> None:
    kept, other = find(RECORD, SLUG), find(RECORD, "vote-called")

    decision = decide_merge(RECORD, kept, other)

    assert decision.pages == (replace(other, merged_into=kept.id),)


def test_a_split_is_written_into_the_page_that_stays_and_reserves_id_and_slug() -> None:
    page = find(RECORD, SLUG)

    decision = decide_split(RECORD, page, "b.txt#2", ARTICLES, mint(RECORD))

    (written,) = decision.pages
    (row,) = written.apart
    assert (row.id, row.slug) == (decision.other, f"{SLUG}-2")
    assert (row.seed, row.digest) == ("b.txt#2", CUT_MORE.digest)
    made = carry_out(RECORD, decision.pages)
    assert find(made, f"{SLUG}-2").id == row.id
    assert find(made, f"{SLUG}-2").apart[0].id == page.id


def test_merges_that_lead_round_in_a_circle_merge_nothing() -> None:
    one, other = find(RECORD, SLUG), find(RECORD, "vote-called")

    live, merged = settle_merges(
        [replace(one, merged_into=other.id), replace(other, merged_into=one.id)]
    )

    assert (len(live), merged) == (2, ())


def test_a_merge_into_a_page_that_is_not_there_merges_nothing() -> None:
    live, merged = settle_merges([replace(find(RECORD, SLUG), merged_into="tag:nowhere")])

    assert (len(live), merged) == (1, ())


def test_what_left_a_page_is_not_split_from_it_again() -> None:
    """A page edited by hand still has it on record."""
    edited = replace(find(RECORD, SLUG), is_edited=True)
    record = carry_out(RECORD, (edited,))
    decision = decide_split(record, edited, "b.txt#2", ARTICLES, mint(record))
    record = carry_out(record, decision.pages)

    with pytest.raises(UsageError, match="is no copy of"):
        decide_split(record, find(record, SLUG), "b.txt#2", ARTICLES, mint(record))


def test_a_copy_that_an_edited_page_does_not_record_can_be_split_from_it() -> None:
    edited = replace(find(RECORD, SLUG), is_edited=True)
    late = make_article(FERRY[:7], "late.txt")
    record = replace(RECORD, pages=(edited, *(p for p in RECORD.pages if p.id != edited.id)))

    decision = decide_split(record, edited, "late.txt", (*ARTICLES, late), mint(record))

    assert decision.pages[0].apart[0].seed == "late.txt#1"


def test_a_draft_that_takes_another_page_in_hides_it_and_says_so() -> None:
    kept = replace(find(RECORD, SLUG), draft=True)
    record = carry_out(RECORD, (kept,))

    decision = decide_merge(record, find(record, SLUG), find(record, "vote-called"))

    assert decision.remarks == (
        f"content/articles/{SLUG}.md is a draft, so neither of the two is published",
    )
