"""Write an explanation for people to read in a terminal."""

import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sitegen.app.explain_digest import write_digest
from sitegen.app.explain_own import write_gone, write_own
from sitegen.app.explain_story import write_former_story, write_story
from sitegen.app.explain_tag import write_tag
from sitegen.ingest import GOES_ON

Values = dict[str, Any]

_SENTENCE = 72  # characters shown of a sentence that was looked at
_PASSED_OVER = 5  # pages that were near and are not pointed to


def write_explanation(values: Values) -> str:
    """Return the text of what :func:`sitegen.app.explain.explain_name` found."""
    ((kind, found),) = values.items()
    return "\n".join(_WRITERS[kind](found))


def _write_seed(seed: Values) -> Iterator[str]:
    yield f"seeds/{seed['name']}"
    common = _find_common_reasons(seed["lines"])
    rules = [_write_rule(line, common) for line in seed["lines"]]
    width = max(map(len, rules), default=0)
    for line, rule in zip(seed["lines"], rules, strict=True):
        place = line["article"] or "-"
        head = f"{line['number']:5}  {place!s:>2}  {line['kind']:10}  {rule:{width}}"
        yield f"{head}  {line['text']}".rstrip()
    for rule, reason in sorted(common.items()):
        yield f"{rule}: {reason}"
    for problem in seed["problems"]:
        place = "" if problem["place"] == f"seeds/{seed['name']}" else f"{problem['place']}: "
        yield f"{place}{problem['severity']}: {problem['message']}"
    for article in seed["articles"]:
        yield ""
        yield f"article {article['ordinal']}: {article['title']}"
        if article["page"]:
            yield from (f"  {line}".rstrip() for line in _write_page(article["page"]))
        elif article["held"]:
            yield "  is on record in a page that is quarantined; 'sitegen build' names it"
        else:
            yield "  is on record in no page: it is new, or a copy of a page edited by hand"


def _find_common_reasons(lines: Iterable[Values]) -> dict[str, str]:
    """Return the reason of each rule that has the same one wherever it took a line.

    It is told once below the lines; only a reason that is a line's own stands beside it, such as
    that it goes on with another.
    """
    reasons: dict[str, set[str]] = {}
    for line in lines:
        if not line["reason"].startswith(GOES_ON):
            reasons.setdefault(line["rule"], set()).add(line["reason"])
    return {rule: min(said) for rule, said in reasons.items() if len(said) == 1 and min(said)}


def _write_rule(line: Values, common: Mapping[str, str]) -> str:
    is_own = line["reason"] and line["reason"] != common.get(line["rule"])
    return f"{line['rule']} ({line['reason']})" if is_own else line["rule"]


def _write_page(page: Values) -> Iterator[str]:
    states = (
        ("edited by hand", page["edited"]),
        ("a draft, not published", page["draft"]),
        (f"dated ahead, waits until {page['waits_until']}", page["waits_until"]),
    )
    told = "; ".join(state for state, holds in states if holds)
    yield page["file"] + (f" ({told})" if told else "")
    yield f"  title    {page['title']}"
    yield f"  id       {page['id']}"
    yield f"  date     {_write_date(page)}"
    yield f"  tags     {', '.join(page['tags']) or 'none'}"
    yield from (f"  tag      {_write_tag_reason(one)}" for one in page["tag_reasons"])
    for kind in dict.fromkeys(name["kind"] for name in page["names"]):
        named = (f"{one['name']} ({one['count']})" for one in page["names"] if one["kind"] == kind)
        yield f"  names    {kind}: {', '.join(named)}"
    placed = ", placed by hand" if page["story_by_hand"] else ""
    yield f"  story    {page['story'] or 'none'}{placed}"
    for one in page["sentences"]:
        yield f"  sentence {one['weight']:.2f}  {_write_choice(one)}: {_shorten(one['text'])}"
    for item in page["related"]:
        yield f"  related  {item['slug']}: {item['reason']}{_write_closeness(item)}"
    for item in page["passed_over"][:_PASSED_OVER]:
        yield f"  passed   {item['slug']}{_write_closeness(item)}"
    for item in page["versions"]:
        yield f"  version  {item['slug']}: shares {item['score']:.0%} of the shorter text"
    for item in page["merged"]:
        yield f"  merged   {item['file']}, by hand; its address leads here"
    for item in page["apart"]:
        yield f"  apart    content/articles/{item['slug']}.md, by hand"
    for copy in page["copies"]:
        differences = f"; {copy['differences']}" if copy["differences"] else ""
        yield f"  copy     seeds/{copy['seed']}: {copy['score']:.2f}, {copy['reason']}{differences}"


def _write_choice(sentence: Values) -> str:
    if sentence["chosen"]:
        return "in the summary"
    return str(sentence["fault"]) or "not needed"


def _shorten(text: str) -> str:
    return textwrap.shorten(text, _SENTENCE, placeholder="…")


def _write_closeness(item: Values) -> str:
    """Return how near a page is: its likeness, and what the time between lets it count."""
    if item["score"] is None:
        return ""
    return (
        f"; {item['score']:.2f} = likeness {item['cosine']:.2f} x nearness {item['nearness']:.2f}"
    )


def _write_tag_reason(reason: Values) -> str:
    number = reason["articles"]
    support = "1 article" if number == 1 else f"{number} articles"
    if reason["kind"] == "given":
        return f"{reason['tag']}: not by the text of the page; {support}"
    weight = reason["weight"] if reason["kind"] == "name" else f"{reason['weight'] / 100:.2f}"
    return f"{reason['tag']}: a {reason['kind']} that weighs {weight}; {support}"


def _write_date(page: Values) -> str:
    if not page["date"]:
        return f"unknown, first seen {page['first_seen']}"
    shown = page["date"][: {"year": 4, "month": 7}.get(page["date_precision"])]
    told = f"{shown}, known to the {page['date_precision']}{_BASES[page['date_basis']]}"
    contrary = f"; stated otherwise in: {page['date_contrary']}" if page["date_contrary"] else ""
    evidence = page["date_evidence"] or f"stated in {page['file']}"
    return f"{told}: {evidence}{contrary}"


_WRITERS: dict[str, Callable[[Values], Iterable[str]]] = {
    "seed": _write_seed,
    "page": _write_page,
    "story": write_story,
    "former_story": write_former_story,
    "digest": write_digest,
    "gone": write_gone,
    "own": write_own,
    "tag": write_tag,
}
_BASES = {
    "stated": "",
    "shown": " by what it says and shows",
    "agreed": " by another report of the same days",
}
