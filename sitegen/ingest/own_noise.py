"""A site's own noise: the lines that a person has named in the configuration.

What a person has named is noise wherever it stands and whatever the other rules think of it.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from sitegen.ingest.blocks import Marked
from sitegen.ingest.lines import Line
from sitegen.model.seed import LineFate, SourceNoise
from sitegen.text.normalize import fold
from sitegen.text.toml_text import name_table, quote_text
from sitegen.text.wildcard import Wildcards

NAMED_NOISE = "named noise"  # the rule's name in every account


def _is_never(line: Line) -> bool:
    del line
    return False


class OwnNoise:
    """A person's rules that apply to one document."""

    def __init__(
        self, rules: Iterable[SourceNoise], is_left: Callable[[Line], bool] = _is_never
    ) -> None:
        """Take the rules; ``is_left`` tells of a line that they shall leave."""
        self._rules = tuple(rules)
        self._is_left = is_left
        self._lines = Wildcards(
            (text, describe_rule(rule.source, text)) for rule in self._rules for text in rule.lines
        )
        self._has_lines = bool(self._lines)  # asked of each line of each seed

    def find_reason(self, line: Line) -> str:
        """Return which of the rules takes a line, in words, or an empty string."""
        reason = self._lines.find_key(line.key) if self._has_lines else ""
        return "" if reason and self._is_left(line) else reason

    def leave(self, is_left: Callable[[Line], bool]) -> "OwnNoise":
        """Return the same rules, but for some lines."""
        return OwnNoise(self._rules, is_left) if self._has_lines else self

    def mark(self, lines: Iterable[Line]) -> list[Line]:
        """Return the lines, those that a rule takes with its verdict: nothing is joined to them."""
        if not self._has_lines:
            return list(lines)
        return [
            replace(line, verdict=NAMED_NOISE) if self.find_reason(line) else line for line in lines
        ]

    def is_kept(self, lines: Iterable[Line], marked: Iterable[Marked]) -> bool:
        """Tell whether a line of a document that a rule takes is no noise; a mark may span some."""
        rest = iter(lines)
        return self._has_lines and any(
            self.find_reason(line) and mark.kind not in {"noise", "blank"}
            for mark in marked
            for line in islice(rest, mark.line.span)
        )

    def name(self, fates: Iterable[LineFate], lines: Iterator[Line]) -> Iterator[LineFate]:
        """Yield the fates of the next lines, those that a rule takes with its name and reason."""
        for fate in fates:
            line = next(lines)
            is_named = self._has_lines and fate.kind == "noise"
            if is_named and (reason := self.find_reason(line)):
                yield replace(fate, rule=NAMED_NOISE, reason=reason)
            else:
                yield fate


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
