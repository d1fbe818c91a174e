"""What has been published, on record for good: addresses go on to answer (law 5)."""

from datetime import datetime

from sitegen.model.value import value


@value
class Address:
    """One address of the site that readers may have noted, and what answered there first.

    ``path`` is below the base URL, such as ``articles/ferry-late/``; ``title`` is the name of a tag
    or a source. The rest is of articles alone: ``id``, ``first_seen`` and ``date`` as they were
    published, the date as a person may have set it since; ``digest`` and ``sketch``, some hashes of
    its text, are what it is known by again.
    """

    path: str
    title: str = ""
    id: str = ""
    first_seen: datetime | None = None
    date: datetime | None = None
    digest: str = ""
    sketch: str = ""


@value
class AddressList:
    """Some of the addresses, as a file of content/addresses/ holds them.

    ``number`` counts from 1. A list that a person has edited is never written again.
    """

    number: int
    addresses: tuple[Address, ...]
    is_edited: bool = False
