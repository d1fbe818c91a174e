"""Texts that tempt a reader of names and dates, and corpora of odd sizes."""

import random
from datetime import UTC, datetime

from sitegen.corpus import make_pages, summarize
from sitegen.ingest import parse_seed
from sitegen.model.article import Article
from sitegen.model.page import Page
from sitegen.model.seed import Intake, SeedFile
from sitegen.model.summary import Summary
from tests.corpus.corpus_samples import EMPTY, NOW, SETTINGS

FIRST = (
    "Ivo Åsa Zoë Odile Tobias Karin Jens Lucía Pedro Inês Duarte Elif Anna Jeanne Sabine Peter Owen"
    " Clara Hugo Nora"
).split()
LAST = (
    "Brandt Lindqvær Marren Corbel Holst Wiegand Falcão Quintela Karasu Vetrova Ohlert Dorn Osei"
    " Haldane Prewitt"
).split()


def read(*paragraphs: str, sidecar: str = "") -> Article:
    text = "\n\n".join(paragraphs)
    seed = SeedFile("a.txt", text.encode(), sidecar.encode(), "a.toml" if sidecar else "")
    (article,) = parse_seed(Intake(seed)).articles
    return article


def summarize_text(*paragraphs: str) -> Summary:
    return summarize(read(*paragraphs))


def compose(*texts: str) -> tuple[Page, ...]:
    seeds = [SeedFile(f"{number:03}.txt", text.encode()) for number, text in enumerate(texts)]
    articles = [article for seed in seeds for article in parse_seed(Intake(seed)).articles]
    record, _ = make_pages(articles, list(map(summarize, articles)), EMPTY, SETTINGS, NOW)
    return record.pages


def count_names(summary: Summary) -> dict[str, tuple[str, int]]:
    return {one.name: (one.kind, one.count) for one in summary.mentions}


def test_an_article_that_names_three_hundred_people_is_about_none_of_them() -> None:
    people = [f"{first} {last}" for first in FIRST for last in LAST]
    rows = [", ".join(people[start : start + 10]) for start in range(0, len(people), 10)]
    opening = (
        "The harbour of Orle thanked all the people who helped in the fog on Friday night, and read"
        " their names aloud in the great hall."
    )
    text = (
        "Harbour thanks its volunteers",
        opening,
        *(f"Among them were {row}, who carried blankets until the morning." for row in rows),
    )
    summary = summarize_text(*text)
    (page,) = compose("\n\n".join(text))

    assert len(summary.mentions) == 40
    assert len(summary.topics) <= 12
    assert summary.excerpt == opening
    assert page.tags == ()


def test_an_article_that_names_nobody_has_no_names_and_a_summary() -> None:
    summary = summarize_text(
        "How to keep bees through a wet spring",
        "Most of what a hive needs in a wet spring is peace. It should stand dry, a little off the"
        " ground, with its back to the wind and its door to the sun.",
        "Once a week is enough to look. Whoever opens the lid more often than that lets out the"
        " warmth, and the bees have to make it again.",
    )

    assert (summary.mentions, summary.topics) == ((), ())
    assert summary.excerpt.startswith("Most of what a hive needs in a wet spring is peace.")


def test_a_text_in_capitals_has_no_names_and_is_known_by_its_language() -> None:
    article = read(
        "FERRY RUNS AGROUND IN FOG",
        "THE FERRY KESTREL RAN AGROUND OFF PORT ELLERY ON THURSDAY WITH 312 PEOPLE ABOARD, MAYOR"
        " ÅSA LINDQVÆR SAID. NOBODY WAS HURT.",
        "THE CAPTAIN, IVO BRANDT, SAID THAT THE FOG CAME IN WITHIN MINUTES AND THAT THE RADAR HAD"
        " FAILED. BRANDT HAS SAILED THE SOUND FOR TWENTY YEARS.",
    )

    assert article.lang == "en"
    assert summarize(article).mentions == ()
    assert summarize(article).excerpt.startswith("THE FERRY KESTREL RAN AGROUND")


def test_names_that_are_words_or_places_too_are_told_by_their_company() -> None:
    names = count_names(
        summarize_text(
            "Will Jordan meets Theresa May in Washington",
            "The mayor of Orle, Will Jordan, met Theresa May in Washington on Friday to speak of"
            " trade with Turkey and Georgia. Will the talks go on in May? Nobody would say.",
            "May said that Turkey may join the talks, and that Georgia will too. The turkey at"
            " dinner was dry. In Washington, Jordan said that the will to agree was there.",
        )
    )

    assert names == {
        "Orle": ("place", 1),
        "Will Jordan": ("person", 2),
        "Theresa May": ("person", 2),
        "Washington": ("place", 2),
        "Turkey": ("place", 2),
        "Georgia": ("place", 2),
    }


