"""Check-ins: mood, energy and ease in five steps, asked at any moment beside whatever is played.

What people tap is in no fact: each node holds its own in memory, as with the gauges of lines and cards, and only words leave it, for
facilitators alone. Both ends of a scale are told as few, some or most, never as numbers. Words are shown anew only on a beat, when
enough people answered and enough of them otherwise than at the last showing, also of an earlier check-in: one person fewer, or one
who changed their mind, is never what made the difference between two showings.
"""

from collections.abc import Sequence
from typing import Final, Literal, get_args

from msgspec import structs

from workshop.domain.commands import CloseCheckIn, OpenCheckIn, ShowCheckIn
from workshop.domain.deciding import Context, Decide, EvolveTable, Outcome, refuse
from workshop.domain.events import CheckInClosed, CheckInOpened, CheckInShown
from workshop.domain.inputs.blurred import gives_away
from workshop.domain.inputs.options import band
from workshop.domain.kinds.gauge import next_showing
from workshop.domain.parts import CheckInView, FeelingView
from workshop.domain.published import Band
from workshop.domain.session import CheckIn, FeltWords, Session
from workshop.domain.words import CHECK_IN_STEPS, GAUGE_CHANGES, Feeling, Millis

FEELINGS: Final[tuple[Feeling, ...]] = get_args(Feeling)
_END: Final = CHECK_IN_STEPS // 2
"""Steps that are an end of the scale; the one between both is neither."""
_HEIGHT: Final[dict[Band, int]] = {"few": 0, "mixed": 1, "most": 2}
MAYBE_LEFT_OUT: Final = (0, 1)
"""An answer is at one end, or in the middle that is not told."""


def words_for(counts: Sequence[int]) -> tuple[Band, Band] | None:
    """How many are at the low and at the high end; None where the words would give a count away.

    `counts`: people per step, from the lowest.
    """
    answered = sum(counts)
    words = band(sum(counts[:_END]), answered), band(sum(counts[-_END:]), answered)
    return None if gives_away(words, answered, MAYBE_LEFT_OUT) else words


def marks_of(session: Session) -> frozenset[str]:
    """What can be tapped now: `mood:1` … `safety:5`."""
    if session.open_check_in() == 0:
        return frozenset()
    return frozenset(f"{feeling}:{step}" for feeling in FEELINGS for step in range(1, CHECK_IN_STEPS + 1))


def open_check_in(session: Session, command: OpenCheckIn, context: Context) -> Outcome:
    number = session.check_in.number
    if command.after + 1 == number and session.check_in.open:
        return ()  # somebody else was a moment faster
    if command.after != number or session.check_in.open:
        return refuse("stale_check_in")
    return (CheckInOpened(check_in=number + 1),)


def close_check_in(session: Session, command: CloseCheckIn, context: Context) -> Outcome:
    if command.check_in != session.check_in.number or command.check_in < 1:
        return refuse("stale_check_in")
    return (CheckInClosed(check_in=command.check_in),) if session.check_in.open else ()


def show_check_in(session: Session, command: ShowCheckIn, context: Context) -> Outcome:
    if command.check_in != session.open_check_in():
        return refuse("stale_check_in")
    last, settings = session.check_in.felt.get(command.feeling), session.settings
    too_soon = last is not None and context.at < next_showing(last.at)
    too_few = command.people < settings.floor or command.changes < (1 if settings.practice else GAUGE_CHANGES)
    fits = len(command.counts) == CHECK_IN_STEPS and sum(command.counts) == command.people
    words = words_for(command.counts) if fits and not (too_soon or too_few) else None
    if words is None:
        return refuse("gauge_not_due")
    return (CheckInShown(check_in=command.check_in, feeling=command.feeling, low=words[0], high=words[1]),)


def check_in_opened(session: Session, event: CheckInOpened, at: Millis) -> Session:
    return structs.replace(session, check_in=structs.replace(session.check_in, number=event.check_in, open=True))


def check_in_closed(session: Session, event: CheckInClosed, at: Millis) -> Session:
    return structs.replace(session, check_in=structs.replace(session.check_in, open=False))


def check_in_shown(session: Session, event: CheckInShown, at: Millis) -> Session:
    felt = session.check_in.felt
    last = felt.get(event.feeling)
    same_evening = last is not None and last.check_in == event.check_in
    before = None if last is None else last.before if same_evening else (last.low, last.high)
    now = FeltWords(check_in=event.check_in, at=at, low=event.low, high=event.high, before=before)
    return structs.replace(session, check_in=structs.replace(session.check_in, felt={**felt, event.feeling: now}))


def _lean(low: Band, high: Band) -> int:
    return _HEIGHT[high] - _HEIGHT[low]


def _feeling(check_in: CheckIn, feeling: Feeling) -> FeelingView:
    shown = check_in.felt.get(feeling)
    if shown is None:
        return FeelingView(feeling=feeling)
    trend: Literal["lower", "same", "higher"] | None = None
    if shown.check_in == check_in.number and shown.before is not None:
        now, then = _lean(shown.low, shown.high), _lean(*shown.before)
        trend = "higher" if now > then else "lower" if now < then else "same"
    return FeelingView(
        feeling=feeling,
        low=shown.low,
        high=shown.high,
        earlier=shown.check_in != check_in.number,
        trend=trend,
    )


def view(session: Session) -> CheckInView:
    """For facilitators. The trend compares words that were shown; it knows nothing else."""
    check_in = session.check_in
    return CheckInView(
        number=check_in.number,
        open=session.open_check_in() > 0,
        feelings=tuple(_feeling(check_in, feeling) for feeling in FEELINGS) if check_in.number else (),
        changes=1 if session.settings.practice else GAUGE_CHANGES,
    )


DECIDE: dict[type, Decide] = {OpenCheckIn: open_check_in, CloseCheckIn: close_check_in, ShowCheckIn: show_check_in}
EVOLVE: EvolveTable = {CheckInOpened: check_in_opened, CheckInClosed: check_in_closed, CheckInShown: check_in_shown}
