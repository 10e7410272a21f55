/** What I wrote today: the state of each card, two tabs, a phone that slept through closing, and wiping all of it. */
import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { act } from "preact/test-utils";
import { beforeEach, describe, expect, it } from "vitest";

import vector from "../../tests/vectors/note.json";
import { CARDS, keepCards, keptCards, type CardKeys } from "../../realtime/client/keys";
import { settled } from "../../realtime/client/tests/ends";
import { cardView, inputView, memory, wallView } from "../../realtime/client/tests/views";
import type { CardView, ReceiptView, SharedView, StageView } from "../../realtime/client/wire";
import { asked } from "./asked";
import { accessible, cardOf, CODE, heading, held, open, Phone, said, tap, text } from "./stage";

const WORDS = "I hope to say no.";
const OTHER = "I hope to say no, gently.";
const INCLUDED: ReceiptView[] = [{ run: 3, nonces: ["n1"] }];

const wall = (cards: CardView[] = [], change: Partial<StageView> = {}, view: Parameters<typeof wallView>[0] = {}): Partial<SharedView> =>
  open({ kind: "wall", prompt: "One hope.", phase: "closed", outcome: "unsealed", body: wallView({ cards, ...view }), ...change });
const writing = (): Partial<SharedView> => wall([], { phase: "open", outcome: "open" });
const others = [cardView("x"), cardView("y"), cardView("z")];
const main = (): string => screen.getByRole("main").textContent ?? "";
const wordsIn = (phone: Phone, words: string): string[] => [...phone.tab.keys(), ...phone.kept.keys()].filter((key) => (phone.tab.get(key) ?? "").includes(words) || (phone.kept.get(key) ?? "").includes(words));

let phone: Phone;
let card: string;

async function gives(words = WORDS): Promise<void> {
  fireEvent.input(screen.getByRole("textbox"), { target: { value: words } });
  await tap("Add mine");
}

async function given(): Promise<void> {
  await phone.enter(writing());
  await gives();
  card = cardOf(phone.answers.at(-1));
  await phone.hears(held());
  await phone.sees(wall(), INCLUDED);
}

/** Another tab of this phone takes every card back that there is now. */
function takenBackElsewhere(): void {
  const there = keptCards(phone.kept, CODE);
  for (const keys of there.cards) keys.withdrawn = true;
  phone.kept.set(CARDS + CODE, JSON.stringify(there));
}

/** A card from before, made of two digits. */
const before = (digits: string, change: Partial<CardKeys> = {}): CardKeys => ({
  run: 9,
  prompt: "From before.",
  cardKey: digits.repeat(16),
  noteKey: digits.repeat(32),
  max: 140,
  shared: false,
  withdrawn: false,
  answered: null,
  ...change,
});

async function rewrites(words = OTHER): Promise<void> {
  await tap("Find other words");
  fireEvent.input(screen.getByRole("textbox"), { target: { value: words } });
  await act(async () => {
    fireEvent.click(screen.getByRole("button", { name: "Give these words" }));
    await settled();
  });
}

beforeEach(() => {
  phone = new Phone();
});

