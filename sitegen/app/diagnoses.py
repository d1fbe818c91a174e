"""Rules of the doctor: what of pages, tags and noise rules deserves a person's attention."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from urllib.parse import urlsplit

from sitegen.app.nearest import suggest
from sitegen.app.noise import describe_unstated, list_rules
from sitegen.app.survey import Survey
from sitegen.model.page import Page
from sitegen.model.problem import Problem, Severity
from sitegen.model.record import Record
from sitegen.model.settings import Settings
from sitegen.model.theme import Theme
from sitegen.publish import list_withheld, rights_of
from sitegen.text.slug import make_slug

_MOST_NAMED = 3
# So few articles that most visitors of such a page have read them already.
_THIN = 3
_MOST_THIN_TAGS = 20
_UNTITLED = "untitled"
_LOCAL_HOST = "localhost"
_LOCAL_ID = f"tag:{_LOCAL_HOST},"


def diagnose_pages(record: Record, settings: Settings, now: datetime) -> Iterator[Problem]:
    """Yield what is odd about dates, rights, slugs and addresses of articles."""
    pages = record.pages
    yield from _tell(
        list_withheld(record, settings, now),
        "{} dated in the future and not published yet; mend the date in content/, or wait",
        "note",
    )
    yield from _tell(
        [page for page in pages if page.dating.moment is None],
        "{} without a date; state it in a sidecar of the seed, or set date in content/",
        "note",
    )
    yield from _tell(
        [page for page in pages if not rights_of(page, settings)],
        "{} without a word on whose the text is; state rights in a sidecar of the seed, "
        "or for all texts of a source under [sources.NAME]",
        "note",
    )
    yield from _tell(
        [page for page in pages if page.slug.startswith(_UNTITLED)],
        "{} with a headline that has no letters for an address; give it another title and slug",
        "warning",
    )
    yield from _find_namesakes(pages)
    yield from _find_shared_addresses(pages)


def diagnose_tags(record: Record, settings: Settings) -> Iterator[Problem]:
    """Yield that most tags are on few articles only, and those whose files no article has."""
    counts = Counter(tag for page in record.pages if not page.draft for tag in set(page.tags))
    shown = [count for count in counts.values() if settings.tag_minimum <= count]
    thin = sum(count < _THIN for count in shown)
    if _MOST_THIN_TAGS < thin and len(shown) < 2 * thin:
        message = (
            f"{thin} of {len(shown)} tags have fewer than {_THIN} articles, each with a page and "
            f"three feeds; set minimum = {_THIN} under [tags] to keep {len(shown) - thin}"
        )
        yield Problem("sitegen.toml", message, "warning")
    left = sorted(tag.slug for tag in record.tags if tag.title not in counts)
    if left:
        files = f"{len(left)} file{'s' * (len(left) != 1)}"
        message = (
            f"{files} of tags that no article has; what has been public stays, with what is left "
            f"of it, for its address goes on to answer: {_name_some(left)}"
        )
        yield Problem("content/tags", message, "note")


def diagnose_noise(survey: Survey, settings: Settings) -> Iterator[Problem]:
    """Yield a person's rules for noise that take no line of any seed."""
    for rule in list_rules(survey, settings.noise)["named"]:
        if not rule["lines"]:
            why = describe_unstated(rule) or "takes no line; mend it or take it out"
            message = f"'{rule['line']}' in [{rule['table']}] {why}"
            yield Problem("sitegen.toml", message, "warning")


def diagnose_ids(record: Record, settings: Settings) -> Iterator[Problem]:
    """Yield that ids have the host of a computer, for they were given before there was another."""
    begun = [page for page in record.pages if page.id.startswith(_LOCAL_ID)]
    if begun and urlsplit(settings.base_url).hostname != _LOCAL_HOST:
        message = (
            f"{len(begun)} articles have ids with {_LOCAL_HOST} in them, from before base_url was "
            "set; they are as lasting as others, so keep them, or delete content/ and .sitegen/ "
            "if nothing is published yet"
        )
        yield Problem("content/articles", message, "note")


def diagnose_templates(theme: Theme, ours: Theme) -> Iterator[Problem]:
    """Yield files of templates/ that replace none of ``ours``, and that no other one names.

    Of assets only styles and scripts: pictures may be named by texts.
    """
    known = {name for name, _ in ours.templates}
    for name, _ in theme.templates:
        is_named = any(name in other for own, other in theme.templates if own != name)
        if name not in known and not is_named:
            message = f"replaces no template and none includes it; {suggest(name, known)}"
            yield Problem(f"templates/{name}", message, "warning")
    known = {name for name, _ in ours.assets}
    for name in (name for name, _ in theme.assets if name.endswith((".css", ".js"))):
        is_named = any(name in text for _, text in theme.templates) or any(
            name.encode() in data for own, data in theme.assets if own != name
        )
        if name not in known and not is_named:
            message = f"replaces no asset and no template names it; {suggest(name, known)}"
            yield Problem(f"templates/assets/{name}", message, "warning")


def _tell(pages: Iterable[Page], message: str, severity: Severity) -> Iterator[Problem]:
    """Yield one line for all pages of a kind, with the names of a few."""
    slugs = sorted(page.slug for page in pages)
    if not slugs:
        return
    many = f"{len(slugs)} article{'' if len(slugs) == 1 else 's'}"
    yield Problem("content/articles", f"{message.format(many)}: {_name_some(slugs)}", severity)


def _name_some(slugs: Sequence[str]) -> str:
    named = ", ".join(f"{slug}.md" for slug in slugs[:_MOST_NAMED])
    return f"{named} and {len(slugs) - _MOST_NAMED} more" if _MOST_NAMED < len(slugs) else named


def _find_namesakes(pages: Iterable[Page]) -> Iterator[Problem]:
    """Yield articles whose address has a number because another one has the same headline."""
    slugs = {page.slug for page in pages}
    numbered = []
    for page in pages:
        base, _, number = page.slug.rpartition("-")
        if number.isdecimal() and base in slugs and make_slug(page.title) == base:
            numbered.append(page)
    yield from _tell(
        numbered,
        "{} with the headline of another one and a number in the address; retitle it, or "
        "'sitegen merge' the two if they are one",
        "note",
    )


def _find_shared_addresses(pages: Iterable[Page]) -> Iterator[Problem]:
    """Yield addresses that more than one article has or had, where only one can answer."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for page in pages:
        for slug in (page.slug, *page.aliases):
            owners[slug.casefold()].add(page.slug)
    for slug, sharing in sorted(owners.items()):
        if 1 < len(sharing):
            named = " and ".join(f"{name}.md" for name in sorted(sharing))
            message = f"share the address '{slug}'; take it out of the aliases of all but one"
            yield Problem("content/articles", f"{named} {message}", "warning")
