"""The HTML of all articles and issued digests, by id, while the site is drawn."""

from collections.abc import Iterable, Iterator, Mapping


class Bodies(Mapping[str, str]):
    """Bodies by id, each made to text when it is asked for.

    Python has two bytes or four for each letter of a text with a single curly quotation mark in
    it, and news is full of them: as UTF-8 the bodies of a site take half of the room.

    >>> Bodies([("harbour", "<p>“Late”</p>")])["harbour"]
    '<p>“Late”</p>'
    """

    def __init__(self, bodies: Iterable[tuple[str, str]]) -> None:
        self._held = {name: body.encode(errors="surrogatepass") for name, body in bodies}

    def __getitem__(self, name: str) -> str:
        return self._held[name].decode(errors="surrogatepass")

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)
