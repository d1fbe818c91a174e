"""Write a list of what has been published as a Markdown file, and read it back.

The law: reading what was written gives the same list, if its number is above 0 and each of its
paths is one. The file's name is the number; a person may take out what was never public.
"""

from sitegen.model.address import Address, AddressList
from sitegen.model.content import AddressesRead, ContentFile
from sitegen.model.problem import Problem
from sitegen.pages.content_text import (
    list_mistakes,
    name_number,
    open_content,
    warn_of_unknown,
    write_content,
)
from sitegen.pages.fields import Fields
from sitegen.pages.front_matter import Scalar

_BODY = """\
# What has been published, part {number}

Each address above has been public, so it goes on to answer, and an article that comes back gets
its id, its address and its date again.
Take out only what nobody can have seen.
"""


def write_addresses(part: AddressList) -> str:
    """Return the file of a list, to be stored as UTF-8."""
    rows = tuple(map(_describe, part.addresses))
    return write_content({"addresses": rows}, _BODY.format(number=part.number))


def read_addresses(file: ContentFile) -> AddressesRead:
    """Return the list that a file of content/addresses/ holds; never raise."""
    number = name_number(file.path)
    if not number:
        message = "is named after no list of addresses; call it like 0001.md, or delete it"
        return AddressesRead(None, (Problem(file.path, message, "quarantined"),), 0)
    text = open_content(file)
    if isinstance(text, Problem):
        return AddressesRead(None, (text,), number)
    rows = tuple(_read_row(row) for row in text.fields.take_rows("addresses"))
    if mistakes := list_mistakes(text):
        return AddressesRead(None, mistakes, number)
    return AddressesRead(AddressList(number, rows, text.is_edited), warn_of_unknown(text), number)


def _describe(address: Address) -> dict[str, Scalar]:
    values: dict[str, Scalar] = {
        "path": address.path,
        "title": address.title,
        "id": address.id,
        "first_seen": address.first_seen or "",
        "date": address.date or "",
        "digest": address.digest,
        "sketch": address.sketch,
    }
    return {key: value for key, value in values.items() if value}


def _read_row(row: Fields) -> Address:
    return Address(
        path=row.require_address("path"),
        title=row.take_text("title"),
        id=row.take_text("id"),
        first_seen=row.take_moment("first_seen"),
        date=row.take_moment("date"),
        digest=row.take_text("digest"),
        sketch=row.take_text("sketch"),
    )
