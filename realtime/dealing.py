"""Who is dealt which card: a shuffled ring of the cards that stand, and what everybody has of it, in this node's memory and nowhere else.

Each is dealt two neighbours, beginning where fewest begin, so that every card is dealt about equally often. A phone draws one of
them that is not its own, which only it can tell. Nothing of this is in an event, a log or a repr: beside a reply, which names
its card, it would say who wrote it. It goes when the stage is left.
"""

from collections import Counter
from collections.abc import Mapping

from realtime import wire
from workshop.domain.asides import aside_of, veils_over
from workshop.domain.kind_states import WallState
from workshop.domain.kinds.wall import dealing, standing
from workshop.domain.session import Session
from workshop.domain.words import CardId, Dice, SeatId, Veil

NEIGHBOURS = 2


class Dealing:
    def __init__(self, dice: Dice) -> None:
        self._dice = dice
        self._run = 0
        self._ring: list[CardId] = []
        """Those that stood once keep their place, so that nobody else is dealt anew because one was taken back."""
        self._given: dict[SeatId, tuple[CardId, ...]] = {}

    def __repr__(self) -> str:
        return f"<Dealing run={self._run}>"

    def follow(self, session: Session) -> None:
        """Forgets everything once another stage is played, or none."""
        run = session.stage.run if session.stage is not None and session.phase != "ended" else 0
        if run != self._run:
            self.forget()
            self._run = run

    def forget(self) -> None:
        self._run = 0
        self._ring.clear()
        self._given.clear()

    def has_dealt_to(self, seat: SeatId | None) -> bool:
        return seat in self._given

    def dealt(self, session: Session, texts: Mapping[str, str], seat: SeatId | None, run: int) -> tuple[wire.DealtCard, ...]:
        """The cards for this person: the same as before while they stand. None for a console, a stale run, or who was not let in."""
        stage = session.stage
        if stage is None or session.phase == "ended" or stage.run != run or not _may_draw(session, seat):
            return ()
        assert seat is not None
        self.follow(session)
        stands = frozenset(card for card in standing(session, stage) if card in texts)
        given = self._given.get(seat, ())
        if not given or not stands.issuperset(given) or len(given) < min(NEIGHBOURS, len(stands)):
            given = self._given[seat] = self._neighbours(seat, stands)
        veils = _veils(session)

        def one(card: CardId) -> wire.DealtCard:
            aside = aside_of(texts[card])
            return wire.DealtCard(id=card, text=str(texts[card]), veils=veils_over(aside, veils.get(card)), note=aside.note)

        return tuple(one(card) for card in given)

    def _neighbours(self, seat: SeatId, stands: frozenset[CardId]) -> tuple[CardId, ...]:
        """The next cards on the ring that stand, from the first that this person has already, or from where fewest begin."""
        fresh = sorted(stands.difference(self._ring))
        self._dice.shuffle(fresh)
        self._ring += fresh
        if not stands:
            return ()
        begun = Counter(given[0] for other, given in self._given.items() if given and other != seat)
        kept = (card for card in self._given.get(seat, ()) if card in stands)
        first = next(kept, None) or min((card for card in self._ring if card in stands), key=lambda card: begun[card])
        place = self._ring.index(first)
        onward = (*self._ring[place:], *self._ring[:place])
        return tuple(card for card in onward if card in stands)[:NEIGHBOURS]


def _may_draw(session: Session, seat: SeatId | None) -> bool:
    person = None if seat is None else session.people.get(seat)
    return person is not None and person.state in ("here", "resting")


def _veils(session: Session) -> Mapping[CardId, Veil]:
    assert session.stage is not None
    found = dealing(session, session.stage)
    return found.kind.veils if found is not None and isinstance(found.kind, WallState) else {}
