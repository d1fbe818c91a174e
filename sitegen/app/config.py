"""Read sitegen.toml, once, into a frozen value; every mistake in it is told at the same time."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from typing import Any

from sitegen.app import setting_values as values
from sitegen.app.nearest import suggest
from sitegen.errors import ConfigError, UsageError
from sitegen.model.seed import SourceNoise
from sitegen.model.settings import Settings
from sitegen.text.toml_text import load_toml, name_table

DEFAULTS = Settings(
    title="News digest",
    description="",
    author="",
    base_url="http://localhost:8000/",
    language="en",
    timezone=UTC,
    tag_aliases=(),
    tag_stop=(),
    tag_minimum=2,
    feed_items=50,
    feed_content="full",
    search=True,
    social_cards=500,
    epub=True,
    noise=(),
    drafts=False,
    future=False,
)

# Table, key: the field of Settings, and the function that reads it or says what is wrong.
KEYS: Mapping[str, Mapping[str, tuple[str, Callable[[object], object]]]] = {
    "site": {
        "title": ("title", values.read_title),
        "description": ("description", values.read_text),
        "author": ("author", values.read_text),
        "base_url": ("base_url", values.read_base_url),
        "language": ("language", values.read_language),
        "timezone": ("timezone", values.read_timezone),
    },
    "input": {
        "noise": ("noise", values.read_input_noise),
    },
    "tags": {
        "aliases": ("tag_aliases", values.read_aliases),
        "stop": ("tag_stop", values.read_texts),
        "minimum": ("tag_minimum", values.read_tag_minimum),
    },
    "feeds": {
        "items": ("feed_items", values.read_feed_items),
        "content": ("feed_content", values.read_feed_content),
        "hub": ("feed_hub", values.read_hub),
    },
    "digests": {
        "epub": ("epub", values.read_switch),
    },
    "search": {
        "enabled": ("search", values.read_switch),
    },
    "social_cards": {
        "articles": ("social_cards", values.read_card_count),
    },
    "sitemap": {
        "news": ("news_sitemap", values.read_switch),
    },
    "hosting": {
        "redirects": ("redirects", values.read_switch),
    },
}

# Key of each table [sources.NAME], where NAME is free: the field of Settings, and the function that
# makes of the name and a value what is added to that field.
SOURCE_KEYS: Mapping[str, tuple[str, Callable[[str, object], object]]] = {
    "noise": ("noise", lambda source, value: SourceNoise(source, values.read_noise(value))),
    "rights": ("rights", lambda source, value: (source, values.read_text(value))),
}
_SOURCES = "sources"
_TABLES = (*KEYS, _SOURCES)


def find_config(root: Path) -> Path | None:
    """Return the site's configuration file, None where it has none."""
    own = root / "sitegen.toml"
    if own.exists():
        return own
    shared = root / "pyproject.toml"
    return shared if shared.exists() and "sitegen" in _find_tools(_load(shared)) else None


def read_settings(path: Path | None) -> Settings:
    """Return the settings of a configuration file; without a file, the defaults.

    Raise ConfigError with every mistake in it, UsageError where the file isn't there.
    """
    if path is None:
        return DEFAULTS
    tables = _load(path)
    if path.name == "pyproject.toml":
        tables = _find_tools(tables).get("sitegen", {})
    found: dict[str, object] = {}
    mistakes = list(_read_tables(tables, found))
    if mistakes:
        raise ConfigError(_list_mistakes(path.name, mistakes))
    found |= {"stated_url": found.get("base_url", "")}
    return replace(DEFAULTS, **found)  # type: ignore[arg-type] # each value comes from the reader of its field


def override_base_url(settings: Settings, base_url: str) -> Settings:
    """Return the settings with the base URL of the command line. Raise UsageError."""
    try:
        return replace(settings, base_url=values.read_base_url(base_url))
    except values.MistakeError as mistake:
        raise UsageError(f"--base-url: {mistake}") from None


def _load(path: Path) -> dict[str, Any]:
    try:
        return load_toml(path.read_bytes().decode())
    except FileNotFoundError:
        raise UsageError(f"{path}: there is no such file; check -c/--config") from None
    except IsADirectoryError:
        raise UsageError(f"{path}: is a folder; name the file in it after -c/--config") from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{path.name}:{line}: is not UTF-8; save the file as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(
            f"{path.name}: is not TOML: {_lower_first(str(error))}; "
            "texts stand in double quotes, tables in square brackets"
        ) from None


def _find_tools(tables: Mapping[str, Any]) -> Mapping[str, Any]:
    tools = tables.get("tool", {})
    return tools if isinstance(tools, dict) else {}


def _read_tables(tables: object, found: dict[str, object]) -> Iterator[str]:
    """Put the values into ``found``; yield what is wrong."""
    if not isinstance(tables, dict):
        yield "sitegen must be a table"
        return
    for name, table in tables.items():
        if name not in _TABLES:
            yield _describe_unknown(name, table)
        elif not isinstance(table, dict):
            yield f"[{name}] must be a table of keys"
        elif name != _SOURCES:
            yield from _read_table(name, table, found)
    if isinstance(tables.get(_SOURCES), dict):
        yield from _read_sources(tables[_SOURCES], found)


def _read_table(name: str, table: Mapping[str, Any], found: dict[str, object]) -> Iterator[str]:
    for key, value in table.items():
        if key not in KEYS[name]:
            yield f"unknown key {key!r} in [{name}]; {suggest(key, KEYS[name])}"
            continue
        field, read = KEYS[name][key]
        try:
            found[field] = read(value)
        except values.MistakeError as mistake:
            yield f"[{name}] {key}: {mistake}"


def _read_sources(sources: Mapping[str, Any], found: dict[str, object]) -> Iterator[str]:
    """Add what is said of single sources to what is said of all; yield what is wrong."""
    added: dict[str, list[object]] = {field: [] for field, _ in SOURCE_KEYS.values()}
    for source, table in sources.items():
        place = f"[{name_table(source)}]"
        if not isinstance(table, dict):
            yield f"{source!r} in [{_SOURCES}] must be a table with the source's name: {place}"
            continue
        if not source.strip():
            yield f'[{_SOURCES}.""]: the source needs a name; for all sources use [input]'
            continue
        for key, value in table.items():
            if key not in SOURCE_KEYS:
                yield f"unknown key {key!r} in {place}; {suggest(key, SOURCE_KEYS)}"
                continue
            field, read = SOURCE_KEYS[key]
            try:
                added[field].append(read(source, value))
            except values.MistakeError as mistake:
                yield f"{place} {key}: {mistake}"
    for field, values_of_sources in added.items():
        known = found.get(field)
        found[field] = (*(known if isinstance(known, tuple) else ()), *values_of_sources)


def _describe_unknown(name: str, value: object) -> str:
    if isinstance(value, dict):
        return f"unknown table [{name}]; {suggest(name, _TABLES)}"
    homes = [table for table, keys in KEYS.items() if name in keys]
    way_out = f"put it under [{homes[0]}]" if homes else suggest(name, _TABLES)
    return f"key {name!r} stands outside any table; {way_out}"


def _list_mistakes(place: str, mistakes: list[str]) -> str:
    """Return one message: on one line for one mistake, else a list."""
    if len(mistakes) == 1:
        return f"{place}: {mistakes[0]}"
    return "\n  ".join([f"{place}: {len(mistakes)} mistakes", *mistakes])


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
