import pytest

from sitegen.ingest.sniffing import sniff_format

PROSE = "The ferry ran aground on Tuesday, and nobody was hurt.\n" * 30


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        "",
        "<The ferry> was late, she wrote.",
        "<p> is what opens a paragraph, she told the class.",
        "{the mayor}: we meet at noon",
        "[Applause] The mayor sat down.",
        f"[A report](https://a.example/1), [another](https://a.example/2) and a link.\n{PROSE}",
        f"{PROSE}{PROSE}[a](/a) [b](/b) [c](/c)",
    ],
)
def test_text_is_text(text: str) -> None:
    assert sniff_format(text) == ""


@pytest.mark.parametrize(
    "start",
    [
        "<!doctype html>",
        "\ufeff\n <html lang='en'>",
        "<?xml version='1.0'?>\n<html>",
        "<!-- saved from url -->\n<html>",
        "<div class='story'>",
        "<P>",
    ],
)
def test_what_begins_as_a_page_and_closes_a_box_is_html(start: str) -> None:
    assert sniff_format(f"{start}\n{PROSE}</p>") == "html"


@pytest.mark.parametrize("start", ['{"title": ', '[{"title": ', '[\n  {\n    "title": '])
def test_what_begins_as_an_object_with_a_name_is_json(start: str) -> None:
    assert sniff_format(f'{start}"Ferry late"') == "json"


@pytest.mark.parametrize("target", ["/", "#share", "https://a.example/x", "./b.html", "/a 'T'"])
def test_many_links_are_markdown(target: str) -> None:
    link = f"[Home]({target.replace(chr(39), chr(34))})\n"
    assert sniff_format(PROSE + link * 3) == "markdown"
