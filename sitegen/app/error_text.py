"""Say in words what went wrong with a file or a disk, and the way out."""

import errno
import os

from sitegen.errors import SitegenError

_FREE_SPACE = "free some space and run the command again; nothing half-written is in place"
_CHECK_RIGHTS = "check who owns it and its permissions"
_MOVE_AWAY = "something of another kind stands in the way; move it away"
_WAYS_OUT = {
    errno.ENOSPC: _FREE_SPACE,
    errno.EDQUOT: _FREE_SPACE,
    errno.EACCES: _CHECK_RIGHTS,
    errno.EPERM: _CHECK_RIGHTS,
    errno.EROFS: "choose a folder that can be written",
    errno.ENOTDIR: _MOVE_AWAY,
    errno.EEXIST: _MOVE_AWAY,
    errno.EISDIR: _MOVE_AWAY,
    errno.ENAMETOOLONG: "choose a shorter name or folder",
    errno.EMFILE: "raise the limit with 'ulimit -n'",
}


def explain_error(error: SitegenError | OSError) -> str:
    """Return the message for a user: place, thing, way out.

    >>> explain_error(PermissionError(errno.EACCES, "Permission denied", "output/index.html"))
    'output/index.html: permission denied; check who owns it and its permissions'
    """
    if isinstance(error, SitegenError):
        return str(error)
    place = os.fsdecode(error.filename) if error.filename else "disk"
    reason = (error.strerror or str(error)).lower()
    way_out = _WAYS_OUT.get(error.errno or 0, "mend that and run the command again")
    return f"{place}: {reason}; {way_out}"
