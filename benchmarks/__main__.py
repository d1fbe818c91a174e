"""Measure sitegen on made-up corpora and print what README.md shows: ``python -m benchmarks``."""

import argparse
import math
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import Cost
from benchmarks.scenarios import Figure, measure_size, measure_start, remove_built
from benchmarks.stages import time_stages

_HEAD = ("situation", "articles", "CPU s", "wall s", "peak MB", "CPU exponent")


def main() -> None:
    """Measure each size, then show where the time goes at the last one."""
    arguments = _read_arguments()
    with TemporaryDirectory(prefix="sitegen benchmarks ") as folder:
        root = Path(folder)
        start = measure_start()
        figures = [
            figure
            for size in arguments.sizes
            for figure in measure_size(root, size, arguments.clean_runs)
        ]
        print("\n".join(_draw_figures(start, figures)))
        print("\n".join(_draw_stages(root / str(arguments.sizes[-1]))))


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--sizes",
        type=_read_sizes,
        default=[1_000],
        help="articles, such as 100,1000 (%(default)s)",
    )
    parser.add_argument(
        "--clean-runs", type=int, default=3, help="runs of the clean build (%(default)s)"
    )
    return parser.parse_args()


def _read_sizes(text: str) -> list[int]:
    return [int(size) for size in text.split(",")]


def _draw_figures(start: Cost, figures: Sequence[Figure]) -> Iterator[str]:
    """Return the Markdown table, a situation's sizes below one another."""
    yield _draw_row(_HEAD)
    yield _draw_row(("---", *("---:",) * 5))
    yield _draw_row(("`--help`", "", *_show(start), ""))
    before: dict[str, Figure] = {}
    for figure in sorted(figures, key=lambda figure: (_order(figures, figure), figure.articles)):
        smaller = before.get(figure.situation)
        growth = f"{_find_exponent(smaller, figure):.2f}" if smaller else ""
        cells = (figure.situation, f"{figure.articles:,}", *_show(figure.cost), growth)
        yield _draw_row(cells)
        before[figure.situation] = figure


def _order(figures: Sequence[Figure], figure: Figure) -> int:
    return [other.situation for other in figures].index(figure.situation)


def _find_exponent(smaller: Figure, larger: Figure) -> float:
    """Return e where the cost grows as articles ** e: 1 is in proportion, 0 is not at all."""
    return math.log(larger.cost.cpu / smaller.cost.cpu, larger.articles / smaller.articles)


def _draw_stages(site: Path) -> Iterator[str]:
    """Return the Markdown table of where the time of a clean and of an unchanged build goes."""
    remove_built(site)
    clean, unchanged = time_stages(site), time_stages(site)
    yield ""
    yield _draw_row(("stage, CPU s", "clean build", "nothing changed"))
    yield _draw_row(("---", "---:", "---:"))
    for stage, seconds in clean.items():
        yield _draw_row((stage, f"{seconds:.2f}", f"{unchanged[stage]:.2f}"))


def _show(cost: Cost) -> tuple[str, str, str]:
    return f"{cost.cpu:.2f}", f"{cost.wall:.2f}", f"{cost.memory / 1e6:.0f}"


def _draw_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
