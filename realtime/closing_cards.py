"""What may be named: after the end, the cards whose authors agree to a theme, for whoever writes the themes. No other card is shown then."""

from realtime.desk_shapes import NameableCard, NameableCards, NameableWall
from workshop.domain.asides import aside_of
from workshop.domain.decider import replay
from workshop.domain.kind_states import WallState
from workshop.domain.session import Session, new_session
from workshop.domain.words import CardId
from workshop.records.engine import Database
from workshop.records.reading import read_cards, read_events
from workshop.records.sessions import SessionRow


async def nameable_cards(database: Database, row: SessionRow) -> NameableCards:
    """Of each wall the cards that the group saw, by what their authors say now. No walls once the cards are erased. Raises RecordsError."""
    facts = await read_events(database, row.settings.id) if row.state == "ended" else []
    played = replay(new_session(row.settings, row.plan, row.carried), ((one.event, one.at) for one in facts))
    walls = [await _wall(database, row, index, state.released) for index, state in _walls(played)]
    return NameableCards(walls=tuple(wall for wall in walls if wall is not None))


def _walls(session: Session) -> list[tuple[int, WallState]]:
    """By their index in playing order."""
    stages = session.past if session.stage is None else {**session.past, session.stage.index: session.stage}
    return [(index, stage.kind) for index, stage in sorted(stages.items()) if isinstance(stage.kind, WallState)]


async def _wall(database: Database, row: SessionRow, stage: int, released: tuple[CardId, ...]) -> NameableWall | None:
    """None: nobody saw a card of it, or they are erased."""
    words = await read_cards(database, row.settings.id, released)
    shown = [words[card] for card in released if card in words]
    agreed = [NameableCard(text=str(one), note=aside_of(one).note) for one in shown if aside_of(one).nameable]
    return NameableWall(stage=stage, cards=tuple(agreed), others=len(shown) - len(agreed)) if shown else None
