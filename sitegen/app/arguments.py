"""The commands and their options: what can be said on the command line, and the help."""

import argparse
from collections.abc import Iterable, Sequence
from typing import NoReturn

from sitegen import __version__
from sitegen.errors import UsageError

_ABOUT = """\
Turn scraped article files into a clean, deduplicated news site with digests and feeds.

  seeds/  --ingest-->  content/  --publish-->  output/
"""
_EPILOGUE = """\
examples:
  sitegen build                         build the site in this folder into output/
  sitegen build -s news -b https://example.org/news/
  sitegen watch                         build again whenever a seed arrives
  sitegen serve                         the same, and see the site in a browser
  sitegen explain seeds/wire_0606.txt   what became of each line of a seed
  sitegen merge ferry-lost ferry-found  make two pages one article
  sitegen noise --suggest               which lines may deserve a rule of your own

exit status:
  0    done
  1    failed; with --strict also: something was quarantined or warned about
  2    wrong usage or configuration
  3    done, but something was quarantined: it is named, with the way out
  130  interrupted

'sitegen COMMAND --help' tells more about a command.
"""
# Command: what it does on one line, examples, and the groups of options that it has.
_COMMANDS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "build": (
        "ingest, then publish",
        "sitegen build\nsitegen build --watch\nsitegen build --strict --json",
        ("site", "json", "talk", "timings", "publish", "strict", "build", "watch"),
    ),
    "ingest": (
        "turn seeds/ into Markdown pages in content/",
        "sitegen ingest\nsitegen ingest -s news",
        ("site", "json", "talk", "timings", "strict"),
    ),
    "publish": (
        "draw the site from content/ into output/",
        "sitegen publish -b https://example.org/news/\nsitegen publish --drafts -o ../preview",
        ("site", "json", "talk", "timings", "publish", "strict"),
    ),
    "watch": (
        "build, then build again when seeds, content, templates or configuration change",
        "sitegen watch\nsitegen watch -s news",
        ("site", "talk", "timings", "publish", "watch"),
    ),
    "serve": (
        "watch, and show the site in a browser, where pages reload when they change",
        "sitegen serve\nsitegen serve -s news --port 4000",
        ("site", "talk", "timings", "publish", "watch", "serve"),
    ),
    "explain": (
        "what became of each line of a seed, and why a page, a story or a digest is as it is",
        "sitegen explain seeds/wire_0606.txt\nsitegen explain stories/ferry-runs-aground",
        ("site", "json", "explain"),
    ),
    "merge": (
        "make two pages one article, or two stories one, whatever their texts say",
        "sitegen merge ferry-runs-aground ferry-hits-bank\nsitegen merge stories/A stories/B",
        ("site", "json", "talk", "merge"),
    ),
    "split": (
        "make a copy an article of its own, reports a story of their own, or take a merge back",
        "sitegen split ferry-runs-aground wire/0606.txt#2\nsitegen split stories/A inquiry-opens",
        ("site", "json", "talk", "split"),
    ),
    "stats": (
        "what the site holds: articles, copies, tags, and what became of all lines",
        "sitegen stats\nsitegen stats --json",
        ("site", "json"),
    ),
    "noise": (
        "which rules take lines for noise, and which lines may deserve a rule",
        "sitegen noise\nsitegen noise --suggest",
        ("site", "json", "noise"),
    ),
    "tags": (
        "which tags there are, which are thin, and which names may be one",
        "sitegen tags\nsitegen tags --json",
        ("site", "json"),
    ),
}

# What a command that lacks an option does about it.
_DEFAULTS = {
    "output": None,
    "base_url": None,
    "drafts": False,
    "future": False,
    "quiet": False,
    "verbose": False,
    "strict": False,
    "watch": False,
    "poll": False,
    "timings": False,
    "verify": False,
    "json": False,
}


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message.removeprefix('argument ')}; see '{self.prog} --help'")


def parse_arguments(given: Sequence[str]) -> argparse.Namespace | None:
    """Return what was asked for, None where help or version was shown.

    Raise UsageError, with the command or option that was perhaps meant.
    """
    if not given[0].startswith("-") and given[0] not in _COMMANDS:
        raise UsageError(f"unknown command {given[0]!r}; {_suggest(given[0], _COMMANDS)}")
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
        description=_ABOUT,
        epilog=_EPILOGUE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"sitegen {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", dest="command", required=True)
    for name, (about, examples, groups) in _COMMANDS.items():
        command = commands.add_parser(
            name,
            help=about,
            description=about[0].upper() + about[1:] + ".",
            epilog="examples:\n  " + examples.replace("\n", "\n  "),
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        command.set_defaults(**_DEFAULTS)
        for group in groups:
            _ADD_OPTIONS[group](command)
    return parser


def _add_site(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("-s", "--source", metavar="DIR", default=".", help="the site's folder (default: this one)")
    add("-c", "--config", metavar="FILE", help="configuration (default: sitegen.toml in DIR)")
    add("--as-of", metavar="TIME", help="build as if it were this time, such as 2024-06-14T09:30Z")
    add("--no-cache", action="store_true", help="neither use nor keep remembered results")


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object for machines")


def _add_talk(parser: argparse.ArgumentParser) -> None:
    loudness = parser.add_mutually_exclusive_group()
    loudness.add_argument("-q", "--quiet", action="store_true", help="say only what is wrong")
    loudness.add_argument("-v", "--verbose", action="store_true", help="also say what is fine")


def _add_timings(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--timings", action="store_true", help="also say where the time went")


def _add_publish(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("-o", "--output", metavar="DIR", help="where the site goes (default: output/ in the site)")
    add("-b", "--base-url", metavar="URL", help="where it will be published, instead of base_url")
    add("-D", "--drafts", action="store_true", help="publish drafts too")
    add("-F", "--future", action="store_true", help="publish pages with a date in the future too")


def _add_strict(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--strict", action="store_true", help="exit 1 if anything is quarantined or warned about"
    )


def _add_build(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("-w", "--watch", action="store_true", help="build again when something changes")
    add("--verify", action="store_true", help="also build clean and compare byte for byte")


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
        type=int,
        default=8000,
        help="at which port (default: 8000); 0 is any that is free",
    )


def _add_explain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "name",
        metavar="SEED|PAGE",
        help="a seed's name, or a page's slug, path or URL; stories/NAME; digest/2024-06-14",
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


_ADD_OPTIONS = {
    "site": _add_site,
    "json": _add_json,
    "talk": _add_talk,
    "publish": _add_publish,
    "strict": _add_strict,
    "timings": _add_timings,
    "build": _add_build,
    "watch": _add_watch,
    "serve": _add_serve,
    "explain": _add_explain,
    "noise": _add_noise,
    "merge": _add_merge,
    "split": _add_split,
}


def _describe_unknown(word: str, command: str) -> str:
    if not word.startswith("-"):
        return f"{word!r} is one word too many; see 'sitegen {command} --help'"
    parser = _Parser(add_help=False)
    for group in _COMMANDS[command][2]:
        _ADD_OPTIONS[group](parser)
    known = [option for option in parser._option_string_actions if option.startswith("--")]  # noqa: SLF001 - argparse has no open list of its options
    return f"unknown option {word!r} of {command}; {_suggest(word.partition('=')[0], known)}"


def _suggest(name: str, known: Iterable[str]) -> str:
    # Imported late: only a mistake pays for it.
    from sitegen.app.nearest import suggest

    return suggest(name, known)