describe("what I wrote", () => {
  it("is one tap away on every screen of the session once there is something, and not before", async () => {
    await phone.enter(writing());
    expect(screen.queryByRole("button", { name: "What I wrote" })).toBeNull();
    await gives();
    for (const view of [writing(), wall(), { stage: null }, open({ run: 5, stage: 9 }), { ...writing(), calm: true }]) {
      await phone.sees(view);
      expect(screen.getAllByRole("button", { name: "What I wrote" })).toHaveLength(1);
    }
    await tap("Help");
    expect(screen.getAllByRole("button", { name: "What I wrote" })).toHaveLength(1);
    await tap("What I wrote");
    await accessible();
    expect(heading()).toBe("What you wrote today");
    expect(screen.queryByRole("button", { name: "What I wrote" })).toBeNull();
  });

  it("tells the way of a card: on its way, held, waiting, shared", async () => {
    await phone.enter(writing());
    await gives();
    card = cardOf(phone.answers.at(-1));
    await tap("What I wrote");
    expect(main()).toContain("Your card is on its way.");
    await phone.hears(held());
    expect(main()).toContain("Your card is held.");
    await phone.sees(wall(), INCLUDED);
    expect(main()).toContain("Your card is among those the facilitators read.");
    await phone.sees(wall([...others, cardView(card)]));
    expect(main()).toContain("Shared with the group.");
    await phone.sees(wall(others));
    expect(main()).toContain("Shared with the group.");
  });

  it("says of a card that was not among those shown only what this phone saw", async () => {
    await given();
    await tap("What I wrote");
    await phone.sees(wall(others));
    expect(main()).toContain("As far as this phone saw, it has not been shown to the group.");
    await phone.sees(open({ run: 5, stage: 9 }));
    expect(main()).toContain("As far as this phone saw, it has not been shown to the group.");
    expect(screen.getByRole("button", { name: "Take it back" })).toBeTruthy();
    await phone.sees(wall([...others, cardView(card)]));
    expect(main()).toContain("Shared with the group.");
  });

  it("says of a card that is dealt that it is among those", async () => {
    await given();
    await tap("What I wrote");
    await phone.sees(wall([], {}, { deals: true, standing: ["x", card] }));
    expect(main()).toContain("Your card is among those that are dealt.");
    await phone.sees(open({ run: 5, stage: 9 }));
    expect(main()).toContain("Your card is among those that are dealt.");
  });

  it("puts a card with a note first, the others newest first", async () => {
    const noted = before("00", { prompt: "Noted.", cardKey: vector.cardKey, noteKey: vector.noteKey });
    keepCards(phone.kept, CODE, { endedAt: null, cards: [before("11", { prompt: "Earlier." }), noted, before("22", { prompt: "Later." })] });
    await phone.enter(wall());
    await phone.hears({ t: "notes", body: { sealed: [vector.sealed] } });
    await tap("What I wrote");
    await accessible();
    expect(screen.getAllByRole("listitem").map((item) => item.querySelector("p")?.textContent)).toEqual(["Noted.", "Later.", "Earlier."]);
    expect(main()).toContain(vector.text);
  });
});

describe("other words for a card that is on the wall", () => {
  it("are said to wait, also while the ones from before still stand there for a moment", async () => {
    await given();
    await phone.sees(wall([...others, cardView(card, { text: WORDS })]));
    await tap("What I wrote");
    await tap("Find other words");
    await accessible();
    expect(main()).toContain("The card leaves the wall at once, and the words from before are erased.");
    await tap("Leave it");
    await rewrites();
    const WAIT = "Your other words wait. The facilitators read them, and they go out only together with the whole wall.";
    expect(main()).toContain(WAIT);
    await phone.sees(wall([...others, cardView(card, { text: WORDS })])); // a view that was under way
    expect(main()).toContain(WAIT);
    await phone.sees(wall(others));
    expect(main()).toContain(WAIT);
    await phone.sees(wall([...others, cardView(card, { text: OTHER })]));
    expect(main()).toContain("Shared with the group.");
    expect(main()).toContain(OTHER);
  });

  it("are known as shared by a phone that slept while the card was away", async () => {
    await given();
    await phone.sees(wall([...others, cardView(card, { text: WORDS })]));
    await tap("What I wrote");
    await rewrites();
    await phone.sees(wall([...others, cardView(card, { text: OTHER })]));
    expect(main()).toContain("Shared with the group.");
  });
});

