"""A rehearsal ends in one line of JSON whatever happens, and `run` is for people: company, a quick start, the room's network."""

import asyncio
import errno
import io
import json
import re
import signal
import socket
import socketserver
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import segno
from msgspec import structs

from realtime import wire
from realtime.characters import character
from realtime.opening import Opened
from realtime.rehearse import ENDED_EARLY, Rehearsal, failures_of
from realtime.simulated import Desk, JoinRefused
from tests import nodes
from tests.command_line import holdspace, is_plain, running
from workshop.domain.answers import DoneAnswer, PassAnswer
from workshop.domain.parts import CircleView, GuideView, JournalView, StageView
from workshop.domain.plan import PlanItem
from workshop.domain.words import SessionId
from workshop.library.loader import load_activity, load_plan

KEYS = {
    "people",
    "stages",
    "commands_done",
    "commands_refused",
    "frames",
    "p50_ms",
    "p99_ms",
    "seconds",
    "rooms",
    "checked_in",
    "failures",
}
START_SECONDS = 3.0
"""From the start of the process to its printed links, on a data folder that exists."""
NOBODY = Opened(id=SessionId("s1"), code="abcdefgh", console_secret="console", screen_secret="screen")


# --- rehearse


async def rehearsing(*words: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "realtime.cli", "rehearse", *words),
        env=nodes.environment({}),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def outcome(process: asyncio.subprocess.Process) -> tuple[int | None, dict[str, Any]]:
    """(exit code, the one JSON object of the last line). A traceback is none."""
    said, beside = await process.communicate()
    assert b"Traceback" not in beside, beside.decode()
    return process.returncode, json.loads(said.decode().splitlines()[-1])


async def test_a_rehearsal_plays_the_whole_taster_and_ends_in_one_line_of_json() -> None:
    code, result = await outcome(await rehearsing("--people", "6", "--pace", "240"))
    assert (code, result["failures"]) == (0, [])
    assert set(result) == KEYS
    assert (result["people"], result["stages"], result["commands_refused"]) == (6, 7, 0)
    assert result["commands_done"] > result["stages"]
    assert result["frames"] > 6 * result["commands_done"]
    assert 0 < result["p50_ms"] <= result["p99_ms"]
    assert result["checked_in"] == 6


async def test_a_rehearsal_of_the_first_circle_with_people_who_have_stories_fails_nobody() -> None:
    """One rests, one loses the line again and again, one writes a hard card, one asks for a person, one comes late, one leaves; one
    observes, one sits a round out, one begins their room, one pauses it, one calls, one does not find a partner.
    """
    code, result = await outcome(await rehearsing("--agenda", "first-circle", "--people", "12", "--pace", "120"))
    assert (code, result["failures"]) == (0, [])
    assert (result["people"], result["stages"], result["commands_refused"]) == (12, 12, 0)
    rooms = result["rooms"]
    assert rooms["called"] == rooms["visited"] == 1
    assert min(rooms[kind] for kind in ("announced", "begun", "paused", "missed", "found", "observing", "sitting_out")) > 0


def test_nobody_writes_a_hard_card_on_an_evening_without_a_wall() -> None:
    names = {
        agenda: [character(number, 12, load_plan(agenda)).name for number in range(12)]
        for agenda in ("first-circle", "around-kind-no")
    }
    assert names["first-circle"].count("writes a hard card") == 1
    assert "writes a hard card" not in names["around-kind-no"]
    assert "loses the line" in names["around-kind-no"]


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
async def test_simulated_people_finish_private_pages_take_chairs_and_follow_the_pacer(cluster: nodes.Cluster) -> None:
    node = await cluster.start(silence=9000, beat=4000, asleep_after=20000)
    names = ("quiet-page", "fishbowl", "breath-pacer")
    items = tuple(PlanItem(activity=load_activity(name), minutes=10) for name in names)
    plan = structs.replace(load_plan("taster"), items=items)
    opened = await cluster.open(plan, pace=240.0)
    rehearsal = Rehearsal(node.base, opened, plan, people=7, pace=240.0)
    watched: list[StageView] = []
    look = rehearsal.screen.told

    async def told(message: wire.ToPage) -> None:
        if isinstance(message, wire.SharedPart) and message.body.stage is not None:
            watched.append(message.body.stage)
        await look(message)

    vars(rehearsal.screen)["told"] = told
    await rehearsal.play(60)
    assert rehearsal.result([])["failures"] == []
    bodies = [one.body for one in watched]
    assert max(len(body.inside) for body in bodies if isinstance(body, CircleView)) > 1
    assert any(body.pacer.began is not None for body in bodies if isinstance(body, GuideView) and body.pacer is not None)
    page = next(one.run for one in watched if isinstance(one.body, JournalView))
    given = [phone.given[page].answer for phone in rehearsal.phones if page in phone.given]
    assert any(isinstance(one, DoneAnswer) for one in given)
    assert all(isinstance(one, DoneAnswer | PassAnswer) for one in given)


async def test_a_rehearsal_that_takes_too_long_has_failed_and_says_where_it_stood() -> None:
    code, result = await outcome(await rehearsing("--people", "2", "--pace", "1", "--longest", "2"))
    assert code == 1
    assert set(result) == KEYS
    assert re.fullmatch(r"something never happened; Next was [a-z_]+", result["failures"][0])
    assert sum("did not see the end" in failure for failure in result["failures"]) == 2


