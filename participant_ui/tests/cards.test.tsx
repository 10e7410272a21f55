import { fireEvent, screen } from "@testing-library/preact";
import { act } from "preact/test-utils";
import { beforeEach, describe, expect, it } from "vitest";

import { NO_ASIDE } from "../../realtime/client/asides";
import vector from "../../tests/vectors/note.json";
import { keepCards, keptCards, type CardKeys } from "../../realtime/client/keys";
import { settled } from "../../realtime/client/tests/ends";
import { cardView, memory, wallView, welcome } from "../../realtime/client/tests/views";
import type { CardView, StageView } from "../../realtime/client/wire";
import { accessible, cardOf, CODE, doorView, heading, held, open, Phone, tap, text } from "./stage";

const WORDS = "I hope to say no.";
const wall = (cards: CardView[] = [], change: Partial<StageView> = {}) =>
  open({ kind: "wall", prompt: "One hope.", phase: "closed", outcome: "unsealed", body: wallView({ cards, resonates: true }), ...change });
const keys = (change: Partial<CardKeys> = {}): CardKeys => ({
  run: 3,
  prompt: "One hope.",
  cardKey: vector.cardKey,
  noteKey: vector.noteKey,
  max: 140,
  shared: false,
  withdrawn: false,
  answered: null,
  ...change,
});

let phone: Phone;
let card: string;

/** A card was written, and writing has closed. */
async function given(): Promise<void> {
  await phone.enter(wall([], { phase: "open", outcome: "open" }));
  fireEvent.input(screen.getByRole("textbox"), { target: { value: WORDS } });
  await tap("Add mine");
  await phone.hears(held());
  card = cardOf(phone.answers[0]);
  await phone.sees(wall(), [{ run: 3, nonces: ["n1"] }]);
}

const sees = (words: string): void => expect(screen.getByRole("main").textContent).toContain(words);
const send = (): Promise<void> =>
  act(async () => {
    fireEvent.click(screen.getByRole("button", { name: "Give these words" }));
    await settled();
  });

beforeEach(() => {
  phone = new Phone();
});

describe("my cards", () => {
  it("tell what became of them", async () => {
    await given();
    await tap("What I wrote");
    await accessible();
    expect(heading()).toBe("What you wrote today");
    sees(WORDS);
    sees("Your card is among those the facilitators read.");
    await phone.sees(wall([cardView(card, { text: WORDS })]));
    sees("Shared with the group.");
    await phone.sees(open({ run: 4 }));
    sees("Shared with the group.");
  });

  it("are taken back by their key alone, and then are gone from here", async () => {
    await given();
    await tap("What I wrote");
    await tap("Take it back");
    const [request] = phone.cardRequests;
    expect(Object.keys(request ?? {}).toSorted()).toEqual(["aside", "code", "key", "nameable", "text"]);
    expect(request).toMatchObject({ code: CODE, text: null, nameable: null });
    sees("Taken back and erased.");
    expect(screen.getByRole("main").textContent).not.toContain(WORDS);
  });

  it("say when it did not get through, and can be tried again", async () => {
    phone.cardProblem = "no_answer";
    await given();
    await tap("What I wrote");
    await tap("Take it back");
    await accessible();
    sees("That did not reach us.");
    phone.cardProblem = null;
    await tap("Take it back");
    sees("Taken back and erased.");
  });

  it("show the facilitators' note to the one phone that can open it, and take other words", async () => {
    keepCards(phone.kept, CODE, { endedAt: null, cards: [keys()] });
    await phone.enter(wall());
    await phone.hears({ t: "notes", body: { sealed: [vector.sealed] } });
    expect(text()).toContain("There is a note about a card of yours.");
    await tap("What I wrote");
    await accessible();
    sees(vector.text);
    await tap("Find other words");
    await accessible();
    fireEvent.input(screen.getByRole("textbox"), { target: { value: "x".repeat(141) } });
    await send();
    sees("This is too long.");
    expect(phone.cardRequests).toEqual([]);
    fireEvent.input(screen.getByRole("textbox"), { target: { value: "  Other words. " } });
    await send();
    expect(phone.cardRequests).toEqual([{ code: CODE, key: vector.cardKey, text: "Other words.", aside: NO_ASIDE, nameable: null }]);
    sees("Other words.");
    expect(screen.getByRole("main").textContent).not.toContain(vector.text);
  });

  it("are none after an answer was taken back while writing was open", async () => {
    await phone.enter(wall([], { phase: "open", outcome: "open" }));
    fireEvent.input(screen.getByRole("textbox"), { target: { value: WORDS } });
    await tap("Add mine");
    await phone.hears(held());
    await tap("Take it back");
    await tap("Help");
    expect(screen.queryByRole("button", { name: "What I wrote" })).toBeNull();
  });
});

describe("the keys of cards", () => {
  it("outlive the tab, without a word of what is written on them", async () => {
    await given();
    expect(phone.kept.keys().map((key) => phone.kept.get(key) ?? "").join(" ")).not.toContain(WORDS);
    document.body.replaceChildren();
    const reopened = new Phone(phone.kept, memory());
    await reopened.enter(wall([cardView(card, { text: WORDS })]));
    await tap("What I wrote");
    sees("Shared with the group.");
  });

  it("stay after the end, can still take a card back, and go with one tap", async () => {
    await given();
    await phone.sees({ phase: "ended" });
    await accessible();
    expect(text()).toContain("at the latest 24 hours after the end");
    expect(phone.tab.keys()).toEqual([]);
    await tap("My cards");
    await tap("Take it back");
    sees("Taken back and erased.");
    await tap("Back");
    await tap("Wipe it now");
    expect(phone.kept.keys()).toEqual([]);
    expect(heading()).toBe("Which session?");
  });

  it("are for nothing after the end of a session without trace, and the phone says so", async () => {
    await given();
    await phone.hears(welcome({ retentionDays: 0 }));
    await phone.sees({ phase: "ended" });
    await accessible();
    expect(text()).toContain("With the end of the session your card is erased.");
    expect(text()).not.toContain("24 hours");
  });

  it("open the own cards at the door of a session that is over", async () => {
    keepCards(phone.kept, CODE, { endedAt: Date.now(), cards: [keys()] });
    phone.door = doorView({ state: "ended" });
    await phone.open(`/${CODE}`);
    await accessible();
    await tap("My cards");
    await accessible();
    await tap("Take it back");
    expect(phone.cardRequests).toEqual([{ code: CODE, key: vector.cardKey, text: null, aside: NO_ASIDE, nameable: null }]);
    await tap("Wipe it now");
    expect(keptCards(phone.kept, CODE).cards).toEqual([]);
  });

  it("are dropped once their cards cannot exist any more", async () => {
    keepCards(phone.kept, CODE, { endedAt: Date.now() - 25 * 3_600_000, cards: [keys()] });
    phone.door = doorView({ state: "ended" });
    await phone.open(`/${CODE}`);
    expect(screen.queryByRole("button", { name: "My cards" })).toBeNull();
    expect(phone.kept.keys()).toEqual([]);
  });
});
