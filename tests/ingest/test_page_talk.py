"""What a page says of itself at the edges of a text is noise; what an article says is not."""

import pytest

from sitegen.ingest import parse_seed
from sitegen.model.seed import Intake, LineFate, SeedFile

HEADLINE = "Ferry Runs Aground off Havnsund"
TEXT = (
    "A ferry carrying 312 people ran onto a sandbank in thick fog early on Tuesday.",
    "The harbour master closed the channel until the tide had turned on Friday.",
    "The owner runs nine ferries across the sea, and had cancelled all of them.",
)


def find_fate(line: str, *, before: str = "", after: str = "") -> LineFate:
    lines = [HEADLINE, "", *TEXT, *filter(None, (before, line, after))]
    parsed = parse_seed(Intake(SeedFile("a.txt", "\n".join(lines).encode())))
    return parsed.lines[lines.index(line)]


@pytest.mark.parametrize(
    "line",
    [
        "The post Ferry Runs Aground off Havnsund appeared first on The Vale Ledger.",
        "If you buy something from a link, the Ledger may earn a commission from the shop.",
        "Ledger transcripts are created on a rush deadline and may contain errors.",
        "The Slow Tide is a reader-supported publication that anybody can read for nothing.",
        "Quotes are delayed by at least fifteen minutes on every exchange that is shown.",
        "The text was originally published by The Vale Ledger on Friday.",
        "Der Ferienbrief kommt jeden Freitag kostenlos in Ihr Postfach.",
        "Support the newsroom and its podcast: you give as much as you like.",
        "Please follow Harbour Talk on Twitter and Facebook.",
    ],
)
def test_what_a_page_says_behind_a_text_is_noise(line: str) -> None:
    assert (find_fate(line).kind, find_fate(line).rule) == ("noise", "page talk")


def test_so_it_is_beside_a_button_amid_the_text() -> None:
    line = "The Slow Tide is a reader-supported publication that anybody can read for nothing."
    lines = [HEADLINE, "", *TEXT[:2], line, "Subscribe", TEXT[2]]
    parsed = parse_seed(Intake(SeedFile("a.txt", "\n".join(lines).encode())))

    assert [block.text for block in parsed.articles[0].blocks] == list(TEXT)


@pytest.mark.parametrize(
    "line",
    [
        "Ivo Brandt is a reporter at The Vale Ledger and lives in Port Ellery.",
        "Åsa Lind covers harbours and has written for six papers; her book on eels is out in May.",
    ],
)
def test_who_wrote_a_text_is_told_behind_it(line: str) -> None:
    assert (find_fate(line).kind, find_fate(line).rule) == ("noise", "about the author")


@pytest.mark.parametrize(
    "line",
    [
        "The owner of the ferries asked passengers to contact the harbour office for their money.",
        "“Subscribe to nothing,” the harbour master said of the ferry's newsletter.",
        "The ferry is to run again from Monday, with a bell.",
        "You could hear its horn from the sandbank until noon.",
        "Captain Una Marsh was on the bridge and has sailed the channel for thirty years.",
        "The pilots' warden is Una Marsh, who can be reached at the chandler's in the mornings.",
    ],
)
def test_what_the_text_says_last_stays(line: str) -> None:
    assert find_fate(line).kind == "body"


@pytest.mark.parametrize("place", ["555-0143", "una.marsh@tribune.example", "[email protected]"])
def test_an_address_tells_that_the_writer_can_be_reached(place: str) -> None:
    assert find_fate(f"Tribune writer Una Marsh can be reached at {place}.").rule == "page talk"


def test_where_the_writer_is_reached_is_no_text() -> None:
    assert find_fate("Contact Egil Sund at esund@tribune.example or on Twitter @egilsund").kind == (
        "noise"
    )


def test_a_short_text_is_left_as_it_is() -> None:
    text = "Ferry Late\n\nSign up for our newsletter about ferries that come late to Havnsund."
    parsed = parse_seed(Intake(SeedFile("a.txt", text.encode())))

    assert all(fate.rule != "page talk" for fate in parsed.lines)


def test_who_follows_or_likes_somebody_in_the_text_is_no_page() -> None:
    liked = "Like millions of others, Ada Sorano spends five hours on TikTok each day, she says."
    followed = "Follow Ada Sorano's fight on Facebook, where 1,100 islanders have joined her group."

    assert find_fate(liked).kind == find_fate(followed).kind == "body"


def test_what_only_a_page_says_is_noise_amid_the_text_too() -> None:
    talk = "You need to be a subscriber to join the conversation."
    lines = [HEADLINE, "", TEXT[0], talk, *TEXT[1:]]
    parsed = parse_seed(Intake(SeedFile("a.txt", "\n".join(lines).encode())))

    assert [fate.kind for fate in parsed.lines[2:]] == ["body", "noise", "body", "body"]


def test_what_heads_the_talk_of_a_page_is_noise() -> None:
    talk = "This summary is AI-generated, and machines get things wrong now and then."
    lines = [HEADLINE, "", *TEXT, "What readers are saying", talk]
    parsed = parse_seed(Intake(SeedFile("a.txt", "\n".join(lines).encode())))

    assert [fate.kind for fate in parsed.lines[-2:]] == ["noise", "noise"]


def test_what_a_shop_pays_for_is_told_above_a_text() -> None:
    note = "Dieser Artikel enthält Produkte. Bei einem Kauf erhalten wir eine Provision."
    lines = [HEADLINE, "By Ida Fellgate", "4 November 2025", note, *TEXT]
    parsed = parse_seed(Intake(SeedFile("a.txt", "\n".join(lines).encode())))

    assert parsed.lines[3].kind == "noise"
