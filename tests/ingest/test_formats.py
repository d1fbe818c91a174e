import codecs
import gzip
import json
import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.ingest import parse_seed, read_lines
from sitegen.ingest.document import Facts
from sitegen.ingest.formats import find_format, read_documents
from sitegen.model.problem import Problem
from sitegen.model.seed import Intake, Parsed, SeedFile
from tests.patience import allow

LEAD = "A ferry carrying 312 people ran onto a sandbank in thick fog early on Tuesday."
TEXT = f"Ferry Runs Aground off Havnsund\n{LEAD}\nNobody was hurt, the harbour master said.\n"
RECORD = json.dumps({"title": "Ferry Runs Aground", "text": LEAD, "lang": "en", "date": "2024"})
ENDINGS = (".txt", ".md", ".html", ".htm", ".jsonl", ".txt.gz", ".MD.GZ", ".html.gz", ".jsonl.gz")


def parse(name: str, data: bytes, sidecar: str = "") -> Parsed:
    sidecar_name = "a.toml" if sidecar else ""
    return parse_seed(Intake(SeedFile(name, data, sidecar.encode(), sidecar_name)))


@pytest.mark.parametrize(
    "name", ["a", "gz", "a.gz", "a.doc", "a.json5", "txt", "a.txt.zip", "a.toml"]
)
def test_other_names_are_no_seeds(name: str) -> None:
    assert find_format(name) == ""


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_article_comes_out_of_each_format(ending: str) -> None:
    data = TEXT
    if "html" in ending or "htm" in ending:
        data = "".join(f"<p>{line}</p>" for line in TEXT.splitlines())
    if "jsonl" in ending:
        title, text = TEXT.split("\n", 1)
        data = json.dumps({"title": title, "text": text})
    packed = (
        gzip.compress(data.encode(), mtime=0) if ending.lower().endswith(".gz") else data.encode()
    )

    (article,) = parse(f"a{ending}", packed).articles

    assert article.title == "Ferry Runs Aground off Havnsund"
    assert [block.text for block in article.blocks] == TEXT.splitlines()[1:]


def test_a_sidecar_gives_facts_to_all_articles_of_a_file_but_a_title_to_one_alone() -> None:
    facts = 'title = "Fog"\nbyline = "Ida Fellgate"\nsource = "Wire"\ndate = 2024-06-14\n'
    facts += 'rights = "© Wire"\n'
    other = TEXT.replace("Ferry", "Sheep").replace("ferry", "sheep")

    (one,) = parse("a.txt", TEXT.encode(), facts).articles
    two = parse("a.md", f"# {TEXT}\n\n---\n\n# {other}".encode(), facts).articles

    assert (one.title, one.byline, one.source) == ("Fog", "Ida Fellgate", "Wire")
    assert {article.rights for article in (one, *two)} == {"© Wire"}
    assert (one.dating.precision, one.dating.evidence) == ("day", "2024-06-14, stated in a.toml")
    assert [(article.title[:5], article.byline, article.source) for article in two] == [
        ("Ferry", "", "Wire"),
        ("Sheep", "", "Wire"),
    ]


@pytest.mark.parametrize("between", ["", "\n"])
def test_front_matter_speaks_of_the_article_below_it_under_a_heading_too(between: str) -> None:
    front = "---\ntitle: Fog\nauthor: Ida Fellgate\ndescription: Nobody was hurt at all.\n---\n"

    (article,) = parse("a.md", f"{front}{between}# {TEXT}".encode()).articles

    assert (article.byline, article.dek) == ("Ida Fellgate", "Nobody was hurt at all.")


def test_a_date_in_the_text_counts_before_one_that_is_stated_beside_it() -> None:
    dated = TEXT.replace("\n", "\nJune 15, 2024\n", 1)

    (article,) = parse("a.txt", dated.encode(), "date = 2024-06-14\n").articles

    assert article.dating.evidence == "June 15, 2024"


def test_a_json_line_knows_better_than_the_sidecar_and_a_page_does_not() -> None:
    sidecar = 'lang = "de"\nsource = "Wire"\n'
    page = f"<html lang=en><p>{LEAD}</p><p>Nobody was hurt.</p></html>"

    (line,) = parse("a.jsonl", RECORD.encode(), sidecar).articles
    (web,) = parse("a.html", page.encode(), sidecar).articles

    assert (line.lang, line.source, line.dating.precision) == ("en", "Wire", "year")
    assert (web.lang, web.source) == ("de", "Wire")


