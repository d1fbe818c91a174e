"""What texts that are made to be slow cost at a megabyte, and how that grows with their size.

Run it by ``python -m benchmarks.worst_cases``; a word takes only the patterns with it in their
name. It prints what takes more than a second, or grows by an exponent of more than 1.2: from a
quarter of a megabyte on, and also from a half on, for a limit that is passed below it is no slope.
"""

import gc
import math
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

from sitegen.app.process import spare_collector
from sitegen.corpus import summarize
from sitegen.ingest import parse_seed
from sitegen.model.content import ContentFile
from sitegen.model.seed import Intake, SeedFile
from sitegen.pages import read_own
from sitegen.publish import render_markdown
from tests.faults.worst_cases import PATTERNS, Pattern, write_json_line

_WHOLE, _SMALLER = 1_000_000, (500_000, 250_000)  # characters
_BODY = 100_000  # of a page; longer ones are shown without a reader of Markdown
_MOST_SECONDS, _MOST_EXPONENT = 1.0, 1.2
_TOLD_SECONDS = 0.25  # an exponent of less is that of the clock
_ENDINGS = (".txt", ".md", ".html", ".json", ".jsonl")


def main() -> None:
    """Print a line for each text and door beyond a limit, and how many there are."""
    wanted = " ".join(sys.argv[1:])
    names = [name for name in PATTERNS if wanted in name]
    spare_collector()  # as the program does
    for _, enter in _list_doors("Tide."):  # what is imported and read once is not counted
        enter()
    slow, steep = set(), set()
    for name in names:
        for door, seconds, exponent in _measure_doors(PATTERNS[name]):
            slow |= {name} if _MOST_SECONDS < seconds else set()
            is_steep = _MOST_EXPONENT < exponent and _TOLD_SECONDS < seconds
            steep |= {name} if is_steep else set()
            if _MOST_SECONDS < seconds or is_steep:
                print(f"{name:32} {door:9} {seconds:6.2f} s, exponent {exponent:.2f}", flush=True)
    print(f"{len(names)} texts: {len(slow)} take more than a second, {len(steep)} are steep")


def _measure_doors(pattern: Pattern) -> Iterator[tuple[str, float, float]]:
    """Yield each door, what a megabyte costs there, and the smaller of both exponents."""
    smaller = [(size, dict(_list_doors(pattern(size)))) for size in _SMALLER]
    for door, enter in _list_doors(pattern(_WHOLE)):
        whole = _measure(enter)
        slopes = (
            math.log(whole / max(_measure(doors[door]), 0.001), _WHOLE / size)
            for size, doors in smaller
        )
        yield door, whole, min(slopes) if _TOLD_SECONDS < whole else 0.0


def _list_doors(text: str) -> Iterator[tuple[str, Callable[[], object]]]:
    data = text.encode()
    for ending in _ENDINGS:
        yield ending, partial(parse_seed, Intake(SeedFile(f"a{ending}", data)))
    told = parse_seed(Intake(SeedFile("a.json", write_json_line(text).encode()))).articles
    yield "meaning", lambda: list(map(summarize, told))
    yield "Markdown", partial(render_markdown, text)
    bodies = [text[place : place + _BODY] for place in range(0, len(text), _BODY)]
    yield "bodies", lambda: [render_markdown(body) for body in bodies]
    yield "content/", partial(read_own, ContentFile("pages/a.md", data))


def _measure(enter: Callable[[], object]) -> float:
    gc.collect()  # what the last one has left is not counted
    started = time.process_time()
    enter()
    return time.process_time() - started


if __name__ == "__main__":
    main()
