"""What an author says beside a card: what it touches on, in a word of the list or their own, and whether it may be named as a theme."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Nobody who wrote a card before was asked: it is not covered, and it is not to be named.
    op.add_column("card", sa.Column("veils", sa.Text, nullable=False, server_default=sa.text("''")))
    op.add_column("card", sa.Column("content_note", sa.Text, nullable=False, server_default=sa.text("''")))
    op.add_column("card", sa.Column("nameable", sa.Boolean, nullable=False, server_default=sa.false()))
    with op.batch_alter_table("card") as batch:
        for name in ("veils", "content_note", "nameable"):
            batch.alter_column(name, server_default=None)
    if op.get_bind().dialect.name == "postgresql":
        # As in 0002: what people wrote must not outlive its rows in samples.
        for name in ("veils", "content_note"):
            op.execute(f'ALTER TABLE "card" ALTER COLUMN "{name}" SET STATISTICS 0')
