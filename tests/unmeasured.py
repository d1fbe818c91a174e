"""The surroundings of processes that are ended by a signal."""

import os


def leave_unmeasured(**more: str) -> dict[str, str]:
    """Return our environment without what has coverage.py measure another process.

    coverage.py holds a lock while it notes that a file is entered. A signal whose handler raises
    just there leaves it held, and the process waits for ever.
    """
    kept = {name: value for name, value in os.environ.items() if "COVERAGE_PROCESS" not in name}
    return kept | more
