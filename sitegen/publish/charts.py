"""Small charts: how much was reported when."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby

from sitegen.model.page import Page
from sitegen.publish.edition import Edition
from sitegen.publish.parts import Chart, ChartRow
from sitegen.publish.plan import is_dated
from sitegen.text.wording import Wording

WEEKS = 26
# In units of the drawing, which the style sheet scales: a bar, the gap after it, the tallest bar.
BAR_WIDTH = 8
GAP = 2
HEIGHT = 40
SPARK_HEIGHT = 12


def monday_of(day: date) -> date:
    """Return the first day of a day's week (ISO 8601)."""
    return day - timedelta(days=day.weekday())


def chart_weeks(pages: Iterable[Page], edition: Edition) -> Chart | None:
    """Chart articles a week over the half year that ends with the site's newest dated article.

    Those whose day is not known are in no week (law 7); where there are no others, in no chart.
    """
    words = edition.words
    counts = Counter(monday_of(edition.days[page.id]) for page in pages if is_dated(page))
    if not counts:
        return None
    last = monday_of(edition.last_dated_day)
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


def draw_spark(pages: Iterable[Page], edition: Edition) -> str:
    """Return the same half year as an outline to stand in a line: 2 wide for each week, 12 high."""
    last = monday_of(edition.last_dated_day)
    counts = Counter(
        (last - monday_of(edition.days[page.id])).days // 7 for page in pages if is_dated(page)
    )
    return _draw_steps([counts[back] for back in range(WEEKS - 1, -1, -1)])


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


def _draw_steps(numbers: list[int]) -> str:
    """Return the outline of bars that touch, as the path of an SVG drawing.

    >>> _draw_steps([0, 0, 1, 2, 0])
    'M0 12h4v-6h2v-6h2v12h2'
    """
    most = max(numbers) or 1
    heights = [-(-number * SPARK_HEIGHT // most) for number in numbers]
    outline, before = f"M0 {SPARK_HEIGHT}", 0
    for height, run in groupby(heights):
        rise = f"v{before - height}" if height != before else ""
        outline += f"{rise}h{2 * len(list(run))}"
        before = height
    return f"{outline}v{before}" if before else outline


def _describe(weeks: list[date], numbers: list[int], words: Wording) -> str:
    dated = sum(numbers)
    told = words.gettext(
        "%(articles)s in the %(weeks)s weeks to %(day)s",
        articles=words.ngettext("%(number)s dated article", "%(number)s dated articles", dated),
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
        most=words.number(most),
    )


def _format_week(monday: date, words: Wording) -> str:
    return words.span(monday, monday + timedelta(days=6))
