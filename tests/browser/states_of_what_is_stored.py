"""What is stored, as the doors answer it: a session that runs, one that is over, one that is being erased, and one that is."""

from typing import get_args

from realtime.secrets import Secrets
from realtime.signed_line import checked, signed_line
from realtime.stored_shapes import StoredPage
from tests.browser.states_of_the_desk import AT, LONG_TITLE
from workshop.domain.published import RETENTION_DAYS
from workshop.domain.stored import SessionTimes, StoredAudience, StoredKind, StoredState, things

SECRETS = Secrets(b"s" * 32)
TIMES = SessionTimes(retention_days=RETENTION_DAYS, ended_ms=AT, signed_ms=None, cards_erased_ms=None)
HERE: dict[StoredKind, int] = dict.fromkeys(get_args(StoredKind), 12)
LEFT: dict[StoredKind, int] = {**dict.fromkeys(HERE, 0), "links": 2, "session": 1, "programme": 1, "organization": 1}
LINE = signed_line(SECRETS, code="M7QK4RWT", title=LONG_TITLE, day_ms=AT, erased_ms=AT + 900_000, summary=False)
CHECKED = checked(SECRETS, LINE)


def page(state: StoredState, audience: StoredAudience = "group") -> StoredPage:
    gone = state in ("erasing", "erased")
    return StoredPage(
        title=LONG_TITLE,
        code="M7QK4RWT",
        practice=False,
        state=state,
        day_ms=AT,
        erased_ms=AT + 900_000 if state == "erased" else None,
        retention_days=RETENTION_DAYS,
        engine="postgresql",
        things=things(LEFT if gone else HERE, TIMES, state, audience, programme=True),
        line=LINE if state == "erased" else "",
        public_key=SECRETS.public_key(),
    )
