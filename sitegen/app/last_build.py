"""Know a build that has nothing to do: all it would read and all it would write is as it was.

By content, not by time: the stamp is a digest of every seed, every file of content/, the
templates, the settings and the day, and of what lies in output/ (manifest and sizes).
That an unchanged build would change nothing is a law of its own (tests/properties), so it need
not be worked out again.
"""

from collections.abc import Iterable, Iterator
from hashlib import blake2b

from sitegen.app.content_files import ContentFolder
from sitegen.app.files import read_file
from sitegen.app.inputs import SeedFolder
from sitegen.app.job import Job
from sitegen.app.manifest import MANIFEST_NAME
from sitegen.app.output_tree import read_tree
from sitegen.app.site_folder import SiteFolder
from sitegen.model.theme import Theme
from sitegen.text.days import find_day


def stamp_sources(job: Job, seeds: SeedFolder, content: ContentFolder, theme: Theme) -> bytes:
    """Return the digest of all that a build reads.

    Of the moment only the site's day counts: what is dated later is not published yet.
    """
    return _digest(_list_parts(job, seeds, content, theme))


def stamp_build(sources: bytes, site: SiteFolder) -> str:
    """Return the digest of what was read, as :func:`stamp_sources` gives it, and of output/ now."""
    return _digest((sources, *_list_output(site))).hex()


def _digest(parts: Iterable[bytes]) -> bytes:
    digest = blake2b(digest_size=20)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()


def _list_parts(
    job: Job, seeds: SeedFolder, content: ContentFolder, theme: Theme
) -> Iterator[bytes]:
    today = find_day(job.now, job.settings.timezone, is_instant=True)
    problems = (seeds.problems, content.problems, job.problems)
    known = (job.settings, today, theme.digest, *problems)
    yield repr((known, len(seeds.seeds), len(content.files))).encode(errors="surrogateescape")
    for seed in seeds.seeds:
        yield seed.name.encode(errors="surrogateescape")
        yield seed.data
        yield seed.sidecar_name.encode(errors="surrogateescape")
        yield seed.sidecar
    for file in content.files:
        yield file.path.encode(errors="surrogateescape")
        yield file.data


def _list_output(site: SiteFolder) -> Iterator[bytes]:
    tree = read_tree(site.output)
    rest = (sorted(tree.folders), sorted(tree.others))
    yield repr((sorted(tree.sizes.items()), rest)).encode(errors="surrogateescape")
    if MANIFEST_NAME in tree.sizes:
        yield read_file(site.output / MANIFEST_NAME)[0]
