"""Laws 1 and 2: parsing never fails, and every line of a seed is accounted for."""

import gzip
import json
from collections import Counter
from dataclasses import replace
from itertools import groupby

from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.ingest import parse_seed, read_lines
from sitegen.ingest.decode import decode
from sitegen.ingest.document import JOINED
from sitegen.ingest.formats import read_documents
from sitegen.ingest.parse import GOES_ON
from sitegen.ingest.reasons import FAULT
from sitegen.model.seed import Intake, LineFate, Parsed, SeedFile
from sitegen.text.normalize import clean_line
from sitegen.text.words import split_words

GLUED = (
    "The harbour master closed the channel at noon.The tugs waited for the tide all night."
    "The owner runs nine ferries across the sea.Nobody was hurt, said the coastguard."
) * 3
# Lines such as scrapes are made of, so that random files reach every rule.
WORDS = [
    "",
    "",
    "Ferry Runs Aground off Havnsund",
    "Sheep Closes Airport",
    "Ferry Runs Aground off Havnsund | The Ledger",
    "The ferry on the bank. (Northern Wire)",
    "The mayor. NORTHERN WIRE/Ida Fellgate/File Photo Purchase Licensing Rights",
    "Photo: Ida Fellgate",
    "TT",
    "20",
    "3 min read",
    "Read also: Sheep Closes Airport",
    "Published: 14 June 2024",
    "By Ida Fellgate",
    "Ida Fellgate, Friday 11 April 2025",
    "(Northern Wire)",
    "HAVNSUND, June 14 (Northern Wire) - The ferry was afloat again by noon, its owner said.",
    "A LONG WAIT",
    "- Union’s questions -",
    "Who pays for the tugs?",
    "* * *",
    "==========",
    "-30-",
    "No one was hurt.",
    "This version corrects the number of ferries.",
    "A ferry carrying 312 people ran onto a sandbank in thick fog early on Tuesday.",
    "“ran onto a sandbank in thick fog”",
    "Flights were halted for 48 minutes on Sunday by a single sheep on the runway.",
    "The harbour master closed the channel until the",
    "tide had turned on Friday, and the",
    "Havnsund Ledger",
    "Visit us on the quay on Saturday from nine.",
    "Do you know more? Write to us.",
    ", which has nine ferries, told the harbour.",
    "Sign up to our newsletter and you will never miss a story",
    "Home | News | Sport | Weather",
    "Most read",
    "12 Comments",
    "We use cookies to make this site work.",
    "霧のため渡し船が砂州に乗り上げた。乗客は全員無事だった。",
]
MARKS = [
    "Article 1 of 2",
    "Article 2 of 2",
    "Title: Ferry Late Again",
    "Date: 2024-06-14",
    "Source: The Ledger",
    "Body:",
    "- tea and salt",
    "* tar for the hull",
    "• rope of all lengths",
    "1. The ferry",
    "2. The sheep",
    "> It was a long night.",
    "Boat\tTons",
    "Boat | Tons | Crew",
    "# Ferry Late",
    "## A long wait",
    "![The ferry](ferry.jpg)",
    "https://ledger.example/ferry",
    GLUED,
]
LINES = st.sampled_from(WORDS + MARKS)
TEXT = {"body", "item", "quote", "row", "correction"}
SCRAPES = st.lists(st.one_of(LINES, st.text(max_size=40)), max_size=40)
FILES = st.one_of(
    SCRAPES.map(lambda lines: "\n".join(lines).encode("utf-8", "replace")),
    st.binary(max_size=400),
)


def write_page(lines: list[str]) -> bytes:
    blocks = "".join(f"<p>{line}</p>\n" for line in lines)
    page = f"<html><head><title>Ferry</title></head><body><article>{blocks}</article></body></html>"
    return page.encode("utf-8", "replace")


