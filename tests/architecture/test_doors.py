"""What import-linter cannot see: imports in disguise, and built-in ways to the machine.

Below the shell nothing opens a file, prints, asks, reads the clock or imports by name.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "sitegen"
MODULES = sorted(PACKAGE.rglob("*.py"))
BELOW_THE_SHELL = [
    path for path in MODULES if path.relative_to(PACKAGE).parts[0] not in {"app", "__main__.py"}
]

MACHINE_CALLS = {"open", "print", "input", "breakpoint", "exec", "eval", "compile", "__import__"}
CLOCK_CALLS = {"now", "utcnow", "today"}
# Parts of libraries that are harmless as a whole.
MACHINE_MODULES = {"urllib.request", "importlib", "importlib.resources", "importlib.metadata"}
# Reads the tables that lie beside the code and are part of it, as its modules are.
OWN_DATA = PACKAGE / "text" / "package_data.py"


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("path", BELOW_THE_SHELL, ids=name_of)
def test_module_below_the_shell_has_no_hidden_way_to_the_machine(path: Path) -> None:
    tree = ast.parse(path.read_bytes())

    found = [way for _, way in find_hidden_ways(tree)]
    assert found == (["importlib.resources"] if path == OWN_DATA else [])


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_import_under_type_checking(path: Path) -> None:
    tree = ast.parse(path.read_bytes())

    assert list(find_type_checking(tree)) == []


def test_package_itself_imports_nothing_of_its_own() -> None:
    """Importing any module runs this file first, so an import here would be everybody's."""
    tree = ast.parse((PACKAGE / "__init__.py").read_bytes())

    assert [line for line, module in find_imports(tree) if module.startswith("sitegen")] == []


@pytest.mark.parametrize(
    "code",
    [
        "open('a')",
        "print('a')",
        "input()",
        "__import__('os')",
        "eval('1')",
        "datetime.now(UTC)",
        "datetime.datetime.utcnow()",
        "date.today()",
        "from urllib.request import urlopen",
        "import urllib.request",
        "from urllib import request",
        "import importlib",
        "from importlib import import_module",
        "from importlib.resources import files",
    ],
)
def test_hidden_way_is_found(code: str) -> None:
    assert len(list(find_hidden_ways(ast.parse(code)))) == 1


@pytest.mark.parametrize(
    "code",
    ["from urllib.parse import urlsplit", "re.compile('a')", "urls.open_graph(page)", "today = 1"],
)
def test_harmless_code_is_let_through(code: str) -> None:
    assert list(find_hidden_ways(ast.parse(code))) == []


@pytest.mark.parametrize(
    "code", ["from typing import TYPE_CHECKING", "import typing\nif typing.TYPE_CHECKING: pass"]
)
def test_type_checking_is_found(code: str) -> None:
    assert len(list(find_type_checking(ast.parse(code)))) == 1


def find_hidden_ways(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and name of each call or import that leads to the machine."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in MACHINE_CALLS:
                yield node.lineno, name
            case ast.Call(func=ast.Attribute(attr=name)) if name in CLOCK_CALLS:
                yield node.lineno, name
    found: set[int] = set()
    for line, module in find_imports(tree):
        if module in MACHINE_MODULES and line not in found:
            found.add(line)
            yield line, module


def find_imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and full name of every import; `from a import b` could be a or a.b, so it is both."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from ((node.lineno, alias.name) for alias in names)
            case ast.ImportFrom(module=str(module), names=names):
                yield node.lineno, module
                yield from ((node.lineno, f"{module}.{alias.name}") for alias in names)


def find_type_checking(tree: ast.AST) -> Iterator[int]:
    """The lines that name typing.TYPE_CHECKING: such an import is a cycle in disguise."""
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(module="typing", names=names):
                if any(alias.name == "TYPE_CHECKING" for alias in names):
                    yield node.lineno
            case ast.Attribute(attr="TYPE_CHECKING"):
                yield node.lineno
