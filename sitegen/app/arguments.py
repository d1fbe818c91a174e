"""The options of the commands: what can be said on the command line."""

import argparse
from collections.abc import Iterable, Sequence
from typing import NoReturn

from sitegen import __version__
from sitegen.app.command_list import ABOUT, COMMANDS, DEFAULTS, EPILOGUE
from sitegen.errors import UsageError

_MOST_JOBS = 64


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message.removeprefix('argument ')}; see '{self.prog} --help'")


def parse_arguments(given: Sequence[str]) -> argparse.Namespace | None:
    """Return what was asked for, None where help or version was shown.

    Raise UsageError, with the command or option that was perhaps meant.
    """
    if not given[0].startswith("-") and given[0] not in COMMANDS:
        raise UsageError(f"unknown command {given[0]!r}; {_suggest(given[0], COMMANDS)}")
    if given[0].startswith("-") and given[0] not in {"-h", "--help", "--version"}:
        raise UsageError(f"{given[0]}: the command comes first; see 'sitegen --help'")
    try:
        arguments, unknown = make_parser().parse_known_args(given)
    except SystemExit:
        return None
    if unknown:
        raise UsageError(_describe_unknown(unknown[0], arguments.command))
    return arguments


def make_parser() -> argparse.ArgumentParser:
    """Return the parser with all commands that exist."""
    parser = _Parser(
        prog="sitegen",
        description=ABOUT,
        epilog=EPILOGUE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"sitegen {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", dest="command", required=True)
    for name, (about, examples, groups) in COMMANDS.items():
        command = commands.add_parser(
            name,
            help=about,
            description=about[0].upper() + about[1:] + ".",
            epilog="examples:\n  " + examples.replace("\n", "\n  "),
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        command.set_defaults(**DEFAULTS)
        for group in groups:
            _ADD_OPTIONS[group](command)
    return parser


def _add_site(parser: argparse.ArgumentParser) -> None:
    _add_place(parser)
    parser.add_argument(
        "--no-cache", action="store_true", help="neither use nor keep remembered results"
    )


def _add_place(parser: argparse.ArgumentParser) -> None:
    _add_folder(parser)
    parser.add_argument(
        "--as-of", metavar="TIME", help="build as if it were this time, such as 2024-06-14T09:30Z"
    )


def _add_folder(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("-s", "--source", metavar="DIR", default=".", help="the site's folder (default: this one)")
    add("-c", "--config", metavar="FILE", help="configuration (default: sitegen.toml in DIR)")


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object for machines")


def _add_talk(parser: argparse.ArgumentParser) -> None:
    loudness = parser.add_mutually_exclusive_group()
    loudness.add_argument("-q", "--quiet", action="store_true", help="say only what is wrong")
    loudness.add_argument("-v", "--verbose", action="store_true", help="also say what is fine")


def _add_timings(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--timings", action="store_true", help="also say where the time went")


def _add_target(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("-o", "--output", metavar="DIR", help="where the site goes (default: output/ in the site)")
    add("-b", "--base-url", metavar="URL", help="where it will be published, instead of base_url")


def _add_ping(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-b", "--base-url", metavar="URL", help="where it is published, instead of base_url"
    )


def _add_publish(parser: argparse.ArgumentParser) -> None:
    _add_target(parser)
    add = parser.add_argument
    add(
        "-j",
        "--jobs",
        metavar="N",
        type=_read_jobs,
        help="read and draw in N processes (default: one for each processor where that pays)",
    )
    add("-D", "--drafts", action="store_true", help="publish drafts too")
    add("-F", "--future", action="store_true", help="publish pages with a date in the future too")


def _read_jobs(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= _MOST_JOBS:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 to {_MOST_JOBS}")
    return int(text)


def _add_strict(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--strict", action="store_true", help="exit 1 if anything is quarantined or warned about"
    )


def _add_build(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("-w", "--watch", action="store_true", help="build again when something changes")
    add("--verify", action="store_true", help="also build clean and compare byte for byte")


def _add_init(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("folder", metavar="DIR", nargs="?", default=".", help="the site's folder (default: this)")
    add("-b", "--base-url", metavar="URL", help="where it will be published")


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--against",
        metavar="URL|DIR",
        help="also compare with the site that is published there, which must be kept",
    )


def _add_watch(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--poll",
        action="store_true",
        help="look every other second instead of waiting to be told, as on a network drive",
    )


def _add_serve(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--host", metavar="HOST", default="127.0.0.1", help="where to listen (default: 127.0.0.1)")
    add(
        "--port",
        metavar="PORT",
        type=_read_port,
        default=8000,
        help="at which port (default: 8000); 0 is any that is free",
    )


def _read_port(text: str) -> int:
    """Return the number of a port; whether there is such a port the server tells."""
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} is no port; write a number from 0 to 65535")
    return int(text)


def _add_explain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "name",
        metavar="SEED|PAGE",
        help="a seed's name, or a page's slug, path or URL; stories/NAME; digest/2024-06-14; "
        "tags/NAME",
    )


def _add_noise(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--suggest",
        action="store_true",
        help="propose lines that recur in articles which are no copies; nothing is changed",
    )


def _add_merge(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "page",
        metavar="A",
        help="the page that keeps its id and address: its slug, path or URL; or a story's address",
    )
    add("other", metavar="B", help="what becomes part of it; its address will lead to A")


def _add_split(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "page",
        metavar="PAGE",
        help="the page that has the copy: its slug, path or URL; or a story's address",
    )
    add(
        "parts",
        metavar="SEED",
        nargs="+",
        help="the copy as 'sitegen explain PAGE' lists it, such as wire/0606.txt#2; the file alone "
        "is enough where one copy comes from it. Of a story: the pages that are another one, or "
        "the story that was merged into it",
    )


def _add_words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "language",
        metavar="LANGUAGE",
        nargs="?",
        default="",
        help="its tag, such as fr or pt-BR (default: the language of the site)",
    )


_ADD_OPTIONS = {
    "site": _add_site,
    "place": _add_place,
    "folder": _add_folder,
    "target": _add_target,
    "json": _add_json,
    "talk": _add_talk,
    "publish": _add_publish,
    "strict": _add_strict,
    "timings": _add_timings,
    "build": _add_build,
    "check": _add_check,
    "init": _add_init,
    "ping": _add_ping,
    "watch": _add_watch,
    "serve": _add_serve,
    "explain": _add_explain,
    "noise": _add_noise,
    "merge": _add_merge,
    "split": _add_split,
    "words": _add_words,
}


def _describe_unknown(word: str, command: str) -> str:
    if not word.startswith("-"):
        return f"{word!r} is one word too many; see 'sitegen {command} --help'"
    parser = _Parser(add_help=False)
    for group in COMMANDS[command][2]:
        _ADD_OPTIONS[group](parser)
    known = [option for option in parser._option_string_actions if option.startswith("--")]  # noqa: SLF001 - argparse has no open list of its options
    return f"unknown option {word!r} of {command}; {_suggest(word.partition('=')[0], known)}"


def _suggest(name: str, known: Iterable[str]) -> str:
    # Imported late: only a mistake pays for it.
    from sitegen.app.nearest import suggest

    return suggest(name, known)
