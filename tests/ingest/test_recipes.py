"""What a recipe needs is part of its text, and so is what stands above that."""

import pytest

from sitegen.ingest import parse_seed
from sitegen.model.seed import Intake, SeedFile

INTRODUCTION = "My aunt baked this cake on the day of the first frost, and never told anybody why."
STEPS = (
    "Rub the butter into the flour until no lump is left, and then stir in the honey and the eggs.",
    "Bake it for an hour at a moderate heat, and leave it in its tin until the next morning.",
)


@pytest.mark.parametrize(
    ("needs", "method"), [("Ingredients", "Method"), ("Zutaten:", "Zubereitung:")]
)
def test_a_recipe_is_whole(needs: str, method: str) -> None:
    page = (
        "Frost cake of the upper valley", "By Ida Fellgate", "11 November 2023", INTRODUCTION,
        "Prep: 20 min", "Cook: 1 hour", "Serves 8", needs, "a walnut of butter", "two eggs",
        "half a jar of honey", "flour, as much as it takes", "Advertisement", method, *STEPS,
    )  # fmt: skip
    parsed = parse_seed(Intake(SeedFile("cake.txt", "\n".join(page).encode())))

    texts = [block.text for block in parsed.articles[0].blocks]
    assert texts[0] == INTRODUCTION
    assert {"a walnut of butter", "two eggs", "Serves 8", *STEPS} <= set(texts)


def test_the_headings_of_a_recipe_are_no_items() -> None:
    page = (
        "Frost cake of the upper valley", "By Ida Fellgate", INTRODUCTION, "Serves 8",
        "Ingredients", "200 g flour", "80 g butter", "2 eggs", "90 g honey", "Method", *STEPS,
    )  # fmt: skip
    parsed = parse_seed(Intake(SeedFile("cake.txt", "\n".join(page).encode())))

    kinds = {block.text: block.kind for block in parsed.articles[0].blocks}
    assert kinds["Ingredients"] == kinds["Method"] == "heading"
    assert kinds["200 g flour"] == "item"


def test_a_method_without_a_list_heads_nothing_else() -> None:
    page = ("A new method", "By Ida Fellgate", INTRODUCTION, "Ingredients", *STEPS)
    parsed = parse_seed(Intake(SeedFile("cake.txt", "\n".join(page).encode())))

    assert [block.kind for block in parsed.articles[0].blocks].count("item") == 0
