"""From the raw bytes of a seed file to whole, clean articles."""

from sitegen.ingest.assemble import parse_seed, read_lines

__all__ = ["parse_seed", "read_lines"]
