"""What travels over the JSON doors of the organizer's desk and of the summary. Types for the pages are generated from here.

Every request carries `Authorization: Bearer SECRET`: the desk's own secret for `/api/desk…`, the console link's for `/api/closing…`.
An answer that is not 200 is `{"error": code}`.
"""

from typing import Annotated, Literal

from msgspec import Meta

from workshop.domain.asides import NO_ASIDE, Aside
from workshop.domain.published import Summary, ThemesOf
from workshop.domain.words import Presence, SessionId, Value

SessionStage = Literal["scheduled", "live", "ended", "signed", "cancelled", "erased"]
DeskProblem = Literal[
    "link_ended",  # unknown or ended secret: 401
    "unknown_session",  # 404
    "unknown_agenda",  # 404
    "unknown_activity",  # 404: no tender activity of that id
    "unknown_programme",  # 404: no such programme here, or no such series in the library
    "unknown_member",  # 404: nobody of this programme, or no such seat in this session
    "meeting_link_wrong",  # 422: not https, or not exactly one {room}
    "only_practice",  # 409: this agenda is too short for a real session
    "tender_not_approved",  # 409: a real session holds a tender activity that is not approved
    "help_page_missing",  # 409: a real session cannot open without one
    "wrong_state",  # 409: not possible in the state the session is in
    "care_open",  # 409: somebody asked for a person and nobody has settled it yet; end it from the console
    "not_understood",  # 403, 413, 422: not a request of our pages
    "theme_empty",
    "theme_too_long",
    "too_many_themes",
    "busy",  # 503
]
LAST_MS = 8_640_000_000_000_000
"""The last moment that a browser's Date knows."""


class HelpPage(Value, frozen=True):
    """`checked_ms`: when somebody last said that it is right (ms since 1970)."""

    text: str
    checked_ms: int | None


class AgendaOffer(Value, frozen=True):
    id: str
    title: str
    aim: str
    minutes: int
    people_min: int
    people_max: int
    practice: bool
    """Only for practice: too short for a real evening."""
    met_before: bool
    """Only for a group that knows each other."""
    activities: tuple[str, ...]
    tender: tuple[str, ...]
    """Ids of its tender activities. A real session of it needs the approval of each, a practice session of none."""
    approved: tuple[str, ...]
    """Those of them that are approved."""


class ExerciseOffer(Value, frozen=True):
    """One exercise, with the evening that the library builds around it."""

    id: str
    """Of that evening: what a session of it is created with."""
    title: str
    purpose: str
    theme: str
    level: Literal[1, 2, 3]
    """1: light, 2: personal, 3: tender."""
    minutes: int
    """Of the whole evening."""
    people_min: int
    people_max: int
    met_before: bool
    activities: tuple[str, ...]
    """Titles of all that is played, in order, and the words of a break."""
    activity_minutes: tuple[int, ...]
    """Of each of them."""
    tender: tuple[str, ...]
    approved: tuple[str, ...]
    """Both as in `AgendaOffer`."""


class TenderActivity(Value, frozen=True):
    """One that is off in real sessions until it is approved by its name. `note`: what people read before it starts; `watch`: what
    who leads watches for."""

    id: str
    title: str
    purpose: str
    note: str
    watch: str
    approved: bool
    decided_ms: int | None
    """When it was approved, or the approval taken back (ms since 1970), by whoever held the desk's link; None: never decided."""


class SessionRowView(Value, frozen=True):
    id: SessionId
    title: str
    agenda: str
    stage: SessionStage
    practice: bool
    presence: Presence
    floor: int
    approval: bool
    code: str
    starts_ms: int | None
    created_ms: int
    ended_ms: int | None
    cards_until_ms: int | None
    """When its cards are erased at the latest; None: they are gone, or it has not ended."""
    has_summary: bool
    retention_days: int
    """0: nothing of it is kept after its end."""
    waits_for: tuple[str, ...]
    """Titles of its tender activities that are not approved: planned and real, it does not open before."""
    programme: str | None
    """The title of the programme that it belongs to, also where that was erased."""
    number: int | None
    """Which of its sessions it is, from 1."""


