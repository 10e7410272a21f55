"""The whole agenda `first-circle` with seven people, as a hand-written transcript tells it line by line."""

from pathlib import Path
from typing import Any

import pytest

from realtime.opening import new_desk_link
from tests import checks, nodes
from tests.bearer import Bearer
from tests.engines import Databases
from tests.transcripts.evening import Evening, HeardPhone
from tests.transcripts.expected import Expected, heard, published, readers, stands_somewhere
from tests.transcripts.reading import Step, steps_of
from workshop.domain.events import WallClosed
from workshop.domain.parts import RoomView
from workshop.domain.words import CardId
from workshop.library.loader import load_plan
from workshop.records.reading import read_cards

TRANSCRIPT = Path(__file__).parents[1] / "transcripts" / "first_circle.md"
PACE = 60.0
"""The session's clock runs that fast: three meetings of four minutes take 13 s, and a step of 20 s still a third of one."""
WALL = 6
"""Of the stages in playing order, the one with cards."""


def rooms_of(phone: HeardPhone) -> list[RoomView]:
    """Each room that this phone was in, as it was told last."""
    return list({room.id: room for room in phone.rooms}.values())


def check_rooms(evening: Evening, people: int, steps: str) -> None:
    """Every phone was in a room three times, and each room of that many people had these steps, read in their order."""
    found = 0
    for alias, phone in evening.phones.items():
        assert len(rooms_of(phone)) == 3, alias
        for room in rooms_of(phone):
            if len(room.members) == people:
                found += 1
                assert " / ".join(f"{step.do} ({step.seconds} s)" for step in room.steps) == steps
                stood = [one.step for one in phone.rooms if one.id == room.id]
                assert stood == sorted(stood)
                assert set(stood) == set(range(len(room.steps)))
                assert alias in {member.alias for member in room.members}
    assert found == {2: 12, 3: 9}[people], "two pairs and a three, three times"


# --- after the end


async def cards_kept(evening: Evening) -> int:
    closed = await checks.named_events(evening.cluster.database, evening.opened.id, "wall_closed")
    ids: list[CardId] = [card for event in closed if isinstance(event, WallClosed) for card in event.cards]
    assert len(ids) == 6
    return len(await read_cards(evening.cluster.database, evening.opened.id, ids))


class AfterTheEnd:
    def __init__(self, evening: Evening, organizer: Bearer) -> None:
        self.evening, self.organizer = evening, organizer
        self.closing = Bearer(evening.node.base, evening.opened.console_secret)
        self.page: dict[str, Any] = {}

    async def do(self, says: str) -> None:
        if says == "the console signs":
            before = self.page["summary"]
            self.page = await self.closing.post("closing/sign", {"version": 0, "themes": self.page["themes"]})
            theirs = await self.organizer.get(f"desk/sessions/{self.evening.opened.id}/summary")
            assert self.page["summary"] == theirs["summary"] == before
        else:
            themes = [theme.strip("“”") for theme in says.removeprefix("the console writes the themes ").split(", ")]
            self.page = await self.closing.post("closing/themes", {"themes": [{"stage": WALL, "themes": themes}]})


async def check_rules(evening: Evening, after: AfterTheEnd, step: Step) -> None:
    """What a step says besides what pages show."""
    told = [says for about, says in step.rules if about == "published"]
    if told:
        assert published(after.page) == told
    for about, says in step.rules:
        match about:
            case "nobody":
                assert readers(evening, says) == set(), step.title
            case "only the console":
                assert readers(evening, says) == {"console"}, step.title
            case "gone":
                assert not stands_somewhere(evening, says), step.title
            case "cards kept":
                assert await cards_kept(evening) == int(says)
            case "each round in a pair":
                check_rooms(evening, 2, says)
            case "each round in a three":
                check_rooms(evening, 3, says)
            case _:
                assert about == "published", f"not understood: {about}"


def test_a_line_that_is_misspelled_is_refused(tmp_path: Path) -> None:
    steps = steps_of(TRANSCRIPT)
    assert len(steps) > 70
    for line in ("- phones: turm now", "- everybody: stage lobby · shouts nothing", "- nobody reads this", "shows nothing"):
        spoiled = tmp_path / "spoiled.md"
        spoiled.write_text(f"# A transcript\n\n## A step\n{line}\n", encoding="utf-8")
        with pytest.raises(AssertionError):
            steps_of(spoiled)


async def test_the_first_circle_is_as_its_transcript_says(databases: Databases, tmp_path: Path) -> None:
    steps = steps_of(TRANSCRIPT)
    async with nodes.cluster(tmp_path, databases.fresh("sqlite")) as cluster:
        node = await cluster.start()
        opened = await cluster.open(load_plan("first-circle"), pace=PACE)
        evening = Evening(cluster, node, opened)
        await evening.begin("Ada", "Bo", "Cleo", "Dara", "Emre", "Finn")
        secret = await new_desk_link(cluster.database, nodes.ORGANIZATION)
        after, expected = AfterTheEnd(evening, Bearer(node.base, secret)), Expected(evening)
        for step in steps:
            ended = evening.console.shared is not None and evening.console.shared.phase == "ended"
            for says in step.does:
                await (after.do(says) if ended else evening.do(says))
            await expected.reached(step)
            await check_rules(evening, after, step)
        assert readers(evening, "My illness might come up.") == set(heard(evening)), "while it was on the wall, all read it"
