import { signal } from "@preact/signals";
import { describe, expect, it } from "vitest";

import { localized, type Texts } from "../localized";
import { frameSize } from "../padding";
import { createStore } from "../store";
import type { LineView, SharedView, StageView } from "../wire";
import { firstView, inputView, memberView, roomView, seatView, sharedView, stageView, tallyView, wallView } from "./views";

/** Everything that has a German word here, in every place where a text can stand. */
const GERMAN: Texts = {
  texts: { One: "Eins", Two: "Zwei", Three: "Drei", speaker: "sprechen", constructor: "bauen" },
  lines: { "We listen.": "Wir hören zu." },
};

const sharedIn = (change: Partial<SharedView>): SharedView => localized({ t: "shared", body: sharedView(change) }, GERMAN).body as SharedView;
const stageIn = (change: Partial<StageView>): StageView => sharedIn({ stage: stageView(change) }).stage as StageView;
const line = (id: string, text: string): LineView => ({ id, text, support: null, question: false, kept: false });

describe("parts in another language", () => {
  it("have the library's texts in it, wherever they stand", () => {
    const stage = stageIn({ prompt: "One", title: "Two", hint: "Three", body: { t: "guide", steps: ["One", "Two"], step: 1, of: 2, purpose: "read", pacer: null } });
    expect(stage).toMatchObject({ prompt: "Eins", title: "Zwei", hint: "Drei", body: { steps: ["Eins", "Zwei"], step: 1 } });
    const shared = sharedIn({ title: "One", activity: { title: "Two", note: "Three", sitOut: "One", number: 1, of: 2 } });
    expect(shared).toMatchObject({ title: "Eins", activity: { title: "Zwei", note: "Drei", sitOut: "Eins", number: 1 } });
    const rooms = stageIn({ body: { t: "rooms", round: 1, rounds: 2, state: "before", roles: ["speaker", "One"], deck: "Two" } });
    expect(rooms.body).toMatchObject({ roles: ["sprechen", "Eins"], deck: "Zwei", state: "before" });
    const seat = localized({ t: "seat", body: seatView({ role: { role: "speaker", card: "One", scene: "Two", title: "Two", situation: "Three", twist: "", maySwap: true, kept: false, starters: ["One"] } }) }, GERMAN);
    expect(seat.body).toMatchObject({ role: { role: "sprechen", card: "Eins", scene: "Two", title: "Zwei", situation: "Drei", twist: "", starters: ["Eins"] } });
  });

  it("ask in it, whatever the type", () => {
    const input = inputView({
      options: ["One", "Two"],
      items: [{ key: "One", ask: "One", low: "Two", high: "Three" }],
      starter: "One",
      fields: [{ key: "Two", label: "Two" }],
      ask: "Three",
      x: ["One", "Two"],
      y: ["Two", "Three"],
      cards: ["One"],
      bins: ["Two"],
      rings: ["Three"],
      marks: ["One"],
    });
    const asked = stageIn({ body: tallyView({ input }) }).body;
    expect(asked.t === "tally" && asked.input).toMatchObject({
      options: ["Eins", "Zwei"],
      items: [{ key: "One", ask: "Eins", low: "Zwei", high: "Drei" }],
      starter: "Eins",
      fields: [{ key: "Two", label: "Zwei" }],
      ask: "Drei",
      x: ["Eins", "Zwei"],
      y: ["Zwei", "Drei"],
      cards: ["Eins"],
      bins: ["Zwei"],
      rings: ["Drei"],
      marks: ["Eins"],
    });
  });

  it("keep what people wrote, also where it is word by word a text of the library", () => {
    expect(sharedIn({ note: "One" }).note).toBe("One");
    const card = { id: "c", text: "One", veils: [], note: "", resonance: null, replyTo: null };
    expect(stageIn({ body: wallView({ cards: [card] }) }).body).toMatchObject({ cards: [card] });
    expect(localized({ t: "seat", body: seatView({ alias: "One" }) }, GERMAN).body).toMatchObject({ alias: "One" });
    const member = memberView(1, "One", { role: "speaker" });
    const room = roomView({ id: "One", members: [member], steps: [{ do: "Two", seconds: 20, places: [1] }], note: "One" });
    expect(localized({ t: "room", body: room }, GERMAN).body).toMatchObject({ id: "One", note: "One", members: [{ alias: "One", role: "sprechen" }], steps: [{ do: "Zwei" }] });
    const notes = { t: "notes", body: { sealed: ["One"] } } as const;
    expect(localized({ ...notes, body: { sealed: ["One"] } }, GERMAN)).toEqual(notes);
  });

  it("have only those lines of an agreement in it that the library wrote", () => {
    const lines = [line("start-0", "We listen."), line("9f".repeat(16), "We listen."), line("9e".repeat(16), "One")];
    const body = stageIn({ kind: "agree", body: { t: "agree", lines, propose: true, input: inputView({ type: "text" }) } }).body;
    expect(body.t === "agree" && body.lines.map(({ text }) => text)).toEqual(["Wir hören zu.", "We listen.", "One"]);
    expect(sharedIn({ agreements: ["We listen.", "One"] }).agreements).toEqual(["Wir hören zu.", "One"]);
  });

  it("keep what has no text in it, and change nothing without texts", () => {
    expect(stageIn({ prompt: "Four" }).prompt).toBe("Four");
    expect(stageIn({ prompt: "toString" }).prompt).toBe("toString");
    const part = { t: "shared", body: sharedView({ title: "One" }) } as const;
    expect(localized({ ...part, body: part.body }, null).body).toBe(part.body);
  });

  it("leave frames as long as they are in any other language: nobody on the line learns who reads which", () => {
    for (const type of ["choice", "multi", "scale", "order", "sort", "rings", "line", "fields", "text"] as const) {
      const input = inputView({ type, options: ["One", "Two"], cards: ["One"], items: [{ key: "a", ask: "One", low: "Two", high: "Three" }], fields: [{ key: "a", label: "One" }], max: 40, steps: 7 });
      const asked = stageIn({ body: tallyView({ input }) }).body;
      expect(asked.t === "tally" && frameSize(asked.input)).toBe(frameSize(input));
    }
  });
});

describe("the store in another language", () => {
  it("says everything again when the language changes, and has the session's own words back when it changes back", () => {
    const texts = signal<Texts | null>(null);
    const store = createStore(undefined, texts);
    firstView(sharedView({ title: "One" })).forEach(store.apply);
    expect(store.shared.value?.title).toBe("One");
    texts.value = GERMAN;
    expect(store.shared.value?.title).toBe("Eins");
    firstView(sharedView({ title: "Two" })).forEach(store.apply);
    expect(store.shared.value?.title).toBe("Zwei");
    texts.value = null;
    expect(store.shared.value?.title).toBe("Two");
  });
});
