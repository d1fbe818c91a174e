"""Small charts: how much was reported when."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from sitegen.model.page import Page
from sitegen.publish.dates import count, format_number
from sitegen.publish.edition import Edition
from sitegen.publish.parts import Chart, ChartRow
from sitegen.publish.plan import has_day
from sitegen.text.days import format_day, format_span

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
    last = monday_of(edition.last_day)
    counts = Counter(monday_of(edition.days[page.id]) for page in pages if has_day(page))
    weeks = [last - timedelta(weeks=back) for back in range(WEEKS - 1, -1, -1)]
    numbers = [counts[week] for week in weeks]
    return Chart(
        outline=_draw_bars(numbers),
        label=_describe(weeks, numbers),
        rows=tuple(
            ChartRow(week=_format_week(week), count=format_number(number))
            for week, number in reversed(list(zip(weeks, numbers, strict=True)))
            if number
        ),
    )


def tint(number: int, most: int) -> int:
    """Return how dark a number is shown, from 0 for nothing to 3 for the greatest.

    Where the greatest is less than 3, it is not shown as much.

    >>> [tint(number, 9) for number in (0, 1, 4, 9)]
    [0, 1, 2, 3]
    >>> tint(1, 1)
    1
    """
    return -(-number * 3 // max(most, 3))


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


def _describe(weeks: list[date], numbers: list[int]) -> str:
    ending = format_day(weeks[-1] + timedelta(days=6))
    words = f"{count(sum(numbers), 'article')} in the {WEEKS} weeks to {ending}"
    if not any(numbers):
        return words
    most = max(numbers)
    return f"{words}, most in the week of {_format_week(weeks[numbers.index(most)])}: {most}"


def _format_week(monday: date) -> str:
    return format_span(monday, monday + timedelta(days=6))
