from sitegen.ingest.lines import make_line
from sitegen.ingest.looks import look_at
from sitegen.ingest.pictured import take_back_headlines

SWAN = "🦢 Swan stops the number 12 for a third day"
LEAD = "A swan has again held up the bus at Weir Bridge, where it stood and hissed at the driver."


def find_noise(*texts: str) -> str:
    lines = [make_line(text, number) for number, text in enumerate(texts, start=1)]
    return take_back_headlines(look_at(lines, lambda _: ""))[0].noise


def test_a_headline_with_a_picture_says_what_the_paragraph_below_it_says() -> None:
    assert find_noise(SWAN, "", LEAD) == ""


def test_a_button_with_a_picture_does_not() -> None:
    assert find_noise("🔔 Ring the bell for all alerts", "", LEAD) == "pictogram"


def test_nor_does_one_above_no_paragraph() -> None:
    assert find_noise(SWAN, "", "Share") == "pictogram"


def test_a_headline_may_begin_as_a_pointer_does_above_a_byline() -> None:
    swan = "Watch: Swan stops the bus at Weir Bridge"

    assert find_noise(swan, "By Ida Fellgate", "", LEAD) == ""
    assert find_noise(swan, "11 October 2026", LEAD) == ""
    assert find_noise(swan, "", LEAD) == "teaser"
    assert find_noise("Watch: Ten recipes for the weekend", "By Ida Fellgate", LEAD) == "teaser"


def test_a_transcript_may_say_so_in_its_headline() -> None:
    swan = "Transcript: The driver of the bus on the swan"

    assert find_noise(swan, "", LEAD) == ""
    lines = [make_line(text) for text in ("Share", swan, "11 October 2026", LEAD)]
    assert take_back_headlines(look_at(lines, lambda _: ""))[1].noise == ""
    lines = [make_line(text) for text in (LEAD, swan, LEAD)]
    assert take_back_headlines(look_at(lines, lambda _: ""))[1].noise == "metadata"
