"""The file of a site's own words: where it comes from, and what it says in vain."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from sitegen.app import words
from sitegen.app.cli import main
from sitegen.app.nearest import find_nearest
from sitegen.app.own_words import read_own_words

MINE = '# Nos mots\nmsgid "Archive"\nmsgstr "Archives"\n'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "sitegen.toml").write_text('[site]\nlanguage = "fr"\n', encoding="utf-8")
    return tmp_path


@pytest.fixture
def catalogue(site: Path) -> Path:
    path = site / "templates" / "locale" / "fr.po"
    path.parent.mkdir(parents=True)
    path.write_text(MINE, encoding="utf-8")
    return path


def test_a_file_to_fill_in_is_written_in_the_language_of_the_site(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["words", "-s", str(site)]) == 0

    path = site / "templates" / "locale" / "fr.po"
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# What the site says in French. What is left empty stays as it was.\n")
    assert '\nmsgid "Archive"\nmsgstr ""\n' in text
    assert capsys.readouterr().out.startswith("templates/locale/fr.po: 0 of ")
    assert read_own_words(site / "templates").problems == ()
    assert read_own_words(site / "templates").words == ()  # nothing is said yet


def test_what_we_say_in_a_language_stands_beside_what_is_to_be_changed(site: Path) -> None:
    main(["words", "de", "-s", str(site)])

    text = (site / "templates" / "locale" / "de.po").read_text(encoding="utf-8")
    assert "#. ours: Themen\n" in text
    assert 'msgstr "Themen"' not in text


def test_what_is_there_stays_byte_for_byte_and_what_is_missing_is_added(
    site: Path, catalogue: Path
) -> None:
    main(["words", "-s", str(site)])
    once = catalogue.read_text(encoding="utf-8")
    main(["words", "-s", str(site)])

    assert once.startswith(MINE)
    assert once.count('\nmsgid "Archive"\n') == 1
    assert '\nmsgid "Search"\nmsgstr ""\n' in once
    assert catalogue.read_text(encoding="utf-8") == once


def test_plurals_are_added_by_the_rule_of_the_file(site: Path, catalogue: Path) -> None:
    catalogue.write_text('msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n > 1);"\n')

    main(["words", "-s", str(site)])

    assert "msgstr[1]" in catalogue.read_text(encoding="utf-8")
    assert "msgstr[2]" not in catalogue.read_text(encoding="utf-8")


def test_words_of_its_own_templates_are_among_them(site: Path) -> None:
    (site / "templates" / "partials").mkdir(parents=True)
    (site / "templates" / "partials" / "footer.html").write_text(
        '{{ _("Made on the quay") }} {% trans name=site.title %}for {{ name }}{% endtrans %}'
    )

    main(["words", "-s", str(site)])

    text = (site / "templates" / "locale" / "fr.po").read_text(encoding="utf-8")
    assert '#: templates/partials/footer.html\nmsgid "Made on the quay"\n' in text
    assert 'msgid "for %(name)s"\n' in text


def test_a_file_with_another_spelling_of_the_language_is_the_one(site: Path) -> None:
    path = site / "templates" / "locale" / "pt_BR.po"
    path.parent.mkdir(parents=True)
    path.write_text(MINE, encoding="utf-8")

    main(["words", "pt-br", "-s", str(site)])

    assert [one.name for one in path.parent.iterdir()] == ["pt_BR.po"]
    assert 'msgid "Search"' in path.read_text(encoding="utf-8")


def test_a_file_with_a_fault_is_not_touched(
    site: Path, catalogue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    catalogue.write_text('msgid "Archive"\nmsgstr "Arch\n', encoding="utf-8")

    assert main(["words", "-s", str(site)]) == 2

    assert catalogue.read_text(encoding="utf-8") == 'msgid "Archive"\nmsgstr "Arch\n'
    assert capsys.readouterr().err.startswith("sitegen: templates/locale/fr.po:2: is no line of a")


def test_a_language_that_is_none_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["words", "../x", "-s", str(site)]) == 2

    assert "'../x' is no tag of a language; write it such as fr" in capsys.readouterr().err
    assert not (site / "templates").exists()


def test_what_is_translated_and_nothing_says_is_told_with_what_was_perhaps_meant(
    site: Path, catalogue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    catalogue.write_text('msgid "Archives"\nmsgstr "Dates"\n', encoding="utf-8")
    message = "translates 'Archives', which nothing says; did you mean 'Archive'?"

    main(["words", "--json", "-s", str(site)])
    assert json.loads(capsys.readouterr().out)["unknown"] == [
        {"line": 1, "text": "Archives", "nearest": "Archive"}
    ]
    main(["words", "-s", str(site)])
    assert f"templates/locale/fr.po:1: {message}\n" in capsys.readouterr().out
    main(["doctor", "-s", str(site)])
    assert f"templates/locale/fr.po:1: warning: {message}\n" in capsys.readouterr().out


def test_of_many_texts_that_nothing_says_a_few_are_named_and_looked_for(
    site: Path,
    catalogue: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    entries = (f'msgid "Archives {number}"\nmsgstr "x"\n' for number in range(40))
    catalogue.write_text("\n".join(entries), encoding="utf-8")
    sought: list[str] = []

    def seek(name: str, known: Iterable[str]) -> tuple[str, ...]:
        sought.append(name)
        return find_nearest(name, known)

    monkeypatch.setattr(words, "find_nearest", seek)
    named = [f"Archives {number}" for number in range(5)]
    for command in ("words", "doctor"):
        sought.clear()
        main([command, "-s", str(site)])
        told = capsys.readouterr().out
        assert sought == named
        assert told.count(", which nothing says; did you mean 'Archive'?\n") == len(named)
        assert "translates 35 more texts that nothing says\n" in told
    main(["words", "--json", "-s", str(site)])
    values = json.loads(capsys.readouterr().out)
    assert ([one["text"] for one in values["unknown"]], values["more_unknown"]) == (named, 35)


def test_how_much_of_a_language_is_left_is_told_where_we_have_none_of_it(
    site: Path, catalogue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (catalogue.parent / "de.po").write_text(MINE, encoding="utf-8")

    main(["doctor", "-s", str(site)])

    told = capsys.readouterr().out
    assert "templates/locale/fr.po: note: translates 1 of " in told
    assert "templates/locale/de.po" not in told
