"""What people wish in, and about, their own breakout. Their room is found by who they are; nobody names a room."""

from workshop.domain.words import Command, RoundChoice, SeatId


class ChooseRound(Command, frozen=True, tag="choose_round"):
    """Take part in the next rooms, observe, or sit out. It holds until they choose otherwise."""

    run: int
    choice: RoundChoice


class KeepApart(Command, frozen=True, tag="keep_apart"):
    """Not with this person; `apart` False: again as it comes. Leaves no fact. The node turns it into `SealApart`."""

    seat: SeatId
    apart: bool

    def __repr__(self) -> str:
        return "<KeepApart>"


class SealApart(Command, frozen=True, tag="seal_apart"):
    """The row `id` holds the wish, readable with the deployment secret only; `sealed` None: the row goes."""

    id: str
    sealed: str | None

    def __repr__(self) -> str:
        return "<SealApart>"


class BeginRoom(Command, frozen=True, tag="begin_room"):
    """Go, for the own room: one of them says it for all."""

    run: int
    round: int


class PauseRoom(Command, frozen=True, tag="pause_room"):
    """The own room's clock stands still. Nobody has to say why, and nobody is told who."""

    run: int
    round: int


class GoOnRoom(Command, frozen=True, tag="go_on_room"):
    run: int
    round: int


class CallFacilitator(Command, frozen=True, tag="call_facilitator"):
    """Please come to our room. Its clock stands still until then; `call` False: no need any more."""

    run: int
    round: int
    call: bool = True


class AnswerKnock(Command, frozen=True, tag="answer_knock"):
    run: int
    round: int
    welcome: bool


class MissPartner(Command, frozen=True, tag="miss_partner"):
    """The person in place `place` of the own room is not here. Who would be alone now joins another room."""

    run: int
    round: int
    place: int


class FindPartner(Command, frozen=True, tag="find_partner"):
    """I am here after all: back to the own room if it stands, else to another one."""

    run: int
    round: int


class SwapScene(Command, frozen=True, tag="swap_scene"):
    """Another scene for the own room, in this turn. `scene` is the one they have: two taps at once are one wish."""

    run: int
    round: int
    scene: str


class KeepScene(Command, frozen=True, tag="keep_scene"):
    """The own room plays the same scene again in the next turn; `keep` False: a new one."""

    run: int
    round: int
    keep: bool
