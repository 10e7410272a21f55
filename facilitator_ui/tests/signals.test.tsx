/** Where a facilitator may want to look twice, what can be done about worry, and two facilitators at one card. */

import { act, fireEvent, screen as page } from "@testing-library/preact";
import { afterEach, describe, expect, test } from "vitest";

import type { ConsoleView, QueueCardView, Signal } from "../../realtime/client/wire";
import { FIELDS_INPUT } from "./exerciseMoments";
import { cardId, queue } from "./fixtures";
import { cleanup, openConsole, press, show, stumbles } from "./house";
import { MOMENTS, type Moment } from "./moments";

afterEach(cleanup);

const click = (name: string | RegExp) => act(() => void fireEvent.click(page.getByRole("button", { name })));
const key = (name: string) => act(() => void press(name, document.activeElement ?? document.body));
const write = (field: Element, value: string) => act(() => void fireEvent.input(field, { target: { value } }));
const wishes = ({ sent }: ReturnType<typeof openConsole>) => sent.map(({ command }) => command);
const said = () => document.querySelector('[role="status"]')?.textContent;
const withQueue = (cards: QueueCardView[], changes: Partial<ConsoleView> = {}): Moment => ({
  ...MOMENTS.moderating,
  desk: { ...MOMENTS.moderating.desk, queue: cards, ...changes },
});

const WORDS = "🫶 Mika: I want to kill myself, 0171 2345678";
/** Code points: the heart is one. */
const SIGNALS: Signal[] = [
  { kind: "name", start: 2, end: 6 },
  { kind: "worry", start: 10, end: 29 },
  { kind: "phone", start: 31, end: 43 },
];
const card = (changes: Partial<QueueCardView> = {}): QueueCardView => ({ ...queue("waiting")[0]!, text: WORDS, signals: SIGNALS, ...changes });
const marks = (within: Element | null) => Array.from(within?.querySelectorAll("mark") ?? []).map((mark) => [mark.className, mark.textContent]);

describe("signals", () => {
  test("underline the words they are about, and say in words what they may be", async () => {
    const { container } = openConsole(withQueue([card()]));
    const shown = container.querySelector("[data-card]");
    expect(marks(shown)).toEqual([
      ["signal is-name", "Mika"],
      ["signal is-worry", "want to kill myself"],
      ["signal is-phone", "0171 2345678"],
    ]);
    expect(shown?.querySelector("p")?.textContent).toBe(WORDS);
    for (const words of ["may be the name of somebody here", "may be about harm", "may be a telephone number"]) expect(shown?.textContent).toContain(words);
    expect(await stumbles(container)).toEqual([]);
  });

  test("of a card without any show nothing", () => {
    const { container } = openConsole(withQueue(queue("waiting")));
    expect(container.querySelector("mark, .signals")).toBeNull();
  });

  test("stay with a card that was decided", () => {
    const { container } = openConsole(withQueue([card({ state: "approved" })]));
    expect(marks(container.querySelector(".decided")).map(([, text]) => text)).toEqual(["Mika", "want to kill myself", "0171 2345678"]);
  });

  test("find their place in labelled lines too", () => {
    const text = "🫶 when\n  Mika asked\nme";
    const signals: Signal[] = [{ kind: "name", start: 9, end: 13 }];
    const moment = withQueue([card({ text, signals })]);
    const stage = moment.shared.stage!;
    const body = stage.body.t === "wall" ? { ...stage.body, input: FIELDS_INPUT } : stage.body;
    const { container } = openConsole({ ...moment, shared: { ...moment.shared, stage: { ...stage, body } } });
    expect(marks(container.querySelector("[data-card]"))).toEqual([["signal is-name", "Mika"]]);
  });

  test("mark proposed lines, and lead to the same choices without a note, for which nobody has a key", async () => {
    const lines = MOMENTS.agree.desk.lines.map((line) => (line.state === "proposed" ? { ...line, text: WORDS, signals: SIGNALS } : line));
    const console = openConsole({ ...MOMENTS.agree, desk: { ...MOMENTS.agree.desk, lines } });
    expect(marks(console.container)).toHaveLength(3);
    await click("What you can do");
    expect(page.queryByRole("button", { name: "Write to its writer" })).toBeNull();
    await click("Hide it");
    expect(wishes(console)).toEqual([{ t: "hide_line", run: 4, line: cardId(21) }]);
  });
});

