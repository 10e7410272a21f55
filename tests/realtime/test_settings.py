"""The configuration: its defaults, its names, and what it says when a value cannot be used."""

import re
from pathlib import Path

import pytest

from realtime.settings import NAMES, Settings, SettingsError, load_settings

DEFAULTS: dict[str, object] = {
    "data": Path("data"),
    "database_url": "sqlite:///data/holdspace.db",
    "redis_url": None,
    "host": "127.0.0.1",
    "port": 8400,
    "secret": None,
    "public_url": None,
    "allowed_origins": (),
    "log_level": "info",
    "hello_timeout": 5_000,
    "beat": 4_000,
    "silence": 7_000,
    "asleep_after": 45_000,
    "partner_quiet": 60_000,
    "head_check": 1_000,
    "fan_out": 50,
    "grace": 2_000,
    "lapse": 15_000,
    "attach_renew": 3_000,
    "missed_deadline": 10_000,
    "fire_stagger": 250,
    "console_missing": 60_000,
    "ticket_life": 30_000,
    "failpoint": None,
}


def test_every_default_is_the_promised_one() -> None:
    settings = load_settings({})
    assert {name: getattr(settings, name) for name in Settings.__struct_fields__} == DEFAULTS


def test_the_environment_is_read_with_its_types() -> None:
    settings = load_settings(
        {
            "HOLDSPACE_PORT": "0",
            "HOLDSPACE_HOST": " 192.0.2.1 ",
            "HOLDSPACE_BEAT": "40",
            "HOLDSPACE_ALLOWED_ORIGINS": "https://one.example/, https://two.example",
            "HOLDSPACE_REDIS_URL": "",
            "PATH": "/usr/bin",
        }
    )
    assert (settings.port, settings.host, settings.beat, settings.redis_url) == (0, "192.0.2.1", 40, None)
    assert settings.allowed_origins == ("https://one.example", "https://two.example")


def test_the_database_follows_the_data_folder_unless_it_is_set() -> None:
    assert load_settings({"HOLDSPACE_DATA": "/srv/space"}).database_url == "sqlite:////srv/space/holdspace.db"
    moved = load_settings({"HOLDSPACE_DATA": "/srv/space", "HOLDSPACE_DATABASE_URL": "postgresql://db/space"})
    assert moved.database_url == "postgresql://db/space"


def test_a_misspelt_name_is_refused_with_the_right_one() -> None:
    with pytest.raises(SettingsError, match=r"HOLDSPACE_DATABSE_URL is not a setting .* Did you mean HOLDSPACE_DATABASE_URL\?"):
        load_settings({"HOLDSPACE_DATABSE_URL": "sqlite:///x"})
    with pytest.raises(SettingsError, match=r"HOLDSPACE_ZEBRA is not a setting .* README"):
        load_settings({"HOLDSPACE_ZEBRA": "1"})


def test_the_name_that_the_browser_tests_read_is_no_mistake() -> None:
    assert load_settings({"HOLDSPACE_CHROMIUM": "/usr/bin/chromium"}) == Settings()


@pytest.mark.parametrize(
    ("variable", "value", "sentence"),
    [
        ("HOLDSPACE_PORT", "eighty", "HOLDSPACE_PORT cannot be used: expected a whole number."),
        ("HOLDSPACE_PORT", "70000", "HOLDSPACE_PORT cannot be used: expected a whole number <= 65535."),
        ("HOLDSPACE_BEAT", "0", "HOLDSPACE_BEAT cannot be used: expected a whole number >= 1."),
        ("HOLDSPACE_LOG_LEVEL", "loud", "HOLDSPACE_LOG_LEVEL cannot be used: it is not one of the possible values."),
        ("HOLDSPACE_SECRET", "hunter2", "HOLDSPACE_SECRET is too short: it needs at least 32 characters."),
        ("HOLDSPACE_SILENCE", "3000", "HOLDSPACE_BEAT must be shorter than HOLDSPACE_SILENCE"),
        ("HOLDSPACE_CONSOLE_MISSING", "8000", "HOLDSPACE_CONSOLE_MISSING must be longer than two times HOLDSPACE_BEAT."),
        ("HOLDSPACE_LAPSE", "3000", "HOLDSPACE_ATTACH_RENEW must be shorter than HOLDSPACE_LAPSE."),
    ],
)
def test_a_value_that_cannot_be_used_is_named_and_never_quoted(variable: str, value: str, sentence: str) -> None:
    with pytest.raises(SettingsError) as refused:
        load_settings({variable: value})
    assert sentence in str(refused.value)
    assert "hunter2" not in str(refused.value)
    assert "loud" not in str(refused.value)


def test_its_repr_shows_no_value() -> None:
    settings = load_settings({"HOLDSPACE_SECRET": "s" * 40, "HOLDSPACE_DATABASE_URL": "postgresql://me:word@db/space"})
    assert repr(settings) == "<Settings>"


def test_readme_lists_every_setting_that_is_no_duration() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| `(HOLDSPACE_\w+)`", readme, re.MULTILINE))
    durations = {name for name, field in NAMES.items() if isinstance(DEFAULTS[field], int) and field != "port"}
    assert listed == set(NAMES) - durations - {"HOLDSPACE_FAILPOINT"}