def test_what_is_wrong_with_a_sidecar_costs_the_seed_nothing() -> None:
    parsed = parse("a.txt", TEXT.encode(), "date = soon")

    assert len(parsed.articles) == 1
    assert [(problem.place, problem.severity) for problem in parsed.problems] == [
        ("seeds/a.toml", "warning")
    ]


def test_what_was_done_to_the_bytes_is_noted() -> None:
    russian = (
        "Паром с пассажирами сел на мель в густом тумане во вторник утром, никто не пострадал."
    )
    parsed = parse("a.txt", russian.encode("koi8_r"))
    mended = parse("b.txt", TEXT.replace("Nobody", "â€œNobodyâ€\x9d").encode())

    assert parsed.notes == ("read as KOI8-R",)
    assert [problem.severity for problem in parsed.problems] == ["warning"]
    assert mended.problems == (Problem("seeds/b.txt", mended.notes[0], "note"),)
    assert mended.notes[0].endswith("mended in 1 line, such as line 3: “Nobody”")


def test_a_page_is_read_in_the_encoding_that_it_declares() -> None:
    page = f'<meta charset="windows-1251"><p>{LEAD}</p><p>Паром.</p>'

    parsed = parse("a.html", page.encode("cp1251"))

    assert parsed.articles[0].blocks[1].text == "Паром."
    assert parsed.problems == ()


@pytest.mark.parametrize(
    "data", [TEXT.encode(), codecs.BOM_UTF8 + TEXT.encode(), TEXT.encode("utf-16")]
)
def test_html_that_is_none_is_read_as_text(data: bytes) -> None:
    (article,) = parse("a.html", data).articles

    assert article.title == "Ferry Runs Aground off Havnsund"


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt.gz", b"plain", "is not gzip, whatever its name says; rename it or pack it"),
        ("a.md.gz", gzip.compress(b"", mtime=0), "empty; fill it or delete it"),
        (
            "a.html",
            b"<html><frameset></frameset></html>",
            "is a page without text, such as a frame or a script; save the page it shows",
        ),
        ("a.jsonl", b"", "empty; fill it or delete it"),
        ("a.html", b"\x89PNG\0\0\0", "binary data, not text; move it out of the seeds"),
        (
            "a.md",
            b"---\ntitle: x\n---\n",
            "no article in it: every line is noise; 'sitegen explain' says why",
        ),
    ],
)
def test_a_file_that_holds_nothing_is_quarantined(name: str, data: bytes, message: str) -> None:
    parsed = parse(name, data)

    assert parsed.articles == ()
    assert parsed.problems == (Problem(f"seeds/{name}", message, "quarantined"),)


def test_a_bad_line_belongs_to_no_article() -> None:
    good = '{"title": "Ferry late", "text": "%s"}' % ("The ferry came late again. " * 4)

    lines = parse("a.jsonl", f'{good}\n{{"title": "a"}}\n{good}\n'.encode()).lines

    assert {(fate.rule, fate.article) for fate in lines} >= {("missing field", 0)}
    assert {fate.article for fate in lines if fate.kind == "body"} == {1, 2}


def test_bad_lines_are_named_without_a_word_on_the_file() -> None:
    parsed = parse("a.jsonl", b"{\n[]\n")

    assert [problem.place for problem in parsed.problems] == ["seeds/a.jsonl:1", "seeds/a.jsonl:2"]
    assert [(fate.number, fate.rule) for fate in parsed.lines] == [
        (1, "not JSON"),
        (2, "not an object"),
    ]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", f"{TEXT}\n".encode() * 5_000),
        ("a.md", f"# {TEXT}\n***\n\n".encode() * 5_000),
        ("a.jsonl", f"{RECORD}\n".encode() * 20_000),
        ("a.txt", f"Ferry Late\n{LEAD} ".encode() + (LEAD.encode() + b"\n") * 25_000),
        ("a.md", b"# Ferry Late\n\n" + (LEAD.encode() + b"\n\n") * 25_000),
        ("a.txt.gz", gzip.compress(TEXT.encode() * 5_000, mtime=0)),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{len(value):,} bytes",
)
def test_reading_takes_time_in_proportion_to_the_file(name: str, data: bytes) -> None:
    start = time.process_time()

    assert read_documents(SeedFile(name, data)).documents

    assert time.process_time() - start < allow(12)


TEXTS = st.text(max_size=120).map(lambda text: text.encode("utf-8", "surrogatepass"))
FILES = st.one_of(
    st.binary(max_size=120),
    TEXTS,
    TEXTS.map(gzip.compress),
    st.lists(st.sampled_from([TEXT, RECORD, f"<p>{LEAD}", "\n", "# x", "{", "---", "\xe9"])).map(
        lambda parts: "\n".join(parts).encode()
    ),
)


