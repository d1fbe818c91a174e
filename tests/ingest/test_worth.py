import pytest

from sitegen.ingest.blocks import Marked, mark_lines
from sitegen.ingest.lines import make_line
from sitegen.ingest.looks import look_at
from sitegen.ingest.parts import refine_parts
from sitegen.ingest.worth import find_lack, is_beside, is_preamble, leave_out
from sitegen.model.seed import LineKind

LEAD = "A ferry carrying 312 people ran onto a sandbank in thick fog early on Tuesday."
HEADLINES = [
    "Ferry Runs Aground off Havnsund",
    "Sheep Closes Airport for an Hour",
    "Town Keeps Its Clock Seven Minutes Slow",
    "Clerk Finds a Bridge Nobody Ordered",
    "Larkmoor Paints Its Pier Green at Last",
]
TEASER = "Nobody was hurt, the owner of the boat has told us on {}."
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]


def mark(*texts: str) -> list[Marked]:
    return refine_parts(mark_lines(look_at(map(make_line, texts), lambda _: "")))


def test_an_article_lacks_nothing() -> None:
    assert find_lack(mark(HEADLINES[0], LEAD)) == ""


@pytest.mark.parametrize("texts", [[], [HEADLINES[0]], [HEADLINES[0], "The ferry ran aground."]])
def test_a_few_words_are_no_article(texts: list[str]) -> None:
    assert find_lack(mark(*texts)) == "too short"


def test_headlines_with_their_teasers_are_no_article() -> None:
    teasers = [TEASER.format(day) for day in DAYS]
    lines = [line for pair in zip(HEADLINES, teasers, strict=True) for line in pair]

    assert find_lack(mark(*lines)) == "list of headlines"


def test_short_sections_below_one_byline_and_date_are_an_article() -> None:
    sections = ["Boats are late", "It is the fog.", "Bread is dear", "The mill of Orle is shut."]
    sections += ["Bells are off", "Nobody pulls the rope.", "Hens are out", "A gate was open."]
    head = ["Four things that Orle woke up to", "By Ida Fellgate", "12 March 2026"]

    assert find_lack(mark(*head, *sections)) == ""
    assert find_lack(mark(head[0], *sections)) == "list of headlines"
    middle = ["By Ivo Brandt", "11 March 2026"]
    assert find_lack(mark(*head, *sections[:4], *middle, *sections[4:])) == "list of headlines"


def test_numbered_headings_with_a_sentence_each_are_those_of_an_article() -> None:
    pairs = list(zip(HEADLINES, (TEASER.format(day) for day in DAYS), strict=True))
    rows: list[tuple[str, LineKind, str]] = []
    for number, (headline, teaser) in enumerate(pairs, 1):
        rows.append((f"{number}. {headline}", "heading", "numbered, above text"))
        rows.append((teaser, "body", "text"))
    numbered = [Marked(make_line(text), kind, rule) for text, kind, rule in rows]

    assert find_lack(numbered) == ""


def test_a_few_short_sentences_among_many_buttons_are_no_article() -> None:
    ferry, clock = "The ferry ran aground on Tuesday.", "The clock of Grayle is slow today."

    lack = find_lack(mark("Front Page", ferry, "Share", "Print", "Log in", clock, "Menu"))

    assert lack == "list of headlines"


@pytest.mark.parametrize(
    "texts",
    [
        # one long paragraph
        [*HEADLINES[:3], LEAD, f"{LEAD[:-1]}, and it was still there on Friday at noon."],
        # more sentences than headings
        [HEADLINES[0], LEAD, *(TEASER.format(day) for day in DAYS)],
        # results of a match between paragraphs
        [HEADLINES[0], TEASER.format("Monday"), LEAD, *HEADLINES, LEAD, TEASER.format("Friday")],
        # questions and answers
        [
            HEADLINES[0],
            "What happened?",
            LEAD,
            "Who saw it?",
            TEASER.format("Monday"),
            "And now?",
            LEAD[:-1] + "?",
        ],
    ],
    ids=["a paragraph", "sentences", "results", "questions"],
)
def test_an_article_with_headings_is_one(texts: list[str]) -> None:
    assert find_lack(mark(*texts)) == ""


