"""merge and split on a site on disk: what they say, what they write, and what later builds obey."""

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from sitegen.app.cli import main

STRIKE = "lamplighters-of-velmark-lay-down-their-poles"
FERRY = "ferry-runs-aground-off-port-ellery"
TRIBUNE = "lamps-stay-dark-in-velmark"
_LATER = """\
Lamps Stay Dark in Velmark

June 15, 2024

The lamplighters of Velmark went on strike on Saturday evening and left eleven streets of the
old town in the dark, to the delight of the astronomers on the castle hill.

Their guild wants one more lamp fund holiday a year and a ladder for each pair of hands. The
town council offered a ladder for every second pair and will meet again on Monday.

"We have light in our hearts," said guild master Benno Quillfeather, "but our feet are cold."
A night watchman lent them his lantern, and it went out.
"""


@pytest.fixture
def news(site: Path) -> Path:
    """The site, with another paper's version of the strike as a third copy, built."""
    run(site, "build")
    (site / "seeds" / "tribune.txt").write_text(_LATER, encoding="utf-8")
    run(site, "build")
    return site


def run(site: Path, *words: str) -> int:
    return main([*words, "-s", str(site)])


def page(site: Path, slug: str) -> Path:
    return site / "content" / "articles" / f"{slug}.md"


def read(site: Path, slug: str) -> str:
    return page(site, slug).read_text(encoding="utf-8")


def id_of(site: Path, slug: str) -> str:
    return read(site, slug).partition("id: ")[2].partition("\n")[0]


def list_feed(site: Path) -> list[str]:
    feed = json.loads((site / "output" / "feed.json").read_text(encoding="utf-8"))
    return sorted(item["id"] for item in feed["items"])


def leads_to(site: Path, slug: str) -> str:
    """Return the slug that an address of the site leads on to, or its own."""
    html = (site / "output" / "articles" / slug / "index.html").read_text(encoding="utf-8")
    if 'http-equiv="refresh"' not in html:
        return slug
    return html.partition("url=../../articles/")[2].partition("/")[0]


def snapshot(site: Path) -> dict[str, bytes]:
    # What changed meanwhile is on record: a change that was taken back is two changes, and a kill
    # between a page and its record loses the account of one.
    files = sorted(
        path for path in (site / "content").rglob("*.md") if path.parent.name != "changes"
    )
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def edit(site: Path, slug: str) -> str:
    text = read(site, slug).replace("\n\n## Related", "\n\nMy own words.\n\n## Related")
    page(site, slug).write_text(text.rstrip("\n") + "\n\nMy last word.\n", encoding="utf-8")
    return read(site, slug)


# ---------------------------------------------------------------- merge


