"""Take off what an agency offers behind a caption: ``Purchase Licensing Rights``."""

import re

_OFFERS = ("purchase", "acquire", "buy", "request", "obtain", "available for")
_LICENSING = re.compile(
    rf"\s*[,.|]?\s*(?:(?:{'|'.join(_OFFERS)}) (?:\w+ ){{0,3}}"
    r"(?:licensing|licen[cs]e|rights?|reprints?)\b[^.]*)$",
    re.IGNORECASE,
)
_TAIL, _LONGEST = 160, 1_000  # characters


def drop_offer(text: str) -> str:
    """Return a caption without the offer of a licence at its end.

    >>> drop_offer("The pier at noon. Ida Fellgate, Purchase Licensing Rights")
    'The pier at noon. Ida Fellgate'
    """
    ending = text[-_TAIL:]
    key = ending.lower()
    if _LONGEST < len(text) or not may_offer(key) or not any(one in key for one in _OFFERS):
        return text
    match = _LICENSING.search(ending)
    return text[: len(text) - len(ending) + match.start()] if match else text


def may_offer(key: str) -> bool:
    """Tell whether a folded line may offer a licence: cheaper than to look for one.

    >>> may_offer("purchase licensing rights"), may_offer("the pier at noon")
    (True, False)
    """
    return "right" in key or "licen" in key or "reprint" in key
