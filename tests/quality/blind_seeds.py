"""Make seeds and labels of the files in ``blind/``, in the form of those in ``labelled/``."""

import json
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.quality.labelled.hand_files import read_hand_file
from tests.quality.reading import Tally, measure_reading

BLIND = Path(__file__).parent / "blind"
BLIND_SETS = {
    "seeds written blind": ("pages", "sources", "sites", "later", "latest", "clippings"),
    "second blind set": ("dumps",),
    "third blind set": ("portals", "fronts", "messages", "world", "dailies"),
    "fourth blind set": ("readers",),
    "fifth blind set": ("journals",),
    "sixth blind set": ("scrapes",),
    "seventh blind set": ("harvest",),
    "eighth blind set": ("parcels",),
    "ninth blind set": ("guides", "bundles", "abroad", "pictures", "manuals"),
    "texts of figures": ("tables",),
    "tenth blind set": ("gleanings",),
    "eleventh blind set": ("stacks",),
    "twelfth blind set": ("cuttings",),
    "seeds held back": ("held_back",),
    "mixed seeds held back": ("held_back_mixed",),
    "whole pages": ("whole_pages",),
    "whole pages held back": ("held_back_pages",),
}
HELD_BACK = frozenset({"seeds held back", "mixed seeds held back", "whole pages held back"})


def measure_blind() -> dict[str, Tally]:
    """Measure how each set of folders is read; the name of a set is the key."""
    tallies = {}
    for name, folders in BLIND_SETS.items():
        with TemporaryDirectory() as target:
            write_blind_seeds(Path(target), folders)
            tallies[name] = measure_reading(Path(target))
    return tallies


def write_blind_seeds(target: Path, folders: Iterable[str]) -> None:
    """Write ``seeds/``, ``labels.jsonl`` and ``files.jsonl`` of folders into an empty one."""
    seeds = target / "seeds"
    seeds.mkdir()
    labels: list[str] = []
    records: list[str] = []
    for path in sorted(path for folder in folders for path in (BLIND / folder).glob("*.txt")):
        book = read_hand_file(path, {})
        book.name = f"{path.parent.name}-{book.name}"
        book.finish()
        (seeds / book.name).write_text(book.text(), encoding="utf-8")
        labels += [
            json.dumps(label | {"seed": book.name}, ensure_ascii=False) for label in book.labels
        ]
        records.append(book.record())
    (target / "labels.jsonl").write_text("\n".join(labels) + "\n", encoding="utf-8")
    (target / "files.jsonl").write_text("\n".join(records) + "\n", encoding="utf-8")
