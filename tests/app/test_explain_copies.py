"""What explain says of the seed of a page that a person keeps."""

from pathlib import Path

import pytest

from sitegen.app.cli import main

SLUG = "ferry-runs-aground-off-port-ellery"


def edit(site: Path) -> None:
    main(["build", "-q", "-s", str(site)])
    page = site / "content" / "articles" / f"{SLUG}.md"
    page.write_text(page.read_text("utf-8").replace("whole pot", "large pot"), "utf-8")


def tell(site: Path, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert main(["explain", SLUG, "-s", str(site)]) == 0
    (line,) = (line for line in capsys.readouterr().out.splitlines() if "  copy " in line)
    return line.strip()


def correct(site: Path) -> None:
    seed = site / "seeds" / "ferry.txt"
    seed.write_text(seed.read_text("utf-8").replace("212 passengers", "221 passengers"), "utf-8")


def test_a_seed_whose_text_was_edited_is_not_the_text_that_is_published(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(site)

    assert tell(site, capsys) == (
        "copy     seeds/ferry.txt#1: 1.00, the text that was edited by hand"
    )


def test_what_the_seed_says_now_is_counted_beside_the_page(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(site)
    correct(site)

    assert tell(site, capsys) == (
        "copy     seeds/ferry.txt#1: 1.00, the text that was edited by hand, which the seed has "
        "no more; beside the page it says 2 sentences otherwise"
    )


def test_each_build_says_so_until_the_page_names_what_was_looked_at(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(site)
    correct(site)

    told = ""
    for words in (["build"], ["build"], ["build", "--no-cache"], ["build", "--verify"]):
        capsys.readouterr()
        assert main([*words, "-s", str(site)]) == 0
        told = capsys.readouterr().err
        assert told.count("but seeds/ferry.txt says something else since") == 1

    digest = told.partition("put '")[2].partition("'")[0]
    page = site / "content" / "articles" / f"{SLUG}.md"
    lines = page.read_text("utf-8").splitlines()
    place = next(place for place, line in enumerate(lines) if "digest: " in line)
    lines[place] = f"    {digest}"
    page.write_text("\n".join(lines) + "\n", "utf-8")

    capsys.readouterr()
    assert main(["build", "--verify", "-s", str(site)]) == 0
    assert "says something else" not in capsys.readouterr().err
