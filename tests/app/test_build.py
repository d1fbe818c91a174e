import json
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sitegen.app.build import finish_build, run_build, run_ingest, run_publish, verify_build
from sitegen.app.config import DEFAULTS
from sitegen.app.enclosure import Enclosure
from sitegen.app.job import Job
from sitegen.app.lock import BusyError, hold_lock
from sitegen.app.progress import Progress
from sitegen.app.site_folder import SiteFolder
from sitegen.errors import SitegenError, TemplateError, UsageError
from sitegen.model.problem import Problem

NOW = datetime(2024, 6, 20, tzinfo=UTC)
SILENT = Progress(None)


def plan(site: Path) -> Job:
    settings = replace(DEFAULTS, base_url="https://example.org/news/")
    return Job(SiteFolder(site, site / "output"), settings, NOW, is_remembering=True, settled=None)


def read(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for folder in ("content", "output")
        for path in sorted((site / folder).rglob("*"))
        if path.is_file()
    }


def read_times(site: Path) -> dict[str, int]:
    return {name: (site / name).stat().st_mtime_ns for name in read(site)}


def find_page(site: Path, word: str) -> Path:
    return next((site / "content" / "articles").glob(f"*{word}*.md"))


def test_a_build_makes_pages_and_a_site_from_seeds(site: Path) -> None:
    report = run_build(plan(site), SILENT)

    assert report.ingest is not None
    assert (report.ingest.seeds, report.ingest.articles) == (3, 3)
    assert (report.ingest.new, report.ingest.updated, report.ingest.duplicates) == (2, 0, 1)
    assert report.problems == ()
    assert {"output/index.html", "output/rss.xml"} <= read(site).keys()


def test_building_again_changes_no_byte_and_no_time(site: Path) -> None:
    run_build(plan(site), SILENT)
    before = read(site), read_times(site)

    report = run_build(plan(site), SILENT)

    assert report.ingest is not None
    assert report.output is not None
    assert (report.ingest.new, report.ingest.updated, report.output.written) == (0, 0, 0)
    assert (read(site), read_times(site)) == before


def test_a_build_is_an_ingest_and_then_a_publish(site: Path, tmp_path: Path) -> None:
    other = shutil.copytree(site, tmp_path / "other")

    run_build(plan(site), SILENT)
    run_ingest(plan(other), SILENT)
    run_publish(plan(other), SILENT)

    assert read(site) == read(other)


def test_without_the_cache_the_same_site_is_built(site: Path) -> None:
    run_build(plan(site), SILENT)
    before = read(site)
    shutil.rmtree(site / ".sitegen")

    report = run_build(replace(plan(site), is_remembering=False), SILENT)

    assert read(site) == before
    assert report.output is not None
    assert report.output.written == 0
    assert not (site / ".sitegen" / "cache.sqlite").exists()


def test_a_new_seed_adds_its_page_and_keeps_the_others(site: Path) -> None:
    run_build(plan(site), SILENT)
    before = read(site)
    text = (site / "seeds" / "ferry.txt").read_text(encoding="utf-8")
    (site / "seeds" / "bridge.txt").write_text(
        text.replace("Ferry", "Bridge").replace("ferry", "bridge").replace("soup", "stones")
        + "\nNobody knows who built it, or when, or why the far end stands in the reeds.\n" * 9,
        encoding="utf-8",
    )

    run_build(plan(site), SILENT)

    gone = before.keys() - read(site).keys()
    assert gone == set()


def test_a_page_edited_by_a_person_stays_and_is_published_as_edited(site: Path) -> None:
    run_build(plan(site), SILENT)
    page = find_page(site, "ferry")
    page.write_text(page.read_text(encoding="utf-8").replace("soup", "stew"), encoding="utf-8")
    edited = page.read_bytes()

    report = run_build(plan(site), SILENT)

    assert page.read_bytes() == edited
    assert report.ingest is not None
    assert report.ingest.edited == 1
    assert "whole pot of stew" in (
        site / "output" / "articles" / page.stem / "index.html"
    ).read_text(encoding="utf-8")


