import { fireEvent, screen, within } from "@testing-library/preact";
import { act } from "preact/test-utils";
import { describe, expect, it } from "vitest";

import { seatKey } from "../../realtime/client/keys";
import { inputView, stageView, tallyView, wallView } from "../../realtime/client/tests/views";
import type { GiveAnswer, RoomView, StageView, ToPage } from "../../realtime/client/wire";
import { linked } from "../src/screens/help";
import { accessible, CODE, Phone, said, text } from "./stage";

const tap = (name: string | RegExp): Promise<void> =>
  act(async () => {
    fireEvent.click(screen.getByRole("button", { name }));
  });
const heading = (): string => (screen.getByRole("heading", { level: 1 }).textContent ?? "").replace(/[\u2068\u2069]/g, "");
const open = (change: Partial<StageView> = {}) => ({ stage: stageView(change) });
const held = (counter = 1): ToPage => ({ t: "held", run: 3, counter, nonce: `n${counter}`, receipt: "r" });

function cardOf(given: GiveAnswer | undefined): string {
  if (given?.answer.t !== "text") throw new Error("no card was given");
  return given.answer.card;
}

async function entered(...given: Parameters<Phone["enter"]>): Promise<Phone> {
  const phone = new Phone();
  await phone.enter(...given);
  return phone;
}

describe("lobby and guide", () => {
  it("greets by name and counts people", async () => {
    await entered({ people: 7 });
    await accessible();
    expect(heading()).toBe("You are in, River.");
    expect(text()).toContain("7 people are here");
  });

  it("shows the steps so far, the newest marked, and moves the focus to a new stage's heading", async () => {
    const phone = await entered();
    const guide = (step: number) =>
      open({ kind: "guide", prompt: "Please read at your own pace.", body: { t: "guide", steps: ["First.", "Second.", "Third."].slice(0, step + 1), step, of: 3 } });
    await phone.sees(guide(0));
    expect(document.activeElement?.textContent).toBe("Please read at your own pace.");
    await phone.sees(guide(1));
    await accessible();
    expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual(["First.", "Second."]);
    expect(screen.getByText("Second.", { selector: "li" }).getAttribute("aria-current")).toBe("step");
    expect(said()).toBe("Second.");
  });
});

describe("a choice", () => {
  it("tells who sees it before the first tap", async () => {
    await entered(open());
    await accessible();
    expect(text()).toContain("Counted without your name.");
    expect(text()).toContain("at least 5 people answer or pass");
    expect(screen.getAllByRole<HTMLInputElement>("radio").some((radio) => radio.checked)).toBe(false);
  });

  it("is added with one tap, held, and can be changed or taken back", async () => {
    const phone = await entered(open());
    fireEvent.click(screen.getByLabelText("two"));
    await tap("Add mine");
    expect(phone.answers).toMatchObject([{ run: 3, counter: 1, answer: { t: "choice", option: 1 } }]);
    expect(heading()).toBe("Yours is on its way.");
    await phone.hears(held());
    expect(heading()).toBe("Yours is held.");
    expect(said()).toBe("Yours is held.");
    await accessible();
    await tap("Change it");
    expect(screen.getByLabelText<HTMLInputElement>("two").checked).toBe(true);
    fireEvent.click(screen.getByLabelText("three"));
    await tap("Add mine");
    expect(phone.answers.at(-1)).toMatchObject({ counter: 2, answer: { option: 2 }, receipt: "r" });
    await tap("Take it back");
    expect(phone.answers.at(-1)).toMatchObject({ counter: 3, answer: { t: "taken_back" } });
    expect(screen.getByRole("button", { name: "Add mine" })).toBeTruthy();
  });

  it("says what is missing when nothing was chosen, and sends nothing", async () => {
    const phone = await entered(open());
    await tap("Add mine");
    expect(said()).toBe("Choose one first, or pass.");
    expect(phone.answers).toEqual([]);
  });

  it("is passed with one tap", async () => {
    const phone = await entered(open());
    await tap("Pass");
    await phone.hears(held());
    expect(phone.answers).toMatchObject([{ answer: { t: "pass" } }]);
    expect(heading()).toBe("Passed.");
    expect(text()).toContain("That is a full answer. You can still change it until this closes.");
  });

  it("says why it was refused, and keeps what was chosen", async () => {
    const phone = await entered(open());
    fireEvent.click(screen.getByLabelText("two"));
    await tap("Add mine");
    await phone.hears({ t: "not_held", run: 3, counter: 1, code: "busy" });
    expect(text()).toContain("That did not get through. It is still on this phone; try again.");
    expect(screen.getByLabelText<HTMLInputElement>("two").checked).toBe(true);
    await accessible();
  });

  it("in practice claims nothing", async () => {
    await entered({ practice: true, floor: 1, ...open() });
    await accessible();
    expect(text()).toContain("Practice: not anonymous.");
    expect(text()).not.toContain("Counted without your name");
  });
});

