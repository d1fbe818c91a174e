import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.ingest.decode import decode

TEXT = "Zoë Đorđević said: “Café”."


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-32"), "utf-32"),
    ],
)
def test_unicode_is_read_with_or_without_a_byte_order_mark(data: bytes, encoding: str) -> None:
    decoded = decode(data)

    assert decoded.lines == (TEXT,)
    assert decoded.encoding == encoding


def test_bytes_that_are_not_unicode_are_read_as_windows_text() -> None:
    decoded = decode("“Café” – open".encode("cp1252"))

    assert decoded.lines == ("“Café” – open",)
    assert decoded.encoding == "cp1252"
    assert decoded.doubt == "is not UTF-8 and was read as Windows-1252; save it as UTF-8 to be sure"


def test_a_few_wrong_bytes_leave_the_rest_of_a_utf8_file_as_it_is() -> None:
    decoded = decode("“Café” – ".encode() * 10 + b"\xff")

    assert decoded.encoding == "utf-8"
    assert decoded.lines == ("“Café” – " * 10 + "\ufffd",)
    assert decoded.doubt == "damaged in 1 places, shown as \ufffd; save it as UTF-8 again"


@pytest.mark.parametrize("encoding", ["cp1251", "shift_jis", "koi8-r"])
def test_bytes_whose_encoding_cannot_be_told_are_not_guessed(encoding: str) -> None:
    text = (
        "船は霧の中で座礁した。"
        if encoding == "shift_jis"
        else "Паром сел на мель в густом тумане."
    )

    decoded = decode((text * 9).encode(encoding))

    assert not decoded.is_text
    assert decoded.doubt == "its encoding cannot be told; save it as UTF-8"


def test_bytes_that_windows_leaves_undefined_are_still_read() -> None:
    assert decode(b"caf\xe9\x81").encoding == "latin-1"


def test_a_broken_byte_order_mark_does_not_stop_reading() -> None:
    assert decode(codecs.BOM_UTF16_LE + b"\x00").lines


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028"])
def test_every_line_end_ends_a_line(end: str) -> None:
    assert decode(f"one{end}two".encode()).lines == ("one", "two")


def test_bytes_with_a_nul_are_not_text() -> None:
    assert not decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").is_text


@given(st.binary())
def test_any_bytes_decode(data: bytes) -> None:
    assert decode(data).encoding
