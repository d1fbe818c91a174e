from typing import Any

import pytest

from sitegen.ingest import parse_seed
from sitegen.ingest.above_heads import find_template, find_top
from sitegen.ingest.below_heads import is_above_stamp
from sitegen.ingest.lines import make_line
from sitegen.ingest.looks import look_at
from sitegen.ingest.outline import Item, outline
from sitegen.ingest.split import split_lines
from sitegen.model.seed import Intake, SeedFile

LEAD = "A ferry carrying 312 people ran onto a sandbank in thick fog early on Tuesday."
MORE = "The harbour master closed the channel until the tide had turned on Friday."
LAST = "The owner runs nine ferries across the sea, and had cancelled all of them."
OTHER = "Flights were halted for 48 minutes on Sunday by a single sheep on the runway."
REST = "Passengers were told to wait in the hall, where somebody sang for them until noon."
THIRD = "A second sheep was seen later that day, but did not come near to the runway at all."
FERRY = "Ferry Runs Aground off Havnsund"
SHEEP = "Sheep Closes Airport for an Hour"


def split(text: str) -> list[str]:
    lines = [make_line(line, number) for number, line in enumerate(text.split("\n"), start=1)]
    sections = split_lines(look_at(lines, lambda _: ""))
    assert [look.line.number for one in sections for look in one] == [line.number for line in lines]
    return ["\n".join(look.line.text for look in one).strip("\n") for one in sections]


@pytest.mark.parametrize(
    "second",
    [
        f"\n\n\n{SHEEP}\n{OTHER}",
        f"\n\n\n\n\n{SHEEP}\n\n{OTHER}",
        f"\n----------\n{SHEEP}\n{OTHER}",
        f"\n* * *\n{SHEEP}\n{OTHER}",
        f"\n-30-\n{SHEEP}\n{OTHER}",
        f"\nhttps://ledger.example/sheep\n{SHEEP}\n{OTHER}",
        f"\n{SHEEP}\nThe sheep (Northern Wire)\n{SHEEP}\n{OTHER}",
        f"\n{SHEEP}\nBy Tom Marwick\n{OTHER}\n{REST}\n{THIRD}",
        f"\n{SHEEP}\n14 June 2024\n{OTHER}\n{REST}\n{THIRD}",
        f"\n{SHEEP}\nBRACKWATER, June 16 (Northern Wire) - {OTHER}\n{REST}\n{THIRD}",
    ],
    ids=["gap", "wide gap", "ruled line", "stars", "end mark", "address", "repeated headline",
         "byline", "stamp", "place line"],
)  # fmt: skip
def test_a_headline_that_stands_apart_begins_an_article(second: str) -> None:
    sections = split(f"{FERRY}\n{LEAD}\n{MORE}{second}")

    assert len(sections) == 2
    assert sections[0].startswith(FERRY)
    assert OTHER in sections[1]
    assert SHEEP in sections[1]


def test_one_blank_line_parts_where_paragraphs_have_none() -> None:
    assert len(split(f"{FERRY}\n{LEAD}\n{MORE}\n{LAST}\n\n{SHEEP}\n{OTHER}\n{REST}\n{THIRD}")) == 2


@pytest.mark.parametrize(
    "second",
    [
        f"\n{SHEEP}\n{OTHER}",  # no distance
        f"\n{SHEEP}\nBy Tom Marwick\n{OTHER}\n-----\nNothing else.",  # a teaser
        f"\n\n\n{OTHER}\n{REST}",  # no headline
        f"\n\n\nThe runway was shut.\n{OTHER}",  # a sentence
        f"\n\n\nsheep closes airport\n{SHEEP}\nNothing else.",  # no text below it
        f"\n\n\nA LONG WAIT\n{OTHER}",  # a heading in capitals
        f"\n\n\n- Union’s questions -\n{OTHER}",  # a heading between dashes
        f"\n\n\nThe sheep on the runway. (Northern Wire)\n{OTHER}",  # a caption
        f"\n\n\nBy Tom Marwick\n{OTHER}",  # a byline
        f"\n\n\nRead more about it\n{OTHER}",  # noise
        f"\n\n\n@brackwater sheep here now\n{OTHER}",  # a post
        f"\n\n\n— Brackwater Air (@brackair)\n{OTHER}",  # what signs it
        f"\n\n\nwhat comes next\n{OTHER}",  # a label in lower case
        f"\n\n\nWhat he said:\n{OTHER}",  # an opening
        f"\n\n\nMost read\n{SHEEP}\n{FERRY}",  # a list of links
    ],
)
def test_what_is_no_headline_or_stands_not_apart_begins_none(second: str) -> None:
    assert len(split(f"{FERRY}\n{LEAD}\n\n{MORE}{second}")) == 1


