"""Laws 1 and 2: parsing never fails, and every line of a seed is accounted for."""

from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.ingest import parse_seed, read_lines
from sitegen.model.seed import Intake, SeedFile

# Lines such as scrapes are made of, so that random files reach every rule.
LINES = st.sampled_from(
    [
        "",
        "Ferry Runs Aground off Havnsund",
        "Sheep Closes Airport",
        "The ferry on the bank. (Northern Wire)",
        "The mayor. NORTHERN WIRE/Ida Fellgate/File Photo Purchase Licensing Rights",
        "TT",
        "20",
        "Read also: Sheep Closes Airport",
        "Published: 14 June 2024",
        "By Ida Fellgate",
        "(Northern Wire)",
        "A LONG WAIT",
        "- Union’s questions -",
        "* * *",
        "No one was hurt.",
        "This version corrects the number of ferries.",
        "A ferry carrying 312 people ran onto a sandbank in thick fog early on Tuesday.",
        "Flights were halted for 48 minutes on Sunday by a single sheep on the runway.",
        "The harbour master closed the channel until the",
    ]
)
TEXT = {"body", "item", "quote", "row", "correction"}
FILES = st.one_of(
    st.lists(st.one_of(LINES, st.text(max_size=40)), max_size=40).map(
        lambda lines: "\n".join(lines).encode("utf-8", "replace")
    ),
    st.binary(max_size=400),
)


@given(FILES)
@example(b"")
@example("\u2028\x1c\x85".encode())
def test_any_bytes_parse_and_every_line_is_accounted_for(data: bytes) -> None:
    seed = SeedFile("a.txt", data)

    parsed = parse_seed(Intake(seed))

    lines = read_lines(seed)
    assert [fate.number for fate in parsed.lines] == list(range(1, len(lines) + 1))
    assert all(
        (fate.kind == "blank") == (not text) for fate, text in zip(parsed.lines, lines, strict=True)
    )
    assert all(fate.rule for fate in parsed.lines)
    assert parsed.articles or parsed.problems


@given(FILES)
def test_articles_hold_every_line_of_text_in_order_and_no_other(data: bytes) -> None:
    seed = SeedFile("a.txt", data)

    parsed = parse_seed(Intake(seed))

    lines = read_lines(seed)
    for article in parsed.articles:
        mine = [fate for fate in parsed.lines if fate.article == article.ordinal]
        told = [lines[fate.number - 1] for fate in mine if fate.kind in TEXT]
        held = [block.text for block in article.blocks if block.kind != "heading"]
        # A paragraph may be joined from several lines.
        assert "".join(held).replace(" ", "") == "".join(told).replace(" ", "")


@given(FILES)
def test_parsing_depends_on_nothing_but_the_seed(data: bytes) -> None:
    assert parse_seed(Intake(SeedFile("a.txt", data))) == parse_seed(
        Intake(SeedFile("a.txt", data))
    )
