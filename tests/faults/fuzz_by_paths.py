"""Look for bytes that break a door by the paths that they take through the code.

``python -m tests.faults.fuzz_by_paths --door Markdown --seconds 600``; needs atheris
(https://github.com/google/atheris), which no requirement of ours names.
"""

import argparse
import importlib
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

_LONGEST = 4_000


def main() -> int:
    """Let atheris try a door; it ends the process, with a traceback where the door broke."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.fuzz_by_paths")
    parser.add_argument("--door", required=True, help="such as 'a request'")
    parser.add_argument("--seconds", type=int, default=600, help="for how long (%(default)s)")
    arguments = parser.parse_args()
    atheris: Any = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["sitegen"]):
        doors: Any = importlib.import_module("tests.faults.doors")
    with TemporaryDirectory() as folder:
        (door,) = (one for one in doors.list_doors(Path(folder)) if one.name == arguments.door)
        corpus = Path(folder, "corpus")
        corpus.mkdir()
        for number, example in enumerate(door.examples):
            (corpus / str(number)).write_bytes(example[:_LONGEST])
        options = [f"-max_total_time={arguments.seconds}", f"-max_len={_LONGEST}", str(corpus)]
        atheris.Setup([sys.argv[0], *options], door.enter)
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
