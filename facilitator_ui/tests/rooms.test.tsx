/** Breakouts on the console: what Next does, and the board of rooms that stand. */
import { act, fireEvent, screen as page, within } from "@testing-library/preact";
import { afterEach, describe, expect, test, vi } from "vitest";

import type { BoardRoomView } from "../../realtime/client/wire";
import { nextStep } from "../src/console/next";
import { BOARDS, board, crowd, onBoard, pairs, type BoardMoment, waiting } from "./boardFixtures";
import { cleanup, openConsole, show, stumbles, t } from "./house";
import type { Moment } from "./moments";
import { NAMES, plain, wishes, click, key, person, tiles, tile, withBoard, choose } from "./onRooms";

afterEach(cleanup);

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
