"""The dates of an article, as its lines and its language have them."""

import pytest

from sitegen.ingest import parse_seed
from sitegen.model.dating import Dating
from sitegen.model.seed import Intake, SeedFile

TEXTS = {
    "pt": "Fazia nove anos que nenhum ônibus parava na rua das Mangueiras, no interior do estado. "
    "O ponto servia apenas de abrigo para a chuva, e agora guarda uma biblioteca que não fecha.",
    "en": "No bus had stopped in the street of the mango trees for nine years, and the shelter was "
    "of use to nobody but the rain; now it holds a library that has no doors to close at night.",
    "tr": "Altmış yıldır saat tamir eden usta, dükkânının anahtarını muhtara teslim etti, "
    "ve tek bir şart koştu: içeride yaşayan yedi kedi yerinden edilmeyecek, çünkü onlar da esnaf.",
    "es": "En el pueblo la noche empieza a las once, cuando la alcaldesa baja ella misma la "
    "palanca del cuadro y se apagan las farolas, el letrero del bar y la cruz de la farmacia.",
}


def date(language: str, stamp: str) -> Dating:
    text = f"Uma biblioteca\n{stamp}\n\n{TEXTS[language]}\n"
    (article,) = parse_seed(Intake(SeedFile("a.txt", text.encode()))).articles
    return article.dating


def day(language: str, stamp: str) -> str:
    moment = date(language, stamp).moment
    return moment.date().isoformat() if moment else ""


def test_figures_between_strokes_are_a_day_where_the_language_puts_the_day_first() -> None:
    assert day("pt", "05/07/2023 07h00 · Atualizado há 2 dias") == "2023-07-05"
    assert date("pt", "05/07/2023").precision == "day"
    assert day("en", "05/07/2023") == ""  # nobody knows which of them is the month
    assert day("en", "25/07/2023") == "2023-07-25"


@pytest.mark.parametrize(
    ("language", "stamp", "wanted"),
    [
        ("tr", "Giriş Tarihi: 11.03.2022 10:24 Son Güncelleme: 12.03.2022 12:05", "2022-03-11"),
        ("es", "12 AGO 2022 - 05:15 CEST", "2022-08-12"),
        ("es", "5 ENE 2023", "2023-01-05"),
        ("en", "2 days ago 2022", ""),
    ],
)
def test_stamps_are_known_in_the_words_of_their_language(
    language: str, stamp: str, wanted: str
) -> None:
    assert day(language, stamp) == wanted


def list_days(text: str) -> list[str]:
    articles = parse_seed(Intake(SeedFile("a.txt", text.encode()))).articles
    return [one.dating.evidence if one.dating.moment else "" for one in articles]


BRIDGE = """The swing bridge of Orle will be shut to all carts from Monday until the council has
paid the smith, who has waited since the spring and has taken the key home with him."""
ITEMS = f"Shelter holds a library\n\n{TEXTS['en']}\n\n--------\n\nBridge of Orle shut\n\n{BRIDGE}\n"


def test_the_day_of_a_mail_tells_of_each_report_in_it() -> None:
    head = (
        "From: Ledger <a@ledger.example>\nSubject: News\nDate: Fri, 12 May 2023 07:02:11 +0000\n\n"
    )
    first, second = list_days(head + ITEMS)
    assert "12 May 2023" in first
    assert second == "Fri, 12 May 2023 07:02:11 +0000, the head of the page or mail"
    assert list_days(ITEMS) == ["", ""]


def test_the_day_at_the_head_of_a_page_tells_of_each_report_on_it() -> None:
    head = "4 THE ORLE LEDGER Thursday, September 19, 2019\n\n"
    assert list_days(head + ITEMS) == ["September 19, 2019, the head of the page or mail"] * 2
    other = "THE ORLE LEDGER Friday, September 20, 2019 5\n"
    assert list_days(head + ITEMS + other) == ["", ""]  # two days, and nobody knows which


@pytest.mark.parametrize(
    ("day", "contrary"), [("April 19", "VELLE, April 19 (NWA) -"), ("April 21", ""), ("June 3", "")]
)
def test_a_stamp_of_another_day_than_the_place_line_is_told(day: str, contrary: str) -> None:
    text = (
        f"Mayor opens library\n\nVELLE, {day} (NWA) - The mayor opened the library of the town on"
        " a sunny day. It has many books and a room for naps.\n\nPosted on April 21, 2026\n"
    )
    (article,) = parse_seed(Intake(SeedFile("a.txt", text.encode()))).articles

    assert article.dating.evidence == "Posted on April 21, 2026"
    assert article.dating.contrary == contrary
