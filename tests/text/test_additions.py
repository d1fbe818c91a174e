from hypothesis import given
from hypothesis import strategies as st

from sitegen.text import additions
from sitegen.text.statements import read_statements

FIRST = ["The ferry Kestrel ran aground in thick fog outside Port Ellery early on Thursday."]
NEWS = "Divers from Larkmoor found three holes in her hull, each as wide as a soup plate."


def find_additions(reports: list[list[str]], language: str = "en") -> tuple[tuple[str, ...], ...]:
    """Return what each report, given as its paragraphs, adds to those before it."""
    read = [read_statements(report, language) for report in reports]
    return additions.find_additions(read, language)


def test_the_first_report_adds_nothing_and_a_later_one_its_new_sentences() -> None:
    assert find_additions([FIRST, [*FIRST, NEWS]]) == ((), (NEWS,))


def test_what_an_earlier_report_has_said_is_new_once() -> None:
    assert find_additions([FIRST, [NEWS], [NEWS, *FIRST]]) == ((), (NEWS,), ())


def test_of_many_new_sentences_those_that_add_most_stand_in_their_own_order() -> None:
    small = "The harbour board meets again on Monday evening in Larkmoor."
    large = (
        "Insurers from Velmark, Solanza and Tresnia will examine rudder, radar, autopilot and log."
    )

    found = find_additions([FIRST, [NEWS, small, large]])

    assert found[1] == (NEWS, large)


def test_a_sentence_that_leans_on_another_does_not_stand_alone() -> None:
    leaning = "She had asked twice for a pilot in the night and was told that none was free."
    torn = 'Brandt said, "The chart shows a channel that has been sand since the winter storms.'

    assert find_additions([FIRST, [leaning, torn]]) == ((), ())


def test_two_sentences_that_say_the_same_add_it_once() -> None:
    again = "Larkmoor divers found holes in the hull, three of them, wide as soup plates each."

    assert find_additions([FIRST, [f"{NEWS} {again}"]]) == ((), (NEWS,))


@given(st.lists(st.lists(st.sampled_from([*FIRST, NEWS, "So it is.", "", "…"]))))
def test_additions_are_whole_sentences_of_their_report(reports: list[list[str]]) -> None:
    found = find_additions(reports)

    assert len(found) == len(reports)
    for report, added in zip(reports, found, strict=True):
        assert all(any(sentence in text for text in report) for sentence in added)


def test_sentences_lean_and_small_words_tell_nothing_in_the_language_of_the_reports() -> None:
    first = ["Die Fähre Kestrel lief im dichten Nebel vor Orle auf Grund."]
    leaning = "Dabei war sie erst im Frühjahr in Larkmoor mit neuem Radar ausgerüstet worden."
    news = "Taucher aus Larkmoor fanden drei Löcher im Rumpf, jedes so groß wie ein Teller."

    assert find_additions([first, [leaning, news]], "de") == ((), (news,))
