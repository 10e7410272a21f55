/** Breakouts on the console: the proposal that is changed by hand, the board of rooms that stand, and what calls a facilitator. */

import { act, fireEvent, screen as page, within } from "@testing-library/preact";
import { afterEach, describe, expect, test, vi } from "vitest";

import type { BoardRoomView, ConsoleView } from "../../realtime/client/wire";
import { screenOf } from "../src/console/Eyes";
import { nextStep } from "../src/console/next";
import { BOARDS, BUSY, type BoardMoment, board, boardRoom, crowd, onBoard, pairs, placed, waiting } from "./boardFixtures";
import { NOW } from "./fixtures";
import { cleanup, openConsole, press, show, stumbles, t } from "./house";
import type { Moment } from "./moments";

afterEach(cleanup);

const NAMES = Object.keys(BOARDS) as BoardMoment[];
const plain = (text: string | null | undefined) => text?.replaceAll(/[\u2068\u2069]/g, "") ?? "";
const wishes = ({ sent }: ReturnType<typeof openConsole>) => sent.map(({ command }) => command);
const click = (name: string | RegExp, at: number = 0) => act(() => void fireEvent.click(page.getAllByRole("button", { name })[at]!));
const key = (name: string) => act(() => void press(name));
const person = (container: Element, name: string) => container.querySelector<HTMLElement>(`[data-seat="seat-${name}"]`)!;
const tiles = (container: Element) => [...container.querySelectorAll(".tile")];
const tile = (container: Element, number: number) => tiles(container).find((one) => one.querySelector("h3")?.textContent === `Room ${number}`)!;
const said = (container: Element) => plain(container.querySelector('[role="status"]')?.textContent);
const withBoard = (moment: Moment, changes: Partial<NonNullable<ConsoleView["board"]>>): Moment => ({ ...moment, desk: { ...moment.desk, board: { ...moment.desk.board!, ...changes } } });
const choose = (name: string, value: string) => act(() => void fireEvent.change(page.getByRole("combobox", { name }), { target: { value } }));

describe("the console", () => {
  test.each(NAMES)("at %s can be read and used by everybody, on a desk and on a phone", async (name) => {
    for (const narrow of [false, true]) {
      const { container, unmount } = openConsole(BOARDS[name], { narrow });
      expect(await stumbles(container)).toEqual([]);
      expect(container.querySelectorAll("h1")).toHaveLength(1);
      expect(container.querySelectorAll('[role="status"], [aria-live]')).toHaveLength(1);
      expect(container.querySelectorAll('.next:not([aria-disabled="true"], .second), .button.lamp').length).toBeLessThanOrEqual(1);
      unmount();
    }
  });

  test.each([
    ["rooms, proposed", "Rosa"],
    ["rooms, busy", "Kim"],
    ["rooms, busy", "More for room 5"],
    ["forty rooms", "More for room 17"],
  ] as const)("at %s the panel of %s can be read and used by everybody", async (name, opens) => {
    openConsole(BOARDS[name]);
    await click(new RegExp(opens));
    expect(await stumbles(page.getByRole("dialog"))).toEqual([]);
  });
});

