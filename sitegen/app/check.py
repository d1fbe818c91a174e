"""Read a finished site from disk and have it examined."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sitegen.app.files import read_file
from sitegen.app.job import Job
from sitegen.app.obstacles import describe_links
from sitegen.app.output_tree import list_visible, read_tree
from sitegen.app.report import NUMBER, count, cut_repetitions, describe_problems, write_problems
from sitegen.check import Published, check_site, find_base_url, take_published
from sitegen.errors import UsageError
from sitegen.model.output import OutputFile
from sitegen.model.problem import Problem

# What is read; all other files are only looked at for their names and sizes.
_MOST_PLACES = 3
# Front page and main feed both say where the site stands.
_SPEAKERS = frozenset({"index.html", "atom.xml"})
_READ = (".html", ".xml", ".json", ".opml", ".css", ".svg", ".txt")


@dataclass(frozen=True, slots=True)
class Checked:
    """How many files were examined, and what is wrong with them, sorted."""

    files: int
    problems: tuple[Problem, ...]


def check_output(job: Job, against: str | None) -> Checked:
    """Examine the site in output/, and ``against`` a folder or an address where one names it.

    Raise UsageError where there is no site, SitegenError where an address does not answer.
    """
    folder = job.site.output
    tree = read_tree(folder)
    published = list_visible(tree)
    if not published:
        raise UsageError(f"{folder}: there is no site here yet; run 'sitegen build' first")
    sizes = {path: tree.sizes[path] for path in published}
    before = None if against is None else _read_published(against, job)
    files = _read_files(folder, published)
    base_url = job.settings.base_url
    built_for = find_base_url(_read_files(folder, _SPEAKERS & sizes.keys())) or base_url
    found = [*check_site(files, sizes, built_for, job.now, before)]
    if built_for != base_url:
        message = (
            f"the site was built for another address, {built_for}, and examined as if it stood "
            f"there; pass -b {built_for}, or build it for {base_url}"
        )
        found.append(Problem("index.html", message, "error"))
    shown = job.site.output_name
    links = describe_links(folder, tree)
    problems = [replace(one, place=f"{shown}/{one.place}") for one in {*found, *links}]
    if against is not None and before is None:
        message = "nothing is published there yet, so nothing was compared"
        problems.append(Problem(against, message, "note"))
    return Checked(len(published), tuple(sorted(problems)))


def find_check_status(checked: Checked, *, is_strict: bool) -> int:
    """Return 1 where there are errors, in a strict check for a warning too, else 0."""
    failing = {"error", "warning"} if is_strict else {"error"}
    return int(any(problem.severity in failing for problem in checked.problems))


def describe_check(checked: Checked) -> dict[str, Any]:
    """Return what was found as values for JSON."""
    return {"files": checked.files, "problems": describe_problems(checked.problems)}


def write_check(checked: Checked) -> str:
    """Return a line for each finding, the gravest first, and one that counts them."""
    counts = Counter(problem.severity for problem in checked.problems)
    summary = (
        f"{checked.files} files examined: {count(counts['error'], 'error')}, "
        f"{count(counts['warning'], 'warning')}"
    )
    return "\n".join(
        (
            *write_problems(
                cut_repetitions(checked.problems, _MOST_PLACES, "listed by --json", NUMBER),
                with_notes=True,
            ),
            summary,
        )
    )


def _read_published(against: str, job: Job) -> Published | None:
    """Return what a site promised that was published before, None where none is there yet."""
    if against.startswith(("http://", "https://")):
        from sitegen.app.fetch import fetch_published

        return fetch_published(against)
    folder = Path(against)
    # An empty name, as of a variable that is not set, would be the folder that one is in.
    paths = list_visible(read_tree(folder)) if against and folder.is_dir() else []
    if "index.html" not in paths:
        raise UsageError(
            f"--against: {against or repr(against)}: there is no site there; "
            "name a folder or a web address"
        )
    return take_published(_read_files(folder, paths), paths, job.settings.base_url)


def _read_files(folder: Path, paths: Iterable[str]) -> Iterator[OutputFile]:
    for path in paths:
        if path.endswith(_READ):
            yield OutputFile(path, read_file(folder / path)[0])
