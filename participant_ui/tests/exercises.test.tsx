import { fireEvent, screen } from "@testing-library/preact";
import { describe, expect, it, vi } from "vitest";

import { breathAt } from "../../realtime/client/breath";
import { cardId } from "../../realtime/client/cards";
import { cardView, circleView, memberView, roomView, seatView, wallView } from "../../realtime/client/tests/views";
import type { DealtCard, Draw, RoleCardView, RoomView, SeatView, StageView } from "../../realtime/client/wire";
import { accessible, CODE, entered, heading, open, Phone, said, tap, text } from "./stage";

const A = "a".repeat(32);
const B = "b".repeat(32);
const C = "c".repeat(32);
const dealt = (id: string, change: Partial<DealtCard> = {}): DealtCard => ({ id, text: `Words of ${id.slice(0, 1)}`, veils: [], note: "", ...change });
const draws = (phone: Phone): Draw[] => phone.browser.socket.messages.filter((message) => message.t === "draw");
const replies = (standing: string[], change: Partial<StageView> = {}) =>
  open({ kind: "wall", prompt: "One kind sentence back.", body: wallView({ replies: true, standing }), ...change });
const write = (value: string) => fireEvent.input(screen.getByRole("textbox"), { target: { value } });

/** A phone whose own card has this public name. */
function author(): { phone: Phone; own: string } {
  const phone = new Phone();
  const cardKey = "12".repeat(16);
  const card = { run: 1, prompt: "p", cardKey, noteKey: "34".repeat(32), max: 140, shared: false, withdrawn: false, answered: null };
  phone.kept.set(`holdspace:cards:${CODE}`, JSON.stringify({ endedAt: null, cards: [card] }));
  return { phone, own: cardId(cardKey) };
}

describe("a dealt card", () => {
  it("is drawn, shown above the box, and named by the reply", async () => {
    const phone = await entered(replies([A, B]));
    expect(draws(phone)).toEqual([{ t: "draw", run: 3 }]);
    expect(text()).toContain("A card is on its way to you.");
    await phone.hears({ t: "dealt", run: 3, cards: [dealt(A), dealt(B)] });
    await accessible();
    const [shown, other] = text().includes("Words of a") ? [A, B] : [B, A];
    expect(text()).toContain(`Words of ${shown[0]}`);
    expect(text()).not.toContain(`Words of ${other[0]}`);
    write("I hear you.");
    await tap("Add mine");
    expect(phone.answers[0]?.answer).toMatchObject({ text: "I hear you.", replyTo: shown });
  });

  it.each([
    [0, "b"],
    [1, "a"],
  ])("is drawn by the phone itself from the two it is told (%i)", async (tossed, words) => {
    const phone = await entered(replies([A, B]));
    const toss = vi.spyOn(crypto, "getRandomValues").mockImplementation((into) => (into as unknown as Uint8Array).fill(tossed) as unknown as typeof into);
    await phone.hears({ t: "dealt", run: 3, cards: [dealt(A), dealt(B)] });
    toss.mockRestore();
    expect(text()).toContain(`Words of ${words}`);
    // The same again, in another order: the one that was shown stays.
    await phone.hears({ t: "dealt", run: 3, cards: [dealt(B), dealt(A)] });
    expect(text()).toContain(`Words of ${words}`);
  });

  it("stays while what people wrote is gathered and was too few", async () => {
    const phone = await entered(replies([A]));
    await phone.hears({ t: "dealt", run: 3, cards: [dealt(A)] });
    const kept = () => phone.tab.get(`holdspace:dealt:${CODE}`);
    for (const phase of ["closing", "short"] as const) {
      await phone.sees(replies([A], { phase }));
      expect(kept()).toContain("Words of a");
    }
    await phone.sees(replies([A]));
    expect(text()).toContain("Words of a");
    expect(draws(phone).length).toBe(1);
  });

  it("is there to read, above the wall, once the cards are out", async () => {
    const stage = { kind: "wall", phase: "closed", outcome: "unsealed" } as const;
    const phone = await entered(open({ ...stage, run: 3, body: wallView({ cards: [cardView(A), cardView(B)], standing: [A, B] }) }));
    expect(draws(phone)).toEqual([{ t: "draw", run: 3 }]);
    await phone.hears({ t: "dealt", run: 3, cards: [dealt(A), dealt(B)] });
    expect(text()).toContain("Somebody else wrote:");
    expect(screen.getAllByRole("listitem").length).toBe(2);
    await accessible();
  });

  it("is never the phone's own, and stays closed where it is veiled", async () => {
    const { phone, own } = author();
    await phone.enter(replies([own, B]));
    await phone.hears({ t: "dealt", run: 3, cards: [dealt(own), dealt(B, { veils: ["loss"] })] });
    expect(text()).not.toContain("Words of");
    expect(text()).toContain("Touches on loss. Closed until you open it.");
    await tap("Open");
    expect(text()).toContain("Words of b");
    await tap("Close again");
    expect(text()).not.toContain("Words of b");
  });

  it("is forgotten at once when it does not stand any more, and another is drawn", async () => {
    const phone = await entered(replies([A, B]));
    await phone.hears({ t: "dealt", run: 3, cards: [dealt(A)] });
    expect(phone.tab.get(`holdspace:dealt:${CODE}`)).toContain("Words of a");
    await phone.sees(replies([B, C]));
    expect(text()).not.toContain("Words of a");
    expect(phone.tab.keys().filter((key) => phone.tab.get(key)?.includes("Words of a"))).toEqual([]);
    expect(draws(phone).length).toBe(2);
    await phone.hears({ t: "dealt", run: 3, cards: [dealt(A), dealt(C)] });
    expect(text()).toContain("Words of c");
    expect(text()).not.toContain("Words of a");
  });

  it("that is not to be had is no hindrance, and is not asked for again and again", async () => {
    const { phone, own } = author();
    await phone.enter(replies([own]));
    await phone.hears({ t: "dealt", run: 3, cards: [dealt(own)] });
    expect(text()).toContain("There is no card for you just now.");
    await phone.sees(replies([own]));
    expect(draws(phone).length).toBe(1);
    write("To anybody.");
    await tap("Add mine");
    expect(phone.answers[0]?.answer).toMatchObject({ text: "To anybody.", replyTo: null });
  });

  it("is kept through a reload, and gone once another stage is played", async () => {
    const phone = await entered(replies([A]));
    await phone.hears({ t: "dealt", run: 3, cards: [dealt(A)] });
    document.body.replaceChildren();
    const again = new Phone(phone.kept, phone.tab);
    await again.enter(replies([A]));
    expect(text()).toContain("Words of a");
    expect(draws(again)).toEqual([]);
    await again.sees(open({ run: 4 }));
    expect(again.tab.get(`holdspace:dealt:${CODE}`)).toBeNull();
  });

  it("is asked for again after a line that broke before it came", async () => {
    const phone = await entered(replies([A]));
    await phone.loses();
    await phone.comesBack(replies([A]));
    expect(draws(phone).length).toBe(1);
  });

  it("is announced where nothing becomes a wall, and replies to an own card are marked", async () => {
    const { phone, own } = author();
    const closed = { kind: "wall", phase: "closed", outcome: "unsealed" } as const;
    await phone.enter(open({ ...closed, body: wallView({ deals: true }) }));
    expect(text()).toContain("then each of you will be dealt one.");
    await phone.sees(open({ ...closed, body: wallView({ deals: true, standing: [A] }) }));
    expect(text()).toContain("Each of you will be dealt one, which is somebody else's.");
    await accessible();
    const cards = [cardView("x", { replyTo: own }), cardView("y", { replyTo: A })];
    await phone.sees(open({ ...closed, run: 4, body: wallView({ replies: true, cards, standing: [own, A] }) }));
    expect(screen.getAllByRole("listitem").map((item) => item.textContent?.includes("A reply to yours"))).toEqual([true, false]);
  });
});

