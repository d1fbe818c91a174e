"""Seeds as nobody should write them: each with what has to become of it.

``outcome`` is ``published`` where the words of the text are to be on the site all the same, else
words of the message that the user gets. What is too large for a file of this project is made here.
"""

import gzip
import json
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BadSeed:
    """A file below seeds/bad/: its name, its bytes, and what is to become of it."""

    name: bytes
    data: bytes
    outcome: str


PLACES = "Ansel Bryn Corve Dunmar Eldra Fenwick Garrow Holm Ister Jorvin Kessel Lund".split()


def write_article(number: int, title: str = "") -> str:
    """Return an article that no other one of these is taken for: its words are its own."""
    place = f"{PLACES[number % 12]}{'abcdefghijklmnopqrstuvwxyz'[number // 12]}"
    title = title or f"Boatmen of {place} Count Their Oars Again"
    return (
        f"{title}\n\nThe boatmen of {place} met on the quay number{number} and laid {number + 40}"
        f" oars beside the {place.lower()}wall before the evening{number} tide turned.\n\n"
        f"Warden {place}son wrote each of the oars{number} into a green{number} book, which the"
        f" school{number} of the village keeps below the bell{number} for the winter{number}.\n"
    )


PUBLISHED = "published"
HIDDEN = "hidden"  # neither read nor named
BINARY = "binary data, not text; move it out of the seeds"
EMPTY = "empty; fill it or delete it"
NO_ARTICLE = "no article in it"
NOT_JSON = "is not JSON"
NO_SEED = "is not read; seeds are .txt, .md, .html, .json and .jsonl files"


def _json(number: int, **fields: object) -> bytes:
    title, _, text = write_article(number).partition("\n\n")
    return json.dumps({"title": title, "text": text} | fields).encode()


def _page(number: int, inner: str = "", head: str = "") -> bytes:
    title, *paragraphs = write_article(number).strip().split("\n\n")
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    return (
        f"<html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>{body}"
        f"{inner}</article></body></html>"
    ).encode()


def _inside(number: int, text: str) -> bytes:
    """Return an article with a paragraph of something else in its middle."""
    title, first, second = write_article(number).strip().split("\n\n")
    return f"{title}\n\n{first}\n\n{text}\n\n{second}\n".encode(errors="surrogatepass")