@settings(deadline=None)
@given(FILES, st.sampled_from(ENDINGS), st.binary(max_size=20))
def test_any_bytes_parse_in_any_format_and_every_line_has_a_fate(
    data: bytes, ending: str, sidecar: bytes
) -> None:
    seed = SeedFile(f"a{ending}", data, sidecar, "a.toml")

    parsed = parse_seed(Intake(seed))

    numbers = [fate.number for fate in parsed.lines]
    assert len(numbers) == len(read_lines(seed))
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(1, max(numbers, default=0) + 1))
    assert all(fate.rule for fate in parsed.lines)
    assert parsed.articles or parsed.problems
    assert parse_seed(Intake(seed)) == parsed


def test_without_a_sidecar_nothing_is_stated() -> None:
    (document,) = read_documents(SeedFile("a.txt", TEXT.encode())).documents

    assert document.facts == Facts()


def test_plain_text_in_utf8_needs_none_of_the_large_libraries() -> None:
    code = (
        "import sys; from sitegen.ingest import parse_seed; "
        "from sitegen.model.seed import Intake, SeedFile; "
        f"[parse_seed(Intake(SeedFile(name, {TEXT!r}.encode()))) for name in ('a.txt', 'a.md')]; "
        "print({'charset_normalizer', 'ftfy', 'trafilatura', 'lxml'} & set(sys.modules))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "set()\n"


def test_a_json_line_without_an_article_is_named() -> None:
    short = json.dumps({"title": "Ferry Late", "text": "It was late."})

    parsed = parse("a.jsonl", f"{RECORD}\n{short}\n".encode())

    assert len(parsed.articles) == 1
    assert parsed.problems == (
        Problem(
            "seeds/a.jsonl:2",
            "holds no article: the text has fewer than 12 words or is noise; "
            "add to it or take it out",
            "warning",
        ),
    )
    assert [(fate.number, fate.rule) for fate in parsed.lines if not fate.article] == [
        (2, "too short"),
        (2, "too short"),
    ]


def test_of_many_json_lines_without_an_article_the_first_hundred_are_named() -> None:
    short = json.dumps({"title": "Ferry Late", "text": "It was late."})

    parsed = parse("a.jsonl", f"{RECORD}\n".encode() + f"{short}\n".encode() * 150)

    assert len(parsed.problems) == 101
    assert parsed.problems[-1].place == "seeds/a.jsonl"
    assert parsed.problems[-1].message.startswith("50 more hold no article: ")


def test_the_numbers_that_a_text_browser_gives_to_links_go() -> None:
    links = "\n".join(f"  {number}. https://orle.example/{number}" for number in range(1, 9))
    lead = f"{LEAD} See [4]timetable, note[5], and [99]."
    text = f"[1]Home [2]News\n\n[3]Ferry Runs Aground\n\n{lead}\n"
    seed = SeedFile("page.txt", f"{text}\nReferences\n\n{links}\n".encode())
    (article,) = parse_seed(Intake(seed)).articles

    assert article.title == "Ferry Runs Aground"
    assert article.blocks[0].text == f"{LEAD} See timetable, note[5], and [99]."


PAGE = "<!DOCTYPE html>\n<html><body><h1>{}</h1>\n<p>{}</p>\n<p>{}</p>\n</body></html>\n"
LINKED = f"* [Home](/)\n* [News](/n)\n\n# Ferry Runs Aground\n\n{LEAD}\n\n[Share](#share)\n"
FLOATED = "The tide lifted the ferry off the bank in the night, to the surprise of its captain."
MORE = "Its 312 passengers were taken off by two fishing boats before noon, the harbour said."


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (PAGE.format("Ferry Runs Aground", LEAD, MORE), "HTML"),
        (RECORD, "JSON"),
        (f"{RECORD}\n{RECORD.replace('Aground', 'Afloat')}\n", "JSON"),
        (LINKED, "Markdown"),
    ],
)
def test_a_file_named_as_plain_text_is_read_as_what_it_is(text: str, form: str) -> None:
    parsed = parse("saved.txt", text.encode())
    article = parsed.articles[0]
    assert (article.title, article.blocks[0].text) == ("Ferry Runs Aground", LEAD)
    assert parsed.notes == (f"read as {form}, for that is what its text is",)


