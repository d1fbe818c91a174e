"""The straight line from seeds to the published site. Start reading here.

::

    seeds -> articles -> pages          ingest()
    pages -> site -> output files       publish()

Every stage is a pure function of its whole input: nothing here touches a disk or a clock.
``memo(step, function, value)`` returns ``function(value)``, perhaps from an earlier build;
it is passed along three seams: parse a file, summarize an article, render a piece of the site.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from sitegen.corpus import make_pages, summarize
from sitegen.ingest import parse_seed
from sitegen.model.output import OutputFile
from sitegen.model.page import Record
from sitegen.model.problem import Problem
from sitegen.model.seed import Parsed, SeedFile
from sitegen.model.settings import Settings
from sitegen.model.theme import Theme
from sitegen.publish import (
    Renderer,
    make_assets,
    make_feeds,
    make_machine_files,
    make_views,
    plan_site,
    render_feed,
    render_markdown,
)

Value = TypeVar("Value")
Result = TypeVar("Result")


class Memo(Protocol):
    """Remember results by content: same step, function and value give the same result."""

    def __call__(self, step: str, function: Callable[[Value], Result], value: Value) -> Result:
        """Return ``function(value)``."""
