import pytest

from sitegen.ingest.address_date import read_address_date


@pytest.mark.parametrize(
    ("path", "date", "precision"),
    [
        ("2024/06/14/ferry-late", "2024-06-14", "day"),
        ("news/2024/6/4/", "2024-06-04", "day"),
        ("news/2024-06-14/ferry", "2024-06-14", "day"),
        ("news/2024-06-14-ferry", "2024-06-14", "day"),
        ("news/2024/0614/ferry", "2024-06-14", "day"),
        ("news/20240614/ferry", "2024-06-14", "day"),
        ("world/2024/jun/14/ferry", "2024-06-14", "day"),
        ("world/2024/June/ferry", "2024-06-01", "month"),
        ("2024/06/ferry-late.html", "2024-06-01", "month"),
    ],
)
def test_a_path_by_day_or_month_dates_the_article(path: str, date: str, precision: str) -> None:
    address = f"https://example.org/{path}"

    dating = read_address_date(address)

    assert dating is not None
    assert dating.moment is not None
    assert (dating.moment.date().isoformat(), dating.precision) == (date, precision)
    assert dating.evidence.endswith(f" in the address {address}")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://example.org/ferry-late",
        "https://example.org/2024/ferry-of-1948",
        "https://example.org/2024/02/31/ferry",
        "https://example.org/2024/13/ferry",
        "https://example.org/2024/123456/ferry",
        "https://example.org/?day=/2024/06/14/",
        "https://2024/06/14/",
        "https://[2024/06/14/",
    ],
)
def test_other_addresses_tell_no_date(address: str) -> None:
    assert read_address_date(address) is None
