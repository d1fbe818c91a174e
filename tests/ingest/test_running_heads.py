"""What a printed page has around its text is noise, and the text goes on over it."""

import pytest

from sitegen.ingest import parse_seed
from sitegen.ingest.lines import make_line
from sitegen.ingest.reasons import TURN
from sitegen.ingest.running_heads import mark_running
from sitegen.model.article import Article
from sitegen.model.seed import Intake, Parsed, SeedFile

_PARAGRAPHS = """\
The harbour board of Orle has put off the opening of its new ferry pier until the
spring, after divers found that two of the oak piles had been eaten by shipworm.

The pier, which has cost the town four million crowns so far, was to have been
opened by the mayor on Saturday with a concert of the fishermen's choir.

Harbour master Ada Orme said that the piles had been bought from a yard in
Brennish, and that nobody had looked at them before they were driven in.

Ferries to the islands will go on landing at the old quay, where passengers have
to climb a ladder at low tide, and where a cow fell into the water in August.

The yard has offered to replace the piles for nothing, but says that it has no
oak until the new year, because the abbey of Sund has bought all of it.""".split("\n\n")
_HEADLINE = "Pier Opening Put Off as Worms Eat the Oak"


def _print(head: str, foot: str, *, is_fed: bool = True) -> str:
    """Return a report on five printed pages; ``{}`` is the number of a page."""
    pages = []
    for number, paragraph in enumerate(_PARAGRAPHS, start=1):
        title = f"{_HEADLINE}\n\nBy Ida Fellgate\n\n" if number == 1 else ""
        parts = (head.format(number), title + paragraph, foot.format(number))
        pages.append("\n\n".join(filter(None, parts)))
    return ("\n\f" if is_fed else "\n\n").join(pages)


def _parse(text: str) -> Parsed:
    return parse_seed(Intake(SeedFile("gazette.txt", text.encode())))


def _read(text: str) -> Article:
    (article,) = _parse(text).articles
    return article


@pytest.mark.parametrize("is_fed", [True, False], ids=["form feeds", "blank lines"])
@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("The Orle Gazette      Thursday 13 June 2024", "Page {} of 5"),
        ("Orle Gazette, June 2024", "{}"),
        ("Pier Opening Delayed", "Orme          [Page {}]"),
        ("{}  THE ORLE GAZETTE", ""),
        ("11/30/26, 1:11 AM      The Orle Gazette", "https://orle.example/pier   {}/5"),
        ("The pier      https://orle.example/pier", "{} of 5      1/26/25, 4:07 PM"),
        ("", "Orle Town Council Newsletter     Page {} of 5"),
    ],
)
def test_heads_and_feet_of_pages_are_no_part_of_the_article(
    head: str, foot: str, *, is_fed: bool
) -> None:
    article = _read(_print(head, foot, is_fed=is_fed))
    assert article.title == _HEADLINE
    assert article.byline == "Ida Fellgate"
    assert [one.text for one in article.blocks] == [one.replace("\n", " ") for one in _PARAGRAPHS]


def test_heads_of_left_and_right_pages_may_differ() -> None:
    text = _print("{}", "")
    for left, right in ((2, 3), (4, 5)):
        text = text.replace(f"\f{left}\n", f"\f{left}   THE ORLE GAZETTE\n")
        text = text.replace(f"\f{right}\n", f"\fNEWS OF JUNE 2024   {right}\n")
    assert len(_read(text).blocks) == len(_PARAGRAPHS)


def test_a_sentence_goes_on_over_a_turned_page_and_its_lines_are_told_apart() -> None:
    rest = "after divers found that two of the oak piles had been eaten by shipworm."
    foot = "\n\nOrle [Page 1]\n\f"
    text = _print("", "Orle [Page {}]").replace(f" {rest}{foot}", f"{foot}{rest}\n\n")
    parsed = _parse(text)
    (article,) = parsed.articles
    assert article.blocks[0].text == _PARAGRAPHS[0].replace("\n", " ")
    foot_at = text.splitlines().index("Orle [Page 1]")
    kinds = [(fate.kind, fate.rule) for fate in parsed.lines[foot_at - 2 : foot_at + 3]]
    blank, turned, body = ("blank", "blank"), ("noise", "turned page"), ("body", "text")
    assert kinds == [body, blank, turned, blank, body]


def test_what_a_browser_prints_around_one_turn_of_a_page_is_none_of_it() -> None:
    turn = "https://orle.example/pier/print\t1/2\n1/26/25, 4:07 PM\tThe pier - The Orle Gazette"
    article = _read(f"{_HEADLINE}\n\n{_PARAGRAPHS[0]}\n\n{turn}\n\n{_PARAGRAPHS[1]}")
    assert [one.text for one in article.blocks] == [
        one.replace("\n", " ") for one in _PARAGRAPHS[:2]
    ]


def test_a_word_that_a_turned_page_breaks_is_whole_again() -> None:
    text = _print("", "{}").replace(
        "eaten by shipworm.\n\n1\n\f", "eaten by ship-\n\n1\n\fworm.\n\n"
    )
    assert _read(text).blocks[0].text == _PARAGRAPHS[0].replace("\n", " ")


def test_the_day_at_the_head_of_the_pages_is_that_of_the_article() -> None:
    article = _read(_print("The Orle Gazette      Thursday 13 June 2024", "Page {} of 5"))
    assert str(article.dating.moment)[:10] == "2024-06-13"


def test_a_headline_that_comes_again_above_each_page_is_the_headline() -> None:
    text = _print("", "{}").replace("\n\f", f"\n\f{_HEADLINE}\n\n")
    article = _read(text)
    assert article.title == _HEADLINE
    assert len(article.blocks) == len(_PARAGRAPHS)


@pytest.mark.parametrize(
    "lines",
    [
        ["1", "Ferry", "2", "Ferry", "4", "Ferry"],  # no numbers of pages
        ["1", "Bus", "2", "Tram", "3", "Ferry"],  # nothing comes again
        ["1", "Photo: Ida Fellgate", "2", "Photo: Ida Fellgate", "3", "Photo: Ida Fellgate"],
        ["Orle 1", "Brennish 0", "Orle 2", "Brennish 0"],
        ["Step 1", "Dig.", "Step 2", "Plant.", "Step 3", "Water."],
        ["Article 1 of 3", "Ferry", "Article 2 of 3", "Bus", "Article 3 of 3", "Tram"],
    ],
)
def test_other_numbers_are_none_of_pages(lines: list[str]) -> None:
    marked = mark_running([make_line(text) for text in lines])
    assert not [line.text for line in marked if line.verdict]


def test_of_a_paper_that_says_its_day_on_each_page_somebody_may_have_kept_some_pages() -> None:
    day = "The Orle Gazette, Thursday, November 19, 2026"
    kept = [f"{number} {day}" for number in (2, 5, 6)]
    lines = [make_line(line) for page in kept for line in ("The sea rose.", page, "")]

    assert [line.text for line in mark_running(lines) if line.verdict] == kept


def test_a_word_of_addresses_without_end_has_no_number() -> None:
    pages = ["http://orle.example/" * 50_000, "https://orle.example/ferry 1/3"]

    assert [line.verdict for line in mark_running(list(map(make_line, pages)))] == ["", TURN]