async def test_a_server_that_is_ended_meanwhile_is_a_failure() -> None:
    process = await rehearsing("--people", "2", "--pace", "1")
    assert process.stderr is not None
    assert b"stage 1" in await process.stderr.readline()
    process.terminate()
    code, result = await outcome(process)
    assert (code, result["failures"][0]) == (1, ENDED_EARLY)


@contextmanager
def door_that_says(status: str, body: str) -> Iterator[str]:
    """A server that answers every request with this."""

    class Answer(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            while self.rfile.readline().strip():
                pass
            self.wfile.write(f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode())

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Answer) as server:
        serving = threading.Thread(target=server.serve_forever, args=(0.01,))
        serving.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            serving.join()


async def _for_ever() -> None:
    await asyncio.Event().wait()


async def failures_at(base: str) -> list[str]:
    serving = asyncio.create_task(_for_ever())
    rehearsal = Rehearsal(base, NOBODY, load_plan("taster"), people=2, pace=240)
    try:
        failures = await failures_of(rehearsal, serving, longest=20)
    finally:
        serving.cancel()
    assert rehearsal.result(failures)["failures"] == [
        *failures,
        *(f"{phone.alias} did not see the end" for phone in rehearsal.phones),
    ]
    return failures


@pytest.mark.parametrize(
    ("status", "body", "failure"),
    [
        ("200 OK", "<html>", "JSONDecodeError: "),
        ("500 Internal Server Error", "", "JSONDecodeError: "),
        ("403 Forbidden", '{"error": "door_locked"}', "the door refused somebody: door_locked"),
        ("404 Not Found", "{}", "KeyError: 'error'"),
        ("nonsense", "", "BadStatusLine: "),
    ],
)
async def test_whatever_a_door_says_it_is_a_line_of_failures(status: str, body: str, failure: str) -> None:
    with door_that_says(status, body) as base:
        failures = await failures_at(base)
    assert failures
    assert any(one.startswith(failure) for one in failures), failures


async def test_a_door_that_is_not_there_is_a_failure() -> None:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))  # bound but not listening: refused, and nobody else can take it
        failures = await failures_at(f"http://127.0.0.1:{one.getsockname()[1]}")
    assert any(failure.startswith("URLError: ") for failure in failures), failures


def test_what_went_wrong_is_said_in_words() -> None:
    rehearsal = Rehearsal("http://127.0.0.1:1", NOBODY, load_plan("taster"), people=0, pace=1)
    assert rehearsal.sentence(JoinRefused("session_full")) == "the door refused somebody: session_full"
    assert rehearsal.sentence(TimeoutError()) == "something never happened; Next was unknown"
    assert rehearsal.sentence(ValueError("x")) == "ValueError: x"


# --- run


def links(said: str) -> tuple[str, str]:
    """(base, secret of the console) as printed."""
    found = re.search(r"Console \(you lead\): +(http://[\w.]+:\d+)/console#([\w-]{22})", said)
    assert found, said
    return found[1], found[2]


async def sees(said: str, people: int) -> None:
    """The printed console link opens a console that sees so many people."""
    desk = Desk(*links(said))
    running = asyncio.create_task(desk.run())
    try:
        await desk.until(lambda: desk.desk is not None and desk.desk.here == people)
    finally:
        running.cancel()
        await asyncio.wait({running})


async def seconds_to_links(folder: Path) -> float:
    """How long an ordinary start takes; it is ended in order."""
    started = time.perf_counter()
    async with running(folder) as (process, _):
        took = time.perf_counter() - started
        process.terminate()
        assert await process.wait() == 0
    return took


async def test_run_lets_people_in_and_starts_quickly_again_even_after_it_was_killed(tmp_path: Path) -> None:
    # A proxy that the environment names (here one where nobody listens) is not for our own machine.
    async with running(tmp_path, "--people", "3", http_proxy="http://127.0.0.1:9", no_proxy="") as (process, said):
        assert "3 simulated people" in said
        await sees(said, people=3)
        process.send_signal(signal.SIGKILL)
        assert await process.wait() == -signal.SIGKILL
    # The better of two, the first of them after the kill: other work on this machine may slow one of them down.
    took = [await seconds_to_links(tmp_path) for _ in range(2)]
    assert min(took) < START_SECONDS, took


async def test_lan_binds_and_prints_the_address_of_the_room_and_says_that_it_is_not_encrypted(tmp_path: Path) -> None:
    """Another address of this machine stands for the one on the room's network."""
    program = "from realtime import cli; cli._lan_address = lambda: '127.0.0.2'; cli.main()"
    async with running(tmp_path, "--lan", command=("-c", program)) as (_, said):
        base, _ = links(said)
        assert base.startswith("http://127.0.0.2:")
        assert "the links travel unencrypted (plain http): use a network you trust" in said
        assert "LAN=1" not in said
        join = re.search(rf"Phones join: +({re.escape(base)}/\w+) ", said)
        assert join
        qr = io.StringIO()
        segno.make(join[1], error="m", micro=False).terminal(out=qr, compact=True, border=2)
        assert qr.getvalue() in said
        await sees(said, people=0)
        assert await nodes.health(base.replace("127.0.0.2", "127.0.0.1")) == {}


def test_lan_without_a_network_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(self: socket.socket, address: object) -> None:
        raise OSError(errno.ENETUNREACH, "Network is unreachable")

    monkeypatch.setattr(socket.socket, "connect", unreachable)
    is_plain(*holdspace("run", "--lan", "--port", "0", data=tmp_path), "on no network", "LAN=1")
