"""What is asked, and what a group picture tells, as the plain words that a transcript is written in."""

from collections.abc import Sequence

from workshop.domain.parts import InputView
from workshop.domain.pictures import (
    HeatSums,
    HeatWords,
    LinePicture,
    NoPicture,
    OptionSums,
    OptionWords,
    OrderSums,
    OrderWords,
    RingsSums,
    RingsWords,
    ScalePicture,
    SortSums,
    SortWords,
    Sums,
)

ROW = 3
"""A square is told in three rows of three."""


def in_one_line(text: str) -> str:
    """Of a card of labelled lines: one after the other."""
    return ", ".join(text.splitlines())


def picture(sums: Sums | None, none: str) -> str:
    match sums:
        case None:
            return none
        case NoPicture():
            return "too few"
        case OptionWords(bands=bands) | OrderWords(bands=bands):
            return ", ".join(bands)
        case OptionSums(counts=counts) | OrderSums(upper=counts):
            return ", ".join(map(str, counts))
        case SortWords(bands=cards):
            return " / ".join(" ".join(one) or "too few" for one in cards)
        case SortSums(piles=piles):
            return " / ".join(" ".join(map(str, one)) or "too few" for one in piles)
        case HeatWords(densities=densities):
            return rows(densities)
        case HeatSums(counts=fields):
            return rows([str(field) for field in fields])
        case RingsWords() | RingsSums():
            told = {"rings": sums.rings, "marks": sums.marks}
            return "; ".join(f"{what} {', '.join(map(str, of))}" for what, of in told.items() if of)
        case LinePicture(slots=slots):
            return ", ".join(slot.level or "-" for slot in slots)
        case ScalePicture(items=items):
            return ", ".join(
                f"{item.key} too few"
                if item.middle is None
                else f"{item.key} {item.middle}"
                + ("" if item.spread is None else f" and {item.spread}")
                + ("" if item.counts is None else f" {item.counts}")
                for item in items
            )


def rows(fields: Sequence[str]) -> str:
    """From the top, each from left to right."""
    return " / ".join(" ".join(fields[start : start + ROW]) for start in range(0, len(fields), ROW))


def asked(prompt: str, given: InputView | None, *, own_page: bool = False) -> str:
    return prompt if given is None else f"{prompt} ({_how(given, own_page)})"


def _how(given: InputView, own_page: bool) -> str:
    options = " / ".join(given.options)
    match given.type:
        case "choice":
            return f"one of: {options}"
        case "multi":
            return f"up to {given.pick} of: {options}"
        case "order":
            return f"in order: {options}"
        case "sort":
            return f"each to {' / '.join(given.bins)}: {' / '.join(given.cards)}"
        case "scale":
            return " / ".join(f"{item.ask}: {item.low} 1-{given.steps} {item.high}" for item in given.items)
        case "point":
            return f"{given.ask}: from {' to '.join(given.x)}, from {' to '.join(given.y)}"
        case "rings":
            return f"up to {given.max} in the rings {' / '.join(given.rings)}, each one of {' / '.join(given.marks)}"
        case "line":
            what = "a curve" if given.mode == "curve" else f"up to {given.max} points"
            return f"{what} from {' to '.join(given.x)}, between {' and '.join(given.y)}"
        case "fields":
            length = f"{'each' if own_page else 'together'} at most {given.max} letters"
            return f"{' / '.join(field.label for field in given.fields)}, {length}"
        case "text":
            return f"at most {given.max} letters"
