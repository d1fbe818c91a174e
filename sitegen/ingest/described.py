"""Tell captions by what stands around them: a description of the picture, or a button.

Some pages describe each picture for those who do not see it, behind who took it: "Northern Wire A
puffin on a ledge". Then the credit stands alone, and then the caption. Others have a button below
the credit that hides the caption above it, or describe each picture right above its caption.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from sitegen.ingest.blocks import BEHIND, BELOW_CREDIT, LONE_CREDIT, Marked
from sitegen.ingest.cohesion import join_ties
from sitegen.ingest.lines import Line
from sitegen.ingest.photographers import ARCHIVES, read_lone_credit
from sitegen.ingest.writers import list_names
from sitegen.text.lexicon import mark_word

_RULE = "description of a picture"
_REASON = "begins with the credit that stands below it: what the picture shows, for who cannot see"
_FEW_WORDS, _FEWEST_TIES = 14, 3  # of a description that says what its caption says
_LONG_WORDS = 7  # of a description that has no credit before it
_MOST_CAPTION_WORDS = 25  # of the first sentence, above a name
_FEWEST_CAPTION_WORDS = 5
_FEWEST_WORDS, _MOST_WORDS = 3, 40  # of a description behind the credit, and of a caption
_CAPTIONED = frozenset({"hide caption", "toggle caption", "show caption"})
# "Ida Fellgate", "Juan de Orle": two or three words of which the first is a first name.
_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?: [a-z]{2,3})?(?: [A-ZÀ-Þ][\w'’-]+){1,2}$")
_DRAWN = re.compile(r"(?:photo )?illustrations? (?:of|showing) ")
# "PA Media A puffin on a ledge", "BBC/Ida Fellgate A puffin": who took it, and what it shows.
_PERSON = r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?"
_OWNER = rf"(?:{ARCHIVES}|PA Media|PA|BBC|NASA|Supplied|Handout|Family handout)"
_CREDITED = re.compile(
    rf"({_OWNER}(?:/{_PERSON})?(?= [A-ZÀ-Þ])|{_PERSON} ?/ ?{_OWNER}(?= [A-ZÀ-Þ])"
    rf"|{_PERSON}/{_PERSON}(?= (?:An?|The|Two|Three|Four|Several) ))(?: [^\s|]+){{4,40}}$"
)
_MAY_CAPTION = frozenset({"body", "dek", "heading", "caption"})
_OF_HEAD = frozenset({"above the text", "text above the text"})
_MAY_CAPTION_NOISE = frozenset({"fragment", "above the text", "label", "headline of another"})


def find_described(marked: Sequence[Marked]) -> list[Marked]:
    """Return the lines, descriptions as noise and the captions that go with them as captions."""
    found = _take_illustrator(_take_own(_take_again(_take_photographer(marked))))
    found = _take_last(_take_credited(found))
    printed = [index for index, mark in enumerate(found) if mark.kind != "blank"]
    for place, (above, below) in enumerate(pairwise(printed)):
        credit = marked[below]
        if _shows_face(marked[above].line, credit.line):
            reason = "names who wrote, as a picture"
            found[above] = Marked(marked[above].line, "noise", _RULE, reason)
        if credit.rule not in {LONE_CREDIT, "repeated caption"}:
            continue
        after = printed[place + 2 : place + 3]
        if _describes(marked[above], credit):
            found[above] = Marked(marked[above].line, "noise", _RULE, _REASON)
            if after and _may_caption(marked[after[0]], is_unended=True):
                found[after[0]] = Marked(marked[after[0]].line, "caption", BELOW_CREDIT)
        elif after and marked[after[0]].line.key in _CAPTIONED and _may_caption(marked[above]):
            found[above] = Marked(marked[above].line, "caption", "stands above a credit")
        elif after and _is_below_headline(marked[above]) and _is_left(marked[after[0]]):
            found[after[0]] = Marked(marked[after[0]].line, "caption", BELOW_CREDIT)
    return _drop_descriptions(found)


def _shows_face(line: Line, name: Line) -> bool:
    """Tell whether a line describes the picture of who is named below it: ``Rosa Fell's face``."""
    is_face = line.key.endswith("s face")  # as hardly any line does
    return is_face and line.key.replace("’", "'") == f"{name.key}'s face"


