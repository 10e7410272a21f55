"""`python -m tests.adversary [--long]`: plays everything, says how it goes, and ends in one JSON line."""

import argparse
import json
import sys

from tests.adversary.report import LONG, SHORT, report


def progress(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.adversary", description="Try to link cards to people.")
    asked.add_argument("--long", action="store_true", help="with full power; many minutes")
    result, sound = report(LONG if asked.parse_args().long else SHORT, progress)
    sys.stdout.write(json.dumps(result) + "\n")
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
