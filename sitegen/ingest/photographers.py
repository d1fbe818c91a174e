"""Tell the lines that hold nothing but who took a picture, and for whom."""

import re

from sitegen.ingest.caption_labels import is_labelled
from sitegen.ingest.lines import Line, is_titled
from sitegen.text.lexicon import is_outlet
from sitegen.text.name_kinds import is_person

# What stands before the colon in other languages: "Crédit photo : Ida Fellgate", "Фото: …".
LABELS = (
    r"(?:crédits?|créditos?|crediti)(?: (?:photos?|fotos?|fotogr[aá]ficos?|de (?:la )?imagen))?"
    r"|photos?|fotos?|foto's|fotografías?|fotografias?|imagen|imagem|immagine|bild(?:er|quelle)?|kuvat?"
    r"|fotoğraf(?:lar)?|fotók?|valokuva|φωτ(?:ο|ογραφία)|фото|снимка|снимки|фотографія|צילום|תמונה|الصورة|صورة|تصوير|عکس"
    r"|ảnh|写真|撮影|图|圖|图片|摄影|攝影|사진|ภาพ|फोटो"
)
_LONE = re.compile(
    r"^(?:(?i:photo(?:graph(?:er)?)?s?|pictures?|images?|(?:photo )?illustrations?"
    r"|(?:image |photo )?credits?|image source|foto)"
    r"(?:(?i: by|:|,|/|\.\.\.| courtesy of)| ©)+|(?i:image copyright),?(?= )"
    rf"|(?i:{LABELS})(?: \(\d{{1,2}}\))? ?[:：])\s*:?\s*"
    r"((?:[^.:]|(?<=\b[A-Z])\.|(?<=\bdok)\.|(?<=\barch)\.|\.(?=\d)){2,80})\.?$"
    r"|^(?i:fot|zdj)\. ((?:[^.:]|(?<=\b[A-Z])\.){2,80})$"
    r"|^((?=.*/)[A-ZÀ-Þ][\w'’&.-]*(?:(?:[ /]| via )[A-ZÀ-Þ][\w'’&.-]*){1,6})$"
)
# "(Photo by Ivo Brandt)", "(Meridian photo)", "Meridian Images": nothing but who took the picture.
_LONE_BRACKETED = re.compile(
    r"^[(\[](?:(?i:(?:(?:file )?(?:photo(?:graph)?|picture|image)s?|credits?)"
    r"(?: by|:| courtesy of))\s*([^()\[\].:]{2,80})"
    r"|([A-ZÀ-Þ][\w'’&.-]*(?: [A-ZÀ-Þ][\w'’&.-]*){0,4}) (?i:(?:file )?photos?)"
    r"|([A-ZÀ-Þ][\w'’&. -]{0,40} (?i:photo) ?/[^()\[\].:]{2,60}))[)\]]\.?$"
    r"|^((?:[A-ZÀ-Þ][\w'’&-]* ){1,2}Images|(?:[A-ZÀ-Þ][\w'’&.-]* ){2,4}via (?:[A-Z]\w* )?Images)$"
)
# "ADA SORANO / Ledger", "Special to the Ledger / ADA SORANO": one side in capitals, and one not.
_SHOUTED = r"(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]* ){1,3}[A-ZÀ-Þ][A-ZÀ-Þ'’-]+"
_PHOTOGRAPHER = re.compile(
    r"(?=[^/]*[a-zß-ÿ]|[^/]*/[^/]*[a-zß-ÿ])"
    rf"(?:{_SHOUTED} / [^/]{{2,40}}|[^/]{{2,40}} / {_SHOUTED})$"
)
_SHOUTED_TWICE = re.compile(rf"{_SHOUTED} / (?:THE )?[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{{1,30}}$")
# "Ida Fellgate | Bloomberg | Getty Images", "Ivo Brandt/The Orle Mail via AP, File".
ARCHIVES = "Getty Images|AFP|Reuters|AP|Bloomberg|NurPhoto|Shutterstock|Alamy|EPA|Anadolu|Imago"
_HANDED = re.compile(
    rf"[A-ZÀ-Þ][\w'’. -]{{1,40}}(?: ?\| ?[A-ZÀ-Þ][\w'’. -]{{1,40}}){{0,2}} ?\| ?(?:{ARCHIVES})$"
    rf"|[A-ZÀ-Þ][\w'’. -]{{1,40}}/[A-ZÀ-Þ][\w'’. -]{{1,40}}(?: via (?:{ARCHIVES}))?(?:, File)?$"
)
# "(Ivo Brandt/Reuters)": a person in front of who handed the picture on, where wires are alone.
_NAMED = re.compile(
    r"[(\[]((?:[A-ZÀ-Þ][\w'’.-]+ ){1,2}[A-ZÀ-Þ][\w'’-]+) ?/ ?([^()\[\]/]{2,30})[)\]]$"
)
# "Photographer: Ida Fellgate/Wire Photographer: Ida Fellgate/Wire": a label and all behind it.
_TWICE = re.compile(r"((?<!\S)[^\W\d_][\w ]{2,20}: ?\S.{2,80}?)\s*\1\.?$")
_MADE = frozenset({"archive", "file", "handout", "pool", "stringer"})
# "Courtesy of Tarn House", "© Provided by The Ledger": whose picture it is, as portals say.
_GIVEN = re.compile(r"(?:[Cc]ourtesy of|© Provided by) ((?:the )?[^.:|]{3,60})$")
_GIVEN_LETTERS = "Cc©"
# "Ida Fellgate / Radio Orle": a person, and for whom.
_PERSON_FOR = re.compile(r"([^/]{5,40}) / ([^/]{3,40})$")
# The same by people and papers that nobody knows, several in a row; and what else tells it.
_TITLE_NAME = r"(?:[A-ZÀ-Þ][\w'’.&-]*)"
_ONE_SHARED = (
    rf"{_TITLE_NAME}(?: {_TITLE_NAME}){{1,3}} ?/ ?"
    rf"(?:[Tt]he )?{_TITLE_NAME}(?: (?:of )?{_TITLE_NAME}){{0,3}}"
)
_SHARED = re.compile(
    rf"{_ONE_SHARED}(?:; (?:{_ONE_SHARED}|{_TITLE_NAME}(?: {_TITLE_NAME}){{0,3}}))*$"
)
_COURTESY = re.compile(r"(?:Courtesy|COURTESY)(?: of| OF|:)? [A-ZÀ-Þ][^.:|]{2,60}$")
_SOURCE = re.compile(rf"Source: {_ONE_SHARED}$")
_COPYRIGHT = re.compile(r"© ?(?=[^\W\d_])(?:[^\d.:|©]|\.(?=\w)){2,60}$")
_BY = re.compile(r"(?:photo(?:graph)?|picture)s? by ", re.IGNORECASE)
_LABEL = re.compile(r"(?:Source: |© ?|Courtesy (?:of )?)")
_STATIONS = frozenset({"radio", "tv", "news", "media", "public"})
# How either begins, but for names with a slash or "Images".
_LONE_LETTERS = frozenset("picfbkvzφфсצתاصعả写撮图圖摄攝사ภफ([©")
_NAME_WORDS = 3
_LONGEST = 160  # characters


