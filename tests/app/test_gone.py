"""What answers at the address of an article that was published and is deleted (law 5)."""

from pathlib import Path

import pytest

from sitegen.app.cli import main

FERRY = """\
Ferry Runs Late Again

The ferry to Kelsund was forty minutes late on Tuesday, and the harbour master blamed a heron that
would not leave the ramp. Passengers shared sandwiches and agreed that it had been worse in March,
when the same bird brought two of its friends and a photographer from the weekly paper.
"""
LAMP = """\
Lamplighters Count Their Lamps

The lamplighters of Mira counted their lamps on Friday and found one more than last year. Nobody
could say where it had come from, but it burns well, said their foreman, who has written to the
council about oil for it and hopes for an answer before the autumn storms arrive.
"""
SLUG = "ferry-runs-late-again"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "ferry.txt").write_text(FERRY, "utf-8")
    (tmp_path / "seeds" / "lamp.txt").write_text(LAMP, "utf-8")
    build(tmp_path)
    return tmp_path


def build(site: Path, *options: str) -> None:
    assert main(["build", "-q", "-s", str(site), "--as-of", "2024-07-01", *options]) == 0


def withdraw(site: Path) -> None:
    (site / "seeds" / "ferry.txt").unlink()
    (site / "content" / "articles" / f"{SLUG}.md").unlink()


def read_page(site: Path) -> str:
    return (site / "output" / "articles" / SLUG / "index.html").read_text("utf-8")


def test_its_address_says_that_it_is_gone_and_names_nothing_of_it(site: Path) -> None:
    withdraw(site)
    build(site, "--verify")

    html = read_page(site)
    assert "<h1>This article is gone</h1>" in html
    assert '<meta name="robots" content="noindex">' in html
    assert "heron" not in html
    assert SLUG not in (site / "output" / "sitemap.xml").read_text("utf-8")


def test_it_stays_gone_when_output_and_cache_are_thrown_away(site: Path) -> None:
    withdraw(site)
    build(site)
    before = read_page(site)
    (site / "output").rename(site / "thrown-away")
    (site / ".sitegen").rename(site / "thrown-away-too")

    build(site)

    assert read_page(site) == before


def test_a_person_may_say_why(site: Path) -> None:
    withdraw(site)
    build(site)
    note = site / "content" / "gone" / f"{SLUG}.md"
    assert note.read_text("utf-8").startswith("# This article is gone\n")

    note.write_text("# Withdrawn\n\nThe heron has asked for *privacy*.\n", "utf-8")
    build(site)

    assert "<h1>Withdrawn</h1>" in read_page(site)
    assert "<em>privacy</em>" in read_page(site)
    assert note.read_text("utf-8").startswith("# Withdrawn")


def test_an_article_that_comes_back_has_its_address_and_its_id_again(site: Path) -> None:
    page = site / "content" / "articles" / f"{SLUG}.md"
    id_line = page.read_text("utf-8").splitlines()[1]
    withdraw(site)
    build(site)
    (site / "seeds" / "ferry.txt").write_text(FERRY, "utf-8")

    build(site, "--verify")

    assert "heron" in read_page(site)
    assert page.read_text("utf-8").splitlines()[1] == id_line


def test_the_note_goes_when_the_article_is_back_but_not_the_words_of_a_person(site: Path) -> None:
    note = site / "content" / "gone" / f"{SLUG}.md"
    for words in ("", "# Withdrawn\n\nThe heron has asked for privacy.\n"):
        withdraw(site)
        build(site)
        assert note.read_text("utf-8").startswith("# This article is gone\n")
        note.write_text(words or note.read_text("utf-8"), "utf-8")
        (site / "seeds" / "ferry.txt").write_text(FERRY, "utf-8")

        build(site, "--verify")

        assert note.exists() == bool(words)
        assert "heron" in read_page(site)


def test_a_draft_and_a_page_that_cannot_be_read_are_not_gone(site: Path) -> None:
    page = site / "content" / "articles" / f"{SLUG}.md"
    text = page.read_text("utf-8")
    page.write_text(text.replace("\n---\n", "\ndraft: true\n---\n", 1), "utf-8")
    build(site)
    page.write_text(text.replace("title: ", 'title: "', 1), "utf-8")

    assert main(["build", "-q", "-s", str(site), "--as-of", "2024-07-01"]) == 3

    assert not (site / "content" / "gone").exists()


