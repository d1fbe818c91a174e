"""Lines are weighed with their page: what the best of all readings gives for each label."""

from collections.abc import Sequence
from itertools import chain, pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from sitegen.ingest.line_features import Described, describe_lines, list_features
from sitegen.ingest.line_model import LABELS, Weights, weigh_lines
from sitegen.ingest.lines import make_line

FEATURES = ("one", "two", "three")
SAYS = st.dictionaries(st.sampled_from(LABELS), st.integers(-9000, 9000))
TABLES = st.fixed_dictionaries(
    dict.fromkeys((*FEATURES, *(f"after {label}" for label in LABELS)), SAYS)
)
PAGE = (
    "Skip to main content",
    "Home",
    "Ferry runs aground off Havnsund",
    "By Ida Fellgate",
    "A ferry carrying 312 people ran onto a sandbank in thick fog early on Tuesday.",
    "The harbour master closed the channel until the tide had turned on Friday.",
    "Share this article",
)


def write_rows(table: dict[str, dict[str, int]]) -> list[str]:
    told = {
        name: " ".join(f"{label} {said}" for label, said in row.items())
        for name, row in table.items()
    }
    return [f"{name}\t{row}" for name, row in told.items()]


def weigh_slowly(
    table: dict[str, dict[str, int]], lines: Sequence[Sequence[str]]
) -> list[tuple[int, ...]]:
    """Try all readings: the oracle of :meth:`Weights.weigh`."""
    best: list[dict[str, int]] = [{} for _ in lines]
    for labels in product(LABELS, repeat=len(lines)):
        total = sum(
            table[name].get(label, 0)
            for label, names in zip(labels, lines, strict=True)
            for name in names
        )
        total += sum(table[f"after {one}"].get(other, 0) for one, other in pairwise(labels))
        for place, label in enumerate(labels):
            best[place][label] = max(total, best[place].get(label, total))
    return [
        tuple(
            row[label] - max(total for other, total in row.items() if other != label)
            for label in LABELS
        )
        for row in best
    ]


@given(TABLES, st.lists(st.lists(st.sampled_from(FEATURES), max_size=3), max_size=3))
def test_what_speaks_for_a_label_is_the_best_reading_with_it_less_the_best_without(
    table: dict[str, dict[str, int]], lines: list[list[str]]
) -> None:
    described = [Described(line, ()) for line in lines]

    assert Weights(write_rows(table)).weigh(described) == weigh_slowly(table, lines)


def test_a_page_is_read_as_a_person_reads_it() -> None:
    odds = weigh_lines([make_line(text, number) for number, text in enumerate(PAGE, 1)])

    assert "".join(LABELS[line.index(max(line))] for line in odds) == "NNTFPPN"


def test_a_part_says_what_the_features_say_that_it_stands_for() -> None:
    described = describe_lines([make_line(text, number) for number, text in enumerate(PAGE, 1)])
    spelled = [list_features(line) for line in described]
    rows = [
        f"{name}\t{LABELS[number % len(LABELS)]} {number}"
        for number, name in enumerate(dict.fromkeys(chain(*spelled)))
    ]
    weights = Weights(rows)

    assert weights.weigh([Described(names, ()) for names in spelled]) == weights.weigh(described)


def test_no_lines_weigh_nothing() -> None:
    assert weigh_lines([]) == []


def test_a_line_counts_with_its_neighbours_and_with_what_paragraphs_near_it_say() -> None:
    lines = [make_line(text, 2 * number) for number, text in enumerate(PAGE, 1)]
    headline = list_features(describe_lines(lines)[2])

    assert {
        "w=ferry",
        "b=runs aground",
        "gap=11",
        "above home",
        "below ^by",
        "up=9",
        "down=2",
    } <= set(headline)
    assert any(one.startswith("tied=") for one in headline)
