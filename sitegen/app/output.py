"""Put the finished files in place in output/, and touch nothing there that is not ours."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen.app.build_report import OutputReport
from sitegen.app.change import change_folder, finish_change
from sitegen.app.drawing import Drawing, Known, Place
from sitegen.app.enclosure import NO_FILE, open_enclosure
from sitegen.app.files import read_or_nothing
from sitegen.app.journal import Step
from sitegen.app.manifest import (
    EMPTY,
    MANIFEST_NAME,
    Manifest,
    digest_file,
    is_safe_path,
    read_own_manifest,
    write_manifest,
)
from sitegen.app.obstacles import describe_kept
from sitegen.app.output_order import order_removals, order_writes
from sitegen.app.output_tree import OutputTree, list_parents, read_tree
from sitegen.app.stage import Stage, open_stage
from sitegen.errors import SitegenError, UsageError
from sitegen.model.output import DrawnFile, Piece
from sitegen.model.problem import Problem


@dataclass(frozen=True, slots=True)
class _Plan:
    """All hashes of the finished site, the steps to it in order, and the paths left to others."""

    wanted: Mapping[str, str]
    writes: tuple[Step, ...]
    removals: tuple[Step, ...]
    kept: frozenset[str]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The paths, sorted, at which a site is not what it should be, and what lies in its way."""

    differing: tuple[str, ...]
    blocked: tuple[Problem, ...]


def write_output(output: Path, draw: Callable[[Place, Path], list[Drawing]]) -> OutputReport:
    """Make output/ hold exactly the files, in an order that leaves no dead link on the way.

    ``draw`` gets what lies there and the folder of a stage. All files are drawn before the first
    is put in place, so an error in one leaves the old site whole. Only paths of our own manifest
    whose bytes are still ours are replaced or removed. What ends this on the way leaves the old
    site, or a journal by which the next command makes it the new one.
    Raise UsageError where the folder holds a stranger's files, SitegenError for two files of one
    path, OSError.
    """
    finish_change(output)
    tree = read_tree(output)
    manifest = _claim_folder(output, tree)
    with open_stage(output) as folder:
        drawings = draw(Place(tree, manifest), folder)
        plan = _plan_output(drawings, output, tree, manifest)
        note = _stage_manifest(plan, output, manifest, Stage(folder, "manifest-"))
        left = change_folder(output, [*plan.writes, *plan.removals, *note])
    kept = plan.kept | left
    return OutputReport(
        written=len(plan.writes),
        unchanged=len(plan.wanted) - len(plan.writes) - len(plan.kept & plan.wanted.keys()),
        removed=len(plan.removals),
        problems=describe_kept(output, kept),
        drawn=_note(drawings),
    )


def _note(drawings: Iterable[Drawing]) -> Known:
    return {
        drawing.key: tuple(replace(file, waiting="") for file in drawing.files)
        for drawing in drawings
        if drawing.key
    }


def claim_output(output: Path) -> None:
    """Refuse a folder that is somebody else's before anything is written anywhere.

    Raise UsageError, OSError.
    """
    finish_change(output)
    if not (output / MANIFEST_NAME).exists():
        _claim_folder(output, read_tree(output))


def compare_output(output: Path, pieces: Iterable[Piece]) -> Comparison:
    """Tell where output/ does not hold exactly these files of ours.

    A file that a person changed is theirs, whatever it holds.
    """
    manifest = read_own_manifest(output) or EMPTY
    wanted = {file.path: digest_file(file.data) for piece in pieces for file in piece().draw()}
    found = _find_digests(output, read_tree(output), {**manifest.hashes, **wanted})
    differing = [
        path
        for path, digest in found.items()
        if digest != wanted.get(path) and digest in {"", manifest.hashes.get(path)}
    ]
    blocked = (path for path in wanted if found[path] == NO_FILE)
    return Comparison(tuple(sorted(differing)), describe_kept(output, blocked))


