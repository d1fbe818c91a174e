"""Name as noise what an article says twice: its headline, a caption, a long paragraph, a fact."""

from collections.abc import Sequence

from sitegen.ingest.blocks import BELOW_CREDIT, LONE_CREDIT, Marked
from sitegen.ingest.credits import split_caption
from sitegen.text.normalize import fold

_REPEATED_WORDS = 8  # a shorter sentence may well be said twice
_NAMES = {
    "title": "headline",
    "caption": "caption",
    "body": "paragraph",
    "quote": "paragraph",
    "fact": "fact",
}
_SIGNING = frozenset({"body", "caption", "heading"})


def name_repetitions(marked: Sequence[Marked], printed: Sequence[int]) -> list[Marked]:
    """Keep the first of each headline, caption and long paragraph; name the others as noise."""
    seen: dict[tuple[str, str], int] = {}
    signed: dict[str, int] = {}  # by whom, without "By"
    last = max(
        (i for i in printed if marked[i].kind == "body" and marked[i].line.is_sentence), default=-1
    )
    kept = list(marked)
    for place, index in enumerate(printed):
        mark = marked[index]
        if mark.rule == "byline":
            signed.setdefault(mark.line.key.partition(" ")[2], mark.line.number)
        elif _may_sign(mark, is_behind=last < index) and mark.line.key in signed:
            reason = f"says what line {signed[mark.line.key]} says"
            kept[index] = Marked(mark.line, "noise", "repeated fact", reason)
            continue
        name = _NAMES.get(mark.kind, "")
        if name == "paragraph" and ("caption", mark.line.key) in seen:
            name = "caption"
        if (name, mark.line.key) not in seen:
            seen[name, mark.line.key] = mark.line.number
            if name == "caption":  # without its credit it may come again
                shown = fold(split_caption(mark.line.text).text)
                seen.setdefault((name, shown), mark.line.number)
        elif _may_not_repeat(mark) and not _is_of_caption(mark, kept, printed, place):
            reason = f"says what line {seen[name, mark.line.key]} says"
            kept[index] = Marked(mark.line, "noise", f"repeated {name}", reason)
    return kept


def _may_sign(mark: Marked, *, is_behind: bool) -> bool:
    """Tell whether a line may name who wrote once more: behind the text, or as if it headed it."""
    return mark.kind == "heading" or (is_behind and mark.kind in _SIGNING)


def _is_of_caption(
    mark: Marked, kept: Sequence[Marked], printed: Sequence[int], place: int
) -> bool:
    """Tell whether a line says who took the picture of a caption beside it, and of others."""
    if mark.rule != LONE_CREDIT:
        return False
    above = kept[printed[place - 1]] if place else None
    below = kept[printed[place + 1]] if place + 1 < len(printed) else None
    is_marked = above is not None and above.line.shape == "caption" and above.kind == "caption"
    is_below = is_marked or (above is not None and above.rule == "stands above a credit")
    return is_below or (below is not None and below.rule == BELOW_CREDIT)


def _may_not_repeat(mark: Marked) -> bool:
    if mark.kind in {"body", "quote"}:
        return mark.line.words >= _REPEATED_WORDS
    return mark.kind in _NAMES
