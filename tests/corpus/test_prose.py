"""Text is written as Markdown that shows the same words, and is read back as it was."""

import pytest

from sitegen.corpus.prose import Prose, escape, read_prose, write_body, write_prose
from sitegen.model.article import Block, BlockKind
from tests.corpus.corpus_samples import CORRECTION

MIRA = {"Mira": "../tags/mira.md"}


def paragraph(text: str) -> Block:
    return Block("paragraph", text)


def write(text: str, links: dict[str, str]) -> str:
    return write_prose([paragraph(text)], links).removesuffix("\n")


def test_blocks_stand_apart_by_an_empty_line() -> None:
    blocks = (Block("heading", "Pilots"), paragraph("None was free."), CORRECTION)

    body = write_prose(blocks, {})

    assert body == f"## Pilots\n\nNone was free.\n\n*{CORRECTION.text}*\n"
    assert read_prose(body) == blocks


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("a * b _ c ` d", r"a \* b \_ c \` d"),
        ("[a](b.md) ![c]", r"\[a\](b.md) !\[c\]"),
        ("<b> &amp; AT&T", "&lt;b> &amp;amp; AT&T"),
        ("~~gone~~", "&#126;&#126;gone&#126;&#126;"),
        ("# one # two", r"\# one \# two"),
        (r"C:\new", r"C:\\new"),
        ("1. one 2. two", r"1\. one 2. two"),
        ("12345678901) one", r"12345678901\) one"),
        ("- one - two", r"\- one - two"),
        ("> said", r"\> said"),
        ("+1", r"\+1"),
        ("| a | b |", r"\| a | b |"),
        (": a", r"\: a"),
        ("=====", r"\====="),
        ("1,200 people. 3 boats", "1,200 people. 3 boats"),
    ],
)
def test_what_looks_like_markup_is_escaped_and_no_more(text: str, markdown: str) -> None:
    assert write(text, {}) == markdown
    assert read_prose(markdown) == (paragraph(text),)


def test_the_first_mention_of_a_name_is_linked_once() -> None:
    body = write_prose([paragraph("Mira rose. Mira fell."), paragraph("Mira!")], MIRA)

    assert body == "[Mira](../tags/mira.md) rose. Mira fell.\n\nMira!\n"


def test_headings_and_corrections_hold_no_links() -> None:
    blocks = (Block("heading", "The Mira"), Block("correction", "Mira."), paragraph("A Mira."))

    body = write_prose(blocks, MIRA)

    assert body == "## The Mira\n\n*Mira.*\n\nA [Mira](../tags/mira.md).\n"


def test_the_longest_name_is_linked_first() -> None:
    links = {"Ellery": "../tags/ellery.md", "Port Ellery": "../tags/port-ellery.md"}

    body = write("From Port Ellery to Ellery Bay", links)

    assert body == "From [Port Ellery](../tags/port-ellery.md) to [Ellery](../tags/ellery.md) Bay"


def test_a_name_inside_a_word_is_not_linked() -> None:
    assert write("Miranda, Amira", MIRA) == "Miranda, Amira"
    assert write("Mira's", MIRA) == "[Mira](../tags/mira.md)'s"


def test_the_end_of_a_name_with_a_hyphen_is_no_mention_of_another() -> None:
    links = {"Orle": "../tags/orle.md"}

    assert write("Abu al-Orle left Orle-Saltby.", links) == (
        "Abu al-Orle left [Orle](../tags/orle.md)-Saltby."
    )


def test_a_link_is_never_taken_for_a_picture() -> None:
    assert write("Hail!Mira", MIRA) == "Hail!Mira"


def test_names_with_signs_are_linked() -> None:
    links = {"C++": "../tags/c-plus-plus.md", "U.S.": "../tags/u-s.md", "[X]_": "../tags/x.md"}

    body = write("C++ in the U.S. and [X]_.", links)

    assert body == (
        r"[C++](../tags/c-plus-plus.md) in the [U.S.](../tags/u-s.md) and [\[X\]\_](../tags/x.md)."
    )
    assert read_prose(body) == (paragraph("C++ in the U.S. and [X]_."),)


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("two\nlines", "two lines"),
        ("an &eacute; and &copy 2024", "an é and &copy 2024"),
        (r"a \! b \q c\\", "a ! b \\q c\\"),
        ("[Mira](../tags/mira.md) and [not](a link)", "Mira and [not](a link)"),
        (r"\\[Mira](../tags/mira.md)", "\\Mira"),
        ("**bold** stays", "**bold** stays"),
    ],
)
def test_what_a_person_wrote_is_read_without_markup(markdown: str, text: str) -> None:
    assert read_prose(markdown) == (paragraph(text),)


