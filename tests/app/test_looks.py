import os
from pathlib import Path

import pytest

from sitegen.app.looks import Looks
from sitegen.app.site_folder import SiteFolder


def look_at(site: Path, config: Path | None = None) -> Looks:
    looks = Looks(SiteFolder(site, site / "output"), config)
    looks.look(None)
    return looks


def test_a_look_sees_seeds_content_templates_and_configuration(site: Path) -> None:
    for name in ("content/articles/a.md", "templates/base.html", "sitegen.toml", "output/a.html"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).touch()

    assert sorted(look_at(site).marks) == [
        str(site / "sitegen.toml"),
        "content/articles/a.md",
        "seeds/ferry.txt",
        "seeds/wire/strike-again.txt",
        "seeds/wire/strike.txt",
        "templates/base.html",
    ]


def test_a_named_configuration_is_looked_at_in_place_of_the_usual_ones(site: Path) -> None:
    (site / "sitegen.toml").touch()
    (site / "other.toml").touch()

    marks = look_at(site, site / "other.toml").marks

    assert [path for path in marks if path.endswith(".toml")] == [str(site / "other.toml")]


@pytest.mark.parametrize("change", ["write", "remove", "come", "link", "hide", "be elsewhere"])
def test_a_look_at_one_place_sees_what_a_look_everywhere_would(site: Path, change: str) -> None:
    place = site / "seeds" / "ferry.txt"
    if change == "write":
        place.write_text("another text", encoding="utf-8")
    elif change == "come":
        place = site / "seeds" / "wire" / "new.txt"
        place.touch()
    elif change == "hide":
        place = site / "seeds" / ".ferry.txt.part"
        place.touch()
    elif change == "be elsewhere":
        place = site / "output" / "index.html"
    looks = look_at(site)
    if change in {"remove", "link"}:
        place.unlink()
    if change == "link":
        place.symlink_to(site / "seeds" / "wire" / "strike.txt")

    looks.look(frozenset({place}))

    assert looks.marks == look_at(site).marks


def test_a_configuration_that_went_is_missed_at_any_look(site: Path) -> None:
    (site / "sitegen.toml").touch()
    looks = look_at(site)
    (site / "sitegen.toml").unlink()

    looks.look(frozenset())

    assert looks.marks == look_at(site).marks


def test_a_path_leads_back_to_its_file(site: Path) -> None:
    looks = look_at(site)

    assert all(os.path.lexists(looks.find_path(path)) for path in looks.marks)


def test_a_look_everywhere_keeps_what_is_as_it_was(site: Path) -> None:
    """Who holds the marks of the last build holds no second copy of each."""
    looks = look_at(site)
    before = looks.marks
    (site / "seeds" / "new.txt").write_text("New", encoding="utf-8")
    (site / "seeds" / "ferry.txt").unlink()

    looks.look(None)

    now = looks.marks
    assert now == look_at(site).marks
    assert now.keys() ^ before.keys() == {"seeds/new.txt", "seeds/ferry.txt"}
    assert all(now[path] is before[path] for path in now.keys() & before.keys())
