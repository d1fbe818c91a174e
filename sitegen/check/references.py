"""Find the links that lead nowhere, each told once however many pages have it."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from sitegen.check.addresses import Target
from sitegen.check.facts import Link, PageFacts
from sitegen.check.findings import MEND, error, mend_link, shorten
from sitegen.model.problem import Problem


class References:
    """All links of a site: for each target the first place that has it, and how many have."""

    def __init__(self) -> None:
        self._places: dict[Target, str] = {}
        self._counts: Counter[Target] = Counter()

    def add(self, links: Iterable[Link]) -> None:
        """Take the links of one more file."""
        for link in links:
            self._places.setdefault(link.target, link.place)
            self._counts[link.target] += 1

    def find_dead(
        self, paths: Collection[str], pages: Mapping[str, PageFacts]
    ) -> Iterator[Problem]:
        """Yield what leads to no file of the site, or to a place that its page does not have."""
        for target, place in self._places.items():
            fault = _find_fault(target, paths, pages)
            if fault:
                more = self._counts[target] - 1
                others = f", as {more} more links do" if more else ""
                yield error(place, f"links to {fault}{others}; {mend_link(place)}")


def find_misleading(paths: Collection[str], pages: Mapping[str, PageFacts]) -> Iterator[Problem]:
    """Yield the redirects that do not lead to a page in one step."""
    for page in pages.values():
        if not page.is_redirect:
            continue
        target = page.moved_to
        if target is None or target.path not in paths:
            yield error(page.path, f"sends its reader to no page of the site; {MEND}")
            continue
        there = pages.get(target.path)
        if target.path == page.path:
            yield error(page.path, f"sends its reader to itself; {MEND}")
        elif there and there.is_redirect:
            yield error(page.path, f"sends its reader to {target.path}, which sends on; {MEND}")
        elif there and there.canonical and there.canonical != page.canonical:
            yield error(page.path, f"has another canonical address than {target.path}; {MEND}")


def _find_fault(target: Target, paths: Collection[str], pages: Mapping[str, PageFacts]) -> str:
    """Return what is wrong with a target, the empty string where it is there."""
    path, fragment = target.path, target.fragment
    if path.startswith("../"):
        return f"'{shorten(path)}', which is outside of the site"
    if path not in paths:
        if f"{path}/index.html" in paths:
            return f"the folder '{shorten(path)}' without a slash at its end"
        return f"'{shorten(path)}', which is not there"
    page = pages.get(path)
    if fragment and page and fragment not in page.anchors and fragment != "top":
        return f"'#{shorten(fragment)}', which {path} does not have"
    return ""
