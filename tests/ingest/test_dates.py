from datetime import UTC, datetime

import pytest

from sitegen.ingest.dates import choose_stamp, read_dateline, read_stamp, read_stated_date
from sitegen.ingest.lines import make_line
from sitegen.model.dating import Dating

NOON = datetime(2024, 6, 14, 12, tzinfo=UTC)


def read(text: str) -> Dating | None:
    return read_stamp(make_line(text))


@pytest.mark.parametrize(
    "text",
    [
        "14 June 2024",
        "Published: 14 June 2024",
        "Published on Friday, 14 June 2024",
        "June 14, 2024",
        "Jun. 14th, 2024",
        "2024-06-14",
        "Last updated: 2024-06-14",
        "14 June 2024, 09:30",
        "• Fri, 14 June 2024 |",
    ],
)
def test_a_line_that_is_only_a_date_is_a_stamp_known_to_the_day(text: str) -> None:
    assert read(text) == Dating(moment=NOON, precision="day", evidence=text)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("15 June 2024 18:05 GMT", datetime(2024, 6, 15, 18, 5, tzinfo=UTC)),
        ("June 15, 2024 at 6:05 pm UTC", datetime(2024, 6, 15, 18, 5, tzinfo=UTC)),
        ("June 15, 2024 at 12:05 am UTC", datetime(2024, 6, 15, 0, 5, tzinfo=UTC)),
        ("June 14, 2024 at 6:15 p.m. EDT", datetime(2024, 6, 14, 22, 15, tzinfo=UTC)),
        ("Last modified on Sat 15 Jun 2024 21.14 CEST", datetime(2024, 6, 15, 19, 14, tzinfo=UTC)),
        ("15 January 2024, 9:30 EET", datetime(2024, 1, 15, 7, 30, tzinfo=UTC)),
        ("2024-06-15T01:30:00+03:00", datetime(2024, 6, 14, 22, 30, tzinfo=UTC)),
        ("pubDate: Fri, 14 Jun 2024 09:30:00 GMT", datetime(2024, 6, 14, 9, 30, tzinfo=UTC)),
        ("2024-06-15 23:30 -0230", datetime(2024, 6, 16, 2, 0, tzinfo=UTC)),
    ],
)
def test_a_time_with_its_zone_is_an_instant(text: str, moment: datetime) -> None:
    dating = read(text)

    assert dating is not None
    assert (dating.moment, dating.precision) == (moment, "instant")


@pytest.mark.parametrize(
    "text",
    [
        "Posted at 9:30 a.m., June 14, 2024",
        "Fri 14 Jun 2024 09.30 BST",
        "UPDATED ON: 14 Jun 2024 09:30 am IST",
        "Jun. 14, 2024 9:30 am ET",
        "Published: Jun 14, 2024 09:30 AM | Last Updated: Jun 15, 2024 10:30 AM",
        "Fri 14 Jun 2024 09.30 BSTLast modified on Sat 15 Jun 2024 12.01 BST",
        "9 a.m. on June 14, 2024",
        "Fri, June 14, 2024 at 9:30 AM GMT+2 2 min read",
        "June 14, 2024 Updated 14 hrs ago",
        "Veröffentlicht am 14. Juni 2024, 09:30 Uhr",
        "Publié le 14 juin 2024 à 9h30",
        "14 de junio de 2024",
        "Pubblicato il 14 giugno 2024 alle 9.30",
        "Aktualisiert am 14. Juni 2024 um 9:30 Uhr",
        "14.6.2024, 09:30 Uhr",
        "14/06/2024",
        "Published: 06/14/2024 | Updated: 06/15/2024",
        "Filed: 14 June 2024",
        "2024年6月14日 5:50",
        "公開: 2024年06月14日(金) 5時50分",
        "更新时间：2024年6月14日 09:30",
        "2024/6/14 5:50",
        "2024.06.14. 09:30",
        "입력 2024년 6월 14일 오전 9시 30분",
        "2024年6月14日18時30分",
        "2024年6月14日公開",
        "2024年6月14日(金)18時30分",
        "2024年6月14日 星期五",
        "2024년 6월 14일 금요일",
        "2024/06/14(金) 09:15",
        "公開日：2024年6月14日",
        "更新日時：2024/6/14 9:30",
        "2024. 6. 14.",
    ],
)
def test_dates_and_times_in_any_order_are_a_stamp_of_the_first_day(text: str) -> None:
    assert read(text) == Dating(moment=NOON, precision="day", evidence=text)


