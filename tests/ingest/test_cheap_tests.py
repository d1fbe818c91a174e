"""A cheap test in front of a dear one hides no line from it, and a search that leaps misses none.

The dear one alone is the oracle here.
"""

import re

from hypothesis import given
from hypothesis import strategies as st

from sitegen.ingest import (
    above_heads,
    bylines,
    caption_labels,
    counters,
    ends,
    interruptions,
    matter_dates,
    pages,
    photographers,
)
from sitegen.ingest import credits as credit_rules
from sitegen.ingest.lines import Line, is_headline_shaped, make_line
from sitegen.ingest.looks import is_body, look_at
from sitegen.ingest.word_lists import read_words
from sitegen.text import sentences

# Text of whatever is beside the shapes that these rules look for.
PIECES = (
    "The ferry", "sign up", "for our", "newsletter", "Read more", "all comments", "one", "no", "3",
    "1.2k", "likes", "2 of 4", "page", "ORLE", "14 June 2024", "-", "—", ":", "|", "•", "…", ".",
    "@ida", "orle.com", "(a)", "2.", "“Why?” asked Osei", "Image source, Ida Fellgate", "Photo:",
    "Image caption,", "Caption:", "© Orle Images", "Courtesy of", "Ida Fellgate / The Orle Mail",
    "Source:", "4 THE ORLE LEDGER Thursday, June 13, 2019", "our Orle bureau", "staff reporters",
    "you", "ours", "us", "your", "published", "update", "paper", "12 views", "no comments", "A.",
    "B.", "U.S.", "Dr.", "”", "»", ")", "。", "；", "2 of 5", "14 of 20",
)  # fmt: skip
NEAR_MISSES = st.lists(
    st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), min_size=1, max_size=7
).flatmap(lambda parts: st.sampled_from([" ".join(parts), "".join(parts)]))


@given(NEAR_MISSES)
def test_what_is_looked_for_first_hides_no_line_from_its_rule(text: str) -> None:
    if not (line := make_clean(text)):
        return
    text, key = line.text, line.key
    shapes_of_shared = (
        photographers._SHARED,
        photographers._COURTESY,
        photographers._SOURCE,
        photographers._COPYRIGHT,
    )
    is_shared = any(shape.match(text) for shape in shapes_of_shared)
    assert photographers.is_shared_credit(text) == is_shared
    if credit_rules._SOURCED.match(text) or credit_rules._SOURCED_BEHIND.match(text):
        assert "mage " in text.lower()
    if counters._COUNTED.match(key) or counters._counts_by_word(key):
        assert counters.counts_something(key)
    if key[0] in caption_labels._PREFIX_LETTERS and caption_labels._PREFIX.match(text):
        assert not key[0].isascii() or key[:3] in caption_labels._PREFIX_STARTS
    assert pages.is_place(line) == bool(pages._BARE.match(key))
    match = interruptions._PAGE_HEAD.match(text)
    is_head = match is not None and bool(match["before"] or match["behind"])
    is_short = line.words <= interruptions._MOST_WORDS
    assert interruptions.is_page_head(line) == (is_short and is_head)


@given(st.lists(NEAR_MISSES, max_size=3).map(" ".join))
def test_any_word_of_a_list_is_found_by_its_first_letter(text: str) -> None:
    key = make_line(text).key
    words = "|".join(map(re.escape, sorted(read_words("voice"), key=len, reverse=True)))
    found = re.search(rf"(?<!\w)(?:{words})(?!\w)", key)
    leaping = ends.VOICE.search(key)
    assert (found and found.span()) == (leaping and leaping.span())
    forms = (re.escape(word).replace(r"\*", "*") for word in read_words("published"))
    bounded = (rf"\b{form}\b".replace(r"\b*", "").replace(r"*\b", "") for form in forms)
    is_found = re.search("|".join(bounded), key) is not None
    assert bool(matter_dates._PUBLISHED.search(key)) == is_found


@given(NEAR_MISSES)
def test_what_somebody_is_in_a_newsroom_stands_at_the_end_of_a_line(text: str) -> None:
    line = make_line(text)
    pattern = bylines._POST.pattern.removesuffix(")s?$") + r"|^(?:the |our )?[\w-]+ bureau)s?$"
    is_post = line.words <= bylines._POST_WORDS and not line.is_sentence
    key = bylines._OWN_HANDLE.sub("", line.key)
    assert bylines.is_post(line) == (is_post and re.search(pattern, key) is not None)


@given(NEAR_MISSES, st.sampled_from([".", ":", ";", ").", ".”", ":]", "。", "」", "؟", "U.S."]))
def test_a_line_with_a_stop_at_its_end_is_no_headline(text: str, end: str) -> None:
    line = make_line(text + end)
    is_stopped = re.search(r"[.:,;。，：；、،؛۔।။។።၊][\"'”’»)\]」』]*$", line.text) is not None
    if is_headline_shaped(line) and is_stopped:
        assert re.search(r"(?:[A-Z]\.)+[A-Z]\.[\"'”’»)\]」』]*$", line.text)


@given(NEAR_MISSES, st.sampled_from(["A.", "É.", "Dr.", "sea.", "5.", "xB.", "_C.", "U.S.", "."]))
def test_an_initial_is_told_as_any_abbreviation_is(text: str, end: str) -> None:
    text += end
    tail = text[-3:-1]
    is_word = tail.isalpha() and len(tail) > 1 and tail not in sentences._TAILS
    near = max(0, len(text) - sentences._ABBREVIATION_LENGTH)
    is_known = sentences._ABBREVIATION.search(text, near, len(text)) is not None
    assert sentences.ends_in_abbreviation(text) == (not is_word and is_known)


def make_clean(text: str) -> Line | None:
    line = make_line(text)
    return line if line.text else None


ADDRESSED = st.lists(
    st.sampled_from(
        (
            "",
            "https://orle.example/ferry",
            "The Orle Ledger",
            "Ferry Runs Aground in Fog",
            "By Ida Fellgate",
            "The ferry lay on a bank until the tide turned at noon.",
        )
    ),
    min_size=1,
    max_size=9,
)


@given(ADDRESSED, st.sets(st.integers(0, 8), max_size=3))
def test_the_address_of_the_first_page_is_found_as_line_by_line(
    texts: list[str], places: set[int]
) -> None:
    looks = look_at([make_line(text, number) for number, text in enumerate(texts, 1)], lambda _: "")
    starts = sorted(place for place in places if 0 < place < len(looks))

    def find_address(start: int) -> int:
        return next((i for i in range(start, len(looks)) if looks[i].noise == "address"), start)

    is_each = all(find_address(start) == start for start in starts)
    place = find_address(0) if starts and is_each else 0
    has_name = any(one.line.text and not (one.noise or one.fact) for one in looks[:place])
    below = next((one for one in looks[place + 1 :] if one.line.text), None)
    expected = []
    if has_name and place < starts[0] and below is not None:
        is_headline = is_headline_shaped(below.line) and not (below.noise or below.fact)
        expected = [place] if is_headline and not any(map(is_body, looks[:place])) else []
    assert above_heads.find_first_fetched(looks, starts) == expected
