import pytest

from sitegen.model.content import ContentFile, OwnRead
from sitegen.model.page import OwnPage
from sitegen.model.problem import Problem
from sitegen.pages import read_own


def read(text: str) -> OwnRead:
    return read_own(ContentFile("pages/about_our-site.md", text.encode()))


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("---\ntitle: About\n---\nWe are.\n", "About", "We are."),
        ("---\ntitle: About\n---\n# About\n\nWe are.\n", "About", "We are."),
        ("---\ntitle: About\n---\n# Us\n\nWe are.\n", "About", "# Us\n\nWe are."),
        ("\n# About\tus #\nWe are.", "About\tus", "We are."),
        ("#hashtag", "About our site", "#hashtag"),
        ("We are.\n\n# Later\n", "About our site", "We are.\n\n# Later"),
        ("", "About our site", ""),
    ],
)
def test_title_and_body_of_an_own_page(text: str, title: str, body: str) -> None:
    own = OwnPage(title=title, slug="about_our-site", body=body)

    assert read(text) == OwnRead(own, ())


def test_a_wrong_title_is_quarantined_with_its_line() -> None:
    problem = Problem(
        "pages/about_our-site.md:2", "'title': write one text, not a list", "quarantined"
    )

    assert read("---\ntitle: [a]\n---\n") == OwnRead(None, (problem,))


def test_a_broken_file_is_quarantined() -> None:
    assert read("---\ntitle: a\n").own is None


def test_a_page_cannot_take_an_address_of_the_site() -> None:
    read = read_own(ContentFile("pages/tags.md", b"# Mine\n\nText.\n"))

    message = "/tags/ is an address of the site itself; give the file another name"
    assert read == OwnRead(None, (Problem("pages/tags.md", message, "quarantined"),))


def test_of_very_many_unknown_keys_the_first_ones_are_named() -> None:
    keys = "".join(f"k{number}: a\n" for number in range(1_500))

    found = read(f"---\n{keys}---\nWe are.\n")

    assert found.own is not None
    assert [one.place for one in found.problems] == [
        *(f"pages/about_our-site.md:{line}" for line in range(2, 22)),
        "pages/about_our-site.md",
    ]
    assert found.problems[-1].message == "1,480 more keys that sitegen does not read; delete them"


def test_of_very_many_mistakes_the_first_ones_are_told() -> None:
    aliases = "".join(f"  - a/{number}\n" for number in range(30))

    found = read(f"---\naliases:\n{aliases}---\nWe are.\n")

    assert found.own is None
    assert len(found.problems) == 21
    assert found.problems[0].place == "pages/about_our-site.md:2"
    assert found.problems[-1].message == "10 more mistakes in the front matter; correct these first"
    assert {one.severity for one in found.problems} == {"quarantined"}


def test_a_key_that_no_own_page_has_is_named() -> None:
    found = read("---\ntitle: About\ndraft: true\n---\nWe are.\n")

    assert found.own is not None
    assert found.problems == (
        Problem(
            "pages/about_our-site.md:3",
            "'draft' is not a key that sitegen reads; correct or delete it",
            "warning",
        ),
    )
