"""What all tests share: the flag that records the golden site anew."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="record the golden site anew; read the diff"
    )
