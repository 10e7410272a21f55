/** Cards on the console: read, decided by keys, taken back, and never by accident. */

import { act, fireEvent, screen as page } from "@testing-library/preact";
import { afterEach, describe, expect, test, vi } from "vitest";

import type { ConsoleView } from "../../realtime/client/wire";
import { cardId, queue } from "./fixtures";
import { cleanup, openConsole, press, show, stumbles } from "./house";
import { MOMENTS, type Moment } from "./moments";

afterEach(cleanup);

const click = (name: string | RegExp) => act(() => void fireEvent.click(page.getByRole("button", { name })));
const key = (name: string) => act(() => void press(name, document.activeElement ?? document.body));
const write = (field: Element, value: string) => act(() => void fireEvent.input(field, { target: { value } }));
const wishes = ({ sent }: ReturnType<typeof openConsole>) => sent.map(({ command }) => command);
const withDesk = (moment: Moment, changes: Partial<ConsoleView>): Moment => ({ ...moment, desk: { ...moment.desk, ...changes } });

describe("cards", () => {
  test("a key that is pressed once too often takes nothing off the wall", async () => {
    const console = openConsole(withDesk(MOMENTS.moderating, { queue: queue("waiting", "released", "released") }));
    await key("m");
    await key("x");
    await act(() => show(console.store, withDesk(MOMENTS.moderating, { queue: queue("hidden", "released", "released") })));
    expect(document.activeElement?.tagName).toBe("H1");
    await key("x");
    expect(wishes(console)).toEqual([{ t: "hide_card", run: 4, card: cardId(0) }]);
  });

  test("what was just done stands there with its way back, and takes no focus", async () => {
    const console = openConsole(withDesk(MOMENTS.moderating, { queue: queue("waiting", "waiting") }));
    await key("m");
    await key("v");
    await click("Loss");
    await act(async () => console.sent[0]?.answer({ done: true }));
    const toast = console.container.querySelector(".undo-just");
    expect(toast?.textContent).toContain("Veiled.");
    expect(toast?.contains(document.activeElement)).toBe(false);
    expect(console.container.querySelector('[role="status"]')?.textContent).toBe("Veiled.");
    expect(await stumbles(console.container)).toEqual([]);
    await key("u");
    expect(wishes(console).at(-1)).toEqual({ t: "veil_card", run: 4, card: cardId(0), veil: null });
    await act(() => show(console.store, withDesk(MOMENTS.moderating, { queue: queue("waiting") })));
    await act(async () => console.sent[1]?.answer({ done: true }));
    expect(console.container.querySelector(".undo-just")).toBeNull();
  });

  test("it leaves after ten seconds, but not from under the focus", async () => {
    vi.useFakeTimers();
    const console = openConsole(withDesk(MOMENTS.moderating, { queue: queue("approved", "waiting") }));
    await act(() => console.doing.act({ t: "approve_card", run: 4, card: cardId(0), rewrites: 0, seen: "waiting" }));
    await act(async () => console.sent[0]?.answer({ done: true }));
    const undo = () => console.container.querySelector<HTMLElement>('[data-name="undo-just"]');
    await act(() => undo()?.focus());
    await act(() => void vi.advanceTimersByTime(10_000));
    expect(undo()).not.toBeNull();
    await act(() => undo()?.blur());
    await act(() => void vi.advanceTimersByTime(10_000));
    expect(undo()).toBeNull();
    vi.useRealTimers();
  });

  test("R returns a card with a note, without saying whose it is, and no key works while it is written", async () => {
    const console = openConsole("moderating");
    await key("m");
    await key("r");
    const note = page.getByRole("textbox");
    expect(document.activeElement).toBe(note);
    expect(page.getByRole("dialog").textContent).toContain("You will not learn who it is");
    await key("x");
    await click("Return the card");
    expect(wishes(console)).toEqual([]);
    await write(note, "Could this be broader?");
    await click("Return the card");
    expect(wishes(console)).toEqual([{ t: "return_card", run: 4, card: cardId(0), note: "Could this be broader?", seen: "waiting" }]);
  });

  test("the focus stays among the cards when a returned one leaves", async () => {
    const { store, sent } = openConsole("moderating");
    await key("m");
    await key("r");
    await write(page.getByRole("textbox"), "Broader?");
    await click("Return the card");
    await act(async () => sent[0]?.answer({ done: true }));
    await act(() => show(store, withDesk(MOMENTS.moderating, { queue: queue("returned", "waiting", "waiting") })));
    expect(document.activeElement?.closest("[data-card]")?.getAttribute("data-card")).toBe(cardId(1));
  });

  test("V puts a veil on, or takes it off", async () => {
    const console = openConsole("veiled");
    await key("m");
    await key("v");
    await click("Loss");
    await key("j");
    await key("v");
    await click("No veil");
    expect(wishes(console)).toEqual([
      { t: "veil_card", run: 4, card: cardId(0), veil: "loss" },
      { t: "veil_card", run: 4, card: cardId(1), veil: null },
    ]);
  });

  test("F features a card of the wall, and shows all again", async () => {
    const console = openConsole("veiled");
    await key("m");
    for (let steps = 0; steps < 4; steps += 1) await key("j");
    await key("f");
    await key("j");
    await key("f");
    expect(wishes(console)).toEqual([
      { t: "feature_card", run: 4, card: null },
      { t: "feature_card", run: 4, card: cardId(5) },
    ]);
  });

  test("U takes the last decision back", async () => {
    const console = openConsole("moderating");
    await key("m");
    await key("x");
    await act(() => show(console.store, withDesk(MOMENTS.moderating, { queue: queue("hidden", "waiting", "waiting") })));
    await key("u");
    expect(wishes(console)).toEqual([
      { t: "hide_card", run: 4, card: cardId(0) },
      { t: "reconsider_card", run: 4, card: cardId(0), seen: "hidden" },
    ]);
  });

  test("every state and mark stands there in words", () => {
    const { container } = openConsole("veiled");
    for (const words of ["returned with a note", "large on the screen", "on the wall", "hidden", "Veiled: loss", "late: goes out with the whole wall"])
      expect(container.textContent).toContain(words);
  });
});
