/** What a facilitator does besides Next: the plan, people, care, agreements and rounds. */

import { act, fireEvent, screen as page } from "@testing-library/preact";
import { afterEach, describe, expect, test } from "vitest";

import type { ConsoleView } from "../../realtime/client/wire";
import { paceOf } from "../src/console/pace";
import { NOW, cardId, desk, next, shared } from "./fixtures";
import { cleanup, openConsole, press, show, stumbles } from "./house";
import { MOMENTS, type Moment, type MomentName, circleStage } from "./moments";

afterEach(cleanup);

const MINUTE = 60_000;
const click = (name: string | RegExp) => act(() => void fireEvent.click(page.getByRole("button", { name })));
const key = (name: string) => act(() => void press(name, document.activeElement ?? document.body));
const write = (field: Element, value: string) => act(() => void fireEvent.input(field, { target: { value } }));
const wishes = ({ sent }: ReturnType<typeof openConsole>) => sent.map(({ command }) => command);
const withDesk = (moment: Moment, changes: Partial<ConsoleView>): Moment => ({ ...moment, desk: { ...moment.desk, ...changes } });

describe("every panel can be read and used by everybody", () => {
  const OPENED: [name: string, at: MomentName, open: () => Promise<void> | void][] = [
    ["keys", "writing", () => key("?")],
    ["note", "circle", () => key("n")],
    ["skip", "writing", () => key("s")],
    ["back while people answer", "writing", () => key("b")],
    ["end with an open care request", "door", () => click("End the session")],
    ["end of a round", "circle", () => click("End the round")],
    ["lines left behind", "uncollected", () => key(" ")],
    ["a person", "writing", () => click(/Amal/)],
    ["add a person", "writing", () => click("Add somebody without a phone")],
    ["the two views", "writing", () => key("p")],
  ];
  test.each(OPENED)("%s", async (_, at, open) => {
    const { container } = openConsole(at);
    await open();
    expect(await stumbles(container)).toEqual([]);
  });

  test.each(["r", "v"])("a card's panel by %s", async (letter) => {
    const { container } = openConsole("veiled");
    await key("m");
    await key(letter);
    expect(page.getByRole("dialog")).toBeTruthy();
    expect(await stumbles(container)).toEqual([]);
  });
});

describe("the plan", () => {
  test("says how far behind it is, and what could be shorter", () => {
    const { container } = openConsole("writing");
    expect(container.textContent).toContain("4 min over");
    expect(container.textContent).toContain("“Three short meetings” could give 3 min.");
    expect(container.textContent).not.toContain("“Equal turns” could give");
  });

  test("counts an item that lasts too long, and is on time or early when it is", () => {
    const pace = (startedAt: number, itemStartedAt: number) => paceOf(desk({ startedAt, itemStartedAt }), NOW);
    expect(pace(NOW - 19 * MINUTE, NOW)?.over).toBe(0);
    expect(pace(NOW - 36 * MINUTE, NOW - 17 * MINUTE)?.over).toBe(5);
    expect(pace(NOW - 10 * MINUTE, NOW)?.over).toBe(-9);
    expect(paceOf(desk({ activity: -1, startedAt: null, itemStartedAt: null }), NOW)).toBeNull();
  });

  test("each stage that can be shown is a button that says what it does", async () => {
    const console = openConsole("wall");
    await click(/I am here because of… ?show again/);
    expect(wishes(console)).toEqual([{ t: "look_back", run: 4, stage: 2 }]);
  });

  test("B and Left go back to the stage before, within a guide to its step before", async () => {
    const wall = openConsole("wall");
    await key("b");
    await act(() => show(wall.store, withDesk(MOMENTS.wall, { answered: 1 })));
    wall.unmount();
    const guide = openConsole("guide");
    await key("ArrowLeft");
    expect(wishes(wall)).toEqual([{ t: "look_back", run: 4, stage: 2 }]);
    expect(wishes(guide)).toEqual([{ t: "step_guide", run: 4, step: 0 }]);
  });

  test("nothing is shown again over a question that people are answering", async () => {
    const console = openConsole("writing");
    await key("b");
    expect(page.getByRole("dialog").textContent).toContain("Close the question first");
    await click("Stay here");
    expect(wishes(console)).toEqual([]);
  });

  test("S asks before it drops answers, and not where nothing is lost", async () => {
    const writing = openConsole("writing");
    await key("s");
    expect(document.activeElement?.textContent).toBe("Stay here");
    expect(wishes(writing)).toEqual([]);
    await click("Skip it");
    expect(wishes(writing)).toEqual([{ t: "skip_stage", run: 4 }]);
    writing.unmount();
    const guide = openConsole("guide");
    await key("s");
    expect(wishes(guide)).toEqual([{ t: "skip_stage", run: 4 }]);
  });

  test("a stage that is shown again says so", () => {
    const { stage } = MOMENTS.bars.shared;
    const { container } = openConsole({ ...MOMENTS.bars, shared: { ...MOMENTS.bars.shared, stage: stage && { ...stage, again: true } } });
    expect(container.textContent).toContain("Shown again. Nothing is asked again.");
  });

  test("plus gives one more minute", async () => {
    const console = openConsole("writing");
    await key("+");
    expect(wishes(console)).toEqual([{ t: "extend_stage", run: 4, minutes: 1 }]);
  });

  test("rooms that run can neither be skipped nor left by the plan", () => {
    openConsole("running");
    expect(page.queryByRole("button", { name: "Skip" })).toBeNull();
    expect(page.queryByRole("button", { name: "Back" })).toBeNull();
  });
});

