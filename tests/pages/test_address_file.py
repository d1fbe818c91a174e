from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.address import Address, AddressList
from sitegen.model.content import AddressesRead, ContentFile
from sitegen.pages import read_addresses, write_addresses

NOON = datetime(2024, 6, 14, 12, tzinfo=UTC)
FERRY = Address(
    path="articles/ferry-late/",
    id="tag:example.org,2026:sitegen/0123456789abcdef",
    first_seen=NOON,
    date=NOON,
    digest="0123456789abcdef",
    sketch="00000010 00000020",
)
MIRA = Address("tags/mira/", "Mira")
MOMENTS = st.none() | st.datetimes(
    datetime(1000, 1, 1),  # noqa: DTZ001 - hypothesis wants bounds without a zone
    datetime(8999, 1, 1),  # noqa: DTZ001 - as above
    timezones=st.just(UTC),
).map(lambda moment: moment.replace(microsecond=0))
PATHS = st.sampled_from(["articles/ferry-late/", "tags/åland/", "digest/2024-W24/", "sources/c-2/"])
ROWS = st.builds(Address, PATHS, st.text(), st.text(), MOMENTS, MOMENTS, st.text(), st.text())


def read(text: str, name: str = "0007") -> AddressesRead:
    return read_addresses(ContentFile(f"addresses/{name}.md", text.encode()))


@given(st.integers(1, 9_999_999), st.lists(ROWS, max_size=3).map(tuple))
def test_what_was_written_is_read_back(number: int, rows: tuple[Address, ...]) -> None:
    part = AddressList(number, rows)

    assert read(write_addresses(part), f"{number:04}") == AddressesRead(part, (), number)


def test_a_person_may_take_out_a_row_and_is_known_to_have_done_so() -> None:
    text = write_addresses(AddressList(7, (MIRA, FERRY)))
    text = text.replace("  - path: tags/mira/\n    title: Mira\n", "")

    assert read(text).part == AddressList(7, (FERRY,), is_edited=True)


@pytest.mark.parametrize("path", ["../etc/", "articles//", "articles/a b/", "/", ".git/hooks/"])
def test_what_is_no_address_of_a_site_is_told_with_its_line(path: str) -> None:
    text = write_addresses(AddressList(7, (MIRA,))).replace("tags/mira/", f"'{path}'")

    found = read(text)

    assert (found.part, found.number) == (None, 7)
    assert found.problems[0].place == "addresses/0007.md:3"
    assert "is no address" in found.problems[0].message


def test_a_file_of_another_name_is_no_list() -> None:
    found = read(write_addresses(AddressList(7, (MIRA,))), "seven")

    assert (found.part, found.number) == (None, 0)
    assert found.problems[0].severity == "quarantined"