def write_records(lines: list[str]) -> bytes:
    """Write an article a line, some of them with a fault, as the lines fall."""
    halves = [lines[index : index + 5] for index in range(0, len(lines), 5)]
    records = [json.dumps({"title": one[0], "text": "\n".join(one[1:])}) for one in halves]
    return "\n".join(record[:-1] if "TT" in record else record for record in records).encode()


PLAIN = st.tuples(st.sampled_from(["a.txt", "a.md", "a.html", "a.jsonl"]), FILES)
PAGES = st.tuples(st.just("a.html"), SCRAPES.map(write_page))
RECORDS = st.tuples(st.just("a.jsonl"), SCRAPES.map(write_records))
READABLE = st.one_of(PLAIN, PAGES, RECORDS)
PACKED = READABLE.map(lambda pair: (f"{pair[0]}.gz", gzip.compress(pair[1], mtime=0)))
TORN = st.tuples(st.sampled_from(["a.txt.gz", "a.html.gz", "a.jsonl.gz"]), FILES)
SEEDS = st.one_of(READABLE, PACKED, TORN).map(lambda pair: SeedFile(*pair))
TEXTS = FILES.map(lambda data: SeedFile("a.txt", data))


def pair_lines(seed: SeedFile) -> tuple[Parsed, list[tuple[LineFate, str]]]:
    """Parse a seed, and return each fate with the text of its line."""
    parsed = parse_seed(Intake(seed))
    # Law 1 has a net below it; no text may need it.
    assert all(fate.rule != FAULT for fate in parsed.lines), parsed.problems
    return parsed, list(zip(parsed.lines, read_lines(seed), strict=True))


def squeeze(texts: list[str]) -> str:
    return "".join(texts).replace(" ", "")


@given(SEEDS)
@example(SeedFile("a.txt", b""))
@example(SeedFile("a.txt", "\u2028\x1c\x85".encode()))
@example(SeedFile("a.txt", f"Ferry Late\n{GLUED}\n{GLUED}".encode()))
@example(SeedFile("a.txt", b"Visit us on the quay on Saturday from nine.\n\n"))
@example(SeedFile("a.jsonl", b'{"title": "", "text": ""}\n\n{"title": 1}\n['))
def test_any_bytes_in_any_format_parse_and_every_line_is_accounted_for(seed: SeedFile) -> None:
    parsed, pairs = pair_lines(seed)

    numbers = [fate.number for fate, _ in pairs]
    # A line that holds several paragraphs has several fates, one below the other.
    assert [number for number, _ in groupby(numbers)] == list(range(1, len(set(numbers)) + 1))
    assert all((fate.kind == "blank") == (not text) for fate, text in pairs)
    assert all(fate.rule for fate, _ in pairs)
    assert parsed.articles or parsed.problems


@given(TEXTS)
@example(SeedFile("a.txt", b"<title\n</title>"))
def test_the_accounted_lines_of_a_text_are_the_lines_of_the_file(seed: SeedFile) -> None:
    if read_documents(seed).form != "text":
        return  # a page or an object, whatever it is called; these have blocks
    parsed, pairs = pair_lines(seed)

    decoded = decode(seed.data)
    last = parsed.lines[-1].number if parsed.lines else 0
    assert last == len(decoded.lines)
    if not decoded.is_text or parsed.notes:  # such as that wrongly read letters were mended
        return
    # Of each line everything is there but white space and the mark or name it begins with.
    for number, group in groupby(pairs, key=lambda pair: pair[0].number):
        told = squeeze([text for _, text in group])
        whole = squeeze([clean_line(decoded.lines[number - 1])])
        # A table's cells are told apart in one way, whatever the file has between them.
        assert whole.replace("|", "").endswith(told.replace("|", "")) or "&" in whole


