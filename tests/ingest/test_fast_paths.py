"""Rules that see at once that most lines are nothing say what they would say without that."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from sitegen.ingest import (
    blocks,
    counters,
    dates,
    noise,
    openers,
    outline,
    parts,
    separators,
    shapes,
    split,
)
from sitegen.ingest.blocks import Marked
from sitegen.ingest.document import RawLine
from sitegen.ingest.lines import Line, make_line
from sitegen.ingest.looks import Look, look_at
from sitegen.text import weekdays
from sitegen.text.languages import read_language

PIECES = (
    "The ferry", "sign up", "for our", "newsletter", "Read more", "all comments", "one", "no", "3",
    "12", "1.2k", "likes", "2 of 4", "page", "ORLE", "June 14", "14 June 2024", "2024-06-14",
    "(Orle Press)", "-", "–", "—", ":", "|", "\t", "•", "…", ".", ",", "?", "@ida", "#pier",
    "https://orle.example", "pic.twitter", "orle.com", "(a)", "2.", ">", "+", "²", "said Friday",
    "Montag", "Photo by Ivo Brandt", "lay on a bank until the tide turned", "“Why?” asked Osei",
)  # fmt: skip
LINES = st.lists(
    st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), min_size=1, max_size=9
).map(" ".join)
COUNTS = st.tuples(
    st.sampled_from(["no", "one", "all", "3", "1.2k", "photo", "the"]),
    st.sampled_from(["comments", "photos", "12", "2 of 4", "pier"]),
).map(" ".join)
SENTENCES = st.sampled_from(
    (
        "The ferry lay on a bank.",
        "“The pier was closed at noon,” said Brandt.",
        "Nobody knew why the tide had turned.",
        "The pier was closed at noon",
        "The ferry lay on a bank until nobody knew",
    )
)
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=3).map(" ".join)
LENGTHS = st.builds(
    lambda words, end: "Orle " * words + end, st.integers(12, 28), st.sampled_from(".?…")
)
PAGES = st.lists(
    st.one_of(st.just(""), LINES, PARAGRAPHS, LENGTHS, LINES.map("{0} {0} {0}.".format)),
    min_size=1,
    max_size=12,
)


def look(texts: Sequence[str]) -> list[Look]:
    return look_at([make_line(text, number) for number, text in enumerate(texts, 1)], lambda _: "")


def make_clean(text: str) -> Line | None:
    line = make_line(text)
    return line if line.text else None


def find_opener_slowly(line: Line) -> str:
    """Try every number of words, the longest first."""
    if line.key.strip(openers.TRIMMED) in openers._POINTERS:
        return "teaser"
    words = line.key.lstrip("-–—•* ")[: openers.PROSE].split(" ")
    for count in range(min(len(words), openers._LONGEST_OPENER), 0, -1):
        opening = " ".join(words[:count])
        rule = openers._OPENERS.get(opening) or openers._OPENERS.get(opening.rstrip(".,:!?…»"))
        if rule and openers._is_taken(line, rule, is_certain=opening.endswith(":")):
            return rule
    return ""


@given(st.one_of(LINES, st.tuples(st.sampled_from(sorted(openers._OPENERS)), LINES).map(" ".join)))
def test_the_longest_opening_is_found_word_by_word(text: str) -> None:
    line = make_line(text)
    assert openers.find_opener(line) == find_opener_slowly(line)


@given(st.one_of(LINES, COUNTS))
def test_counters_and_end_marks_are_what_their_shapes_match(text: str) -> None:
    if line := make_clean(text):
        is_count = bool(counters._COUNTER.match(line.key) or counters._COUNTED.match(line.key))
        is_page = "page" in line.key and bool(counters._PAGE_REFERENCES.match(line.key))
        assert counters.is_counter(line) == (is_count or is_page)
        assert noise.is_end_mark(line) == bool(noise._AGENCY_MARK.match(line.key))


@given(LINES)
def test_a_place_line_with_a_date_has_what_is_looked_for_first(text: str) -> None:
    if dates._DATELINE.match(text):
        assert dates._DATED.search(text)


@given(st.sampled_from(["ORLE", "Port Ellery, Samari"]), st.sampled_from(PIECES), LINES)
def test_place_lines_with_dates_are_read_whatever_follows(place: str, date: str, rest: str) -> None:
    text = f"{place}, {date} {rest}"
    if dates._DATELINE.match(text):
        assert dates._DATED.search(text)


@given(LINES)
def test_what_no_headline_has_is_found(text: str) -> None:
    if line := make_clean(text):
        found = bool(separators._NO_HEADLINE.search(line.text))
        assert separators._is_no_headline(line.text) == found


@given(LINES)
def test_lines_that_begin_with_a_letter_have_the_marks_of_any_other(text: str) -> None:
    # Behind a blank a line takes the long way, and the marks are the same.
    _, name, _ = shapes._look(RawLine(1, text))
    _, slowly, _ = shapes._look(RawLine(1, f" {text}"))
    assert name == slowly


@given(LINES, st.sampled_from(["en", "de", "ar"]))
def test_weekdays_are_what_the_search_finds(text: str, language: str) -> None:
    days = read_language(language).weekdays
    found = weekdays._find_any(tuple(days)).findall(text.casefold())
    assert weekdays.find_weekdays(text, language) == {days[name] for name in found}


@given(PAGES)
def test_a_file_in_which_nothing_may_be_a_headline_is_not_cut(texts: list[str]) -> None:
    looks = look(texts)
    if not split.may_hold_several(looks):
        assert not separators.find_separators(looks)
        for is_page in (False, True):
            items = outline.outline(looks, {}, is_page=is_page)
            assert split._find_starts(items, is_page=is_page) == []


@given(PAGES)
def test_a_plain_paragraph_is_what_all_rules_would_call_it(texts: list[str]) -> None:
    looks = look(texts)
    for one, after in zip(looks, [*looks[1:], None], strict=True):
        if blocks._is_plain_paragraph(one, None):
            assert blocks._mark_plainly(one, None) is None
            mark = blocks._mark_paragraph(one, after, in_list=True)
            assert mark == Marked(one.line, "body", "text")


@given(st.lists(PARAGRAPHS, min_size=2, max_size=30))
def test_pull_quotes_are_those_that_a_near_line_says(texts: list[str]) -> None:
    marked = [Marked(one.line, "body" if one.line.text else "blank", "text") for one in look(texts)]
    printed = [index for index, mark in enumerate(marked) if mark.kind != "blank"]
    named = parts._name_pull_quotes(marked, printed)
    for place, index in enumerate(printed):
        near = printed[max(0, place - parts._WINDOW) : place + parts._WINDOW]
        others = [marked[other].line for other in near if other != index]
        assert (named[index].kind == "noise") == _is_pulled(marked[index], others)


def _is_pulled(mark: Marked, others: Sequence[Line]) -> bool:
    needed = parts._read_parts(mark.line.key)
    return parts._may_be_pulled(mark) and any(
        mark.line.words < other.words and all(part in other.key for part in needed)
        for other in others
    )
