"""A site's own noise: the lines that a person has named in the configuration.

What a person has named is noise wherever it stands and whatever the other rules think of it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from sitegen.ingest.blocks import Marked
from sitegen.ingest.lines import Line
from sitegen.ingest.looks import OwnRule, is_noise
from sitegen.model.seed import LineFate, SourceNoise
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

    def find_new(self, line: Line) -> str:
        """Return the same, nothing of a line that a rule of ours takes by itself."""
        reason = self.find_reason(line)
        return "" if reason and is_noise(line) else reason

    def mark(self, lines: Iterable[Line], find: OwnRule) -> list[Line]:
        """Return the lines, with a verdict those of which ``find`` gives a rule of these.

        Nothing is joined to such lines.
        """
        if not self._has_lines:
            return list(lines)
        return [replace(line, verdict=NAMED_NOISE) if find(line) else line for line in lines]

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
        return self._name(fates, lines) if self._has_lines else iter(fates)

    def _name(self, fates: Iterable[LineFate], lines: Iterator[Line]) -> Iterator[LineFate]:
        for fate in fates:
            reason = self.find_reason(next(lines))
            is_named = reason and fate.kind == "noise"
            yield replace(fate, rule=NAMED_NOISE, reason=reason) if is_named else fate


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
