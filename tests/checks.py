"""What a session's pages show, what SQL holds, and whether they are the same."""

import asyncio
from collections.abc import Iterable

from realtime.simulated import Desk, Page, Phone
from tests.waiting import WITHIN, until
from workshop.domain import commands as c
from workshop.domain import views
from workshop.domain.answers import Answer
from workshop.domain.decider import replay
from workshop.domain.events import AnyEvent
from workshop.domain.parts import BoardView, SharedView
from workshop.domain.session import new_session
from workshop.domain.words import SessionId
from workshop.records.engine import Database
from workshop.records.reading import Recorded, read_cards, read_events, read_texts
from workshop.records.sessions import session_by_id


def stage_run(page: Page) -> int:
    stage = page.shared.stage if page.shared else None
    return stage.run if stage else 0


def stage_phase(page: Page) -> str:
    stage = page.shared.stage if page.shared else None
    return stage.phase if stage else "lobby"


def receipts(page: Page) -> tuple[str, ...]:
    """What this phone was told was included in the current stage."""
    run = stage_run(page)
    stages = page.receipts.stages if page.receipts else ()
    return next((stage.nonces for stage in stages if stage.run == run), ())


async def open_next(desk: Desk, stage: int, *pages: Page) -> int:
    """The console opens stage `stage`; returns its run once all pages show it."""
    before = stage_run(desk)
    refused = await desk.do(c.OpenStage(run=before, stage=stage))
    assert refused is None, refused
    for page in (desk, *pages):
        await page.until(lambda page=page: stage_run(page) == before + 1)  # type: ignore[misc]
    return before + 1


def board(desk: Desk) -> BoardView:
    assert desk.desk is not None
    assert desk.desk.board is not None
    return desk.desk.board


async def announced(desk: Desk, run: int) -> None:
    """Rooms are made and announced; returns when they can begin. A fast clock makes that quick."""
    assert await desk.do(c.MakeRooms(run=run, round=1)) is None
    assert await desk.do(c.AnnounceRooms(run=run, round=1)) is None
    await desk.until(lambda: board(desk).state == "announced")
    ready = max(room.clock.ends_at or 0 for room in board(desk).rooms)
    await until(lambda: desk.now() >= ready)


async def begun(desk: Desk, run: int) -> None:
    """All rooms are announced and begun."""
    await announced(desk, run)
    assert await desk.do(c.StartRooms(run=run, round=1)) is None


async def answered(phone: Phone, run: int, answer: Answer) -> None:
    """Returns when a node has said that it holds the answer."""
    await phone.answer(run, answer)
    await phone.until(lambda: run in phone.given and phone.given[run].receipt is not None)


async def all_closed(pages: Iterable[Page], run: int, within: float = WITHIN) -> None:
    for page in pages:
        await page.until(lambda page=page: stage_run(page) == run and stage_phase(page) == "closed", within)  # type: ignore[misc]


async def events_of(database: Database, session_id: SessionId) -> list[Recorded]:
    """What SQL holds, proved to be one gap-free sequence."""
    recorded = await read_events(database, session_id)
    assert [one.seq for one in recorded] == list(range(1, len(recorded) + 1))
    return recorded


async def named_events(database: Database, session_id: SessionId, name: str) -> list[AnyEvent]:
    """Those of one type, by its tag."""
    return [one.event for one in await events_of(database, session_id) if type(one.event).__struct_config__.tag == name]


async def truth(database: Database, session_id: SessionId) -> SharedView:
    """What everybody has to see of this session, computed from SQL alone."""
    row = await session_by_id(database, session_id)
    assert row is not None
    recorded = await read_events(database, session_id)
    session = replay(new_session(row.settings, row.plan, row.carried), ((one.event, one.at) for one in recorded))
    texts: dict[str, str] = {}
    texts.update({str(key): words for key, words in (await read_texts(database, session_id, views.text_ids(session))).items()})
    texts.update({str(key): words for key, words in (await read_cards(database, session_id, views.card_ids(session))).items()})
    return views.shared(session, texts)


async def all_show_the_truth(database: Database, session_id: SessionId, pages: Iterable[Page], within: float) -> None:
    """Raises TimeoutError where a page shows something else than SQL for longer than that."""
    true = await truth(database, session_id)
    async with asyncio.timeout(within):
        for page in pages:
            await page.until(lambda page=page: page.shared == true, within)  # type: ignore[misc]
