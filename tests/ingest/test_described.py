from sitegen.ingest import parse_seed
from sitegen.model.article import Article, Caption
from sitegen.model.seed import Intake, SeedFile

_TEXT = (
    "The chain ferry across the Orle will not run for six weeks from Monday, the board has said.",
    "Drivers will have to go round by Larkmoor, which takes them about forty minutes longer.",
    "The ferry is due back in service before the regatta, which is on the third of August.",
)


def read(*lines: str) -> Article:
    text = "\n".join(["Chain ferry to stop for six weeks", "", *lines])
    (article,) = parse_seed(Intake(SeedFile("a.txt", text.encode()))).articles
    return article


def test_a_caption_may_stand_below_its_credit_and_a_description() -> None:
    article = read(
        "Northern Wire/Bo Ek A red ferry lies at a slipway. There are no cars on it.",
        "Northern Wire/Bo Ek",
        "The ferry carried a million cars last year",
        "",
        *_TEXT,
    )

    assert article.captions == (
        Caption("The ferry carried a million cars last year", "Northern Wire/Bo Ek"),
    )
    assert [block.text for block in article.blocks] == list(_TEXT)


def test_a_button_that_hides_a_caption_tells_that_it_is_one() -> None:
    article = read(
        "This picture from the bridge shows the slipway an hour before the ferry was to leave it.",
        "Bo Ek/NWA via Harbour Images",
        "hide caption",
        "",
        "toggle caption",
        "Bo Ek/NWA via Harbour Images",
        "",
        *_TEXT,
    )

    assert [caption.credit for caption in article.captions] == ["Bo Ek/NWA via Harbour Images"]
    assert article.title == "Chain ferry to stop for six weeks"
    assert [block.text for block in article.blocks] == list(_TEXT)


def test_descriptions_above_captions_go_where_there_are_several() -> None:
    pictures = (
        "A red ferry lies at a slipway under a wide grey sky",
        "The ferry carried a million cars last year. (Supplied: Bo Ek)",
        _TEXT[0],
        "A woman in a blue coat stands beside a heap of chain",
        "The old chains will be sold as scrap. (Supplied: Rosa Fell)",
        *_TEXT[1:],
    )

    assert [block.text for block in read(*pictures).blocks] == list(_TEXT)


def test_one_description_above_a_caption_goes_if_it_tells_nothing_that_happened() -> None:
    caption = "The old chains will be sold as scrap. (Supplied: Rosa Fell)"
    shown = "A woman in a blue coat stands beside a heap of chain"
    told = "A woman in a blue coat asked the board for the old chain"

    for line, is_text in ((shown, False), (told, True)):
        blocks = read(_TEXT[0], line, caption, *_TEXT[1:]).blocks
        assert (line in [block.text for block in blocks]) == is_text


def test_a_name_alone_below_the_first_sentence_is_who_took_the_picture() -> None:
    article = read(
        "By Ida Fellgate", "The ferry at its slipway, this Sunday.", "Pablo Ríos", *_TEXT
    )

    assert article.captions == (Caption("The ferry at its slipway, this Sunday.", "Pablo Ríos"),)
    assert [block.text for block in article.blocks] == list(_TEXT)


def test_a_name_of_whom_the_text_tells_is_a_heading() -> None:
    first = "Two people have kept the ferry running for thirty years, and one has had enough."
    about = "Ríos, who is 71, has steered the ferry across the Orle since he was a boy of fourteen."
    article = read("By Ida Fellgate", first, "Pablo Ríos", about, *_TEXT)

    assert article.captions == ()
    assert [block.text for block in article.blocks] == [first, "Pablo Ríos", about, *_TEXT]


def test_a_picture_that_the_writer_took_has_its_caption_above_the_name() -> None:
    head = ["By KELSEY ROUNDS", "Nov 10, 2026", "The plant is older than anybody who works in it."]
    article = read(*head, "KELSEY ROUNDS, HERALD", *_TEXT)

    assert article.captions == (
        Caption("The plant is older than anybody who works in it.", "KELSEY ROUNDS, HERALD"),
    )
    assert [block.text for block in article.blocks] == list(_TEXT)


def test_what_a_portal_reprints_says_below_the_caption_whose_it_is() -> None:
    shown = "Two mayors exchange keys at the county line."
    article = read(shown, "© Provided by Carrow Courier", *_TEXT)

    assert article.captions == (Caption(shown, "Carrow Courier"),)


def test_a_name_that_is_a_credit_once_is_one_wherever_it_stands_below_a_sentence() -> None:
    above = ("A car went into the river here in spring.", "Ida Fellgate", "")
    article = read(
        "The ferry lies at its slipway and waits for a new chain.",
        "Ida Fellgate",
        "",
        _TEXT[0],
        "",
        *above,
        _TEXT[1],
        "",
        _TEXT[2],
    )

    assert [caption.text for caption in article.captions] == [
        "The ferry lies at its slipway and waits for a new chain.",
        "A car went into the river here in spring.",
    ]
    assert [block.text for block in article.blocks] == list(_TEXT)


def test_a_credit_below_a_caption_that_is_said_twice_is_no_second_caption() -> None:
    shown = "The red ferry lies at its slipway at Orle."
    credit = "Photograph: Bo Ek/Northern Wire"
    article = read("By Ida Fellgate", *_TEXT[:2], f"{shown} {credit}", shown, credit, _TEXT[2])

    assert article.captions == (Caption(shown, "Bo Ek/Northern Wire"),)
    assert [block.text for block in article.blocks] == list(_TEXT)


def test_between_headline_and_byline_a_caption_may_stand_below_its_credit() -> None:
    shown = "Cars wait at the slipway of Orle on Monday morning"
    article = read("Photo: Bo Ek / Northern Wire", shown, "By Ida Fellgate", "3 May 2026", *_TEXT)

    assert article.captions == (Caption(shown, "Bo Ek / Northern Wire"),)