describe("people", () => {
  test("who waits is let in or declined, and is not among the people yet", async () => {
    const console = openConsole("door");
    expect([...console.container.querySelectorAll(".people .name")].map((name) => name.textContent)).not.toContain("⁨Kim⁩");
    await act(() => void fireEvent.click(page.getAllByRole("button", { name: "Admit" })[0]!));
    await act(() => void fireEvent.click(page.getAllByRole("button", { name: "Decline" })[1]!));
    await act(() => void fireEvent.click(page.getByRole("button", { name: "Do not let them in" })));
    expect(wishes(console)).toEqual([
      { t: "admit_person", seat: "seat-Kim" },
      { t: "decline_person", seat: "seat-Ada" },
    ]);
  });

  test("who asks for a person and who comes to the door is read aloud, once, and not again on loading", async () => {
    const { store, container } = openConsole("door");
    const said = () => container.querySelector('[role="status"]')?.textContent;
    const { care, people } = MOMENTS.door.desk;
    expect(said()).toContain("One hope or one hesitation.");
    await act(() => show(store, withDesk(MOMENTS.door, { people: [...people, { ...people[0]!, seat: "seat-new", alias: "Nia", state: "waiting" }] })));
    expect(said()).toMatch(/wait to come in|waits to come in/);
    await act(() => show(store, withDesk(MOMENTS.door, { care: [...care, { ...care[0]!, id: "new", alias: "Nia", mark: 0, outcome: null }] })));
    expect(said()).toMatch(/Nia.* would like a person/);
  });

  test("after one was let in the focus stays with those who still wait", async () => {
    const { store } = openConsole("door");
    await act(() => page.getAllByRole("button", { name: "Admit" })[0]?.focus());
    const { people } = MOMENTS.door.desk;
    const first = people.findIndex(({ state }) => state === "waiting");
    await act(() => show(store, withDesk(MOMENTS.door, { people: people.filter((_, index) => index !== first) })));
    expect(document.activeElement?.textContent).toBe("1 person waits to come in");
  });

  test("a care request stands first, until it is answered or handed over", async () => {
    const console = openConsole("door");
    expect(console.container.querySelector(".side")?.firstElementChild?.textContent).toContain("Rosa");
    expect(console.container.querySelectorAll(".care-request")).toHaveLength(1);
    await click("Handed over");
    expect(wishes(console)).toEqual([{ t: "settle_care", care: "care-1", outcome: "handed_over" }]);
  });

  test("the session cannot be ended over an open care request", async () => {
    const console = openConsole("door");
    await click("End the session");
    expect(page.getByRole("dialog").textContent).toContain("Answer it or hand it over first.");
    expect(page.queryByRole("button", { name: "End it" })).toBeNull();
    await act(() => show(console.store, withDesk(MOMENTS.door, { care: [] })));
    await click("End it");
    expect(wishes(console)).toEqual([{ t: "end_session" }]);
  });

  test("somebody is marked, and nothing says afterwards who rests", async () => {
    const console = openConsole("writing");
    await click(/Amal/);
    await click("Rests");
    expect(wishes(console)).toEqual([{ t: "mark_person", seat: "seat-Amal", state: "resting" }]);
    expect(console.container.querySelector(".people")?.textContent).not.toContain("rest");
  });

  test("two seats become one only after it was said in words which one stays", async () => {
    const console = openConsole("writing");
    await click(/Amal/);
    await act(() => void fireEvent.change(page.getByRole("combobox"), { target: { value: "seat-Dario" } }));
    await click("Make them one");
    const said = page.getByRole("dialog").textContent?.replaceAll(/[⁨⁩]/g, "");
    expect(said).toContain("Both phones become Dario. Amal leaves the list.");
    expect(document.activeElement?.textContent).toBe("Leave them as two");
    await click(/They are one/);
    expect(wishes(console)).toEqual([{ t: "merge_seats", seat: "seat-Amal", into: "seat-Dario" }]);
  });

  test("somebody without a phone is added by name, and a name is needed", async () => {
    const console = openConsole("writing");
    await click("Add somebody without a phone");
    await click("Add");
    expect(wishes(console)).toEqual([]);
    await write(page.getByRole("textbox"), "  Oma ");
    await act(() => void fireEvent.submit(page.getByRole("textbox").closest("form")!));
    expect(wishes(console)).toEqual([{ t: "add_person", alias: "Oma" }]);
    expect(page.queryByRole("dialog")).toBeNull();
  });
});

