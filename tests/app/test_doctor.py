"""What `sitegen doctor` foresees: each trouble is named with what to do about it."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sitegen.app import doctor
from sitegen.app.cli import main
from sitegen.app.config import DEFAULTS
from sitegen.app.diagnoses import diagnose_pages, diagnose_tags
from sitegen.app.doctor import FEED_BYTES, FILE_BYTES, SITE_BYTES, Figures, measure
from sitegen.app.doctor_text import write_diagnosis
from sitegen.model.dating import UNKNOWN
from sitegen.model.page import Page, TagPage
from sitegen.model.record import Record
from sitegen.model.settings import Settings
from tests.publish.site_samples import make_page

AS_OF = ("--as-of", "2024-07-02")
ADDRESS = ("-b", "https://gazette.example/news/")
NOW = datetime(2024, 7, 2, tzinfo=UTC)


def diagnose(capsys: pytest.CaptureFixture[str], site: Path, *options: str) -> tuple[int, str]:
    capsys.readouterr()
    status = main(["doctor", "-s", str(site), *AS_OF, *ADDRESS, *options])
    return status, capsys.readouterr().out


def tell(*pages: Page, settings: Settings = DEFAULTS) -> str:
    """What is said of some articles, a line each."""
    record = Record(pages=tuple(replace(page, rights="©") for page in pages), tags=(), own=())
    found = (*diagnose_pages(record, settings, NOW), *diagnose_tags(record, settings))
    return "\n".join(f"{one.place}: {one.severity}: {one.message}" for one in found)


def test_a_young_site_hears_its_figures_and_what_its_articles_lack(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "-q", "-s", str(site), *AS_OF, *ADDRESS]) == 0

    status, told = diagnose(capsys, site)

    size, largest, growth, *problems = told.splitlines()
    assert status == 0
    assert re.match(r"size    0\.[12] MB in ", size)
    assert size.endswith(" files, 0.0% of what GitHub Pages takes")
    assert largest.startswith("largest ")
    assert growth == "growth  2 articles; too young to tell"
    [problem] = problems
    assert problem == (
        "content/articles: note: 2 articles without a word on whose the text is; state rights in "
        "a sidecar of the seed, or for all texts of a source under [sources.NAME]: "
        "ferry-runs-aground-off-port-ellery.md, "
        "lamplighters-of-velmark-lay-down-their-poles.md"
    )


def test_a_site_without_trouble_has_nothing_to_do(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for seed in ("ferry", "wire/strike", "wire/strike-again"):
        (site / "seeds" / f"{seed}.toml").write_text('rights = "ours"\n', encoding="utf-8")
    assert main(["build", "-q", "-s", str(site), *AS_OF, *ADDRESS]) == 0

    assert diagnose(capsys, site)[1].splitlines()[-1] == "nothing to do"


def test_machines_get_figures_limits_and_problems(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, told = diagnose(capsys, site, "--json")

    values = json.loads(told)
    assert (status, values["command"], values["articles"], values["size"]) == (0, "doctor", 2, 0)
    assert values["limits"] == {"size": 2**30, "file": 100 * 2**20, "deploy_minutes": 10}
    assert values["problems"][-1] == {
        "place": "output",
        "severity": "note",
        "message": "there is no site yet, so its size was not looked at; run 'sitegen build' first",
    }


def test_a_diagnosis_changes_nothing_but_the_cache(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}

    diagnose(capsys, site, "--no-cache")

    after = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert {path: after[path] for path in before} == before
    assert {path.parent.name for path in after.keys() - before.keys()} <= {".sitegen"}


def test_limits_that_are_passed_are_errors(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["build", "-q", "-s", str(site), *AS_OF, *ADDRESS]) == 0
    monkeypatch.setattr(doctor, "SITE_BYTES", 50_000)
    monkeypatch.setattr(doctor, "FILE_BYTES", 10_000)
    monkeypatch.setattr(doctor, "FEED_BYTES", 1_024)

    status, told = diagnose(capsys, site)

    assert status == 1
    assert "output: error: has 0 MB, more than GitHub Pages takes; choose excerpts" in told
    assert ".css: error: has 0 MB, and GitHub refuses files of more than 100 MB" in told
    assert " feeds have more than 1 KB, among them atom.xml (" in told


def test_an_address_that_is_not_set_and_a_workflow_that_is_not_filled_in_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", str(tmp_path)]) == 0
    capsys.readouterr()

    assert main(["doctor", "-s", str(tmp_path)]) == 0

    told = capsys.readouterr().out
    assert "sitegen.toml: warning: base_url is not set; " in told
    assert ".github/workflows/pages.yml: warning: does not say where sitegen comes from; " in told


def test_a_rule_for_noise_that_takes_no_line_is_told(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "sitegen.toml").write_text(
        '[input]\nnoise = ["Print", "Buy our mugs*"]\n[sources.Tideline]\nnoise = ["Print"]\n',
        encoding="utf-8",
    )

    _, told = diagnose(capsys, site)

    assert "'Buy our mugs*' in [input] takes no line; mend it or take it out" in told
    assert "'Print' in [sources.Tideline] takes no line, for no seed states this source; " in told
    assert "'Print' in [input]" not in told


def test_an_article_dated_ahead_is_told() -> None:
    page = make_page("fair", datetime(2024, 8, 1, tzinfo=UTC))

    assert tell(page) == (
        "content/articles: note: 1 article dated in the future and not published yet; "
        "mend the date in content/, or wait: fair.md"
    )


def test_articles_without_a_date_are_counted_and_a_few_are_named() -> None:
    pages = [make_page(name, dating=UNKNOWN) for name in "abcde"]

    assert tell(*pages) == (
        "content/articles: note: 5 articles without a date; state it in a sidecar of the seed, "
        "or set date in content/: a.md, b.md, c.md and 2 more"
    )


def test_a_headline_without_letters_is_told() -> None:
    assert "no letters for an address" in tell(make_page("untitled", title="…"))


def test_two_articles_under_one_headline_are_told_and_a_number_of_its_own_is_not() -> None:
    first = make_page("ferry-late", title="Ferry late")
    second = make_page("ferry-late-2", title="Ferry late")
    third = make_page("ferry-late-3", title="Ferry late 3")

    told = tell(first, second, third)

    assert "1 article with the headline of another one" in told
    assert told.endswith(": ferry-late-2.md")


def test_an_address_that_two_articles_claim_is_told() -> None:
    told = tell(make_page("ferry", aliases=("Tram",)), make_page("tram"))

    assert told == (
        "content/articles: warning: ferry.md and tram.md share the address 'tram'; "
        "take it out of the aliases of all but one"
    )


def test_files_of_tags_that_no_article_has_are_told() -> None:
    tags = tuple(
        TagPage(title, title.lower(), (), is_edited=False)
        for title in ("Orle", "Mira", "Ferry", "Kelsund", "Trams")
    )
    record = Record(pages=(make_page("a", tags=("Ferry",)),), tags=tags, own=())

    (left,) = diagnose_tags(record, DEFAULTS)
    (one,) = diagnose_tags(replace(record, tags=tags[1:3]), DEFAULTS)

    stays = (
        "of tags that no article has; what has been public stays, with what is left of it, for its "
        "address goes on to answer:"
    )
    assert (left.place, left.severity) == ("content/tags", "note")
    assert left.message == f"4 files {stays} kelsund.md, mira.md, orle.md and 1 more"
    assert one.message == f"1 file {stays} mira.md"


def test_many_thin_tags_are_told_with_what_another_minimum_would_keep() -> None:
    thin = [
        make_page(f"p{number}{copy}", tags=(f"T{number}",)) for number in range(21) for copy in "ab"
    ]
    thick = [make_page(f"q{number}", tags=("Ferry",)) for number in range(4)]

    told = tell(*thin, *thick)

    assert told == (
        "sitegen.toml: warning: 21 of 22 tags have fewer than 3 articles, each with a page and "
        "three feeds; set minimum = 3 under [tags] to keep 1"
    )
    assert tell(*thin, *thick, settings=replace(DEFAULTS, tag_minimum=3)) == ""
    assert tell(*thin[:40], *thick) == ""


def grow(days: Mapping[int, int], size: int) -> Figures:
    """The figures of a site where so many articles came so many days ago."""
    pages = tuple(
        make_page(f"p{day}-{number}", NOW - timedelta(days=day))
        for day, many in days.items()
        for number in range(many)
    )
    return measure({"index.html": size}, pages, NOW)


def test_growth_is_that_of_the_last_thirty_days_and_says_when_the_site_is_full() -> None:
    figures = grow({40: 60, 10: 60}, SITE_BYTES // 2)

    assert figures.articles_a_day == 2
    assert figures.days_left == 60


def test_the_flood_of_the_first_days_is_no_growth() -> None:
    assert grow({10: 500}, 1_000).days_left is None


def test_a_site_that_nothing_comes_to_is_never_full() -> None:
    assert grow({40: 5}, 1_000).days_left is None


@pytest.mark.parametrize(
    ("days", "size", "told"),
    [
        (
            {40: 60, 10: 60},
            SITE_BYTES // 2,
            "120 articles, 2.0 a day in the last 30 days; full in about 60 days",
        ),
        (
            {40: 60, 10: 3},
            SITE_BYTES // 100,
            "63 articles, 0.1 a day in the last 30 days; full in about 170 years",
        ),
        ({40: 1}, 1_000, "1 article, 0.0 a day in the last 30 days"),
    ],
)
def test_growth_is_told_in_days_or_years(days: Mapping[int, int], size: int, told: str) -> None:
    diagnosis = doctor.Diagnosis(grow(days, size), ())

    assert write_diagnosis(diagnosis).splitlines()[2] == f"growth  {told}"


def test_a_site_that_will_soon_be_full_is_warned() -> None:
    found = doctor._diagnose_size("output", grow({40: 60, 10: 60}, SITE_BYTES // 2), {"a": 1})

    [problem] = found
    assert problem.message.startswith(
        "will have more than GitHub Pages takes in about 60 days, at 2.0 articles a day; "
    )


def test_a_site_that_is_nearly_full_is_warned_of_the_ten_minutes_too() -> None:
    [problem] = doctor._diagnose_size("output", grow({40: 1}, SITE_BYTES * 3 // 4), {"a": 1})

    assert problem.message.startswith(
        "has 768 MB of the 1024 MB that GitHub Pages takes, and a deployment of more than 10 "
        "minutes is stopped; "
    )


def test_the_limits_are_those_that_github_states() -> None:
    assert (SITE_BYTES, FILE_BYTES, FEED_BYTES) == (1_073_741_824, 104_857_600, 524_288)


def test_a_template_with_a_wrong_name_and_ids_of_this_computer_are_named(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "-q", "-s", str(site), *AS_OF]) == 0
    partials = site / "templates" / "partials"
    partials.mkdir(parents=True)
    (partials / "fotter.html").write_text("x", encoding="utf-8")
    (partials / "own.html").write_text("x", encoding="utf-8")
    assets = site / "templates" / "assets"
    assets.mkdir()
    for name in ("tokenz.css", "own.css", "logo.png"):
        (assets / name).write_text("x", encoding="utf-8")
    (partials / "own.html").write_text("own.css", encoding="utf-8")
    (partials / "header.html").write_text("{% include 'partials/own.html' %}", encoding="utf-8")

    _, told = diagnose(capsys, site)

    assert (
        "templates/partials/fotter.html: warning: replaces no template and none includes it; "
        "did you mean 'partials/footer.html'?"
    ) in told
    assert "templates/assets/tokenz.css: warning: replaces no asset and no template" in told
    assert "own.css" not in told
    assert "logo.png" not in told
    assert "own.html" not in told
    assert "header.html" not in told
    assert "2 articles have ids with localhost in them, from before base_url was set" in told
