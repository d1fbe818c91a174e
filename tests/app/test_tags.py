import tomllib
from dataclasses import replace

from sitegen.app.tags import list_tags
from sitegen.app.tags_text import write_tags
from sitegen.model.record import Record
from tests.publish.feed_samples import SETTINGS
from tests.publish.site_samples import make_page, noon

TWO = replace(SETTINGS, tag_minimum=2)
RECORD = Record(
    pages=(
        make_page("a", noon(12), tags=("Wahlström", "Mira"), entities=("Wahlström", "Ivo")),
        make_page("b", noon(14), tags=("Wahlström",), entities=("Wahlström",)),
        make_page("c", noon(15), tags=(), entities=("Wahlstrom", "Ivó")),
        make_page("d", noon(15), tags=("Secret",), draft=True),
    ),
    tags=(),
    own=(),
)


def test_tags_are_told_with_their_support_and_their_days() -> None:
    values = list_tags(RECORD, TWO)

    assert values["tags"] == [
        {
            "tag": "Wahlström",
            "articles": 2,
            "first": "2024-06-12",
            "last": "2024-06-14",
            "with": [{"tag": "Mira", "articles": 1}],
        }
    ]
    assert [row["tag"] for row in values["thin"]] == ["Mira"]


def test_names_that_may_be_a_tag_are_proposed_in_words_that_can_be_pasted() -> None:
    text = write_tags(list_tags(RECORD, TWO))

    assert "2  Wahlström  (2024-06-12 to 2024-06-14; with Mira)" in text
    assert "Wahlstrom (1) may be Wahlström (2): the same letters" in text
    pasted = tomllib.loads(text[text.index("[tags.aliases]") :])
    assert pasted == {"tags": {"aliases": {"Wahlstrom": "Wahlström"}}}


def test_what_is_settled_is_not_proposed_again() -> None:
    settled = replace(TWO, tag_aliases=(("Wahlstrom", "Wahlström"),))

    values = list_tags(RECORD, settled)

    assert values["proposals"] == []
    assert write_tags(values).endswith("no two names look like one")


def test_a_site_without_articles_has_no_tags() -> None:
    values = list_tags(Record(pages=(), tags=(), own=()), TWO)

    assert (values["tags"], values["thin"], values["proposals"]) == ([], [], [])
