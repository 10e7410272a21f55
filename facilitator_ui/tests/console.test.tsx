import { act, fireEvent, screen as page } from "@testing-library/preact";
import { afterEach, describe, expect, test } from "vitest";

import type { ConsoleView } from "../../realtime/client/wire";
import { NOW, cardId, desk, next, queue } from "./fixtures";
import { cleanup, openConsole, press, show, stumbles } from "./house";
import { MOMENTS, type MomentName } from "./moments";

afterEach(cleanup);

/** The card that has the focus. */
const at = () => document.activeElement?.closest<HTMLElement>("[data-card]")?.dataset["card"];

const DROP = "Drop these answers unopened and go on";
/** A server has not handed over, and may be given up from `givesUpAt` on. */
const stuck = (givesUpAt: number) => ({
  ...MOMENTS.closing,
  desk: { ...MOMENTS.closing.desk, closing: { missing: 1, aloneWithoutRedis: false, givesUpAt } },
});

const NAMES = Object.keys(MOMENTS) as MomentName[];

describe("the console", () => {
  test.each(NAMES)("at %s can be read and used by everybody, on a desk and on a phone", async (name) => {
    const wide = openConsole(name);
    expect(await stumbles(wide.container)).toEqual([]);
    wide.unmount();
    const narrow = openConsole(name, { narrow: true });
    expect(await stumbles(narrow.container)).toEqual([]);
  });

  test.each(NAMES)("at %s has one heading of the first level, one live region and at most one lamp", (name) => {
    const { container } = openConsole(name);
    expect(container.querySelectorAll("h1")).toHaveLength(1);
    expect(container.querySelectorAll('[role="status"], [aria-live]').length).toBe(name === "ended" ? 0 : 1);
    expect(container.querySelectorAll('.next:not([aria-disabled="true"], .second), .button.lamp').length).toBeLessThanOrEqual(1);
  });

  test("says that a practice session is not anonymous", () => {
    openConsole("lobby");
    expect(page.getByText("Practice session: what is written here is not anonymous. Some of the people may be simulated.")).toBeTruthy();
  });

  test("shows presence by name and rest as a number only", () => {
    const { container } = openConsole("writing");
    expect(page.getByText("1 rests")).toBeTruthy();
    expect([...container.querySelectorAll(".people li")].map((row) => row.textContent?.replaceAll(/[⁨⁩]/g, ""))).toContain("Noorphone asleep");
  });

  test("does not claim to hide who rests while the rooms list their names", () => {
    const quiet = openConsole("writing");
    expect(quiet.container.textContent).toContain("Who rests, passes or wrote is not shown here.");
    quiet.unmount();
    const { container } = openConsole("running");
    expect(container.textContent).toContain("Who passes or wrote is not shown here.");
    expect(container.textContent).not.toContain("Who rests");
  });

  test("counts everybody who stays, resting or not", () => {
    const { container } = openConsole("writing");
    expect(container.textContent).toContain("7 of 12 have answered");
    expect(container.querySelector("progress")?.max).toBe(12);
  });

  test("tells of answers that are coming back", () => {
    openConsole("closing");
    expect(page.getByText("2 answers are coming back.")).toBeTruthy();
  });

  test("without a line says so, and Next does nothing until it is back", async () => {
    const { store, sent, container } = openConsole("writing");
    await act(() => void (store.line.value = "reconnecting"));
    expect(container.textContent).toContain("What you see is from a moment ago.");
    fireEvent.click(container.querySelector(".next")!);
    press(" ", document.body);
    expect(sent).toEqual([]);
    await act(() => void (store.line.value = "live"));
    press(" ", document.body);
    expect(sent.map(({ command }) => command)).toEqual([{ t: "close_stage", run: 4 }]);
  });

  test("too few answers: three ways on", () => {
    const { sent } = openConsole("short");
    for (const name of ["One more minute to answer", "Ask it aloud instead", "Let it go unopened"])
      fireEvent.click(page.getByRole("button", { name }));
    expect(sent.map(({ command }) => command)).toEqual([
      { t: "reopen_stage", run: 4, minutes: 1 },
      { t: "speak_stage", run: 4 },
      { t: "discard_stage", run: 4 },
    ]);
  });

  test("a closing that lasts can be given up, and asks first", async () => {
    const { container, store, sent } = openConsole("closing");
    expect(page.queryByRole("button", { name: DROP })).toBeNull();
    await act(() => show(store, stuck(NOW)));
    expect(await stumbles(container)).toEqual([]);
    await act(() => void fireEvent.click(page.getByRole("button", { name: DROP })));
    expect(document.activeElement?.textContent).toBe("Go on waiting");
    expect(sent).toEqual([]);
    await act(() => void fireEvent.click(page.getByRole("button", { name: "Drop them" })));
    expect(sent.map(({ command }) => command)).toEqual([{ t: "discard_stage", run: 4 }]);
  });

  test("the question whether to give up leaves with the closing it was about", async () => {
    const { store } = openConsole(stuck(NOW));
    await act(() => void fireEvent.click(page.getByRole("button", { name: DROP })));
    await act(() => show(store, MOMENTS.moderating));
    expect(page.queryByRole("dialog")).toBeNull();
    await act(() => show(store, stuck(NOW)));
    expect(page.queryByRole("dialog")).toBeNull();
  });

  test("asks before it ends the session, with the harmless answer first", async () => {
    const ending = { ...MOMENTS.bars, desk: desk({ next: next("end_session") }) };
    const { sent } = openConsole(ending);
    await act(() => void press(" ", document.body));
    expect(sent).toEqual([]);
    expect(document.activeElement?.textContent).toBe("Go back");
    await act(() => void press("Escape"));
    expect(page.queryByRole("dialog")).toBeNull();
    await act(() => void press(" ", document.body));
    await act(() => void fireEvent.click(page.getByRole("button", { name: "End it" })));
    expect(sent.map(({ command }) => command)).toEqual([{ t: "end_session" }]);
  });

  test("at the reveal the focus goes to the heading of the picture", async () => {
    const { store } = openConsole("unrevealed");
    await act(() => show(store, MOMENTS.histogram));
    expect(document.activeElement?.id).toBe("picture-title");
  });

  test("a refusal stands in the live region, in words", async () => {
    const { sent } = openConsole("writing");
    await act(() => void press(" ", document.body));
    await act(async () => sent[0]?.answer({ refused: "busy" }));
    expect(page.getByRole("status").textContent).toBe("The server could not store this now. Nothing has changed; try again.");
  });

  test("a link that has ended says what to do", async () => {
    const { store } = openConsole("writing");
    await act(() => void (store.closed.value = { code: 0, reason: "" }));
    expect(page.getByRole("heading").textContent).toBe("This link has ended.");
  });
});

