"""A site's own noise: the lines that a person has named in the configuration.

What a person has named is noise wherever it stands and whatever the other rules think of it.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from sitegen.ingest.lines import Line
from sitegen.model.seed import SourceNoise
from sitegen.text.normalize import fold
from sitegen.text.toml_text import name_table, quote_text
from sitegen.text.wildcard import Wildcards

NAMED_NOISE = "named noise"  # the rule's name in every account


class OwnNoise:
    """A person's rules that apply to one document."""

    def __init__(self, rules: Iterable[SourceNoise]) -> None:
        self._lines = Wildcards(
            (text, describe_rule(rule.source, text)) for rule in rules for text in rule.lines
        )
        self._has_lines = bool(self._lines)  # asked of each line of each seed

    def find_reason(self, line: Line) -> str:
        """Return which of the rules takes a line, in words, or an empty string."""
        return self._lines.find_key(line.key) if self._has_lines else ""

    def mark(self, lines: Iterable[Line]) -> list[Line]:
        """Return the lines, those that a rule takes with its verdict: nothing is joined to them."""
        if not self._has_lines:
            return list(lines)
        return [
            replace(line, verdict=NAMED_NOISE) if self.find_reason(line) else line for line in lines
        ]


def make_own_noise(noise: Iterable[SourceNoise], source: str, seed_name: str) -> OwnNoise:
    """Return the rules for a document that says it is of ``source``, in a seed of that name.

    >>> from sitegen.ingest.lines import make_line
    >>> own = make_own_noise([SourceNoise("wire", ("Follow * on Blip",))], "", "wire/a.txt")
    >>> own.find_reason(make_line("FOLLOW Ida Fellgate on Blip"))
    '[sources.wire] noise: "Follow * on Blip"'
    >>> own.find_reason(make_line("Follow Ida Fellgate"))
    ''
    """
    names = {fold(source), *map(fold, seed_name.split("/")[:-1])}
    return _compile(tuple(rule for rule in noise if not rule.source or fold(rule.source) in names))


@lru_cache(maxsize=1000)
def _compile(rules: tuple[SourceNoise, ...]) -> OwnNoise:
    """Read the rules once for all seeds that they apply to: there may be hundreds of both."""
    return OwnNoise(rules)


def describe_rule(source: str, text: str) -> str:
    """Return the place of a rule in the configuration, and its text.

    >>> describe_rule("Northern Wire", "Get the app")
    '[sources."Northern Wire"] noise: "Get the app"'
    """
    return f"[{name_table(source)}] noise: {quote_text(text)}"
