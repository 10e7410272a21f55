/**
 * What a person draws: richer than what travels. Names, words, angles and unrounded places stay on this phone; `toAnswer` lets
 * nothing but numbers through. All of it is plain JSON.
 */
import { type Answer, GRID, type InputView, type LinePoint } from "../../../realtime/client/wire";

/** 0 … GRID from left to right and from bottom to top, not rounded. */
export interface Place {
  x: number;
  y: number;
}

/** Somebody on the map. `ring` and `mark` are counted from 0, `angle` is in degrees clockwise from the top. */
export interface Person {
  name: string;
  ring: number;
  mark: number | null;
  angle: number;
}

export interface LinePlace extends Place {
  words: string;
}

/** What the three drawn inputs keep; only the field of the asked one is filled. */
export interface Drawn {
  point: Place | null;
  rings: Person[];
  line: LinePlace[];
}

export const NOTHING_DRAWN: Drawn = { point: null, rings: [], line: [] };

/** What may travel of a drawing: the key `send` of a stage names some of them. */
export type Sent = InputView["send"][number];

/** A map can hold no more, whatever a template says. */
const MOST_PEOPLE = 20;
const FEWEST_ON_A_LINE = 2;
/** Code points of a name and of the words at a place. They never leave, so the limits only keep the page in shape. */
export const NAME_LENGTH = 40;
export const WORDS_LENGTH = 200;

export type DrawnType = "point" | "rings" | "line";
export const isDrawn = (asked: InputView): asked is InputView & { type: DrawnType } =>
  asked.type === "point" || asked.type === "rings" || asked.type === "line";

export const mostPeople = (asked: InputView): number => Math.min(asked.max, MOST_PEOPLE);

export const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
/** A step of the grid: the only precision that travels. */
export const toStep = (value: number): number => Math.round(within(value, 0, GRID));
/** Two digits behind the point: finer than any finger. */
export const tidy = (value: number): number => Math.round(within(value, 0, GRID) * 100) / 100;

/** The place of a finger on a picture: shares of it from the left and from the top. Beyond its edge it is the border. */
export const placeOf = (at: Place): Place => ({ x: tidy(at.x * GRID), y: tidy((1 - at.y) * GRID) });

/** From left to right; places above each other keep their order. */
export const fromLeft = <P extends Place>(places: readonly P[]): P[] => places.toSorted((a, b) => a.x - b.x);

/** One place per step of the grid, at the mean height of what was drawn there. */
function perStep(line: readonly Place[]): Place[] {
  const heights = new Map<number, number[]>();
  for (const { x, y } of line) heights.set(toStep(x), [...(heights.get(toStep(x)) ?? []), y]);
  return [...heights].map(([x, ys]) => ({ x, y: ys.reduce((sum, y) => sum + y, 0) / ys.length })).toSorted((a, b) => a.x - b.x);
}

/** A drawn curve has one place per step; several points may stand above each other. */
function linePoints(asked: InputView, send: readonly Sent[], line: readonly LinePlace[]): LinePoint[] {
  const places = asked.mode === "curve" ? perStep(line) : fromLeft(line).slice(0, asked.max);
  const gaps = Math.max(1, places.length - 1);
  return places.map(({ x, y }, index) => ({
    // Where places stay here, only their order travels: evenly spread, a half rounded up, as the server expects it.
    x: send.includes("x") ? toStep(x) : Math.floor((2 * index * GRID + gaps) / (2 * gaps)),
    y: send.includes("y") ? toStep(y) : null,
  }));
}

/** What travels: whole numbers that `send` names. Only for a drawing that lacks nothing. */
export function toAnswer(asked: InputView & { type: DrawnType }, send: readonly Sent[], drawn: Drawn): Answer {
  switch (asked.type) {
    case "point":
      return { t: "point", x: toStep(drawn.point?.x ?? 0), y: toStep(drawn.point?.y ?? 0) };
    case "rings": {
      const dots = drawn.rings.slice(0, mostPeople(asked)).map(({ ring, mark }) => ({
        ring: send.includes("ring") ? ring : 0,
        mark: send.includes("mark") ? mark : null,
      }));
      // In order, so that nobody can tell who was placed first.
      return { t: "rings", dots: dots.toSorted((a, b) => a.ring - b.ring || (a.mark ?? -1) - (b.mark ?? -1)) };
    }
    case "line":
      return { t: "line", points: linePoints(asked, send, drawn.line) };
  }
}

/** What is missing before it can be added, as a sentence's id; null: nothing. */
export function missingDrawn(asked: InputView & { type: DrawnType }, drawn: Drawn): string | null {
  switch (asked.type) {
    case "point":
      return drawn.point === null ? "missing-point" : null;
    case "rings":
      return drawn.rings.length === 0 ? "missing-rings" : null;
    case "line": {
      if (drawn.line.length === 0) return asked.mode === "curve" ? "missing-curve" : "missing-line";
      const places = asked.mode === "curve" ? perStep(drawn.line) : drawn.line;
      return places.length < FEWEST_ON_A_LINE ? (asked.mode === "curve" ? "missing-curve-longer" : "missing-line-second") : null;
    }
  }
}

const record = (value: unknown): Record<string, unknown> => (typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {});
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const cut = (value: unknown, most: number): string => (typeof value === "string" ? Array.from(value).slice(0, most).join("") : "");
const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

function keptPlace(value: unknown): Place | null {
  const { x, y } = record(value);
  return isNumber(x) && isNumber(y) ? { x: tidy(x), y: tidy(y) } : null;
}

function personOf(value: unknown, asked: InputView): Person | null {
  const { name, ring, mark, angle } = record(value);
  if (!isNumber(ring) || asked.rings.length === 0) return null;
  return {
    name: cut(name, NAME_LENGTH),
    ring: within(Math.round(ring), 0, asked.rings.length - 1),
    mark: isNumber(mark) && Number.isInteger(mark) && mark >= 0 && mark < asked.marks.length ? mark : null,
    angle: isNumber(angle) ? ((angle % 360) + 360) % 360 : 90,
  };
}

function linePlaceOf(value: unknown): LinePlace | null {
  const place = keptPlace(value);
  return place === null ? null : { x: place.x, y: place.y, words: cut(record(value).words, WORDS_LENGTH) };
}

/** A page that was kept on this phone (what `JSON.parse` gave), fitted to what is asked now: nothing in it is trusted. */
export function fromKept(asked: InputView, kept: unknown): Drawn {
  const { point, rings, line } = record(kept);
  const people = list(rings).map((person) => personOf(person, asked));
  const places = list(line).map(linePlaceOf);
  return {
    point: asked.type === "point" ? keptPlace(point) : null,
    rings: asked.type === "rings" ? people.filter((person) => person !== null).slice(0, mostPeople(asked)) : [],
    line: asked.type === "line" ? fromLeft(places.filter((place) => place !== null)).slice(0, asked.max) : [],
  };
}
