"""Write and read front matter. The only module that knows YAML.

We write it by hand: the bytes must not depend on whether PyYAML was built with libyaml, and every
text must come back as it was. What we wrote we also read by hand, in a quarter of the time
(sitegen.pages.own_form); PyYAML reads everything else, and a property test compares the two.
We read without guessing types: a scalar stays the text that somebody wrote (``title: No`` is a
title, not a boolean), and the key decides what it means.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime

from sitegen.pages.own_form import read_own_form

Scalar = str | float | bool | datetime
Value = Scalar | tuple[str, ...] | tuple[Mapping[str, Scalar], ...]

_UNPRINTABLE = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff"
_NOT_ALLOWED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_PLAIN = re.compile(rf"(?!.*(?:: | #))[^\W\d_](?:[^{_UNPRINTABLE}]*[^{_UNPRINTABLE}: ])?")
_ESCAPED = re.compile(rf'[{_UNPRINTABLE}"\\]')
_ESCAPES = {"\n": r"\n", "\t": r"\t", '"': r"\"", "\\": r"\\"}
# Words that other readers of YAML take for a boolean or for nothing.
_RESERVED = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
# With PyYAML and libyaml, the time is quadratic in the depth, and 25,000 levels are a crash.
_DEPTH = 50
_TOO_DEEP = f"lists more than {_DEPTH} deep; write them flat"
_WAY_OUT = "put quotes around a text with special characters"


class FrontMatterError(Exception):
    """The text is no front matter; ``line`` counts from 1 within it."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


def write_front_matter(values: Mapping[str, Value]) -> str:
    """Return the YAML of the values, in their order, empty ones left out.

    >>> print(write_front_matter({"title": "Ferry: late", "tags": ("Mira", "No"), "url": ""}))
    title: "Ferry: late"
    tags:
      - Mira
      - "No"
    <BLANKLINE>
    """
    return "".join(_write_entry(key, value) for key, value in values.items() if value)


def read_front_matter(text: str) -> dict[str, object]:
    """Return the values by key: texts, and lists and mappings of them.

    Raise FrontMatterError, which says what is wrong and in which line, for anything else.
    """
    unprintable = _NOT_ALLOWED.search(text)
    if unprintable:
        raise FrontMatterError(
            f"the character U+{ord(unprintable[0]):04X} may not stand here; remove it",
            text.count("\n", 0, unprintable.start()) + 1,
        )
    own = read_own_form(text)
    if own is not None:
        return own
    documents = _load(text) or [{}]
    if len(documents) > 1:
        raise FrontMatterError("a second '---' begins another document; remove it", 1)
    if not isinstance(documents[0], dict):
        raise FrontMatterError("front matter is no mapping; write lines of 'key: value'", 1)
    return documents[0]


def format_moment(moment: datetime) -> str:
    """Return a moment as front matter shows it.

    >>> format_moment(datetime(2024, 6, 14, 12, 0, 3, tzinfo=UTC))
    '2024-06-14T12:00:03Z'
    """
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _write_entry(key: str, value: Value) -> str:
    if isinstance(value, tuple):
        return f"{key}:\n" + "".join(_write_item(item) for item in value)
    return f"{key}: {_write_scalar(value)}\n"


def _write_item(item: str | Mapping[str, Scalar]) -> str:
    if isinstance(item, str):
        return f"  - {_write_scalar(item)}\n"
    lines = [f"{key}: {_write_scalar(value)}\n" for key, value in item.items()]
    return "  - " + "    ".join(lines)


def _write_scalar(value: Scalar) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return format_moment(value)
    if isinstance(value, str):
        return _write_text(value)
    return repr(value)


def _write_text(text: str) -> str:
    """Return the text bare where every reader of YAML takes it as it is, else in quotes."""
    if _PLAIN.fullmatch(text) and text.lower() not in _RESERVED:
        return text
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(found: re.Match[str]) -> str:
    return _ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04x}"


def _load(text: str) -> list[object]:
    """Return the documents in the text; we build them, since PyYAML's loader dies of depth."""
    # Imported late: a build that changes nothing reads every page from the memo.
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    stack: list[list[object]] = [[]]
    try:
        for event in yaml.parse(text, Loader=loader):
            if isinstance(event, yaml.ScalarEvent):
                stack[-1].append(event.value)
            elif isinstance(event, yaml.CollectionStartEvent):
                stack.append([])
                if len(stack) > _DEPTH:
                    raise FrontMatterError(_TOO_DEEP, _line_of(event.start_mark))
            elif isinstance(event, yaml.CollectionEndEvent):
                items = stack.pop()
                is_list = isinstance(event, yaml.SequenceEndEvent)
                stack[-1].append(items if is_list else _pair(items))
            elif isinstance(event, yaml.AliasEvent):
                message = f"'*' refers to another value in YAML; {_WAY_OUT}"
                raise FrontMatterError(message, _line_of(event.start_mark))
    except yaml.MarkedYAMLError as error:
        message = f"not YAML: {error.problem}; {_WAY_OUT}"
        raise FrontMatterError(message, _line_of(error.problem_mark)) from error
    return stack[0]


def _line_of(mark: object) -> int:
    """Return the line of a mark, which PyYAML counts from 0 and sometimes leaves out."""
    line: int = getattr(mark, "line", 0)
    return line + 1


def _pair(items: list[object]) -> dict[str, object]:
    """Return alternating keys and values as a mapping."""
    values: dict[str, object] = {}
    for key, value in zip(items[::2], items[1::2], strict=True):
        if not isinstance(key, str):
            raise FrontMatterError("a list stands where a key should; write 'key: value'", 1)
        if key in values:
            raise FrontMatterError(f"the key '{key}' stands twice; remove one", 1)
        values[key] = value
    return values
