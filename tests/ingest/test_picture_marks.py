"""What a page sets beside its pictures tells captions and credits; what only looks so is text."""

from sitegen.ingest import parse_seed
from sitegen.model.article import Caption
from sitegen.model.seed import Intake, SeedFile

HEAD = ("Swans take over the harbour bath of Lindbach", "By Ida Fellgate", "3 June 2025")
LEAD = (
    "Swans have taken over the harbour bath of Lindbach, where nobody has been able to swim since "
    "the first of them arrived on a foggy morning in the middle of May."
)
MORE = (
    "The keeper of the bath has put up a sign for the swans and a bench for everybody else, and "
    "says that he will wait for the autumn before he asks them to leave."
)
SHOWN = "A swan sleeps on the diving board of the bath."
NAME = "Ottokar Vend"


def read(*lines: str) -> tuple[list[Caption], str]:
    """Return the captions of an article that has these lines amid its text, and its text."""
    text = "\n".join((*HEAD, LEAD, *lines, MORE))
    articles = parse_seed(Intake(SeedFile("a.txt", text.encode()))).articles
    assert len(articles) == 1
    return list(articles[0].captions), " ".join(block.text for block in articles[0].blocks)


def test_below_the_place_of_a_photo_stand_its_caption_and_who_took_it() -> None:
    captions, text = read("Photo 2 of 3", SHOWN, NAME)
    assert captions == [Caption(text=SHOWN, credit=NAME)]
    assert SHOWN not in text
    assert NAME not in text


def test_below_a_bare_place_stands_a_caption_only_above_a_credit() -> None:
    assert read("2 of 3", SHOWN, "Photo: Ivo Brandt")[0] == [
        Caption(text=SHOWN, credit="Ivo Brandt")
    ]
    captions, text = read("2 of 3", "The bath was built in 1931 by the town.", "It has no roof.")
    assert captions == []
    assert "built in 1931" in text


def test_what_is_said_again_with_a_name_is_a_caption_and_its_credit() -> None:
    captions, text = read(SHOWN, NAME, f"{SHOWN} {NAME}")
    assert captions == [Caption(text=SHOWN, credit=NAME)]
    assert SHOWN not in text


def test_between_the_buttons_of_a_picture_stands_its_caption() -> None:
    assert read("Hide Caption", f"{SHOWN} {NAME}, Lindbach Star")[0] == [
        Caption(text=SHOWN, credit=f"{NAME}, Lindbach Star")
    ]
    assert read("4", SHOWN, "Buy this photo")[0] == [Caption(text=SHOWN, credit="")]


def test_a_credit_that_a_sign_begins_stands_above_a_caption_without_an_end() -> None:
    shown = "The swans have been fed by the keeper"
    assert read("© Lindbach Pictures", shown)[0] == [
        Caption(text=shown, credit="Lindbach Pictures")
    ]


def test_two_names_below_a_sentence_are_who_took_the_picture_and_for_whom() -> None:
    assert read(SHOWN, f"{NAME} / The Lindbach Report")[0] == [
        Caption(text=SHOWN, credit=f"{NAME} / The Lindbach Report")
    ]
    assert read(SHOWN, f"Source: {NAME}/LBX", f"{NAME}/LBX / LBX") == (
        [Caption(text=SHOWN, credit=f"{NAME}/LBX")],
        f"{LEAD} {MORE}",
    )


def test_credits_that_each_stand_above_a_caption_are_of_those() -> None:
    others = ("The keeper with his sign.", "The bench is for everybody else.")
    lines = [
        line
        for credit, shown in zip(("Ivo", "Åsa", "Bo"), (SHOWN, *others), strict=True)
        for line in (f"Photo: {credit} Lind", shown, MORE.replace("keeper", f"friend {credit}"))
    ]
    assert read(*lines)[0] == [
        Caption(text=SHOWN, credit="Ivo Lind"),
        Caption(text=others[0], credit="Åsa Lind"),
        Caption(text=others[1], credit="Bo Lind"),
    ]


def test_one_who_took_many_pictures_is_named_with_each() -> None:
    other = "A cygnet learns to dive in the shallow end of the bath."
    assert read(
        "Photo 1 of 2", SHOWN, NAME, MORE.replace("keeper", "cook"), "Photo 2 of 2", other, NAME
    )[0] == [Caption(text=SHOWN, credit=NAME), Caption(text=other, credit=NAME)]


def test_a_label_that_no_name_stands_behind_heads_a_caption() -> None:
    assert read(f"Image: {SHOWN} Pic: {NAME}")[0] == [Caption(text=SHOWN, credit=NAME)]
    assert read(f"[Image: {SHOWN}]")[0] == [Caption(text=SHOWN, credit="")]
    placed = "Clockwise from top left: the bath at noon; the keeper; a swan on the bench."
    assert read(placed)[0] == [Caption(text=placed, credit="")]


def test_no_text_stands_between_a_caption_and_its_credit() -> None:
    text = "\n".join((*HEAD, "Pictures by Ivo Brandt", LEAD, "Photo 1 of 2", SHOWN, MORE))
    article = parse_seed(Intake(SeedFile("a.txt", text.encode()))).articles[0]
    assert article.captions == (Caption(text=SHOWN, credit=""),)


def test_a_picture_above_a_headline_is_of_the_article_below() -> None:
    first = (*HEAD, LEAD, MORE)
    above = ("Photo 1 of 2", "The new pilot boat on its first trip out to sea.", NAME)
    second = (
        "Pilots of Orle get a boat that rights itself",
        "By Ivo Brandt",
        "4 June 2025",
        (
            "The pilots of Orle have got a boat that rights itself when a wave turns it over, and "
            "they tried it out on Wednesday with everybody on board."
        ),
        (
            "It turned over twice on the way back to the quay, and the pilots, who were wet, said "
            "that they would like to keep it for another thirty years."
        ),
    )
    text = "\n".join((*first, *above, *second))
    articles = parse_seed(Intake(SeedFile("a.txt", text.encode()))).articles
    assert [one.captions for one in articles] == [(), (Caption(text=above[1], credit=NAME),)]


def test_above_the_button_that_hides_both_stand_a_caption_and_who_took_it() -> None:
    captions, text = read(SHOWN, NAME, "hide caption", "toggle caption", NAME)
    assert captions == [Caption(text=SHOWN, credit=NAME)]
    assert SHOWN not in text
    assert NAME not in text


def test_a_credit_in_brackets_stands_below_its_caption() -> None:
    captions, text = read("The bath was white in May.", f"({NAME} / Lindbach Journal)")
    assert captions == [
        Caption(text="The bath was white in May.", credit=f"{NAME} / Lindbach Journal")
    ]
    assert "white in May" not in text


def test_old_labels_of_pictures_have_no_comma() -> None:
    captions, _ = read("Image copyright Ottokar Vend", "Image caption The swans at noon")
    assert captions == [Caption(text="The swans at noon", credit=NAME)]


def test_rights_behind_a_dash_are_a_credit() -> None:
    captions, _ = read("The swans at noon, 3 June 2025 - Copyright Ottokar Vend/NP")
    assert captions == [Caption(text="The swans at noon, 3 June 2025", credit="Ottokar Vend/NP")]


def test_the_month_of_a_day_is_no_photographer() -> None:
    shown = "Das Hafenbad in Lindbach öffnet am 20. Mai."
    captions, _ = read(shown, "Foto: Ottokar Vend")
    assert captions == [Caption(text=shown, credit="Ottokar Vend")]
