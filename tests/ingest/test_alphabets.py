"""Bytes are in the encoding in which they are a language that is written so."""

import pytest

from sitegen.ingest.alphabets import find_by_language
from sitegen.ingest.decode import decode

# Each was read in letters of the Baltic or of Central Europe, by statistics of letters alone.
TEXTS = [
    ("cp1252", "À Noël, l'île aura une crèche. Le curé a prêté l'âne, et la mère Angèle la forêt."),
    ("cp1252", "A câmara aprovou a construção da ponte. Não terão portagem, disse a presidente."),
    (
        "cp1252",
        "Según él, mañana habrá más niños que sardinas. ¿Y la lluvia? También vino al muelle.",
    ),
    (
        "cp1252",
        "Åtta handlare sålde räkor på kajen. Taket är ännu inte på plats, sade Märta Öberg.",
    ),
    ("cp1252", "Átta kaupmenn seldu rækjur á bryggjunni. Þakið er ekki komið á enn, sagði Þórunn."),
    (
        "cp1252",
        "The café’s façade was the pride of Señora Muñoz, and of the naïve piñata she had hung.",
    ),
    (
        "cp1254",
        "Bugün hava çok güzel ve bu işi ondan daha iyi yapan yok, dedi gemi kaptanı Şule Iğdır.",
    ),
    (
        "cp1250",
        "Trajekt uvízl v mlze a cestující museli čekat až do rána, než se zvedla. Říká to kapitán.",
    ),
    (
        "iso8859_2",
        "Trajekt uvízl v mlze a lidé museli čekat, než se zvedla. Ale už je to jen tak za námi.",
    ),
    (
        "cp1257",
        "Keltas užplaukė ant seklumos, o keleiviai turėjo laukti iki ryto, sakė uosto kapitonas.",
    ),
]


@pytest.mark.parametrize(("encoding", "text"), TEXTS)
def test_a_short_text_is_in_the_encoding_of_its_language(encoding: str, text: str) -> None:
    data = text.encode(encoding)

    assert find_by_language(data) == encoding
    assert decode(data).text == text


def test_nothing_is_told_where_the_letters_are_not_those_of_the_language() -> None:
    assert (
        find_by_language("The ferry ran aground: ŁŁŁ and ŻŻŻ, and it is late.".encode("cp1250"))
        == ""
    )
    assert find_by_language("Паром сел на мель, и никто не знает почему.".encode("cp1251")) == ""
    assert find_by_language(b"ORLE 3, KESTREL 1 \xe9\xe8") == ""