def test_an_article_that_a_person_gave_another_address_is_not_gone(site: Path) -> None:
    page = site / "content" / "articles" / f"{SLUG}.md"
    text = page.read_text("utf-8").replace(f"slug: {SLUG}", "slug: heron-stays")
    page.unlink()
    page.with_name("heron-stays.md").write_text(text, "utf-8")

    build(site, "--verify")

    html = read_page(site)
    assert '<link rel="canonical" href="http://localhost:8000/articles/heron-stays/">' in html
    assert 'href="../../articles/heron-stays/index.html"' in html


def test_what_is_gone_still_leads_to_the_feeds_of_the_site(site: Path) -> None:
    withdraw(site)

    build(site)

    assert 'type="application/atom+xml" href="../../atom.xml"' in read_page(site)


def test_the_check_has_nothing_against_what_stands_there(site: Path) -> None:
    withdraw(site)
    build(site, "-b", "https://ledger.example/")

    assert main(["check", "-s", str(site), "-b", "https://ledger.example/", "--strict"]) == 0


def test_a_deleted_article_leaves_a_note_on_a_fresh_clone_too(site: Path) -> None:
    for name in ("output", ".sitegen"):
        (site / name).rename(site / f"without-{name}")
    withdraw(site)

    build(site)

    assert "<h1>This article is gone</h1>" in read_page(site)


def test_a_draft_that_was_public_says_that_it_is_withdrawn_and_comes_back_as_it_was(
    site: Path,
) -> None:
    page = site / "content" / "articles" / f"{SLUG}.md"
    before, feed = page.read_text("utf-8"), (site / "output" / "feed.json").read_text("utf-8")
    page.write_text(before.replace("\n---\n", "\ndraft: true\n---\n", 1), "utf-8")
    build(site, "--verify")

    assert "<h1>This article is withdrawn</h1>" in read_page(site)
    assert "heron" not in read_page(site)
    assert SLUG not in (site / "output" / "feed.json").read_text("utf-8")
    assert main(["check", "-s", str(site), "--as-of", "2024-08-01"]) == 0

    page.write_text(before, "utf-8")
    build(site, "--verify")
    assert (site / "output" / "feed.json").read_text("utf-8") == feed


def test_a_draft_that_was_never_public_has_no_address(site: Path) -> None:
    page = site / "content" / "articles" / "tram-waits.md"
    page.write_text(
        "---\nid: tag:orle.example,2024:tram\ntitle: Tram waits\nslug: tram-waits\n"
        "first_seen: 2024-06-26\ndraft: true\n---\n\nA tram waits.\n",
        "utf-8",
    )

    build(site, "--drafts")
    assert (site / "output" / "articles" / "tram-waits").exists()
    build(site)

    assert not (site / "output" / "articles" / "tram-waits").exists()


def test_a_preview_elsewhere_has_no_part_in_ids(site: Path) -> None:
    (site / "sitegen.toml").write_text('[site]\nbase_url = "https://orle.example/"\n', "utf-8")
    for name in ("content", "output", ".sitegen"):
        (site / name).rename(site / f"without-{name}")

    build(site, "-b", "http://127.0.0.1:8080/preview/")

    ids = [path.read_text("utf-8").splitlines()[1] for path in site.glob("content/articles/*.md")]
    assert len(ids) == 2
    assert all(id_.startswith("id: tag:orle.example,2026:sitegen/") for id_ in ids)


def test_an_address_stays_reserved_while_its_list_cannot_be_read(site: Path) -> None:
    withdraw(site)
    build(site)
    (site / "content" / "gone" / f"{SLUG}.md").unlink()
    listed = site / "content" / "addresses" / "0001.md"
    whole = listed.read_text("utf-8")
    listed.write_text(whole.replace("addresses:\n", "addresses:\n<<<<<<< HEAD\n", 1), "utf-8")
    other = FERRY.replace("Kelsund", "Orle").replace("heron", "seal").replace("March", "spring")
    words = other.split("Passengers")[0] + "Nobody else was there, and the seal slept all day long."
    (site / "seeds" / "seal.txt").write_text(words, "utf-8")

    assert main(["build", "-q", "-s", str(site), "--as-of", "2024-07-02"]) == 3

    assert "<h1>This article is gone</h1>" in read_page(site)
    assert (site / "content" / "articles" / f"{SLUG}-2.md").exists()
