"""Draw a large site in several processes, each of which owns a fixed share of the pieces.

A process is forked when everything is planned: what it needs is there already, and of what it
draws only paths and hashes go back; the bytes wait on the stage. The order of the answer is that
of the pieces, so the number of processes changes no byte.
"""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

from sitegen.app.crew import leave_orphaned, start_crew
from sitegen.app.drawing import Drawing, Place, draw_pieces
from sitegen.app.memo import Forgetful, Memo, News
from sitegen.app.stage import Stage
from sitegen.errors import SitegenError
from sitegen.model.output import Piece

_Answer = tuple[list[Drawing], News, Exception | None]


def draw_shared(
    pieces: Sequence[Piece], place: Place, folder: Path, workers: int, memo: Memo | Forgetful
) -> list[Drawing]:
    """Return the drawing of each piece, drawn by so many processes. Raise SitegenError, OSError.

    Of several errors the one of the first piece is raised.
    """

    def work(number: int, sender: Connection) -> None:
        stage = Stage(folder, f"{number}-")
        sender.send(_draw_share(pieces[number::workers], place, stage, memo))

    with freeze_planned(), start_crew(work, workers) as crew:
        answers = list(map(_receive, crew))
    failures = [
        (number + workers * len(drawings), error)
        for number, (drawings, _, error) in enumerate(answers)
        if error
    ]
    if failures:
        raise min(failures, key=lambda failure: failure[0])[1]
    drawings: list[Drawing | None] = [None] * len(pieces)
    for number, (drawn, news, _) in enumerate(answers):
        drawings[number::workers] = drawn
        memo.take(news)
    return [drawing for drawing in drawings if drawing]


@contextmanager
def freeze_planned() -> Iterator[None]:
    """Let the collector pass over all that is there now: it is large, and needed to the end."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _receive(connection: Connection) -> _Answer:
    try:
        answer: _Answer = connection.recv()
    except EOFError:
        message = "a process that drew pages was killed; free some memory, or use --jobs 1"
        return [], [], SitegenError(message)
    return answer


def _draw_share(
    pieces: Sequence[Piece], place: Place, stage: Stage, memo: Memo | Forgetful
) -> _Answer:
    gc.disable()  # the process soon ends, and its collector would look at the whole site often
    news = memo.set_apart()
    drawings: list[Drawing] = []
    error: Exception | None = None
    try:
        for drawing in draw_pieces(pieces, {}, place, stage):
            drawings.append(drawing)
            leave_orphaned()
    except (SitegenError, OSError) as caught:
        error = caught
    return drawings, news, error