class ProgrammeSessionOffer(Value, frozen=True):
    """One session of a series."""

    number: int
    phase: Literal["arrive", "work", "carry"]
    title: str
    minutes: int
    focus: tuple[str, ...]
    """Areas that it touches: conflict, change, loss, distance."""
    activities: tuple[str, ...]
    """Titles of all that is played, in order."""
    tender: tuple[str, ...]
    """Ids of its tender activities. A real session of it needs the approval of each."""
    until: str
    """The invitation until the next session; for the last one until whenever."""


class ProgrammeOffer(Value, frozen=True):
    """A series of sessions of the library."""

    id: str
    title: str
    aim: str
    before: str
    """What whoever leads does before the first session."""
    after: str
    people_min: int
    people_max: int
    sessions: tuple[ProgrammeSessionOffer, ...]


class ProgrammeSessionView(Value, frozen=True):
    number: int
    title: str
    session: SessionId | None
    """The newest one that was not cancelled."""
    state: SessionStage | None
    until: str


class ProgrammeRowView(Value, frozen=True):
    """A series that a group of this organization is going through."""

    id: str
    title: str
    offer: str
    """Which series of the library it is."""
    created_ms: int
    people: int
    """How many have a place in it."""
    lines: int
    """How many agreements the next session begins with."""
    sessions: tuple[ProgrammeSessionView, ...]


class DeskView(Value, frozen=True):
    """`GET /api/desk`."""

    organization: str
    help_page: HelpPage
    sessions: tuple[SessionRowView, ...]
    """Newest first."""
    agendas: tuple[AgendaOffer, ...]
    exercises: tuple[ExerciseOffer, ...]
    """By title."""
    tender: tuple[TenderActivity, ...]
    """All that the library has, whether or not an agenda plays them."""
    programmes: tuple[ProgrammeRowView, ...]
    """Newest first."""
    programme_offers: tuple[ProgrammeOffer, ...]
    meeting_link: str
    """Empty: none."""


class SaveHelpPage(Value, frozen=True):
    """`POST /api/desk/help` → 200 `{}`."""

    text: Annotated[str, Meta(max_length=4000)]


class DecideTender(Value, frozen=True):
    """`POST /api/desk/tender` → 200 `{}`. Taking an approval back does not stop a session that runs."""

    activity: Annotated[str, Meta(max_length=64)]
    approved: bool


class CreateSession(Value, frozen=True):
    """`POST /api/desk/sessions` → `SessionRowView`. `POST /api/desk/sessions/ID/duplicate` takes `{}` and gives another one."""

    agenda: str
    practice: bool
    presence: Presence
    floor: Literal[4, 5]
    approval: bool
    starts_ms: Annotated[int, Meta(ge=0, le=LAST_MS)] | None
    """None: it opens at once."""
    retention_days: Annotated[int, Meta(ge=0, le=90)]
    """Days after signing until the events are erased; 0: nothing is kept, so that everything goes when it ends and nobody signs."""


class CreateProgramme(Value, frozen=True):
    """`POST /api/desk/programmes` → `ProgrammeRowView`. `POST /api/desk/programmes/ID/erase` takes and gives `{}`; it is `wrong_state`
    while one of its sessions runs."""

    offer: Annotated[str, Meta(max_length=64)]
    title: Annotated[str, Meta(min_length=1, max_length=80)]


class CreateProgrammeSession(Value, frozen=True):
    """`POST /api/desk/programmes/ID/sessions` → `SessionRowView`. Each as in `CreateSession`."""

    number: int
    practice: bool
    presence: Presence
    floor: Literal[4, 5]
    approval: bool
    starts_ms: Annotated[int, Meta(ge=0, le=LAST_MS)] | None
    retention_days: Annotated[int, Meta(ge=0, le=90)]


