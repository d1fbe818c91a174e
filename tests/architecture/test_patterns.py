"""Regular expressions mean the same in every Python that we support."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "sitegen").rglob("*.py"))
# "(?:ab?)*+" and the like; "()*+" stands in lists of signs.
POSSESSIVE_GROUP = re.compile(r"(?<!\()\)(?:[*+?]|\{\d+(?:,\d*)?\})\+")


def list_texts(path: Path) -> list[str]:
    tree = ast.parse(path.read_bytes())
    nodes = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return [value for value in nodes if isinstance(value, str)]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_group_is_possessive(path: Path) -> None:
    """Python before 3.11.5, such as that of Debian 12, goes back into it all the same.

    See https://github.com/python/cpython/issues/106052; ``(?>(?:ab?)*)`` does not.
    """
    assert [text for text in list_texts(path) if POSSESSIVE_GROUP.search(text)] == []


def test_a_possessive_group_is_noticed() -> None:
    assert POSSESSIVE_GROUP.search(r"[a-z]++(?:['.-][a-z]++)*+")
    assert not POSSESSIVE_GROUP.search(r"[a-z]++(?>(?:['.-][a-z]++)*)")
