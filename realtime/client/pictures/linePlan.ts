/** Where the middle of all lines stands, sixth by sixth: pure geometry, in the units of the drawing. */

import { GRID, type LineSlot } from "../wire";

export const WIDTH = 720;
export const HEIGHT = 300;
const EDGE = 24;
const SIXTH = WIDTH / 6;
/** What the line takes of the first and the last sixth it passes, beside its middle. */
const REST = 38;
/** Where a height stands that is only a word: the middle of its third. */
const THIRD = { low: 1 / 6, middle: 3 / 6, high: 5 / 6 };

export interface Place {
  x: number;
  y: number;
}

function placeOf({ level, median }: LineSlot, slot: number): Place | null {
  if (level === null) return null;
  const height = median === null ? THIRD[level] : median / GRID;
  return { x: (slot + 0.5) * SIXTH, y: Math.round(HEIGHT - EDGE - height * (HEIGHT - 2 * EDGE)) };
}

/** Neighbours that stand: where nothing stands, the line is open. */
export function runsOf(slots: LineSlot[], stands: (slot: LineSlot) => boolean): Place[][] {
  const runs: Place[][] = [];
  let open = true;
  slots.forEach((slot, index) => {
    const place = stands(slot) ? placeOf(slot, index) : null;
    if (place !== null) {
      if (open) runs.push([]);
      runs.at(-1)?.push(place);
    }
    open = place === null;
  });
  return runs;
}

/** One calm stroke through the places: level in each of them, bending between. */
export function strokeOf(run: Place[]): string {
  const first = run[0];
  const last = run.at(-1);
  if (first === undefined || last === undefined) return "";
  const bends = run.slice(1).map(({ x, y }, index) => {
    const before = run[index] as Place;
    const half = (before.x + x) / 2;
    return `C${half} ${before.y} ${half} ${y} ${x} ${y}`;
  });
  return `M${first.x - REST} ${first.y}H${first.x}${bends.join("")}H${last.x + REST}`;
}
