"""Make up names of people, places and organisations, as many as a corpus needs, none twice."""

from benchmarks.dice import Dice

_ONSETS = """
    Bran Cald Drov Ell Fenn Gris Harl Istr Jor Kest Lund Marr Nev Orl Pell Quill Rosk Sten
    Tarn Ulm Vesk Wyn Yarr Zel
""".split()
_MIDDLES = """
    a e i o ima and ber ena or in ol ush ev ar im at
""".split()
_ENDS = """
    kov strom den rick vay mond tis lund sky ley grim nes pol rath wen zano berg dal quist mir
    sen tov bury lake
""".split()
_TOWNS = """
    ford wick haven mouth stead holm brook bridge market fell cross minster sund vik grad ovo
    mere thorpe gate by ness dale ham port
""".split()
_FAMILIES = """
    ich ova ski well ton man sson ides ault etti ander ough ray croft lin dotter ard ell iak
    enko ero worth combe stone
""".split()
_FIRST = """
    Ada Anselm Birgit Callum Cosima Danilo Edda Fenella Gideon Hester Imogen Jory Kasimir
    Ljubica Maud Noor Odile Piers Quentin Ruta Solveig Teo Ursula Viggo Wynn Yara Zdenka Åsa
    Élodie Rubén
""".split()
_KINDS = """
    Lines Steel Institute Courier Federation Holdings Society Railways Museum Athletic Energy
    Foundry Trust Growers Observatory Press
""".split()
_STRANGERS = 9_000
_APART = 4_000  # ranks, so that the first founder is not the first citizen
_STRIDE = 5_003  # prime, so that neighbours in rank do not look alike


def name_person(rank: int) -> str:
    """Return the full name of the person of that rank.

    >>> name_person(0), name_person(1)
    ('Ada Branakov', 'Ruta Orlanes')
    """
    return f"{_FIRST[rank * 19 % len(_FIRST)]} {_make_word(rank, _ENDS)}"


def name_place(rank: int) -> str:
    """Return the name of a town, which is never a person's."""
    return _make_word(rank + 2 * _APART, _TOWNS)


def name_organisation(rank: int) -> str:
    """Return the name of an organisation: a town's or a founder's, and what it does."""
    return f"{_make_word(rank + _APART, _ENDS)} {_KINDS[rank % len(_KINDS)]}"


def name_stranger(dice: Dice) -> str:
    """Return the name of somebody who is met in one article, hardly ever in two."""
    return f"{dice.pick(_FIRST)} {_make_word(dice.below(_STRANGERS), _FAMILIES)}"


def _make_word(number: int, ends: list[str]) -> str:
    """Return a word for a number, hyphenated where one word is not enough to tell all apart."""
    size = len(_ONSETS) * len(_MIDDLES) * len(ends)
    rest, place = divmod(number, size)
    first, part = divmod(place * _STRIDE % size, len(_MIDDLES) * len(ends))
    middle, end = divmod(part, len(ends))
    word = f"{_ONSETS[first]}{_MIDDLES[middle]}{ends[end]}"
    return f"{word}-{_make_word(rest - 1, ends)}" if rest else word
