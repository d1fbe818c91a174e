from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sitegen.app import content_files
from sitegen.app.content_files import read_content
from sitegen.app.content_folder import apply_changes, plan_changes, preview_changes, read_record
from sitegen.app.files import FoundFile, Mark, mark_of
from sitegen.app.memo import Forgetful
from sitegen.errors import SitegenError
from sitegen.model.dating import UNKNOWN
from sitegen.model.feed import Archived, FeedArchive
from sitegen.model.page import Page, TagPage
from sitegen.model.problem import Problem
from sitegen.model.record import Record
from sitegen.pages import write_page, write_tag

MOMENT = datetime(2024, 6, 14, 12, tzinfo=UTC)
PAGE = Page(
    id="tag:example.org,2024:1",
    title="Ferry late",
    slug="ferry-late",
    dating=UNKNOWN,
    first_seen=MOMENT,
    updated=MOMENT,
    draft=False,
    lang="en",
    agency="",
    byline="",
    captions=(),
    source="",
    url="",
    tags=(),
    entities=(),
    story="",
    summary="",
    related=(),
    aliases=(),
    seeds=(),
    words=3,
    body="\nIt was late.\n",
    is_truncated=False,
    is_edited=False,
)
TAG = TagPage(title="Mira", slug="mira", entries=(), is_edited=False)
EMPTY = Record(pages=(), tags=(), own=())
MEMO = Forgetful("")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return tmp_path / "content"


def update(content: Path, wanted: Record) -> list[Problem]:
    """Read, plan and apply, as a build does."""
    folder = read_content(content)
    before = read_record(folder, MEMO)
    changes = plan_changes(folder, before, wanted)
    _, overtaken = apply_changes(content, folder, changes)
    return [*before.problems, *changes.problems, *overtaken]


def put(content: Path, path: str, text: str) -> None:
    (content / path).parent.mkdir(parents=True, exist_ok=True)
    (content / path).write_text(text, encoding="utf-8", newline="")


def list_files(content: Path) -> list[str]:
    return sorted(path.relative_to(content).as_posix() for path in content.rglob("*.md"))


def test_what_was_written_is_what_is_read(content: Path) -> None:
    wanted = Record(pages=(PAGE,), tags=(TAG,), own=())

    assert update(content, wanted) == []

    folder = read_content(content)
    read = read_record(folder, MEMO).record
    assert [file.path for file in folder.files] == ["articles/ferry-late.md", "tags/mira.md"]
    assert ([page.id for page in read.pages], read.tags) == ([PAGE.id], (TAG,))


def test_the_preview_of_changes_is_what_is_read_afterwards(content: Path) -> None:
    update(content, Record(pages=(PAGE,), tags=(TAG,), own=()))
    folder = read_content(content)
    before = read_record(folder, MEMO)
    changes = plan_changes(folder, before, Record((replace(PAGE, title="New"),), (), ()))

    preview = preview_changes(folder, changes)
    apply_changes(content, folder, changes)

    assert preview == read_content(content)


def test_the_same_record_again_writes_nothing(content: Path) -> None:
    wanted = Record(pages=(PAGE,), tags=(TAG,), own=())
    update(content, wanted)
    folder = read_content(content)

    changes = plan_changes(folder, read_record(folder, MEMO), wanted)

    assert (changes.writes, changes.removals, changes.problems) == ((), (), ())


def test_a_page_that_a_person_edited_is_never_written(content: Path) -> None:
    put(content, "articles/ferry-late.md", write_page(PAGE).replace("late.", "early."))
    edited = replace(PAGE, is_edited=True)

    problems = update(content, Record(pages=(edited,), tags=(), own=()))

    assert problems == []
    assert "early." in (content / "articles/ferry-late.md").read_text(encoding="utf-8")


def test_a_page_that_cannot_be_read_is_never_written_over(content: Path) -> None:
    put(content, "articles/ferry-late.md", "---\nno end of the front matter\n")

    problems = update(content, Record(pages=(PAGE,), tags=(), own=()))

    assert problems[-1] == Problem(
        "content/articles/ferry-late.md",
        "cannot be used and is not ours, so its new text was not written; mend or delete it",
        "warning",
    )
    assert (content / "articles/ferry-late.md").read_bytes().startswith(b"---\nno end")


