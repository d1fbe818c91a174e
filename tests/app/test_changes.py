"""What a person changes in a page, and what comes in, is told on the page and in the feeds."""

import json
import shutil
from pathlib import Path

import pytest

from sitegen.app.cli import main

FERRY = """\
Ferry Runs Late Again

The ferry to Kelsund was forty minutes late on Tuesday, and the harbour master blamed a heron that
would not leave the ramp. Passengers shared sandwiches and agreed that it had been worse in March,
when the same bird brought two of its friends and a photographer from the weekly paper.

The ferry company has asked the council for a sign that tells herons where to stand.
"""
BUS = """\
Night Bus Nine Gets Its Own Postcode

On Tuesday the post office of Larkmoor gave a postcode to the night bus, because so many letters
are addressed to its driver. She reads them at the last stop and answers some of them by morning.

The council expects that the number will be painted above the door before the winter timetable.
"""
WELL = """\
Old Well Found Beneath the Bakery in Orle

Bakers who lifted a floor in Orle on Tuesday looked down into a well that is on no map of the town.
It is eleven metres deep, lined with blue brick, and its water tastes faintly of rye.

A historian from the provincial archive dates the brickwork to the years after the great fire.
"""
SLUG = "ferry-runs-late-again"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    write_seed(tmp_path, FERRY)
    build(tmp_path, 1)
    return tmp_path


def write_seed(site: Path, text: str) -> None:
    (site / "seeds" / "ferry.txt").write_text(text, "utf-8")


def build(site: Path, day: int) -> None:
    command = ["build", "-q", "-s", str(site), "--as-of", f"2024-07-{day:02}", "--verify"]
    assert main(command) == 0


def edit(site: Path, old: str, new: str) -> Path:
    page = site / "content" / "articles" / f"{SLUG}.md"
    text = page.read_text("utf-8")
    assert old in text
    page.write_text(text.replace(old, new), "utf-8")
    return page


def read_updated(site: Path) -> str:
    facts = json.loads((site / "output" / "articles" / SLUG / "article.json").read_bytes())
    return str(facts["updated"])[:10]


def read_page(site: Path) -> str:
    return (site / "output" / "articles" / SLUG / "index.html").read_text("utf-8")


def list_changes(site: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (site / "content").glob("changes/*.md")}


def test_an_article_that_nobody_changed_has_no_history(site: Path) -> None:
    assert list_changes(site) == {}


def test_a_sentence_that_a_person_writes_is_told_and_moves_the_moment_of_update(
    site: Path,
) -> None:
    page = edit(site, "The ferry company", "The heron has left. The ferry company")
    edited = page.read_bytes()

    build(site, 5)

    assert read_updated(site) == "2024-07-05"
    assert "<h2>Edited</h2>" in read_page(site).replace(' lang="en"', "")
    assert "<li><ins>The heron has left.</ins></li>" in read_page(site)
    assert "5 July 2024" in read_page(site)
    assert page.read_bytes() == edited


def test_pages_that_are_edited_in_one_build_have_distinct_moments(site: Path) -> None:
    for name, text in {"bus": BUS, "well": WELL}.items():
        (site / "seeds" / f"{name}.txt").write_text(text, "utf-8")
    build(site, 2)
    for page in (site / "content" / "articles").glob("*.md"):
        page.write_text(page.read_text("utf-8").replace("Tuesday", "Wednesday"), "utf-8")

    build(site, 5)

    feed = json.loads((site / "output" / "feed.json").read_bytes())
    moments = [item["date_modified"] for item in feed["items"]]
    assert len(moments) == len(set(moments)) == 3
    assert {moment[:10] for moment in moments} == {"2024-07-05"}


def test_a_later_build_keeps_what_was_told_without_cache_and_output(site: Path) -> None:
    edit(site, "The ferry company", "The heron has left. The ferry company")
    build(site, 5)
    before = read_page(site), list_changes(site)
    for name in ("output", ".sitegen"):
        (site / name).rename(site / f"without-{name}")

    build(site, 9)

    assert (read_page(site), list_changes(site)) == before