describe("several and scales", () => {
  it("lets nobody choose more than the limit", async () => {
    const phone = await entered(open({ body: tallyView({ input: inputView({ type: "multi", options: ["a", "b", "c"], pick: 2 }) }) }));
    await accessible();
    fireEvent.click(screen.getByLabelText("c"));
    fireEvent.click(screen.getByLabelText("a"));
    expect(screen.getByLabelText<HTMLInputElement>("b").disabled).toBe(true);
    expect(said()).toBe("2 chosen, no more can be added");
    await tap("Add mine");
    expect(phone.answers).toMatchObject([{ answer: { t: "multi", options: [0, 2] } }]);
  });

  it("has stops as radio buttons, unanswered until one is touched, and unanswered again", async () => {
    const items = [
      { key: "speak", ask: "As a speaker", low: "uncomfortable", high: "good for me" },
      { key: "listen", ask: "As a listener", low: "hard work", high: "easy" },
    ];
    const phone = await entered(open({ body: tallyView({ input: inputView({ type: "scale", options: [], steps: 7, items }) }) }));
    await accessible();
    expect(screen.getAllByRole("radio")).toHaveLength(14);
    expect(screen.getAllByText("not answered")).toHaveLength(2);
    const speaker = within(screen.getByRole("group", { name: "As a speaker" }));
    fireEvent.click(speaker.getByRole("radio", { name: "7 of 7, good for me" }));
    fireEvent.click(within(screen.getByRole("group", { name: "As a listener" })).getByRole("radio", { name: "4 of 7" }));
    await tap(/Leave .As a listener. unanswered/);
    await tap("Add mine");
    expect(phone.answers).toMatchObject([{ answer: { t: "scale", steps: { speak: 7 } } }]);
  });
});

describe("after closing", () => {
  async function closedAs(change: Partial<StageView>, nonces?: string[], answered = true): Promise<Phone> {
    const phone = await entered(open());
    fireEvent.click(screen.getByLabelText("two"));
    if (answered) {
      await tap("Add mine");
      await phone.hears(held());
    }
    await phone.sees(open({ phase: "closed", outcome: "unsealed", ...change }), nonces && [{ run: 3, nonces }]);
    await accessible();
    return phone;
  }

  it("says that it was included", async () => {
    await closedAs({}, ["n1"]);
    expect(text()).toContain("Yours was included.");
  });

  it("says that it was not included", async () => {
    await closedAs({}, ["other"]);
    expect(text()).toContain("Yours was not included");
    expect(said()).toContain("Yours was not included");
  });

  it("says nothing to somebody who gave nothing", async () => {
    await closedAs({}, ["other"], false);
    expect(screen.getByRole("main").textContent).not.toContain("included");
  });

  it("shows the picture with its sentence once it is revealed", async () => {
    const phone = await closedAs({});
    await phone.sees(
      open({ phase: "closed", outcome: "unsealed", body: tallyView({ picture: { t: "option_sums", counts: [2, 5, 1], answered: 8 } }) }),
    );
    await accessible();
    expect(heading()).toBe("Here is the whole group.");
    expect(text()).toContain("8 people answered.");
  });

  it.each([
    [{ phase: "closing" as const, outcome: "open" as const }, "This is closing."],
    [{ phase: "short" as const, outcome: "open" as const }, "Too few people for this without names."],
    [{ outcome: "discarded" as const }, "Let go unopened."],
    [{ outcome: "spoken" as const }, "This one we ask aloud."],
  ])("has words for %o", async (change, words) => {
    await closedAs(change);
    expect(heading()).toBe(words);
  });

  it("opens again with what was chosen when it was given more time", async () => {
    const phone = await closedAs({ phase: "short", outcome: "open" });
    await phone.sees(open());
    expect(heading()).toBe("Yours is held.");
  });
});

