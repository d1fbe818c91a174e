"""Tell where a text quotes, in the marks of any language."""

import re

# „German“ and „Polish”, «French» and »Danish«, 「Japanese」, “English” and "plain".
_CLOSING = {"„": "“”", "«": "»", "»": "«", "「": "」", "“": '”"', '"': '”"'}
_OPENING = re.compile(f"[{''.join(_CLOSING)}]")


def leave_quotations(text: str) -> str:
    """Return a text without what it quotes, from each opening mark to the first that closes it.

    >>> leave_quotations("„Nebel“, sagte Åsa.").strip()
    ', sagte Åsa.'
    """
    found: dict[str, int] = {}

    def find_next(mark: str, start: int) -> int:
        """Return where a mark stands next; each letter of the text is looked at once for it."""
        if found.get(mark, 0) < start:
            place = text.find(mark, start)
            found[mark] = len(text) if place < 0 else place
        return found[mark]

    left: list[str] = []
    end = 0
    for opening in _OPENING.finditer(text):
        start = opening.start()
        closing = min(find_next(mark, start + 1) for mark in _CLOSING[opening[0]])
        if end <= start and closing < len(text):
            left.append(text[end:start])
            end = closing + 1
    return " ".join((*left, text[end:]))


def is_in_quotation(text: str) -> bool:
    """Tell whether a quotation begins or ends outside of the text.

    >>> is_in_quotation("“Fog,” she said."), is_in_quotation("„Nebel“, sagte Åsa.")
    (False, False)
    >>> is_in_quotation("“Fog."), is_in_quotation("«Brouillard.")
    (True, True)
    """
    if text.count('"') % 2 or text.count("«") != text.count("»"):
        return True
    closed = text.count("”")
    if "„" in text:
        return text.count("„") != text.count("“") + closed
    if "“" not in text:
        return closed % 2 == 1  # ”Swedish” has one mark for both
    return text.count("“") != closed
