"""Group the copies of each article and choose the best text (law 6)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sitegen.corpus.dedupe import Match, contain, read_text
from sitegen.model.article import Article
from sitegen.model.page import Copy, Page

_COMPLETE = 0.95  # of the longest copy's words: a few more or fewer do not make a text complete


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text that may be an article of its own or a copy: from a seed, or kept by a page.

    ``page`` is the page that records it already, if any; ``is_kept`` marks the text of a page
    whose own seed has gone or has changed.
    """

    article: Article
    page: Page | None
    is_kept: bool


def group_copies(
    candidates: Sequence[Candidate], matches: Iterable[Match]
) -> tuple[tuple[int, ...], ...]:
    """Return the indexes of the candidates that are one article, each group in order.

    What a page has recorded stays together. The best matches are joined first, and two
    published pages never become one: their addresses and ids are promised.
    """
    groups = [{index} for index in range(len(candidates))]
    owners = [candidate.page.id if candidate.page else "" for candidate in candidates]
    first_of: dict[str, int] = {}
    for index, owner in enumerate(owners):
        if owner:
            _join(groups, owners, first_of.setdefault(owner, index), index)
    for match in matches:
        if not owners[match.first] or not owners[match.second]:
            _join(groups, owners, match.first, match.second)
    unique = {min(group): group for group in groups}
    return tuple(tuple(sorted(unique[first])) for first in sorted(unique))


def _join(groups: list[set[int]], owners: list[str], first: int, second: int) -> None:
    """Make two groups one, in place: each member's entry is the group's own set."""
    if groups[first] is groups[second]:
        return
    owner = owners[first] or owners[second]
    joined = groups[first] | groups[second]
    for index in joined:
        groups[index] = joined
        owners[index] = owner


def choose_best(copies: Sequence[Candidate]) -> Candidate:
    """Return the copy whose text is published.

    Whole before cut off, complete before shortened, corrected before not, from a seed before kept
    by the page, longer before shorter; then by the seed's name.
    """
    lengths = {id(copy): read_text(copy.article).words for copy in copies}
    enough = _COMPLETE * max(lengths.values())

    def rank(copy: Candidate) -> tuple[object, ...]:
        article = copy.article
        return (
            article.is_truncated,
            lengths[id(copy)] < enough,
            all(block.kind != "correction" for block in article.blocks),
            copy.is_kept,
            -lengths[id(copy)],
            article.seed,
            article.ordinal,
        )

    return min(copies, key=rank)


def record_copies(best: Candidate, copies: Sequence[Candidate]) -> tuple[Copy, ...]:
    """Return the record of all copies, the best one first, the others by name.

    A copy that an earlier build recorded stays on record after its seed has gone.
    """
    page = next((copy.page for copy in copies if copy.page), None)
    recorded = {copy.seed: copy for copy in page.seeds} if page else {}
    text = read_text(best.article)
    for copy in copies:
        if copy.is_kept:
            continue
        other = read_text(copy.article)
        score = round(contain(text.shingles, other.shingles), 3)
        name = name_copy(copy.article)
        recorded[name] = Copy(
            seed=name,
            digest=copy.article.digest,
            words=other.words,
            score=score,
            reason=_explain(copy.article, best.article, score),
        )
    first = page.seeds[0].seed if page and page.seeds and best.is_kept else name_copy(best.article)
    return tuple(sorted(recorded.values(), key=lambda copy: (copy.seed != first, copy.seed)))


def name_copy(article: Article) -> str:
    """Return the name of one article in one seed, such as ``wire/0606.txt#2``."""
    return f"{article.seed}#{article.ordinal}"


def _explain(article: Article, best: Article, score: float) -> str:
    if article.digest == best.digest:
        same = (article.seed, article.ordinal) == (best.seed, best.ordinal)
        return "the text that is published" if same else "the same text, letter for letter"
    share = f"shares {score:.0%} of the shorter text's four-word phrases"
    if article.is_truncated:
        return f"cut off; {share}"
    return share if article.title == best.title else f"under another headline; {share}"
