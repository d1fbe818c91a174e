"""Reports in brief are articles each; the sub-headings of one article part nothing."""

from sitegen.ingest import parse_seed
from sitegen.model.seed import Intake, SeedFile

BRIEFS = """Cheese theft

Burglars took 22 whole cheeses from the dairy at Upper Tolling on Monday night, and left the door \
open for the cat. The cheeses weigh four stone, so police believe that they had a van, and \
that crackers are now in danger, too.

{1}
A bench in memory of Betty Hulse was unveiled outside the school by three generations of those \
she had seen across the road.

{2}
The 41 bus will run again from October after a campaign by residents who had had no bus since \
the bridge was closed for repair.
"""
PARTS = """Heat pump is not a boiler

A pump gives lukewarm water for a long time, and radiators must be larger than those of a boiler.

Radiators
People spend money on the pump and not on radiators, said the engineer who has fitted both.

Noise
The pump is as loud as a boiler at three metres, the engineer said, and radiators make no noise.
"""


def read_titles(text: str) -> list[str]:
    seed = SeedFile("briefs.txt", text.encode())
    return [article.title for article in parse_seed(Intake(seed)).articles]


def test_short_headlines_that_stand_alike_each_begin_an_article() -> None:
    text = BRIEFS.replace("{1}", "Bench for Betty").replace("{2}", "Bridge bus back")
    assert read_titles(text) == ["Cheese theft", "Bench for Betty", "Bridge bus back"]


def test_the_parts_of_one_article_share_their_words_and_stay_together() -> None:
    assert read_titles(PARTS) == ["Heat pump is not a boiler"]


def test_one_short_line_alone_is_no_series() -> None:
    text = BRIEFS.replace("\n{1}\n", "\n").replace("{2}", "Bridge bus back")
    assert read_titles(text) == ["Cheese theft"]


def test_entries_of_a_report_with_the_clock_beside_them_stay_together() -> None:
    text = BRIEFS.replace("{1}", "12:40\nBench for Betty").replace("{2}", "13:05\nBridge bus back")
    assert len(read_titles(text)) == 1


GEESE = "Nine geese that had walked out of a pen at Wend were found in the waiting room at noon."
FONT = "The font of the church was found to be the lid of a boiler, made in a foundry at Wend."
DARTS = "The darts team of the Plough won by nine legs, and lost the cup in a taxi going home."
FLOOD = "A burst pipe filled the cellar of the bank, where forty deed boxes floated to the stairs."


def write_far_apart(*parts: tuple[str, str]) -> str:
    return "\n\n\n".join(f"{head}\n\n{text}\n\nNobody was hurt." for head, text in parts)


def test_a_question_far_from_the_text_above_begins_an_article_among_others() -> None:
    heads = ("Geese found", "Font is a lid", "Darts cup lost", "A flood in the bank?")
    text = write_far_apart(*zip(heads, (GEESE, FONT, DARTS, FLOOD), strict=True))
    assert read_titles(text) == [*heads]


def test_the_name_of_a_column_above_the_first_of_them_is_no_headline() -> None:
    heads = ("Geese found", "Font is a lid", "Darts cup lost", "Bank cellar full")
    text = write_far_apart(*zip(heads, (GEESE, FONT, DARTS, FLOOD), strict=True))
    assert read_titles(f"Wend Valley Echo - all we know - Tue 3 Nov\n{text}") == [*heads]


def write_letter(*parts: tuple[str, str]) -> str:
    greeting = "Good morning, and mind the ice, says Ida, who fell twice on the way to her desk, \
once on the bridge and once, to loud applause, on the steps of this house.\nHere is what to know \
before you go out, in as many words as you need."
    reports = (f"{head}\nBy Ola Brandt\n{text}\nRead more\n" for head, text in parts)
    return "\n".join(("THE WEND LETTER", "Tuesday, 3 November 2026", greeting, "", *reports))


def test_the_first_that_is_signed_as_the_others_are_stands_below_a_greeting() -> None:
    heads = ("Geese found", "Font is a lid", "Darts cup lost", "Bank cellar full")
    letter = write_letter(*zip(heads, (GEESE, FONT, DARTS, FLOOD), strict=True))
    links = "\n".join(f"{number} Boats at the Quay" for number in range(20))
    page = f"{letter}\nHome\nNews\nSport\nLog in\nShare\nPrint\nMenu\nSave\nSubscribe\n{links}"
    assert read_titles(page)[-4:] == [*heads]


def test_a_label_in_capitals_among_headlines_that_are_not_begins_no_article() -> None:
    heads = ("Geese found", "Font is a lid", "Darts cup lost", "Bank cellar full")
    text = write_letter(*zip(heads, (GEESE, FONT, DARTS, FLOOD), strict=True))
    number = "NUMBER OF THE DAY\nSo many have asked whether they may be town crier of Wend, where \
the post is unpaid, but comes with a hat and a bell and a licence to be heard from afar, though \
not on a Sunday, when the geese of the dean are asleep, nor on any day on which it rains."
    assert "NUMBER OF THE DAY" not in read_titles(f"{text}\n{number}")


FEED = """16 листопада
18:47
Трамвай три години чекав, доки лелека зійде з колії
Переглядів: 8 214
На маршруті у Орле вранці зупинився трамвай: посеред колії стояв лелека і нікуди не поспішав.
Лелека пішов лише тоді, коли водійка трамвая принесла йому сиру з дому своєї тітки.
Тепер лелека зимує в депо, і його щодня провідують усі, хто того ранку спізнився на роботу.
17:20
Хлібозавод знайшов рецепт 1958 року в піаніно
Переглядів: 5 930
Хлібозавод знову пектиме хліб із кмином за рецептом, який настроювач побачив у піаніно.
Технологічну картку поклав туди колишній директор, бо боявся, що її хтось викраде вночі.
13:38
Шахістка з Кам'яного обіграла дорослого чемпіона
Переглядів: 3 402
Четвертокласниця стала сенсацією турніру: шахістка перемогла чемпіона за 61 хід із ладді.
Тренує її дідусь, колишній бджоляр, який каже, що головне тут не боятися жертвувати.
"""


def test_a_clock_above_a_headline_with_its_readers_begins_an_article() -> None:
    headlines = [line for line in FEED.split("\n") if line.startswith(("Трам", "Хлібо", "Шах"))]
    assert read_titles(FEED) == [headlines[0], headlines[1], headlines[3]]


def test_short_reports_stand_below_a_word_that_is_another_each_time() -> None:
    text = """CULTURE

L'heure du bruit

Chaque mercredi on pourra crier, chanter et courir à la médiathèque. L'idée vient d'une école qui \
l'avait proposée par lettre. Ceux que le bruit dérange recevront un casque et un chocolat, car \
une heure de bruit est vite passée.

PRATIQUE
Coupures d'eau aux Capucins

L'eau sera coupée dans la rue du Four, puis dans tout le quartier des Capucins. Il s'agit de \
remplacer des vannes de 1934, et la régie conseille de remplir une casserole la veille.

NATURE
Marmottes sous la piste

Les marmottes ont creusé leurs galeries sous la piste quatre. Trois dameuses s'y sont déjà \
enfoncées, et il est interdit de réveiller une bête qui hiberne avant le mois d'avril.
"""
    titles = ["L'heure du bruit", "Coupures d'eau aux Capucins", "Marmottes sous la piste"]
    assert read_titles(text) == titles