@pytest.mark.parametrize(
    "text",
    [
        "14.06.2024, 06:00 Uhr • 3 Min Lesezeit",
        "14.06.2024 | Lesezeit: 3 Min.",
        "Le 14 juin 2024 à 10h20 - Temps de lecture : 3 min.",
        "14 de junio de 2024 | 3-4 minutos de lectura",
        "14 giugno 2024 • 3 minuti di lettura",
        "14 juni 2024, 10:20 · Leestijd 3 minuten",
        "14 czerwca 2024, Czas czytania: 3 min",
        "14 Haziran 2024 · 3 dk okuma",
        "June 14, 2024 · 3-4 min read",
    ],
)
def test_how_long_reading_takes_may_stand_beside_a_date(text: str) -> None:
    assert read(text) == Dating(moment=NOON, precision="day", evidence=text)


def test_the_dates_of_a_life_are_no_stamp() -> None:
    assert read("April 2, 1931 - November 19, 2015") is None


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Fr., 14. Jun 2024, 20:41 Uhr", 6),
        ("vr 14 jun 2024, 20:41", 6),
        ("Ven 14 giu 2024 - 20:41", 6),
        ("sex, 14 set 2024 às 20h41", 9),
        ("14 out 2024", 10),
        ("14. Mär. 2024", 3),
        ("14 mrt. 2024", 3),
        ("14 Eki 2024 20:41", 10),
        ("пт, 14 июн 2024", 6),
        ("14 Ιουνίου 2024, 20:41", 6),
        ("Gepubliceerd op 14 juni 2024", 6),
        ("Friday, 14-Jun-2024", 6),
        ("14/Jun/2024", 6),
        ("14.jun.2024 às 20:41", 6),
        ("Tues. June 14 2024", 6),
        ("Release date: 14 June 2024", 6),
        ("For release: June 14, 2024", 6),
        ("dinsdag 14 juni 2024 om 20:41 uur", 6),
        ("Publiziert: 14.06.2024 um 20:41 Uhr", 6),
        ("Haber Girişi : 14.06.2024 20:41", 6),
        ("14.6.24, 20:41", 6),
        ("06/14/24 08:41 PM ET", 6),
        ("03/14/24 8:41 pm EDT", 3),
    ],
)
def test_months_and_days_may_be_short_as_their_language_has_it(text: str, month: int) -> None:
    assert read(text) == Dating(NOON.replace(month=month), "day", text)


def test_an_american_clock_tells_which_number_is_the_month() -> None:
    day = NOON.replace(month=3, day=12)

    assert read("03/12/2024 08:41 PM ET") == Dating(day, "day", "03/12/2024 08:41 PM ET")
    assert read("03/12/24 08:41 PM") is None


@pytest.mark.parametrize("text", ["31 February 2024", "2024-13-01", "0000-01-01", "2024年13月1日"])
def test_a_date_that_the_calendar_does_not_have_is_no_date(text: str) -> None:
    assert read(text) is None


def test_a_time_that_the_clock_does_not_have_leaves_the_day() -> None:
    dating = read("14 June 2024 29:30 GMT")

    assert dating == Dating(moment=NOON, precision="day", evidence="14 June 2024 29:30 GMT")


@pytest.mark.parametrize(
    "text",
    [
        "On 14 June 2024 the ferry sailed.",
        "June 2024",
        "10/06/2024",
        "31.02.2024",
        "13/13/2024",
        "10/06/2024 - 14/06/2024",
        "Friday",
        "Founded 14 June 1948 in Mirovar",
        "Last ferry at 9:30, June 14, 2024",
        "Updated at 9:30",
        "2024.1.2",
        "2019/11/5",
        "2024-06/14",
        "2024年6/14",
        "Part No. 2019/11/05 Recalled",
        "2024.06.14.2",
    ],
)
def test_sentences_and_vague_dates_are_no_stamps(text: str) -> None:
    assert read(text) is None


def test_a_dateline_with_its_year_dates_the_article() -> None:
    dating = read_dateline("MIROVAR, June 14, 2024 (Orle Press) - A quake.", [])

    assert dating == Dating(NOON, "day", "MIROVAR, June 14, 2024 (Orle Press) -")


