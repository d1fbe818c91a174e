"""Layouts of whole web pages dumped as text: menus, banners, teasers, comments, footers."""

from tests.quality.labelled.chatter import COMMENTS, TEASERS, VIEWED, pick
from tests.quality.labelled.layouts_text import american_date, body, long_date
from tests.quality.labelled.seedbook import SeedBook
from tests.quality.labelled.sources import Article


def _interrupted(book: SeedBook, article: Article, after: int, *lines: str) -> None:
    """Set the body with a box in the middle of it."""
    for number, block in enumerate(article.blocks):
        if number == after:
            book.blank()
            book.noise(*lines)
        book.blank()
        if block.heading:
            book.heading(block)
        elif block.is_row:
            book.paragraph(block, " | ".join(block.cells))
        else:
            book.paragraph(block)


def tern(book: SeedBook, articles: list[Article]) -> None:
    """A news agency's site: menu, bread crumbs, cookie banner, a letter offered mid-story."""
    for article in articles:
        book.rest(
            "Skip to main content",
            "Tern Press",
            "World",
            "Skarrow",
            "Money",
            "Sport",
            "Weather",
            "More",
            "Search",
            "Log in",
            "",
            "We and our 412 partners store and read information on your device. "
            "You can change your mind at any time under Privacy.",
            "Accept all",
            "Reject all",
            "Let me choose",
            "",
        )
        book.begin(article)
        book.noise("Home", "›", "Skarrow", "›", "Latest")
        book.title(article.title)
        book.dek(article)
        if article.by and article.date:
            line = f"By {article.by} · {long_date(article.date)}, 11:42"
            book.facts(line, byline=article.by, date=article.date)
        book.noise("Copy link", "Post", "E-mail", "Save for later")
        for text, tail in article.captions:
            book.caption(text, tail, f"{text} {tail}")
        middle = len(article.blocks) // 2
        _interrupted(
            book,
            article,
            middle,
            "The Tern Line",
            "What happened on the coast today, in five minutes, every weekday at six.",
            "Your e-mail address",
            "Send it to me",
        )
        book.blank()
        book.noise(
            "Keep reading",
            *(line for teaser in pick(TEASERS, article.name, 2) for line in teaser),
            "Watch: the moment a crane lowers the new bell",
            "1:14",
        )
        book.blank()
        book.rest(
            "About Tern",
            "Ethics code",
            "Vacancies",
            "Advertise on Tern",
            "© 2025 Tern Press Cooperative. Not to be copied in whole or part.",
        )


def courier(book: SeedBook, articles: list[Article]) -> None:
    """A regional paper: subscription meter, advert slots, reader comments with names and times."""
    for number, article in enumerate(articles):
        book.rest(
            "MENU",
            "Ellery Courier",
            "Today's paper",
            "Notices & Tributes",
            "Puzzles",
            f"Wednesday, {7 + number}°C, showers",
            "",
        )
        book.begin(article)
        book.noise("NEWS > HARBOUR WARD")
        book.title(article.title)
        if article.by:
            book.facts(f"Words by {article.by}", byline=article.by)
        if article.date:
            line = f"First published {american_date(article.date)}, 6.00am"
            book.facts(line, date=article.date)
        book.noise(f"💬 {3 + len(article.name)}")
        for text, tail in article.captions:
            book.caption(text, tail, f"{text} Picture: {tail.strip('()')}")
        book.noise(
            "You have 2 of 5 free stories left this month. Support the Courier from 90p a week."
        )
        _interrupted(book, article, 3, "ADVERTISEMENT", "Article continues below")
        book.blank()
        book.noise("Comments", "Our rules of the house: be civil, be brief.", "Newest first")
        for name, time, said in pick(COMMENTS, article.name, 2 + len(article.name) % 4):
            book.noise(
                name, time, said, f"Agree {len(said) % 17}   Disagree {len(name) % 5}   Reply"
            )
        book.noise("Load 14 older comments")
        book.blank()
    book.rest(
        "Most viewed in Port Ellery",
        *(
            line
            for place, headline in enumerate(pick(VIEWED, articles[0].name, 3), 1)
            for line in (str(place), headline)
        ),
        "",
        "The Courier is published by Ellery Newspapers (1871) Ltd, Customs Street, Port Ellery.",
        "Contact the newsroom | Complaints | Terms | Send us your pictures",
    )


