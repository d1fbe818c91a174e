"""Tags come from one vocabulary: one spelling for each name, and enough articles behind it."""

from collections.abc import Sequence
from dataclasses import replace

from sitegen.corpus.tags import choose_tags, make_tag_pages, make_vocabulary
from sitegen.model.page import Page, TagPage
from sitegen.model.settings import Settings
from tests.corpus.corpus_samples import FERRY, SETTINGS, compose_one, make_article

Topics = Sequence[tuple[str, int]]
PAGE = compose_one([make_article(FERRY)])


def choose(
    topics: Sequence[Topics], settings: Settings = SETTINGS, kept: Sequence[Page] = ()
) -> list[tuple[str, ...]]:
    vocabulary = make_vocabulary(topics, kept, settings)
    return [choose_tags(each, vocabulary) for each in topics]


def tagged(slug: str, *tags: str) -> Page:
    return replace(PAGE, slug=slug, title=slug.title(), tags=tags)


def list_slugs(
    pages: Sequence[Page], recorded: Sequence[TagPage] = (), minimum: int = 1
) -> dict[str, str]:
    return {tag.title: tag.slug for tag in make_tag_pages(pages, recorded, minimum)}


def test_a_name_is_a_tag_once_enough_articles_have_it() -> None:
    assert choose([[("Mira", 3)], [("Orle", 3)]]) == [(), ()]
    assert choose([[("Mira", 3)], [("Mira", 3), ("Orle", 3)]]) == [("Mira",), ("Mira",)]


def test_a_name_that_weighs_much_is_a_tag_at_once() -> None:
    assert choose([[("Mira", 6), ("Orle", 5)]]) == [("Mira",)]


def test_the_weightiest_come_first_and_six_are_enough() -> None:
    topics = [(name, weight) for weight, name in enumerate("ABCDEFGH", start=6)]

    assert choose([topics]) == [("H", "G", "F", "E", "D", "C")]


def test_one_spelling_is_used_for_all() -> None:
    written = [[("PORT ELLERY", 6)], [("Port Ellery", 6)], [("Port Ellery", 6)]]

    assert choose(written) == [("Port Ellery",)] * 3


def test_of_spellings_equally_frequent_the_first_by_letter_is_used() -> None:
    written = [[("Port Ellery", 6)], [("PORT ELLERY", 6)]]

    assert choose(written) == choose(written[::-1]) == [("PORT ELLERY",)] * 2


def test_names_that_differ_in_a_sign_are_different_names() -> None:
    names = ("C", "C++", "C#", "US", "U.S.")
    topics = [(name, 6) for name in names]

    assert choose([topics, topics]) == [names, names]
    assert list_slugs([tagged("a", *names)]) == {
        "C": "c",
        "C#": "c-sharp",
        "C++": "c-plus-plus",
        "U.S.": "u-s",
        "US": "us",
    }


def test_two_tags_with_the_same_slug_have_two_addresses() -> None:
    assert list_slugs([tagged("a", "C#", "C Sharp")]) == {"C Sharp": "c-sharp", "C#": "c-sharp-2"}


def test_accents_tell_an_alias_from_another_name() -> None:
    settings = replace(SETTINGS, tag_aliases=(("Pena", "Rocio Pena"),))

    chosen = choose([[("PENA", 6)], [("Peña", 6)]], settings)

    assert chosen == [("Rocio Pena",), ("Peña",)]


def test_an_alias_is_filed_under_what_it_means() -> None:
    settings = replace(SETTINGS, tag_aliases=(("the Ministry", "Fisheries Ministry"),))

    chosen = choose([[("The Ministry", 3)], [("Fisheries Ministry", 4)]], settings)

    assert chosen == [("Fisheries Ministry",)] * 2


def test_a_name_said_in_two_ways_has_the_weight_of_the_heavier() -> None:
    settings = replace(SETTINGS, tag_aliases=(("Ellery", "Port Ellery"),))

    assert choose([[("Port Ellery", 7), ("Mira", 6), ("Ellery", 3)]], settings) == [
        ("Port Ellery", "Mira")
    ]


def test_what_the_site_stops_is_no_tag_whatever_its_case() -> None:
    settings = replace(SETTINGS, tag_stop=("northern wire",))

    assert choose([[("Northern Wire", 9), ("Mira", 6)]], settings) == [("Mira",)]


def test_an_alias_does_not_lead_around_the_stop_list() -> None:
    settings = replace(
        SETTINGS, tag_stop=("Wire", "Agency"), tag_aliases=(("Wire", "W"), ("A", "Agency"))
    )

    assert choose([[("Wire", 9), ("A", 9)]], settings) == [()]


def test_the_tags_of_pages_that_a_person_keeps_count() -> None:
    assert choose([[("Mira", 3)]], kept=[tagged("a", "Mira")]) == [("Mira",)]


def test_a_new_article_leaves_the_tags_of_the_others_alone() -> None:
    before = [[("Mira", 6), ("Orle", 3)], [("Orle", 4)], [("Kestrel", 3)]]

    after = choose([*before, [("Solanza", 9), ("Larkmoor", 3)]])

    assert after[:3] == choose(before)


def test_a_tag_page_lists_its_articles_in_the_order_given() -> None:
    pages = [tagged("new", "Mira"), tagged("old", "Mira", "Orle")]

    assert make_tag_pages(pages, (), 2) == (
        TagPage("Mira", "mira", (("new", "New"), ("old", "Old")), is_edited=False),
    )


def test_a_tag_keeps_the_address_on_record() -> None:
    recorded = [TagPage("Mira", "river-mira", (), is_edited=False)]

    assert list_slugs([tagged("a", "Mira")], recorded) == {"Mira": "river-mira"}


def test_an_address_on_record_is_given_to_no_other_tag() -> None:
    recorded = [TagPage("Mira (river)", "mira", (), is_edited=False)]

    assert list_slugs([tagged("a", "Mira")], recorded) == {"Mira": "mira-2"}


def test_a_tag_keeps_its_address_when_another_spelling_wins() -> None:
    recorded = [TagPage("PORT ELLERY", "port-ellery", (), is_edited=False)]

    assert list_slugs([tagged("a", "Port Ellery")], recorded) == {"Port Ellery": "port-ellery"}


def test_two_spellings_in_use_have_two_addresses() -> None:
    """A page that a person keeps may hold the spelling that lost."""
    recorded = [TagPage("PORT ELLERY", "port-ellery", (), is_edited=False)]
    pages = [tagged("a", "Port Ellery"), tagged("b", "PORT ELLERY")]

    assert list_slugs(pages, recorded) == {
        "PORT ELLERY": "port-ellery",
        "Port Ellery": "port-ellery-2",
    }


def test_a_tag_page_that_a_person_changed_is_kept_though_no_article_has_it() -> None:
    recorded = (TagPage("Mira", "mira", (("gone", "Gone"),), is_edited=True),)

    assert make_tag_pages([tagged("a", "Mira")], recorded, 1) == recorded
    assert make_tag_pages([], recorded, 2) == recorded


def test_a_spelling_that_a_person_keeps_a_page_for_is_not_robbed_of_its_address() -> None:
    recorded = [TagPage("PORT ELLERY", "port-ellery", (), is_edited=True)]

    assert list_slugs([tagged("a", "Port Ellery")], recorded) == {
        "PORT ELLERY": "port-ellery",
        "Port Ellery": "port-ellery-2",
    }