describe("keys", () => {
  test("Space is Next, but not on another button and not while typing", () => {
    const { sent, container } = openConsole("writing");
    press(" ", container.querySelector(".end-session")!);
    const field = container.appendChild(document.createElement("input"));
    press(" ", field);
    press("h", field);
    expect(sent).toEqual([]);
    press(" ", document.body);
    expect(sent.map(({ command }) => command)).toEqual([{ t: "close_stage", run: 4 }]);
  });

  test("H calms the room and goes on", async () => {
    const { sent, store } = openConsole("writing");
    press("h", document.body);
    await act(() => show(store, MOMENTS.calm));
    press("H", document.body);
    expect(sent.map(({ command }) => command.t)).toEqual(["calm_room", "resume_room"]);
  });

  test("J and ? open their panels and close them, and nothing else works under them", async () => {
    const { sent } = openConsole("writing");
    await act(() => void press("j"));
    expect(page.getByRole("dialog").textContent).toContain("M7QK 4RWT");
    expect(page.getByRole("img", { name: /QR code/ }).getAttribute("src")).toBe("/qr/M7QK4RWT.svg");
    press(" ", document.body);
    press("h", document.body);
    expect(sent).toEqual([]);
    await act(() => void press("j"));
    expect(page.queryByRole("dialog")).toBeNull();
    await act(() => void press("?"));
    expect(page.getByRole("dialog", { name: "Keys" })).toBeTruthy();
  });

  test("M, J and K, A and X moderate without a mouse", async () => {
    const { sent, store } = openConsole("moderating");
    press("m", document.body);
    expect(at()).toBe(cardId(0));
    press("j");
    press("k");
    press("ArrowUp");
    expect(at()).toBe(cardId(9));
    press("ArrowDown");
    await act(() => void press("a"));
    expect(at()).toBe(cardId(1));
    await act(() => void press("x"));
    expect(sent.map(({ command }) => command)).toEqual([
      { t: "approve_card", run: 4, card: cardId(0), rewrites: 0, seen: "waiting" },
      { t: "hide_card", run: 4, card: cardId(1) },
    ]);
    await act(() => show(store, withQueue(queue("approved", "hidden", "waiting", "waiting"))));
    expect(at()).toBe(cardId(2));
  });

  test("a card that is being hidden cannot be shared by the next key", async () => {
    const { sent } = openConsole(withQueue(queue("waiting")));
    press("m", document.body);
    await act(() => void press("x"));
    await act(() => void press("a"));
    expect(sent.map(({ command }) => command.t)).toEqual(["hide_card"]);
  });
});

function withQueue(cards: ConsoleView["queue"]) {
  return { ...MOMENTS.moderating, desk: desk({ next: next("release_cards"), queue: cards }) };
}

describe("the queue", () => {
  test("shows what became of each card, and takes a card off the wall again", () => {
    const { sent } = openConsole("moderating");
    expect(page.getAllByText("goes out with the next release")).toHaveLength(4);
    fireEvent.click(page.getByRole("button", { name: "Take off the wall" }));
    expect(sent.map(({ command }) => command)).toEqual([{ t: "hide_card", run: 4, card: cardId(8) }]);
  });

  test("on a phone shows one card at a time", async () => {
    const { container } = openConsole("moderating", { narrow: true });
    expect(container.querySelectorAll("article.card")).toHaveLength(1);
    await act(() => void fireEvent.click(page.getByRole("button", { name: "Another card" })));
    expect(container.querySelector("article.card")?.getAttribute("data-card")).toBe(cardId(1));
  });
});
