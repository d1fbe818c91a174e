"""What is to be done to a folder, written down as a whole before the first step of it is done."""

from collections.abc import Iterable
from hashlib import blake2b

from sitegen.app.manifest import is_safe_path
from sitegen.model.value import value

JOURNAL_NAME = "journal"
_HEADER = "sitegen journal 1"
_FIELDS = 4


@value
class Step:
    """One file to put in place or to remove.

    ``before`` is the hash of what lies at the path and ``after`` of what shall lie there, both
    empty for nothing. ``waiting`` is the name of the new file on the stage, empty for a removal.
    """

    path: str
    before: str
    after: str
    waiting: str


def write_journal(steps: Iterable[Step]) -> bytes:
    """Return the steps as a file that tells whether it is whole."""
    lines = (f"{step.path}\t{step.before}\t{step.after}\t{step.waiting}" for step in steps)
    text = "\n".join([_HEADER, *lines, ""])
    return f"{text}{_sum(text)}\n".encode()


def read_journal(data: bytes) -> tuple[Step, ...] | None:
    r"""Return the steps in their order, None where the bytes are no whole journal.

    >>> step = Step("index.html", "", "cae66941d9efbd404e4d88758ea67670", "0")
    >>> read_journal(write_journal([step])) == (step,)
    True
    >>> read_journal(write_journal([step])[:-2]), read_journal(b"")
    (None, None)
    """
    lines = data.decode(errors="replace").split("\n")
    text = "\n".join([*lines[:-2], ""])
    if lines[0] != _HEADER or lines[-2:] != [_sum(text), ""]:
        return None
    steps = []
    for line in lines[1:-2]:
        fields = line.split("\t")
        if len(fields) != _FIELDS or not is_safe_path(fields[0]) or "/" in fields[3]:
            return None
        steps.append(Step(*fields))
    return tuple(steps)


def _sum(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()
