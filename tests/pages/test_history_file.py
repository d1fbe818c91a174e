from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.content import ContentFile, HistoryRead
from sitegen.model.history import Change, History
from sitegen.pages import read_history, write_history

NOON = datetime(2024, 6, 14, 12, tzinfo=UTC)
HISTORY = History(
    slug="ferry-late",
    id="tag:example.org,2026:sitegen/0123456789abcdef",
    changes=(
        Change(NOON, is_by_hand=False, new=("She sank.",), gone=("She swam: late.",)),
        Change(NOON, is_by_hand=True, new=("She rose.",), removed=("9f86d081", "12345678")),
    ),
    text=("Ferry late", "She sank."),
)
TEXTS = st.lists(st.text(min_size=1), max_size=3).map(tuple)
CHANGES = st.builds(Change, st.just(NOON), st.booleans(), TEXTS, TEXTS, TEXTS)


def read(text: str) -> HistoryRead:
    return read_history(ContentFile("changes/ferry-late.md", text.encode()))


@given(st.lists(CHANGES, max_size=3), st.text(min_size=1), TEXTS)
def test_what_was_written_is_read_back(changes: list[Change], id_: str, text: list[str]) -> None:
    apart = (
        replace(change, moment=NOON + timedelta(days=day)) for day, change in enumerate(changes)
    )
    history = History("ferry-late", id_, tuple(apart), tuple(text))

    assert read(write_history(history)) == HistoryRead(history, ())


def test_two_changes_of_one_moment_stay_two() -> None:
    assert read(write_history(HISTORY)).history == HISTORY


def test_a_person_may_take_out_a_sentence_and_is_known_to_have_done_so() -> None:
    text = write_history(HISTORY)
    row = '  - moment: 2024-06-14T12:00:00Z\n    gone: "She swam: late."\n'
    assert row in text

    found = read(text.replace(row, "")).history

    first = replace(HISTORY.changes[0], gone=())
    assert found == replace(HISTORY, changes=(first, HISTORY.changes[1]), is_edited=True)


def test_a_file_without_an_id_is_told_and_left_out() -> None:
    found = read("---\ntext: [Ferry late]\n---\n")

    assert found.history is None
    assert "'id': the key is missing" in found.problems[0].message


def test_a_file_that_is_no_front_matter_is_told() -> None:
    assert read("---\nid: [\n---\n").problems[0].severity == "quarantined"
