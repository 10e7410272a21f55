"""What waits for one socket: bounded, of each part only the newest, replies in their order."""

from collections.abc import Callable

import pytest

from realtime.outbox import MOST_REPLIES, Outbox


class Line:
    """A transport that takes everything, or nothing while it is paused."""

    def __init__(self) -> None:
        self.on_drain: Callable[[], None] | None = None
        self.paused = False
        self.written: list[bytes] = []
        self.pause_after: int | None = None

    def write(self, frames: bytes) -> None:
        assert not self.paused, "written past a paused transport"
        self.written.append(frames)
        if self.pause_after is not None and len(self.written) >= self.pause_after:
            self.paused = True

    def drain(self) -> None:
        self.paused, self.pause_after = False, None
        assert self.on_drain is not None
        self.on_drain()


@pytest.fixture
def line() -> Line:
    return Line()


@pytest.fixture
def closed() -> list[str]:
    return []


@pytest.fixture
def outbox(line: Line, closed: list[str]) -> Outbox:
    return Outbox(line, lambda: closed.append("slow"))


def test_what_can_go_goes_at_once_and_as_one_write(line: Line, outbox: Outbox) -> None:
    outbox.parts({"shared": b"s1", "seat": b"p1"}, b"at1")
    outbox.reply(b"done")
    outbox.hint(b"beat")
    assert line.written == [b"s1p1at1", b"done", b"beat"]
    assert outbox.sent_frames == 5


def test_while_paused_the_newest_of_each_part_wins(line: Line, outbox: Outbox) -> None:
    line.paused = True
    for number in range(1000):
        outbox.parts({"shared": b"s%d" % number}, b"at%d" % number)
    outbox.parts({"seat": b"p"}, b"at")
    outbox.hint(b"beat")
    assert line.written == []
    line.drain()
    assert line.written == [b"s999pat"]


def test_replies_come_in_order_and_before_the_parts(line: Line, outbox: Outbox) -> None:
    line.paused = True
    outbox.parts({"shared": b"s"}, b"at")
    for number in range(3):
        outbox.reply(b"r%d" % number)
    line.drain()
    assert line.written == [b"r0", b"r1", b"r2", b"sat"]


def test_a_drain_that_fills_up_again_stops_and_goes_on_later(line: Line, outbox: Outbox) -> None:
    line.paused = True
    for number in range(4):
        outbox.reply(b"r%d" % number)
    outbox.parts({"shared": b"old"}, b"at1")
    line.pause_after = 2
    line.paused = False
    outbox._drained()
    assert line.written == [b"r0", b"r1"]
    outbox.reply(b"r4")
    outbox.parts({"shared": b"new"}, b"at2")
    assert line.written == [b"r0", b"r1"]
    line.drain()
    assert line.written == [b"r0", b"r1", b"r2", b"r3", b"r4", b"newat2"]


def test_a_socket_that_lets_its_replies_overflow_is_closed(line: Line, outbox: Outbox, closed: list[str]) -> None:
    line.paused = True
    for _ in range(MOST_REPLIES):
        outbox.reply(b"r")
    assert closed == []
    outbox.reply(b"one too many")
    assert closed == ["slow"]
    line.drain()
    assert b"one too many" not in line.written
    assert len(line.written) == MOST_REPLIES
