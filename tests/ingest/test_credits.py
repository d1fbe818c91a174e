import pytest

from sitegen.ingest.bylines import is_remark, read_agency, read_byline
from sitegen.ingest.caption_labels import is_captioned
from sitegen.ingest.credits import has_credit, split_caption
from sitegen.ingest.lines import Line, make_line
from sitegen.ingest.photographers import read_lone_credit
from sitegen.model.article import Caption


def line(text: str) -> Line:
    return make_line(text)


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("The mayor at noon. (AFN)", Caption("The mayor at noon.", "AFN")),
        (
            "The mayor (Orle Press/Ana Ilić, File)",
            Caption("The mayor", "Orle Press/Ana Ilić, File"),
        ),
        (
            "The mayor, 31 May. NORTHERN WIRE/Ida Fellgate/File Photo Purchase Licensing Rights",
            Caption("The mayor, 31 May.", "NORTHERN WIRE/Ida Fellgate/File Photo"),
        ),
        (
            "The mayor of Orle at noon. Ivo Brandt | Orle Football Club | Getty Images",
            Caption("The mayor of Orle at noon.", "Ivo Brandt | Orle Football Club | Getty Images"),
        ),
        (
            "The Ferry Is Gone. Opinion | The Orle Ledger",
            Caption("The Ferry Is Gone. Opinion | The Orle Ledger", ""),
        ),
        ("The mayor at noon. Photo: Ida Fellgate", Caption("The mayor at noon.", "Ida Fellgate")),
        (
            "The mayor at noon. Photographer: Ida Fell/Wire Photographer: Ida Fell/Wire",
            Caption("The mayor at noon.", "Ida Fell/Wire"),
        ),
        ("The mayor at noon Photographer: Ida Fell", Caption("The mayor at noon", "Ida Fell")),
        (
            "She asked a photographer: Ida Fell of Orle",
            Caption("She asked a photographer: Ida Fell of Orle", ""),
        ),
        ("The mayor (left) at noon", Caption("The mayor (left) at noon", "")),
        (
            "The mayor at noon. IDA FELL FOR THE WIRE",
            Caption("The mayor at noon.", "IDA FELL FOR THE WIRE"),
        ),
        ("FT (HT 11-16)", Caption("FT (HT 11-16)", "")),
        ("The mayor's report (PDF, 3.1 MB)", Caption("The mayor's report (PDF, 3.1 MB)", "")),
        ("Town Bans Boats (And Some Carts)", Caption("Town Bans Boats (And Some Carts)", "")),
        ("21 May [Research] [Materials]", Caption("21 May [Research] [Materials]", "")),
        (
            "The weir on a quiet morning © Ida Fell",
            Caption("The weir on a quiet morning", "Ida Fell"),
        ),
        (
            "The weir at noon. Åse Lind for the Wire",
            Caption("The weir at noon.", "Åse Lind for the Wire"),
        ),
        ("The weir.—Émile Ost / Wire", Caption("The weir.", "Émile Ost / Wire")),
        ("The weir at noon. Photo © Ida Fell", Caption("The weir at noon.", "Ida Fell")),
        ("Ida Fell at the weir. 📷 Orle Press", Caption("Ida Fell at the weir.", "Orle Press")),
        (
            "Fell in ‘The Weir.’ Courtesy of Orle",
            Caption("Fell in ‘The Weir.’", "Courtesy of Orle"),
        ),
        (
            "La diga di Orle a mezzogiorno (foto Fell)",
            Caption("La diga di Orle a mezzogiorno", "Fell"),
        ),
        (
            "The pilot at noon Credit: The Ledger/L. Fell",
            Caption("The pilot at noon", "The Ledger/L. Fell"),
        ),
        ("The Orle Ledger © Orle Press", Caption("The Orle Ledger © Orle Press", "")),
        ("It is free, courtesy of the mayor", Caption("It is free, courtesy of the mayor", "")),
        (
            "We Moved the Old Ferry in a Single Night. Nobody Noticed",
            Caption("We Moved the Old Ferry in a Single Night. Nobody Noticed", ""),
        ),
        (
            "What am I to do about his goat? — SLEEPLESS IN SALTBY",
            Caption("What am I to do about his goat? — SLEEPLESS IN SALTBY", ""),
        ),
        ("The mayor. " + "x" * 2000, Caption("The mayor. " + "x" * 2000, "")),
    ],
)
def test_a_caption_parts_into_what_it_shows_and_who_took_it(text: str, caption: Caption) -> None:
    assert split_caption(text) == caption


