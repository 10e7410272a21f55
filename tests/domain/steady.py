"""One profile for every drawn test: the same examples on every machine, and no time limit that a busy machine could miss."""

from typing import Final

from hypothesis import HealthCheck, settings

steady: Final = settings(
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=150,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
