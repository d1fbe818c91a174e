"""Choose among the dates that a page and what stands beside it give, and keep what says otherwise.

The order is: the text's own stamp, its place line, what is stated beside the text, the address, and
at last the posts and pictures that the text shows.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from operator import itemgetter

from sitegen.model.dating import UNKNOWN, Dating

_EXACTNESS = ("instant", "day", "month", "year")
_SLACK = timedelta(
    days=1
)  # between zones, and between the evening's screen and the morning's print
_LENGTHS = {"month": timedelta(days=31), "year": timedelta(days=366)}


def settle_date(claims: Sequence[Dating | None]) -> Dating:
    """Return the first of the dates, as exact as those say that agree with it.

    ``claims`` stand best first. Of those that were stated, the first that disagrees is kept as
    ``contrary``; an old post or picture contradicts nothing.

    >>> from datetime import datetime, UTC
    >>> stamp = Dating(datetime(2024, 6, 14, 12, tzinfo=UTC), "day", "14 June 2024")
    >>> beside = Dating(datetime(2024, 6, 14, 9, 30, tzinfo=UTC), "instant", "in wire.toml")
    >>> settle_date([stamp, None, beside]).precision
    'instant'
    >>> old = Dating(datetime(2021, 6, 14, 12, tzinfo=UTC), "day", "14 June 2021")
    >>> settle_date([stamp, old]).contrary
    '14 June 2021'
    """
    known = [(claim.moment, claim) for claim in claims if claim and claim.moment]
    if not known:
        return UNKNOWN
    agreeing = [claim for moment, claim in known if _refines(moment, *known[0])]
    best = min(agreeing, key=lambda claim: _EXACTNESS.index(claim.precision))
    contrary = (
        claim.evidence
        for moment, claim in known
        if claim.basis == "stated" and not _agree((moment, claim), known[0])
    )
    return replace(best, contrary=next(contrary, ""))


def _agree(one: tuple[datetime, Dating], other: tuple[datetime, Dating]) -> bool:
    """Tell whether two dates may be of one day, as far as they are known."""
    (early, coarse), (late, _) = sorted((one, other), key=itemgetter(0))
    return late - early <= _LENGTHS.get(coarse.precision, timedelta()) + _SLACK


def _refines(moment: datetime, first_moment: datetime, first: Dating) -> bool:
    """Tell whether a moment lies in what the first date says, be it a day, a month or a year."""
    letters = {"year": 4, "month": 7}.get(first.precision, 10)
    return moment.isoformat()[:letters] == first_moment.isoformat()[:letters]
