"""A site says its own words, from catalogues that stand beside its templates."""

import json
import shutil
from pathlib import Path

import pytest

from sitegen.app.cli import main
from sitegen.app.inputs import read_theme
from sitegen.app.manifest import MANIFEST_NAME
from sitegen.app.own_words import read_own_words

TEXT = "The ferry {} lay still in Mirovar because of fog. The harbour of Mirovar counted {} boats. "
HEAD = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    for name, day in (("Kestrel", 10), ("Tern", 11), ("Auk", 12)):
        add_seed(tmp_path, name, day)
    (tmp_path / "sitegen.toml").write_text(
        '[site]\nlanguage = "fr"\nbase_url = "https://orle.example/"\n', encoding="utf-8"
    )
    return tmp_path


def add_seed(site: Path, name: str, day: int) -> None:
    text = TEXT.format(name, day) * 8 + f"Nobody at pier {name} knew more, said the {name} crew."
    title = f"Fog Holds the Ferry {name} in Mirovar"
    row = {"title": title, "date": f"2024-06-{day}", "lang": "en", "text": text}
    (site / "seeds" / f"{day}.jsonl").write_text(json.dumps(row), encoding="utf-8")


def say(site: Path, name: str = "fr.po", **words: str) -> None:
    entries = "".join(f'\nmsgid "{text}"\nmsgstr "{told}"\n' for text, told in words.items())
    write(site, name, HEAD + entries)


def write(site: Path, name: str, text: str) -> None:
    path = site / "templates" / "locale" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def build(site: Path, *options: str, moment: str = "2024-06-20") -> int:
    return main(["build", "-q", "--verify", "-s", str(site), "--as-of", moment, *options])


def list_output(site: Path) -> dict[str, bytes]:
    output = site / "output"
    files = (path for path in output.rglob("*") if path.is_file())
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in files}


def read(site: Path, name: str) -> str:
    return (site / name).read_text(encoding="utf-8")


def test_a_site_speaks_a_language_that_we_have_not(site: Path) -> None:
    say(site, Archive="Toutes les dates", Search="Recherche")

    assert build(site) == 0

    page = read(site, "output/index.html")
    assert '<html lang="fr" dir="ltr">' in page
    assert "Toutes les dates" in page
    assert "Recherche" in page
    assert "mercredi 12 juin 2024" in page.lower()


def test_a_language_of_its_own_runs_the_way_that_it_is_written(site: Path) -> None:
    (site / "sitegen.toml").write_text('[site]\nlanguage = "he"\n', encoding="utf-8")
    write(site, "he.po", 'msgid "Archive"\nmsgstr "ארכיון"\n')

    assert build(site) == 0

    page = read(site, "output/index.html")
    assert '<html lang="he" dir="rtl">' in page
    assert "ארכיון" in page


def test_a_changed_word_is_drawn_anew_wherever_it_stands_and_nothing_else_is(site: Path) -> None:
    say(site, Archive="Archives")
    build(site)
    before = list_output(site)

    say(site, Archive="Toutes les dates")
    build(site)  # --verify: a clean build gives the same

    after = list_output(site)
    changed = {path for path in after if before.get(path) != after[path]}
    saying = {path for path in after if b"Toutes les dates" in after[path]}
    assert "index.html" in saying
    assert changed == saying | {MANIFEST_NAME}
    assert not any(b">Archives<" in data for data in after.values())


