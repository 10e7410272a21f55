/** Breakouts that are proposed: changed by pointer and by keyboard, until they are announced. */
import { act, fireEvent, screen as page } from "@testing-library/preact";
import { afterEach, describe, expect, test, vi } from "vitest";

import type { BoardRoomView } from "../../realtime/client/wire";
import { BOARDS, boardRoom, pairs, placed } from "./boardFixtures";
import { cleanup, openConsole, show } from "./house";
import { plain, wishes, click, key, person, tile, said, withBoard, choose } from "./onRooms";

afterEach(cleanup);

describe("before the rooms", () => {
  test("where none could be made of those who take part it is said, with what can help and no reason", async () => {
    const { container, store } = openConsole(BOARDS["rooms, before"]);
    expect(page.queryByText(/No rooms can be made/)).toBeNull();
    await act(() => show(store, BOARDS["rooms, none found"]));
    expect(page.getAllByText(/No rooms can be made of those who take part now\./)).not.toHaveLength(0);
    expect(said(container)).toContain("No rooms can be made");
  });

  test("who takes part is a number, and the two other ways are offered only where rooms stood before", async () => {
    const console = openConsole(BOARDS["rooms, before"]);
    expect(plain(console.container.querySelector("main")?.textContent)).toContain("9 take part · 1 observes · 1 sits out");
    await click("Same rooms as before");
    await click("All new");
    expect(wishes(console)).toEqual([
      { t: "make_rooms", run: 4, round: 1, mix: "same" },
      { t: "make_rooms", run: 4, round: 1, mix: "fresh" },
    ]);
    console.unmount();
    openConsole(withBoard(BOARDS["rooms, proposed"], { before: false }));
    expect(page.queryByRole("button", { name: "Same rooms as before" })).toBeNull();
  });
});

/** jsdom lays nothing out: what lies under the pointer is said. */
function under(element: Element | null): void {
  Object.defineProperty(document, "elementFromPoint", { configurable: true, value: () => element });
}

async function drag(from: Element, to: Element | null, { grip = false, type = "mouse", wander = 40, ends = "pointerup" } = {}): Promise<void> {
  const at = (name: string, x: number) => new PointerEvent(name, { bubbles: true, cancelable: true, clientX: x, clientY: 300, button: 0, pointerType: type });
  const start = grip ? from.querySelector(".grip")! : from;
  under(to);
  await act(() => {
    start.dispatchEvent(at("pointerdown", 100));
    document.dispatchEvent(at("pointermove", 100 + wander));
    document.dispatchEvent(at(ends, 100 + wander));
    start.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  });
}

