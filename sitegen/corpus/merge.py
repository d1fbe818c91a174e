"""Group the copies of each article and choose the best text (law 6)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sitegen.corpus.compare import contain
from sitegen.corpus.dedupe import Match
from sitegen.corpus.differences import describe_differences
from sitegen.corpus.fingerprint import make_shingles, read_words
from sitegen.model.article import Article
from sitegen.model.dating import Dating
from sitegen.model.page import Copy, Page
from sitegen.model.summary import Summary
from sitegen.text.wording import Wording

_COMPLETE = 0.95  # of the longest copy's words: a few more or fewer do not make a text complete
# Of the words that a seed had before: with fewer it is taken for a piece of what it was.
_MUCH_SHORTER = 0.7


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text that may be an article of its own or a copy: from a seed, or kept by a page.

    ``page`` is the page that records it already, if any; ``is_kept`` marks the text of a page
    whose own seed has gone or has changed; ``home`` is the id that a person's split reserved for
    it, where the page of that id has no file.
    """

    article: Article
    summary: Summary
    page: Page | None
    is_kept: bool
    home: str = ""


@dataclass(slots=True)
class _Group:
    """The indexes of what is one article, and the id of its page, if it has one."""

    members: list[int]
    owner: str


def group_copies(
    candidates: Sequence[Candidate], matches: Iterable[Match]
) -> list[tuple[Candidate, ...]]:
    """Return the candidates that are one article together, in order.

    What a page has recorded stays together. What is the same letter for letter is joined first,
    as it will be on record, then the best matches; and two published pages never become one:
    their addresses and ids are promised.
    """
    groups = _group_by_page(candidates)
    digests = [candidate.article.digest for candidate in candidates]
    for match in sorted(matches, key=lambda match: digests[match.first] != digests[match.second]):
        _join(groups, match.first, match.second)
    unique = {id(group): sorted(group.members) for group in groups}
    return [tuple(candidates[index] for index in members) for members in unique.values()]


def _group_by_page(candidates: Sequence[Candidate]) -> list[_Group]:
    """Return the group of each candidate; those that one page records have the same."""
    owned: dict[str, _Group] = {}
    groups = []
    for index, candidate in enumerate(candidates):
        group = _Group(members=[], owner="")
        owner = candidate.page.id if candidate.page else candidate.home
        if owner:
            group = owned.setdefault(owner, _Group(members=[], owner=owner))
        group.members.append(index)
        groups.append(group)
    return groups


def _join(groups: list[_Group], first: int, second: int) -> None:
    """Make two groups one unless both have a page: the larger takes the smaller in."""
    smaller, larger = sorted((groups[first], groups[second]), key=lambda group: len(group.members))
    if smaller is larger or (smaller.owner and larger.owner):
        return
    larger.members += smaller.members
    larger.owner = larger.owner or smaller.owner
    for index in smaller.members:
        groups[index] = larger


def choose_best(copies: Sequence[Candidate]) -> Candidate:
    """Return the copy whose text is published.

    What a seed says now before what it said before, unless that is cut off or much shorter, as
    where a page was fetched again and only its beginning came.
    Complete before shortened, whole before cut off, corrected before not, from a seed before kept
    by the page, longer before shorter; then what is published already, so that a copy that comes
    later changes nothing; then what most copies say; then by the text, so that the names of files
    change nothing.
    """
    if len(copies) == 1:
        return copies[0]
    replaced = [copy for copy in copies if _is_replaced(copy, copies)]
    enough = _COMPLETE * max(copy.summary.words for copy in copies if copy not in replaced)
    agreement = Counter(copy.article.digest for copy in copies)

    def rank(copy: Candidate) -> tuple[object, ...]:
        article = copy.article
        return (
            copy in replaced,
            copy.summary.words < enough,
            article.is_truncated,
            all(block.kind != "correction" for block in article.blocks),
            copy.is_kept,
            -copy.summary.words,
            not _is_published(copy),
            -agreement[article.digest],
            article.digest,
            article.seed,
            article.ordinal,
        )

    return min(copies, key=rank)


def _is_replaced(kept: Candidate, copies: Iterable[Candidate]) -> bool:
    """Tell whether the seed of a text that a page kept says something else now, about as much."""
    now = find_present(kept, copies)
    return (
        now is not None
        and not now.article.is_truncated
        and _MUCH_SHORTER * kept.summary.words <= now.summary.words
    )


def find_present(kept: Candidate, copies: Iterable[Candidate]) -> Candidate | None:
    """Return what the seed of a text that a page kept says now, None where it is gone."""
    if not kept.is_kept or not kept.page or not kept.page.seeds:
        return None
    seed, _ = _name_origin(kept)
    present = (copy for copy in copies if not copy.is_kept)
    return next((copy for copy in present if name_copy(copy.article) == seed), None)


