"""Unpack gzip. Nothing here reads a disk, and no file can make it fill the memory."""

import zlib
from dataclasses import dataclass

LARGEST_UNPACKED = 64 * 2**20  # bytes, as much as a seed may have that is not packed
_GZIP = 31  # zlib's name for the gzip format
_MAGIC = b"\x1f\x8b"
_FIRST_BYTES = 512  # that a member is given, and then twice as many each time


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
    place = 0
    end = len(data.rstrip(b"\0"))  # some writers fill the last block of a tape or disk with zeros
    while place < end:
        if not data.startswith(_MAGIC, place):
            if pieces:
                return Unpacked(b"", "has something else behind its end; pack it again")
            return Unpacked(b"", "is not gzip, whatever its name says; rename it or pack it")
        try:
            piece, place = _unpack_member(data, place, room + 1)
        except zlib.error:
            return Unpacked(b"", "is damaged and cannot be unpacked; pack it again")
        room -= len(piece)
        if room < 0:
            limit = LARGEST_UNPACKED // 2**20
            return Unpacked(b"", f"holds more than {limit} MiB; split it into smaller files")
        if not place:
            return Unpacked(b"", "ends too early and cannot be unpacked; fetch it again")
        pieces.append(piece)
    return Unpacked(b"".join(pieces))


def _unpack_member(data: bytes, place: int, most: int) -> tuple[bytes, int]:
    """Return what a member holds, at most so much, and where it ends, 0 if it does not.

    It is given a little more each time, for zlib copies what stands behind the end: to give it the
    rest of the file takes time quadratic in the members, of which a megabyte has 50,000.
    """
    member = zlib.decompressobj(_GZIP)
    pieces: list[bytes] = []
    step = _FIRST_BYTES
    while not member.eof and place < len(data) and 0 < most:
        given = data[place : place + step]
        piece = member.decompress(given, most)
        pieces.append(piece)
        most -= len(piece)
        place += len(given) - len(member.unused_data)
        step *= 2
    return b"".join(pieces), place if member.eof else 0