def test_what_a_person_takes_out_is_counted_and_quoted_nowhere(site: Path) -> None:
    sentence = (
        "The ferry company has asked the council for a sign that tells herons where to stand."
    )
    edit(site, sentence, "A sign is planned.")

    build(site, 5)

    assert "<p>1 sentence no longer here</p>" in read_page(site).replace(' lang="en"', "")
    said = [*list_changes(site).values(), read_page(site).encode()]
    assert not any(b"tells herons" in data for data in said)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\n\nThe ferry company", "\n\n\n\nThe ferry\ncompany"),
        ("lang: en\n", "agency: KNA\nlang: en\n"),
        ("sandwiches and agreed", "Sandwiches,  and agreed"),
    ],
    ids=["white space", "front matter", "marks and capitals"],
)
def test_what_changes_no_sentence_is_no_update(site: Path, old: str, new: str) -> None:
    edit(site, old, new)

    build(site, 5)

    assert read_updated(site) == "2024-07-01"
    assert list_changes(site) == {}


def test_a_sentence_that_comes_in_italics_is_told_and_their_end_is_no_news(site: Path) -> None:
    end, added = "a photographer from the weekly paper.", "The heron did not answer our questions."
    edit(site, end, f"{end} *{added}*")
    page = edit(site, "was forty minutes late", "was fifty minutes late")
    build(site, 2)

    told, before = read_page(site), list_changes(site)
    assert "2 sentences new here" in told
    assert f"<li><ins>{added}</ins></li>" in told

    page.write_text(page.read_text("utf-8").replace(f"*{added}*", added), "utf-8")
    build(site, 4)
    assert list_changes(site) == before
    assert read_updated(site) == "2024-07-02"


def test_a_second_edit_is_told_beside_the_first(site: Path) -> None:
    edit(site, "The ferry company", "The heron has left. The ferry company")
    build(site, 5)
    edit(site, "The heron has left.", "The heron is back.")

    build(site, 7)

    html = read_page(site)
    assert read_updated(site) == "2024-07-07"
    assert html.index("7 July 2024") < html.index("The heron is back.</ins>")
    # What is not said any more is not quoted as new.
    assert "The heron has left." not in html


def test_a_draft_waits_with_its_changes_until_it_is_public_again(site: Path) -> None:
    page = edit(site, "The ferry company", "The heron has left. The ferry company")
    text = page.read_text("utf-8")
    page.write_text(text.replace("\n---\n", "\ndraft: true\n---\n", 1), "utf-8")
    build(site, 5)
    assert list_changes(site) == {}

    page.write_text(text, "utf-8")
    build(site, 7)

    assert read_updated(site) == "2024-07-07"


def test_a_text_that_comes_in_changed_is_told_with_what_it_said_before(site: Path) -> None:
    write_seed(site, FERRY.replace("forty minutes late", "fifty minutes late"))

    build(site, 5)

    html = read_page(site)
    assert read_updated(site) == "2024-07-05"
    assert "<del>The ferry to Kelsund was forty minutes late" in html
    assert "<ins>The ferry to Kelsund was fifty minutes late" in html


def test_a_person_may_take_out_what_should_not_be_shown_and_later_changes_go_on(
    site: Path,
) -> None:
    write_seed(site, FERRY.replace("forty minutes late", "fifty minutes late"))
    build(site, 5)
    history = site / "content" / "changes" / f"{SLUG}.md"
    lines = history.read_text("utf-8").splitlines(keepends=True)
    at = next(place for place, line in enumerate(lines) if "gone: " in line)
    history.write_text("".join(lines[: at - 2] + lines[at + 1 :]), "utf-8")
    edited = history.read_bytes()
    write_seed(site, FERRY.replace("forty minutes late", "sixty minutes late"))

    build(site, 7)

    assert "forty minutes late" not in read_page(site)
    assert "sixty minutes late" in read_page(site)
    assert history.read_bytes() == edited
    assert sorted(list_changes(site)) == [f"{SLUG}-2.md", f"{SLUG}.md"]


SIGN = "The ferry company has asked the council for a sign that tells herons where to stand."


