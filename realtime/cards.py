"""Taking back or rewriting one's own card: whoever has its key may, at any time until it is erased, and nobody asks who that is.

There is no seat, no cookie and no address in this: a phone may have left, and the session may be over. The answer is the same
whether there is such a card or not.
"""

import hashlib
from collections import deque
from secrets import token_hex

from realtime.desk_shapes import CardRequest
from realtime.hub import Hub
from realtime.proof import tidy_code
from realtime.room import SYSTEM
from workshop.domain.commands import RewriteCard, WithdrawCard
from workshop.domain.refusals import RefusalCode
from workshop.domain.words import CardId, CommandId, Millis
from workshop.records.reading import session_of_card

WINDOW: Millis = 60_000
MOST_IN_WINDOW = 60
"""Requests for the cards of one session in a minute; never counted by address, which would name somebody."""
MOST_CODES = 1_000
"""Codes that are counted at a time; more of them than this are refused, so that made-up ones take no memory."""
TOLD: frozenset[RefusalCode] = frozenset({"text_empty", "text_too_long", "text_unreadable", "session_ended", "busy"})
"""Refusals that the page is told; any other one would say whether there is such a card."""


def card_of(key: str) -> CardId:
    """The public name of the card whose key this is (hex digits)."""
    return CardId(hashlib.sha256(bytes.fromhex(key)).hexdigest()[:32])


class Often:
    """How often something was asked for lately, by name."""

    def __init__(self) -> None:
        self._asked: dict[str, deque[Millis]] = {}

    def allowed(self, name: str, now: Millis) -> bool:
        """Whether one more is fine; it is counted then."""
        for other in [other for other, times in self._asked.items() if times[-1] <= now - WINDOW]:
            del self._asked[other]
        times = self._asked.get(name, deque())
        while times and times[0] <= now - WINDOW:
            times.popleft()
        if len(times) >= MOST_IN_WINDOW or (name not in self._asked and len(self._asked) >= MOST_CODES):
            return False
        times.append(now)
        self._asked[name] = times
        return True


class Cards:
    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._often = Often()

    def allowed(self, code: str) -> bool:
        return self._often.allowed(tidy_code(code), self._hub.tools.wall.now())

    async def change(self, asked: CardRequest) -> RefusalCode | None:
        """None: it is as it was wished, or there is no such card. Raises RecordsError."""
        if len(asked.key) % 2:
            return None  # half a byte: nobody's key
        card = card_of(asked.key)
        session_id = await session_of_card(self._hub.tools.database, tidy_code(asked.code), card)
        room = None if session_id is None else await self._hub.room(session_id)
        if room is None:
            return None
        if asked.text is None:
            # The same id however often it is asked for: a withdrawal happens once.
            identity = hashlib.sha256(f"withdraw:{room.id}:{card}".encode()).hexdigest()[:32]
            refusal = await room.wish(CommandId(identity), WithdrawCard(card=card), SYSTEM)
        else:
            refusal = await room.wish(CommandId(token_hex(16)), RewriteCard(card=card, text=asked.text), SYSTEM)
        return refusal.code if refusal is not None and refusal.code in TOLD else None