def make_encodings() -> Iterator[BadSeed]:
    """Yield texts in encodings that were not asked for, or in none."""
    text = [write_article(number) for number in range(40)]
    yield BadSeed(b"utf-16-with-mark.txt", text[0].encode("utf-16"), PUBLISHED)
    yield BadSeed(b"utf-16-little.txt", text[1].encode("utf-16-le"), PUBLISHED)
    yield BadSeed(b"utf-16-big.txt", text[2].encode("utf-16-be"), PUBLISHED)
    yield BadSeed(b"utf-32.txt", text[3].encode("utf-32"), PUBLISHED)
    yield BadSeed(b"utf-8-with-mark.txt", text[4].encode("utf-8-sig"), PUBLISHED)
    yield BadSeed(b"two-marks.txt", b"\xef\xbb\xbf" * 2 + text[5].encode(), PUBLISHED)
    yield BadSeed(b"utf-16-cut.txt", text[6].encode("utf-16")[:-1], "damaged in 1 place")
    yield BadSeed(b"marks-alone.txt", b"\xef\xbb\xbf", EMPTY)
    yield BadSeed(b"windows-1252.txt", _inside(7, "“Café”").decode().encode("cp1252"), PUBLISHED)
    yield BadSeed(b"mojibake.txt", _inside(8, "They said itâ€™s lateâ€¦").strip(), PUBLISHED)
    yield BadSeed(
        b"surrogates.txt", _inside(9, "half \ud83d a letter"), "is not UTF-8 and was read as"
    )
    yield BadSeed(
        b"overlong.txt", text[10].encode() + b"\n\n\xc0\xaf\xc0\xaf an odd way up", "is not UTF-8"
    )
    yield BadSeed(b"zero-byte.txt", text[11].encode().replace(b"quay", b"qu\0ay", 1), "1 zero byte")
    yield BadSeed(b"zeros.txt", b"\0" * 5_000, BINARY)
    yield BadSeed(b"all-bytes.txt", bytes(range(256)) * 20, BINARY)
    yield BadSeed(b"picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, BINARY)
    yield BadSeed(b"program.txt", b"\x7fELF\x02\x01\x01" + b"\0" * 300, BINARY)
    yield BadSeed(b"controls.txt", _inside(12, "a\x01\x02\x07\x08\x1b[31mred\x7f"), PUBLISHED)
    yield BadSeed(b"escapes.txt", _inside(13, "\x1b]0;title\x07\x1b[2Jgone"), PUBLISHED)
    yield BadSeed(b"not-characters.txt", _inside(14, "\ufffe\uffff\ufdd0"), PUBLISHED)
    yield BadSeed(
        b"bidi.txt", _inside(15, "pay \u202e001\u202c now, \u2066friend\u2069"), PUBLISHED
    )
    yield BadSeed(
        b"bidi-title.txt",
        write_article(16, "Oars \u202egnp.exe\u202c of a Long Boat").encode(),
        PUBLISHED,
    )
    yield BadSeed(
        b"zero-width.txt",
        write_article(17, "O\u200bars\ufeff of\u2060 a Boat Are Counted").encode(),
        PUBLISHED,
    )
    yield BadSeed(
        b"homoglyphs.txt", write_article(18, "Оars оf Dunmаr Are Counted").encode(), PUBLISHED
    )
    yield BadSeed(b"private-use.txt", _inside(19, "\ue000\uf8ff\U000f0000"), PUBLISHED)
    yield BadSeed(
        b"tags-of-unicode.txt", _inside(20, "flag\U000e0067\U000e0062\U000e007f"), PUBLISHED
    )
    yield BadSeed(b"combining.txt", _inside(21, "Z" + "\u0301\u0489" * 3_000), PUBLISHED)
    yield BadSeed(b"old-mac.txt", text[22].replace("\n", "\r").encode(), PUBLISHED)
    yield BadSeed(b"separators.txt", text[23].replace("\n", "\u2028").encode(), PUBLISHED)
    yield BadSeed(b"iso-2022.txt", "渡船が砂州に乗り上げた。".encode("iso2022_jp"), NO_ARTICLE)
    yield BadSeed(b"ebcdic.txt", text[24].encode("cp037"), "its encoding cannot be told")


def make_sizes() -> Iterator[BadSeed]:
    """Yield texts that are empty, or have too much of something."""
    yield BadSeed(b"empty.txt", b"", EMPTY)
    yield BadSeed(b"spaces.txt", b" \t\n" * 1_000, EMPTY)
    yield BadSeed(b"one-letter.txt", b"a", NO_ARTICLE)
    yield BadSeed(b"no-end-of-line.txt", b"x" * 6_000_000, "the limit is 5,000,000")
    yield BadSeed(b"lines.txt", b"\n" * 300_000, "the limit is 250,000")
    yield BadSeed(b"one-line.txt", write_article(40).encode() + b"oar " * 250_000, PUBLISHED)
    yield BadSeed(b"brackets.txt", _inside(41, "[" * 100_000), PUBLISHED)
    yield BadSeed(b"brackets.md", b"# " + _inside(42, "[" * 100_000), PUBLISHED)
    yield BadSeed(b"stars.md", b"# " + _inside(43, "*" * 100_000), PUBLISHED)
    yield BadSeed(b"quotes.md", b"# " + _inside(44, ">" * 10_000 + " a"), PUBLISHED)
    yield BadSeed(b"fences.md", b"# " + _inside(45, "```"), PUBLISHED)
    yield BadSeed(b"lists.md", b"# " + _inside(46, "1. " * 2_000 + "a"), PUBLISHED)
    yield BadSeed(b"rules.md", b"---\n" * 2_000, NO_ARTICLE)
    yield BadSeed(b"buttons.txt", b"Share\nTweet\n" * 2_000, NO_ARTICLE)
    yield BadSeed(
        b"huge-title.txt", write_article(47, "Oars of a Boat " * 2_000).encode(), PUBLISHED
    )
    yield BadSeed(b"long-word.txt", _inside(48, "a" * 200_000), PUBLISHED)


def make_front_matter() -> Iterator[BadSeed]:
    """Yield seeds that begin with front matter, or with what looks like it."""

    def write(number: int, front: str) -> bytes:
        return f"---\n{front}\n---\n\n# {write_article(number)}".encode()

    yield BadSeed(b"front.txt", write(60, "title: Oars\nlayout: ../../etc"), PUBLISHED)
    yield BadSeed(
        b"front.md", write(61, "title: Oars of a Long Boat\ndraft: true"), "is a draft by its front"
    )
    yield BadSeed(b"front-open.md", b"---\ntitle: Oars\n\n" + write_article(62).encode(), PUBLISHED)
    yield BadSeed(
        b"front-tag.md", write(63, "title: !!python/object/apply:os.system [id]"), PUBLISHED
    )
    yield BadSeed(b"front-anchors.md", write(64, "a: &a [b]\nc: [*a, *a]\ntitle: *a"), PUBLISHED)
    yield BadSeed(
        b"front-jinja.md", write(65, "title: '{{ 7 * 7 }}{% raise %} of the oars'"), PUBLISHED
    )
    yield BadSeed(b"front-script.md", write(66, "url: javascript:alert(1)"), PUBLISHED)
    yield BadSeed(b"front-date.md", write(67, "date: 9999-99-99"), PUBLISHED)
    yield BadSeed(b"front-year.md", write(68, "date: 0000-00-00T99:99:99Z"), PUBLISHED)
    yield BadSeed(b"front-slug.md", write(69, "slug: ../../../etc/passwd\nid: tag:evil"), PUBLISHED)
    yield BadSeed(
        b"front-toml.md", f"+++\ntitle = 'x'\n+++\n\n# {write_article(70)}".encode(), PUBLISHED
    )
    deep = "[" * 50_000
    yield BadSeed(
        b"front-toml-deep.md",
        f"+++\na = {deep}\n+++\n\n{write_article(72)}".encode(),
        "front matter is not TOML: lists or tables are nested too deeply",
    )
    yield BadSeed(
        b"front-json-deep.md", f'{{"title": {deep}\n\n{write_article(73)}'.encode(), PUBLISHED
    )
    yield BadSeed(b"front-lang.md", write(71, "lang: '\"><script>'"), PUBLISHED)


def make_markup() -> Iterator[BadSeed]:
    """Yield texts and pages with markup and templates in them."""
    texts = {
        b"html.txt": "<script>alert(1)</script><img src=x onerror=alert(1)>",
        b"links.txt": "[click](javascript:alert(1)) and [more](data:text/html,x) on the quay",
        b"jinja.txt": "{{ config }} {% include '/etc/passwd' %} {# gone #} {{ 7 * 7 }}",
        b"entities.txt": "&lt;script&gt; &#60;script&#62; &#0; &#xD800; &#x110000; &bogus;",
        b"liquid.txt": "{{< figure >}} {%- raw -%} ${7*7} #{7*7} <%= 7*7 %> {{{x}}}",
        b"definitions.txt": "[1]: javascript:alert(1)\n\nSee [the list][1] on the quay",
        b"comment.txt": "<!-- --><svg onload=alert(1)> --> ]]> <?php phpinfo() ?>",
        b"image.txt": "![pixel](http://tracker.example/pixel.gif) was on the quay",
        b"autolink.txt": "<javascript:alert(1)> <data:text/html,x> <vbscript:x>",
    }
    for number, (name, text) in enumerate(texts.items(), 80):
        yield BadSeed(name, _inside(number, text), PUBLISHED)
    yield BadSeed(
        b"html-title.txt",
        write_article(90, "<b onclick=x>Oars</b> & <i>Boats</i> Here").encode(),
        PUBLISHED,
    )
    yield BadSeed(
        b"jinja-title.txt",
        write_article(91, "{{ site.title }} of {% block x %} Oars").encode(),
        PUBLISHED,
    )
    yield BadSeed(
        b"path-title.txt",
        write_article(92, "../../../../etc/passwd Was on the Quay").encode(),
        PUBLISHED,
    )
    yield BadSeed(b"reserved-title.txt", write_article(93, "CON").encode(), PUBLISHED)
    yield BadSeed(
        b"dots-title.txt", write_article(94, "... .git /dev/null ...").encode(), PUBLISHED
    )
    yield BadSeed(b"deep.html", _page(95, "<div>" * 50_000 + "deep"), PUBLISHED)
    yield BadSeed(b"deep-list.html", _page(96, "<ul><li>" * 20_000), PUBLISHED)
    yield BadSeed(b"unclosed.html", _page(97, "<p <a href='<b <table"), PUBLISHED)
    yield BadSeed(b"script.html", _page(98, "<script>document.write('<p>x')</script>"), PUBLISHED)
    yield BadSeed(
        b"entity-bomb.html",
        b'<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + _page(99, "&b;&b;"),
        PUBLISHED,
    )
    bomb = '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY l0 "lol">' + "".join(
        f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 12)
    )
    yield BadSeed(
        b"billion-laughs.html", f"{bomb}]>".encode() + _page(100, "&l11;"), "is a page without text"
    )
    outside = b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    yield BadSeed(b"outside-entity.html", outside + _page(101, "&x;"), PUBLISHED)
    yield BadSeed(b"declared.html", _page(102, head='<meta charset="utf-7">'), PUBLISHED)
    yield BadSeed(
        b"no-charset.html", _page(103, head='<meta charset="rot13\0">'), "holds 1 zero byte"
    )
    yield BadSeed(
        b"refresh.html",
        _page(104, head='<meta http-equiv=refresh content="0;url=javascript:1">'),
        PUBLISHED,
    )
    yield BadSeed(
        b"canonical.html",
        _page(105, head='<link rel=canonical href="javascript:alert(1)">'),
        PUBLISHED,
    )
    yield BadSeed(
        b"author.html",
        _page(106, head='<meta name=author content="<script>x</script>">'),
        PUBLISHED,
    )
    yield BadSeed(b"attributes.html", _page(107, "<p " + "a=b " * 20_000 + ">text</p>"), PUBLISHED)
    yield BadSeed(
        b"frameset.html", b"<frameset><frame src=javascript:alert(1)></frameset>", NO_ARTICLE
    )
    yield BadSeed(
        b"svg.html", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", NO_ARTICLE
    )


