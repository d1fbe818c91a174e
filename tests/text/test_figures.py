import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text import figures
from sitegen.text.figures import Difference
from sitegen.text.statements import read_statements
from tests.patience import allow
from tests.text.slow_figures import find_differences_slowly

ODD_WORDS = (
    "312 2,900 3 7. two five Forty-nine one 1998 1.5 ٣ ſix İ İ7 $12 x-9 “twelve (ten 'two - — é9 "
    "hundred million nearly less more than people dogs hours dead wounded killed of old, Oslo. By"
).split()
COUNTS = [
    "900 tonnes of fuel",
    "312 people",
    "about 290 people",
    "more than Forty-nine dogs",
    "54 dogs",
    "12 sheep dogs",
    "12 of the 54 dogs",
    "killed five",
    "seven villagers died",
    "12 were injured",
    "a death toll of nine",
    "two officers killed a man",
]
COMMON = ["the ferry Kestrel", "ran aground", "off Larkmoor", "in Oslo. The harbour", "were killed"]
PIECES = st.sampled_from(COUNTS) | st.sampled_from(COMMON) | st.sampled_from(ODD_WORDS)
REPORT = st.tuples(st.sampled_from(COUNTS), st.lists(PIECES, max_size=20)).map(
    lambda told: [f"The ferry Kestrel ran aground off Larkmoor with {told[0]} {' '.join(told[1])}"]
)
REPORTS = st.lists(REPORT, min_size=1, max_size=4)


def find_differences(reports: list[list[str]], language: str = "en") -> tuple[Difference, ...]:
    """Return what reports, given as their paragraphs, count differently."""
    read = [read_statements(report, language) for report in reports]
    return figures.find_differences(read, language)


def differ(*reports: str) -> list[tuple[str, ...]]:
    """Return the thing and the quotations of each difference."""
    found = find_differences([[report] for report in reports])
    return [(one.thing, *(quote.text for quote in one.quotes)) for one in found]


def test_two_numbers_of_one_thing_are_quoted_as_they_stand() -> None:
    assert differ(
        "The fire in Larkmoor, which began at noon, has burned 7,500 acres of heather.",
        "The Larkmoor fire burned about 6,000 acres before it rained.",
    ) == [
        (
            "acres",
            "has burned 7,500 acres of heather",
            "The Larkmoor fire burned about 6,000 acres before it rained",
        )
    ]


def test_a_number_in_words_is_one_in_figures() -> None:
    assert differ(
        "Forty-nine islanders were brought ashore in Larkmoor on Monday.",
        "On Monday 54 islanders were brought ashore in Larkmoor.",
    ) == [
        (
            "islanders",
            "Forty-nine islanders were brought ashore in Larkmoor",
            "On Monday 54 islanders were brought ashore in Larkmoor",
        )
    ]


def test_a_measure_is_compared_where_it_is_said_of_what() -> None:
    assert differ(
        "The ferry Kestrel lost 900 tonnes of fuel off Larkmoor.",
        "Off Larkmoor the ferry lost 1,100 tonnes of fuel before noon.",
    ) == [
        (
            "tonnes of fuel",
            "The ferry Kestrel lost 900 tonnes of fuel off Larkmoor",
            "Off Larkmoor the ferry lost 1,100 tonnes of fuel before noon",
        )
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # measures of different things, and of nothing that is named
        ("The ferry lost 900 tonnes of fuel.", "The ferry lost 1,100 tonnes of grain."),
        ("The Oslo ferry lost 900 tonnes.", "The Oslo ferry lost 1,100 tonnes."),
        # the same number, also in other words
        ("The ferry carried 312 people to Oslo.", "The ferry carried 312 people to Oslo."),
        ("The ferry carried two dogs to Oslo.", "The ferry carried 2 dogs to Oslo."),
        ("The bank lost 1.5 million crowns.", "The bank lost 1,500,000 crowns."),
        ("Two hundred and twelve people left Oslo.", "212 people left Oslo."),
        # one of them is rounded
        ("The ferry carried 312 people to Oslo.", "The ferry carried some 300 people to Oslo."),
        # a part of what there is, and the same part alone
        ("Four of the 12 masts in Oslo broke.", "The four broken masts in Oslo are gone."),
        ("Four of twelve masts in Oslo broke.", "Two of the 4 broken masts in Oslo are gone."),
        # too far apart to be of the same
        ("The ferry carried 312 people to Oslo.", "The ferry carried 31,200 people to Oslo."),
        # half as many homes are others
        ("The gale in Oslo cut off 5,200 homes.", "The gale in Oslo cut off 1,900 homes."),
        # what is left, and a part
        ("The gale cut off 520 homes in Oslo.", "The gale: 480 homes in Oslo still cut off."),
        # at two places
        ("The gale cut off 520 homes in Oslo.", "The gale cut off 480 homes on the isle of Orle."),
        # nothing else in common
        ("The ferry carried 312 people to Oslo.", "The choir has 290 people."),
        # who was killed and who was hurt, or did it, or is no people
        ("The Oslo gale killed three, and two died in Orle.", "The Oslo gale killed two."),
        ("Nine officers killed a man in the Oslo gale.", "The Oslo gale killed seven."),
        ("The Oslo gale killed nine years of work.", "The Oslo gale killed seven."),
        ("The Oslo gale killed nine horses.", "The Oslo gale killed seven."),
        ("The storm in Oslo killed 12 people.", "The storm in Oslo injured 19 people."),
        # measures, years, and parts of other words
        ("The ferry left Oslo 12 minutes late.", "The ferry left Oslo 14 minutes late."),
        ("The Oslo ferry of 1998 riots sank.", "The Oslo ferry of 1999 riots sank."),
        ("The Oslo ferry made forty-nine trips.", "The Oslo ferry made twelve trips."),
        ("The Oslo ferry took $12 tickets.", "The Oslo ferry took $14 tickets."),
    ],
)
def test_what_is_no_difference_is_not_told(one: str, other: str) -> None:
    assert differ(one, other) == []


