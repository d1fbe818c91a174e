"""The commands that go on until they are interrupted: watch and serve."""

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import NoReturn
from urllib.parse import quote, unquote, urlsplit

from sitegen.app.apart import Builder
from sitegen.app.build_report import BuildReport
from sitegen.app.clock import read_clock
from sitegen.app.config import find_config
from sitegen.app.error_text import explain_error
from sitegen.app.files import Mark
from sitegen.app.job import open_job
from sitegen.app.report import write_briefly, write_summary, write_timings
from sitegen.app.watch import Caller, watch_site
from sitegen.errors import ConfigError, SitegenError, UsageError
from sitegen.text.days import find_day

# Builds, tells, and returns the report, or None where the build failed.
Build = Callable[["Live", Mapping[str, Mark]], BuildReport | None]


def watch(arguments: argparse.Namespace) -> NoReturn:
    """Build again and again until interrupted. Raise UsageError, ConfigError at the start only."""
    for name in ("json", "strict", "verify"):
        if getattr(arguments, name):
            raise UsageError(f"--{name}: says something about one build; leave out --watch")
    Live(arguments).go_on(Live.build)


def serve(arguments: argparse.Namespace) -> NoReturn:
    """Watch, and serve the site. Raise UsageError, ConfigError at the start only."""
    # Only this command pays for a server.
    from sitegen.app.preview.request import allow_hosts
    from sitegen.app.preview.server import open_socket, serve_site
    from sitegen.app.preview.site import read_hashes

    live = Live(arguments)
    output = live.job.site.output
    listening = open_socket(arguments.host, arguments.port)
    hosts = allow_hosts(arguments.host)

    with serve_site(listening, hosts, output, _find_base(live), read_hashes(output)) as server:

        def build(live: Live, settled: Mapping[str, Mark]) -> BuildReport | None:
            server.begin_build()
            report = live.build(settled)
            server.end_build(_find_base(live), read_hashes(output), live.failure)
            return report

        url = f"http://{_write_host(arguments.host)}:{listening.getsockname()[1]}"
        live.tell(f"serving {url}{quote(_find_base(live))}")
        live.go_on(build)


class Live:
    """A site that is built again and again.

    ``job`` is what the last good build worked on, ``failure`` why the last one failed, or nothing.
    """

    def __init__(self, arguments: argparse.Namespace) -> None:
        self._arguments = arguments
        self._config = find_config(Path(arguments.source))
        self._builder = Builder()
        self.job = open_job(arguments)
        self.failure = ""

    def go_on(self, build: Build) -> NoReturn:
        """Watch the site and build it with each change, until interrupted."""
        arguments = self._arguments
        config = Path(arguments.config) if arguments.config else None
        caller = Caller(lambda settled: build(self, settled), self.find_day, self.tell)
        with closing(self):
            watch_site(self.job.site, config, caller, is_polling=arguments.poll)

    def build(self, settled: Mapping[str, Mark]) -> BuildReport | None:
        """Build and tell; where that fails tell why, and leave the last good site."""
        arguments = self._arguments
        try:
            self._find_config()
            built = self._builder.build(arguments, settled)
        except (SitegenError, OSError) as error:
            self.failure = explain_error(error)
            print(f"sitegen: {self.failure}", file=sys.stderr, flush=True)
            return None
        self.job, self.failure = built.job, ""
        for line in write_briefly(built.report.problems, is_verbose=arguments.verbose):
            print(line, file=sys.stderr, flush=True)
        if not arguments.quiet:
            print(write_summary(built.report, with_notes=arguments.verbose), flush=True)
        for line in write_timings(built.timings):
            print(line, flush=True)
        return built.report

    def close(self) -> None:
        """End the process that builds."""
        self._builder.close()

    def _find_config(self) -> None:
        """Raise ConfigError where the site had a configuration and has none now.

        To build with the defaults would be to publish another site.
        """
        if self._arguments.config:
            return
        found = find_config(Path(self._arguments.source))
        if self._config and not found:
            message = "is there no more; put it back, or start again to build with the defaults"
            raise ConfigError(f"{self._config.name}: {message}")
        self._config = found

    def find_day(self) -> date:
        """Return the site's day: pages that are dated later wait for it."""
        now = read_clock(self._arguments.as_of, os.environ)
        return find_day(now, self.job.settings.timezone, is_instant=True)

    def tell(self, line: str) -> None:
        """Say what a person should know beside the reports of builds."""
        if not self._arguments.quiet:
            print(f"sitegen: {line}", file=sys.stderr, flush=True)


def _find_base(live: Live) -> str:
    """Return the path at which the site will be published, as it is served."""
    return unquote(urlsplit(live.job.settings.base_url).path)


def _write_host(host: str) -> str:
    return f"[{host}]" if ":" in host else host
