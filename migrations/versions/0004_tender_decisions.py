"""Which tender activities an organization has approved, and when that was decided."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Empty: until its owner decides, no organization has approved anything. Sessions that run already run on.
    op.create_table(
        "tender_decision",
        sa.Column("organization_id", sa.Text, nullable=False),
        sa.Column("activity", sa.Text, nullable=False),
        sa.Column("approved", sa.Boolean, nullable=False),
        sa.Column("decided_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("organization_id", "activity", name="pk_tender_decision"),
        sa.ForeignKeyConstraint(["organization_id"], ["organization.id"], name="fk_tender_decision_organization"),
    )
