"""Ask the system whether somebody still has a file open for writing."""

import errno
import os
import signal
from pathlib import Path
from typing import Literal

try:
    import fcntl
except ImportError:  # Windows
    _HAS_LEASES = False
else:
    _HAS_LEASES = hasattr(fcntl, "F_SETLEASE")

# ``unknown`` where the system cannot say: no Linux, a network, another user's file.
Writing = Literal["nobody", "somebody", "unknown"]


def find_writer(path: Path) -> Writing:
    """Tell whether anybody has the file open for writing.

    Linux grants a lease on reading only while nobody does (fcntl(2), F_SETLEASE). It is given
    back at once; who wants to write just then waits for that moment, and notices nothing.
    """
    if not _HAS_LEASES:
        return "unknown"
    try:
        file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return "unknown"
    try:
        # The signal that tells of such a writer would end us, so it is one that is ignored.
        fcntl.fcntl(file, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    except OSError as error:
        return "somebody" if error.errno == errno.EAGAIN else "unknown"
    finally:
        os.close(file)
    return "nobody"
