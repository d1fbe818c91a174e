"""A column of reports in brief is as many articles, by place lines or by who signed each."""

from sitegen.ingest import parse_seed
from sitegen.model.article import Article
from sitegen.model.seed import Intake, SeedFile

GOATS = "Two goats that had got on to the roof of the savings bank were brought down by a roofer."
TOLLS = "A ministry has dropped its plan to charge for the coast road, which nobody would pay for."
CHOIR = "A choir of forty has been told to sing more softly after a complaint by an undertaker."
STORM = "A storm took the lid off a reservoir and set it down in a field eleven miles away."
SALT = "The last salt works in the delta has closed, and its flamingos have been given notice."
NAMES = ("Oskar", "Port Dellow", "Upper Kell", "Vennick", "Saltholm")
TEXTS = (GOATS, TOLLS, CHOIR, STORM, SALT)


def read(text: str) -> tuple[Article, ...]:
    seed = SeedFile("column.txt", text.encode())
    return parse_seed(Intake(seed)).articles


def read_titles(text: str) -> list[str]:
    return [article.title for article in read(text)]


def write_column(signatures: tuple[str, ...]) -> str:
    parts = (
        f"{name.upper()}\n{text} {signed}"
        for name, text, signed in zip(NAMES, TEXTS, signatures, strict=True)
    )
    return "\n\n".join(("Abroad\nAll round the world in a minute", *parts))


def test_places_head_reports_that_agencies_signed() -> None:
    column = write_column(("(NWA)", "(Telemark)", "(NWA)", "(Telemark)", "(NWA)"))
    assert read_titles(column) == [name.upper() for name in NAMES]


def test_the_text_of_a_report_that_is_signed_is_no_caption() -> None:
    column = write_column(("(NWA)", "(Telemark)", "(NWA)", "(Telemark)", "(NWA)"))
    articles = read(column)
    assert [block.text for article in articles for block in article.blocks] == [
        f"{text} ({signed})"
        for text, signed in zip(TEXTS, ("NWA", "Telemark", "NWA", "Telemark", "NWA"), strict=True)
    ]
    assert not any(article.captions for article in articles)


def test_the_parts_of_an_article_that_nobody_signed_stay_one() -> None:
    assert len(read(write_column(("", "", "", "", "")))) <= 1


def test_a_line_of_a_newsroom_below_each_signs_it_whatever_the_head_says() -> None:
    heads = ("Goats fetched", "Toll is off", "Hush, says neighbour", "Lid flies", "Salt works ends")
    parts = (f"{head}\n{text}\n— Ledger staff" for head, text in zip(heads, TEXTS, strict=True))
    assert read_titles("\n".join(("LOCAL BRIEFS", *parts))) == [*heads]


def test_reports_on_a_ticker_begin_below_clocks_with_place_lines() -> None:
    heads = ("Goats fetched", "Toll is off", "Choir must hush", "Lid flies off", "Salt works ends")
    parts = (
        f"1{hour}:20\n{head}\nORLE, Nov 18 (NWA) - {text}\n(NWA) kl"
        for hour, (head, text) in enumerate(zip(heads, TEXTS, strict=True))
    )
    assert read_titles("\n".join(parts)) == [*heads]


def test_entries_of_a_live_report_stay_one_though_an_agency_sent_them() -> None:
    parts = (
        f"1{hour}:20\nThe {hour} o'clock news\n{text}\n(NWA) kl" for hour, text in enumerate(TEXTS)
    )
    assert len(read("\n".join(("A long day in the delta as it happened", *parts)))) <= 1


def test_an_article_with_an_opening_above_its_parts_is_no_column() -> None:
    parts = (f"{name} calling\n{text} (NWA)\n" for name, text in zip(NAMES, TEXTS, strict=True))
    opening = (
        "What five towns did in a week in which nothing happened, told by those who were there."
    )
    assert len(read("\n".join(("A week of nothing much", opening, "", *parts)))) == 1
