"""What a figure of quality is, and the floors that it may never fall below again."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

FLOORS = Path(__file__).parent / "floors.json"
_COST_MARGIN = 0.05
_MARGIN = 0.0005  # a floor stands this much below what was measured, for rounding


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured figure of a set; ``goal`` is what it should be, ``baseline`` what others reach.

    ``is_most`` marks a figure that should be small; the others are shares from 0 to 1.
    """

    set: str
    name: str
    value: float
    goal: float | None = None
    baseline: float | None = None
    is_most: bool = False

    @property
    def key(self) -> str:
        """The name under which the floor is kept."""
        return f"{self.set}: {self.name}"


def read_floors() -> dict[str, float]:
    """Return the floors by the figures' keys."""
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return floors


def find_fallen(figures: Iterable[Figure], floors: dict[str, float]) -> list[str]:
    """Return what to say of each figure that is worse than its floor, or has none."""
    fallen = []
    for figure in figures:
        floor = floors.get(figure.key)
        if floor is None:
            fallen.append(f"{figure.key}: has no floor; run make quality ARGS=--raise-floors")
        elif (figure.value > floor) if figure.is_most else (figure.value < floor):
            fallen.append(f"{figure.key}: {figure.value:.4f} is worse than its floor {floor:.4f}")
    return fallen


def raise_floors(figures: Iterable[Figure]) -> dict[str, float]:
    """Return the floors, each as good as the figure measured now where that is better."""
    floors = read_floors() if FLOORS.exists() else {}
    for figure in figures:
        # A figure beyond 1 is a cost such as bytes, which every change of a rule moves a little.
        margin = _COST_MARGIN * figure.value if figure.value > 1 else _MARGIN
        margin = margin if figure.is_most else -margin
        better = min if figure.is_most else max
        made = round(figure.value + margin, 4)
        floors[figure.key] = better(floors.get(figure.key, made), made)
    return dict(sorted(floors.items()))


def write_table(figures: Iterable[Figure], floors: dict[str, float]) -> str:
    """Return the figures as a table for people."""
    head = f"{'set':26} {'figure':44} {'value':>8} {'floor':>8} {'goal':>8} {'others':>8}"
    lines = [head, "-" * len(head)]
    for figure in figures:
        cells = (figure.value, floors.get(figure.key), figure.goal, figure.baseline)
        numbers = " ".join(f"{'–' if cell is None else f'{cell:.4f}':>8}" for cell in cells)
        lines.append(f"{figure.set:26} {figure.name:44} {numbers}")
    return "\n".join(lines)
