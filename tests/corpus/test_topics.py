"""A topic is a phrase that weighs enough in several articles, and a few of them are tags."""

from dataclasses import replace
from itertools import pairwise

import pytest

from sitegen.corpus import explain_tags
from sitegen.corpus.topics import join_topics, weigh_phrases
from sitegen.model.article import Article
from sitegen.model.page import Page
from sitegen.model.record import Record
from sitegen.model.settings import Settings
from sitegen.model.summary import KeyPhrase, Mention
from tests.corpus.corpus_samples import EMPTY, LATER, SETTINGS, compose, make_article, tell
from tests.corpus.test_spellings import EMPTY as BARE

LIMITS = (
    "The herring limits will be lifted by a tenth, the council of the sea has said.",
    "Boats out of Larkmoor had asked for an end of the herring limits since the winter.",
)
REEF = (
    "The sponge reefs will be closed to trawlers, the council of the sea has said.",
    "Divers had asked for a wide ring around the sponge reefs since the winter.",
)


def report(number: int, paragraphs: tuple[str, ...], title: str = "Council Decides") -> Article:
    """An article about something, with much that no other article says."""
    return make_article((*paragraphs, *fill(number)), f"{number}.txt", f"{title} {number}")


def fill(number: int) -> list[str]:
    """Paragraphs in English that say nothing twice."""
    words = iter(" ".join(tell(number, 12)).lower().replace(".", "").split())
    said = [
        f"It was the {next(words)} and not the {next(words)} of the {next(words)}."
        for _ in range(40)
    ]
    return [" ".join(said[start : start + 4]) for start in range(0, 40, 4)]


def topics(page: Page) -> list[str]:
    return [tag for tag in page.tags if tag.islower()]


def list_topics(
    *articles: Article, record: Record = EMPTY, settings: Settings = SETTINGS
) -> dict[str, list[str]]:
    made = compose(articles, record, settings, LATER)
    return {page.seeds[0].seed.partition(".")[0]: topics(page) for page in made.pages}


def weigh(*paragraphs: str, title: str = "") -> list[str]:
    return [phrase.form for phrase in weigh_phrases((), title, paragraphs)]


def join(*forms: str, known: tuple[str, ...] = (), own: tuple[str, ...] = ()) -> list[str]:
    summaries = [replace(BARE, phrases=(KeyPhrase(form, form, 100),)) for form in forms]
    return [one.phrases[0].name for one in join_topics(summaries, known, own)]


def test_a_topic_is_a_tag_where_enough_articles_share_it() -> None:
    assert list_topics(report(1, LIMITS), report(2, REEF)) == {"1": [], "2": []}
    assert list_topics(report(1, LIMITS), report(2, REEF), report(3, LIMITS)) == {
        "1": ["herring limits"],
        "2": [],
        "3": ["herring limits"],
    }


def test_an_article_that_only_mentions_it_neither_has_it_nor_counts() -> None:
    aside = (*REEF, *fill(9), "The herring limits were not on the table.")

    assert list_topics(report(1, LIMITS), report(2, aside)) == {"1": [], "2": []}


def test_a_topic_is_linked_where_the_text_says_it_in_its_own_number() -> None:
    singular = tuple(text.replace("limits", "limit") for text in LIMITS)
    made = compose([report(1, LIMITS), report(2, LIMITS), report(3, singular)])

    assert [topics(page) for page in made.pages] == [["herring limits"]] * 3
    bodies = {page.seeds[0].seed: page.body for page in made.pages}
    assert "The [herring limits](../tags/herring-limits.md) will" in bodies["1.txt#1"]
    assert "The [herring limit](../tags/herring-limits.md) will" in bodies["3.txt#1"]


def test_names_come_first_and_two_topics_take_the_place_of_the_lightest_of_them() -> None:
    people = (
        "Ivo Brandt",
        "Ilse Marn",
        "Maud Ellingrove",
        "Piers Calloway",
        "Olaf Venn",
        "Eva Lund",
    )
    told = (f"{', '.join(people)} met.", *[f"{name} spoke of it." for name in people] * 3)
    more = ("The tide tables and the tide tables.",)
    made = compose([report(number, (*LIMITS, *REEF, *more, *told)) for number in (1, 2)])

    for page in made.pages:
        assert len(page.tags) == 6
        assert page.tags[4:] == ("herring limits", "sponge reefs")
        assert set(page.tags[:4]) < {*people, "Larkmoor"}


