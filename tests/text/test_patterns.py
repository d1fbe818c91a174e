"""Patterns that are compiled late answer as compiled ones do."""

import re

import pytest

from sitegen.text.patterns import compile_late


def test_a_pattern_is_compiled_when_it_is_first_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_now = re.compile

    def note(pattern: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(pattern)
        return compile_now(pattern, flags)

    monkeypatch.setattr(re, "compile", note)
    month = compile_late("june|july", re.IGNORECASE)
    before = list(compiled)
    found = [bool(month.search("14 June")), month.findall("June, July"), bool(month.match("May"))]

    assert before == []
    assert found == [True, ["June", "July"], False]
    assert compiled == ["june|july"]
