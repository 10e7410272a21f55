"""Scripted evenings on real nodes: who writes what is known to the script alone, and the thief is never told.

People come late, think, type as long as their words are, pass, lose their line, rest, tap, rewrite and withdraw. All of it on the clock
of a session that runs fast, so that an evening takes seconds.
"""

import asyncio
import http.client
import json
import random
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from msgspec import Struct, structs

from realtime.opening import Opened
from realtime.simulated import ALIASES, Desk, JoinRefused, Page, Phone
from realtime.simulated_answers import OwnCard, some_aside
from tests import checks, plans
from tests.bearer import Bearer
from tests.nodes import Cluster, NodeProcess
from tests.plans import taster
from workshop.domain import commands as c
from workshop.domain.answers import PassAnswer
from workshop.domain.commands import ClientCommand
from workshop.domain.parts import WallView
from workshop.domain.plan import Plan
from workshop.domain.words import CardId, SessionId

PEOPLE = 10
LATE = 2
"""So many come when the first question has been asked already."""
MOST_LETTERS = 140
WORDS = (
    "the",
    "of",
    "my",
    "we",
    "it",
    "was",
    "then",
    "never",
    "said",
    "with",
    "them",
    "alone",
    "asked",
    "why",
    "not",
    "me",
    "late",
)


class Script(Struct, frozen=True):
    """What happens, drawn from a seed. `pace`: seconds of the session in one of the wall."""

    seed: int
    stages: int
    pace: float
    people: int = PEOPLE
    changes: tuple[bool, ...] = (True,)
    """In which stages cards are rewritten and taken back, over and over. A mutant that renames cards cannot."""


class Truth(Struct):
    """What was so. `author` is never shown to the thief; the rest can be seen in the room or at the router."""

    author: dict[str, str] = {}
    """Words to alias."""
    put_down: dict[int, list[str]] = {}
    """By run: who put their phone away first, second, …; a pass looks the same."""
    typed_again: dict[int, list[str]] = {}
    """By run: who had the phone in their hand after the wall was shown, and wrote, in that order."""
    taken_back: dict[str, str] = {}
    """Card to alias, never shown to the thief either: its words are gone, an older backup may have them."""
    addresses: dict[str, str] = {}
    """Alias to network address."""

    def all_authors(self) -> dict[str, str]:
        return {**self.author, **self.taken_back}


class Writer(Phone):
    """A phone with a network address of its own."""

    address = "127.0.0.1"

    async def join(self) -> None:
        status, answer = await self._post("/api/join", {"code": self.code, "alias": self.alias, "key": self.key})
        if status != 200:
            raise JoinRefused(answer["error"])

    async def _change(self, card: OwnCard, text: str | None, **more: object) -> tuple[int, dict[str, Any]]:
        return await self._post("/api/card", {"code": self.code, "key": card.key, "text": text, **more})

    async def _post(self, path: str, body: Mapping[str, object]) -> tuple[int, dict[str, Any]]:
        def send() -> tuple[int, dict[str, Any]]:
            place = urlsplit(self.base)
            line = http.client.HTTPConnection("127.0.0.1", place.port, timeout=20, source_address=(self.address, 0))
            try:
                line.request("POST", path, json.dumps(body).encode(), {"Content-Type": "application/json", "Origin": self.base})
                answer = line.getresponse()
                return answer.status, json.loads(answer.read())
            finally:
                line.close()

        return await asyncio.to_thread(send)


def walls(times: int) -> Plan:
    activity, template = plans.stages_of_kind(taster(), "wall")[0]
    return plans.plan_of(*[(activity, structs.replace(template, minutes=30))] * times)


