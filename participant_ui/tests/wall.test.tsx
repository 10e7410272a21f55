import { fireEvent, screen } from "@testing-library/preact";
import { describe, expect, it } from "vitest";

import { cardView, tallyView, wallView } from "../../realtime/client/tests/views";
import type { CardView, StageView, TallyView } from "../../realtime/client/wire";
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

describe("what was asked", () => {
  const PROMPT = "If you like, add the numbers of your map.";
  const closed = { phase: "closed", outcome: "unsealed", prompt: PROMPT } satisfies Partial<StageView>;
  const sums = { t: "option_sums", counts: [3, 2, 2], answered: 7 } satisfies TallyView["picture"];
  const picture = (title: string | null) => open({ ...closed, title, body: tallyView({ picture: sums }) });
  const cards = (title: string | null) => open({ ...closed, title, kind: "wall", body: wallView({ cards: [cardView("a")] }) });

  it.each([["a picture", picture], ["a wall", cards]] as const)("gives way to the title once %s is out", async (_, shows) => {
    const phone = await entered(shows("Our maps"));
    expect(text()).toContain("Our maps");
    expect(text()).not.toContain(PROMPT);
    await phone.sees(shows(null));
    expect(text()).toContain(PROMPT);
  });
});

describe("words that were begun and not given", () => {
  const wall = (change: Partial<StageView> = {}) => open({ kind: "wall", prompt: "One hope.", body: wallView(), ...change });
  const write = (value: string) => fireEvent.input(screen.getByRole("textbox"), { target: { value } });
  const closed = { phase: "closed", outcome: "unsealed" } satisfies Partial<StageView>;
  const KEPT = "What you had begun here was not given. It is still on this phone.";

  it("stay in sight when writing closes", async () => {
    const phone = await entered(wall());
    write("half a thought");
    await phone.sees(wall({ phase: "closing" }));
    expect(text()).toContain("half a thought");
    await phone.sees(wall(closed));
    await accessible();
    expect(text()).toContain(KEPT);
    expect(text()).toContain("half a thought");
  });

  it("stay in sight when it is asked aloud instead", async () => {
    const phone = await entered(wall());
    write("half a thought");
    await phone.sees(wall({ phase: "closed", outcome: "spoken" }));
    expect(text()).toContain("half a thought");
  });

  it("are not spoken of where nothing was begun, or where it was given", async () => {
    const phone = await entered(wall());
    await phone.sees(wall(closed));
    expect(text()).not.toContain(KEPT);
    await phone.sees(wall());
    write("A whole thought.");
    await tap("Add mine");
    await phone.hears(held());
    await phone.sees(wall(closed), [{ run: 3, nonces: ["n1"] }]);
    expect(text()).not.toContain(KEPT);
  });

  it("are other words for what was given", async () => {
    const phone = await entered(wall());
    write("A whole thought.");
    await tap("Add mine");
    await phone.hears(held());
    await tap("Change it");
    write("Another thought");
    await phone.sees(wall(closed), [{ run: 3, nonces: ["n1"] }]);
    expect(text()).toContain(KEPT);
    expect(text()).toContain("Another thought");
  });

  it("leave a pass standing, and say so", async () => {
    const phone = await entered(open());
    await tap("Pass");
    await phone.hears(held());
    await tap("Change it");
    await phone.sees(open(closed), [{ run: 3, nonces: ["n1"] }]);
    await accessible();
    expect(text()).toContain("Your pass stands.");
    expect(text()).not.toContain(KEPT);
  });

  it("are shown as the choice that was touched", async () => {
    const phone = await entered(open());
    fireEvent.click(screen.getByLabelText("two"));
    await phone.sees(open(closed));
    expect(text()).toContain(KEPT);
    expect(text()).toContain("two");
  });
});

describe("the wall", () => {
  const on = (...cards: CardView[]) =>
    open({ kind: "wall", prompt: "One hope.", phase: "closed", outcome: "unsealed", body: wallView({ cards, resonates: true, featured: "b" }) });

  it("takes a tap that says it could be mine, and shows totals where there are any", async () => {
    const phone = await entered(on(cardView("a", { resonance: 6 }), cardView("b")));
    await accessible();
    expect(text()).toContain("so say 6");
    expect(text()).toContain("Nobody is shown who tapped. A total is shown once 5 people have tapped;");
    await tap("Could be mine: Card b");
    expect(phone.taps).toMatchObject([{ run: 3, marks: ["resonate:b"] }]);
    expect(screen.getByRole("button", { name: "Could be mine: Card b" }).getAttribute("aria-pressed")).toBe("true");
  });

  it("shows above a reply the own sentence that it replies to, on this phone only", async () => {
    const phone = await entered(open({ kind: "wall", prompt: "An old sentence.", body: wallView({ deals: true }) }));
    fireEvent.input(screen.getByRole("textbox"), { target: { value: "I am too much." } });
    await tap("Add mine");
    await phone.hears(held());
    const mine = cardOf(phone.answers[0]);
    const cards = [cardView("r1", { replyTo: mine, text: "You are just enough." }), cardView("r2", { replyTo: "somebody", text: "Breathe." })];
    await phone.sees(open({ kind: "wall", run: 4, stage: 5, phase: "closed", outcome: "unsealed", body: wallView({ cards }) }));
    await accessible();
    const [reply, other] = screen.getAllByRole("listitem").map((item) => item.textContent);
    expect(reply).toMatch(/You wrote:.*I am too much\..*You are just enough\..*A reply to yours/);
    expect(other).not.toContain("I am too much.");
  });

  it("keeps a veiled card closed until it is opened, on this phone only", async () => {
    const phone = await entered(on(cardView("a", { text: "He died.", veils: ["loss"] })));
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
