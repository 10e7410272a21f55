"""Writes `docs/templates.md`: how activities, agendas, decks and programmes are written. Run as `python -m tests.library.template_page`.

Keys and values come from the shapes, screens and summary forms from the rules' own tables, and each rule is shown by the sentence
that refuses its spoiled example. Only what a key is for is written here; a key without such words fails the test.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import inspect as shape

from tests.library.refusals import refusals
from tests.library.shelf import copied
from workshop.domain.plan import Care, Field, GuideStep, Input, Pacer, Range, RoomStep, ScaleItem, Scene, Script, Starters
from workshop.library import format as f
from workshop.library.loader import library
from workshop.library.rules_activity import THEMES
from workshop.library.rules_input import TALLY_INPUTS, WALL_INPUTS
from workshop.library.rules_stage import SCREENS, SENT, TALLY_FORMS, TALLY_SCREENS, WALL_FORMS

TARGET = Path(__file__).parents[2] / "docs" / "templates.md"
EXAMPLE = "quiet-page"
STAGES = (
    (f.WrittenGuide, "something to read together, step by step, or a breath pacer"),
    (f.WrittenTally, "everybody answers, and the group sees one picture of all answers"),
    (f.WrittenWall, "cards without names, moderated and then released together"),
    (f.WrittenJournal, "a private page: it never leaves the phone"),
    (f.WrittenRooms, "pairs and small groups with roles and timed steps"),
    (f.WrittenCircle, "speaking one after another, in a round, freely, or as a fishbowl"),
    (f.WrittenAgree, "agreements that the group makes and keeps"),
)
WORDS = {
    "format": "which format, with its version",
    "id": "its name: small letters, digits and hyphens",
    "activity.id": "the file's name: small letters, digits and hyphens",
    "agenda.id": "the file's name",
    "deck.id": "the file's name",
    "programme.id": "the file's name",
    "title": "what people see",
    "stage.title": "what the plan and the summary call it: two to four words",
    "theme": "what it is about",
    "level": "1 light, 2 personal, 3 tender",
    "scenario.level": "1 light, 2 personal",
    "minutes": "how many minutes it takes",
    "minutes.short": "minutes that it takes at least",
    "minutes.usual": "minutes that it usually takes",
    "people": "for how many people",
    "min": "at least so many",
    "max": "at most so many",
    "text.max": "letters at most",
    "fields.max": "letters at most: of each line on a private page, of the whole card on a wall",
    "rings.max": "people on the map at most",
    "line.max": "points at most",
    "purpose": "what it is for, in one or two sentences",
    "care": "care for those who take part",
    "note": "a content note: people read it before it starts",
    "sit_out": "what to do instead, as a full way of taking part",
    "watch": "what to watch for, for who leads",
    "script": "words for who leads",
    "say": "lines to say",
    "ask": "the question",
    "script.ask": "questions to the group",
    "carry": "something to carry into the days after",
    "stage": "the stages, in order",
    "seeds": "rows of the founding texts that it serves",
    "helper": "true for what serves no row, such as an activity of your own",
    "needs": "activities that have to come before",
    "kind": "what is done",
    "phone": "what the phone asks or says",
    "screen": "the picture on the shared screen",
    "hint": "a smaller line under it",
    "optional": "may be left out when time is short",
    "steps": "the steps, in order",
    "scale.steps": "how many places it has",
    "pacer": "a breath pacer instead of steps",
    "input": "what is asked",
    "reveal": "whether who leads may show the picture",
    "summary": "how it appears in the summary",
    "form": "the form there",
    "send": "what of a map or line may leave the phone, never its words",
    "resonate": "people may tap cards that touch them",
    "deal": "each person is dealt somebody else's card",
    "reply_to": "the wall whose dealt cards are answered here",
    "size": "people in a room",
    "rounds": "how many rounds",
    "mix": "who meets whom",
    "roles": "the roles in a room",
    "swap": "each round the roles move on",
    "cards": "a card for each role, by the role's name",
    "sort.cards": "what is sorted",
    "deck": "the deck of scenes to begin with",
    "decks": "other decks to choose from",
    "mode": "how turns come",
    "line.mode": "single points, or a drawn curve",
    "seconds": "how long it takes",
    "circle.seconds": "how long each person's turn is",
    "seats": "chairs inside a fishbowl, one of them open",
    "start": "lines to begin with",
    "propose": "people may propose lines",
    "adopt": "how a line is adopted",
    "keep": "how long agreements hold",
    "text": "what is read",
    "do": "what happens in the step",
    "who": "whose step it is: a role, or all",
    "third": "the step's name for a third person, where a pair has one",
    "in": "seconds of breathing in",
    "out": "seconds of breathing out",
    "cycles": "how many breaths",
    "type": "how it is answered",
    "starter": "how the sentence may begin",
    "from": "an earlier private page of the same type that is copied",
    "fields": "labelled lines",
    "key": "its name in the file",
    "label": "what stands over the line",
    "options": "what can be chosen",
    "pick": "how many can be chosen at most",
    "items": "the questions",
    "session.items": "pairs of a name (an activity, pause or recall) and minutes",
    "low": "the name of the low end",
    "high": "the name of the high end",
    "x": "the names of both ends, left and right",
    "y": "the names of both ends, bottom and top",
    "bins": "the piles",
    "rings": "names of the rings, innermost first",
    "marks": "signs that a person on the map can have",
    "aim": "what people have afterwards",
    "item": "what is played, in order, with its minutes",
    "practice": "for trying out only: it may be short",
    "met_before": "for a group that knows each other",
    "activity": "an activity, by its id",
    "pause": "a break, with its words",
    "recall": "a look back at the agreements, with its words",
    "brief": "what the deck is about",
    "scenario": "the scenes",
    "starters": "ways to begin a sentence, for each place in the room",
    "starters.speaker": "2 or 3 for the speaker",
    "starters.responder": "2 or 3 for the responder",
    "starters.observer": "2 or 3 for the observer",
    "situation": "what everybody in the room reads",
    "speaker": "the speaker's card",
    "responder": "the responder's card",
    "observer": "the observer's card",
    "twist": "what changes in the second take",
    "before": "what happens before the first session",
    "after": "what happens after the last one",
    "session": "the sessions, in order",
    "n": "its number",
    "phase": "where in the programme it is",
    "between": "an invitation for the days after it",
    "focus": "areas that it touches",
}
INTRO = """# Writing your own activities

