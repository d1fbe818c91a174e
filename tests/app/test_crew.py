import multiprocessing
import os
import signal
import threading
from collections.abc import Callable

import pytest

from sitegen.app.crew import count_workers, share_calls, start_crew

NUMBERS = list(range(20))


def square(number: int) -> bytes:
    return str(number * number).encode()


def fail_at(number: int, fail: Callable[[], object]) -> Callable[[int], bytes]:
    def answer(value: int) -> bytes:
        if value == number:
            fail()
        return square(value)

    return answer


@pytest.mark.parametrize("workers", [1, 2, 3, 30])
def test_any_number_of_processes_gives_the_same_answers_in_the_same_order(workers: int) -> None:
    assert list(share_calls(square, NUMBERS, workers)) == list(map(square, NUMBERS))


def test_what_fails_in_a_process_is_left_to_the_one_that_asked() -> None:
    answers = list(share_calls(fail_at(7, lambda: 1 / 0), NUMBERS, 2))

    assert answers == [None if number == 7 else square(number) for number in NUMBERS]


def test_what_a_killed_process_had_still_to_do_is_left_to_the_one_that_asked() -> None:
    kill = fail_at(7, lambda: os.kill(os.getpid(), signal.SIGKILL))

    answers = list(share_calls(kill, NUMBERS, 2))

    assert answers == [None if number % 2 and 7 <= number else square(number) for number in NUMBERS]


def test_who_stops_listening_ends_the_processes() -> None:
    answers = share_calls(lambda _: bytes(100_000), NUMBERS, 2)
    next(answers)

    answers.close()

    assert multiprocessing.active_children() == []


def test_an_error_ends_the_processes() -> None:
    def wait_for_ever(*_: object) -> None:
        threading.Event().wait()

    with pytest.raises(KeyboardInterrupt), start_crew(wait_for_ever, 3):
        raise KeyboardInterrupt

    assert multiprocessing.active_children() == []


def test_processes_are_started_only_where_they_pay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)

    assert count_workers(0, 10, least=11) == 1
    assert count_workers(0, 10, least=10) == len(os.sched_getaffinity(0))
    assert count_workers(1, 10_000, least=10) == 1
    assert count_workers(3, 10, least=500) == 3
    assert count_workers(3, 2, least=500) == 2
    assert count_workers(3, 0, least=500) == 1

    monkeypatch.setattr(threading, "active_count", lambda: 2)

    assert count_workers(3, 10, least=10) == 1
