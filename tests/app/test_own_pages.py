"""What answers at the address of a page of a person's own that has another name, or is deleted."""

from pathlib import Path

import pytest

from sitegen.app.cli import main

TEXT = "# Contact\n\nWrite to us, and not in capitals.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "content" / "pages").mkdir(parents=True)
    write(tmp_path, "contact", TEXT)
    build(tmp_path)
    return tmp_path


def write(site: Path, name: str, text: str) -> None:
    (site / "content" / "pages" / f"{name}.md").write_text(text, "utf-8")


def delete(site: Path, name: str) -> None:
    (site / "content" / "pages" / f"{name}.md").unlink()


def build(site: Path) -> None:
    status = main(["build", "-q", "--verify", "-s", str(site), "--as-of", "2024-07-01"])
    assert status in {0, 3}


def read_page(site: Path, name: str) -> str:
    return (site / "output" / name / "index.html").read_text("utf-8")


def test_the_address_of_one_that_is_deleted_says_so_in_no_word_of_it(site: Path) -> None:
    (site / "output").rename(site / "published")
    delete(site, "contact")
    build(site)

    html = read_page(site, "contact")
    assert "<h1>This page is not here</h1>" in html
    assert '<meta name="robots" content="noindex">' in html
    assert "capitals" not in html
    assert "contact" not in (site / "output" / "sitemap.xml").read_text("utf-8")
    assert main(["check", "-s", str(site), "--against", str(site / "published")]) == 0


def test_one_that_comes_back_has_its_address_again(site: Path) -> None:
    delete(site, "contact")
    build(site)
    write(site, "contact", TEXT)
    build(site)

    assert "capitals" in read_page(site, "contact")


def test_an_alias_leads_to_it(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    delete(site, "contact")
    write(site, "write-to-us", f"---\naliases: contact\n---\n\n{TEXT}")
    build(site)

    assert "url=../write-to-us/index.html" in read_page(site, "contact")
    assert main(["check", "-s", str(site)]) == 0
    capsys.readouterr()
    assert main(["explain", "contact", "-s", str(site)]) == 0
    assert "  address  contact/, which leads there\n" in capsys.readouterr().out


def test_an_alias_that_a_page_has_for_its_name_leads_nowhere(site: Path) -> None:
    write(site, "imprint", "---\naliases: [contact, legal]\n---\n\n# Imprint\n")
    write(site, "terms", "---\naliases: [legal]\n---\n\n# Terms\n")
    build(site)

    assert "capitals" in read_page(site, "contact")
    assert "url=../imprint/index.html" in read_page(site, "legal")


def test_a_link_may_name_the_former_file(site: Path) -> None:
    delete(site, "contact")
    write(site, "write-to-us", f"---\naliases: contact\n---\n\n{TEXT}")
    write(site, "imprint", "# Imprint\n\nSee [there](contact.md).\n")
    build(site)

    assert 'href="../contact/index.html"' in read_page(site, "imprint")


def test_about_leads_to_the_account_when_the_page_of_that_name_is_gone(site: Path) -> None:
    write(site, "about", "# About\n\nWe are four.\n")
    build(site)
    delete(site, "about")
    build(site)

    assert "url=../about/made/index.html" in read_page(site, "about")


def test_about_leads_to_the_page_that_had_this_name(site: Path) -> None:
    write(site, "who", "---\naliases: about\n---\n\n# Who we are\n")
    build(site)

    assert "url=../who/index.html" in read_page(site, "about")


def test_an_address_of_the_site_is_no_alias(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(site, "imprint", "---\naliases: Archive\n---\n\n# Imprint\n")
    build(site)

    said = "/Archive/ is an address of the site itself; take it out of aliases"
    assert f"content/pages/imprint.md: quarantined: {said}" in capsys.readouterr().err
