"""An evening around one exercise keeps every rule of an evening."""

import pytest

from workshop.library.errors import UnknownTemplate
from workshop.library.loader import library

LIBRARY = library()


@pytest.mark.parametrize("exercise", LIBRARY.exercise_ids())
def test_an_evening_around_an_exercise_breaks_no_rule(exercise: str) -> None:
    assert [str(problem) for problem in LIBRARY.problems_of_agenda(f"around-{exercise}")] == []
    plan = LIBRARY.load_plan(f"around-{exercise}")
    assert exercise in [item.activity.id for item in plan.items]
    assert 60 <= plan.minutes <= 105
    assert plan.people.min <= 7
    assert plan.people.max >= 12


def test_every_exercise_is_offered_and_names_what_is_tender() -> None:
    offers = {offer.id: offer for offer in LIBRARY.evenings_around()}
    assert len(offers) == 62
    assert offers["around-grief-line"].tender == ("grief-line",)
    assert offers["around-kind-no"].tender == ()


def test_what_frames_every_evening_is_no_exercise() -> None:
    with pytest.raises(UnknownTemplate, match=r"^There is no exercise check-in\. There are: arrivals, "):
        LIBRARY.load_plan("around-check-in")


def test_something_light_in_pairs_comes_before_what_a_need_asks_for_in_rooms() -> None:
    names = [item.activity.id for item in LIBRARY.load_plan("around-kind-no").items]
    assert names.index("listening-turns") < names.index("yes-no-maybe") < names.index("kind-no")


def test_after_something_tender_comes_time_to_settle() -> None:
    plan = LIBRARY.load_plan("around-younger-self-letter")
    after = plan.items[[item.activity.id for item in plan.items].index("younger-self-letter") + 1 :]
    assert after[0].activity.theme == "regulation"
    assert sum(item.minutes for item in after) >= 20
