from datetime import UTC
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sitegen.app.config import DEFAULTS, find_config, override_base_url, read_settings
from sitegen.errors import ConfigError, UsageError
from sitegen.model.seed import SourceNoise
from sitegen.model.settings import Settings

EXAMPLE = '["Follow * on Blip"]'
TOO_WIDE = (
    "would take lines that nobody meant; "
    "write at least two letters of the line, and * for what differs"
)


def read(folder: Path, text: str, name: str = "sitegen.toml") -> Settings:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_settings(path)


def complain(folder: Path, text: str, name: str = "sitegen.toml") -> str:
    with pytest.raises(ConfigError) as caught:
        read(folder, text, name)
    return str(caught.value)


def test_no_file_gives_the_defaults() -> None:
    assert read_settings(None) == DEFAULTS


def test_an_empty_file_gives_the_defaults(tmp_path: Path) -> None:
    assert read(tmp_path, "") == DEFAULTS


def test_every_key_reaches_its_setting(tmp_path: Path) -> None:
    settings = read(
        tmp_path,
        """
        [site]
        title = "The Mira Courier"
        description = "News from the delta"
        author = "The desk"
        base_url = "https://example.org/news"
        language = "pt-BR"
        timezone = "Europe/Lisbon"
        [tags]
        stop = ["News", "Update"]
        minimum = 3
        [tags.aliases]
        "U.V." = "United Valleys"
        "Port Orle" = "Orle"
        [feeds]
        items = 20
        content = "excerpt"
        hub = "https://hub.example/"
        [sitemap]
        news = true
        [hosting]
        redirects = true
        [search]
        enabled = false
        [social_cards]
        articles = 12
        [digests]
        epub = false
        [sources."Northern Wire"]
        noise = ["Reporting by the night desk"]
        [input]
        noise = ["Follow * on Blip", "Get the app"]
        """,
    )

    assert settings == Settings(
        title="The Mira Courier",
        description="News from the delta",
        author="The desk",
        base_url="https://example.org/news/",
        stated_url="https://example.org/news/",
        language="pt-BR",
        timezone=ZoneInfo("Europe/Lisbon"),
        tag_aliases=(("Port Orle", "Orle"), ("U.V.", "United Valleys")),
        tag_stop=("News", "Update"),
        tag_minimum=3,
        feed_items=20,
        feed_content="excerpt",
        search=False,
        social_cards=12,
        epub=False,
        noise=(
            SourceNoise("", ("Follow * on Blip", "Get the app")),
            SourceNoise("Northern Wire", ("Reporting by the night desk",)),
        ),
        drafts=False,
        future=False,
        feed_hub="https://hub.example/",
        news_sitemap=True,
        redirects=True,
    )


def test_utc_needs_no_database_of_zones(tmp_path: Path) -> None:
    assert read(tmp_path, '[site]\ntimezone = "UTC"').timezone is UTC


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[site]\ntitel = "x"', "unknown key 'titel' in [site]; did you mean 'title'?"),
        ("[feed]\nitems = 3", "unknown table [feed]; did you mean 'feeds'?"),
        (
            "[colours]\n",
            (
                "unknown table [colours]; "
                "known: digests, feeds, hosting, input, search, site, sitemap, "
                "social_cards, sources, tags"
            ),
        ),
        (
            '[feeds]\nhub = "hub.example"',
            (
                "[feeds] hub: 'hub.example' is no web address; "
                "write the hub's whole, such as 'https://hub.example/'"
            ),
        ),
        (
            '[feeds]\nhub = "https://me@hub.example/"',
            "[feeds] hub: 'https://me@hub.example/' has a user name or a '#'; leave it out",
        ),
        ('[sitemap]\nnews = "yes"', "[sitemap] news: must be true or false, not 'yes'"),
        ('title = "x"', "key 'title' stands outside any table; put it under [site]"),
        (
            "colour = 5",
            (
                "key 'colour' stands outside any table; "
                "known: digests, feeds, hosting, input, search, site, sitemap, "
                "social_cards, sources, tags"
            ),
        ),
        ("site = 1", "[site] must be a table of keys"),
        ("[site]\ntitle = 1", "[site] title: must be a text in double quotes, not 1"),
        ('[site]\ntitle = " "', "[site] title: must not be empty"),
        (
            "[site]\nlanguage = 'English'",
            "[site] language: 'English' is no language tag; write one such as 'en' or 'pt-BR'",
        ),
        (
            "[site]\ntimezone = 'Europe/Lisboa'",
            "[site] timezone: 'Europe/Lisboa' is no time zone; did you mean 'Europe/Lisbon'?",
        ),
        (
            "[site]\ntimezone = '/etc/passwd'",
            "[site] timezone: '/etc/passwd' is no time zone; write one such as 'Europe/Lisbon'",
        ),
        ("[input]\nnoises = []", "unknown key 'noises' in [input]; did you mean 'noise'?"),
        (
            "[input]\nnoise = 'Get the app'",
            f"[input] noise: must be a list of lines such as {EXAMPLE}, not 'Get the app'",
        ),
        (
            "[input]\nnoise = ['Get the app', '*']",
            f"[input] noise: '*' {TOO_WIDE}",
        ),
        (
            "[sources.wire]\nnoise = ['3 * 9']",
            f"[sources.wire] noise: '3 * 9' {TOO_WIDE}",
        ),
        (
            "[sources.'Northern Wire']\nnoises = []",
            "unknown key 'noises' in [sources.\"Northern Wire\"]; did you mean 'noise'?",
        ),
        (
            "[sources]\nnoise = ['Get the app']",
            "'noise' in [sources] must be a table with the source's name: [sources.noise]",
        ),
        (
            "[sources.'']\nnoise = []",
            '[sources.""]: the source needs a name; for all sources use [input]',
        ),
        ("sources = 1", "[sources] must be a table of keys"),
        ("[source.wire]\n", "unknown table [source]; did you mean 'sources'?"),
        ("noise = []", "key 'noise' stands outside any table; put it under [input]"),
        ("[tags]\nminimum = 0", "[tags] minimum: must be 1 or more, not 0"),
        (
            "[tags]\nminimum = true",
            "[tags] minimum: must be a whole number, 1 or more, not true",
        ),
        ("[feeds]\nitems = 51", "[feeds] items: must be from 1 to 50, not 51"),
        ("[search]\nenabled = 1", "[search] enabled: must be true or false, not 1"),
        ("[feeds]\ncontent = 'all'", "[feeds] content: must be 'full' or 'excerpt', not 'all'"),
        ("[tags]\nstop = 'a'", "[tags] stop: must be a list of texts such as [\"News\"], not 'a'"),
        (
            "[tags]\naliases = ['a']",
            '[tags] aliases: must be a table of lines such as "US" = "United States", not [\'a\']',
        ),
        (
            "[tags.aliases]\nOrle = 'Ellery'\nEllery = 'Orle'",
            "[tags] aliases: 'Ellery' and 'Orle' each mean the other; drop one",
        ),
        (
            "[tags.aliases]\nOrle = 'Ell'\nell = 'Port'",
            "[tags] aliases: 'Orle' means 'Ell', which means 'Port'; name what is meant in the end",
        ),
    ],
)
def test_a_mistake_is_told_with_its_place_and_the_way_out(
    tmp_path: Path, text: str, message: str
) -> None:
    assert complain(tmp_path, text) == f"sitegen.toml: {message}"


