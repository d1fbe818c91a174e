"""Seeds that are too large, too strange or too empty: right results, and none takes for ever.

Nothing here is timed but by the limit that every test has, which a quadratic rule does not meet.
"""

import json
from collections import Counter

import pytest

from sitegen.ingest import parse_seed
from sitegen.model.seed import Intake, Parsed, SeedFile

LEAD = "A ferry carrying 312 people ran onto a sandbank in thick fog early on Tuesday."
OTHER = "Flights were halted for 48 minutes on Sunday by a single sheep on the runway."
TOWNS = ["Havnsund", "Larkmoor", "Port Ellery", "Brekke", "Grayle", "Solanza", "Tarn", "Orrest"]
MANY = 100_000


def parse(text: str, name: str = "a.txt") -> Parsed:
    return parse_seed(Intake(SeedFile(name, text.encode())))


def write_paragraph(number: int) -> str:
    return (
        f"On day {number} the harbour master of {TOWNS[number % 8]} counted {number * 7 + 3} boats"
        " and wrote their number into the book that lies open at the quay."
    )


def write_article(number: int) -> str:
    return (
        f"{TOWNS[number % 8]} Counts {number} Boats\n\n{write_paragraph(number)}\n\n"
        f"Clerk {number} is not sure who reads page {number} of the book, or ever did."
    )


def test_a_fault_of_the_reader_costs_that_file_alone_and_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_: object) -> object:
        raise IndexError("list index out of range")

    monkeypatch.setattr("sitegen.ingest.parse.drop_recurring", fail)

    parsed = parse(write_article(1))

    assert not parsed.articles
    assert len(parsed.lines) == 5
    (problem,) = parsed.problems
    assert problem.severity == "quarantined"
    assert "sitegen has a fault that this text shows (IndexError: list" in problem.message


def list_messages(parsed: Parsed) -> list[str]:
    return [problem.message for problem in parsed.problems]


def test_an_article_of_two_megabytes_is_one_and_whole() -> None:
    paragraphs = [write_paragraph(number) for number in range(16_000)]

    parsed = parse("\n\n".join(["Harbour Master Counts Every Boat", *paragraphs]))

    assert sum(map(len, paragraphs)) > 2_000_000
    assert [block.text for block in parsed.articles[0].blocks] == paragraphs
    assert len(parsed.articles) == 1


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.jsonl"])
def test_an_article_of_two_megabytes_on_one_line_is_one_and_whole(name: str) -> None:
    title = "Harbour Master Counts Every Boat"
    text = " ".join(write_paragraph(number) for number in range(16_000))
    written = {
        "a.md": f"# {title}\n\n{text}\n",
        "a.html": f"<h1>{title}</h1><p>{text}</p>",
        "a.jsonl": json.dumps({"title": title, "text": text}),
    }

    parsed = parse(written.get(name, f"{title}\n\n{text}\n"), name)

    assert [article.title for article in parsed.articles] == [title]
    assert [block.text for block in parsed.articles[0].blocks] == [text]
    assert not parsed.problems


@pytest.mark.parametrize("between", ["\n\n\n\n", "\n----------\n", "\n\n* * *\n\n"])
def test_five_thousand_articles_in_one_file_are_five_thousand(between: str) -> None:
    parsed = parse(between.join(map(write_article, range(5_000))))

    assert len(parsed.articles) == 5_000
    assert {len(article.blocks) for article in parsed.articles} == {2}
    assert parsed.articles[-1].title == "Orrest Counts 4999 Boats"
    assert not parsed.problems


def test_a_sentence_a_hundred_thousand_times_is_said_once() -> None:
    parsed = parse(f"{LEAD}\n" * MANY)

    assert [block.text for block in parsed.articles[0].blocks] == [LEAD]
    assert Counter(fate.rule for fate in parsed.lines) == {
        "text": 1,
        "repeated paragraph": MANY - 1,
    }


@pytest.mark.parametrize("line", ["Share", "Ferry Runs Aground"])
def test_a_line_without_text_a_hundred_thousand_times_is_no_article(line: str) -> None:
    parsed = parse(f"{line}\n" * MANY)

    assert not parsed.articles
    assert len(parsed.lines) == MANY
    assert {fate.kind for fate in parsed.lines} == {"noise"}
    assert list_messages(parsed) == [
        "no article in it: every line is noise; 'sitegen explain' says why"
    ]


def test_a_file_of_captions_holds_no_article() -> None:
    parsed = parse("\n\n".join(f"The ferry at {town}. (Northern Wire)" for town in TOWNS))

    assert not parsed.articles
    assert list_messages(parsed) == [
        "no article in it: every line is noise; 'sitegen explain' says why"
    ]


