import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sitegen.model.dating import Dating
from sitegen.model.page import Page
from sitegen.publish.news_sitemap import make_news_sitemap
from sitegen.publish.sitemap import make_machine_files
from sitegen.text.days import YEARS
from tests.publish.feed_samples import NOON, SETTINGS
from tests.publish.site_samples import make_page, noon, plan


def read(*pages: Page) -> list[tuple[str, str, str]]:
    """Return slug, day and language of each article."""
    told = "".join(file.data.decode() for file in make_news_sitemap(plan(*pages)))
    pattern = r"articles/([^/]*)/.*?language>(.*?)<.*?publication_date>(.*?)<"
    return [(slug, date, language) for slug, language, date in re.findall(pattern, told)]


def test_it_tells_of_the_two_days_before_the_newest_article() -> None:
    pages = (make_page(f"a{day}", noon(day)) for day in (11, 12, 13, 14))

    assert [slug for slug, _, _ in read(*pages)] == ["a14", "a13", "a12"]


def test_a_day_is_no_instant_and_less_than_a_day_is_not_told() -> None:
    day = make_page("day", dating=Dating(NOON, "day", ""))
    month = make_page("month", dating=Dating(NOON, "month", ""))
    unknown = make_page("unknown", dating=Dating(None, "unknown", ""))

    told = read(day, month, unknown, make_page("instant"))

    assert sorted(told) == [
        ("day", "2024-06-14", "en"),
        ("instant", "2024-06-14T12:00:00+00:00", "en"),
    ]


@pytest.mark.parametrize(("lang", "written"), [("pt-BR", "pt"), ("zh-CN", "zh-cn"), ("", "en")])
def test_languages_are_written_as_google_does(lang: str, written: str) -> None:
    assert [language for _, _, language in read(make_page("a", lang=lang))] == [written]


def test_texts_are_escaped_and_the_earliest_day_has_none_before_it() -> None:
    first = make_page("a", datetime(YEARS[0], 1, 1, tzinfo=UTC), title="Fish & <Chips>")

    (file,) = make_news_sitemap(plan(first))

    assert b"<news:title>Fish &amp; &lt;Chips&gt;</news:title>" in file.data
    assert b"<news:name>Kelsund &amp; Co</news:name>" in file.data


def test_there_are_at_most_a_thousand_articles() -> None:
    assert len(read(*(make_page(f"a{number}") for number in range(1_001)))) == 1_000


def test_robots_know_of_it_where_it_is_wanted() -> None:
    wanted = replace(SETTINGS, news_sitemap=True)

    def paths(*pages: Page) -> dict[str, bytes]:
        return {file.path: file.data for file in make_machine_files(plan(*pages, settings=wanted))}

    files = paths(make_page("a"))
    assert files["robots.txt"].endswith(
        b"Sitemap: https://example.org/news/sitemap.xml\n"
        b"Sitemap: https://example.org/news/sitemap-news.xml\n"
    )
    assert "sitemap-news.xml" in files
    assert "sitemap-news.xml" not in paths()
    assert b"news.xml" not in paths()["robots.txt"]