describe("a proposal by pointer", () => {
  const ROUND = { run: 4, round: 1 };

  test("onto another room moves, onto a person exchanges, onto the empty place makes a room", async () => {
    const console = openConsole(BOARDS["rooms, proposed"]);
    const { container } = console;
    await drag(person(container, "River"), tile(container, 3));
    await drag(person(container, "River"), person(container, "Petra"));
    await drag(person(container, "River"), container.querySelector(".new-room"));
    expect(wishes(console)).toEqual([
      { t: "move_seat", ...ROUND, seat: "seat-River", room: "4.1.3" },
      { t: "exchange_seats", ...ROUND, one: "seat-River", other: "seat-Petra" },
      { t: "move_seat", ...ROUND, seat: "seat-River", room: null },
    ]);
    expect(page.queryByRole("dialog")).toBeNull();
    expect(document.querySelector(".carried, [data-over], [data-lifted]")).toBeNull();
  });

  test("onto the own room, beside everything, or lost on the way, nothing is sent", async () => {
    const console = openConsole(BOARDS["rooms, proposed"]);
    const { container } = console;
    await drag(person(container, "River"), tile(container, 1));
    await drag(person(container, "River"), person(container, "Mika"));
    await drag(person(container, "River"), null);
    await drag(person(container, "River"), tile(container, 3), { ends: "pointercancel" });
    expect(wishes(console)).toEqual([]);
  });

  test("a press that hardly moves is a press, and opens what can be done", async () => {
    const console = openConsole(BOARDS["rooms, proposed"]);
    await drag(person(console.container, "River"), tile(console.container, 3), { wander: 3 });
    expect(wishes(console)).toEqual([]);
    expect(page.getByRole("dialog")).toBeTruthy();
  });

  test("a finger drags by the handle alone, so that the page still scrolls under a name", async () => {
    const console = openConsole(BOARDS["rooms, proposed"]);
    const { container } = console;
    await drag(person(container, "River"), tile(container, 3), { type: "touch" });
    expect(wishes(console)).toEqual([]);
    await key("Escape");
    await drag(person(container, "River"), tile(container, 3), { type: "touch", grip: true });
    expect(wishes(console)).toEqual([{ t: "move_seat", ...ROUND, seat: "seat-River", room: "4.1.3" }]);
  });

  test("at the edge the page goes on while the hand rests there, and what lies under it then is the place", async () => {
    vi.useFakeTimers();
    try {
      const console = openConsole(BOARDS["rooms, proposed"]);
      const { container } = console;
      const scrolled = () => document.documentElement.scrollTop;
      document.documentElement.scrollTop = 0;
      const at = (name: string, y: number) => void document.dispatchEvent(new PointerEvent(name, { bubbles: true, cancelable: true, clientX: 100, clientY: y, button: 0, pointerType: "mouse" }));
      under(person(container, "River"));
      person(container, "River").dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, clientX: 100, clientY: 300, button: 0, pointerType: "mouse" }));
      at("pointermove", innerHeight - 10);
      vi.advanceTimersByTime(200);
      const soon = scrolled();
      expect(soon).toBeGreaterThan(0);
      under(tile(container, 3));
      vi.advanceTimersByTime(200);
      expect(scrolled()).toBeGreaterThan(soon);
      expect(tile(container, 3).getAttribute("data-over")).toBe("yes");
      at("pointermove", 300);
      const rests = scrolled();
      vi.advanceTimersByTime(200);
      expect(scrolled()).toBe(rests);
      at("pointermove", innerHeight - 10);
      at("pointercancel", innerHeight - 10);
      const ended = scrolled();
      vi.advanceTimersByTime(200);
      expect(scrolled()).toBe(ended);
      expect(wishes(console)).toEqual([]);
    } finally {
      document.documentElement.scrollTop = 0;
      vi.useRealTimers();
    }
  });

  test("another finger neither moves nor ends what the first one carries", async () => {
    const console = openConsole(BOARDS["rooms, proposed"]);
    const { container } = console;
    const send = (to: EventTarget, name: string, pointerId: number, x: number) =>
      void to.dispatchEvent(new PointerEvent(name, { bubbles: true, cancelable: true, clientX: x, clientY: 300, button: 0, pointerType: "touch", pointerId }));
    const grip = (name: string) => person(container, name).querySelector(".grip")!;
    under(tile(container, 3));
    send(grip("River"), "pointerdown", 1, 100);
    send(document, "pointermove", 1, 140);
    send(grip("Petra"), "pointerdown", 2, 100);
    send(document, "pointermove", 2, 180);
    send(document, "pointerup", 2, 180);
    send(document, "pointercancel", 2, 180);
    expect(document.querySelectorAll(".carried")).toHaveLength(1);
    expect(document.querySelector<HTMLElement>(".carried")?.style.translate).toBe("140px 300px");
    expect(wishes(console)).toEqual([]);
    await act(() => send(document, "pointerup", 1, 140));
    expect(wishes(console)).toEqual([{ t: "move_seat", ...ROUND, seat: "seat-River", room: "4.1.3" }]);
    expect(document.querySelector(".carried")).toBeNull();
  });

  test("who observes is not exchanged with somebody who takes part, but moved to their room", async () => {
    const [one, ...others] = BOARDS["rooms, proposed"].desk.board!.rooms;
    const console = openConsole(withBoard(BOARDS["rooms, proposed"], { rooms: [{ ...one!, people: [...one!.people, placed("Kim", { watching: true })] }, ...others] }));
    expect(plain(person(console.container, "Kim").textContent)).toContain("Kim · observes");
    await drag(person(console.container, "Kim"), person(console.container, "Petra"));
    expect(wishes(console)).toEqual([{ t: "move_seat", ...ROUND, seat: "seat-Kim", room: "4.1.3" }]);
  });

  test("somebody without a room is dragged into one", async () => {
    const console = openConsole(BOARDS["rooms, one alone"]);
    await drag(person(console.container, "Kim"), person(console.container, "Yusuf"));
    expect(wishes(console)).toEqual([{ t: "move_seat", ...ROUND, seat: "seat-Kim", room: "4.1.5" }]);
  });

  test("what was announced is not dragged", async () => {
    const console = openConsole(BOARDS["rooms, announced"]);
    await drag(person(console.container, "River"), tile(console.container, 3));
    expect(wishes(console)).toEqual([]);
  });
});