def test_a_file_of_buttons_holds_no_article() -> None:
    parsed = parse(
        "Share\nTweet\nPrint\nSubscribe\nLog in\nMenu\n3\nRead more\nAccept all cookies\n"
    )

    assert not parsed.articles
    assert {fate.kind for fate in parsed.lines} == {"noise"}
    assert list_messages(parsed) == [
        "no article in it: every line is noise; 'sitegen explain' says why"
    ]


def test_two_articles_with_one_headline_stay_two() -> None:
    parsed = parse(f"Harbour Shut\n\n{LEAD}\n\n\n\nHarbour Shut\n\n{OTHER}\n")

    assert [article.title for article in parsed.articles] == ["Harbour Shut"] * 2
    assert [article.blocks[0].text for article in parsed.articles] == [LEAD, OTHER]


def test_one_text_under_two_headlines_is_two_articles() -> None:
    text = f"{LEAD}\n\n{write_paragraph(1)}"

    parsed = parse(f"Ferry Runs Aground\n\n{text}\n\n\n\nFog Puts a Ferry on Sand\n\n{text}\n")

    one, other = parsed.articles
    assert (one.title, other.title) == ("Ferry Runs Aground", "Fog Puts a Ferry on Sand")
    assert one.blocks == other.blocks
    assert len(one.blocks) == 2


def test_an_article_of_forty_words_is_one() -> None:
    text = (
        "The harbour master closed the channel until the tide had turned on Friday, and two tugs"
        " were called from the yard at Brekke to wait."
    )

    parsed = parse(f"Ferry Runs Aground\n\n{LEAD}\n\n{text}\n")

    assert len(f"{LEAD} {text}".split()) == 40
    assert [block.text for block in parsed.articles[0].blocks] == [LEAD, text]


SCRIPTS = {
    "Chinese": [
        "渡轮在浓雾中搁浅",
        "一艘载有三百一十二人的渡轮周二清晨在浓雾中驶上沙洲，所有乘客均获救。",
        "港务局长说：“航道将关闭到周五涨潮为止。”",
    ],
    "Japanese": [
        "霧の中でフェリーが座礁",
        "火曜日の早朝、三百十二人を乗せたフェリーが濃い霧の中で砂州に乗り上げた。",
        "港長は「金曜日に潮が変わるまで水路を閉鎖する」と語った。",
    ],
    "Korean": [
        "안개 속 여객선 좌초",
        "화요일 이른 아침 삼백십이 명을 태운 여객선이 짙은 안개 속에서 모래톱에 올라앉았다.",
        "항만장은 금요일에 조수가 바뀔 때까지 수로를 닫는다고 말했다.",
    ],
    "Arabic": [
        "عبارة تجنح في الضباب",
        "جنحت عبارة تقل ثلاثمئة واثني عشر راكبا على ضفة رملية في ضباب كثيف فجر الثلاثاء.",
        "أغلق مدير الميناء القناة حتى انقلب المد يوم الجمعة، فمن يدفع ثمن الانتظار هناك؟",
    ],
    "Russian": [
        "Паром сел на мель в тумане",
        "Паром с тремястами двенадцатью пассажирами сел на мель в густом тумане во вторник.",
        "Начальник порта закрыл фарватер до смены прилива в пятницу и вызвал два буксира.",
    ],
    "Greek": [
        "Πλοίο προσάραξε στην ομίχλη",
        "Πλοίο με τριακόσιους δώδεκα επιβάτες προσάραξε σε αμμουδιά μέσα σε πυκνή ομίχλη.",
        "Ο λιμενάρχης έκλεισε τον δίαυλο μέχρι την αλλαγή της παλίρροιας την Παρασκευή.",
    ],
    "Hindi": [
        "कोहरे में नौका फँसी",
        "मंगलवार की सुबह घने कोहरे में तीन सौ बारह लोगों को ले जा रही एक नौका रेत पर चढ़ गई।",
        "बंदरगाह प्रमुख ने शुक्रवार को ज्वार बदलने तक मार्ग बंद रखा।",
    ],
}


@pytest.mark.parametrize("script", SCRIPTS)
def test_articles_in_any_script_have_headline_and_text(script: str) -> None:
    title, *paragraphs = SCRIPTS[script]

    article = parse("\n\n".join(SCRIPTS[script])).articles[0]

    assert article.title == title
    assert [(block.kind, block.text) for block in article.blocks] == [
        ("paragraph", text) for text in paragraphs
    ]
    assert not article.is_truncated
    assert not article.dek


def test_articles_in_several_scripts_are_parted() -> None:
    parsed = parse("\n\n\n\n".join("\n\n".join(lines) for lines in SCRIPTS.values()))

    assert [article.title for article in parsed.articles] == [
        lines[0] for lines in SCRIPTS.values()
    ]
