"""Programmes: who comes again, who met whom, what is carried over; a meeting link; who would rather not share a room."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

WORDS = (("programme_seat", "alias"), ("programme_line", "text"), ("apart", "sealed"), ("session", "carried"))


def upgrade() -> None:
    op.create_table(
        "programme",
        _text("organization_id"),
        _text("id"),
        _text("title"),
        _text("template"),
        sa.Column("created_ms", sa.BigInteger, nullable=False),
        sa.Column("erased_ms", sa.BigInteger),
        sa.PrimaryKeyConstraint("organization_id", "id", name="pk_programme"),
        sa.UniqueConstraint("id", name="uq_programme_id"),
        sa.ForeignKeyConstraint(["organization_id"], ["organization.id"], name="fk_programme_organization"),
    )
    op.create_table(
        "programme_seat",
        *_of_programme("programme_seat"),
        _text("id"),
        _text("place_hash"),
        _text("alias"),
        sa.PrimaryKeyConstraint("programme_id", "id", name="pk_programme_seat"),
        sa.UniqueConstraint("programme_id", "place_hash", name="uq_programme_seat_programme_id_place_hash"),
    )
    op.create_table(
        "met",
        *_of_programme("met"),
        _text("one"),
        _text("other"),
        sa.Column("times", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("programme_id", "one", "other", name="pk_met"),
    )
    op.create_table(
        "programme_line",
        *_of_programme("programme_line"),
        sa.Column("place", sa.Integer, nullable=False),
        _text("text"),
        sa.PrimaryKeyConstraint("programme_id", "place", name="pk_programme_line"),
    )
    op.create_table(
        "apart",
        _text("organization_id"),
        _text("scope"),
        _text("id"),
        _text("sealed"),
        sa.PrimaryKeyConstraint("scope", "id", name="pk_apart"),
        sa.ForeignKeyConstraint(["organization_id"], ["organization.id"], name="fk_apart_organization"),
    )
    op.add_column("seat", sa.Column("pseudonym", sa.Text))
    _widen("organization", {"meeting_link": "''"})
    op.add_column("session", sa.Column("programme_id", sa.Text))
    op.add_column("session", sa.Column("programme_number", sa.Integer))
    _widen("session", {"carried": "'[]'", "meeting_link": "''"})
    with op.batch_alter_table("session") as batch:
        batch.create_foreign_key(
            "fk_session_programme", "programme", ["organization_id", "programme_id"], ["organization_id", "id"]
        )
    if op.get_bind().dialect.name == "postgresql":
        for table, column in WORDS:
            # As in 0002: what people wrote must not outlive its rows in samples. The columns are new, so that none is there yet.
            op.execute(f'ALTER TABLE "{table}" ALTER COLUMN "{column}" SET STATISTICS 0')


def _widen(table: str, given: dict[str, str]) -> None:
    """New columns of text with a value for the rows that are there; the default goes again, so that a writer must say it."""
    for name, value in given.items():
        op.add_column(table, sa.Column(name, sa.Text, nullable=False, server_default=sa.text(value)))
    with op.batch_alter_table(table) as batch:
        for name in given:
            batch.alter_column(name, server_default=None)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _of_programme(table: str) -> tuple[sa.Column[str], sa.Column[str], sa.ForeignKeyConstraint]:
    """The two columns that say whose row it is, and the rule that the programme exists."""
    return (
        _text("organization_id"),
        _text("programme_id"),
        sa.ForeignKeyConstraint(
            ["organization_id", "programme_id"], ["programme.organization_id", "programme.id"], name=f"fk_{table}_programme"
        ),
    )