describe("a stage that this phone slept past", () => {
  const next = { stage: stageView({ run: 4, prompt: "And now?" }) };
  const earlier = () => screen.queryByText(/earlier question/, { selector: "main span" });
  async function wakesAfter(nonces: string[], heard = true): Promise<Phone> {
    const phone = await entered(open());
    fireEvent.click(screen.getByLabelText("two"));
    await tap("Add mine");
    if (heard) await phone.hears(held());
    await phone.loses();
    await phone.comesBack(next, [{ run: 3, nonces }]);
    expect(heading()).toBe("And now?");
    return phone;
  }

  it("says, in the next one, that the answer was not included, until it was read", async () => {
    const phone = await wakesAfter(["other"]);
    await accessible();
    expect(earlier()?.textContent).toContain("What you gave to an earlier question was not included");
    expect(said()).toContain("What you gave to an earlier question was not included");
    await tap("Noted");
    expect(earlier()).toBeNull();
    await phone.loses();
    await phone.comesBack(next, [{ run: 3, nonces: ["other"] }]);
    expect(earlier()).toBeNull();
  });

  it("says so where nobody can tell", async () => {
    await wakesAfter(["other"], false);
    expect(earlier()?.textContent).toContain("We cannot tell whether what you gave to an earlier question reached us");
  });

  it.each([[["n1"]], [[]]])("says nothing where there is nothing to regret: %j", async (nonces) => {
    await wakesAfter(nonces);
    expect(earlier()).toBeNull();
  });

  it("is not told again after it was read in its own place", async () => {
    const phone = await entered(open());
    fireEvent.click(screen.getByLabelText("two"));
    await tap("Add mine");
    await phone.hears(held());
    await phone.sees(open({ phase: "closed", outcome: "unsealed" }), [{ run: 3, nonces: ["other"] }]);
    expect(text()).toContain("Yours was not included");
    await phone.sees(next);
    expect(earlier()).toBeNull();
  });
});

describe("a card", () => {
  const wall = (change: Partial<StageView> = {}) => open({ kind: "wall", prompt: "One hope or one hesitation.", body: wallView(), ...change });
  const write = (value: string) => fireEvent.input(screen.getByRole("textbox"), { target: { value } });

  it("counts what is left only near the end, and keeps the draft through a reload", async () => {
    const phone = await entered(wall());
    await accessible();
    write("Short.");
    expect(text()).not.toContain("left");
    write("x".repeat(115));
    expect(text()).toContain("25 left");
    write("x".repeat(141));
    expect(text()).toContain("1 too many");
    await tap("Add mine");
    expect(phone.answers).toEqual([]);
    document.body.replaceChildren();
    const reloaded = new Phone(phone.kept, phone.tab);
    await reloaded.enter(wall());
    expect(screen.getByRole<HTMLTextAreaElement>("textbox").value).toBe("x".repeat(141));
  });

  it("goes out with a name that only this phone can prove, which stays when it is changed", async () => {
    const phone = await entered(wall());
    write('  I hope\u0000 to say "no". ');
    await tap("Add mine");
    await phone.hears(held());
    await accessible();
    expect(heading()).toBe("Your card is held.");
    const [first] = phone.answers;
    expect(first?.answer).toMatchObject({ t: "text", text: 'I hope  to say "no".' });
    await tap("Change it");
    write("Something else.");
    await tap("Add mine");
    const [, second] = phone.answers;
    expect(second?.answer).toMatchObject({ card: cardOf(first) });
  });

  it("waits to be read, then is marked on this phone only", async () => {
    const phone = await entered(wall());
    write("Mine.");
    await tap("Add mine");
    await phone.hears(held());
    const card = cardOf(phone.answers[0]);
    const closed = { phase: "closed", outcome: "unsealed" } satisfies Partial<StageView>;
    await phone.sees(wall(closed), [{ run: 3, nonces: ["n1"] }]);
    expect(text()).toContain("Your card is among those the facilitators read.");
    const others = ["one", "two", "three"].map((id) => ({ id, text: `Card ${id}` }));
    await phone.sees(wall({ ...closed, body: wallView({ cards: others }) }));
    expect(text()).toContain("Your card is not among the ones shown so far.");
    await phone.sees(wall({ ...closed, body: wallView({ cards: [...others, { id: card, text: "Mine." }] }) }));
    await accessible();
    expect(said()).toBe("4 cards in mixed order.");
    expect(screen.getAllByRole("listitem").filter((item) => item.textContent?.includes("Yours.")).length).toBe(1);
  });
});

