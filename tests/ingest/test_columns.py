"""Text that was copied out of the columns of a printed page."""

from sitegen.ingest.joining import join_lines
from sitegen.ingest.lines import make_line

COLUMN = """The bell of the school at Dry
Creek School rang at eight on Mon-
day, as it has on the first day of
each term since 1894, and seven pu-
pils of Margaret Oyler, who ends
her last year, walked in.
The school stands far from the one-
room courthouse, which nobody has
used since the commissioners left."""


def join(text: str) -> list[str]:
    return [line.text for line in join_lines([make_line(one) for one in text.split("\n")])]


def test_a_column_goes_on_behind_a_line_that_ends_no_sentence() -> None:
    first, second = join(COLUMN)
    assert first.startswith("The bell of the school at Dry Creek School rang at eight on Monday,")
    assert "seven pupils of Margaret Oyler, who ends her last year" in first
    assert second.startswith("The school stands far from the one-room courthouse, which nobody")


def test_the_head_of_a_page_amid_a_column_is_no_part_of_it() -> None:
    head = "THE ALDERMERE GAZETTE\nSaturday, March 9, 2024\n"
    joined = join(COLUMN.replace("her last year, walked", f"{head}her last year, walked"))
    assert "THE ALDERMERE GAZETTE" in joined
    assert "Saturday, March 9, 2024" in joined


def test_headlines_of_one_length_are_no_column() -> None:
    headlines = [
        "Ferry runs aground off Port Ellery",
        "Why the bridge of Velm is closed",
        "Harbour master leaves after a row",
        "Council of Tarnby votes for trams",
        "Marrow row of Orle goes to a judge",
        "Clock will strike thirteen no more",
    ]
    assert join("\n".join(headlines)) == headlines


def test_a_hyphen_stays_where_the_word_is_written_with_it_elsewhere() -> None:
    text = COLUMN.replace("seven pu-", "the sea-").replace("pils of", "wall of")
    assert "the seawall of" in join(text)[0]
    assert "the sea-wall of" in join(text.replace("used since", "used at the sea-wall since"))[0]


def test_a_large_first_letter_is_put_before_its_word() -> None:
    assert join("W\nhen the wind is in the east, Hallin smells of tar.") == [
        "When the wind is in the east, Hallin smells of tar."
    ]
    assert join("A\nll the way to Orle\nthey sang.\n\nall of them") == [
        "All the way to Orle they sang.",
        "",
        "all of them",
    ]
    share = ["X", "Lighthouse keeper's cat gets a seat on the board"]  # the sign of a button
    assert join("\n".join(share)) == share


def test_a_hyphen_goes_where_the_word_is_written_without_it_elsewhere() -> None:
    column = COLUMN.replace("the one-\nroom courthouse, which", "the high-\nway, which nobody")

    assert "the high-way" in " ".join(join(column))
    assert "the highway" in " ".join(join(f"{column}\n\nThe highway was built by her father."))


def test_a_headline_ends_above_a_longer_line_and_a_byline() -> None:
    head = ("Drohne zählt die Käfer im Wald", "Orle lässt 800 Hektar aus der Luft prüfen")
    lines = join("\n".join([*head, "Von Ida Fellgate", COLUMN]))
    assert lines[:3] == [*head, "Von Ida Fellgate"]