def broadcaster(book: SeedBook, articles: list[Article]) -> None:
    """A public broadcaster: credit above caption, related topics, sibling stories as cards."""
    for article in articles:
        book.rest("SBC", "Sign in to SBC", "Notifications", "Live", "Sounds", "Islands", "")
        book.begin(article)
        book.title(article.title)
        if article.date:
            book.facts("Published", long_date(article.date), date=article.date)
        for text, tail in article.captions:
            book.put(f"Image source, {tail.strip('()')}", "K")
            book.caption(text, tail, f"Image caption, {text}")
        if article.by:
            book.facts(f"By {article.by}", "SBC Islands correspondent", byline=article.by)
        for block in article.blocks:
            if block.heading:
                book.heading(block)
            elif block.is_row:
                book.paragraph(block, "\t".join(block.cells))
            else:
                book.paragraph(block)
        book.noise(
            "Have you been affected by the events in this story? Tell us at yourstory@sbc.example",
            "Related Topics",
            "Great Skarn",
            "Havnsund",
            "Travel",
            "More on this story",
            pick(VIEWED, article.title, 1)[0],
            "3 days ago",
            pick(TEASERS, article.title, 1)[0][0],
            "11 May",
            "Top stories",
        )
        book.rest(
            "",
            "The SBC is not responsible for the content of external sites. How we link out.",
            "",
        )


def magazine(book: SeedBook, articles: list[Article]) -> None:
    """A monthly's site: standfirst, drop of a pull quote, the author's life, a shop."""
    for article in articles:
        book.rest("THE OSTLER", "Issue 212 is on the stands", "Basket (0)", "")
        book.begin(article)
        book.noise("Outdoors & Larder", "Audio edition · 9 min")
        book.title(article.title)
        book.dek(article)
        if article.by:
            book.facts(article.by.upper(), byline=article.by)
        for text, tail in article.captions:
            book.caption(text, tail, f"↑ {text} {tail}")
        for number, block in enumerate(article.blocks):
            book.blank()
            if number == len(article.blocks) // 2 and len(block.text) > 60:
                words = block.text.split(".")[0].strip()
                book.label["pull_quotes"].append(words)
                book.put(words, "Q")
                book.blank()
            if block.heading:
                book.heading(block)
            else:
                book.paragraph(block)
        book.blank()
        if article.by:
            book.noise(
                f"{article.by} keeps bees. A collection of walks, Wet Boots, is out in paperback."
            )
        book.noise(
            "Liked this? It took us a fortnight and a pair of shoes. Twelve issues for 38 crowns.",
            "Yes, send me The Ostler",
            "Filed under: Walks, Weather, Pies",
        )
        book.rest("", "Ostler tote bag, natural, 14 cr.", "Stockists", "Imprint", "")


def gazette_index(book: SeedBook, articles: list[Article]) -> None:
    """A section front that ran into its stories: headlines with teasers stand before them."""
    book.rest(
        "Larkmoor Gazette | Latest",
        "",
        "Velodrome roof leaks on opening night",
        "Riders finished the pursuit in the wet. 'Character-building,' says the architect…",
        "",
        "Council to vote on Jubilee Gate",
        "The last of the steelworks' entrances may be listed, or sold, or both…",
        "",
        "Five minutes with: the man who paints the lines",
        "He has done every pitch in the county and supports none of the teams…",
        "",
        "Older ›",
        "",
    )
    for article in articles:
        book.begin(article)
        book.title(article.title)
        if article.by and article.date:
            line = f"{long_date(article.date)} | {article.by}"
            book.facts(line, byline=article.by, date=article.date)
        book.blank()
        body(book, article)
        book.blank()
        book.noise("Spotted a mistake? Ring the desk on Larkmoor 2210.", "◄ Previous   Next ►")
        book.blank(2)


def social_share(book: SeedBook, articles: list[Article]) -> None:
    """A blog host's page: tags, claps, a follow box, what readers of this also opened."""
    for article in articles:
        book.rest("Open in app", "Write", "")
        book.begin(article)
        book.title(article.title)
        if article.by:
            book.facts(article.by, byline=article.by)
        book.noise("Follow", "4 min read")
        if article.date:
            month, day = american_date(article.date).split(",")[0].split(" ")
            book.facts(f"{month[:3]} {day}, {article.date[:4]}", date=article.date)
        book.noise("--", "3", "Listen")
        for text, tail in article.captions:
            book.caption(text, tail, f"{text} {tail}")
        book.blank()
        body(book, article)
        book.blank()
        book.noise("#coast", "#small-things", "2.1K", "17")
        if article.by:
            book.noise(f"Written by {article.by}", "1.4K followers", "Mostly harbours.")
        book.noise("People who opened this also opened", "The year I let the garden win", "Help")
        book.noise("Status", "Text to speech")
        book.blank()
