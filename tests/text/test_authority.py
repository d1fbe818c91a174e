from datetime import UTC, datetime

from sitegen.text.authority import find_authority

FIRST = (datetime(2024, 6, 14, tzinfo=UTC), "tag:old.example,2026:sitegen/0123456789abcdef")
LATER = (datetime(2024, 6, 15, tzinfo=UTC), "tag:new.example,2026:sitegen/0123456789abcdee")
OWN = (datetime(2024, 6, 13, tzinfo=UTC), "tag:hand.example,2024:mira")


def test_the_ids_that_came_first_say_how_all_others_begin() -> None:
    assert (
        find_authority([LATER, FIRST], "https://moved.example/") == "tag:old.example,2026:sitegen"
    )


def test_an_id_that_a_person_made_up_says_nothing() -> None:
    assert find_authority([OWN], "https://site.example/") == "tag:site.example,2026:sitegen"