def test_sentences_carry_no_credit() -> None:
    assert not has_credit(line("The union and/or the owner will pay, she said."))
    assert not has_credit(line("x" * 2000 + " (AFN)"))
    assert not has_credit(line('"The soil remembers": a talk with Prof. Ida Fellgate'))


def test_a_licensing_offer_makes_a_caption() -> None:
    assert has_credit(line("The mayor at noon. Purchase Licensing Rights"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("By Ida Fellgate", "Ida Fellgate"),
        ("By Ida Fellgate & Tom Marwick", "Ida Fellgate & Tom Marwick"),
        ("BY: Ida Fellgate and Tom Marwick", "Ida Fellgate and Tom Marwick"),
        ("Reporting by Ida Fellgate in Havnsund; editing by Tom Marwick", "Ida Fellgate"),
        ("Contributing: Ida Fellgate, ORLE TODAY; The Wire Service", "Ida Fellgate, ORLE TODAY"),
        ("Par Ida Fellgate (envoyée spéciale à Samari)", "Ida Fellgate"),
        ("From our correspondent Ida Fellgate", "Ida Fellgate"),
        ("By Ida Fellgate, 9 March 2026", ""),
        ("By the time the ferry had sailed, it was noon.", ""),
        ("Bystanders cheered", ""),
    ],
)
def test_a_byline_names_who_wrote(text: str, name: str) -> None:
    assert read_byline(line(text)) == name


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("(Meridian News Agency)", "Meridian News Agency"),
        ("Source: Northern Wire", "Northern Wire"),
        ("Agencies: Northern Wire, Orle Press", "Northern Wire, Orle Press"),
        ("The agency (Northern Wire) said so.", ""),
        ("(Northern Wire and agencies)", "Northern Wire and agencies"),
        ("(nwd)", "nwd"),
        ("(with a photo of the goose)", ""),
        ("($1 = 0.92 talars)", ""),
        ("[A ferry on a sandbank]", ""),
        ("(06:31)", ""),
        ("[1:06:31]", ""),
        ("(2024)", ""),
        ("(Friday)", ""),
    ],
)
def test_a_line_that_is_only_a_credit_names_the_agency(text: str, agency: str) -> None:
    assert read_agency(line(text)) == agency


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("[A ferry on a sandbank in thick fog]", True),
        ("[end of the notebook, two pages torn]", True),
        ("( PHOTOS: The ferry on the bank)", True),
        ("(GRAPHIC - The tides of the sound)", True),
        ("(Editor’s note: the name of the pilot has been changed)", False),
        ("[The name of the pilot has been changed.]", False),
        ("[a ferry] ran onto [the bank]", False),
        ("(with a photo of the goose)", False),
    ],
)
def test_what_stands_in_brackets_is_a_remark_or_text(text: str, is_one: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_remark(line(text)) == is_one


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("(Photo by Ida Fellgate/Meridian Images)", "Ida Fellgate/Meridian Images"),
        ("(Northern Wire photo)", "Northern Wire"),
        ("(NW Photo/Ida Fellgate)", "NW Photo/Ida Fellgate"),
        ("Meridian Images", "Meridian Images"),
    ],
)
def test_a_credit_may_stand_in_brackets_or_be_the_name_of_an_archive(
    text: str, credit: str
) -> None:
    assert read_lone_credit(make_line(text)) == credit


@pytest.mark.parametrize(
    "text", ["(Northern Wire)", "(She holds up a photo)", "Moving images", "Images", "(Laughter)"]
)
def test_other_words_in_brackets_are_no_credit(text: str) -> None:
    assert read_lone_credit(make_line(text)) == ""


def test_a_number_before_a_heading_is_no_caption() -> None:
    assert not has_credit(make_line("1. The Farm Comes Up"))


