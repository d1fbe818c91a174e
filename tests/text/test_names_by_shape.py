"""Names in languages that there are no tables of: by capitals alone."""

import pytest

from sitegen.text.names import Name, find_names
from sitegen.text.names_by_shape import find_capitals


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
    assert find_capitals([text]) == names


def test_where_every_noun_has_a_capital_only_longer_runs_and_abbreviations_are_names() -> None:
    text = (
        "Gestern hat sich Karin Holst von der SPD im Bundestag mit ihren Freunden über die Lage"
        " der Fischer und über die Preise der Netze am Markt der Stadt gestritten."
    )

    assert find_capitals([text]) == ["Karin Holst", "SPD"]


def test_a_headline_in_capitals_has_no_names() -> None:
    assert find_capitals(["LE FERRY DE VAUBRUN"]) == []
    assert find_capitals(["vu: Un Deux Trois Quatre Cinq Six Sept Huit"]) == []


def test_the_english_model_is_not_asked_about_other_languages() -> None:
    text = "Le président de la région a rencontré hier Jeanne Corbel pour parler de la pêche."

    assert find_names([text]) == (Name("Jeanne Corbel", "other", 1, ("Jeanne Corbel",)),)
