"""How long a test may wait for what would take hours if its cost grew by the square.

Machines are shared: one was found to be a quarter as fast as the day before. So a bound in seconds
is one for an idle machine, and grows with what a loop takes that never changes.
"""

import time

_ADDITIONS, _IDLE = 300_000, 0.02  # how many, and the seconds that an idle machine takes for them


def allow(seconds: float) -> float:
    """Return so many seconds of processor time, or more where the machine is slow just now.

    >>> allow(2) >= 2
    True
    """
    start = time.process_time()
    total = 0
    for number in range(_ADDITIONS):
        total += number
    return seconds * max(1.0, (time.process_time() - start) / _IDLE)
