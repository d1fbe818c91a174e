"""Cut the buttons that a scrape has left behind the last sentence of a paragraph, in its line.

``… by 14 votes to 9. Facebook Twitter Email`` would be a caption with who took the picture, and
``… of oak. Advertisement`` a paragraph that breaks off.
"""

import re
from collections.abc import Iterable

from sitegen.ingest.lines import Line, compose_line, is_prose, make_line
from sitegen.ingest.word_lists import read_named

_FEWEST_WORDS = 8  # of the paragraph
_REACH = 80  # characters at the end of a line, among which the sentence ends
_BEHIND = re.compile(r"(?<=[\w%)])[.!?][\"'”’»)]{0,2} (?=[^\W\d_][^.!?]*$)")
# Other buttons are mostly those of a box, whose sentence is no more of the text than the button.
_WORDS = read_named("trailing")
_FEWEST_BUTTONS = 2


def cut_trailing_buttons(lines: Iterable[Line]) -> list[Line]:
    """Return the lines, paragraphs without the buttons behind their last sentence.

    >>> text = "The council of Orle wants nine lamps more for the pier. Facebook Twitter Email"
    >>> [line.text for line in cut_trailing_buttons([make_line(text)])]
    ['The council of Orle wants nine lamps more for the pier.']
    """
    return [_cut(line) if _may_have_button(line) else line for line in lines]


def _may_have_button(line: Line) -> bool:
    is_plain = _FEWEST_WORDS <= line.words and not line.shape and not line.verdict
    return is_plain and not line.is_sentence and line.text[-1].isalpha()


def _cut(line: Line) -> Line:
    match = _BEHIND.search(line.text, max(0, len(line.text) - _REACH))
    behind = make_line(line.text[match.end() :]) if match else None
    if not match or not behind or not _is_furniture(behind):
        return line
    text = line.text[: match.end()].rstrip()
    cut = compose_line(text, line.number, line.shape, line.verdict, line.span)
    return cut if is_prose(cut) and _FEWEST_WORDS <= cut.words else line


def _is_furniture(line: Line) -> bool:
    rules = [_WORDS.get(word) for word in line.key.replace(",", " ").split()]
    return rules == ["advert"] or (_FEWEST_BUTTONS <= len(rules) and {*rules} == {"share"})