describe("words of worry", () => {
  test("have a panel that says plainly what cannot be known, and does nothing by itself", async () => {
    const console = openConsole(withQueue([card()]));
    await click("What you can do");
    const dialog = page.getByRole("dialog");
    expect(dialog.textContent).toContain("There is no way to learn who wrote this. That is how it is built.");
    expect(marks(dialog)).toHaveLength(3);
    expect(document.activeElement?.textContent).toBe("Close");
    expect(await stumbles(console.container)).toEqual([]);
    await click("Close");
    expect(wishes(console)).toEqual([]);
  });

  test("can be hidden, and the panel stays for what else is wanted", async () => {
    const console = openConsole(withQueue([card()]));
    await click("What you can do");
    await click("Hide it");
    expect(wishes(console)).toEqual([{ t: "hide_card", run: 4, card: cardId(0) }]);
    await act(() => show(console.store, withQueue([card({ state: "hidden" })])));
    expect(page.getByRole("dialog").textContent).toContain("It is hidden.");
    expect(page.queryByRole("button", { name: "Hide it" })).toBeNull();
  });

  test("lead to a note with a kind beginning that can be changed", async () => {
    const console = openConsole(withQueue([card()]));
    await click("What you can do");
    await click("Write to its writer");
    const note = page.getByRole<HTMLTextAreaElement>("textbox");
    expect(note.value).toContain("Under “Help” on your phone");
    expect(note.value.length).toBeLessThanOrEqual(note.maxLength);
    await write(note, "Thank you. Come and find us.");
    await click("Return the card");
    expect(wishes(console)).toEqual([{ t: "return_card", run: 4, card: cardId(0), note: "Thank you. Come and find us.", seen: "waiting" }]);
  });

  test("let help be offered to everyone, which is then said there", async () => {
    const console = openConsole(withQueue([card()]));
    await click("What you can do");
    await click("Offer help to everyone");
    expect(wishes(console)).toEqual([{ t: "offer_help", offered: 0 }]);
    const moment = withQueue([card()]);
    await act(() => show(console.store, { ...moment, shared: { ...moment.shared, helpOffered: 1 } }));
    expect(page.getByRole("dialog").textContent).toContain("It stands on all phones");
  });

  test("that were taken back meanwhile leave a panel that says so", async () => {
    const console = openConsole(withQueue([card(), ...queue("waiting", "waiting").slice(1)]));
    await click("What you can do");
    await act(() => show(console.store, withQueue(queue("waiting", "waiting").slice(1))));
    expect(page.getByRole("dialog").textContent).toContain("Its writer has taken this card back.");
    expect(page.queryByRole("button", { name: "Hide it" })).toBeNull();
    expect(marks(page.getByRole("dialog"))).toEqual([]);
  });

  test("can be answered from the note to everyone without any signal", async () => {
    const console = openConsole("writing");
    await key("n");
    await click("Offer help to everyone");
    expect(wishes(console)).toEqual([{ t: "offer_help", offered: 0 }]);
  });
});

