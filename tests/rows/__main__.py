"""`python -m tests.rows [ACTIVITY …]`: plays them, or the whole library, says how it goes, and ends in one JSON line."""

import argparse
import asyncio
import json
import sys
import time

from tests.rows.run import AT_ONCE, PACE, run
from tests.rows.table import ROWS, activities_of_rows, played_rows, written_table
from workshop.library.loader import library


def progress(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.rows", description="Play every activity on a real server.")
    asked.add_argument("activities", nargs="*", help="their ids; all without any, and then docs/rows.md is written")
    asked.add_argument("--pace", type=float, default=PACE)
    asked.add_argument("--at-once", type=int, default=AT_ONCE)
    given = asked.parse_args()
    names = given.activities or library().activity_ids()
    started = time.perf_counter()
    outcome = asyncio.run(run(names, progress, given.pace, given.at_once))
    sound = {name: not any(failure.startswith(f"{name}: ") for failure in outcome.failures) for name in outcome.played}
    if not given.activities:
        ROWS.write_text(written_table(sound), encoding="utf-8")
    result = {
        "rows": len(activities_of_rows()),
        "played": len(played_rows(sound)),
        "activities": sum(sound.values()),
        "seconds": round(time.perf_counter() - started),
        "failures": sorted(outcome.failures),
    }
    sys.stdout.write(json.dumps(result, ensure_ascii=False) + "\n")
    return 1 if outcome.failures else 0


if __name__ == "__main__":
    sys.exit(main())
