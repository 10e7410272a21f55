"""One connection without I/O: what each frame means in each state, and how many may come."""

import json

import msgspec
import pytest

from realtime import wire
from realtime.codes import Close
from realtime.peer import BURST, PER_SECOND, Answering, Asking, Breathing, Closing, Drawing, Peer, PeerState, Proving, Tapping

HEX = "0123456789abcdef" * 2
HELLO = json.dumps({"t": "hello", "protocol": wire.PROTOCOL, "proof": {"t": "ticket", "ticket": "x"}})
NEWER = json.dumps({"t": "hello", "protocol": wire.PROTOCOL + 1, "proof": {"t": "ticket", "ticket": "x"}})
ALIVE = json.dumps({"t": "alive"})
WISH = json.dumps({"t": "do", "id": HEX, "command": {"t": "rest"}})
ANSWER = json.dumps({"t": "answer", "run": 1, "counter": 1, "answer": {"t": "pass"}})
TAP = json.dumps({"t": "tap", "run": 1, "counter": 1, "marks": []})
DRAW = json.dumps({"t": "draw", "run": 1})
FRAMES: dict[str, str | None] = {
    "hello": HELLO, "newer": NEWER, "alive": ALIVE, "wish": WISH, "answer": ANSWER, "tap": TAP, "draw": DRAW, "garbage": "{", "binary": None
}  # fmt: skip

TABLE: dict[PeerState, dict[str, type | Close]] = {
    PeerState.AWAITING_HELLO: {
        "hello": Proving,
        "newer": Close.PROTOCOL,
        "alive": Close.MALFORMED,
        "wish": Close.MALFORMED,
        "answer": Close.MALFORMED,
        "tap": Close.MALFORMED,
        "draw": Close.MALFORMED,
        "garbage": Close.MALFORMED,
        "binary": Close.MALFORMED,
    },
    PeerState.LIVE: {
        "hello": Close.MALFORMED,
        "newer": Close.MALFORMED,
        "alive": Breathing,
        "wish": Asking,
        "answer": Answering,
        "tap": Tapping,
        "draw": Drawing,
        "garbage": Close.MALFORMED,
        "binary": Close.MALFORMED,
    },
    PeerState.CLOSED: dict.fromkeys(FRAMES, Breathing),
}


def peer_in(state: PeerState) -> Peer:
    peer = Peer(0.0)
    if state is not PeerState.AWAITING_HELLO:
        peer.received(HELLO, 0.0)
        peer.entered()
    if state is PeerState.CLOSED:
        peer.closed()
    return peer


@pytest.mark.parametrize("state", list(PeerState))
@pytest.mark.parametrize("frame", list(FRAMES))
def test_every_frame_in_every_state(state: PeerState, frame: str) -> None:
    peer, expected = peer_in(state), TABLE[state][frame]
    signal = peer.received(FRAMES[frame], 1.0)
    if isinstance(expected, Close):
        assert signal == Closing(expected)
        assert peer.state is PeerState.CLOSED
    else:
        assert isinstance(signal, expected)
        assert peer.state is state


def test_a_second_hello_while_the_first_is_looked_up_is_not_understood() -> None:
    peer = Peer(0.0)
    assert isinstance(peer.received(HELLO, 0.0), Proving)
    assert peer.received(HELLO, 0.0) == Closing(Close.MALFORMED)


def test_without_a_proof_it_is_closed() -> None:
    peer = Peer(0.0)
    assert peer.unproved() == Closing(Close.UNPROVED)
    assert isinstance(peer.received(HELLO, 0.0), Breathing)


def test_too_many_frames_close_it_and_a_rest_fills_the_bucket_again() -> None:
    peer = peer_in(PeerState.LIVE)
    for _ in range(BURST - 1):  # the hello was one
        assert isinstance(peer.received(ALIVE, 0.0), Breathing)
    for second in range(1, 4):
        for _ in range(int(PER_SECOND)):
            assert isinstance(peer.received(ALIVE, float(second)), Breathing)
    assert peer.received(ALIVE, 3.0) == Closing(Close.TOO_MANY)
    patient = peer_in(PeerState.LIVE)
    for frame in range(5 * BURST):
        assert isinstance(patient.received(ALIVE, frame / PER_SECOND), Breathing)


def test_time_that_stands_or_a_long_rest_gives_no_more_than_one_burst() -> None:
    peer = peer_in(PeerState.LIVE)
    peer.received(ALIVE, 10_000.0)
    frames = sum(isinstance(peer.received(ALIVE, 10_000.0), Breathing) for _ in range(2)) + BURST - 3
    assert frames == BURST - 1
    for _ in range(BURST - 3):
        assert isinstance(peer.received(ALIVE, 10_000.0), Breathing)
    assert peer.received(ALIVE, 10_000.0) == Closing(Close.TOO_MANY)


def test_close_codes_are_told_apart_and_say_whether_to_come_back() -> None:
    assert len({close.code for close in Close}) == len(Close)
    for close in Close:
        assert 4000 <= close.code <= 4499
        assert 0 < len(close.reason.encode()) <= 123
        if close is not Close.OVERTAKEN and close is not Close.TOO_MANY:
            assert close.may_reconnect == (close.code < 4400)


def test_what_a_page_says_is_in_no_signals_repr() -> None:
    given = msgspec.json.decode(ANSWER, type=wire.GiveAnswer)
    assert "pass" not in repr(Answering(given)).lower()