def test_lists_quotations_and_tables_stand_as_people_write_them() -> None:
    blocks = (
        paragraph("It changes:"),
        Block("item", "- the fare"),
        Block("item", "2. the Mira's hours"),
        Block("quote", "We are sorry."),
        Block("quote", "> 400 letters came to the Mira"),
        Block("row", "Pier | First"),
        Block("row", "North | 5:40 | a|b"),
        Block("row", "Mira | | *"),
        Block("row", "East"),
        paragraph("So far."),
    )

    body = write_prose(blocks, {"Mira": "../tags/mira.md"})

    assert body == (
        "It changes:\n\n"
        "- \\- the fare\n"
        "- 2\\. the [Mira](../tags/mira.md)'s hours\n\n"
        "> We are sorry.\n"
        ">\n"
        "> \\> 400 letters came to the Mira\n\n"
        "| Pier | First ||\n"
        "| --- | --- | --- |\n"
        "| North | 5:40 | a\\|b |\n"
        "| Mira | | \\* |\n"
        "| East |\n\n"
        "So far.\n"
    )
    assert read_prose(body) == blocks


@pytest.mark.parametrize("kind", ["item", "quote"])
def test_a_name_first_said_in_a_list_or_a_quotation_is_linked_there(kind: BlockKind) -> None:
    body = write_prose([Block("row", "Mira | 1"), Block(kind, "Mira"), paragraph("Mira")], MIRA)

    assert body.count("](../tags/mira.md)") == 1
    assert body.endswith(" [Mira](../tags/mira.md)\n\nMira\n")


@pytest.mark.parametrize(
    "rows",
    [
        ["Pier"],
        ["|", "a"],
        ["a |", "a | b", "a | b | c |"],
        ["| a", "| | a"],
        ["--- | ---", ":-: | ---"],
        ["a | b", "c", "d | e | f", "g | |"],
        ["||", "a || b"],
    ],
)
def test_a_table_is_read_back_cell_by_cell(rows: list[str]) -> None:
    blocks = tuple(Block("row", row) for row in rows)

    assert read_prose(write_prose(blocks, {})) == blocks


@pytest.mark.parametrize(
    ("markdown", "blocks"),
    [
        ("* a\n  goes on\n+ b\n\n- c", [("item", "a goes on"), ("item", "b"), ("item", "c")]),
        (">a\n> b\n>\n>c", [("quote", "a b"), ("quote", "c")]),
        ("|a|b|\n|:--|--:|\n| *c* | |", [("row", "a | b"), ("row", "*c* |")]),
        ("> a\nb", [("paragraph", "> a b")]),
        ("| a |\n| b |", [("paragraph", "| a | | b |")]),
        ("| a |\n| --- |\nb", [("paragraph", "| a | | --- | b")]),
        ("| a |", [("paragraph", "| a |")]),
        ("1\\. a", [("paragraph", "1. a")]),
        (">\n>", []),
        ("||\n|-|", []),
    ],
)
def test_the_lists_and_tables_of_a_person_are_read_where_they_are_plain(
    markdown: str, blocks: list[tuple[BlockKind, str]]
) -> None:
    assert read_prose(markdown) == tuple(Block(kind, text) for kind, text in blocks)


@pytest.mark.timeout(20)
def test_a_table_of_one_long_row_and_many_short_ones_stays_as_long_as_its_text() -> None:
    blocks = (*[Block("row", "a")] * 5_000, Block("row", " | ".join("b" * 5_000)))

    body = write_prose(blocks, {})

    assert len(body) < 100_000
    assert read_prose(body) == blocks


@pytest.mark.parametrize("text", [r"ends with \\", "*", "a*b", "_", "&lt;", r"\*"])
def test_a_correction_is_read_back_whatever_it_holds(text: str) -> None:
    blocks = (Block("correction", text),)

    assert read_prose(write_prose(blocks, {})) == blocks


def test_nothing_is_nothing() -> None:
    assert read_prose("") == read_prose("\n \n\n") == ()
    assert write_prose([], {}) == "\n"
    assert escape("") == ""


def test_a_name_is_linked_in_the_first_of_its_forms_that_the_text_says() -> None:
    blocks = (paragraph("The Star sank. Mira rose."),)
    names = (("../tags/star.md", ("Solveig Star", "The Star")), ("../tags/mira.md", ("Mira",)))

    body = write_body(Prose(blocks, names))

    assert body == "[The Star](../tags/star.md) sank. [Mira](../tags/mira.md) rose.\n"


def test_what_only_a_heading_says_is_no_mention() -> None:
    body = write_body(Prose((Block("heading", "Mira"),), (("../tags/mira.md", ("Mira",)),)))

    assert body == "## Mira\n"


def test_a_numbered_list_keeps_its_numbers() -> None:
    steps = (Block("item", "Cut the twine.", "3"), Block("item", "Draw it tight.", "4"))

    assert write_prose(steps, {}) == "3. Cut the twine.\n4. Draw it tight.\n"
    assert read_prose("3) Cut the\ntwine.\n4. Draw it tight.") == steps


def test_a_name_inside_a_longer_one_is_no_mention_of_it() -> None:
    text = "Orle Bay, Port Orle and Speaker Ida Brandt: Orle."
    names = (("../tags/orle.md", ("Orle",)), ("../tags/ida.md", ("Ida Brandt",)))
    said = ("Orle Bay", "Port Orle", "Speaker Ida Brandt", "Orle", "Ida Brandt")

    body = write_body(Prose((paragraph(text),), names, said))

    assert body == (
        "Orle Bay, Port Orle and Speaker [Ida Brandt](../tags/ida.md): [Orle](../tags/orle.md).\n"
    )