def test_headings_between_paragraphs_that_all_have_gaps_begin_none() -> None:
    text = f"{FERRY}\n\n\n{LEAD}\n\n\n{MORE}\n\n\nA wait that was longer\n\n\n{OTHER}"

    assert len(split(text)) == 1


def test_a_wider_gap_than_paragraphs_have_parts() -> None:
    text = f"{FERRY}\n\n\n{LEAD}\n\n\n{MORE}\n\n\n\n\n{SHEEP}\n\n\n{OTHER}"

    assert len(split(text)) == 2


def test_what_stands_above_a_headline_goes_with_it() -> None:
    assert split(f"{FERRY}\n{LEAD}\n\n\n\nHome\nNews\n{SHEEP}\n\n{OTHER}")[1].startswith("Home")


def test_a_ruled_line_ends_the_article_above_it() -> None:
    assert split(f"{FERRY}\n{LEAD}\n-----\n{SHEEP}\n{OTHER}")[0].endswith("-----")


def test_an_address_stands_above_its_article() -> None:
    sections = split(f"{FERRY}\n{LEAD}\nhttps://ledger.example/sheep\n{SHEEP}\n{OTHER}")

    assert sections[1].startswith("https://")


def test_a_caption_said_twice_inside_the_text_begins_none() -> None:
    caption = "Tugs Wait for the Tide"

    assert len(split(f"{FERRY}\n{LEAD}\n{caption}\n{caption}\n{MORE}")) == 1


def test_a_text_said_again_under_another_headline_is_an_article() -> None:
    text = f"{LEAD}\n{MORE}"

    assert len(split(f"{FERRY}\n{text}\n\n\n\n{SHEEP}\n{text}")) == 2


def make_page(title: str, text: str) -> str:
    menu = "\n".join(f"{word} News" for word in ("Harbour", "Tide", "Town", "Sheep", "Boat", "Fog"))
    links = "\n".join(f"{number} Boats at the Quay" for number in range(20))
    buttons = "Skip to content\nHome\nLog in\nSign up\nShare"
    return f"Ledger\n{buttons}\n{menu}\n{title}\n{text}\n{links}"


def test_on_a_whole_page_gaps_and_marks_part_nothing() -> None:
    page = make_page(FERRY, f"{LEAD}\n{MORE}")

    assert len(split(f"{page}\n\n\n\n{SHEEP}\n{OTHER}\n*\n{SHEEP} Again\n{REST}")) == 1


def test_on_a_whole_page_a_ruled_line_parts() -> None:
    page = make_page(FERRY, f"{LEAD}\n{MORE}")

    assert len(split(f"{page}\n==========\n{SHEEP}\n{OTHER}\n{REST}\n{THIRD}")) == 2


def test_an_address_above_a_head_parts_even_pages_with_their_menus() -> None:
    menu = "\n".join(f"Menu entry {number}" for number in "abcdefghijkl")
    buttons = "Home\nShare\nPrint\nLog in\nSearch\nSubscribe"
    first = "The ferry ran aground on the bar at dawn, and its passengers waited for the tide."
    second = "A flock of sheep closed the airport for an hour, and the sheep were given tickets."
    text = (
        f"https://a.example/1\nFerry runs aground on bar\nBy Al Moe\n{first}\n{buttons}\n{menu}\n"
        f"https://b.example/2\nSheep close the airport again\nBy Ada Moll\n{second}\n"
    )
    articles = parse_seed(Intake(SeedFile("pages.txt", text.encode()))).articles
    assert [article.title for article in articles] == [
        "Ferry runs aground on bar",
        "Sheep close the airport again",
    ]


