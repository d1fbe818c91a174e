"""From the raw bytes of a seed file to whole, clean articles."""

from sitegen.ingest.assemble import parse_seed, read_lines
from sitegen.ingest.own_noise import (
    NAMED_NOISE,
    describe_rule,
    is_too_wide,
    name_table,
    quote_text,
)
from sitegen.ingest.recurrence import propose_noise

__all__ = [
    "NAMED_NOISE",
    "describe_rule",
    "is_too_wide",
    "name_table",
    "parse_seed",
    "propose_noise",
    "quote_text",
    "read_lines",
]