def test_a_change_of_comments_alone_draws_nothing_anew(site: Path) -> None:
    say(site, Archive="Archives")
    build(site)
    before = list_output(site)

    path = site / "templates" / "locale" / "fr.po"
    path.write_text(f"# Nos mots\n\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    build(site)

    assert list_output(site) == before


def test_what_content_says_of_a_page_is_told_anew_and_an_issued_digest_is_not(site: Path) -> None:
    build(site, moment="2024-06-12")
    name = "content/articles/fog-holds-the-ferry-kestrel-in-mirovar.md"
    assert "the text that is published" in read(site, name)
    issued = read(site, "content/digests/2024-06-10.md")

    say(site, **{"the text that is published": "le texte publié", "Search": "Recherche"})
    add_seed(site, "Gull", 17)
    build(site, moment="2024-06-18")

    assert "le texte publié" in read(site, name)
    assert read(site, "content/digests/2024-06-10.md") == issued
    assert "\nlang: fr\n" in read(site, "content/digests/2024-W24.md")
    assert "10 – 16 juin 2024" in read(site, "content/digests/2024-W24.md")


def test_the_words_of_a_template_of_its_own_are_translated(site: Path) -> None:
    (site / "templates" / "partials").mkdir(parents=True)
    (site / "templates" / "partials" / "footer.html").write_text(
        '<footer>{{ _("Made on the quay") }}, {% trans name=site.title %}for <b>{{ name }}</b>'
        "{% endtrans %}</footer>"
    )
    write(
        site,
        "fr.po",
        'msgid "Made on the quay"\nmsgstr "Fait sur le quai"\n'
        '\nmsgid "for <b>%(name)s</b>"\nmsgstr "pour <b>%(name)s</b>"\n',
    )

    build(site)

    assert "<footer>Fait sur le quai, pour <b>" in read(site, "output/index.html")


def test_a_broken_catalogue_is_told_with_line_and_way_out_and_the_rest_is_built(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    say(site, Archive="Toutes les dates", Search="%(x)s")

    assert build(site) == 0
    told = capsys.readouterr().err
    assert build(site, "--strict") == 1

    assert "Toutes les dates" in read(site, "output/index.html")
    assert "Search" in read(site, "output/index.html")
    assert told.splitlines()[0] == (
        "templates/locale/fr.po:8: warning: 'Search' has no place '%(x)s'; remove it; "
        "it is left out until then"
    )


def test_a_fault_that_is_mended_is_told_no_more(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    say(site, Archive="Archives", Search="%(x)s")
    build(site)
    say(site, Archive="Archives")
    capsys.readouterr()

    build(site)

    assert "fr.po" not in capsys.readouterr().err


HOSTILE = "<script>alert(1)</script>\\\"'><img src=x onerror=alert(1)> {{ 7*7 }} ](javascript:x) "


def test_words_are_text_and_never_code(site: Path) -> None:
    shipped = read_shipped("de")
    entries = []
    for entry in shipped.split("\n\n")[1:]:
        lines = [line for line in entry.splitlines() if line[0] != "#"]
        if "msgctxt" in entry or "<" in entry:
            continue
        entries.append("\n".join(add_hostile(line) for line in lines))
    write(site, "fr.po", HEAD + "\n" + "\n\n".join(entries) + "\n")

    assert build(site) == 0

    assert main(["check", "-s", str(site)]) == 0
    for name, data in list_output(site).items():
        if name.endswith(".html"):
            assert b"<script>alert" not in data, name
            assert b"<img src=x" not in data, name
            assert b'href="javascript' not in data, name
            assert b"49" not in data or b"7*7" in data, name
    assert b"&lt;script&gt;alert" in list_output(site)["index.html"]


def test_a_mark_that_is_left_open_beside_others_comes_on_no_page(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "templates" / "partials").mkdir(parents=True)
    (site / "templates" / "partials" / "footer.html").write_text(
        "<footer>{% trans name=site.title %}for <b>{{ name }}</b>{% endtrans %}</footer>"
    )
    text = (
        'msgid "for <b>%(name)s</b>"\nmsgstr "pour <b>%(name)s</b> <img src=x onerror=alert(1) "\n'
    )
    write(site, "fr.po", text)

    assert build(site) == 0

    assert "needs the marks <b> </b> in this order, and no others" in capsys.readouterr().err
    assert not [name for name, data in list_output(site).items() if b"<img src=x" in data]


def test_a_pattern_that_its_language_cannot_write_ends_no_build(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "sitegen.toml").write_text('[site]\nlanguage = "iu"\n', encoding="utf-8")
    write(site, "iu.po", 'msgctxt "time pattern"\nmsgid "HH:mm"\nmsgstr "h:mm b"\n')
    for path in (site / "seeds").iterdir():
        row = json.loads(path.read_text(encoding="utf-8"))
        row["date"] += "T12:05:00Z"
        path.write_text(json.dumps(row), encoding="utf-8")

    assert build(site) == 0

    assert "'h:mm b' is no pattern of dates in this language" in capsys.readouterr().err


def read_shipped(code: str) -> str:
    from sitegen.text.package_data import read_data

    return read_data("sitegen.text", f"{code}/interface.po").decode()


def add_hostile(line: str) -> str:
    keyword, _, told = line.partition(' "')
    return f'{keyword} "{HOSTILE}{told}' if keyword.startswith("msgstr") else line


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("french.po", "is not read, because it is named after no language; name it after one"),
        ("fr/LC_MESSAGES/messages.po", "is not read, because it is named after no language"),
        ("FR.po", "is for the same language as another file; make one file of the two"),
    ],
)
def test_a_catalogue_that_is_not_read_is_told(site: Path, name: str, message: str) -> None:
    say(site, Archive="Archives")
    say(site, name, Archive="Dates")

    own = read_own_words(site / "templates")

    assert any(problem.message.startswith(message) for problem in own.problems)
    assert [language for language, _ in own.words] == ["fr"]


def test_a_huge_catalogue_is_not_read(site: Path) -> None:
    write(site, "fr.po", "#" * (2**20 + 1))

    [problem] = read_own_words(site / "templates").problems

    assert problem.message.startswith("is not read, because it is too large (the limit is 1 MiB)")


def test_of_many_faults_a_few_are_named(site: Path) -> None:
    write(site, "fr.po", "\n\n".join(["nonsense"] * 50))

    problems = read_own_words(site / "templates").problems

    assert len(problems) == 9
    assert problems[-1].message.startswith("has 42 more such lines")


def test_what_editors_leave_beside_a_catalogue_is_no_template(site: Path) -> None:
    say(site, Archive="Archives")
    (site / "templates" / "locale" / "fr.mo").write_bytes(b"\xde\x12\x04\x95")
    (site / "templates" / "locale" / "fr.po~").write_bytes(b"\xff")

    assert read_own_words(site / "templates").problems == ()
    assert read_theme(site / "templates") == read_theme(site / "none")


def test_a_catalogue_that_is_a_link_is_told_as_a_template_is(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    say(site, "elsewhere.txt", Archive="Archives")
    shutil.move(site / "templates" / "locale" / "elsewhere.txt", site / "elsewhere.txt")
    (site / "templates" / "locale" / "fr.po").symlink_to(site / "elsewhere.txt")

    assert build(site) == 1

    assert "templates/locale/fr.po: is a link, and links are not followed" in (
        capsys.readouterr().err
    )
