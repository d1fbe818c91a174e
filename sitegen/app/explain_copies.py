"""Answer which texts a page was made from, and what a seed says now of a page that people keep."""

from typing import Any

from sitegen.app.survey import Survey
from sitegen.corpus import describe_changed_seed, find_changed_seeds
from sitegen.model.page import Page

Values = dict[str, Any]


def explain_copies(page: Page, survey: Survey) -> list[Values]:
    """Return what a page records of its copies, the text that it was made from first."""
    copies: list[Values] = [
        {
            "seed": copy.seed,
            "digest": copy.digest,
            "words": copy.words,
            "score": copy.score,
            "reason": copy.reason,
            "merged": copy.merged,
            "differences": copy.differences,
        }
        for copy in page.seeds
    ]
    if page.is_edited and copies:
        copies[0] |= _explain_first(page, survey)
    return copies


def _explain_first(page: Page, survey: Survey) -> Values:
    """Return what is true of the text that a person has edited since."""
    articles = [item for parsed in survey.ingested.parsed for item in parsed.articles]
    now = find_changed_seeds(survey.after.record.pages, articles).get(page.id)
    if now is None:
        return {"reason": "the text that was edited by hand"}
    return {
        "reason": "the text that was edited by hand, which the seed has no more",
        "differences": f"beside the page it {describe_changed_seed(page, now)}",
    }
