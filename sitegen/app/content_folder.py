"""Read content/, decide what in it should change, and change it. A person's work stays as it is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen.app.files import FoundFile, Mark, find_files, read_file, show_name, write_file
from sitegen.corpus import settle_merges
from sitegen.errors import SitegenError
from sitegen.model.content import ContentFile, IssueRead, OwnRead, PageRead, TagRead
from sitegen.model.page import Page
from sitegen.model.problem import Problem
from sitegen.model.record import Record
from sitegen.pages import (
    read_issue,
    read_own,
    read_page,
    read_tag,
    write_issue,
    write_page,
    write_tag,
)
from sitegen.pipeline import Memo

_ARTICLES, _DIGESTS, _PAGES, _TAGS = "articles", "digests", "pages", "tags"
_ROOMS = (_ARTICLES, _DIGESTS, _PAGES, _TAGS)


@dataclass(frozen=True, slots=True)
class ContentFolder:
    """The Markdown files of content/, sorted by path, and everything that stands in their way.

    ``taken`` are the paths at which something lies that could not be read as a file.
    """

    files: tuple[ContentFile, ...]
    taken: frozenset[str]
    problems: tuple[Problem, ...]


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


def read_content(content: Path) -> ContentFolder:
    """Read the files of content/; never raises for a single file.

    Raise SitegenError where a whole folder cannot be listed: its pages would be taken for new.
    """
    files: list[ContentFile] = []
    taken: set[str] = set()
    problems: list[Problem] = []
    for found in _find_content(content):
        file = _read_file(found)
        if isinstance(file, ContentFile):
            files.append(file)
        else:
            taken.add(found.name)
            problems.append(file)
    return ContentFolder(tuple(files), frozenset(taken), tuple(problems))


def read_record(folder: ContentFolder, memo: Memo) -> RecordRead:
    """Read pages, tags and own pages from the files of content/; never raises."""
    by_room: dict[str, list[ContentFile]] = {room: [] for room in _ROOMS}
    for file in folder.files:
        by_room[file.path.split("/")[0]].append(file)
    articles = [(file.path, memo("read page", read_page, file)) for file in by_room[_ARTICLES]]
    pages = _refuse_copies(articles)
    tags = [memo("read page", read_tag, file) for file in by_room[_TAGS]]
    own = [memo("read page", read_own, file) for file in by_room[_PAGES]]
    issues = [memo("read page", read_issue, file) for file in by_room[_DIGESTS]]
    live, merged = settle_merges([read.page for read in pages if read.page])
    record = Record(
        pages=live,
        tags=tuple(read.tag for read in tags if read.tag),
        own=tuple(read.own for read in own if read.own),
        held=tuple(sorted({digest for read in pages for digest in read.held})),
        merged=merged,
        issues=tuple(read.issue for read in issues if read.issue),
        held_issues=tuple(read.slug for read in issues if read.slug and not read.issue),
    )
    reads: tuple[PageRead | TagRead | OwnRead | IssueRead, ...] = (*pages, *tags, *own, *issues)
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
    say something else. No article is ever removed; a generated tag page goes when its tag does.
    """
    ours = _list_generated(before.record)
    blocked = {file.path for file in folder.files} - ours | folder.taken
    edited = _list_edited(before.record)
    bytes_before = {file.path: file.data for file in folder.files}
    writes = []
    problems = []
    for file in _write_news(before, wanted):
        if file.path not in blocked:
            if file.data != bytes_before.get(file.path):
                writes.append(file)
        elif file.path not in edited:
            problems.append(_describe_blocked(file.path))
    wanted_tags = {_tag_path(tag.slug) for tag in wanted.tags}
    generated_tags = {path for path in ours if path.startswith(f"{_TAGS}/")}
    removals = tuple(sorted(generated_tags - wanted_tags))
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
    """Make the changes on disk; return the mark of each file written, and what was left alone.

    A file that somebody saved since ``folder`` was read is theirs. Raise OSError.
    """
    read = {file.path: file.data for file in folder.files}
    marks: dict[str, Mark] = {}
    problems = []
    for file in changes.writes:
        if _is_as_read(content / file.path, read.get(file.path)):
            marks[file.path] = write_file(content / file.path, file.data)
        else:
            problems.append(_describe_overtaken(file.path))
    for path in changes.removals:
        if _is_as_read(content / path, read[path]):
            (content / path).unlink()
        else:
            problems.append(_describe_overtaken(path))
    return marks, tuple(problems)