def _is_published(copy: Candidate) -> bool:
    recorded = copy.page.seeds[:1] if copy.page else ()
    return any(published.digest == copy.article.digest for published in recorded)


def record_copies(best: Candidate, copies: Sequence[Candidate], words: Wording) -> tuple[Copy, ...]:
    """Return the record of all copies, the best one first, the others by name.

    A copy that an earlier build recorded stays on record after its seed has gone. A seed that
    says something else now has one entry, but for the text that is published: while that is what
    the seed said before, both are on record. A seed that was renamed goes by its new name alone.
    """
    page = next((copy.page for copy in copies if copy.page), None)
    recorded = {copy.seed: copy for copy in follow_renames(page, copies)} if page else {}
    first = _record_copy(best, best, words)
    # What stands on record beside the same best text holds: nothing is compared again.
    known = recorded if page and page.seeds[:1] == (first,) else {}
    for copy in sorted(copies, key=lambda copy: not copy.is_kept):
        seed, digest = _name_origin(copy)
        made = known.get(seed)
        # In another language it is told anew.
        if (
            made is None
            or made.digest != digest
            or not made.differences
            or made.merged
            or made.reason != _explain(copy, best, made.score, words)
        ):
            made = _record_copy(copy, best, words)
        recorded[seed] = made
    others = sorted(recorded.values(), key=lambda copy: copy.seed)
    # A kept text goes by the name of the seed it came from, which may be the best one itself.
    return (first, *(copy for copy in others if _name_entry(copy) != _name_entry(first)))


def follow_renames(page: Page, copies: Iterable[Candidate]) -> tuple[Copy, ...]:
    """Return what is on record, by the new names of seeds that were renamed.

    An article that moved within its seed has a new name, too.
    """
    present = {name_copy(copy.article): copy.article for copy in copies if not copy.is_kept}
    known = {copy.seed for copy in page.seeds}
    new = {name: article for name, article in present.items() if name not in known}
    if not new:
        return page.seeds
    followed = []
    for copy in page.seeds:
        name = copy.seed
        if name not in present and not copy.merged:
            name = next((one for one in new if _is_renamed(copy, new[one], page.dating)), name)
            new.pop(name, None)
        followed.append(replace(copy, seed=name))
    return tuple(followed)


def _is_renamed(copy: Copy, article: Article, dating: Dating) -> bool:
    """Tell whether an article with a new name is a copy that is on record by a former one.

    The same text without the date of the page, or with another, is no renamed seed but a copy
    that came later: with it the date would be nobody's, and another copy could bring a new one.
    But in its own seed an article may lose the date that stands at the head for the first alone.
    """
    if article.digest != copy.digest:
        return False
    if not article.dating.moment and article.seed == copy.seed.rpartition("#")[0]:
        return True
    return not dating.moment or article.dating.is_same_date(dating)


def _name_entry(copy: Copy) -> tuple[str, str]:
    return copy.seed, copy.digest


def _record_copy(copy: Candidate, best: Candidate, words: Wording) -> Copy:
    seed, digest = _name_origin(copy)
    score, differences = 1.0, ""
    if copy.article.digest != best.article.digest:
        shingles = (make_shingles(read_words(each.article)) for each in (copy, best))
        score = round(contain(*shingles), 3)
        differences = describe_differences(copy.article, best.article, words)
    return Copy(
        seed=seed,
        digest=digest,
        words=copy.summary.words,
        score=score,
        reason=_explain(copy, best, score, words),
        differences=differences,
    )


def _name_origin(copy: Candidate) -> tuple[str, str]:
    """Return the seed and digest of a copy; a kept text goes by the seed that it came from."""
    if copy.is_kept and copy.page:
        return copy.page.seeds[0].seed, copy.page.seeds[0].digest
    return name_copy(copy.article), copy.article.digest


def name_copy(article: Article) -> str:
    """Return the name of one article in one seed, such as ``wire/0606.txt#2``."""
    return f"{article.seed}#{article.ordinal}"


def _explain(copy: Candidate, best: Candidate, score: float, words: Wording) -> str:
    if copy == best:
        return words.gettext("the text that is published")
    if copy.article.digest == best.article.digest:
        return words.gettext("the same text, letter for letter")
    share = words.gettext(
        "shares %(share)s%% of the shorter text's four-word phrases",
        share=format(score, ".0%").removesuffix("%"),
    )
    if copy.article.is_truncated:
        return words.gettext("cut off; %(share)s", share=share)
    if copy.article.title == best.article.title:
        return share
    return words.gettext("under another headline; %(share)s", share=share)