describe("a breath together", () => {
  const pacer = { breatheIn: 4, breatheOut: 6, cycles: 2, began: 10_000 };
  const breath = (began: number | null, title: string | null = null) =>
    open({ kind: "guide", prompt: "Six breaths", title, body: { t: "guide", steps: ["Feet on the floor."], step: 0, of: 1, purpose: "read", pacer: { ...pacer, began } } });

  it("follows the session's clock", () => {
    expect(breathAt({ ...pacer, began: null }, 0)).toEqual({ now: "wait", number: 0, turnsIn: null });
    expect(breathAt(pacer, 9_000)).toEqual({ now: "soon", number: 0, turnsIn: 1000 });
    expect(breathAt(pacer, 10_000)).toEqual({ now: "in", number: 1, turnsIn: 4000 });
    expect(breathAt(pacer, 14_000)).toEqual({ now: "out", number: 1, turnsIn: 6000 });
    expect(breathAt(pacer, 21_000)).toMatchObject({ now: "in", number: 2 });
    expect(breathAt(pacer, 30_000)).toEqual({ now: "over", number: 0, turnsIn: null });
  });

  it("waits, begins, and rests, with few words", async () => {
    const phone = await entered(breath(null));
    await accessible();
    expect(text()).toContain("The facilitators start it.");
    await phone.sees(breath(0));
    expect(document.querySelector("[data-breath]")?.getAttribute("data-breath")).toBe("in");
    expect(said()).toBe("in");
    await accessible();
    await phone.sees(breath(-60_000));
    expect(said()).toBe("Let your breath go its own way.");
  });
});

