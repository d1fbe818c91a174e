"""Count what a site holds."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from sitegen.app.report import describe_problems
from sitegen.app.survey import Survey
from sitegen.model.page import Page

Values = dict[str, Any]

_MOST_SHOWN = 10


def count_site(survey: Survey) -> Values:
    """Return the numbers of everything, most frequent first where there is a list."""
    pages = survey.after.record.pages
    parsed = survey.ingested.parsed
    return {
        "seeds": len(parsed),
        "articles": sum(len(item.articles) for item in parsed),
        "pages": len(pages),
        "drafts": sum(page.draft for page in pages),
        "edited": sum(page.is_edited for page in pages),
        "copies": sum(max(0, len(page.seeds) - 1) for page in pages),
        "tags": _rank(tag for page in pages for tag in page.tags),
        "stories": _rank(page.story for page in pages if page.story),
        "noise_rules": _rank(
            fate.rule for item in parsed for fate in item.lines if fate.kind == "noise"
        ),
        "dates": _rank(page.dating.precision for page in pages),
        "sources": _rank(_list_sources(pages)),
        "problems": describe_problems(sorted(set(survey.problems))),
    }


def write_stats(counted: Values) -> str:
    """Return the numbers for people to read in a terminal."""
    return "\n".join(_write_lines(counted))


def _list_sources(pages: Iterable[Page]) -> Iterator[str]:
    return (page.agency or page.source for page in pages if page.agency or page.source)


def _rank(names: Iterable[str]) -> dict[str, int]:
    counts = Counter(names)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _write_lines(counted: Values) -> Iterator[str]:
    for name in ("seeds", "articles", "pages", "drafts", "edited", "copies"):
        yield f"{name:8} {counted[name]:6}"
    problems = sum(problem["severity"] != "note" for problem in counted["problems"])
    yield f"problems {problems:6}"
    for name in ("dates", "sources", "tags", "stories", "noise_rules"):
        yield from _write_ranking(name.replace("_", " "), counted[name])


def _write_ranking(title: str, counts: dict[str, int]) -> Iterator[str]:
    if not counts:
        return
    yield ""
    yield f"{title} ({len(counts)})"
    shown = list(counts.items())[:_MOST_SHOWN]
    yield from (f"{count:6}  {name}" for name, count in shown)
    if len(shown) < len(counts):
        yield f"     …  and {len(counts) - len(shown)} more, shown with --json"