def say_once(text: str) -> str:
    """Return a caption whose last words behind a label stand there twice with them once.

    >>> say_once("The pier. Photo: Ida/Wire Photo: Ida/Wire"), say_once("Soon: no. Soon: yes.")
    ('The pier. Photo: Ida/Wire', 'Soon: no. Soon: yes.')
    """
    twice = _TWICE.search(text[-_LONGEST * 2 :]) if text.count(":") > 1 else None
    return text[: len(text) - len(twice[0])] + twice[1] if twice else text


def read_lone_credit(line: Line) -> str:
    """Return the credit of a line that holds nothing but one, or an empty string.

    >>> from sitegen.ingest.lines import make_line
    >>> read_lone_credit(make_line("Photo by Ivo Brandt"))
    'Ivo Brandt'
    >>> read_lone_credit(make_line("(Ivo Brandt/Reuters)"))
    'Ivo Brandt/Reuters'
    """
    text = say_once(line.text)
    may_be_one = line.key[:1] in _LONE_LETTERS or "/" in text or text.endswith("Images")
    may_be_one = may_be_one or "|" in text
    if not may_be_one or _LONGEST < len(text):
        return ""
    if (" / " in text or "|" in text or " via " in text) and is_photographer(text):
        return _BY.sub("", text)
    if (named := _NAMED.match(text)) and is_outlet(named[2]) and not is_outlet(named[1]):
        return text[1:-1]
    if given := _GIVEN.match(text):
        return given[1]
    match = _LONE.match(text) or _LONE_BRACKETED.match(text)
    if not match or is_labelled(text) or (match[0].count("/") and _is_pair_of_words(match[0])):
        return ""
    credit: str = next(filter(None, match.groups()))
    if line.key.startswith("bild") and not is_titled(credit):  # what a paper of that name says
        return ""
    return credit.strip()


