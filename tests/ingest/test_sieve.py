from sitegen.ingest.sieve import Sieve


def test_a_text_that_few_groups_have_is_held_back() -> None:
    sieve = Sieve(10)
    slot = sieve.find_slot("Get the app")

    for group in (0, 0, 1, 1, 1):
        sieve.add(slot, group)

    assert sieve.count(slot) == 2


def test_no_text_is_counted_too_low_even_where_all_share_few_slots() -> None:
    sieve = Sieve(1)
    texts = [f"line {number}" for number in range(5000)]
    for group in range(3):
        for text in texts:
            sieve.add(sieve.find_slot(text), group)

    assert all(sieve.count(sieve.find_slot(text)) >= 3 for text in texts)


def test_counts_stay_at_the_most_they_can_say() -> None:
    sieve = Sieve(1)
    for group in range(1000):
        sieve.add(7, group)

    assert sieve.count(7) == 255
