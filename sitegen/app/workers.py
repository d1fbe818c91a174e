"""Draw a large site in several processes.

A process is forked when everything is planned: what it needs is there already, and of what it
draws only paths and hashes go back; the bytes wait on the stage. The one that planned draws too,
for each further one has soon as much of the site for itself. Who is done with a few pieces takes
the next ones, for some take a thousand times as long as others. The order of the answer is that of
the pieces, so neither the number of processes nor who drew what changes a byte.
"""

import gc
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from sitegen.app.crew import Receiver, Sender, leave_orphaned, start_crew
from sitegen.app.drawing import Drawing, Place, draw_pieces
from sitegen.app.memo import Forgetful, Memo, News
from sitegen.app.stage import Stage
from sitegen.errors import SitegenError
from sitegen.model.output import Piece

# A ticket is the place of the first of some pieces, in so many bytes; all of them lie in a pipe,
# which holds as many on every Linux (a page of memory, pipe(7)).
_TICKET_BYTES = 4
_MOST_TICKETS = 1_000

# What a process has drawn, each with the place of its piece; the error is that of the last place.
_Share = tuple[list[tuple[int, Drawing]], tuple[int, Exception] | None]


def draw_shared(
    pieces: Sequence[Piece], place: Place, folder: Path, workers: int, memo: Memo | Forgetful
) -> list[Drawing]:
    """Return the drawing of each piece, drawn by so many processes. Raise SitegenError, OSError.

    Of several errors the one of the first piece is raised.
    """
    step = -(-len(pieces) // _MOST_TICKETS)
    with freeze_planned(), _lay_out_tickets(range(0, len(pieces), step or 1)) as tickets:

        def work(number: int, sender: Sender) -> None:
            gc.disable()  # the process soon ends
            news = memo.set_apart()
            places = _while_wanted(_take_places(tickets, step, len(pieces)))
            stage = Stage(folder, f"{number + 1}-")
            sender.send((_draw_share(pieces, places, place, stage), news))

        with start_crew(work, workers - 1) as crew:
            places = _take_places(tickets, step, len(pieces))
            shares = [_draw_share(pieces, places, place, Stage(folder, "0-"))]
            for connection in crew:
                share, news = _receive(connection)
                shares.append(share)
                memo.take(news)
    failures = [failure for _, failure in shares if failure]
    if failures:
        raise min(failures, key=lambda failure: failure[0])[1]
    drawings = {number: drawing for drawn, _ in shares for number, drawing in drawn}
    return [drawings[number] for number in range(len(pieces))]


@contextmanager
def _lay_out_tickets(places: Sequence[int]) -> Iterator[int]:
    """Give the end of a pipe from which each process takes tickets until none is left."""
    tickets, printer = os.pipe()
    try:
        os.write(printer, b"".join(place.to_bytes(_TICKET_BYTES) for place in places))
    finally:
        os.close(printer)
    try:
        yield tickets
    finally:
        os.close(tickets)


def _take_places(tickets: int, step: int, end: int) -> Iterator[int]:
    while ticket := os.read(tickets, _TICKET_BYTES):
        start = int.from_bytes(ticket)
        yield from range(start, min(start + step, end))


def _while_wanted(places: Iterable[int]) -> Iterator[int]:
    """Yield the places as long as the process that this one was forked from lives."""
    for place in places:
        leave_orphaned()
        yield place


@contextmanager
def freeze_planned() -> Iterator[None]:
    """Let the collector pass over all that is there now: it is large, and needed to the end."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _receive(connection: Receiver) -> tuple[_Share, News]:
    try:
        answer = cast("tuple[_Share, News]", connection.recv())
    except EOFError:
        message = "a process that drew pages was killed; free some memory, or use --jobs 1"
        return ([], (0, SitegenError(message))), []
    return answer


def _draw_share(
    pieces: Sequence[Piece], places: Iterable[int], place: Place, stage: Stage
) -> _Share:
    drawn: list[tuple[int, Drawing]] = []
    number = 0
    try:
        for number in places:
            drawn += (
                (number, drawing) for drawing in draw_pieces([pieces[number]], {}, place, stage)
            )
    except (SitegenError, OSError) as caught:
        return drawn, (number, caught)
    return drawn, None
