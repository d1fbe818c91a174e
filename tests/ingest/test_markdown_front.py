import time

import pytest

from sitegen.ingest.document import Facts
from sitegen.ingest.markdown_front import (
    count_front_lines,
    find_further_fronts,
    read_front_matter,
)
from tests.patience import allow

ORIGIN = "stated in the front matter"


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["text"],
        ["---"],
        ["---", "---"],
        ["---", "A ferry ran aground.", "---"],
        ["", "---", "title: x", "---"],
        ["---", "title: x", *["x"] * 300, "---"],
    ],
)
def test_what_is_no_front_matter_is_text(lines: list[str]) -> None:
    assert count_front_lines(lines) == 0


@pytest.mark.parametrize("end", ["---", "..."])
def test_front_matter_ends_with_dashes_or_dots(end: str) -> None:
    assert count_front_lines(["\ufeff---", "title: x", end, "---"]) == 3


@pytest.mark.parametrize(
    ("lines", "facts"),
    [
        (['title: "Ferry: \\"late\\""'], Facts(title='Ferry: "late"', date_origin=ORIGIN)),
        (["Title : 'It''s late'"], Facts(title="It's late", date_origin=ORIGIN)),
        (["author:", '  - "[[Ida Fellgate]]"'], Facts(byline="Ida Fellgate", date_origin=ORIGIN)),
        (
            ['author: ["[[people/Ida]]", "[[people/ole|Ole]]"]'],
            Facts(byline="Ida, Ole", date_origin=ORIGIN),
        ),
        (["author: [[Ida Fellgate]]"], Facts(byline="Ida Fellgate", date_origin=ORIGIN)),
        (['title: "The [[Ferry]] late"'], Facts(title="The Ferry late", date_origin=ORIGIN)),
        (['title: "[late]"'], Facts(title="[late]", date_origin=ORIGIN)),
        (["source: https://a.example/b"], Facts(url="https://a.example/b", date_origin=ORIGIN)),
        (["source: Northern Wire"], Facts(source="Northern Wire", date_origin=ORIGIN)),
        (
            ["author: [Ida Fellgate, 'Ole Bo']"],
            Facts(byline="Ida Fellgate, Ole Bo", date_origin=ORIGIN),
        ),
        (
            ["description: >", "  Nobody was", "  hurt.", "date: 2024-06-14"],
            Facts(dek="Nobody was hurt.", date="2024-06-14", date_origin=ORIGIN),
        ),
        (
            ["title: Ferry # 4 late", "date: 2024-06-14 # of the print", "lang: en # not pt"],
            Facts(title="Ferry # 4 late", date="2024-06-14", lang="en", date_origin=ORIGIN),
        ),
        (["date-published: 2024", "published: 2023"], Facts(date="2024", date_origin=ORIGIN)),
        (["date: soon", "published: 2023"], Facts(date="2023", date_origin=ORIGIN)),
        (
            ["source: https://a.example/b", "site: Vale Press"],
            Facts(url="https://a.example/b", source="Vale Press", date_origin=ORIGIN),
        ),
        (
            ["authors:", "  - name: Ida", "    url: https://a.example/", "  - name: 'Ole'"],
            Facts(byline="Ida, Ole", date_origin=ORIGIN),
        ),
        (
            ["authors: [{name: Ida, url: x}, {name: 'Ole Bo'}]"],
            Facts(byline="Ida, Ole Bo", date_origin=ORIGIN),
        ),
        (
            ["title: {Breaking} <i>ferry</i> &amp; tea"],
            Facts(title="{Breaking} ferry & tea", date_origin=ORIGIN),
        ),
        (
            ["description: |", "  name: the game", "  of the year"],
            Facts(dek="name: the game of the year", date_origin=ORIGIN),
        ),
        (["author: {name: Ida, email: i@a.example}"], Facts(byline="Ida", date_origin=ORIGIN)),
        (
            ['author: ["Lund, Kari", "Steen, Tom"]', 'title: "X # 1" # note'],
            Facts(title="X # 1", byline="Lund, Kari, Steen, Tom", date_origin=ORIGIN),
        ),
        (["title:", "- ", "  x", "nonsense", "lang: ~"], Facts(title="x", date_origin=ORIGIN)),
    ],
)
def test_keys_are_read_as_scrapers_write_them(lines: list[str], facts: Facts) -> None:
    assert read_front_matter(lines) == facts


@pytest.mark.parametrize(
    "value", ["[" + '\\"' * 100_000 + "]", '["' + ',"' * 100_000 + "]", "{name: " * 100_000]
)
def test_a_long_value_takes_no_long_time(value: str) -> None:
    started = time.process_time()

    read_front_matter([f"authors: {value}"])

    assert time.process_time() - started < allow(5)


def test_a_front_matter_in_code_begins_no_document() -> None:
    front = ["---", "title: Ferry late", "---"]

    assert find_further_fronts(["Text.", "```yaml", *front, "```", "Text.", *front]) == [7]