describe("taking a card back", () => {
  it("takes its words from everywhere on this phone", async () => {
    await given();
    await tap("What I wrote");
    expect(wordsIn(phone, WORDS).length).toBeGreaterThan(1);
    await tap("Take it back");
    expect(main()).toContain("Taken back and erased.");
    expect(wordsIn(phone, WORDS)).toEqual([]);
    await tap("Back");
    expect(text()).not.toContain(WORDS);
    await phone.sees(wall([...others, cardView(card, { text: "x" })])); // a view that was under way
    await tap("What I wrote");
    expect(main()).toContain("Taken back and erased.");
  });

  it("twice at once asks once", async () => {
    await given();
    await tap("What I wrote");
    const button = screen.getByRole("button", { name: "Take it back" });
    await act(async () => {
      fireEvent.click(button);
      fireEvent.click(button);
      await settled();
    });
    expect(phone.cardRequests).toHaveLength(1);
  });

  it("in another tab is known here, and asking again there does no harm", async () => {
    await given();
    await tap("What I wrote");
    takenBackElsewhere();
    // This tab was not told yet: it asks once more, and is answered the same.
    await tap("Take it back");
    expect(phone.cardRequests).toHaveLength(1);
    expect(main()).toContain("Taken back and erased.");
    expect(keptCards(phone.kept, CODE).cards.every((keys) => keys.withdrawn)).toBe(true);
  });

  it("in another tab is shown here as soon as the browser tells, and nothing here undoes it", async () => {
    await given();
    await tap("What I wrote");
    takenBackElsewhere();
    await act(async () => void window.dispatchEvent(new StorageEvent("storage", { key: CARDS + CODE })));
    expect(main()).toContain("Taken back and erased.");
    expect(screen.queryByRole("button", { name: "Take it back" })).toBeNull();
    await phone.sees(open({ kind: "wall", run: 4, stage: 6, prompt: "Another.", phase: "open", outcome: "open", body: wallView() }));
    await tap("Back");
    await gives("Another card");
    expect(keptCards(phone.kept, CODE).cards.map((keys) => keys.withdrawn)).toEqual([true, false]);
  });
});

describe("two tabs of one phone that were told nothing of each other", () => {
  const withdrawn = (): boolean[] => keptCards(phone.kept, CODE).cards.map((keys) => keys.withdrawn);

  it("keep what the other did when a card is taken back here", async () => {
    const [first, second] = [before("11"), before("22")];
    keepCards(phone.kept, CODE, { endedAt: null, cards: [first, second] });
    await phone.enter(wall());
    await tap("What I wrote");
    phone.kept.set(CARDS + CODE, JSON.stringify({ endedAt: null, cards: [{ ...first, withdrawn: true }, second] }));
    await act(async () => {
      fireEvent.click(screen.getAllByRole("button", { name: "Take it back" })[0] as HTMLElement); // the newest: the second
      await settled();
    });
    expect(withdrawn()).toEqual([true, true]);
  });

  it("keep what the other did when another card is given here", async () => {
    await given();
    takenBackElsewhere();
    await phone.sees(open({ kind: "wall", run: 4, stage: 6, prompt: "Another.", phase: "open", outcome: "open", body: wallView() }));
    await gives("Another card");
    expect(withdrawn()).toEqual([true, false]);
  });
});

describe("a phone that sleeps through closing", () => {
  it("says on waking that its card was not included, plainly, and has the words", async () => {
    await phone.enter(writing());
    await phone.loses();
    await gives();
    expect(heading()).toBe("Your card is on its way.");
    await phone.comesBack(wall(others), [{ run: 3, nonces: ["somebody's"] }]);
    await accessible();
    expect(text()).toContain("Yours was not included: it was lost on the way before this closed. Nobody has read it, and your words are still here, behind the card sign at the top.");
    expect(said()).toContain("Yours was not included");
    await tap("What I wrote");
    await accessible();
    expect(main()).toContain(WORDS);
    expect(main()).toContain("Not included:");
    expect(screen.queryByRole("button", { name: "Find other words" })).toBeNull();
    expect(main()).toContain("A file would hold 1 card of yours.");
  });

  it("says so also when the group is elsewhere by then, until somebody has read it", async () => {
    await phone.enter(writing());
    await phone.loses();
    await gives();
    await phone.comesBack(open({ run: 5, stage: 9 }), [{ run: 3, nonces: ["somebody's"] }]);
    expect(text()).toContain("The card that you wrote before was not included");
    await tap("Noted");
    expect(main()).not.toContain("was not included");
    await tap("What I wrote");
    expect(main()).toContain(WORDS);
  });

  it("has a held card of its own included, and says nothing else", async () => {
    await phone.enter(writing());
    await gives();
    await phone.hears(held());
    await phone.loses();
    await phone.comesBack(open({ run: 5, stage: 9 }), INCLUDED);
    expect(text()).not.toContain("was not included");
  });
});

