import pytest

from sitegen.app.build_report import BuildReport, IngestReport, OutputReport
from sitegen.app.report import (
    describe_build,
    find_exit_status,
    write_briefly,
    write_problems,
    write_summary,
)
from sitegen.model.problem import Problem

GRAVE = Problem("seeds/b.txt", "binary", "quarantined")
WARNING = Problem("seeds/a.doc", "is not read", "warning")
NOTE = Problem("sitegen.toml", "base_url is not set", "note")
INGEST = IngestReport(
    seeds=2,
    articles=1,
    new=1,
    updated=0,
    duplicates=0,
    edited=1,
    written={},
    removed=(),
    problems=(),
)
OUTPUT = OutputReport(written=1, unchanged=4, removed=0, problems=())


def test_the_gravest_problems_are_written_first_and_notes_only_on_demand() -> None:
    problems = (WARNING, NOTE, GRAVE)

    assert list(write_problems(problems, with_notes=False)) == [
        "seeds/b.txt: quarantined: binary",
        "seeds/a.doc: warning: is not read",
    ]
    assert list(write_problems(problems, with_notes=True))[-1] == (
        "sitegen.toml: note: base_url is not set"
    )


def test_of_many_problems_alike_the_first_twenty_are_told_and_how_many_more_there_are() -> None:
    problems = [Problem(f"seeds/{number:03}.txt", "empty", "quarantined") for number in range(222)]

    brief = list(write_briefly([*problems, GRAVE, NOTE], is_verbose=False))

    assert len(brief) == 21
    assert brief[19] == ("seeds/019.txt: quarantined: empty (and 202 more places, shown with -v)")
    assert brief[20] == "seeds/b.txt: quarantined: binary"
    assert len(list(write_briefly([*problems, GRAVE, NOTE], is_verbose=True))) == 224


@pytest.mark.parametrize("message", ["has {n} lines too many", "the date '{n}th of May' is none"])
def test_findings_that_differ_in_what_they_quote_or_count_are_one(message: str) -> None:
    problems = [Problem(f"{n:02}.txt", message.format(n=n), "warning") for n in range(30)]

    brief = list(write_briefly(problems, is_verbose=False))

    assert len(brief) == 20
    assert (
        brief[19] == f"19.txt: warning: {message.format(n=19)} (and 10 more places, shown with -v)"
    )


def test_the_problems_of_a_file_are_written_by_their_lines() -> None:
    places = ("a.jsonl:10", "a.jsonl:9", "a.jsonl", "b.txt")
    problems = [Problem(place, "bad", "quarantined") for place in places]

    assert [line.partition(": ")[0] for line in write_problems(problems, with_notes=False)] == [
        *("a.jsonl", "a.jsonl:9", "a.jsonl:10", "b.txt")
    ]


def test_the_summary_tells_what_came_in_and_what_went_out() -> None:
    report = BuildReport(INGEST, OUTPUT, (GRAVE, NOTE), 1.26)

    assert write_summary(report, with_notes=False) == (
        "1 article in 2 seeds: 1 new, 0 updated, 0 duplicates merged, 1 quarantined, "
        "1 edited page kept; 1 file written, 4 unchanged, 0 removed; 1.3 s (1 note, shown with -v)"
    )


def test_the_summary_counts_quarantined_files_not_their_mistakes() -> None:
    places = ("content/articles/a.md:2", "content/articles/a.md:14", "content/articles/b.md")
    problems = tuple(Problem(place, "wrong", "quarantined") for place in places)

    summary = write_summary(BuildReport(INGEST, None, problems, 1), with_notes=True)

    assert ", 2 quarantined, " in summary


def test_a_half_that_did_not_run_is_not_told() -> None:
    report = BuildReport(None, OUTPUT, (), 0.04)

    assert write_summary(report, with_notes=True) == "1 file written, 4 unchanged, 0 removed; 0.0 s"
    assert describe_build(report)["ingest"] is None


def test_the_exit_status_follows_the_gravest_problem() -> None:
    told = [find_exit_status(given, is_strict=False) for given in ([], [NOTE, WARNING], [GRAVE])]
    strict = [find_exit_status([given], is_strict=True) for given in (NOTE, WARNING, GRAVE)]

    assert told == [0, 0, 3]
    assert strict == [0, 1, 1]
