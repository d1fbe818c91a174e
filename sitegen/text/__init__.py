"""Language in general: nothing here knows what an article or a page is."""
