from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.app.manifest import digest_file, is_safe_path, read_manifest, write_manifest

PATHS = st.text(min_size=1).filter(is_safe_path).filter(lambda path: path.isprintable())
ENTRIES = st.dictionaries(PATHS, st.binary().map(digest_file))


@given(entries=ENTRIES, random=st.randoms())
def test_reading_is_the_inverse_of_writing_in_any_order(
    entries: dict[str, str], random: Random
) -> None:
    shuffled = list(entries.items())
    random.shuffle(shuffled)

    data = write_manifest(shuffled)

    manifest = read_manifest(data)
    assert data == write_manifest(entries.items())
    assert manifest is not None
    assert manifest.hashes == entries


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"sitegen manifest 2\n",
        b"sitegen manifest 1",
        b"sitegen manifest 1\na.html\n",
        b"sitegen manifest 1\n../a.html\t1\n",
        b"sitegen manifest 1\n/etc/passwd\t1\n",
        b"sitegen manifest 1\na.html\t1",
    ],
)
def test_anything_else_is_no_manifest(data: bytes) -> None:
    assert read_manifest(data) is None


@pytest.mark.parametrize(
    "path", ["", ".", "..", "a/../b", "/a", "a/", "a//b", "C:/a", "a\\b", "a\nb", "a\tb", "a\0b"]
)
def test_a_path_that_could_leave_the_folder_is_not_safe(path: str) -> None:
    assert not is_safe_path(path)
