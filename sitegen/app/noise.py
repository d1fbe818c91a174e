"""Tell which rules for noise are at work, and which lines may be noise that no rule takes."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from sitegen.app.report import rank
from sitegen.app.survey import Survey
from sitegen.ingest import NAMED_NOISE, describe_rule, propose_noise
from sitegen.model.page import Page
from sitegen.model.proposal import Grouping, Proposal
from sitegen.model.seed import Parsed, SourceNoise
from sitegen.text.normalize import fold
from sitegen.text.source import name_source
from sitegen.text.toml_text import name_table, quote_text

Values = dict[str, Any]


def list_rules(survey: Survey, noise: Iterable[SourceNoise]) -> Values:
    """Return the rules with the number of lines that each took, a person's own rules first."""
    fates = [
        fate for parsed in survey.ingested.parsed for fate in parsed.lines if fate.kind == "noise"
    ]
    taken = Counter(fate.reason for fate in fates if fate.rule == NAMED_NOISE)
    stated, unstated = _read_sources(survey.ingested.parsed)
    return {
        "named": [
            {
                "table": name_table(rule.source),
                "source": rule.source,
                "line": line,
                "lines": taken[describe_rule(rule.source, line)],
                "stated": fold(rule.source) in stated,
                "unstated": unstated[fold(rule.source)] if rule.source else 0,
            }
            for rule in noise
            for line in rule.lines
        ],
        "rules": rank(fate.rule for fate in fates if fate.rule != NAMED_NOISE),
    }


def _read_sources(told: Iterable[Parsed]) -> tuple[frozenset[str], Counter[str]]:
    """Return the sources that seeds state, or lie in a folder of.

    Then how many articles are of another source by agency or address: these are read when the noise
    is out, and rules for noise cannot go by them.
    """
    stated: set[str] = set()
    unstated: Counter[str] = Counter()
    for parsed in told:
        folders = set(map(fold, parsed.seed.split("/")[:-1]))
        stated |= folders
        for article in parsed.articles:
            names = {*folders, fold(article.source)}
            stated |= names
            known = fold(name_source(article.agency, article.source, article.url))
            unstated.update({known} - names)
    return frozenset(stated), unstated


def describe_unstated(rule: Values) -> str:
    """Return what is to be done where no seed is of a rule's source, else an empty text."""
    source = rule["source"]
    if not source or rule["stated"]:
        return ""
    known = ""
    if number := rule["unstated"]:
        articles = "1 article is" if number == 1 else f"{number} articles are"
        known = (
            f"; {articles} known as its by agency or address alone, which are read when the noise "
            "is out"
        )
    way = f"put 'source = {quote_text(source)}' into a sidecar, or the seeds into seeds/{source}/"
    return f"takes no line, for no seed states this source{known}; {way}"


def suggest_rules(survey: Survey, noise: Iterable[SourceNoise]) -> Values:
    """Return the lines that recur, probable noise first, and the tables that have rules now."""
    seeds = {seed.name: seed for seed in survey.seeds.seeds}
    told = [(seeds[parsed.seed], parsed) for parsed in survey.ingested.parsed]
    groupings = _group_articles(survey.after.record.pages, survey.ingested.parsed)
    return {
        "tables": [name_table(rule.source) for rule in noise],
        "proposals": [_describe(proposal) for proposal in propose_noise(told, groupings)],
    }


def _group_articles(pages: Iterable[Page], told: Iterable[Parsed]) -> Mapping[str, Grouping]:
    """Return page and story of each article, by its digest.

    An article that is on no page is a copy of one that a person keeps. Nobody knows of which, so
    all of them count as one.
    """
    groupings: dict[str, Grouping] = {}
    stories: dict[str, int] = {}
    for number, page in enumerate(pages, start=1):
        story = stories.setdefault(page.story, number) if page.story else number
        for copy in page.seeds:
            groupings.setdefault(copy.digest, Grouping(number, story))
    for parsed in told:
        for article in parsed.articles:
            groupings.setdefault(article.digest, Grouping(0, 0))
    return groupings


def _describe(proposal: Proposal) -> Values:
    return {
        "line": proposal.line,
        "table": name_table(proposal.source),
        "source": proposal.source,
        "articles": proposal.articles,
        "seeds": proposal.seeds,
        "lines": proposal.lines,
        "doubtful": proposal.is_doubtful,
        "examples": [
            {"seed": example.seed, "line": example.number, "text": example.text}
            for example in proposal.examples
        ],
    }