def test_seeds_that_go_away_take_no_page_with_them(site: Path) -> None:
    run_build(plan(site), SILENT)
    before = read(site)
    shutil.rmtree(site / "seeds")

    run_build(plan(site), SILENT)

    assert read(site) == before


def test_a_broken_template_leaves_the_last_good_site(site: Path) -> None:
    run_build(plan(site), SILENT)
    before = read(site)
    (site / "templates").mkdir()
    (site / "templates" / "base.html").write_text("{% if %}", encoding="utf-8")

    with pytest.raises(TemplateError):
        run_build(plan(site), SILENT)

    assert read(site) == before


def test_a_forbidden_output_folder_stops_the_build_before_it_begins(site: Path) -> None:
    job = replace(plan(site), site=SiteFolder(site, site))

    for run in (run_build, run_publish):
        with pytest.raises(UsageError):
            run(job, SILENT)

    assert not (site / "content").exists()


def test_two_builds_never_work_on_one_site_at_the_same_time(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.app.lock.WAIT_SECONDS", 0.0)

    with hold_lock(site / ".sitegen" / "lock"), pytest.raises(BusyError):
        run_build(plan(site), SILENT)


def test_a_site_without_a_base_url_is_warned_when_it_gets_its_first_ids(site: Path) -> None:
    job = replace(plan(site), settings=DEFAULTS)
    message = "base_url is not set; feeds and lasting ids need it, so set it under [site] first"

    told = [run(job, SILENT).problems for run in (run_ingest, run_build, run_build, run_publish)]

    assert told == [
        (Problem("sitegen.toml", message, severity),)
        for severity in ("warning", "note", "note", "note")
    ]


def test_an_empty_site_without_a_base_url_is_not_warned_yet(site: Path) -> None:
    shutil.rmtree(site / "seeds")

    report = run_build(replace(plan(site), settings=DEFAULTS), SILENT)

    assert {problem.severity for problem in report.problems} == {"note"}


def test_a_page_of_a_later_day_is_told_by_every_build_until_it_is_shown(site: Path) -> None:
    job = replace(plan(site), now=datetime(2024, 6, 14, 20, tzinfo=UTC))

    first = run_build(job, SILENT)

    strike = find_page(site, "lamp")
    withheld = Problem(
        f"content/articles/{strike.name}",
        "is dated after today, so it is not published yet; --future shows it",
        "note",
    )
    assert first.problems == (withheld,)
    assert run_build(job, SILENT).problems == (withheld,)
    assert run_publish(job, SILENT).problems == (withheld,)
    shown = replace(job, settings=replace(job.settings, future=True))
    assert run_build(shown, SILENT).problems == ()


def test_an_article_by_hand_is_no_later_than_the_build_that_publishes_it(site: Path) -> None:
    """A day alone has no time of its own; the moment that feeds tell stays what it was first."""
    text = (
        "---\nid: tag:orle.example,2024:ticket\ntitle: Ticket found\nslug: ticket-found\n"
        "first_seen: 2024-06-26\ndate: 2024-06-26\n---\n\nIt lay under the back seat.\n"
    )
    page = site / "content" / "articles" / "ticket-found.md"
    page.parent.mkdir(parents=True)
    page.write_text(text, encoding="utf-8")
    feeds = []
    for day, hour in ((26, 9), (26, 20), (28, 7)):
        job = replace(plan(site), now=datetime(2024, 6, day, hour, tzinfo=UTC))
        run_build(job, SILENT)
        verify_build(job, SILENT)
        feeds.append((site / "output" / "rss.xml").read_text(encoding="utf-8"))

    assert "<pubDate>Wed, 26 Jun 2024 09:00:00 +0000</pubDate>" in feeds[0]
    assert feeds == feeds[:1] * 3
    twin = (site / "output" / "articles" / "ticket-found" / "article.json").read_text("utf-8")
    assert json.loads(twin)["first_seen"] == "2024-06-26T09:00:00+00:00"
    assert page.read_text(encoding="utf-8") == text


def test_a_renamed_page_moves_and_its_old_address_leads_to_the_new_one(site: Path) -> None:
    run_build(plan(site), SILENT)
    page = find_page(site, "ferry")
    old = page.stem
    page.rename(page.with_name("soup-lost.md"))

    report = run_build(plan(site), SILENT)

    assert report.problems == ()
    assert report.ingest is not None
    assert (report.ingest.new, report.ingest.edited) == (0, 0)
    assert "/articles/" + old + ".md" not in "".join(read(site))
    text = (site / "content" / "articles" / "soup-lost.md").read_text(encoding="utf-8")
    assert "\nslug: soup-lost\n" in text
    assert f"\naliases:\n  - {old}\n" in text
    redirect = site / "output" / "articles" / old / "index.html"
    assert "soup-lost/" in redirect.read_text(encoding="utf-8")
    verify_build(plan(site), SILENT)


def test_a_copied_page_is_in_no_feed_twice(site: Path) -> None:
    run_build(plan(site), SILENT)
    before = read(site)
    page = find_page(site, "ferry")
    copy = Path(shutil.copy(page, page.with_name("a-copy.md")))

    report = run_build(plan(site), SILENT)

    assert [problem.severity for problem in report.problems] == ["quarantined"]
    assert read(site) == before | {"content/articles/a-copy.md": copy.read_bytes()}


def test_a_cache_that_cannot_be_used_is_told(site: Path) -> None:
    (site / ".sitegen").touch()

    report = run_build(plan(site), SILENT)

    assert report.problems == (
        Problem(
            ".sitegen/cache.sqlite",
            "cannot be opened, so this build took longer; check its permissions",
            "note",
        ),
    )


def test_a_right_build_is_verified(site: Path) -> None:
    run_build(plan(site), SILENT)

    verify_build(plan(site), SILENT)


def test_a_build_that_is_not_what_a_clean_one_gives_fails_its_verification(site: Path) -> None:
    run_build(plan(site), SILENT)
    (site / "output" / "index.html").unlink()
    find_page(site, "ferry").unlink()

    with pytest.raises(SitegenError) as caught:
        verify_build(plan(site), SILENT)

    named = find_page(site, "lamp").name
    assert "differs from a clean build" in str(caught.value)
    assert "output/index.html" in str(caught.value)
    assert str(caught.value).startswith("content/articles/ferry")
    assert named not in str(caught.value)


def test_a_page_that_cannot_be_read_for_a_while_is_not_minted_again(site: Path) -> None:
    run_build(plan(site), SILENT)
    page = find_page(site, "lamplighters")
    before = read(site)
    good = page.read_text(encoding="utf-8")

    page.write_text(good.replace("title: ", 'title: "', 1), encoding="utf-8")
    broken = run_build(plan(site), SILENT)
    page.write_text(good, encoding="utf-8")
    mended = run_build(plan(site), SILENT)

    assert [problem.severity for problem in broken.problems] == ["warning", "quarantined"]
    assert "is not on the site until the page can be read" in broken.problems[0].message
    assert broken.ingest is not None
    assert broken.ingest.new == 0
    assert mended.problems == ()
    assert read(site) == before


def test_a_page_renamed_in_case_alone_keeps_the_site(site: Path) -> None:
    run_build(plan(site), SILENT)
    page = find_page(site, "lamplighters")

    page.rename(page.with_name(page.name.title().replace(".Md", ".md")))
    report = run_build(plan(site), SILENT)

    assert report.problems == ()
    verify_build(plan(site), SILENT)


def test_what_a_killed_build_began_is_finished_before_the_site_is_looked_at(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_ingest(plan(site), SILENT)

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Enclosure, "place", interrupt)
        with pytest.raises(KeyboardInterrupt):
            run_publish(plan(site), SILENT)
    assert not (site / "output" / "index.html").exists()

    finish_build(plan(site), SILENT)

    assert (site / "output" / "index.html").exists()
    again = run_publish(plan(site), SILENT).output
    assert again is not None
    assert (again.written, again.removed) == (0, 0)
