/** The plan against the clock, in whole minutes: how far behind, when each item begins, and what could be shorter. */

import type { ConsoleView, PlanItemView } from "../../../realtime/client/wire";

const MINUTE = 60_000;
/** Items that are named as ones to shorten; more is no help while leading. */
const NAMED = 2;

export interface Pace {
  /** Minutes behind the plan; negative while there are minutes in hand. */
  over: number;
  /** Session milliseconds: when each item began or will begin; null for what is done. */
  begins: (number | null)[];
  ends: number;
  planned: number;
  /** What is ahead and has minutes to give, the most first; empty while on time. */
  gives: { title: string; minutes: number }[];
}

const minutesIn = (items: PlanItemView[]): number => items.reduce((sum, item) => sum + item.minutes, 0);

/** `now` in session milliseconds; null before the first item. */
export function paceOf(desk: ConsoleView, now: number): Pace | null {
  const { plan, activity, startedAt, itemStartedAt } = desk;
  const item = plan[activity];
  if (item === undefined || startedAt === null || itemStartedAt === null) return null;
  const planned = startedAt + minutesIn(plan) * MINUTE;
  const itemEnds = Math.max(now, itemStartedAt + item.minutes * MINUTE);
  const begins = plan.map((_, index) => {
    if (index < activity) return null;
    return index === activity ? itemStartedAt : itemEnds + minutesIn(plan.slice(activity + 1, index)) * MINUTE;
  });
  const ends = itemEnds + minutesIn(plan.slice(activity + 1)) * MINUTE;
  const over = Math.trunc((ends - planned) / MINUTE);
  const gives = plan
    .slice(activity + 1)
    .map(({ title, minutes, least }) => ({ title, minutes: minutes - least }))
    .filter(({ minutes }) => minutes > 0)
    .toSorted((one, other) => other.minutes - one.minutes);
  return { over, begins, ends, planned, gives: over > 0 ? gives.slice(0, NAMED) : [] };
}
