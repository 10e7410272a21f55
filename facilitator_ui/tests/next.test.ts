import { describe, expect, test } from "vitest";

import type { LineView, NextView, QueueLineView } from "../../realtime/client/wire";
import { type Does, SENDS, besides, nextStep } from "../src/console/next";
import { desk, next, shared, stage } from "./fixtures";
import { t } from "./house";
import { MOMENTS, unreadBody } from "./moments";

const numbers: Partial<NextView> = { run: 4, stage: 6, step: 2, round: 1, turn: 3, lines: ["start-0", "start-1"], count: 5, waiting: 4, title: "Equal turns" };

const EXPECTED: Record<Does, { sends: unknown; says: string }> = {
  open_stage: { sends: { t: "open_stage", run: 4, stage: 6 }, says: "Begin “Equal turns”" },
  step_guide: { sends: { t: "step_guide", run: 4, step: 2 }, says: "Next step" },
  start_pacer: { sends: { t: "start_pacer", run: 4 }, says: "Start the breath" },
  close_stage: { sends: { t: "close_stage", run: 4 }, says: "Close the question" },
  reveal_picture: { sends: { t: "reveal_picture", run: 4 }, says: "Show the picture" },
  release_cards: { sends: { t: "release_cards", run: 4, count: 5 }, says: "Release 5 cards" },
  make_rooms: { sends: { t: "make_rooms", run: 4, round: 1, mix: null }, says: "Propose rooms for 5" },
  announce_rooms: { sends: { t: "announce_rooms", run: 4, round: 1 }, says: "Announce 5 rooms" },
  start_rooms: { sends: { t: "start_rooms", run: 4, round: 1 }, says: "Go: start 5 rooms" },
  end_rooms: { sends: { t: "end_rooms_softly", run: 4 }, says: "End softly" },
  end_session: { sends: { t: "end_session" }, says: "End the session" },
  start_circle: { sends: { t: "start_circle", run: 4 }, says: "Draw the order and start the round" },
  end_turn: { sends: { t: "end_turn", run: 4, turn: 3 }, says: "Next person" },
  end_circle: { sends: { t: "end_circle", run: 4 }, says: "End the round" },
  adopt_lines: { sends: { t: "adopt_lines", run: 4, lines: ["start-0", "start-1"] }, says: "Keep 2 agreements" },
  wait_closing: { sends: null, says: "Answers are being gathered" },
  decide_short: { sends: null, says: "Too few people for this without names" },
  ended: { sends: null, says: "The session has ended" },
};

const waits = (aloneWithoutRedis: boolean) =>
  nextStep(desk({ next: next("wait_closing"), closing: { missing: 2, aloneWithoutRedis, givesUpAt: 0 } }), shared(), t).detail;

const offers = (name: keyof typeof MOMENTS) => besides(MOMENTS[name].shared).map(({ command }) => command);

describe("Next", () => {
  test.each(Object.keys(SENDS) as Does[])("%s says it on a phone in three lines of some 25 letters", (does) => {
    const crowded = desk({
      next: next(does, { ...numbers, waiting: 12, title: "Take turns: what brings you here, and what do you bring that others could use?" }),
      answered: 12,
      staying: 14,
    });
    for (const moment of [shared(), shared({ calm: true })]) expect(nextStep(crowded, moment, t).detail.length).toBeLessThanOrEqual(78);
  });

  test.each(Object.keys(SENDS) as Does[])("%s says what it will do and sends exactly that", (does) => {
    const step = nextStep(desk({ next: next(does, does === "end_rooms" ? { ...numbers, waiting: 0 } : numbers) }), shared(), t);
    expect(step.command).toEqual(EXPECTED[does].sends);
    expect(step.title).toBe(EXPECTED[does].says);
    expect(step.detail).not.toBe("");
    expect(step.ask).toBe({ end_session: "end" }[does as string] ?? null);
  });

  test("says how many have answered before it closes a question", () => {
    const detail = (answered: number) => nextStep(desk({ next: next("close_stage"), answered, here: 6, staying: 7 }), shared({ floor: 5 }), t).detail;
    expect(detail(4)).toBe("4 of 7 have answered. With too few, you can open it again.");
    expect(detail(5)).toBe("5 of 7 have answered. What is on its way gets a short moment.");
  });

  test("says how many cards still wait, and cannot be pressed while none can go out", () => {
    const some = nextStep(desk({ next: next("release_cards", { count: 5, waiting: 1 }) }), shared(), t);
    expect(some.detail).toContain("1 still waits for you");
    const none = nextStep(desk({ next: next("release_cards", { count: 0, waiting: 4 }) }), shared(), t);
    expect(none.command).toBeNull();
    expect(none.detail).toContain("4 cards wait for you");
  });

  test("says whom a closing waits for, and when it cannot go on alone", () => {
    expect(waits(false)).toContain("2 servers have not handed over yet. Each is waited for while it is alive.");
    expect(waits(true)).toContain("cannot meet");
  });

  test("a short stage says how many of how many", () => {
    expect(nextStep(desk({ next: next("decide_short", { count: 4 }) }), shared({ floor: 5 }), t).detail).toContain("4 of 5");
  });

  test("in a calm room it goes on, whatever came next", () => {
    const step = nextStep(desk({ next: next("close_stage") }), shared({ calm: true }), t);
    expect(step.command).toEqual({ t: "resume_room" });
  });
});

describe("Next at the agreements", () => {
  const at = (first: Partial<LineView>, read: number | null, state: QueueLineView["state"] = "shown") => {
    const [line, ...others] = unreadBody.lines;
    const moment = shared({ stage: stage({ kind: "agree", body: { ...unreadBody, lines: [{ ...line!, ...first }, ...others] } }) });
    return nextStep(desk({ next: next("adopt_lines", { lines: ["start-1"] }), lines: [{ id: "start-0", text: "", state, question: false, signals: [] }] }), moment, t, read);
  };

  test("first invites to read them, and sends nothing", () => {
    const step = at({}, null);
    expect([step.does, step.title, step.command]).toEqual(["read_lines", "Read them with the group", null]);
    expect(step.detail.length).toBeLessThanOrEqual(78);
  });

  test("keeps them once this console has said that they were read, in this stage", () => {
    expect(at({}, 3).does).toBe("read_lines");
    expect(at({}, 4).title).toBe("Keep 1 agreement");
  });

  test("keeps them where another console has kept or collected some, or people have shown their support", () => {
    expect(at({}, null, "kept").does).toBe("adopt_lines");
    expect(at({}, null, "proposed").does).toBe("adopt_lines");
    expect(at({ support: 6 }, null).does).toBe("adopt_lines");
    expect(at({ question: true }, null).does).toBe("read_lines");
  });
});

describe("beside Next", () => {
  test("an open question can have one more minute, a closed one cannot", () => {
    expect(offers("writing")).toEqual([{ t: "extend_stage", run: 4, minutes: 1 }]);
    expect(offers("unrevealed")).toEqual([]);
  });

  test("a shown picture can be hidden", () => {
    expect(offers("bars")).toEqual([{ t: "hide_picture", run: 4 }]);
  });

  test("a calm room offers nothing but to go on", () => {
    expect(offers("calm")).toEqual([]);
  });
});
