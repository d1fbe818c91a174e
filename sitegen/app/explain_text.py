"""Write an explanation for people to read in a terminal."""

from collections.abc import Iterator
from typing import Any

Values = dict[str, Any]

# Columns; a reason may well be longer, and then it pushes only its own line's text to the right.
_WIDEST_RULE = 30


def write_explanation(values: Values) -> str:
    """Return the text of what :func:`sitegen.app.explain.explain_name` found."""
    lines = _write_seed(values["seed"]) if "seed" in values else _write_page(values["page"])
    return "\n".join(lines)


def _write_seed(seed: Values) -> Iterator[str]:
    yield f"seeds/{seed['name']}"
    widths = [len(_write_rule(line)) for line in seed["lines"]]
    width = max((width for width in widths if width <= _WIDEST_RULE), default=0)
    for line in seed["lines"]:
        place = line["article"] or "-"
        head = f"{line['number']:5}  {place!s:>2}  {line['kind']:10}  {_write_rule(line):{width}}"
        yield f"{head}  {line['text']}".rstrip()
    for problem in seed["problems"]:
        place = "" if problem["place"] == f"seeds/{seed['name']}" else f"{problem['place']}: "
        yield f"{place}{problem['severity']}: {problem['message']}"
    for article in seed["articles"]:
        yield ""
        yield f"article {article['ordinal']}: {article['title']}"
        if article["page"]:
            yield from (f"  {line}".rstrip() for line in _write_page(article["page"]))
        else:
            yield "  is on record in no page: it is new, or a copy of a page edited by hand"


def _write_rule(line: Values) -> str:
    return f"{line['rule']} ({line['reason']})" if line["reason"] else line["rule"]


def _write_page(page: Values) -> Iterator[str]:
    yield page["file"] + (" (edited by hand)" if page["edited"] else "")
    yield f"  title    {page['title']}"
    yield f"  id       {page['id']}"
    yield f"  date     {_write_date(page)}"
    yield f"  tags     {', '.join(page['tags']) or 'none'}"
    yield f"  story    {page['story'] or 'none'}"
    for item in page["related"]:
        yield f"  related  {item['slug']}: {item['reason']}"
    for item in page["versions"]:
        yield f"  version  {item['slug']}: shares {item['score']:.0%} of the shorter text"
    for copy in page["copies"]:
        differences = f"; {copy['differences']}" if copy["differences"] else ""
        yield f"  copy     seeds/{copy['seed']}: {copy['score']:.2f}, {copy['reason']}{differences}"


def _write_date(page: Values) -> str:
    if not page["date"]:
        return f"unknown, first seen {page['first_seen']}"
    return f"{page['date']}, known to the {page['date_precision']}: {page['date_evidence']}"