describe("Next", () => {
  const step = (name: BoardMoment) => {
    const { title, detail, command, ask } = nextStep(BOARDS[name].desk, BOARDS[name].shared, t);
    expect(detail.length).toBeLessThanOrEqual(78);
    return { title, command, ask };
  };

  test("proposes, announces, and ends softly, each without a question", () => {
    expect(step("rooms, before")).toEqual({ title: "Propose rooms for 9", command: { t: "make_rooms", run: 4, round: 1, mix: null }, ask: null });
    expect(step("rooms, proposed")).toEqual({ title: "Announce 5 rooms", command: { t: "announce_rooms", run: 4, round: 1 }, ask: null });
    expect(step("rooms, busy")).toEqual({ title: "End softly", command: { t: "end_rooms_softly", run: 4 }, ask: null });
    expect(step("rooms, some begun").title).toBe("Start the 2 rooms that wait");
  });

  test("proposes again where somebody is alone, but without the lamp: what was moved by hand is not thrown away by the way", () => {
    expect(step("rooms, one alone").title).toBe("Propose the rooms again");
    const { container } = openConsole(BOARDS["rooms, one alone"]);
    expect(container.querySelector(".next")?.className).toBe("next second");
    expect(tile(container, 5).textContent).toContain("one alone");
  });

  test("says why it proposes again: somebody alone, or two in one room whom the facilitators keep apart", () => {
    const detail = (moment: Moment) => nextStep(moment.desk, moment.shared, t).detail;
    const alone = BOARDS["rooms, one alone"];
    expect(detail(alone)).toContain("Somebody is alone or has no room yet.");
    const bound = [{ one: "seat-Amal", other: "seat-Rosa", how: "apart" as const }];
    const rooms = pairs({ state: "formed", step: "", turn: 0 });
    const together = onBoard(board("proposed", rooms, { bound }), { does: "make_rooms", count: 11 });
    expect(detail(together)).toContain("People whom you keep apart are in one room.");
    expect(detail(together)).not.toContain("alone");
    expect(detail(together).length).toBeLessThanOrEqual(78);
    expect(detail(withBoard(together, { bound: [{ ...bound[0]!, other: "seat-Sam" }] }))).not.toContain("keep apart");
    expect(detail(withBoard(together, { bound: [{ ...bound[0]!, how: "together" }] }))).not.toContain("keep apart");
  });

  test("counts down until announced rooms can begin, and cannot be pressed before, by button or by key", async () => {
    const early = openConsole(BOARDS["rooms, announced"]);
    const next = early.container.querySelector(".next")!;
    expect(next.textContent).toContain("Go: start 5 rooms");
    expect(next.textContent).toContain("in 0:07");
    expect(next.getAttribute("aria-disabled")).toBe("true");
    await act(() => void fireEvent.click(next));
    await key(" ");
    expect(wishes(early)).toEqual([]);
    early.unmount();
    const ready = openConsole(BOARDS["rooms, ready"]);
    expect(ready.container.querySelector(".next")?.textContent).toBe("Go: start 5 roomsThe steps then go on by themselves.");
    await key(" ");
    expect(wishes(ready)).toEqual([{ t: "start_rooms", run: 4, round: 1 }]);
  });

  test("is not pressed twice by the press that started the rooms", async () => {
    const console = openConsole(BOARDS["rooms, ready"]);
    await key(" ");
    await act(() => show(console.store, BOARDS["rooms, busy"]));
    await key(" ");
    expect(wishes(console)).toEqual([{ t: "start_rooms", run: 4, round: 1 }]);
    const now = vi.spyOn(performance, "now").mockReturnValue(performance.now() + 2000);
    await key(" ");
    now.mockRestore();
    expect(wishes(console).at(-1)).toEqual({ t: "end_rooms_softly", run: 4 });
  });

  test("does not announce a proposal by the press that asked for it: nobody has seen it yet", async () => {
    for (const narrow of [false, true]) {
      const console = openConsole(BOARDS["rooms, before"], { narrow });
      const next = () => act(() => void fireEvent.click(console.container.querySelector(".next")!));
      await next();
      await act(() => show(console.store, BOARDS["rooms, proposed"]));
      expect(console.container.querySelector(".next")?.getAttribute("aria-disabled")).toBe("true");
      await next();
      await key(" ");
      const asked = { t: "make_rooms", run: 4, round: 1, mix: null };
      expect(wishes(console)).toEqual([asked]);
      const now = vi.spyOn(performance, "now").mockReturnValue(performance.now() + 2000);
      await key(" ");
      expect(wishes(console)).toEqual([asked, { t: "announce_rooms", run: 4, round: 1 }]);
      now.mockRestore();
      console.unmount();
    }
  });

  test("asks once before it ends rooms in which turns or rounds are still to come", async () => {
    const ends = { t: "end_rooms_softly", run: 4 };
    const second = pairs({ turns: 2, turn: 2 });
    const first = [{ ...second[0]!, turn: 1 }, ...second.slice(1)];
    const playing = (rooms: BoardRoomView[], rounds = 1) => openConsole(onBoard(board("running", rooms, { rounds }), { does: "end_rooms" }));
    const last = playing(second);
    await key(" ");
    expect(wishes(last)).toEqual([ends]);
    last.unmount();
    const turns = playing(first);
    await key(" ");
    expect(wishes(turns)).toEqual([]);
    expect(page.getByRole("dialog").textContent).toContain("Turns are still to come");
    expect(document.activeElement?.textContent).toBe("Let them go on");
    await click("End softly");
    expect(wishes(turns)).toEqual([ends]);
    turns.unmount();
    const rounds = playing(second, 3);
    await act(() => void fireEvent.click(rounds.container.querySelector(".next")!));
    expect(wishes(rounds)).toEqual([]);
    expect(await stumbles(page.getByRole("dialog"))).toEqual([]);
    await act(() => show(rounds.store, BOARDS["rooms, over"]));
    expect(page.queryByRole("dialog")).toBeNull();
  });

  test("while rooms come to a close says how long they have, and ending at once is asked", async () => {
    const console = openConsole(BOARDS["rooms, ending"]);
    const next = console.container.querySelector(".next")!;
    expect(next.textContent).toBe("Ending0:41 left. Everybody is coming to a close.");
    expect(next.getAttribute("aria-disabled")).toBe("true");
    await click("End now");
    expect(wishes(console)).toEqual([]);
    await click("End the rooms");
    expect(wishes(console)).toEqual([{ t: "end_rooms", run: 4 }]);
  });
});

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