def test_a_link_in_place_of_a_page_is_neither_read_nor_replaced(
    content: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text(write_page(PAGE), encoding="utf-8")
    (content / "articles").mkdir(parents=True)
    (content / "articles" / "ferry-late.md").symlink_to(outside)

    problems = update(content, Record(pages=(replace(PAGE, title="New"),), tags=(), own=()))

    assert [problem.message for problem in problems] == [
        "is a link, and links are not followed; put the file itself here",
        "cannot be used and is not ours, so its new text was not written; mend or delete it",
    ]
    assert (content / "articles" / "ferry-late.md").is_symlink()


def test_an_article_that_is_no_longer_wanted_stays(content: Path) -> None:
    update(content, Record(pages=(PAGE,), tags=(), own=()))

    update(content, EMPTY)

    assert list_files(content) == ["articles/ferry-late.md"]


def test_a_generated_tag_page_goes_with_its_tag_and_an_edited_one_stays(content: Path) -> None:
    put(content, "tags/mira.md", write_tag(TAG))
    put(content, "tags/orle.md", write_tag(replace(TAG, slug="orle")) + "A river.\n")

    update(content, EMPTY)

    assert list_files(content) == ["tags/orle.md"]


def test_own_pages_are_read_and_never_touched(content: Path) -> None:
    put(content, "pages/about.md", "# About\n\nWho we are.\n")

    update(content, EMPTY)

    (own,) = read_record(read_content(content), MEMO).record.own
    assert (own.title, own.slug) == ("About", "about")
    assert list_files(content) == ["pages/about.md"]


@pytest.mark.parametrize("name", ["articles/photo.jpg", "articles/2024/deep.md"])
def test_a_file_that_is_no_page_is_named(content: Path, name: str) -> None:
    put(content, name, "x")

    assert update(content, EMPTY) == [
        Problem(
            f"content/{name}", "is not read, only .md files in this folder are; move it", "warning"
        )
    ]


def test_a_readme_beside_the_rooms_is_nobodys_business(content: Path) -> None:
    put(content, "README.md", "# Our news\n")

    assert update(content, EMPTY) == []


def test_a_file_that_may_not_be_read_is_quarantined_and_kept(content: Path) -> None:
    path = content / "articles" / "ferry-late.md"
    found = FoundFile("articles/ferry-late.md", path, "file", Mark(0, 0, 0, 0))

    assert content_files._read_file(found) == Problem(
        "content/articles/ferry-late.md",
        "cannot be read (no such file or directory); check its permissions",
        "quarantined",
    )


def test_a_folder_that_is_a_link_stops_the_build(content: Path, tmp_path: Path) -> None:
    """All its pages would be taken for new and get other ids."""
    content.mkdir()
    (content / "articles").symlink_to(tmp_path)

    with pytest.raises(SitegenError) as caught:
        read_content(content)

    assert str(caught.value) == (
        f"{content / 'articles'}: the folder cannot be read; "
        "make it a real folder that you may read"
    )


@pytest.mark.parametrize("is_wanted", [True, False])
def test_a_file_that_somebody_saves_during_the_build_is_theirs(
    content: Path, *, is_wanted: bool
) -> None:
    update(content, Record(pages=(), tags=(TAG,), own=()))
    folder = read_content(content)
    wanted = (replace(TAG, title="Mirovar"),) if is_wanted else ()
    changes = plan_changes(folder, read_record(folder, MEMO), Record((), wanted, ()))
    put(content, "tags/mira.md", "mine")

    marks, problems = apply_changes(content, folder, changes)

    assert (content / "tags/mira.md").read_bytes() == b"mine"
    assert marks == {}
    assert problems == (
        Problem(
            "content/tags/mira.md",
            "was saved by somebody else during this build, so it is kept; build again",
            "warning",
        ),
    )


def test_a_file_that_appears_during_the_build_is_theirs(content: Path) -> None:
    folder = read_content(content)
    changes = plan_changes(
        folder, read_record(folder, MEMO), Record(pages=(PAGE,), tags=(), own=())
    )
    put(content, "articles/ferry-late.md", "mine")

    apply_changes(content, folder, changes)

    assert (content / "articles/ferry-late.md").read_bytes() == b"mine"


def test_the_mark_of_a_written_page_is_the_one_on_disk(content: Path) -> None:
    folder = read_content(content)
    changes = plan_changes(
        folder, read_record(folder, MEMO), Record(pages=(PAGE,), tags=(), own=())
    )

    marks, _ = apply_changes(content, folder, changes)

    status = (content / "articles/ferry-late.md").stat()
    assert marks == {"articles/ferry-late.md": mark_of(status)}


def test_line_ends_that_git_changed_are_no_reason_to_write(content: Path) -> None:
    put(content, "tags/mira.md", write_tag(TAG).replace("\n", "\r\n"))
    folder = read_content(content)

    changes = plan_changes(folder, read_record(folder, MEMO), Record((), (TAG,), ()))

    assert (changes.writes, changes.removals) == ((), ())


def test_a_page_of_ours_whose_file_was_renamed_is_written_with_its_new_and_old_address(
    content: Path,
) -> None:
    put(content, "articles/ferry-aground.md", write_page(PAGE))
    folder = read_content(content)
    wanted = read_record(folder, MEMO).record

    assert update(content, wanted) == []

    moved = replace(PAGE, slug="ferry-aground", aliases=("ferry-late",))
    assert list_files(content) == ["articles/ferry-aground.md"]
    text = (content / "articles/ferry-aground.md").read_text(encoding="utf-8")
    assert text == write_page(moved)
    assert read_record(read_content(content), MEMO).moved == ()


def test_a_page_that_a_person_renamed_and_edited_is_never_written(content: Path) -> None:
    put(content, "articles/ferry-aground.md", write_page(PAGE) + "More.\n")
    before = (content / "articles/ferry-aground.md").read_bytes()

    update(content, read_record(read_content(content), MEMO).record)

    assert (content / "articles/ferry-aground.md").read_bytes() == before
    (page,) = read_record(read_content(content), MEMO).record.pages
    assert (page.slug, page.aliases) == ("ferry-aground", ("ferry-late",))


@pytest.mark.parametrize(
    ("names", "kept"),
    [
        (("a-copy", "ferry-late"), "ferry-late"),
        (("ferry-late", "z-copy"), "ferry-late"),
        (("z-copy", "a-copy"), "a-copy"),
        (("bees-copy", "bees"), "bees"),
    ],
)
def test_of_two_files_with_one_id_the_one_that_was_not_renamed_counts_else_the_shorter(
    content: Path, names: tuple[str, str], kept: str
) -> None:
    for name in names:
        put(content, f"articles/{name}.md", write_page(PAGE))
    (copy,) = set(names) - {kept}

    read = read_record(read_content(content), MEMO)

    assert [page.slug for page in read.record.pages] == [kept]
    assert read.problems == (
        Problem(
            f"content/articles/{copy}.md",
            f"has the id of content/articles/{kept}.md; delete one of the two, "
            "or give the copy an id of its own",
            "quarantined",
        ),
    )


def test_a_copy_with_the_id_of_another_file_is_never_written_over(content: Path) -> None:
    put(content, "articles/ferry-late.md", write_page(PAGE))
    put(content, "articles/copy.md", write_page(PAGE))
    newcomer = replace(PAGE, id="tag:example.org,2024:2", slug="copy")

    problems = update(content, Record(pages=(PAGE, newcomer), tags=(), own=()))

    assert (content / "articles/copy.md").read_text(encoding="utf-8") == write_page(PAGE)
    assert [problem.severity for problem in problems] == ["quarantined", "warning"]


def test_an_archive_is_written_once_and_read_back(content: Path) -> None:
    told = Archived("a", "ferry-late", "Ferry late", MOMENT, MOMENT, "", "")
    archives = (FeedArchive(1, (told,)), FeedArchive(2, (replace(told, id="b"),)))

    assert update(content, replace(EMPTY, archives=archives)) == []
    assert list_files(content) == ["feeds/0001.md", "feeds/0002.md"]
    assert read_record(read_content(content), MEMO).record.archives == archives


def test_an_archive_that_cannot_be_read_is_held(content: Path) -> None:
    put(content, "feeds/0004.md", "---\narticles: [\n---\n")

    assert read_record(read_content(content), MEMO).record.held_archives == (4,)
