"""Put the finished files in place in output/, and touch nothing there that is not ours."""

import unicodedata
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sitegen.app.files import read_file, write_file
from sitegen.app.manifest import (
    EMPTY,
    MANIFEST_NAME,
    Manifest,
    digest_file,
    is_safe_path,
    read_manifest,
    write_manifest,
)
from sitegen.app.output_order import order_writes
from sitegen.app.output_tree import OutputTree, read_tree
from sitegen.errors import SitegenError, UsageError
from sitegen.model.output import OutputFile
from sitegen.model.problem import Problem


@dataclass(frozen=True, slots=True)
class OutputReport:
    """How many files were written, left alone and removed, and which ones are not ours."""

    written: int
    unchanged: int
    removed: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Plan:
    """All hashes of the finished site, the files to write in order, the paths to remove."""

    wanted: Mapping[str, str]
    writes: tuple[OutputFile, ...]
    removals: tuple[str, ...]
    kept: frozenset[str]


def write_output(output: Path, files: Iterable[OutputFile]) -> OutputReport:
    """Make output/ hold exactly the files, in an order that leaves no dead link on the way.

    All files are drawn before the first is written, so an error in one leaves the old site whole.
    Only paths of our own manifest whose bytes are still ours are replaced or removed.
    Raise UsageError where the folder holds a stranger's files, SitegenError for two files of one
    path, OSError.
    """
    tree = read_tree(output)
    manifest = _claim_folder(output, tree)
    plan = _plan_output(files, output, tree, manifest)
    _apply_plan(plan, output, manifest)
    return OutputReport(
        written=len(plan.writes),
        unchanged=len(plan.wanted) - len(plan.writes) - len(plan.kept & plan.wanted.keys()),
        removed=len(plan.removals),
        problems=tuple(_describe_kept(output, path) for path in sorted(plan.kept)),
    )


def compare_output(output: Path, files: Iterable[OutputFile]) -> tuple[str, ...]:
    """Return the paths, sorted, at which output/ does not hold exactly these files of ours.

    A file that a person changed is theirs, whatever it holds.
    """
    wanted = {file.path: file.data for file in files}
    manifest = _read_own_manifest(output) or EMPTY
    return tuple(
        path
        for path in sorted(wanted.keys() | manifest.hashes.keys())
        if _differs(_read_or_nothing(output / path), wanted.get(path), manifest.hashes.get(path))
    )


def _differs(found: bytes | None, wanted: bytes | None, ours: frozenset[str] | None) -> bool:
    if found == wanted:
        return False
    return found is None or (ours is not None and digest_file(found) in ours)


def _claim_folder(output: Path, tree: OutputTree) -> Manifest:
    """Return the manifest of a folder that is ours or empty."""
    manifest = _read_own_manifest(output)
    if manifest is not None:
        return manifest
    strangers = sorted(name for name in tree.top if not name.startswith(".") and name != "CNAME")
    if strangers:
        raise UsageError(
            f"{output}: the folder is not empty and sitegen did not make what is in it "
            f"({strangers[0]}); empty it, or choose another with -o/--output"
        )
    return EMPTY


def _read_own_manifest(output: Path) -> Manifest | None:
    data = _read_or_nothing(output / MANIFEST_NAME)
    return None if data is None else read_manifest(data)


def _plan_output(
    files: Iterable[OutputFile], output: Path, tree: OutputTree, manifest: Manifest
) -> _Plan:
    """Decide by hash; only what changes is held in memory."""
    wanted: dict[str, str] = {}
    changed: list[OutputFile] = []
    kept: list[str] = []
    for file in files:
        digest = digest_file(file.data)
        _check_path(file.path, wanted)
        wanted[file.path] = digest
        if _is_in_place(file, digest, tree, manifest):
            continue
        if _is_ours(output, file.path, tree, manifest, digest):
            changed.append(file)
        else:
            kept.append(file.path)
    _check_clashes(wanted)
    stale = [path for path in sorted(manifest.hashes.keys() - wanted.keys()) if tree.has(path)]
    removals = [path for path in stale if _is_ours(output, path, tree, manifest)]
    kept += [path for path in stale if path not in set(removals)]
    writes = order_writes(changed, is_new=lambda path: path not in tree.sizes)
    return _Plan(wanted, writes, tuple(removals), frozenset(kept))


def _is_in_place(file: OutputFile, digest: str, tree: OutputTree, manifest: Manifest) -> bool:
    """Tell without reading it whether a file is already there.

    A person's change that keeps the size goes unseen here, but never unseen before it is written
    over: `_is_ours` reads.
    """
    if tree.sizes.get(file.path) != len(file.data):
        return False
    return manifest.hashes.get(file.path) == frozenset({digest})


def _is_ours(
    output: Path, path: str, tree: OutputTree, manifest: Manifest, digest: str = ""
) -> bool:
    """Tell whether a path may be written: nothing is there, or bytes that we wrote or want."""
    if tree.is_blocked(path):
        return False
    if path not in tree.sizes:
        return True
    data = _read_or_nothing(output / path)
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
    for key, path in seen.items():
        for parent in PurePosixPath(key).parents:
            if str(parent) in seen:
                raise SitegenError(
                    f"output/{path}: {seen[str(parent)]} is a file and a folder; "
                    "rename one of the pages"
                )


def _apply_plan(plan: _Plan, output: Path, manifest: Manifest) -> None:
    """Write, then remove. A manifest that knows old and new hashes stands until all is done."""
    if plan.writes or plan.removals:
        before = [(path, digest) for path, known in manifest.hashes.items() for digest in known]
        written = [(file.path, plan.wanted[file.path]) for file in plan.writes]
        write_file(output / MANIFEST_NAME, write_manifest([*before, *written]))
    for file in plan.writes:
        write_file(output / file.path, file.data)
    for path in plan.removals:
        (output / path).unlink(missing_ok=True)
    _remove_empty_folders(output, plan.removals)
    final = write_manifest(entry for entry in plan.wanted.items() if entry[0] not in plan.kept)
    if final != _read_or_nothing(output / MANIFEST_NAME):
        write_file(output / MANIFEST_NAME, final)


def _remove_empty_folders(output: Path, removed: Iterable[str]) -> None:
    for folder in sorted(_list_parents(removed), key=len, reverse=True):
        with suppress(OSError):  # it holds something else
            (output / folder).rmdir()


def _list_parents(paths: Iterable[str]) -> set[str]:
    return {str(parent) for path in paths for parent in PurePosixPath(path).parents} - {"."}


def _describe_kept(output: Path, path: str) -> Problem:
    message = "was not made by sitegen or was changed since, so it is kept; move it away"
    return Problem(f"{output.name}/{path}", message, "warning")


def _read_or_nothing(path: Path) -> bytes | None:
    try:
        return read_file(path)[0]
    except OSError:
        return None