def _claim_folder(output: Path, tree: OutputTree) -> Manifest:
    """Return the manifest of a folder that is ours or empty."""
    manifest = read_own_manifest(output)
    if manifest is not None:
        return manifest
    strangers = sorted(name for name in tree.top if not name.startswith(".") and name != "CNAME")
    if strangers:
        raise UsageError(
            f"{output}: the folder is not empty and sitegen did not make what is in it "
            f"({strangers[0]}); empty it, or choose another with -o/--output"
        )
    return EMPTY


def _plan_output(
    drawings: Iterable[Drawing], output: Path, tree: OutputTree, manifest: Manifest
) -> _Plan:
    """Decide by hash what to write and what to remove."""
    wanted: dict[str, str] = {}
    changed: dict[str, DrawnFile] = {}
    for file in (file for drawing in drawings for file in drawing.files):
        _check_path(file.path, wanted)
        wanted[file.path] = file.digest
        if file.waiting:
            changed[file.path] = file
    _check_clashes(wanted)
    stale = [path for path in manifest.hashes.keys() - wanted.keys() if tree.has(path)]
    found = _find_digests(output, tree, (*changed, *stale))
    ours = manifest.hashes
    writes = tuple(
        Step(path, found[path], wanted[path], Path(changed[path].waiting).name)
        for path in order_writes(changed, is_new=lambda path: path not in tree.sizes)
        if found[path] in {"", wanted[path], ours.get(path)}
    )
    removals = tuple(
        Step(path, found[path], "", "")
        for path in order_removals(stale)
        if found[path] == ours[path]
    )
    done = {step.path for step in (*writes, *removals)}
    kept = frozenset(path for path in (*changed, *stale) if path not in done and found[path])
    return _Plan(wanted, writes, removals, kept)


def _find_digests(output: Path, tree: OutputTree, paths: Iterable[str]) -> dict[str, str]:
    """Return the hash of what lies at each path, as far as it can be a file of ours."""
    with open_enclosure(output) as enclosure:
        return {
            path: NO_FILE if tree.is_blocked(path) else enclosure.find_digest(path)
            for path in paths
        }


def _stage_manifest(plan: _Plan, output: Path, manifest: Manifest, stage: Stage) -> Iterator[Step]:
    """Yield the last step, if there is one: to note what is ours from now on.

    A page that a person keeps in place of ours stays on the list as we wrote it last.
    """
    hashes = {path: digest for path, digest in plan.wanted.items() if path not in plan.kept}
    hashes |= {
        path: manifest.hashes[path]
        for path in plan.kept & manifest.hashes.keys() & plan.wanted.keys()
    }
    data = write_manifest(hashes.items())
    before = read_or_nothing(output / MANIFEST_NAME)
    if data != before:
        found = "" if before is None else digest_file(before)
        yield Step(MANIFEST_NAME, found, digest_file(data), Path(stage.add(data)).name)


def _check_path(path: str, wanted: Mapping[str, str]) -> None:
    if not is_safe_path(path) or path == MANIFEST_NAME:
        raise SitegenError(f"output/{path}: is no path for a page; rename what it was made from")
    if path in wanted:
        raise SitegenError(f"output/{path}: two pages want this address; rename one of them")


def _check_clashes(wanted: Iterable[str]) -> None:
    """Refuse what some file systems cannot keep apart: ``A`` and ``a``, a file and its folder."""
    seen: dict[str, str] = {}
    for path in sorted(wanted):
        key = unicodedata.normalize("NFC", path).casefold()
        if key in seen:
            raise SitegenError(
                f"output/{path}: differs only in case from {seen[key]}; rename one of the pages"
            )
        seen[key] = path
    folders: set[str] = set()
    for key, path in seen.items():
        for folder in list_parents(key):
            if folder in folders:
                break  # and with it those around it
            if folder in seen:
                raise SitegenError(
                    f"output/{path}: {seen[folder]} is a file and a folder; rename one of the pages"
                )
            folders.add(folder)
