"""Texts made to be slow: each fools one kind of rule into looking at the same letters again.

A pattern is a text of any size. What it aims at: regular expressions with two ways to read a run,
searches that start anew at each letter, nesting, and lists that are walked for each of their rows.
"""

import json
from collections.abc import Callable
from itertools import count, takewhile

Pattern = Callable[[int], str]


def repeat(piece: str, before: str = "", after: str = "") -> Pattern:
    """Return the pattern of a piece, over and over, as long as there is room."""
    return lambda size: before + piece * (max(0, size - len(before + after)) // len(piece)) + after


def number(template: str, before: str = "", joint: str = "") -> Pattern:
    """Return the pattern of pieces that each are a little different."""

    def make(size: int) -> str:
        room = size - len(before)
        width = len(template.format(size)) + len(joint)
        return before + joint.join(template.format(index) for index in range(room // width))

    return make


def nest(opening: str, closing: str, inner: str = "tide") -> Pattern:
    """Return the pattern of an opening for each closing, around a word."""

    def make(size: int) -> str:
        depth = max(1, (size - len(inner)) // len(opening + closing))
        return opening * depth + inner + closing * depth

    return make


def stairs(piece: str, step: str) -> Pattern:
    """Return the pattern of lines that each stand one step further in than the one above."""

    def make(size: int) -> str:
        lines = (step * depth + piece for depth in count())
        taken = takewhile(lambda line: len(line) ** 2 < 2 * size * max(len(step), 1), lines)
        return "\n".join(taken)

    return make


HEAD = "Ferry Runs Aground in Fog\n\n"
SENTENCE = "A ferry carrying {} people ran onto a sandbank in thick fog early on Tuesday. "
TOLD = SENTENCE.format(312)

PATTERNS: dict[str, Pattern] = {
    # Brackets, marks and quotes that open and never close.
    "brackets": repeat("["),
    "bracket pairs": nest("[", "]"),
    "links that never close": repeat("[a]("),
    "links in links": nest("[", "](b)"),
    "images that never close": repeat("![a"),
    "escaped brackets": repeat("\\["),
    "backslashes": repeat("\\"),
    "parentheses": repeat("("),
    "parentheses in pairs": nest("(", ")"),
    "stars": repeat("*"),
    "stars and letters": repeat("*a "),
    "stars that change sides": repeat("a**b*"),
    "underscores": repeat("_a"),
    "backticks": repeat("`a"),
    "backticks of growing length": stairs("`", "`"),
    "quotation marks": repeat('"'),
    "curly quotes that open": repeat("“a "),
    "quotations of an article that never close": repeat("“a ", before=HEAD + TOLD),
    "low quotation marks of an article": repeat("„a ", before=HEAD + TOLD),
    "years of an export": repeat("2024 ", before=HEAD, after="\nBody\n" + TOLD * 3),
    "tiny articles of JSON": lambda size: json.dumps(
        [{"title": f"Fog {i}", "text": f"Ferry {i} waits."} for i in range(size // 45)]
    ),
    "empty objects of JSON": repeat("{},", before="[", after="{}]"),
    "apostrophes": repeat("'a"),
    # HTML.
    "tags without an end": repeat("<a "),
    "less-than signs": repeat("<"),
    "elements in elements": nest("<div>", "</div>"),
    "lists in lists": nest("<ul><li>", "</li></ul>"),
    "tables in tables": nest("<table><tr><td>", "</td></tr></table>"),
    "attributes": number("a{}=b ", "<p "),
    "attribute quotes": repeat('<p a="'),
    "comments that never close": repeat("<!--"),
    "CDATA that never closes": repeat("<![CDATA["),
    "declarations": repeat("<!DOCTYPE "),
    "scripts that never close": repeat("<script>"),
    "closing tags": repeat("</p>"),
    "paragraph tags": repeat("<p>a"),
    "formatting that is never closed": repeat("<b><i><u>a<p>"),
    "references without an end": repeat("&a"),
    "references": repeat("&amp;"),
    "numeric references": repeat("&#x"),
    # White space and lines.
    "spaces": repeat(" "),
    "spaces and a letter": repeat(" ", after="a"),
    "a word, spaces, a word": repeat(" ", "a", "b"),
    "tabs": repeat("\t"),
    "line feeds": repeat("\n"),
    "carriage returns": repeat("\r"),
    "separators of Unicode": repeat("\u2028\u2029\x85"),
    "blank lines with a space": repeat(" \n"),
    "one letter a line": repeat("a\n"),
    "one letter a paragraph": repeat("a\n\n"),
    "short lines": repeat("Tide\n"),
    "numbers a line": number("{}\n"),
    "capitals a line": repeat("FERRY LATE\n\n"),
    "dashes a line": repeat("---\n"),
    "one dash": repeat("-"),
    "equals signs": repeat("="),
    "a rule of dashes and spaces": repeat("- "),
    "hash signs": repeat("#"),
    "headings": repeat("# a\n"),
    "list items": repeat("- a\n"),
    "list items that go in": stairs("- a", "  "),
    "numbered items": number("{}. a\n"),
    "quotations": repeat("> "),
    "quotations a line": repeat("> a\n"),
    "pipes": repeat("|"),
    "rows": repeat("| a | b |\n"),
    "a table": repeat("| c | d |\n", "| a | b |\n| --- | --- |\n"),
    "fences": repeat("```\n"),
    "tilde fences": repeat("~~~\n"),
    "reference definitions": number("[{0}]: http://a.example/{0}\n"),
    "references in brackets": number("[a][{}] "),
    "fields": repeat("Title: Ferry\n"),
    "fields of one article": repeat("Author: Ada\n", "Title: Ferry\n"),
    "boxes amid a text": number(
        SENTENCE + "\n\nA heron held the harbour up for many minutes\nShare\n\n", HEAD
    ),
    "articles with heads alike": number(
        "Ferry Number {} Runs Aground\n\nShare\nSave\n12 June 2024, 16:20\n\n" + 3 * TOLD + "\n\n"
    ),
    "contents that come again": lambda size: "".join(
        template.format(index)
        for template in (
            "Ferry {} Runs Aground in Fog\n",
            "\nFerry {} Runs Aground in Fog\n\n" + TOLD,
        )
        for index in range(size // 150)
    ),
    "mail quotes": repeat(">> On Monday Ada wrote:\n"),
    "lines that each are new": number("Tide {} of the year\n"),
    "lines that each are weighed": number(
        "Share\nThe tide of day {} rose late again and\n\n", HEAD
    ),
    "short words one by one": number("ferry {}\n"),
    "runs of short lines": number("A heron held the harbour up {}\n" + "a\n" * 990, HEAD),
    "captions": number("The ferry {} in the harbour. Ada Bo/The Ledger\n\n", HEAD + TOLD + "\n\n"),
    "answers to questions": number("Who pays for ferry {}?\n\nNobody knows.\n\n", HEAD + TOLD),
    "datelines a line": number("ORLE, June 14 (Reuters) - Ferry {} is late, its owner said.\n\n"),
    "days a line": number("14 June 2024, ferry {}\n"),
    "figures in sentences": number(
        "It took {} of 3,120 boats, 5.4% of them at $1.5 million each. "
    ),
    "quotations in sentences": number('“Tide {},” said ‘Ada’ of "Orle". '),
    "one long word": number("Havn{}-"),
    "articles without a gap": number(
        "Ferry Number {} Is Late\nBy Ada Bo\n14 June 2024\n" + TOLD + "\n"
    ),
    "paragraphs of HTML": number("<p>The ferry {} is late again today"),
    "items of tables": number(f'<table><li class="{"quiet " * 9}">{{}}'),  # as many as are searched
    "pages of deep paragraphs": repeat(f"<html>{'<div>' * 200}{'<p>a' * 29_000}</html>"),
    "pages of deep tables": repeat(f"<html><p>Fog{'<table><tr><td>' * 9_900}</html>"),
    "paragraphs of HTML in JSON": lambda size: write_json_line("<p>a" * (size // 4)),
    "boxes of HTML": number("<div><a href=/{0}>Ferry {0}</a></div>"),
    # Words, names and figures.
    "one letter": repeat("a"),
    "one capital": repeat("A"),
    "capitals with dots": repeat("A."),
    "initials": repeat("A. B. "),
    "capital words": repeat("Ada "),
    "names joined by 'of'": repeat("Ada of "),
    "names joined by 'and'": repeat("Ada and "),
    "names with dashes": repeat("Ada-"),
    "names with apostrophes": repeat("O'"),
    "new names": number("Ada Bo{} said. "),
    "new words": number("w{} "),
    "one sentence": repeat(SENTENCE.format(312)),
    "sentences": number(SENTENCE),
    "sentences a line": number(SENTENCE, joint="\n\n"),
    "articles": number(HEAD + SENTENCE + "\n\n\n\n"),
    "full stops": repeat("."),
    "ellipses": repeat("… "),
    "abbreviations": repeat("Mr. "),
    "question marks": repeat("?!"),
    "commas": repeat(","),
    "colons": repeat("a:"),
    "digits": repeat("1"),
    "digits and dots": repeat("1."),
    "digits and commas": repeat("1,"),
    "dates": repeat("14 June 2024, "),
    "ISO dates": repeat("2024-06-14 "),
    "dates with slashes": repeat("6/7/24 "),
    "clock times": repeat("12:30 "),
    "months": repeat("June "),
    "weekdays": repeat("Tuesday "),
    "datelines": repeat("ORLE (Reuters) - "),
    "capital place lines": repeat("ORLE, "),
    "bylines": repeat("By Ada "),
    "bylines a line": repeat("By Ada Bo\n"),
    "credits": repeat("(Photo: Ada) "),
    "sums of money": repeat("$1.5 million "),
    "per cents": repeat("5% "),
    "addresses": number("http://a.example/{} "),
    "one long address": repeat("a/", "http://a.example/"),
    "mail addresses": repeat("a@b.c "),
    "at signs": repeat("@a"),
    "hash tags": repeat("#a "),
    "dots and letters": repeat("a.b"),
    "pairs of slashes": repeat("//"),
    "read more": repeat("Read more: Ferry late\n"),
    "buttons": repeat("Share\n"),
    "ages": repeat("5 hours ago\n"),
    "counters": repeat("12 Comments\n"),
    # Letters of other kinds.
    "combining marks": repeat("\u0301", "a"),
    "zero width joiners": repeat("\u200d"),
    "controls of direction": repeat("\u202e"),
    "soft hyphens": repeat("\xad"),
    "ligatures": repeat("ﷺ"),
    "mojibake": repeat("â€™"),
    "mojibake of mojibake": repeat("Ã¢â‚¬â„¢"),
    "replacement characters": repeat("\ufffd"),
    "Chinese without a space": repeat("渡"),
    "emoji": repeat("👩‍🚒"),
    "flags": repeat("🇳🇴"),
    # Front matter and structure.
    "YAML lists in lists": nest("[", "]", ""),
    "YAML mappings in mappings": nest("{a: ", "}", "1"),
    "YAML dashes": repeat("- "),
    "YAML keys": number("k{}: a\n"),
    "YAML anchors": number("k{0}: &a{0} b\n"),
    "YAML tags": repeat("!!python/object:a "),
    "YAML questions": repeat("? "),
    "YAML folded text": repeat("  a\n", "a: >\n"),
    "YAML quotes": repeat("'' ", "a: '", "'"),
    "JSON lists in lists": nest("[", "]", ""),
    "JSON objects in objects": nest('{"a":', "}", "1"),
    "JSON digits": repeat("9"),
    "JSON escapes": repeat("\\u00e9", '{"title":"a","text":"', '"}'),
    "template marks": repeat("{{"),
    "template blocks": repeat("{%"),
}


def write_json_line(text: str) -> str:
    """Return an article of JSON Lines with this text."""
    return json.dumps({"title": "Ferry Runs Aground", "text": text})
