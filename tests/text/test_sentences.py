import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text import sentences
from sitegen.text.sentences import ends_sentence, split_sentences, take_sentences


@pytest.mark.parametrize(
    "expected",
    [
        [],
        ["Nobody knew."],
        [
            "Nobody knew",
        ],
        ["She left.", "He stayed.", "Why?"],
        ["“Why?” she asked.", "“So!”", "(He laughed.)", "12 people came."],
        ["Mr. Brandt met Dr. Osei of St. Orle.", "They spoke."],
        ["The U.S. Navy and J. R. Dorn left at 5 p.m. on Friday."],
        ["On Nov. 3 it rained.", "On Dec. 4 too."],
        ["He paid 3.5 crowns.", "It was fair…", "Perhaps?!"],
        ["Written by the firm Orrin Inc. in June."],
        ["It was e.g. this: a. b. c."],
        ["Никто не знал.", "Почему?"],
        ["သင်္ဘော သောင်တင်သည်။", "ဘယ်သူမှ မသိပါ။"],
        ["Nadie lo sabe.", "¿Cuánto durará?", "«¡Basta!»"],
        ["Am 3. Juni, z. B. um 9 Uhr, kam Nr. 4.", "„Warum?“", "Das war ca. 1 Mrd. Kronen wert."],
        ["Sie ist die 4.", "Er blieb."],
    ],
)
def test_text_is_cut_where_sentences_end(expected: list[str]) -> None:
    assert split_sentences(" ".join(expected)) == expected


def test_where_a_script_has_no_spaces_the_stop_alone_ends_a_sentence() -> None:
    assert split_sentences("船は止まった。「なぜ？」誰も知らない。") == [
        "船は止まった。",
        "「なぜ？」",
        "誰も知らない。",
    ]


@pytest.mark.parametrize(
    "expected",
    [["वह चला गया।", "कोई नहीं जानता था।"], ["لماذا؟", "لا أحد يعرف."], ["It rang.", "iPhones do."]],
)
def test_every_script_has_its_stops(expected: list[str]) -> None:
    assert split_sentences(" ".join(expected)) == expected


def test_a_small_letter_does_not_begin_a_sentence() -> None:
    assert split_sentences("What now? she asked. Nothing.") == ["What now? she asked.", "Nothing."]


def test_a_line_of_initials_is_cut_in_no_time() -> None:
    """It once took time quadratic in its length: this one five minutes."""
    assert len(split_sentences("A. " * 50_000)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "It left.",
        "Why?",
        "“No!”",
        "So…",
        "(Yes.)",
        "«Да.»",
        "終わり。",
        "「はい。」",
        "لماذا؟",
        "अंत।",
        "ပြီးပြီ။",
        "ចប់។",
    ],
)
def test_a_sentence_ends_with_a_stop(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["", "Ferries Resume", "He said:", "a, b;", "5.5 percent"])
def test_a_headline_has_no_stop(text: str) -> None:
    assert not ends_sentence(text)


SLOW_END = re.compile(
    r"([.!?…।॥؟۔။។።]{1,8}[\"'”’“»«)\]]*)\s+(?=[\"'“‘„«(\[]?[¿¡]?(?:[^\W\d_a-zß-ÿ]|i[A-Z]|\d))"
    r"|([。！？]{1,8}[」』”）]*)\s*(?=.)"
)
PIECES = st.sampled_from(
    "Dr. Mr. Brandt 3. 12 Juni U.S. A. z. B. Nr. p.m. ca. So. so. It? “Why?” No! i iPhones …  "
    "।  a။ ။ 船は止まった 。 。」 !! .. ... ) é. É x1. _a. 」 Inc. St. Alst. \n".split(" ")
)


@given(st.lists(PIECES, max_size=25), st.sampled_from(["", " "]))
def test_the_fast_cut_into_sentences_is_the_slow_one(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    cuts, start = [], 0
    for match in SLOW_END.finditer(text):
        end = match.end(match.lastindex or 1)
        near = max(start, end - 20)
        if match[1] == "." and sentences._ABBREVIATION.search(text, near, end):
            continue
        if match[1] == "." and text[end - 2].isdigit() and sentences._is_ordinal(text, near, end):
            continue
        cuts.append(text[start:end])
        start = match.end()

    assert split_sentences(text) == [*cuts, *filter(None, [text[start:]])]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("", ""),
        ("Fog came. Boats stayed. Nobody was hurt.", "Fog came. Boats stayed."),
        (
            "霧が出た。船は残った。けがはなかったという話だけが、翌朝まで港に残っていた。",
            "霧が出た。船は残った。",
        ),
        ("The ferry sat down on a bank. So.", "The ferry sat down on a bank."),
    ],
)
def test_the_first_sentences_that_fit_are_taken_as_they_stand(text: str, first: str) -> None:
    assert take_sentences(text, 24) == first
