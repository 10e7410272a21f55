"""The vocabulary: ids as distinct types, roles, phases, and the base classes of everything that is declared once.

All times are whole milliseconds of the *session's* clock (`Millis`); in a rehearsal that clock runs faster than the wall's.
"""

from typing import Any, ClassVar, Literal, NewType, Protocol

from msgspec import Struct

SessionId = NewType("SessionId", str)
OrganizationId = NewType("OrganizationId", str)
SeatId = NewType("SeatId", str)
CardId = NewType("CardId", str)
"""First 16 bytes, as 32 hex digits, of the SHA-256 of a key that only the author's phone has."""
TextId = NewType("TextId", str)
CommandId = NewType("CommandId", str)
RoomId = NewType("RoomId", str)
NodeId = NewType("NodeId", str)
Nonce = NewType("Nonce", str)
Millis = int

Role = Literal["participant", "facilitator", "screen", "system"]
Phase = Literal["lobby", "open", "closing", "short", "closed", "ended"]
"""Where a session is: before the first stage; in a stage; its answers being gathered; gathered but too few;
gathered and done (or nothing was asked); over."""
PersonState = Literal["waiting", "here", "resting", "left"]
"""`waiting`: at the door of a session whose facilitator admits each person."""
PartScope = Literal["shared", "receipts", "notes", "console", "screen", "seat", "seats", "rooms"]
"""What an event may change: what everybody sees, which answers were included, the sealed notes to unknown authors, the two faces
of the room, the seat it names, every seat, every room."""
Presence = Literal["together", "apart"]
StageKind = Literal["guide", "tally", "wall", "journal", "rooms", "circle", "agree"]
LineId = NewType("LineId", str)
"""An agreement: `start-N` for the N-th line of the template, else the card id of a proposed one."""
Veil = Literal["loss", "separation", "illness", "addiction", "violence", "self-harm", "sexuality", "family", "other"]
"""What a card touches on: it lies closed on every screen until somebody opens it on purpose. `other`: something that is not named."""
CareOutcome = Literal["answered", "handed_over", "taken_back"]
RoundChoice = Literal["take_part", "observe", "sit_out"]
"""What a person would like in the next rooms. It stays until they choose otherwise, or the stage is over."""
Binding = Literal["together", "apart", "free"]
"""What facilitators want for two people (a couple, relatives): always in one room, never, or as it comes."""
Knock = Literal["none", "knocking", "welcome", "later"]
"""A facilitator would like to visit a room: nobody does, asked, come in, not now."""
CardState = Literal["waiting", "approved", "released", "hidden", "returned"]
"""What became of a card so far; every decision can be taken back but by other words."""
SignalKind = Literal["name", "phone", "mail", "web", "worry"]
"""What a facilitator may want to look at in somebody's words. It decides nothing."""
Mix = Literal["random", "fresh", "same", "merge"]
Feeling = Literal["mood", "energy", "safety"]
"""What a check-in asks."""


class Value(Struct, frozen=True, kw_only=True, rename="camel", forbid_unknown_fields=True, omit_defaults=False):
    """Something true, compared by content."""


class Signal(Value, frozen=True):
    """Where in a text: from `start` to before `end`, in code points."""

    kind: SignalKind
    start: int
    end: int


class Command(Struct, frozen=True, kw_only=True, rename="camel", forbid_unknown_fields=True, tag_field="t"):
    """A wish, in the imperative. It names what it expects, so that a stale one is refused instead of misunderstood."""


class Event(Struct, frozen=True, kw_only=True, rename="camel", forbid_unknown_fields=True, tag_field="t"):
    """A fact, in the past tense. It never contains what a person wrote; `touches` is all that it may change for an audience."""

    touches: ClassVar[frozenset[PartScope]] = frozenset()
    version: ClassVar[int] = 1


class Dice(Protocol):
    """Where chance comes from: the system's source in production, a seeded one in tests."""

    def shuffle(self, x: list[Any], /) -> None: ...


ORGANIZATION_FLOOR = 5
"""People whose answer or pass must be there before anything of a stage is unsealed (guarantees A5)."""
PRACTICE_FLOOR = 1
TENDER = 3
"""The level of activities that an organization approves one by one before they are played in a real session."""
RELEASE_BATCH = 3
"""Cards are released at least this many at once, so that one card never stands alone (practice: 1)."""
WORDS_BELOW = 8
"""Fewer answers than this are told in words, not numbers."""
DEFAULT_CAPACITY = 200
"""People in one session unless it was created with another number."""
GATHER_SECONDS = 10
"""Between two rounds with new partners: time to find each other before the first step begins."""
ANNOUNCE_SECONDS = 10
"""Rooms are announced this long before they can begin: nobody is moved without warning."""
ENDING_SECONDS = 60
"""Rooms that are ended softly have this long to come to a close, and are told so."""
LAST_SECONDS = 10
"""… and are told once more when so much is left. Taking a minute away leaves at least this much."""
MOST_IN_A_ROOM = 6
"""People in one room, however it came to them; those who only watch are not counted."""
OBSERVER = "observer"
"""The role of whoever only watches, also in templates that have no such role."""
ALIAS_LENGTH = 24
PLACE_WORDS = 4
"""Words, of a list of 1,024, that bring somebody's place in a programme back."""
CONTENT_NOTE_LENGTH = 60
"""Letters of an author's own content note: it says what a card touches on, it is no second card."""
NOTE_LENGTH = 280
"""Letters of a facilitator's note, to everybody or to an unknown author."""
LINE_LENGTH = 160
"""Letters of a proposed agreement."""
GAUGE_EVERY: Millis = 20_000
"""The totals of a gauge (support, resonance) are shown at whole multiples of this (session time), and first when F people used it."""
GAUGE_CHANGES = 3
"""… and only when at least this many people's taps changed since they were shown last (practice: 1)."""
CHECK_IN_STEPS = 5
"""Of each of the three that a check-in asks."""
GRID = 20
"""Steps of a square's and a line's axes: what travels of a point is rounded to one of `0 … GRID`."""
MOST_MARKS = 200
"""Taps of one person in one stage."""