def test_pages_below_addresses_may_tell_of_the_same_matter() -> None:
    buttons = "\n".join(PAGE)
    links = "\n".join(f"{number} Boats at the Quay" for number in range(20))
    ferry = "The ferry lay aground on the bar at dawn, and its passengers waited for the tide."
    more = "Soup was made for them, and a ferry with blankets lay beside the bar by nine."
    other = "A ship with 90 people was stuck off Havnsund on Friday, and came off in the evening."
    text = (
        f"https://a.example/1\nFerry aground on bar\n14 June 2024 - 9:20\n{ferry}\n{more}\n"
        f"{buttons}\nhttps://b.example/2\nFerry passengers wait for tide\n"
        f"NWA, Havnsund, 14 June 2024, 16:05\n{other}\nNobody on board had been hurt, said NWA, "
        "though a cook was made an officer of the line on the spot for a kettle of pea soup.\n"
        f"{links}\n"
    )
    articles = parse_seed(Intake(SeedFile("pages.txt", text.encode()))).articles
    assert [article.title for article in articles] == [
        "Ferry aground on bar",
        "Ferry passengers wait for tide",
    ]


def test_a_line_below_dek_and_byline_is_of_their_head() -> None:
    head = f"{FERRY}\nNobody on board had seen the bank.\nBy Ida Fellgate\nNotes on a Foggy Coast\n"

    assert len(split(f"{head}14 June 2024\n{LEAD}\n{MORE}\n{LAST}")) == 1


def test_a_headline_below_a_text_that_is_signed_begins_an_article() -> None:
    text = f"{FERRY}\n{LEAD}\n{MORE}\n{LAST}\nBy Ida Fellgate\n"

    assert len(split(f"{text}{SHEEP}\n14 June 2024\n{OTHER}\n{REST}\n{THIRD}")) == 2


PAGE = ["Home", "News", "Sport", "Log in", "Share", "Print", "Menu", "Save", "Subscribe"]
MANY = [f"{number} Boats" for number in range(20)]
SANK = "Divers are to look at the hull of the ferry from underneath as soon as the fog is gone."
TEXT = f"{LEAD}\n{MORE}\n{LAST}\n{SANK}"
FENCE = "The airport is to have a fence before the summer, and the sheep are to have a field."
SECOND = f"{OTHER}\n{REST}\n{THIRD}\n{FENCE}"
MENUS = "\n".join([*PAGE, *MANY])


def heads(text: str) -> list[str]:
    return [one.title for one in parse_seed(Intake(SeedFile("a.txt", text.encode()))).articles]


def test_a_dek_between_stamp_and_byline_is_of_the_head() -> None:
    dek = "The animal had been seen near the runway before, and the field is to have a fence."
    head = f"{SHEEP}\nStand: 12.11.2026 18:05 Uhr\n{dek}\nBy Tom Marwick"

    assert heads(f"{MENUS}\n{FERRY}\nBy Ida Fell\n{TEXT}\nShare\n{head}\n{SECOND}") == [
        FERRY,
        SHEEP,
    ]


def test_a_headline_that_another_page_links_to_opens_its_article() -> None:
    head = "By Tom Marwick\nChief Reporter\nSheep Desk"
    first = f"{MENUS}\n{FERRY}\n{head}\n{TEXT}\nRead also\n{SHEEP}\nThird Pier Opens\nShare"

    assert heads(f"{first}\n{SHEEP}\n{head}\n{OTHER}\n{REST}\n{THIRD}") == [FERRY, SHEEP]


def test_what_stands_below_each_article_of_a_site_opens_none() -> None:
    below = "More news\nPublic notice: a footpath is closed\nNominations open for sheep of the year"
    pages = [
        f"{FERRY}\n5 November 2025\n{TEXT}",
        f"{SHEEP}\n6 November 2025\n{SECOND}",
    ]

    assert heads("\n".join([MENUS, pages[0], below, pages[1], below])) == [FERRY, SHEEP]


def test_the_slides_of_an_article_are_none_themselves() -> None:
    slides = [f"{n} of 3\n{name}\n{text}" for n, name, text in (
        (1, "Cape Tarn, Orelia", OTHER), (2, "Old Ness, Wold", REST), (3, "The Stack", THIRD),
    )]  # fmt: skip
    text = "\n".join([MENUS, FERRY, "By Ida Fell", "4 November 2025", *slides])

    assert heads(text) == [FERRY]