def test_of_what_is_no_article_every_line_says_so() -> None:
    title, text = mark(HEADLINES[0], "The ferry ran aground.")

    assert leave_out(text, "too short") == Marked(
        text.line, "noise", "too short", "with too few words to be an article"
    )
    assert leave_out(title, "too short").rule == "no text"


def test_noise_and_blank_lines_keep_their_own_rule() -> None:
    lines = mark("Share", "", LEAD)

    assert [leave_out(one, "too short") for one in lines[:2]] == lines[:2]


WALL = (
    "We value your privacy",
    "We and our 614 partners store information on your device, such as cookies, to choose ads.",
    "You can manage your choices at any time, and your consent is kept for thirteen months.",
)
GONE = (
    "Sorry, this page is no longer available to you",
    "The page you are looking for may have been moved; try to find it with our search.",
    "If you were sent here by a link, please tell us, and go to your account for more.",
)


@pytest.mark.parametrize("texts", [WALL, GONE], ids=["consent", "not found"])
def test_what_a_page_says_without_an_article_is_none(texts: tuple[str, ...]) -> None:
    assert find_lack(mark(*texts)) == "wall"


def test_a_report_about_such_pages_is_an_article() -> None:
    report = (
        "Regulator fines site for its cookies",
        "A regulator has fined a site that asked its visitors to consent to 614 partners at once.",
        "“You cannot manage your choices if nobody tells you what they are,” its head said.",
        "The site said that it had changed its page, and that it would not appeal.",
    )

    assert find_lack(mark(*report)) == ""


# Too long for a greeting is what says something of every day of the week.
GREETING = ("The Tide Letter", "Good morning to all of you, here are the stories of our week.")
SIGNED = ("Ferry Runs Aground", "By Ivo Brandt", LEAD, "The ferry was towed off at noon.")


def test_a_greeting_above_signed_articles_is_no_article() -> None:
    assert is_preamble(mark(*GREETING), [mark(*SIGNED), mark(*SIGNED)])


def test_a_greeting_may_have_a_day_and_words_of_its_letter_if_most_articles_are_signed() -> None:
    tides = "Good morning, the tide is out, and so is the editor, so this letter is from Ida Holm."
    letter = ("Your morning tide, a letter from the harbour", "14 June 2024", tides)
    unsigned = mark(SIGNED[0], LEAD, SIGNED[-1])
    assert is_preamble(mark(*letter), [mark(*SIGNED), mark(*SIGNED), unsigned])
    assert not is_preamble(mark(*letter), [mark(*SIGNED), unsigned, unsigned])


@pytest.mark.parametrize(
    ("first", "others"),
    [
        (GREETING, [SIGNED, SIGNED[:1] + SIGNED[2:]]),  # unsigned, as the other one is
        (SIGNED, [SIGNED]),
        (("Sheep Closes Airport", "A sheep closed the airport of Brackwater."), [SIGNED]),
        (
            (*GREETING, *(f"On {day} nobody of us rose before noon or later." for day in DAYS)),
            [SIGNED],
        ),
    ],
    ids=["no head elsewhere", "signed", "about its headline", "long"],
)
def test_a_short_article_is_no_greeting(
    first: tuple[str, ...], others: list[tuple[str, ...]]
) -> None:
    assert not is_preamble(mark(*first), [mark(*other) for other in others])


def test_a_short_text_without_a_head_is_beside_a_long_one() -> None:
    assert is_beside(mark(HEADLINES[1], TEASER.format("Monday")), 400)
    assert not is_beside(mark(HEADLINES[1], TEASER.format("Monday")), 20), "as long as others"
    headed = mark(HEADLINES[1], "By Ada Sorano", "12 May 2024", TEASER.format("Monday"))
    assert not is_beside(headed, 400)


def test_a_signed_article_that_links_to_the_others_is_no_list_of_contents() -> None:
    first = [HEADLINES[0], "By Ida Fellgate", LEAD, "Read also", *HEADLINES[1:3]]
    others = [mark(headline, "By Ivo Brandt", LEAD) for headline in HEADLINES[1:3]]

    assert not is_preamble(mark(*first), others)
