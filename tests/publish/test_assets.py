import re
from urllib.parse import quote

import pytest

from sitegen.model.theme import Theme
from sitegen.publish.assets import asset_address, asset_path, explain_missing, make_assets
from sitegen.text.wording import read_wording
from tests.publish.site_samples import shipped_theme

LAYERS = ("tokens", "base", "components", "states", "adaptations")
ENGLISH = read_wording("en")


def theme(*assets: tuple[str, bytes]) -> Theme:
    return Theme(templates=(), assets=assets, digest="")


def test_assets_are_published_unchanged_under_the_names_that_pages_link() -> None:
    dress = theme(("site.css", b"p{}"), ("fonts/a.woff2", b"\x00  /* */"))

    assert {file.path: file.data for file in make_assets(dress, ENGLISH)} == {
        asset_address(dress, "site.css"): b"p{}",
        asset_address(dress, "fonts/a.woff2"): b"\x00  /* */",
    }
    assert asset_address(dress, "fonts/a.woff2").startswith("assets/fonts/a.")


def test_the_style_sheet_is_one_file_tokens_first_and_what_a_site_adds_last() -> None:
    dress = theme(
        ("own.css", b"p { color: red }"),
        ("site.css", b'/* "a" */\np::after { content: "/* b */" }'),
        ("tokens.css", b":root{--a:1}\n"),
    )

    assert [file.data for file in make_assets(dress, ENGLISH)] == [
        b':root{--a:1}p::after{content:"/* b */"}p{color:red}'
    ]


def test_a_style_sheet_loads_fonts_and_pictures_by_their_published_names() -> None:
    style = (
        b"""a{b:url("fonts/a.woff2") url(../assets/x.png) url( 'logo.svg' ) url(data:image/x)}"""
    )
    dress = theme(
        ("fonts/a.woff2", b"a"),
        ("logo.svg", b"b"),
        ("print/own.css", b"a{b:url(../logo.svg)}"),
        ("site.css", style),
    )
    font, logo = (asset_address(dress, name) for name in ("fonts/a.woff2", "logo.svg"))

    files = {file.path: file.data.decode() for file in make_assets(dress, ENGLISH)}

    within = [path.removeprefix("assets/") for path in (font, logo)]
    assert files[asset_address(dress, "site.css")] == (
        f"a{{b:url(\"{within[0]}\") url(../assets/x.png) url( '{within[1]}' ) url(data:image/x)}}"
    )
    assert files[asset_address(dress, "print/own.css")] == f"a{{b:url(../{within[1]})}}"


def test_a_name_with_signs_that_addresses_lack_is_linked_as_an_address() -> None:
    dress = theme(("50 %/#1.svg", b"a"), ("site.css", b'a{b:url("50%20%25/%231.svg#top")}'))

    [picture, style] = sorted(make_assets(dress, ENGLISH), key=lambda file: file.path)

    within = quote(picture.path)
    assert "%20%25/%231." in within
    assert asset_path(dress, "50 %/#1.svg") == within
    told = f'a{{b:url("{within.removeprefix("assets/")}#top")}}'
    assert style.data.decode() == told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("logo.sgv", "there is no templates/assets/logo.sgv, perhaps 'logo.svg' is meant"),
        ("assets/logo.svg", "there is no templates/assets/assets/logo.svg, perhaps 'logo.svg'"),
        ("harbour", "there is no templates/assets/harbour"),
        ("own.css", "own.css is published as a part of site.css, which asset('site.css') links"),
        ("tokens.css", "tokens.css is published as a part of site.css, which asset('site.css')"),
    ],
)
def test_who_asks_for_what_is_not_there_is_told_what_is(name: str, told: str) -> None:
    dress = theme(("logo.svg", b"a"), ("own.css", b"b{}"), ("site.css", b"a{}"))

    assert asset_path(dress, name) == ""
    assert explain_missing(dress, name).startswith(told)
    assert ("perhaps" in explain_missing(dress, name)) == ("perhaps" in told)


def test_an_address_without_quotes_goes_out_as_it_is() -> None:
    sheet = b"a { b: url(data:image/svg+xml,%3Csvg{c:d;}/*e*/); }"

    [file] = make_assets(theme(("print.css", sheet)), ENGLISH)

    assert file.data == b"a{b:url(data:image/svg+xml,%3Csvg{c:d;}/*e*/)}"


def test_a_byte_order_mark_of_a_style_sheet_is_not_published() -> None:
    dress = theme(("own.css", b"\xef\xbb\xbfb{}"), ("site.css", b"a{}"))

    assert [file.data for file in make_assets(dress, ENGLISH)] == [b"a{}b{}"]


def test_what_a_feed_tells_people_is_told_in_the_language_of_the_site() -> None:
    told = b"This is a feed. Copy its address into a feed reader to follow this site."
    dress = theme(("feed.css", b'rss::before{content:"' + told + b'"}'))

    [english] = make_assets(dress, ENGLISH)
    [german] = make_assets(dress, read_wording("de"))

    assert english.data == dict(dress.assets)["feed.css"]
    assert "Dies ist ein Feed." in german.data.decode()


def test_a_name_changes_with_the_bytes_and_only_with_them() -> None:
    names = [asset_address(theme(("site.css", data)), "site.css") for data in (b"a", b"b", b"a")]

    assert names[0] == names[2] != names[1]


def test_an_asset_that_the_theme_lacks_has_no_address() -> None:
    assert not asset_address(theme(), "site.css")


def test_a_style_sheet_goes_out_without_comments_and_spaces_and_means_the_same() -> None:
    sheet = b"""/* a { color: red } */
    a:hover, p > a { content: "/* kept */ ;  '"; background: url("x  y.png") }
    .a\\: b { --c: ; }

    @media (min-width: 60rem) and (hover) { .a .b { inset: calc(1rem + 2px) } }
    """

    (file,) = make_assets(theme(("site.css", sheet)), read_wording("en"))

    assert file.data == (
        b' a:hover,p>a{content:"/* kept */ ;  \'";background:url("x  y.png")}'
        b".a\\: b{--c:}"
        b"@media (min-width:60rem) and (hover){.a .b{inset:calc(1rem + 2px)}}"
    )


def test_every_rule_of_ours_is_in_a_layer_and_none_is_important() -> None:
    shipped = shipped_theme()
    files = {file.path: file.data for file in make_assets(shipped, ENGLISH)}
    sheet = files[asset_address(shipped, "site.css")].decode()

    depth, names = 0, []
    for piece in re.findall(r"[^{}]*[{}]", sheet):
        if depth == 0:
            names.append(piece.rstrip("{").strip())
        depth += 1 if piece.endswith("{") else -1

    assert names == [f"@layer {name}" for name in LAYERS]
    assert "!important" not in sheet


def test_a_script_goes_out_without_comments_of_their_own_and_indentation() -> None:
    script = b"""// why
    const a = {
      b: "http://c", // then
      d: `e`,
    };

    f(a)
    """

    (file,) = make_assets(theme(("copy.js", script)), ENGLISH)

    assert file.data == b'const a = {b: "http://c", // then\nd: `e`,};f(a)\n'


@pytest.mark.parametrize("script", [b"a = `b\n    c`;\n", b'a = "b\\\n    c";\n'])
def test_a_script_with_text_of_several_lines_goes_out_as_it_is(script: bytes) -> None:
    (file,) = make_assets(theme(("copy.js", script)), ENGLISH)

    assert file.data == script
