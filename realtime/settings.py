"""What a deployment may set: every `HOLDSPACE_…` variable, typed, with its default. Read once, at start.

Durations are whole milliseconds. Each is named, so that fault tests run with shortened ones and one test proves each default.
"""

import difflib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct, structs

PREFIX = "HOLDSPACE_"
NOT_SETTINGS = frozenset({"HOLDSPACE_CHROMIUM"})
"""Read by others: the browser tests look here for a browser."""
LEAST_SECRET = 32
"""Characters of a deployment secret that is set by hand."""

Duration = Annotated[int, Meta(ge=1)]


class SettingsError(Exception):
    """A setting cannot be used. The message names the variable and says what to do; it never quotes the value."""


class Settings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One process's configuration. Its `repr` shows no value, because two of them may contain a password."""

    data: Path = Path("data")
    """Folder for everything that is kept on this machine."""
    database_url: str = "sqlite:///data/holdspace.db"
    """`sqlite:///path` for one process, `postgresql://…` for several. Follows `data` where it is not set."""
    redis_url: str | None = None
    """None: this process starts a private engine."""
    host: str = "127.0.0.1"
    port: Annotated[int, Meta(ge=0, le=65535)] = 8400
    """0: any free one."""
    secret: str | None = None
    """The deployment secret, the same on every node. None: made once and kept in `data/secret`."""
    public_url: str | None = None
    """How phones reach this server, where that is not its own address; without a slash at the end."""
    allowed_origins: tuple[str, ...] = ()
    """Origins besides the server's own that may open a socket, separated by commas."""
    log_level: Literal["debug", "info", "warning", "error"] = "info"

    hello_timeout: Duration = 5_000
    """A socket that has not proved itself by then is closed."""
    beat: Duration = 4_000
    """One prepared beat to every socket."""
    silence: Duration = 7_000
    """A phone that hears nothing for this long reconnects. More than one beat, less than two."""
    asleep_after: Duration = 45_000
    """Without proof of life a phone is shown as asleep."""
    partner_quiet: Duration = 60_000
    """Where people are apart: without a sign of a phone for this long, those in the same room are asked whether the partner is there."""
    head_check: Duration = 1_000
    """How often a node reads the heads of its rooms from SQL."""
    fan_out: Duration = 50
    """Touched parts are computed at most this often while busy."""
    grace: Duration = 2_000
    """After a close first answers are still taken: what was sent before the close showed travels about a second on a slow phone
    network, so two are enough, and nobody in the room notices the wait."""
    lapse: Duration = 15_000
    """A node that has not handed over its answers by then is given up; no node completes a closing earlier after its own start."""
    attach_renew: Duration = 3_000
    """How often a node renews its row for a session: five times in one lapse."""
    missed_deadline: Duration = 10_000
    """A deadline missed by more than this (nobody ran) is shifted instead of fired."""
    fire_stagger: Duration = 250
    """Between the nodes that may fire a deadline: who wrote last is first."""
    console_missing: Duration = 60_000
    """Without a console on any node for this long, rooms finish their step and then everything is calm."""
    ticket_life: Duration = 30_000
    """A console or screen ticket is spent within this time."""
    failpoint: str | None = None
    """Tests only: where this process kills itself."""

    def __repr__(self) -> str:
        return "<Settings>"


NAMES = {PREFIX + name.upper(): name for name in Settings.__struct_fields__}


def load_settings(environment: Mapping[str, str]) -> Settings:
    """The settings that `environment` gives. Unset and empty variables keep their default.

    Raises SettingsError for a name nobody knows, a value of the wrong shape, or durations that contradict each other.
    """
    given: dict[str, object] = {}
    for variable, value in environment.items():
        if not variable.startswith(PREFIX) or variable in NOT_SETTINGS or not value.strip():
            continue
        if variable not in NAMES:
            raise SettingsError(_unknown(variable))
        given[NAMES[variable]] = _split(value) if variable == "HOLDSPACE_ALLOWED_ORIGINS" else value.strip()
    settings = _convert(given)
    if "database_url" not in given:
        settings = structs.replace(settings, database_url=f"sqlite:///{(settings.data / 'holdspace.db').as_posix()}")
    _check(settings)
    return settings


def _path(kind: type, value: object) -> object:
    """msgspec knows no paths of its own."""
    return Path(str(value)) if kind is Path else value


def _convert(given: dict[str, object]) -> Settings:
    try:
        return msgspec.convert(given, Settings, strict=False, dec_hook=_path)
    except msgspec.ValidationError as error:
        expected, _, path = str(error).partition(" - at `$.")
        variable = PREFIX + path.rstrip("`").upper()
        raise SettingsError(f"{variable} cannot be used: {_without_value(expected)}.") from None


def _without_value(reason: str) -> str:
    """`Expected …` without the part that may quote what was set (a wrong enumeration value is quoted by msgspec)."""
    if reason.startswith("Invalid enum value"):
        return "it is not one of the possible values"
    return reason.partition(", got")[0].replace("`int`", "a whole number").replace("`", "").replace("Expected", "expected")


def _unknown(variable: str) -> str:
    close = difflib.get_close_matches(variable.removeprefix(PREFIX).lower(), NAMES.values(), n=1)
    hint = f" Did you mean {PREFIX}{close[0].upper()}?" if close else " See the list of settings in README.md."
    return f"{variable} is not a setting of Holdspace.{hint}"


def _split(value: str) -> tuple[str, ...]:
    return tuple(origin.strip().rstrip("/") for origin in value.split(",") if origin.strip())


def _check(settings: Settings) -> None:
    if not settings.beat < settings.silence < settings.asleep_after:
        raise SettingsError(
            "HOLDSPACE_BEAT must be shorter than HOLDSPACE_SILENCE, and that shorter than HOLDSPACE_ASLEEP_AFTER."
        )
    if not settings.asleep_after <= settings.partner_quiet:
        raise SettingsError("HOLDSPACE_PARTNER_QUIET must not be shorter than HOLDSPACE_ASLEEP_AFTER.")
    if not settings.attach_renew < settings.lapse:
        raise SettingsError("HOLDSPACE_ATTACH_RENEW must be shorter than HOLDSPACE_LAPSE.")
    if not 2 * settings.beat < settings.console_missing:
        raise SettingsError("HOLDSPACE_CONSOLE_MISSING must be longer than two times HOLDSPACE_BEAT.")
    if settings.secret is not None and len(settings.secret) < LEAST_SECRET:
        raise SettingsError(f"HOLDSPACE_SECRET is too short: it needs at least {LEAST_SECRET} characters.")
