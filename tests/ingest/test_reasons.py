"""Each rule that decides on a line says why: in the code, and in the account of every seed."""

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import sitegen.ingest
from sitegen.ingest import markdown_file, parse_seed
from sitegen.ingest.document import JOINED
from sitegen.ingest.noise import REASONS as NOISE_REASONS
from sitegen.ingest.own_noise import NAMED_NOISE
from sitegen.ingest.reasons import FAULT, REASONS
from sitegen.ingest.worth import LEFT_OUT
from sitegen.model.seed import Intake, SeedFile

# What takes the name of a rule, and at which place; a fourth value of a mark is its own reason.
_RULE_AT = {
    "Marked": 2,
    "RawLine": 3,
    "make_line": 3,
    "leave_out": 1,
    "_say": 2,
    "_Row": 3,
    "JsonFault": 0,
    "MissingError": 0,
    "_quarantine": 2,
}
_KEYWORDS = frozenset({"verdict", "noise", "rule"})
# A person's rules are their own reasons; the others are no rules.
_NO_RULES = {NAMED_NOISE, JOINED, "blank", "", *markdown_file._SHAPES}
_FINDERS = frozenset({"_find_fact", "_find_bracketed", "_find_noise", "_find_label", "_refuse"})
_FOLDER = Path(sitegen.ingest.__file__).parent
_MODULES = sorted(path.stem for path in _FOLDER.glob("*.py") if path.stem != "__init__")


def _list_noise(module: ModuleType, tree: ast.Module) -> Iterator[str]:
    """Yield the rules by which a module takes a line for noise, with a reason or without."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.id if isinstance(node.func, ast.Name) else ""
        is_noise = called != "Marked" or [*_read(node.args[1], module)] == ["noise"]
        if is_noise and _RULE_AT.get(called, len(node.args)) < len(node.args):
            yield from _read(node.args[_RULE_AT[called]], module)
        for word in node.keywords:
            if word.arg in {"verdict", "noise"}:
                yield from _read(word.value, module)


def _list_rules(module: ModuleType, tree: ast.Module) -> Iterator[str]:
    """Yield the rules that a module gives without a reason of their own."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name in _FINDERS:
            returns = (one.value for one in ast.walk(node) if isinstance(one, ast.Return))
            given = [value for value in returns if value is not None]
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "rule":
            given = [node.value]
        elif isinstance(node, ast.Call):
            given = _list_given(node)
        else:
            continue
        for value in given:
            yield from _read(value, module)


def _list_given(call: ast.Call) -> list[ast.expr]:
    """Return what a call gives for the name of a rule, if it gives no reason as well."""
    if any(word.arg == "reason" for word in call.keywords):
        return []
    called = ast.unparse(call.func)
    place = _RULE_AT.get(called, len(call.args))
    has_reason = called == "Marked" and place + 1 < len(call.args)
    named = [word.value for word in call.keywords if word.arg in _KEYWORDS]
    return named if has_reason else [*call.args[place : place + 1], *named]


def _read(value: ast.expr, module: ModuleType) -> Iterator[str]:
    """Yield the texts that an expression may be, as far as a module itself tells."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.Name) and isinstance(named := getattr(module, value.id, None), str):
        yield named
    elif isinstance(value, ast.IfExp):
        yield from (*_read(value.body, module), *_read(value.orelse, module))
    elif isinstance(value, ast.Tuple) and value.elts:  # a rule and a message
        yield from _read(value.elts[0], module)


@pytest.mark.parametrize("name", _MODULES)
def test_each_rule_that_a_module_gives_has_a_reason(name: str) -> None:
    module = importlib.import_module(f"sitegen.ingest.{name}")

    rules = {*_list_rules(module, _parse(name))} - _NO_RULES

    assert sorted(rule for rule in rules if not _tell(rule)) == []


def _tell(rule: str) -> str:
    return REASONS.get(rule) or NOISE_REASONS.get(rule) or LEFT_OUT.get(rule, "")


def test_the_docs_list_each_rule_of_noise() -> None:
    usage = (_FOLDER.parent.parent / "docs" / "usage.md").read_text("utf-8")
    table = usage.partition("Noise has many rules")[2].partition("Your own rules")[0]
    of_json = [name for name in _MODULES if name.startswith("json_")]  # told as one, as faults
    modules = [name for name in _MODULES if name not in of_json]

    rules = {*NOISE_REASONS, *LEFT_OUT, "field", "rest of JSON"}
    for name in modules:
        rules |= {*_list_noise(importlib.import_module(f"sitegen.ingest.{name}"), _parse(name))}

    of_files = {"line too long", "not text", FAULT}
    missing = {rule for rule in rules - _NO_RULES - of_files if f"`{rule}`" not in table}
    assert sorted(missing) == []


def test_rules_are_found_where_they_are_given() -> None:
    found = {
        name: {*_list_rules(importlib.import_module(f"sitegen.ingest.{name}"), _parse(name))}
        for name in ("looks", "markdown_file", "json_record", "exports", "parse", "blocks")
    }

    assert {"field", "date stamp", "remark in brackets"} <= found["looks"]
    assert {"image", "link target", "table ruler", "mark", "comment"} <= found["markdown_file"]
    assert {"missing field", "wrong field"} <= found["json_record"]
    assert "field of an export" in found["exports"]
    assert {"line too long", "not text", "fault"} <= found["parse"]
    assert {"credit on its own line", "caption with credit"} <= found["blocks"]


def _parse(name: str) -> ast.Module:
    return ast.parse((_FOLDER / f"{name}.py").read_text("utf-8"))


_TEXT = (
    "The council of Orle voted on Monday to mend the tide clock, which has stood since the flood "
    "of last spring, and to pay for it out of the fund for jetties.\n\n"
    "Nobody spoke against it but the heron that lives on the hand of the hours.\n"
)
_SEEDS = {
    "mail.txt": "From: Ida Fellgate\nTo: desk@orle.example\nSubject: Clock to be mended\n\n"
    + _TEXT,
    "clipping.md": f"# Clock to Be Mended\n\n<!-- kept -->\n\n![](clock.png)\n\n{_TEXT}\n"
    "The [minutes][1] say so.\n\n[1]: https://orle.example/minutes\n",
    "lines.jsonl": '{"title": "Clock"}\n[1]\n{"title": 1, "text": 2}\n{"title"\n',
    "long.txt": "x" * 200_001,
    "not-text.txt": "\0\1\2\3" * 100,
}


@pytest.mark.parametrize("name", _SEEDS)
def test_the_account_of_a_seed_gives_a_reason_for_each_line(name: str) -> None:
    parsed = parse_seed(Intake(SeedFile(name, _SEEDS[name].encode()), (), "en"))

    told = {fate.rule: fate.reason for fate in parsed.lines if fate.kind != "blank"}

    assert told
    assert [rule for rule, reason in told.items() if not reason] == []
