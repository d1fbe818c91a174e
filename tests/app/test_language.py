"""A site that changes its language: what is told anew, and what stays as it was issued."""

import json
from pathlib import Path

import pytest

from sitegen.app.cli import main

TEXT = "The ferry {} lay still in Mirovar because of fog. The harbour of Mirovar counted {} boats. "
ROWS = [
    {
        "title": f"Fog Holds the Ferry {name} in Mirovar",
        "date": f"2024-06-{day}",
        "lang": "en",
        "text": TEXT.format(name, day) * 8
        + f"Nobody at pier {name} knew more, said the {name} crew.",
    }
    for name, day in (("Kestrel", 10), ("Tern", 11), ("Auk", 12))
]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    build(tmp_path, "en", ROWS[0], "2024-06-10")
    build(tmp_path, "en", ROWS[1], "2024-06-11")
    return tmp_path


def build(site: Path, language: str, row: dict[str, str], moment: str) -> None:
    (site / "sitegen.toml").write_text(f'[site]\nlanguage = "{language}"\n', encoding="utf-8")
    (site / "seeds" / f"{moment}.jsonl").write_text(json.dumps(row), encoding="utf-8")
    assert main(["build", "-q", "--verify", "-s", str(site), "--as-of", moment]) == 0


def read(site: Path, name: str) -> str:
    return (site / name).read_text(encoding="utf-8")


def test_a_digest_keeps_the_language_in_which_it_was_issued_and_says_so(site: Path) -> None:
    issued = read(site, "content/digests/2024-06-10.md")

    build(site, "de", ROWS[2], "2024-06-12")

    assert read(site, "content/digests/2024-06-10.md") == issued
    assert "\nlang: de\n" in read(site, "content/digests/2024-06-11.md")
    assert "# Dienstag, 11. Juni 2024" in read(site, "content/digests/2024-06-11.md")
    page = read(site, "output/digest/2024-06-10/index.html")
    assert '<html lang="de" dir="ltr">' in page
    assert '<h1 lang="en">Monday 10 June 2024</h1>' in page
    assert '<div class="text digest" dir="auto" lang="en">' in page
    assert "Das war der Tag." in page


def test_what_is_ours_in_a_page_is_told_anew(site: Path) -> None:
    name = "content/articles/fog-holds-the-ferry-kestrel-in-mirovar.md"
    assert "also about Mirovar" in read(site, name) or "reports the same story" in read(site, name)

    build(site, "ar", ROWS[2], "2024-06-12")

    text = read(site, name)
    assert "also about" not in text
    assert "reports the same" not in text
    assert "the text that is published" not in text
    assert "النص المنشور" in text


def test_an_article_that_is_gone_is_missed_in_the_language_of_the_site(site: Path) -> None:
    build(site, "de", ROWS[2], "2024-06-12")
    (site / "content" / "articles" / "fog-holds-the-ferry-kestrel-in-mirovar.md").unlink()
    (site / "seeds" / "2024-06-10.jsonl").unlink()

    build(site, "de", ROWS[2], "2024-06-12")

    page = read(site, "output/articles/fog-holds-the-ferry-kestrel-in-mirovar/index.html")
    assert "<h1>Diesen Artikel gibt es nicht mehr</h1>" in page


def test_a_site_in_a_language_without_a_catalogue_says_that_it_speaks_english(site: Path) -> None:
    (site / "content" / "pages").mkdir()
    (site / "content" / "pages" / "a-propos.md").write_text("# À propos\n\nBonjour.\n")
    build(site, "fr", ROWS[2], "2024-06-12")

    page = read(site, "output/a-propos/index.html")

    assert '<html lang="en" dir="ltr">' in page
    assert '<p class="brand" lang="fr">' in page
    assert '<article class="page" lang="fr">' in page
