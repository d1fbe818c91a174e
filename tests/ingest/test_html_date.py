import pytest
from lxml import html

from sitegen.ingest.html_date import StatedDate, find_date

DAY = "2024-06-14"


def find(source: str) -> StatedDate:
    return find_date(html.document_fromstring(f"<html><body>{source}<p>x</p></body></html>"))


@pytest.mark.parametrize(
    ("source", "origin"),
    [
        (f'<meta property="article:published_time" content="{DAY}">', "article:published_time"),
        (f'<meta itemprop="datePublished" content=" {DAY} ">', "datepublished"),
        (
            (
                '<script type="application/ld+json">{"dateModified": "2025", "datePublished": "'
                f'{DAY}"}}</script>'
            ),
            "datePublished",
        ),
        (f'<time itemprop="datePublished" datetime="{DAY}">Friday</time>', "datePublished"),
        (f'<time datetime="2020"></time><time pubdate datetime="{DAY}">x</time>', "datePublished"),
        (f'<meta name="DC.date.issued" content="{DAY}">', "dc.date.issued"),
        (f'<time datetime="{DAY}">Friday</time>', "only time tag"),
    ],
)
def test_the_day_of_publication_is_read_where_it_is_stated(source: str, origin: str) -> None:
    assert find(source) == StatedDate(DAY, f"stated in the page's {origin}")


@pytest.mark.parametrize(
    "source",
    [
        "<p>14 June 2024</p>",
        '<meta property="article:modified_time" content="2024-06-14">',
        '<time datetime="2024-06-14"></time><time datetime="2024-06-15"></time>',
        '<script>{"datePublished": "2024-06-14"}</script>',
        '<meta name="date" content="">',
    ],
)
def test_nothing_is_guessed(source: str) -> None:
    assert find(source) == StatedDate("", "")


def test_the_surer_statement_counts() -> None:
    source = f'<meta name="date" content="2020"><meta property="og:published_time" content="{DAY}">'

    assert find(source).text == DAY
