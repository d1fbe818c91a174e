from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sitegen.app.build import examine_site, run_build
from sitegen.app.config import DEFAULTS
from sitegen.app.explain import Values, explain_name
from sitegen.app.explain_text import write_explanation
from sitegen.app.job import Job
from sitegen.app.progress import Progress
from sitegen.app.site_folder import SiteFolder
from sitegen.errors import UsageError
from sitegen.model.settings import Settings

SETTINGS = replace(DEFAULTS, base_url="https://example.org/")
SLUG = "lamplighters-of-velmark-lay-down-their-poles"
OTHERS = (
    "give a file of seeds/ or of content/articles/, stories/NAME, digest/DAY or a tag, as "
    "'sitegen tags' lists them"
)


def explain(site: Path, name: str, settings: Settings = SETTINGS) -> Values:
    now = datetime(2024, 6, 20, tzinfo=UTC)
    folder = SiteFolder(site, site / "output")
    job = Job(folder, settings, now, is_remembering=False, settled=None)
    run_build(job, Progress(None))
    return explain_name(name, job, examine_site(job, Progress(None)))


def test_every_line_of_a_seed_has_its_kind_and_its_rule(site: Path) -> None:
    lines = explain(site, "wire/strike-again.txt")["seed"]["lines"]

    assert [line["number"] for line in lines] == list(range(1, len(lines) + 1))
    assert (lines[0]["kind"], lines[0]["reason"]) == (
        "title",
        "the headline, by its shape, its place and what it shares with the text",
    )
    assert (lines[-1]["text"], lines[-1]["kind"], lines[-1]["rule"]) == ("Print", "noise", "button")


def test_an_article_of_a_seed_leads_to_its_page_and_its_copies(site: Path) -> None:
    (article,) = explain(site, "wire/strike-again.txt")["seed"]["articles"]

    assert article["page"]["slug"] == SLUG
    assert [copy["seed"] for copy in article["page"]["copies"]] == [
        "wire/strike-again.txt#1",
        "wire/strike.txt#1",
    ]


@pytest.mark.parametrize("name", ["ferry.txt", "seeds/ferry.txt", "./seeds/ferry.txt"])
def test_a_seed_goes_by_its_name_below_seeds_or_in_the_site(site: Path, name: str) -> None:
    assert explain(site, name)["seed"]["name"] == "ferry.txt"


def test_a_seed_goes_by_its_path_from_where_the_user_stands(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site.parent)

    assert explain(site, "site/seeds/ferry.txt")["seed"]["name"] == "ferry.txt"


@pytest.mark.parametrize(
    "name",
    [
        SLUG,
        f"{SLUG}.md",
        f"articles/{SLUG}.md",
        f"content/articles/{SLUG}.md",
        f"articles/{SLUG}/",
        f"https://example.org/articles/{SLUG}/",
        f"https://example.org/articles/{SLUG}/index.html#top",
    ],
)
def test_a_page_goes_by_its_slug_its_file_its_address_and_its_url(site: Path, name: str) -> None:
    page = explain(site, name)["page"]

    assert (page["slug"], page["date_precision"], page["date_evidence"]) == (
        SLUG,
        "day",
        "June 15, 2024",
    )


def test_the_names_of_a_page_are_told_by_kind_with_their_forms(site: Path) -> None:
    values = explain(site, SLUG)

    names = values["page"]["names"]
    assert {"name": "Velmark", "kind": "place", "count": 1, "forms": ["Velmark"]} in names
    assert any(
        line.startswith("  names    place: ") for line in write_explanation(values).split("\n")
    )


def test_a_name_is_of_the_kind_that_all_articles_together_tell(site: Path) -> None:
    write_seed(site, "Reporters asked Selvia about it.", "river", "ford")
    slug = "word-of-the-river-and-the-ford"
    own = find_kind(explain(site, slug), "Selvia")
    for things in zip(THINGS, THINGS[5:], strict=False):
        write_seed(site, "They live in Selvia now and eat in Selvia.", *things)

    assert (own, find_kind(explain(site, slug), "Selvia")) == ("person", "place")


THINGS = "boat cart dyke farm gate hill inn jetty kiln lamp".split()


def write_seed(site: Path, sentence: str, one: str, other: str) -> None:
    text = (
        f"Word of the {one} and the {other}\n\nThe {one} was there for all of them before the "
        f"{other} was, and nobody in the town has seen a {one} since. {sentence}\n"
    )
    (site / "seeds" / f"{one}.txt").write_text(text, encoding="utf-8")


