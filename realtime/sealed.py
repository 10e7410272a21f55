"""What one node tells the others about single people: readable with the deployment secret only, and of a length that tells little."""

import logging
from typing import TypeVar

import msgspec

from realtime.bus import Sealed
from realtime.tools import Tools
from workshop.domain.words import NodeId, SessionId

T = TypeVar("T")
log = logging.getLogger("holdspace.sealed")


def _named(purpose: str, run: int, attempt: int, node: NodeId) -> str:
    return f"{purpose}:{run}:{attempt}:{node}"


def tell_sealed(tools: Tools, session_id: SessionId, purpose: str, run: int, attempt: int, content: bytes) -> None:
    """Told to the other nodes, readable as this purpose of this node and nothing else."""
    sealed = tools.secrets.seal_handover(session_id, _named(purpose, run, attempt, tools.node), content)
    tools.bus.tell(session_id, Sealed(node=tools.node, purpose=purpose, run=run, attempt=attempt, content=sealed))


def opened(tools: Tools, session_id: SessionId, note: Sealed, shape: msgspec.msgpack.Decoder[T]) -> T | None:
    """What was sealed for this purpose; None for anything else, also for the shape of another version."""
    named = _named(note.purpose, note.run, note.attempt, note.node)
    content = tools.secrets.open_handover(session_id, named, note.content)
    try:
        return None if content is None else shape.decode(content)
    except msgspec.DecodeError:
        log.warning("a sealed note was not understood: does another version run beside this one?")
        return None