def test_countries_and_months_alone_are_what_they_always_are() -> None:
    names = count_names(
        summarize_text(
            "Talks on water begin",
            "Ministers from Jordan, Turkey and Georgia met in Orle on Friday, and will meet again"
            " in May. It may take until August, they said, to share the water of two rivers.",
        )
    )

    places = ("place", 1)
    assert names == dict.fromkeys(("Jordan", "Turkey", "Georgia", "Orle"), places)


def test_a_surname_that_two_people_have_is_neither_of_them() -> None:
    names = count_names(
        summarize_text(
            "Two Brandts in one race",
            "Ivo Brandt and Zoë Brandt will both stand for mayor of Orle, the first time that"
            " brother and sister run against each other. Ivo Brandt is a fisherman.",
            "Zoë Brandt teaches at the school of Orle. Brandt said on Friday that the family would"
            " dine together all the same. Asked who would win, Mr. Brandt laughed.",
        )
    )

    person = ("person", 2)
    assert names == {"Ivo Brandt": person, "Zoë Brandt": person, "Orle": ("place", 2)}


OPENING = (
    "The ferry between Orle and Kestrel ran again after a week of fog, and a brass band played."
)
ENDING = "The mayor thanked the crew for their patience and promised a new radar before the winter."


def test_of_dates_that_contradict_each_other_the_one_on_the_page_counts_and_both_are_told() -> None:
    dating = read(
        "Ferry runs again",
        "Published: 14 June 2024",
        OPENING,
        ENDING,
        sidecar='date = "2024-03-01"',
    ).dating

    assert dating.moment == datetime(2024, 6, 14, 12, tzinfo=UTC)
    assert (dating.evidence, dating.contrary) == (
        "Published: 14 June 2024",
        "2024-03-01, stated in a.toml",
    )


def test_a_day_that_no_calendar_has_is_no_date() -> None:
    stamp = read("Ferry runs again", "31 February 2024", OPENING, ENDING)
    place = read("Ferry runs again", f"ORLE, February 31, 2024 (Northern Wire) - {OPENING}", ENDING)
    german = read("Fähre fährt wieder", "31. Februar 2024", OPENING, ENDING)

    assert {one.dating.moment for one in (stamp, place, german)} == {None}


def test_years_in_passages_of_history_date_nothing() -> None:
    article = read(
        "The lighthouse that survived two wars",
        "The lighthouse of Orle was built in 1871 and has been lit every night since 14 May 1948,"
        " when the war was over and the keepers came back from the mainland.",
        "In 1953 a storm took the roof. On 3 March 1962 the lamp was changed for an electric one,"
        " and in June 1987 the last keeper left the island.",
    )

    assert article.dating.moment is None


def test_a_corpus_of_one_article_has_a_page_with_what_its_headline_names() -> None:
    (page,) = compose(
        "\n\n".join(
            ("Lindqvær reopens the ferry to Orle", f"Mayor Åsa Lindqvær spoke. {OPENING}", ENDING)
        )
    )

    assert (page.related, page.story, page.lang) == ((), "", "en")
    assert set(page.tags) <= {"Åsa Lindqvær", "Orle"}
    assert page.summary


def test_a_corpus_on_one_topic_keeps_its_articles_apart() -> None:
    """Two hundred reports of one ferry, each of its own words."""
    draw = random.Random(7)  # noqa: S311 # no secret
    things = "fog storm ice herring union council museum budget engine radar harbour pilot".split()
    doings = "delayed praised questioned ended began divided surprised rescued counted".split()

    def say() -> str:
        one, other, third = draw.sample(things, 3)
        return (
            f"The {one} {draw.choice(doings)} the {other} of Orle for {draw.randint(2, 900)} days,"
            f" before the ferry Kestrel {draw.choice(doings)} its {third}. "
        )

    pages = compose(
        *(
            "\n\n".join(
                (f"Ferry {number} of Orle {draw.choice(doings)}", say() + say(), say() + say())
            )
            for number in range(200)
        )
    )

    assert len(pages) == 200
    assert all(page.related for page in pages)
    assert {tag for page in pages for tag in page.tags} <= {"Orle", "Kestrel"}
