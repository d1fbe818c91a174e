import re

from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.dating import UNKNOWN, Dating
from sitegen.publish.charts import WEEKS, chart_weeks, draw_spark, tint
from tests.publish.site_samples import edition_of, make_page, noon, plan


def test_a_chart_says_its_numbers_in_words_and_in_a_table() -> None:
    pages = (make_page("a", noon(3)), make_page("b", noon(4)), make_page("c", noon(14)))

    chart = chart_weeks(pages, edition_of(plan(*pages)))

    assert chart
    assert chart.label == (
        "3 dated articles in the 26 weeks to 16 June 2024, most in the week of 3 – 9 June 2024: 2"
    )
    assert [(row.week, row.count) for row in chart.rows] == [
        ("10 – 16 June 2024", "1"),
        ("3 – 9 June 2024", "2"),
    ]
    assert chart.outline == "M240 40v-40h8v40zM250 40v-20h8v20z"


def test_a_page_of_which_only_the_month_is_known_is_of_no_week() -> None:
    month = make_page("m", dating=Dating(noon(1), "month", "June 2024"))

    chart = chart_weeks((month,), edition_of(plan(month, make_page("a", noon(3)))))

    assert chart is None


def test_a_page_without_a_date_is_of_no_week_and_moves_no_window() -> None:
    unknown = make_page("u", noon(28), dating=UNKNOWN)
    dated = make_page("a", noon(3))
    edition = edition_of(plan(unknown, dated))

    chart = chart_weeks((unknown, dated), edition)

    assert chart
    assert chart.label.startswith("1 dated article in the 26 weeks to 9 June 2024")
    assert draw_spark((unknown, dated), edition) == "M0 12h50v-12h2v12"
    assert draw_spark((unknown,), edition_of(plan(unknown))) == "M0 12h52"


def test_a_tag_without_articles_in_the_window_has_an_empty_chart() -> None:
    old = make_page("old", noon(1).replace(year=2020))
    edition = edition_of(plan(old, make_page("new", noon(14))))

    chart = chart_weeks((old,), edition)

    assert chart
    assert (chart.outline, chart.rows) == ("", ())
    assert chart.label == "0 dated articles in the 26 weeks to 16 June 2024"


@given(st.lists(st.integers(1, 28), min_size=1, max_size=30))
def test_every_bar_lies_within_the_drawing(days: list[int]) -> None:
    pages = tuple(make_page(f"{index}", noon(number)) for index, number in enumerate(days))
    chart = chart_weeks(pages, edition_of(plan(*pages)))

    assert chart
    bars = re.findall(r"M(\d+) 40v-(\d+)h8v(\d+)z", chart.outline)
    assert all(int(x) <= 10 * (WEEKS - 1) and 0 < int(up) <= 40 for x, up, _ in bars)
    assert all(up == down for _, up, down in bars)
    assert len(bars) == len(chart.rows)


@given(st.integers(0, 1_000), st.integers(0, 1_000))
def test_tints_grow_with_the_number(number: int, most: int) -> None:
    assert tint(min(number, most), most) in {0, 1, 2, 3}
    assert tint(most, most) == min(most, 3)
    assert tint(0, most) == 0
