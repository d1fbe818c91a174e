"""Tell a sub-heading that nothing marks as one from the text around it."""

from sitegen.ingest.lines import Line, is_titled
from sitegen.ingest.looks import Look

HEADING_WORDS = 10
_CLAUSE_WORDS, _SIGNED_WORDS = 4, 6


def is_plain_heading(line: Line, after: Look | None) -> bool:
    """Tell whether a short line without a full stop introduces the paragraph below it.

    What ends with a colon and stands above a list, or says a whole clause, belongs to the text;
    so does what ends with a comma, and a name with its place or handle, which signs a letter.
    """
    if not after or line.is_sentence or HEADING_WORDS < line.words:
        return False
    is_above_list = after.line.shape in {"item", "row", "quote"}
    if not is_above_list and (after.noise or not after.line.is_sentence):
        return False
    if line.text.endswith(":"):
        return not is_above_list and line.words <= _CLAUSE_WORDS
    is_signature = ", " in line.text and is_titled(line.text) and line.words <= _SIGNED_WORDS
    is_signature = is_signature or " (@" in line.text or line.text[0] in "–—"
    if line.text[0] == "(" and line.text[-1] == ")":
        return False
    return line.text[-1] not in ",;" and not is_signature and not line.text[0].islower()
