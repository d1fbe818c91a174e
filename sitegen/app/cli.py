"""The command line: arguments in, exit status out. Only here do errors become text.

``sitegen --help`` must not pay for what it does not use, so everything else is imported late.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

from sitegen import __version__
from sitegen.app.arguments import make_parser, parse_arguments
from sitegen.app.process import INTERRUPTED, heed_signals, spare_collector, use_safe_streams
from sitegen.errors import SitegenError

# Of everything that --json prints; it rises when a program that reads it would break.
_JSON_VERSION = 1


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status, as `sitegen --help` lists them."""
    given = list(sys.argv[1:] if argv is None else argv)
    asked: list[int] = []
    use_safe_streams()
    spare_collector()
    try:
        heed_signals(asked.append)
        status = _run(given)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return asked[0] if asked else INTERRUPTED
    except Exception as error:
        # An interrupt may come out as another error: Python 3.11 makes one of it in a class body.
        if asked:
            return asked[0]
        if isinstance(error, BrokenPipeError):
            return _leave_pipe()
        if isinstance(error, SitegenError | OSError):
            return _fail(error, given)
        raise
    return status


def _run(given: Sequence[str]) -> int:
    if not given:
        make_parser().print_help(sys.stderr)
        return 2
    arguments = parse_arguments(given)
    if arguments is None:
        return 0
    return _answer(arguments)


def _answer(arguments: argparse.Namespace) -> int:
    if arguments.command in {"watch", "serve"} or arguments.watch:
        _go_on(arguments)
    from sitegen.app.run_command import run_command

    answer = run_command(arguments)
    for line in answer.remarks:
        print(_show(line), file=sys.stderr)
    if arguments.json:
        _print_json(arguments.command, answer.exit_status, answer.values)
    elif answer.text:
        print(_show(answer.text))
    return answer.exit_status


def _go_on(arguments: argparse.Namespace) -> NoReturn:
    from sitegen.app import live

    go_on = live.serve if arguments.command == "serve" else live.watch
    go_on(arguments)


def _print_json(command: str, exit_status: int, values: dict[str, object]) -> None:
    import json

    head = {
        "version": _JSON_VERSION,
        "sitegen": __version__,
        "command": command,
        "exit_status": exit_status,
    }
    print(json.dumps(head | values, ensure_ascii=False, indent=2))


def _fail(error: SitegenError | OSError, given: Sequence[str]) -> int:
    from sitegen.app.error_text import explain_error

    message = explain_error(error)
    exit_status = error.exit_status if isinstance(error, SitegenError) else 1
    print(_show(f"sitegen: {message}"), file=sys.stderr)
    if "--json" in given:
        # Where nothing more can be written, it has been said on the other stream.
        with suppress(OSError):
            _print_json(given[0], exit_status, {"error": message})
            sys.stdout.flush()
    return exit_status


def _show(text: str) -> str:
    """Return text for the terminal: what strangers wrote must not be obeyed by it."""
    from sitegen.text.normalize import show_controls

    return "\n".join(map(show_controls, text.split("\n")))


def _leave_pipe() -> int:
    """Stop quietly when nobody reads our output any more, as in ``sitegen stats | head -1``."""
    # Python would complain when it empties its buffer at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1
