"""From the raw bytes of a seed file to whole, clean articles."""

from sitegen.ingest.assemble import parse_seed, read_lines
from sitegen.ingest.formats import find_format
from sitegen.ingest.sidecar import LARGEST_SIDECAR, SIDECAR_ENDING, list_sidecar_names

__all__ = [
    "LARGEST_SIDECAR",
    "SIDECAR_ENDING",
    "find_format",
    "list_sidecar_names",
    "parse_seed",
    "read_lines",
]
