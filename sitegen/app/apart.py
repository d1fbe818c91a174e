"""Build in a process of its own, so that whoever watches a site stays small, and alive.

A build of 10,000 articles takes more than a gigabyte, of which Python gives little back; a process
that ends gives back all. It is forked from a server that has everything imported and no threads
(``multiprocessing``'s forkserver), for the watcher has some, beside which no fork is safe.
"""

import argparse
import multiprocessing
import os
import signal
import threading
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from multiprocessing import forkserver, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext, SpawnContext

from sitegen.app.build_report import BuildReport
from sitegen.app.files import Mark
from sitegen.app.job import Job, open_job
from sitegen.app.lock import BusyError
from sitegen.app.process import heed_signals, spare_collector, use_safe_streams
from sitegen.app.stopwatch import Timing
from sitegen.errors import SitegenError


@dataclass(frozen=True, slots=True)
class Built:
    """What was built, what the build did, and where its time went, if that was asked."""

    job: Job
    report: BuildReport
    timings: tuple[Timing, ...]


def build_apart(arguments: argparse.Namespace, settled: Mapping[str, Mark]) -> Built:
    """Build from the seeds with these marks. Raise SitegenError, OSError."""
    context = _find_context()
    receiver, sender = context.Pipe(duplex=False)
    # A daemon, so that Python ends it should an interrupt come before we know of it.
    process = context.Process(target=_build, args=(sender, arguments, settled), daemon=True)
    with closing(receiver):
        process.start()
        sender.close()
        try:
            answer = receiver.recv()
        except EOFError:
            process.join()
            raise SitegenError(_describe_end(process.exitcode)) from None
        except BaseException:  # interrupted: what was begun is to be cleared away first
            process.terminate()
            receiver.close()  # it may be about to answer, and nobody reads it
            raise
        finally:
            process.join()
    if isinstance(answer, Built):
        return answer
    raise answer


def _describe_end(exit_code: int | None) -> str:
    """Say that a build ended without an answer, and what can be done.

    >>> _describe_end(-9)
    'the build was killed (signal 9), perhaps for want of memory; the next change begins it again'
    """
    how = "broke off"
    if exit_code is not None and exit_code < 0:
        how = f"was killed (signal {-exit_code}), perhaps for want of memory"
    return f"the build {how}; the next change begins it again"


def _find_context() -> ForkServerContext | SpawnContext:
    """Return how processes are started: from a server where there is one, as not on Windows."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["sitegen.app.ready"])
    # Ctrl-C is for the watcher alone, also while the server still imports what it will need.
    resource_tracker.ensure_running()  # first, for it lets the signal through at its end
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    return context


def _build(sender: Connection, arguments: argparse.Namespace, settled: Mapping[str, Mark]) -> None:
    # Ctrl-C is for the process that a person started; it ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    asked: list[int] = []
    heed_signals(asked.append)
    use_safe_streams()
    spare_collector()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    answer: Built | Exception
    with closing(sender), suppress(KeyboardInterrupt, BrokenPipeError):
        try:
            answer = build_here(arguments, settled)
        except (SitegenError, OSError) as error:
            answer = error
        except Exception:
            if asked:  # an interrupt may come out as another error
                return
            raise
        sender.send(answer)


def _end_with_parent() -> None:
    """End as soon as the watcher is killed: nobody waits, and the lock is to be free."""
    parent = multiprocessing.parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)


def build_here(arguments: argparse.Namespace, settled: Mapping[str, Mark]) -> Built:
    """Build once no other process works on the site.

    Seeds that change meanwhile no longer have the marks of the job and wait for the next build.
    """
    from sitegen.app.build import run_build
    from sitegen.app.progress import make_progress

    progress = make_progress(arguments)
    try:
        while True:
            job = open_job(arguments, settled)
            try:
                report = run_build(job, progress)
            except BusyError:  # it has waited for a while, and waits on
                continue
            # What the drafts gave is for the cache, which has it; the marks the watcher has.
            output = replace(report.output, drawn={}) if report.output else None
            report = replace(report, output=output)
            return Built(replace(job, settled=None), report, progress.stop())
    finally:
        progress.clear()
