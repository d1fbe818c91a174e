"""Know what content/ says, decide what should change, and change it. A person's work stays."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen.app.change import change_folder
from sitegen.app.content_files import (
    ADDRESSES,
    ARTICLES,
    CHANGES,
    DIGESTS,
    FEEDS,
    GONE,
    PAGES,
    ROOMS,
    TAGS,
    ContentFolder,
)
from sitegen.app.files import Mark, mark_of
from sitegen.app.journal import Step
from sitegen.app.manifest import digest_file
from sitegen.app.stage import Stage, open_stage
from sitegen.corpus import recall_moments, settle_archives, settle_merges
from sitegen.model.content import ContentFile, ContentRead, PageRead
from sitegen.model.history import History
from sitegen.model.page import Page, TagPage
from sitegen.model.problem import Problem
from sitegen.model.record import Record
from sitegen.pages import (
    read_addresses,
    read_archive,
    read_gone,
    read_history,
    read_issue,
    read_own,
    read_page,
    read_tag,
    write_addresses,
    write_archive,
    write_gone,
    write_history,
    write_issue,
    write_page,
    write_tag,
)
from sitegen.pipeline import Memo


@dataclass(frozen=True, slots=True)
class RecordRead:
    """What the files of content/ say, and what is wrong with them.

    ``moved`` are those of the record's pages that answer for an address of which their file does
    not say so yet: it was renamed, or another page was merged into it.
    """

    record: Record
    moved: tuple[Page, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class ContentChanges:
    """Files to write and paths to remove, and what stands in the way of the former."""

    writes: tuple[ContentFile, ...]
    removals: tuple[str, ...]
    problems: tuple[Problem, ...]


def read_record(
    folder: ContentFolder, memo: Memo, known: dict[ContentFile, PageRead] | None = None
) -> RecordRead:
    """Read pages, tags and own pages from the files of content/; never raises.

    An article that is ``known`` is not read again, and what is read is known from then on.
    """
    known = {} if known is None else known
    by_room: dict[str, list[ContentFile]] = {room: [] for room in ROOMS}
    for file in folder.files:
        by_room[file.path.split("/")[0]].append(file)
    for file in by_room[ARTICLES]:
        if file not in known:
            known[file] = memo("read page", read_page, file)
    pages = _refuse_copies((file.path, known[file]) for file in by_room[ARTICLES])
    tags = [memo("read page", read_tag, file) for file in by_room[TAGS]]
    own = [memo("read page", read_own, file) for file in by_room[PAGES]]
    issues = [memo("read page", read_issue, file) for file in by_room[DIGESTS]]
    archives = [memo("read page", read_archive, file) for file in by_room[FEEDS]]
    gone = [memo("read page", read_gone, file) for file in by_room[GONE]]
    addresses = [memo("read page", read_addresses, file) for file in by_room[ADDRESSES]]
    histories = [memo("read page", read_history, file) for file in by_room[CHANGES]]
    lists = tuple(read.part for read in addresses if read.part)
    live, merged = settle_merges([read.page for read in pages if read.page])
    record = Record(
        pages=recall_moments(live, lists),
        tags=tuple(read.tag for read in tags if read.tag),
        own=tuple(read.own for read in own if read.own),
        held=tuple(sorted({digest for read in pages for digest in read.held})),
        held_slugs=tuple(
            Path(file.path).stem for file in by_room[ARTICLES] if not known[file].page
        ),
        merged=merged,
        issues=tuple(read.issue for read in issues if read.issue),
        held_issues=tuple(
            read.slug for read in issues if read.slug and not (read.issue or read.introduction)
        ),
        introductions=tuple(read.introduction for read in issues if read.introduction),
        archives=settle_archives(read.archive for read in archives if read.archive),
        held_archives=tuple(read.number for read in archives if not read.archive),
        gone=tuple(read.own for read in gone if read.own),
        addresses=lists,
        held_addresses=tuple(
            read.number for read in addresses if not (read.part and read.is_whole)
        ),
        histories=tuple(read.history for read in histories if read.history),
    )
    reads: tuple[ContentRead, ...]
    reads = (*pages, *tags, *own, *issues, *archives, *gone, *addresses, *histories)
    found = (
        replace(problem, place=f"content/{problem.place}")
        for read in reads
        for problem in read.problems
    )
    as_read = {id(read.page) for read in pages if read.page and not read.is_moved}
    moved = tuple(page for page in (*live, *merged) if id(page) not in as_read)
    return RecordRead(record, moved, (*folder.problems, *found, *_find_lost_merges(live)))


def plan_changes(folder: ContentFolder, before: RecordRead, wanted: Record) -> ContentChanges:
    """Decide what must be written so that content/ holds the wanted record (law 3).

    Only a page that we wrote and nobody changed since is written over, and only where it would
    say something else. No article is ever removed; a generated tag page goes when its tag does, our
    note that an article is gone when the article is back.
    """
    ours = _list_files(before.record, is_edited=False)
    # An introduction is a person's, and what is written over it begins with its words.
    waiting = {_name_file(DIGESTS, one.slug) for one in before.record.introductions}
    blocked = {file.path for file in folder.files} - ours - waiting | folder.taken
    edited = _list_files(before.record, is_edited=True)
    bytes_before = {file.path: file.data for file in folder.files}
    writes = []
    problems = []
    for file in _write_news(before, wanted):
        if file.path not in blocked:
            if file.data != bytes_before.get(file.path):
                writes.append(file)
        elif file.path not in edited:
            problems.append(_describe_blocked(file.path))
    wanted_tags = {_name_file(TAGS, tag.slug) for tag in wanted.tags}
    generated_tags = {path for path in ours if path.startswith(f"{TAGS}/")}
    notes = {
        _name_file(GONE, gone.slug): write_gone(gone).encode()
        for gone in set(before.record.gone) - set(wanted.gone)
    }
    outdated = {path for path, data in notes.items() if bytes_before[path] == data}
    removals = tuple(sorted((generated_tags - wanted_tags) | outdated))
    return ContentChanges(tuple(writes), removals, tuple(problems))


def preview_changes(folder: ContentFolder, changes: ContentChanges) -> ContentFolder:
    """Return the folder as it will be read once the changes are made."""
    files = {file.path: file for file in folder.files if file.path not in changes.removals}
    files |= {file.path: file for file in changes.writes}
    ordered = tuple(files[path] for path in sorted(files))
    return ContentFolder(ordered, folder.taken, folder.problems)


def apply_changes(
    content: Path, folder: ContentFolder, changes: ContentChanges
) -> tuple[Mapping[str, Mark], tuple[Problem, ...]]:
    """Make all the changes on disk; return the mark of each file written, and what was left alone.

    A file that somebody saved since ``folder`` was read is theirs. Raise SitegenError or OSError:
    then nothing has changed, or the next command makes all the changes.
    """
    if not changes.writes and not changes.removals:
        return {}, ()
    before = {file.path: digest_file(file.data) for file in folder.files}
    marks: dict[str, Mark] = {}
    steps = []
    with open_stage(content) as stage_folder:
        stage = Stage(stage_folder)
        for file in changes.writes:
            waiting = Path(stage.add(file.data))
            # As whatever is saved there later will not be marked.
            marks[file.path] = mark_of(waiting.stat())
            after = digest_file(file.data)
            steps.append(Step(file.path, before.get(file.path, ""), after, waiting.name))
        steps += [Step(path, before[path], "", "") for path in changes.removals]
        left = change_folder(content, steps)
    problems = (_describe_overtaken(step.path) for step in steps if step.path in left)
    return {path: marks[path] for path in marks.keys() - left}, tuple(problems)


def _refuse_copies(articles: Iterable[tuple[str, PageRead]]) -> list[PageRead]:
    """Quarantine all files of one id but the first.

    One that a person edited comes before one of ours, one that was not renamed before others, and
    the shorter name before that of its copy.
    """
    articles = list(articles)
    owners: dict[str, str] = {}
    claims = [
        (not read.page.is_edited, read.is_moved, len(path), path)
        for path, read in articles
        if read.page
    ]
    ids = {path: read.page.id for path, read in articles if read.page}
    for *_, path in sorted(claims):
        owners.setdefault(ids[path], path)
    return [
        read
        if read.page is None or owners[read.page.id] == path
        else PageRead(page=None, problems=(_describe_copy(path, owners[read.page.id]),))
        for path, read in articles
    ]


def _find_lost_merges(pages: Iterable[Page]) -> Iterator[Problem]:
    """Name the pages whose merge cannot be obeyed."""
    for page in pages:
        if page.merged_into:
            message = (
                f"'merged_into': no page with the id {page.merged_into} is published, so this one "
                "is; write the id of a page, or delete the line"
            )
            yield Problem(f"content/{_name_file(ARTICLES, page.slug)}", message, "warning")


def _write_news(before: RecordRead, wanted: Record) -> Iterator[ContentFile]:
    """Write what a file does not say yet; the others stay as they are, line ends included."""
    read = before.record
    pages, tags = {*read.pages, *read.merged} - set(before.moved), set(read.tags)
    for page in (*wanted.pages, *wanted.merged):
        if not page.is_edited and page not in pages:
            yield ContentFile(_name_file(ARTICLES, page.slug), write_page(page).encode())
    for tag in wanted.tags:
        if not tag.is_edited and tag not in tags:
            yield ContentFile(_name_file(TAGS, tag.slug), write_tag(tag).encode())
    yield from _write_records(read, wanted)


def _write_records(read: Record, wanted: Record) -> Iterator[ContentFile]:
    """Write what is put on record once, and the list of addresses that has grown."""
    out = {issue.slug for issue in read.issues}
    for issue in wanted.issues:
        if issue.slug not in out:
            yield ContentFile(_name_file(DIGESTS, issue.slug), write_issue(issue).encode())
    told = {gone.slug for gone in read.gone}
    for gone in wanted.gone:
        if gone.slug not in told:
            yield ContentFile(_name_file(GONE, gone.slug), write_gone(gone).encode())
    for part in set(wanted.addresses) - set(read.addresses):
        yield ContentFile(_name_part(ADDRESSES, part.number), write_addresses(part).encode())
    for history in set(wanted.histories) - set(read.histories):
        yield ContentFile(_name_file(CHANGES, history.slug), write_history(history).encode())
    for archive in set(wanted.archives) - set(read.archives):
        yield ContentFile(_name_part(FEEDS, archive.number), write_archive(archive).encode())


def _list_files(record: Record, *, is_edited: bool) -> set[str]:
    """Return the files of articles and tags that a person edited, or those that are ours."""
    named: list[tuple[str, Page | TagPage | History]] = [(TAGS, tag) for tag in record.tags]
    named += [(ARTICLES, page) for page in (*record.pages, *record.merged)]
    named += [(CHANGES, history) for history in record.histories]
    files = {_name_file(room, one.slug) for room, one in named if one.is_edited == is_edited}
    parts = (part for part in record.addresses if part.is_edited == is_edited)
    return files | {_name_part(ADDRESSES, part.number) for part in parts}


def _name_file(room: str, slug: str) -> str:
    return f"{room}/{slug}.md"


def _name_part(room: str, number: int) -> str:
    return _name_file(room, f"{number:04}")


def _describe_copy(path: str, owner: str) -> Problem:
    message = (
        f"has the id of content/{owner}; delete one of the two, or give the copy an id of its own"
    )
    return Problem(path, message, "quarantined")


def _describe_blocked(path: str) -> Problem:
    message = "cannot be used and is not ours, so its new text was not written; mend or delete it"
    return Problem(f"content/{path}", message, "warning")


def _describe_overtaken(path: str) -> Problem:
    message = "was saved by somebody else during this build, so it is kept; build again"
    return Problem(f"content/{path}", message, "warning")
