"""What somebody copied from a channel holds an article for each post."""

from sitegen.ingest import parse_seed
from sitegen.model.article import Caption
from sitegen.model.seed import Intake, Parsed, SeedFile

_FIRE = "About 32,000 homes on the west bank of the Orle have had no power since ten to six."
_BELL = "Fifty years after it vanished the bell of the school has been found in the school pond."


def _read(*lines: str) -> Parsed:
    return parse_seed(Intake(SeedFile("channel.txt", "\n".join(lines).encode())))


def test_each_post_is_an_article_with_its_day_and_its_first_line_for_headline() -> None:
    parsed = _read(
        *("Orle Online 🔔", "41 208 subscribers", ""),
        *("Orle Online 🔔, [11.06.2024 07:14]", "Half of Orle without power", _FIRE, ""),
        *("Orle Online 🔔, [Jun 12, 2024 at 15:03]", "[Photo] The bell", _BELL),
    )

    first, second = parsed.articles
    assert [first.title, second.title[:11]] == ["Half of Orle without power", "Fifty years"]
    assert [block.text for block in first.blocks] == [_FIRE]
    assert first.dating.evidence == "[11.06.2024 07:14]"
    assert second.captions == (Caption("The bell", ""),)
    assert [fate.rule for fate in parsed.lines[:2]] == ["above the first article"] * 2


def test_a_post_that_says_so_itself_is_an_advertisement() -> None:
    parsed = _read(
        *("Orle Online, [11.06.2024 07:14]", _FIRE, ""),
        *("Orle Online, [11.06.2024 08:00]", f"#ad {_BELL}", ""),
        *("Orle Online, [11.06.2024 15:03]", _BELL),
    )

    assert len(parsed.articles) == 2
    assert parsed.lines[4].rule == "advertisement"


def test_one_line_of_that_form_makes_no_posts() -> None:
    parsed = _read("Ferry runs aground", "", _FIRE, "Orle Online, [11.06.2024 07:14]", _BELL)

    assert len(parsed.articles) == 1