def make_records() -> Iterator[BadSeed]:
    """Yield JSON Lines that are none, or mean two things."""
    yield BadSeed(b"lists.jsonl", b"[" * 100_000, "nested too deeply")
    yield BadSeed(b"objects.jsonl", b'{"a":' * 100_000, "nested too deeply")
    yield BadSeed(b"list.jsonl", b"[1, 2]", "is JSON, but no object")
    yield BadSeed(b"number.jsonl", b'{"title": 1' + b"0" * 5_000 + b"}", "too many digits")
    yield BadSeed(b"nan.jsonl", b'{"title": NaN}', "NaN is no value of it")
    yield BadSeed(b"twice.jsonl", b'{"title": "a", "title": "b", "text": "c"}', "has 'title' twice")
    yield BadSeed(b"lone.jsonl", b'{"title": "a\\ud800", "text": "b"}', "half of a character")
    yield BadSeed(b"null.jsonl", b'{"title": null, "text": null}', "has no 'title'")
    yield BadSeed(b"kinds.jsonl", b'{"title": ["a"], "text": {"b": 1}}', "'title' is a list")
    yield BadSeed(b"array.jsonl", b'[\n{"title": "a"}\n]', "begins JSON of several lines")
    yield BadSeed(b"lists.json", b"[" * 100_000, "nested too deeply")
    yield BadSeed(b"objects.json", b'{"a":' * 100_000, "nested too deeply")
    yield BadSeed(b"settings.json", b'{"name": "a",\n "version": 1}', "has no 'title'")
    yield BadSeed(b"wrapped.json", b'{"items": [' + _json(109) + b"]}", PUBLISHED)
    yield BadSeed(b"cut.json", b"[" + _json(108) + b",\n" + _json(107)[:-5], NOT_JSON)
    yield BadSeed(b"cut.jsonl", _json(110)[:-5], NOT_JSON)
    yield BadSeed(b"zero.jsonl", _json(111).replace(b"quay", b"qu\\u0000ay"), PUBLISHED)
    yield BadSeed(b"url.jsonl", _json(112, url="javascript:alert(1)"), "is no web address")
    yield BadSeed(b"date.jsonl", _json(113, date="31 February -4000"), "is in no calendar")
    yield BadSeed(b"lang.jsonl", _json(114, lang='x" onload="alert(1)'), "is no language tag")
    yield BadSeed(
        b"source.jsonl", _json(115, source="</script><script>alert(1)</script>"), PUBLISHED
    )
    yield BadSeed(
        b"fields.jsonl", _json(116, slug="../../x", id="evil", draft=True, tags=["../x"]), PUBLISHED
    )


