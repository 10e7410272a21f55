import { renderHook } from "@testing-library/preact";
import { afterEach, describe, expect, test, vi } from "vitest";

import { keptIn } from "../../realtime/client/storage";
import { stepEnded, useTurnBell, useWarnings } from "../src/bell";
import { followLinks, takeSecret, trade } from "../src/link";
import { AT_ONCE, columnsIn, layoutOf } from "../src/screen/pages";
import { firstToEnd, shortTitle } from "../src/words";
import { WALL_CARDS, rooms } from "./fixtures";

const answer = (status: number, body: unknown) => vi.fn<typeof fetch>(() => Promise.resolve(Response.json(body, { status })));

const long = (count: number) => Array.from({ length: count }, (_, id) => ({ id: String(id), text: "word ".repeat(28), veils: [], note: "", resonance: null, replyTo: null }));

afterEach(() => history.replaceState(null, "", "/"));

describe("a title in the plan", () => {
  test.each([
    ["Right now I am...", "Right now I am..."],
    ["One hope or one hesitation. No names, no places.", "One hope or one hesitation."],
    ["I am here because of... (choose up to three)", "I am here because of..."],
    ["Take turns: what brings you here, and what do you bring?", "Take turns: what brings you here, and…"],
    ["x".repeat(41), `${"x".repeat(40)}…`],
    ["", ""],
  ])("%j is %j", (title, short) => {
    expect(shortTitle(title)).toBe(short);
  });
});

describe("the printed link", () => {
  test("its secret leaves the address and stays with the tab", () => {
    const kept = keptIn(() => sessionStorage);
    history.replaceState(null, "", "/console#secret");
    expect(takeSecret("console", kept)).toBe("secret");
    expect(location.href).not.toContain("secret");
    expect(takeSecret("console", kept)).toBe("secret");
    expect(takeSecret("screen", kept)).toBeNull();
  });

  test("of another session, opened in a tab that shows this page, begins the page anew with its own secret", async () => {
    const kept = keptIn(() => sessionStorage);
    history.replaceState(null, "", "/console#first");
    takeSecret("console", kept);
    const beginAnew = vi.fn<() => void>();
    const stop = followLinks("console", kept, beginAnew);
    const heard = new Promise((resolve) => window.addEventListener("hashchange", resolve, { once: true }));
    location.hash = "second";
    await heard;
    expect(beginAnew).toHaveBeenCalledTimes(1);
    expect(takeSecret("console", kept)).toBe("second");
    expect(location.href).not.toContain("second");
    window.dispatchEvent(new HashChangeEvent("hashchange"));
    expect(beginAnew).toHaveBeenCalledTimes(1);
    stop();
  });

  test("is traded for a ticket, goes out in the body only, and ends with its session", async () => {
    const good = answer(200, { ticket: "t" });
    expect(await trade("secret", good)).toEqual({ t: "ticket", ticket: "t" });
    expect(String(good.mock.calls[0]?.[0])).toBe("/api/ticket");
    expect(good.mock.calls[0]?.[1]?.body).toBe('{"secret":"secret"}');
    expect(await trade("secret", answer(404, { error: "link_ended" }))).toBeNull();
    await expect(trade("secret", answer(429, {}))).rejects.toThrow("429");
  });
});

/** In em: a 16:9 screen, a 4:3 screen. */
const WIDE = 59.9;
const NARROW = 44.9;

