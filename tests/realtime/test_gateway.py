"""G-S1 and what a socket may say: nobody learns anything before the proof, and what is not understood changes nothing."""

import asyncio
import itertools
import json
import logging
import struct
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from starlette.requests import HTTPConnection
from websockets.exceptions import InvalidStatus

from realtime import gateway
from realtime.codes import Close
from realtime.proof import same_origin
from realtime.secrets import Secrets, hash_secret
from realtime.settings import load_settings
from realtime.simulated import Desk
from tests import nodes, raw
from tests.ends import replayed_head
from tests.engines import Databases
from workshop.domain import commands as c
from workshop.domain.words import SessionId
from workshop.records.errors import DatabaseUnreachable

HEX = "0123456789abcdef" * 2


@pytest_asyncio.fixture
async def door(databases: Databases, tmp_path: Path) -> AsyncIterator[raw.Door]:
    async with raw.door(tmp_path, databases.fresh("sqlite"), hello_timeout=300) as made:
        yield made


FOREIGN = ("https://elsewhere.example", "null", "http://127.0.0.1", "http://[", "", None)


async def test_g_s1_a_foreign_origin_is_refused_before_the_handshake(door: raw.Door) -> None:
    for origin in FOREIGN:
        with pytest.raises(InvalidStatus) as refused:
            async with door.socket(origin):
                pass
        assert refused.value.response.status_code == 403, origin
    assert door.node.hub.rooms == {}


async def test_g_s1_a_foreign_page_may_post_nothing(door: raw.Door) -> None:
    for path, origin in itertools.product(("/api/door", "/api/join", "/api/ticket"), FOREIGN):
        status, answer = await door.ask(path, {"code": door.opened.code, "alias": "Mika", "key": HEX}, origin)
        assert (status, json.loads(answer)) == (403, {"error": "foreign_page"}), (path, origin)
    assert door.node.hub.rooms == {}


@pytest.mark.parametrize(
    ("host", "origin", "same"),
    [
        ("192.168.1.20:8400", "http://192.168.1.20:8400", True),
        ("Workshop.local", "http://workshop.LOCAL", True),
        ("192.168.1.20:8400", "http://192.168.1.20", False),
        ("192.168.1.20", "http://192.168.1.20.evil.example", False),
        ("", "null", False),
        ("", "", False),
        ("a", "http://user@a", False),
        ("proxy", "https://holdspace.example", True),
        ("proxy", "https://partner.example", True),
        ("proxy", "https://holdspace.example.evil", False),
    ],
)
def test_g_s1_a_page_is_ours_by_the_host_it_came_from(host: str, origin: str, same: bool) -> None:
    settings = load_settings(
        {"HOLDSPACE_PUBLIC_URL": "https://holdspace.example", "HOLDSPACE_ALLOWED_ORIGINS": "https://partner.example"}
    )
    headers = [(b"host", host.encode()), (b"origin", origin.encode())] if host else [(b"origin", origin.encode())]
    assert same_origin(HTTPConnection({"type": "http", "headers": headers}), settings) is same


async def test_g_s1_silence_is_closed_before_any_session_code(door: raw.Door) -> None:
    async with door.socket() as silent:
        assert await raw.closed(silent) == (Close.UNPROVED.code, [])
    assert door.node.hub.rooms == {}


async def bad_proofs(door: raw.Door) -> dict[str, str]:
    """First frames that prove nothing, each by its name."""
    code, key = door.opened.code, await door.seated()
    used = await door.ticket()
    async with door.socket() as console:
        await console.send(raw.hello_of_ticket(used))
        await raw.frame(console, "at")
    ours, strangers = Secrets(nodes.SECRET.encode()), Secrets(b"the secret of another deployment, long enough")
    later, link = door.node.tools.wall.now() + 30_000, hash_secret(door.opened.console_secret)
    whole = ours.issue_ticket(door.opened.id, "facilitator", link, later)
    return {
        "a wrong key": raw.hello_of_seat(code, HEX),
        "a wrong code": raw.hello_of_seat("WRNGCODE", key),
        "a key's hash": raw.hello_of_seat(code, "f" * 64),
        "a link's secret": raw.hello_of_ticket(door.opened.console_secret),
        "a used ticket": raw.hello_of_ticket(used),
        "a foreign ticket": raw.hello_of_ticket(strangers.issue_ticket(door.opened.id, "facilitator", link, later)),
        "an expired ticket": raw.hello_of_ticket(ours.issue_ticket(door.opened.id, "facilitator", link, later - 31_000)),
        "a ticket of no session": raw.hello_of_ticket(ours.issue_ticket(SessionId("0" * 32), "facilitator", link, later)),
        "a ticket of no link": raw.hello_of_ticket(ours.issue_ticket(door.opened.id, "facilitator", "0" * 64, later)),
        "a ticket cut short": raw.hello_of_ticket(whole[:-4]),
        "a ticket with another letter": raw.hello_of_ticket(("A" if whole[0] != "A" else "B") + whole[1:]),
        "no ticket": raw.hello_of_ticket("żółw"),
    }


async def test_g_s1_a_proof_that_is_not_good_is_closed_and_told_nothing(door: raw.Door) -> None:
    for name, hello in (await bad_proofs(door)).items():
        assert await door.knock(hello) == (Close.UNPROVED.code, []), name


