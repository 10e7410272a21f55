/** Beside one's own card: what covers it, and whether it may be named. And how veiled cards begin on this phone. */
import { fireEvent, screen } from "@testing-library/preact";
import { act } from "preact/test-utils";
import { describe, expect, it, vi } from "vitest";

import { settled } from "../../realtime/client/tests/ends";
import { cardView, inputView, memory, wallView } from "../../realtime/client/tests/views";
import { CONTENT_NOTE_LENGTH, VEILS, type CardView, type DealtCard, type StageView } from "../../realtime/client/wire";
import { speak } from "../src/language";
import { Muted } from "../src/muted";
import { accessible, cardOf, entered, heading, held, open, Phone, tap, text } from "./stage";

const wall = (change: Partial<StageView> = {}) => open({ kind: "wall", prompt: "One hope.", body: wallView(), ...change });
const on = (...cards: CardView[]) => wall({ phase: "closed", outcome: "unsealed", body: wallView({ cards }) });
const write = (value: string) => fireEvent.input(screen.getAllByRole("textbox")[0]!, { target: { value } });
const check = (name: string | RegExp) => fireEvent.click(screen.getByRole("checkbox", { name }));
const noteBox = () => screen.getByRole<HTMLInputElement>("textbox", { name: /In a few words/ });
const choose = (topic: RegExp, wish: string) => fireEvent.change(screen.getByRole("combobox", { name: topic }), { target: { value: wish } });

describe("beside one's own card", () => {
  it("nothing is said unless somebody says it, and the truth under the tick says what it is", async () => {
    const phone = await entered(wall());
    await accessible();
    expect(text()).toContain("The facilitators are asked not to name it.");
    expect(screen.getAllByRole("textbox")).toHaveLength(1);
    write("A hope.");
    await tap("Add mine");
    expect(phone.answers[0]?.answer).toMatchObject({ aside: { veils: [], note: "", nameable: false } });
  });

  it("topics, own words and the consent go out with it, and stand under it while it is held", async () => {
    const phone = await entered(wall());
    write("He died.");
    await tap("Cover it at first");
    await accessible();
    check("family");
    check("loss");
    fireEvent.input(noteBox(), { target: { value: "  my\u0000 father " } });
    check(/May be named as a theme/);
    expect(text()).toContain("The facilitators may say in the summary what it is about.");
    await tap("Add mine");
    expect(phone.answers[0]?.answer).toMatchObject({ aside: { veils: ["loss", "family"], note: "my  father", nameable: true } });
    await phone.hears(held());
    await accessible();
    expect(text()).toContain("Covered at first: loss and family · my  father");
    expect(text()).toContain("It may be named as a theme.");
    await tap("Change it");
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "loss" }).checked).toBe(true);
    check("loss");
    await tap("Add mine");
    expect(phone.answers[1]?.answer).toMatchObject({ card: cardOf(phone.answers[0]), aside: { veils: ["family"], nameable: true } });
  });

  it("words on the cover that are too long do not go out, and a reload keeps them", async () => {
    const phone = await entered(wall());
    write("He died.");
    await tap("Cover it at first");
    fireEvent.input(noteBox(), { target: { value: "x".repeat(CONTENT_NOTE_LENGTH + 1) } });
    expect(text()).toContain("1 too many");
    await tap("Add mine");
    expect(phone.answers).toEqual([]);
    expect(text()).toContain("The words on the cover are too long.");
    document.body.replaceChildren();
    const reloaded = new Phone(phone.kept, phone.tab);
    await reloaded.enter(wall());
    expect(noteBox().value).toHaveLength(CONTENT_NOTE_LENGTH + 1);
  });

  it("an answer of one length whatever stands beside it (G-A4)", async () => {
    const phone = await entered(wall());
    await tap("Pass");
    await tap("Change it");
    write("He died.");
    await tap("Cover it at first");
    for (const box of screen.getAllByRole("checkbox")) fireEvent.click(box);
    fireEvent.input(noteBox(), { target: { value: "\u{1F33F}".repeat(CONTENT_NOTE_LENGTH) } });
    await tap("Add mine");
    const sizes = phone.browser.socket.sent.filter((frame) => frame.includes('"answer"')).map((frame) => new TextEncoder().encode(frame).length);
    expect(sizes).toHaveLength(2);
    expect(new Set(sizes).size).toBe(1);
  });

  it("a card of labelled lines has it too, an agreement and a count have not", async () => {
    const fields = inputView({ type: "fields", options: [], max: 140, fields: [{ key: "good", label: "What is good" }] });
    const phone = await entered(wall({ body: wallView({ input: fields }) }));
    fireEvent.input(screen.getAllByRole("textbox")[0]!, { target: { value: "A walk." } });
    check(/May be named as a theme/);
    await tap("Add mine");
    expect(phone.answers[0]?.answer).toMatchObject({ t: "fields", aside: { nameable: true } });
    await phone.sees(open({ run: 4 }));
    expect(screen.queryByRole("checkbox")).toBeNull();
  });
});