@pytest.mark.parametrize(
    "place",
    [
        "MIROVAR (Orle Press), June 14, 2024 -",
        "MIROVAR, June 14, 2024 /Orle Press/ --",
        "Mirovar, Velmark (Orle Press) 14 June 2024 –",
    ],
)
def test_an_agency_may_stand_on_either_side_of_the_date(place: str) -> None:
    dating = read_dateline(f"{place} A quake.", [])

    assert dating
    assert (dating.moment, dating.evidence) == (NOON, place)


@pytest.mark.parametrize(
    "place",
    [
        "ÖSTHEIM AN DER LAHR, June 14, 2024 (Orle Press) -",
        "Östheim an der Lahr, 14. Juni 2024 (oda) -",
        "Ålbro, June 14, 2024 -",
        "Łubów, June 14 2024 (Orle Press) —",
        "Fjell am Sund, Jun 14, 2024 (NWA)",
    ],
)
def test_a_dateline_begins_with_a_capital_of_any_alphabet(place: str) -> None:
    dating = read_dateline(f"{place} Überall bebte es.", [])
    assert dating
    assert dating.moment == NOON


@pytest.mark.parametrize("day", ["14 HAZİRAN 2024", "HAZİRAN 14, 2024", "14 Haziran 2024"])
def test_a_dateline_may_have_its_month_in_capitals_of_turkish(day: str) -> None:
    dating = read_dateline(f"ÖSTHEİM, {day} (oda) - Feribot yine gecikti.", [])

    assert dating
    assert dating.moment == NOON


def test_a_dateline_without_year_takes_it_from_a_caption_of_the_week_before_only() -> None:
    lead = "MIROVAR, June 14 (Orle Press) - A quake."

    assert read_dateline(lead, ["Seen on June 14, 2024."]) == Dating(
        NOON, "day", "MIROVAR, June 14 (Orle Press) - … Seen on June 14, 2024."
    )
    assert read_dateline(lead, ["Seen on June 1, 2024.", "No date here."]) is None
    assert read_dateline(lead, ["Seen on June 15, 2024."]) is None
    assert read_dateline(lead, ["Seen on June 31, 2024."]) is None


def test_without_a_place_an_agency_must_stand_behind_the_date() -> None:
    dating = read_dateline("June 14, 2024 (Orle Press) - A quake.", [])

    assert dating == Dating(NOON, "day", "June 14, 2024 (Orle Press) -")
    assert read_dateline("June 14, 1976 - the day of the quake - is a feast.", []) is None


def test_a_date_later_in_the_text_is_no_dateline() -> None:
    assert read_dateline("The quake of June 14, 2024 - a small one - is over.", []) is None


