/** A check-in on the console and the shared screen: one tap, one key, words for the group. */
import { act, fireEvent, screen as page } from "@testing-library/preact";
import { afterEach, describe, expect, test } from "vitest";

import type { CheckInView, FeelingView } from "../../realtime/client/wire";
import { desk, screen, shared } from "./fixtures";
import { cleanup, openConsole, openScreen, press, show, stumbles } from "./house";
import { MOMENTS } from "./moments";

afterEach(cleanup);

const felt = (feeling: FeelingView["feeling"], changes: Partial<FeelingView> = {}): FeelingView => ({ feeling, low: null, high: null, earlier: false, trend: null, ...changes });
const asked = (changes: Partial<CheckInView> = {}, feelings: FeelingView[] = [felt("mood"), felt("energy"), felt("safety")]) => ({
  ...MOMENTS.writing,
  shared: { ...MOMENTS.writing.shared, checkIn: 1 },
  desk: { ...MOMENTS.writing.desk, checkIn: { number: 1, open: true, feelings, changes: 3, ...changes } },
});
const click = (name: string | RegExp) => act(() => void fireEvent.click(page.getByRole("button", { name })));
const text = () => page.getByRole("heading", { name: "Check-in" }).closest("section")?.textContent ?? "";
const wishes = ({ sent }: ReturnType<typeof openConsole>) => sent.map(({ command }) => command);

describe("on the console", () => {
  test.each([false, true])("it is opened and closed by one tap, on a phone: %s", async (narrow) => {
    const console = openConsole("writing", { narrow });
    await click("Ask how people are I");
    await act(() => show(console.store, asked()));
    expect(text()).toContain("Open");
    await click("Close the check-in I");
    expect(wishes(console)).toEqual([
      { t: "open_check_in", after: 0 },
      { t: "close_check_in", checkIn: 1 },
    ]);
    expect(await stumbles(console.container)).toEqual([]);
  });

  test("it is opened and closed by a key, which the list of keys names", async () => {
    const console = openConsole("writing");
    await act(() => void press("i"));
    await act(() => show(console.store, asked()));
    await act(() => void press("i"));
    expect(wishes(console).map(({ t }) => t)).toEqual(["open_check_in", "close_check_in"]);
    await act(() => void press("?"));
    expect(page.getByRole("dialog").textContent).toContain("Open or close a check-in");
  });

  test("whoever did not open it is told that it is open", async () => {
    const console = openConsole("writing");
    await act(() => show(console.store, asked()));
    expect(page.getAllByRole("status").map(({ textContent }) => textContent)).toContain("A check-in is open on all phones.");
  });

  test("it says from how many people on there are words, each of the three by itself", () => {
    openConsole(asked({}, [felt("mood", { low: "few", high: "most" }), felt("energy"), felt("safety")]));
    expect(text()).toContain("Few heavy, most light.");
    expect(text().match(/Shown once 5 people have answered/g)).toHaveLength(2);
    expect(text()).not.toMatch(/\d+ (of|people) (heavy|light)/);
  });

  test("words of an earlier check-in say so, and the trend is words", () => {
    openConsole(asked({ number: 2 }, [felt("mood", { low: "mixed", high: "few", earlier: true }), felt("energy", { low: "few", high: "mixed", trend: "higher" }), felt("safety")]));
    expect(text()).toContain("from earlier");
    expect(text()).toContain("Other words come once 5 have answered, 3 of them otherwise than then.");
    expect(text()).toContain("higher than before");
  });

  test.each([
    ["few", false],
    ["mixed", true],
    ["most", true],
  ] as const)("where %s are on guard something for everybody is offered: %s", async (low, offered) => {
    const console = openConsole(asked({}, [felt("mood"), felt("energy"), felt("safety", { low, high: "few" })]));
    expect(text().includes("What can help everybody, without asking who")).toBe(offered);
    if (!offered) return;
    await click("A note about help");
    expect(page.getByRole<HTMLTextAreaElement>("textbox").value).toContain("Help is on top of this page");
    expect(wishes(console)).toEqual([]);
    await click("Show it");
    expect(wishes(console).map(({ t }) => t)).toEqual(["send_note"]);
    expect(await stumbles(console.container)).toEqual([]);
  });

  test("nothing names anybody", () => {
    openConsole(asked({}, [felt("mood", { low: "most", high: "few" }), felt("energy"), felt("safety", { low: "most", high: "few" })]));
    for (const { alias } of desk().people) expect(text()).not.toContain(alias);
  });
});

describe("on the shared screen", () => {
  test.each([
    ["in the lobby", { phase: "lobby", activity: null, stage: null }],
    ["while it is calm", { calm: true }],
    ["beside a question", { stage: MOMENTS.writing.shared.stage }],
  ] as const)("it is said that one is open, and nothing else, %s", (_when, changes) => {
    const { container } = openScreen({ ...asked({}, [felt("mood", { low: "most", high: "few" })]), shared: shared({ ...changes, checkIn: 1 }), screen: screen() });
    expect(container.textContent).toContain("A check-in is open on your phone");
    expect(container.textContent).not.toContain("heavy");
  });

  test("not after it was closed, and not after the end", () => {
    const { container, store } = openScreen({ ...MOMENTS.writing });
    expect(container.textContent).not.toContain("check-in");
    act(() => show(store, { ...MOMENTS.writing, shared: shared({ phase: "ended", checkIn: 1 }) }));
    expect(container.textContent).not.toContain("check-in");
  });
});