Generated by `python -m tests.library.template_page` from the shapes and rules that the product reads files with; a test keeps it fresh.

What a session plays is written in plain text files (TOML), one for each activity, deck of scenes, agenda and programme. A file's name is
its id: `quiet-page.toml` has `id = "quiet-page"`. The library lies in `workshop/library`, in the folders `activities`, `scenarios`,
`agendas` and `programmes`; a new file there is found by itself.

```
.venv/bin/holdspace check my-activity.toml my-agenda.toml
```

says everything that is to be mended in your files, with the stage, the key and what is expected, and ends with 1 where there is something.
Files that are given together may name each other and everything in the library.

Good texts invite and never order, use short plain words, name no diagnosis, and leave a way to sit it out that is as good as taking part.
Level 3 is tender: in a real session such an activity is off until the organization approves it by name at its desk.

## One activity in full
"""


def page() -> str:
    """The whole page as text."""
    example = (Path(str(library().root)) / "activities" / f"{EXAMPLE}.toml").read_text(encoding="utf-8").strip()
    blocks = [
        INTRO + f"\n```toml\n{example}\n```",
        "## An activity",
        _table(f.WrittenActivity, "activity"),
        f"Themes: {', '.join(sorted(THEMES))}.",
        *_inner("minutes", f.Minutes),
        *_inner("people", Range),
        *_inner("care", Care),
        *_inner("script", Script),
        "## The stages",
        "Every stage has these keys:",
        _table(f.WrittenStage, "stage", extra=(("kind", " · ".join(str(shape_of(kind).tag) for kind, _ in STAGES), True),)),
        *(block for kind, words in STAGES for block in _stage(kind, words)),
        "## The inputs",
        *(block for kind in Input.__args__ for block in _input(kind)),
        "## An agenda",
        _table(f.WrittenAgenda, "agenda"),
        *_inner("item", f.WrittenItem),
        "## A deck of scenes",
        _table(f.WrittenDeck, "deck"),
        *_inner("starters", Starters),
        *_inner("scenario", Scene),
        "## A programme",
        _table(f.WrittenProgramme, "programme"),
        *_inner("session", f.WrittenSession),
        "## The rules",
        "Each rule with the sentence that refuses a file which breaks it.",
        _rules(),
    ]
    return "\n\n".join(blocks) + "\n"


def shape_of(kind: type) -> shape.StructType:
    found = shape.type_info(kind)
    assert isinstance(found, shape.StructType)
    return found


def _inner(name: str, kind: type) -> Iterator[str]:
    yield f"Inside `{name}`:"
    yield _table(kind, name)


def _stage(kind: type, words: str) -> Iterator[str]:
    tag = shape_of(kind).tag
    common = {field.encode_name for field in shape_of(f.WrittenStage).fields}
    yield f"### {tag}: {words}"
    if any(field.encode_name not in common for field in shape_of(kind).fields):
        yield _table(kind, str(tag), without=common)
    if kind in SCREENS:
        yield f"Screen: {_listed(SCREENS[kind])}."
    if kind is f.WrittenWall:
        yield f"Inputs: {_listed(_tags(WALL_INPUTS))}. Summary: {_listed(WALL_FORMS)}."
    if kind is f.WrittenTally:
        yield f"Inputs: {_listed(_tags(TALLY_INPUTS))}. The screen and the summary go with the input, see below."
    if kind is f.WrittenJournal:
        yield "Every input is possible."
    if kind is f.WrittenGuide:
        yield from (*_inner("steps", GuideStep), *_inner("pacer", Pacer))
    if kind is f.WrittenRooms:
        yield from _inner("steps", RoomStep)


def _input(kind: type) -> Iterator[str]:
    yield f"### {shape_of(kind).tag}"
    yield _table(kind, str(shape_of(kind).tag))
    for name, inner in (("items", ScaleItem), ("fields", Field)):
        if any(field.encode_name == name and shape_of(kind).tag in ("scale", "fields") for field in shape_of(kind).fields):
            yield from _inner(name, inner)
    if kind in TALLY_SCREENS:
        sent = f" What may leave the phone (`send`): {_listed(SENT[kind])}." if kind in SENT else ""
        screens, form = _listed(TALLY_SCREENS[kind] | {"none"}), _listed({TALLY_FORMS[kind], "none"})
        yield f"In a tally: screen {screens}; summary {form}.{sent}"


def _table(kind: type, about: str, *, without: Iterable[str] = (), extra: Iterable[tuple[str, str, bool]] = ()) -> str:
    rows = [*extra, *((field.encode_name, _kind(field.type), field.required) for field in shape_of(kind).fields)]
    lines = ["| key | takes | needed | what it is |", "|---|---|---|---|"]
    for name, takes, needed in rows:
        if name not in without:
            words = WORDS.get(f"{about}.{name}") or WORDS[name]
            lines.append(f"| `{name}` | {takes} | {'yes' if needed else ''} | {words} |")
    return "\n".join(lines)


def _kind(kind: shape.Type) -> str:
    match kind:
        case shape.StrType():
            return "a text"
        case shape.IntType():
            return "a whole number"
        case shape.BoolType():
            return "true or false"
        case shape.LiteralType(values=values):
            return " · ".join(str(value) for value in values)
        case shape.VarTupleType(item_type=shape.StrType()):
            return "a list of texts"
        case shape.VarTupleType(item_type=shape.TupleType()):
            return "a list of pairs"
        case shape.VarTupleType():
            return "a list of tables"
        case shape.UnionType(types=types):
            options = {_kind(option) for option in types if not isinstance(option, shape.NoneType)}
            return " or ".join(sorted(options))
        case _:
            return "a table"


def _tags(kinds: Iterable[type]) -> list[str]:
    return [str(shape_of(kind).tag) for kind in kinds]


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names if isinstance(names, list) else sorted(names))


def _rules() -> str:
    with TemporaryDirectory() as folder:
        told = [(rule, str(problem)) for rule, problem in refusals(copied(Path(folder)))]
    first = dict(reversed(told))
    lines = ["| rule | a refusal |", "|---|---|"]
    for rule in sorted(first, key=lambda rule: ("TCAP".index(rule[2]), rule)):
        sentence = first[rule].removesuffix(f" ({rule}).").replace("|", "\\|")
        lines.append(f"| {rule} | {sentence} |")
    return "\n".join(lines)


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
