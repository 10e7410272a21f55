"""Plays one activity of the library on a real server, from the opening to the signed summary."""

import asyncio
import functools
from typing import Any

from realtime.lead import Lead
from realtime.simulated import Page
from tests import nodes
from tests.bearer import Bearer
from tests.nodes import Cluster, NodeProcess
from tests.rows.people import RowDesk, RowPhone
from tests.waiting import now_ms
from workshop.domain import commands as c
from workshop.domain.plan import Activity, Plan, PlanItem, StageTemplate
from workshop.domain.words import TENDER, CardId
from workshop.records.sessions import create_organization
from workshop.records.tender import decide_tender

LEAST_PEOPLE = 6
"""Five answer and one passes."""
FOR_A_SQUARE = 9
"""Of squares nothing is published below eight."""
FOR_WHOLE_FOURS = 8
"""Pairs that join are split only where they do not fit into rooms of one size."""
LONGEST = 240.0
"""Wall seconds one activity may take."""
THEMES = ("what many said", "what some wished")


def plan_of(activity: Activity) -> Plan:
    """This activity and nothing else, in its usual time."""
    return Plan(
        id=activity.id,
        title=activity.title,
        minutes=activity.usual,
        people=activity.people,
        aim=activity.purpose,
        practice=False,
        items=(PlanItem(activity=activity, minutes=activity.usual),),
    )


def people_for(activity: Activity) -> int:
    square = any(stage.summary is not None and stage.summary.form == "heat3" for stage in activity.stages)
    merged = any(stage.mix == "merge" for stage in activity.stages)
    least = max(FOR_A_SQUARE if square else 0, FOR_WHOLE_FOURS if merged else 0, LEAST_PEOPLE)
    return min(activity.people.max, max(least, activity.people.min))


class RowLead(Lead):
    """Does what Next says, and takes one card of every larger wall off before it is read by anybody else."""

    def __init__(self, console: RowDesk, phones: list[RowPhone], pace: float) -> None:
        super().__init__(console, [*phones], pace)
        self.hidden: dict[CardId, str] = {}
        self._looked: set[int] = set()

    async def _read_queue(self, run: int) -> None:
        waiting = sorted(self._waiting(), key=lambda card: card.text)
        if run not in self._looked and len(waiting) > 4:
            one = waiting[0]
            if await self.console.do(c.HideCard(run=run, card=one.id)) is None:
                self.hidden[one.id] = one.text
            await self.console.until(lambda: not any(card.id == one.id for card in self._waiting()))
        self._looked.add(run)
        await super()._read_queue(run)

    def _say_progress(self) -> None:
        pass


class Played:
    """One activity, everybody in it, and what the summary said. `failure`: what ended it before its end."""

    def __init__(self, activity: Activity, console: RowDesk, screen: RowDesk, phones: list[RowPhone], lead: RowLead) -> None:
        self.activity, self.console, self.screen, self.phones, self.lead = activity, console, screen, phones, lead
        self.summary: dict[str, Any] = {}
        self.failure: str | None = None

    @property
    def stages(self) -> tuple[StageTemplate, ...]:
        return self.activity.stages

    @property
    def pages(self) -> list[RowDesk | RowPhone]:
        return [self.console, self.screen, *self.phones]

    @property
    def answering(self) -> list[RowPhone]:
        return [phone for phone in self.phones if not phone.passes]


async def approve(cluster: Cluster, activity: Activity) -> None:
    """A tender activity is off until the organization has approved it by name."""
    if activity.level == TENDER:
        await create_organization(cluster.database, nodes.ORGANIZATION, "Harbour")
        await decide_tender(cluster.database, nodes.ORGANIZATION, activity.id, approved=True, decided_ms=now_ms())


async def play(cluster: Cluster, node: NodeProcess, activity: Activity, pace: float) -> Played:
    await approve(cluster, activity)
    opened = await cluster.open(plan_of(activity), pace=pace)
    people = people_for(activity)
    # The last one passes all that is asked: a pass is taking part, too.
    phones = [RowPhone(node.base, opened, number, pace, passes=number == people - 1) for number in range(people)]
    console, screen = RowDesk(node.base, opened.console_secret), RowDesk(node.base, opened.screen_secret)
    played = Played(activity, console, screen, phones, RowLead(console, phones, pace))
    running: list[asyncio.Task[None]] = []
    try:
        async with asyncio.timeout(LONGEST):
            await _come_in(played, running)
            await played.lead.play()
            await asyncio.gather(*(page.until(functools.partial(_has_ended, page)) for page in played.pages))
        played.summary = await _signed(Bearer(node.base, opened.console_secret))
    except TimeoutError:
        does = console.desk.next.does if console.desk else "unknown"
        played.failure = f"something never happened; Next was {does}, stage {_number(console)}"
    except Exception as error:  # noqa: BLE001 — whatever a page or the lead raised is a failure of this play; the others go on
        played.failure = f"{type(error).__name__}: {error}"
    finally:
        for phone in phones:
            phone.stop_thinking()
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
    return played


async def _come_in(played: Played, running: list[asyncio.Task[None]]) -> None:
    await asyncio.gather(*(phone.join() for phone in played.phones))
    running += [asyncio.create_task(page.run()) for page in played.pages]
    for page in played.pages:
        await page.until(lambda page=page: page.shared is not None)  # type: ignore[misc]
    await played.console.until(lambda: played.console.desk is not None and played.console.desk.here == len(played.phones))


async def _signed(closing: Bearer) -> dict[str, Any]:
    """The summary with themes for every wall that can have some."""
    page = await closing.get("closing")
    walls = [one["stage"] for one in page["themes"]]
    if walls:
        page = await closing.post("closing/themes", {"themes": [{"stage": one, "themes": list(THEMES)} for one in walls]})
    page = await closing.post("closing/sign", {"version": 0, "themes": page["themes"]})
    return dict(page["summary"])


def _has_ended(page: Page) -> bool:
    return page.shared is not None and page.shared.phase == "ended"


def _number(console: RowDesk) -> int:
    stage = console.shared.stage if console.shared is not None else None
    return 0 if stage is None else stage.stage + 1


QUIET: dict[str, object] = {**nodes.SHORT, "beat": 4000, "silence": 9000, "asleep_after": 45000, "lapse": 15000}
"""Many sessions on one busy node: nobody must be taken for lost only because the machine is slow."""
