"""sitegen turns raw scraped articles into a clean, deduplicated news site with feeds."""

__version__ = "0.1.0"