def test_the_year_of_a_dateline_is_the_one_after_that_of_a_caption_at_new_year() -> None:
    dating = read_dateline("MIROVAR, Jan. 2 (Orle Press) - A quake.", ["Seen on Dec. 30, 2024."])

    assert dating is not None
    assert dating.moment == datetime(2025, 1, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize("stated", ["2024", "2024-06"])
def test_a_dateline_without_year_takes_it_from_what_is_stated_beside(stated: str) -> None:
    beside = read_stated_date(stated, "stated in wire.toml")

    dating = read_dateline("MIROVAR, June 14 (Orle Press) - A quake.", [], beside)

    evidence = f"MIROVAR, June 14 (Orle Press) - … {stated}, stated in wire.toml"
    assert dating == Dating(NOON, "day", evidence)


def test_a_dateline_of_another_month_than_is_stated_beside_stays_without_year() -> None:
    beside = read_stated_date("2024-07", "")

    assert read_dateline("MIROVAR, June 14 (Orle Press) - A quake.", [], beside) is None


def test_a_day_that_no_year_has_is_no_dateline() -> None:
    assert read_dateline("MIROVAR, June 31 (Orle Press) - A quake.", ["On June 30, 2024."]) is None


def test_of_several_stamps_the_earliest_is_the_publication() -> None:
    first, second = (Dating(NOON.replace(day=day), "day", "") for day in (14, 15))

    assert choose_stamp([second, first]) == first
    assert choose_stamp([]) is None


@pytest.mark.parametrize(
    ("text", "precision", "moment"),
    [
        ("2024", "year", "2024-01-01T12:00"),
        ("2024-06", "month", "2024-06-01T12:00"),
        ("June 2024", "month", "2024-06-01T12:00"),
        ("2024-06-14", "day", "2024-06-14T12:00"),
        ("20240614", "day", "2024-06-14T12:00"),
        ("14 June 2024", "day", "2024-06-14T12:00"),
        ("2024/6/14", "day", "2024-06-14T12:00"),
        ("14-JUN-2024 09:30:00.00", "day", "2024-06-14T12:00"),
        ("2024-06-14T09:30:00", "day", "2024-06-14T12:00"),
        ("2024-06-14 09:30:00+02:00", "instant", "2024-06-14T07:30"),
        ("2024-06-14T09:30:00.123Z", "instant", "2024-06-14T09:30"),
        ("20240614T093000+0000", "instant", "2024-06-14T09:30"),
        ("Fri, 14 Jun 2024 09:30:00 GMT", "instant", "2024-06-14T09:30"),
        ("Fri, 14 Jun 2024 09:30:00 -0700", "instant", "2024-06-14T16:30"),
        ("Fri, 14 Jun 2024 09:30:00 EDT", "instant", "2024-06-14T13:30"),
        ("Fri Jun 14 09:30:00 EDT 2024", "instant", "2024-06-14T13:30"),
        ("Fri Jun 14 09:30:00 +0000 2024", "instant", "2024-06-14T09:30"),
        ("Fri Jun 14 09:30:00 CEST 2024", "instant", "2024-06-14T07:30"),
        ("Fri Jun 14 09:30:00 BST 2024", "day", "2024-06-14T12:00"),  # Dhaka's or London's
        ("Fri Jun 14 09:30:00 GMT+02:00 2024", "instant", "2024-06-14T07:30"),
        ("2024-06-14T09:30:00+02:00[Europe/Oslo]", "instant", "2024-06-14T07:30"),
        ("2024-06-14 09:30:00-04", "instant", "2024-06-14T13:30"),
        ("14.06.2024", "day", "2024-06-14T12:00"),
        ("Fri Jun  7 09:30:00 2024", "day", "2024-06-07T12:00"),
        (
            "Fri Jun 14 2024 09:30:00 GMT-0400 (Eastern Daylight Time)",
            "instant",
            "2024-06-14T13:30",
        ),
    ],
)
def test_a_stated_date_is_known_as_exactly_as_it_is_stated(
    text: str, precision: str, moment: str
) -> None:
    dating = read_stated_date(text, "stated in wire.toml")

    assert dating is not None
    assert dating.moment is not None
    assert (dating.precision, dating.moment.isoformat()) == (precision, f"{moment}:00+00:00")
    assert dating.evidence == f"{text}, stated in wire.toml"


@pytest.mark.parametrize("text", ["1718357400", "1718357400000", "1718357400.25"])
def test_seconds_since_1970_are_an_instant_and_shown_as_one(text: str) -> None:
    dating = read_stated_date(text, "the field 'date' of line 3")

    assert dating is not None
    assert dating.precision == "instant"
    assert dating.moment == datetime(2024, 6, 14, 9, 30, tzinfo=UTC)
    assert dating.evidence == f"2024-06-14T09:30:00Z ({text}), the field 'date' of line 3"


def test_seconds_that_are_midnight_are_a_day() -> None:
    dating = read_stated_date("1718323200000", "")

    assert dating == Dating(NOON, "day", "2024-06-14 (1718323200000)")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2024-02-31",
        "31 February 2024",
        "2024-13",
        "0000",
        "24",
        "14/06/24",
        "4/3/18",
        "31/31/18",
        "171835140",
        "9999999999",
        "1999061409",
        "06/07/2024",
        "Fri Jun 31 09:30:00 2024",
    ],
)
def test_what_is_no_date_states_none(text: str) -> None:
    assert read_stated_date(text, "") is None


@pytest.mark.parametrize("text", ["9999-12-31", "0001-01-01", "0024-06-25", "December 31, 9999"])
def test_a_year_that_no_news_is_of_is_a_slip(text: str) -> None:
    assert read_stated_date(text, "") is None


def test_a_day_in_a_place_line_may_have_an_article_of_its_language() -> None:
    french = read_dateline("KORRIN, le 18 mars 2025 - Le barrage est fermé.", [])
    german = read_dateline("KORRIN, den 18. März 2025 - Das Wehr ist zu.", [])

    assert french
    assert german
    assert french.moment == german.moment == datetime(2025, 3, 18, 12, tzinfo=UTC)
