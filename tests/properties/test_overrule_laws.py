"""Laws 4 and 5 under a person's hand: merged and split at will, nothing is lost or doubled."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen.corpus import Mint, decide_merge, decide_split, settle_merges
from sitegen.corpus.overrule import find_survivors
from sitegen.errors import UsageError
from sitegen.model.article import Article, Block
from sitegen.model.content import ContentFile
from sitegen.model.page import Page
from sitegen.model.record import Record
from sitegen.pages import read_page, write_page
from tests.corpus.corpus_samples import (
    CORRECTION,
    EMPTY,
    FERRY,
    FERRY_ELSEWHERE,
    NOW,
    SETTINGS,
    VOTE,
    compose,
    make_article,
    tell,
)

TEXTS: list[tuple[str | Block, ...]] = [
    FERRY,
    FERRY[:6],
    (*FERRY, CORRECTION),
    (*FERRY[:4], "The harbour master declined to comment.", *FERRY[5:]),
    FERRY_ELSEWHERE,
    VOTE,
    (*VOTE[:4], "The brass band declined to comment."),
    tell(1),
    tell(2, 12),
]
SEEDS = st.sampled_from(["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"])
NUMBERS = st.integers(0, 9)
STEPS = st.one_of(
    st.tuples(st.just("put"), SEEDS, st.integers(0, len(TEXTS) - 1)),
    st.tuples(st.just("put"), SEEDS, st.integers(0, len(TEXTS) - 1)),
    st.tuples(st.just("remove"), SEEDS, NUMBERS),
    st.tuples(st.just("merge"), NUMBERS, NUMBERS),
    st.tuples(st.just("merge"), NUMBERS, NUMBERS),
    st.tuples(st.just("split"), NUMBERS, NUMBERS),
    st.tuples(st.just("split"), NUMBERS, NUMBERS),
    st.tuples(st.just("edit"), NUMBERS, NUMBERS),
)


@dataclass
class Site:
    """Seeds and content/, what was promised of them, and what a person decided last."""

    seeds: dict[str, Article] = field(default_factory=dict)
    record: Record = EMPTY
    first_seen: dict[str, object] = field(default_factory=dict)
    addresses: set[str] = field(default_factory=set)
    merged: dict[str, str] = field(default_factory=dict)

    def build(self) -> None:
        self.record = compose(self.seeds.values(), self.record)
        assert compose(self.seeds.values(), self.record) == self.record
        assert self.reread() == self.record

    def reread(self) -> Record:
        """Read content/ as a fresh clone does: without anything but its files."""
        pages = [reread(page) for page in self.list_pages()]
        live, merged = settle_merges(pages)
        return replace(self.record, pages=live, merged=merged)

    def list_pages(self) -> tuple[Page, ...]:
        return (*self.record.pages, *self.record.merged)

    def write(self, pages: Sequence[Page]) -> None:
        known = {page.id: page for page in self.list_pages()} | {page.id: page for page in pages}
        ordered = sorted(known.values(), key=lambda page: page.slug)
        live, merged = settle_merges(ordered)
        self.record = replace(self.record, pages=live, merged=merged)

    def step(self, kind: str, one: object, other: object) -> None:
        match kind, one, other:
            case "put", str(seed), int(text):
                self.seeds[seed] = make_article(TEXTS[text], seed)
            case "remove", str(seed), _:
                self.seeds.pop(seed, None)
            case "edit", int(number), _ if self.record.pages:
                page = self.record.pages[number % len(self.record.pages)]
                self.write([replace(page, body=f"My words.\n\n{page.body}", is_edited=True)])
            case "merge", int(first), int(second) if self.record.pages:
                pages = self.record.pages
                self.merge(pages[first % len(pages)], pages[second % len(pages)])
            case "split", int(number), int(copy) if self.record.pages:
                page = self.record.pages[number % len(self.record.pages)]
                if page.seeds:
                    self.split(page, page.seeds[copy % len(page.seeds)].seed)

    def merge(self, kept: Page, other: Page) -> None:
        if kept.id == other.id:
            return
        self.write(decide_merge(self.record, kept, other).pages)
        self.merged[other.id] = kept.id

    def split(self, page: Page, seed: str) -> None:
        mint = Mint(self.list_pages(), SETTINGS.base_url, NOW)
        try:
            decision = decide_split(self.record, page, seed, self.seeds.values(), mint)
        except UsageError:
            return
        self.write(decision.pages)
        self.merged.pop(decision.other, None)
        self.build()
        survivors = find_survivors(self.list_pages())
        assert survivors[decision.other] == decision.other
        assert survivors[decision.kept] == decision.kept

    def check(self) -> None:
        pages = self.list_pages()
        assert len({page.id for page in pages}) == len(pages)
        assert len({page.slug for page in pages}) == len(pages)
        seen = {page.id: page.first_seen for page in pages}
        assert self.first_seen.items() <= seen.items()
        self.first_seen |= seen
        assert {page.id: page.merged_into for page in self.record.merged} == self.merged
        self.addresses |= {page.slug for page in pages}
        answers = [slug for page in self.record.pages for slug in (page.slug, *page.aliases)]
        assert sorted(answers) == sorted(self.addresses)


def reread(page: Page) -> Page:
    file = ContentFile(f"articles/{page.slug}.md", write_page(page).encode())
    read = read_page(file).page
    assert read
    return replace(read, is_edited=page.is_edited)


@settings(max_examples=25, deadline=None)
@given(st.lists(STEPS, min_size=3, max_size=14))
@example([("put", "c.txt", 0), ("split", 0, 2), ("put", "b.txt", 2)])
@example([("edit", 6, 6), ("put", "e.txt", 2), ("split", 3, 7), ("put", "b.txt", 2)])
@example([("put", "a.txt", 4), ("merge", 3, 5), ("merge", 0, 5), ("put", "e.txt", 2)])
@example([("merge", 2, 4), ("merge", 0, 1), ("split", 2, 2)])
@example([("merge", 2, 4), ("remove", "d.txt", 7), ("merge", 0, 1)])
@example([("split", 0, 1), ("edit", 0, 0), ("put", "a.txt", 2), ("merge", 3, 0)])
@example(
    [
        *(("split", 0, 5), ("put", "a.txt", 6), ("merge", 1, 8), ("put", "d.txt", 7)),
        *(("split", 5, 5), ("merge", 5, 1), ("remove", "b.txt", 6), ("merge", 5, 4)),
    ]
)
def test_ids_and_addresses_outlive_every_merge_and_split(
    steps: list[tuple[str, object, object]],
) -> None:
    site = Site()
    for seed, text in (("a.txt", 0), ("b.txt", 1), ("c.txt", 4), ("d.txt", 5)):
        site.step("put", seed, text)
    site.build()
    for step in steps:
        site.step(*step)
        site.build()
        site.check()
