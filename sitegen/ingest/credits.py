"""Read who took a picture: the credits of captions."""

import re
from collections.abc import Iterator

from sitegen.ingest.caption_labels import drop_label, is_captioned
from sitegen.ingest.day_figures import DAYS_IN_FIGURES
from sitegen.ingest.licences import drop_offer, may_offer
from sitegen.ingest.lines import Line
from sitegen.ingest.photographers import ARCHIVES, say_once
from sitegen.ingest.stamps import names_day
from sitegen.ingest.word_lists import read_words
from sitegen.model.article import Caption
from sitegen.text.english import STOPWORDS
from sitegen.text.sentences import ends_in_abbreviation, ends_sentence
from sitegen.text.words import count_words

# Agencies that write themselves small, and credits in the brackets of East Asia.
_SMALL = "(?:ansa|afp|dpa|efe|epa|apa|lusa|belga|anp|ntb|tass|hina|pap|ctk|čtk|mti|reuters)"
_BRACKETED = re.compile(
    r"[(\[]((?=[^\W\d_])(?![^()\[\]]*\d[-–]\d)"
    r"(?:(?:(?![a-zß-ÿ])|(?:pic|photo|picture|image|foto)s?(?: by|:))"
    rf"[^()\[\]]{{2,90}}|(?:foto|photo|ph\.?) (?=[A-ZÀ-Þ])[^()\[\]:]{{2,60}}"
    r"|(?:fot|zdj|arch|arh)\. ?[^()\[\]]{2,60}|фото(?: |: ?)[^()\[\]]{2,60}"
    rf"|{_SMALL}\w{{0,10}}))[)\]]\.?$"
)
_WIDE = re.compile(
    "（([^（）]{0,30}(?:[社聞摄攝撮]|提供|通信|写真|供图|사진|기자|뉴스)[^（）]{0,30})）$"
)
# "豆腐=10日、有働美佐撮影", "=組合提供": as papers of Japan and China sign pictures.
_TAKEN = re.compile(r"[、，,=＝ ]\s*([^\s、，,。=＝]{1,20}(?:撮影|提供|摄|攝|撮))$")
# "Ihr Haus, damals. Foto z archiwum": an archive behind a label that has no colon.
_ARCHIVED = re.compile(
    r"(?<=[.!?»”\"]) ((?i:photos?|fotos?|фото|bild)[ -][^.:]{0,24}?"
    r"\b(?i:arch|arqu|arh|арх)[^.:]{0,60})\.?$"
)
# REUTERS/Name/File Photo: words and initials around slashes, after the sentence has ended. The
# space comes before what stands before it: a search leaps from one to the next.
_WORD = r"[\w&'’.-]+"
_SLASHED = re.compile(
    rf"\s(?:(?<=[.!?\"”]\s)|(?<=^\s))\s*((?=[A-ZÀ-Þ]){_WORD}(?: {_WORD}){{0,4}}"
    rf"(?: ?/ ?{_WORD}(?: {_WORD}){{0,4}}){{1,4}})\.?$"
)
# "The mayor at noon. Ivo Brandt for the Ledger", "The mayor at noon. | Brandt": a name that stands
# behind the sentence.
_NAME = (
    r"(?:The )?(?!The |A |An |He |She |It |They )[A-ZÀ-Þ][\w'’&.-]*"
    r"(?: (?:(?:of|for|the|de|von|via|and|&) )*[A-ZÀ-Þ][\w'’&.-]*){0,4}"
)
_TRAILING = re.compile(
    rf"\s(?:(?<=[.!?]\s)|(?<=[.!?][\"'”’]\s))(?<!\b[A-Z]\.[A-Z]\.\s)\s*(?:\| |/ |– |— |- |© ?)?"
    rf"((?=\S+[ /])(?:(?i:photo|picture|foto|image): )?{_NAME}"
    rf"(?: ?/ ?{_NAME}){{0,3}})$"
)
_KNOWN = re.compile(rf"(?<=[.!?\"'”’]) ({_NAME}(?:, {_NAME}| \d+)?)$")
# "The mayor at noon. Ivo Brandt | Orle Club | Getty Images", "… Ivo Brandt | Wire"
_HANDED_ON = re.compile(
    rf"(?<=[.!?]) ({_NAME}(?: \| {_NAME}){{0,2}} \| (?:{ARCHIVES})|(?=\S+ [^|]+ \|){_NAME} \| \w+)$"
)
# "Le musée, le 28 mars. YANN LE BIHAN POUR « LE LITTORAL »": capitals behind a caption in small.
_POUR = re.compile(
    r"(?<=[.!?»]) ((?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]* ){1,4}(?:POUR|FOR|PARA|/) ?(?:« ?)?"
    r"[A-ZÀ-Þ][A-ZÀ-Þ'’ .-]{1,60}(?: ?»)?)$"
)
# Brackets that hold no credit: several in a row, a score, and what a file is: "(PDF, 3.1 MB)".
_NO_CREDIT = re.compile(
    r"(?:\[[^\[\]]{1,40}\] ?){2,}$|\([A-Z ]{0,6}\d{1,3}[-–]\d{1,3}\)$"
    r"|[(\[](?:PDF|DOCX?|XLSX?|PPTX?|ZIP|MP3|MP4)\b[^()\[\]]{0,24}[)\]]\.?$"
    r"|\((?i:and|but|or|not|if|when|why|how|so|because|even|maybe) [^()]{1,60}\)$"
)
# "(Reporting by Ines Vole; Editing by Karl Ott)": how agencies sign the last paragraph.
_DESK = re.compile(
    r"(?:additional |with )?(?:reporting|writing|editing|compiled|written|inputs?)\b", re.IGNORECASE
)
# "Residents queue at a tap on Sunday.—Ida Fellgate / White Star": as papers of South Asia have it.
_DASHED = re.compile(r"(?<=[.!?])[—–]([A-ZÀ-Þ][\w'’&.-]*(?: (?:/ )?[A-ZÀ-Þ][\w'’&.-]*){0,5})$")
# "The pool on a quiet morning © Ida Fellgate", "Ida Fellgate at her desk. Courtesy of Tarn House".
_SIGNED = re.compile(
    r"(?<=[^\s,;:])(?<![Cc]opyright)"
    r"(?:(?: [|/])? (?:(?:(?:Photo|Foto|Image|Bild) )?(?:©|📷|📸) ?(?=[^\W\d_])"
    r"|(?=Courtesy of [A-ZÀ-Þ]))| [–—-] ?Copyright (?=[A-ZÀ-Þ]))"
    r"([^.:|©]{3,60})\.?$"
)
# "Image source, Ida Fellgate Image caption, The pier": three elements of a page in one line.
_SOURCED = re.compile(
    r"image (?:source|copyright),? ?(.{2,60}?) ?image caption,? ?(.{8,})$", re.IGNORECASE
)
# "The pier at noon Image source, Ida Fellgate": the two that stand below a picture.
_SOURCED_BEHIND = re.compile(r"(.{12,}\S) image (?:source|copyright), ?(.{2,60})$", re.IGNORECASE)
_BY = re.compile(
    r"^(?:(?:(?:staff |file )?photo(?:graph(?:er)?)?|pic|picture|image|foto|(?:photo )?credit"
    r"|crédit photo|kuva|bild|фото)s?"
    r"(?: by| ?:| ©)|(?:fot|zdj)\.|(?-i:(?:foto|photo|ph\.?) (?=[A-ZÀ-Þ])))\s*",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[A-Z]{2,4}(?: [A-Z]{2,4})+$")
# "🐟 Herring landings fell, the institute said. (The Ledger)": a note of a newsletter.
_NOTE = re.compile(r"[\U0001F300-\U0001FAFF\u2600-\u27bf](?<![📷📸📹🎥🖼])")
# "58 min: GOAL! Harwick 1-1 Orle (Reed)": an entry of a report that was written as it happened.
_MINUTE = re.compile(r"\d{1,3}(?: ?\+ ?\d{1,2})?(?: ?min|['’′])")
_SENTENCE_ENDS = (". ", "! ", "? ", '" ', "” ", ".' ", "’ ")
_TAKEN_ENDS = ("撮影", "提供", "摄", "攝", "撮")
_SIGNS = (" ©", " 📷", " 📸", " Courtesy of ", "- Copyright ", "– Copyright ")
_OTHER_LABELS = ("crédit", "фото", "cortes", "imagen", "zdj.")
_LABELLED = re.compile(
    r"[\s|/–—-]*(?:© ?)?(?:\b|(?<=[a-z\d])(?-i:(?=(?:Credit|Image):)))"
    r"(?:(?:photo|file|staff|handout|crédit) )?"
    r"(?:(?:photo(?:graph)?|pic|picture|image|handout|cr[eé]dit|foto)s?"
    r"(?: by| ?:|/| courtesy of|\.\.\.|…)|(?:kuva|bild|фото|fotografía|image[nm]|fotoğraf) ?:"
    r"|(?-i:Photographer):|(?:fot|zdj)\.|cedid[ao] por|cortesía de|cortesia de)\s*:?\s*"
    r"((?=.{2})(?:[^.:]|(?<=\b[a-z])\.(?= ?[a-z]|$)|(?<=\bdok)\.|(?<=\barch)\.){0,80})\.?$",
    re.IGNORECASE,
)
# Before these a sentence must end, and neither "Dr." nor "I." is one.
_BEHIND_SENTENCE = frozenset({_SLASHED, _TRAILING, _HANDED_ON, _KNOWN})
_NAMES_ALONE = frozenset({_TRAILING, _KNOWN})
_BUTTONS = read_words("buttons")
_SAID_WORDS, _SIGNED_WORDS, _TITLED_WORDS, _SMALL_LETTERS, _CREDIT_WORDS = 3, 5, 7, 3, 8
_DAY = re.compile(r"(?<!\S)\d{1,2}\.$")
_YEAR = re.compile(r"\d{4}")
_IN_NO_NAME = frozenset({"in", "on", "without"})
# What every credit has near its end; most lines have it not, and need no closer look.
_TAIL, _ENDING = 160, 80  # characters; of a sentence
_FILED = ("FILE - ", "FILE – ", "FILE — ", "FILE PHOTO", "FILE: ", "File photo: ", "File image: ")
_FILED_WORDS = 4  # and the name of a file has fewer
_CAPTION_LIMIT = 1_000  # characters; what is longer is no caption


def split_caption(text: str, *, is_known: bool = False) -> Caption:
    """Part a caption into what the picture shows and who took it; licensing offers go.

    >>> split_caption("It sank in fog. NORTHERN WIRE/Bo Ek/File Photo Purchase Licensing Rights")
    Caption(text='It sank in fog.', credit='NORTHERN WIRE/Bo Ek/File Photo')
    >>> split_caption("Item 1 of 2 The mayor. (Meridian)")
    Caption(text='The mayor.', credit='Meridian')

    >>> split_caption("The pier at noon Image source, Ida Fellgate")
    Caption(text='The pier at noon', credit='Ida Fellgate')

    Where a line is known to be a caption, less is asked of a name behind its sentence.

    >>> split_caption("The mayor rows to work. Ida Fellgate, The Orle Mail", is_known=True).credit
    'Ida Fellgate, The Orle Mail'
    """
    if sourced := _part_sourced(text):
        return sourced
    kept = say_once(drop_label(drop_offer(text)))
    for shape in (*_list_shapes(kept), *([_KNOWN] if is_known else ())):
        match = shape.search(kept)
        if not match or match[1].casefold() in STOPWORDS or _DESK.match(match[1]):
            continue
        if names_day(match[1]) or (shape is _BRACKETED and DAYS_IN_FIGURES.search(match[1])):
            continue  # "(Ida Fellgate, 17.11.2026)": who wrote, and when
        said = kept[: match.start()]
        if shape in _BEHIND_SENTENCE and _ends_no_sentence(said):
            continue
        is_short = said.count(" ") < _SIGNED_WORDS - 1 and not ends_sentence(said)
        if shape is _SIGNED and is_short:  # it may be a footer
            continue
        if shape in _NAMES_ALONE and (_is_no_name(said, match[1]) or _is_day(said, match[1])):
            continue
        if _has_letters(said) and count_words(match[1]) <= _CREDIT_WORDS * 2:
            credit = _BY.sub("", match[1].strip())
            return Caption(text=said.strip(), credit=credit)
    return Caption(text=kept.strip(), credit="")


def _part_sourced(text: str) -> Caption | None:
    """Return a caption in the same line as ``Image source``, if that is there; few lines say it."""
    if "mage " not in text.lower():
        return None
    if sourced := _SOURCED.match(text):
        return Caption(text=sourced[2].strip(), credit=sourced[1].strip())
    behind = _SOURCED_BEHIND.match(text)
    return Caption(text=behind[1].strip(), credit=behind[2].strip()) if behind else None


def _ends_no_sentence(said: str) -> bool:
    """Tell whether what stands before a name is too short to be told, or ends with ``Prof.``."""
    return said.count(" ") < _SAID_WORDS - 1 or ends_in_abbreviation(said)


def _is_no_name(said: str, name: str) -> bool:
    """Tell whether the last words are not who took a picture.

    They are the second half of a headline, ``We Built It in a Week. Nobody Noticed``, or how
    somebody signs a letter, ``SLEEPLESS IN SALTBY``, or an agency its report, ``PTI XYZ ABC``.
    """
    words = said.split()
    is_headline = _TITLED_WORDS <= len(words) and not _YEAR.search(said)
    is_headline = is_headline and not any(
        word[0].islower() and _SMALL_LETTERS < len(word) for word in words
    )
    is_headline = is_headline or bool(_INITIALS.match(name)) or name.casefold() in _BUTTONS
    return is_headline or not _IN_NO_NAME.isdisjoint(name.casefold().split())


def _is_day(said: str, name: str) -> bool:
    """Tell whether the last word is the month of a day: ``am 20. Mai.``."""
    return " " not in name and bool(_DAY.search(said))


def _has_letters(text: str) -> bool:
    """Tell whether a text says anything: "1. The Farm" is no caption of a picture named 1."""
    return any(character.isalpha() for character in text)


def _list_shapes(text: str) -> Iterator[re.Pattern[str]]:
    """Yield the shapes of credits that a text can have: to see that is cheaper than to try."""
    if text.endswith((")", "]", ").", "].")) and not _NO_CREDIT.search(text):
        yield _BRACKETED
    if text.endswith("）"):
        yield _WIDE
    if text.endswith(_TAKEN_ENDS):
        yield _TAKEN
    if "redit: " in text[-_TAIL:] or "redit..." in text[-_TAIL:]:
        yield _LABELLED
    if "/" in text:
        yield _SLASHED
    if _is_labelled(text[-_TAIL:].lower()):
        yield _LABELLED
        yield _ARCHIVED
    yield from _list_names(text)


def _list_names(text: str) -> Iterator[re.Pattern[str]]:
    """Yield the shapes of names without a label."""
    if " | " in text:
        yield _HANDED_ON
    if " POUR " in text or " FOR " in text or " PARA " in text or " / " in text:
        yield _POUR
    if any(map(text.__contains__, _SIGNS)):
        yield _SIGNED
    if "—" in text or "–" in text:
        yield _DASHED
    if _has_sentence(text):
        yield _TRAILING


def _is_labelled(text: str) -> bool:
    return (
        "photo" in text
        or "picture" in text
        or "pic:" in text
        or "image" in text
        or "credit" in text
        or "foto" in text
        or "handout" in text
        or (not text.isascii() and any(label in text for label in _OTHER_LABELS))
        or "kuva" in text
        or "bild" in text
        or "fot." in text
        or "cedid" in text
    )


def has_credit(line: Line) -> bool:
    """Tell whether a line ends in a picture credit, as captions do and sentences do not."""
    text = line.text
    if _CAPTION_LIMIT < len(text) or (not text[:1].isalpha() and _is_entry(text)):
        return False
    if text[:1] == "F" and text.startswith(_FILED):
        return _FILED_WORDS <= line.words
    if is_captioned(line) or (line.key[:1] == "i" and _SOURCED.match(text)):
        return True
    if text.endswith(_TAKEN_ENDS) and _TAKEN.search(text):
        return True
    if not _may_credit(line):
        return False
    if drop_offer(line.text) != line.text:
        return True
    caption = split_caption(line.text)
    is_done_by = caption.text[-1:] == "." and " " not in caption.text  # "oprac. (KJ)"
    return bool(caption.credit) and not is_done_by and count_words(caption.credit) <= _CREDIT_WORDS


def _is_entry(text: str) -> bool:
    """Tell whether a line is a minute of a report as it happened, or a note of a newsletter."""
    return bool(_MINUTE.match(text) or _NOTE.match(text))


def _may_credit(line: Line) -> bool:
    """Tell whether the end of a line has what any credit has: a bracket, a slash, a word.

    A sentence has it close to its end, and another line may have a name behind its sentences.
    """
    ending = line.key[-_ENDING if line.is_sentence else -_TAIL :]
    if "/" in ending or ending.endswith((").", "].", ")", "]")):
        return True
    if _is_labelled(ending) or may_offer(ending):
        return True
    if line.is_sentence:
        return False
    is_signed = _has_sentence(line.text) or any(map(line.text.__contains__, _SIGNS))
    return is_signed or (not line.text.isascii() and bool(_DASHED.search(line.text)))


def _has_sentence(text: str) -> bool:
    """Tell whether a sentence ends inside a text: before that no name can stand behind one."""
    return any(map(text.__contains__, _SENTENCE_ENDS))
