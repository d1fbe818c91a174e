"""The names of an article, and those it may be filed under."""

from sitegen.corpus.entities import find_mentions, weigh_topics
from sitegen.model.summary import Mention
from tests.corpus.corpus_samples import FERRY


def weigh(title: str, *paragraphs: str) -> tuple[tuple[str, int], ...]:
    return weigh_topics(find_mentions(paragraphs), title, paragraphs)


def test_names_stand_in_order_of_first_mention_with_forms_and_counts() -> None:
    assert find_mentions(FERRY) == (
        Mention("Kestrel", ("Kestrel",), 2),
        Mention("Port Ellery", ("Port Ellery",), 1),
        Mention("Ivo Brandt", ("Ivo Brandt", "Brandt"), 2),
        Mention("Larkmoor", ("Larkmoor",), 1),
    )


def test_a_name_in_title_and_lead_weighs_most() -> None:
    assert weigh("Storm Hits Orle", "A storm hit Orle, near Mira.", "It left.") == (
        ("Orle", 7),
        ("Mira", 3),
    )


def test_a_name_said_late_must_be_said_three_times() -> None:
    late = ["the tide went out slowly " * 30, "They saw Orle. Then Mira, Mira and Mira again."]

    assert weigh("Storm", *late) == (("Mira", 3),)


def test_a_short_form_in_the_title_counts_for_the_full_name() -> None:
    assert weigh("Brandt's Last Voyage", "The ship of Ivo Brandt sank. He, Brandt, swam.") == (
        ("Ivo Brandt", 8),
    )


def test_a_name_is_not_found_inside_other_words() -> None:
    assert weigh("Oral History", "He met Ora.") == (("Ora", 3),)


def test_one_article_has_at_most_twelve_topics() -> None:
    names = [f"{first}{second}ra" for first in "BDFGK" for second in "aeo"]

    assert len(weigh("List", f"He met {', '.join(names)}.")) == 12


def test_one_article_has_at_most_forty_names() -> None:
    names = [f"{first}{second}ra" for first in "BCDFGHJKLMN" for second in "aeou"]

    assert len(find_mentions([f"he met {', '.join(names)}."])) == 40
