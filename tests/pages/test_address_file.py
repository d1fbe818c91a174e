import re
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

    assert (found.part, found.number) == (AddressList(7, (), is_edited=True), 7)
    assert not found.is_whole
    assert found.problems[0].place == "addresses/0007.md:3"
    assert "is no address" in found.problems[0].message


def test_of_a_list_that_cannot_be_read_each_row_that_can_counts() -> None:
    text = write_addresses(AddressList(7, (MIRA, FERRY)))
    for broken in (
        text.replace("tags/mira/", "'tags/mi ra/'"),
        text.replace("title: Mira", 'title: "Mira'),
        text.replace("title: Mira", "title: Mira\x00"),
        text.replace("  - path: tags", " - path: tags"),
        text.replace("\n---\n", "\n"),
    ):
        found = read(broken)

        assert not found.is_whole
        assert found.part is not None
        assert FERRY in found.part.addresses
        assert found.part.is_edited
        (problem,) = found.problems
        assert problem.severity == "quarantined"
        assert " readable addresses count, and no new ones are put on record" in problem.message


def test_after_a_merge_of_two_branches_the_rows_of_both_count_and_the_way_out_is_told() -> None:
    both = MIRA, FERRY, Address("tags/orle/", "Orle")
    ours, theirs = (write_addresses(AddressList(7, (MIRA, one))) for one in both[1:])
    text = _merge(ours.splitlines(), theirs.splitlines())

    found = read(text)

    assert found.part == AddressList(7, both, is_edited=True)
    (problem,) = found.problems
    assert problem.place == "addresses/0007.md:5"
    assert problem.message == (
        "has marks of a merge that git could not finish; keep the rows of both branches and delete "
        "the lines that begin with <<<<<<<, =======, >>>>>>> and 'checksum:'; until then its "
        "3 readable addresses count, and no new ones are put on record"
    )
    mended = re.sub("^(<{7}|={7}|>{7}|checksum:).*\n", "", text, flags=re.MULTILINE)
    assert read(mended) == AddressesRead(found.part, (), 7)


def _merge(ours: list[str], theirs: list[str]) -> str:
    """Return what git leaves of two versions that agree at their beginning and their end."""
    first = next(at for at, pair in enumerate(zip(ours, theirs, strict=False)) if len({*pair}) > 1)
    last = ours[::-1].index("---")
    return "\n".join(
        [
            *ours[:first],
            "<<<<<<< HEAD",
            *ours[first : -last - 1],
            "=======",
            *theirs[first : -last - 1],
            ">>>>>>> theirs",
            *ours[-last - 1 :],
            "",
        ]
    )


def test_a_file_of_another_name_is_no_list() -> None:
    found = read(write_addresses(AddressList(7, (MIRA,))), "seven")

    assert (found.part, found.number) == (None, 0)
    assert found.problems[0].severity == "quarantined"
