"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "organization",
        _text("id"),
        _text("name"),
        sa.Column("help_page", sa.Text),
        sa.Column("help_checked_ms", sa.BigInteger),
        sa.PrimaryKeyConstraint("id", name="pk_organization"),
    )
    op.create_table(
        "session",
        _text("organization_id"),
        _text("id"),
        _text("code"),
        sa.Column("practice", sa.Boolean, nullable=False),
        _text("presence"),
        _integer("floor"),
        _integer("batch"),
        _integer("capacity"),
        sa.Column("pace", sa.Float, nullable=False),
        _big("origin_ms"),
        _big("created_ms"),
        sa.Column("ended_ms", sa.BigInteger),
        _text("plan"),
        _text("state"),
        _big("head"),
        _integer("epoch"),
        sa.PrimaryKeyConstraint("organization_id", "id", name="pk_session"),
        sa.UniqueConstraint("id", name="uq_session_id"),
        sa.ForeignKeyConstraint(["organization_id"], ["organization.id"], name="fk_session_organization"),
    )
    live = sa.text("state = 'live'")
    op.create_index("uq_session_live_code", "session", ["code"], unique=True, sqlite_where=live, postgresql_where=live)
    op.create_table(
        "link",
        *_of_session("link"),
        _text("role"),
        _text("secret_hash"),
        sa.PrimaryKeyConstraint("secret_hash", name="pk_link"),
    )
    op.create_table(
        "attached",
        *_of_session("attached"),
        _text("node"),
        _big("renewed_ms"),
        _big("started_ms"),
        sa.PrimaryKeyConstraint("session_id", "node", name="pk_attached"),
    )
    op.create_table(
        "seat",
        *_of_session("seat"),
        _text("id"),
        _text("alias"),
        _text("key_hash"),
        sa.PrimaryKeyConstraint("session_id", "id", name="pk_seat"),
        sa.UniqueConstraint("session_id", "key_hash", name="uq_seat_session_id_key_hash"),
    )
    op.create_table(
        "event",
        *_of_session("event"),
        _big("seq"),
        _text("type"),
        _integer("version"),
        _text("command_id"),
        _big("at_ms"),
        _text("parts"),
        _text("body"),
        sa.PrimaryKeyConstraint("session_id", "seq", name="pk_event"),
    )
    op.create_index("ix_event_session_id_command_id", "event", ["session_id", "command_id"])
    op.create_table(
        "card",
        *_of_session("card"),
        _text("id"),
        _text("text"),
        _text("note_key"),
        sa.PrimaryKeyConstraint("session_id", "id", name="pk_card"),
    )
    op.create_table(
        "text",
        *_of_session("text"),
        _text("id"),
        _text("kind"),
        _text("text"),
        sa.PrimaryKeyConstraint("session_id", "id", name="pk_text"),
    )
    op.create_table(
        "spent_ticket",
        _text("organization_id"),
        _text("id"),
        _big("expires_ms"),
        sa.PrimaryKeyConstraint("id", name="pk_spent_ticket"),
        sa.ForeignKeyConstraint(["organization_id"], ["organization.id"], name="fk_spent_ticket_organization"),
    )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _integer(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _big(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=False)


def _of_session(table: str) -> tuple[sa.Column[str], sa.Column[str], sa.ForeignKeyConstraint]:
    """The two columns that say whose row it is, and the rule that the session exists."""
    return (
        _text("organization_id"),
        _text("session_id"),
        sa.ForeignKeyConstraint(
            ["organization_id", "session_id"], ["session.organization_id", "session.id"], name=f"fk_{table}_session"
        ),
    )
