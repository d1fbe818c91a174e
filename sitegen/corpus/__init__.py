"""From single articles to one set of pages: deduplicated, dated, tagged, related."""
