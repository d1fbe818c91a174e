"""Reports in brief are articles each; the sub-headings of one article part nothing."""

from sitegen.ingest import parse_seed
from sitegen.model.seed import Intake, SeedFile

BRIEFS = """Cheese theft

Burglars took 22 whole cheeses from the dairy at Upper Tolling on Monday night, and left the door \
open for the cat. The cheeses weigh four stone, so police believe that they had a van, and \
that crackers are now in danger, too.

{1}
A bench in memory of Betty Hulse was unveiled outside the school by three generations of those \
she had seen across the road.

{2}
The 41 bus will run again from October after a campaign by residents who had had no bus since \
the bridge was closed for repair.
"""
PARTS = """Heat pump is not a boiler

A pump gives lukewarm water for a long time, and radiators must be larger than those of a boiler.

Radiators
People spend money on the pump and not on radiators, said the engineer who has fitted both.

Noise
The pump is as loud as a boiler at three metres, the engineer said, and radiators make no noise.
"""


def read_titles(text: str) -> list[str]:
    seed = SeedFile("briefs.txt", text.encode())
    return [article.title for article in parse_seed(Intake(seed)).articles]


def test_short_headlines_that_stand_alike_each_begin_an_article() -> None:
    text = BRIEFS.replace("{1}", "Bench for Betty").replace("{2}", "Bridge bus back")
    assert read_titles(text) == ["Cheese theft", "Bench for Betty", "Bridge bus back"]


def test_the_parts_of_one_article_share_their_words_and_stay_together() -> None:
    assert read_titles(PARTS) == ["Heat pump is not a boiler"]


def test_one_short_line_alone_is_no_series() -> None:
    text = BRIEFS.replace("\n{1}\n", "\n").replace("{2}", "Bridge bus back")
    assert read_titles(text) == ["Cheese theft"]


def test_entries_of_a_report_with_the_clock_beside_them_stay_together() -> None:
    text = BRIEFS.replace("{1}", "12:40\nBench for Betty").replace("{2}", "13:05\nBridge bus back")
    assert len(read_titles(text)) == 1
