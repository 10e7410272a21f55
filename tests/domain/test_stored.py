"""What each audience is told of what is stored, and until when it is kept."""

from typing import get_args

import pytest

from workshop.domain.published import CARDS_LIVE_MS, DAY_MS
from workshop.domain.stored import (
    STORED,
    SessionTimes,
    StoredAudience,
    StoredKind,
    StoredState,
    StoredThing,
    things,
)

KINDS = get_args(StoredKind)
MANY: dict[StoredKind, int] = {kind: number for number, kind in enumerate(KINDS, start=3)}
NOTHING: dict[StoredKind, int] = dict.fromkeys(KINDS, 0)
LIVE = SessionTimes(retention_days=7, ended_ms=None, signed_ms=None, cards_erased_ms=None)
ENDED = SessionTimes(retention_days=7, ended_ms=1_000, signed_ms=None, cards_erased_ms=None)
SIGNED = SessionTimes(retention_days=7, ended_ms=1_000, signed_ms=5_000, cards_erased_ms=5_000)
NO_TRACE = SessionTimes(retention_days=0, ended_ms=None, signed_ms=None, cards_erased_ms=None)


def seen(
    state: StoredState, audience: StoredAudience, counts: dict[StoredKind, int] = MANY, times: SessionTimes = LIVE
) -> dict[StoredKind, StoredThing]:
    return {one.kind: one for one in things(counts, times, state, audience, programme=True)}


def test_every_kind_is_described_once_and_shown_in_order() -> None:
    assert set(STORED) == set(KINDS)
    assert list(seen("open", "group")) == list(KINDS)


def test_what_belongs_to_a_programme_is_shown_where_there_is_one() -> None:
    alone = things(MANY, LIVE, "open", "group", programme=False)
    assert {one.of for one in alone} == {"session", "organization"}


@pytest.mark.parametrize("state", get_args(StoredState))
def test_g_a11_no_number_ever_goes_to_the_group(state: StoredState) -> None:
    assert {one.count for one in seen(state, "group").values()} == {None}


def test_g_a11_while_it_runs_the_group_is_shown_the_same_whatever_was_written_and_whoever_asked() -> None:
    """Another card, a note that gives one back, somebody who asks for a person: none of it may move anything on a phone."""
    hidden: set[StoredKind] = {"cards", "notes", "lines", "themes", "care", "apart", "programme_met"}
    assert {kind for kind, one in seen("open", "group").items() if one.there is None} == hidden
    for kind in hidden:
        assert seen("open", "group", {**MANY, kind: 0}) == seen("open", "group", {**MANY, kind: 1})


def test_g_a11_who_would_rather_not_meet_is_told_to_nobody_before_the_session_is_erased() -> None:
    for state in ("open", "over"):
        for audience in get_args(StoredAudience):
            assert (seen(state, audience)["apart"].there, seen(state, audience)["apart"].count) == (None, None)
    assert seen("erased", "group", NOTHING)["apart"].there is False


def test_whoever_leads_sees_numbers_of_the_session_and_of_nothing_else() -> None:
    counted = {kind for kind, one in seen("over", "leads").items() if one.count is not None}
    assert counted == {kind for kind, one in STORED.items() if one.of == "session" and one.told != "nobody"}
    assert seen("over", "leads")["cards"].count == MANY["cards"]


def test_after_the_end_the_group_is_told_whether_there_is_something() -> None:
    over = seen("over", "group", {**NOTHING, "cards": 14})
    assert (over["cards"].there, over["notes"].there) == (True, False)


@pytest.mark.parametrize(
    ("times", "cards", "record"),
    [
        (LIVE, None, None),
        (ENDED, 1_000 + CARDS_LIVE_MS, 1_000 + CARDS_LIVE_MS + 7 * DAY_MS),
        (SIGNED, 1_000 + CARDS_LIVE_MS, 5_000 + 7 * DAY_MS),
    ],
)
def test_until_when_is_computed_from_the_constants(times: SessionTimes, cards: int | None, record: int | None) -> None:
    shown = seen("over", "group", times=times)
    assert (shown["cards"].until_ms, shown["record"].until_ms, shown["lines"].until_ms) == (cards, record, record)
    assert shown["summary"].until_ms is None


def test_without_trace_everything_of_the_session_goes_with_its_end() -> None:
    shown = seen("open", "group", times=NO_TRACE)
    assert {shown[kind].until for kind in ("cards", "notes", "lines", "themes", "names", "seats", "apart", "record")} == {"end"}
    assert shown["session"].until == "stays"
