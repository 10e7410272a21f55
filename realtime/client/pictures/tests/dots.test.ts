import { describe, expect, test } from "vitest";

import { WIDTH, dotPlan, middleStep } from "../dots";

describe("the dots", () => {
  test.each([
    [[1, 2, 2, 1, 3, 2, 1]],
    [[0, 0, 0, 0, 0]],
    [[30, 0, 0, 1, 0, 0, 9]],
    [[200, 0, 0, 0, 0]],
    [[40, 40, 40, 40, 40, 0, 0]],
  ])("of %j stay inside the drawing and never touch each other", (counts) => {
    const { dots, radius, height } = dotPlan(counts);
    expect(dots).toHaveLength(counts.reduce((sum, count) => sum + count, 0));
    expect(height).toBeLessThanOrEqual(240.001);
    for (const { x, y } of dots) {
      expect(x - radius).toBeGreaterThanOrEqual(0);
      expect(x + radius).toBeLessThanOrEqual(WIDTH);
      expect(y + radius).toBeLessThanOrEqual(height + 0.001);
    }
    const near = dots.some((one, index) => dots.slice(index + 1).some((other) => Math.hypot(one.x - other.x, one.y - other.y) < 2 * radius));
    expect(near).toBe(false);
  });

  test("the bracket stands under the middle answer, or between two", () => {
    expect(middleStep([0, 3, 0])).toBe(1);
    expect(middleStep([1, 0, 1])).toBe(1);
    expect(middleStep([2, 2])).toBe(0.5);
    expect(middleStep([0, 0])).toBeNull();
  });
});
