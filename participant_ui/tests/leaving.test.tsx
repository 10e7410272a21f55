/** A pause before a long card leaves: nothing goes out in it, it can be taken back, and a card is never lost to it. */
import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { settled } from "../../realtime/client/tests/ends";
import { seatView, wallView } from "../../realtime/client/tests/views";
import type { SharedView, StageView } from "../../realtime/client/wire";
import { DOUBLE_TAP, LONG_CARD, PAUSE_SECONDS } from "../src/leaving";
import { asked } from "./asked";
import { accessible, CODE, entered, heading, held, open, Phone, said, tap, text } from "./stage";

const LONG = "a".repeat(LONG_CARD + 1);
const HEADING = "Your card leaves in a moment.";
const ROOM = asked({ type: "text", max: 400 });
const wall = (change: Partial<StageView> = {}): Partial<SharedView> => open({ kind: "wall", prompt: "One hope.", body: wallView({ input: ROOM }), ...change });

const type = (words: string): void => void fireEvent.input(screen.getByRole("textbox"), { target: { value: words } });
const passes = (milliseconds: number): Promise<void> =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(milliseconds);
  });

let phone: Phone;

async function gives(words: string): Promise<void> {
  type(words);
  await tap("Add mine");
}

async function waits(): Promise<void> {
  phone = await entered(wall());
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  await gives(LONG);
  expect(heading()).toBe(HEADING);
  expect(phone.answers).toEqual([]);
}

function putAway(): void {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  document.dispatchEvent(new Event("visibilitychange"));
}

const sent = (): string[] => phone.answers.map(({ answer }) => (answer.t === "text" ? answer.text : answer.t));

beforeEach(() => vi.useRealTimers());
afterEach(() => vi.useRealTimers());

describe("a long card", () => {
  it("waits on this phone and counts down, and then leaves by itself", async () => {
    await waits();
    expect(text()).toContain(`Leaves in ${PAUSE_SECONDS} seconds`);
    await passes(1000);
    expect(text()).toContain(`Leaves in ${PAUSE_SECONDS - 1} seconds`);
    await passes((PAUSE_SECONDS - 2) * 1000);
    expect(text()).toContain("Leaves in 1 second");
    expect(phone.answers).toEqual([]);
    await passes(1000);
    expect(sent()).toEqual([LONG]);
    expect(heading()).toBe("Your card is on its way.");
    await passes(60_000);
    expect(sent()).toEqual([LONG]);
  });

  it("is told once, readable, with two ways on", async () => {
    phone = await entered(wall());
    await gives(LONG);
    await accessible();
    expect(text()).toContain("Until then nobody has it.");
    expect(text()).toContain("you can still change it or take it back until writing closes");
    expect(screen.getByRole("timer").getAttribute("aria-live")).toBeNull(); // a reader is not told every second
    expect(document.activeElement?.textContent).toBe(HEADING);
    await tap("Take it back");
  });

  it("is taken back before anybody has it, and can be written on", async () => {
    await waits();
    await tap("Take it back");
    await passes(60_000);
    expect(phone.answers).toEqual([]);
    expect(screen.getByRole<HTMLTextAreaElement>("textbox").value).toBe(LONG);
    type(`${LONG} and more`);
    await tap("Add mine");
    expect(heading()).toBe(HEADING);
  });

  it("waits the whole pause again when it is added again", async () => {
    await waits();
    await passes(6000);
    await tap("Take it back");
    await tap("Add mine");
    expect(text()).toContain(`Leaves in ${PAUSE_SECONDS} seconds`);
    await passes((PAUSE_SECONDS - 1) * 1000);
    expect(text()).toContain("Leaves in 1 second");
    expect(phone.answers).toEqual([]);
    await passes(1000);
    expect(sent()).toEqual([LONG]);
  });

  it("leaves at a tap, once, and not at the second tap of two", async () => {
    await waits();
    await tap("Send now");
    expect(phone.answers).toEqual([]);
    await passes(DOUBLE_TAP);
    await tap("Send now");
    expect(sent()).toEqual([LONG]);
    await passes(60_000);
    expect(sent()).toEqual([LONG]);
  });

  it("is one of labelled lines too, by all that stands on them", async () => {
    const fields = [{ key: "a", label: "When" }, { key: "b", label: "I feel" }];
    const half = "b".repeat(LONG_CARD / 2);
    phone = await entered(wall({ body: wallView({ input: asked({ type: "fields", max: 400, fields }) }) }));
    const [first, second] = screen.getAllByRole("textbox") as [HTMLElement, HTMLElement];
    fireEvent.input(first, { target: { value: half } });
    fireEvent.input(second, { target: { value: half } });
    await tap("Add mine");
    expect(phone.answers).toHaveLength(1);
    await phone.hears(held());
    await tap("Change it");
    fireEvent.input(screen.getAllByRole("textbox")[1] as HTMLElement, { target: { value: `${half}c` } });
    await tap("Add mine");
    expect(heading()).toBe(HEADING);
    expect(text()).toContain("Until then your card from before is held.");
    expect(phone.answers).toHaveLength(1);
    await accessible();
    await tap("Take it back");
    expect(screen.getAllByRole<HTMLTextAreaElement>("textbox")[1]?.value).toBe(`${half}c`);
  });

  it("has its bar on what stands over the stage", async () => {
    await waits();
    await tap("Help");
    expect(text()).toContain(HEADING);
    vi.useRealTimers();
    await accessible();
    await tap("Take it back");
    expect(text()).not.toContain(HEADING);
    await tap("Back");
    expect(screen.getByRole<HTMLTextAreaElement>("textbox").value).toBe(LONG);
  });

  it("is told of under what I wrote, and goes with it when that is wiped", async () => {
    await waits();
    await tap("What I wrote");
    expect(text()).toContain(HEADING);
    await tap("Wipe what I wrote");
    await tap("Wipe it now");
    await passes(60_000);
    expect(phone.answers).toEqual([]);
    expect(phone.tab.keys().filter((key) => phone.tab.get(key)?.includes(LONG))).toEqual([]);
  });
});

