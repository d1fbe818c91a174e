"""Put on record what has been published, and know an article again that was removed (law 5).

``docs/decisions/what-was-published-is-on-record.md`` says why this is a file of content/.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from operator import attrgetter

from sitegen.corpus.fingerprint import unpack
from sitegen.corpus.history import group_histories
from sitegen.corpus.merge import Candidate
from sitegen.model.address import Address, AddressList
from sitegen.model.history import History
from sitegen.model.page import OwnPage, Page
from sitegen.model.record import Record
from sitegen.model.summary import Summary
from sitegen.text.digests import digest_text
from sitegen.text.wording import Wording

LIST_ROWS = 500  # of one file: some 150 KB, so that one new article does not write many
_HASHES = 8
_ENOUGH = 0.6  # of these must be in a text that comes back changed
_ARTICLES = "articles/"


@dataclass(frozen=True, slots=True)
class Former:
    """An article that was published and has no page: what it had, to be given back to it.

    Where its text has ever changed, ``text`` is what it said last, and ``changed`` when that came
    in.
    """

    id: str
    slug: str
    aliases: tuple[str, ...]
    first_seen: datetime
    date: datetime | None
    digests: frozenset[str]
    sketch: frozenset[int]
    text: tuple[str, ...] = ()
    changed: datetime | None = None


def note_published(
    record: Record, published: Iterable[Address], summaries: Iterable[Summary]
) -> Record:
    """Return the record with every address that is published now; nothing is ever taken out.

    Only the date of an article that a person dated to another day is put in place of the former.
    While a list cannot be read nothing is added, since what it holds would be on record twice.
    """
    published = tuple(published)
    pages = {page.id: page for page in (*record.pages, *record.merged)}
    known = {address.path for part in record.addresses for address in part.addresses}
    new = [address for address in published if address.path not in known]
    if record.held_addresses:
        return record
    record = replace(record, addresses=_follow_days(record.addresses, published, pages))
    if not new:
        return record
    sketches = {summary.digest: summary.fingerprint.sketch for summary in summaries}
    rows = [
        _describe_text(address, pages[address.id], sketches) if address.id else address
        for address in new
    ]
    parts = sorted(record.addresses, key=attrgetter("number"))
    if parts and not parts[-1].is_edited:
        last = parts.pop()
        number, rows = last.number, [*last.addresses, *rows]
    else:
        number = 1 + max((part.number for part in parts), default=0)
    for place, start in enumerate(range(0, len(rows), LIST_ROWS), start=number):
        parts.append(AddressList(place, tuple(rows[start : start + LIST_ROWS])))
    return replace(record, addresses=tuple(parts))


def _follow_days(
    parts: tuple[AddressList, ...], published: Iterable[Address], pages: Mapping[str, Page]
) -> tuple[AddressList, ...]:
    """Return the lists with the days that people gave to articles after these were published.

    The moment in such a day is on record nowhere else.
    """
    dates = {
        (one.path, one.id): one.date
        for one in published
        if one.id and pages[one.id].is_edited and pages[one.id].dating.precision != "instant"
    }

    def follow(row: Address) -> Address:
        date = dates.get((row.path, row.id))
        is_same = date is None or (row.date is not None and row.date.date() == date.date())
        return row if is_same else replace(row, date=date)

    if not any(dates.values()):
        return parts
    return tuple(
        part if part.is_edited else replace(part, addresses=tuple(map(follow, part.addresses)))
        for part in parts
    )


def _describe_text(address: Address, page: Page, sketches: Mapping[str, bytes]) -> Address:
    """Return the address with what the text of its article is known by."""
    digest = page.seeds[0].digest if page.seeds else ""
    sketch = sketches.get(digest) or sketches.get(page.id) or b""
    # Those with most zeros at the end are in every sample of a text, however it was taken.
    chosen = sorted(unpack(sketch), key=lambda value: (-(value & -value), value))[:_HASHES]
    written = " ".join(f"{value:08x}" for value in chosen)
    return replace(address, digest=digest, sketch=written)


def list_former(record: Record) -> tuple[Former, ...]:
    """Return the articles that were published and that no page of content/ has the id of."""
    present = {page.id for page in (*record.pages, *record.merged)}
    histories = group_histories(record.histories)
    rows: dict[str, list[Address]] = defaultdict(list)
    for part in sorted(record.addresses, key=attrgetter("number")):
        for address in part.addresses:
            if address.id and address.id not in present and address.path.startswith(_ARTICLES):
                rows[address.id].append(address)
    return tuple(
        _read_former(own, own[-1].first_seen, histories.get(id_, ()))
        for id_, own in sorted(rows.items())
        if own[-1].first_seen
    )


def _read_former(
    rows: Sequence[Address], first_seen: datetime, histories: Sequence[History]
) -> Former:
    """Return an article as its addresses tell of it: the last one was its own, others led to it."""
    *others, last = rows
    slugs = [name_slug(address) for address in others]
    digests = {row.digest for row in rows if row.digest}
    digests |= {digest_text(history.text) for history in histories}
    changes = (change for history in histories for change in history.changes)
    return Former(
        id=last.id,
        slug=name_slug(last),
        aliases=tuple(slugs),
        first_seen=first_seen,
        date=last.date,
        digests=frozenset(digests),
        sketch=frozenset(_read_sketch(last.sketch)),
        text=histories[-1].text if histories else (),
        changed=max((one.moment for one in changes if not one.is_by_hand), default=None),
    )


def _read_sketch(written: str) -> Iterable[int]:
    for word in written.split():
        try:
            yield int(word, 16)
        except ValueError:
            continue


def name_slug(address: Address) -> str:
    """Return the slug of an article's address."""
    return address.path.removeprefix(_ARTICLES).removesuffix("/")