def make_packed() -> Iterator[BadSeed]:
    """Yield files that say they are packed."""
    text = [write_article(number).encode() for number in range(120, 130)]
    bomb = gzip.compress(b"\0" * 70_000_000, 9)
    yield BadSeed(b"bomb.txt.gz", bomb, "holds more than 64 MiB")
    yield BadSeed(b"bomb-in-bomb.txt.gz", gzip.compress(bomb), BINARY)
    yield BadSeed(b"no-gzip.txt.gz", text[0], "is not gzip")
    yield BadSeed(b"cut.txt.gz", gzip.compress(text[1])[:-9], "ends too early")
    yield BadSeed(b"behind.txt.gz", gzip.compress(text[2]) + b"more", "something else behind")
    yield BadSeed(b"zip.txt.gz", b"PK\x03\x04" + text[3], "is not gzip")
    yield BadSeed(
        b"members.txt.gz", b"".join(gzip.compress(bytes([one])) for one in text[4]), PUBLISHED
    )
    yield BadSeed(b"zlib.txt.gz", zlib.compress(text[5]), "is not gzip")
    name = b"\x1f\x8b\x08\x08\0\0\0\0\0\x03" + b"../../evil.txt\0"
    packed = zlib.compressobj(wbits=-15)
    tail = struct.pack("<II", zlib.crc32(text[6]), len(text[6]))
    yield BadSeed(
        b"path.txt.gz", name + packed.compress(text[6]) + packed.flush() + tail, PUBLISHED
    )