describe("the wall", () => {
  test("holds at most twelve cards on a page, fewer when they are long, and every card once", () => {
    for (const cards of [WALL_CARDS, long(25), []]) {
      const { pages } = layoutOf(cards, WIDE);
      expect(new Set(pages.flat(2))).toEqual(new Set(cards));
      expect(pages.flat(2)).toHaveLength(cards.length);
      for (const page of pages) {
        expect(page.flat().length).toBeLessThanOrEqual(AT_ONCE);
        expect(page.length).toBeLessThanOrEqual(4);
      }
    }
    expect(layoutOf(long(12), WIDE).pages.length).toBeGreaterThan(1);
  });

  test.each(Array.from({ length: 22 }, (_, index) => index + 3))("of %i cards has no empty column and no page with a card or two left over", (count) => {
    const cards = Array.from({ length: count }, (_, index) => ({ ...WALL_CARDS[index % WALL_CARDS.length]!, id: String(index) }));
    for (const width of [WIDE, NARROW]) {
      const { pages } = layoutOf(cards, width);
      const sizes = pages.map((page) => page.flat().length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      for (const page of pages) {
        const inColumns = page.map((column) => column.length);
        expect(Math.min(...inColumns)).toBeGreaterThan(0);
        expect(Math.max(...inColumns) - Math.min(...inColumns)).toBeLessThanOrEqual(2);
      }
    }
  });

  test("is set larger where fewer cards stand, and never smaller than the screen's own size", () => {
    const sizes = [3, 6, 8, 13].map((count) => layoutOf(WALL_CARDS.slice(0, count), WIDE).size);
    expect(sizes[0]).toBeGreaterThanOrEqual(1.3);
    expect(sizes.at(-1)).toBeGreaterThanOrEqual(1);
    expect(sizes).toEqual(sizes.toSorted((one, other) => other - one));
  });

  test("a card longer than a column still has its page", () => {
    expect(layoutOf([{ ...WALL_CARDS[0]!, text: "word ".repeat(400) }, WALL_CARDS[1]!], 12).pages).toHaveLength(2);
  });

  test("columns follow the shape of the screen", () => {
    expect([columnsIn(68.4), columnsIn(51.3), columnsIn(38), columnsIn(10)]).toEqual([4, 3, 2, 1]);
  });
});

describe("the bell", () => {
  test("rings when a step ends, once for all rooms, and not when rooms are formed or gone", () => {
    expect(stepEnded(rooms("running", "Speaker has the time"), rooms("running", "Thank you"))).toBe(true);
    expect(stepEnded(rooms("gathering"), rooms("running", "Arrive"))).toBe(true);
    expect(stepEnded(rooms("running", "Thank you"), rooms("finished"))).toBe(true);
    expect(stepEnded(rooms("formed"), rooms("gathering"))).toBe(false);
    expect(stepEnded(rooms("running", "Arrive"), rooms("running", "Arrive"))).toBe(false);
    expect(stepEnded(rooms("running", "Arrive"), [])).toBe(false);
    const close = rooms("running", "Arrive").map((room) => Object.assign(room, { ending: true }));
    expect(stepEnded(rooms("running", "Arrive"), close)).toBe(true);
    expect(stepEnded(close, close)).toBe(false);
  });
});

test("the bell of a round rings once for each turn that comes to zero while it is watched, and only when it is on", () => {
  const sound = vi.fn<() => void>();
  const { rerender } = renderHook(({ turn, left, on }) => useTurnBell(turn, left, on, sound), {
    initialProps: { turn: 1 as number | null, left: 0 as number | null, on: true },
  });
  expect(sound).not.toHaveBeenCalled();
  rerender({ turn: 2, left: 900, on: true });
  rerender({ turn: 2, left: 0, on: true });
  rerender({ turn: 2, left: 0, on: true });
  expect(sound).toHaveBeenCalledTimes(1);
  rerender({ turn: 3, left: 900, on: false });
  rerender({ turn: 3, left: 0, on: false });
  rerender({ turn: null, left: 0, on: true });
  expect(sound).toHaveBeenCalledTimes(1);
});

test("a step is heard of a minute and ten seconds before its end, once each, and not where it is short", () => {
  const warn = vi.fn<(seconds: number) => void>();
  const { rerender } = renderHook(({ step, left }) => useWarnings(step, left, warn), { initialProps: { step: "talk" as string | null, left: 120_000 as number | null } });
  const at = (step: string | null, left: number | null) => rerender({ step, left });
  for (const left of [61_000, 60_000, 59_000, 11_000, 10_000, 9_000, 0]) at("talk", left);
  expect(warn.mock.calls).toEqual([[60], [10]]);
  for (const left of [20_000, 10_000, 0]) at("thank you", left);
  expect(warn).toHaveBeenCalledTimes(2);
  // Seventy seconds end without the word about a minute, and with the one about ten seconds.
  for (const left of [70_000, 60_000, 10_000]) at("and you", left);
  expect(warn.mock.calls.slice(2)).toEqual([[10]]);
  // A page that is opened in the middle says nothing of what has passed.
  at(null, null);
  at("close", 9_000);
  expect(warn).toHaveBeenCalledTimes(3);
});

test("the clock of all rooms is the one that ends first", () => {
  const [one, two] = rooms("running", "Arrive");
  const sooner = { ...two!, clock: { endsAt: 1, left: null } };
  expect(firstToEnd([one!, sooner])).toBe(sooner);
  expect(firstToEnd(rooms("formed"))).toBeNull();
  const still = { ...two!, clock: { endsAt: null, left: 5 } };
  expect(firstToEnd([one!, still])).toBe(one);
  expect(firstToEnd([still])).toBe(still);
  const waits = { ...two!, state: "formed" as const, clock: { endsAt: 1, left: null } };
  expect(firstToEnd([one!, waits])).toBe(one);
  expect(firstToEnd([waits])).toBe(waits);
});
