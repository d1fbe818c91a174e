from sitegen.ingest import parse_seed
from sitegen.ingest.lines import make_line
from sitegen.ingest.writers import read_writer
from sitegen.model.seed import Intake, SeedFile

TEXT = (
    "A ferry carrying 312 people ran onto a sandbank in thick fog early on Tuesday.\n"
    "The harbour master closed the channel until the tide had turned on Friday.\n"
)


def read_byline(*head: str) -> str:
    seed = "\n".join(["Ferry aground off Orle in thick fog", "", *head, "", TEXT])
    (article,) = parse_seed(Intake(SeedFile("a.txt", seed.encode()))).articles
    return article.byline


def test_a_name_above_or_below_the_date_is_the_writers() -> None:
    assert read_byline("Rosa Fell", "3 June 2025") == "Rosa Fell"
    assert read_byline("3 June 2025", "", "Rosa Fell and Oscar Lind") == "Rosa Fell and Oscar Lind"
    assert read_byline("Rosa Fell", "3 hours ago") == "Rosa Fell"


def test_what_a_writer_is_in_a_newsroom_is_no_part_of_the_name() -> None:
    assert read_byline("Rosa Fell, Features Editor", "3 June 2025") == "Rosa Fell"
    assert read_byline("By Rosa Fell, Court Reporter", "3 June 2025") == "Rosa Fell"


def test_a_byline_counts_before_a_name_that_stands_alone() -> None:
    assert read_byline("By Oscar Lind", "Rosa Fell", "3 June 2025") == "Oscar Lind"


def test_a_name_without_a_date_beside_it_may_be_anything() -> None:
    assert read_byline("Rosa Fell") == ""


def test_places_sections_and_papers_are_no_writers() -> None:
    others = ("Port Ellery", "World News", "The Guardian", "Rosa Fell said so.", "Virginia Beach")

    assert [read_writer(make_line(text)) for text in others] == [""] * len(others)


def test_a_note_on_the_writer_above_the_text_goes_and_one_on_somebody_else_stays() -> None:
    def list_texts(*head: str) -> list[str]:
        seed = "\n".join(["Ferry aground off Orle in thick fog", "", *head, "", TEXT])
        (article,) = parse_seed(Intake(SeedFile("a.txt", seed.encode()))).articles
        return [block.text for block in article.blocks]

    note = "Rosa Fell is a senior writer who covers the harbours for the Ledger."

    assert list_texts("By Rosa Fell", "3 June 2025", "", note) == TEXT.splitlines()
    assert list_texts("By Oscar Lind", "3 June 2025", "", note) == [note, *TEXT.splitlines()]
    assert list_texts("3 June 2025", "", note) == [note, *TEXT.splitlines()]


def test_a_line_that_says_by_makes_a_byline_of_any_name_below_it() -> None:
    assert read_byline("By", "Ottoline Prynne", "Senior Reporter", "16:30, 12 Oct 2026") == (
        "Ottoline Prynne"
    )
    assert read_byline("Latest", "Ottoline Prynne", "16:30, 12 Oct 2026") == ""


def test_where_a_report_was_made_is_told_beside_byline_or_date() -> None:
    head = "Ferry aground off Orle in thick fog\nBy Rosa Fell\nReporting from Orle, Norway\n"
    seed = f"{head}3 June 2025\n\n{TEXT}"
    (article,) = parse_seed(Intake(SeedFile("a.txt", seed.encode()))).articles

    assert (article.byline, article.place) == ("Rosa Fell", "Orle, Norway")
    assert TEXT.startswith(article.blocks[0].text)


def test_where_a_report_was_made_may_be_its_headline() -> None:
    seed = f"3 June 2025\nReporting from Orle\nBy Rosa Fell\n\n{TEXT}"
    (article,) = parse_seed(Intake(SeedFile("a.txt", seed.encode()))).articles

    assert article.title == "Reporting from Orle"


def test_a_name_beside_how_long_reading_takes_is_the_writers() -> None:
    assert read_byline("Rosa Fell", "3–4 minutes") == "Rosa Fell"
    assert read_byline("4 min read", "Rosa Fell") == "Rosa Fell"


def test_the_place_beside_a_name_may_begin_with_any_capital() -> None:
    assert read_writer(make_line("Rosa Fell in Århus")) == "Rosa Fell"


def test_a_name_beside_place_and_date_is_the_writers() -> None:
    assert read_byline("Rosa Fell", "Orle | 3 Jun 2025 - 10:15 CET") == "Rosa Fell"
    assert read_byline("Oscar Lind | 3 June 2025", "Rosa Fell") == "Oscar Lind"


def test_a_line_under_the_name_of_the_writer_is_the_dek() -> None:
    head = "Ferry aground off Orle in thick fog\nRosa Fell\n3–4 minutes\n\n"
    seed = f"{head}Nobody on board noticed before the kettle slid\n{TEXT}"
    (article,) = parse_seed(Intake(SeedFile("a.txt", seed.encode()))).articles

    assert article.dek == "Nobody on board noticed before the kettle slid"


def test_where_each_of_two_writers_was_is_no_part_of_their_names() -> None:
    assert read_byline("Rosa Fell in Dessa and Oscar Lind in Halden", "3 June 2025") == (
        "Rosa Fell and Oscar Lind"
    )


def test_a_note_on_the_writer_goes_below_a_dek_too() -> None:
    note = "Rosa Fell is a correspondent for the Ledger, where she covers boats."
    head = ("Nobody was hurt, and one was late.", "By Rosa Fell", "3 June 2025", note)
    seed = "\n".join(["Ferry aground off Orle in thick fog", *head, "", TEXT])
    (article,) = parse_seed(Intake(SeedFile("a.txt", seed.encode()))).articles

    assert note not in [block.text for block in article.blocks]


def test_who_wrote_may_stand_right_before_a_day_in_figures() -> None:
    assert read_byline("Rosa Fell 14-06-25, 07:30") == "Rosa Fell"


def test_whose_text_it_is_goes_on_with_no_headline() -> None:
    assert read_byline("What was seen the night before", "Text: Rosa Fell") == "Rosa Fell"
