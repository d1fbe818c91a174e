"""What the page of an article shows that follows from other articles, and not from its own."""

from collections.abc import Mapping

from sitegen.model.page import Page
from sitegen.model.value import value
from sitegen.publish.edition import Edition, link_story, link_tags, source_path
from sitegen.publish.parts import Card, Link
from sitegen.publish.version_lines import VersionLine, list_changes, list_versions
from sitegen.text.wording import Wording

# Other reports of the story that an article lists; the story's page has them all.
SAME_STORY = 8
# Names by which another report is told from this one.
OTHER_NAMES = 3


@value
class OtherReport:
    """Another report of the story; ``note`` says whom and what it names that this one does not."""

    card: Card
    note: str


@value
class Surroundings:
    """All that an article's page shows beside what its own file says."""

    source_path: str
    picture: str
    story: Link | None
    same_story: tuple[OtherReport, ...]
    before: Link | None
    after: Link | None
    tags: tuple[Link, ...]
    related: tuple[Link, ...]
    versions: tuple[VersionLine, ...]
    newer: Link | None
    older: Link | None


def look_around(
    page: Page,
    edition: Edition,
    by_slug: Mapping[str, Page],
    newer: Page | None,
    older: Page | None,
) -> Surroundings:
    """Return the surroundings of an article; ``newer`` and ``older`` are its neighbours."""
    before, after = _find_neighbours(page, edition)
    return Surroundings(
        source_path=source_path(page, edition),
        picture=edition.pictures.get(page.id, ""),
        story=link_story(page, edition),
        same_story=_list_same_story(page, edition),
        before=before,
        after=after,
        tags=link_tags(page, edition),
        related=_list_related(page, edition, by_slug),
        versions=list_changes(page, edition) + list_versions(page, edition, by_slug),
        newer=_link(newer, edition) if newer else None,
        older=_link(older, edition) if older else None,
    )


def _link(page: Page, edition: Edition) -> Link:
    card = edition.cards[page.id]
    return Link(text=page.title, path=card.path, language=card.language)


def _list_same_story(page: Page, edition: Edition) -> tuple[OtherReport, ...]:
    story = edition.stories.get(page.story)
    if story is None:
        return ()
    others = [other for other in reversed(story.pages) if other.id != page.id]
    return tuple(
        OtherReport(edition.cards[other.id], _name_others(page, other, edition.words))
        for other in others[:SAME_STORY]
    )


def _name_others(page: Page, other: Page, words: Wording) -> str:
    """Return the first names of another report that this one lacks, whole or in part."""
    known = "\n".join(page.entities).casefold()
    names = [name for name in other.entities if name.casefold() not in known][:OTHER_NAMES]
    return words.gettext("also names %(names)s", names=words.listed(tuple(names))) if names else ""


def _find_neighbours(page: Page, edition: Edition) -> tuple[Link | None, Link | None]:
    """Return the reports right before and after a page, in a story too long to be listed whole."""
    story = edition.stories.get(page.story)
    if story is None or len(story.pages) <= SAME_STORY + 1:
        return None, None
    place = edition.places[page.id]
    before, after = story.pages[max(0, place - 1) : place], story.pages[place + 1 : place + 2]
    return (
        next((_link(one, edition) for one in before), None),
        next((_link(one, edition) for one in after), None),
    )


def _list_related(page: Page, edition: Edition, by_slug: Mapping[str, Page]) -> tuple[Link, ...]:
    """Return the related pages that are published; those of the same story are listed there."""
    return tuple(
        Link(card.title, card.path, note=related.reason, language=card.language)
        for related in page.related
        if (other := by_slug.get(related.slug)) and not (page.story and other.story == page.story)
        for card in [edition.cards[other.id]]
    )