describe("rooms", () => {
  const member = (place: number, alias: string, role: string | null = null) => ({ place, alias, mark: 0, role });
  const room = (change: Partial<RoomView> = {}): RoomView => ({
    id: "r1",
    number: 2,
    state: "running",
    members: [member(0, "River", "speaker"), member(1, "Mika", "listener")],
    steps: [
      { do: "Speaker has the time", seconds: 210, places: [0] },
      { do: "Listener says only: thank you", seconds: 15, places: [1] },
    ],
    step: 0,
    clock: { endsAt: 113_000, left: null },
    ...change,
  });
  const rooms = (state: "before" | "formed" | "running" | "finished", round = 1) =>
    open({ kind: "rooms", prompt: "Something about connection.", body: { t: "rooms", round, rounds: 2, state, roles: ["speaker", "listener"] } });
  const inRoom = async (view: RoomView, place = 0): Promise<Phone> => {
    const phone = new Phone();
    await phone.inRoom(view, rooms(view.state === "formed" ? "formed" : "running"), place);
    await accessible();
    return phone;
  };

  it("names the partner when a pair is formed", async () => {
    await inRoom(room({ state: "formed", step: -1, clock: { endsAt: null, left: null } }));
    expect(heading()).toBe("You are with Mika.");
    expect(text()).toContain("Room 2, round 1 of 2");
  });

  it("says when it starts while people find each other", async () => {
    await inRoom(room({ state: "gathering", step: -1, clock: { endsAt: 9000, left: null } }));
    expect(screen.getByRole("timer").getAttribute("aria-label")).toMatch(/^0:0\d until it starts$/);
  });

  it("shows role, step, time and what comes next", async () => {
    await inRoom(room());
    expect(heading()).toBe("Speaker has the time");
    expect(text()).toContain("You: speaker. Mika: listener.");
    expect(text()).toContain("Then: Listener says only: thank you");
    expect(screen.getByRole("list", { name: "Step 1 of 2" })).toBeTruthy();
    expect(screen.getByRole("timer").getAttribute("aria-label")).toMatch(/^Speaker has the time, 1:5\d left$/);
  });

  it("says whose time it is where there are no roles", async () => {
    const people = [member(0, "River"), member(1, "Mika"), member(2, "Jo")];
    const phone = await inRoom(room({ members: people }), 2);
    expect(text()).toContain("This is the time of River.");
    expect(text()).toContain("You are a group of three or more, with River and Mika.");
    await phone.hears({ t: "room", body: room({ members: people, step: 1, steps: [...room().steps.slice(0, 1), { do: "Thank each other", seconds: 20, places: [] }] }) });
    expect(said()).toBe("Thank each other. This is for all of you.");
    expect(text()).toContain("This is the last step.");
  });

  it("does not leave somebody alone without a word", async () => {
    await inRoom(room({ state: "formed", step: -1, members: [member(0, "River")] }));
    expect(heading()).toBe("Nobody else is in your room now.");
  });

  it("ends a round", async () => {
    await inRoom(room({ state: "finished", step: 2 }));
    expect(heading()).toBe("This round is over.");
  });

  it.each([
    ["before", 0, "Small rooms are next."],
    ["formed", 1, "You come in at the next round."],
    ["running", 1, "You come in at the next round."],
    ["running", 2, "You come in when the rooms are over."],
    ["finished", 2, "The rooms have closed."],
  ] as const)("has words for somebody in no room while they are %s, round %i of 2", async (state, round, words) => {
    await entered(rooms(state, round));
    await accessible();
    expect(heading()).toBe(words);
  });
});