def test_almost_the_same_large_number_is_of_one_thing_where_there_is_no_other() -> None:
    one = "Orle beat Mira 2-1 on Saturday before 2,140 spectators."
    other = "Attendance: 2,104 spectators saw it, the club said."

    assert differ(one, other) == [
        ("spectators", "Mira 2-1 on Saturday before 2,140 spectators", "2,104 spectators saw it")
    ]
    assert differ(one, f"{other} Last week 1,900 spectators came.") == []


def test_what_a_part_is_of_may_differ() -> None:
    assert differ(
        "The gale in Oslo harbour broke 4 of its 12 masts.",
        "The gale in Oslo harbour broke four out of 16 masts.",
    ) == [
        (
            "masts",
            "gale in Oslo harbour broke 4 of its 12 masts",
            "gale in Oslo harbour broke four out of 16 masts",
        )
    ]


@pytest.mark.parametrize(
    ("thing", "one", "other"),
    [
        (
            "killed",
            "The fire at Larkmoor mill killed 7",
            "9 villagers died in the Larkmoor mill fire",
        ),
        (
            "killed",
            "In Larkmoor mill fire killed at least 7",
            "After the Larkmoor mill fire 9 are dead",
        ),
        ("killed", "The death toll of 9 in Larkmoor", "In Larkmoor 8 people were killed"),
        ("injured", "The Larkmoor mill fire injured 15", "12 were hurt in the Larkmoor mill fire"),
    ],
)
def test_what_happened_to_people_is_one_thing_however_it_is_said(
    thing: str, one: str, other: str
) -> None:
    assert [found[0] for found in differ(f"{one} on Monday.", f"{other} on Monday.")] == [thing]


def test_a_number_that_another_report_has_elsewhere_is_no_difference() -> None:
    assert not differ(
        "The ferry carried 312 people to Oslo.",
        "The ferry carried 290 people to Oslo. With the crew the ferry carried 312 people.",
    )


def test_of_a_few_things_more_must_be_shared() -> None:
    assert not differ(
        "Two senators from the north asked the board for the log of the ferry on Monday.",
        "Four senators want the ferry sold.",
    )
    assert differ("Seven sheep dogs escaped in Oslo.", "Five sheep dogs escaped in Oslo.")


def test_the_quotations_say_which_report_they_are_of() -> None:
    (found,) = find_differences(
        [[], ["12 boats sailed from Oslo."], [], ["15 boats sailed from Oslo."]]
    )

    assert [quote.report for quote in found.quotes] == [1, 3]


def test_no_report_and_one_report_differ_in_nothing() -> None:
    assert find_differences([]) == ()
    assert find_differences([["12 boats left Oslo. 15 boats left Oslo."]]) == ()


def test_nothing_is_found_where_it_is_not_known_how_a_language_counts() -> None:
    reports = [
        ["El barco llevaba 312 personas a bordo."],
        ["El barco llevaba 290 personas a bordo."],
    ]

    assert find_differences(reports, "es") == ()


def test_letters_that_only_look_alike_write_no_number() -> None:
    assert not differ("Twenty-ſix dogs escaped in Oslo.", "Twenty-ſeven dogs escaped in Oslo.")


def test_reports_that_count_one_thing_by_the_thousand_are_compared_in_seconds() -> None:
    told = [f"The ferry ran aground with {number} people." for number in range(2_000, 6_000)]
    start = time.process_time()

    assert find_differences([told[::2], told[1::2]])
    assert time.process_time() - start < allow(5)


@given(REPORTS)
def test_the_fast_search_finds_what_the_slow_one_finds(reports: list[list[str]]) -> None:
    assert find_differences(reports) == find_differences_slowly(reports)