describe("two facilitators at one card", () => {
  const cards = (...states: QueueCardView["state"][]) => queue(...states);

  test("whoever shared what was just hidden is told, by the queue and by the answer, in the same words", async () => {
    const console = openConsole(withQueue(cards("waiting", "waiting")));
    await key("m");
    await key("a");
    await act(() => show(console.store, withQueue(cards("hidden", "waiting"))));
    expect(said()).toBe("Another facilitator has just hidden this card.");
    await act(async () => console.sent[0]?.answer({ refused: "card_hidden" }));
    expect(said()).toBe("Another facilitator has just hidden this card.");
    expect(console.container.querySelector(".undo-just")).toBeNull();
  });

  test.each([
    ["approved", "Another facilitator had just shared this card."],
    ["released", "This card had just gone out."],
  ] as const)("whoever hid what was just %s learns it, also where both came at once", async (before, words) => {
    const console = openConsole(withQueue(cards("waiting", "waiting")));
    await key("m");
    await key("x");
    await act(async () => console.sent[0]?.answer({ done: true }));
    await act(() => show(console.store, withQueue([{ ...cards("hidden")[0]!, before }, cards("waiting", "waiting")[1]!])));
    expect(said()).toContain(words);
  });

  test("whoever hid what waited is told nothing more", async () => {
    const console = openConsole(withQueue(cards("waiting", "waiting")));
    await key("m");
    await key("x");
    await act(async () => console.sent[0]?.answer({ done: true }));
    await act(() => show(console.store, withQueue(cards("hidden", "waiting"))));
    expect(said()).toBe("Hidden.");
  });

  test("a note that is written while the other hides the card is kept, and can be sent all the same", async () => {
    const console = openConsole(withQueue(cards("waiting", "waiting")));
    await key("m");
    await key("r");
    await write(page.getByRole("textbox"), "Could this be broader?");
    await click("Return the card");
    await act(() => show(console.store, withQueue(cards("hidden", "waiting"))));
    await act(async () => console.sent[0]?.answer({ refused: "card_hidden" }));
    const dialog = page.getByRole("dialog");
    expect(dialog.textContent).toContain("Another facilitator has just hidden this card. Your note is still here.");
    expect(page.getByRole<HTMLTextAreaElement>("textbox").value).toBe("Could this be broader?");
    await click("Return the card");
    expect(wishes(console).at(-1)).toMatchObject({ note: "Could this be broader?", seen: "hidden" });
    await act(async () => console.sent[1]?.answer({ done: true }));
    expect(page.queryByRole("dialog")).toBeNull();
  });

  test("a note whose card its writer takes back cannot be sent any more, and is not lost from sight", async () => {
    const console = openConsole(withQueue(cards("waiting", "waiting")));
    await key("m");
    await key("r");
    await write(page.getByRole("textbox"), "Could this be broader?");
    await act(() => show(console.store, withQueue(cards("waiting", "waiting").slice(1))));
    await click("Return the card");
    expect(wishes(console)).toEqual([]);
    expect(page.getByRole("dialog").textContent).toContain("Its writer has taken this card back.");
  });

  test("whoever lets cards go hears that the other has taken one off", async () => {
    const console = openConsole(withQueue(cards("approved", "approved", "approved")));
    await act(() => console.doing.act({ t: "release_cards", run: 4, count: 3 }));
    await act(async () => console.sent[0]?.answer({ done: true }));
    await act(() => show(console.store, withQueue(cards("released", "released", "released"))));
    expect(said()).not.toContain("Another");
    await act(() => show(console.store, withQueue(cards("hidden", "released", "released"))));
    expect(said()).toBe("Another facilitator has just hidden this card.");
  });

  test("what the other does with cards that nobody here is at is not said", async () => {
    const console = openConsole(withQueue(cards("waiting", "waiting", "waiting")));
    const before = said();
    await act(() => show(console.store, withQueue(cards("waiting", "hidden", "approved"))));
    expect(said()).toBe(before);
  });

  test("the card that has the focus is one that somebody is at", async () => {
    const console = openConsole(withQueue(cards("waiting", "waiting")));
    await key("m");
    await act(() => show(console.store, withQueue(cards("returned", "waiting"))));
    expect(said()).toBe("Another facilitator has just returned this card with a note.");
  });

  test("other words of its writer are no deed of the other facilitator", async () => {
    const console = openConsole(withQueue(cards("waiting", "waiting")));
    await key("m");
    await key("a");
    await act(async () => console.sent[0]?.answer({ done: true }));
    await act(() => show(console.store, withQueue(cards("approved", "waiting"))));
    await act(() => show(console.store, withQueue([{ ...card({ text: "Other words", signals: [] }), rewrites: 1 }, cards("waiting", "waiting")[1]!])));
    expect(said()).toBe("Ready to go out.");
    expect(marks(console.container)).toEqual([]);
  });
});