def make_names() -> Iterator[BadSeed]:
    """Yield files whose names are the trouble."""
    text = [write_article(number).encode() for number in range(140, 170)]
    names = [
        b"-rf.txt", b"--help.txt", b"new\nline.txt", b"tab\tname.txt", b"\x1b[31mred.txt",
        b"quote\"'.txt", b"<script>.txt", b"{{ 7*7 }}.txt", b"$(id).txt", b"a:1.txt",
        b"con.txt", b"trailing..txt", b" space .txt", b"%2e%2e%2f.txt", b"a\\..\\evil.txt",
        "gpj\u202etxt.evil.txt".encode(), "caf\u00e9.txt".encode(), "cafe\u0301.txt".encode(),
        b"x" * 251 + b".txt", "🧨".encode() + b".txt", b"UPPER.TXT", b"upper.txt",
    ]  # fmt: skip
    for name, data in zip(names, text, strict=False):
        yield BadSeed(name, data, PUBLISHED)
    yield BadSeed(b"latin-\xe9.txt", text[-1], "has a name that is not UTF-8; rename the file")
    yield BadSeed(b"wrong-\xff\xfe.txt", text[-2], "has a name that is not UTF-8; rename the file")
    yield BadSeed(b"no-ending", text[-3], NO_SEED)
    yield BadSeed(b"letter.docx", text[-4], NO_SEED)
    yield BadSeed(b"twice.txt.gz.gz", text[-5], NO_SEED)
    yield BadSeed(b".hidden.txt", text[-6], HIDDEN)


BAD_SEEDS: tuple[BadSeed, ...] = (
    *make_encodings(),
    *make_sizes(),
    *make_front_matter(),
    *make_markup(),
    *make_records(),
    *make_packed(),
    *make_names(),
)
