import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.ingest.document import Facts
from sitegen.ingest.sidecar import Statement, list_sidecar_names, read_sidecar
from sitegen.model.problem import Problem
from sitegen.model.seed import SeedFile

WHOLE = """\
url = "https://wire.example/ferry"
date = 2024-06-14T09:30:00+02:00
source = "Northern Wire"
lang = "en_GB"
title = "Ferry Runs Aground"
byline = "Ida Fellgate"
description = "Nobody was hurt."
rights = "© Northern Wire"
"""


def read(text: str | bytes) -> Statement:
    data = text.encode() if isinstance(text, str) else text
    return read_sidecar(SeedFile("sub/wire.txt", b"", data, "sub/wire.toml"))


def test_a_sidecar_states_facts() -> None:
    assert read(WHOLE) == Statement(
        Facts(
            title="Ferry Runs Aground",
            dek="Nobody was hurt.",
            url="https://wire.example/ferry",
            date="2024-06-14T09:30:00+02:00",
            source="Northern Wire",
            lang="en-GB",
            byline="Ida Fellgate",
            date_origin="stated in wire.toml",
            rights="© Northern Wire",
        ),
        (),
    )


@pytest.mark.parametrize("written", ['"2024-06-14"', "2024-06-14", '" 2024-06-14 "'])
def test_a_date_may_stand_with_and_without_quotes(written: str) -> None:
    assert read(f"date = {written}\n").facts.date == "2024-06-14"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('sorce = "Wire"', "unknown key 'sorce'; did you mean 'source'?"),
        (
            "xyz = 1",
            "unknown key 'xyz'; known: byline, date, description, lang, rights, source, title, url",
        ),
        ("source = 7", "'source' is no text; write it in double quotes"),
        (
            'url = "javascript:alert(1)"',
            "the address 'javascript:alert(1)' is no web address; begin it with https://",
        ),
        (
            'lang = "the Queen\'s"',
            'the language "the Queen\'s" is no language tag; write one such as en or pt-BR',
        ),
        (
            'date = "31 February 2024"',
            (
                "the date '31 February 2024' is in no calendar or cannot be read; "
                "write it as 2024-06-14 or 2024-06-14T09:30:00Z"
            ),
        ),
    ],
)
def test_what_is_wrong_is_told_and_the_rest_counts(text: str, message: str) -> None:
    stated = read(f'byline = "Ida Fellgate"\n{text}\n')

    assert stated.facts == Facts(byline="Ida Fellgate")
    assert stated.problems == (Problem("seeds/sub/wire.toml", message, "warning"),)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b"date = 2024-06-14\nurl = https",
            (
                "is not TOML: invalid value (at line 2, column 7); write lines such as "
                'date = "2024-06-14"; until then its seed is read without it'
            ),
        ),
        (b"\xff", "is not UTF-8; save it as UTF-8; until then its seed is read without it"),
        (
            b"a = " + b"[" * 20_000,
            (
                "is not TOML: lists or tables are nested too deeply; "
                'write lines such as date = "2024-06-14"; '
                "until then its seed is read without it"
            ),
        ),
    ],
)
def test_what_is_not_toml_states_nothing(data: bytes, message: str) -> None:
    assert read(data) == Statement(Facts(), (Problem("seeds/sub/wire.toml", message, "warning"),))


def test_the_longer_name_of_a_sidecar_comes_first() -> None:
    assert list_sidecar_names("a.b/wire.HTML") == ("a.b/wire.HTML.toml", "a.b/wire.toml")


@given(
    st.one_of(
        st.binary(max_size=80),
        st.text(max_size=80).map(lambda text: text.encode("utf-8", "replace")),
    )
)
def test_any_bytes_are_read(data: bytes) -> None:
    assert isinstance(read(data).problems, tuple)
