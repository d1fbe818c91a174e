"""A URL of the site is known by what stands below the path of base_url, whatever that path is."""

import json
from pathlib import Path

import pytest

from sitegen.app.cli import main
from sitegen.app.named_urls import find_address

FERRY = "ferry-runs-aground-off-port-ellery"
STRIKE = "lamplighters-of-velmark-lay-down-their-poles"


@pytest.fixture(params=["digest", "stories", "articles", "tags/pages"])
def folder(request: pytest.FixtureRequest, stories: Path) -> str:
    """The URL of a folder with the name of one that sites have, in which the site lies."""
    url = f"https://harbour.example/{request.param}/"
    (stories / "sitegen.toml").write_text(f'[site]\nbase_url = "{url}"\n', "utf-8")
    return url


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        (f"articles/{FERRY}/", "page"),
        (f"articles/{FERRY}/index.html", "page"),
        (f"stories/{FERRY}/", "story"),
        ("digest/2024-06-14/", "digest"),
        ("tags/velmark/", "tag"),
    ],
)
def test_explain_knows_a_url_in_a_folder_called_as_one_of_the_site(
    folder: str, address: str, kind: str, stories: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()

    assert main(["explain", folder + address, "-s", str(stories), "--json"]) == 0
    assert kind in json.loads(capsys.readouterr().out)


def test_articles_and_stories_are_merged_and_split_by_such_urls(folder: str, stories: Path) -> None:
    def run(command: str, *names: str) -> int:
        return main([command, *(folder + name for name in names), "-s", str(stories)])

    assert run("merge", f"stories/{FERRY}/", f"stories/{STRIKE}/") == 0
    assert run("split", f"stories/{FERRY}/", f"articles/{STRIKE}/") == 0
    assert run("merge", f"articles/{FERRY}/", f"articles/{STRIKE}/") == 0


@pytest.mark.parametrize(
    "url",
    [
        "https://harbour.example/n%C3%A4he/articles/ferry/",
        "https://harbour.example/nähe/articles/ferry/#top",
        "http://HARBOUR.example/nähe/articles/ferry/?from=feed",
        "http://127.0.0.1:8000/n%C3%A4he/articles/ferry/",
    ],
)
def test_a_url_counts_however_it_is_written_and_in_the_preview(url: str) -> None:
    assert find_address(url, "https://harbour.example/n%C3%A4he/") == "articles/ferry/"


@pytest.mark.parametrize(
    "name",
    [
        "ferry",
        "digest/2024-06-14",
        "seeds/ferry.txt",
        "/digest/2024-06-14/",
        "https://elsewhere.example/digest/2024-06-14/",
        "https://harbour.example/articles/ferry/",
        "https://[harbour.example/digest/",
    ],
)
def test_any_other_name_stays_as_it_is(name: str) -> None:
    assert find_address(name, "https://harbour.example/digest/") == name


def test_the_front_page_is_unknown_by_its_address(
    folder: str, stories: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()

    assert main(["explain", folder, "-s", str(stories)]) == 2
    assert capsys.readouterr().err.startswith("sitegen: /: no seed, no page and no tag")
