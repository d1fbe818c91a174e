"""What texts that are made to be slow cost at a megabyte, and how that grows with their size.

Run it by ``python -m benchmarks.worst_cases``; a word takes only the patterns with it in their
name. It prints what takes more than a second, or grows by an exponent of more than 1.2.
"""

import math
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

from sitegen.app.process import spare_collector
from sitegen.ingest import parse_seed
from sitegen.model.content import ContentFile
from sitegen.model.seed import Intake, SeedFile
from sitegen.pages import read_own
from sitegen.publish import render_markdown
from tests.faults.worst_cases import PATTERNS

_LARGE, _HALF, _SMALL = 1_000_000, 500_000, 250_000  # characters
_MOST_SECONDS, _MOST_EXPONENT = 1.0, 1.2
_TOLD_SECONDS = 0.25  # an exponent of less is that of the clock
_ENDINGS = (".txt", ".md", ".html", ".json", ".jsonl")


def main() -> None:
    """Print a line for each text and door beyond a limit, and how many there are."""
    spare_collector()  # as each command does
    wanted = " ".join(sys.argv[1:])
    names = [name for name in PATTERNS if wanted in name]
    for _, enter in _list_doors("Tide."):  # what is imported and read once is not counted
        enter()
    slow, steep = set(), set()
    for name in names:
        pattern = PATTERNS[name]
        doors = zip(_list_doors(pattern(_SMALL)), _list_doors(pattern(_LARGE)), strict=True)
        for (door, enter_small), (_, enter_large) in doors:
            small, large = _measure(enter_small), _measure(enter_large)
            exponent = math.log(large / max(small, 0.001), _LARGE / _SMALL)
            is_steep = _MOST_EXPONENT < exponent and _TOLD_SECONDS < large
            slow |= {name} if _MOST_SECONDS < large else set()
            steep |= {name} if is_steep else set()
            if _MOST_SECONDS < large or is_steep:
                print(f"{name:32} {door:9} {large:6.2f} s, exponent {exponent:.2f}", flush=True)
    print(f"{len(names)} texts: {len(slow)} take more than a second, {len(steep)} are steep")


def _list_doors(text: str) -> Iterator[tuple[str, Callable[[], object]]]:
    data = text.encode()
    for ending in _ENDINGS:
        yield ending, partial(parse_seed, Intake(SeedFile(f"a{ending}", data)))
    yield "Markdown", partial(render_markdown, text)
    yield "content/", partial(read_own, ContentFile("pages/a.md", data))


def _measure(enter: Callable[[], object]) -> float:
    started = time.process_time()
    enter()
    return time.process_time() - started


if __name__ == "__main__":
    main()