def find_kind(values: Values, name: str) -> str:
    kinds: dict[str, str] = {one["name"]: one["kind"] for one in values["page"]["names"]}
    return kinds[name]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("seeds/fery.txt", "did you mean 'ferry.txt'?"),
        (f"articles/{SLUG}-.md", f"did you mean '{SLUG}'?"),
        ("", OTHERS),
        ("qqq", OTHERS),
        ("sources/qqq", OTHERS),
    ],
)
def test_an_unknown_name_is_told_with_near_ones(site: Path, name: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        explain(site, name)

    assert str(caught.value) == (
        f"{name or '/'}: no seed, no page and no tag has this name; {hint}"
    )


def test_a_seed_is_written_line_by_line_and_then_its_pages(site: Path) -> None:
    text = write_explanation(explain(site, "wire/strike-again.txt"))

    lines = text.splitlines()
    assert lines[0] == "seeds/wire/strike-again.txt"
    assert lines[1].split() == [
        *("1", "1", "title", "headline"),
        *"Lamplighters of Velmark Lay Down Their Poles".split(),
    ]
    assert f"  content/articles/{SLUG}.md" in lines
    assert "    copy     seeds/wire/strike.txt#1: 1.00, the same text, letter for letter" in lines


def test_a_reason_of_its_own_stands_behind_the_rule_and_a_common_one_below() -> None:
    head = {"number": 1, "kind": "noise", "article": 0}
    lines = [
        {**head, "rule": "button", "reason": "the words of a button", "text": "Share"},
        {**head, "rule": "named noise", "reason": "[input] Go", "text": "Go"},
        {**head, "rule": "named noise", "reason": "[input] Away", "text": "Away"},
    ]
    seed = {"name": "a.txt", "lines": lines, "articles": [], "problems": []}

    _, button, named, other, why = write_explanation({"seed": seed}).splitlines()

    assert named.endswith("  noise       named noise ([input] Go)    Go")
    assert button.index("Share") == named.rindex("Go") == other.rindex("Away")
    assert why == "button: the words of a button"


def test_a_line_that_goes_on_with_another_leaves_the_common_reason_below() -> None:
    head = {"kind": "body", "article": 1, "rule": "text"}
    lines = [
        {**head, "number": 1, "reason": "running text", "text": "The ferry"},
        {**head, "number": 2, "reason": "goes on from line 1", "text": "came late."},
    ]
    seed = {"name": "a.txt", "lines": lines, "articles": [], "problems": []}

    _, one, other, why = write_explanation({"seed": seed}).splitlines()

    assert "running text" not in one
    assert "text (goes on from line 1)  came late." in other
    assert why == "text: running text"


def test_a_seed_without_an_article_says_why(site: Path) -> None:
    (site / "seeds" / "empty.txt").touch()

    text = write_explanation(explain(site, "empty.txt"))

    assert text.startswith("seeds/empty.txt\nquarantined: ")


def test_a_page_is_written_with_date_and_evidence(site: Path) -> None:
    text = write_explanation(explain(site, SLUG))

    assert "  date     2024-06-15T12:00:00+00:00, known to the day: June 15, 2024" in text


def test_a_date_that_was_worked_out_is_written_with_what_tells_it(site: Path) -> None:
    ferry = site / "seeds" / "ferry.txt"
    text = ferry.read_text("utf-8")
    caption = "Tugs off Port Ellery, June 14, 2024. (Northern Wire/Ida Fellgate)"
    ferry.write_text(text.replace("June 14, 2024", caption), "utf-8")

    found = explain(site, "ferry-runs-aground-off-port-ellery")

    assert (found["page"]["date_precision"], found["page"]["date_basis"]) == ("month", "shown")
    (line,) = (row for row in write_explanation(found).splitlines() if row.startswith("  date"))
    assert line.startswith(
        "  date     2024-06, known to the month by what it says and shows: "
        "A ferry with 212 passengers ran aground"
    )
    assert line.endswith("Tugs off Port Ellery, June 14, 2024.")


def test_a_date_that_contradicts_is_written_behind_the_one_that_counts(site: Path) -> None:
    (site / "seeds" / "ferry.toml").write_text("date = 2021-03-02", "utf-8")

    found = explain(site, "ferry-runs-aground-off-port-ellery")

    assert found["page"]["date_contrary"] == "2021-03-02, stated in ferry.toml"
    assert (
        "known to the day: June 14, 2024; stated otherwise in: 2021-03-02, stated in ferry.toml"
        in write_explanation(found)
    )


def test_an_edited_page_and_an_unknown_date_are_named_as_such(site: Path) -> None:
    (site / "seeds" / "ferry.txt").unlink()
    explain(site, SLUG)
    page = site / "content" / "articles" / f"{SLUG}.md"
    lines = page.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("date")]
    page.write_text("".join(kept).replace("Velmark", "Orle"), encoding="utf-8")

    text = write_explanation(explain(site, SLUG))

    assert text.startswith(f"content/articles/{SLUG}.md (edited by hand)\n")
    assert "  date     unknown, first seen 2024-06-20T00:00:00+00:00" in text


