"""From parsed arguments to what a build works on, and to how it is shown."""

import argparse
import os
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from sitegen.app.clock import read_clock
from sitegen.app.config import find_config, override_base_url, read_settings
from sitegen.app.files import Mark
from sitegen.app.progress import Progress
from sitegen.app.site_folder import open_site
from sitegen.app.stopwatch import Stopwatch
from sitegen.app.survey import Job


def open_job(arguments: argparse.Namespace, settled: Mapping[str, Mark] | None = None) -> Job:
    """Return what the arguments ask to work on. Raise UsageError, ConfigError."""
    source = Path(arguments.source)
    config = Path(arguments.config) if arguments.config else find_config(source)
    settings = read_settings(config)
    if arguments.base_url is not None:
        settings = override_base_url(settings, arguments.base_url)
    return Job(
        site=open_site(arguments.source, arguments.output, config),
        settings=replace(settings, drafts=arguments.drafts, future=arguments.future),
        now=read_clock(arguments.as_of, os.environ),
        is_remembering=not arguments.no_cache,
        settled=settled,
        jobs=arguments.jobs,
    )


def make_progress(arguments: argparse.Namespace) -> Progress:
    """Return the progress that the arguments ask for: shown only where somebody looks."""
    is_shown = sys.stderr.isatty() and not arguments.quiet and not arguments.json
    return Progress(
        sys.stderr if is_shown else None,
        Stopwatch() if arguments.timings else None,
        None if arguments.quiet else sys.stderr,
    )
