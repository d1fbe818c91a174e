"""Read who wrote: bylines and agencies."""

import re
from collections.abc import Sequence

from sitegen.ingest.lines import Line, is_prose, make_line
from sitegen.ingest.stamps import names_day
from sitegen.text.dateline import split_dateline
from sitegen.text.lexicon import is_outlet
from sitegen.text.name_kinds import is_person
from sitegen.text.normalize import drop_mail_addresses

_BYLINE = re.compile(
    r"^(?:(?i:(?:(?:words|text|story|report|interview)"
    r"(?: (?:and|&) (?:photo(?:graph)?|picture|image)s?)? )?by"
    r"|words:|byline:|authors?:|contributing:|par|von|por|oprac\."
    r"|from our (?:own |[a-z]+ )?correspondent|with (?:help|files|assistance|contributions?) from"
    r"|de notre correspondante?(?: à \w+)?,?"
    r"|(?:additional |with )?(?:reporting|writing|editing|reported|written|edited|reviewed"
    r"|compiled|posted|published|submitted) by)"
    r"|[Tt]e[xk]t:(?= [A-ZÀ-Þ]\S* [A-ZÀ-Þ])"
    r"|[Dd]oor onze (?:verslaggever|correspondent)|(?:di|[Dd]oor|[Aa][fv])"
    r"(?= [A-ZÀ-Þ]\S* [A-ZÀ-Þ])):? "
    r"((?=[^\W\d_])(?![a-z])[\w'’.-]+(?:,? (?:&|[\w'’.+-]+)){0,9}?)"
    r"(?: \(?[\w.+-]*@[\w.-]+\)?| \([^()\d]{2,60}\)"
    r"| [—–] [A-ZÀ-Þ][\w'’. -]{1,30})?"
    r"(?:;.*|(?i: (?:pictures?|photos?|photographs?):.*))?$"
)
# "Texto: Ida Fellgate", "Interview: Ivo Brandt", "Автор: …": a label, and a name in full.
_NAMED = re.compile(
    r"(?i:interview|te(?:xte?|xto|sto|kst)|szöveg|текст|door|av|autor(?:e|a|in|ka)?|auteure?|автор"
    r"|opracowanie|oprac\.|opr\.|napsala?|írta|yazan|muhabir|penulis|reporter|protokoll) ?: "
    r"((?![a-zß-ÿа-я])[^\W\d_][\w'’.-]+(?: (?![a-zß-ÿа-я])[^\W\d_][\w'’.-]+){1,2})$"
)
_LISTED = re.compile(r"\['([^']{2,40})'(?:, '[^']{2,120}'){0,12}\]$")
_WITH_POST = re.compile(
    r"((?![a-zß-ÿ])[^\W\d_][\w'’.-]+(?: (?![a-zß-ÿ])[^\W\d_][\w'’.-]+){1,3}) ?/ ?(?:[\w-]+ ){0,3}"
    r"(?:Writer|Reporter|Correspondent|Editor|Contributor|Staff)$"
)
_POST = re.compile(
    r"\b(?:correspondent|editor|journalist|reporter|writer|columnist|staff(?: report)?"
    r"|agencies|desk|newsroom"
    r"|critic|(?:news|web) team|redacción|redação|redazione"
    r"|rédaction|redaktion(?:en)?"
    r"|redakcja|redakce|redakcia|redactie|toimitus|agencia|agência|agenzie|agences|corresponsal"
    r"|corrispondente|korrespondent|редакция|редакція|корреспондент)s?$"
)
_LONGEST_POST = 40  # characters; each is sought in no more at the end of a line
_BUREAU = re.compile(r"\b(?:the |our )?[\w-]+ bureaus?$")
_OWN_HANDLE = re.compile(r" @\w{2,30}$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SHORTEST_PLACE = 4  # letters; "Jr" and "MD" belong to a name
_POST_WORDS = 5
_WHOLLY_BRACKETED = re.compile(r"^[(\[]([^()\[\]]+)[)\]]\.?$")
_BYLINE_LIMIT = 24  # words
_BYLINE_PLACE = re.compile(r" (?:(?:in|at|for)|FOR(?= [A-Z]+\.?[A-Z]{2,})) .*$")
_THANKS = re.compile(r"[(\[]?h/t\b")  # whom a writer owes the news, and not the text
_AGENCY = re.compile(
    r"^[(\[](?:with (?:inputs?|reporting|contributions?) (?:from|by) )?"
    r"((?![^()]*\.\))[^()\[\]]{2,60})[)\]]$"
    r"|^(?:sources?|agenc(?:y|ies)): ([^.]{2,40})$|^(?-i:SOURCE) ((?-i:(?=[A-Z])).{2,60})$"
    r"|^(?:avec (?:les information\w|la collaboration) de|con (?:información|informazioni) d[ei]"
    r"|com informações d[aeo]|mit material von|за матеріалами|по материалам):? ([^.]{2,60})$"
    r"|^\((?-i:([A-Z]{2,8}))\)\.? (?-i:[A-Z][a-z]{1,2})$",  # with the sign of who wrote
    re.IGNORECASE,
)
# "Le Courrier avec AFP", "Ivo Brandt mit dpa": whom an agency has helped.
_AGENCIES = frozenset(
    "AFP AP Reuters dpa APA ATS Keystone-ATS Belga ANP EFE ANSA Ansa AGI Lusa PA PTI Xinhua TASS TT"
    " NTB Ritzau STT PAP epd KNA SID".split()
)
_HELPING, _ANDS = frozenset({"avec", "mit", "with", "con", "com", "met"}), frozenset({"et", "und"})
_HELPED_WORDS, _SMALL_WORD = 8, 3  # of the whole line; letters of "de" and the like in a name
_AMID_AGENCY = frozenset(
    "agencies agency and by correspondent correspondents desk for from inputs news of report"
    " reports service services staff the wire wires with &".split()
)
_LETTER = re.compile(r"[^\W\d_]")  # without which a name is a length, a number or a year
_ENDS = frozenset({"end", "ends", "more", "mehr", "fin", "fim"})  # how agencies end a report
_ABBREVIATED = 6  # letters: "afp", "reuters" has more and is written so by nobody
_REMARK_WORDS = 16
_BRACKETED = re.compile(r"^\[[^\[\].!?:]{2,160}\]$")
_LINKED = re.compile(r"^\[ [^\[\]]{8,160} \]$")  # a headline that leads to another page
_POINTER = re.compile(r"^[(\[] ?([A-Z][^()\[\]:]{1,24})(?::| -) [^()\[\]]{2,160}[)\]]$")
_NOTES = ("note", "correct", "update", "edit", "clarif")  # of a newsroom, on the text
_IN_DATELINE = re.compile(r"(?:^|(?<= ))(?:\(([^()]{2,60})\)|/([^()/]{2,40})/)")


def read_byline(line: Line) -> str:
    """Return the name in a line that says who wrote, or an empty string.

    >>> from sitegen.ingest.lines import make_line
    >>> read_byline(make_line("Reporting by Ivo Brandt in Larkmoor; editing by Åsa Lind"))
    'Ivo Brandt'
    >>> read_byline(make_line("(Reporting by Ivo Brandt; editing by Åsa Lind)"))
    'Ivo Brandt'
    >>> read_byline(make_line("By Jane Doe <jane@wire.example>"))
    'Jane Doe'
    >>> read_byline(make_line("['Ida Fellgate', 'Environment Reporter']"))
    'Ida Fellgate'
    """
    if is_prose(line) or _BYLINE_LIMIT < line.words:
        return ""
    # As newspaper3k prints who wrote, and papers of the Caribbean: "Ida Fellgate/Ledger Writer".
    text = line.text
    named = _LISTED.match(text) if text[:1] == "[" else "/" in text and _WITH_POST.match(text)
    if named or (":" in text and (named := _NAMED.match(text))):
        return named[1]
    text = drop_mail_addresses(text)
    bracketed = _WHOLLY_BRACKETED.match(text) if text[:1] in "([" else None
    match = _BYLINE.match(bracketed[1] if bracketed else text)
    if not match or _YEAR.search(match[1]):  # with its date a line holds two facts
        return ""
    return _drop_post(_BYLINE_PLACE.sub("", match[1]).strip(" ,"))


def _drop_post(names: str) -> str:
    """Return names without what the only one of them is in a newsroom, or where.

    >>> [_drop_post(f"Ivo Brandt, {post}") for post in ("Court Reporter", "Larkmoor", "Reuters")]
    ['Ivo Brandt', 'Ivo Brandt', 'Ivo Brandt']
    >>> _drop_post("Ivo Brandt, Åsa Lind"), _drop_post("Ivo Brandt and Our Staff")
    ('Ivo Brandt, Åsa Lind', 'Ivo Brandt and Our Staff')
    """
    words = names.split()
    is_one = {"and", "&"}.isdisjoint(words) and "," not in names and is_person(words[:2])
    if is_one and (name := part_post(words)):
        return name
    name, comma, post = names.partition(", ")
    is_place = " " in name and " " not in post and post.isalpha() and _SHORTEST_PLACE <= len(post)
    is_where = is_place or is_outlet(post) or post.startswith("University of ")
    return name if comma and (is_where or is_post(make_line(post))) else names


def part_post(words: Sequence[str]) -> str:
    """Return the first two words where the others are what somebody is in a newsroom, or nothing.

    >>> part_post("Ivo Brandt Court Reporter".split()), part_post("Ivo Brandt".split())
    ('Ivo Brandt', '')
    """
    return " ".join(words[:2]) if is_post(make_line(" ".join(words[2:]))) else ""


def is_post(line: Line) -> bool:
    """Tell whether a short line names what somebody is in a newsroom."""
    key = _OWN_HANDLE.sub("", line.key) if "@" in line.key else line.key
    if _POST_WORDS < line.words or line.is_sentence:
        return False
    is_bureau = key.endswith((" bureau", " bureaus")) and bool(_BUREAU.match(key))
    return is_bureau or bool(_POST.search(key, max(0, len(key) - _LONGEST_POST)))


def read_agency(line: Line) -> str:
    """Return the agency of a line that holds nothing but a credit, or an empty string.

    >>> from sitegen.ingest.lines import make_line
    >>> read_agency(make_line("(With inputs from Northern Wire)"))
    'Northern Wire'
    >>> read_agency(make_line("[A ferry on a sandbank at noon]"))
    ''
    >>> read_agency(make_line("(H/T Orle Ledger)"))
    ''
    """
    if helping := _read_helping(line):
        return helping
    match = _AGENCY.match(line.text)
    is_picture = line.text[0] == "[" and line.text.islower()  # as dumps name them
    if not match or is_picture or _THANKS.match(line.key):
        return ""
    if match[1] and match[1][:1] == line.text[1] and not _is_agency(match[1]):
        return ""
    if match[2] and not _is_agency(
        re.sub("[()]", "", match[2])
    ):  # "Sources: Kings in talks for a guard"
        return ""
    name: str = next(filter(None, match.groups()))
    return name.strip()


def _read_helping(line: Line) -> str:
    """Return the agency of a line that says who wrote with its help, or an empty string.

    >>> from sitegen.ingest.lines import make_line
    >>> _read_helping(make_line("Le Courrier du Val avec AFP"))
    'AFP'
    >>> _read_helping(make_line("Ein neuer Vertrag mit Reuters"))
    ''
    """
    words = line.text.split() if line.words <= _HELPED_WORDS else []
    if not words or words[-1] not in _AGENCIES:
        return ""
    place = next((i for i, word in enumerate(words) if word in _HELPING), 0)
    names, agencies = words[:place], words[place + 1 :]
    if not all(word[0].isupper() or len(word) <= _SMALL_WORD for word in names):
        return ""
    is_helped = all(word.strip(",") in _AGENCIES or word in _ANDS for word in agencies)
    return agencies[-1] if place and is_helped else ""


def is_remark(line: Line) -> bool:
    """Tell whether a line is in brackets, and neither a name nor a sentence.

    So stands what a picture shows, what a hand or a program has noted, and what leads elsewhere.

    >>> from sitegen.ingest.lines import make_line
    >>> remarks = ("[A ferry on a sandbank]", "[pullquote]", "(PHOTOS: The ferry)")
    >>> [is_remark(make_line(text)) for text in (*remarks, "(with a photo)", "[It was late.]")]
    [True, True, True, False, False]
    >>> is_remark(make_line("[ Why do footbridges cost so much? ]"))
    True
    """
    if line.text[0] not in "([" or _REMARK_WORDS < line.words:
        return False
    if pointer := _POINTER.match(line.text):
        return not any(word in pointer[1].casefold() for word in _NOTES)
    return bool(_BRACKETED.match(line.text) or _LINKED.match(line.text))


def _is_agency(name: str) -> bool:
    """Tell whether what stands alone in brackets is a name, and no sentence, sum or remark."""
    if "credit:" in name.casefold():  # of a picture that is gone
        return True
    if name.casefold() in _ENDS or not _LETTER.search(name) or names_day(name):
        return False
    words = [word for word in name.split() if word.casefold() not in _AMID_AGENCY]
    is_short = len(words) == 1 and len(words[0]) <= _ABBREVIATED
    return is_short or all(word[:1].isupper() and word[-1] not in ":;!?" for word in words)


def read_dateline_agency(paragraph: str) -> str:
    """Return the agency between a place line and the text, or an empty string.

    >>> read_dateline_agency("PORT ELLERY, June 14 (Northern Wire) - Ferries ran.")
    'Northern Wire'
    >>> read_dateline_agency("ORLE (nwd) – Die Fähren fahren wieder.")
    'nwd'
    >>> read_dateline_agency("(Reuters) - Ferries ran.")
    'Reuters'
    >>> read_dateline_agency("PORT ELLERY, June 14, 2024 /Northern Wire/ -- Ferries ran.")
    'Northern Wire'
    """
    dateline, _ = split_dateline(paragraph)
    named = [one[1] or one[2] for one in _IN_DATELINE.finditer(dateline)]
    return named[-1] if named else ""  # before it a region may stand in brackets
