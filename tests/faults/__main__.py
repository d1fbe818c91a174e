"""Ask every question of this folder in full: ``make torture``.

It takes hours; ARGS='--share 1/4' asks a quarter of each, ARGS='--only hostile' one question. The
tests of this folder try a sample of the same by the same code.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from pathlib import Path

from tests.faults.arrivals import arrive
from tests.faults.doors import list_doors
from tests.faults.fuzz import fuzz
from tests.faults.hostile.visits import visit_hostile_sites
from tests.faults.moments import edit_at_random
from tests.faults.power_cuts import cut_at_random, list_kinds
from tests.faults.random_ends import end_at_random
from tests.faults.soak import soak
from tests.faults.strangers import build_beside_strangers
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
_ENDS = 1_000
_BUILDS_BESIDE_STRANGERS = 1_000
_INPUTS = 100_000  # of each door
_ARRIVALS, _LONGEST_SECONDS = 50_000, 4 * 3600.0
_CHANGES = 10_000
_POWER_CUTS = 200

# What was tried, and what of it is not as promised.
Tried = Iterator[tuple[str, list[str]]]


def main() -> int:
    """Print what is not as promised, and how much was tried; return 1 if anything is not."""
    arguments = _read_arguments()
    found = 0
    tried: Counter[str] = Counter()
    told = time.monotonic()
    for name, damage in _try_all(arguments):
        tried[name] += 1
        found += bool(damage)
        for line in damage:
            print(line, flush=True)
        if _TOLD_SECONDS < time.monotonic() - told:
            told = time.monotonic()
            print(f"{tried.total():,} tried, {found} not as promised", file=sys.stderr)
    for name, count in tried.items():
        print(f"{count:>7,}  {name}")
    print(f"{tried.total():>7,}  in all, {found} not as promised")
    return int(bool(found))


def _try_all(arguments: argparse.Namespace) -> Tried:
    for name, ask in _QUESTIONS.items():
        if arguments.only in {None, name}:
            with open_workshop() as workshop:
                yield from ask(workshop, arguments.share, arguments.part)


def _inject(workshop: Path, share: Fraction, part: int) -> Tried:
    upheavals = prepare_upheavals(workshop)
    points = [(one, fault) for one in upheavals for fault in list_faults(one)]
    for upheaval, fault in spread(points, share, part):
        yield f"{upheaval.name}, in process", find_damage(upheaval, fault, workshop)


def _trace(workshop: Path, share: Fraction, part: int) -> Tried:
    if has_strace():
        for name, damage in trace_faults(prepare_upheavals(workshop), workshop, share, part):
            yield f"{name}, by strace", damage


def _follow_links(workshop: Path, share: Fraction, part: int) -> Tried:
    for number in range(int(_EDITED_SITES * share)):
        seed = part * _EDITED_SITES + number
        for seen in edit_at_random(seed, _EDITS, workshop / f"edited {seed}"):
            yield "an edit, with all links followed after each step of the build", seen.dead


def _end(workshop: Path, share: Fraction, part: int) -> Tried:
    yield from end_at_random(prepare_upheavals(workshop), workshop, int(_ENDS * share), part)


def _build_beside(workshop: Path, share: Fraction, part: int) -> Tried:
    count = int(_BUILDS_BESIDE_STRANGERS * share)
    for damage in build_beside_strangers(part, count, workshop):
        yield "a build beside files of others, and links that come and go", damage


def _fuzz(workshop: Path, share: Fraction, part: int) -> Tried:
    count = int(_INPUTS * share)
    for door in list_doors(workshop):
        broken = list(fuzz(door, count, part * _INPUTS))
        yield f"{door.name}, by {count:,} broken inputs", broken


def _arrive(workshop: Path, share: Fraction, _: int) -> Tried:
    yield from arrive(int(_ARRIVALS * share), workshop, _LONGEST_SECONDS)


def _soak(workshop: Path, share: Fraction, part: int) -> Tried:
    yield from soak(int(_CHANGES * share), workshop, part)


def _cut_power(workshop: Path, share: Fraction, part: int) -> Tried:
    upheavals = prepare_upheavals(workshop)
    for kind in list_kinds(workshop):
        yield from cut_at_random(upheavals, kind, workshop, int(_POWER_CUTS * share), part)


_QUESTIONS: Mapping[str, Callable[[Path, Fraction, int], Tried]] = {
    "injected": _inject,
    "traced": _trace,
    "links": _follow_links,
    "ends": _end,
    "strangers": _build_beside,
    "hostile": visit_hostile_sites,
    "fuzz": _fuzz,
    "arrivals": _arrive,
    "soak": _soak,
    "power": _cut_power,
}


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--only", choices=_QUESTIONS, help="one question (all)")
    parser.add_argument(
        "--share", type=Fraction, default=Fraction(1), help="of all points, such as 1/10 (all)"
    )
    parser.add_argument("--part", type=int, default=0, help="which of these shares (%(default)s)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