def is_photographer(text: str) -> bool:
    """Tell whether a line names who took a picture and for whom, and is no way to a page.

    >>> is_photographer("ADA SORANO / Ledger"), is_photographer("Home / Cities / Orle")
    (True, False)
    >>> is_photographer("ADA SORANO / THE LEDGER"), is_photographer("WORLD / NORTH COAST")
    (True, False)
    >>> is_photographer("Rosa Fell / Radio Orle"), is_photographer("Rosa Fell / Books")
    (True, False)
    >>> is_photographer("Ida Fellgate | Getty Images"), is_photographer("Ivo/The Mail via AP, File")
    (True, True)
    """
    shapes = (_PHOTOGRAPHER, _SHOUTED_TWICE, _HANDED)
    return any(shape.match(text) for shape in shapes) or _is_person_for(text)


def is_given(line: Line) -> bool:
    """Tell whether a line says whose picture stands above it, as portals say of what they reprint.

    >>> from sitegen.ingest.lines import make_line
    >>> [is_given(make_line(f"© {text}")) for text in ("Provided by The Mail", "2025 The Mail")]
    [True, False]
    """
    return line.text[:1] in _GIVEN_LETTERS and bool(_GIVEN.match(line.text))


def _is_person_for(text: str) -> bool:
    match = _PERSON_FOR.match(text)
    if not match:
        return False
    is_for = is_outlet(match[2]) or not _STATIONS.isdisjoint(match[2].lower().split())
    return is_for and _is_person_name(match[1])


def _is_person_name(name: str) -> bool:
    words = name.split()
    return 1 < len(words) <= _NAME_WORDS and is_person([words[0], words[-1]])


def _is_pair_of_words(text: str) -> bool:
    """Tell whether a line says one thing and another, ``EUR/USD``, ``Video/Photo``, and no name."""
    parts = [part.strip() for part in text.split("/")]
    return not any(" " in part or part.casefold() in _MADE or is_outlet(part) for part in parts)


def name_credit(line: Line) -> str:
    """Return the credit of a line that is known to hold nothing else, without its label.

    >>> from sitegen.ingest.lines import make_line
    >>> [name_credit(make_line(text)) for text in ("© Orle Images", "Source: Ivo Brandt/Wire")]
    ['Orle Images', 'Ivo Brandt/Wire']
    """
    return read_lone_credit(line) or _LABEL.sub("", _drop_brackets(line.text))


def is_shared_credit(text: str) -> bool:
    """Tell whether a text is who took a picture and for whom, where it stands beside a caption.

    Elsewhere two names with a slash between them may as well be the way to a page.

    >>> is_shared_credit("Ida Fellgate / The Orle Mail"), is_shared_credit("Home / World / Orle")
    (True, False)
    >>> is_shared_credit("(Ida Fellgate / The Orle Mail)")
    True
    >>> is_shared_credit("Courtesy Tarn House"), is_shared_credit("Source: Ivo Brandt/Wire")
    (True, True)
    """
    bare = _drop_brackets(text)
    if "/" in bare and (_SHARED.match(bare) or _SOURCE.match(bare)):
        return True
    is_owned = bare.startswith(("C", "©"))  # as few lines are, of the many that are asked
    return is_owned and bool(_COURTESY.match(bare) or _COPYRIGHT.match(bare))


def _drop_brackets(text: str) -> str:
    return text[1:-1] if text[0] == "(" and text[-1] == ")" else text
