"""The encodings that are known, under the names that Python and people have for them."""

# The encodings that are told apart, with the names that people know them by. More would be found,
# and more often wrongly: each has its rare sisters, which fit the same bytes.
NAMES = {
    "cp1252": "Windows-1252",
    "cp1250": "Windows-1250",
    "cp1251": "Windows-1251",
    "cp1253": "Windows-1253",
    "cp1254": "Windows-1254",
    "cp1255": "Windows-1255",
    "cp1256": "Windows-1256",
    "cp1257": "Windows-1257",
    "iso8859_2": "ISO-8859-2",
    "iso8859_5": "ISO-8859-5",
    "iso8859_7": "ISO-8859-7",
    "koi8_r": "KOI8-R",
    "koi8_u": "KOI8-U",
    "cp866": "IBM866",
    "cp874": "Windows-874",
    "cp932": "Shift_JIS",
    "euc_jp": "EUC-JP",
    "euc_kr": "EUC-KR",
    "gb18030": "GB18030",
    "big5": "Big5",
}
DECLARED_ONLY = {
    "cp949": "EUC-KR",
    "mac_roman": "Mac OS Roman",  # these three are told by letters that stand where none can
    "cp437": "IBM437",
    "cp850": "IBM850",
    "latin-1": "ISO-8859-1",
    "iso2022_jp": "ISO-2022-JP",
    "utf-16-le": "UTF-16 without a mark",
    "utf-16-be": "UTF-16 without a mark",
    **{f"iso8859_{part}": f"ISO-8859-{part}" for part in (3, 4, 6, 8, 9, 10, 13, 14, 15, 16)},
}
# Declared under one name, written in a larger encoding that holds it: what browsers do
# (https://encoding.spec.whatwg.org/#names-and-labels).
LARGER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "tis_620": "cp874",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5hkscs": "big5",
}

WIDE_LETTERS = frozenset({"cp932", "euc_jp", "euc_kr", "gb18030", "big5"})
# Encodings with controls where those of Windows have letters, quotes and dashes: a text with such
# bytes is never in the first, whoever says so.
WINDOWS = {
    "iso8859_2": "cp1250",
    "iso8859_7": "cp1253",
    "iso8859_8": "cp1255",
    "iso8859_13": "cp1257",
    "iso8859_15": "cp1252",
}
