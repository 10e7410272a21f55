import { screen } from "@testing-library/preact";
import { describe, expect, it } from "vitest";

import { circleView, seatView } from "../../realtime/client/tests/views";
import type { CircleView, SeatView } from "../../realtime/client/wire";
import { accessible, entered, heading, open, Phone, said, tap, text } from "./stage";

const circle = (change: Partial<CircleView> = {}) => open({ kind: "circle", prompt: "What has stayed with you?", body: circleView(change) });

async function inRound(turn: SeatView["turn"], change: Partial<CircleView> = {}): Promise<Phone> {
  const phone = await entered(circle(change), { turn });
  await accessible();
  return phone;
}

describe("a round of turns", () => {
  it.each([
    ["next", "You are next, after Mika.", "Nothing is needed from you yet."],
    ["later", "Mika has the turn.", "Your turn comes."],
    ["done", "Mika has the turn.", "You have had your turn."],
    [null, "Mika has the turn.", "You are listening in this round."],
  ] as const)("tells somebody whose turn is %s who speaks", async (turn, headed, words) => {
    await inRound(turn);
    expect(heading()).toBe(headed);
    expect(text()).toContain(words);
    expect(text()).toContain("1 of 7 have had their turn.");
    expect(screen.queryByRole("button", { name: "Done" })).toBeNull();
  });

  it("names who comes then, to those who are not that person", async () => {
    await inRound("later");
    expect(text()).toContain("Then: Jo.");
  });

  it.each(["Done", "Pass"])("ends my turn by %s, one wish for both, so that nobody can tell them apart", async (name) => {
    const phone = await inRound("now");
    expect(heading()).toBe("This is your turn.");
    const [done, pass] = ["Done", "Pass"].map((label) => screen.getByRole("button", { name: label }));
    expect(done?.className).toBe(pass?.className);
    await tap(name);
    expect(phone.wishes.map((wish) => wish.command)).toEqual([{ t: "end_turn", run: 3, turn: 2 }]);
  });

  it("puts me later", async () => {
    const phone = await inRound("now");
    await tap("Later");
    expect(phone.wishes.map((wish) => wish.command)).toEqual([{ t: "put_later", run: 3, turn: 2 }]);
  });

  it("takes a double tap for one", async () => {
    const phone = await inRound("now");
    await tap("Done");
    await tap("Pass");
    expect(phone.wishes).toHaveLength(1);
  });

  it("lets me try again after a refusal", async () => {
    const phone = await inRound("now");
    await tap("Done");
    await phone.hears({ t: "refused", id: phone.wishes[0]?.id ?? "", code: "busy" });
    expect(text()).toContain("That did not get through.");
    await tap("Done");
    expect(phone.wishes).toHaveLength(2);
  });

  it("says when my turn comes, also to somebody who looks away", async () => {
    const phone = await inRound("next");
    await phone.hears(
      { t: "seat", body: seatView({ turn: "now" }) },
    );
    expect(said()).toBe("This is your turn.");
    expect(document.activeElement?.textContent).toBe("This is your turn.");
  });

  it.each([
    [{ state: "before", now: null, next: null }, "Turns go around."],
    [{ mode: "open", state: "running", now: null, next: null }, "There is no order, and listening is taking part."],
    [{ state: "finished", now: null, next: null }, "Thank you for listening."],
  ] as const)("has words for %o", async (change, words) => {
    await inRound(null, change);
    expect(text()).toContain(words);
  });
});
