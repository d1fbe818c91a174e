"""Open a seed file by its format: bytes to documents of raw lines."""

from dataclasses import dataclass

from sitegen.ingest.cutting import cut_glued
from sitegen.ingest.decode import decode
from sitegen.ingest.document import Document, RawLine
from sitegen.ingest.fields import read_fields
from sitegen.ingest.shapes import find_shapes
from sitegen.model.problem import Problem
from sitegen.model.seed import SeedFile


@dataclass(frozen=True, slots=True)
class Reading:
    """The documents of a file, in order; together they hold every line of it.

    ``refusal`` says why a file as a whole cannot be read, in words for the user, and is mostly
    empty; ``problems`` tell what is wrong with parts of it; ``notes`` what was done to its bytes.
    """

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    refusal: str = ""


def read_documents(seed: SeedFile) -> Reading:
    """Return what a seed file holds, read by the format that its name states; never raises."""
    decoded = decode(seed.data)
    raw = (RawLine(number, text) for number, text in enumerate(decoded.lines, start=1))
    lines = read_fields(tuple(cut_glued(find_shapes(raw))))
    if not decoded.is_text:
        return Reading((Document(lines),), refusal=decoded.doubt)
    doubt = Problem(f"seeds/{seed.name}", decoded.doubt, "warning")
    return Reading((Document(lines),), (doubt,) if decoded.doubt else ())
