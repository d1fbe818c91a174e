"""Fields whose names come again below one another are of the text: a test says them of each."""

from sitegen.ingest import parse_seed
from sitegen.ingest.lines import make_line
from sitegen.ingest.specs import find_specs
from sitegen.model.seed import Intake, SeedFile

DUG = (
    "We dug the same trench with each of three spades, and then had somebody else dig it who did "
    "not know which of them was which, and who has never in his life owned one."
)


def find(*texts: str) -> list[str]:
    return [texts[index] for index in sorted(find_specs([make_line(text) for text in texts]))]


def test_fields_that_come_again_are_of_the_text() -> None:
    lines = ("Plus: light", "Minus: slow", "It is slow.", "Plus: quick", "Minus: dear", "Well.")
    assert find(*lines, "Plus: red") == [*lines[:2], *lines[3:5], "Plus: red"]


def test_fields_of_one_thing_alone_are_not_known() -> None:
    assert find("Engine: 90 kW", "Length: 4 m", "It is slow.") == []


def test_what_a_page_says_each_time_in_the_same_words_is_not_of_the_text() -> None:
    assert find(*("Phone: 555 0131", "Office: Orle", "It is late.") * 2) == []


def test_fields_of_heads_are_not_of_the_text() -> None:
    head = ("Saved: 4 May 2026", "Status: read", "It is late.")
    other = ("Saved: 5 May 2026", "Status: unread", "It is early.")
    assert find(*head, *other) == []


def test_the_fields_of_a_test_stand_in_its_article() -> None:
    page = (
        "Home", "Tests", "Garden", "Search", "Log in",
        "Three spades in the clay of Orle: the dearest one is the first to bend",
        "By Ida Fellgate", "11 November 2026", "Share", "Print",
        DUG,
        "Best of all: Brandt 3", "It went through the clay of the valley as if it had been cake.",
        "Plus: light", "Minus: no red one", "Grade: very good",
        "For heavy soil: Lind Forte", "It weighs as much as a small dog, and digs as deep as one.",
        "Plus: a broad step", "Minus: heavy", "Grade: good",
        "Privacy policy", "Terms of use", "© 2026 The Orle Gardener",
    )  # fmt: skip
    parsed = parse_seed(Intake(SeedFile("spades.txt", "\n".join(page).encode())))

    texts = [block.text for block in parsed.articles[0].blocks]
    assert {"Plus: light", "Grade: very good", "Minus: heavy"} <= set(texts)
