"""Seeded sessions whose lines lose, whose nodes lag and whose database is put back, compared with fresh views on the way."""

import functools
import random
from collections import Counter
from collections.abc import Awaitable, Callable

import msgspec
from sqlalchemy import delete, update

from realtime import wire
from realtime.held import one_per_person
from realtime.room import SYSTEM, Room
from realtime.simulated_answers import some_answer, some_aside
from tests import nodes, plans
from tests.ends import Client, World, command_id, world
from tests.engines import Databases, new_session
from tests.realtime.lossy_rooms import lead_rooms, pick, some_tap
from tests.seen import plain
from workshop.domain import commands as c
from workshop.domain.inputs import input_view
from workshop.domain.kind_states import TallyState, WallState
from workshop.domain.kinds import wall
from workshop.domain.plan import Plan, stages_of
from workshop.domain.session import ASKING_KINDS, Session
from workshop.domain.words import ANNOUNCE_SECONDS, SeatId, SessionId, TextId
from workshop.library.loader import load_plan
from workshop.records import tables
from workshop.records.engine import Database, open_database
from workshop.records.sessions import create_organization, create_session

CLIENTS = 4
OPERATIONS = 100
"""For each client."""
WITHOUT_A_PAGE = 2
"""People whose phones nobody looks at here, so that there are two rooms."""


@functools.cache
def whole_plan() -> Plan:
    """One stage of every kind, the wall and the rooms twice."""
    stages = stages_of(load_plan("taster"))
    kinds = ("guide", "rooms", "tally", "wall", "rooms", "wall", "tally")
    return plans.plan_of(*(next((one.activity, one.template) for one in stages if one.template.kind == kind) for kind in kinds))


