"""What sitegen.toml says, and the words beside the templates, read once."""

from dataclasses import dataclass
from datetime import tzinfo
from typing import Literal

from sitegen.model.seed import SourceNoise


@dataclass(frozen=True, slots=True)
class Settings:
    """The configuration; every field has a default, so an empty file builds a site.

    ``base_url`` ends with a slash. ``tag_aliases`` are (written, meant) pairs,
    ``rights`` (source, whose its texts are) pairs. ``feed_hub`` is the whole address of a WebSub
    hub, or empty. ``stated_url`` is the base URL that the file states, whatever a command says
    instead: ids are made with its host. ``words`` are catalogues of what the site itself says, by
    language, which stand beside its templates (:data:`sitegen.text.wording.Catalogues`).
    """

    title: str
    description: str
    author: str
    base_url: str
    language: str
    timezone: tzinfo
    tag_aliases: tuple[tuple[str, str], ...]
    tag_stop: tuple[str, ...]
    tag_minimum: int
    feed_items: int
    feed_content: Literal["full", "excerpt"]
    search: bool
    social_cards: int
    epub: bool
    noise: tuple[SourceNoise, ...]
    drafts: bool
    future: bool
    rights: tuple[tuple[str, str], ...] = ()
    feed_hub: str = ""
    news_sitemap: bool = False
    redirects: bool = False
    stated_url: str = ""
    words: tuple[tuple[str, bytes], ...] = ()
