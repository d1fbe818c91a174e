import pytest

from sitegen.model.content import ContentFile
from sitegen.model.problem import Problem
from sitegen.pages.content_text import ContentText, open_content, write_content


def open_text(data: bytes, path: str = "articles/mira.md") -> ContentText:
    text = open_content(ContentFile(path, data))
    assert isinstance(text, ContentText)
    return text


def refuse(data: bytes, path: str = "articles/mira.md") -> tuple[str, str]:
    problem = open_content(ContentFile(path, data))
    assert isinstance(problem, Problem)
    assert problem.severity == "quarantined"
    return problem.place, problem.message


def test_a_file_without_front_matter_is_all_body() -> None:
    text = open_text(b"# Mira\n\n---\n\nA ship.\n")

    assert text.body == "# Mira\n\n---\n\nA ship.\n"
    assert text.fields.values == {}
    assert text.is_edited


def test_front_matter_may_be_empty() -> None:
    assert open_text(b"---\n---\nA ship.").body == "A ship."


def test_a_dash_line_in_the_body_ends_nothing() -> None:
    assert open_text(b"---\ntitle: Mira\n---\nA\n---\nB").body == "A\n---\nB"


def test_what_we_wrote_is_not_edited() -> None:
    text = open_text(write_content({"title": "Mira"}, "A ship.\n---\n").encode())

    assert not text.is_edited
    assert text.body == "A ship.\n---\n"


def test_a_checksum_in_the_body_does_not_count() -> None:
    text = open_text(b'---\ntitle: Mira\n---\nchecksum: "0123456789abcdef"\n')

    assert text.is_edited


def test_front_matter_that_does_not_end_is_quarantined() -> None:
    assert refuse(b"---\ntitle: Mira\n") == (
        "articles/mira.md:1",
        "front matter has no end; add a line '---' below its last key",
    )


def test_what_git_could_not_merge_is_told_with_its_line() -> None:
    text = (
        b"---\nid: a\n<<<<<<< HEAD\ntitle: Fog\n=======\ntitle: Rain\n>>>>>>> wire\n---\nA ship.\n"
    )

    assert refuse(text) == (
        "articles/mira.md:3",
        "has marks of a merge that git could not finish; choose what stays and delete them",
    )


def test_bytes_that_are_not_utf_8_are_quarantined_with_their_line() -> None:
    assert refuse(b"---\ntitle: Z\xf6e\n---\n") == (
        "articles/mira.md:2",
        "not UTF-8; save the file in that encoding",
    )


@pytest.mark.parametrize("path", ["articles/.md", "articles/a b.md", "articles/a.b.md", "a/..md"])
def test_a_file_whose_name_is_no_address_is_quarantined(path: str) -> None:
    assert refuse(b"", path) == (
        path,
        "the name is no address; use letters, digits and dashes, then .md",
    )


@pytest.mark.parametrize("path", ["pages/åland.md", "pages/मीरा.md", "pages/con-.md"])
def test_a_name_may_be_of_any_script(path: str) -> None:
    assert open_text(b"", path).stem == path.removeprefix("pages/").removesuffix(".md")


@pytest.mark.parametrize(
    ("front", "line", "message"),
    [
        (
            "a: b\nc: d: e\n",
            3,
            (
                "not YAML: mapping values are not allowed in this context; "
                "put quotes around a text with special characters"
            ),
        ),
        (
            "a: *b\n",
            2,
            "'*' refers to another value in YAML; put quotes around a text with special characters",
        ),
        ("a: b\na: c\n", 2, "the key 'a' stands twice; remove one"),
        ("? [a]\n: b\n", 2, "a list stands where a key should; write 'key: value'"),
        ("- a\n", 2, "front matter is no mapping; write lines of 'key: value'"),
        ("a: b\n--- {c: d}\n", 2, "a second '---' begins another document; remove it"),
        ("a: b\nc: \x07\n", 3, "the character U+0007 may not stand here; remove it"),
    ],
)
def test_front_matter_that_is_not_ours_is_quarantined(front: str, line: int, message: str) -> None:
    assert refuse(f"---\n{front}---\n".encode()) == (f"articles/mira.md:{line}", message)


@pytest.mark.parametrize("opening", ["[", "- ", "? ", "{a: "])
def test_deep_nesting_is_refused_before_it_can_crash_the_interpreter(opening: str) -> None:
    data = f"---\na: 1\nb:\n {opening * 60_000}\n---\n".encode()

    assert refuse(data) == ("articles/mira.md:4", "lists more than 50 deep; write them flat")


QUARREL = "<<<<<<< HEAD\nFerries ran.\n=======\nFerries sank.\n>>>>>>> storm\n"


def test_what_git_could_not_merge_in_the_text_is_told_with_its_line() -> None:
    assert refuse(f"---\ntitle: A\n---\n\nA storm came.\n\n{QUARREL}".encode()) == (
        "articles/mira.md:7",
        "has marks of a merge that git could not finish; choose what stays and delete them",
    )


def test_an_underlined_heading_and_quoted_marks_are_no_merge() -> None:
    body = "\nFerries\n=======\n\n> <<<<<<< HEAD\n\n>>>>>>> and so on\n"

    assert open_text(f"---\ntitle: A\n---\n{body}".encode()).body == body


def test_marks_in_a_text_that_nobody_has_changed_are_of_the_text() -> None:
    assert QUARREL in open_text(write_content({"title": "A"}, f"\n{QUARREL}").encode()).body