describe("agreements", () => {
  const nextSays = ({ container }: ReturnType<typeof openConsole>) => container.querySelector(".next strong")?.textContent;

  test("are read before Next keeps them; a double click on the invitation keeps nothing", async () => {
    const console = openConsole("unread");
    expect(nextSays(console)).toBe("Read them with the group");
    const button = console.container.querySelector(".next")!;
    await act(() => void fireEvent.click(button, { detail: 1 }));
    expect(nextSays(console)).toBe("Keep 3 agreements");
    await act(() => void fireEvent.click(button, { detail: 2 }));
    expect(wishes(console)).toEqual([]);
    await key(" ");
    expect(wishes(console)).toEqual([{ t: "adopt_lines", run: 4, lines: ["start-0", "start-1", cardId(20)] }]);
  });

  test("can be kept by a button of their own while Next still invites to read, and what was collected counts as read", async () => {
    const console = openConsole("unread");
    await click("Keep all 3");
    expect(wishes(console)).toEqual([{ t: "adopt_lines", run: 4, lines: ["start-0", "start-1", cardId(20)] }]);
    console.unmount();
    const collecting = openConsole(withDesk(MOMENTS.unread, { answered: 2 }));
    await key("c");
    expect(nextSays(collecting)).toBe("Keep 3 agreements");
  });

  test("lines that nobody has collected are emphasised, and Next asks before it leaves them out", async () => {
    const console = openConsole("uncollected");
    expect(console.container.querySelector(".next")?.textContent).toContain("leaves out 3 lines that are not collected.");
    await key(" ");
    expect(document.activeElement?.textContent).toBe("Stay and collect");
    await key("Escape");
    await key("c");
    expect(wishes(console)).toEqual([{ t: "collect_lines", run: 4 }]);
  });

  test("a proposed line is shown or hidden, a shown one kept; a questioned one is not", async () => {
    const console = openConsole("agree");
    // The second one stands by the hidden line, behind its fold.
    await act(() => void fireEvent.click(page.getAllByRole("button", { name: "Show" })[0]!));
    const keep = page.getAllByRole("button", { name: "Keep" });
    for (const button of keep) await act(() => void fireEvent.click(button));
    expect(wishes(console)).toEqual([
      { t: "approve_line", run: 4, line: cardId(21) },
      { t: "adopt_lines", run: 4, lines: ["start-1"] },
      { t: "adopt_lines", run: 4, lines: [cardId(20)] },
    ]);
  });

  test("all lines without a question are kept at once", async () => {
    const console = openConsole("uncollected");
    await click("Keep all 2");
    expect(wishes(console)).toEqual([{ t: "adopt_lines", run: 4, lines: ["start-1", cardId(20)] }]);
  });
});

describe("a round", () => {
  test("says who has the time and who is next, and can wait, give time and end", async () => {
    const console = openConsole("circle");
    const said = console.container.querySelector(".next")?.textContent?.replaceAll(/[⁨⁩]/g, "");
    expect(said).toContain("River has the time. Then Rosa 2.");
    await click("20 more seconds");
    await click("Later");
    await click("End the round");
    expect(wishes(console)).toHaveLength(2);
    await act(() => void fireEvent.click(page.getByRole("dialog").querySelector(".care")!));
    expect(wishes(console)).toEqual([
      { t: "give_time", run: 4, turn: 3, seconds: 20 },
      { t: "put_later", run: 4, turn: 3 },
      { t: "end_circle", run: 4 },
    ]);
  });

  test("the last one of a round is said to be the last", () => {
    const last = { ...MOMENTS.circle, shared: shared({ stage: circleStage({ next: null }) }), desk: desk({ next: next("end_turn", { turn: 3 }) }) };
    const { container } = openConsole(last);
    expect(container.querySelector(".next")?.textContent).toContain("is the last of this round");
  });
});
