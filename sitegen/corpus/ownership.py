"""Tell which page has each text already, before any texts are compared.

By its digest, as it is on record; but what a person split off belongs where the split put it,
and a page that shows another's better text knows its own by phrases.
"""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

from sitegen.corpus.compare import contain
from sitegen.corpus.dedupe import Match
from sitegen.corpus.fingerprint import make_shingles, read_words
from sitegen.corpus.merge import Candidate, name_copy
from sitegen.corpus.recall import list_lost, list_own_copies, make_placer, read_article
from sitegen.model.article import Article
from sitegen.model.page import Apart, Page
from sitegen.model.summary import Summary
from sitegen.text.words import split_words

_PHRASES = 8  # evenly spread over a text
_SHARE = 0.5
_SHARE_OF_RECORDED = 0.25  # a name alone would not do: another article may stand in the file now
_PHRASE_WORDS = 5
_CORRECTED = 0.25  # of the shorter text's four-word phrases
_YEAR_CORRECTED = 0.75  # of these, where the year is another
_HEADED = 0.75  # of the shorter headline's words


def claim_copies(
    articles: Sequence[Article],
    summaries: Sequence[Summary],
    pages: Sequence[Page],
    matches: Iterable[Match],
) -> list[Candidate]:
    """Return a candidate for each article, with its page or with the id that waits for it."""
    place = make_placer(pages)
    find_by_phrases = _PhraseFinder(pages)

    def claim(article: Article, summary: Summary) -> Candidate:
        page, home = place(article)
        if not home and page is None:
            page = find_by_phrases(article)
        return Candidate(article, summary, page, not article.seed, home)

    candidates = [claim(*pair) for pair in zip(articles, summaries, strict=True)]
    return _follow_corrections(_send_home(candidates, matches, list_lost(pages)))


def make_phrases(article: Article) -> tuple[str, ...]:
    """Return some phrases of a text by which it is known again after small changes."""
    words = read_words(article)
    last = max(0, len(words) - _PHRASE_WORDS)
    starts = dict.fromkeys(last * number // (_PHRASES - 1) for number in range(_PHRASES))
    phrases = (" ".join(words[start : start + _PHRASE_WORDS]) for start in starts)
    return tuple(dict.fromkeys(filter(None, phrases)))


def _send_home(
    candidates: list[Candidate], matches: Iterable[Match], lost: Mapping[str, Apart]
) -> list[Candidate]:
    """Give back to a lost page its seed that has changed since, where it still is like the other.

    The name alone would not do: another article may stand in the file now.
    """
    names = {row.seed: row.id for row in lost.values() if row.seed}
    if not names:
        return candidates
    sent = list(candidates)
    for match in matches:
        for index, other in ((match.first, match.second), (match.second, match.first)):
            candidate, page = candidates[index], candidates[other].page
            home = names.get(name_copy(candidate.article))
            if home and page and not candidate.page and any(home == row.id for row in page.apart):
                sent[index] = replace(candidate, home=home)
    return sent


def _follow_corrections(candidates: list[Candidate]) -> list[Candidate]:
    """Give a page what stands in its seed now, though so much was changed that it is no copy.

    Day and headline must be the same, but for a word or two, and some of the text: another article
    may stand in the file. If the year alone is another, as where it was mistyped, most of the text
    must be the same.
    """
    found = {
        name_copy(candidate.article): index
        for index, candidate in enumerate(candidates)
        if not (candidate.is_kept or candidate.page or candidate.home)
    }
    followed = list(candidates)
    for kept in candidates if found else ():
        seeds = kept.page.seeds if kept.is_kept and kept.page else ()
        index = found.get(seeds[0].seed) if seeds else None
        if index is not None and _is_corrected(kept.article, candidates[index].article):
            followed[index] = replace(candidates[index], page=kept.page)
    return followed


def _is_corrected(before: Article, now: Article) -> bool:
    heads = [set(split_words(each.title)) for each in (before, now)]
    if not all(heads) or contain(*heads) < _HEADED:
        return False
    enough = _CORRECTED
    dates = [each.dating.moment for each in (before, now) if each.dating.moment]
    if len(dates) > 1 and not now.dating.is_same_date(before.dating):
        if len({(date.month, date.day) for date in dates}) > 1:
            return False
        enough = _YEAR_CORRECTED
    one, other = (make_shingles(read_words(each)) for each in (before, now))
    return bool(one and other) and enough <= contain(one, other)


class _PhraseFinder:
    """Knows the pages that a person merged or split by some phrases of their own text.

    What was decided holds for a seed that has changed since, even if by the rules for copies it
    no longer is one.
    """

    def __init__(self, pages: Iterable[Page]) -> None:
        every = {page.id: page for page in sorted(pages, key=lambda page: page.id)}
        decided = {page.merged_into for page in every.values()} - {""}
        self._pages = {
            page.id: page
            for page in every.values()
            if page.merged_into or page.apart or page.phrases or page.id in decided
        }
        self._names = {page.id: _list_names(page, every.keys()) for page in self._pages.values()}
        self._phrases = {
            page.id: page.phrases or make_phrases(read_article(page))
            for page in self._pages.values()
        }
        self._index: dict[str, list[str]] = {}
        for page_id, phrases in self._phrases.items():
            for phrase in phrases:
                self._index.setdefault(phrase, []).append(page_id)

    def __call__(self, article: Article) -> Page | None:
        """Return the page that a new text belongs to, if it says so clearly.

        A quarter of the phrases are enough in a seed that the page has on record, half of them
        where the page does not show the text that they are from.
        """
        if not self._index or not article.seed:
            return None
        words = read_words(article)
        ends = range(_PHRASE_WORDS, max(_PHRASE_WORDS, len(words)) + 1)
        runs = {" ".join(words[end - _PHRASE_WORDS : end]) for end in ends}
        found = Counter(
            page_id for run in sorted(runs & self._index.keys()) for page_id in self._index[run]
        )
        for page_id, count in sorted(found.items(), key=lambda item: (-item[1], item[0])):
            page, share = self._pages[page_id], count / len(self._phrases[page_id])
            is_recorded = name_copy(article) in self._names[page_id]
            if share >= _SHARE_OF_RECORDED if is_recorded else page.phrases and share >= _SHARE:
                return page
        return None


def _list_names(page: Page, ids: Container[str]) -> set[str]:
    """Return the seeds that a page has on record, without those that left it."""
    away = {row.seed for row in page.apart}
    return {copy.seed for copy in list_own_copies(page, ids)} - away
