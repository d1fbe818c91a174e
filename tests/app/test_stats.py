from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sitegen.app.build import examine_site
from sitegen.app.config import DEFAULTS
from sitegen.app.job import Job
from sitegen.app.progress import Progress
from sitegen.app.site_folder import SiteFolder
from sitegen.app.stats import Values, count_site, write_stats


def count(site: Path) -> Values:
    settings = replace(DEFAULTS, base_url="https://example.org/")
    now = datetime(2024, 6, 20, tzinfo=UTC)
    folder = SiteFolder(site, site / "output")
    job = Job(folder, settings, now, is_remembering=False, settled=None)
    return count_site(examine_site(job, Progress(None)))


def test_a_site_is_counted(site: Path) -> None:
    (site / "seeds" / "notes.doc").touch()

    counted = count(site)

    numbers = ("seeds", "articles", "pages", "copies", "drafts", "edited")
    assert [counted[name] for name in numbers] == [3, 3, 2, 1, 0, 0]
    assert counted["noise_rules"] == {"button": 2}
    assert counted["dates"] == {"day": 2}
    assert [problem["place"] for problem in counted["problems"]] == ["seeds/notes.doc"]


def test_every_line_of_every_seed_is_in_the_account(site: Path) -> None:
    (site / "seeds" / "buttons.txt").write_text("Share\n\nPrint\n", encoding="utf-8")
    seeds = (site / "seeds").rglob("*.txt")
    total = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in seeds)

    lines = count(site)["lines"]

    assert lines["total"] == total == sum(lines["kinds"].values())
    assert lines["kinds"]["noise"] == 4
    assert lines["outside"] == 2


def test_counting_changes_nothing(site: Path) -> None:
    count(site)

    assert not (site / "content").exists()


def test_the_most_frequent_comes_first_and_long_lists_are_cut() -> None:
    counted = {
        **dict.fromkeys(("seeds", "articles", "pages", "drafts", "edited", "copies"), 7),
        "problems": [{"severity": "warning"}, {"severity": "note"}],
        "lines": {"total": 8, "kinds": {"body": 4, "noise": 3, "blank": 1}, "outside": 1},
        "dates": {},
        "sources": {"Northern Wire": 12},
        "tags": {f"Tag {number:02}": 20 - number for number in range(12)},
        "stories": {},
        "noise_rules": {"button": 3, "counter": 1},
    }

    lines = write_stats(counted).splitlines()

    assert lines[0] == "seeds         7"
    assert lines[6] == "problems      1"
    assert lines[7:14] == [
        "",
        "lines of the seeds (8)",
        "     4   50.0%  body",
        "     3   37.5%  noise",
        "     1   12.5%  blank",
        "     1          of these in no article, blank lines aside",
        "",
    ]
    assert lines[14:17] == ["noise rules (2)", "     3  button", "     1  counter"]
    assert lines[18:20] == ["sources (1)", "    12  Northern Wire"]
    assert lines[21] == "tags (12)"
    assert lines[-1] == "     …  and 2 more, shown with --json"
