import { effect } from "@preact/signals";
import { render } from "@testing-library/preact";
import { createElement } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { secondsText, SessionClock, untilNextSecond, useTick } from "../clock";
import { createStore } from "../store";
import type { ToPage } from "../wire";
import { firstView, seatView, sharedView, welcome } from "./views";

describe("the store", () => {
  it("shows the parts of a batch together, at its end", () => {
    const store = createStore();
    const seen: [string | undefined, string | undefined][] = [];
    const stop = effect(() => void seen.push([store.shared.value?.title, store.seat.value?.alias]));
    for (const message of firstView()) store.apply(message);
    stop();
    expect(seen).toEqual([
      [undefined, undefined],
      ["First circle", "River"],
    ]);
    expect(store.help.value).toContain("0800");
    expect(store.role.value).toBe("participant");
  });

  it("forgets half a batch when a new line begins", () => {
    const store = createStore();
    firstView().forEach(store.apply);
    store.apply({ t: "seat", body: seatView({ state: "left" }) });
    store.apply(welcome());
    store.apply({ t: "at", position: "p2" });
    expect(store.seat.value?.state).toBe("here");
  });

  it("refuses what is not a message of this version", () => {
    expect(() => createStore().apply({ t: "surprise" } as unknown as ToPage)).toThrow("surprise");
  });
});

describe("the session's clock", () => {
  let wall = 0;
  const clock = (): SessionClock => new SessionClock(() => wall);
  beforeEach(() => {
    wall = 50_000;
  });

  it("runs from what the server said, at its pace", () => {
    const session = clock();
    session.set(10_000, 5);
    wall += 2000;
    expect(session.now()).toBe(20_000);
    expect(session.left({ endsAt: 21_500, left: null })).toBe(1500);
    expect(session.left({ endsAt: 100, left: null })).toBe(0);
    expect(session.left({ endsAt: null, left: 700 })).toBe(700);
    expect(session.left({ endsAt: null, left: null })).toBeNull();
  });

  it("is put right by a beat only where it is clearly wrong", () => {
    const session = clock();
    session.set(10_000, 1);
    session.correct(10_900);
    expect(session.now()).toBe(10_000);
    session.correct(40_000);
    expect(session.now()).toBe(40_000);
  });

  it.each([
    [112_000, "1:52"],
    [111_001, "1:52"],
    [59_000, "0:59"],
    [1, "0:01"],
    [0, "0:00"],
    [3_600_000, "60:00"],
  ])("shows %i as %s", (ms, text) => expect(secondsText(ms)).toBe(text));

  it("turns the page exactly when the shown second changes, at most four times a second", () => {
    expect(untilNextSecond(112_000, 1)).toBe(1001);
    expect(untilNextSecond(111_400, 1)).toBe(401);
    expect(untilNextSecond(111_900, 20)).toBe(250);
  });

  describe("as a hook", () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    it("renders once per shown second and stops at zero", () => {
      const session = new SessionClock(() => Date.now());
      session.set(0, 1);
      const shown: string[] = [];
      const of = { endsAt: 2500, left: null };
      const Shown = () => {
        shown.push(secondsText(useTick(session, of) ?? -1));
        return null;
      };
      render(createElement(Shown, {}));
      for (let second = 0; second < 5; second += 1) act(() => void vi.advanceTimersByTime(1000));
      expect([...new Set(shown)]).toEqual(["0:03", "0:02", "0:01", "0:00"]);
      expect(shown.length).toBeLessThanOrEqual(6);
    });
  });
});

it("a view without a stage is a lobby", () => expect(sharedView().phase).toBe("lobby"));