def test_a_name_alone_between_headline_and_stamp_is_a_head() -> None:
    about = "A sheep on the runway had closed the airport before, as the ferry had the channel."
    head = f"{SHEEP}\nMarcos Uría\n14/11/2026 a las 20:12h."

    assert heads(f"{MENUS}\n{FERRY}\nBy Ida Fell\n{TEXT}\n{about}\nShare\n{head}\n{SECOND}") == [
        FERRY,
        SHEEP,
    ]


def test_a_stamp_above_a_headline_is_of_its_article_and_no_link_above_the_stamp_heads_it() -> None:
    link, headline = "Runway to be a beach", "Flights halted by sheep on the runway"
    texts = (LAST, "", link, "", "13 June 2024, 8:10", headline, "", OTHER, "", REST)
    lines = [make_line(line, number) for number, line in enumerate(texts, start=1)]
    items = outline(look_at(lines, lambda _: ""), {}, is_page=True)
    said = [item.look.line.text for item in items]

    assert is_above_stamp(items, said.index(link))
    assert not is_above_stamp(items, said.index(headline))
    assert said[find_top(items, said.index(headline))] == "13 June 2024, 8:10"
    assert find_top(items, said.index(link)) == said.index(link)


def test_below_a_pointer_to_others_a_blank_line_parts_nothing() -> None:
    text = f"{FERRY}\n{LEAD}\n{MORE}\n{LAST}\n\n{{}}{SHEEP}\n{OTHER}\n{REST}\n{THIRD}"

    assert len(split(text.format(""))) == 2
    assert len(split(text.format("You may also like\n"))) == 1


def test_a_heading_behind_a_box_of_links_amid_the_text_begins_none() -> None:
    head = "Von Ida Fellgate\n14.05.2025, 17:20 Uhr\nTeilen\nMerken"
    first = [
        "Die Brücke über den Hafen wird erst im nächsten Jahr eröffnet, sagte der Bürgermeister.",
        (
            "Das Mittelteil, das im April kam, ist elf Zentimeter zu kurz, und keiner will es"
            " gewesen sein, weder das Werk noch das Büro, das die Pläne gezeichnet hat."
        ),
        (
            "Jemand soll bis zum Herbst klären, wer den Fehler gemacht hat, und seine Rechnung"
            " ist, wie der Bürgermeister sagte, schon bezahlt."
        ),
        (
            "Wer den Fehler gemacht hat, ist unklar: Das Büro zeigt auf die Stadt, die Stadt auf"
            " das Büro, und beide verweisen auf das Werk."
        ),
    ]
    second = [
        (
            "Für den Landkreis wird das Bauwerk teurer, denn statt vier rechnet die Stadt jetzt"
            " mit fünf Millionen Euro, von denen das Land die Hälfte trägt."
        ),
        "Im Haushalt ist dafür ein Posten gestrichen worden, der für Laternen gedacht war.",
        (
            "Die Opposition verlangte, wenigstens die Rampen freizugeben, weil man dort immerhin im"
            " Schatten sitzen könne, wenn es schon nicht weitergeht."
        ),
        (
            "Bis dahin bleibt den Radfahrern nur der Umweg über die Bundesstraße, auf der es keinen"
            " Streifen für sie gibt."
        ),
    ]
    box = "Lesen Sie auch\nWanderweg nach Erdrutsch wieder frei\nDie schönsten Freibäder am Deich"
    top = "Startseite\nLokales\nAnmelden\nE-Paper\nAnzeigen\nHafenbrücke wird später fertig"
    rest = "Newsletter\nJetzt kostenlos anmelden\nImpressum\nDatenschutz"
    heading = "Kosten steigen auf fünf Millionen Euro"
    page = "\n".join((top, head, *first, box, heading, *second, rest))

    articles = parse_seed(Intake(SeedFile("page.txt", page.encode()))).articles

    assert len(articles) == 1
    assert {*first, *second} <= {block.text for block in articles[0].blocks}


def test_lines_below_the_same_headline_are_each_looked_at_a_few_times() -> None:
    class Counting(list[Item]):
        asked = 0

        def __getitem__(self, place: Any) -> Any:  # as of any list
            self.asked += 1
            return super().__getitem__(place)

    texts = [text for one in range(300) for text in (SHEEP, "Sheep and Other News", f"Tide {one}")]
    looks = look_at([make_line(text) for text in texts], lambda _: "")
    items = Counting(outline(looks, {}, is_page=False))

    assert find_template(items)
    assert items.asked < 10 * len(items)