class Run:
    """One seeded session. `done` counts what really happened."""

    def __init__(self, seed: int, there: World) -> None:
        self.chance = random.Random(seed)
        self.there = there
        self.done: Counter[str] = Counter()
        self.counter = 0

    async def play(self, operations: int) -> None:
        await self._begin()
        choices: list[tuple[float, Callable[[Client], Awaitable[None]]]] = [
            (24, self._deliver),
            (12, self._tick),
            (10, self._carry),
            (4, self._look),
            (6, self._pause),
            (5, self._drop),
            (9, self._connect),
            (20, self._wish),
            (8, self._answer),
            (4, self._time_passes),
            (2, self._own_card),
            (0.3, self._restore),
        ]
        weights = [weight for weight, _ in choices]
        for _ in range(operations):
            client = self.chance.choice(self.there.clients)
            (operation,) = self.chance.choices([operation for _, operation in choices], weights)
            await operation(client)
            await self.there.settled()
        await self._end()

    def refuse_an_idle_run(self) -> None:
        """A run in which nothing happened proves nothing."""
        least = {"reconnected": 10, "lost": 3, "frames": 100, "wishes granted": 5, "stages": 1}
        short = {name: self.done[name] for name, number in least.items() if self.done[name] < number}
        assert not short, f"this run changed too little: {short}"

    # --- people come, and at the end all are compared

    async def _begin(self) -> None:
        for number in range(CLIENTS - 1 + WITHOUT_A_PAGE):
            seat = SeatId(f"seat{number}")
            alias = "Mika" if number < 2 else "Robin"
            join = c.Join(seat=seat, key_hash=f"{number:064x}", alias=alias, alias_text=TextId(f"alias{number}"), mark=0)
            assert await self.there.rooms[number % 2].wish(command_id(self.chance), join, SYSTEM) is None
            if number < CLIENTS - 1:
                self.there.client("participant", seat)
        self.there.client("facilitator")
        for client in self.there.clients:
            await self._connect(client)

    async def _end(self) -> None:
        for place in (0, 1):
            while self.there.buses[place].told:
                self.there.carry(place, lose=False)
            await self.there.look(place)
            await self.there.settled()
            self.there.rooms[place].fanout.tick()
        for client in self.there.clients:
            if client.wire is not None:
                client.wire.resume()
                client.deliver()
                self._compare(client)
            else:
                await self._connect(client)
            self.done["frames"] += client.frames
        session, _ = self.there.archive.replayed()
        self.done["stages"] = session.stage.run if session.stage is not None else 0

    def _compare(self, client: Client) -> None:
        assert client.room is not None
        if client.room.epoch != self.there.archive.stands()[0]:
            return  # this node has not noticed the restored copy yet, so there is nothing fresh to compare with
        if self.done["rows changed"] and client.room.seq < self.there.archive.stands()[1]:
            return  # rows that this node still knows are not there any more
        fresh = self.there.fresh(client, client.room.seq)
        assert msgspec.to_builtins(plain(client.seen)) == msgspec.to_builtins(plain(fresh))

    # --- the lines

    async def _deliver(self, client: Client) -> None:
        client.deliver(self.chance.randint(1, 4))

    async def _tick(self, _client: Client) -> None:
        self.chance.choice(self.there.rooms).fanout.tick()

    async def _carry(self, _client: Client) -> None:
        place, lose = self.chance.randrange(2), self.chance.random() < 0.3
        for _ in range(self.chance.randint(1, 3)):
            self.done["lost"] += lose and bool(self.there.buses[place].told)
            self.there.carry(place, lose=lose)

    async def _look(self, _client: Client) -> None:
        await self.there.look(self.chance.randrange(2))

    async def _pause(self, client: Client) -> None:
        if client.wire is not None:
            if client.wire.paused:
                client.wire.resume()
            else:
                client.wire.paused = True

    async def _drop(self, client: Client) -> None:
        self.done["lost"] += client.wire is not None and bool(client.wire.on_the_way)
        client.drop()

    async def _connect(self, client: Client) -> None:
        """To either node, from wherever it was: the view must be what the database says, at least as new as what it showed."""
        client.drop()
        await client.connect(self.chance.choice(self.there.rooms))
        client.deliver()
        self._compare(client)
        self.done["reconnected"] += client.connections > 1

    async def _time_passes(self, _client: Client) -> None:
        self.there.clock.time += self.chance.choice([500, 20_000, 200_000])
        for room in self.there.rooms:
            room.deadlines._fire()

    async def _restore(self, _client: Client) -> None:
        """The operator puts back an older copy: the last facts are gone and the epoch says so. The nodes find out by themselves."""
        head = max(CLIENTS - 1 + WITHOUT_A_PAGE, self.there.archive.stands()[1] - self.chance.randint(0, 3))
        async with self.there.database.changing() as connection:
            await connection.execute(delete(tables.event).where(tables.event.c.seq > head))
            await connection.execute(update(tables.session).values(head=head, epoch=tables.session.c.epoch + 1))
        self.done["restored"] += 1

    # --- what people do

    async def _wish(self, client: Client) -> None:
        """One to three wishes of one batch, from whoever is on the same node."""
        client = self.there.clients[-1] if self.chance.random() < 0.6 else client
        if client.room is None:
            return
        if client.room.session.phase == "closing" and self.chance.random() < 0.7:
            await self._complete(client.room)
            return
        wishes = [
            (command_id(self.chance), command, one)
            for one in self.there.clients
            if one.room is client.room and (one is client or self.chance.random() < 0.4)
            for command in [self._some_command(one)]
        ]
        before = client.room.seq
        for identity, command, one in wishes:
            one.ask(wire.Do(id=identity, command=command))
            if self.chance.random() < 0.1:
                one.ask(wire.Do(id=identity, command=command))
            if isinstance(command, c.MakeRooms):
                await self.there.settled()  # what is worked out in a thread is decided where the seed says
        # Decided in order: once this one is answered, so are those before it.
        await client.room.wish(command_id(self.chance), c.AdvanceRooms(run=0, round=0, due=0), SYSTEM)
        self.done["wishes granted"] += max(0, client.room.seq - before)

    def _some_command(self, client: Client) -> c.ClientCommand:
        assert client.room is not None
        session = client.room.session
        run = session.stage.run if session.stage else 0
        if client.role == "participant":
            if self.chance.random() < 0.5:
                return some_tap(session, run, self.chance)
            return pick(self.chance, c.Rest(), c.ComeBack(), c.ComeBack(), c.ComeBack(), c.CalmRoom())
        if self.chance.random() < 0.05:
            self.done["rows changed"] += 1
            return c.SendNote(text=self.chance.choice(["", "Back at nine", "Back at ten"]))
        if self.chance.random() < 0.25:
            return pick(self.chance, c.LockDoor(), c.UnlockDoor(), c.CalmRoom(), c.ResumeRoom(), c.Rest(), c.CloseStage(run=run))
        return self._onward(session, run)

    def _onward(self, session: Session, run: int) -> c.ClientCommand:
        stage, kind = session.stage, session.template.kind if session.template else None
        if stage is not None and isinstance(stage.kind, WallState) and session.phase == "closed":
            waiting = wall.waiting(stage.kind)
            if waiting and self.chance.random() < 0.8:
                card = self.chance.choice(waiting)
                approve = c.ApproveCard(run=run, card=card, rewrites=stage.kind.rewrites.get(card, 0))
                return pick(self.chance, approve, approve, c.HideCard(run=run, card=card))
            if wall.releasable(stage.kind, session.settings.batch):
                return c.ReleaseCards(run=run)
            if stage.kind.released and self.chance.random() < 0.3:
                return c.HideCard(run=run, card=self.chance.choice(stage.kind.released))
        if stage is not None and isinstance(stage.kind, TallyState) and session.phase == "closed" and self.chance.random() < 0.5:
            return pick(self.chance, c.RevealPicture(run=run), c.HidePicture(run=run))
        if session.phase == "short":
            return pick(self.chance, c.DiscardStage(run=run), c.SpeakStage(run=run), c.ReopenStage(run=run, minutes=1))
        if kind in ASKING_KINDS and session.phase == "open":
            return c.CloseStage(run=run) if self.chance.random() < 0.4 else c.ExtendStage(run=run, minutes=1)
        if kind == "guide" and session.phase == "open" and self.chance.random() < 0.5:
            return c.StepGuide(run=run, step=self.chance.randrange(3))
        if kind == "rooms" and self.chance.random() < 0.88:
            return self._about_rooms(session, run)
        ahead = [index for index in range(len(session.stages)) if index not in session.asked]
        rooms = [index for index in ahead if session.stages[index].template.kind == "rooms"]
        return c.OpenStage(run=run, stage=self.chance.choice(rooms if rooms and self.chance.random() < 0.3 else ahead or [0]))

    def _about_rooms(self, session: Session, run: int) -> c.ClientCommand:
        command = lead_rooms(session, run, self.chance)
        if isinstance(command, c.StartRooms):
            self.there.clock.time += self.chance.choice([0, ANNOUNCE_SECONDS * 1000])
        self.done["rows changed"] += isinstance(command, c.SendRoomNote)
        return command

    async def _answer(self, client: Client) -> None:
        """Somebody answers what is open; a stage that is closing is completed, as the gathering does after its grace."""
        if client.room is None:
            return
        session = client.room.session
        template = session.template
        if session.phase == "closing":
            await self._complete(client.room)
        elif client.seat is not None and session.stage is not None and template is not None and template.input is not None:
            self.counter += 1
            answer = some_answer(input_view(template.input), self.chance)
            client.answer(wire.GiveAnswer(run=session.stage.run, counter=self.counter, answer=answer))

    async def _own_card(self, _client: Client) -> None:
        """Somebody takes a card back, says it in other words, or whether it may be named, on either node and whatever that one knows."""
        room = self.chance.choice(self.there.rooms)
        known = sorted(room.session.cards)
        if known:
            card, words = self.chance.choice(known), f"Other words {self.chance.random()}"
            wish = self.chance.choice(
                (
                    c.WithdrawCard(card=card),
                    c.RewriteCard(card=card, text=words, aside=some_aside(self.chance)),
                    c.ConsentCard(card=card, nameable=self.chance.random() < 0.5),
                )
            )
            if await room.wish(command_id(self.chance), wish, SYSTEM) is None:
                self.done["rows changed"] += 1

    async def _complete(self, room: Room) -> None:
        stage = room.session.stage
        assert stage is not None
        assert stage.closing is not None
        self.there.clock.time = max(self.there.clock.time, stage.closing.grace_until)
        kept = [answer for one in self.there.rooms if one.intake.held.run == stage.run for answer in one.intake.held.all()]
        held = one_per_person(kept, room.session.seat_of)
        complete = c.CompleteClosing(run=stage.run, attempt=stage.closing.attempt, held=held)
        await room.wish(command_id(self.chance), complete, SYSTEM)


async def play(databases: Databases, seed: int, operations: int = CLIENTS * OPERATIONS) -> Run:
    database = open_database(databases.fresh("sqlite"))
    try:
        session_id = SessionId("s1")
        await create_organization(database, nodes.ORGANIZATION, "Harbour")
        await _open(database, session_id)
        async with world(database, session_id, random.Random(seed)) as there:
            run = Run(seed, there)
            await run.play(operations)
            return run
    finally:
        await database.dispose()


async def _open(database: Database, session_id: SessionId) -> None:
    await create_session(database, new_session(session_id, practice=True, plan=whole_plan()))
