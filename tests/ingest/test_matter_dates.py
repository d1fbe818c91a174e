import pytest

from sitegen.ingest import parse_seed
from sitegen.ingest.lines import make_line
from sitegen.ingest.matter_dates import is_of_matter
from sitegen.model.seed import Intake, LineKind, SeedFile

HEAD = "Ferry Pier of Orle Is Closed for Repairs"
TEXT = (
    "The harbour office has closed the pier, because two of its piles have been eaten by worms.\n"
    "Ferries will land at the fish market until the piles have been replaced, the office said.\n"
)
MORE = "The piles were driven into the mud in 1961, and should have lasted for ten more years.\n"


def find_kind(line: str) -> LineKind:
    parsed = parse_seed(Intake(SeedFile("a.txt", f"{HEAD}\n\n{line}\n\n{TEXT}".encode())))
    return parsed.lines[2].kind


@pytest.mark.parametrize(
    "line",
    [
        "Valid: 1 May 2025 to 31 May 2025",
        "Closed: 05:00 to 11:00 BST on Sun 4 May 2025",
        "Born 4 May 1931; died 2 March 2025",
        "March 3, 1931 - January 12, 2025",
        "3. Mai 1931 – 9. Feb. 2019",
        "Season ended May 4, 2025",
    ],
)
def test_a_line_with_a_date_of_the_matter_stays(line: str) -> None:
    assert find_kind(line) in {"dek", "body"}


@pytest.mark.parametrize(
    "line",
    [
        "Orle Ledger, Jul 7, 2025, 10.05 PM IST",
        "Friday, May 2, 2025 · 68°, breezy",
        "Embargo: not for publication before 00:01 BST on Friday 2 May 2025",
        "Broadcast Friday 2 May 2025",
        "Mon May 5, 2025 12:00 AM Last update on: Tue May 6, 2025 02:38 AM",
    ],
)
def test_a_line_that_says_when_it_was_published_is_a_fact(line: str) -> None:
    assert not is_of_matter(make_line(line))
    assert find_kind(line) == "fact"


def test_who_wrote_what_is_quoted_below_stays() -> None:
    quoting = "On Fri, 2 May 2025 at 16:05, Oscar Lind wrote:"
    text = f"{HEAD}\n\n{TEXT}\n{quoting}\n> Should we not say something about the worms?\n\n{MORE}"
    parsed = parse_seed(Intake(SeedFile("a.txt", text.encode())))

    assert parsed.lines[5].kind == "body"


def test_whose_words_stand_above_stays() -> None:
    text = f"{HEAD}\n\n{TEXT}\n— Oscar Lind, Orle, Norway, 2 May 2025\n\n{MORE}"
    parsed = parse_seed(Intake(SeedFile("a.txt", text.encode())))

    assert parsed.lines[5].kind == "body"
