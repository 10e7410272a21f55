/** What comes from breakouts to the facilitators: calls, knocks, bells, ends of steps. */
import { act, fireEvent, within } from "@testing-library/preact";
import { afterEach, describe, expect, test, vi } from "vitest";

import type { BoardRoomView } from "../../realtime/client/wire";
import { screenOf } from "../src/console/Eyes";
import { BOARDS, BUSY, board, boardRoom, onBoard, pairs } from "./boardFixtures";
import { NOW } from "./fixtures";
import { cleanup, openConsole, show } from "./house";
import type { Moment } from "./moments";
import { plain, wishes, click, said } from "./onRooms";

afterEach(cleanup);

describe("a call", () => {
  const ROUND = { run: 4, round: 1 };
  const quiet = onBoard(board("running", pairs()), { does: "end_rooms" });
  const calling = onBoard(board("running", [pairs()[0]!, { ...BUSY[1]! }, ...pairs().slice(2)]), { does: "end_rooms" });

  test("is the first thing at the side, above everybody who asks for a person", () => {
    const asked: Moment = { ...calling, desk: { ...calling.desk, care: [{ id: "care-1", alias: "Rosa", mark: 0, outcome: null }] } };
    for (const narrow of [false, true]) {
      const { container, unmount } = openConsole(asked, { narrow });
      const [first] = container.querySelectorAll(".care-request");
      expect(plain(first?.textContent)).toContain("Room 2 calls you. Their clock stands still.");
      unmount();
    }
  });

  test("is answered there", async () => {
    const console = openConsole(calling);
    await act(() => void fireEvent.click(within(console.container.querySelector<HTMLElement>(".calls")!).getByRole("button", { name: "I am coming" })));
    await act(() => show(console.store, onBoard(board("running", [pairs()[0]!, { ...BUSY[1]!, knock: "welcome" }, ...pairs().slice(2)]), { does: "end_rooms" })));
    const calls = console.container.querySelector<HTMLElement>(".calls")!;
    expect(calls.textContent).toContain("They know that you come.");
    await act(() => void fireEvent.click(within(calls).getByRole("button", { name: "Settled" })));
    expect(wishes(console)).toEqual([
      { t: "knock_room", ...ROUND, room: "4.1.2" },
      { t: "settle_room", ...ROUND, room: "4.1.2" },
    ]);
  });

  test("is read aloud once, and not when the page is loaded", async () => {
    const loaded = openConsole(calling);
    expect(said(loaded.container)).not.toContain("calls you");
    loaded.unmount();
    const { container, store, doing } = openConsole(quiet);
    await act(() => show(store, calling));
    expect(said(container)).toBe("Room 2 calls you.");
    await act(() => doing.say("", false));
    await act(() => show(store, { ...calling, desk: { ...calling.desk } }));
    expect(said(container)).toBe("");
  });

  test("that a room is alone, or somebody was not found, is read aloud once", async () => {
    const { container, store } = openConsole(quiet);
    const [one, two, ...others] = pairs() as [BoardRoomView, BoardRoomView, ...BoardRoomView[]];
    const told = async (...rooms: BoardRoomView[]) => {
      await act(() => show(store, onBoard(board("running", rooms), { does: "end_rooms" })));
      return said(container);
    };
    const missing = { ...one, people: [one.people[0]!, { ...one.people[1]!, away: true }] };
    expect(await told(missing, two, ...others)).toBe("Mika was not found in room 1.");
    const alone = { ...missing, alone: true };
    expect(await told(alone, two, ...others)).toBe("In room 1 somebody is alone.");
    const before = container.querySelector('[role="status"]')?.firstChild;
    expect(await told(alone, { ...two, paused: true }, ...others)).toBe("In room 1 somebody is alone.");
    expect(container.querySelector('[role="status"]')?.firstChild).toBe(before);
    expect(await told(alone, { ...two, called: true }, ...pairs({ alone: true }).slice(2))).toBe("Room 2 calls you. In 3 rooms somebody is alone.");
  });

  test("that comes again is read aloud again: the region changes though its words do not", async () => {
    const { container, store } = openConsole(quiet);
    await act(() => show(store, calling));
    const region = container.querySelector('[role="status"]')!;
    const first = region.firstChild;
    await act(() => show(store, quiet));
    await act(() => show(store, calling));
    expect(said(container)).toBe("Room 2 calls you.");
    expect(container.querySelector('[role="status"]')).toBe(region);
    expect(region.firstChild).not.toBe(first);
  });

  test("an answered knock is read aloud too", async () => {
    const { container, store } = openConsole(quiet);
    await act(() => show(store, onBoard(board("running", [boardRoom(1, ["River", "Mika"], { knock: "welcome" }), ...pairs().slice(1)]), { does: "end_rooms" })));
    expect(said(container)).toBe("Room 1 says: come in.");
  });
});

test("with sound on a call rings, once; without it is only said", async () => {
  const quiet = onBoard(board("running", pairs()), { does: "end_rooms" });
  const calling = onBoard(board("running", [pairs()[0]!, BUSY[1]!, ...pairs().slice(2)]), { does: "end_rooms" });
  const rung = vi.fn();
  const part = { gain: { setValueAtTime: () => undefined, linearRampToValueAtTime: () => undefined, exponentialRampToValueAtTime: () => undefined }, frequency: {}, connect: () => part, start: rung, stop: () => undefined };
  vi.stubGlobal(
    "AudioContext",
    class {
      currentTime = 0;
      resume = () => Promise.resolve();
      createOscillator = () => part;
      createGain = () => part;
    },
  );
  const console = openConsole(quiet);
  await act(() => show(console.store, calling));
  expect(rung).not.toHaveBeenCalled();
  await act(() => show(console.store, quiet));
  await click("Sound off");
  await act(() => show(console.store, calling));
  const once = rung.mock.calls.length;
  expect(once).toBeGreaterThan(0);
  await act(() => show(console.store, { ...calling, desk: { ...calling.desk } }));
  expect(rung).toHaveBeenCalledTimes(once);
});

test("the small screen on the console shows no proposal either", () => {
  expect(screenOf(BOARDS["rooms, proposed"].desk).rooms).toEqual([]);
  expect(screenOf(BOARDS["rooms, announced"].desk).rooms).toEqual(BOARDS["rooms, announced"].screen.rooms);
});

test("a minute before its end a step is said to end, once", async () => {
  vi.useFakeTimers();
  try {
    const { container, store } = openConsole(onBoard(board("running", pairs()), { does: "end_rooms" }));
    const at = async (left: number) => {
      store.clock.set(NOW + 130_000 - left, 1);
      await act(() => void vi.advanceTimersByTime(1100));
    };
    await at(61_000);
    expect(said(container)).not.toContain("One minute left");
    await at(60_000);
    expect(said(container)).toBe("One minute left in this step.");
    await at(10_000);
    expect(said(container)).toBe("Ten seconds left in this step.");
  } finally {
    vi.useRealTimers();
  }
});
