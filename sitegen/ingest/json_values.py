"""Read the text that a field of JSON holds, or an object around it, as the interfaces of sites do.

WordPress writes ``{"rendered": "…"}`` (https://developer.wordpress.org/rest-api/reference/posts/),
Drupal ``{"value": "…", "processed": "…"}`` (https://www.drupal.org/docs/core-modules-and-themes/
core-modules/jsonapi-module), readers of feeds ``{"content": "…"}``, and what turns XML into JSON
``{"#text": "…"}`` or ``{"$t": "…"}``.
"""

import re
from collections.abc import Mapping

_TEXTS = ("rendered", "processed", "value", "content", "html", "text", "#text", "$t")
_HELD = frozenset({"title", "text", "dek"})  # facts that may be objects around a text
_NAMED = frozenset({"byline", "source"})  # objects with a name, as schema.org has them
_PARAGRAPH = re.compile(r"<p[\s>]")
_ZONE = re.compile(r"(?:Z|[A-Z]{3}|[+-]\d\d:?\d\d)\s*$")


def read_value_text(fact: str, value: object) -> str | None:
    """Return a text, what an object holds of one, or the name of who is one; None for others.

    >>> read_value_text("title", {"rendered": "Ferry late"}), read_value_text("url", {"value": 1})
    ('Ferry late', None)
    >>> read_value_text("byline", {"givenName": "Ida", "familyName": "Fellgate"})
    'Ida Fellgate'
    """
    if isinstance(value, dict) and fact in _HELD:
        value = next((one for name in _TEXTS if isinstance(one := value.get(name), str)), value)
    if isinstance(value, dict) and fact in _NAMED:
        name = value.get("name")
        parts = (value.get("givenName"), value.get("familyName"))
        value = name or " ".join(part for part in parts if isinstance(part, str)) or name
        if isinstance(value, list):
            return ", ".join(one for one in value if isinstance(one, str)) or None
    if value is None:
        return ""
    return value if isinstance(value, str) else None


def read_embedded(record: Mapping[str, object]) -> Mapping[str, object]:
    """Return an object of WordPress with the authors whose names it embeds, and its day in UTC.

    ``author`` is a number there, and ``date`` has no zone (``_embed`` in its handbook).

    >>> record = {"author": 7, "_embedded": {"author": [{"name": "Ida Fellgate"}]}}
    >>> read_embedded(record | {"date_gmt": "2024-06-14T07:30:00"})["author"]
    [{'name': 'Ida Fellgate'}]
    >>> read_embedded({"date_gmt": "2024-06-14T07:30:00"})["date_gmt"]
    '2024-06-14T07:30:00Z'
    """
    told: dict[str, object] = {}
    embedded = record.get("_embedded")
    authors = embedded.get("author") if isinstance(embedded, dict) else None
    if authors:
        told["author"] = authors
    for name, value in record.items():
        if name.endswith("_gmt") and isinstance(value, str) and not _ZONE.search(value):
            told[name] = f"{value}Z"
    return {**record, **told} if told else record


def has_paragraphs(text: str) -> bool:
    r"""Tell whether a text has several paragraphs, as no summary has.

    >>> has_paragraphs("<p>One.</p><p>Two.</p>"), has_paragraphs("<p>One.</p>\n")
    (True, False)
    >>> has_paragraphs("One.\n\nTwo."), has_paragraphs("One.\nTwo.\n\n")
    (True, False)
    """
    return 1 < len(_PARAGRAPH.findall(text)) or "\n\n" in text.strip()
