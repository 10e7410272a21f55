"""What every session on a node shares, passed in from the composition root: nothing here is reached by import."""

from msgspec import Struct

from realtime.bus import Bus
from realtime.clock import WallClock
from realtime.failpoints import Failpoints
from realtime.lease import Lease
from realtime.secrets import Secrets
from realtime.settings import Settings
from workshop.domain.signals import SignalReader
from workshop.domain.words import Dice, Millis, NodeId
from workshop.records.engine import Database


class Tools(Struct, frozen=True, kw_only=True):
    node: NodeId
    started: Millis
    """When this node started, by the wall clock."""
    database: Database
    bus: Bus
    secrets: Secrets
    settings: Settings
    lease: Lease
    wall: WallClock
    dice: Dice
    signals: SignalReader
    failpoints: Failpoints
