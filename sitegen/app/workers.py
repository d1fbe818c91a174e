"""Draw a large site in several processes, each of which owns a fixed share of the pieces.

A process is forked when everything is planned: what it needs is there already, and of what it
draws only paths and hashes go back; the bytes wait on the stage. The order of the answer is that
of the pieces, so the number of processes changes no byte.
"""

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from pathlib import Path

from sitegen.app.drawing import Drawing, Place, draw_pieces
from sitegen.app.memo import Forgetful, Memo, News
from sitegen.app.stage import Stage
from sitegen.errors import SitegenError
from sitegen.model.output import Piece

# Below this a process costs more than it saves: to fork one takes as long as to draw a few dozen.
_PIECES_THAT_PAY = 500

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_Answer = tuple[list[Drawing], News, Exception | None]


def count_workers(jobs: int, pieces: int) -> int:
    """Return how many processes shall draw; ``jobs`` is what the user asked for, 0 for our choice.

    One where the system cannot fork safely: other systems than Linux, and beside threads.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    if jobs:
        return min(jobs, pieces) or 1
    return len(os.sched_getaffinity(0)) if _PIECES_THAT_PAY <= pieces else 1


def draw_shared(
    pieces: Sequence[Piece], place: Place, folder: Path, workers: int, memo: Memo | Forgetful
) -> list[Drawing]:
    """Return the drawing of each piece, drawn by so many processes. Raise SitegenError, OSError.

    Of several errors the one of the first piece is raised.
    """
    context = multiprocessing.get_context("fork")
    with freeze_planned():
        started: list[tuple[ForkProcess, Connection]] = []
        try:
            for number in range(workers):
                receiver, sender = context.Pipe(duplex=False)
                stage = Stage(folder, f"{number}-")
                work = (sender, pieces[number::workers], place, stage, memo)
                process = context.Process(target=_work, args=(os.getpid(), *work), daemon=True)
                with _hold_signals():
                    process.start()
                sender.close()
                started.append((process, receiver))
            answers = [_receive(receiver) for _, receiver in started]
        except BaseException:  # after an interrupt they would go on filling the stage
            for process, _ in started:
                process.terminate()
            raise
        finally:
            for process, _ in started:
                process.join()
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


@contextmanager
def _hold_signals() -> Iterator[None]:
    """Let signals wait until a new process has said what it does with them."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _receive(connection: Connection) -> _Answer:
    with closing(connection):
        try:
            answer: _Answer = connection.recv()
        except EOFError:
            message = "a process that drew pages was killed; free some memory, or use --jobs 1"
            return [], [], SitegenError(message)
    return answer


def _work(
    parent: int,
    sender: Connection,
    pieces: Sequence[Piece],
    place: Place,
    stage: Stage,
    memo: Memo | Forgetful,
) -> None:
    # Ctrl-C is for the process that was started by a person; it ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
    gc.disable()  # the process soon ends, and its collector would look at the whole site often
    news = memo.set_apart()
    drawings: list[Drawing] = []
    error: Exception | None = None
    try:
        for drawing in draw_pieces(pieces, {}, place, stage):
            drawings.append(drawing)
            if os.getppid() != parent:  # it was killed: nobody waits, and the lock is to be free
                os._exit(1)
    except (SitegenError, OSError) as caught:
        error = caught
    with suppress(BrokenPipeError):
        sender.send((drawings, news, error))
    sender.close()
