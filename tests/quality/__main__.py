"""Print every figure of quality beside its floor and its goal: ``make quality``.

``--raise-floors`` records what is better than before; nothing lowers a floor but a person's hand.
``--faults`` also lists where labelled seeds are read otherwise than their labels say: of those held
back, nothing is ever shown but the figures.
"""

import argparse
import json
import sys
from pathlib import Path

from tests.quality.blind_seeds import HELD_BACK, measure_blind
from tests.quality.dating import measure_cases, measure_dating, measure_labelled
from tests.quality.figures import (
    FLOORS,
    Figure,
    find_fallen,
    raise_floors,
    read_floors,
    write_table,
)
from tests.quality.furniture import measure_furniture
from tests.quality.naming import measure_names
from tests.quality.near_duplicates import measure_near_duplicates
from tests.quality.phrases import measure_phrases
from tests.quality.reading import list_figures, measure_reading, name_figures
from tests.quality.relating import REAL, measure_relating, read_reports, read_rows
from tests.quality.summaries import measure_summaries
from tests.quality.tagging import measure_tagging

LABELLED = Path(__file__).parent / "labelled"
EVAL = Path(__file__).parents[3] / "shared" / "eval"


def main() -> int:
    """Measure, print, and fail where a figure is worse than its floor."""
    parser = argparse.ArgumentParser(prog="make quality", description=__doc__)
    parser.add_argument("--raise-floors", action="store_true")
    parser.add_argument("--faults", action="store_true")
    arguments = parser.parse_args()
    blind = measure_blind()
    figures = [
        *list_figures(LABELLED),
        *(figure for name, tally in blind.items() for figure in name_figures(name, tally)),
        *measure_labelled(LABELLED),
        *measure_cases(),
        *_measure_real_sets(),
    ]
    if arguments.raise_floors:
        floors = raise_floors(figures)
        FLOORS.write_text(json.dumps(floors, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(write_table(figures, read_floors()))
    if arguments.faults:
        shown = [tally for name, tally in blind.items() if name not in HELD_BACK]
        for tally in (measure_reading(LABELLED), *shown):
            for kind, faults in tally.faults.items():
                print(f"\n{kind}", *faults, sep="\n  ")
    fallen = find_fallen(figures, read_floors())
    print(*fallen, sep="\n", file=sys.stderr)
    return 1 if fallen else 0


def _measure_real_sets() -> list[Figure]:
    if not EVAL.is_dir():
        print("the real sets are not beside this checkout: only our own seeds are measured")
        return []
    reports = list(read_reports(read_rows(EVAL, REAL)))
    return [
        *measure_furniture(EVAL),
        *measure_near_duplicates(EVAL),
        *measure_dating(EVAL),
        *measure_names(EVAL),
        *measure_relating(EVAL, reports),
        *measure_summaries(EVAL, reports),
        *measure_phrases(EVAL),
        *measure_tagging([report.summary for report in reports]),
    ]


if __name__ == "__main__":
    sys.exit(main())
