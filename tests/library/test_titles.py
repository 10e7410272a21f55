"""What a stage is called in the plan, by Next and in the summary: short, and never the phone's whole prompt."""

import tomllib
from importlib.resources import files
from importlib.resources.abc import Traversable

import pytest

from workshop.library.loader import load_plan

ACTIVITIES = sorted((files("workshop.library") / "activities").iterdir(), key=lambda file: file.name)


@pytest.mark.parametrize("file", ACTIVITIES, ids=lambda file: str(file.name).removesuffix(".toml"))
def test_every_stage_has_a_title_of_two_to_four_words_of_its_own(file: Traversable) -> None:
    activity = tomllib.loads(file.read_text(encoding="utf-8"))
    stages = activity["stage"]
    titles = [stage["title"] for stage in stages]
    assert [title for title in titles if not 2 <= len(title.split()) <= 4 or len(title) > 30] == []
    assert len({activity["title"], *titles}) == 1 + len(titles)
    assert [stage["id"] for stage in stages if stage["title"] == stage["phone"]] == []


def test_the_plan_of_the_first_circle_is_called_by_its_titles() -> None:
    assert [stage.title for item in load_plan("first-circle").items for stage in item.activity.stages] == [
        "How we meet here",
        "Ready, or a question",
        "Our promises",
        "Where I am now",
        "One word each",
        "What brings us here",
        "One hope, one hesitation",
        "Three first meetings",
        "Speaking and listening",
        "Being listened to",
        "How we part",
        "One thing I take",
    ]