@pytest.mark.parametrize("text", ["EUR/USD", "Video/Photo", "Rain/Snow"])
def test_one_word_beside_another_is_no_credit(text: str) -> None:
    assert read_lone_credit(line(text)) == ""


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Reuters/Handout", "Reuters/Handout"),
        ("MERIDIAN/FILE", "MERIDIAN/FILE"),
        ("Meridian/Bo Ek", "Meridian/Bo Ek"),
        ("(Credit: Ada Sorano/Ledger)", "Ada Sorano/Ledger"),
        ("Image: Ada D. Sorano on Flickr", "Ada D. Sorano on Flickr"),
        ("ADA SORANO / Ledger", "ADA SORANO / Ledger"),
        ("Special to the Ledger / ADA SORANO", "Special to the Ledger / ADA SORANO"),
        ("Bild: Der Präsident ist krank", ""),
        ("Home / Cities / Orle", ""),
        ("NEWS / SPORT", ""),
    ],
)
def test_a_credit_may_have_initials_and_a_slash(text: str, credit: str) -> None:
    assert read_lone_credit(line(text)) == credit


def test_a_short_form_with_stops_ends_no_sentence_above_a_credit() -> None:
    assert not has_credit(line("More Evidence U.S. Ferry Trade Is Stalling"))


def test_a_credit_may_be_glued_to_its_caption_by_dots() -> None:
    glued = split_caption("He has mended many machines.Credit...Bo Ek for The Ledger")

    assert glued == Caption("He has mended many machines.", "Bo Ek for The Ledger")
    assert split_caption("PICTURED: A nurse. Pic: Bo Ek").credit == "Bo Ek"
    assert read_lone_credit(make_line("Credit: Bo Ek (CC BY 4.0)")) == "Bo Ek (CC BY 4.0)"


def test_the_way_to_the_post_before_is_no_caption() -> None:
    assert not is_captioned(make_line("← Wildcats fall to Millbrook 21-14"))
    assert is_captioned(make_line("← The mayor at the quay on Friday."))


def test_an_entry_of_a_match_carries_no_credit() -> None:
    entries = (
        "58 min: GOAL! Harwick 2-1 Orle (Reed)",
        "90+4 min: Saved again. (Reed, pen)",
        "31' Reed.",
    )
    assert not any(has_credit(make_line(text)) for text in entries)


def test_initials_behind_a_report_are_no_credit() -> None:
    text = "The two men had been promised a reward, the inspector said. NWA XYZ ABC"
    assert not has_credit(make_line(text))


@pytest.mark.parametrize(
    ("shown", "behind", "credit"),
    [
        ("Le quai, le 28 mars 2025.", "IDA MÉR POUR « LE QUAI »", "IDA MÉR POUR « LE QUAI »"),
        ("La barca, en el muelle.", "Cedida por un vecino", "un vecino"),
        ("Il traghetto nel porto di Samari", "(ansa)", "ansa"),
        ("Most na rzece.", "Fot. Ida Fellgate/Kurier", "Ida Fellgate/Kurier"),
        ("Silta suljettiin maanantaina.", "Kuva: Ida Fellgate", "Ida Fellgate"),
        ("Мост закрыт.", "Фото: Ида Петрова / Вести", "Ида Петрова / Вести"),
        ("The swan on its nest", "(pic: Ida Fellgate)", "Ida Fellgate"),
    ],
)
def test_papers_of_many_countries_name_who_took_a_picture(
    shown: str, behind: str, credit: str
) -> None:
    assert split_caption(f"{shown} {behind}") == Caption(shown, credit)
    assert has_credit(line(f"{shown} {behind}"))


def test_brackets_of_east_asia_and_a_label_before_a_caption() -> None:
    assert split_caption("亀の駅長＝14日、港駅（港新聞社）") == Caption(
        "亀の駅長＝14日、港駅", "港新聞社"
    )
    labelled = "Photo: The swan on its nest (Ida Fellgate)"
    assert split_caption(labelled) == Caption("The swan on its nest", "Ida Fellgate")
    assert read_lone_credit(line("Photo: Ida Fellgate (Northern Wire)")) != ""


def test_how_an_agency_signs_its_last_paragraph_is_no_credit() -> None:
    text = "Repairs would take six weeks. (Reporting by Ida Fellgate; Editing by Ivo Brandt)"
    assert not has_credit(line(text))


@pytest.mark.parametrize(
    "day", ["Friday, 14 June 2024", "Friday 14 June", "June 2024", "Freitag, 14. Juni", "Friday"]
)
def test_a_day_in_brackets_is_no_credit(day: str) -> None:
    text = f"The last eleven boats will be sold by the harbour office ({day})."

    assert not has_credit(line(text))
    assert split_caption(text).credit == ""