@pytest.mark.parametrize(
    "text",
    [
        "The ferry left. Nobody met the ferry. The ferry sank.",
        "The harbour officials left. The harbour officials came back.",
        "The Herring Limits Act is here. Nobody likes the Herring Limits Act.",
        "The herring limits are fair, and that is all that they are.",
        "Die Heringe sind im Hafen und die Heringe sind nicht in der Stadt, der Fisch ist da.",
    ],
)
def test_single_words_roles_names_asides_and_other_languages_are_no_topics(text: str) -> None:
    assert weigh(text) == []


def test_the_title_counts_as_a_mention() -> None:
    told = "The herring limits are fair. No herring is left, and limits are limits, he said."

    assert weigh(told) == []
    assert weigh(told, title="Herring Limits Fair") == ["herring limits"]


def test_a_name_is_no_topic() -> None:
    told = "The blue door cafe is open. They went to the blue door cafe."
    name = Mention("blue door cafe", ("blue door cafe",), 2, "other")

    assert weigh(told) == ["door cafe"] or weigh(told) == ["blue door cafe"]
    assert "blue door cafe" not in [one.form for one in weigh_phrases((name,), "", [told])]


def test_near_twins_are_one_topic_in_the_form_of_most_articles() -> None:
    assert join("tax cut", "tax cuts", "tax cuts") == ["tax cuts"] * 3
    assert join("reef fish", "fish reef") == ["fish reef"] * 2


def test_a_form_that_has_a_page_stays_the_one() -> None:
    assert join("tax cut", "tax cuts", "tax cuts", known=("tax cut",)) == ["tax cut"] * 3


def test_a_form_that_a_person_decided_on_is_left_alone() -> None:
    assert join("tax cut", "tax cuts", "tax cuts", own=("Tax cut",)) == [
        "tax cut",
        *["tax cuts"] * 2,
    ]


def test_aliases_and_stops_hold_for_topics() -> None:
    articles = [report(number, LIMITS) for number in (1, 2)]
    stopped = replace(SETTINGS, tag_stop=("Herring limits",))
    renamed = replace(SETTINGS, tag_aliases=(("herring limits", "fishing"),))

    assert list_topics(*articles, settings=stopped) == {"1": [], "2": []}
    assert list_topics(*articles, settings=renamed) == {"1": ["fishing"], "2": ["fishing"]}


def test_one_more_article_leaves_the_tags_of_nearly_all_others_as_they_are() -> None:
    things = "herring limits,sponge reefs,tide tables,ferry fares,sleeper trains".split(",")
    number = 200
    articles = [
        report(place, tuple(text.replace("herring limits", thing) for text in LIMITS))
        for place, thing in zip(range(number), things * number, strict=False)
    ]
    late = report(number, tuple(text.replace("limits", "limit") for text in LIMITS), "Sea News")
    before = compose(articles)
    after = compose([*articles, late], before)

    tags = {page.id: page.tags for page in before.pages}
    changed = [page for page in after.pages if page.tags != tags.get(page.id, page.tags)]
    assert sum(bool(topics(page)) for page in before.pages) == number
    assert len(changed) <= 0.005 * number


def test_each_tag_of_a_page_has_a_reason() -> None:
    made = compose([report(number, LIMITS) for number in (1, 2)])
    page = replace(made.pages[0], tags=("Larkmoor", "herring limits", "sea"))

    name, topic, given = explain_tags(page, (page, made.pages[1]), ())

    assert (name.kind, name.weight, name.articles) == ("name", 3, 2)
    assert (topic.kind, topic.articles, topic.weight > 90) == ("topic", 2, True)
    assert (given.kind, given.weight, given.articles) == ("given", 0, 1)


def test_topics_of_one_page_are_never_within_each_other() -> None:
    text = ("The herring limits hold. The herring limits law holds the herring limits law.",)
    made = compose([report(number, (*LIMITS, *text)) for number in (1, 2)])

    for page in made.pages:
        split = [set(topic.split()) for topic in topics(page)]
        assert split
        assert all(not (one <= other or other <= one) for one, other in pairwise(split))
