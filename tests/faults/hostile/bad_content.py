"""Files of content/ as nobody should write them: each with what has to become of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BadContent:
    """A file of content/: its path, its bytes, and words of what the user is told.

    Without words the file is read, and its page stands on the site.
    """

    path: str
    data: bytes
    says: str = ""


def _page(name: str, front: str = "", body: str = "The tide came.") -> bytes:
    known = f"id: tag:a.example,2024:{name}\nslug: {name}\nfirst_seen: 2024-06-14\n"
    title = "" if "title:" in front else f"title: Page {name}\n"
    return f"---\n{known}{title}{front}\n---\n{body}\n".encode(errors="surrogatepass")


def _article(name: str, front: str, says: str = "", body: str = "The tide came.") -> BadContent:
    return BadContent(f"articles/{name}.md", _page(name, front, body), says)


_BOMB = "a: &a [x]\n" + "".join(
    f"{chr(98 + level)}: &{chr(98 + level)} [{f'*{chr(97 + level)},' * 9}]\n" for level in range(9)
)

BAD_CONTENT: tuple[BadContent, ...] = (
    # YAML.
    _article("bomb", _BOMB, "'*' refers to another value in YAML"),
    _article("merge-key", "title: a\n<<: {draft: yes}", "is not a key that sitegen reads"),
    _article(
        "python", "summary: !!python/object/apply:os.system [id]", "write one text, not a list"
    ),
    _article("binary", "summary: !!binary aGVsbG8="),
    _article("unknown-tag", "summary: !<tag:evil,2024:x> tide"),
    _article("lists", "tags: " + "[" * 10_000, "lists more than 50 deep"),
    _article("mappings", "tags: " + "{a: " * 10_000, "lists more than 50 deep"),
    _article("twice", "draft: no\ndraft: yes", "stands twice"),
    _article("second", "...\n---x", "not YAML"),
    _article("tab", "tags:\n\t- a", "not YAML"),
    _article("control", "summary: a\x1bb", "the character U+001B may not stand here"),
    _article("escape", 'summary: "a\\e]0;x\\a"'),
    _article("zero", 'summary: "a\\0b"'),
    _article("surrogate", 'summary: "\\ud800"', "not YAML"),
    _article("list-key", "? [a]\n: b", "a list stands where a key should"),
    _article("billion", "words: " + "9" * 400, "is no whole number"),
    _article("infinite", "seeds:\n- score: .inf", "is no number from 0 to 1"),
    _article("day", "date: 2024-02-30", "is no date"),
    _article("year", "date: 99999-01-01", "is no date"),
    _article("first-year", "date: 0001-01-01T00:00:00+14:00", "is no date"),
    _article("last-year", "date: 9999-12-31T23:59:59-14:00", "is no date"),
    _article("norway", "title: No"),
    _article("address", "url: javascript:alert(1)", "is no web address"),
    _article("data", "url: data:text/html,x", "is no web address"),
    _article("story", "story: ../../../etc", "is no address"),
    _article("alias", "aliases: [../../x, /etc/passwd, a/b, '..']", "is no address"),
    _article("alias-long", "aliases: [" + "a" * 300 + "]", "is no address"),
    _article("alias-itself", "aliases: [alias-itself]"),
    _article("related", "related:\n- slug: ../x\n  title: a", "is no address"),
    _article("tags", "tags: [../../etc, 'C:', con, '<b>', '{{ x }}', 'a\u202eb']"),
    _article("language", "lang: 'x\" onload=\"alert(1)'"),
    _article("html", "title: '<script>alert(1)</script>'\nbyline: '<img src=x onerror=x>'"),
    _article("jinja", "title: '{{ 7 * 7 }} {% raise %}'\nagency: '{{ config }}'"),
    # Bodies.
    _article("brackets", "", body="[" * 100_000),
    _article("nested", "", body="> " * 5_000 + "a"),
    _article("numbers", "", body="1. " * 5_000 + "a"),
    _article("rules", "", body="---\n" * 5_000),
    _article("script", "", body="<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>"),
    _article("links", "", body="[a](javascript:x) <javascript:x> [b][1]\n\n[1]: data:text/html,x"),
    _article("template", "", body="{{ 7 * 7 }} {% include 'x' %} {# y #}"),
    _article("image", "", body="![a](http://a.example/x.gif)\n\n![b][1]\n\n[1]: //a.example/y.gif"),
    _article("long", "", body="word " * 100_000),
    _article("controls", "", body="a\x00b\x01\x07\x1b[31m\x7f\u202e\ufffe"),
    # Files.
    BadContent("articles/empty.md", b"", "'id': the key is missing"),
    BadContent("articles/open.md", b"---\ntitle: a\n", "front matter has no end"),
    BadContent("articles/scalar.md", b"---\nhello\n---\n", "front matter is no mapping"),
    BadContent("articles/latin.md", _page("latin") + b"\xe9", "not UTF-8"),
    BadContent("articles/utf-16.md", _page("utf-16").decode().encode("utf-16"), "not UTF-8"),
    BadContent("articles/half.md", _page("half", body="\ud800"), "not UTF-8"),
    BadContent("articles/a..md", _page("a"), "the name is no address"),
    BadContent("articles/a b.md", _page("a b"), "the name is no address"),
    BadContent("articles/a\nb.md", _page("a"), "the name is no address"),
    BadContent("articles/<b>.md", _page("a"), "the name is no address"),
    BadContent("articles/notes.txt", b"a", "is not read, only .md files"),
    BadContent("articles/deep/er/a.md", _page("a"), "is not read, only .md files"),
    BadContent("pages/index.md", b"a", "is an address of the site itself"),
    BadContent("pages/Assets.md", b"a", "is an address of the site itself"),
    BadContent("pages/page.md", b"a", "is an address of the site itself"),
    BadContent("pages/script.md", b"# <script>alert(1)</script>\n\n{{ 7 * 7 }}"),
    BadContent("pages/dashes.md", b"---\n---\n---\n"),
    BadContent(
        "tags/slash.md", b"---\ntitle: a/b\nslug: ../x\n---\n", "is not the name of the file"
    ),
    BadContent("tags/list.md", b"---\ntitle: [a]\nslug: list\n---\n", "write one text, not a list"),
    BadContent("digests/soon.md", b"---\ntitle: a\n---\n", "is named after no day or week"),
)
