"""Names in languages that there are no tables of: by capitals alone."""

import pytest

from sitegen.text.names import Name, find_names
from sitegen.text.names_by_shape import find_capitals


def find(text: str, language: str = "") -> list[str]:
    return [name for name, _ in find_capitals([text], language)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("прибыл Иван Петров", ["Иван Петров"]),
        ("Hier, le président a rencontré Jeanne Corbel à Vaubrun.", ["Jeanne Corbel", "Vaubrun"]),
        ("El barco llegó ayer. Nadie sabe por qué.", []),
        ("Ο υπουργός συνάντησε τον Νίκο Παππά.", ["Νίκο Παππά"]),
        ("la visita de Pedro de la Vega a Ortuño", ["Pedro de la Vega", "Ortuño"]),
        ("Wczoraj padało. Wczoraj Jan Nowak spał. Potem znalazł go Jan Nowak.", ["Jan Nowak"] * 2),
        ("Orle schläft. Ich bin gern in Orle und dort.", ["Orle", "Orle"]),
    ],
)
def test_runs_of_capitals_inside_sentences_are_names(text: str, names: list[str]) -> None:
    assert find(text) == names


def test_where_every_noun_has_a_capital_only_longer_runs_and_abbreviations_are_names() -> None:
    text = (
        "Gestern hat sich Karin Holst von der SPD im Bundestag mit ihren Freunden über die Lage"
        " der Fischer und über die Preise der Netze am Markt der Stadt gestritten."
    )

    assert find(text, "de") == ["Karin Holst", "SPD"]


def test_a_headline_in_capitals_has_no_names() -> None:
    assert find("LE FERRY DE VAUBRUN") == []
    assert find("vu: Un Deux Trois Quatre Cinq Six Sept Huit") == []


def test_behind_a_title_a_single_word_is_a_name_and_so_is_it_elsewhere() -> None:
    text = (
        "Die Reederei Nordlicht fährt nach Auskunft der Stadt am Montag die Insel Mirovar an."
        " Auf Mirovar warten die Menschen seit Tagen auf Schiffe der Reederei und auf Nachricht."
    )

    assert find(text, "de") == ["Nordlicht", "Mirovar", "Mirovar"]


def test_an_adjective_that_opens_a_sentence_makes_no_name_of_the_noun_behind_it() -> None:
    text = (
        "Dichter Nebel hat am Montag den Verkehr zwischen den Inseln und der Stadt gestört."
        " Karin Holst sah die Schiffe im Hafen der Stadt und die Menschen auf dem Markt."
    )

    assert find(text, "de") == ["Karin Holst"]


def test_a_surname_alone_is_the_one_person_named_before() -> None:
    text = "Hier, Jeanne Corbel dort, puis Corbel, et Odile Marren avec Ivo Marren, puis Marren"

    assert find_capitals([text], "fr") == [
        ("Jeanne Corbel", "Jeanne Corbel"),
        ("Jeanne Corbel", "Corbel"),
        ("Odile Marren", "Odile Marren"),
        ("Ivo Marren", "Ivo Marren"),
        ("Marren", "Marren"),
    ]


def test_small_words_that_open_a_sentence_and_times_are_no_names() -> None:
    assert find("Nach Auskunft will Karin Holst bis Anfang März reisen.", "de") == ["Karin Holst"]
    assert find("dijo: «Hemos visto a Lucía Marañón».", "es") == ["Lucía Marañón"]


def test_the_english_model_is_not_asked_about_other_languages() -> None:
    text = "Le président de la région a rencontré hier Jeanne Corbel pour parler de la pêche."

    assert find_names([text]) == (Name("Jeanne Corbel", "other", 1, ("Jeanne Corbel",)),)
