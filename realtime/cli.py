"""The `holdspace` command."""

import asyncio
import fcntl
import io
import logging
import os
import socket
import sys
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
import segno
import uvloop
from msgspec import structs

from realtime.app import BindError, Node, bind, serve
from realtime.engine import EngineError
from realtime.opening import PRACTICE_ORGANIZATION, Opened, new_desk_link, only_desk_link, open_session, practice_organization
from realtime.rehearse import LONGEST, rehearse, simulate_people
from realtime.secrets import SecretError
from realtime.settings import Settings, SettingsError, load_settings
from workshop.domain.words import SessionId
from workshop.library.checking import check_files
from workshop.library.errors import LibraryError
from workshop.library.loader import load_plan
from workshop.records.engine import open_database
from workshop.records.erasure import clean_residue, erase_session
from workshop.records.errors import DatabaseBusy, RecordsError
from workshop.records.migrate import migrate
from workshop.records.sessions import SessionRow, session_by_code, session_by_id

EXPECTED = (BindError, EngineError, SecretError, SettingsError, LibraryError, RecordsError)
"""Errors whose message says what to do; anything else is ours and is logged with its traceback."""


def _configure() -> Settings:
    settings = load_settings(os.environ)
    logging.basicConfig(level=settings.log_level.upper(), format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"The folder {settings.data} cannot be made ({error.strerror}). Change HOLDSPACE_DATA.") from None
    return settings


def _run(work: Coroutine[Any, Any, Any]) -> Any:
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(work)


@contextmanager
def _alone_on_sqlite(settings: Settings) -> Iterator[None]:
    """SQLite is for one process. The lock is the kernel's: it falls with its owner. Raises BindError."""
    # Beside the database, not in the data folder: two folders may name one database.
    place = Path(settings.database_url.partition("///")[2].partition("?")[0])
    if not settings.database_url.startswith("sqlite") or not place.parent.is_dir():
        yield  # PostgreSQL is for many; a folder that is not there is said by whoever opens the database
        return
    try:
        opened = place.with_name(place.name + ".lock").open("a+")
    except OSError as error:
        raise SettingsError(
            f"The folder of {place} cannot be written to ({error.strerror}). Change HOLDSPACE_DATABASE_URL."
        ) from None
    with opened as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise BindError(
                "Another Holdspace runs on this SQLite database. Stop it first, or use PostgreSQL for several processes: "
                "set HOLDSPACE_DATABASE_URL and HOLDSPACE_REDIS_URL."
            ) from None
        yield


@click.group()
def main() -> None:
    """Live group workshops on this machine."""


def _lan_address() -> str:
    """This machine's address on the room's network, as the routing table tells it (nothing is sent)."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            raise BindError("This machine is on no network. Join one, or leave out LAN=1.") from None


def _print_links(base: str, opened: Opened, desk_secret: str, people: int) -> None:
    qr = io.StringIO()
    segno.make(f"{base}/{opened.code}", error="m", micro=False).terminal(out=qr, compact=True, border=2)
    spaced = " ".join(opened.code[at : at + 4] for at in range(0, len(opened.code), 4))
    alone = "For phones on the same network: stop, then LAN=1 make run."
    open_to_all = "On this network the links travel unencrypted (plain http): use a network you trust."
    hint = alone if "//localhost" in base else open_to_all
    simulated = f" · {people} simulated people" if people else ""
    click.echo(
        f"\nA practice session is open{simulated}. What is written in it is not anonymous.\n\n"
        f"  Console (you lead):  {base}/console#{opened.console_secret}\n"
        f"  Shared screen:       {base}/screen#{opened.screen_secret}\n"
        f"  Phones join:         {base}/{opened.code}   code {spaced}\n"
        f"  Organizer's desk:    {base}/desk#{desk_secret}\n\n{qr.getvalue()}\n"
        f"{hint}\nStop with Ctrl+C."
    )


@main.command()
@click.option("--lan", is_flag=True, envvar="LAN", help="Bind this machine's address on the room's network.")
@click.option("--people", type=click.IntRange(0, 200), default=0, envvar="PEOPLE", help="Simulated people (practice only).")
@click.option("--port", type=click.IntRange(0, 65535), default=None, envvar="PORT")
@click.option("--agenda", default="taster", envvar="AGENDA")
def run(lan: bool, people: int, port: int | None, agenda: str) -> None:
    """Serve on this machine, with a new practice session."""
    try:
        settings = _configure()
        host = _lan_address() if lan else settings.host
        chosen = settings.port if port is None else port
        plan = load_plan(agenda)
        with bind(host, chosen) as listening, _alone_on_sqlite(settings):
            base = f"http://{'localhost' if host == '127.0.0.1' else host}:{listening.getsockname()[1]}"
            settings = structs.replace(settings, public_url=settings.public_url or base)
            migrate(settings.database_url)

            async def ready(running: Node) -> None:
                database, now = running.tools.database, running.tools.wall.now()
                await practice_organization(database)
                opened = await open_session(database, plan, now)
                desk_secret = await new_desk_link(database, PRACTICE_ORGANIZATION)
                _print_links(base, opened, desk_secret, people)
                if people:
                    await simulate_people(base, opened.code, people)

            _run(serve(settings, listening, ready))
    except EXPECTED as error:
        raise click.ClickException(str(error)) from None


@main.command("serve")
def serve_command() -> None:
    """Serve with the configuration of the environment, without opening a session."""
    try:
        settings = _configure()
        with bind(settings.host, settings.port) as listening, _alone_on_sqlite(settings):
            migrate(settings.database_url)

            async def ready(running: Node) -> None:
                click.echo(f"Holdspace serves on port {running.port}.")

            _run(serve(settings, listening, ready))
    except EXPECTED as error:
        raise click.ClickException(str(error)) from None


@main.command("desk")
@click.option("--organization", default="Organization", show_default=True, metavar="NAME", help="Made where there is none of it.")
def desk_command(organization: str) -> None:
    """A new link to the organizer's desk of a server that `serve` runs; earlier ones lead nowhere any more."""
    try:
        name = " ".join(organization.split())
        if not name:
            raise click.ClickException("An organization needs a name. Nothing was changed.")
        settings = _configure()
        migrate(settings.database_url)
        secret = _run(_desk_link(settings.database_url, name))
        base = settings.public_url or f"http://localhost:{settings.port}"
        click.echo(
            f"The desk of {name}: {base.rstrip('/')}/desk#{secret}\nWhoever has this link organizes there. Earlier ones have ended."
        )
    except EXPECTED as error:
        raise click.ClickException(str(error)) from None


