"""What a file of the site is made from, in short: by this a build knows what was drawn before.

A file is drawn anew where its matter is new, so a matter names all that shapes the file: a text by
its stamp, a digest of the article and of where its links lead, and whatever others say of it in
full. Most files are as they were, and to make them only to see that takes ten times as long.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Generic, Protocol, TypeVar

from sitegen.model.digest import Issue
from sitegen.model.page import Page
from sitegen.model.settings import Settings
from sitegen.model.site import Site
from sitegen.model.value import value
from sitegen.publish.markup import find_targets
from sitegen.publish.plan import list_link_targets

Made_co = TypeVar("Made_co", covariant=True)


@value
class Told:
    """An article as it is told: ``leads`` are the addresses of the site to which its links lead.

    The page is without what other articles make of it, by :func:`leave_out_others`, which comes and
    goes with them: a matter says that by itself where it is shown.
    """

    page: Page
    leads: tuple[str, ...]


@value
class ToldIssue:
    """The same of a digest."""

    issue: Issue
    leads: tuple[str, ...]


@value
class Frame:
    """What stands on every page and in every feed: the settings, and the pages of a person."""

    settings: Settings
    authority: str
    own: tuple[tuple[str, str], ...]


@value
class Stamps:
    """Digests that stand for what is large: the frame, and each text by the id of its article."""

    frame: bytes
    texts: Mapping[str, bytes]

    def find(self, *ids: str) -> tuple[bytes, ...]:
        """Return the stamps of the frame and of some texts; nothing where one of them has none."""
        found = (self.frame, *(self.texts.get(name, b"") for name in ids))
        return found if all(found) else ()


NO_STAMPS = Stamps(b"", MappingProxyType({}))


class Matter(Protocol):
    """All that shapes a thing, short of the texts that ``stamps`` stand for."""

    @property
    def stamps(self) -> tuple[bytes, ...]:
        """What :meth:`Stamps.find` found."""


class Maker(Generic[Made_co]):
    """Makes a thing when it is wanted."""

    __slots__ = ("_describe", "_make")

    def __init__(
        self, make: Callable[[], Made_co], describe: Callable[[], Matter] | None = None
    ) -> None:
        """Take what makes the thing, and what gives its matter where it is not itself that."""
        self._make = make
        self._describe = describe

    def __call__(self) -> Made_co:
        """Make the thing."""
        return self._make()

    def prepare(self) -> tuple[object, Callable[[], Made_co]]:
        """Return the matter, None where nothing can stand for it, and what makes the thing."""
        if self._describe:
            matter = self._describe()
            return matter if matter.stamps else None, self._make
        made = self._make()
        return made, lambda: made


def leave_out_others(page: Page) -> Page:
    """Return a page as if no other were like it: of no story, related to none."""
    return replace(page, story="", former_stories=(), related=(), versions=())


def make_stamps(site: Site, bodies: Mapping[str, str], digest: Callable[[object], bytes]) -> Stamps:
    """Return the stamps of a site; ``bodies`` is the HTML of each text by its id.

    Where a digest has the id of an article, as a person may write it, neither has a stamp.
    """
    texts: dict[str, bytes] = {}
    for name, told in _list_told(site, bodies):
        texts[name] = b"" if name in texts else digest(told)
    own = tuple((own.title, own.slug) for own in site.own)
    return Stamps(digest(Frame(site.settings, site.authority, own)), texts)


def _list_told(site: Site, bodies: Mapping[str, str]) -> Iterator[tuple[str, Told | ToldIssue]]:
    """Yield all articles and issued digests by their ids; ``bodies`` is the HTML of each."""
    addresses = list_link_targets(site)

    def find(name: str, folder: str) -> tuple[str, ...]:
        found = dict.fromkeys(there for _, there in find_targets(bodies[name], folder))
        return tuple(filter(addresses.__contains__, found))

    for page in site.pages:
        yield page.id, Told(leave_out_others(page), find(page.id, "articles"))
    for digest in site.digests:
        if digest.issue:
            yield digest.issue.id, ToldIssue(digest.issue, find(digest.issue.id, "digests"))
