import tomllib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sitegen.app.build import examine_site, run_build
from sitegen.app.config import DEFAULTS
from sitegen.app.job import Job
from sitegen.app.noise import Values, list_rules, suggest_rules
from sitegen.app.noise_text import write_proposals, write_rules
from sitegen.app.progress import Progress
from sitegen.app.site_folder import SiteFolder
from sitegen.app.survey import Survey
from sitegen.model.seed import SourceNoise

TEXTS = {
    "harbour": "The harbour of Ellery was dredged at night, and nobody in the inns slept a minute.",
    "library": "A library in Mirovar lends umbrellas now, against a deposit of one long poem.",
    "orchard": "Frost took the plums of Tresk, while pears in the next valley came through whole.",
    "theatre": "Velmark's oldest theatre sold its curtain to a circus and plays with open doors.",
}
MORE = {
    "harbour": "Pilots complained that the new channel bends where the old chart shows a church.",
    "library": "Readers brought ninety poems in the first week, and eleven of them rhymed well.",
    "orchard": "Growers burned straw between the rows until dawn, and bees slept through it all.",
    "theatre": "The director called it a gain for both arts; the ushers asked for warmer coats.",
}


def fill(site: Path) -> Path:
    """A site of four unlike articles with chrome: two of the wire, one of them twice."""
    seeds = site / "seeds"
    for folder in ("wire", "courier"):
        (seeds / folder).mkdir(parents=True, exist_ok=True)
    for number, name in enumerate(TEXTS):
        folder = "courier" if number == 3 else "wire"
        chrome = f"The tide turned {number + 2} hours ago at the pier." if folder == "wire" else ""
        text = f"News of the {name} today\n{TEXTS[name]}\n{MORE[name]}\n{chrome}\nPier Club\n"
        (seeds / folder / f"{name}.txt").write_text(text, encoding="utf-8")
        if name == "harbour":
            (seeds / folder / "again.txt").write_text(f"{text}\nShare\n", encoding="utf-8")
            (seeds / folder / "once-more.txt").write_text(f"\n\n{text}", encoding="utf-8")
    return site


def open_job(site: Path, *noise: SourceNoise) -> Job:
    settings = replace(DEFAULTS, base_url="https://example.org/", noise=noise)
    now = datetime(2024, 6, 20, tzinfo=UTC)
    folder = SiteFolder(site, site / "output")
    return Job(folder, settings, now, is_remembering=True, settled=None)


def examine(site: Path, *noise: SourceNoise) -> Survey:
    return examine_site(open_job(site, *noise), Progress(None))


def suggest(site: Path, *noise: SourceNoise) -> Values:
    return suggest_rules(examine(site, *noise), noise)


@pytest.fixture
def chrome_site(tmp_path: Path) -> Path:
    return fill(tmp_path / "site")


def test_rules_are_listed_with_the_lines_that_they_took(chrome_site: Path) -> None:
    noise = (
        SourceNoise("", ("Pier Club", "Get the app")),
        SourceNoise("wire", ("The tide turned * ago at the pier.",)),
    )

    values = list_rules(examine(chrome_site, *noise), noise)

    assert [(rule["table"], rule["line"], rule["lines"]) for rule in values["named"]] == [
        ("input", "Pier Club", 6),
        ("input", "Get the app", 0),
        ("sources.wire", "The tide turned * ago at the pier.", 5),
    ]
    assert values["rules"] == {"button": 1}


def test_a_rule_that_takes_nothing_is_named_with_the_way_out(chrome_site: Path) -> None:
    noise = (SourceNoise("", ("Pier Club", "Get the app")),)

    text = write_rules(list_rules(examine(chrome_site, *noise), noise))

    assert text.splitlines() == [
        "your rules (2)",
        '     6  [input] "Pier Club"',
        '     0  [input] "Get the app"',
        "        takes no line: compare it with what 'sitegen explain SEED' shows, or take it out",
        "",
        "sitegen's rules (1)",
        "     1  button",
    ]


def test_a_rule_for_a_source_that_no_seed_states_says_what_to_state(chrome_site: Path) -> None:
    noise = (SourceNoise("Northern Wire", ("Pier Club",)), SourceNoise("Wire", ("Get the app",)))

    def tell() -> list[str]:
        return write_rules(list_rules(examine(chrome_site, *noise), noise)).splitlines()

    way = "put 'source = \"Northern Wire\"' into a sidecar, or the seeds into seeds/Northern Wire/"
    why = f"takes no line, for no seed states this source; {way}"
    idle = "takes no line: compare it with what 'sitegen explain SEED' shows, or take it out"
    assert [line.strip() for line in tell()[2:5:2]] == [why, idle]

    placed = "ORLE, June 14, 2024 (Northern Wire) - "
    for name in ("harbour", "again", "once-more"):
        path = chrome_site / "seeds" / "wire" / f"{name}.txt"
        text = path.read_text("utf-8").strip()
        path.write_text(text.replace("today\n", f"today\n{placed}", 1), "utf-8")

    known = "3 articles are known as its by agency or address alone"
    assert tell()[2].strip() == (
        f"takes no line, for no seed states this source; {known}, which are read when the noise "
        f"is out; {way}"
    )

    for name in ("harbour", "again", "once-more"):
        sidecar = chrome_site / "seeds" / "wire" / f"{name}.toml"
        sidecar.write_text('source = "Northern Wire"\n', "utf-8")

    assert tell()[1].split()[0] == "3"