class Evening:
    """One session, its people and its facilitator."""

    def __init__(self, cluster: Cluster, script: Script) -> None:
        self.cluster, self.script = cluster, script
        self.chance = random.Random(script.seed)
        self.truth = Truth(put_down=defaultdict(list), typed_again=defaultdict(list))
        self.phones: list[Writer] = []
        self.speed: dict[str, float] = {}
        self.exports: dict[str, Any] = {}
        self.in_between: Callable[[], Awaitable[None]] | None = None
        """Called once, while the last question is open and everybody has answered."""
        self.session = SessionId("")

    async def play(self, nodes: list[NodeProcess]) -> None:
        self.nodes = nodes
        self.opened: Opened = await self.cluster.open(walls(self.script.stages), pace=self.script.pace)
        self.session = self.opened.id
        self.desk: Desk = await self.cluster.desk(nodes[0].base, self.opened)
        await self._come_in(self.script.people - LATE)
        for stage in range(self.script.stages):
            run = await checks.open_next(self.desk, stage, *self.phones)
            late = asyncio.create_task(self._come_in(LATE if stage == 0 else 0))
            await asyncio.gather(*(self._answers(phone, run) for phone in list(self.phones)), late)
            if stage == 0:
                await asyncio.gather(*(self._answers(phone, run) for phone in self.phones[-LATE:]))
            if self.in_between is not None and stage == self.script.stages - 1:
                await self.in_between()
            await done(self.desk, c.CloseStage(run=run))
            await checks.all_closed([self.desk, *self.phones], run)
            await self._moderate(run)
        await done(self.desk, c.EndSession())
        self.exports = await Bearer(nodes[0].base, self.opened.console_secret).get("closing")

    async def _come_in(self, many: int) -> None:
        for _ in range(many):
            number = len(self.phones)
            alias = f"{ALIASES[number]}-{self.word(7)}"
            node = self.nodes[number % len(self.nodes)]
            phone = Writer(node.base, self.opened.code, alias, random.Random(number), _never)
            phone.address = f"127.0.{self.script.seed % 200 + 1}.{number + 11}"
            self.speed[alias] = self.chance.uniform(3.0, 5.0)
            self.truth.addresses[alias] = phone.address
            await phone.join()
            self.cluster.run(phone)
            await phone.until(lambda phone=phone: phone.shared is not None and phone.position is not None)  # type: ignore[misc]
            self.phones.append(phone)

    def word(self, letters: int) -> str:
        return "".join(self.chance.choice("abcdefghiklmnoprstuvwyz") for _ in range(letters))

    def text(self) -> str:
        """Unlike any other, of any length."""
        words, length = [self.word(8)], self.chance.randint(18, MOST_LETTERS - 12)
        while len(" ".join(words)) < length:
            words.append(self.chance.choice(WORDS))
        return " ".join(words)

    async def _answers(self, phone: Writer, run: int) -> None:
        """Everything is drawn before the first wait, so that the script does not depend on who is faster."""
        passes, breaks, rests = (self.chance.random() < share for share in (0.05, 0.15, 0.08))
        words, aside = self.text(), some_aside(self.chance)
        types = self.chance.uniform(2, 8) + len(words) / self.speed[phone.alias]
        breaks_at = self.chance.uniform(0.1, 0.9)
        await phone.wait(types * breaks_at)
        if breaks:
            await phone.drop()
        await phone.wait(types * (1 - breaks_at))
        self.truth.put_down[run].append(phone.alias)
        if passes:
            await phone.answer(run, PassAnswer())
        else:
            self.truth.author[words] = phone.alias
            await phone.write(run, words, aside)
        await phone.until(lambda: phone.given[run].receipt is not None)
        if rests:
            await done(phone, c.Rest())
            await phone.wait(10)
            await done(phone, c.ComeBack())

    # --- what follows a closing

    def _queue(self, state: str) -> list[tuple[CardId, int]]:
        queue = self.desk.desk.queue if self.desk.desk is not None else ()
        return [(card.id, card.rewrites) for card in queue if card.state == state]

    async def _approve(self, run: int) -> None:
        for card, rewrites in self._queue("waiting"):
            await done(self.desk, c.ApproveCard(run=run, card=card, rewrites=rewrites))

    async def _release(self, run: int) -> None:
        await done(self.desk, c.ReleaseCards(run=run))
        await self.desk.until(lambda: not self._queue("approved") and bool(self._queue("released")))

    async def _moderate(self, run: int) -> None:
        cards = len([phone for phone in self.phones if isinstance(self._last(phone, run), OwnCard)])
        await self.desk.until(lambda: len(self._queue("waiting")) == cards)
        await self._approve(run)
        await self._release(run)
        shown = {card for card, _ in self._queue("released")}
        for phone in self.phones:
            await phone.until(lambda phone=phone: set(wall_of(phone)) == shown)  # type: ignore[misc]
        await asyncio.gather(*(self._taps(phone, run) for phone in self.phones))
        if self.script.changes[run % len(self.script.changes)]:
            await self._change_cards(run)

    def _last(self, phone: Writer, run: int) -> OwnCard | None:
        """The card that this phone wrote in this run."""
        answer = phone.given[run].answer
        return None if isinstance(answer, PassAnswer) else next(reversed(phone.cards.values()))

    async def _taps(self, phone: Writer, run: int) -> None:
        """Most of the others' cards; nobody taps their own words."""
        own = self._last(phone, run)
        words = {card.id: card.text for card in phone_cards(phone)}
        others = [card for card, shown in sorted(words.items()) if own is None or shown != own.text]
        await phone.tap(run, [f"resonate:{card}" for card in others if self.chance.random() < 0.8])
        await phone.until(lambda: phone.tapped is not None and phone.taps_taken == phone.tapped.counter)

    async def _change_cards(self, run: int) -> None:
        """One says anew whether it may be named, four write theirs anew, one takes it back. A page waits up to three seconds by chance before it asks."""
        authors = [phone for phone in self.phones if self._last(phone, run) is not None]
        *rewriting, leaving, consenting = self.chance.sample(authors, 6)
        own = self._last(consenting, run)
        assert own is not None
        await consenting.wait(self.chance.uniform(2, 12))
        assert await consenting.consent(own, self.chance.random() < 0.5) == (200, {})
        for phone in rewriting:
            own, words = self._last(phone, run), self.text()
            assert own is not None
            self.truth.typed_again[run].append(phone.alias)
            self.truth.author[words] = phone.alias
            await phone.wait(self.chance.uniform(2, 12))
            assert await phone.rewrite(own, words, some_aside(self.chance)) == (200, {})
            await self.desk.until(lambda: len(self._queue("waiting")) == 1)
            await self._approve(run)
            await self.desk.until(lambda: not self._queue("waiting"))
        own = self._last(leaving, run)
        assert own is not None
        self.truth.taken_back[own.id] = leaving.alias
        rests = self.chance.random() < 0.5
        assert await leaving.withdraw(own) == (200, {})
        if rests:  # whoever takes something back may well need a moment
            await leaving.wait(5)
            await done(leaving, c.Rest())
            await leaving.wait(10)
            await done(leaving, c.ComeBack())
        await self._release(run)


async def done(page: Page, command: ClientCommand) -> None:
    """As a person does: where the server was busy they tap again."""
    while (refused := await page.do(command)) is not None:
        assert refused == "busy", f"{type(command).__name__}: {refused}"
        await page.wait(20)


def phone_cards(phone: Phone) -> tuple[Any, ...]:
    body = phone.shared.stage.body if phone.shared is not None and phone.shared.stage is not None else None
    return body.cards if isinstance(body, WallView) else ()


def wall_of(phone: Phone) -> list[CardId]:
    return [card.id for card in phone_cards(phone)]


async def _never() -> None:
    await asyncio.Event().wait()
