r"""Read front matter in the form in which we write it, and nothing else.

That form is a small part of YAML: a key and a scalar on a line, or a key above a list of scalars
or of mappings of scalars; a scalar is bare or in double quotes. Such a line has one meaning,
whatever stands around it. Everything else is left to PyYAML: a person may write what they like.
"""

import re

_UNPRINTABLE = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff"
# Indentation, key, scalar in quotes, bare scalar. YAML refuses keys of more than 1,024 letters.
_LINE = re.compile(
    r"^(  - |    |)(?:([a-z_]{1,40}):(?: |(?=\n)))?"
    rf'(?:("(?:[^"\\{_UNPRINTABLE}]|\\[nt"\\]|\\u[0-9a-ce-f][0-9a-f]{{3}})*")'
    rf"|([^\W_][^{_UNPRINTABLE}]*)|)\n",
    re.MULTILINE,
)
_ESCAPE = re.compile(r"\\(?:u(....)|(.))")
_ESCAPED = {"n": "\n", "t": "\t"}


def read_own_form(text: str) -> dict[str, object] | None:
    r"""Return the values by key; None where a line is in another form, or means it elsewhere.

    >>> read_own_form('title: "Ferry: late"\ntags:\n  - Mira\n')
    {'title': 'Ferry: late', 'tags': ['Mira']}
    >>> read_own_form("title: [Ferry, late]\n") is None
    True
    """
    lines = _LINE.findall(text)
    if len(lines) != text.count("\n") or text[-1:] != "\n":
        return None
    values: dict[str, object] = {}
    items: list[object] | None = None
    for indent, key, quoted, bare in lines:
        if bare and (": " in bare or " #" in bare or bare[-1] in ": "):
            return None
        scalar = _unquote(quoted) if quoted else bare
        if indent:
            if items is None or not _add_item(items, indent, key, scalar):
                return None
        elif not key or key in values:
            return None
        else:
            items = None if scalar else []
            values[key] = scalar or items
    return values if all(values.values()) else None


def _add_item(items: list[object], indent: str, key: str, scalar: str) -> bool:
    """Add a line to the items of a list and tell whether it can stand there."""
    if indent == "  - ":
        items.append({key: scalar} if key else scalar)
        return True
    row = items[-1] if items else None
    if not key or not isinstance(row, dict) or key in row:
        return False
    row[key] = scalar
    return True


def _unquote(quoted: str) -> str:
    inner = quoted[1:-1]
    return _ESCAPE.sub(_read_escape, inner) if "\\" in inner else inner


def _read_escape(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16)) if escape[1] else _ESCAPED.get(escape[2], escape[2])
