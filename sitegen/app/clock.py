"""What time it is: the one place that asks, so that everything else gets it as a value."""

from collections.abc import Mapping
from datetime import UTC, datetime

from sitegen.errors import UsageError


def read_clock(as_of: str | None, environment: Mapping[str, str]) -> datetime:
    """Return the moment of this build in UTC, in whole seconds.

    That is ``as_of`` (an ISO date or instant), else SOURCE_DATE_EPOCH
    (https://reproducible-builds.org/specs/source-date-epoch/), else now.
    Raise UsageError for a time that cannot be read.

    >>> read_clock("2024-06-14T09:30:00+02:00", {}).isoformat()
    '2024-06-14T07:30:00+00:00'
    >>> read_clock(None, {"SOURCE_DATE_EPOCH": "86400"}).isoformat()
    '1970-01-02T00:00:00+00:00'
    """
    if as_of is not None:
        return _read_instant(as_of)
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if epoch:
        return _read_epoch(epoch)
    return datetime.now(UTC).replace(microsecond=0)


def _read_instant(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return aware.astimezone(UTC).replace(microsecond=0)
    except (ValueError, OverflowError):
        raise UsageError(
            f"--as-of: {text!r} is not a time; write 2024-06-14 or 2024-06-14T09:30:00Z"
        ) from None


def _read_epoch(text: str) -> datetime:
    try:
        return datetime.fromtimestamp(int(text), UTC)
    except (ValueError, OverflowError, OSError):
        raise UsageError(
            f"SOURCE_DATE_EPOCH: {text!r} is not a number of seconds since 1970; "
            "mend or unset the variable"
        ) from None
