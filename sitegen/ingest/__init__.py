"""From the raw bytes of a seed file to whole, clean articles."""