describe("wiping what I wrote", () => {
  it("says before what it takes away, and does nothing when it is kept", async () => {
    await given();
    await tap("What I wrote");
    await tap("Wipe what I wrote");
    await accessible();
    expect(main()).toContain("from then on you cannot take it back, change it, or read a note about it");
    await tap("Keep it");
    expect(main()).toContain(WORDS);
    expect(keptCards(phone.kept, CODE).cards).toHaveLength(1);
  });

  it("leaves no word and no key of a card, and the place in the session stays", async () => {
    await given();
    await tap("What I wrote");
    await tap("Wipe what I wrote");
    await tap("Wipe it now");
    expect(said()).toBe("It is gone from this phone.");
    await accessible();
    expect(wordsIn(phone, WORDS)).toEqual([]);
    expect(keptCards(phone.kept, CODE).cards).toEqual([]);
    expect(phone.cardRequests).toEqual([]);
    expect(phone.kept.keys().some((key) => key.startsWith("holdspace:seat:"))).toBe(true);
    await tap("Back");
    await phone.sees(open({ run: 5, stage: 9 }));
    await tap("Add mine");
    expect(said()).toBe("Choose one first, or pass.");
  });

  it("leaves a held card given, which can be changed or taken back until writing closes, and is not repeated from here", async () => {
    await phone.enter(writing());
    await gives();
    await phone.hears(held());
    await tap("What I wrote");
    await tap("Wipe what I wrote");
    await tap("Wipe it now");
    await tap("Back");
    expect(heading()).toBe("Your card is held.");
    expect(text()).not.toContain(WORDS);
    expect(wordsIn(phone, WORDS)).toEqual([]);
    await accessible();
    await phone.loses();
    await phone.comesBack(writing());
    expect(heading()).toBe("Your card is held.");
    expect(phone.answers).toEqual([]); // on the new line
    await tap("Change it");
    expect(screen.getByRole<HTMLTextAreaElement>("textbox").value).toBe("");
    await gives("Said anew");
    expect(phone.answers.at(-1)).toMatchObject({ answer: { t: "text", text: "Said anew" } });
  });

  it("takes a wiped card that is held back", async () => {
    await phone.enter(writing());
    await gives();
    await phone.hears(held());
    await tap("What I wrote");
    await tap("Wipe what I wrote");
    await tap("Wipe it now");
    await tap("Back");
    await tap("Take it back");
    expect(phone.answers.at(-1)?.answer).toEqual({ t: "taken_back" });
    expect(screen.getByRole("textbox")).toBeTruthy();
  });

  it("keeps a pass as it is, and takes what was chosen and what was begun", async () => {
    await phone.enter(open({ body: { t: "tally", input: inputView(), picture: null, reveals: true, asWords: false } }));
    await tap("Pass");
    await phone.hears(held());
    await phone.sees(open({ kind: "wall", run: 4, stage: 6, prompt: "One hope.", body: wallView({ input: asked({ type: "text", max: 400 }) }) }));
    fireEvent.input(screen.getByRole("textbox"), { target: { value: "half a sentence" } });
    await phone.sees(open({ kind: "journal", run: 5, stage: 7, prompt: "A letter.", body: { t: "journal", input: asked({ type: "text", max: 400 }) } }));
    fireEvent.input(screen.getByRole("textbox"), { target: { value: "Dear me" } });
    await tap("What I wrote");
    await tap("Wipe what I wrote");
    expect(main()).not.toContain("The key"); // no card was given
    await tap("Wipe it now");
    expect([...wordsIn(phone, "half a sentence"), ...wordsIn(phone, "Dear me")]).toEqual([]);
    await tap("Back");
    await phone.sees(open());
    expect(heading()).toBe("Passed.");
  });

  it("is for this tab and this session: another phone's is untouched", async () => {
    await given();
    const other = new Phone(memory(), memory());
    cleanup();
    await other.enter(writing());
    fireEvent.input(screen.getByRole("textbox"), { target: { value: WORDS } });
    await act(async () => {
      fireEvent.click(screen.getByRole("button", { name: "Add mine" }));
      await settled();
    });
    await tap("What I wrote");
    await tap("Wipe what I wrote");
    await tap("Wipe it now");
    expect(wordsIn(phone, WORDS)).not.toEqual([]);
    expect(wordsIn(other, WORDS)).toEqual([]);
  });
});
