"""What a tag is, and what stands at its address."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.app.cli import main
from sitegen.app.explain_tag import explain_tag, write_tag
from sitegen.model.address import Address, AddressList
from sitegen.model.page import TagPage
from sitegen.model.record import Record
from sitegen.model.settings import Settings
from tests.publish.feed_samples import SETTINGS
from tests.publish.site_samples import make_page, noon

TWO = replace(SETTINGS, tag_minimum=2)
PUBLIC = (Address("tags/orle/", "Orle"), Address("tags/wahlstrom/", "Wahlstrom"))
RECORD = Record(
    pages=(
        make_page("a", noon(12), tags=("Wahlström", "Mira")),
        make_page("b", noon(14), tags=("Wahlström",)),
        make_page("d", noon(15), tags=("Secret",), draft=True),
    ),
    tags=(
        TagPage("Orle", "orle", (("a", "A"),), is_edited=False),
        TagPage("Wahlström", "wahlstroem", (("b", "B"), ("a", "A")), is_edited=False),
        TagPage("Wahlstrom", "wahlstrom", (), is_edited=False),
    ),
    own=(),
    addresses=(AddressList(1, PUBLIC),),
)


def tell(name: str, settings: Settings = TWO) -> list[str]:
    found = explain_tag(name, name, RECORD, settings)
    return list(write_tag(found)) if found else []


def test_a_tag_with_a_page_is_told_as_the_vocabulary_tells_it() -> None:
    assert (
        tell("Wahlström")
        == tell("wahlstroem")
        == [
            "content/tags/wahlstroem.md",
            "  tag      Wahlström",
            "  articles 2, 2024-06-12 to 2024-06-14",
            "  with     Mira (1)",
            "  address  tags/wahlstroem/",
        ]
    )


def test_a_thin_tag_has_no_page() -> None:
    assert tell("mira") == [
        "Mira",
        "  tag      Mira",
        "  articles 1, 2024-06-12; for a page it takes 2",
        "  with     Wahlström (1)",
    ]


def test_a_tag_that_no_article_has_any_more_keeps_its_address_with_what_is_left() -> None:
    assert tell("orle") == [
        "content/tags/orle.md",
        "  tag      Orle",
        "  articles none has it; its file stays, for it has been public",
        "  address  tags/orle/ has been public and lists what is left, 1 of its articles",
    ]
    assert tell("wahlstrom")[-1].endswith("has been public and says so")


def test_a_tag_that_is_an_alias_says_of_what() -> None:
    assert tell("Wahlstrom", replace(TWO, tag_aliases=(("Wahlstrom", "Wahlström"),)))[2:] == [
        "  articles none has it; its file stays, for it has been public",
        "  means    Wahlström, by [tags.aliases] in sitegen.toml",
        "  address  tags/wahlstrom/ has been public and leads to Wahlström, if that has a page",
    ]


def test_a_name_that_is_stopped_says_so() -> None:
    stopped = replace(TWO, tag_stop=("Kelsund",))

    assert tell("kelsund", stopped) == [
        "Kelsund",
        "  tag      Kelsund",
        "  articles none has it",
        "  stopped  by 'stop' under [tags] in sitegen.toml",
    ]


def test_what_no_article_has_is_no_tag() -> None:
    assert tell("secret") == []


@pytest.mark.parametrize("name", ["Port Ellery", "tags/port-ellery", "content/tags/port-ellery.md"])
def test_a_tag_goes_by_its_name_its_address_and_its_file(
    name: str, stories: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()

    assert main(["explain", name, "-s", str(stories), "--json"]) == 0

    tag = json.loads(capsys.readouterr().out)["tag"]
    assert (tag["tag"], tag["file"], tag["articles"], tag["has_page"]) == (
        "Port Ellery",
        "content/tags/port-ellery.md",
        2,
        True,
    )
    assert (tag["meant"], tag["stopped"]) == (None, False)