def test_what_was_taken_out_and_put_back_is_told_no_more(site: Path) -> None:
    edit(site, SIGN, "A sign is planned.")
    build(site, 5)

    edit(site, "A sign is planned.", SIGN)
    build(site, 7)

    html = read_page(site).replace(' lang="en"', "")
    # What stood there for two days is gone; what stands there again is neither gone nor new.
    assert html.count("no longer here") == 1
    assert html.index("7 July 2024") < html.index("<p>1 sentence no longer here</p>")
    assert "new here" not in html
    assert read_updated(site) == "2024-07-07"


def test_a_text_that_came_in_changed_and_comes_in_as_it_was_is_not_said_to_lack_what_it_says(
    site: Path,
) -> None:
    write_seed(site, FERRY.replace("forty minutes late", "fifty minutes late"))
    build(site, 5)

    write_seed(site, FERRY)
    build(site, 7)

    html = read_page(site)
    assert "<del>The ferry to Kelsund was forty" not in html
    assert "<ins>The ferry to Kelsund was forty" not in html
    assert "<del>The ferry to Kelsund was fifty" in html


def test_what_came_and_went_on_one_day_is_not_told(site: Path) -> None:
    edit(site, SIGN, f"The heron has left. {SIGN}")
    build(site, 5)

    edit(site, "The heron has left. ", "")
    build(site, 5)

    assert "Edited" not in read_page(site)
    assert read_updated(site) == "2024-07-05"


def test_the_edits_of_one_day_are_told_as_one(site: Path) -> None:
    edit(site, SIGN, f"The heron has left. {SIGN}")
    build(site, 5)
    edit(site, SIGN, "A sign is planned.")

    build(site, 5)

    html = read_page(site).replace(' lang="en"', "")
    assert html.count("<h2>Edited</h2>") == 1
    assert "2 sentences new here" in html
    assert "1 sentence no longer here" in html


@pytest.mark.parametrize("change", ["none", "correction", "correction and punctuation"])
def test_a_page_whose_file_is_deleted_comes_back_byte_for_byte(site: Path, change: str) -> None:
    if change != "none":
        write_seed(site, FERRY.replace("forty minutes late", "fifty minutes late"))
        build(site, 5)
    if change == "correction and punctuation":
        write_seed(site, FERRY.replace("forty minutes late", "fifty minutes late,"))
        build(site, 6)
    page = site / "content" / "articles" / f"{SLUG}.md"
    before = page.read_bytes(), list_changes(site), read_page(site)
    page.unlink()

    build(site, 9)

    assert (page.read_bytes(), list_changes(site), read_page(site)) == before


def test_a_page_made_again_without_a_persons_edits_is_updated_and_no_edit(site: Path) -> None:
    page = edit(site, SIGN, "A sign is planned.")
    build(site, 5)
    page.unlink()

    build(site, 7)

    html = read_page(site).replace(' lang="en"', "")
    assert read_updated(site) == "2024-07-07"
    assert "Edited" not in html
    assert html.index("<h2>Updated</h2>") < html.index("<p>1 sentence no longer here</p>")
    assert "A sign is planned." not in html


def test_a_page_that_comes_back_with_another_text_has_its_moment_on_record(site: Path) -> None:
    for path in (site / "content" / "articles" / f"{SLUG}.md", site / "seeds" / "ferry.txt"):
        path.unlink()
    build(site, 5)
    write_seed(site, FERRY.replace("forty minutes late", "fifty minutes late"))

    build(site, 7)

    assert read_updated(site) == "2024-07-07"
    assert b"moment: 2024-07-07T00:00:0" in list_changes(site)[f"{SLUG}.md"]
    assert b"forty" not in list_changes(site)[f"{SLUG}.md"]


def test_all_pages_of_the_sample_site_come_back_byte_for_byte(tmp_path: Path) -> None:
    for part in ("seeds", "content"):
        shutil.copytree(ROOT / part, tmp_path / part)
    shutil.copy(ROOT / "sitegen.toml", tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.glob("content/*/*.md")}
    for page in tmp_path.glob("content/articles/*.md"):
        page.unlink()

    assert main(["ingest", "-q", "-s", str(tmp_path), "--as-of", "2024-08-01"]) == 0

    assert {path: path.read_bytes() for path in tmp_path.glob("content/*/*.md")} == before