@pytest.mark.parametrize("credit", ["April May", "The Sun", "Sun", "Northern Wire, 14 June 2024"])
def test_a_name_like_that_of_a_day_is_a_credit(credit: str) -> None:
    assert split_caption(f"The boats at noon. ({credit})").credit == credit


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Courtesy of Cape Tarn Light", "Cape Tarn Light"),
        ("© Provided by Carrow Courier", "Carrow Courier"),
        ("Rosa Fell / Radio Orle", "Rosa Fell / Radio Orle"),
        ("Rosa Fell / Books", ""),
        ("© 2026 Carrow Courier", ""),
    ],
)
def test_whose_picture_it_is_may_stand_alone(text: str, credit: str) -> None:
    assert read_lone_credit(line(text)) == credit


def test_a_credit_behind_three_dots_is_read_without_its_label() -> None:
    caption = split_caption("A passenger is lowered on Saturday. Credit...Jonas Wirz/Keyframe")

    assert caption == Caption("A passenger is lowered on Saturday.", "Jonas Wirz/Keyframe")


def test_initials_behind_an_abbreviation_are_no_credit() -> None:
    assert not has_credit(line("oprac. (KJ)"))


def test_what_a_page_says_where_it_cannot_play_a_recording_is_no_part_of_its_caption() -> None:
    said = "Media playback is unsupported on your device Media caption Ida Brandt on the pier"

    assert split_caption(said) == Caption("Ida Brandt on the pier", "")


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("Hanna przy moście (fot. archiwum)", Caption("Hanna przy moście", "archiwum")),
        ("Hanna przy moście / Fot. Urząd Gminy", Caption("Hanna przy moście", "Urząd Gminy")),
        ("Kucing di pasar. Foto: dok. Pasar Orle", Caption("Kucing di pasar.", "dok. Pasar Orle")),
        (
            "Кіт на мосту. Фото з архіву клубу «Орле»",
            Caption("Кіт на мосту.", "Фото з архіву клубу «Орле»"),
        ),
        ("駅に並ぶ豆腐=10日、有働撮影", Caption("駅に並ぶ豆腐=10日", "有働撮影")),
        ("入浴するクマ=組合提供", Caption("入浴するクマ", "組合提供")),
    ],
)
def test_papers_of_other_languages_sign_their_pictures(text: str, caption: Caption) -> None:
    assert has_credit(line(text))
    assert split_caption(text) == caption


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Photo : Radio-Orle / Ida Fellgate", "Radio-Orle / Ida Fellgate"),
        ("Fotos (2): Fellgate", "Fellgate"),
        ("Bild: Ida Fellgate", "Ida Fellgate"),
        ("Fot. Urząd Gminy", "Urząd Gminy"),
        ("写真：有働", "有働"),
    ],
)
def test_a_credit_alone_has_its_label_in_other_languages(text: str, credit: str) -> None:
    assert read_lone_credit(line(text)) == credit


def test_who_wrote_and_when_behind_a_last_sentence_is_no_credit() -> None:
    text = "Bis zum 11. Dezember will das Amt entscheiden. (Ida Fellgate, 17.11.2026)"
    assert not has_credit(line(text))
    assert line(text).is_sentence


@pytest.mark.parametrize(
    "text",
    [
        "Interview: Ida Fellgate",
        "Door: Ida Fellgate",
        "De notre correspondante, Ida Fellgate",
        "Por Ida Fellgate, orle+ Norte — Saltby",
    ],
)
def test_who_wrote_stands_behind_a_label(text: str) -> None:
    assert read_byline(line(text)).startswith("Ida Fellgate")


@pytest.mark.parametrize(
    ("text", "agency"), [("(NWA) Rma", "NWA"), ("Con información de Bo Ek", "Bo Ek")]
)
def test_an_agency_may_sign_with_who_wrote(text: str, agency: str) -> None:
    assert read_agency(line(text)) == agency


def test_an_agency_in_capitals_behind_the_last_sentence_of_a_report_is_no_credit() -> None:
    text = "Investment and demand were expected to remain strong until the year ends. NORDWIRE"

    assert not has_credit(make_line(text))
