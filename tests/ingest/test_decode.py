import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.ingest.decode import decode

CASES = [
    (label, encoding, text)
    for line in (Path(__file__).parents[1] / "cases" / "encodings.txt")
    .read_text(encoding="utf-8")
    .splitlines()
    for label, encoding, text in [line.split(" | ")]
]
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
    assert (
        decoded.doubt
        == "damaged in 1 place from line 1 on, shown as \ufffd; save it as UTF-8 again"
    )


def test_lines_from_elsewhere_in_a_utf8_file_are_read_as_western() -> None:
    decoded = decode("“Café” – Zoë\n".encode() * 9 + "The café’s owner\n".encode("cp1252"))

    assert decoded.lines == (*["“Café” – Zoë"] * 9, "The café’s owner")
    assert decoded.doubt == (
        "is not UTF-8 in line 10, which was read as Windows-1252; save it as UTF-8 to be sure"
    )


def test_one_line_from_elsewhere_costs_no_file_with_few_letters_beyond_ascii() -> None:
    lines = ["The ferry ran aground", "Zoë Marn said so", "The café’s owner, née Åberg, was there"]
    western = lines[2].encode("cp1252")

    decoded = decode("\n".join([*lines[:2], ""]).encode() + western + b"\nNobody was hurt")

    assert decoded.lines == (*lines, "Nobody was hurt")
    assert decoded.encoding == "utf-8"
    assert decoded.doubt == (
        "is not UTF-8 in line 3, which was read as Windows-1252; save it as UTF-8 to be sure"
    )


def test_a_lost_byte_costs_no_file_with_few_letters_beyond_ascii() -> None:
    decoded = decode("One\nZoë Marn\nÅsa, Zoë and ".encode() + b"Zo\xc3 said so")

    assert decoded.lines == ("One", "Zoë Marn", "Åsa, Zoë and Zo\ufffd said so")
    assert decoded.doubt.startswith("damaged in 1 place from line 3 on")


def test_several_lines_from_elsewhere_are_counted() -> None:
    decoded = decode("“Café”\n".encode() * 9 + "The café\n".encode("cp1252") * 2)

    assert decoded.doubt.startswith("is not UTF-8 in 2 lines, such as line 10, which were read")


def test_one_line_of_utf8_makes_no_utf8_of_a_western_file() -> None:
    western = ("L'été à la forêt, déjà passé",) * 9
    data = "\n".join(western).encode("cp1252") + "\nété".encode()

    assert decode(data).lines[:9] == western


def test_bytes_whose_encoding_cannot_be_told_are_not_guessed() -> None:
    decoded = decode(bytes(range(128, 256)) * 9)

    assert not decoded.is_text
    assert decoded.doubt == "its encoding cannot be told; save it as UTF-8"


def test_bytes_that_windows_leaves_undefined_are_still_read() -> None:
    assert decode(b"caf\xe9\x81").encoding == "latin-1"


def test_a_broken_byte_order_mark_does_not_stop_reading() -> None:
    assert decode(codecs.BOM_UTF16_LE + b"\x00").lines


@pytest.mark.parametrize("case", CASES, ids=[f"{label}-{text[:9]}" for label, _, text in CASES])
def test_the_encoding_is_told_by_the_letters(case: tuple[str, str, str]) -> None:
    label, encoding, text = case

    decoded = decode(text.encode(encoding))

    assert decoded.lines == (text,)
    assert decoded.label == label
    assert decoded.doubt == f"is not UTF-8 and was read as {label}; save it as UTF-8 to be sure"


def test_a_declared_encoding_counts_where_the_bytes_fit() -> None:
    data = "Паром сел".encode("cp866")

    assert decode(data, "IBM866").text == "Паром сел"
    assert decode(data, "IBM866").doubt == ""


@pytest.mark.parametrize(
    ("declared", "encoding", "text"),
    [
        ("iso-8859-2", "cp1250", "„Šest lidí čeká” na břehu"),
        ("iso-8859-7", "cp1253", "Η γέφυρα – “κλειστή”"),
        ("iso-8859-1", "cp1252", "The “café” is shut"),
        ("iso-8859-2", "iso8859_2", "Šest lidí čeká na břehu"),
    ],
)
def test_a_declared_encoding_is_that_of_windows_where_the_declared_one_has_controls(
    declared: str, encoding: str, text: str
) -> None:
    assert decode(text.encode(encoding), declared).text == text


@pytest.mark.parametrize("name", ["utf-7", "hex", "no such", "\0", "utf-16", "ascii", "ümlaut"])
def test_a_declaration_that_cannot_hold_is_passed_over(name: str) -> None:
    data = (CASES[0][2] * 3).encode(CASES[0][1])

    assert decode(data, name).label in {CASES[0][0], "Windows-1252"}


def test_utf8_counts_whatever_is_declared() -> None:
    assert decode("Café".encode(), "windows-1251").text == "Café"


def test_plain_text_with_one_zero_is_read_without_it() -> None:
    decoded = decode(b"The ferry ran aground.\0 Nobody was hurt.")

    assert decoded.is_text
    assert decoded.lines == ("The ferry ran aground. Nobody was hurt.",)
    assert decoded.doubt == "holds 1 zero byte, which was left out"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_rare_zeros_are_left_out_of_a_text_in_any_encoding(encoding: str) -> None:
    lines = ("Zoë’s café was open",) * 300
    data = "\n".join(lines).encode(encoding)

    decoded = decode(data[:100] + b"\0" + data[100:2_000] + b"\0" + data[2_000:])

    assert decoded.lines == lines
    assert decoded.doubt.startswith("holds 2 zero bytes, which were left out")


@pytest.mark.parametrize(
    "data",
    [
        b"The ferry ran aground.\0 Nobody at all \0was hurt.",
        b"\0",
        b"The ferry ran aground.\0\x01\x02\x03\x04 Nobody was hurt." * 20,
        bytes(range(256)) * 40,
    ],
)
def test_zeros_that_are_not_rare_or_not_alone_are_no_text(data: bytes) -> None:
    assert not decode(data).is_text


def test_a_long_line_is_cut_between_characters_to_be_told() -> None:
    text = "船は霧の中で座礁した " * 4000

    assert decode(text.encode("cp932")).text == text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028"])
def test_every_line_end_ends_a_line(end: str) -> None:
    assert decode(f"one{end}two".encode()).lines == ("one", "two")


def test_bytes_with_a_nul_are_not_text() -> None:
    assert not decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").is_text


@given(st.binary())
def test_any_bytes_decode(data: bytes) -> None:
    assert decode(data).encoding