describe("on the line (G-A4)", () => {
  it("nothing shows the pause: no frame goes out in it, and the card's has the size of a pass", async () => {
    phone = await entered(wall());
    const before = phone.browser.socket.messages.length;
    await gives(LONG);
    await tap("Take it back");
    await gives(`${LONG}b`);
    await tap("Help");
    await tap("Back");
    expect(phone.browser.socket.messages).toHaveLength(before);
    await act(async () => void window.dispatchEvent(new Event("pagehide")));
    const card = phone.browser.socket.sent.at(-1) ?? "";
    await phone.hears(held(1));
    cleanup();
    phone = await entered(wall());
    await tap("Pass");
    const pass = phone.browser.socket.sent.at(-1) ?? "";
    expect(card.length).toBe(pass.length);
    expect(JSON.parse(card)).toMatchObject({ t: "answer", answer: { t: "text" } });
    expect(JSON.parse(pass)).toMatchObject({ t: "answer", answer: { t: "pass" } });
  });
});

describe("a short card, a pass, and every other answer", () => {
  it("leave at once", async () => {
    phone = await entered(wall());
    await gives("a".repeat(LONG_CARD));
    expect(phone.answers).toHaveLength(1);
    await phone.hears(held());
    await tap("Change it");
    await tap("Pass");
    expect(phone.answers).toHaveLength(2);
  });

  it("are counted in letters, as the limit is", async () => {
    phone = await entered(wall());
    await gives("🌱".repeat(LONG_CARD));
    expect(phone.answers).toHaveLength(1);
  });
});

describe("a card in the pause is never lost", () => {
  it.each<[string, () => Promise<unknown>]>([
    ["writing closes", () => phone.sees(wall({ phase: "closing" }))],
    ["too few have answered", () => phone.sees(wall({ phase: "short" }))],
    ["everything becomes calm", () => phone.sees({ ...wall(), calm: true })],
    ["its person rests", () => phone.hears({ t: "seat", body: seatView({ state: "resting" }) })],
    ["the phone is put away", async () => act(async () => putAway())],
    ["the page goes", async () => act(async () => void window.dispatchEvent(new Event("pagehide")))],
  ])("when %s: it leaves at once", async (_, happens) => {
    await waits();
    await happens();
    expect(sent()).toEqual([LONG]);
    await passes(60_000);
    expect(sent()).toEqual([LONG]);
  });

  it("when its person leaves: before they do", async () => {
    await waits();
    await tap("Help");
    await tap("Leave quietly");
    await tap("Leave");
    const kinds = phone.browser.socket.messages.map((message) => (message.t === "do" ? message.command.t : message.t));
    expect(kinds.slice(-2)).toEqual(["answer", "leave"]);
  });

  it("when the line breaks: it is kept, and goes out when the line is back", async () => {
    phone = await entered(wall());
    await gives(LONG);
    await phone.loses();
    expect(heading()).toBe("Your card is on its way.");
    await phone.comesBack(wall());
    expect(sent()).toEqual([LONG]);
  });

  it("when the line breaks and writing closes meanwhile: its person is told that it was not included, and has the words", async () => {
    phone = await entered(wall());
    await gives(LONG);
    await phone.loses();
    await phone.comesBack(open({ run: 4, stage: 6 }), [{ run: 3, nonces: ["somebody's"] }]);
    await accessible();
    expect(text()).toContain("The card that you wrote before was not included");
    expect(text()).toContain("your words are still here, behind the card sign at the top");
    await tap("What I wrote");
    expect(text()).toContain(LONG);
    expect(text()).toContain("Not included: it did not come along when writing closed.");
    expect(screen.queryByRole("button", { name: "Take it back" })).toBeNull();
  });

  it("when the page is loaded again: it has left, and is held under the same key", async () => {
    phone = await entered(wall());
    await gives(LONG);
    await act(async () => void window.dispatchEvent(new Event("pagehide")));
    expect(sent()).toEqual([LONG]);
    const first = phone.answers[0];
    cleanup();
    const again = new Phone(phone.kept, phone.tab);
    await again.open(`/${CODE}`);
    await again.live(wall());
    expect(again.answers[0]?.answer).toEqual(first?.answer);
    expect(heading()).toBe("Your card is on its way.");
  });

  it("when the browser dies without a word: the words are there to be added again", async () => {
    phone = await entered(wall());
    await gives(LONG);
    const kept = new Map(phone.tab.keys().map((key) => [key, phone.tab.get(key) ?? ""]));
    await tap("Take it back");
    cleanup();
    const again = new Phone(phone.kept);
    for (const [key, value] of kept) again.tab.set(key, value);
    await again.open(`/${CODE}`);
    await again.live(wall());
    await settled();
    expect(again.answers).toEqual([]);
    expect(screen.getByRole<HTMLTextAreaElement>("textbox").value).toBe(LONG);
  });

  it("when the facilitators let the stage go meanwhile: nothing of it is taken, and the words are still there", async () => {
    await waits();
    await phone.sees(wall({ phase: "closed", outcome: "discarded" }));
    const counter = phone.answers.at(-1)?.counter ?? 0;
    await phone.hears({ t: "not_held", run: 3, counter, code: "intake_closed" });
    expect(heading()).toBe("Let go unopened.");
    expect(text()).toContain("It is still on this phone.");
    expect(said()).not.toBe("");
    vi.useRealTimers();
    await tap("What I wrote");
    expect(text()).toContain(LONG);
  });
});
