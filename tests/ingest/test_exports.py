"""The exports of newspaper databases: an article each, and what is stated about it."""

import pytest

from sitegen.ingest import parse_seed
from sitegen.model.article import Article
from sitegen.model.seed import Intake, Parsed, SeedFile

FERRY = """The council of Tarnby sold its oldest ferry on Thursday to a museum without a harbour.

"We shall take down the gate," said the director of the museum, Odran Pell, on the same day."""
SWANS = """Two swans held up the morning train at Withy for a third day in a row on Saturday.

The signalman, who was bitten on Monday, said from behind a fence that he would not move either."""
NOTE = "The harbour of Tarnby is to be dredged in spring, and nobody knows where the mud will go."

LEXIS = f"""Page 1 of 2
User Name: i.fellgate
1. Ferry is sold to a museum
   Client/Matter: -None-
| About LexisNexis | Privacy Policy

Ferry is sold to a museum
that has no harbour

The Tarnby Herald
June 17, 2005 Friday
Final Edition

Copyright 2005 The Tarnby Herald Company
All Rights Reserved

Section: METRO; Pg. B1
Length: 212 words
Byline: Ida Fellgate, Staff Writer

Body

{FERRY}

Classification

Language: ENGLISH

Subject: FERRIES (92%); MUSEUMS (78%)

Load-Date: June 18, 2005

End of Document

Swans hold up the train

The Tarnby Herald
June 19, 2005 Sunday

Length: 190 words
Byline: Ivo Brandt

Body

{SWANS}

Load-Date: June 20, 2005

End of Document
"""
OLD_LEXIS = f"""                    1 of 2 DOCUMENTS

                   The Tarnby Herald

          June 17, 2005, Friday, Final Edition

HEADLINE: Ferry is sold to a museum
that has no harbour

BYLINE: Ida Fellgate, Staff Writer

LENGTH: 212 words

BODY:
   {FERRY}

LOAD-DATE: June 18, 2005

           Copyright 2005 The Tarnby Herald Company

                    2 of 2 DOCUMENTS

                   The Tarnby Herald

                 June 19, 2005, Sunday

HEADLINE: Swans hold up the train

BYLINE: Ivo Brandt

BODY: {SWANS}

LOAD-DATE: June 20, 2005
"""
DAY_FIRST = f"""Documents (2)
1. Ferry is sold to a museum that has no harbour
2. Swans hold up the train
Search Terms: "ferry" OR "swans"

1 of 2 DOCUMENTS

The Tarnby Herald
June 17, 2005 Friday
Final Edition

Ferry is sold to a museum
that has no harbour

BYLINE: Ida Fellgate, Staff Writer
SECTION: METRO; Pg. B1
LENGTH: 212 words
DATELINE: TARNBY

BODY: {FERRY}

LOAD-DATE: June 18, 2005
GRAPHIC: Photo: The ferry at its quay in 1912.  Harbour Archive
Copyright 2005 The Tarnby Herald Company
All Rights Reserved

2 of 2 DOCUMENTS

The Tarnby Herald
June 19, 2005 Sunday

Swans hold up the train

BYLINE: Ivo Brandt
LENGTH: 190 words

BODY: {SWANS}

LOAD-DATE: June 20, 2005
GRAPHIC: Photo
"""
FACTIVA = f"""HD  Ferry is sold to a museum that has no harbour
BY  By Ida Fellgate
WC  212 words
PD  17 June 2005
SN  The Tarnby Herald
LA  English
CY  Copyright 2005. The Tarnby Herald Company.

LP  {FERRY.partition(chr(10))[0]}

TD  {FERRY.rpartition(chr(10))[2]}

CO  tarfer : Tarnby Ferries
IN  i74 : Ships | i741 : Ferries
AN  Document TARHER0020050617e16h0000e

HD  Swans hold up the train
BY  By Ivo Brandt
PD  19 June 2005
SN  The Tarnby Herald

LP  {SWANS}

AN  Document TARHER0020050619e16h0000f

Search Summary
Text  ferry
"""
FACTIVA_READ = f"""News
Ferry is sold to a museum that has no harbour
By Ida Fellgate
212 words
17 June 2005
06:12
The Tarnby Herald
TARHER
14
English
Copyright 2005. The Tarnby Herald Company.

{FERRY}

Document TARHER0020050617e16h0000e

Swans hold up the train
Ivo Brandt
190 words
19 June 2005
The Tarnby Herald
TARHER
English
(c) 2005 The Tarnby Herald Company.

{SWANS}

Document TARHER0020050619e16h0000f
"""
PROQUEST = f"""Report Information from ProQuest
11 June 2020 09:12

Document 1 of 2

Ferry is sold to a museum that has no harbour

Author: Fellgate, Ida

Publication info: The Tarnby Herald ; Tarnby [Tarnby]. 17 June 2005: B.1.

ProQuest document link

Abstract: None available.

Links: Check for full text

Full text: {FERRY}

Subject: Ferries; Museums;
Publication title: The Tarnby Herald
Publication date: Jun 17, 2005
Copyright: Copyright The Tarnby Herald Company Jun 17, 2005
____________________________________________________________

Document 2 of 2

Swans hold up the train

Author: Brandt, Ivo

Full text: {SWANS}

Subject: Swans; Trains;
Publication title: The Tarnby Herald
Publication date: Jun 19, 2005
Database: ProQuest Central
"""
EXPORTS = {
    "lexis": LEXIS,
    "old lexis": OLD_LEXIS,
    "old lexis, headline below the day": DAY_FIRST,
    "factiva": FACTIVA,
    "factiva as it is read": FACTIVA_READ,
    "proquest": PROQUEST,
}


