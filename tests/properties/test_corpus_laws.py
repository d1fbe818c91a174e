"""What is composed stays as it is, in any order; and the text of a page is the article's text."""

import re
import unicodedata
from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser
from random import Random
from zlib import crc32

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.corpus import summarize
from sitegen.corpus.dedupe import find_matches
from sitegen.corpus.fingerprint import hash_shingles, make_shingles, pack, sketch_shingles, unpack
from sitegen.corpus.prose import read_prose, write_prose
from sitegen.model.article import Article, Block, BlockKind
from sitegen.model.record import Record
from sitegen.publish.markup import render_markdown
from sitegen.text.normalize import clean_line, fold, strip_accents
from sitegen.text.sentences import split_sentences
from sitegen.text.slug import LIMIT, make_slug, make_unique_slug
from sitegen.text.words import split_words
from tests.corpus.corpus_samples import (
    CORRECTION,
    EMPTY,
    FERRY,
    FERRY_ELSEWHERE,
    NOW,
    VOTE,
    compose,
    make_article,
    on_day,
    tell,
)
from tests.corpus.test_addresses import publish

# ---------------------------------------------------------------- composing

TEXTS = [
    FERRY,
    FERRY[:7],
    FERRY[:3],
    (*FERRY, CORRECTION),
    (*FERRY[:4], "The harbour master declined to comment.", *FERRY[5:]),
    FERRY_ELSEWHERE,
    VOTE,
    (*VOTE, *FERRY),
    tell(1),
    (*tell(1), *tell(2)),
    tell(2),
]


@st.composite
def draw_article(draw: st.DrawFn) -> Article:
    article = make_article(
        draw(st.sampled_from(TEXTS)),
        seed=draw(st.sampled_from(["a.txt", "b.txt", "c/d.txt", "e.txt", "f.txt", "g.txt"])),
        title=draw(st.sampled_from(["Ferry Runs Aground", "Ferry runs aground", "Vote Called"])),
    )
    if draw(st.booleans()):
        article = on_day(article, draw(st.integers(13, 14)))
    return replace(article, is_truncated=draw(st.booleans()))


ARTICLES = st.lists(draw_article(), max_size=6, unique_by=lambda article: article.seed)
WAITS = st.timedeltas(timedelta(seconds=1), timedelta(days=9)).map(
    lambda wait: wait - timedelta(microseconds=wait.microseconds)
)


@st.composite
def draw_record(draw: st.DrawFn) -> Record:
    """Return what earlier builds of other seeds left, with pages deleted and edited since."""
    record = EMPTY
    for _ in range(draw(st.integers(0, 3))):
        record = compose(draw(ARTICLES), record)
    pages = []
    for page in record.pages:
        fate = draw(st.sampled_from(["kept", "kept", "edited", "emptied", "deleted"]))
        if fate == "edited":
            pages.append(replace(page, body=f"A word before. {page.body}", is_edited=True))
        elif fate == "emptied":
            pages.append(replace(page, body="", is_edited=True))
        elif fate == "kept":
            pages.append(page)
    tags = tuple(tag for tag in record.tags if draw(st.booleans()))
    return Record(pages=tuple(pages), tags=tags, own=())


@given(ARTICLES, draw_record(), WAITS)
def test_composing_again_at_any_later_time_changes_nothing(
    articles: list[Article], record: Record, wait: timedelta
) -> None:
    made = compose(articles, record)

    assert compose(articles, made, now=NOW + wait) == made


@given(ARTICLES, draw_record())
def test_no_page_is_ever_lost_renamed_or_seen_anew(articles: list[Article], record: Record) -> None:
    made = {page.id: page for page in compose(articles, record).pages}

    for page in record.pages:
        kept = made[page.id]
        assert (kept.slug, kept.first_seen) == (page.slug, page.first_seen)
        assert kept == page or not page.is_edited


@given(ARTICLES, draw_record())
def test_every_article_is_on_record_in_one_page_unless_a_person_keeps_that_page(
    articles: list[Article], record: Record
) -> None:
    made = compose(articles, record)

    recorded = [copy for page in made.pages for copy in page.seeds if not page.is_edited]
    digests = {copy.digest for copy in recorded}
    assert len({page.id for page in made.pages}) == len(made.pages)
    assert len({page.slug for page in made.pages}) == len(made.pages)
    if not any(page.is_edited for page in made.pages):
        assert {article.digest for article in articles} <= digests


@given(ARTICLES, ARTICLES)
@settings(max_examples=40)
def test_what_comes_later_brings_no_other_date_to_an_article_that_has_one(
    articles: list[Article], later: list[Article]
) -> None:
    record = compose(articles)
    more = [replace(article, seed=f"later/{article.seed}") for article in later]

    for seeds in ([*articles, *more], more):
        made = {page.id: page for page in compose(seeds, record).pages}

        for page in record.pages:
            assert made[page.id].first_seen == page.first_seen
            assert not page.dating.moment or made[page.id].dating == page.dating


