"""A heading of links or comments ends a text only where no paragraph of the article follows."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sitegen.ingest import parse_seed
from sitegen.ingest.ends import take_back_ends
from sitegen.ingest.lines import make_line
from sitegen.ingest.looks import look_at
from sitegen.model.seed import Intake, SeedFile

LEAD = "A ferry carrying 312 people ran onto a sandbank in thick fog early on Tuesday."
TIED = "The ferry had been on its way to the islands, and nobody on it was hurt."
REPORT = "Two tugs came at noon."
REPLY = "I have said for years that somebody should put a lamp on that bank of sand."
LINKS = ["Sheep Closes Airport for an Hour", "Baker Sells Bread by the Metre"]

PARAGRAPHS = [
    LEAD,
    TIED,
    "The harbour master closed the channel until the tide had turned on Friday.",
    "“There was a noise like a long zip,” said a passenger who had been asleep.",
    "Its owner runs nine boats across the sea, and cancelled all of them until Saturday.",
    "Fog is common at that time of the year, and lamps are few between the islands.",
    "A court in Grayle is to decide in autumn who has to pay for the damaged hull.",
]
NAMES = [f"{one} {other}" for one in ("Ida", "Ola", "Per", "Lena") for other in "ABCDEFG"]
BOXES = st.sampled_from(
    [
        *([heading] for heading in ("Comments", "120 comments", "View comments", "Most read")),
        *([heading] for heading in ("Related stories", "Recommended", "You may also like")),
        *([heading, *LINKS] for heading in ("Most read", "More on this story")),
        *([mark + name for name in NAMES] for mark in ("", "- ", "• ")),
        [f"{place}. {name}" for place, name in enumerate(NAMES, start=1)],
        [f"{name} beat {other} 1:0" for name, other in pairwise(NAMES)],
    ]
)
TOP = ["Skip to content", "Home", "News", "Sport", "Harbour News", "Town Hall", "Log in", "Search"]
BOTTOM = ["Share this article", "About us", "Contact", "Privacy", "© 2024 Harbour Ledger"]


def is_end(heading: str, *below: str) -> bool:
    looks = look_at(map(make_line, [LEAD, TIED, heading, *below]), lambda _: "")
    return bool(take_back_ends(looks)[2].end)


def test_comments_with_names_or_ages_end_a_text() -> None:
    assert is_end("3 comments", "OldSalt", REPLY, "2 hours ago", "Reply")
    assert is_end("3 comments", REPLY, "OldSalt, Grayle, 2 hours ago", REPLY)
    assert is_end("Comments")


def test_paragraphs_below_comments_take_the_end_back() -> None:
    assert not is_end("Comments", TIED)
    assert not is_end("120 comments", "Share", LEAD, TIED, REPORT)


def test_headlines_end_a_text_and_teasers_do_not_take_it_back() -> None:
    assert is_end("Most read", *LINKS)
    assert is_end("Most read", LINKS[0], "Farmers want it to wear a bell from now on.")


def test_paragraphs_below_links_take_the_end_back() -> None:
    assert not is_end("Most read", TIED)
    assert not is_end("Most read", *LINKS, TIED, LEAD)


def test_a_heading_above_all_text_stays_what_it_is() -> None:
    looks = look_at(map(make_line, ["Most read", TIED, LEAD]), lambda _: "")

    assert take_back_ends(looks)[0].end == "links"


@given(
    box=BOXES,
    place=st.integers(1, len(PARAGRAPHS) - 1),
    order=st.permutations(PARAGRAPHS),
    gap=st.sampled_from(["\n", "\n\n"]),
    is_page=st.booleans(),
)
def test_no_box_amid_a_text_costs_a_paragraph(
    box: list[str], place: int, order: list[str], gap: str, *, is_page: bool
) -> None:
    top, bottom = ("\n".join(TOP), "\n".join(BOTTOM)) if is_page else ("", "")
    title = "Ferry Runs Aground off Havnsund"
    parts = [top, title, "By Ida Fellgate", *order[:place], "\n".join(box), *order[place:], bottom]
    text = gap.join(parts).strip()

    parsed = parse_seed(Intake(SeedFile("a.txt", text.encode())))

    kept = {
        line
        for line, fate in zip(text.split("\n"), parsed.lines, strict=True)
        if fate.kind == "body"
    }
    assert len(parsed.articles) == 1
    assert set(PARAGRAPHS) <= kept


def test_a_count_of_comments_above_a_text_ends_nothing() -> None:
    lines = [make_line(text) for text in ("Ferry Runs Aground", "88 comments", LEAD, TIED)]
    settled = take_back_ends(look_at(lines, lambda _: ""))

    assert [look.end for look in settled] == ["", "", "", ""]


def test_a_sub_heading_behind_an_invitation_to_comment_goes_on() -> None:
    tugs = (
        "Two tugs came to the ferry at noon, and with the next tide it was towed off the sandbank "
        "and brought to Havnsund, where everybody on the islands had come to look at the hull."
    )
    lines = [make_line(text) for text in (LEAD, TIED, "Leave a comment", "The two tugs", tugs)]
    settled = take_back_ends(look_at(lines, lambda _: ""))

    assert [look.end for look in settled if look.end] == []


LAST = "The bank itself has been on each chart since 1771, said the harbour master, Karl Ott."


def list_ends(*texts: str) -> list[str]:
    settled = take_back_ends(look_at(list(map(make_line, texts)), lambda _: ""))
    return [look.end for look in settled if look.end]


def test_a_last_paragraph_behind_a_single_link_goes_on() -> None:
    assert list_ends(LEAD, TIED, "More on this story", LINKS[0], LAST) == []


def test_buttons_behind_the_last_paragraph_change_nothing() -> None:
    decided = "A decision is expected in autumn, according to a man of the town hall, at earliest."
    box = ["More on this story", LINKS[0]]

    assert list_ends(LEAD, TIED, *box, decided, "Subscribe to our newsletter", "Share") == []
    assert list_ends(LEAD, TIED, *box, decided, "2 hours ago", "Reply") == ["links"]


def test_a_teaser_below_its_headline_does_not() -> None:
    teaser = "Nobody knew how the sheep had come onto the runway, said a man of the airport."

    assert list_ends(LEAD, TIED, "More on this story", LINKS[0], teaser) == ["links"]
    assert list_ends(LEAD, TIED, "More on this story", LINKS[0], LAST, LINKS[1]) == ["links"]


def test_what_somebody_is_below_a_name_does_not() -> None:
    post = "Reports for the ferry desk from the bank of the tide, and has written of fog before."

    assert list_ends(LEAD, TIED, "About the author", "Ida Fellgate", post) == ["links"]


def test_words_between_single_quotation_marks_are_said_as_others_are() -> None:
    box = ["Trending", *LINKS]
    said = "She laughed at that. ‘They gave it to my aunt and me,’ was her only answer."

    looks = take_back_ends(look_at(map(make_line, [LEAD, TIED, *box, said]), lambda _: ""))

    assert not any(look.end for look in looks)
