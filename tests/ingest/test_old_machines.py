"""Text of old machines is known by letters that stand where none can, and nothing else is."""

import re
from collections.abc import Iterator

import pytest

from sitegen.ingest import old_machines
from sitegen.ingest.decode import decode
from sitegen.ingest.old_machines import find_old

MAC = "“We don’t know,” she said of the café—it’s the old one… “They’ve left it,” she said."
DOS = "They met in the café in Orlé, and the señor had a fête for all of the naïve friends."


@pytest.mark.parametrize(
    ("text", "encoding", "label"),
    [(MAC, "mac_roman", "Mac OS Roman"), (DOS, "cp850", "IBM850"), (DOS, "cp437", "IBM850")],
)
def test_english_of_old_machines_is_read_in_their_letters(
    text: str, encoding: str, label: str
) -> None:
    decoded = decode(text.encode(encoding))

    assert (decoded.text, decoded.label) == (text, label)
    assert decoded.doubt == f"is not UTF-8 and was read as {label}; save it as UTF-8 to be sure"


@pytest.mark.parametrize(
    "text",
    [
        MAC,
        DOS,
        "ÉTÉ was the word: the iÉ and nothing else, and that’s all of it for the day.",
        "It cost £5 or ¥900, 3½ times as much; the ‘old’ one was 50¢, and the „new“ one no more.",
        "Le café de l’Été est à la mairie, où l’on a déjà fêté Noël : « Ça va », dit-il.",
        "Según él, mañana habrá más niños que sardinas. ¿Y la lluvia? También vino al muelle.",
    ],
)
def test_text_of_windows_stays_text_of_windows(text: str) -> None:
    data = text.encode("cp1252", "ignore")

    assert find_old(data) == ""


@pytest.mark.parametrize("encoding", ["cp932", "gb18030", "euc_kr", "big5", "cp1250", "cp1257"])
def test_quotes_of_other_encodings_amid_english_are_not_of_old_machines(encoding: str) -> None:
    text = MAC.replace("é", "e").replace("…", ".") * 3

    assert find_old(text.encode(encoding, "ignore")) == ""


def test_one_such_letter_is_not_enough() -> None:
    assert find_old("She said so in the café of the old town.".encode("mac_roman")) == ""


def test_wrong_letters_are_counted_until_they_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    counter = Counter(old_machines._WRONG)
    monkeypatch.setattr(old_machines, "_WRONG", counter)

    assert find_old(f"{MAC} {DOS} ".encode("mac_roman") * 1_000) == "mac_roman"
    assert counter.found == 2


class Counter:
    """A pattern that counts the places it finds in a text."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        self.found = 0

    def search(self, text: str) -> re.Match[str] | None:
        return self.pattern.search(text)

    def findall(self, text: str) -> list[re.Match[str]]:
        return list(self.finditer(text))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        for place in self.pattern.finditer(text):
            self.found += 1
            yield place
