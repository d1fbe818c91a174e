"""Count what a site holds."""

from collections.abc import Iterable, Iterator
from typing import Any

from sitegen.app.report import describe_problems, rank
from sitegen.app.survey import Survey
from sitegen.model.page import Page
from sitegen.model.seed import Parsed

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
        "tags": rank(tag for page in pages for tag in page.tags),
        "stories": rank(page.story for page in pages if page.story),
        "lines": _count_lines(parsed),
        "noise_rules": rank(
            fate.rule for item in parsed for fate in item.lines if fate.kind == "noise"
        ),
        "dates": rank(page.dating.precision for page in pages),
        "sources": rank(_list_sources(pages)),
        "problems": describe_problems(sorted(set(survey.problems))),
    }


def _count_lines(parsed: Iterable[Parsed]) -> Values:
    """Account for every line of every seed: the numbers of all kinds add up to the whole (law 2).

    ``outside`` counts those of no article that are not blank.
    """
    fates = [fate for item in parsed for fate in item.lines]
    return {
        "total": len(fates),
        "kinds": rank(fate.kind for fate in fates),
        "outside": sum(not fate.article and fate.kind != "blank" for fate in fates),
    }


def write_stats(counted: Values) -> str:
    """Return the numbers for people to read in a terminal."""
    return "\n".join(_write_lines(counted))


def _list_sources(pages: Iterable[Page]) -> Iterator[str]:
    return (page.agency or page.source for page in pages if page.agency or page.source)


def _write_lines(counted: Values) -> Iterator[str]:
    for name in ("seeds", "articles", "pages", "drafts", "edited", "copies"):
        yield f"{name:8} {counted[name]:6}"
    problems = sum(problem["severity"] != "note" for problem in counted["problems"])
    yield f"problems {problems:6}"
    yield from _write_account(counted["lines"])
    for name in ("noise_rules", "dates", "sources", "tags", "stories"):
        yield from _write_ranking(name.replace("_", " "), counted[name])


def _write_account(lines: Values) -> Iterator[str]:
    yield ""
    yield f"lines of the seeds ({lines['total']})"
    for kind, count in lines["kinds"].items():
        yield f"{count:6}  {count / lines['total']:6.1%}  {kind}"
    yield f"{lines['outside']:6}          of these in no article, blank lines aside"


def _write_ranking(title: str, counts: dict[str, int]) -> Iterator[str]:
    if not counts:
        return
    yield ""
    yield f"{title} ({len(counts)})"
    shown = list(counts.items())[:_MOST_SHOWN]
    yield from (f"{count:6}  {name}" for name, count in shown)
    if len(shown) < len(counts):
        yield f"     …  and {len(counts) - len(shown)} more, shown with --json"
