/** A line that was drawn with a finger: heights at even places from left to right. */
import { GRID, type InputView } from "../../../realtime/client/wire";
import { fromLeft, type LinePlace, type Place, tidy, within } from "./values";

/** More heights than this are finer than a finger on a small phone. */
const MOST_HEIGHTS = 60;

/** How many heights the line of this question has at most. */
export const heightsOf = (asked: InputView): number => within(asked.max, 2, MOST_HEIGHTS);

const column = (x: number, most: number): number => Math.round((within(x, 0, GRID) / GRID) * (most - 1));
const between = (a: Place, b: Place, x: number): number => (b.x === a.x ? b.y : a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x));

/** The height of the line at `x`; null beside it. */
export function heightAt(line: readonly Place[], x: number): number | null {
  const places = fromLeft(line);
  const next = places.findIndex((place) => place.x >= x);
  const after = places[next];
  if (after === undefined) return null;
  if (after.x === x) return after.y;
  const before = places[next - 1];
  return before === undefined ? null : between(before, after, x);
}

/** A finger cannot begin on the very edge: so near to it, it means the edge. */
const EDGE = GRID / 25;
export const toEdge = ({ x, y }: Place): Place => ({ x: x < EDGE ? 0 : x > GRID - EDGE ? GRID : x, y });

/** The height of the line at `x`, or at its end if that is no further away than `near`. */
export function heightNear(line: readonly Place[], x: number, near: number): number | null {
  const places = fromLeft(line);
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return null;
  const on = within(x, first.x, last.x);
  return Math.abs(on - x) <= near ? heightAt(places, on) : null;
}

/**
 * The line after a stroke over it, at most `most` heights: where the stroke passed it counts, elsewhere what was there before, and a
 * gap between both is a straight line. Drawn back and forth, the last pass counts.
 */
export function redrawn(line: readonly Place[], stroke: readonly Place[], most: number): LinePlace[] {
  const heights: (number | null)[] = Array.from({ length: most }, (_, at) => heightAt(line, (at * GRID) / (most - 1)));
  // What was kept at other places than these still counts at the nearest one.
  for (const { x, y } of line) heights[column(x, most)] ??= y;
  stroke.forEach((place, index) => {
    const from = stroke[index - 1] ?? place;
    const [first, last] = [column(from.x, most), column(place.x, most)];
    const step = last < first ? -1 : 1;
    for (let at = first; at !== last + step; at += step) {
      const x = (at * GRID) / (most - 1);
      heights[at] = first === last ? place.y : between(from, place, within(x, Math.min(from.x, place.x), Math.max(from.x, place.x)));
    }
  });
  const known = heights.flatMap((y, at) => (y === null ? [] : [{ x: (at * GRID) / (most - 1), y }]));
  const first = known[0];
  const last = known.at(-1);
  if (first === undefined || last === undefined) return [];
  return heights.flatMap((_, at) => {
    const x = (at * GRID) / (most - 1);
    const y = x < first.x || x > last.x ? null : heightAt(known, x);
    return y === null ? [] : [{ x: tidy(x), y: tidy(y), words: "" }];
  });
}

/** The line with another height at `x`; its neighbours `width` to both sides bend along. */
export function bent(line: readonly Place[], x: number, y: number, width: number, most: number): LinePlace[] {
  const ends = [x - width, x + width].map((at) => ({ x: at, y: heightAt(line, at) }));
  const [left, right] = ends;
  const stroke = [left, { x, y }, right].filter((place): place is Place => place !== undefined && place.y !== null);
  return redrawn(line, stroke, most);
}

const text = ([x, y]: readonly [number, number]): string => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** A soft path through the places, in a picture of `wide` × `high`. */
export function pathThrough(line: readonly Place[], wide: number, high: number): string {
  const at = fromLeft(line).map(({ x, y }) => [(x / GRID) * wide, (1 - y / GRID) * high] as const);
  const [first, ...rest] = at;
  if (first === undefined) return "";
  const last = at.at(-1) ?? first;
  const bends = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? point;
    return `Q${text(point)} ${text([(point[0] + next[0]) / 2, (point[1] + next[1]) / 2])}`;
  });
  return `M${text(first)}${bends.join("")}L${text(last)}`;
}