describe("the board", () => {
  const ROUND = { run: 4, round: 1 };
  const numbers = (container: Element) => tiles(container).map((one) => one.querySelector("h3")?.textContent);

  test("has who calls first, then who needs somebody, with each state in words", () => {
    const { container } = openConsole(BOARDS["rooms, busy"]);
    expect(numbers(container)).toEqual(["Room 2", "Room 4", "Room 5", "Room 1", "Room 3"]);
    expect(tile(container, 2).className).toBe("tile care");
    const tags = (number: number) => [...tile(container, number).querySelectorAll(".tags li")].map((tag) => tag.textContent);
    expect(tags(1)).toEqual([]);
    expect(tags(2)).toEqual(["calls you"]);
    expect(tags(3)).toEqual(["not now", "paused"]);
    expect(tags(4)).toEqual(["come in", "three"]);
    expect(tags(5)).toEqual(["one alone"]);
    expect(plain(person(container, "Noor").textContent)).toBe("Noor · listenerwas not found");
    expect(plain(person(container, "Dario").textContent)).toBe("Dario · listenerasleep");
    expect(plain(person(container, "River").textContent)).toBe("River · speaker");
    expect(plain(tile(container, 5).textContent)).toContain("You can join room 3, if you like.");
    expect(plain(tile(container, 2).textContent)).toContain("Speaker has the time · clock stands still");
  });

  test("says which rooms wait for Go and which come to a close", () => {
    const some = openConsole(BOARDS["rooms, some begun"]);
    expect(tile(some.container, 4).textContent).toContain("waits for Go");
    expect(tile(some.container, 1).textContent).not.toContain("waits for Go");
    some.unmount();
    const ending = openConsole(BOARDS["rooms, ending"]);
    expect(tile(ending.container, 1).textContent).toContain("comes to a close");
    expect(tile(ending.container, 3).textContent).toContain("done");
  });

  test("knocks, goes to who calls, and says that it is settled", async () => {
    const console = openConsole(BOARDS["rooms, busy"]);
    await click("Knock at room 1");
    await click("I am coming to room 2");
    await click("Visit over in room 4");
    await click("More for room 3");
    await click("Take the knock back from room 3");
    expect(wishes(console)).toEqual([
      { t: "knock_room", ...ROUND, room: "4.1.1" },
      { t: "knock_room", ...ROUND, room: "4.1.2" },
      { t: "settle_room", ...ROUND, room: "4.1.4" },
      { t: "settle_room", ...ROUND, room: "4.1.3" },
    ]);
  });

  test("of one room: a minute, a note, its end, and joining another", async () => {
    const console = openConsole(BOARDS["rooms, busy"]);
    const more = () => click("More for room 5");
    await more();
    await click("1 minute more");
    await click("1 minute less");
    await click("Take it back");
    await act(() => void fireEvent.input(page.getByRole("textbox"), { target: { value: "  Breathe.  " } }));
    await click("Send to this room");
    await more();
    await choose("Everybody of this room joins", "4.1.3");
    await click("Join");
    await more();
    await click("Let it come to a close");
    expect(wishes(console)).toEqual([
      { t: "give_room_time", ...ROUND, room: "4.1.5", minutes: 1 },
      { t: "give_room_time", ...ROUND, room: "4.1.5", minutes: -1 },
      { t: "send_room_note", ...ROUND, room: "4.1.5", text: "" },
      { t: "send_room_note", ...ROUND, room: "4.1.5", text: "Breathe." },
      { t: "join_rooms", ...ROUND, room: "4.1.5", into: "4.1.3" },
      { t: "close_room", ...ROUND, room: "4.1.5" },
    ]);
    expect(page.queryByRole("dialog")).toBeNull();
  });

  test("a room that waits for Go has no minute to be given and no close", async () => {
    openConsole(BOARDS["rooms, some begun"]);
    await click("More for room 4");
    const panel = within(page.getByRole("dialog"));
    expect(panel.queryByRole("button", { name: "1 minute more" })).toBeNull();
    expect(panel.queryByRole("button", { name: "Let it come to a close" })).toBeNull();
  });

  test("leads to the meeting of a room where people are apart", async () => {
    openConsole(BOARDS["rooms, apart"]);
    await click("More for room 2");
    const link = page.getByRole<HTMLAnchorElement>("link", { name: "Open their meeting" });
    expect([link.href, link.rel, link.target]).toEqual(["https://meet.example.org/abcdefghijkm", "noreferrer", "_blank"]);
  });

  test("a panel goes away when its room is over", async () => {
    const { store } = openConsole(BOARDS["rooms, busy"]);
    await click("More for room 5");
    await act(() => show(store, BOARDS["rooms, over"]));
    expect(page.queryByRole("dialog")).toBeNull();
  });

  test("of all rooms: a minute by button and by plus, and a note", async () => {
    const console = openConsole(BOARDS["rooms, busy"]);
    await click("1 minute less for all");
    await key("+");
    await click("A short note to all");
    expect(page.getByRole("dialog").textContent).toContain("Note to everyone");
    expect(wishes(console)).toEqual([
      { t: "give_room_time", ...ROUND, room: null, minutes: -1 },
      { t: "give_room_time", ...ROUND, room: null, minutes: 1 },
    ]);
  });

  test("while some rooms still wait for Go, those that run can be ended softly, which is asked where turns are to come", async () => {
    const console = openConsole(BOARDS["rooms, some begun"]);
    await click("End softly");
    expect(wishes(console)).toEqual([{ t: "end_rooms_softly", run: 4 }]);
    console.unmount();
    const turns = openConsole(onBoard(board("running", [...pairs({ turns: 2 }).slice(0, 3), ...waiting(-1).slice(3)]), { does: "start_rooms", count: 2 }));
    await click("End softly");
    expect(wishes(turns)).toEqual([]);
    expect(page.getByRole("dialog").textContent).toContain("Turns are still to come");
  });

  test("announced rooms are proposed anew or called off, which is asked", async () => {
    const console = openConsole(BOARDS["rooms, announced"]);
    await click("Propose anew");
    await click("Call them off");
    expect(page.getByRole("dialog").textContent).toContain("no room has begun");
    await click("End the rooms");
    expect(wishes(console)).toEqual([
      { t: "make_rooms", ...ROUND, mix: null },
      { t: "end_rooms", run: 4 },
    ]);
  });

  test("who is in no room is led into one, the one where somebody is alone first", async () => {
    const console = openConsole(BOARDS["rooms, busy"]);
    const loose = console.container.querySelector(".loose")!;
    expect(plain(loose.textContent)).toContain("Tovewas not found");
    expect(plain(loose.textContent)).toContain("Left here, they stay in the main room.");
    expect(plain(loose.textContent)).toContain("1 person sits this out.");
    await click("Into room 5: Kim");
    expect(wishes(console)).toEqual([{ t: "move_seat", ...ROUND, seat: "seat-Kim", room: "4.1.5" }]);
  });

  test("says that they come in at the next round where there is one", () => {
    const { container } = openConsole(withBoard(BOARDS["rooms, busy"], { rounds: 3 }));
    expect(container.querySelector(".loose")?.textContent).toContain("Left here, they come in at the next round.");
  });

  test("somebody in a standing room is moved from the panel of their name, and exchanged with nobody", async () => {
    const console = openConsole(BOARDS["rooms, busy"]);
    await act(() => void fireEvent.click(person(console.container, "River")));
    expect(page.queryByRole("button", { name: "Exchange places" })).toBeNull();
    expect(page.queryByRole("button", { name: "A new room" })).toBeNull();
    await click("Move to room 3");
    expect(wishes(console)).toEqual([{ t: "move_seat", ...ROUND, seat: "seat-River", room: "4.1.3" }]);
  });
});

