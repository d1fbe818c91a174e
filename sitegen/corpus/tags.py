"""Choose the tags of every page from one vocabulary that governs itself."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sitegen.corpus.topics import fold_topic
from sitegen.model.page import Page, TagPage
from sitegen.model.settings import Settings
from sitegen.model.summary import KeyPhrase
from sitegen.text.normalize import fold
from sitegen.text.slug import make_unique_slug

_MOST = 6  # tags of one article
_MOST_TOPICS = 2
_STRONG = 6  # weight from which a name is a tag although no other article has it: in the title


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One spelling for each name, the names that are never tags, and how many articles have each.

    Names are compared folded, so ``C`` and ``C++`` or ``US`` and ``U.S.`` stay two names.
    """

    spellings: Mapping[str, str]
    stopped: frozenset[str]
    support: Mapping[str, int]
    minimum: int

    def name(self, written: str) -> str:
        """Return the tag that is meant by a name as an article writes it."""
        return self.spellings.get(fold(written), written)


def make_vocabulary(
    topics: Iterable[Iterable[tuple[str, int]]], kept: Iterable[Page], settings: Settings
) -> Vocabulary:
    """Settle the spelling and count the support of every name and every topic.

    ``kept`` are pages that keep the tags they have; they count as well. Of two spellings the more
    frequent one wins, then the one that sorts first; an alias of the settings overrules both.
    """
    lists = [[name for name, _ in names] for names in topics] + [list(page.tags) for page in kept]
    written = Counter(name for names in lists for name in names)
    spellings: dict[str, str] = {}
    for name in sorted(written, key=lambda name: (-written[name], name)):
        spellings.setdefault(fold(name), name)
    spellings |= {fold(written): meant for written, meant in settings.tag_aliases}
    support = Counter(
        tag for names in lists for tag in {spellings.get(fold(name), name) for name in names}
    )
    return Vocabulary(
        spellings=spellings,
        stopped=frozenset(map(fold, settings.tag_stop)),
        support=support,
        minimum=settings.tag_minimum,
    )


def choose_tags(
    topics: Sequence[tuple[str, int]], vocabulary: Vocabulary, phrases: Sequence[KeyPhrase] = ()
) -> tuple[str, ...]:
    """Return the few tags of one article: names, weightiest first, then what it is about.

    What it is about takes the place of the lightest names.
    """
    names = _choose_names(topics, vocabulary)
    about = _choose_topics(phrases, vocabulary, names)
    return (*names[: _MOST - len(about)], *about)


def _choose_names(topics: Sequence[tuple[str, int]], vocabulary: Vocabulary) -> list[str]:
    weights: dict[str, int] = {}
    for name, weight in topics:
        tag = vocabulary.name(name)
        if fold(tag) not in vocabulary.stopped and fold(name) not in vocabulary.stopped:
            weights[tag] = max(weight, weights.get(tag, 0))
    chosen = [
        tag
        for tag, weight in weights.items()
        if weight >= _STRONG or vocabulary.support[tag] >= vocabulary.minimum
    ]
    return sorted(chosen, key=lambda tag: -weights[tag])[:_MOST]


def _choose_topics(
    phrases: Sequence[KeyPhrase], vocabulary: Vocabulary, names: Container[str]
) -> list[str]:
    """Return the weightiest topics that enough articles share, and none that is within another."""
    chosen: list[str] = []
    for phrase in phrases:
        tag = vocabulary.name(phrase.name)
        words = _split(tag)
        if (
            vocabulary.stopped.isdisjoint(map(fold, (tag, phrase.name, phrase.form)))
            and vocabulary.minimum <= vocabulary.support[tag]
            and tag not in names
            and not any(words <= other or other <= words for other in map(_split, chosen))
        ):
            chosen.append(tag)
    return chosen[:_MOST_TOPICS]


def _split(tag: str) -> set[str]:
    return set(fold_topic(tag))


def make_tag_pages(
    pages: Sequence[Page],
    recorded: Sequence[TagPage],
    minimum: int,
    published: Container[str] = (),
) -> tuple[TagPage, ...]:
    """Return a page for each tag that enough articles have, and those that a person changed.

    ``pages`` stand newest first. The address of a tag that content/ knows is kept, also when
    another spelling of it has won. A tag of the ``published`` addresses keeps its page when it
    has too few articles: with these, and with those that it had.
    """
    entries = defaultdict(list)
    for page in pages:
        for title in page.tags:
            entries[title].append((page.slug, page.title))
    made = {tag.title: tag for tag in recorded if tag.is_edited}
    wanted = sorted(title for title in entries if len(entries[title]) >= minimum)
    known = {tag.title: tag.slug for tag in recorded}
    free = {fold(title): slug for title, slug in known.items() if title not in {*wanted, *made}}
    taken = set(known.values())
    for title in wanted:
        if title not in made:
            kept = known.get(title) or free.pop(fold(title), "")
            slug = kept or make_unique_slug(title, taken)
            taken.add(slug)
            made[title] = TagPage(title, slug, tuple(entries[title]), is_edited=False)
    held = {tag.slug for tag in made.values()}
    for tag in recorded:
        if tag.slug not in held and f"tags/{tag.slug}/" in published:
            made[tag.title] = _keep_tag(tag, pages)
    return tuple(made[title] for title in sorted(made))


def _keep_tag(tag: TagPage, pages: Iterable[Page]) -> TagPage:
    """Return a tag that has too few articles with these and with those that it listed before."""
    told = {slug for slug, _ in tag.entries}
    kept = (
        page
        for page in pages
        if tag.title in page.tags or not told.isdisjoint((page.slug, *page.aliases))
    )
    return replace(tag, entries=tuple((page.slug, page.title) for page in kept))
