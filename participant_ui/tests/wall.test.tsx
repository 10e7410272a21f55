import { fireEvent, screen } from "@testing-library/preact";
import { describe, expect, it } from "vitest";

import { cardView, wallView } from "../../realtime/client/tests/views";
import type { CardView, StageView } from "../../realtime/client/wire";
import { accessible, cardOf, entered, heading, held, open, Phone, said, tap, text } from "./stage";

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
    const others = ["one", "two", "three"].map((id) => cardView(id));
    await phone.sees(wall({ ...closed, body: wallView({ cards: others }) }));
    expect(text()).toContain("Your card is not among the ones shown so far.");
    await phone.sees(wall({ ...closed, body: wallView({ cards: [...others, cardView(card, { text: "Mine." })] }) }));
    await accessible();
    expect(said()).toBe("4 cards in mixed order.");
    expect(screen.getAllByRole("listitem").filter((item) => item.textContent?.includes("Yours.")).length).toBe(1);
  });
});

describe("the wall", () => {
  const on = (...cards: CardView[]) =>
    open({ kind: "wall", prompt: "One hope.", phase: "closed", outcome: "unsealed", body: wallView({ cards, resonates: true, featured: "b" }) });

  it("takes a tap that says it could be mine, and shows totals where there are any", async () => {
    const phone = await entered(on(cardView("a", { resonance: 6 }), cardView("b")));
    await accessible();
    expect(text()).toContain("so say 6");
    expect(text()).toContain("Your taps have no name either.");
    await tap("Could be mine: Card b");
    expect(phone.taps).toMatchObject([{ run: 3, marks: ["resonate:b"] }]);
    expect(screen.getByRole("button", { name: "Could be mine: Card b" }).getAttribute("aria-pressed")).toBe("true");
  });

  it("keeps a veiled card closed until it is opened, on this phone only", async () => {
    const phone = await entered(on(cardView("a", { text: "He died.", veil: "loss" })));
    await accessible();
    expect(text()).toContain("Touches on loss. Closed until you open it.");
    expect(text()).not.toContain("He died.");
    await tap("Open");
    expect(text()).toContain("He died.");
    await tap("Close again");
    expect(text()).not.toContain("He died.");
    expect(phone.browser.socket.messages.map((message) => message.t)).toEqual(["hello"]);
  });

  it("says which card is on the shared screen", async () => {
    await entered(on(cardView("a"), cardView("b")));
    expect(screen.getAllByRole("listitem").map((item) => item.textContent?.includes("On the shared screen"))).toEqual([false, true]);
  });
});
