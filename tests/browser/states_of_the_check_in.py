"""Moments of a check-in as phone, console and shared screen are told of them."""

from msgspec import structs

from realtime import wire
from tests.browser.states import SEAT, SHARED, console_part, screen_part
from workshop.domain import parts
from workshop.domain.words import TextId

BESIDE = {
    "check-in, lobby": "lobby",
    "check-in, somebody writes": "writing",
    "check-in, a guide": "guide",
    "check-in, in rooms": "rooms",
    "check-in, calm": "calm",
}
"""A check-in that is open beside each of these."""
ASKED = structs.replace(SEAT, care=parts.CareRequestView(id=TextId("care-1"), outcome=None))

_NONE = tuple(parts.FeelingView(feeling=feeling) for feeling in ("mood", "energy", "safety"))
_FELT = (
    parts.FeelingView(feeling="mood", low="few", high="most", trend="higher"),
    parts.FeelingView(feeling="energy", low="most", high="few", trend="same"),
    parts.FeelingView(feeling="safety", low="mixed", high="mixed", trend="lower"),
)
_EARLIER = tuple(structs.replace(one, earlier=True, trend=None) for one in _FELT)
ON_CONSOLE = {
    "check-in, nobody has answered": parts.CheckInView(number=1, open=True, feelings=_NONE, changes=3),
    "check-in, shown": parts.CheckInView(number=2, open=True, feelings=_FELT, changes=3),
    "check-in, words of an earlier one": parts.CheckInView(number=2, open=True, feelings=_EARLIER, changes=3),
    "check-in, closed": parts.CheckInView(number=2, open=False, feelings=_FELT, changes=3),
}


def shared_part(state: str, check_in: int = 1) -> wire.SharedPart:
    return wire.SharedPart(body=structs.replace(SHARED[BESIDE[state]], check_in=check_in))


def of_screen(state: str) -> wire.ScreenPart:
    return screen_part(BESIDE[state])


def of_console(name: str) -> tuple[wire.SharedPart, wire.ConsolePart]:
    shown, plain = ON_CONSOLE[name], console_part("choice").body
    told = structs.replace(SHARED["choice"], check_in=shown.number if shown.open else 0)
    return wire.SharedPart(body=told), wire.ConsolePart(body=structs.replace(plain, check_in=shown))
