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
  sitegen explain seeds/wire_0606.txt   what became of each line of a seed
  sitegen merge ferry-lost ferry-found  make two pages one article
  sitegen noise --suggest               which lines may deserve a rule of your own

exit status:
  0    done
  1    failed, or a check found errors; with --strict also: a warning, or something quarantined
  2    wrong usage or configuration
  3    done, but something was quarantined: it is named, with the way out
  130  interrupted

'sitegen COMMAND --help' tells more about a command.
"""
# Command: what it does on one line, examples, and the groups of options that it has.
_COMMANDS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "init": (
        "begin a new site: configuration, a sample, a workflow; nothing is overwritten",
        "sitegen init\nsitegen init news -b https://example.org/news/",
        ("json", "init"),
    ),
    "build": (
        "ingest, then publish",
        "sitegen build\nsitegen build --watch\nsitegen build --strict --json",
        ("site", "json", "talk", "publish", "strict", "build"),
    ),
    "ingest": (
        "turn seeds/ into Markdown pages in content/",
        "sitegen ingest\nsitegen ingest -s news",
        ("site", "json", "talk", "strict"),
    ),
    "publish": (
        "draw the site from content/ into output/",
        "sitegen publish -b https://example.org/news/\nsitegen publish --drafts -o ../preview",
        ("site", "json", "talk", "publish", "strict"),
    ),
    "watch": (
        "build, then build again when seeds, content, templates or configuration change",
        "sitegen watch\nsitegen watch -s news",
        ("site", "talk", "publish"),
    ),
    "check": (
        "examine the finished site in output/: links, feeds, pages",
        "sitegen check\nsitegen check --strict --json\nsitegen check --against https://example.org/news/",
        ("place", "json", "target", "strict", "check"),
    ),
    "doctor": (
        "what will go wrong with the site: limits of the host, thin tags, addresses, dates",
        "sitegen doctor\nsitegen doctor --json",
        ("site", "json", "target"),
    ),
    "explain": (
        "what became of each line of a seed, and why a page is as it is",
        "sitegen explain seeds/wire_0606.txt\nsitegen explain ferry-runs-aground",
        ("site", "json", "explain"),
    ),
    "merge": (
        "make two pages one article, whatever their texts say",
        "sitegen merge ferry-runs-aground ferry-hits-bank",
        ("site", "json", "talk", "merge"),
    ),
    "split": (
        "make a copy an article of its own, or take a merge back",
        "sitegen split ferry-runs-aground wire/0606.txt#2\nsitegen split ferry-runs-aground b.txt",
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
    "no_cache": False,
    "output": None,
    "base_url": None,
    "drafts": False,
    "future": False,
    "quiet": False,
    "verbose": False,
    "strict": False,
    "watch": False,
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
    _add_place(parser)
    add = parser.add_argument
    add("--no-cache", action="store_true", help="neither use nor keep remembered results")


def _add_place(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("-s", "--source", metavar="DIR", default=".", help="the site's folder (default: this one)")
    add("-c", "--config", metavar="FILE", help="configuration (default: sitegen.toml in DIR)")
    add("--as-of", metavar="TIME", help="build as if it were this time, such as 2024-06-14T09:30Z")


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object for machines")


def _add_talk(parser: argparse.ArgumentParser) -> None:
    loudness = parser.add_mutually_exclusive_group()
    loudness.add_argument("-q", "--quiet", action="store_true", help="say only what is wrong")
    loudness.add_argument("-v", "--verbose", action="store_true", help="also say what is fine")


def _add_target(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("-o", "--output", metavar="DIR", help="where the site goes (default: output/ in the site)")
    add("-b", "--base-url", metavar="URL", help="where it will be published, instead of base_url")


def _add_publish(parser: argparse.ArgumentParser) -> None:
    _add_target(parser)
    add = parser.add_argument
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


def _add_init(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("folder", metavar="DIR", nargs="?", default=".", help="the site's folder (default: this)")
    add("-b", "--base-url", metavar="URL", help="where it will be published")


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--against", metavar="URL|DIR", help="also compare with what stands there")


def _add_explain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "name", metavar="SEED|PAGE", help="a seed's name, or a page's slug, path or URL"
    )


def _add_noise(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--suggest",
        action="store_true",
        help="propose lines that recur in articles which are no copies; nothing is changed",
    )


def _add_merge(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("page", metavar="A", help="the page that keeps its id and address: its slug, path or URL")
    add("other", metavar="B", help="the page that becomes part of it; its address will lead to A")


def _add_split(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("page", metavar="PAGE", help="the page that has the copy: its slug, path or URL")
    add(
        "seed",
        metavar="SEED",
        help="the copy as 'sitegen explain PAGE' lists it, such as wire/0606.txt#2; the file alone "
        "is enough where one copy comes from it",
    )


_ADD_OPTIONS = {
    "site": _add_site,
    "place": _add_place,
    "target": _add_target,
    "json": _add_json,
    "talk": _add_talk,
    "publish": _add_publish,
    "strict": _add_strict,
    "build": _add_build,
    "check": _add_check,
    "init": _add_init,
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