def _find_content(content: Path) -> Iterator[FoundFile]:
    if content.is_symlink():
        raise SitegenError(f"{content}: is a link, and links are not followed; put the folder here")
    for room in _ROOMS:
        for found in find_files(content / room):
            if not found.name or (found.kind == "unreadable" and found.path.is_dir()):
                raise SitegenError(
                    f"{found.path}: the folder cannot be read; make it a real folder "
                    "that you may read"
                )
            yield FoundFile(f"{room}/{found.name}", found.path, found.kind, found.mark)


def _read_file(found: FoundFile) -> ContentFile | Problem:
    if found.kind == "link":
        return _quarantine(found, "is a link, and links are not followed; put the file itself here")
    if found.kind == "unreadable":  # a pipe would keep us waiting, a device has no end
        return _quarantine(found, "cannot be read; check its permissions, and that it is a file")
    if found.name.count("/") != 1 or not found.name.endswith(".md"):
        return Problem(
            _show_place(found.name),
            "is not read, only .md files in this folder are; move it",
            "warning",
        )
    try:
        return ContentFile(path=found.name, data=read_file(found.path)[0])
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        return _quarantine(found, f"cannot be read ({reason}); check its permissions")


def _refuse_copies(articles: Iterable[tuple[str, PageRead]]) -> list[PageRead]:
    """Quarantine all files of one id but the first.

    One that a person edited comes before one of ours, one that was not renamed before others.
    """
    articles = list(articles)
    owners: dict[str, str] = {}
    claims = [
        (not read.page.is_edited, read.is_moved, path) for path, read in articles if read.page
    ]
    ids = {path: read.page.id for path, read in articles if read.page}
    for _, _, path in sorted(claims):
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
            yield Problem(f"content/{_article_path(page.slug)}", message, "warning")


def _is_as_read(path: Path, data: bytes | None) -> bool:
    try:
        return read_file(path)[0] == data
    except FileNotFoundError:
        return data is None


def _write_news(before: RecordRead, wanted: Record) -> Iterator[ContentFile]:
    """Write what a file does not say yet; the others stay as they are, line ends included."""
    read = before.record
    pages, tags = {*read.pages, *read.merged} - set(before.moved), set(read.tags)
    for page in (*wanted.pages, *wanted.merged):
        if not page.is_edited and page not in pages:
            yield ContentFile(_article_path(page.slug), write_page(page).encode())
    for tag in wanted.tags:
        if not tag.is_edited and tag not in tags:
            yield ContentFile(_tag_path(tag.slug), write_tag(tag).encode())
    out = {issue.slug for issue in read.issues}
    for issue in wanted.issues:
        if issue.slug not in out:
            yield ContentFile(f"{_DIGESTS}/{issue.slug}.md", write_issue(issue).encode())


def _list_generated(record: Record) -> set[str]:
    every = (*record.pages, *record.merged)
    pages = {_article_path(page.slug) for page in every if not page.is_edited}
    return pages | {_tag_path(tag.slug) for tag in record.tags if not tag.is_edited}


def _list_edited(record: Record) -> set[str]:
    every = (*record.pages, *record.merged)
    pages = {_article_path(page.slug) for page in every if page.is_edited}
    return pages | {_tag_path(tag.slug) for tag in record.tags if tag.is_edited}


def _article_path(slug: str) -> str:
    return f"{_ARTICLES}/{slug}.md"


def _tag_path(slug: str) -> str:
    return f"{_TAGS}/{slug}.md"


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


def _quarantine(found: FoundFile, message: str) -> Problem:
    return Problem(_show_place(found.name), message, "quarantined")


def _show_place(name: str) -> str:
    return show_name(f"content/{name}")
