import { expect, it } from "vitest";

import { inFours } from "../code";

it.each([
  ["M7QK4RWT", "M7QK 4RWT"],
  ["M7QK4RWT2A", "M7QK 4RWT 2A"],
  ["M7QK4RWT2ABC", "M7QK 4RWT 2ABC"],
  ["", ""],
])("%s stands in fours", (code, shown) => expect(inFours(code)).toBe(shown));
