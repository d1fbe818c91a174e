import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.ingest.compressed import LARGEST_UNPACKED, unpack_gzip

PACKED = gzip.compress(b"The ferry ran aground." * 100, mtime=0)


@given(
    st.lists(
        st.binary(max_size=200) | st.integers(1, 3_000).map(lambda n: bytes(range(256)) * n),
        max_size=4,
    )
)
def test_members_are_unpacked_one_after_the_other(members: list[bytes]) -> None:
    packed = b"".join(gzip.compress(member, 1) for member in members)

    assert unpack_gzip(packed).data == b"".join(members)


def test_of_many_members_each_is_given_little_more_than_its_own_bytes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given_bytes = 0

    class Counting:
        def __init__(self, wbits: int) -> None:
            self.inner = make(wbits)

        def decompress(self, data: bytes, most: int) -> bytes:
            nonlocal given_bytes
            given_bytes += len(data)
            return self.inner.decompress(data, most)

        def __getattr__(self, name: str) -> object:
            return getattr(self.inner, name)

    make = zlib.decompressobj
    monkeypatch.setattr("sitegen.ingest.compressed.zlib.decompressobj", Counting)

    unpacked = unpack_gzip(PACKED * 2_000)

    assert unpacked.data == b"The ferry ran aground." * 200_000
    assert given_bytes < 2_000 * (len(PACKED) + 512)


def test_zeros_behind_the_end_are_no_fault() -> None:
    assert unpack_gzip(PACKED + b"\0" * 512).fault == ""


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"The ferry ran aground.", "is not gzip, whatever its name says; rename it or pack it"),
        (PACKED[:-9], "ends too early and cannot be unpacked; fetch it again"),
        (PACKED[:10], "ends too early and cannot be unpacked; fetch it again"),
        (
            PACKED[:12] + b"\xff\xff" + PACKED[14:],
            "is damaged and cannot be unpacked; pack it again",
        ),
        (
            PACKED[:-8] + b"\0\0\0\0" + PACKED[-4:],
            "is damaged and cannot be unpacked; pack it again",
        ),
        (PACKED + b"more", "has something else behind its end; pack it again"),
    ],
)
def test_what_cannot_be_unpacked_is_told(data: bytes, fault: str) -> None:
    unpacked = unpack_gzip(data)

    assert unpacked.fault == fault
    assert unpacked.data == b""


def test_a_bomb_is_refused_before_it_goes_off() -> None:
    packer = zlib.compressobj(9, wbits=31)
    piece = bytes(2**20)
    packed = b"".join(packer.compress(piece) for _ in range(LARGEST_UNPACKED // 2**20 + 1))

    unpacked = unpack_gzip(packed + packer.flush())

    assert unpacked.fault == "holds more than 64 MiB; split it into smaller files"


@given(st.binary(max_size=200))
def test_any_bytes_are_unpacked_or_refused(data: bytes) -> None:
    for packed in (data, b"\x1f\x8b" + data, b"\x1f\x8b\x08\0" + data):
        unpacked = unpack_gzip(packed)
        assert not (unpacked.data and unpacked.fault)