def find_returning(
    groups: Sequence[Sequence[Candidate]], former: Sequence[Former]
) -> Mapping[int, Former]:
    """Return which groups of copies are articles that were removed, by their places.

    The same text comes before a changed one, then the one that has most of it; a group that has a
    page, or waits for one, is that page's.
    """
    if not former:
        return {}
    by_digest: dict[str, list[Former]] = defaultdict(list)
    by_hash: dict[int, list[Former]] = defaultdict(list)
    for one in former:
        for digest in one.digests:
            by_digest[digest].append(one)
        for value in one.sketch:
            by_hash[value].append(one)
    found: list[tuple[float, str, str, int, Former]] = []
    for place, copies in enumerate(groups):
        if any(copy.page or copy.home for copy in copies):
            continue
        name = min(copy.article.digest for copy in copies)
        for one, share in _rate(copies, by_digest, by_hash):
            found.append((-share, one.id, name, place, one))
    returning: dict[int, Former] = {}
    taken: set[str] = set()
    for _, id_, _, place, one in sorted(found, key=lambda item: item[:4]):
        if place not in returning and id_ not in taken:
            returning[place] = one
            taken.add(id_)
    return returning


def _rate(
    copies: Sequence[Candidate],
    by_digest: Mapping[str, Sequence[Former]],
    by_hash: Mapping[int, Sequence[Former]],
) -> Iterable[tuple[Former, float]]:
    """Yield the articles that copies may be, and the share of their hashes; 2 for the very text."""
    rated: dict[str, tuple[Former, float]] = {}
    for copy in copies:
        for one in by_digest.get(copy.article.digest, ()):
            rated[one.id] = one, 2.0
        hashes = {value for value in unpack(copy.summary.fingerprint.sketch) if value in by_hash}
        for one in {one.id: one for value in hashes for one in by_hash[value]}.values():
            share = len(hashes & one.sketch) / len(one.sketch)
            if share >= _ENOUGH and share > rated.get(one.id, (one, 0.0))[1]:
                rated[one.id] = one, share
    return rated.values()


def note_gone(record: Record, files: Iterable[str], words: Wording) -> Record:
    """Return the record with a note for each published article of which nothing is left.

    ``files`` are the names of all files of articles, also of those that cannot be read: of such
    an article nobody can say that it is gone. Where one is back the note goes, but not the words of
    a person.
    """
    pages = (*record.pages, *record.merged)
    present = {slug for page in pages for slug in (page.slug, *page.aliases)}
    title = words.gettext("This article is gone")
    body = words.gettext("It was published here, and is not any more.")
    left = tuple(
        one
        for one in record.gone
        if one.slug not in present or one != OwnPage(title, one.slug, body)
    )
    answered = present | {page.slug for page in record.gone} | {*files}
    notes = [
        OwnPage(title, slug, body)
        for one in list_former(record)
        for slug in (one.slug, *one.aliases)
        if slug not in answered
    ]
    notes.sort(key=attrgetter("slug"))
    return replace(record, gone=(*left, *notes)) if notes or left != record.gone else record
