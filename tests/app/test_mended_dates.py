"""An article that was dated ahead by mistake, or to wait, and whose date is mended."""

import json
import re
from pathlib import Path

import pytest

from sitegen.app.cli import main

LAMP = """\
Lamplighters Count Their Lamps

The lamplighters of Mira counted their lamps on Friday and found one more than last year. Nobody
could say where it had come from, but it burns well, said their foreman, who has written to the
council about oil for it and hopes for an answer before the autumn storms arrive.
"""
PAGE = "content/articles/lamplighters-count-their-lamps.md"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "lamp.txt").write_text(LAMP, "utf-8")
    state(tmp_path, "2062-06-28")
    build(tmp_path, "2024-07-01")
    return tmp_path


def state(site: Path, day: str) -> None:
    (site / "seeds" / "lamp.toml").write_text(f"date = {day}\n", "utf-8")


def build(site: Path, day: str) -> None:
    assert main(["build", "-q", "--verify", "-s", str(site), "--as-of", day]) == 0


def edit(site: Path, before: str, after: str) -> None:
    page = site / PAGE
    page.write_text(re.sub(before, after, page.read_text("utf-8"), flags=re.MULTILINE), "utf-8")


def read_item(site: Path, day: str) -> tuple[str, str]:
    assert main(["check", "-s", str(site), "--as-of", day]) == 0
    (item,) = json.loads((site / "output" / "feed.json").read_text("utf-8"))["items"]
    return item["date_published"], item["date_modified"]


def test_where_the_seed_is_mended_nothing_of_the_future_is_left(site: Path) -> None:
    state(site, "2024-06-28")
    build(site, "2024-07-02")

    noon = "2024-06-28T12:00:00+00:00"
    assert read_item(site, "2024-07-02") == (noon, noon)
    assert "2062" not in (site / PAGE).read_text("utf-8")


def test_where_a_person_mends_the_page_they_are_told_of_the_rest(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(site, "^date: .*$", "date: 2024-06-28")
    capsys.readouterr()
    build(site, "2024-07-02")

    noon = "2024-06-28T12:00:00+00:00"
    said = "'updated' is 2062-06-28, which is neither its date nor past; take it out"
    assert f"{PAGE}: warning: {said}" in capsys.readouterr().err
    assert read_item(site, "2024-07-02") == (noon, noon)

    edit(site, r"^updated: .*\n", "")
    capsys.readouterr()
    build(site, "2024-07-03")
    assert "updated" not in capsys.readouterr().err


def test_what_waits_for_its_day_is_not_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(site, "^title: .*$", "title: Lamplighters Count")
    edit(site, "^# .*$", "# Lamplighters Count")
    capsys.readouterr()
    build(site, "2024-07-02")

    assert "updated" not in capsys.readouterr().err
