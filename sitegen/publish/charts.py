"""Small charts: how much was reported when."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from sitegen.model.page import Page
from sitegen.publish.dates import count_articles
from sitegen.publish.edition import Edition
from sitegen.publish.parts import Chart, ChartRow
from sitegen.publish.plan import has_day
from sitegen.text.wording import Wording

WEEKS = 26
# In units of the drawing, which the style sheet scales: a bar, the gap after it, the tallest bar.
BAR_WIDTH = 8
GAP = 2
HEIGHT = 40


def monday_of(day: date) -> date:
    """Return the first day of a day's week (ISO 8601)."""
    return day - timedelta(days=day.weekday())


def chart_weeks(pages: Iterable[Page], edition: Edition) -> Chart:
    """Chart articles a week over the half year that ends with the site's newest article."""
    words = edition.words
    last = monday_of(edition.last_day)
    counts = Counter(monday_of(edition.days[page.id]) for page in pages if has_day(page))
    weeks = [last - timedelta(weeks=back) for back in range(WEEKS - 1, -1, -1)]
    numbers = [counts[week] for week in weeks]
    return Chart(
        outline=_draw_bars(numbers),
        label=_describe(weeks, numbers, words),
        rows=tuple(
            ChartRow(week=_format_week(week, words), count=words.number(number))
            for week, number in reversed(list(zip(weeks, numbers, strict=True)))
            if number
        ),
    )


def tint(number: int, most: int) -> int:
    """Return how dark a number is shown, from 0 for nothing to 3 for the greatest.

    >>> [tint(number, 9) for number in (0, 1, 4, 9)]
    [0, 1, 2, 3]
    """
    return -(-number * 3 // most) if most else 0


def _draw_bars(numbers: list[int]) -> str:
    """Return the outline of the bars as the path of an SVG drawing.

    >>> _draw_bars([1, 0, 2])
    'M0 40v-20h8v20zM20 40v-40h8v40z'
    """
    most = max(numbers) or 1
    return "".join(
        f"M{index * (BAR_WIDTH + GAP)} {HEIGHT}v-{height}h{BAR_WIDTH}v{height}z"
        for index, number in enumerate(numbers)
        if (height := number * HEIGHT // most or (1 if number else 0))
    )


def _describe(weeks: list[date], numbers: list[int], words: Wording) -> str:
    told = words.gettext(
        "%(articles)s in the %(weeks)s weeks to %(day)s",
        articles=count_articles(sum(numbers), words),
        weeks=WEEKS,
        day=words.day(weeks[-1] + timedelta(days=6)),
    )
    if not any(numbers):
        return told
    most = max(numbers)
    return words.gettext(
        "%(articles)s, most in the week of %(week)s: %(most)s",
        articles=told,
        week=_format_week(weeks[numbers.index(most)], words),
        most=most,
    )


def _format_week(monday: date, words: Wording) -> str:
    return words.span(monday, monday + timedelta(days=6))
