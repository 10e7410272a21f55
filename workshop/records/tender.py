"""What an organization has decided about tender activities: each is off until its owner approves it by name."""

from msgspec import Struct
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from workshop.domain.plan import Activity, Plan
from workshop.domain.words import TENDER, Millis, OrganizationId
from workshop.records.engine import Database, insert_new
from workshop.records.errors import TenderNotApproved, told_plainly
from workshop.records.tables import tender_decision


class TenderDecision(Struct, frozen=True):
    """The newest decision about one activity. It names no person: whoever held the desk's link decided.

    `decided_ms`: ms since 1970.
    """

    activity: str
    approved: bool
    decided_ms: Millis


@told_plainly
async def tender_decisions(database: Database, organization_id: OrganizationId) -> tuple[TenderDecision, ...]:
    """By the activity's id; an activity that is missing was never decided about."""
    columns = select(tender_decision.c.activity, tender_decision.c.approved, tender_decision.c.decided_ms)
    wanted = columns.where(tender_decision.c.organization_id == organization_id).order_by(tender_decision.c.activity)
    async with database.reading() as connection:
        return tuple(TenderDecision(*row) for row in await connection.execute(wanted))


@told_plainly
async def decide_tender(
    database: Database, organization_id: OrganizationId, activity: str, *, approved: bool, decided_ms: Millis
) -> None:
    """Approve `activity` (its id), or take the approval back. Sessions that run already run on.

    Deciding the same again changes nothing, so that the page keeps saying when it was decided. Raises RecordConflict (no such
    organization).
    """
    decided = {"approved": approved, "decided_ms": decided_ms}
    first = {"organization_id": organization_id, "activity": activity, **decided}
    async with database.changing() as connection:
        if (await connection.execute(insert_new(database, tender_decision, first))).rowcount == 1:
            return
        await connection.execute(
            update(tender_decision)
            .where(
                tender_decision.c.organization_id == organization_id,
                tender_decision.c.activity == activity,
                tender_decision.c.approved != approved,
            )
            .values(**decided)
        )


def tender_in(plan: Plan) -> tuple[Activity, ...]:
    """The plan's tender activities."""
    return tuple(item.activity for item in plan.items if item.activity.level == TENDER)


async def need_approvals(connection: AsyncConnection, organization_id: str, plan: Plan) -> None:
    """Raises TenderNotApproved where the plan holds a tender activity that the organization has not approved."""
    wanted = {activity.id for activity in tender_in(plan)}
    if not wanted:
        return
    approved = await connection.scalars(
        select(tender_decision.c.activity).where(
            tender_decision.c.organization_id == organization_id,
            tender_decision.c.approved,
            tender_decision.c.activity.in_(wanted),
        )
    )
    if missing := wanted - set(approved):
        raise TenderNotApproved(tuple(sorted(missing)))
