from sitegen.app.files import Mark
from sitegen.app.settle import Look, Marks, decide, list_moving, select_seeds

SMALL, LARGE = Mark(1, 1, 1, 1), Mark(2, 2, 1, 1)


def judge(built: Marks | None, before: Marks, now: Marks, waited: float = 0.0) -> str:
    return decide(built, Look(10.0, before), Look(11.0, now), 11.0 - waited).action


def test_nothing_is_built_while_nothing_changes() -> None:
    marks = {"seeds/a.txt": SMALL}

    assert judge(marks, marks, marks) == "rest"


def test_the_first_build_needs_no_change() -> None:
    assert judge(None, {}, {}) == "build"


def test_a_new_file_is_built_once_two_looks_agree_on_it() -> None:
    assert judge({}, {}, {"seeds/a.txt": SMALL}) == "wait"
    assert judge({}, {"seeds/a.txt": SMALL}, {"seeds/a.txt": SMALL}) == "build"


def test_two_looks_in_quick_succession_prove_nothing() -> None:
    marks = {"seeds/a.txt": SMALL}

    assert decide({}, Look(10.0, marks), Look(10.1, marks), 10.0).action == "wait"


def test_a_removed_file_is_a_change() -> None:
    assert judge({"seeds/a.txt": SMALL}, {}, {}) == "build"


def test_one_file_that_grows_holds_a_burst_back() -> None:
    before = {"seeds/a.txt": SMALL, "seeds/b.txt": SMALL}
    now = {"seeds/a.txt": SMALL, "seeds/b.txt": LARGE}

    assert judge({}, before, now) == "wait"


def test_after_some_seconds_the_finished_seeds_are_built_without_the_growing_one() -> None:
    before = {"seeds/a.txt": SMALL, "seeds/b.txt": SMALL}
    now = {"seeds/a.txt": SMALL, "seeds/b.txt": LARGE}

    verdict = decide({}, Look(10.0, before), Look(11.0, now), 6.0)

    assert verdict.action == "build"
    assert verdict.settled == {"seeds/a.txt": SMALL}


def test_a_seed_that_grows_alone_is_waited_for_as_long_as_it_takes() -> None:
    assert judge({}, {"seeds/a.txt": SMALL}, {"seeds/a.txt": LARGE}, waited=3600) == "wait"


def test_a_page_that_is_being_saved_is_waited_for_as_long_as_it_takes() -> None:
    """Without it the site would lose the page."""
    before = {"seeds/a.txt": SMALL, "content/articles/b.md": SMALL}
    now = {"seeds/a.txt": SMALL, "content/articles/b.md": LARGE}

    assert judge({}, before, now, waited=3600) == "wait"


def test_a_change_that_is_taken_back_is_none() -> None:
    marks = {"seeds/a.txt": SMALL}

    assert judge(marks, {"seeds/a.txt": LARGE}, marks) == "rest"


def test_files_that_came_went_or_changed_are_moving() -> None:
    before = {"came": SMALL, "stays": SMALL, "changed": SMALL}
    now = {"went": SMALL, "stays": SMALL, "changed": LARGE}

    assert list_moving(before, now) == {"came", "went", "changed"}


def test_seeds_are_selected_under_their_own_names() -> None:
    marks = {"seeds/wire/a.txt": SMALL, "content/articles/b.md": SMALL, "sitegen.toml": SMALL}

    assert select_seeds(marks) == {"wire/a.txt": SMALL}
