"""How often rows of a session were deleted, so that a cleaning clears only what it has cleaned; themes leave no statistics."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("session", sa.Column("deletions", sa.BigInteger, nullable=False, server_default=sa.text("0")))
    with op.batch_alter_table("session") as batch:
        batch.alter_column("deletions", server_default=None)
    if op.get_bind().dialect.name == "postgresql":
        # As in 0002: what facilitators wrote and signed must not outlive its rows in samples.
        op.execute('ALTER TABLE "summary" ALTER COLUMN "body" TYPE text')
        op.execute('ALTER TABLE "summary" ALTER COLUMN "body" SET STATISTICS 0')
