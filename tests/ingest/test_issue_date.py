"""The day at the head of a file of several articles is that of each that has none."""

from sitegen.ingest import parse_seed
from sitegen.model.seed import Intake, SeedFile

FERRY = """FERRY AGROUND OFF ORLE

A ferry carrying 312 people ran onto a sandbank in thick fog, and sat there until the tide came.

The harbour master closed the channel and sent for two tugs, which had to come from Havnsund."""
SHEEP = """SHEEP CLOSES THE AIRPORT

Flights were halted for 48 minutes by a single sheep, which nobody at the airport had seen before.

Passengers were told to wait in the hall, where somebody sang for them until the sheep was gone."""
BEES = """BEES MOVE INTO THE TOWN HALL

A swarm of bees has settled in the chimney of the town hall, above the room where taxes are paid.

The clerk said that the queue had become shorter, and that no money would be spent on a keeper."""
GREETING = "Good evening from the harbour! It rained all day, and the gulls walked to work."


def list_days(*parts: str) -> list[str]:
    text = "\n\n* * *\n\n".join(parts)
    articles = parse_seed(Intake(SeedFile("a.txt", text.encode()))).articles
    return [f"{one.dating.moment:%Y-%m-%d}" if one.dating.moment else "" for one in articles]


def test_the_day_of_an_issue_is_that_of_all_its_parts() -> None:
    head = f"Your Letter from the Harbour\nIssue 41 | Sunday, June 16, 2024\n\n{GREETING}"

    assert list_days(head, FERRY, SHEEP) == ["2024-06-16"] * 3


def test_the_day_above_the_first_headline_is_that_of_all() -> None:
    assert list_days(f"Sunday, June 16, 2024\n\n{FERRY}", SHEEP) == ["2024-06-16"] * 2


def test_the_day_below_the_first_headline_is_that_of_its_article() -> None:
    signed = FERRY.replace("ORLE\n", "ORLE\nSunday, June 16, 2024\n")

    assert list_days(signed, SHEEP) == ["2024-06-16", ""]


def test_where_another_article_has_its_own_day_each_has() -> None:
    stamped = f"June 20, 2024\n\n{SHEEP}"

    assert list_days(f"June 16, 2024\n\n{FERRY}", stamped) == ["2024-06-16", "2024-06-20"]
    assert list_days(f"June 16, 2024\n\n{FERRY}", stamped, BEES) == ["2024-06-16", "2024-06-20", ""]
