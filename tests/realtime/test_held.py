"""Which of several answers of one person is the newest: by the counter of one phone, by the newer socket of two."""

import pytest

from realtime.held import HeldAnswers, Kept, Place, one_per_person
from workshop.domain.answers import ChoiceAnswer
from workshop.domain.commands import HeldAnswer
from workshop.domain.words import Nonce, SeatId

PERSON, OLD, NEW = SeatId("person"), SeatId("old-phone"), SeatId("new-phone")


def answer(option: int, counter: int, seat: SeatId = PERSON) -> HeldAnswer:
    return HeldAnswer(seat=seat, counter=counter, nonce=Nonce(f"nonce-{option}-{counter}"), answer=ChoiceAnswer(option=option))


def option_of(held: HeldAnswers) -> int:
    (one,) = held.all()
    assert isinstance(one.answer.answer, ChoiceAnswer)
    return one.answer.answer.option


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        (Place(OLD, 2, 100), Place(OLD, 1, 200)),
        (Place(OLD, 2, 200), Place(OLD, 2, 100)),
        (Place(NEW, 1, 200), Place(OLD, 9, 100)),
        (Place(NEW, 2, 100), Place(OLD, 1, 100)),
    ],
)
def test_one_phone_counts_for_itself_and_of_two_the_newer_socket_goes_first(newer: Place, older: Place) -> None:
    assert newer.newer_than(older)
    assert not older.newer_than(newer)
    assert "phone" not in repr(newer)


def test_of_two_phones_one_is_always_the_newer_one() -> None:
    one, other = Place(OLD, 1, 100), Place(NEW, 1, 100)
    assert one.newer_than(other) != other.newer_than(one)


def test_the_newer_phone_of_a_person_is_heard_however_often_the_other_one_changed_its_mind() -> None:
    held = HeldAnswers(1)
    held.take(answer(0, counter=9), 100, OLD, None)
    held.take(answer(1, counter=1), 200, NEW, None)
    assert option_of(held) == 1
    held.take(answer(2, counter=10), 100, OLD, None)
    assert option_of(held) == 1
    held.take(answer(3, counter=2), 200, NEW, None)
    assert option_of(held) == 3


def test_of_one_phone_a_late_frame_replaces_nothing() -> None:
    held = HeldAnswers(1)
    held.take(answer(1, counter=2), 200, OLD, None)
    held.take(answer(0, counter=1), 100, OLD, None)
    assert option_of(held) == 1


def test_two_seats_that_became_one_person_have_one_answer_whichever_node_held_it() -> None:
    first, second = SeatId("seat-1"), SeatId("seat-2")
    kept = [Kept(answer(0, 9, first), 100, first), Kept(answer(1, 1, second), 200, second)]
    (one,) = one_per_person(kept, lambda seat: second)
    assert (one.seat, one.answer) == (second, ChoiceAnswer(option=1))
    assert len(one_per_person(kept, lambda seat: seat)) == 2
