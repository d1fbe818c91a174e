"""What all tests share: how properties are tried, and the flag that records the site anew."""

import os
import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

from sitegen.app import durable

# The machines of CI are slow at times, and a run there must mean the same as the run before it;
# people's runs draw new examples each time.
settings.register_profile("people", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "people")


@pytest.fixture(autouse=True, scope="session")
def _hurry() -> Iterator[None]:
    """Don't wait for the disk: no test cuts the power, and thousands of builds would wait long."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("sync_files", "sync_path"):
            patch.setattr(durable, name, lambda *_: None)
        yield


# Under nohup, and in a script's background, interrupts are ignored, and children inherit that;
# the tests that interrupt a watcher need them.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="record the golden site anew; read the diff"
    )
