"""Change many files of a folder, all or none, whatever ends the process on the way.

New files wait on a stage. Once they are there as a whole and on the disk, a journal says what goes
where: from then on the change happens, by this process or by the next command that finds the
journal (`finish_change`). Before that, nothing has happened.
docs/decisions/all-or-nothing.md has the reasons.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sitegen.app import durable
from sitegen.app.enclosure import Enclosure, open_enclosure
from sitegen.app.journal import JOURNAL_NAME, Step, read_journal, write_journal
from sitegen.app.stage import STAGE_NAME, clear_stage, read_begun, write_new
from sitegen.errors import SitegenError

_UNFINISHED = "journal-part"


def change_folder(root: Path, steps: Sequence[Step]) -> frozenset[str]:
    """Do all the steps, in their order, with what waits on the folder's open stage.

    Return the paths that were left alone, because something else lies there by now.
    Raise SitegenError or OSError: then either nothing has happened, or the next command will
    finish what has begun.
    """
    if not steps:
        return frozenset()
    stage = root / STAGE_NAME
    _check_folders(root, steps)
    durable.sync_files(stage, [step.waiting for step in steps if step.waiting])
    write_new(str(stage / _UNFINISHED), write_journal(steps))
    durable.sync_path(stage / _UNFINISHED)
    (stage / _UNFINISHED).replace(stage / JOURNAL_NAME)
    durable.sync_path(stage)
    return _carry_out(root, steps)


def finish_change(root: Path) -> None:
    """Finish a change to a folder that a run of before began. Raise OSError where that fails."""
    journal = read_begun(root)
    steps = read_journal(journal) if journal else None
    if steps:
        _carry_out(root, steps)
    clear_stage(root)


def _carry_out(root: Path, steps: Sequence[Step]) -> frozenset[str]:
    with open_enclosure(root) as enclosure:
        left = frozenset(step.path for step in steps if not _take(step, root, enclosure))
    # btrfs may forget a removal and yet remember that the journal has gone.
    durable.sync_files(root, sorted(_list_changed(root, steps)))
    (root / STAGE_NAME / JOURNAL_NAME).unlink()
    return left


def _take(step: Step, root: Path, enclosure: Enclosure) -> bool:
    """Do one step, if it is not done yet; return False where something else lies there."""
    found = enclosure.find_digest(step.path)
    if found == step.after:
        return True
    if found != step.before:
        return False
    if not step.after:
        enclosure.remove(step.path)
        return True
    waiting = f"{root}/{STAGE_NAME}/{step.waiting}"
    # Whoever took it from the stage meanwhile wanted the change undone.
    if not os.path.isfile(waiting):  # noqa: PTH113 - thousands are looked for
        return False
    enclosure.place(waiting, step.path)
    return True


def _list_changed(root: Path, steps: Sequence[Step]) -> set[str]:
    """Return the names of the folders whose lists of names the steps may have changed."""
    changed = {"."}
    for folder in _find_standing(root, {_name_folder(step.path) for step in steps}):
        name = folder.relative_to(root).as_posix()
        while name not in changed:
            changed.add(name)
            name = _name_folder(name) or "."
    return changed


def _find_standing(root: Path, names: Iterable[str]) -> Iterator[Path]:
    """Yield for each name of a folder the innermost folder on the way to it that is there."""
    missing: set[str] = set()
    for name in names:
        standing = name
        while standing and (standing in missing or not (root / standing).exists()):
            missing.add(standing)
            standing = _name_folder(standing)
        yield root / standing


def _name_folder(path: str) -> str:
    return path.rpartition("/")[0]


def _check_folders(root: Path, steps: Iterable[Step]) -> None:
    """Find out before anything has happened what would stop the change half-way."""
    own = root.stat()
    for folder in sorted(set(_find_standing(root, {_name_folder(step.path) for step in steps}))):
        if folder.stat().st_dev != own.st_dev:
            message = "is another file system, into which no file can be moved at once"
            raise SitegenError(f"{folder}: {message}; make it a plain folder")
        if not os.access(folder, os.W_OK | os.X_OK):
            message = "cannot be written, so nothing was changed"
            raise SitegenError(f"{folder}: {message}; check who owns it and its permissions")
