import { cleanup, render } from "@testing-library/preact";
import { afterEach, describe, expect, test, vi } from "vitest";

import { SessionClock } from "../../realtime/client/clock";
import { breathAt, eased } from "../src/screen/breath";
import type { PacerView } from "../../realtime/client/wire";
import { Pacer } from "../src/screen/Pacer";
import { strings } from "../src/strings";

const t = strings();
const BEGAN = 50_000;
const PACER: PacerView = { breatheIn: 4, breatheOut: 6, cycles: 2, began: BEGAN };

describe("a breath pacer", () => {
  test.each([
    [0, { phase: "in", size: 0, cycle: 0, turn: 4000 }],
    [2000, { phase: "in", size: 0.5, cycle: 0, turn: 2000 }],
    [4000, { phase: "out", size: 1, cycle: 0, turn: 6000 }],
    [7000, { phase: "out", size: 0.5, cycle: 0, turn: 3000 }],
    [10_000, { phase: "in", size: 0, cycle: 1, turn: 4000 }],
    [20_000, { phase: "over" }],
  ])("%i ms after it began is where its seconds say", (since, breath) => expect(breathAt(PACER, BEGAN + since)).toEqual(breath));

  test("waits until somebody starts it", () => expect(breathAt({ ...PACER, began: null }, 1e9)).toEqual({ phase: "before" }));

  test("has not begun during its lead, like on the phones", () => expect(breathAt(PACER, BEGAN - 2600)).toEqual({ phase: "before", turn: 2600 }));

  test("goes slowly at both ends", () => {
    expect([eased(0), eased(0.5), eased(1)].map((size) => Math.round(size * 100) / 100)).toEqual([0, 0.5, 1]);
    expect(eased(0.1)).toBeLessThan(0.1);
  });
});

describe("its picture", () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  function shown(since: number, reduced: boolean) {
    vi.stubGlobal("matchMedia", () => ({ matches: reduced, addEventListener: () => undefined, removeEventListener: () => undefined }));
    const clock = new SessionClock(() => 0);
    clock.set(BEGAN + since, 1);
    return render(<Pacer pacer={PACER} clock={clock} t={t} />).container;
  }

  test("is a circle as wide as the breath at that moment, with the word beside it", () => {
    const radius = (since: number) => Number(shown(since, false).querySelector(".breath")?.getAttribute("r"));
    expect(radius(4000)).toBe(176);
    cleanup();
    expect(radius(0)).toBe(62);
    expect(document.querySelector(".pacer-word")?.textContent).toBe("in");
  });

  test.each([false, true])("says that it begins in a moment, and looks again when it does (reduced motion: %s)", (reduced) => {
    vi.useFakeTimers();
    const container = shown(-2600, reduced);
    expect(container.textContent).toContain("We begin in a moment.");
    expect(vi.getTimerCount()).toBeGreaterThan(0);
    vi.useRealTimers();
  });

  test("with reduced motion is a word and a bar, and nothing that moves", () => {
    const container = shown(7000, true);
    expect(container.querySelector("svg")).toBeNull();
    expect(container.querySelector(".pacer-word")?.textContent).toBe("out");
    expect(container.querySelector<HTMLElement>(".pacer-bar i")?.style.getPropertyValue("--reach")).toBe("50%");
  });

  test("tells listeners once how it goes, and gives no command with every breath", () => {
    const container = shown(7000, true);
    expect(container.querySelector("figcaption")?.textContent).toContain("A circle widens for 4 seconds and narrows for 6 seconds, 2 times.");
    expect(container.querySelector(".pacer-word")?.getAttribute("aria-hidden")).toBe("true");
    expect(container.querySelector("[role=status], [aria-live]")).toBeNull();
  });

  test("ends by itself", () => expect(shown(21_000, false).textContent).toContain("Back to your own breath."));
});