def test_a_date_by_hand_is_stated_in_the_file(site: Path) -> None:
    page = site / "content" / "articles" / "ticket-found.md"
    page.parent.mkdir(parents=True)
    page.write_text(
        "---\nid: tag:orle.example,2024:ticket\ntitle: Ticket found\nslug: ticket-found\n"
        "first_seen: 2024-06-14\ndate: 2024-06-14\n---\n\nIt lay under the back seat.\n",
        encoding="utf-8",
    )

    text = write_explanation(explain(site, "ticket-found"))

    told = "2024-06-14T12:00:00+00:00, known to the day: stated in content/articles/ticket-found.md"
    assert f"  date     {told}" in text


def test_a_page_that_is_quarantined_is_known_and_why(site: Path) -> None:
    explain(site, SLUG)
    file = site / "content" / "articles" / f"{SLUG}.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("\nfirst_seen: 2024", "\nfirst_seen: 20x4"), encoding="utf-8")

    for name in (SLUG, f"content/articles/{SLUG}.md"):
        with pytest.raises(UsageError, match=r"md:\d+: is quarantined: 'first_seen'"):
            explain(site, name)
    (article,) = explain(site, "wire/strike.txt")["seed"]["articles"]
    assert article["held"]
    assert "in a page that is quarantined" in write_explanation(explain(site, "wire/strike.txt"))


def test_a_seed_that_cannot_be_read_is_known_and_why(site: Path) -> None:
    (site / "seeds" / "linked.txt").symlink_to(site / "seeds" / "ferry.txt")

    for name in ("linked.txt", "seeds/linked.txt"):
        with pytest.raises(UsageError, match=r"^seeds/linked\.txt: is quarantined: is a link"):
            explain(site, name)


def test_a_page_that_is_dated_ahead_waits_for_its_day(site: Path) -> None:
    seed = site / "seeds" / "ferry.txt"
    seed.write_text(seed.read_text("utf-8").replace("June 14, 2024", "June 30, 2024"), "utf-8")

    found = explain(site, "ferry-runs-aground-off-port-ellery")

    assert found["page"]["waits_until"] == "2024-06-30"
    assert explain(site, SLUG)["page"]["waits_until"] is None
    file = "content/articles/ferry-runs-aground-off-port-ellery.md"
    first, *_ = write_explanation(found).splitlines()
    assert first == f"{file} (dated ahead, waits until 2024-06-30)"


def test_an_address_that_an_article_had_once_leads_to_its_page(site: Path) -> None:
    explain(site, SLUG)
    page = site / "content" / "articles" / f"{SLUG}.md"
    text = page.read_text("utf-8").replace(f"slug: {SLUG}", "slug: poles-down")
    page.unlink()
    page.with_name("poles-down.md").write_text(text, "utf-8")

    assert explain(site, f"articles/{SLUG}/")["page"]["slug"] == "poles-down"


def test_an_article_that_no_page_records_is_told_so() -> None:
    article = {"ordinal": 1, "title": "Ferry Late", "held": False, "page": None}
    seed = {"name": "a.txt", "lines": [], "articles": [article], "notes": [], "problems": []}

    assert write_explanation({"seed": seed}) == (
        "seeds/a.txt\n\narticle 1: Ferry Late\n  is on record in no page: "
        "it is new, or a copy of a page edited by hand"
    )


def test_the_sentences_of_the_summary_and_the_pages_like_it_are_told_with_figures(
    site: Path,
) -> None:
    page = explain(site, SLUG)["page"]

    chosen = [one["text"] for one in page["sentences"] if one["chosen"]]
    assert page["summary"] == " ".join(chosen) != ""
    assert all(0 < item["score"] <= item["cosine"] <= 1 for item in page["related"])
    assert all(set(item) > {"score", "cosine", "nearness"} for item in page["passed_over"])


