/** The breath as the shared screen draws it. Pure. */
import * as together from "../../../realtime/client/breath";
import type { PacerView } from "../../../realtime/client/wire";

export type Breath =
  /** Nobody has started it, or it begins in `turn` session milliseconds. */
  | { phase: "before"; turn?: number }
  /** `size`: 0 when all is breathed out, 1 when all is breathed in. `turn`: session milliseconds until it turns. */
  | { phase: "in" | "out"; size: number; cycle: number; turn: number }
  | { phase: "over" };

const SECOND = 1000;

export function breathAt(pacer: PacerView, now: number): Breath {
  const breath = together.breathAt(pacer, now);
  if (breath.now === "wait") return { phase: "before" };
  if (breath.turnsIn === null) return { phase: "over" };
  const turn = breath.turnsIn;
  const cycle = breath.number - 1;
  if (breath.now === "in") return { phase: "in", size: 1 - turn / (pacer.breatheIn * SECOND), cycle, turn };
  if (breath.now === "out") return { phase: "out", size: turn / (pacer.breatheOut * SECOND), cycle, turn };
  return { phase: "before", turn };
}

/** As breath goes: slow at both ends. */
export function eased(size: number): number {
  return (1 - Math.cos(Math.PI * Math.min(1, Math.max(0, size)))) / 2;
}