def test_a_merged_page_is_published_no_more_and_its_address_leads_on(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ids = {slug: id_of(news, slug) for slug in (STRIKE, FERRY)}
    capsys.readouterr()

    assert run(news, "merge", STRIKE, f"content/articles/{FERRY}.md") == 0
    said = capsys.readouterr().out.splitlines()
    assert run(news, "build") == 0

    assert said[0] == (
        f"content/articles/{FERRY}.md is part of content/articles/{STRIKE}.md now; "
        "its address leads there"
    )
    assert said[-1].endswith("files of content/ written; run 'sitegen build' to publish")
    assert list_feed(news) == [ids[STRIKE]]
    assert leads_to(news, FERRY) == STRIKE
    assert f"merged_into: {ids[STRIKE]}\n" in read(news, FERRY)
    assert id_of(news, FERRY) == ids[FERRY]


def test_content_is_already_what_the_next_build_makes(news: Path) -> None:
    run(news, "merge", STRIKE, FERRY)
    after_merge = snapshot(news)
    run(news, "build", "--verify")
    assert snapshot(news) == after_merge

    run(news, "split", STRIKE, "tribune.txt")
    after_split = snapshot(news)
    run(news, "build", "--verify")
    assert snapshot(news) == after_split


def test_the_best_text_of_all_copies_is_published_and_each_says_how_it_came(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(news, "merge", STRIKE, FERRY)
    capsys.readouterr()

    assert "212 passengers" in read(news, STRIKE)
    run(news, "explain", STRIKE)
    said = capsys.readouterr().out
    assert f"  merged   content/articles/{FERRY}.md, by hand; its address leads here" in said
    assert "copy     seeds/ferry.txt#1: 1.00, merged by hand; the text that is published" in said
    assert "copy     seeds/tribune.txt#1: 0.00, under another headline; shares 0%" in said


@pytest.mark.parametrize("fate", ["changed", "gone", "copied"])
@pytest.mark.parametrize(("kept", "other"), [(FERRY, STRIKE), (STRIKE, FERRY)])
def test_a_merge_outlives_its_seeds_and_its_caches(
    news: Path, kept: str, other: str, fate: str
) -> None:
    """Also where the page shows the text of the other one, and its own text changes."""
    run(news, "merge", kept, other)
    ferry = news / "seeds" / "ferry.txt"
    text = ferry.read_text(encoding="utf-8")
    match fate:
        case "changed":
            ferry.write_text(text.replace("212 passengers", "214 passengers"), encoding="utf-8")
        case "gone":
            ferry.unlink()
        case "copied":
            (news / "seeds" / "again.txt").write_text(text, encoding="utf-8")
    shutil.rmtree(news / ".sitegen")
    shutil.rmtree(news / "output", ignore_errors=True)

    assert run(news, "build", "--verify") == 0

    assert list_feed(news) == [id_of(news, kept)]
    assert leads_to(news, other) == kept


def test_pages_edited_by_hand_are_merged_with_every_word_kept(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept, other = edit(news, STRIKE), edit(news, FERRY)
    capsys.readouterr()

    assert run(news, "merge", STRIKE, FERRY) == 0
    said = capsys.readouterr().out
    run(news, "build")

    assert read(news, STRIKE) == kept
    capsys.readouterr()
    run(news, "explain", "ferry.txt")
    assert f"\n  content/articles/{STRIKE}.md (edited by hand)\n" in capsys.readouterr().out
    line = f"merged_into: {id_of(news, STRIKE)}\n"
    assert read(news, FERRY).replace(line, "") == other
    assert f"content/articles/{STRIKE}.md is edited by hand, so it is published as it" in said
    assert f"content/articles/{FERRY}.md is edited by hand: it keeps its words" in said
    assert leads_to(news, FERRY) == STRIKE

    assert run(news, "split", STRIKE, "ferry.txt") == 0
    run(news, "build")
    assert leads_to(news, FERRY) == FERRY
    assert "My last word." in read(news, FERRY)
    assert "My last word." in read(news, STRIKE)


def test_merged_pages_that_are_merged_again_all_lead_to_the_last(news: Path) -> None:
    (news / "seeds" / "market.txt").write_text(
        "Cheese Prices Rise at the Market\n\nJune 16, 2024\n\n" + "A wheel of blue cheese from "
        "Mirovar costs nine marks since Sunday, two more than in spring, and the sellers blame "
        "the ferry, the weather and the cow, in this order. Buyers blame the sellers.\n",
        encoding="utf-8",
    )
    market = "cheese-prices-rise-at-the-market"
    run(news, "build")
    ids = {slug: id_of(news, slug) for slug in (market, STRIKE, FERRY)}
    run(news, "merge", STRIKE, FERRY)
    run(news, "merge", market, STRIKE)
    run(news, "build", "--verify")

    assert list_feed(news) == [ids[market]]
    assert (leads_to(news, FERRY), leads_to(news, STRIKE)) == (market, market)

    assert run(news, "split", market, "tribune.txt") == 0
    run(news, "build", "--verify")

    assert list_feed(news) == sorted([ids[market], ids[STRIKE]])
    assert (leads_to(news, FERRY), leads_to(news, STRIKE)) == (STRIKE, STRIKE)


# ---------------------------------------------------------------- split


def test_a_split_takes_a_merge_back_with_id_and_address(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ids = sorted(id_of(news, slug) for slug in (STRIKE, FERRY))
    run(news, "merge", STRIKE, FERRY)
    capsys.readouterr()

    assert run(news, "split", STRIKE, "seeds/ferry.txt#1") == 0
    assert f"content/articles/{FERRY}.md is an article of its own now" in capsys.readouterr().out
    run(news, "build", "--verify")

    assert list_feed(news) == ids
    assert leads_to(news, FERRY) == FERRY
    assert FERRY not in read(news, STRIKE).partition("aliases:")[2].partition("apart:")[0]
    run(news, "explain", STRIKE)
    said = capsys.readouterr().out
    assert f"  apart    content/articles/{FERRY}.md, by hand" in said


def test_a_copy_that_is_split_off_becomes_a_page_of_its_own(news: Path) -> None:
    ids = [id_of(news, STRIKE), id_of(news, FERRY)]

    assert run(news, "split", STRIKE, "tribune.txt") == 0
    run(news, "build", "--verify")

    assert list_feed(news) == sorted([*ids, id_of(news, TRIBUNE)])
    assert "tribune.txt#1" not in read(news, STRIKE).partition("\nseeds:")[2]
    assert id_of(news, TRIBUNE) in read(news, STRIKE)
    assert id_of(news, STRIKE) in read(news, TRIBUNE)


def test_a_split_outlives_changes_third_copies_caches_and_the_files_themselves(news: Path) -> None:
    run(news, "split", STRIKE, "tribune.txt")
    run(news, "build")
    ids = list_feed(news)
    changed = _LATER.replace("A night watchman", "An old night watchman")
    (news / "seeds" / "tribune.txt").write_text(changed, encoding="utf-8")
    (news / "seeds" / "third.txt").write_text(_LATER.replace("Lamps", "Lights"), encoding="utf-8")
    shutil.rmtree(news / ".sitegen")
    shutil.rmtree(news / "output", ignore_errors=True)
    run(news, "build", "--verify")
    assert list_feed(news) == ids
    assert "An old night watchman" in read(news, TRIBUNE)

    split_id = id_of(news, TRIBUNE)
    page(news, TRIBUNE).unlink()
    again = changed.replace("An old night", "An older night")
    (news / "seeds" / "tribune.txt").write_text(again, encoding="utf-8")
    run(news, "build", "--verify")
    assert list_feed(news) == ids
    assert id_of(news, TRIBUNE) == split_id
    assert "An older night watchman" in read(news, TRIBUNE)


@pytest.mark.parametrize("slug", [STRIKE, TRIBUNE])
def test_each_half_of_a_split_comes_back_as_it_was_when_its_file_is_deleted(
    news: Path, slug: str
) -> None:
    run(news, "split", STRIKE, "tribune.txt", "--as-of", "2030-07-01")
    run(news, "build", "--as-of", "2030-07-01")
    before = page(news, slug).read_bytes()
    page(news, slug).unlink()

    run(news, "build", "--as-of", "2030-07-09")

    assert page(news, slug).read_bytes() == before


def test_the_same_text_letter_for_letter_can_be_split(news: Path) -> None:
    (news / "seeds" / "tribune.txt").unlink()
    page(news, STRIKE).unlink()
    run(news, "build")

    assert run(news, "split", STRIKE, "wire/strike.txt") == 0
    run(news, "build", "--verify")

    assert id_of(news, f"{STRIKE}-2") == f"{id_of(news, STRIKE)}-2"
    assert len(list_feed(news)) == 3


def test_a_copy_leaves_a_page_edited_by_hand_with_every_word_kept(news: Path) -> None:
    text = edit(news, STRIKE)

    assert run(news, "split", STRIKE, "tribune.txt") == 0
    run(news, "build", "--verify")

    start, end = text.partition("checksum:")[0], text.partition("checksum:")[2]
    assert read(news, STRIKE).startswith(start)
    assert read(news, STRIKE).endswith(end.partition("---\n")[2])
    assert id_of(news, TRIBUNE) in list_feed(news)


def test_what_was_split_can_be_merged_and_split_again(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(news, "split", STRIKE, "tribune.txt")
    ids = {slug: id_of(news, slug) for slug in (STRIKE, TRIBUNE)}
    capsys.readouterr()

    assert run(news, "merge", TRIBUNE, STRIKE) == 0
    assert "note: the two were split by hand before; that is taken back" in capsys.readouterr().out
    run(news, "build", "--verify")
    assert leads_to(news, STRIKE) == TRIBUNE
    assert ids[STRIKE] not in list_feed(news)

    assert run(news, "split", TRIBUNE, "wire/strike.txt") == 0
    run(news, "build", "--verify")
    assert {ids[STRIKE], ids[TRIBUNE]} <= {*list_feed(news)}
    assert {slug: id_of(news, slug) for slug in ids} == ids


# ---------------------------------------------------------------- what cannot be done


def refuse(site: Path, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    before = snapshot(site)
    capsys.readouterr()
    assert run(site, *words) == 2
    assert snapshot(site) == before
    return capsys.readouterr().err.strip()


def test_a_page_is_not_merged_with_itself(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert refuse(news, capsys, "merge", STRIKE, f"https://example.org/articles/{STRIKE}/") == (
        f"sitegen: both names are those of content/articles/{STRIKE}.md; name two pages, or see "
        f"what is merged into it with 'sitegen explain {STRIKE}'"
    )


def test_an_unknown_page_is_told_with_near_ones(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = refuse(news, capsys, "merge", STRIKE, "ferry-runs-aground-of-port-elery")
    assert said == (
        f"sitegen: ferry-runs-aground-of-port-elery: no page has this name; did you mean '{FERRY}'?"
    )


def test_a_name_like_no_page_is_told_where_pages_are(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = refuse(news, capsys, "merge", STRIKE, "qqq")
    assert said == "sitegen: qqq: no page has this name; give a file of content/articles/"


def test_a_merged_page_names_the_page_it_is_in_and_the_way_back(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(news, "merge", STRIKE, FERRY)
    wanted = (
        f"sitegen: content/articles/{FERRY}.md: is merged into content/articles/{STRIKE}.md "
        f"already; name that page, or take the merge back with 'sitegen split {STRIKE} ferry.txt#1'"
    )

    for words in (("merge", STRIKE, FERRY), ("merge", FERRY, STRIKE), ("split", FERRY, "a.txt")):
        assert refuse(news, capsys, *words) == wanted


@pytest.mark.parametrize(
    ("slug", "seed", "message"),
    [
        (FERRY, "ferry.txt", "ferry.txt#1: is the only copy that {} has of its own, so there"),
        (FERRY, "nope.txt", "nope.txt: is no copy of {}; its copies: ferry.txt#1"),
        (FERRY, "wire/strike.txt", "wire/strike.txt: is no copy of {} but of content/articles/"),
    ],
)
def test_a_copy_that_cannot_be_split_is_told_why(
    news: Path, capsys: pytest.CaptureFixture[str], slug: str, seed: str, message: str
) -> None:
    said = refuse(news, capsys, "split", slug, seed)

    assert message.format(f"content/articles/{slug}.md") in said


def test_the_text_that_founded_a_page_stays_in_it(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(site, "build")
    (site / "seeds" / "tribune.txt").write_text(_LATER, encoding="utf-8")
    (site / "seeds" / "wire" / "strike-again.txt").unlink()
    run(site, "build")

    said = refuse(site, capsys, "split", STRIKE, "wire/strike.txt")

    assert "is the text that" in said
    assert "split off the others instead: tribune.txt#1" in said


def test_a_copy_whose_seed_has_gone_is_not_split(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (news / "seeds" / "wire" / "strike.txt").unlink()

    said = refuse(news, capsys, "split", STRIKE, "wire/strike.txt")

    assert "because seeds/wire/strike.txt is gone or says something else; put the file back" in said


def test_a_merge_stays_while_the_pages_own_text_is_nowhere(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(news, "merge", STRIKE, FERRY)
    shutil.move(news / "seeds" / "wire", news / "wire")
    (news / "seeds" / "tribune.txt").rename(news / "tribune.txt")
    run(news, "build")

    said = refuse(news, capsys, "split", STRIKE, "ferry.txt")
    assert "its own text is no longer there; put back seeds/tribune.txt, seeds/wire" in said

    (news / "tribune.txt").rename(news / "seeds" / "tribune.txt")
    assert run(news, "split", STRIKE, "ferry.txt") == 0
    assert "night watchman" in read(news, STRIKE)
    assert "phrases:" not in read(news, STRIKE)


def test_a_text_that_only_content_still_holds_is_not_written_over(news: Path) -> None:
    shutil.rmtree(news / "seeds" / "wire")
    (news / "seeds" / "tribune.txt").unlink()

    run(news, "merge", STRIKE, FERRY)

    assert "night watchman" in read(news, STRIKE)


def test_front_matter_that_cannot_be_changed_safely_is_left_with_what_to_add(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = edit(news, FERRY).replace("\nwords:", '\n"merged_into": ""\nwords:')
    page(news, FERRY).write_text(text, encoding="utf-8")

    said = refuse(news, capsys, "merge", STRIKE, FERRY)

    assert f"add the line yourself: merged_into: {id_of(news, STRIKE)}" in said


# ---------------------------------------------------------------- for machines, and when killed


def test_machines_are_told_the_two_pages_and_the_files(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(news, "merge", STRIKE, FERRY, "--json") == 0
    values = json.loads(capsys.readouterr().out)

    assert values["merge"]["kept"]["slug"] == STRIKE
    assert values["merge"]["merged"]["id"] == id_of(news, FERRY)
    assert f"articles/{FERRY}.md" in values["ingest"]["written"]

    run(news, "split", STRIKE, "ferry.txt", "--json")
    values = json.loads(capsys.readouterr().out)
    assert values["split"]["split"]["file"] == f"content/articles/{FERRY}.md"


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize(
    "words", [("merge", STRIKE, FERRY), ("split", STRIKE, "tribune.txt"), ("split", FERRY, "wire")]
)
def test_a_command_killed_between_two_files_is_finished_by_the_next_build(
    news: Path, words: tuple[str, ...], count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    if words[-1] == "wire":
        run(news, "merge", FERRY, STRIKE)
        words = ("split", FERRY, "tribune.txt")
    whole = news.parent / "whole"
    shutil.copytree(news, whole)
    assert run(whole, *words, "--as-of", "2024-07-01") == 0

    moves = iter(range(count))
    replace = os.replace

    def replace_few(*arguments: Any, **options: Any) -> None:
        if next(moves, None) is None:
            raise KeyboardInterrupt
        replace(*arguments, **options)

    monkeypatch.setattr(os, "replace", replace_few)
    assert run(news, *words, "--as-of", "2024-07-01") in {0, 130}
    monkeypatch.undo()
    run(news, "build", "--as-of", "2024-07-01")
    run(whole, "build", "--as-of", "2024-07-01")

    assert snapshot(news) == snapshot(whole)


def test_a_page_that_is_quarantined_is_not_unknown(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    slug = min(path.stem for path in (news / "content" / "articles").iterdir())
    page(news, slug).write_text("---\ndate: never\n---\nText.", encoding="utf-8")

    assert run(news, "merge", slug, slug) == 2

    assert f"content/articles/{slug}.md" in capsys.readouterr().err


def test_what_is_wrong_with_seeds_is_left_for_a_build_to_tell(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (news / "seeds" / "empty.txt").touch()
    capsys.readouterr()

    assert run(news, "merge", STRIKE, FERRY) == 0
    assert "empty" not in capsys.readouterr().err
    assert run(news, "build") == 3
    assert "seeds/empty.txt: quarantined" in capsys.readouterr().err
