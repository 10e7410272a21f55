"""What is played: the product on both engines, each simpler way as a fault, and one careless line that must stay harmless."""

from msgspec import Struct

from tests.engines import EngineName


class Variant(Struct, frozen=True):
    """`planted`: the fault's name, empty for none. `caught_by`: how the attack begins that was written for it."""

    name: str
    planted: str = ""
    engine: EngineName = "sqlite"
    caught_by: str = ""
    schema: tuple[str, ...] = ()
    evenings: int = 1
    stages: int = 4
    nodes: int = 1
    changes: tuple[bool, ...] = (True, False)
    """In which stages cards are rewritten and taken back, over and over."""


PRODUCTS = (
    Variant("product", evenings=2, stages=5),
    Variant("product_postgresql", engine="postgresql", evenings=2, stages=5, nodes=2),
)
DEFENDED = (Variant("receipt_logged", "receipt_logged"),)
"""Harmless because a receipt is a number of its own: not linked either, or the defence behind it is gone."""
MUTANTS = (
    Variant("author_null", "author_null", caught_by="beside: ", schema=("ALTER TABLE card ADD COLUMN author TEXT",), stages=3),
    Variant(
        "author_null_postgresql",
        "author_null",
        engine="postgresql",
        caught_by="beside: ",
        schema=("ALTER TABLE card ADD COLUMN author TEXT",),
        stages=3,
    ),
    Variant(
        "created_at",
        "created_at",
        caught_by="order: card.created_at / put down",
        schema=("ALTER TABLE card ADD COLUMN created_at TEXT",),
    ),
    Variant("time_ordered_ids", "time_ordered_ids", caught_by="order: card.id / put down", changes=(False,), stages=3),
    Variant("unshuffled", "unshuffled", caught_by="order: row / put down"),
    Variant("badly_shuffled", "badly_shuffled", caught_by="order: row / put down", evenings=2, changes=(False,)),
    Variant("salted_hash", "salted_hash", caught_by="hash", schema=("ALTER TABLE card ADD COLUMN person TEXT",), stages=3),
    Variant("plaintext_redis", "plaintext_redis", caught_by="beside: redis", stages=3),
    Variant("log_id_length", "log_id_length", caught_by="length in a line"),
    Variant(
        "done_event",
        "done_event",
        caught_by="order: length / done.seat",
        schema=("CREATE TABLE done (session_id TEXT, run INTEGER, seat TEXT, at_ms BIGINT)",),
        evenings=2,
        changes=(False,),
    ),
    Variant(
        "resonance_by_seat",
        "resonance_by_seat",
        caught_by="never together in a row",
        schema=("CREATE TABLE resonated (session_id TEXT, seat TEXT, card TEXT)",),
        stages=5,
    ),
    Variant("rewritten_out_of_turn", "rewritten_out_of_turn", caught_by="late ones in turn", stages=7, changes=(True,)),
    Variant("limiter_by_address", "limiter_by_address", caught_by="requests in turn: redis", changes=(True,), stages=3),
    Variant("locals_in_tracebacks", "locals_in_tracebacks", caught_by="beside: said", stages=3),
    Variant("receipt_is_the_key", "receipt_is_the_key", caught_by="beside: said", stages=3),
)
VARIANTS = {variant.name: variant for variant in (*PRODUCTS, *DEFENDED, *MUTANTS)}
