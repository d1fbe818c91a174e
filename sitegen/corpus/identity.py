"""Mint what never changes again: ids, slugs and moments (laws 4 and 5)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sitegen.corpus.addresses import Former, list_former, name_slug
from sitegen.corpus.seconds import SECOND, FreeSeconds
from sitegen.model.article import Article
from sitegen.model.dating import Dating
from sitegen.model.page import Page
from sitegen.model.record import Record
from sitegen.model.settings import Settings
from sitegen.text.authority import find_authority
from sitegen.text.slug import make_unique_slug


def make_mint(record: Record, settings: Settings, now: datetime) -> "Mint":
    """Return what mints for a site that has published what ``record`` says."""
    pages = (*record.pages, *record.merged)
    published = (one for part in record.addresses for one in part.addresses)
    spent = [name_slug(one) for one in published if one.id]
    spent += [page.slug for page in record.gone]
    return Mint(pages, settings.stated_url or settings.base_url, now, list_former(record), spent)


class Mint:
    """Gives out each id, slug and second once; knows those that the record holds."""

    def __init__(
        self,
        pages: Iterable[Page],
        base_url: str,
        now: datetime,
        former: Iterable[Former] = (),
        spent: Iterable[str] = (),
    ) -> None:
        """Begin with what ``pages`` have been given; ``now`` is the build's moment.

        ``former`` were published and have no page, ``spent`` are slugs that were published: no
        other page may have these names. The host of ``base_url`` is in the first ids, and in all
        later ones.
        """
        known = tuple(pages)
        self._ids = {page.id for page in known}
        self._slugs = {slug for page in known for slug in (page.slug, *page.aliases)}
        # What a person split off keeps its names while its file is gone.
        split = sorted((row.id, row.slug) for page in known for row in page.apart)
        self._lost = {name: slug for name, slug in split if name not in self._ids}
        self._reserved = set(self._lost.values()) - self._slugs
        self._ids |= self._lost.keys()
        self._former = {one.id: one for one in former}
        self.former = tuple(one for one in self._former.values() if one.id not in self._ids)
        self._ids |= {one.id for one in self.former}
        self._own = self._slugs | self._reserved
        self._slugs |= self._reserved | {*spent}
        self._seconds = FreeSeconds(
            moment
            for page in known
            for moment in (page.dating.moment or page.first_seen, page.updated)
        )
        seen = [(page.first_seen, page.id) for page in known]
        seen += [(one.first_seen, one.id) for one in self.former]
        self._authority = find_authority(seen, base_url)
        self._now = now

    def make_id(self, article: Article, home: str = "") -> str:
        """Return a ``tag:`` URI made from the text that founded the page, or the one it had."""
        if home:
            return home
        founded = made = f"{self._authority}/{article.digest}"
        number = 2
        while made in self._ids:
            made = f"{founded}-{number}"
            number += 1
        self._ids.add(made)
        return made

    def make_slug(self, title: str, home: str = "") -> str:
        """Return a slug that no page has or had, or the one that the page of this id had."""
        if home and self._lost[home] in self._reserved:
            return self._lost[home]
        slug = make_unique_slug(title, self._slugs)
        self._slugs.add(slug)
        return slug

    def find_former(self, home: str) -> Former | None:
        """Return what a page of this id had when it was published, None if it never was."""
        return self._former.get(home)

    def give_back(self, former: Former, title: str) -> tuple[str, tuple[str, ...]]:
        """Return the slug of an article that is back, and its former ones; no other page's."""
        aliases = tuple(slug for slug in former.aliases if slug not in self._own)
        free = former.slug not in self._own
        slug = former.slug if free else make_unique_slug(title, self._slugs)
        self._own |= {slug, *aliases}
        self._slugs.add(slug)
        return slug, aliases

    def seen_now(self, *, is_order: bool) -> datetime:
        """Return the build's moment; where it orders pages, a second that no other page has."""
        return self._seconds.take(self._now, -SECOND) if is_order else self._now

    def place_date(self, dating: Dating) -> Dating:
        """Give a date without a time a second of its day that no other page has."""
        if not dating.moment or dating.precision == "instant":
            return dating
        moment = self._seconds.take(dating.moment, SECOND)
        return replace(dating, moment=moment)
