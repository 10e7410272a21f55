"""What is stored about a session, in the words of people: the kinds of things, who can read each, when it goes, and who may be told
whether there is any. The one place that decides it; which rows they are is said in `workshop.records.stored`.

Numbers can tell on people. How many cards there are says how many passed, that there is a note says that a card was given back, and
that the record grew says that somebody just did something which the group does not see. So a number goes to whoever leads, who
knows it from their own page, and everybody else is told whether there is something: while the session runs only of what everybody
knows anyway, afterwards of all but the wishes that nobody is ever shown.
"""

from collections.abc import Mapping
from typing import Literal, get_args

from msgspec import Struct

from workshop.domain.published import CARDS_LIVE_MS, DAY_MS
from workshop.domain.words import Millis, Value

StoredKind = Literal[
    "cards",
    "notes",
    "lines",
    "themes",
    "care",
    "names",
    "seats",
    "apart",
    "record",
    "nodes",
    "summary",
    "links",
    "session",
    "programme",
    "programme_places",
    "programme_met",
    "programme_lines",
    "organization",
    "desk_links",
    "tickets",
    "approvals",
]
"""In the order in which they are shown."""
Reach = Literal["everybody", "leads_first", "leads", "organizers", "server"]
"""Who can read it: `leads_first` is read by whoever leads, and by the group once it was let through; `server` by no page."""
StoredUntil = Literal["summary", "lines", "record", "end", "links", "programme", "organizers", "tickets", "stays"]
"""What takes it away. `summary`: its signing, at the latest some hours after the end. `lines`: the kept ones with the record, the
others as `summary`. `record`: some days after signing. Without trace, all three are the end."""
Told = Literal["everybody", "leads", "nobody"]
"""Who may be told about it. `everybody`: whether there is some, at any time. `leads`: how many; the others, after the end, whether.
`nobody`: not before the session was erased."""
StoredAudience = Literal["group", "leads"]
"""`group`: phones, the shared screen and the desk; the desk is told no more of what was said than its summary."""
StoredState = Literal["open", "over", "erasing", "erased"]
"""`erasing`: the rows are gone, the files are not clean yet."""


class Described(Struct, frozen=True):
    reach: Reach
    until: StoredUntil
    told: Told
    of: Literal["session", "programme", "organization"] = "session"
    """What it belongs to, and with what it goes."""


STORED: Mapping[StoredKind, Described] = {
    "cards": Described("leads_first", "summary", "leads"),
    "notes": Described("leads_first", "summary", "leads"),
    "lines": Described("leads_first", "lines", "leads"),
    "themes": Described("leads", "summary", "leads"),
    "care": Described("leads", "end", "leads"),
    "names": Described("everybody", "record", "everybody"),
    "seats": Described("server", "record", "everybody"),
    "apart": Described("server", "record", "nobody"),
    "record": Described("server", "record", "everybody"),
    "nodes": Described("server", "record", "everybody"),
    "summary": Described("organizers", "organizers", "everybody"),
    "links": Described("server", "links", "everybody"),
    "session": Described("organizers", "stays", "everybody"),
    "programme": Described("organizers", "stays", "everybody", "programme"),
    "programme_places": Described("leads", "programme", "everybody", "programme"),
    "programme_met": Described("server", "programme", "nobody", "programme"),
    "programme_lines": Described("everybody", "programme", "everybody", "programme"),
    "organization": Described("everybody", "stays", "everybody", "organization"),
    "desk_links": Described("server", "links", "everybody", "organization"),
    "tickets": Described("server", "tickets", "everybody", "organization"),
    "approvals": Described("organizers", "organizers", "everybody", "organization"),
}


class SessionTimes(Struct, frozen=True):
    """What says when things go. All but `retention_days` are milliseconds since 1970."""

    retention_days: int
    ended_ms: Millis | None
    signed_ms: Millis | None
    cards_erased_ms: Millis | None

    @property
    def no_trace(self) -> bool:
        return self.retention_days == 0


class StoredThing(Value, frozen=True):
    """One line of the page. `there`: None where this audience is not told. `count`: for whoever leads alone."""

    kind: StoredKind
    reach: Reach
    until: StoredUntil
    until_ms: int | None
    """At the latest, where that is known by now (ms since 1970)."""
    of: Literal["session", "programme", "organization"]
    there: bool | None
    count: int | None


def things(
    counts: Mapping[StoredKind, int], times: SessionTimes, state: StoredState, audience: StoredAudience, *, programme: bool
) -> tuple[StoredThing, ...]:
    """What this audience sees of these counts. `programme`: the session belongs to one."""
    shown: list[StoredThing] = []
    for kind in get_args(StoredKind):
        described = STORED[kind]
        if described.of == "programme" and not programme:
            continue
        told = _told(described, state, audience)
        until = _until(described.until, times)
        shown.append(
            StoredThing(
                kind=kind,
                reach=described.reach,
                until=until,
                until_ms=_until_ms(until, times),
                of=described.of,
                there=counts[kind] > 0 if told else None,
                count=counts[kind] if told and audience == "leads" and described.of == "session" else None,
            )
        )
    return tuple(shown)


def _told(described: Described, state: StoredState, audience: StoredAudience) -> bool:
    if state in ("erasing", "erased") or described.told == "everybody":
        return True
    return described.told == "leads" and (audience == "leads" or state == "over")


def _until(until: StoredUntil, times: SessionTimes) -> StoredUntil:
    return "end" if times.no_trace and until in ("summary", "lines", "record") else until


def _until_ms(until: StoredUntil, times: SessionTimes) -> Millis | None:
    cards_go = None if times.ended_ms is None else times.ended_ms + CARDS_LIVE_MS
    if until == "summary":
        return cards_go
    if until in ("record", "lines"):
        begins = times.signed_ms or times.cards_erased_ms or cards_go
        return None if begins is None else begins + times.retention_days * DAY_MS
    return None