def test_all_mistakes_of_a_file_are_told_together(tmp_path: Path) -> None:
    assert complain(tmp_path, '[site]\ntitel = "x"\n[feeds]\nitems = 0') == (
        "sitegen.toml: 2 mistakes\n"
        "  unknown key 'titel' in [site]; did you mean 'title'?\n"
        "  [feeds] items: must be from 1 to 50, not 0"
    )


def test_a_mistake_of_syntax_is_told_with_its_line(tmp_path: Path) -> None:
    assert complain(tmp_path, "[site]\ntitle = Courier") == (
        "sitegen.toml: is not TOML: invalid value (at line 2, column 9); "
        "texts stand in double quotes, tables in square brackets"
    )


def test_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "sitegen.toml"
    path.write_bytes(b'[site]\ntitle = "caf\xe9"\n')

    with pytest.raises(ConfigError) as caught:
        read_settings(path)

    assert str(caught.value) == "sitegen.toml:2: is not UTF-8; save the file as UTF-8"


def test_a_named_file_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    path = tmp_path / "other.toml"

    with pytest.raises(UsageError) as caught:
        read_settings(path)

    assert str(caught.value) == f"{path}: there is no such file; check -c/--config"


def test_pyproject_may_hold_the_settings(tmp_path: Path) -> None:
    settings = read(
        tmp_path, '[project]\nname = "x"\n[tool.sitegen.site]\ntitle = "Courier"', "pyproject.toml"
    )

    assert settings.title == "Courier"
    assert find_config(tmp_path) == tmp_path / "pyproject.toml"


def test_a_mistake_in_pyproject_is_told_too(tmp_path: Path) -> None:
    assert complain(tmp_path, "[tool]\nsitegen = 3", "pyproject.toml") == (
        "pyproject.toml: sitegen must be a table"
    )


def test_a_pyproject_of_something_else_is_no_configuration(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('tool = "x"', encoding="utf-8")

    assert find_config(tmp_path) is None


def test_our_own_file_wins_over_pyproject(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.sitegen]", encoding="utf-8")
    (tmp_path / "sitegen.toml").touch()

    assert find_config(tmp_path) == tmp_path / "sitegen.toml"


@pytest.mark.parametrize(
    "text",
    [
        "example.org",
        "ftp://example.org/",
        "https://",
        "https://exa mple.org/",
        "https://example.org:port/",
        "https://[::1/",
        "",
    ],
)
def test_only_a_whole_web_address_is_a_base_url(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        override_base_url(DEFAULTS, text)

    assert str(caught.value) == (
        f"--base-url: {text!r} is no web address; "
        "write it whole, such as 'https://example.org/news/'"
    )


@pytest.mark.parametrize(
    "text",
    ["https://me@example.org/", "https://example.org/?a=1", "https://example.org/#", "http://a/?"],
)
def test_a_base_url_has_no_user_no_query_and_no_fragment(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        override_base_url(DEFAULTS, text)

    assert str(caught.value) == (
        f"--base-url: {text!r} has more than scheme, host and path; "
        "leave out user names, '?' and '#'"
    )


@pytest.mark.parametrize("text", ["https://example.org/news", "https://example.org/news//"])
def test_a_base_url_ends_with_one_slash(text: str) -> None:
    assert override_base_url(DEFAULTS, text).base_url == "https://example.org/news/"


def test_whose_the_texts_of_a_source_are_can_be_said(tmp_path: Path) -> None:
    path = tmp_path / "sitegen.toml"
    path.write_text('[sources."Northern Wire"]\nrights = "© Northern Wire"\n', encoding="utf-8")

    assert read_settings(path).rights == (("Northern Wire", "© Northern Wire"),)
