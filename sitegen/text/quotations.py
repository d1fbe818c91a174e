"""Tell where a text quotes, in the marks of any language."""

import re

# „German“ and „Polish”, «French» and »Danish«, 「Japanese」, “English” and "plain".
_QUOTED = re.compile(r"„[^“”]*[“”]|«[^»]*»|»[^«]*«|「[^」]*」|[“\"][^”\"]*[”\"]")


def leave_quotations(text: str) -> str:
    """Return a text without what it quotes.

    >>> leave_quotations("„Nebel“, sagte Åsa.").strip()
    ', sagte Åsa.'
    """
    return _QUOTED.sub(" ", text)


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
