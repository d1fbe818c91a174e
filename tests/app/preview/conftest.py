from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from sitegen.app.manifest import MANIFEST_NAME, digest_file, write_manifest


@pytest.fixture
def write_site() -> Callable[[Path, Mapping[str, bytes]], None]:
    """What a build leaves behind: the files, and the manifest that names them."""

    def write(output: Path, files: Mapping[str, bytes]) -> None:
        for path, data in files.items():
            (output / path).parent.mkdir(parents=True, exist_ok=True)
            (output / path).write_bytes(data)
        entries = [(path, digest_file(data)) for path, data in files.items()]
        (output / MANIFEST_NAME).write_bytes(write_manifest(entries))

    return write
