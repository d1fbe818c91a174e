"""Cut an index into files that a reader's browser fetches one by one, by how words begin.

A file is named by the beginning that its words share, and a beginning with too many words gives
its largest branches to files of their own. So a word that is added changes the one file that it
belongs to, and hardly ever where the others are cut.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sitegen.publish.json_text import write_json
from sitegen.publish.search_index import Entry

# In bytes, before the host compresses it: a query fetches two such files for each of its words.
LARGEST_SHARD = 16_000

# What JSON adds to each entry.
_FRAME = 7


def cut_shards(entries: Mapping[str, Entry]) -> dict[str, bytes]:
    """Return the files of an index by the beginning that their words share.

    A word may be written otherwise than its stem; it stands in the file of each of its forms.
    """
    sizes = {key: _measure(key, entry) for key, entry in entries.items()}
    shards = dict(_split("", sorted(sizes), sizes))
    members = {start: set(keys) for start, keys in shards.items()}
    for key, entry in entries.items():
        for form in entry.forms:
            members[find_shard(form, shards)].add(key)
    return {
        start: _write({key: entries[key] for key in sorted(keys)})
        for start, keys in members.items()
    }


def find_shard(word: str, shards: Mapping[str, object]) -> str:
    """Return the longest beginning of a word that has a file of its own.

    >>> find_shard("herring", {"": 0, "h": 0, "he": 0, "hex": 0})
    'he'
    """
    length = len(word)
    while word[:length] not in shards:
        length -= 1
    return word[:length]


def _split(
    start: str, keys: Sequence[str], sizes: Mapping[str, int]
) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield (beginning, keys): what is left at this beginning, then its large branches."""
    rest = sum(sizes[key] for key in keys)
    branches: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        if len(start) < len(key):
            branches[key[: len(start) + 1]].append(key)
    weights = {branch: sum(sizes[key] for key in found) for branch, found in branches.items()}
    parted: list[str] = []
    for branch in sorted(branches, key=lambda one: (-weights[one], one)):
        if rest <= LARGEST_SHARD:
            break
        rest -= weights[branch]
        parted.append(branch)
    yield start, [key for key in keys if key[: len(start) + 1] not in parted or key == start]
    for branch in parted:
        yield from _split(branch, branches[branch], sizes)


def _measure(key: str, entry: Entry) -> int:
    return len(key.encode()) + len(_write_entry(key, entry).encode()) + _FRAME


def _write_entry(key: str, entry: Entry) -> str:
    forms = "" if entry.forms in {(key,), ()} else " ".join(entry.forms)
    mark = "*" if entry.is_common else ""
    return f"{forms}|{mark}{entry.postings}"


def _write(entries: Mapping[str, Entry]) -> bytes:
    written = {key: _write_entry(key, entry) for key, entry in entries.items()}
    return write_json(written).encode()
