"""The names of an article, and those it may be filed under."""

from dataclasses import replace

import pytest

from sitegen.corpus.entities import find_mentions, list_names, weigh_topics
from sitegen.model.summary import Mention
from tests.corpus.corpus_samples import FERRY, compose_one, make_article


def weigh(title: str, *paragraphs: str) -> tuple[tuple[str, int], ...]:
    return weigh_topics(find_mentions(paragraphs), title, paragraphs)


def test_names_stand_in_order_of_first_mention_with_forms_counts_and_kinds() -> None:
    assert find_mentions(FERRY) == (
        Mention("Kestrel", ("Kestrel",), 2, "organisation"),
        Mention("Port Ellery", ("Port Ellery",), 1, "place"),
        Mention("Ivo Brandt", ("Ivo Brandt", "Brandt"), 2, "person"),
        Mention("Larkmoor", ("Larkmoor",), 1, "place"),
    )


def test_a_name_in_title_and_lead_weighs_most() -> None:
    assert weigh("Storm Hits Orle", "A storm hit Orle, near Mira.", "It left.") == (
        ("Orle", 7),
        ("Mira", 3),
    )


def test_a_name_with_an_owner_inside_stands_in_title_and_lead() -> None:
    title = "Orle Fishermen's Union ends strike"

    names = dict(weigh(title, "A strike of the Orle Fishermen's Union ended.", "It rained."))

    assert names["Orle Fishermen's Union"] == 7


def test_the_end_of_a_short_text_is_not_its_lead() -> None:
    start = "A storm tore the roof from a school in Orle in the night and cut off the town. " * 2
    end = "Nobody was hurt and the school will open in a week or two. A firm from Mira mends it."

    assert [name for name, _ in weigh("Storm", start, end)] == ["Orle"]


def test_a_name_within_another_is_not_what_the_title_says() -> None:
    lead = "People leave New Jersey. The Jersey Cows, a band of Jersey, play there."
    names = dict(weigh("Leaving New Jersey", lead))

    assert names["New Jersey"] == 7
    assert names["Jersey"] == 3
    assert dict(weigh("New Jersey and Jersey", lead))["Jersey"] == 7


def test_a_name_said_late_must_be_said_three_times() -> None:
    late = [
        "the tide went out slowly " * 30,
        "They saw Orle. Then Mira left. He came to Mira and saw Mira.",
    ]

    assert weigh("Storm", *late) == (("Mira", 3),)


def test_in_a_long_text_a_third_name_must_be_said_more_than_in_passing() -> None:
    lead = "Ivo Brandt met Maud Ellingrove in Lozniva. Ivo Brandt and Maud Ellingrove spoke."
    long = (lead, *["the tide went out slowly " * 30] * 3)

    assert [name for name, _ in weigh("Fog", *long)] == ["Ivo Brandt", "Maud Ellingrove"]
    assert weigh("Fog in Lozniva", *long)[0][0] == "Lozniva"
    assert [name for name, _ in weigh("Fog", lead)][-1] == "Lozniva"


PEOPLE = "Norwegian voters met Norwegian boats and Norwegian bread, as Norwegian pilots say."


@pytest.mark.parametrize(
    ("title", "opening", "rest", "weight"),
    [
        ("Ferry Runs", "The ferry ran.", PEOPLE, 0),
        ("Norway's Ferry Runs", "The ferry ran.", PEOPLE, 8),
        ("Ferry Runs", "The ferry of Norway ran.", PEOPLE, 6),
        ("Ferry Runs", "The ferry ran.", f"{PEOPLE} Norway is far.", 4),
    ],
)
def test_a_country_whose_people_alone_are_named_is_no_subject(
    title: str, opening: str, rest: str, weight: int
) -> None:
    norway = Mention("Norway", ("Norwegian", "Norway"), 4, "place")

    topics = weigh_topics((norway,), title, [opening, "x " * 400, rest])

    assert topics == ((("Norway", weight),) if weight else ())