describe("a proposal by keyboard", () => {
  const ROUND = { run: 4, round: 1 };

  test("a name opens everything that dragging does, and keeps people together or apart", async () => {
    const console = openConsole(BOARDS["rooms, proposed"]);
    const open = () => act(() => void fireEvent.click(person(console.container, "River")));
    await open();
    expect(document.activeElement?.textContent).toBe("Close");
    await click("Move to room 3");
    expect(page.queryByRole("dialog")).toBeNull();
    await open();
    await click("A new room");
    await open();
    await choose("With another person", "seat-Petra");
    await click("Exchange places");
    await open();
    await choose("With another person", "seat-Petra");
    await click("Keep together");
    await open();
    await choose("With another person", "seat-Petra");
    await click("Keep apart");
    expect(wishes(console)).toEqual([
      { t: "move_seat", ...ROUND, seat: "seat-River", room: "4.1.3" },
      { t: "move_seat", ...ROUND, seat: "seat-River", room: null },
      { t: "exchange_seats", ...ROUND, one: "seat-River", other: "seat-Petra" },
      { t: "bind_people", one: "seat-River", other: "seat-Petra", how: "together" },
      { t: "bind_people", one: "seat-River", other: "seat-Petra", how: "apart" },
    ]);
  });

  test("nothing is exchanged within a room, and nothing is sent before somebody is chosen", async () => {
    const console = openConsole(BOARDS["rooms, proposed"]);
    await act(() => void fireEvent.click(person(console.container, "River")));
    await click("Keep apart");
    await choose("With another person", "seat-Mika");
    await click("Exchange places");
    expect(wishes(console)).toEqual([]);
  });

  test("the focus goes with the person to the other room, and it is read aloud where they are", async () => {
    const { container, store } = openConsole(BOARDS["rooms, proposed"]);
    const { rooms } = BOARDS["rooms, proposed"].desk.board!;
    await act(() => person(container, "Petra").focus());
    const [one, two, three, ...others] = rooms as [BoardRoomView, BoardRoomView, BoardRoomView];
    const [stays, goes] = three.people;
    const moved: BoardRoomView[] = [{ ...one, people: [...one.people, goes!] }, two, { ...three, people: [stays!], alone: true }, ...others];
    await act(() => show(store, withBoard(BOARDS["rooms, proposed"], { rooms: moved })));
    expect(document.activeElement).toBe(person(container, "Petra"));
    expect(tile(container, 1).contains(document.activeElement)).toBe(true);
    expect(said(container)).toBe("Petra is in room 1 now.");
  });

  test("a refused move says no more than that the room does not fit", async () => {
    const console = openConsole(BOARDS["rooms, proposed"]);
    await act(() => void fireEvent.click(person(console.container, "River")));
    await click("Move to room 3");
    await act(async () => console.sent[0]?.answer({ refused: "room_unfit" }));
    expect(said(console.container)).toBe("This room cannot take them. Choose another one.");
  });

  test("rooms are locked one by one, and the rest is shuffled", async () => {
    const console = openConsole(BOARDS["rooms, proposed"]);
    await click("Unlock room 1");
    await click("Lock room 2");
    await click("Shuffle the rest");
    expect(wishes(console)).toEqual([
      { t: "lock_room", ...ROUND, room: "4.1.1", locked: false },
      { t: "lock_room", ...ROUND, room: "4.1.2", locked: true },
      { t: "make_rooms", ...ROUND, mix: null },
    ]);
  });

  test("beside a locked room every way to make rooms anew says that it is for the rest", async () => {
    const { container, store } = openConsole(BOARDS["rooms, proposed"]);
    const offered = () => [...container.querySelectorAll(".proposal > .row .button:not(.quiet)")].map((button) => button.textContent);
    expect(offered()).toEqual(["Shuffle the rest", "The rest as before", "The rest all new"]);
    await act(() => show(store, withBoard(BOARDS["rooms, proposed"], { rooms: pairs() })));
    expect(offered()).toEqual(["Shuffle", "Same rooms as before", "All new"]);
  });

  test("a new draw is read aloud, and a lock that it could not keep is shown as well", async () => {
    const names = BOARDS["rooms, proposed"].desk.board!.rooms.map(({ people }) => people.map(({ name }) => name));
    const drawn = (...order: number[]) => order.map((from, at) => boardRoom(at + 1, names[from]!, { locked: at === 0 }));
    const mixed = drawn(0, 2, 3, 4, 1);
    const { container, store } = openConsole(BOARDS["rooms, before"]);
    const told = async (rooms: BoardRoomView[]) => {
      await act(() => show(store, withBoard(BOARDS["rooms, proposed"], { rooms })));
      return said(container);
    };
    expect(await told(drawn(0, 1, 2, 3, 4))).toBe("5 rooms, proposed");
    expect(await told(mixed)).toBe("The rooms are drawn anew.");
    expect(container.querySelector(".toast")).toBeNull();
    // Unlocked by hand nothing is lifted.
    await act(() => store.apply({ t: "at", position: "later" }));
    expect(await told([{ ...mixed[0]!, locked: false }, ...mixed.slice(1)])).not.toContain("lock");
    expect(await told(mixed)).not.toContain("lock");
    const [one, two, ...others] = mixed as [BoardRoomView, BoardRoomView, ...BoardRoomView[]];
    const broken = [{ ...one, locked: false, people: [one.people[0]!, two.people[0]!] }, { ...two, people: [two.people[1]!, one.people[1]!] }, ...others];
    expect(await told(broken)).toContain("The lock of room 1 could not be kept.");
    expect(container.querySelector(".toast")?.textContent).toContain("The lock of room 1");
  });

  test("a proposal that stands when the page is loaded is not read aloud", () => {
    const { container } = openConsole(BOARDS["rooms, proposed"]);
    expect(said(container)).not.toContain("proposed");
  });

  test("pairs that are kept are marked on the people and listed, and let go again", async () => {
    const console = openConsole(BOARDS["rooms, proposed"]);
    expect(plain(person(console.container, "Rosa").textContent)).toContain("with Amal");
    expect(plain(person(console.container, "Jonas").textContent)).toContain("not with Sam");
    expect(plain(console.container.querySelector(".bonds")?.textContent)).toContain("Jonas and Sam stay apart");
    expect(console.container.querySelector(".bonds")?.textContent).toContain("Apart counts at once, together when rooms are next made.");
    await click("Let it go", 1);
    expect(wishes(console)).toEqual([{ t: "bind_people", one: "seat-Jonas", other: "seat-Sam", how: "free" }]);
  });
});
