"""From the raw bytes of a seed file to whole, clean articles."""

from sitegen.ingest.formats import find_format
from sitegen.ingest.own_noise import NAMED_NOISE, describe_rule
from sitegen.ingest.parse import GOES_ON, parse_seed, read_joined, read_lines
from sitegen.ingest.recurrence import propose_noise
from sitegen.ingest.sidecar import LARGEST_SIDECAR, SIDECAR_ENDING, list_sidecar_names

__all__ = [
    "GOES_ON",
    "LARGEST_SIDECAR",
    "NAMED_NOISE",
    "SIDECAR_ENDING",
    "describe_rule",
    "find_format",
    "list_sidecar_names",
    "parse_seed",
    "propose_noise",
    "read_joined",
    "read_lines",
]
