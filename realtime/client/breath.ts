/** Where a breath that is followed together is now: the same on every phone and on the shared screen. Pure. */
import type { PacerView } from "./wire";

const SECOND = 1000;

export interface Breath {
  /** wait: nobody has started it. soon: it begins in a moment. over: the last breath is done. */
  now: "wait" | "soon" | "in" | "out" | "over";
  /** Counted from 1; 0 where none is on. */
  number: number;
  /** Session milliseconds until that changes; null: it does not by itself. */
  turnsIn: number | null;
}

/** `now` in session milliseconds. */
export function breathAt({ breatheIn, breatheOut, cycles, began }: PacerView, now: number): Breath {
  if (began === null) return { now: "wait", number: 0, turnsIn: null };
  const since = now - began;
  if (since < 0) return { now: "soon", number: 0, turnsIn: -since };
  const whole = (breatheIn + breatheOut) * SECOND;
  if (whole <= 0 || since >= whole * cycles) return { now: "over", number: 0, turnsIn: null };
  const number = Math.floor(since / whole) + 1;
  const within = since % whole;
  const inhale = breatheIn * SECOND;
  return within < inhale ? { now: "in", number, turnsIn: inhale - within } : { now: "out", number, turnsIn: whole - within };
}