describe("a circle of a few chairs", () => {
  const bowl = (change: object = {}) =>
    open({
      kind: "circle",
      prompt: "What did you learn about anger?",
      body: circleView({ mode: "fishbowl", now: null, next: null, chairs: 4, asking: 3, inside: [{ alias: "Mika", mark: 0 }], ...change }),
    });
  const sits = (phone: Phone, turn: SeatView["turn"]) => phone.hears({ t: "seat", body: seatView({ turn }) });

  it("takes a wish for a chair, shows its place without a number, and takes it back", async () => {
    const phone = await entered(bowl());
    await accessible();
    expect(text()).toContain("In the middle: Mika.");
    expect(text()).not.toContain("3");
    await tap("Ask for the open chair");
    await phone.hears({ t: "done", id: phone.wishes[0]?.id ?? "" });
    await sits(phone, "asking");
    expect(heading()).toBe("You have asked for a chair.");
    await sits(phone, "next");
    expect(said()).toBe("You are next.");
    await tap("Take it back");
    expect(phone.wishes.map(({ command }) => command)).toEqual([
      { t: "ask_for_chair", run: 3 },
      { t: "leave_chair", run: 3 },
    ]);
  });

  it("lets whoever sits there leave, and can be asked for before it begins", async () => {
    const phone = await entered(bowl({ inside: [] }), { turn: "inside" });
    expect(heading()).toBe("You have a chair.");
    await tap("Leave the chair");
    expect(phone.wishes[0]?.command).toEqual({ t: "leave_chair", run: 3 });
    await phone.sees(bowl({ state: "before", inside: [] }));
    await sits(phone, null);
    expect(text()).toContain("It has not begun. You can ask for a chair already.");
    await accessible();
  });
});

describe("a role card", () => {
  const role = (change: Partial<RoleCardView> = {}): RoleCardView => ({
    role: "speaker",
    card: "You want evenings free. Say it once, simply.",
    scene: "after-ten",
    title: "Messages after ten",
    situation: "A colleague writes late.",
    twist: "",
    starters: [],
    maySwap: true,
    kept: false,
    ...change,
  });
  const names = ["Sol", "Mika", "Rosa", "Wren", "Amal", "Jo"];
  const room = (people: number): RoomView =>
    roomView({
      members: names.slice(0, people).map((alias, place) => memberView(place, alias, { role: ["speaker", "responder"][place] ?? "observer" })),
      steps: [{ do: "First take", seconds: 150, places: [] }],
    });
  const rooms = () => open({ kind: "rooms", prompt: "Rehearse.", body: { t: "rooms", round: 1, rounds: 3, state: "running", roles: ["speaker", "responder", "observer"], deck: "No" } });
  const inRoom = async (people: number, card: RoleCardView): Promise<Phone> => {
    const phone = new Phone();
    await phone.inRoom(room(people), rooms());
    await phone.hears({ t: "seat", body: seatView({ room: "r1", place: 0, role: card }) });
    return phone;
  };

  it("shows scene and own words only, and the twist once it is there", async () => {
    const phone = await inRoom(3, role());
    await accessible();
    for (const words of ["Messages after ten", "A colleague writes late.", "Say it once, simply.", "Only you see this card"]) expect(text()).toContain(words);
    await phone.hears({ t: "seat", body: seatView({ room: "r1", place: 0, role: role({ twist: "They are worried." }) }) });
    expect(text()).toContain("They are worried.");
  });

  it("is covered by one tap, words and all", async () => {
    await inRoom(2, role());
    await tap("Cover");
    expect(text()).not.toContain("evenings free");
    expect(text()).not.toContain("Messages after ten");
    await accessible();
    await tap("Show");
    expect(text()).toContain("evenings free");
  });

  it("asks for another scene by naming the one it has, and keeps this one for the next turn", async () => {
    const phone = await inRoom(3, role());
    await tap("Other scene");
    await tap("Same scene again");
    expect(phone.wishes.map(({ command }) => command)).toEqual([
      { t: "swap_scene", run: 3, round: 1, scene: "after-ten" },
      { t: "keep_scene", run: 3, round: 1, keep: true },
    ]);
    await phone.hears({ t: "seat", body: seatView({ room: "r1", place: 0, role: role({ kept: true }) }) });
    expect(screen.getByRole("button", { name: "Same scene again" }).getAttribute("aria-pressed")).toBe("true");
  });

  it("without a scene has no scene to change; six people in a room are all named", async () => {
    await inRoom(6, role({ scene: "", title: "", situation: "", maySwap: false }));
    expect(screen.queryByRole("button", { name: "Other scene" })).toBeNull();
    for (const name of names.slice(1)) expect(text()).toContain(`${name}:`);
    await accessible();
  });
});

describe("what a phone cannot know", () => {
  it("is not claimed: why nobody leads for a while", async () => {
    await entered({ calm: true, unattended: true });
    expect(text()).toContain("We are waiting for the facilitators.");
    expect(text()).not.toContain("interrupted");
  });

  it("is said once: a guide at one's own pace", async () => {
    await entered(open({ kind: "guide", prompt: "Please read at your own pace.", title: "What this is", body: { t: "guide", steps: ["First."], step: 0, of: 4, purpose: "read", pacer: null } }));
    expect(text().match(/own pace/g)?.length).toBe(1);
    expect(text()).toContain("Part 1 of 4.");
  });
});
