"""The words that this node's views need now, read from SQL: aliases, cards, lines, notes. What no view needs any more is forgotten.

A row may be gone: its author took it back. That is remembered, so that nobody looks for it again and again.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from workshop.domain import views
from workshop.domain.events import CardConsentChanged, CardRewritten, CardWithdrawn
from workshop.domain.session import Session
from workshop.domain.words import CardId, SessionId, TextId
from workshop.records.engine import Database
from workshop.records.reading import Recorded, read_cards, read_texts


class Found(Struct, frozen=True):
    """Rows that were looked for: their words, and those that are not there."""

    words: Mapping[str, str]
    gone: frozenset[str]

    def __repr__(self) -> str:
        return f"<Found {len(self.words)}>"


class Texts:
    def __init__(self, database: Database, session_id: SessionId) -> None:
        self._database, self._session_id = database, session_id
        self.known: dict[str, str] = {}
        self._gone: set[str] = set()
        self._stale: set[str] = set()
        """Known, and to be read anew: until then they are shown as they are, so that nothing blinks on a wall."""

    def __repr__(self) -> str:
        return f"<Texts {len(self.known)}>"

    def lacks(self, session: Session) -> bool:
        """Whether a view of this state would be without words that SQL may have."""
        return any(self._missing(views.text_ids(session))) or any(self._missing(views.card_ids(session)))

    def heard(self, recorded: Sequence[Recorded]) -> None:
        """A card that was taken back is gone at once; one that was rewritten is read anew, and so is what stands beside another."""
        for one in recorded:
            if isinstance(one.event, CardWithdrawn):
                self.known.pop(one.event.card, None)
                self._gone.add(one.event.card)
            elif isinstance(one.event, CardRewritten):
                self.known.pop(one.event.card, None)
            elif isinstance(one.event, CardConsentChanged):
                self._stale.add(one.event.card)

    def learn(self, words: Mapping[str, str]) -> None:
        self.known.update(words)
        self._gone.difference_update(words)
        self._stale.difference_update(words)

    def keep_only_what_is_shown(self, session: Session) -> None:
        wanted = {*views.text_ids(session), *views.card_ids(session)}
        for row in self.known.keys() - wanted:
            del self.known[row]
        self._gone &= wanted
        self._stale &= wanted

    async def look_up(self, session: Session) -> Found:
        """Reads what a view of this state lacks and keeps nothing of it yet. Its facts must have been read before.

        Raises RecordsError.
        """
        texts = [TextId(row) for row in self._missing(views.text_ids(session))]
        cards = [CardId(row) for row in self._missing(views.card_ids(session))]
        found: dict[str, str] = {}
        if texts:
            found.update((str(row), words) for row, words in (await read_texts(self._database, self._session_id, texts)).items())
        if cards:
            found.update((str(row), words) for row, words in (await read_cards(self._database, self._session_id, cards)).items())
        return Found(found, frozenset(row for row in (*texts, *cards) if row not in found))

    def keep(self, found: Found) -> None:
        self._gone |= found.gone
        self._stale.difference_update(found.gone, found.words)
        self.known.update(found.words)

    def _missing(self, wanted: Iterable[str]) -> Iterable[str]:
        return (row for row in wanted if (row not in self.known or row in self._stale) and row not in self._gone)
