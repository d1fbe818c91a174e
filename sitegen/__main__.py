"""Run the command line as ``python -m sitegen``."""

import sys

from sitegen.app.cli import main

if __name__ == "__main__":
    sys.exit(main())
