"""Tell an encoding by the language that bytes would be in, and by the letters of that.

Statistics of letters fail here: French makes as much sense in Baltic letters, Spanish in those of
Central Europe. Of an encoding that is right both hold: the small words are those of a language that
is written in it, and hardly any letters stand there but its own.
"""

from sitegen.text.detect import detect_language

_FRENCH, _SPANISH, _PORTUGUESE, _GERMAN = "àâæçéèêëîïôœùûüÿ", "áéíñóúü", "áâãàçéêíóôõúü", "äöüß"
_ANY_WESTERN = _FRENCH + _SPANISH + _PORTUGUESE + _GERMAN + "åæø"  # of names and borrowed words
_CENTRAL = {
    "cs": "áčďéěíňóřšťúůýž",
    "hr": "čćđšž",
    "hu": "áéíóöőúüű",
    "pl": "ąćęłńóśźż",
    "ro": "ăâîşţ",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "sl": "čšžćđ",
}
# The letters beyond ASCII of the languages that are written in each encoding; of two that fit as
# well the first is taken.
_ALPHABETS = {
    "cp1252": {
        "ca": "àçèéíïòóúü",
        "da": "æøåéäö",
        "de": _GERMAN,
        "es": _SPANISH,
        "fi": "åäöšž",
        "fr": _FRENCH,
        "it": "àèéìíîòóùú",
        "nl": "áàäéèêëíïóöúüç",
        "no": "æøåéòôäö",
        "pt": _PORTUGUESE,
        "sq": "çë",
        "sv": "åäöéüà",
        **dict.fromkeys(("en", "id", "sw", "tl"), _ANY_WESTERN),
    },
    "cp1254": {"tr": "çğıöşüâîû"},
    "cp1250": _CENTRAL,
    "iso8859_2": _CENTRAL,
    "cp1257": {"et": "äõöüšž", "lt": "ąčęėįšųūž", "lv": "āčēģīķļņšūž"},
}
_ICELANDIC, _SURELY_ICELANDIC = "áéíóúýþæöð", frozenset("þð")
_SIGNS = frozenset("„”“’‘‚–—…«»‹›§°·•€£©®™¿¡ºª½\xa0\xad")
_OWN = 0.9  # of the letters beyond ASCII; names have some from elsewhere


def find_by_language(data: bytes) -> str:
    """Return the encoding in which bytes are a language that is written in it, or nothing.

    >>> text = "Jérôme a déjà été là : la fête est à la mairie, et le maire en est fier."
    >>> find_by_language(text.encode("cp1252"))
    'cp1252'
    >>> find_by_language("Gemi çok eski ve yolcular için daha iyi bir gün olmadı.".encode("cp1254"))
    'cp1254'
    """
    best, most = "", 0.0
    for encoding, alphabets in _ALPHABETS.items():
        share = _measure(data, encoding, alphabets)
        if max(_OWN, most) <= share and most < share:
            best, most = encoding, share
    return best


def _measure(data: bytes, encoding: str, alphabets: dict[str, str]) -> float:
    """Return the share of letters that are those of the language, 0 where there is none."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    beyond = [one for one in text.lower() if "\x7f" < one and one not in _SIGNS]
    own = alphabets.get(detect_language(text), "")
    if not own and encoding == "cp1252" and _SURELY_ICELANDIC <= set(beyond):
        own = _ICELANDIC
    return sum(one in own for one in beyond) / len(beyond) if own and beyond else 0.0


def is_western(text: str) -> bool:
    """Tell whether a text is of a language of the west, in its letters and signs alone.

    >>> is_western("The café is open to all of them."), is_western("It is ŁŁŁ and so on.")
    (True, False)
    """
    own = _ALPHABETS["cp1252"].get(detect_language(text), "")
    beyond = [one for one in text.lower() if "\x7f" < one and one not in _SIGNS]
    return bool(own) and all(one in own for one in beyond)
