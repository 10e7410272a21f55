"""Sessions that are scheduled and signed, the desk's links, summaries; words leave no statistics."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

DAYS_BEFORE = 7
"""Retention of the sessions that were there before one could choose it."""
TAKES_CODE = "state IN ('live', 'scheduled')"
WORDS = (("card", "text"), ("text", "text"))


def upgrade() -> None:
    _widen_session()
    op.create_table(
        "desk_link",
        _text("organization_id"),
        _text("secret_hash"),
        sa.PrimaryKeyConstraint("secret_hash", name="pk_desk_link"),
        sa.ForeignKeyConstraint(["organization_id"], ["organization.id"], name="fk_desk_link_organization"),
    )
    op.create_table(
        "summary",
        _text("organization_id"),
        _text("session_id"),
        sa.Column("version", sa.Integer, nullable=False),
        _text("body"),
        sa.Column("signed_ms", sa.BigInteger),
        sa.Column("published_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("session_id", "version", name="pk_summary"),
        sa.ForeignKeyConstraint(
            ["organization_id", "session_id"], ["session.organization_id", "session.id"], name="fk_summary_session"
        ),
    )
    if op.get_bind().dialect.name == "postgresql":
        for table, column in WORDS:
            # ANALYZE keeps samples of values in pg_statistic, where no DELETE reaches them. Giving the type anew drops what is there.
            op.execute(f'ALTER TABLE "{table}" ALTER COLUMN "{column}" TYPE text')
            op.execute(f'ALTER TABLE "{table}" ALTER COLUMN "{column}" SET STATISTICS 0')


def _widen_session() -> None:
    """New columns with a value for the rows that are there; the default goes again, so that a writer must say it."""
    given: dict[str, tuple[type[sa.types.TypeEngine[Any]], sa.ColumnElement[Any] | sa.TextClause]] = {
        "approval": (sa.Boolean, sa.false()),
        "agenda": (sa.Text, sa.text("''")),
        "retention_days": (sa.Integer, sa.text(str(DAYS_BEFORE))),
        "residue": (sa.Boolean, sa.false()),
    }
    # One column at a time: SQLite adds a column in place, and building the table anew is left to the batch below.
    for name, (kind, value) in given.items():
        op.add_column("session", sa.Column(name, kind, nullable=False, server_default=value))
    for name in ("starts_ms", "signed_ms", "cards_erased_ms"):
        op.add_column("session", sa.Column(name, sa.BigInteger))
    op.drop_index("uq_session_live_code", table_name="session")
    with op.batch_alter_table("session") as batch:
        for name in given:
            batch.alter_column(name, server_default=None)
    taken = sa.text(TAKES_CODE)
    op.create_index("uq_session_live_code", "session", ["code"], unique=True, sqlite_where=taken, postgresql_where=taken)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)
