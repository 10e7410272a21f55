"""The `holdspace` command when something is in its way: one clear sentence that says what to do, and no traceback."""

import asyncio
import re
import socket
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import nodes
from tests.bearer import Bearer
from tests.command_line import holdspace, is_plain, running
from workshop.library.loader import library
from workshop.records.migrate import migrate


@pytest.fixture
def busy_port() -> Iterator[int]:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port: int = taken.getsockname()[1]
        yield port


@pytest.fixture
def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def test_a_busy_port_is_said_with_another_one(tmp_path: Path, busy_port: int) -> None:
    is_plain(*holdspace("run", "--port", str(busy_port), data=tmp_path), f"Port {busy_port}", f"PORT={busy_port + 1}")


@pytest.mark.parametrize(
    ("url", "part"),
    [
        ("redis://127.0.0.1:{port}", "Start that Redis"),
        ("unix:///nowhere/redis.sock", "Start that Redis"),
        ("not an address", "redis://host:6379"),
    ],
)
def test_a_redis_that_is_not_there_is_said(tmp_path: Path, free_port: int, url: str, part: str) -> None:
    said = holdspace("run", "--port", "0", data=tmp_path, redis_url=url.format(port=free_port))
    is_plain(*said, "HOLDSPACE_REDIS_URL", part)


@pytest.mark.parametrize(
    ("url", "part"),
    [
        ("postgresql://me:hunter2@127.0.0.1:{port}/name", "nothing answers there"),
        ("sqlite:////nowhere/at/all.db", "does not exist"),
        ("mysql://me:hunter2@host/name", "not understood"),
    ],
)
def test_a_database_that_is_not_there_is_said_without_its_password(tmp_path: Path, free_port: int, url: str, part: str) -> None:
    code, said = holdspace("serve", data=tmp_path, database_url=url.format(port=free_port), port=0)
    is_plain(code, said, "HOLDSPACE_DATABASE_URL", part)
    assert "hunter2" not in said


def test_a_database_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "holdspace.db"
    migrate(f"sqlite:///{path}")
    sql = sqlite3.connect(path)
    sql.execute("UPDATE alembic_version SET version_num = '9999'")
    sql.commit()
    sql.close()
    is_plain(*holdspace("run", "--port", "0", data=tmp_path), "newer version", "9999")


def test_settings_that_cannot_be_used_are_named(tmp_path: Path) -> None:
    is_plain(*holdspace("serve", data=tmp_path, hello_timout=1), "HOLDSPACE_HELLO_TIMOUT", "HOLDSPACE_HELLO_TIMEOUT")
    is_plain(*holdspace("serve", data=tmp_path, beat="soon"), "HOLDSPACE_BEAT")
    (tmp_path / "file").write_text("x")
    is_plain(*holdspace("serve", data=tmp_path / "file" / "data"), "HOLDSPACE_DATA")


def test_an_agenda_that_does_not_exist_is_said(tmp_path: Path) -> None:
    is_plain(*holdspace("run", "--port", "0", "--agenda", "no-such-agenda", data=tmp_path), "no-such-agenda")


async def test_a_new_desk_link_ends_the_earlier_ones_of_that_organization_alone(tmp_path: Path) -> None:
    async with running(tmp_path) as (_, said):
        found = re.search(r"(http://localhost:\d+)/desk#([\w-]{22})", said)
        assert found is not None
        base = found[1].replace("localhost", "127.0.0.1")
        links = []
        for name in ("Harbour", " harbour ", "Lighthouse"):
            code, told = await asyncio.to_thread(
                holdspace, "desk", "--organization", name, data=tmp_path, public_url="https://hold.example"
            )
            assert code == 0, told
            link = re.search(r"https://hold\.example/desk#([\w-]{22})", told)
            assert link is not None, told
            links.append(link[1])
        first, second, other = (Bearer(base, secret) for secret in links)
        assert await first.ask("desk") == (401, {"error": "link_ended"})
        assert (await second.get("desk"))["organization"] == "Harbour", "written in another way, it is the same one"
        assert (await other.get("desk"))["organization"] == "Lighthouse"
        assert await Bearer(base, found[2]).get("desk"), "practice goes on"


def test_a_desk_belongs_to_a_named_organization_and_a_link_says_where_the_server_is(tmp_path: Path) -> None:
    is_plain(*holdspace("desk", "--organization", "  ", data=tmp_path), "needs a name")
    code, told = holdspace("desk", data=tmp_path, port=8411)
    assert code == 0, told
    assert re.search(r"The desk of Organization: http://localhost:8411/desk#[\w-]{22}\n", told), told


async def test_run_opens_a_session_ends_in_order_and_keeps_sqlite_to_itself(tmp_path: Path) -> None:
    async with running(tmp_path) as (process, said):
        links = re.findall(r"(http://localhost:\d+)/(console|screen|desk)#([\w-]{22})", said)
        assert [name for _, name, _ in links] == ["console", "screen", "desk"]
        desk = Bearer(links[0][0].replace("localhost", "127.0.0.1"), links[2][2])
        assert [row["stage"] for row in (await desk.get("desk"))["sessions"]] == ["live"]
        assert "code " in said
        assert "not anonymous" in said
        assert (await nodes.health(links[0][0].replace("localhost", "127.0.0.1")))["database"] is True
        second = await asyncio.to_thread(holdspace, "run", "--port", "0", data=tmp_path)
        is_plain(*second, "Another Holdspace runs on this SQLite database")
        process.terminate()
        async with asyncio.timeout(10):
            assert process.stdout is not None
            rest = (await process.stdout.read()).decode()
            assert await process.wait() == 0, rest
        assert "Traceback" not in rest


# --- checking files of one's own


def test_checking_a_file_of_ones_own_says_every_problem_and_ends_with_1(tmp_path: Path) -> None:
    own = tmp_path / "our-page.toml"
    own.write_text('format = "workshop-activity/1"\nlevel = 9\n', encoding="utf-8")
    code, said = holdspace("check", str(own))
    assert code == 1
    assert "our-page.toml, key level: 9 is not one of its values; expected 1, 2, 3 (V-T06)." in said
    assert "our-page.toml, key title: is missing; expected a text (V-T00)." in said


def test_checking_what_is_whole_says_so_and_ends_with_0(tmp_path: Path) -> None:
    arrivals = Path(str(library().root)) / "activities" / "arrivals.toml"
    assert holdspace("check", str(arrivals)) == (0, f"{arrivals}: whole\n")
