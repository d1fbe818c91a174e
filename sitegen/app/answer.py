"""What a command has to say, before it is said."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command has to say: ``text`` and ``remarks`` to people, ``values`` to machines."""

    exit_status: int
    text: str
    remarks: tuple[str, ...]
    values: dict[str, object]
