"""The preview: the site as a host would serve it, with pages that reload when they change."""
