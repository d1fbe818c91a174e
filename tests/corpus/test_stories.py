"""Reports of one event become a story whose name stays."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from sitegen.corpus.likeness import Likeness
from sitegen.corpus.stories import name_stories, place_in_story
from sitegen.model.dating import UNKNOWN, Dating, Precision
from sitegen.model.page import Page
from sitegen.model.summary import TimeHints
from tests.corpus.corpus_samples import (
    FERRY,
    FERRY_ELSEWHERE,
    VOTE,
    compose,
    compose_one,
    make_article,
)

PAGE = compose_one([make_article(FERRY)])


def make_page(name: str, day: int = 0, story: str = "") -> Page:
    moment = datetime(2024, 6, day, 12, tzinfo=UTC) if day else None
    dating = Dating(moment, "day", "") if day else UNKNOWN
    return replace(PAGE, id=name, title=name, slug=name, dating=dating, story=story)


def alike(count: int, cosines: Mapping[tuple[int, int], float]) -> Likeness:
    neighbours: list[dict[int, float]] = [{} for _ in range(count)]
    for (first, second), cosine in cosines.items():
        neighbours[first][second] = neighbours[second][first] = cosine
    return Likeness(tuple(neighbours))


def test_two_reports_of_one_event_join() -> None:
    articles = [
        make_article(FERRY, "a.txt"),
        make_article(FERRY_ELSEWHERE, "b.txt", title="All Safe on Grounded Ferry"),
        make_article(VOTE, "c.txt", title="Election Called"),
    ]

    stories = {page.slug: page.story for page in compose(articles).pages}

    assert stories["all-safe-on-grounded-ferry"] == stories["ferry-runs-aground-in-fog"] != ""
    assert stories["election-called"] == ""


def test_a_story_is_named_after_its_earliest_report() -> None:
    pages = [make_page("later", 15), make_page("earlier", 14)]

    assert name_stories(pages, alike(2, {(0, 1): 0.5})) == ("earlier", "earlier")


def test_reports_of_other_months_or_years_are_no_story() -> None:
    def tell(name: str, year: int, month: int, precision: Precision) -> Page:
        dating = Dating(datetime(year, month, 1, 12, tzinfo=UTC), precision, "")
        return replace(make_page(name), dating=dating)

    january, june = tell("a", 2024, 1, "month"), tell("b", 2024, 6, "month")
    likeness = alike(2, {(0, 1): 0.9})

    assert name_stories([january, june], likeness) == ("", "")
    assert name_stories([january, tell("b", 2022, 1, "year")], likeness) == ("", "")
    assert name_stories([make_page("a", 20), january], likeness) == ("", "")
    assert name_stories([june, make_page("b", 20)], likeness) == ("b", "b")
    assert name_stories([january, tell("b", 2024, 1, "year")], likeness) == ("a", "a")


def test_without_dates_the_weekdays_and_the_months_of_the_texts_tell_reports_apart() -> None:
    pages = [make_page("a"), make_page("b")]
    january, june = (bytes(255 * (half == told) for half in range(24)) for told in (1, 10))

    def name(one: TimeHints, other: TimeHints) -> tuple[str, ...]:
        return name_stories(pages, replace(alike(2, {(0, 1): 0.4}), hints=(one, other)))

    assert name(TimeHints(january, ()), TimeHints(january, ())) == ("a", "a")
    assert name(TimeHints(january, ()), TimeHints(june, ())) == ("", "")
    assert name(TimeHints(b"", (4,)), TimeHints(b"", (5,))) == ("a", "a")
    assert name(TimeHints(b"", (4,)), TimeHints(b"", (0,))) == ("", "")


def test_a_report_without_a_date_is_of_no_event_long_after_it_was_first_seen() -> None:
    """A weekday that both openings name is any: the text was there weeks before."""
    first_seen = datetime(2024, 6, 3, 9, tzinfo=UTC)
    undated = replace(make_page("a"), first_seen=first_seen)
    monday = TimeHints(b"", (0,))

    def name(day: int) -> tuple[str, ...]:
        likeness = replace(alike(2, {(0, 1): 0.5}), hints=(monday, monday))
        return name_stories([undated, make_page("b", day)], likeness)

    assert name(24) == ("", "")
    assert name(3) == ("a", "a")


def test_a_report_that_is_hardly_alike_stands_alone() -> None:
    pages = [make_page("a"), make_page("b")]

    assert name_stories(pages, alike(2, {(0, 1): 0.26})) == ("", "")


def test_a_recorded_name_is_kept_whoever_is_earliest() -> None:
    pages = [make_page("new", 13), make_page("old", 14, "storm"), make_page("older", 15, "storm")]
    likeness = alike(3, {(0, 1): 0.5, (0, 2): 0.5, (1, 2): 0.5})

    assert name_stories(pages, likeness) == ("storm",) * 3


def test_of_two_stories_that_meet_the_larger_gives_the_name() -> None:
    pages = [make_page("a", 0, "few"), make_page("b", 0, "many"), make_page("c", 0, "many")]
    likeness = alike(3, {(0, 1): 0.5, (0, 2): 0.5, (1, 2): 0.5})

    assert name_stories(pages, likeness) == ("many",) * 3


def test_a_story_that_parts_leaves_its_name_with_the_larger_part() -> None:
    pages = [make_page(name, 0, "storm") for name in "abcde"]
    likeness = alike(5, {(0, 1): 0.5, (2, 3): 0.5, (2, 4): 0.5, (3, 4): 0.5})

    assert name_stories(pages, likeness) == ("a", "a", "storm", "storm", "storm")


def test_the_name_of_a_story_does_not_pass_to_another_event_by_a_report_that_was_taken_for_it() -> (
    None
):
    flood, other = make_page("flood", 14, story="flood"), make_page("fair", 14, story="flood")
    more = make_page("fair-ends", 14)
    likeness = alike(3, {(1, 2): 0.5})

    assert name_stories([flood, other, more], likeness) == ("", "fair", "fair")
    # With the report that gave the name, or with most of what had it, it is the event of before.
    assert name_stories([other, flood, more], likeness) == ("", "flood", "flood")
    named = [replace(one, title=f"New {one.id}") for one in (flood, other)]
    assert name_stories([more, *named], alike(3, {(1, 2): 0.5})) == ("", "flood", "flood")


def test_a_new_story_takes_no_name_on_record() -> None:
    pages = [make_page("storm", 1), make_page("b", 2), make_page("c", 3, "storm")]

    assert name_stories(pages, alike(3, {(0, 1): 0.5})) == ("storm-2", "storm-2", "")


def test_more_than_three_days_without_a_report_end_a_story() -> None:
    cosines = {(0, 1): 0.5}

    near = name_stories([make_page("a", 1), make_page("b", 4)], alike(2, cosines))
    far = name_stories([make_page("a", 1), make_page("b", 5)], alike(2, cosines))

    assert (near, far) == (("a", "a"), ("", ""))


def test_a_story_may_last_longer_than_the_time_between_two_reports() -> None:
    pages = [make_page("a", 1), make_page("b", 4), make_page("c", 7)]
    likeness = alike(3, {(0, 1): 0.6, (1, 2): 0.6, (0, 2): 0.4})

    assert name_stories(pages, likeness) == ("a", "a", "a")


def test_reports_of_one_day_are_sooner_one_story_than_those_of_other_days_or_of_none() -> None:
    weak = alike(2, {(0, 1): 0.2})

    assert name_stories([make_page("a", 1), make_page("b", 1)], weak) == ("a", "a")
    assert name_stories([make_page("a", 1), make_page("b", 4)], weak) == ("", "")
    assert name_stories([make_page("a"), make_page("b")], weak) == ("", "")


def test_one_report_between_two_events_does_not_make_them_one() -> None:
    pages = [make_page(name) for name in "abcd"]
    likeness = alike(4, {(0, 1): 0.9, (2, 3): 0.8, (1, 2): 0.5})

    assert name_stories(pages, likeness) == ("a", "a", "c", "c")


def test_a_report_stays_in_its_story_when_others_come_that_are_less_like_it() -> None:
    flash, update = make_page("flash", 14), make_page("update", 14)
    late = [make_page("late", 15), make_page("elsewhere", 15)]
    likeness = alike(4, {(0, 1): 0.3, (1, 2): 0.5, (2, 3): 0.6, (0, 2): 0.1})
    published = [place_in_story(page, "flash") for page in (flash, update)]

    assert name_stories([flash, update, *late], likeness) == ("", "update", "update", "update")
    assert name_stories([*published, *late], likeness) == ("flash",) * 4


def test_a_report_leaves_its_story_when_it_is_no_longer_like_any_of_it() -> None:
    published = [make_page("flash", 14, "flash"), make_page("update", 14, "flash")]
    late = [make_page("late", 15), make_page("elsewhere", 15)]
    corrected = make_page("flash", 24, "flash")
    cosines = {(1, 2): 0.5, (2, 3): 0.6, (1, 3): 0.3}

    for pages, cosine in ((published, 0.13), ([corrected, published[1]], 0.4)):
        assert name_stories([*pages, *late], alike(4, cosines | {(0, 1): cosine}))[0] == ""


def test_a_report_that_was_taken_for_one_of_a_story_leaves_when_its_event_has_another() -> None:
    pages = [make_page("flood", 14, "flood"), make_page("fair", 14, "flood")]
    floods, fairs = [make_page("floods", 14)], [make_page("fairs", 14)]
    cosines = {(0, 1): 0.2, (1, 2): 0.5}

    assert name_stories([*pages, *fairs], alike(3, cosines)) == ("flood",) * 3
    assert name_stories([*pages, *fairs, *floods], alike(4, cosines | {(0, 3): 0.5})) == (
        "flood",
        "fair",
        "fair",
        "flood",
    )


def test_a_report_stays_in_its_own_story_alone_and_makes_no_two_stories_one() -> None:
    pages = [
        *(make_page(name, 14, "storm") for name in ("storm", "gale")),
        *(make_page(name, 14, "flood") for name in ("flood", "dyke")),
    ]
    cosines = {(0, 1): 0.5, (2, 3): 0.5}

    def name(story: str) -> tuple[str, ...]:
        between = make_page("between", 14, story)
        return name_stories([*pages, between], alike(5, cosines | {(0, 4): 0.3, (2, 4): 0.25}))

    assert name("storm") == ("storm", "storm", "flood", "flood", "storm")
    assert name("flood") == ("storm", "storm", "flood", "flood", "flood")
    assert name("") == name("hail") == ("storm", "storm", "flood", "flood", "")


def test_the_order_of_the_pages_is_irrelevant() -> None:
    names = "abcd"
    cosines = {(0, 1): 0.9, (2, 3): 0.8, (1, 2): 0.5}
    turned = {(3 - second, 3 - first): cosine for (first, second), cosine in cosines.items()}

    forward = name_stories([make_page(name) for name in names], alike(4, cosines))
    backward = name_stories([make_page(name) for name in names[::-1]], alike(4, turned))

    assert backward == forward[::-1]


def test_a_rare_tag_and_a_near_date_speak_for_one_event_where_words_alone_do_not() -> None:
    first, second = make_page("a", 1), make_page("b", 8)
    tagged = [replace(page, tags=("Solveig Star",)) for page in (first, second)]
    undated = [replace(page, dating=UNKNOWN) for page in tagged]

    def name(pages: list[Page], cosine: float = 0.16, others: int = 8) -> tuple[str, ...]:
        whole = [*pages, *(make_page(f"p{number}", 20) for number in range(others))]
        return name_stories(whole, alike(len(whole), {(0, 1): cosine}))[:2]

    assert name([first, second]) == ("", "")
    assert name(tagged) == ("a", "a")
    assert name(tagged, 0.14) == ("", "")
    assert name(undated) == ("", "")
    # On a small site two have the name of its own town, or its mayor's.
    assert name(tagged, others=7) == ("", "")


def test_what_a_court_makes_of_a_matter_within_a_fortnight_is_of_its_story() -> None:
    def name(day: int, cosine: float) -> tuple[str, ...]:
        pages = [make_page("a", 1), make_page("b", day)]
        tagged = [replace(page, tags=("Solveig Star",)) for page in pages]
        whole = [*tagged, *(make_page(f"p{number}", 20) for number in range(8))]
        return name_stories(whole, alike(len(whole), {(0, 1): cosine}))[:2]

    assert name(10, 0.5) == ("a", "a")
    assert name(10, 0.4) == ("", "")
    assert name(16, 0.5) == ("", "")


def test_reports_of_two_days_that_name_a_weekday_each_are_of_two_events() -> None:
    """A town has one accident on Tuesday and another on Wednesday, told in the same words."""
    pages = [make_page("a", 4), make_page("b", 5)]
    ship = [replace(page, tags=("Solveig Star",)) for page in pages]
    others = [make_page(f"p{number}", 20) for number in range(8)]
    tuesday, wednesday = (TimeHints(b"", (day,)) for day in (1, 2))

    def name(one: TimeHints, other: TimeHints, cosine: float = 0.4, day: int = 5) -> bool:
        whole = [both[0], replace(both[1], dating=make_page("b", day).dating), *others]
        hints = (one, other, *[TimeHints(b"", ())] * len(others))
        likeness = replace(alike(len(whole), {(0, 1): cosine}), hints=hints)
        return name_stories(whole, likeness)[:2] == ("a", "a")

    both = pages
    assert not name(tuesday, wednesday)
    assert name(tuesday, tuesday)
    assert name(tuesday, TimeHints(b"", (1, 2)))
    assert name(tuesday, TimeHints(b"", ()))
    # What came of it the next day is told in more words of the first report.
    assert name(tuesday, wednesday, 0.5)
    assert name(tuesday, wednesday, day=4)
    # Or it shares what few others have.
    both = ship
    assert name(tuesday, wednesday)
    assert not name(tuesday, wednesday, day=8)


def test_two_headlines_with_results_of_their_own_tell_of_two_matches() -> None:
    won = replace(make_page("a", 14), title="Lusk Beats Skarv 3-0")

    def name(title: str) -> bool:
        other = replace(make_page("b", 14), title=title)
        return "" not in name_stories([won, other], alike(2, {(0, 1): 0.6}))

    assert not name("Ostrand Beats Tarnholm 1-0")
    assert name("Skarv Lose 3–0 at Lusk")
    assert name("Vael Sinks Skarv")
    assert name("Lusk Lead the League of 2024-25")


def test_a_tag_that_many_articles_have_speaks_for_no_event() -> None:
    pages = [replace(make_page(f"p{day}", day), tags=("Velmark",)) for day in range(1, 10)]

    assert set(name_stories(pages, alike(9, {(0, 3): 0.18}))) == {""}


def by_hand(name: str, story: str, former: tuple[str, ...] = ()) -> Page:
    return replace(make_page(name, 1, story), is_story_by_hand=True, former_stories=former)


def test_what_a_person_put_into_one_story_is_one_however_unlike() -> None:
    pages = [by_hand("a", "storm"), by_hand("b", "storm"), make_page("c", 1), make_page("d", 1)]

    assert name_stories(pages, alike(4, {})) == ("storm", "storm", "", "")
    assert name_stories(pages, alike(4, {(1, 2): 0.5})) == ("storm", "storm", "storm", "")


def test_what_a_person_put_into_two_stories_is_never_one() -> None:
    pages = [by_hand("a", "storm"), by_hand("b", "flood"), make_page("c", 1)]
    likeness = alike(3, {(0, 1): 0.9, (0, 2): 0.5, (1, 2): 0.6})

    assert name_stories(pages, likeness) == ("storm", "flood", "flood")


def test_a_report_stays_with_its_story_and_not_with_what_a_person_took_out_of_it() -> None:
    pages = [
        make_page("flash", 1, "storm"),
        by_hand("update", "storm"),
        make_page("late", 1),
        by_hand("away", "flood", ("storm",)),
        make_page("dyke", 1, "flood"),
    ]
    likeness = alike(5, {(0, 1): 0.2, (1, 2): 0.5, (0, 3): 0.3, (3, 4): 0.6})

    assert name_stories(pages, likeness) == ("storm", "storm", "storm", "flood", "flood")


def test_a_page_edited_by_hand_keeps_its_story_and_the_others_follow() -> None:
    pages = [
        replace(make_page("a", 1, "storm"), is_edited=True),
        make_page("b", 1, "flood"),
        make_page("c", 1, "flood"),
    ]

    every = alike(3, {(0, 1): 0.5, (0, 2): 0.5, (1, 2): 0.5})

    assert name_stories(pages, every) == ("storm",) * 3


def test_a_story_that_comes_again_has_its_former_name_if_no_other_has_it() -> None:
    pages = [replace(make_page(name, 1), former_stories=("storm",)) for name in "ab"]
    both = alike(2, {(0, 1): 0.5})
    other = [make_page("c", 1, "storm"), make_page("d", 1, "storm")]

    assert name_stories(pages, both) == ("storm", "storm")
    assert name_stories([*pages, *other], alike(4, {(0, 1): 0.5, (2, 3): 0.4})) == (
        "a",
        "a",
        "storm",
        "storm",
    )


def test_a_page_remembers_the_stories_that_it_was_part_of() -> None:
    page = make_page("a", 1, "storm")

    moved = place_in_story(page, "flood")
    alone = place_in_story(moved, "")

    assert (moved.story, moved.former_stories) == ("flood", ("storm",))
    assert (alone.story, alone.former_stories) == ("", ("storm", "flood"))
    assert place_in_story(alone, "storm").former_stories == ("flood",)
    assert place_in_story(page, "storm") == page