@pytest.mark.parametrize(
    "fault",
    ["[\n{},\n{},\n]", "[\n{},\n{}", "[\n{}\n{}\n]"],
    ids=["a comma too many", "cut off", "a comma too few"],
)
def test_json_in_plain_text_that_is_broken_is_read_by_its_lines(fault: str) -> None:
    records = (
        f'{{\n"title": "{title}",\n"text": "{text} {MORE}"\n}}'
        for title, text in (("Ferry Runs Aground", LEAD), ('Ferry "Orle" Afloat', FLOATED))
    )
    parsed = parse("saved.txt", fault.format(*records).encode())

    assert [(article.title, article.blocks[0].text) for article in parsed.articles] == [
        ("Ferry Runs Aground", f"{LEAD} {MORE}"),
        ('Ferry "Orle" Afloat', f"{FLOATED} {MORE}"),
    ]
    assert (parsed.problems, parsed.notes) == ((), ())


def test_a_page_saved_as_text_is_decoded_as_it_says() -> None:
    page = PAGE.format("Ferry Runs Aground", LEAD, "Čeští cestující čekali.").replace(
        "<body>", '<meta charset="iso-8859-2"><body>'
    )
    parsed = parse("saved.txt", page.encode("iso-8859-2"))
    assert parsed.articles[0].blocks[-1].text == "Čeští cestující čekali."


def test_pages_one_behind_another_are_an_article_each() -> None:
    bread = "The bakery at the quay has closed after forty years, its owner said on Monday."
    data = PAGE.format("Ferry Runs Aground", LEAD, MORE) + PAGE.format("Bakery Shut", bread, MORE)
    parsed = parse("all.html", data.encode())
    assert [article.title for article in parsed.articles] == ["Ferry Runs Aground", "Bakery Shut"]
    assert [fate.number for fate in parsed.lines] == [1, 2, 3, 4, 5, 6]


def test_an_empty_page_amid_others_is_told_of() -> None:
    frame = "<html><frameset><frame src='a.html'></frameset></html>\n"
    parsed = parse("all.html", f"{frame}{PAGE.format('Ferry Runs Aground', LEAD, MORE)}".encode())
    assert [article.title for article in parsed.articles] == ["Ferry Runs Aground"]
    assert [problem.message for problem in parsed.problems] == [
        "page 1 of 2 is a page without text, such as a frame or a script; save the page it shows"
    ]


def test_more_pages_in_a_file_than_can_be_searched_are_refused() -> None:
    parsed = parse("all.html", b"<html><p>Fog.</p></html>" * 2_001)
    assert not parsed.articles
    assert "has 2,001 pages, the limit is 2,000; split it into files" in parsed.problems[0].message


POST = f"---\ntitle: Ferry Runs Aground\n---\n{LEAD} Nobody was hurt, the harbour master said.\n"


@pytest.mark.parametrize("ending", ["md", "markdown", "html", "md.gz"])
def test_the_name_of_a_post_of_jekyll_states_its_day(ending: str) -> None:
    data = POST.encode()
    name = f"blog/_posts/news/2014-1-29-ferry.{ending}"
    (article,) = parse(name, gzip.compress(data) if "gz" in ending else data).articles

    dating = article.dating
    assert (dating.precision, dating.evidence) == (
        "day",
        "2014-01-29, stated in the name of the file",
    )
    assert dating.moment is not None
    assert dating.moment.date().isoformat() == "2014-01-29"


def test_the_head_of_a_post_and_its_sidecar_count_before_its_name() -> None:
    name = "_posts/2014-01-29-ferry.md"
    headed = POST.replace("title:", "date: 2014-02-03\ntitle:").encode()

    assert parse(name, headed).articles[0].dating.evidence.startswith("2014-02-03")
    told = parse(name, POST.encode(), "date = 2014-02-04\n").articles[0].dating
    assert (told.evidence, told.contrary) == ("2014-02-04, stated in a.toml", "")


@pytest.mark.parametrize(
    "name",
    [
        "posts/2014-01-29-ferry.md",
        "2014-01-29-ferry.md",
        "_posts/2014-01-29-ferry.txt",
        "_posts/2014-02-31-ferry.md",
        "_posts/2014-01-ferry.md",
        "_posts/٢٠١٤-01-29-ferry.md",
        "_posts/2014-٠١-٢٩-ferry.md",
        "_posts/ferry-2014-01-29-late.md",
        "_drafts/2014-01-29-ferry.md",
    ],
)
def test_no_other_name_of_a_file_dates_a_text(name: str) -> None:
    assert parse(name, POST.encode()).articles[0].dating.moment is None