@given(SEEDS)
@example(SeedFile("a.md", b"A ferry ran onto a bank,\nand stayed there until the tide had turned."))
def test_articles_hold_every_line_of_text_in_order_and_no_other(seed: SeedFile) -> None:
    parsed, pairs = pair_lines(seed)

    assert {fate.article for fate, _ in pairs} - {0} <= {one.ordinal for one in parsed.articles}
    assert [one.ordinal for one in parsed.articles] == list(range(1, len(parsed.articles) + 1))
    # Markdown's reader has put the words of a wrapped paragraph into its first line already.
    documents = read_documents(seed).documents
    again = {line.number for one in documents for line in one.lines if line.verdict == JOINED}
    for article in parsed.articles:
        told = [
            text
            for fate, text in pairs
            if fate.article == article.ordinal and fate.kind in TEXT and fate.number not in again
        ]
        held = [block.text for block in article.blocks if block.kind != "heading"]
        # A paragraph may be joined from several lines.
        assert squeeze(held) == squeeze(told)


@given(SEEDS)
def test_no_line_of_text_is_outside_an_article(seed: SeedFile) -> None:
    _, pairs = pair_lines(seed)

    assert all(fate.article for fate, _ in pairs if fate.kind in TEXT | {"heading", "title", "dek"})


@given(TEXTS)
def test_the_articles_of_a_file_stand_one_below_the_other(seed: SeedFile) -> None:
    ordinals = [fate.article for fate, _ in pair_lines(seed)[1] if fate.article]

    assert ordinals == sorted(ordinals)


@given(TEXTS)
def test_a_joined_line_is_what_the_line_above_is_and_says_so(seed: SeedFile) -> None:
    pairs = pair_lines(seed)[1]

    begun: LineFate | None = None
    is_parted = False
    for fate, text in pairs:
        if fate.reason.startswith(GOES_ON):
            assert begun
            assert text
            # Only a page that was turned may stand inside a paragraph.
            assert (
                not is_parted
                or b"\f" in seed.data
                or "turned page" in {one.rule for one, _ in pairs}
            )
            assert fate.reason == f"{GOES_ON} {begun.number}"
            assert (fate.kind, fate.rule, fate.article) == (begun.kind, begun.rule, begun.article)
            is_parted = False
        elif fate.rule in {"blank", "turned page"}:
            is_parted = True
        else:
            begun, is_parted = fate, False


@given(SEEDS)
def test_parsing_depends_on_nothing_but_the_seed(seed: SeedFile) -> None:
    again = SeedFile(seed.name, bytes(bytearray(seed.data)))

    assert parse_seed(Intake(seed)) == parse_seed(Intake(again))


@given(SEEDS)
def test_of_the_name_of_a_seed_only_the_ending_counts(seed: SeedFile) -> None:
    other = replace(seed, name=f"wire/2024/Ferry {seed.name[1:]}")

    one, same = parse_seed(Intake(seed)), parse_seed(Intake(other))

    assert [replace(article, seed="") for article in one.articles] == [
        replace(article, seed="") for article in same.articles
    ]
    assert one.lines == same.lines
    assert one.notes == same.notes
    assert [problem.severity for problem in one.problems] == [
        problem.severity for problem in same.problems
    ]


SPACES = st.sampled_from([" ", "  ", "\u00a0", "\t ", "\u2009", " \u200b"])
QUOTED = st.sampled_from(["“It was a long night,” she said.", '"It was a long night," she said.'])


@given(st.lists(st.one_of(st.sampled_from(WORDS), QUOTED), max_size=30), SPACES)
def test_cleaning_never_changes_a_word(lines: list[str], space: str) -> None:
    seed = SeedFile("a.txt", "\n".join(line.replace(" ", space) for line in lines).encode())

    parsed = parse_seed(Intake(seed))

    raw = seed.data.decode().replace("\u200b", "").split("\n")
    kept = [fate.number for fate in parsed.lines if fate.kind in TEXT | {"heading"}]
    before = Counter(word for number in kept for word in split_words(raw[number - 1]))
    after = Counter(
        word
        for article in parsed.articles
        for block in article.blocks
        for word in split_words(block.text)
    )
    assert before == after
