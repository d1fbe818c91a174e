"""From the pages of content/ to the finished files of the site."""
