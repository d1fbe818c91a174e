"""Draw the picture that stands for a page where it is shared. The only module that knows Pillow.

Four colours and an indexed PNG keep it under 10 kB; the font is a file beside the code, so that
every machine draws the same.
"""

from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from sitegen.publish.social_card_text import CardText
from sitegen.text.package_data import read_data

# What https://ogp.me readers show whole, in pixels.
WIDTH, HEIGHT = 1200, 630
MARGIN = 72
BAR = 18
SMALL = 34
# More letters of a text have no room anyway.
LONGEST_TEXT = 300
# Sizes of a title, and how many lines of it there is room for.
TITLE_SIZES = ((84, 3), (70, 4), (58, 5))
LEADING = 1.22

# Paper, what is between it and ink, ink, accent: the light colours of the style sheet.
_PALETTE = (251, 248, 242, 141, 138, 132, 31, 27, 22, 143, 36, 22)
# A pixel of the drawing, black on white, to its place in the palette.
_SHADES = [2] * 85 + [1] * 105 + [0] * 66
_FONT = "fonts/DejaVuSerifCondensed-Bold.ttf"


def draw_card(text: CardText) -> bytes:
    """Return a PNG of a card."""
    canvas = Image.new("L", (WIDTH, HEIGHT), 255)
    drawing = ImageDraw.Draw(canvas)
    font, lines = _fit(text.title)
    small = _load_font(SMALL)
    drawing.text((MARGIN, MARGIN), _cut(text.above, small), font=small, fill=0)
    top = MARGIN + 2 * SMALL
    for number, line in enumerate(lines):
        drawing.text((MARGIN, top + number * font.size * LEADING), line, font=font, fill=0)
    place = (MARGIN, HEIGHT - MARGIN - SMALL)
    drawing.text(place, _cut(text.below, small), font=small, fill=0)
    picture = Image.frombytes("P", canvas.size, canvas.point(_SHADES).tobytes())
    picture.putpalette(_PALETTE)
    ImageDraw.Draw(picture).rectangle((0, 0, WIDTH, BAR), fill=3)
    data = BytesIO()
    picture.save(data, "PNG", bits=2)
    return data.getvalue()


@cache
def _load_font(size: int) -> ImageFont.FreeTypeFont:
    # The layout of Pillow itself: Raqm is on some machines only.
    data = BytesIO(read_data("sitegen.publish", _FONT))
    return ImageFont.truetype(data, size, layout_engine=ImageFont.Layout.BASIC)


def _fit(title: str) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """Return the largest font in which a title has room, and its lines; the last may be cut."""
    title = title[:LONGEST_TEXT]
    for size, room in TITLE_SIZES:
        font = _load_font(size)
        lines = _wrap(title, font)
        if len(lines) <= room:
            return font, lines
    size, room = TITLE_SIZES[-1]
    font = _load_font(size)
    lines = _wrap(title, font)
    return font, [*lines[: room - 1], _cut(" ".join(lines[room - 1 :]), font)]


def _wrap(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= WIDTH - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return [_cut(line, font) for line in lines if line]


def _cut(text: str, font: ImageFont.FreeTypeFont) -> str:
    """Return as much of a line as there is room for."""
    text = text[:LONGEST_TEXT]
    if font.getlength(text) <= WIDTH - 2 * MARGIN:
        return text
    while text and WIDTH - 2 * MARGIN < font.getlength(f"{text}…"):
        text = text[:-1]
    return f"{text.rstrip()}…"
