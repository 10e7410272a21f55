"""The wire: generated types are fresh, nothing undeclared is understood, and nothing prints what a person wrote."""

import json
from typing import Any

import msgspec
import pytest
from msgspec import inspect as shape

from realtime import wire, wire_types
from workshop.domain import commands as c
from workshop.domain.answers import Answer, TextAnswer
from workshop.domain.words import CardId, Nonce, SeatId, TextId

CANARY = "canary-the-thing-nobody-knows"
HEX = "0123456789abcdef" * 2
ANSWER = {"t": "answer", "run": 1, "counter": 1, "answer": {"t": "pass"}}
HELLO = {"t": "hello", "protocol": 1, "proof": {"t": "seat", "code": "ABCD", "key": HEX}}
WISH = {"t": "do", "id": HEX, "command": {"t": "rest"}}


def test_the_pages_types_are_fresh() -> None:
    assert wire_types.TARGET.read_text(encoding="utf-8") == wire_types.generate()
    assert wire_types.DESK_TARGET.read_text(encoding="utf-8") == wire_types.generate_desk()
    assert wire_types.STORED_TARGET.read_text(encoding="utf-8") == wire_types.generate_stored()


@pytest.mark.parametrize("good", [ANSWER, HELLO, WISH, {"t": "alive"}, {**HELLO, "position": "x"}])
def test_what_is_declared_is_understood(good: dict[str, Any]) -> None:
    assert wire.decode(json.dumps(good)) is not None


BAD: dict[str, str] = {
    "nothing": "",
    "no JSON": "{",
    "two": '{"t":"alive"}{"t":"alive"}',
    "a list": "[]",
    "no type": "{}",
    "an unknown type": '{"t":"shout"}',
    "an unknown field": '{"t":"alive","x":1}',
    "an unknown field inside": json.dumps({**WISH, "command": {"t": "rest", "x": 1}}),
    "a command of the node": json.dumps({**WISH, "command": {"t": "complete_closing", "run": 1, "attempt": 1, "held": []}}),
    "an unknown command": json.dumps({**WISH, "command": {"t": "sing"}}),
    "a text for a number": json.dumps({**ANSWER, "run": "1"}),
    "a fraction": json.dumps({**ANSWER, "run": 1.5}),
    "a number below all": json.dumps({**ANSWER, "counter": -1}),
    "a number that no other node could be told": json.dumps({**ANSWER, "counter": 2**64}),
    "a number of 4,000 digits": json.dumps({**ANSWER, "run": 1}).replace('"run": 1', '"run": ' + "9" * 4000),
    "null": json.dumps({**ANSWER, "answer": None}),
    "an id that is no id": json.dumps({**WISH, "id": "x" * 32}),
    "an id with a line break": json.dumps({**WISH, "id": HEX + "\n"}),
    "an id with a NUL": json.dumps({**WISH, "id": "\0"}),
    "half a character": '{"t":"do","id":"\\ud800","command":{"t":"rest"}}',
    "half a character as it is": "\ud800",
    "a well": '{"a":' + "[" * 30_000 + "]" * 30_000 + ',"t":"alive"}',
    "a well inside": '{"t":"hello","protocol":1,"proof":{"x":' + "[" * 20_000 + "]" * 20_000 + ',"t":"seat"}}',
}


@pytest.mark.parametrize("name", BAD)
def test_anything_else_is_no_message(name: str) -> None:
    assert wire.decode(BAD[name]) is None


HIDDEN = {
    "key",
    "ticket",
    "answer",
    "text",
    "note_key",
    "option",
    "options",
    "steps",
    "alias",
    "key_hash",
    "held",
    "nonce",
}
"""Fields that hold what a person wrote, or what could tell who they are."""


def structs_in(kind: shape.Type, found: dict[type, shape.StructType]) -> None:
    match kind:
        case shape.StructType(cls=cls, fields=fields):
            if cls not in found:
                found[cls] = kind
                for item in fields:
                    structs_in(item.type, found)
        case shape.UnionType(types=types):
            for one in types:
                structs_in(one, found)
        case shape.VarTupleType(item_type=item_type) | shape.ListType(item_type=item_type):
            structs_in(item_type, found)
        case _:
            pass


def incoming() -> list[shape.StructType]:
    """Every struct that a page can send, or that carries answers and names inside a node."""
    found: dict[type, shape.StructType] = {}
    for kind in (wire.FromPage, Answer, c.Join, c.HeldAnswer, c.CompleteClosing):
        structs_in(shape.type_info(kind), found)
    return list(found.values())


def of_type(kind: shape.Type, name: str) -> object:
    """A value of that shape with the canary wherever words can stand."""
    match kind:
        case shape.StrType():
            return CANARY if name in HIDDEN else "id"
        case shape.IntType():
            return 424242 if name in HIDDEN else 1
        case shape.DictType():
            return {CANARY: 424242}
        case shape.VarTupleType(item_type=item):
            return (of_type(item, name),)
        case shape.UnionType(types=types):
            return of_type(types[0], name)
        case shape.StructType(cls=cls, fields=fields):
            return cls(**{one.name: of_type(one.type, one.name) for one in fields})
        case _:
            return None


@pytest.mark.parametrize("kind", incoming(), ids=lambda kind: kind.cls.__name__)
def test_g_a3_no_message_prints_what_a_person_wrote(kind: shape.StructType) -> None:
    said = repr(of_type(kind, ""))
    carries = {item.name for item in kind.fields} & HIDDEN
    if carries:
        assert CANARY not in said
        assert "424242" not in said


def test_g_a3_the_walk_reaches_every_answer_and_the_scan_sees_a_repr_that_is_not_hidden() -> None:
    names = {kind.cls.__name__ for kind in incoming()}
    assert {"TextAnswer", "ChoiceAnswer", "ScaleAnswer", "MultiAnswer", "SeatProof", "TicketProof", "GiveAnswer", "Join"} <= names
    answer = TextAnswer(text=CANARY, card=CardId(HEX), note_key=HEX * 2)
    assert CANARY in msgspec.Struct.__repr__(answer)  # the mutant: what the walk would catch
    held = c.HeldAnswer(seat=SeatId("s"), counter=1, nonce=Nonce(CANARY), answer=answer)
    join = c.Join(seat=SeatId("s"), key_hash=CANARY, alias=CANARY, alias_text=TextId("t"), mark=0)
    closing = c.CompleteClosing(run=1, attempt=1, held=(held,))
    assert CANARY not in f"{answer!r} {held!r} {join!r} {closing!r} {[answer]} {(held,)}"
