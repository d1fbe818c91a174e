"""What a test likes and does not like of a thing is part of its text, below both headings."""

from sitegen.ingest import parse_seed
from sitegen.ingest.lines import make_line
from sitegen.ingest.sides import find_sides
from sitegen.model.seed import Intake, SeedFile

DUG = (
    "We dug the same trench with each of nine spades, and then had somebody else dig it who did "
    "not know which of them was which, and who has never in his life owned one."
)


def find(*texts: str) -> list[str]:
    return [texts[index] for index in sorted(find_sides([make_line(text) for text in texts]))]


def test_both_lists_are_found_with_their_headings() -> None:
    lines = ("Pros", "Digs deep", "Costs little", "Cons", "Bends", "Share", "Terms")
    assert find(*lines) == list(lines[:5])


def test_one_heading_alone_heads_no_such_list() -> None:
    assert find("Against", "The vote on the pier", "Ferry late", "Share") == []


def test_what_a_page_likes_stands_in_its_article() -> None:
    page = (
        "Home", "Tests", "Garden", "Search", "Log in",
        "The best spades for a garden of clay", "By Ida Fellgate", "11 November 2026",
        "Share", "Print",
        DUG,
        "Our pick: Brandt 3", "$40 at Orle Tools",
        "It went through the clay of the valley as if it had been cake, and has come back whole.",
        "Pros", "Light enough to carry over a stile", "A step for either foot",
        "Cons", "There is no red one", "The handle gives you splinters",
        "Runner-up: Lind Forte", "$55 at Orle Tools",
        "It weighs as much as a small dog, and digs as deep as one that has smelt a rabbit.",
        "Privacy policy", "Terms of use", "© 2026 The Orle Gardener",
    )  # fmt: skip
    parsed = parse_seed(Intake(SeedFile("spades.txt", "\n".join(page).encode())))

    kinds = {block.text: block.kind for block in parsed.articles[0].blocks}
    assert kinds["Light enough to carry over a stile"] == kinds["There is no red one"] == "item"
    assert any(text.startswith("It weighs as much as a small dog") for text in kinds)
    assert not any(text.startswith("$") for text in kinds)
