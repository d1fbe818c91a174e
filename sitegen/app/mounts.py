"""Tell on which kind of file system a folder lies, for a network tells nobody of its changes."""

import re
from collections.abc import Iterable
from pathlib import Path

_TABLE = Path("/proc/self/mountinfo")
# Names of the kernel (proc_pid_mountinfo(5)): network drives, and folders that a virtual machine
# has from its host.
_REMOTE = frozenset(
    """
    9p afs ceph cifs fakeowner glusterfs lustre ncpfs nfs nfs4 smb3 smbfs vboxsf virtiofs vmhgfs
    fuse.glusterfs fuse.grpcfuse fuse.rclone fuse.s3fs fuse.sshfs fuse.vmhgfs-fuse
    """.split()
)
_OCTAL = re.compile(r"\\([0-7]{3})")


def find_remote(folders: Iterable[Path]) -> str:
    """Return the kind of the first file system that is changed from elsewhere, or nothing.

    Only Linux has the table that tells; on other systems nothing is found.
    """
    try:
        table = _TABLE.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""
    kinds = (find_kind(table, folder) for folder in folders)
    return next((kind for kind in kinds if kind in _REMOTE), "")


def find_kind(table: str, folder: Path) -> str:
    r"""Return the kind of the file system that holds a folder.

    >>> table = "22 1 8:1 / / rw - ext4 /dev/sda rw\n40 22 0:5 / /mnt/a rw shared:1 - nfs4 a:/b rw"
    >>> find_kind(table, Path("/mnt/a/seeds")), find_kind(table, Path("/mnt/ab"))
    ('nfs4', 'ext4')
    """
    best, kind = 0, ""
    for line in table.splitlines():
        mount, _, source = line.partition(" - ")
        words = mount.split(" ")
        if len(words) > 4:  # noqa: PLR2004 - the fifth field is the place
            place = Path(_OCTAL.sub(lambda code: chr(int(code[1], 8)), words[4]))
            # Of two mounts at one place the later one is seen.
            if (folder == place or place in folder.parents) and best <= len(place.parts):
                best, kind = len(place.parts), source.split(" ")[0]
    return kind
