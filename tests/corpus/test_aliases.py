import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.corpus import propose_aliases


def propose(*names: str, settled: tuple[str, ...] = ()) -> list[tuple[str, str, str]]:
    """Return the proposals among names of which each one has fewer articles than the one before."""
    counts = {name: len(names) - place for place, name in enumerate(names)}
    return [(one.written, one.meant, one.reason) for one in propose_aliases(counts, settled)]


@pytest.mark.parametrize(
    ("meant", "written", "reason"),
    [
        ("Wahlström", "Wahlstrom", "the same letters"),
        ("U.S.", "US", "the same letters"),
        ("Port-Ellery", "Port Ellery", "the same letters"),
        ("Ellery Ferries", "Ellery Ferrie", "one in the plural"),
        ("World Herring Office", "WHO", "initials"),
        ("Office of the World Herring", "OWH", "initials"),
        ("Volodimir Orle", "Volodymir Orle", "one letter differs"),
        ("Ibarrondo", "Ibarondo", "one letter differs"),
    ],
)
def test_names_that_look_like_one_are_proposed(meant: str, written: str, reason: str) -> None:
    assert propose(meant, written) == [(written, meant, reason)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Mira", "Mora"), ("Tour 2023 Velmark", "Tour 2024 Velmark"), ("C", "C++"), ("Orle", "Oslo")],
)
def test_names_that_may_well_be_two_are_not(one: str, other: str) -> None:
    assert propose(one, other) == []


def test_what_a_person_has_settled_is_left_alone() -> None:
    assert propose("Wahlström", "Wahlstrom", settled=("WAHLSTRÖM",)) == []


def test_an_acronym_gives_way_to_the_whole_name_although_more_articles_say_it() -> None:
    assert propose("WHO", "World Herring Office") == [("WHO", "World Herring Office", "initials")]


def test_pairs_of_most_articles_come_first() -> None:
    assert [meant for _, meant, _ in propose("Örle", "Orle", "Wahlström", "Wahlstrom")] == [
        "Örle",
        "Wahlström",
    ]


@given(st.dictionaries(st.text("abcÅå .-S", max_size=12), st.integers(1, 9), max_size=12))
def test_proposals_name_two_names_and_do_not_depend_on_their_order(names: dict[str, int]) -> None:
    proposals = propose_aliases(names, ())

    assert all(one.written != one.meant and {one.written, one.meant} <= set(names)
               for one in proposals)  # fmt: skip
    assert propose_aliases(dict(reversed(names.items())), ()) == proposals


def test_names_whose_initials_differ_are_two() -> None:
    names = {"George H.W. Bush": 3, "George W. Bush": 9}

    assert propose_aliases(names, ()) == ()