@given(ARTICLES, st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_articles_that_were_removed_come_back_as_what_they_were(
    articles: list[Article], chance: Random
) -> None:
    record = publish(articles)
    left = tuple(page for page in record.pages if chance.random() < 0.5)
    gone = compose([], replace(record, pages=left))

    made = compose(articles, gone, now=NOW + timedelta(days=9))

    was = {page.id: (page.slug, page.first_seen, page.dating.moment) for page in record.pages}
    back = {page.id: (page.slug, page.first_seen, page.dating.moment) for page in made.pages}
    assert was.items() >= back.items()


def test_a_file_of_two_articles_does_not_take_over_the_one_whose_page_is_deleted() -> None:
    dated = on_day(make_article(FERRY, "b.txt"), 13)
    both = make_article((*VOTE, *FERRY), "e.txt")
    articles = [make_article(FERRY, "a.txt"), dated, make_article(VOTE, "c.txt"), both]
    record = publish(articles)
    left = tuple(page for page in record.pages if page.seeds[0].seed == "e.txt#1")
    gone = compose([], replace(record, pages=left))

    made = compose(articles, gone, now=NOW + timedelta(days=9))

    assert [page.id for page in made.pages] == [page.id for page in record.pages]
    assert [page.dating for page in made.pages] == [page.dating for page in record.pages]


@given(ARTICLES, draw_record(), st.randoms(use_true_random=False))
def test_the_order_of_what_comes_in_is_irrelevant(
    articles: list[Article], record: Record, chance: Random
) -> None:
    pages = list(record.pages)
    tags = list(record.tags)
    shuffled = [*articles]
    for each in (pages, tags, shuffled):
        chance.shuffle(each)

    other = Record(pages=tuple(pages), tags=tuple(tags), own=())

    assert compose(shuffled, other) == compose(articles, record)


# ---------------------------------------------------------------- copies

# Of three texts and one in which two of them run together: whole, cut, edited, with a frame.
_TOLD = [tell(number, 20) for number in range(3)]
_FRAME = tuple(f"Picture {number}: {text}" for number, text in enumerate(tell(9, 12)))
VARIANTS = [
    *(told[:keep] for told in _TOLD for keep in (5, 4, 3)),
    *((*told[:2], told[2].replace(" b", " c"), *told[3:]) for told in _TOLD),
    *((*told, *_FRAME) for told in _TOLD),
    (*_TOLD[0], *_TOLD[1]),
]


def part(articles: list[Article]) -> set[frozenset[str]]:
    """Return the texts, by their digests, that are found to be one article."""
    groups = {index: {index} for index in range(len(articles))}
    summaries = [summarize(article) for article in articles]
    for match in find_matches(summaries, articles.__getitem__).copies:
        joined = groups[match.first] | groups[match.second]
        groups.update(dict.fromkeys(joined, joined))
    return {frozenset(articles[index].digest for index in group) for group in groups.values()}


@given(
    st.lists(st.sampled_from(VARIANTS), min_size=1, max_size=9),
    st.randoms(use_true_random=False),
    st.integers(2, 4),
)
@settings(max_examples=25)
def test_neither_the_order_nor_the_names_nor_the_number_of_copies_decide_what_is_one(
    texts: list[tuple[str, ...]], chance: Random, times: int
) -> None:
    articles = [make_article(text, f"{place}.txt") for place, text in enumerate(texts)]
    renamed = [
        replace(article, seed=f"{chance.random()}.txt")
        for article in articles
        for _ in range(chance.randint(1, times))
    ]
    chance.shuffle(renamed)

    assert part(renamed) == part(articles)


# ---------------------------------------------------------------- text

# Pieces that would mean something to Markdown or HTML, among any text a seed can hold.
_PIECES = st.sampled_from(
    "* ** _ __ ` ``` # ## > - + = | : ~ ~~ ! ![ [ ] ( ) ](a.md) [a](b.md) [^1] \\ \\\\ \\* & &amp; "
    "&amp;lt; &copy &#126; &#x41; < <b> </p> <!-- --> <http://a.example> a@b.example 1. 12) "
    "1234567890. | --- {{ }} {: .a} Mira Mira's C C++ U.S. _Mira_ 🚢 é".split(" ")
)
LINES = (
    st.one_of(
        st.lists(_PIECES, max_size=9).map("".join),
        st.lists(_PIECES, max_size=9).map(" ".join),
        st.text(max_size=30),
    )
    .map(clean_line)
    .filter(bool)
)
KINDS: list[BlockKind] = ["paragraph", "heading", "item", "quote", "row", "correction"]
# Some empty cells, some rows longer than others, and often several blocks of one kind in a row.
ROWS = st.lists(st.just("") | LINES, min_size=1, max_size=4).map(" | ".join)
CELLS = ROWS.map(clean_line).filter(bool)
NUMBERED = st.builds(Block, st.just("item"), LINES, st.integers(0, 999).map(str))
BLOCKS = (
    NUMBERED
    | st.builds(Block, st.sampled_from(KINDS), LINES)
    | st.builds(Block, st.just("row"), CELLS)
)
LINKS = st.dictionaries(
    st.sampled_from(["Mira", "C", "C++", "U.S.", "é", "Mira Mira"]) | LINES,
    st.just("../tags/a-name.md"),
    max_size=3,
)


@given(st.lists(BLOCKS, max_size=6), LINKS)
def test_text_is_read_back_as_it_was_written(blocks: list[Block], links: dict[str, str]) -> None:
    assert read_prose(write_prose(blocks, links)) == tuple(blocks)


class Shown(HTMLParser):
    """The text that a browser shows, and the elements it shows it in."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.elements: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - given by HTMLParser
        self.elements.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@given(st.lists(BLOCKS, min_size=1, max_size=6), LINKS)
def test_a_page_shows_the_letters_of_the_article_and_nothing_else(
    blocks: list[Block], links: dict[str, str]
) -> None:
    shown = Shown(render_markdown(write_prose(blocks, links)))

    assert squeeze(shown.text) == squeeze("\n".join(map(show, blocks)))
    assert shown.elements <= set("p h2 em a ul ol li blockquote table thead tbody tr th td".split())


def show(block: Block) -> str:
    """Return what of a block is shown: bars that stand alone in a row only part its cells."""
    if block.kind != "row":
        return block.text
    return " ".join(word for word in block.text.split(" ") if word != "|")


def squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@given(st.text())
def test_a_line_is_clean_once_cleaned(text: str) -> None:
    assert clean_line(clean_line(text)) == clean_line(text)


@given(st.text())
def test_folding_and_stripping_twice_is_the_same_as_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert strip_accents(strip_accents(text)) == strip_accents(text)


@given(
    st.text() | st.sampled_from(["CON", "nul", "Com1", "LPT9", "Aux.", "..", "-", "™", "ɐ\u18a9"])
)
def test_a_slug_is_safe_as_the_name_of_a_file(title: str) -> None:
    slug = make_slug(title)

    assert all(sign == "-" or unicodedata.category(sign)[0] in "LMN" for sign in slug)
    assert slug[0] != "-"
    assert len(slug) <= LIMIT
    assert len(slug.encode()) <= 3 * LIMIT
    assert slug == slug.lower()
    assert slug not in {"con", "prn", "aux", "nul"}
    assert not re.fullmatch("(com|lpt)[0-9]", slug)


@given(st.text())
def test_a_slug_is_its_own_slug(title: str) -> None:
    assert make_slug(make_slug(title)) == make_slug(title)


@given(st.lists(st.sampled_from(["C", "c", "C++", "C 2", "C-2", "…"]), max_size=12))
def test_no_slug_is_given_twice(titles: list[str]) -> None:
    taken: set[str] = set()
    for title in titles:
        slug = make_unique_slug(title, taken)

        assert slug not in taken
        taken.add(slug)


@given(st.lists(st.sampled_from(["Mr. ", "U.S. ", "A. ", "Yes? ", "No… “So.” ", "x", "3. ", " "])))
def test_sentences_lose_nothing_but_the_space_between_them(pieces: list[str]) -> None:
    text = "".join(pieces)

    assert "".join("".join(split_sentences(text)).split()) == "".join(text.split())


@given(st.text())
def test_any_text_is_cut_into_sentences_without_loss(text: str) -> None:
    assert "".join("".join(split_sentences(text)).split()) == "".join(text.split())


@given(st.lists(st.sampled_from("the ferry ran onto a bank of sand".split())))
def test_the_sketch_of_a_text_is_a_part_of_its_shingles(words: list[str]) -> None:
    shingles = make_shingles(words)
    sketch = sketch_shingles(shingles)

    assert make_shingles(list(words)) == shingles
    assert set() < sketch <= shingles


@given(st.lists(st.text("ab\u0301é’1中ش\U0001f6a2\ud800", min_size=1, max_size=6), max_size=12))
def test_the_fast_hashes_are_those_of_four_words_joined(words: list[str]) -> None:
    runs = [words[start : start + 4] for start in range(max(1, len(words) - 3))]
    slow = [crc32("".join(f"{w} " for w in run).encode("utf-8", "replace")) for run in runs]

    assert hash_shingles(words) == slow


@given(st.lists(LINES, max_size=4))
def test_the_fast_cut_into_words_is_the_slow_one(lines: list[str]) -> None:
    for line in lines:
        assert split_words(line) == split_words(f"{line} é")[:-1]


@given(st.text() | LINES)
def test_folding_is_what_its_three_steps_say(text: str) -> None:
    quotes = str.maketrans("‘’‚‛“”„‟′–—‒―", "''''\"\"\"\"'----")

    assert fold(text) == unicodedata.normalize("NFKC", text).translate(quotes).casefold()


@given(st.sets(st.integers(0, 2**32 - 1)))
def test_hashes_are_read_as_they_were_packed(hashes: set[int]) -> None:
    assert unpack(pack(hashes)) == tuple(sorted(hashes))


@given(st.lists(LINES, max_size=4), LINES)
def test_any_text_can_be_summarized(paragraphs: list[str], title: str) -> None:
    summary = summarize(make_article(paragraphs, title=title))

    assert summary.words == sum(len(split_words(text)) for text in paragraphs)
