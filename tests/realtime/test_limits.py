"""Only failures count; per place and over all; bounded memory."""

import pytest

from realtime.limits import UNKNOWN, Limiter, place_of

MINUTE = 60_000


def limiter() -> Limiter:
    return Limiter(per_address=3, over_all=5, window_ms=MINUTE)


def test_a_workshop_behind_one_address_joins_unhindered() -> None:
    door = limiter()
    for now in range(200):
        assert door.allowed("192.0.2.7", now)


def test_one_place_is_slowed_down_after_its_failures_and_others_are_not() -> None:
    door = limiter()
    for now in range(3):
        assert door.allowed("192.0.2.7", now)
        door.failed("192.0.2.7", now)
    assert not door.allowed("192.0.2.7", 3)
    assert door.allowed("192.0.2.8", 3)


def test_all_places_together_have_a_limit_too() -> None:
    door = limiter()
    for number in range(5):
        door.failed(f"192.0.2.{number}", 0)
    assert not door.allowed("198.51.100.1", 1)


def test_a_failure_is_forgotten_when_its_window_is_over() -> None:
    door = limiter()
    for now in (0, 10, 20):
        door.failed("192.0.2.7", now)
    assert not door.allowed("192.0.2.7", MINUTE - 1)
    assert door.allowed("192.0.2.7", MINUTE)
    door.failed("192.0.2.7", MINUTE)
    assert not door.allowed("192.0.2.7", MINUTE + 9)


def test_memory_is_bounded_however_many_places_fail() -> None:
    door = limiter()
    for number in range(10_000):
        door.failed(f"2001:db8:{number:x}::1", number // 100)
    assert len(door._failures) == 5
    assert len(door._by_place) == 5


def test_a_place_that_only_asks_leaves_nothing_behind() -> None:
    door = limiter()
    for number in range(1_000):
        assert door.allowed(f"2001:db8:{number:x}::1", 0)
    assert len(door._by_place) == 0


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::9", "2001:db8:1:3::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("", UNKNOWN),
        ("testclient", UNKNOWN),
    ],
)
def test_an_address_belongs_to_one_place(address: str, place: str) -> None:
    assert place_of(address) == place


def test_a_limiter_that_could_never_allow_is_refused() -> None:
    with pytest.raises(ValueError, match="a limiter needs"):
        Limiter(per_address=0, over_all=5, window_ms=MINUTE)
    with pytest.raises(ValueError, match="a limiter needs"):
        Limiter(per_address=6, over_all=5, window_ms=MINUTE)
