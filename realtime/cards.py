"""Taking back or rewriting one's own card, or saying whether it may be named as a theme.

Whoever has its key may, at any time until it is erased, and nobody asks who that is.

There is no seat, no cookie and no address in this: a phone may have left, and the session may be over. The answer is the same
whether there is such a card or not.
"""

import asyncio
import hashlib
from array import array
from secrets import token_bytes, token_hex
from typing import Literal

from realtime.desk_shapes import CardRequest
from realtime.hub import Hub
from realtime.proof import tidy_code
from realtime.room import SYSTEM
from workshop.domain.commands import ConsentCard, RewriteCard, WithdrawCard
from workshop.domain.refusals import RefusalCode
from workshop.domain.words import CardId, CommandId, Millis
from workshop.records.reading import session_of_card

WINDOW: Millis = 60_000
MOST_IN_WINDOW = 20
"""Requests in one bucket in a minute: far more than an author needs for a card. Never counted by address, which would name somebody."""
BUCKETS = 65_536
"""128 KB, however many codes and cards are made up."""
LOOKUPS_AT_ONCE = 2
"""Requests that may ask the database at a time: many of them wait for each other, and not the room for them."""
TOLD: frozenset[RefusalCode] = frozenset({"text_empty", "text_too_long", "text_unreadable", "session_ended", "busy"})
"""Refusals that the page is told; any other one would say whether there is such a card."""


def card_of(key: str) -> CardId:
    """The public name of the card whose key this is (hex digits)."""
    return CardId(hashlib.sha256(bytes.fromhex(key)).hexdigest()[:32])


class Often:
    """How often cards were asked for lately, in buckets that nobody can aim at.

    Which bucket a request counts in depends on its code and its card, and on a secret of this process that is another one in each
    window. So whoever makes up keys, however many codes and cards they know, fills all buckets evenly, and must ask hundreds of
    thousands of times a minute before an author is refused. A request is counted the same whether there is such a card or not.
    """

    def __init__(self) -> None:
        self._began: Millis | None = None
        self._secret = b""
        self._asked = array("H")

    def allowed(self, code: str, card: CardId, now: Millis) -> bool:
        """Whether one more is fine; it is counted then."""
        if self._began is None or not 0 <= now - self._began < WINDOW:
            self._began, self._secret = now, token_bytes(16)
            self._asked = array("H", bytes(2 * BUCKETS))
        named = hashlib.blake2b(f"{code}/{card}".encode(), digest_size=8, key=self._secret).digest()
        bucket = int.from_bytes(named) % BUCKETS
        if self._asked[bucket] >= MOST_IN_WINDOW:
            return False
        self._asked[bucket] += 1
        return True


class Cards:
    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._often = Often()
        self._lookups = asyncio.Semaphore(LOOKUPS_AT_ONCE)

    async def change(self, asked: CardRequest) -> RefusalCode | Literal["too_many_tries"] | None:
        """None: it is as it was wished, or there is no such card. Raises RecordsError."""
        if len(asked.key) % 2:
            return None  # half a byte: nobody's key
        code, card = tidy_code(asked.code), card_of(asked.key)
        if not self._often.allowed(code, card, self._hub.tools.wall.now()):
            return "too_many_tries"
        async with self._lookups:
            session_id = await session_of_card(self._hub.tools.database, code, card)
        room = None if session_id is None else await self._hub.room(session_id)
        if room is None:
            return None
        if asked.text is None and asked.nameable is not None:
            refusal = await room.wish(CommandId(token_hex(16)), ConsentCard(card=card, nameable=asked.nameable), SYSTEM)
        elif asked.text is None:
            # The same id however often it is asked for: a withdrawal happens once.
            identity = hashlib.sha256(f"withdraw:{room.id}:{card}".encode()).hexdigest()[:32]
            refusal = await room.wish(CommandId(identity), WithdrawCard(card=card), SYSTEM)
        else:
            refusal = await room.wish(
                CommandId(token_hex(16)), RewriteCard(card=card, text=asked.text, aside=asked.aside), SYSTEM
            )
        return refusal.code if refusal is not None and refusal.code in TOLD else None
