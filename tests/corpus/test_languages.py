"""Whole articles in other languages, from the bytes of a seed to their summary: no nonsense."""

from pathlib import Path
from typing import NamedTuple

import pytest

from sitegen.corpus import summarize
from sitegen.ingest import parse_seed
from sitegen.model.article import Article
from sitegen.model.seed import Intake, SeedFile
from sitegen.text.slug import make_slug

CASES = Path(__file__).parents[1] / "cases" / "languages"


class Expected(NamedTuple):
    """What must be found: date, slug, the names in order of mention, how the summary ends."""

    date: str
    slug: str
    names: list[str]
    ends: str


EXPECTED = {
    "de": Expected(
        "2024-06-03",
        "nebel-legt-fahrverkehr-zwischen-orle-und-mirovar-lahm",
        ["Orle", "Mirovar", "Nordlicht", "Karin Holst", "Tobias Brandt"],
        "darunter z. B. zwei Schulklassen aus Kestrin.",
    ),
    "de-landtag": Expected(
        "",
        "landtag-in-kestrin-stimmt-fur-neuen-windpark",
        ["Sabine Ohlert", "Jens Wiegand", "FPO", "Freie Küste", "Karl-Heinz Dorn"],
        "sprach von einem wichtigen Signal für das Klima.",
    ),
    "de-hafen": Expected(
        "",
        "kestrin-baut-neuen-hafen-fur-480-millionen-kronen",
        ["Kestrin", "Hanne Dorfler", "Küste Nord", "Ole Wiegmann", "Nordlicht", "Maren Tjaden"],
        "2,5 Milliarden Kronen über zehn Jahre.",
    ),
    "fr": Expected(
        "2024-06-03",
        "le-brouillard-bloque-les-ferries-de-vaubrun",
        ["Vaubrun", "Sérac", "Armor Nord", "Jeanne Corbel", "Étienne Vasseur"],
        "aucun départ n'est prévu avant mardi matin.",
    ),
    "es": Expected(
        "2024-06-03",
        "la-niebla-paraliza-los-transbordadores-de-ortuno",
        ["Ortuño", "Marañal", "Costa Norte", "Lucía Marañón", "Pedro de la Vega"],
        "no prevé ninguna salida antes del martes.",
    ),
    "pt": Expected(
        "2024-06-03",
        "nevoeiro-paralisa-as-barcas-de-sobralia",
        ["Sobrália", "Vermoil", "Costa Clara", "Inês Falcão", "Duarte Quintela"],
        "não prevê nenhuma partida antes de terça-feira.",
    ),
    "ru": Expected(
        "2024-06-03",
        "туман-остановил-паромы-в-орловске",
        ["Орловск", "Мирный", "Анна Ветрова", "Иван Кречетов"],
        "не ждёт отправления раньше вторника.",
    ),
    "tr": Expected(
        "2024-06-03",
        "sis-orlekapida-vapur-seferlerini-durdurdu",
        ["Orlekapı", "Mirovar", "Elif Karasu", "Işık Demirhan"],
        "hiçbir seferin beklenmediğini söyledi.",
    ),
    "ar": Expected(
        "",
        "الضباب-يوقف-العبارات-في-مرسى-أورلا",
        [],
        "وقالت الشركة إنها لا تتوقع أي رحلة قبل يوم الثلاثاء.",
    ),
    "hi": Expected(
        "",
        "कोहरे-के-कारण-ओरला-की-नावें-बंद",
        [],
        "कंपनी ने कहा कि मंगलवार से पहले कोई नाव नहीं चलेगी।",
    ),
    "zh": Expected("", "大雾使奥尔港渡轮停航", [], "航运公司表示，周二之前不会有船开出。"),
    "ja": Expected(
        "",
        "濃霧で折江港のフェリーが欠航",
        [],
        "運航会社によると、火曜日より前に出る船はないという。",
    ),
}


def read(name: str) -> Article:
    (article,) = parse_seed(
        Intake(SeedFile(f"{name}.txt", (CASES / f"{name}.txt").read_bytes()))
    ).articles
    return article


def test_each_case_has_its_expectation() -> None:
    assert {path.stem for path in CASES.glob("*.txt")} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_an_article_is_read_in_its_own_language(name: str) -> None:
    article, expected = read(name), EXPECTED[name]
    summary = summarize(article)
    moment = article.dating.moment

    assert article.lang == name.partition("-")[0]
    assert (moment.date().isoformat() if moment else "") == expected.date
    assert make_slug(article.title) == expected.slug
    assert [mention.name for mention in summary.mentions] == expected.names
    assert summary.excerpt.endswith(expected.ends)
    assert len(article.blocks) == 4


@pytest.mark.parametrize("name", EXPECTED)
def test_small_words_tell_nothing_of_an_article(name: str) -> None:
    small = {
        "und",
        "für",
        "les",
        "des",
        "los",
        "que",
        "uma",
        "como",
        "для",
        "что",
        "bir",
        "için",
        "في",
        "के",
    }

    assert small.isdisjoint(summarize(read(name)).terms.words.split())


def test_what_is_stated_wins_and_the_language_of_the_site_is_the_last_resort() -> None:
    text = (CASES / "fr.txt").read_bytes()
    stated = SeedFile("a.txt", text, b'lang = "oc"', "a.toml")
    score = SeedFile("b.txt", b"Orle 3, Kestrel 1\n\nBrandt 12, Lindqvist 40, Osei 77, Marren 90.")

    assert [one.lang for one in parse_seed(Intake(stated)).articles] == ["oc"]
    assert {one.lang for one in parse_seed(Intake(score, (), "sv")).articles} <= {"sv"}
    assert [
        one.lang for one in parse_seed(Intake(SeedFile("a.txt", text), (), "fr-CA")).articles
    ] == ["fr-CA"]


def test_a_place_line_with_the_letters_of_an_agency_is_read_and_not_told() -> None:
    article = read("de-hafen")

    assert article.agency == "nwd"
    assert summarize(article).excerpt.startswith("Die Stadt Kestrin baut")
