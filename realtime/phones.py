"""Which phones of a session are awake: one node's own proofs of life and what it hears of the others', and whom a change is told."""

from collections.abc import Callable, Iterable

from realtime.bus import Awake
from realtime.presence import Presence
from realtime.tools import Tools
from workshop.domain.session import Session
from workshop.domain.words import Millis, SeatId, SessionId


class Phones:
    def __init__(
        self,
        tools: Tools,
        session_id: SessionId,
        session: Callable[[], Session],
        *,
        board: Callable[[], None],
        rooms: Callable[[], None],
    ) -> None:
        """`board` is called when the console shows others asleep, `rooms` when those in a room are to be asked about a partner."""
        self._tools, self._session_id, self._session = tools, session_id, session
        self._board, self._rooms = board, rooms
        self._presence = Presence(tools.settings.asleep_after, 2 * tools.settings.beat)
        self.shared_with_others = False
        """Whether another node has this session too: asked only while Redis is away."""
        self.asleep: frozenset[SeatId] = frozenset()
        self.quiet: frozenset[SeatId] = frozenset()
        """Of whom there was no sign for so long that their partners are asked; only where people are apart."""

    def came(self, seat: SeatId, at: Millis) -> None:
        self._presence.proved(seat, at)
        self.look()

    def alive(self, seat: SeatId) -> None:
        """A proof of life: whoever was asleep is awake at once, for the other nodes as well."""
        self._presence.proved(seat, self._tools.wall.now())
        if seat in self.asleep:
            self._tell_who_is_awake()
            self.look()

    def heard(self, seats: Iterable[SeatId], at: Millis) -> None:
        """Signs of life at another node."""
        self._presence.seen(seats, at)
        self.look()

    def beat(self) -> None:
        self._tell_who_is_awake()
        self.look()

    def look(self) -> None:
        now = self._tools.wall.now()
        deaf = self.shared_with_others and not self._tools.bus.hears
        asleep = self._presence.look(self._session().people, now, deaf=deaf)
        if asleep != self.asleep:
            self.asleep = asleep
            self._board()
        apart = self._session().settings.presence == "apart"
        quiet = self._presence.quiet(self._tools.settings.partner_quiet, now) if apart else frozenset[SeatId]()
        if quiet != self.quiet:
            self.quiet = quiet
            self._rooms()

    def _tell_who_is_awake(self) -> None:
        awake = self._presence.to_tell()
        if awake:
            self._tools.bus.tell(self._session_id, Awake(node=self._tools.node, seats=awake))
