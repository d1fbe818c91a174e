"""From parsed arguments to what a build works on."""

import argparse
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sitegen.app.clock import read_clock
from sitegen.app.config import find_config, override_base_url, read_settings
from sitegen.app.files import Mark
from sitegen.app.own_words import read_own_words
from sitegen.app.site_folder import SiteFolder, open_site
from sitegen.model.problem import Problem
from sitegen.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Job:
    """What a build works on.

    ``settled`` are the marks that seeds must have to be read, by name; None reads them all.
    ``jobs`` is how many processes may draw, 0 leaves it to us. ``problems`` are what is wrong with
    the words beside the templates, which are part of the settings.
    """

    site: SiteFolder
    settings: Settings
    now: datetime
    is_remembering: bool
    settled: Mapping[str, Mark] | None
    jobs: int = 0
    problems: tuple[Problem, ...] = ()


def open_job(arguments: argparse.Namespace, settled: Mapping[str, Mark] | None = None) -> Job:
    """Return what the arguments ask to work on. Raise UsageError, ConfigError."""
    source = Path(arguments.source)
    config = Path(arguments.config) if arguments.config else find_config(source)
    settings = read_settings(config)
    if arguments.base_url is not None:
        settings = override_base_url(settings, arguments.base_url)
    site = open_site(arguments.source, arguments.output, config)
    own = read_own_words(site.templates)
    return Job(
        site=site,
        settings=replace(
            settings, drafts=arguments.drafts, future=arguments.future, words=own.words
        ),
        now=read_clock(arguments.as_of, os.environ),
        is_remembering=not arguments.no_cache,
        settled=settled,
        jobs=arguments.jobs,
        problems=own.problems,
    )
