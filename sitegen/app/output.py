"""Put the finished files in place in output/, and touch nothing there that is not ours."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen.app.build_report import OutputReport
from sitegen.app.drawing import Drawing, Known, Place
from sitegen.app.files import read_or_nothing, write_file
from sitegen.app.manifest import (
    EMPTY,
    MANIFEST_NAME,
    Manifest,
    digest_file,
    is_safe_path,
    read_own_manifest,
    write_manifest,
)
from sitegen.app.output_order import order_writes
from sitegen.app.output_tree import OutputTree, list_parents, read_tree
from sitegen.app.stage import open_stage, place_file
from sitegen.errors import SitegenError, UsageError
from sitegen.model.output import DrawnFile, Piece
from sitegen.model.problem import Problem


@dataclass(frozen=True, slots=True)
class _Plan:
    """All hashes of the finished site, the files to write in order, the paths to remove."""

    wanted: Mapping[str, str]
    writes: tuple[DrawnFile, ...]
    removals: tuple[str, ...]
    kept: frozenset[str]


def write_output(output: Path, draw: Callable[[Place, Path], list[Drawing]]) -> OutputReport:
    """Make output/ hold exactly the files, in an order that leaves no dead link on the way.

    ``draw`` gets what lies there and the folder of a stage. All files are drawn before the first
    is put in place, so an error in one leaves the old site whole. Only paths of our own manifest
    whose bytes are still ours are replaced or removed.
    Raise UsageError where the folder holds a stranger's files, SitegenError for two files of one
    path, OSError.
    """
    tree = read_tree(output)
    manifest = _claim_folder(output, tree)
    with open_stage(output) as folder:
        drawings = draw(Place(tree, manifest), folder)
        plan = _plan_output(drawings, output, tree, manifest)
        _apply_plan(plan, output, tree, manifest)
    return OutputReport(
        written=len(plan.writes),
        unchanged=len(plan.wanted) - len(plan.writes) - len(plan.kept & plan.wanted.keys()),
        removed=len(plan.removals),
        problems=tuple(_describe_kept(output, path) for path in sorted(plan.kept)),
        drawn=_note(drawings),
    )


def _note(drawings: Iterable[Drawing]) -> Known:
    return {
        drawing.key: tuple(replace(file, waiting="") for file in drawing.files)
        for drawing in drawings
        if drawing.key
    }


def compare_output(output: Path, pieces: Iterable[Piece]) -> tuple[str, ...]:
    """Return the paths, sorted, at which output/ does not hold exactly these files of ours.

    A file that a person changed is theirs, whatever it holds.
    """
    manifest = read_own_manifest(output) or EMPTY
    ours = dict(manifest.hashes)
    differing = [
        file.path
        for piece in pieces
        for file in piece().draw()
        if _differs(read_or_nothing(output / file.path), file.data, ours.pop(file.path, None))
    ]
    differing += [path for path, hashes in ours.items() if _is_left(output / path, hashes)]
    return tuple(sorted(differing))


def _is_left(path: Path, hashes: frozenset[str]) -> bool:
    found = read_or_nothing(path)
    return found is None or digest_file(found) in hashes


def _differs(found: bytes | None, wanted: bytes, ours: frozenset[str] | None) -> bool:
    if found == wanted:
        return False
    return found is None or (ours is not None and digest_file(found) in ours)


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
    kept: list[str] = []
    for file in (file for drawing in drawings for file in drawing.files):
        _check_path(file.path, wanted)
        wanted[file.path] = file.digest
        if not file.waiting:
            continue
        if _is_ours(output, file.path, tree, manifest, file.digest):
            changed[file.path] = file
        else:
            kept.append(file.path)
    _check_clashes(wanted)
    stale = [path for path in sorted(manifest.hashes.keys() - wanted.keys()) if tree.has(path)]
    removals = [path for path in stale if _is_ours(output, path, tree, manifest)]
    kept += [path for path in stale if path not in set(removals)]
    order = order_writes(changed, is_new=lambda path: path not in tree.sizes)
    writes = tuple(changed[path] for path in order)
    return _Plan(wanted, writes, tuple(removals), frozenset(kept))


def _is_ours(
    output: Path, path: str, tree: OutputTree, manifest: Manifest, digest: str = ""
) -> bool:
    """Tell whether a path may be written: nothing is there, or bytes that we wrote or want."""
    if tree.is_blocked(path):
        return False
    if path not in tree.sizes:
        return True
    data = read_or_nothing(output / path)
    return data is not None and digest_file(data) in manifest.hashes.get(path, frozenset()) | {
        digest
    }


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


def _apply_plan(plan: _Plan, output: Path, tree: OutputTree, manifest: Manifest) -> None:
    """Write, then remove. A manifest that knows old and new hashes stands until all is done."""
    if plan.writes or plan.removals:
        before = [(path, digest) for path, known in manifest.hashes.items() for digest in known]
        written = [(file.path, file.digest) for file in plan.writes]
        write_file(output / MANIFEST_NAME, write_manifest([*before, *written]))
    folders = set(tree.folders)
    for file in plan.writes:
        folder = file.path.rpartition("/")[0]
        if folder not in folders:
            (output / folder).mkdir(parents=True, exist_ok=True)
            folders.add(folder)
        place_file(file.waiting, f"{output}/{file.path}")
    for path in plan.removals:
        (output / path).unlink(missing_ok=True)
    _remove_empty_folders(output, plan.removals)
    final = write_manifest(entry for entry in plan.wanted.items() if entry[0] not in plan.kept)
    if final != read_or_nothing(output / MANIFEST_NAME):
        write_file(output / MANIFEST_NAME, final)


def _remove_empty_folders(output: Path, removed: Iterable[str]) -> None:
    for folder in sorted(_list_parents(removed), key=len, reverse=True):
        with suppress(OSError):  # it holds something else
            (output / folder).rmdir()


def _list_parents(paths: Iterable[str]) -> set[str]:
    return {parent for path in paths for parent in list_parents(path)}


def _describe_kept(output: Path, path: str) -> Problem:
    message = "was not made by sitegen or was changed since, so it is kept; move it away"
    return Problem(f"{output.name}/{path}", message, "warning")
