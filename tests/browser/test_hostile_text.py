"""A real browser runs nothing of a hostile text, asks nobody for anything, and shows the text."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.faults.hostile.grammar import Vector, make_vectors
from tests.faults.hostile.sites import (
    build,
    find_wanted,
    write_content_site,
    write_seed_site,
)
from tests.faults.hostile.visits import serve, visit_all

SAMPLE = 60  # of over 6,000


@pytest.mark.timeout(300)
@pytest.mark.parametrize("write_site", [write_seed_site, write_content_site])
def test_no_hostile_text_runs_in_any_field_and_nearly_all_is_shown_as_it_is(
    browser: Browser, tmp_path: Path, write_site: Callable[[Path, Sequence[Vector]], None]
) -> None:
    vectors = list(make_vectors(SAMPLE))
    write_site(tmp_path, vectors)
    with redirect_stderr(StringIO()):
        assert build(tmp_path) == 0
    wanted = find_wanted(tmp_path / "output", vectors)

    with serve(tmp_path / "output") as root:
        seen = visit_all(browser, tmp_path / "output", root, wanted)

    assert seen.active == []
    assert len(wanted) >= SAMPLE
    assert seen.find_share() >= 0.97


def test_what_would_be_active_is_noticed(browser: Browser, tmp_path: Path) -> None:
    pages: Mapping[str, str] = {
        "runs": "<img src=x onerror=parent.__ran(7)>",
        "asks": "<img src=http://elsewhere.example/x>",
        "leads": "<a href='java\nscript:parent.__ran(8)'>here</a>",
        "talks": "<script>alert(9)</script>",
        "hides": "<h1>some of it</h1>",
    }
    (tmp_path / "index.html").write_text("<p>Quiet</p>", encoding="utf-8")
    for name, text in pages.items():
        (tmp_path / f"{name}.html").write_text(f"<!doctype html>{text}", encoding="utf-8")

    with serve(tmp_path) as root:
        seen = visit_all(browser, tmp_path, root, {"hides.html": {"h1": "<b>all of it</b>"}})

    told = "\n".join(seen.active)
    for words in ("the text 7 ran", "asked for http://elsewhere", "leads.html", "a dialog"):
        assert words in told
    assert seen.find_share() == 0.0