def parse(text: str) -> Parsed:
    return parse_seed(Intake(SeedFile("export.txt", text.encode())))


def describe(article: Article) -> tuple[str, str, str, str, str]:
    moment = article.dating.moment
    day = moment.date().isoformat() if moment else ""
    text = "\n\n".join(block.text for block in article.blocks)
    return article.title, article.byline, day, article.source, text


@pytest.mark.parametrize("name", EXPORTS)
def test_each_article_of_an_export_has_its_text_and_what_is_stated_about_it(name: str) -> None:
    parsed = parse(EXPORTS[name])

    assert [describe(article) for article in parsed.articles] == [
        (
            "Ferry is sold to a museum that has no harbour",
            "Ida Fellgate",
            "2005-06-17",
            "The Tarnby Herald",
            FERRY,
        ),
        ("Swans hold up the train", "Ivo Brandt", "2005-06-19", "The Tarnby Herald", SWANS),
    ]
    assert len(parsed.lines) == EXPORTS[name].count("\n")
    assert parsed.problems == ()


@pytest.mark.parametrize("name", EXPORTS)
def test_text_around_an_export_is_not_lost(name: str) -> None:
    other = f"Harbour to Be Dredged\n\n{NOTE}\n\n{NOTE.replace('mud', 'silt')}\n"
    for text in (f"{other}\n{EXPORTS[name]}", f"{EXPORTS[name]}\n{other}"):
        told = " ".join(block.text for one in parse(text).articles for block in one.blocks)
        assert NOTE in told
        assert FERRY.rpartition("\n")[2] in told
        assert SWANS.partition("\n")[0] in told


def test_an_article_that_speaks_of_an_end_of_document_is_no_export() -> None:
    text = f"Ferry Sold\n\n{FERRY}\n\nBody\n\nEnd of Document\n\nDredging\n\n{NOTE}\n\n{NOTE}"

    assert FERRY.partition("\n")[0] in describe(parse(text).articles[0])[-1]


def test_a_short_abstract_is_the_line_under_the_headline() -> None:
    text = PROQUEST.replace("None available.", "A ferry of 1912 goes into a field.")

    assert parse(text).articles[0].dek == "A ferry of 1912 goes into a field."


@pytest.mark.parametrize("name", EXPORTS)
def test_a_headline_may_have_a_colon(name: str) -> None:
    text = EXPORTS[name].replace("Swans hold up the train", "Mayor: Swans held up the train")

    assert parse(text).articles[1].title == "Mayor: Swans held up the train"


def test_the_number_of_a_page_is_no_part_of_the_headline() -> None:
    below = LEXIS[LEXIS.index("Ferry is sold to a museum\nthat") :]
    text = f"Page 1 of 3\n{below}".replace("Swans hold up", "Page 3 of 3\nSwans hold up")

    assert [article.title for article in parse(text).articles] == [
        "Ferry is sold to a museum that has no harbour",
        "Swans hold up the train",
    ]


def test_what_an_export_tells_of_a_picture_is_a_caption_with_its_credit() -> None:
    captions = [article.captions for article in parse(DAY_FIRST).articles]

    assert [[(one.text, one.credit) for one in told] for told in captions] == [
        [("The ferry at its quay in 1912.", "Harbour Archive")],
        [],
    ]