def test_what_is_american_is_not_about_america_unless_the_head_says_so() -> None:
    america = Mention("United States", ("American", "US"), 5, "place")
    late = ["x " * 400, "American voters met American boats and American bread in the US."]

    assert weigh_topics((america,), "Ferry Runs", ["The ferry ran.", *late]) == ()
    assert weigh_topics((america,), "Ferry Runs", ["The ferry of the US ran.", *late]) == (
        ("United States", 4),
    )


def test_where_the_press_is_at_home_is_a_subject_if_the_title_names_it_or_much_of_the_text() -> (
    None
):
    america = Mention("United States", ("US", "American"), 5, "place")
    orle = Mention("Orle", ("Orle",), 9, "place")
    text = ["Orle is in the US, as the US says, and no US port.", "The US buys bread."]

    def weigh_both(title: str, more: str = "") -> list[str]:
        return [name for name, _ in weigh_topics((orle, america), title, [*text, more])]

    assert weigh_both("Bread") == weigh_both("American Bread") == ["Orle"]
    assert weigh_both("US Bread") == ["Orle", "United States"]


def test_a_people_without_a_country_counts_by_its_name() -> None:
    people = Mention("Palestinians", ("Palestinians", "Palestinian"), 4, "place")

    assert weigh_topics((people,), "Ferry", ["It ran.", "", "", "", "Palestinian boats, too."]) == (
        ("Palestinians", 4),
    )


def test_an_outlet_is_a_subject_where_the_title_says_so() -> None:
    told = "Ivo Brandt told Reuters and the Orle Gazette of the fog. He told Reuters all."

    assert [name for name, _ in weigh("Fog", told)] == ["Ivo Brandt"]
    assert [name for name, _ in weigh("Reuters Lost in Fog", told)] == ["Reuters", "Ivo Brandt"]


def test_a_short_form_in_the_title_counts_for_the_full_name() -> None:
    assert weigh("Brandt's Last Voyage", "The ship of Ivo Brandt sank. He, Brandt, swam.") == (
        ("Ivo Brandt", 8),
    )


def test_a_name_is_not_found_inside_other_words() -> None:
    assert weigh("Oral History", "He met Ora.") == (("Ora", 3),)


def test_one_article_has_at_most_twelve_topics() -> None:
    told = " ".join(f"Then she met Ivo {name}." for name in make_surnames(15))

    assert len(weigh("List", told, told.replace("Then", "Later"))) == 12


def test_one_article_has_at_most_forty_names() -> None:
    told = " ".join(f"Then she met Ivo {name}." for name in make_surnames(44))

    assert len(find_mentions([told])) == 40


def make_surnames(number: int) -> list[str]:
    """Names that are no words."""
    return [f"{a}{b}rsk" for a in "BCDFGHJKLMN" for b in "aeou"][:number]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("Ida Brandt", "Mayor Brandt spoke. Then Brandt left."),
        ("Orle Ferry Board", "They asked the OFB, and the OFB spoke."),
        ("Ministry of Works", "They asked the MOW, and the MOW spoke."),
    ],
)
def test_what_a_page_says_in_short_is_told_by_the_name_of_its_tag(tag: str, text: str) -> None:
    page = replace(compose_one([make_article(FERRY)]), tags=(tag,), entities=(), body=f"{text}\n")

    assert [(one.name, one.count) for one in list_names(page)] == [(tag, 2)]


@pytest.mark.parametrize("kinds", [{}, {"bank of norway": "organisation", "norway": "person"}])
def test_the_end_of_a_name_is_no_short_form_of_it_but_of_a_person(kinds: dict[str, str]) -> None:
    text = "The Bank of Norway spoke. Norway listened. Boats left Norway."
    page = replace(
        compose_one([make_article(FERRY)]), tags=("Bank of Norway",), entities=(), body=f"{text}\n"
    )

    found = [(one.name, one.count) for one in list_names(page, kinds)]
    assert found == [("Bank of Norway", 1), ("Norway", 2)]
