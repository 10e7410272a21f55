/** Where a breath pacer is at a moment of the session's clock: the same for everybody, whenever they look. Pure. */

import type { PacerView } from "../../../realtime/client/wire";

export type Breath =
  | { phase: "before" }
  /** `size`: 0 when all is breathed out, 1 when all is breathed in. `turn`: session milliseconds until it turns. */
  | { phase: "in" | "out"; size: number; cycle: number; turn: number }
  | { phase: "over" };

const SECOND = 1000;

export function breathAt(pacer: PacerView, now: number): Breath {
  if (pacer.began === null) return { phase: "before" };
  const breatheIn = pacer.breatheIn * SECOND;
  const whole = breatheIn + pacer.breatheOut * SECOND;
  const since = Math.max(0, now - pacer.began);
  const cycle = Math.floor(since / whole);
  if (cycle >= pacer.cycles) return { phase: "over" };
  const within = since - cycle * whole;
  if (within < breatheIn) return { phase: "in", size: within / breatheIn, cycle, turn: breatheIn - within };
  return { phase: "out", size: 1 - (within - breatheIn) / (whole - breatheIn), cycle, turn: whole - within };
}

/** As breath goes: slow at both ends. */
export function eased(size: number): number {
  return (1 - Math.cos(Math.PI * Math.min(1, Math.max(0, size)))) / 2;
}
