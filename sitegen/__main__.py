"""Run the command line as ``python -m sitegen``, or as the installed command ``sitegen``."""

import signal
import sys


def start() -> int:
    """Run the command line with what it imports; return the exit status."""
    # Until the command line can answer an interrupt, the system does, and shows no traceback.
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from sitegen.app.cli import main

    return main()


if __name__ == "__main__":
    sys.exit(start())