def test_lines_that_recur_are_proposed_where_they_come_from(chrome_site: Path) -> None:
    values = suggest(chrome_site)

    # The label "Pier Club" is one that sitegen knows for noise by its place below the text.
    assert [
        (one["line"], one["table"], one["articles"], one["seeds"], one["lines"])
        for one in values["proposals"]
    ] == [("The tide turned * hours ago at the pier.", "sources.wire", 3, 5, 5)]
    assert values["proposals"][0]["examples"][0] == {
        "seed": "wire/again.txt",
        "line": 4,
        "text": "The tide turned 2 hours ago at the pier.",
    }


def test_what_is_proposed_takes_the_lines_once_a_person_has_pasted_it(chrome_site: Path) -> None:
    text = write_proposals(suggest(chrome_site))

    tables = tomllib.loads(text[text.index("[sources.wire]\n") :])
    noise = (SourceNoise("wire", tuple(tables["sources"]["wire"]["noise"])),)

    assert suggest(chrome_site, *noise)["proposals"] == []
    assert list_rules(examine(chrome_site, *noise), noise)["named"][0]["lines"] == 5


def test_a_changed_rule_changes_a_page_at_the_next_build(chrome_site: Path) -> None:
    page = chrome_site / "content" / "articles" / "news-of-the-library-today.md"
    run_build(open_job(chrome_site), Progress(None))
    assert "The tide turned" in page.read_text(encoding="utf-8")

    run_build(open_job(chrome_site, SourceNoise("wire", ("The tide turned *",))), Progress(None))

    assert "The tide turned" not in page.read_text(encoding="utf-8")


def test_suggesting_changes_nothing(chrome_site: Path) -> None:
    suggest(chrome_site)

    assert sorted(path.name for path in chrome_site.iterdir()) == [".sitegen", "seeds"]


def test_copies_of_a_page_that_a_person_keeps_are_one_article(site: Path) -> None:
    run_build(open_job(site), Progress(None))
    page = next((site / "content" / "articles").glob("ferry*.md"))
    page.write_text(page.read_text(encoding="utf-8") + "\nMine.\n", encoding="utf-8")
    text = (site / "seeds" / "ferry.txt").read_text(encoding="utf-8")
    for word in ("pea", "beet", "fish", "leek"):
        copy = site / "seeds" / f"{word}.txt"
        copy.write_text(text.replace("soup", f"{word} soup"), encoding="utf-8")

    assert suggest(site)["proposals"] == []


def describe(line: str, *, table: str = "input", doubtful: bool = False) -> Values:
    return {
        "line": line,
        "table": table,
        "articles": 4,
        "seeds": 5,
        "lines": 6,
        "doubtful": doubtful,
        "examples": [{"seed": "a.txt", "line": 7, "text": line * 9}],
    }


def test_proposals_are_written_with_a_piece_of_configuration() -> None:
    proposals = [
        describe("Pier Club opens at dawn"),
        describe('Say "tide"', table='sources."Northern Wire"'),
        describe("It was late.", doubtful=True),
    ]

    text = write_proposals({"proposals": proposals, "tables": ["input"]})

    assert text.splitlines()[:6] == [
        "lines that recur in articles that are not copies of one another",
        "",
        "Pier Club opens at dawn",
        "  in 4 articles, 5 seeds, 6 lines",
        "  seeds/a.txt:7  Pier Club opens at dawnPier Club opens at dawnPier Club opens at dawnPi…",
        "",
    ]
    assert "  in 4 articles, 5 seeds, 6 lines; it may be text: look at it twice" in text
    assert text.endswith(
        """Nothing was changed. What is noise, and nothing else, paste into sitegen.toml:

# [input] is there already: add these lines to its list
[input]
noise = [
  "Pier Club opens at dawn",
  # "It was late.",
]

[sources."Northern Wire"]
noise = [
  "Say \\"tide\\"",
]"""
    )


def test_long_lists_are_cut_and_nothing_is_an_answer_too() -> None:
    many = [describe(f"Pier Club {number:02}") for number in range(50)]

    assert "\nand 10 more, shown with --json\n" in write_proposals(
        {"proposals": many, "tables": []}
    )
    assert write_proposals({"proposals": [], "tables": []}).startswith(
        "no line that is still text recurs"
    )
    assert "none; 'sitegen noise --suggest'" in write_rules({"named": [], "rules": {}})