class SaveMeetingLink(Value, frozen=True):
    """`POST /api/desk/meeting` → 200 `{}`. Empty, or https with exactly one `{room}` in its path, query or fragment."""

    link: Annotated[str, Meta(max_length=1000)]


class ProgrammeMemberView(Value, frozen=True):
    """Somebody of the programme. `here`: a seat of this session is theirs."""

    id: str
    alias: str
    here: bool

    def __repr__(self) -> str:
        return "<ProgrammeMemberView>"


class MembersPage(Value, frozen=True):
    """`GET /api/members` (console secret), by their aliases; nobody where the session is of no programme."""

    members: tuple[ProgrammeMemberView, ...]

    def __repr__(self) -> str:
        return "<MembersPage>"


class RecogniseMember(Value, frozen=True):
    """`POST /api/members/recognise` (console secret) → 200 `{}`: the phone of this seat is that member from now on."""

    seat: Annotated[str, Meta(max_length=64)]
    member: Annotated[str, Meta(max_length=64)]


class SessionLinks(Value, frozen=True):
    """`POST /api/desk/sessions/ID/open` (scheduled → live; live: new links). `cancel`, `end`, `erase` take and give `{}`."""

    code: str
    join: str
    console: str
    screen: str
    """Absolute links; console and screen carry a secret."""


class SummaryPage(Value, frozen=True):
    """`GET /api/closing` (console secret) and `GET /api/desk/sessions/ID/summary` (desk secret; published ones only).

    `summary` is exactly what is (or will be) published. `version` 0: not signed yet.
    """

    summary: Summary
    themes: tuple[ThemesOf, ...]
    """Until it is published, with an entry for each wall that can have themes, also where none is written yet."""
    version: int
    signed_ms: int | None
    practice: bool
    organization: str
    ended_ms: int
    cards_until_ms: int | None


class NameableCard(Value, frozen=True):
    text: str
    note: str
    """Its author's content note."""

    def __repr__(self) -> str:
        return "<NameableCard>"


class NameableWall(Value, frozen=True):
    stage: int
    """Index in playing order."""
    cards: tuple[NameableCard, ...]
    """Those that the group saw and whose authors agree to a theme, in the order of the wall."""
    others: int
    """How many others the group saw."""


class NameableCards(Value, frozen=True):
    """`GET /api/closing/cards` (console secret), until the cards are erased; by stage."""

    walls: tuple[NameableWall, ...]


class SaveThemes(Value, frozen=True):
    """`POST /api/closing/themes` → `SummaryPage` with these themes in it (kept as a draft, not published)."""

    themes: tuple[ThemesOf, ...]

    def __repr__(self) -> str:
        return "<SaveThemes>"


class SignSummary(Value, frozen=True):
    """`POST /api/closing/sign` → `SummaryPage`. Publishes the numbers and these themes; the cards are erased with it."""

    version: int
    """The version this page showed: another one in between is `wrong_state`."""
    themes: tuple[ThemesOf, ...] | None = None
    """The themes this page showed: where somebody else wrote others meanwhile it is `wrong_state`. None: not compared."""


class CardRequest(Value, frozen=True):
    """`POST /api/card`, without credentials: whoever has the card's key takes it back, gives it other words, or says whether it may
    be named as a theme.

    Padded by the page to one length for all cards of a stage.
    """

    code: str
    key: Annotated[str, Meta(pattern=r"^[0-9a-f]{32,64}\Z")]
    """The card's own key, hex."""
    text: str | None
    """Other words, with `aside` beside them. None: taken back, or with `nameable` only that is said."""
    aside: Aside = NO_ASIDE
    nameable: bool | None = None
    pad: str = ""

    def __repr__(self) -> str:
        return "<CardRequest>"
