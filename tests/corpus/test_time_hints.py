"""What tells of the time of a text that has no date."""

import pytest

from sitegen.corpus.time_hints import compare_halves, read_time_hints
from sitegen.ingest import parse_seed
from sitegen.model.article import Article
from sitegen.model.seed import Intake, SeedFile


def read(text: str) -> Article:
    seed = f"Ferry Runs Aground in Fog\n\n{text}\n\nNobody was hurt, the pilots of Ellery said."
    (article,) = parse_seed(Intake(SeedFile("a.txt", seed.encode()))).articles
    return article


def compare(one: str, other: str) -> float:
    return compare_halves(*(read_time_hints(read(text)).halves for text in (one, other)))


def test_texts_that_name_days_of_other_months_are_hardly_of_one_time() -> None:
    january = "The ferry of Jan. 14 was pulled free by two tugs, the port of Ellery said."

    assert compare(january, "The ferry that ran aground on June 2 was pulled free by tugs.") < 0.5
    assert 1 < compare(january, "The tugs had been called on January 12, said the port of Ellery.")


def test_a_month_alone_speaks_for_itself_and_the_months_after_it() -> None:
    march = "The rules were changed in March, the port of Ellery said in a statement to pilots."

    near, far = "The tugs came on April 20 and left.", "The tugs came on August 20 and left again."

    assert compare(march, far) < 1 < compare(march, near)


def test_old_days_tell_nothing_where_a_later_year_is_named() -> None:
    both = "The pier of May 2, 1948, was built anew, and opened on January 14, 2024, in a fog."

    assert read_time_hints(read(both)).halves.index(255) == 0


@pytest.mark.parametrize("text", ["The ferry ran again.", "They may march on the pier."])
def test_a_text_that_names_no_time_says_nothing_of_it(text: str) -> None:
    assert read_time_hints(read(text)).halves == b""
    assert compare(text, "The ferry of Jan. 14 was pulled free by two tugs of the port.") == 1.0


def test_the_weekdays_are_those_of_the_opening() -> None:
    opening = "The ferry ran aground on Friday, a day after the fog came in from the sea.\n\n"
    rest = "\n\n".join(f"Pilot {name} said the light had been out." for name in "ABCDE")

    hints = read_time_hints(read(f"{opening}{rest}\n\nThe pilots meet on Tuesday in Ellery."))

    assert hints.weekdays == (4,)
