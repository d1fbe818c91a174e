"""Which language a text is in. Each sample is a news sentence or two of our own."""

import pytest

from sitegen.text.detect import detect_language

SAMPLES = {
    "da": "Færgen til Orle var igen forsinket, og ingen vidste, hvornår den ville sejle.",
    "nb": "Fergen til Orle var igjen forsinket, og ingen visste når den ville gå etter stormen.",
    "sv": "Färjan till Orle var åter försenad, och ingen visste när den skulle gå efter stormen.",
    "nl": "De veerboot naar Orle was weer te laat, en niemand wist wanneer hij zou gaan.",
    "fi": "Lautta Orleen oli taas myöhässä, eikä kukaan tiennyt, koska se lähtisi myrskyn jälkeen.",
    "it": "Il traghetto per Orle era di nuovo in ritardo e nessuno sapeva quando sarebbe partito.",
    "pl": "Prom do Orle znów był spóźniony i nikt nie wiedział, kiedy odpłynie po burzy.",
    "cs": "Trajekt do Orle měl opět zpoždění a nikdo nevěděl, kdy po bouři vypluje.",
    "sk": "Trajekt do Orle mal opäť meškanie a nikto nevedel, keď sa búrka skončila, čo bude.",
    "hu": "Az Orle felé tartó komp ismét késett, és senki sem tudta, mikor indul el a vihar után.",
    "ro": "Feribotul spre Orle a avut din nou întârziere și nimeni nu știa când va pleca.",
    "id": "Feri ke Orle kembali terlambat dan tidak ada yang tahu kapan akan berangkat.",
    "vi": "Chuyến phà đến Orle lại bị trễ và không ai biết khi nào nó sẽ đi sau cơn bão.",
    "uk": "Пором до Орла знову запізнився, і ніхто не знав, коли він піде після бурі.",
    "bg": "Фериботът за Орле отново закъсня и никой не знаеше кога ще тръгне след бурята.",
    "sr": "Трајект за Орле је поново каснио и нико није знао када ће кренути после олује.",
    "fa": "کشتی به اورله باز هم دیر کرد و هیچ کس نمی‌دانست که پس از طوفان کی می‌رود.",
    "ur": "اورلے جانے والی کشتی پھر دیر سے آئی اور کسی کو معلوم نہیں تھا کہ وہ کب چلے گی۔",
    "el": "Το πλοίο για το Όρλε άργησε πάλι.",
    "he": "המעבורת לאורלה איחרה שוב.",
    "ko": "오를레로 가는 배가 또 늦었다.",
    "th": "เรือข้ามฟากไปออร์เลมาสายอีกครั้ง",
    "ja": "折江へのフェリーはまた遅れた。",
    "zh": "开往奥尔港的渡轮又晚点了。",
}


@pytest.mark.parametrize("code", SAMPLES)
def test_a_sentence_is_enough(code: str) -> None:
    assert detect_language(SAMPLES[code]) == {"nb": "no"}.get(code, code)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ORLE 3, KESTREL 1",
        "Ivo Brandt, Åsa Lindqvær, Jeanne Corbel",
        "12,5 % → 13,1 %",
        "😀 🎉",
    ],
)
def test_what_tells_nothing_is_left_open(text: str) -> None:
    assert detect_language(text) == ""


def test_a_quotation_does_not_change_the_language() -> None:
    text = (
        "The mayor said “Die Fähre ist zu spät” and that she would not be there for the rest of it."
    )

    assert detect_language(text) == "en"


def test_two_languages_that_are_as_near_are_left_open() -> None:
    assert detect_language("og på til er var den det men som") == ""


def test_only_the_beginning_is_looked_at() -> None:
    assert detect_language("The ferry was late and so were we. " * 20 + "ж" * 1_000_000) == "en"
