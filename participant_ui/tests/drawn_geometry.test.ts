import { describe, expect, it } from "vitest";

import { GRID, type InputView } from "../../realtime/client/wire";
import { bent, heightAt, heightNear, heightsOf, pathThrough, redrawn, toEdge } from "../src/inputs/curve";
import { freeAngle, nearest, opening, placeAt, radii, ringNames, ringPath, settled, sidesOf } from "../src/inputs/map";
import { fromKept, isDrawn, missingDrawn, NOTHING_DRAWN, type Person, type Sent, toAnswer, toStep } from "../src/inputs/values";
import { asked } from "./asked";

/** The same numbers in every run. */
function* chance(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

const drawnOf = (change: Partial<InputView>) => {
  const view = asked(change);
  if (!isDrawn(view)) throw new Error("not a drawn input");
  return view;
};
const point = drawnOf({ type: "point" });
const rings = drawnOf({ type: "rings", max: 12, rings: ["closest", "close", "around me"], marks: ["gives", "mixed"] });
const points = drawnOf({ type: "line", mode: "points", max: 6 });
const curve = drawnOf({ type: "line", mode: "curve", max: 60 });
const all: Sent[] = ["ring", "mark", "x", "y"];
const person = (change: Partial<Person> = {}): Person => ({ name: "Jo", ring: 0, mark: null, angle: 90, ...change });

describe("what travels of a drawing", () => {
  it.each([
    [-3, 0],
    [0.49, 0],
    [9.5, 10],
    [19.6, 20],
    [99, 20],
  ])("rounds %d to step %d of the grid", (value, step) => expect(toStep(value)).toBe(step));

  it("is a rounded place", () =>
    expect(toAnswer(point, all, { ...NOTHING_DRAWN, point: { x: 13.4, y: 2.6 } })).toEqual({ t: "point", x: 13, y: 3 }));

  it("is ring and mark, never a name or an angle, and not who was placed first", () => {
    const people = [person({ name: "Secret", ring: 2, mark: 1, angle: 33 }), person({ name: "Mum", ring: 0 })];
    const answer = toAnswer(rings, all, { ...NOTHING_DRAWN, rings: people });
    expect(answer).toEqual({ t: "rings", dots: [{ ring: 0, mark: null }, { ring: 2, mark: 1 }] });
    expect(JSON.stringify(answer)).not.toMatch(/Secret|Mum|33/);
  });

  it("has no mark where only rings are sent", () =>
    expect(toAnswer(rings, ["ring"], { ...NOTHING_DRAWN, rings: [person({ mark: 1 })] })).toEqual({ t: "rings", dots: [{ ring: 0, mark: null }] }));

  it("has no ring where only marks are sent", () =>
    expect(toAnswer(rings, ["mark"], { ...NOTHING_DRAWN, rings: [person({ ring: 2, mark: 1 })] })).toEqual({ t: "rings", dots: [{ ring: 0, mark: 1 }] }));

  it("never holds more people than the map", () => {
    const answer = toAnswer(rings, all, { ...NOTHING_DRAWN, rings: Array.from({ length: 30 }, () => person()) });
    expect(answer.t === "rings" && answer.dots.length).toBe(12);
  });

  it("is points from left to right, without words", () => {
    const line = [
      { x: 15.2, y: 4, words: "the move" },
      { x: 2, y: 18.7, words: "" },
    ];
    const answer = toAnswer(points, all, { ...NOTHING_DRAWN, line });
    expect(answer).toEqual({ t: "line", points: [{ x: 2, y: 19 }, { x: 15, y: 4 }] });
    expect(toAnswer(points, ["x"], { ...NOTHING_DRAWN, line })).toEqual({ t: "line", points: [{ x: 2, y: null }, { x: 15, y: null }] });
    expect(toAnswer(points, ["y"], { ...NOTHING_DRAWN, line })).toEqual({ t: "line", points: [{ x: 0, y: 19 }, { x: GRID, y: 4 }] });
  });

  it("spreads places evenly where only heights are sent, as the server does", () => {
    const line = [1, 2, 3, 4, 5, 6].map((x) => ({ x, y: 10, words: "" }));
    const answer = toAnswer(points, ["y"], { ...NOTHING_DRAWN, line });
    expect(answer.t === "line" && answer.points.map(({ x }) => x)).toEqual([0, 4, 8, 12, 16, 20]);
    const four = toAnswer(points, ["y"], { ...NOTHING_DRAWN, line: line.slice(0, 4) });
    expect(four.t === "line" && four.points.map(({ x }) => x)).toEqual([0, 7, 13, 20]);
  });

  it("has one place per step of a drawn curve, whatever was drawn", () => {
    const random = chance(7);
    for (let round = 0; round < 200; round += 1) {
      const stroke = Array.from({ length: 40 }, () => ({ x: random.next().value * 30 - 5, y: random.next().value * 30 - 5 }));
      const line = redrawn([], stroke, heightsOf(curve));
      expect(line.length).toBeLessThanOrEqual(60);
      const answer = toAnswer(curve, all, { ...NOTHING_DRAWN, line });
      if (answer.t !== "line") throw new Error("not a line");
      const xs = answer.points.map(({ x }) => x);
      expect(new Set(xs).size).toBe(xs.length);
      expect(xs).toEqual(xs.toSorted((a, b) => a - b));
      for (const { x, y } of answer.points) for (const value of [x, y]) expect(Number.isInteger(value) && (value ?? -1) >= 0 && (value ?? 99) <= GRID).toBe(true);
    }
  });
});

describe("what is missing", () => {
  it.each([
    [point, NOTHING_DRAWN, "missing-point"],
    [point, { ...NOTHING_DRAWN, point: { x: 1, y: 1 } }, null],
    [rings, NOTHING_DRAWN, "missing-rings"],
    [points, NOTHING_DRAWN, "missing-line"],
    [points, { ...NOTHING_DRAWN, line: [{ x: 1, y: 1, words: "" }] }, "missing-line-second"],
    [curve, NOTHING_DRAWN, "missing-curve"],
    [curve, { ...NOTHING_DRAWN, line: [{ x: 1, y: 1, words: "" }, { x: 1.2, y: 9, words: "" }] }, "missing-curve-longer"],
    [curve, { ...NOTHING_DRAWN, line: [{ x: 1, y: 1, words: "" }, { x: 9, y: 9, words: "" }] }, null],
  ])("%#", (input, drawn, lacks) => expect(missingDrawn(input, drawn)).toBe(lacks));
});

describe("a page that was kept", () => {
  it("comes back as it was, through JSON", () => {
    const drawn = { ...NOTHING_DRAWN, rings: [person({ name: "סבתא", mark: 1, ring: 2 })] };
    expect(fromKept(rings, JSON.parse(JSON.stringify(drawn)))).toEqual(drawn);
  });

  it.each([null, 7, "x", [], { rings: 4 }, { rings: [null, 3, { ring: "a" }] }, { line: [{ x: 1 }] }, { point: { x: "1", y: 2 } }])("that is %j gives nothing", (kept) => {
    for (const input of [point, rings, points]) expect(fromKept(input, kept)).toEqual(NOTHING_DRAWN);
  });

  it("is cut to what is asked now", () => {
    const kept = { rings: Array.from({ length: 30 }, (_, at) => ({ name: "x".repeat(10_000), ring: at, mark: at, angle: -90 })) };
    const { rings: people } = fromKept(rings, kept);
    expect(people).toHaveLength(12);
    expect(people.every(({ name, ring, angle }) => name.length === 40 && ring <= 2 && angle === 270)).toBe(true);
    expect(people.map(({ mark }) => mark).slice(0, 4)).toEqual([0, 1, null, null]);
  });
});

describe("the map", () => {
  it.each([3, 4])("tells, for any place, one of %d rings, and beside its name", (count) => {
    const random = chance(3);
    for (let round = 0; round < 500; round += 1) {
      const { ring, angle } = nearest({ x: random.next().value * 3 - 1, y: random.next().value * 3 - 1 }, count);
      expect(ring).toBeGreaterThanOrEqual(0);
      expect(ring).toBeLessThan(count);
      const radius = radii(count)[ring] ?? 0;
      expect(Math.min(angle, 360 - angle)).toBeGreaterThanOrEqual(Math.floor(opening(radius)));
      // Put down again where it stands, it stays.
      expect(nearest(placeAt(radius, angle), count).ring).toBe(ring);
    }
  });

  it("takes a drag that ended outside for the outermost ring, and one on me for the innermost", () => {
    expect(nearest({ x: 4, y: 0.5 }, 3)).toEqual({ ring: 2, angle: 90 });
    expect(nearest({ x: 0.5, y: 0.51 }, 3).ring).toBe(0);
  });

  it("finds room on a ring for somebody who was given no place", () => {
    const people: Person[] = [];
    for (let number = 0; number < 12; number += 1) people.push(person({ ring: 1, angle: freeAngle(1, 3, people) }));
    const angles = people.map(({ angle }) => angle).toSorted((a, b) => a - b);
    expect(angles.every((angle, at) => at === 0 || angle - (angles[at - 1] ?? 0) >= 9)).toBe(true);
  });

  it("lets nobody stand on somebody else while the ring has room, and nobody on its name", () => {
    for (const ring of [0, 1, 2]) {
      const radius = radii(3)[ring] ?? 0;
      const people: Person[] = [];
      for (let number = 0; number < 7; number += 1) people.push(person(settled({ ring, angle: 100 }, 3, people)));
      const places = people.map(({ angle }) => placeAt(radius, angle));
      for (const [at, a] of places.entries()) for (const b of places.slice(at + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(0.08);
      expect(people.every(({ angle }) => Math.min(angle, 360 - angle) > opening(radius))).toBe(true);
    }
    const crowd = Array.from({ length: 90 }, (_, at) => person({ angle: at * 4 }));
    expect(settled({ ring: 0, angle: 100 }, 3, crowd)).toEqual({ ring: 0, angle: 100 });
  });

  it("draws every ring with two openings", () => {
    for (const radius of radii(4)) expect(ringPath(radius, 350).match(/M/g)).toHaveLength(2);
  });

  it("gives no two names the same room, and hides what has none", () => {
    const random = chance(11);
    const labels = Array.from({ length: 20 }, () => ({ place: placeAt(radii(3)[Math.floor(random.next().value * 3)] ?? 0, random.next().value * 360), wide: 0.28 }));
    const sides = sidesOf(labels, 0.06, 0.045, ringNames(3, 0.06));
    expect(sides).toHaveLength(20);
    expect(sides).toContain("hidden");
    expect(sides.filter((side) => side !== "hidden").length).toBeGreaterThan(2);
    const crowd = Array.from({ length: 6 }, () => ({ place: { x: 0.5, y: 0.3 }, wide: 0.2 }));
    expect(sidesOf(crowd, 0.06, 0.045)).toEqual(["right", "left", "below", "above", "hidden", "hidden"]);
  });

  it("puts a name outward where it fits, and inward at the edge", () => {
    expect(sidesOf([{ place: { x: 0.7, y: 0.5 }, wide: 0.1 }], 0.06, 0.04)).toEqual(["right"]);
    expect(sidesOf([{ place: { x: 0.95, y: 0.5 }, wide: 0.2 }], 0.06, 0.04)).toEqual(["left"]);
    expect(sidesOf([{ place: { x: 0.3, y: 0.5 }, wide: 0.1 }], 0.06, 0.04)).toEqual(["left"]);
  });
});

describe("a drawn curve", () => {
  const from = (...places: [number, number][]) => places.map(([x, y]) => ({ x, y }));

  it("fills what lies between two samples of a quick finger", () => {
    const line = redrawn([], from([0, 0], [20, 20]), 21);
    expect(line).toHaveLength(21);
    expect(line.every(({ x, y }) => x === y)).toBe(true);
  });

  it("is redrawn only where the new stroke passed", () => {
    const flat = redrawn([], from([0, 5], [20, 5]), 21);
    const again = redrawn(flat, from([8, 15], [12, 15]), 21);
    expect(again.filter(({ y }) => y === 15).map(({ x }) => x)).toEqual([8, 9, 10, 11, 12]);
    expect(again.filter(({ y }) => y === 5)).toHaveLength(16);
  });

  it("counts the last pass where a finger goes back and forth", () =>
    expect(heightAt(redrawn([], from([0, 2], [20, 2], [0, 18]), 21), 0)).toBe(18));

  it("joins a second stroke that begins elsewhere", () => {
    const line = redrawn(redrawn([], from([0, 0], [4, 0]), 21), from([16, 20], [20, 20]), 21);
    expect(line).toHaveLength(21);
    expect(heightAt(line, 10)).toBeCloseTo(10, 0);
  });

  it("ends at the border where the finger left it", () => {
    const line = redrawn([], from([-5, 25], [30, -4]), 21);
    expect(line.every(({ x, y }) => x >= 0 && x <= GRID && y >= 0 && y <= GRID)).toBe(true);
  });

  it("bends at one place with its neighbours, and nowhere else", () => {
    const flat = redrawn([], from([0, 10], [20, 10]), 21);
    const line = bent(flat, 8, 20, 4, 21);
    expect(heightAt(line, 8)).toBe(20);
    expect(heightAt(line, 6)).toBe(15);
    expect([0, 4, 12, 20].map((x) => heightAt(line, x))).toEqual([10, 10, 10, 10]);
  });

  it("reaches the edge where a finger began beside it, and says the height there", () => {
    expect([0.5, 1, 19, 19.5].map((x) => toEdge({ x, y: 3 }).x)).toEqual([0, 1, 19, GRID]);
    const line = from([1, 4], [15, 8]);
    expect([0, 15, 17, 18].map((x) => heightNear(line, x, 2))).toEqual([4, 8, 8, null]);
  });

  it("keeps every height of an earlier page with fewer of them", () =>
    expect(redrawn(from([0, 1], [7, 9], [20, 3]), [], 60)).toHaveLength(60));

  it("is a path without holes, and nothing where nothing was drawn", () => {
    expect(pathThrough([], 350, 240)).toBe("");
    expect(pathThrough(from([0, 0], [10, 20], [20, 0]), 350, 240)).not.toContain("NaN");
  });
});
