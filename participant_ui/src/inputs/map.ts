/** Where things are on a map of rings. The map is one unit wide and high, with me in its middle. */
import type { Person, Place } from "./values";

/** Radii of the innermost and the outermost ring; the outermost leaves room for its name above. */
const INNERMOST = { 3: 0.175, 4: 0.145 } as const;
const OUTERMOST = 0.455;
/** Half of the opening that each ring has for its name, in units. */
const OPENING = 0.125;

export function radii(rings: number): number[] {
  const inner = rings > 3 ? INNERMOST[4] : INNERMOST[3];
  const between = rings > 1 ? (OUTERMOST - inner) / (rings - 1) : 0;
  return Array.from({ length: rings }, (_, ring) => inner + ring * between);
}

/** Degrees from the top within which a ring is open. */
export function opening(radius: number): number {
  return (Math.asin(Math.min(0.85, OPENING / radius)) * 180) / Math.PI;
}

const normal = (degrees: number): number => ((degrees % 360) + 360) % 360;

/** The place of a ring at an angle; `y` grows downwards, as on a page. */
export function placeAt(radius: number, angle: number): Place {
  const turn = (angle * Math.PI) / 180;
  return { x: 0.5 + radius * Math.sin(turn), y: 0.5 - radius * Math.cos(turn) };
}

/** Nobody stands on the name of a ring. */
function besideName(angle: number, radius: number): number {
  const open = opening(radius) + (0.05 / radius / Math.PI) * 180;
  const fromTop = angle > 180 ? angle - 360 : angle;
  return Math.abs(fromTop) >= open ? angle : normal(fromTop < 0 ? -Math.ceil(open) : Math.ceil(open));
}

/** The ring that is meant by a place, and the angle there. Beyond the map it is the outermost, in the middle the innermost. */
export function nearest({ x, y }: Place, rings: number): { ring: number; angle: number } {
  const away = Math.hypot(x - 0.5, y - 0.5);
  const all = radii(rings);
  const ring = all.reduce((best, radius, index) => (Math.abs(radius - away) < Math.abs((all[best] ?? 0) - away) ? index : best), 0);
  const angle = normal((Math.atan2(x - 0.5, 0.5 - y) * 180) / Math.PI);
  return { ring, angle: Math.round(besideName(angle, all[ring] ?? OUTERMOST)) };
}

/** So far apart stand two signs, in units: each can still be touched. */
const APART = 0.088;
const HALF_TURN = 180;

/** The free place on the same ring that is nearest to the one that was meant; on a crowded ring the one that was meant. */
export function settled(spot: { ring: number; angle: number }, rings: number, others: readonly Person[]): { ring: number; angle: number } {
  const radius = radii(rings)[spot.ring] ?? OUTERMOST;
  const least = (2 * Math.asin(APART / 2 / radius) * 180) / Math.PI;
  const there = others.filter(({ ring }) => ring === spot.ring);
  const isFree = (angle: number): boolean =>
    besideName(angle, radius) === angle && there.every((other) => Math.abs(HALF_TURN - normal(angle - other.angle + HALF_TURN)) >= least);
  for (let off = 0; off <= HALF_TURN; off += 1)
    for (const angle of [normal(spot.angle + off), normal(spot.angle - off)]) if (isFree(angle)) return { ring: spot.ring, angle };
  return spot;
}

/** The middle of the widest free part of a ring: where somebody goes who was given a ring and no place. */
export function freeAngle(ring: number, rings: number, people: readonly Person[]): number {
  const radius = radii(rings)[ring] ?? OUTERMOST;
  const open = opening(radius) + 10;
  const stops = [open, ...people.filter((person) => person.ring === ring).map(({ angle }) => angle), 360 - open].toSorted((a, b) => a - b);
  let best = { from: open, to: open };
  for (let index = 1; index < stops.length; index += 1) {
    const gap = { from: stops[index - 1] ?? 0, to: stops[index] ?? 0 };
    if (gap.to - gap.from > best.to - best.from + 0.001) best = gap;
  }
  // With nobody there yet the right-hand side comes first: names have more room beside a ring than under it.
  return stops.length === 2 ? 90 : Math.round((best.from + best.to) / 2);
}

/** An arc of a ring from one angle to another, as a path in a square of `size`. */
function arc(radius: number, from: number, to: number, size: number): string {
  const start = placeAt(radius, from);
  const end = placeAt(radius, to);
  const at = (place: Place): string => `${(place.x * size).toFixed(1)} ${(place.y * size).toFixed(1)}`;
  const r = (radius * size).toFixed(1);
  return `M${at(start)}A${r} ${r} 0 0 1 ${at(end)}`;
}

/** Two hands: the ring is open above, where its name stands, and below. */
export function ringPath(radius: number, size: number): string {
  const open = opening(radius);
  return arc(radius, open, 180 - open, size) + arc(radius, 180 + open, 360 - open, size);
}

export type Side = "right" | "left" | "above" | "below" | "hidden";

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const apart = (a: Box, b: Box): boolean => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;

function labelBox({ x, y }: Place, side: Side, wide: number, high: number, sign: number): Box {
  const middle = { top: y - high / 2, bottom: y + high / 2 };
  switch (side) {
    case "right":
      return { left: x + sign, right: x + sign + wide, ...middle };
    case "left":
      return { left: x - sign - wide, right: x - sign, ...middle };
    case "above":
      return { left: x - wide / 2, right: x + wide / 2, top: y - sign - high, bottom: y - sign };
    default:
      return { left: x - wide / 2, right: x + wide / 2, top: y + sign, bottom: y + sign + high };
  }
}

export interface Label {
  place: Place;
  /** As a share of the map. */
  wide: number;
}

/**
 * A side for every name, so that none covers another, a sign or the edge. Where there is no room at all the name is hidden: the sign
 * still says it when it is touched, and the list has it. `high` and `sign` are shares of the map, like the names' widths.
 */
export function sidesOf(labels: readonly Label[], high: number, sign: number, taken: readonly Box[] = []): Side[] {
  const boxes: Box[] = [...taken];
  const signs = labels.map(({ place: { x, y } }) => ({ left: x - sign, right: x + sign, top: y - sign, bottom: y + sign }));
  return labels.map(({ place, wide }, index) => {
    if (wide === 0) return "hidden";
    const outward: Side[] = place.x >= 0.5 ? ["right", "left"] : ["left", "right"];
    const side = [...outward, "below" as const, "above" as const].find((candidate) => {
      const box = labelBox(place, candidate, wide, high, sign);
      const inside = box.left >= -0.02 && box.right <= 1.02 && box.top >= -0.02 && box.bottom <= 1.02;
      return inside && boxes.every((other) => apart(box, other)) && signs.every((other, at) => at === index || apart(box, other));
    });
    if (side === undefined) return "hidden";
    boxes.push(labelBox(place, side, wide, high, sign));
    return side;
  });
}

/** The names of the rings and the word in the middle, which names of people leave free. */
export function ringNames(rings: number, high: number): Box[] {
  const at = [...radii(rings).map((radius) => 0.5 - radius), 0.5];
  return at.map((y) => ({ left: 0.5 - OPENING * 0.8, right: 0.5 + OPENING * 0.8, top: y - high / 2, bottom: y + high / 2 }));
}
