"""Compares what every page shows with a transcript, and says who has read which words and what is published at the end."""

from typing import Any

import msgspec

from tests import waiting
from tests.transcripts import faces
from tests.transcripts.evening import Evening
from tests.transcripts.pictures import rows
from tests.transcripts.reading import Facts, Step

WITHIN = 25.0


class Expected:
    """What every page must show now: what was written last about each of its facts."""

    def __init__(self, evening: Evening) -> None:
        self.evening = evening
        self.faces: dict[str, Facts] = {}

    async def reached(self, step: Step) -> None:
        """Fails with every line that is otherwise, once that has lasted."""
        try:
            await waiting.until(lambda: self._known(step), WITHIN)
            self._follow(step)
            await waiting.until(lambda: self._same_for_all() and self._shown() == self.faces, WITHIN)
        except TimeoutError:
            raise AssertionError("\n".join([step.title, *self._otherwise()])) from None

    def _known(self, step: Step) -> bool:
        self.evening.look_at_round()
        return all(self.evening.knows(page.removeprefix("phone ")) for page, _ in step.faces)

    def _follow(self, step: Step) -> None:
        for page, facts in step.faces:
            who, _, name = page.partition(" ")
            named = [f"phone {self.evening.alias_of(name)}"] if name else [page]
            for one in [f"phone {alias}" for alias in self.evening.phones] if who == "phones" else named:
                self.faces.setdefault(one, {}).update(facts)

    def _shown(self) -> dict[str, Facts]:
        evening = self.evening
        evening.look_at_round()
        assert evening.console.shared is not None
        everybody = {"everybody": faces.everybody(evening.console.shared, evening.place_of)}
        led = {"console": faces.console(evening.console), "screen": faces.screen(evening.screen)}
        return everybody | led | {f"phone {alias}": faces.own(phone) for alias, phone in evening.phones.items()}

    def _same_for_all(self) -> bool:
        evening = self.evening
        return all(page.shared == evening.console.shared for page in (evening.screen, *evening.phones.values()))

    def _otherwise(self) -> list[str]:
        other = [
            f"{page}: {key}\n  written: {self.faces.get(page, {}).get(key)}\n  shown:   {facts[key]}"
            for page, facts in self._shown().items()
            for key in facts
            if self.faces.get(page, {}).get(key) != facts[key]
        ]
        return other or ["not all pages show the same, or a place in the round is not known"]


# --- who has read what


def heard(evening: Evening) -> dict[str, list[str]]:
    """Every frame that each page has got so far."""
    led = {"console": evening.console.heard, "screen": evening.screen.heard}
    return led | {alias: phone.heard for alias, phone in evening.phones.items()}


def readers(evening: Evening, words: str) -> set[str]:
    return {page for page, frames in heard(evening).items() if any(words in frame for frame in frames)}


def stands_somewhere(evening: Evening, words: str) -> bool:
    pages = (evening.console, evening.screen, *evening.phones.values())
    parts = [part for page in pages for part in (page.shared, page.seat, page.room, page.desk, page.screen, page.notes)]
    return any(words in str(msgspec.to_builtins(part)) for part in parts)


# --- after the end


def published(page: dict[str, Any]) -> list[str]:
    """A summary in plain lines."""
    summary = page["summary"]
    assert 0 <= summary["minutes"] <= 75
    assert summary["minutes"] % 5 == 0
    lines = [summary["title"], f"{summary['people']} people"]
    for activity in summary["activities"]:
        lines.append(activity["title"])
        lines += [f"{stage['title']}: {told}" for stage in activity["stages"] for told in _told(stage)]
    return lines + [f"left out: {one['activity']}, {one['stage']}: {one['reason']}" for one in summary["leftOut"]]


def _told(stage: dict[str, Any]) -> list[str]:
    """One stage in its form."""
    lines = [f"{line['label']}: {line['band']}" for line in stage["bands"]]
    lines += [f"upper half: {line['label']}: {line['band']}" for line in stage["upper"]]
    lines += [f"ring {line['label']}: {line['band']}" for line in stage["rings"]]
    lines += [f"mark {line['label']}: {line['band']}" for line in stage["marks"]]
    lines += [f"{card['card']}: {_piles(card)}" for card in stage["cards"]]
    lines += [
        f"{one['ask']} ({one['low']}, {one['high']}): {', '.join(filter(None, (one['middle'], one['spread'])))}"
        for one in stage["middles"]
    ]
    if heat := stage["heat"]:
        lines.append(f"{heat['ask']} ({', '.join(heat['x'])}; {', '.join(heat['y'])}): {rows(heat['densities'])}")
    if shape := stage["shape"]:
        ends = f"from {' to '.join(shape['x'])}, between {' and '.join(shape['y'])}"
        lines.append(f"{ends}: {', '.join(level or '-' for level in shape['levels'])}")
    lines += [f"{stage['count']} cards"] if stage["count"] else []
    return lines + ([", ".join(stage["themes"])] if stage["themes"] else [])


def _piles(card: dict[str, Any]) -> str:
    return ", ".join(f"{pile['label']} {pile['band']}" for pile in card["piles"])
