"""The Markdown files of content/: reading is the inverse of writing."""
