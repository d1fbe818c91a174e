from sitegen.model.theme import Theme
from sitegen.publish.assets import asset_address, make_assets
from sitegen.text.wording import read_wording

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


def test_the_style_sheet_is_one_file_with_its_tokens_and_without_comments() -> None:
    dress = theme(
        ("site.css", b'/* "a" */\np::after { content: "/* b */" }'),
        ("tokens.css", b":root{--a:1}\n"),
    )

    assert [file.data for file in make_assets(dress, ENGLISH)] == [
        b':root{--a:1} p::after{content: "/* b */"}'
    ]


def test_what_a_feed_tells_people_is_told_in_the_language_of_the_site() -> None:
    told = b"This is a feed. Copy its address into a feed reader to follow this site."
    dress = theme(("feed.css", b'rss::before{content: "' + told + b'"}'))

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

    @media (min-width: 60rem) and (hover) { .a .b { inset: calc(1rem + 2px) } }
    """

    (file,) = make_assets(theme(("site.css", sheet)), read_wording("en"))

    assert file.data == (
        b' a:hover,p > a{content: "/* kept */ ;  \'";background: url("x  y.png")}'
        b"@media (min-width: 60rem) and (hover){.a .b{inset: calc(1rem + 2px)}}"
    )