def test_related_pages_versions_and_copies_are_written_with_their_reason() -> None:
    page = {
        "file": "content/articles/a.md",
        "edited": False,
        "draft": True,
        "waits_until": None,
        "title": "A",
        "id": "tag:example.org,2024:a",
        "date": None,
        "first_seen": "2024-06-20T00:00:00+00:00",
        "tags": ["Mira", "fish limits", "Orle"],
        "tag_reasons": [
            {"tag": "Mira", "kind": "name", "weight": 9, "articles": 3},
            {"tag": "fish limits", "kind": "topic", "weight": 131, "articles": 2},
            {"tag": "Orle", "kind": "given", "weight": 0, "articles": 1},
        ],
        "names": [
            {"name": "Mira", "kind": "place", "count": 3, "forms": ["Mira"]},
            {"name": "Ivo Brandt", "kind": "person", "count": 2, "forms": ["Ivo Brandt"]},
            {"name": "Orle", "kind": "place", "count": 1, "forms": ["Orle"]},
        ],
        "story": "ferry",
        "story_by_hand": False,
        "sentences": [
            {"text": "Mira left.", "weight": 1.0, "fault": "", "chosen": True},
            {"text": "Why?", "weight": 0.2, "fault": "is a question", "chosen": False},
            {"text": f"She {'ran ' * 30}.", "weight": 0.1, "fault": "", "chosen": False},
        ],
        "related": [
            {
                "slug": "b",
                "title": "B",
                "reason": "also about Mira",
                "score": 0.2,
                "cosine": 0.4,
                "nearness": 0.5,
            },
            {"slug": "e", "title": "E", "reason": "by hand", "score": None},
        ],
        "passed_over": [
            {"slug": f"p{number}", "score": 0.1, "cosine": 0.2, "nearness": 0.5}
            for number in range(9)
        ],
        "versions": [{"slug": "a-2", "title": "A", "score": 0.61}],
        "merged": [{"id": "tag:example.org,2024:c", "slug": "c", "file": "content/articles/c.md"}],
        "apart": [{"id": "tag:example.org,2024:d", "slug": "d"}],
        "copies": [
            {"seed": "a.txt#1", "score": 1.0, "reason": "the text", "differences": ""},
            {"seed": "b.txt#1", "score": 0.9, "reason": "cut off", "differences": "lacks 2"},
        ],
    }

    lines = write_explanation({"page": page}).splitlines()
    assert lines[0] == "content/articles/a.md (a draft, not published)"
    assert lines[-22:] == [
        "  tags     Mira, fish limits, Orle",
        "  tag      Mira: a name that weighs 9; 3 articles",
        "  tag      fish limits: a topic that weighs 1.31; 2 articles",
        "  tag      Orle: not by the text of the page; 1 article",
        "  names    place: Mira (3), Orle (1)",
        "  names    person: Ivo Brandt (2)",
        "  story    ferry",
        "  sentence 1.00  in the summary: Mira left.",
        "  sentence 0.20  is a question: Why?",
        f"  sentence 0.10  not needed: She{' ran' * 17}…",
        "  related  b: also about Mira; 0.20 = likeness 0.40 x nearness 0.50",
        "  related  e: by hand",
        *(f"  passed   p{number}; 0.10 = likeness 0.20 x nearness 0.50" for number in range(5)),
        "  version  a-2: shares 61% of the shorter text",
        "  merged   content/articles/c.md, by hand; its address leads here",
        "  apart    content/articles/d.md, by hand",
        "  copy     seeds/a.txt#1: 1.00, the text",
        "  copy     seeds/b.txt#1: 0.90, cut off; lacks 2",
    ]


def test_what_was_done_to_a_seed_and_what_is_wrong_beside_it_is_told(site: Path) -> None:
    seeds = site / "seeds"
    text = (seeds / "ferry.txt").read_text("utf-8").replace("said", "said “aground” –")
    (seeds / "ferry.txt").write_bytes(text.encode("cp1252"))
    (seeds / "ferry.toml").write_text("dat = 2024-06-14", "utf-8")

    found = explain(site, "ferry.txt")

    assert found["seed"]["notes"] == ["read as Windows-1252"]
    lines = write_explanation(found).splitlines()
    assert "seeds/ferry.toml: warning: unknown key 'dat'; did you mean 'date'?" in lines
    assert (
        "warning: is not UTF-8 and was read as Windows-1252; save it as UTF-8 to be sure" in lines
    )