async def _desk_link(url: str, name: str) -> str:
    database = open_database(url)
    try:
        return await only_desk_link(database, name)
    finally:
        await database.dispose()


@main.command("rehearse")
@click.option("--agenda", default="taster", envvar="AGENDA")
@click.option("--people", type=click.IntRange(1, 1000), default=12, envvar="PEOPLE")
@click.option("--pace", type=click.FloatRange(1, 1000), default=30.0, envvar="PACE")
@click.option(
    "--longest", type=click.FloatRange(min=0, min_open=True), default=LONGEST, help="Seconds after which it has failed."
)
def rehearse_command(agenda: str, people: int, pace: float, longest: float) -> None:
    """Play a whole session with simulated people on a server of its own; the last line is JSON."""
    try:
        plan = load_plan(agenda)
        raise SystemExit(_run(rehearse(plan, people, pace, longest)))
    except EXPECTED as error:
        raise click.ClickException(str(error)) from None


@main.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path))
def check_command(files: tuple[Path, ...]) -> None:
    """Check files of your own: activities, agendas, decks of scenes, programmes. Says every problem; ends with 1 where there is one.

    Files that are given together may name each other, and all of them may name what is in the library.
    """
    found = check_files(files)
    for path, problems in found.items():
        click.echo(f"{path}: {'whole' if not problems else f'{len(problems)} to mend'}")
        for problem in problems:
            click.echo(f"  {problem}")
    if any(found.values()):
        raise SystemExit(1)


@main.command("erase")
@click.argument("session", metavar="CODE_OR_ID")
@click.option("--yes", is_flag=True, help="Do not ask.")
def erase_command(session: str, yes: bool) -> None:
    """Erase a session at once: what was written, what happened, its links and its summary."""
    try:
        settings = _configure()
        migrate(settings.database_url)
        row = _run(_found(settings.database_url, session))
        if row is None:
            raise click.ClickException(f"There is no session {session} in this database. Nothing was changed.")
        code = row.settings.code
        click.echo(
            f"This erases the session “{row.plan.title}” ({row.state}, code {code}) for good: every card, text and name, all that "
            "happened in it, its links and its summary. People who are in it are sent out. Only its title and dates stay."
        )
        if not yes and click.prompt("Type its code to erase it", default="", show_default=False).strip().upper() != code.upper():
            raise click.ClickException("That is not its code. Nothing was changed.")
        if not _run(_erased(settings.database_url, row.settings.id)):
            raise click.ClickException(
                "Its rows are gone, but the database was too busy to clean its files. The server does that within the hour; "
                "or run this again."
            )
        click.echo("It is erased. Copies may still be in backups, and in PostgreSQL's own log, for as long as you keep those.")
    except EXPECTED as error:
        raise click.ClickException(str(error)) from None


async def _found(url: str, code_or_id: str) -> SessionRow | None:
    database = open_database(url)
    try:
        by_id = await session_by_id(database, SessionId(code_or_id))
        named = code_or_id.replace(" ", "")
        return by_id or await session_by_code(database, named) or await session_by_code(database, named.upper())
    finally:
        await database.dispose()


async def _erased(url: str, session_id: SessionId) -> bool:
    """Whether the files are clean too."""
    database = open_database(url)
    try:
        await erase_session(database, session_id)
        await clean_residue(database)  # once more, where it could not be done at once
        return True
    except DatabaseBusy:
        return False
    finally:
        await database.dispose()


if __name__ == "__main__":
    main()
