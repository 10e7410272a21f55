import { describe, expect, test } from "vitest";

import { GRID, type LineSlot } from "../../wire";
import { HEIGHT, WIDTH, runsOf, strokeOf } from "../linePlan";
import { SIDE, arcPath, arcsOf, dotsOn } from "../ringsPlan";

const slot = (median: number | null): LineSlot => ({ level: median === null ? null : "middle", median });
const stands = ({ level }: LineSlot) => level !== null;

describe("the middle of all lines", () => {
  test("stands in the middle of each sixth, the highest median at the top, inside the drawing", () => {
    const [run] = runsOf([slot(0), slot(GRID), slot(10), slot(5), slot(5), slot(5)], stands);
    expect(run?.map(({ x }) => x)).toEqual([60, 180, 300, 420, 540, 660]);
    const [low, high] = run ?? [];
    expect(high?.y).toBeLessThan(low?.y ?? 0);
    for (const { y } of run ?? []) expect(y).toBeGreaterThan(0);
    for (const { y } of run ?? []) expect(y).toBeLessThan(HEIGHT);
  });

  test("is cut where too few pass, and never bridges the gap", () => {
    const runs = runsOf([slot(3), slot(3), slot(null), slot(9), slot(null), slot(9)], stands);
    expect(runs.map((run) => run.length)).toEqual([2, 1, 1]);
    expect(runs.map(strokeOf).join("")).not.toContain("C300");
  });

  test("stays inside the drawing at both ends", () => {
    const [run = []] = runsOf([slot(3), slot(3), slot(3), slot(3), slot(3), slot(3)], stands);
    expect(strokeOf(run)).toMatch(/^M22 /);
    expect(strokeOf(run)).toMatch(new RegExp(`H${WIDTH - 22}$`));
  });

  test("of nothing is no stroke", () => expect(strokeOf([])).toBe(""));
});

describe("rings", () => {
  test("are inside each other, open at the top, and inside the drawing", () => {
    const arcs = arcsOf(3);
    expect(arcs.map(({ radius }) => radius)).toEqual([72, 127, 182]);
    for (const { radius, gap } of arcs) {
      expect(gap).toBeGreaterThan(0.2);
      expect(radius).toBeLessThan(SIDE / 2);
    }
    expect(arcPath(arcs[2]!)).toMatch(/^M.+A182 182 0 1 1 /);
  });

  test.each([1, 9, 24, 60])("hold %i dots that do not touch", (count) => {
    for (const arc of arcsOf(4)) {
      const { dots, size } = dotsOn(arc, count);
      expect(dots).toHaveLength(count);
      const [one, other] = dots;
      if (one && other) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(2 * size);
    }
  });
});