describe("rest, leave, help, calm", () => {
  it("rests and comes back with one tap each", async () => {
    const phone = await entered(open());
    await tap("Rest");
    expect(phone.wishes.map((wish) => wish.command.t)).toEqual(["rest"]);
    await phone.hears({ t: "seat", body: { alias: "River", mark: 0, state: "resting", room: null, place: null } });
    await accessible();
    expect(heading()).toBe("You are resting.");
    await tap("Come back");
    expect(phone.wishes.at(-1)?.command).toEqual({ t: "come_back" });
  });

  it("claims nothing about numbers where rooms show who is in none", async () => {
    const stage = stageView({ kind: "rooms", body: { t: "rooms", round: 1, rounds: 1, state: "running", roles: [] } });
    await entered({ stage }, { state: "resting" });
    expect(text()).not.toContain("not a name");
  });

  it("asks before it leaves, with the focus on staying", async () => {
    const phone = await entered(open());
    await tap("Help");
    await tap("Leave quietly");
    await accessible();
    expect(document.activeElement?.textContent).toBe("Stay");
    await tap("Stay");
    expect(phone.wishes).toEqual([]);
    await tap("Help");
    await tap("Leave quietly");
    await tap("Leave");
    expect(phone.wishes.map((wish) => wish.command.t)).toEqual(["leave"]);
    await phone.hears({ t: "seat", body: { alias: "River", mark: 0, state: "left", room: null, place: null } });
    expect(heading()).toBe("You have left.");
    await accessible();
  });

  it("says why a wish was refused", async () => {
    const phone = await entered(open());
    await tap("Rest");
    await phone.hears({ t: "refused", id: phone.wishes[0]?.id ?? "", code: "busy" });
    expect(text()).toContain("That did not get through.");
    expect(said()).toContain("That did not get through.");
  });

  it("has the help page without a line too, with numbers that can be called (G-M3)", async () => {
    const phone = await entered(open());
    await phone.loses();
    await tap("Help");
    await accessible();
    expect(screen.getByRole("link", { name: "0800 111 0 111" }).getAttribute("href")).toBe("tel:08001110111");
    expect(screen.getByRole("link", { name: "https://example.org/help" })).toBeTruthy();
    await tap("Back");
    expect(heading()).toBe("Where are you with this?");
  });

  it("goes calm with everything kept", async () => {
    const phone = await entered(open());
    fireEvent.click(screen.getByLabelText("two"));
    await phone.sees({ calm: true, ...open() });
    await accessible();
    expect(heading()).toBe("We pause here for a moment.");
    await phone.sees(open());
    expect(screen.getByLabelText<HTMLInputElement>("two").checked).toBe(true);
  });
});

describe("the help page's links", () => {
  it("are made for numbers and addresses only", () => {
    const hrefs = (line: string) => linked(line).flatMap((part) => (typeof part === "object" && part !== null && "props" in part ? [(part.props as { href: string }).href] : []));
    expect(hrefs("In danger call 112 or 911, or 116 123; we are 12 people in room 45.")).toEqual(["tel:112", "tel:911", "tel:116123"]);
    expect(hrefs("See https://example.org/help. javascript:alert(1)")).toEqual(["https://example.org/help"]);
  });
});

describe("the line", () => {
  it("tells the truth about itself, once, and keeps what is being chosen (G-R10)", async () => {
    const phone = await entered(open());
    fireEvent.click(screen.getByLabelText("two"));
    await phone.loses();
    await accessible();
    expect(text()).toContain("Your words are on this phone and your place is kept.");
    expect(said()).toContain("Reconnecting.");
    await tap("Add mine");
    expect(heading()).toBe("Yours is on its way.");
    await phone.comesBack(open());
    expect(said()).toBe("Connected again.");
    expect(phone.answers).toMatchObject([{ counter: 1, answer: { t: "choice", option: 1 } }]);
  });
});

describe("the end", () => {
  it("thanks, and leaves neither key nor words on the phone", async () => {
    const phone = await entered(open());
    fireEvent.click(screen.getByLabelText("two"));
    await tap("Add mine");
    await phone.hears(held());
    expect(phone.tab.keys().length).toBeGreaterThan(0);
    await phone.sees({ phase: "ended" });
    await phone.loses(4410);
    await accessible();
    expect(heading()).toBe("Thank you for being here, River.");
    expect(seatKey(phone.kept, CODE)).toBeNull();
    expect([...phone.kept.keys(), ...phone.tab.keys()]).toEqual([]);
    await tap("If something stays with you");
    expect(text()).toContain("0800");
  });
});
