"""A database that was away makes every node look lapsed; the time nobody could renew does not count."""

from realtime.lease import Lease

LAPSE, RENEW = 15_000, 5_000


class Now:
    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


def lease() -> tuple[Lease, Now]:
    now = Now()
    return Lease(LAPSE, RENEW, now), now


def test_a_node_that_renews_in_time_excuses_nobody() -> None:
    one, now = lease()
    for _ in range(10):
        now.seconds += RENEW / 1000 * 1.5  # a slow turn is no outage
        one.renewed()
        assert one.lapse == LAPSE


def test_while_sql_is_away_and_for_one_lapse_after_it_the_others_are_excused() -> None:
    one, now = lease()
    now.seconds += 60
    assert one.lapse == LAPSE + 60_000 - 2 * RENEW
    one.renewed()
    for _ in range(2):
        now.seconds += RENEW / 1000
        one.renewed()
        assert one.lapse == LAPSE + 60_000 - 2 * RENEW
    now.seconds += RENEW / 1000
    one.renewed()
    assert one.lapse == LAPSE
