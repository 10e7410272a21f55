/** Breakouts on the shared screen: nothing of a proposal, who finds whom, the close, and the way back. */

import { afterEach, describe, expect, test } from "vitest";

import { BOARDS, type BoardMoment, board, boardRoom, crowd, onBoard, pairs } from "./boardFixtures";
import { NOW } from "./fixtures";
import { cleanup, openScreen, stumbles } from "./house";
import type { Moment } from "./moments";

afterEach(cleanup);

const NAMES = Object.keys(BOARDS) as BoardMoment[];
const QUIET = { endsAt: null, left: null };
const plain = (text: string | null | undefined) => text?.replaceAll(/[\u2068\u2069]/g, "") ?? "";
function shown(moment: Moment) {
  const { container } = openScreen(moment);
  const main = container.querySelector("main")!;
  return { main, title: main.querySelector("h1")?.textContent, says: plain(main.textContent), time: main.querySelector("[role=timer]")?.textContent ?? null };
}
const running = (changes: Parameters<typeof pairs>[0]) => onBoard(board("running", pairs(changes)), { does: "end_rooms" });

test.each(NAMES)("at %s the screen can be read by everybody", async (name) => {
  const { container } = openScreen(BOARDS[name]);
  expect(await stumbles(container)).toEqual([]);
  expect(container.querySelectorAll("h1")).toHaveLength(1);
});

test.each(["rooms, before", "rooms, proposed", "rooms, one alone"] as const)("at %s nobody is named", (name) => {
  const { main, says } = shown(BOARDS[name]);
  expect(says).toContain("In a moment you meet in small rooms.");
  expect(says).not.toMatch(/River|Mika|Rosa|Yusuf/);
  expect(main.querySelector(".rooms-map")).toBeNull();
});

describe("announced", () => {
  test("everybody finds their partner by name, sign and number, and sees when it begins", () => {
    const { main, title, says, time } = shown(BOARDS["rooms, announced"]);
    expect(title).toBe("Find your partner");
    expect(says).toContain("Your phone says the same.");
    expect(time).toBe("0:07");
    const [first] = main.querySelectorAll(".rooms-map > li");
    expect(plain(first?.textContent)).toBe("Room 1RiverMika");
    expect(main.querySelectorAll(".room-mark svg")).toHaveLength(5);
  });

  test("once rooms can begin no clock hurries anybody", () => {
    const { says, time } = shown(BOARDS["rooms, ready"]);
    expect(says).toContain("Begin when you are ready: one of you presses Go.");
    expect(time).toBeNull();
  });

  test("larger rooms look for a group, and where people are apart the phone leads there", () => {
    const large = board("announced", [boardRoom(1, ["River", "Mika", "Rosa", "Amal"], { state: "formed", clock: { endsAt: NOW + 5000, left: null } })]);
    const moment = onBoard(large, { does: "start_rooms" });
    const { title, says } = shown({ ...moment, shared: { ...moment.shared, presence: "apart" } });
    expect(title).toBe("Find your group");
    expect(says).toContain("Your phone leads you there.");
  });
});

describe("running", () => {
  test("the step they are all in is the heading; a room that stands still stops no clock", () => {
    const { title, time } = shown(running({}));
    expect([title, time]).toEqual(["Speaker has the time", "2:10"]);
    cleanup();
    expect(shown(BOARDS["rooms, busy"]).time).toBe("2:10");
  });

  test("of calls, pauses and who is missed the room sees nothing", () => {
    const { says } = shown(BOARDS["rooms, busy"]);
    expect(says).not.toMatch(/calls|paused|not found|alone|asleep|come in/);
  });

  test("while some wait for Go, the others are in their step", () => {
    expect(shown(BOARDS["rooms, some begun"]).title).toBe("Speaker has the time");
  });
});

describe("the close", () => {
  test("has its clock and a sentence, and another for the last ten seconds", () => {
    const soon = shown(BOARDS["rooms, ending"]);
    expect([soon.title, soon.time]).toEqual(["Come to a close", "0:41"]);
    expect(soon.says).toContain("Finish what you are saying");
    cleanup();
    const last = shown(running({ ending: true, clock: { endsAt: NOW + 9_000, left: null } }));
    expect(last.title).toBe("Come to a close");
    expect(last.says).toContain("Let it fade out.");
  });

  test("one room that closes alone does not close the others", () => {
    const [one, ...others] = pairs();
    expect(shown(onBoard(board("running", [{ ...one!, ending: true }, ...others]), { does: "end_rooms" })).title).toBe("Speaker has the time");
  });

  test("afterwards everybody is welcomed back", () => {
    const { title, time, main } = shown(BOARDS["rooms, over"]);
    expect([title, time]).toEqual(["Welcome back", null]);
    expect(main.querySelector(".rooms-map")).toBeNull();
  });

  test("between two rounds the next one is announced, not the end", () => {
    const done = pairs({ state: "finished", step: "", clock: QUIET });
    expect(shown(onBoard(board("running", done, { rounds: 3 }), { does: "end_rooms" })).title).toBe("The next rooms begin in a moment.");
  });
});

describe("many rooms", () => {
  test("and large ones stand as they fit; where they do not, the phones alone say who is with whom", () => {
    const look = (count: number, names: string[]) => {
      const { main, says } = shown(onBoard(board("running", Array.from({ length: count }, (_, at) => boardRoom(at + 1, names))), { does: "end_rooms" }));
      cleanup();
      return main.querySelector<HTMLElement>(".rooms-map")?.dataset["look"] ?? /\d+ rooms\. Your phone says/.exec(says)?.[0];
    };
    const six = ["Juniper", "Linden", "River", "Mika", "Rosa", "Sol"];
    expect([look(5, ["River", "Mika"]), look(12, ["River", "Mika"]), look(40, ["River", "Mika"])]).toEqual(["large", "small", "rows"]);
    expect([look(6, ["Bartholomew of the Hills", ...six.slice(1)]), look(12, six), look(24, six)]).toEqual(["small", "rows", "24 rooms. Your phone says"]);
  });

  test("stand as rows of signs and names; of more than can be found only their number is shown", () => {
    const forty = shown(BOARDS["forty rooms"]);
    expect(forty.main.querySelectorAll('.rooms-map[data-look="rows"] > li')).toHaveLength(40);
    cleanup();
    const crowded = shown(onBoard(board("running", crowd(500)), { does: "end_rooms" }));
    expect(crowded.main.querySelector(".rooms-map")).toBeNull();
    expect(crowded.says).toContain("500 rooms. Your phone says with whom you are.");
  });
});
