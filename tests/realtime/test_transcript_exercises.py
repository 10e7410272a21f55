"""Single exercises, at least one for every kind and input, as hand-written transcripts tell them line by line."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests import nodes
from tests.bearer import Bearer
from tests.engines import Databases
from tests.rows.play import approve, plan_of
from tests.transcripts import in_rooms
from tests.transcripts.exercise import Exercise
from tests.transcripts.expected import Expected, published, readers, stands_somewhere
from tests.transcripts.reading import Step, steps_of
from workshop.library.loader import load_activity

TRANSCRIPTS = Path(__file__).parents[1] / "transcripts"
EXERCISES = (
    "both-true",
    "breath-pacer",
    "fishbowl",
    "grief-line",
    "interpersonal-inventory",
    "old-sentences",
    "role-play",
    "security-steps",
    "style-map",
    "transition-timeline",
    "yes-no-maybe",
)
PACE = 120.0
"""The session's clock runs that fast: three rehearsals of eight minutes take 12 s."""


class AfterTheEnd:
    def __init__(self, evening: Exercise) -> None:
        self.closing = Bearer(evening.node.base, evening.opened.console_secret)

    async def do(self, says: str) -> None:
        themes = [theme.strip("“”") for theme in says.removeprefix("the console writes the themes ").split(", ")]
        walls = [one["stage"] for one in (await self.page())["themes"]]
        await self.closing.post("closing/themes", {"themes": [{"stage": wall, "themes": themes} for wall in walls]})

    async def page(self) -> dict[str, Any]:
        return dict(await self.closing.get("closing"))


async def check_rules(evening: Exercise, after: AfterTheEnd, step: Step) -> None:
    told = [says for about, says in step.rules if about == "published"]
    if told:
        assert published(await after.page()) == told
    for about, says in step.rules:
        match about.rsplit(" ", 1):
            case ["nobody"]:
                assert readers(evening, says) == set(), step.title
            case ["only the", "console"]:
                assert readers(evening, says) == {"console"}, step.title
            case ["gone"]:
                assert not stands_somewhere(evening, says), step.title
            case ["steps in a", people]:
                in_rooms.check_steps(evening, in_rooms.PEOPLE[people], says)
            case _:
                await check_cards(evening, about, says)


async def check_cards(evening: Exercise, about: str, says: str) -> None:
    match about:
        case "role cards in each room":
            await in_rooms.check_cards_in_rooms(evening, says)
        case "each was":
            in_rooms.check_roles_in_turn(evening, says)
        case "twists":
            in_rooms.check_twists(evening)
        case "role cards read elsewhere":
            in_rooms.check_read_elsewhere(evening)
        case "each is dealt":
            in_rooms.check_dealt(evening, says)
        case "only the console and who was dealt it":
            in_rooms.check_readers_of_dealt(evening, says)
        case "beside what each was dealt":
            in_rooms.check_beside(evening, says)
        case "the wall names for each reply the sentence that was dealt":
            in_rooms.check_replies_named(evening, int(says))
        case _:
            assert about == "published", f"not understood: {about}"


def test_there_is_a_transcript_for_each_and_every_line_of_it_is_understood() -> None:
    for name in EXERCISES:
        steps = steps_of(TRANSCRIPTS / f"{name.replace('-', '_')}.md")
        assert len(steps) > 5, name
        assert any(about == "published" for step in steps for about, _ in step.rules), name


def people_of(steps: list[Step]) -> list[str]:
    """Everybody who has come by the first step."""
    console = dict(steps[0].faces)["console"]
    return re.split(", ", console["people"])


@pytest.mark.parametrize("name", EXERCISES)
async def test_an_exercise_is_as_its_transcript_says(name: str, databases: Databases, tmp_path: Path) -> None:
    steps = steps_of(TRANSCRIPTS / f"{name.replace('-', '_')}.md")
    activity = load_activity(name)
    async with nodes.cluster(tmp_path, databases.fresh("sqlite")) as cluster:
        node = await cluster.start()
        await approve(cluster, activity)
        opened = await cluster.open(plan_of(activity), pace=PACE)
        evening = Exercise(cluster, node, opened, activity)
        await evening.begin(*people_of(steps))
        after, expected = AfterTheEnd(evening), Expected(evening)
        for step in steps:
            ended = evening.console.shared is not None and evening.console.shared.phase == "ended"
            for says in step.does:
                await (after.do(says) if ended else evening.do(says))
            await expected.reached(step)
            await check_rules(evening, after, step)
