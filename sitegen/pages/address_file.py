"""Write a list of what has been published as a Markdown file, and read it back.

The law: reading what was written gives the same list, if its number is above 0 and each of its
paths is one. The file's name is the number; a person may take out what was never public.

What such a file reserves must not be free because of one bad line, as after a merge of two
branches: of a file that cannot be read as a whole every row that can be read by itself counts.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from sitegen.model.address import Address, AddressList
from sitegen.model.content import AddressesRead, ContentFile
from sitegen.model.problem import Problem
from sitegen.pages.content_text import (
    MERGED,
    find_merge_mark,
    list_mistakes,
    name_number,
    open_content,
    warn_of_unknown,
    write_content,
)
from sitegen.pages.fields import Fields
from sitegen.pages.front_matter import FrontMatterError, Scalar, read_front_matter

# A row as we write it.
_ROW = re.compile(r"^  - path: .*\n(?:    [a-z_]+: .*\n)*", re.MULTILINE)
_MERGE = (
    f"{MERGED}; keep the rows of both branches and delete the lines that begin with <<<<<<<, "
    "=======, >>>>>>> and 'checksum:'"
)

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
        return _salvage(file, number, (text,))
    rows = tuple(_read_row(row) for row in text.fields.take_rows("addresses"))
    if mistakes := list_mistakes(text):
        return _salvage(file, number, mistakes)
    part = AddressList(number, rows, text.is_edited)
    return AddressesRead(part, warn_of_unknown(text), number)


def _salvage(file: ContentFile, number: int, problems: tuple[Problem, ...]) -> AddressesRead:
    """Return what can be read of a list, row by row; it is a person's until they have mended it."""
    text = file.data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    rows = tuple(dict.fromkeys(_find_rows(f"{text}\n")))
    line = find_merge_mark(text)
    if line:
        problems = (Problem(f"{file.path}:{line}", _MERGE, "quarantined"),)
    message = f"{problems[0].message}; until then its {len(rows)} readable addresses count"
    told = (replace(problems[0], message=f"{message}, and no new ones are put on record"),)
    return AddressesRead(
        AddressList(number, rows, is_edited=True), (*told, *problems[1:]), number, is_whole=False
    )


def _find_rows(text: str) -> Iterator[Address]:
    """Yield the rows that are as we write them and say all that a row must."""
    for found in _ROW.findall(text):
        try:
            fields = Fields(read_front_matter(f"addresses:\n{found}"))
        except FrontMatterError:
            continue
        for row in map(_read_row, fields.take_rows("addresses")):
            is_article = row.path.startswith("articles/")
            if not fields.mistakes and (row.id or not is_article):
                yield row


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