def _is_below_headline(mark: Marked) -> bool:
    """Tell whether a line is the headline, so that no caption stands above the credit below it."""
    return mark.kind == "title" or mark.rule == "repeated headline"


def _is_left(mark: Marked) -> bool:
    """Tell whether a line of the head is nothing else, and long enough for a caption."""
    is_long = _FEWEST_CAPTION_WORDS <= mark.line.words
    return mark.rule in _OF_HEAD and is_long and _may_caption(mark, is_unended=True)


def _take_photographer(marked: Sequence[Marked]) -> list[Marked]:
    """Take the first sentence for a caption where nothing but a name stands below it.

    Spanish papers set the photographer so. A heading that names somebody has the name of whom the
    text below it is about.
    """
    found = list(marked)
    printed = [index for index, mark in enumerate(marked) if mark.kind != "blank"]
    sentences = (n for n, i in enumerate(printed) if _is_sentence(marked[i]))
    first = next(sentences, 0)
    said, named, below = (printed[first : first + 3] + [-1] * 3)[:3]
    if below < 0 or marked[named].kind != "heading" or marked[below].kind != "body":
        return found
    name, line = marked[named].line.text, marked[said].line
    if _MOST_CAPTION_WORDS < line.words or not _is_name(name):
        return found
    texts = [mark.line.text for mark in marked[below:] if mark.kind == "body"]
    if len(texts) > 1 and not any(word in text for word in name.split() for text in texts):
        found[said] = Marked(line, "caption", "stands above a credit")
        found[named] = Marked(marked[named].line, "caption", LONE_CREDIT)
    return found


def _take_again(marked: list[Marked]) -> list[Marked]:
    """Take a name for a credit wherever it stands alone below a sentence, if it once is one."""
    names = {
        mark.line.key for mark in marked if mark.rule == LONE_CREDIT and _is_name(mark.line.text)
    }
    printed = [index for index, mark in enumerate(marked) if names and mark.kind != "blank"]
    for above, below in pairwise(printed):
        line = marked[above].line
        if marked[below].line.key not in names or marked[below].rule == LONE_CREDIT:
            continue
        if _is_sentence(marked[above]) and line.words <= _MOST_CAPTION_WORDS:
            marked[above] = Marked(line, "caption", "stands above a credit")
            marked[below] = Marked(marked[below].line, "caption", LONE_CREDIT)
    return marked


def _take_own(marked: list[Marked]) -> list[Marked]:
    """Take the line above the text for a caption where the writer took the picture below it.

    ``IDA FELLGATE, THE LEDGER`` stands there, who wrote the text by its byline.
    """
    names = frozenset(list_names(marked))
    printed = [index for index, mark in enumerate(marked) if mark.kind != "blank"]
    sentences = accumulate(_is_sentence(marked[index]) for index in printed)
    head = [index for index, count in zip(printed, sentences, strict=True) if count < 2]  # noqa: PLR2004
    for above, below in pairwise(head if names else ()):
        line, key = marked[above].line, marked[below].line.key
        is_for = any(key.startswith((f"{name}, ", f"{name}/", f"{name} /")) for name in names)
        if is_for and marked[below].kind != "fact" and _may_caption(marked[above]):
            if _FEWEST_CAPTION_WORDS <= line.words <= _MOST_CAPTION_WORDS:
                marked[above] = Marked(line, "caption", "stands above a credit")
            marked[below] = Marked(marked[below].line, "caption", LONE_CREDIT)
    return marked


def _take_illustrator(marked: list[Marked]) -> list[Marked]:
    """Take what an illustration shows for a caption where who drew it stands below.

    By itself a line such as ``Illustration: Ida Fellgate`` is noise.
    """
    printed = [index for index, mark in enumerate(marked) if mark.kind != "blank"]
    for above, below in pairwise(printed):
        line, drawn = marked[above].line, marked[below].line
        if marked[below].rule == "metadata" and _DRAWN.match(line.key) and read_lone_credit(drawn):
            marked[above] = Marked(line, "caption", "stands above a credit")
            marked[below] = Marked(drawn, "caption", LONE_CREDIT)
    return marked


