"""TOML: read what strangers may have written, and write the names and texts that it quotes."""

import json
import re
import tomllib
from typing import Any

_MOST_PARTS = 100  # of a key: tomllib's memory is quadratic in them, 64 KiB of "a." take 4 GiB
_PART = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+"""
_LONG_KEY = re.compile(rf"""(?<![\w"'-])(?:{_PART}){{{_MOST_PARTS}}}""")


def load_toml(text: str) -> dict[str, Any]:
    """Return the tables of a TOML text. Raise tomllib.TOMLDecodeError, and nothing else.

    What is nested without end is a plain mistake, too.

    >>> load_toml("a." * 30_000 + "a = 1")
    Traceback (most recent call last):
    tomllib.TOMLDecodeError: a key has more than 100 parts
    """
    if _LONG_KEY.search(text):
        raise tomllib.TOMLDecodeError(f"a key has more than {_MOST_PARTS} parts")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise tomllib.TOMLDecodeError("lists or tables are nested too deeply") from None
    except tomllib.TOMLDecodeError:
        raise
    except ValueError:
        raise tomllib.TOMLDecodeError("a number has too many digits") from None


def name_table(source: str) -> str:
    """Return the name of the configuration's table that holds the rules of a source.

    >>> name_table(""), name_table("wire"), name_table("Northern Wire")
    ('input', 'sources.wire', 'sources."Northern Wire"')
    """
    if not source:
        return "input"
    is_bare = source.isascii() and source.replace("-", "").replace("_", "").isalnum()
    return f"sources.{source if is_bare else quote_text(source)}"


def quote_text(text: str) -> str:
    """Return a text as TOML writes it, in double quotes."""
    return json.dumps(text, ensure_ascii=False)
