"""Unpack gzip. Nothing here reads a disk, and no file can make it fill the memory."""

import zlib
from dataclasses import dataclass

LARGEST_UNPACKED = 64 * 2**20  # bytes, as much as a seed may have that is not packed
_GZIP = 31  # zlib's name for the gzip format
_MAGIC = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The bytes that were packed; ``fault`` says why they cannot be had, and is mostly empty."""

    data: bytes
    fault: str = ""


def unpack_gzip(data: bytes) -> Unpacked:
    """Return what a gzip file holds, all its members one after the other; never raises.

    >>> import gzip
    >>> unpack_gzip(gzip.compress(b"tide ") + gzip.compress(b"and ebb")).data
    b'tide and ebb'
    """
    pieces: list[bytes] = []
    room = LARGEST_UNPACKED
    rest = data
    while rest.rstrip(b"\0"):  # some writers fill the last block of a tape or disk with zeros
        if not rest.startswith(_MAGIC):
            if pieces:
                return Unpacked(b"", "has something else behind its end; pack it again")
            return Unpacked(b"", "is not gzip, whatever its name says; rename it or pack it")
        member = zlib.decompressobj(_GZIP)
        try:
            piece = member.decompress(rest, room + 1)
        except zlib.error:
            return Unpacked(b"", "is damaged and cannot be unpacked; pack it again")
        room -= len(piece)
        if room < 0:
            limit = LARGEST_UNPACKED // 2**20
            return Unpacked(b"", f"holds more than {limit} MiB; split it into smaller files")
        if not member.eof:
            return Unpacked(b"", "ends too early and cannot be unpacked; fetch it again")
        pieces.append(piece)
        rest = member.unused_data
    return Unpacked(b"".join(pieces))
