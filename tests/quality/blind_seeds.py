"""Make seeds and labels of the files in ``blind/``, in the form of those in ``labelled/``."""

import json
from pathlib import Path

from tests.quality.labelled.hand_files import read_hand_file
from tests.quality.reading import Tally, measure_reading

BLIND_SET = "seeds written blind"
BLIND = Path(__file__).parent / "blind"


def measure_blind(target: Path, folder: str = "*") -> Tally:
    """Write the seeds of one folder, or of all, into an empty one, and measure their reading."""
    write_blind_seeds(target, folder)
    return measure_reading(target)


def write_blind_seeds(target: Path, folder: str = "*") -> None:
    """Write ``seeds/``, ``labels.jsonl`` and ``files.jsonl`` of one folder, or of all."""
    seeds = target / "seeds"
    seeds.mkdir()
    labels: list[str] = []
    records: list[str] = []
    for path in sorted(BLIND.glob(f"{folder}/*.txt")):
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
