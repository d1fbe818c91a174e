import pytest

from sitegen.ingest import parse_seed, read_lines
from sitegen.ingest.document import LONGEST
from sitegen.model.article import Block, Caption
from sitegen.model.problem import Problem
from sitegen.model.seed import Intake, Parsed, SeedFile

LEAD = "A ferry carrying 312 people ran onto a sandbank in thick fog early on Tuesday."
WHOLE = f"""Ferry Runs Aground off Havnsund
The ferry on the bank. (Northern Wire)
14 June 2024
By Ida Fellgate
{LEAD}
A LONG WAIT
Passengers were brought ashore by lifeboats before noon.
(Northern Wire)
"""


def parse(text: str | bytes) -> Parsed:
    return parse_seed(Intake(SeedFile("a.txt", text.encode() if isinstance(text, str) else text)))


def test_all_parts_of_an_article_are_found() -> None:
    article = parse(WHOLE).articles[0]

    assert article.title == "Ferry Runs Aground off Havnsund"
    assert article.captions == (Caption("The ferry on the bank.", "Northern Wire"),)
    assert [block.kind for block in article.blocks] == ["paragraph", "heading", "paragraph"]
    assert (article.agency, article.byline) == ("Northern Wire", "Ida Fellgate")
    assert article.dating.evidence == "14 June 2024"
    assert (article.seed, article.ordinal, article.is_truncated) == ("a.txt", 1, False)


def test_the_agency_of_a_dateline_counts_where_no_line_names_one() -> None:
    text = f"Ferry Runs Aground\nHAVNSUND, June 14 (Northern Wire) - {LEAD}\n"

    assert parse(text).articles[0].agency == "Northern Wire"


def test_the_digest_follows_the_words_and_not_the_noise() -> None:
    plain = parse(f"Ferry Runs Aground\n{LEAD}\n").articles[0].digest
    noisy = parse(f"Ferry Runs Aground\nShare\n\n{LEAD}\nTT\n").articles[0].digest
    other = parse(f"Ferry Runs Aground\n{LEAD} No.\n").articles[0].digest

    assert plain == noisy != other


def test_a_headline_is_made_from_the_first_sentence_where_there_is_none() -> None:
    assert parse(f"{LEAD}\n").articles[0].title == (
        "A ferry carrying 312 people ran onto a sandbank in thick fog early on…"
    )


def test_a_cut_off_text_says_so() -> None:
    article = parse(f"Ferry Runs Aground\n{LEAD}\nThe harbour master closed the channel until the")

    assert article.articles[0].is_truncated


@pytest.mark.parametrize("end", ["($1 = 22.1 crowns)", "It was late. ♦", "It was late. NWA XYZ AB"])
def test_what_stands_behind_the_last_sentence_cuts_nothing_off(end: str) -> None:
    assert not parse(f"Ferry Runs Aground\n{LEAD}\n{LEAD}\n{end}").articles[0].is_truncated


@pytest.mark.parametrize(
    "place", ["01632 960 143", "(555) 555-0143", "ferries@orle.example", "www.orle.example/ferries"]
)
def test_a_number_or_an_address_at_the_end_cuts_nothing_off(place: str) -> None:
    end = f"Who left an umbrella on board may ask for it at {place}"
    (article,) = parse(f"Ferry Runs Aground\n{LEAD}\n{end}").articles

    assert article.blocks[-1].text == end
    assert not article.is_truncated


@pytest.mark.parametrize("end", ["14 of its 1,250", "100 000 000", "3-2", "the years 1914-1918"])
def test_another_number_at_the_end_may_be_amid_a_sentence(end: str) -> None:
    text = f"Ferry Runs Aground\n{LEAD}\nThe owner of the ferries spoke of {end}"

    assert parse(text).articles[0].is_truncated


def test_a_name_with_its_post_is_a_byline_where_no_other_is() -> None:
    text = f"Ferry Runs Aground\nBridget Soames, Consumer Editor\n\n{LEAD}\n{LEAD}\n"
    assert parse(text).articles[0].byline == "Bridget Soames"
    signed = text.replace("\n\n", "\nBy Ida Fellgate\n\n", 1)
    assert parse(signed).articles[0].byline == "Ida Fellgate"


def test_correction_notes_are_kept_apart_from_the_text() -> None:
    note = "This version corrects the number of ferries."

    blocks = parse(f"Ferry Runs Aground\n{LEAD}\n{note}\n{LEAD[:-1]} again.").articles[0].blocks

    assert Block("correction", note) in blocks


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty; fill it or delete it"),
        (b" \n\n\t\n", "empty; fill it or delete it"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 9, "binary data, not text; move it out of the seeds"),
        (
            b"Share\nPrint\n20\nMenu\n",
            "no article in it: every line is noise; 'sitegen explain' says why",
        ),
        (
            b"Mayor Opens Bridge\nThe mayor opened the bridge on Monday.\n",
            "no article in it: its text has fewer than 12 words; add to it or delete it",
        ),
        (bytes(range(128, 256)) * 9, "its encoding cannot be told; save it as UTF-8"),
        (
            b"x" * (LONGEST + 1),
            "line 1 has 5,000,001 characters, the limit is 5,000,000; break it into paragraphs",
        ),
    ],
)
def test_a_file_without_article_is_quarantined_with_the_way_out(data: bytes, message: str) -> None:
    parsed = parse(data)

    assert parsed.articles == ()
    assert parsed.problems == (Problem("seeds/a.txt", message, "quarantined"),)
    assert {fate.kind for fate in parsed.lines} <= {"noise", "blank"}