describe("among my cards", () => {
  async function given(): Promise<Phone> {
    const phone = await entered(wall());
    write("He died.");
    await tap("Cover it at first");
    check("loss");
    await tap("Add mine");
    await phone.hears(held());
    await phone.sees(on(), [{ run: 3, nonces: ["n1"] }]);
    await tap("What I wrote");
    return phone;
  }
  const settle = (name: string) => act(async () => {
    fireEvent.click(screen.getByRole("button", { name }));
    await settled();
  });

  it("the naming is agreed to, and taken back, by the card's key", async () => {
    const phone = await given();
    await accessible();
    expect(text()).toContain("Covered at first: loss");
    expect(text()).toContain("The facilitators are asked not to name it as a theme.");
    await settle("It may be named");
    expect(phone.cardRequests[0]).toMatchObject({ text: null, nameable: true });
    expect(text()).toContain("It may be named as a theme.");
    await settle("Please do not name it");
    expect(phone.cardRequests[1]).toMatchObject({ text: null, nameable: false });
    expect(text()).toContain("The facilitators are asked not to name it as a theme.");
  });

  it("nothing changes here where it did not reach us", async () => {
    const phone = await given();
    phone.cardProblem = "no_answer";
    await settle("It may be named");
    expect(text()).toContain("The facilitators are asked not to name it as a theme.");
  });

  it("other words come with another cover, and with the consent as it stands", async () => {
    const phone = await given();
    await settle("It may be named");
    await tap("Find other words");
    await accessible();
    check("loss");
    check("separation");
    write("He left.");
    await settle("Give these words");
    expect(phone.cardRequests[1]).toMatchObject({ text: "He left.", aside: { veils: ["separation"], note: "", nameable: true }, nameable: null });
    expect(text()).toContain("Covered at first: separation");
  });

  it("after the end the consent can still be changed, and nothing of the cover is on this phone", async () => {
    const phone = await given();
    await phone.sees({ phase: "ended" });
    expect(phone.tab.keys()).toEqual([]);
    expect(text()).not.toContain("loss");
    await settle("It may be named");
    expect(phone.cardRequests[0]).toMatchObject({ text: null, nameable: true });
  });
});

describe("a veiled card", () => {
  it("stands under its topics and its author's own words", async () => {
    await entered(on(cardView("a", { text: "He died.", veils: ["loss", "family"], note: "my father" }), cardView("b", { text: "Hidden.", veils: ["other"], note: "a fight" })));
    await accessible();
    expect(text()).toContain("Touches on loss and family. my father Closed until you open it.");
    expect(text()).toContain("May be heavy. a fight Closed until you open it.");
    expect(text()).not.toContain("He died.");
    expect(text()).not.toContain("Hidden.");
  });
});

describe("what a phone wishes for a topic", () => {
  const loss = cardView("a", { text: "He died.", veils: ["loss", "family"], note: "my father" });

  it("covers cards about it with one line, without their words, and one tap opens one of them", async () => {
    const phone = await entered(on(loss, cardView("b", { text: "She died too.", veils: ["loss"] })));
    await tap("Veiled cards on this phone");
    await accessible();
    expect(heading()).toBe("How veiled cards begin here");
    choose(/loss/, "covered");
    await tap("Back");
    await accessible();
    expect(text()).toContain("A card about loss and family. Covered, because you asked.");
    expect(text()).not.toContain("my father");
    expect(text()).not.toContain("died");
    fireEvent.click(screen.getAllByRole("button", { name: "Open" })[0]!);
    await act(settled);
    expect(text()).toContain("He died.");
    expect(text()).not.toContain("She died too.");
    expect(phone.browser.socket.messages.map((message) => message.t)).toEqual(["hello"]);
  });

  it("opens cards by themselves only where that is wished for each of their topics", async () => {
    await entered(on(loss));
    await tap("Veiled cards on this phone");
    choose(/loss/, "open");
    await tap("Back");
    expect(text()).not.toContain("He died.");
    await tap("Veiled cards on this phone");
    choose(/family/, "open");
    await tap("Back");
    expect(text()).toContain("He died.");
    await tap("Close again");
    expect(text()).not.toContain("He died.");
  });

  it("is kept for this tab, counts for dealt cards as well, and goes with the session", async () => {
    const phone = await entered(on(loss));
    await tap("Veiled cards on this phone");
    choose(/illness/, "covered");
    document.body.replaceChildren();
    const later = new Phone(phone.kept, phone.tab);
    await later.enter(wall({ run: 4, body: wallView({ replies: true, standing: ["d"] }) }));
    const dealt: DealtCard = { id: "d", text: "I am ill.", veils: ["illness"], note: "a hospital" };
    await later.hears({ t: "dealt", run: 4, cards: [dealt] });
    await accessible();
    expect(text()).toContain("A card about illness. Covered, because you asked.");
    expect(text()).not.toContain("I am ill.");
    await later.sees({ phase: "ended" });
    expect(later.tab.keys()).toEqual([]);
  });

  it("is on the way of one's own name, too, and in German", async () => {
    const phone = await entered({ stage: null });
    await tap("Change my name");
    await accessible();
    await tap("Veiled cards on this phone");
    expect(heading()).toBe("How veiled cards begin here");
    choose(/loss/, "covered");
    await phone.sees(on(loss));
    vi.stubGlobal("fetch", async () => Response.json({ texts: {}, lines: {} }));
    await act(async () => void (await speak("de")));
    await tap("Zurück");
    expect(text()).toContain("Eine Karte über Verlust und Familie. Zugedeckt, weil du es wolltest.");
    await act(async () => void (await speak("en")));
    vi.unstubAllGlobals();
    expect(phone.wishes).toEqual([]);
  });
});

describe("how a card begins", () => {
  it("is covered by one topic, and open only by all", () => {
    const muted = new Muted(memory(), "K");
    expect(muted.begins(["loss"])).toBe("closed");
    muted.choose("loss", "open");
    expect(muted.begins(["loss"])).toBe("open");
    expect(muted.begins(["loss", "family"])).toBe("closed");
    muted.choose("family", "covered");
    expect(muted.begins(["loss", "family"])).toBe("covered");
    muted.choose("family", "closed");
    expect(muted.begins(["family"])).toBe("closed");
    expect(muted.begins([])).toBe("open");
    expect(VEILS).toContain("other");
  });
});
