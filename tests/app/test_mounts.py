from pathlib import Path

import pytest

from sitegen.app import mounts
from sitegen.app.mounts import find_kind, find_remote

TABLE = r"""22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /srv/news rw,relatime shared:9 - nfs4 box:/news rw,vers=4.2
31 30 8:2 / /srv/news/fast rw,relatime - xfs /dev/sdb1 rw
32 22 0:41 / /srv/two\040words rw - cifs //box/two rw
33 22 0:42 / /srv/twice rw - ext4 /dev/sdc rw
34 22 0:43 / /srv/twice rw - fuse.sshfs box: rw
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/ida/news", "ext4"),
        ("/srv/news", "nfs4"),
        ("/srv/news/seeds", "nfs4"),
        ("/srv/newspaper", "ext4"),
        ("/srv/news/fast/seeds", "xfs"),
        ("/srv/two words/seeds", "cifs"),
        ("/srv/twice", "fuse.sshfs"),
    ],
)
def test_the_nearest_and_latest_mount_holds_a_folder(folder: str, kind: str) -> None:
    assert find_kind(TABLE, Path(folder)) == kind


def test_a_drive_on_the_network_is_found_among_local_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mountinfo").write_text(TABLE, encoding="utf-8")
    monkeypatch.setattr(mounts, "_TABLE", tmp_path / "mountinfo")

    assert find_remote([Path("/home/ida"), Path("/srv/news/seeds")]) == "nfs4"
    assert find_remote([Path("/home/ida"), Path("/srv/news/fast")]) == ""


def test_without_a_table_nothing_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mounts, "_TABLE", tmp_path / "gone")

    assert find_remote([tmp_path]) == ""
