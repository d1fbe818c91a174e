"""Read the articles in ``articles/`` and make the altered copies that the seeds hold."""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

TRUNCATED_SHARE = 0.6
MARK = re.compile(r"^\s*(?:[-*•–>]\s+|\d+\)\s+|\|\s*)+")
LEAD_IN = re.compile(
    r"^(?:(?:© )?(?:Photo by|Staff photo by|Photograph:|Photo:|Picture:|Image:|Foto:|Credit:"
    r"|Photo credit:|Crédit photo :|Image source,|Credit\.\.\.|©|via"
    r"|(?:Crédits?|Credits|Photos?|Fotos?(?: \(\d+\))?|Bild(?:er)?|Фото) ?:|foto(?= \S)|fot\.))\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Block:
    """One line of a body as the source has it: a paragraph, list item, quote, row or heading."""

    raw: str
    heading: bool = False

    @property
    def cells(self) -> list[str]:
        return [cell.strip() for cell in self.raw.strip().strip("|").split("|")]

    @property
    def is_row(self) -> bool:
        return self.raw.startswith("| ")

    @property
    def text(self) -> str:
        """What a label says of it: without bullet, quote mark or dashes."""
        if self.heading:
            return bare_heading(self.raw)
        if self.is_row:
            return " | ".join(self.cells)
        return " ".join(MARK.sub("", self.raw).split())


@dataclass(frozen=True, slots=True)
class Article:
    """An article and, for a copy, how it was altered."""

    name: str
    title: str
    blocks: tuple[Block, ...]
    kind: str = "base"
    alt: str | None = None
    dek: str | None = None
    date: str | None = None
    by: str | None = None
    agency: str | None = None
    event: str | None = None
    version: str | None = None
    captions: tuple[tuple[str, str], ...] = ()
    edits: tuple[tuple[str, str], ...] = ()
    truncated: bool = False


@dataclass(slots=True)
class _Draft:
    name: str
    fields: dict[str, str] = field(default_factory=dict)
    captions: list[tuple[str, str]] = field(default_factory=list)
    edits: list[tuple[str, str]] = field(default_factory=list)
    body: list[str] = field(default_factory=list)


def bare_heading(raw: str) -> str:
    """Strip what only marks a heading as one: dashes, hashes, stars, squares."""
    return " ".join(raw.strip().strip("-–—#*■▪ ").split())


def bare_credit(tail: str) -> str:
    """Strip brackets and lead-in words off a credit."""
    text = tail.replace("Purchase Licensing Rights", "").strip().strip("()[]|").strip()
    return LEAD_IN.sub("", text).strip()


def read_articles(folder: Path) -> dict[str, Article]:
    """Read every article; a later version takes paragraphs of the earlier one by number."""
    found: dict[str, Article] = {}
    for path in sorted(folder.glob("*.txt")):
        for chunk in path.read_text("utf-8").split("@@ ")[1:]:
            draft = _read_draft(chunk)
            found[draft.name] = _finish(draft, found)
    return found


def _read_draft(chunk: str) -> _Draft:
    head, _, body = chunk.partition("\n\n")
    name, *lines = head.split("\n")
    draft = _Draft(name.strip())
    for line in lines:
        key, _, value = line.partition(": ")
        if key == "cap":
            text, _, tail = value.partition(" ‖ ")
            draft.captions.append((text, tail))
        elif key == "edit":
            old, _, new = value.partition(" => ")
            draft.edits.append((old, new))
        else:
            draft.fields[key] = value
    draft.body = [line for line in body.split("\n") if line.strip()]
    return draft


def _finish(draft: _Draft, found: dict[str, Article]) -> Article:
    fields = draft.fields
    earlier = found[fields["version"]].blocks if "version" in fields else ()
    blocks: list[Block] = []
    for line in draft.body:
        if line.startswith("= "):
            blocks += _numbered(earlier, line[2:])
        elif line.startswith("## "):
            blocks.append(Block(line[3:], heading=True))
        else:
            blocks.append(Block(line))
    return Article(
        draft.name,
        fields["title"],
        tuple(blocks),
        alt=fields.get("alt"),
        dek=fields.get("dek"),
        date=fields.get("date"),
        by=fields.get("by"),
        agency=fields.get("agency"),
        event=fields.get("event"),
        version=fields.get("version"),
        captions=tuple(draft.captions),
        edits=tuple(draft.edits),
    )


def _numbered(blocks: tuple[Block, ...], numbers: str) -> list[Block]:
    first, _, last = numbers.partition("-")
    return list(blocks[int(first) - 1 : int(last or first)])


def altered(article: Article, kind: str) -> Article:
    """Make a copy of one kind: chrome, trunc, edit, head or combo (all three at once)."""
    copy = replace(article, kind=kind)
    if kind in ("head", "combo"):
        if article.alt is None:
            message = f"{article.name}: no other headline"
            raise ValueError(message)
        copy = replace(copy, title=article.alt)
    if kind in ("edit", "combo"):
        copy = _edited(copy)
    if kind in ("trunc", "combo"):
        copy = _cut(copy)
    return copy


def _edited(article: Article) -> Article:
    blocks = list(article.blocks)
    for old, new in article.edits:
        places = [number for number, block in enumerate(blocks) if old in block.raw]
        if not places:
            message = f"{article.name}: nothing to edit: {old}"
            raise ValueError(message)
        block = blocks[places[0]]
        blocks[places[0]] = replace(block, raw=" ".join(block.raw.replace(old, new).split()))
    if not article.edits:
        message = f"{article.name}: no edits"
        raise ValueError(message)
    return replace(article, blocks=tuple(blocks))


def _cut(article: Article) -> Article:
    """Break off in the middle of a sentence, a little past half of the body."""
    end = max(2, round(len(article.blocks) * TRUNCATED_SHARE))
    while article.blocks[end - 1].heading:
        end += 1
    words = article.blocks[end - 1].raw.split(" ")
    last = Block(" ".join(words[: max(4, len(words) * 2 // 3)]).rstrip(".,;:?!\"'”"))
    return replace(article, blocks=(*article.blocks[: end - 1], last), truncated=True)
