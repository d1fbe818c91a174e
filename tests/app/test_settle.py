from collections.abc import Mapping

from sitegen.app.files import Mark
from sitegen.app.settle import (
    Marks,
    News,
    Sighting,
    Verdict,
    compare,
    decide,
    select_seeds,
    sight_first,
)
from sitegen.app.writers import Writing

SMALL, LARGE = Mark(1, 1, 1, 1), Mark(2, 2, 1, 1)
ON_THE_SECOND = Mark(1, 5_000_000_000, 1, 1)
QUIET: Mapping[str, Writing] = {}


def seen(mark: Mark | None, since: float, noticed: float | None = None) -> Sighting:
    return Sighting(mark, since, since if noticed is None else noticed)


def judge(
    news: News, now: float, writing: Mapping[str, Writing] = QUIET, built: Marks | None = None
) -> Verdict:
    """Decide about news, where nobody writes but whom ``writing`` names."""
    marks = {path: one.mark for path, one in news.items() if one.mark}
    return decide(built or {}, marks, news, now, lambda path: writing.get(path, "nobody"))


def test_what_is_as_it_was_built_is_no_news() -> None:
    assert compare({"seeds/a.txt": SMALL}, {"seeds/a.txt": SMALL}, {}, 1.0) == {}


def test_what_came_went_or_changed_is_news_since_it_was_seen_so() -> None:
    built = {"went": SMALL, "stays": SMALL, "changed": SMALL}
    marks = {"came": SMALL, "stays": SMALL, "changed": LARGE}

    first = compare(built, marks, {}, 1.0)
    second = compare(built, marks | {"changed": Mark(3, 3, 1, 1)}, first, 2.0)

    assert first == {
        "came": seen(SMALL, 1.0),
        "went": seen(None, 1.0),
        "changed": seen(LARGE, 1.0),
    }
    assert second["came"] == first["came"]
    assert second["changed"] == seen(Mark(3, 3, 1, 1), 2.0, noticed=1.0)


def test_a_change_that_is_taken_back_is_no_news() -> None:
    built = {"seeds/a.txt": SMALL}
    before = compare(built, {"seeds/a.txt": LARGE}, {}, 1.0)

    assert compare(built, built, before, 2.0) == {}


def test_nothing_is_built_while_nothing_changes() -> None:
    marks = {"seeds/a.txt": SMALL}

    assert decide(marks, marks, {}, 9.0, lambda _: "nobody").action == "rest"


def test_the_first_build_needs_no_news() -> None:
    assert decide(None, {}, {}, 9.0, lambda _: "nobody").action == "build"


def test_before_the_first_build_a_file_has_been_quiet_since_its_own_time() -> None:
    old, new = Mark(1, 10**9, 1, 1), Mark(1, 100 * 10**9, 1, 1)

    first = sight_first({"seeds/old.txt": old, "seeds/new.txt": new}, 50.0, 100 * 10**9)

    assert first == {"seeds/old.txt": seen(old, -49.0, 50.0), "seeds/new.txt": seen(new, 50.0)}


def test_before_the_first_build_an_old_file_makes_nobody_impatient_for_a_new_one() -> None:
    old, new = Mark(1, 10**9, 1, 1), Mark(1, 100 * 10**9, 1, 1)

    first = sight_first({"sitegen.toml": old, "seeds/new.txt": new}, 50.0, 100 * 10**9)

    assert judge(first, 50.1).action == "wait"
    assert judge(first, 50.1).settled == {}


def test_a_new_file_is_built_once_it_was_quiet_for_a_quarter_of_a_second() -> None:
    news = {"seeds/a.txt": seen(SMALL, 10.0)}

    assert judge(news, 10.2).action == "wait"
    assert judge(news, 10.3).action == "build"


def test_a_file_that_was_seen_changing_or_that_nobody_can_tell_about_needs_a_second() -> None:
    restless = {"seeds/a.txt": seen(SMALL, 10.0, noticed=9.0)}
    unknown = {"seeds/a.txt": seen(SMALL, 10.0)}

    assert [judge(restless, now).action for now in (10.9, 11.0)] == ["wait", "build"]
    writing: Mapping[str, Writing] = {"seeds/a.txt": "unknown"}
    assert [judge(unknown, now, writing).action for now in (10.9, 11.0)] == ["wait", "build"]


def test_where_time_goes_in_whole_seconds_two_of_them_must_pass() -> None:
    news = {"seeds/a.txt": seen(ON_THE_SECOND, 10.0)}

    assert [judge(news, now).action for now in (11.9, 12.0)] == ["wait", "build"]


def test_a_file_that_somebody_has_open_is_waited_for_as_long_as_it_takes() -> None:
    news = {"seeds/a.txt": seen(SMALL, 10.0)}

    verdict = judge(news, 3600.0, {"seeds/a.txt": "somebody"})

    assert verdict.action == "wait"
    assert verdict.held == {"seeds/a.txt"}


def test_who_has_a_file_open_for_a_moment_is_not_told_of() -> None:
    news = {"seeds/a.txt": seen(SMALL, 10.0)}

    assert judge(news, 19.0, {"seeds/a.txt": "somebody"}).held == frozenset()


def test_a_removed_file_is_a_change() -> None:
    assert judge({"seeds/a.txt": seen(None, 10.0)}, 11.0).action == "build"


def test_one_file_that_grows_holds_a_burst_back() -> None:
    news = {"seeds/a.txt": seen(SMALL, 10.0), "seeds/b.txt": seen(LARGE, 11.0, noticed=10.0)}

    assert judge(news, 11.1).action == "wait"


def test_nobody_is_asked_about_files_while_a_burst_goes_on() -> None:
    news = {"seeds/a.txt": seen(SMALL, 10.0), "seeds/b.txt": seen(SMALL, 11.0)}

    def refuse(path: str) -> Writing:
        raise AssertionError(path)

    assert decide({}, {}, news, 11.1, refuse).action == "wait"


def test_after_some_seconds_the_finished_seeds_are_built_without_the_growing_one() -> None:
    news = {"seeds/a.txt": seen(SMALL, 10.0), "seeds/b.txt": seen(LARGE, 20.0, noticed=10.0)}

    verdict = judge(news, 20.1)

    assert verdict.action == "build"
    assert verdict.settled == {"seeds/a.txt": SMALL}


def test_a_seed_that_grows_alone_is_waited_for_as_long_as_it_takes() -> None:
    news = {"seeds/a.txt": seen(LARGE, 3600.0, noticed=10.0)}

    assert judge(news, 3600.1).action == "wait"


def test_a_page_that_is_being_saved_is_waited_for_as_long_as_it_takes() -> None:
    """Without it the site would lose the page."""
    news = {
        "seeds/a.txt": seen(SMALL, 10.0),
        "content/articles/b.md": seen(LARGE, 3600.0, noticed=10.0),
    }

    assert judge(news, 3600.1).action == "wait"


def test_seeds_are_selected_under_their_own_names() -> None:
    marks = {"seeds/wire/a.txt": SMALL, "content/articles/b.md": SMALL, "sitegen.toml": SMALL}

    assert select_seeds(marks) == {"wire/a.txt": SMALL}
