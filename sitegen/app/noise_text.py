"""Write about noise for people to read in a terminal."""

from collections.abc import Iterator
from typing import Any

from sitegen.app.noise import describe_unstated
from sitegen.text.toml_text import quote_text

Values = dict[str, Any]

_MOST_SHOWN = 40
_LONGEST = 72  # characters of an example
_IDLE = "takes no line: compare it with what 'sitegen explain SEED' shows, or take it out"


def write_rules(values: Values) -> str:
    """Return the text of what :func:`sitegen.app.noise.list_rules` found."""
    return "\n".join(_write_rules(values))


def write_proposals(values: Values) -> str:
    """Return the text of what :func:`sitegen.app.noise.suggest_rules` found."""
    return "\n".join(_write_proposals(values))


def _write_rules(values: Values) -> Iterator[str]:
    named = values["named"]
    yield f"your rules ({len(named)})"
    if not named:
        yield "        none; 'sitegen noise --suggest' shows which lines may deserve one"
    for rule in named:
        yield f"{rule['lines']:6}  [{rule['table']}] {quote_text(rule['line'])}"
        if not rule["lines"]:
            yield f"        {describe_unstated(rule) or _IDLE}"
    yield ""
    yield f"sitegen's rules ({len(values['rules'])})"
    yield from (f"{lines:6}  {rule}" for rule, lines in values["rules"].items())


def _write_proposals(values: Values) -> Iterator[str]:
    proposals = values["proposals"]
    if not proposals:
        yield "no line that is still text recurs in three articles that are no copies of each other"
        return
    shown = proposals[:_MOST_SHOWN]
    yield "lines that recur in articles that are not copies of one another"
    for proposal in shown:
        yield ""
        yield from _write_proposal(proposal)
    if len(shown) < len(proposals):
        yield ""
        yield f"and {len(proposals) - len(shown)} more, shown with --json"
    yield ""
    yield "Nothing was changed. What is noise, and nothing else, paste into sitegen.toml:"
    yield from _write_tables(shown, values["tables"])


def _write_proposal(proposal: Values) -> Iterator[str]:
    counts = f"{proposal['articles']} articles, {proposal['seeds']} seeds"
    doubt = "; it may be text: look at it twice" if proposal["doubtful"] else ""
    yield proposal["line"]
    yield f"  in {counts}, {proposal['lines']} lines{doubt}"
    for example in proposal["examples"]:
        yield f"  seeds/{example['seed']}:{example['line']}  {_cut(example['text'])}"


def _write_tables(proposals: list[Values], known: list[str]) -> Iterator[str]:
    """Yield the piece of configuration, what is doubtful as comments."""
    for table in dict.fromkeys(proposal["table"] for proposal in proposals):
        yield ""
        if table in known:
            yield f"# [{table}] is there already: add these lines to its list"
        yield f"[{table}]"
        yield "noise = ["
        for proposal in proposals:
            if proposal["table"] == table:
                mark = "# " if proposal["doubtful"] else ""
                yield f"  {mark}{quote_text(proposal['line'])},"
        yield "]"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