async def test_g_s1_a_link_that_ended_opens_nothing(door: raw.Door) -> None:
    early = await door.ticket()
    desk = Desk(door.base, door.opened.console_secret)
    task = asyncio.create_task(desk.run())
    await desk.until(lambda: desk.desk is not None)
    assert await desk.do(c.EndSession()) is None
    task.cancel()
    status, answer = await door.ask("/api/ticket", {"secret": door.opened.console_secret})
    assert (status, json.loads(answer)) == (404, {"error": "link_ended"})
    # A ticket from before is honest: it is told that the session is over, and sees nothing of it.
    assert await door.knock(raw.hello_of_ticket(early)) == (Close.ENDED.code, [])
    assert await door.knock(raw.hello_of_seat(door.opened.code, HEX)) == (Close.UNPROVED.code, [])


async def test_another_protocol_is_told_to_reload(door: raw.Door) -> None:
    hello = raw.hello_of_seat(door.opened.code, HEX).replace('"protocol": 1', '"protocol": 99')
    assert await door.knock(hello) == (Close.PROTOCOL.code, [])


GARBAGE: dict[str, str | bytes] = {
    "no JSON": "{",
    "an unknown frame": '{"t":"shout"}',
    "an unknown field": '{"t":"alive","x":1}',
    "a binary frame": b'{"t":"alive"}',
    "a second hello": raw.hello_of_ticket("x"),
    "a well": '{"a":' + "[" * 30_000 + "]" * 30_000 + ',"t":"alive"}',
    "a number too large": '{"t":"answer","run":1,"counter":99999999999999999999999999,"answer":{"t":"pass"}}',
    "a command of the node": json.dumps(
        {"t": "do", "id": HEX, "command": {"t": "advance_rooms", "run": 1, "round": 1, "due": 1}}
    ),
}


async def test_what_is_not_understood_closes_the_socket_and_changes_nothing(
    door: raw.Door, caplog: pytest.LogCaptureFixture
) -> None:
    key = await door.seated()
    before = await replayed_head(door.node.tools.database, door.opened.id)
    for name, garbage in GARBAGE.items():
        async with door.live(key) as phone:
            await phone.send(garbage)
            code, frames = await raw.closed(phone)
        assert code == Close.MALFORMED.code, name
        assert {json.loads(one)["t"] for one in frames} <= {"beat", "at", "shared", "receipts"}, name
    assert await replayed_head(door.node.tools.database, door.opened.id) == before
    assert [one for one in caplog.records if one.levelno >= logging.WARNING] == []


async def test_a_text_that_is_no_text_is_closed_without_a_traceback(door: raw.Door, caplog: pytest.LogCaptureFixture) -> None:
    async with door.live(await door.seated()) as phone:
        payload = b"\xff\xfe"
        phone.transport.write(struct.pack(">BB4s", 0x81, 0x80 | len(payload), b"\0\0\0\0") + payload)
        assert (await raw.closed(phone))[0] == Close.MALFORMED.code
    assert [one for one in caplog.records if one.levelno >= logging.WARNING] == []


async def test_a_frame_over_64_kib_is_closed_with_1009(door: raw.Door) -> None:
    async with door.live(await door.seated()) as phone:
        await phone.send('{"t":"alive"}' + " " * (65536 - len('{"t":"alive"}')))
        await phone.send(json.dumps({"t": "do", "id": HEX, "command": {"t": "rest"}}))
        assert (await raw.frame(phone, "done"))["id"] == HEX
        await phone.send(" " * 65537)
        assert (await raw.closed(phone))[0] == 1009


async def test_a_newer_socket_of_the_seat_takes_over(door: raw.Door) -> None:
    key = await door.seated()
    async with door.live(key) as older, door.live(key) as newer:
        assert (await raw.closed(older))[0] == Close.OVERTAKEN.code
        await newer.send(json.dumps({"t": "do", "id": HEX, "command": {"t": "rest"}}))
        assert (await raw.frame(newer, "done"))["id"] == HEX


async def test_a_database_that_is_away_tells_nobody_that_their_key_is_wrong(
    door: raw.Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = await door.seated()

    async def away(*_: object) -> None:
        raise DatabaseUnreachable

    monkeypatch.setattr(gateway, "seat_by_key", away)
    code, frames = await door.knock(raw.hello_of_seat(door.opened.code, key))
    assert (code, frames) == (Close.BUSY.code, [])
    assert Close.BUSY.may_reconnect


async def test_a_socket_that_never_reads_delays_nobody(door: raw.Door) -> None:
    keys = [await door.seated(f"P {number}") for number in range(3)]
    async with door.live(keys[0]) as deaf, door.live(keys[1]) as phone:
        deaf.transport.pause_reading()
        for number in range(200):
            identity = f"{number:032x}"
            command = {"t": "rest"} if number % 2 == 0 else {"t": "come_back"}
            await phone.send(json.dumps({"t": "do", "id": identity, "command": command}))
            if number % 10 == 9:
                async with asyncio.timeout(2):
                    while (await raw.frame(phone, "done"))["id"] != identity:
                        pass
                await asyncio.wait_for(phone.ping(), 2)
                # 30 frames a second are allowed in the long run.
                door.node.hub.rooms[door.opened.id].fanout.tick()
                if number >= 100:
                    break
        audience = next(one for one in door.node.hub.rooms[door.opened.id].fanout.audiences if one.role == "participant")
        assert len(audience.outbox._parts) <= 4
        deaf.transport.resume_reading()
