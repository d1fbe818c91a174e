"""Try every fault at every call, and follow all links at every moment: ``make torture``.

It takes hours; ARGS='--share 1/4' takes a quarter of that. The tests of this folder try a sample of
the same by the same code.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from tests.faults.moments import edit_at_random
from tests.faults.tracing import has_strace, trace_faults
from tests.faults.upheavals import (
    find_damage,
    list_faults,
    open_workshop,
    prepare_upheavals,
    spread,
)

_TOLD_SECONDS = 60.0
_EDITED_SITES, _EDITS = 20, 50


def main() -> int:
    """Print what is not as promised, and how much was tried; return 1 if anything is not."""
    arguments = _read_arguments()
    found = 0
    tried: Counter[str] = Counter()
    told = time.monotonic()
    for name, damage in _try_all(arguments.share, arguments.part):
        tried[name] += 1
        found += bool(damage)
        for line in damage:
            print(line, flush=True)
        if _TOLD_SECONDS < time.monotonic() - told:
            told = time.monotonic()
            print(f"{tried.total():,} tried, {found} not as promised", file=sys.stderr)
    for name, count in tried.items():
        print(f"{count:>7,}  {name}")
    print(f"{tried.total():>7,}  faults, {found} not as promised")
    return int(bool(found))


def _try_all(share: Fraction, part: int) -> Iterator[tuple[str, list[str]]]:
    with open_workshop() as workshop:
        upheavals = prepare_upheavals(workshop)
        points = [(one, fault) for one in upheavals for fault in list_faults(one)]
        for upheaval, fault in spread(points, share, part):
            yield f"{upheaval.name}, in process", find_damage(upheaval, fault, workshop)
        for number in range(int(_EDITED_SITES * share)):
            seed = part * _EDITED_SITES + number
            for seen in edit_at_random(seed, _EDITS, workshop / f"edited {seed}"):
                yield "an edit, with all links followed after each step of the build", seen.dead
        if has_strace():
            for name, damage in trace_faults(upheavals, workshop, share, part):
                yield f"{name}, by strace", damage


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument(
        "--share", type=Fraction, default=Fraction(1), help="of all points, such as 1/10 (all)"
    )
    parser.add_argument("--part", type=int, default=0, help="which of these shares (%(default)s)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
