"""A site's own file takes the place of ours of that name, and of no other."""

import json
from pathlib import Path

import pytest

from sitegen.app.cli import main
from sitegen.app.inputs import find_package_templates

SHIPPED = find_package_templates()
ROW = {"title": "Ferry Late in Mirovar", "date": "2024-06-14", "text": "The ferry was late. " * 30}
TEMPLATE = '{% extends "base.html" %}{% block main %}<p>{{ view.title }}: {{ _("Related") }}</p>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.jsonl").write_text(json.dumps(ROW), encoding="utf-8")
    return tmp_path


def build(site: Path) -> dict[str, str]:
    assert main(["build", "-q", "-s", str(site), "--as-of", "2024-07-01"]) == 0
    output = site / "output"
    kinds = (".html", ".css", ".svg")
    return {
        path.relative_to(output).as_posix(): path.read_text(encoding="utf-8")
        for path in output.rglob("*")
        if path.suffix in kinds
    }


def write(site: Path, name: str, text: str) -> None:
    path = site / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def read(name: str) -> str:
    return (SHIPPED / name).read_text(encoding="utf-8")


def find_changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def test_one_template(site: Path) -> None:
    before = build(site)
    write(site, "pages/article.html", TEMPLATE + "{% endblock %}")

    after = build(site)

    assert find_changed(before, after) == {"articles/ferry-late-in-mirovar/index.html"}
    assert "<p>Ferry Late in Mirovar: Related</p>" in after[find_changed(before, after).pop()]


def test_a_template_at_the_wrong_place_is_told_by_each_build_that_looks_at_it(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(site, "article.html", TEMPLATE + "{% endblock %}")
    told = (
        "templates/article.html: warning: replaces no template and none includes it; "
        "did you mean 'pages/article.html'?"
    )

    for _ in range(2):
        build(site)
        assert told in capsys.readouterr().err


def test_the_words_of_a_template_are_told_in_the_language_of_the_site(site: Path) -> None:
    write(site, "pages/article.html", TEMPLATE + "{{ _('Own words') }}{% endblock %}")
    (site / "sitegen.toml").write_text('[site]\nlanguage = "de"\n', encoding="utf-8")

    page = build(site)["articles/ferry-late-in-mirovar/index.html"]

    assert "<p>Ferry Late in Mirovar: Verwandt</p>Own words" in page


def test_a_file_of_macros_works_wherever_they_are_used(site: Path) -> None:
    before = build(site)
    write(
        site, "macros/lists.html", read("macros/lists.html").replace('class="dek"', 'class="own"')
    )

    changed = find_changed(before, after := build(site))

    assert {"index.html", "archive/2024/06/index.html"} <= changed
    assert all('class="own"' in after[path] for path in changed)


def test_tokens_alone(site: Path) -> None:
    before = build(site)
    write(site, "assets/tokens.css", ":root { --paper: #fed; --ink: #012 }\n")

    after = build(site)

    [sheet] = [text for path, text in after.items() if path.startswith("assets/site.")]
    [shipped] = [text for path, text in before.items() if path.startswith("assets/site.")]
    assert sheet.startswith(":root{--paper:#fed;--ink:#012}")
    rest = "@layer base{"
    assert rest in sheet
    assert sheet.partition(rest)[2] == shipped.partition(rest)[2]
    assert not any("tokens" in path for path in after)


def test_rules_of_its_own_stand_last_in_the_style_sheet_and_in_no_layer(site: Path) -> None:
    before = build(site)
    write(site, "assets/own.css", "h1 { color: #012 }\n")

    after = build(site)

    [sheet] = [text for path, text in after.items() if path.startswith("assets/site.")]
    [shipped] = [text for path, text in before.items() if path.startswith("assets/site.")]
    assert sheet == shipped + "h1{color:#012}"
    assert not any("own" in path for path in after if path.startswith("assets/"))


def test_an_asset(site: Path) -> None:
    write(site, "assets/icon.svg", "<svg/>")

    icons = {path: text for path, text in build(site).items() if path.endswith(".svg")}

    assert list(icons.values()) == ["<svg/>"]
