import pytest

from sitegen.text.dateline import split_dateline

TEXT = "Ferries ran again."


@pytest.mark.parametrize(
    "place",
    [
        "PORT ELLERY, June 14 (Northern Wire) -",
        "PORT ELLERY —",
        "Port Ellery (Northern Wire) –",
        "Port Ellery, Velmark, June 14 --",
        "ORLE, Tresnia (Coastline Press) –",
        "ORLE, Velmark Region -",
        "ORLE, Velmark Province –",
        "St. Orle, 14 June -",
        "ORLE (nwd) –",
        "Orle/Mirovar (nwd/CP) –",
        "Ölsund, 3. Juni (nwd) -",
        "ÖLSUND –",
        "14. Januar 2025 –",
        "June 14, 2024 —",
        "PORT ELLERY (Northern Wire), June 14, 2024 -",
        "Port Ellery (Northern Wire) June 14 –",
        "PORT ELLERY, June 14, 2024 /Northern Wire/ --",
        "Port Ellery, Velmark /Northern Wire/ --",
    ],
)
def test_a_place_line_is_parted_from_the_text(place: str) -> None:
    assert split_dateline(f"{place} {TEXT}") == (place, TEXT)


@pytest.mark.parametrize(
    "text",
    [
        "",
        TEXT,
        "Ferries – all nine – ran again.",
        "Port Ellery - the old town - slept.",
        "a (b) - c",
        "Ferries and/or boats - all nine - ran again.",
        "Ferries /and boats/ - all nine - ran again.",
        "Smith (left) - and Lind (right) - ran again.",
        "été (abc) - again.",
        "In 2024 - and again in May 2025 - it ran.",
        "PORT ELLERY-BASED ferries ran again.",
        "ORLE, Region - the old one - slept.",
    ],
)
def test_a_dash_alone_makes_no_place_line(text: str) -> None:
    assert split_dateline(text) == ("", text)
