"""Compare the reports of one story: what each adds, and where their numbers differ."""

from dataclasses import dataclass

from sitegen.publish.markup import read_texts
from sitegen.text.additions import find_additions
from sitegen.text.dateline import split_dateline
from sitegen.text.figures import Difference, find_differences
from sitegen.text.statements import read_statements

# Reports of one story that are compared, the latest; more would take long, and nobody reads them.
MOST_REPORTS = 100


@dataclass(frozen=True, slots=True)
class Reports:
    """The rendered texts of a story, the earliest first, and the language of its first report."""

    bodies: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the reports of a story say beside one another.

    ``additions`` are sentences of each report, parallel to the reports; the quotations of
    ``differences`` count the reports in the same order.
    """

    additions: tuple[tuple[str, ...], ...]
    differences: tuple[Difference, ...]


def _read_report(body: str) -> list[str]:
    """Return the paragraphs of a text, the first without its place line."""
    texts = read_texts(body)
    return [*(split_dateline(first)[1] for first in texts[:1]), *texts[1:]]


def compare_reports(reports: Reports) -> Comparison:
    """Return what each report adds to those before it, and what two of them count differently.

    Of more than ``MOST_REPORTS`` the first ones add nothing and count nothing.
    """
    left_out = max(0, len(reports.bodies) - MOST_REPORTS)
    told = [
        read_statements(_read_report(body) if left_out <= place else (), reports.language)
        for place, body in enumerate(reports.bodies)
    ]
    return Comparison(
        additions=find_additions(told, reports.language),
        differences=find_differences(told, reports.language),
    )