def test_a_doubtful_encoding_is_told_and_the_article_published() -> None:
    parsed = parse(f"Café Opens\n{LEAD}\n".encode("cp1252"))

    assert parsed.articles[0].title == "Café Opens"
    assert [problem.severity for problem in parsed.problems] == ["warning"]


def test_ten_megabytes_on_one_line_are_refused_and_accounted_for() -> None:
    parsed = parse(b"word " * 2_000_000)

    assert [fate.rule for fate in parsed.lines] == ["line too long"]


def test_control_characters_never_reach_an_article() -> None:
    article = parse(f"Ferry\x00\x1b[1m Runs\u200b Aground\x08\n{LEAD}\x07\n".replace("\x00", ""))

    assert article.articles[0].title == "Ferry[1m Runs Aground"
    assert article.articles[0].blocks[0].text == LEAD


def test_the_same_headline_over_two_texts_makes_two_articles() -> None:
    other = "Flights were halted for 48 minutes on Sunday by a sheep on the runway."

    parsed = parse(f"Same Headline Here\n{LEAD}\n\n\n\nSame Headline Here\n{other}\n")

    assert [article.blocks[0].text for article in parsed.articles] == [LEAD, other]


def test_read_lines_stands_parallel_to_the_account() -> None:
    seed = SeedFile("a.txt", WHOLE.encode())

    assert len(read_lines(seed)) == len(parse_seed(Intake(seed)).lines)


LAST = "The owner runs nine ferries across the sea, and had cancelled all of them by noon."
POST = "The fog at Havnsund is the worst that anybody has seen, and nobody lights a lamp."


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            f"Ferry Runs Aground\n14 June 2024\n{LEAD}\n{POST}\nJune 3, 2019\n{LAST}\n",
            "14 June 2024",
        ),
        (f"Ferry Runs Aground\n{LEAD}\n{POST}\n{LAST}\n14 June 2024\n", "14 June 2024"),
        (
            f"Ferry Runs Aground\nSheep sang.\nBy Ida Fellgate\n14 June 2024\n{LEAD}\n",
            "14 June 2024",
        ),
        (f"Ferry Runs Aground\n{LEAD}\n{POST}\nJune 3, 2019\n{LAST}\n", ""),
        (f"Ferry Runs Aground\n{LEAD}\n{POST}\n— Tom Rask (@tomrask)\nJune 3, 2019\n", ""),
        (f"Ferry Runs Aground\n14.06.2024 09:30\n{LEAD}\n{POST}\n", "14.06.2024 09:30"),
        (f"Ferry Runs Aground\n{LEAD}\n{POST}\n{LAST}\nZoë\n30.06.2024 07:15\n", ""),
        (f"Ferry Runs Aground\n{LEAD}\n{POST}\n{LAST}\nVale Survey, June 3, 2019\n", ""),
        (
            f"Ferry Runs Aground\n{LEAD}\n{POST}\n{LAST}\nBy Ida Fellgate | 14 June 2024\n",
            "14 June 2024",
        ),
    ],
)
def test_only_a_stamp_above_the_text_or_behind_it_dates_the_article(text: str, date: str) -> None:
    assert parse(text).articles[0].dating.evidence == date


def test_a_credit_below_text_stands_alone_where_no_caption_is_its_own() -> None:
    text = f"Ferry Runs Aground\n{LEAD}\nPhoto: Ida Fellgate\n{POST}\n"
    text += f"The bank.\nPhoto: Tom Rask\n{LAST}\n"

    assert parse(text).articles[0].captions == (
        Caption("", "Ida Fellgate"),
        Caption("The bank.", "Tom Rask"),
    )


def test_the_steps_of_a_text_and_of_markdown_keep_their_numbers() -> None:
    steps = (
        "How to mend a net\n\nA net is mended in an hour by somebody who has done it before.\n\n"
        "1. Cut away all meshes that are broken.\n2. Load the needle with twine.\n\n"
        "It will hold for years if the knots are drawn tight while they are wet.\n"
    )
    for name in ("a.txt", "a.md"):
        (article,) = parse_seed(Intake(SeedFile(name, steps.encode()))).articles

        items = [(one.number, one.text) for one in article.blocks if one.kind == "item"]
        assert items == [
            ("1", "Cut away all meshes that are broken."),
            ("2", "Load the needle with twine."),
        ]


def test_of_an_alternative_text_and_a_caption_that_goes_on_from_it_the_longer_counts() -> None:
    lines = ("![The Kestrel](a.jpg)", "*The Kestrel at the pier of Orle. Photo: Pia Lund*")
    text = "\n".join(("# Ferry Runs Aground", "", *lines, "", LEAD))
    (article,) = parse_seed(Intake(SeedFile("a.md", text.encode()))).articles

    assert article.captions == (Caption("The Kestrel at the pier of Orle.", "Pia Lund"),)


def test_a_name_beside_the_date_is_who_wrote_but_no_place_and_no_paper() -> None:
    def read(head: str) -> str:
        return parse(f"Ferry Runs Aground\n{head}\n\n{LEAD}\n{LEAD}\n").articles[0].byline

    assert read("Anna Petersen, 7 October 2026") == "Anna Petersen"
    assert read("Anna Petersen | October 7, 2026 | 4 min read") == "Anna Petersen"
    assert read("Port Ellery, 7 October 2026") == ""
    assert read("The Orle Ledger | 7 October 2026") == ""