def _take_credited(marked: list[Marked]) -> list[Marked]:
    """Take for a caption what stands below a description that begins with who took the picture."""
    printed = [index for index, mark in enumerate(marked) if mark.kind != "blank"]
    for above, below in pairwise(printed):
        mark, caption = marked[above], marked[below].line
        may_describe = _is_unclaimed(mark) and not mark.line.is_sentence
        credit = _CREDITED.match(mark.line.text) if may_describe else None
        is_long = _FEWEST_CAPTION_WORDS <= caption.words
        if credit and is_long and _may_caption(marked[below], is_unended=True):
            reason = "begins with who took the picture, and tells who cannot see it what it shows"
            marked[above] = Marked(
                replace(mark.line, text=credit[1]), "caption", LONE_CREDIT, reason
            )
            marked[below] = Marked(caption, "caption", BELOW_CREDIT)
    return marked


def _take_last(marked: list[Marked]) -> list[Marked]:
    """Take for captions the lines right behind the text that have their credits below them."""
    last = max((i for i, mark in enumerate(marked) if _is_sentence(mark)), default=-1)
    rest = (index for index in range(last + 1, len(marked)) if marked[index].kind != "blank")
    behind = [index for index in rest if marked[index].rule != "counter"]
    for above, below in zip(behind[::2], behind[1::2], strict=False):
        caption, credit = marked[above].line, marked[below].line
        is_long = _FEWEST_CAPTION_WORDS <= caption.words <= _MOST_CAPTION_WORDS
        is_left = marked[above].rule == BEHIND or marked[above].kind in _MAY_CAPTION
        if not (is_left and is_long and read_lone_credit(credit)) or read_lone_credit(caption):
            break
        marked[above] = Marked(caption, "caption", "stands above a credit")
        marked[below] = Marked(credit, "caption", LONE_CREDIT)
    return marked


def _is_sentence(mark: Marked) -> bool:
    return mark.kind == "body" and mark.line.is_sentence


def _is_name(text: str) -> bool:
    return bool(_NAME.match(text)) and "1" in mark_word(text.split(maxsplit=1)[0])


def _drop_descriptions(marked: list[Marked]) -> list[Marked]:
    """Name lines that stand right above a caption as nothing else does, if there are several.

    A short one that says what the caption says is known by itself.
    """
    places = [
        index
        for index, (mark, below) in enumerate(pairwise(marked))
        if below.rule == "caption with credit" and mark.kind == "body"
    ]
    alike = {index for index in places if _is_unended(marked[index]) or _stands_with(marked, index)}
    for index in places:
        line, caption = marked[index].line, marked[index + 1].line
        if (len(alike) > 1 and index in alike) or _says_same(line, caption):
            reason = "stands right above a caption: for who cannot see the picture"
            marked[index] = Marked(line, "noise", _RULE, reason)
    return marked


def _says_same(line: Line, caption: Line) -> bool:
    """Tell whether most words of a short line are those of the caption below it."""
    ties = join_ties([line.text]) if line.words <= _FEW_WORDS else set()
    return _FEWEST_TIES <= len(ties) <= 2 * len(ties & join_ties([caption.text]))


def _stands_with(marked: Sequence[Marked], index: int) -> bool:
    """Tell whether a sentence stands with the line below, apart from the text above."""
    mark, above = marked[index], marked[max(0, index - 1)]
    is_short = _LONG_WORDS <= mark.line.words <= _MOST_CAPTION_WORDS
    return _is_sentence(mark) and is_short and above.kind in {"blank", "fact", "noise"}


def _is_unended(mark: Marked) -> bool:
    line = mark.line
    is_long = _LONG_WORDS <= line.words <= _MOST_WORDS
    return mark.kind == "body" and is_long and not line.is_sentence and not line.shape


def _describes(mark: Marked, credit: Marked) -> bool:
    key = credit.line.key
    is_longer = credit.line.words + _FEWEST_WORDS <= mark.line.words
    return is_longer and mark.line.key.startswith(f"{key} ")


def _is_unclaimed(mark: Marked) -> bool:
    """Tell whether no rule says of a line that it is anything else than text or a caption."""
    return mark.kind in _MAY_CAPTION or mark.rule in _MAY_CAPTION_NOISE


def _may_caption(mark: Marked, *, is_unended: bool = False) -> bool:
    line = mark.line
    is_plain = _is_unclaimed(mark) and not read_lone_credit(line)
    return is_plain and line.words <= _MOST_WORDS and not (is_unended and line.is_sentence)
