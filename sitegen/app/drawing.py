"""Draw the pieces of a site: each draft whose files do not lie in output/ already."""

from collections.abc import Iterable, Iterator, Mapping

from sitegen.app.manifest import Manifest, digest_file
from sitegen.app.output_tree import OutputTree
from sitegen.app.stage import Stage
from sitegen.model.output import Draft, DrawnFile, Piece
from sitegen.model.value import value


@value
class Drawing:
    """The files that a draft gave; ``key`` is the draft's."""

    key: bytes | None
    files: tuple[DrawnFile, ...]


# What earlier drafts gave, by their keys.
Known = Mapping[bytes, tuple[DrawnFile, ...]]


@value
class Place:
    """What lies in output/, and what of it is as we wrote it."""

    tree: OutputTree
    manifest: Manifest

    def holds(self, file: DrawnFile) -> bool:
        """Tell without reading it whether a file is already there.

        A person's change that keeps the size goes unseen here, but never unseen before it is
        written over.
        """
        if self.tree.sizes.get(file.path) != file.size:
            return False
        return self.manifest.hashes.get(file.path) == file.digest


def draw_pieces(
    pieces: Iterable[Piece], known: Known, place: Place, stage: Stage
) -> Iterator[Drawing]:
    """Yield the drawing of each piece; the bytes of what is new wait on the stage."""
    for piece in pieces:
        draft = piece()
        files = known.get(draft.key) if draft.key else None
        if files is None or not all(map(place.holds, files)):
            files = tuple(_draw(draft, place, stage))
        yield Drawing(draft.key, files)


def _draw(draft: Draft, place: Place, stage: Stage) -> Iterator[DrawnFile]:
    for file in draft.draw():
        drawn = DrawnFile(file.path, digest_file(file.data), len(file.data))
        if place.holds(drawn):
            yield drawn
        else:
            yield DrawnFile(drawn.path, drawn.digest, drawn.size, stage.add(file.data))
