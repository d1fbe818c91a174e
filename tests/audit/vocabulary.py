"""Whether what pages say of themselves is said in the vocabulary of schema.org."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from lxml import html

# As schema-dts writes it: what may be said of a type stands in its base and in those above it,
# and each type that a thing can be of has a leaf.
_INTERFACE = re.compile(
    r"^(?:export )?interface (\w+) extends ([^\n]+?) \{$(.*?)^\}", re.MULTILINE | re.DOTALL
)
_PROPERTY = re.compile(r'^    "(\w+)"\?:', re.MULTILINE)


class Vocabulary:
    """The types of schema.org and what may be said of each."""

    def __init__(self, declarations: str) -> None:
        self._above: dict[str, list[str]] = {}
        self._own: dict[str, list[str]] = {}
        for name, above, body in _INTERFACE.findall(declarations):
            self._above[name] = re.findall(r"\w+", above)
            self._own[name] = _PROPERTY.findall(body)
        self._list_properties = cache(self._collect_properties)

    def _collect_properties(self, name: str) -> frozenset[str]:
        above = (self._list_properties(one) for one in self._above.get(name, ()))
        return frozenset(self._own.get(name, ())).union(*above)

    def find_faults(self, thing: object) -> Iterator[str]:
        """Yield the types and properties that the vocabulary lacks."""
        if isinstance(thing, Sequence) and not isinstance(thing, str):
            for one in thing:
                yield from self.find_faults(one)
        elif isinstance(thing, Mapping):
            yield from self._find_in(thing)

    def _find_in(self, thing: Mapping[str, Any]) -> Iterator[str]:
        kind = thing.get("@type", "")
        if kind and f"{kind}Leaf" not in self._own:
            yield f"no type {kind}"
        known = self._list_properties(f"{kind}Leaf")
        for name, value in thing.items():
            if not name.startswith("@") and name not in known:
                yield f"{kind} has no {name}"
            yield from self.find_faults(value)


def read_vocabulary(package: Path) -> Vocabulary:
    """Read the declarations of the package schema-dts."""
    return Vocabulary((package / "dist" / "schema.d.ts").read_text(encoding="utf-8"))


def check_linked_data(output: Path, names: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """Return what pages say in words that the vocabulary lacks."""
    found: list[str] = []
    for name in names:
        tree = html.document_fromstring((output / name).read_bytes())
        for script in tree.iter("script"):
            if script.get("type") == "application/ld+json":
                said = json.loads(script.text or "null")
                found += (f"{name}: {fault}" for fault in vocabulary.find_faults(said))
    return found
