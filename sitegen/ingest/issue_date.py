"""Find the day of the paper or the letter that a file's articles stood in.

A page of a newspaper has name, day and number at its head, a mail its date, a newsletter the day of
its issue: they tell of each article below that tells no day of its own.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile

from sitegen.ingest.blocks import Marked
from sitegen.ingest.dates import read_stamp, read_stated_date
from sitegen.ingest.interruptions import is_page_head
from sitegen.ingest.looks import Look
from sitegen.ingest.named_months import FULL_DATE, find_named
from sitegen.ingest.reasons import TURN
from sitegen.ingest.stamped import list_facts
from sitegen.ingest.worth import TEXT

_DAY = re.compile(rf"\b{FULL_DATE}\b", re.IGNORECASE)
_MAIL_DATE = re.compile(r"date: +(.+)$", re.IGNORECASE)
_MAIL_LINES = 8  # within which date and sender stand
_STAMPS = frozenset({"date stamp", "byline and date", "day in figures"})
_ISSUE = re.compile(
    r"(?<!\w)(?:issue|edition|number|no|vol|volume|nr|ausgabe|folge|numéro|número|nummer|numero|n[°º]|#)"
    r"\.? ?#?\d{1,5}\b"
)


def find_issue_date(looks: Iterable[Look]) -> str:
    """Return the day, as it is written, that all heads of pages or of mails have; else nothing.

    >>> from sitegen.ingest.lines import make_line
    >>> from sitegen.ingest.looks import look_at
    >>> head = make_line("4 THE ORLE LEDGER Thursday, September 19, 2019")
    >>> find_issue_date(look_at([head], lambda _: ""))
    'September 19, 2019'
    """
    texts = [look for look in looks if look.line.text]
    days = [*_list_page_days(texts), *_list_mail_days(texts)]
    known = {made.moment for day in days if (made := read_stated_date(day, ""))}
    return days[0] if len(known) == 1 else ""


def find_first_day(sections: Sequence[Sequence[Marked]]) -> str:
    """Return the day above the first of several articles that is told of all; else nothing.

    It stands beside the number of an issue, or above the first headline where no article has a
    stamp of its own; below a headline it is that of its article.
    """
    head = list(takewhile(lambda mark: mark.kind not in TEXT, sections[0] if sections else ()))
    titles = [place for place, mark in enumerate(head) if mark.kind == "title"]
    dated = [place for place, mark in enumerate(head) if mark.rule in _STAMPS]
    issues = [place for place in dated if _ISSUE.search(head[place].line.key)]
    if not issues and any(mark.rule in _STAMPS for one in sections[1:] for mark in one):
        return ""
    is_above = bool(titles) and all(place < titles[0] for place in dated)
    for place in issues or dated * is_above:
        for fact in list_facts(head[place].line):
            if stamp := read_stamp(fact):
                day = next(find_named(_DAY, fact.text), None)
                return day[0] if day else f"{stamp.moment:%Y-%m-%d}"
    return ""


def _list_page_days(looks: Iterable[Look]) -> Iterator[str]:
    for look in looks:
        if look.noise == TURN or is_page_head(look.line):
            yield from (day[0] for day in islice(find_named(_DAY, look.line.text), 1))


def _list_mail_days(looks: list[Look]) -> Iterator[str]:
    for index, look in enumerate(looks):
        day = _MAIL_DATE.match(look.line.text) if look.line.shape == "field" else None
        near = looks[max(0, index - _MAIL_LINES) : index + _MAIL_LINES]
        if day and any(one.line.key.startswith("from: ") for one in near):
            yield day[1]