describe("many rooms", () => {
  test("show those that need somebody first; all of them come on request, some at a time", async () => {
    const { container } = openConsole(onBoard(board("running", crowd(500, [321])), { does: "end_rooms" }));
    expect(tiles(container)).toHaveLength(1);
    expect(container.querySelector(".tiles")?.className).toBe("tiles compact");
    await click("All 500 rooms");
    expect(tiles(container)).toHaveLength(24);
    await click("Show 24 more");
    expect(tiles(container)).toHaveLength(48);
    await act(() => void fireEvent.input(page.getByRole("searchbox"), { target: { value: "444" } }));
    expect(tiles(container).map((one) => one.querySelector("h3")?.textContent)).toEqual(["Room 444"]);
    await act(() => void fireEvent.input(page.getByRole("searchbox"), { target: { value: "ada 2" } }));
    expect(tiles(container).length).toBeGreaterThan(0);
  });

  test("that go well need nobody, and say so", () => {
    const { container } = openConsole(onBoard(board("running", crowd(40)), { does: "end_rooms" }));
    expect(container.querySelector(".board")?.textContent).toContain("No room needs you.");
    expect(tiles(container)).toHaveLength(0);
  });

  test("a proposal of many shows some at a time too, and people are moved by a list of rooms", async () => {
    const console = openConsole(onBoard(board("proposed", crowd(60, [], { state: "formed", step: "" })), { does: "announce_rooms", count: 60 }));
    expect(tiles(console.container)).toHaveLength(24);
    await act(() => void fireEvent.click(console.container.querySelector<HTMLElement>(".placed")!));
    await choose("Move to", "4.1.44");
    await click("Move");
    expect(wishes(console)).toMatchObject([{ t: "move_seat", room: "4.1.44" }]);
  });
});

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
