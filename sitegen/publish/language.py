"""How a page says in which language a text is, and which way that is written."""

# The codes of languages, and those of scripts (ISO 15924) that a tag may name.
_RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he iw ks ps sd ug ur yi".split())
_SCRIPTS = {
    "arab": "rtl",
    "hebr": "rtl",
    "syrc": "rtl",
    "thaa": "rtl",
    "latn": "ltr",
    "cyrl": "ltr",
}


def direction_of(language: str) -> str:
    """Return ``rtl`` for a language that is written from right to left, else ``ltr``.

    >>> direction_of("fa-IR"), direction_of("en"), direction_of("pa-Arab"), direction_of("ug-Cyrl")
    ('rtl', 'ltr', 'rtl', 'ltr')
    """
    code, *others = language.lower().split("-")
    script = next((_SCRIPTS[part] for part in others if part in _SCRIPTS), "")
    return script or ("rtl" if code in _RIGHT_TO_LEFT else "ltr")


def foreign_language(language: str, site_language: str) -> str:
    """Return a language that a page must name because the site around it is in another."""
    return "" if language == site_language else language


def foreign_direction(language: str, site_language: str) -> str:
    """Return which way a text in a language is written that the site is not in.

    A text that is said to be in the language of the site may yet be in one that nobody could
    tell, so that its letters decide: ``auto``, by the first of them.
    """
    return direction_of(language) if foreign_language(language, site_language) else "auto"
