/** What comes to a breakout from outside, how it ends, and a partner who is not there. */
import { screen } from "@testing-library/preact";
import { describe, expect, it, vi } from "vitest";

import { memberView } from "../../realtime/client/tests/views";
import type { MemberView, RoomView } from "../../realtime/client/wire";
import { river, mika, room, formed, inRoom, now, main, plain, asked, button, role, STEPS } from "./inrooms";
import { accessible, heading, said, tap, text } from "./stage";

describe("what comes to a room from outside", () => {
  it.each([
    ["Come in", true],
    ["Not now", false],
  ])("a knock is asked above the task: %s", async (name, welcome) => {
    const phone = await inRoom(room());
    await now(phone, room({ knock: "knocking" }));
    await accessible();
    expect(said()).toBe("A facilitator would like to visit.");
    expect(heading()).toBe("Speaker has the time");
    await tap(name);
    expect(asked(phone)).toEqual([{ t: "answer_knock", run: 3, round: 1, welcome }]);
  });

  it("whoever is welcome is on the way; who is not is told so", async () => {
    const phone = await inRoom(room({ knock: "welcome", called: true }));
    expect(text()).toContain("A facilitator is on the way to you.");
    expect(text()).not.toContain("are called");
    await now(phone, room({ knock: "later" }));
    expect(said()).toBe("You said: not now. The facilitators have been told.");
  });

  it("the same a second time is said again", async () => {
    const phone = await inRoom(room());
    await now(phone, room({ knock: "knocking" }));
    const first = document.querySelector('[role="status"]')?.firstElementChild;
    expect(first?.textContent).toBe("A facilitator would like to visit.");
    await now(phone, room());
    await now(phone, room({ knock: "knocking" }));
    const second = document.querySelector('[role="status"]')?.firstElementChild;
    expect(second?.textContent).toBe("A facilitator would like to visit.");
    expect(second).not.toBe(first);
  });

  it("a note to this room stands above the task and is said", async () => {
    const phone = await inRoom(room());
    await now(phone, room({ note: "Two minutes more for each." }));
    expect(said()).toBe("From the facilitators, to your room: Two minutes more for each.");
    expect(screen.getByText("Two minutes more for each.")).toBeTruthy();
  });
});

describe("the end of a room", () => {
  const ends = (left: number, change: Partial<RoomView> = {}): RoomView => room({ ending: true, clock: { endsAt: 1000 + left, left: null }, ...change });

  it("is said a minute and again ten seconds ahead, once each", async () => {
    const phone = await inRoom(room());
    await now(phone, ends(59_000));
    expect(said()).toBe("In a minute this comes to a close. Then everybody meets again.");
    await now(phone, ends(9_000));
    expect(said()).toBe("Come to a close together; finish your sentence.");
    expect(document.querySelector(".banner")?.className).toBe("banner");
    await accessible();
  });

  it("says that another round follows", async () => {
    await inRoom(ends(59_000, { last: false }));
    expect(text()).toContain("Then another round follows.");
  });

  it("invites somebody with a role to step out of it, by their own name", async () => {
    await inRoom(ends(59_000), { role: role() });
    expect(text()).toContain("If you like, step out of the role: “I am River, and no longer the speaker.”");
  });

  it.each([
    ["of its last step, a minute ahead", { step: 1, steps: [STEPS[0], { do: "Thank", seconds: 120, places: [] }] }, 55_000, "In a minute this comes to a close."],
    ["of a short last step, only when it is near", { step: 1 }, 14_000, ""],
    ["of a short last step", { step: 1 }, 9_000, "Come to a close together"],
    ["of an earlier step not at all", { step: 0 }, 9_000, ""],
  ])("comes before the natural end %s", async (_, change, left, words) => {
    await inRoom(room({ ...(change as Partial<RoomView>), clock: { endsAt: 1000 + left, left: null } }));
    expect(document.querySelector(".banner")?.textContent ?? "").toContain(words);
    expect(document.querySelector(".banner") === null).toBe(words === "");
  });
});

describe("a partner who is not there", () => {
  const third = memberView(2, "Jo");

  it("is said by a button, after one question that says what happens", async () => {
    const phone = await inRoom(room());
    await tap("My partner is not here");
    await accessible();
    expect(text()).toContain("Is Mika not here?");
    expect(text()).toContain("you join another room where one takes you; else whoever comes next joins you. Nobody’s turn is lost.");
    await tap("Not here");
    expect(asked(phone)).toEqual([{ t: "miss_partner", run: 3, round: 1, place: 1 }]);
  });

  it("is chosen where there is more than one", async () => {
    const phone = await inRoom(room({ members: [river, mika, third] }));
    await tap("Somebody is not here");
    expect(button("Not here")).toBeNull();
    await tap("Jo");
    expect(text()).toContain("If not, the rest of you go on.");
    await tap("Not here");
    expect(asked(phone)).toEqual([{ t: "miss_partner", run: 3, round: 1, place: 2 }]);
  });

  it("is there after all: nothing is sent", async () => {
    const phone = await inRoom(room());
    await tap("My partner is not here");
    await tap("They are here");
    expect(asked(phone)).toEqual([]);
    expect(text()).not.toContain("Is Mika not here?");
  });

  it("is asked about by the phone that is awake, once for each silence", async () => {
    const silent = (quiet: boolean): MemberView => ({ ...mika, quiet });
    const phone = await inRoom(room());
    await now(phone, room({ members: [river, silent(true)] }));
    await accessible();
    expect(plain(said())).toBe("Is Mika not with you?");
    await tap("They are here");
    expect(main()).not.toContain("Is Mika not with you?");
    await now(phone, room({ members: [river, silent(true)], note: "A note" }));
    expect(main()).not.toContain("Is Mika not with you?");
    await now(phone, room({ members: [river, silent(false)] }));
    await now(phone, room({ members: [river, silent(true)] }));
    vi.spyOn(performance, "now").mockReturnValue(performance.now() + 1000);
    await tap("Not here");
    expect(asked(phone)).toEqual([{ t: "miss_partner", run: 3, round: 1, place: 1 }]);
  });

  it("is asked about anew in another room: nothing of the one before stays open", async () => {
    const phone = await inRoom(room());
    await tap("My partner is not here");
    await now(phone, room({ id: "r2", members: [river, memberView(1, "Jo")] }));
    expect(main()).not.toContain("Is Jo not here?");
  });

  it("is asked about with the focus, which goes back to the button where the question closes", async () => {
    await inRoom(room({ members: [river, mika, third] }));
    await tap("Somebody is not here");
    await tap("Jo");
    expect(plain(document.activeElement?.textContent ?? "")).toBe("Is Jo not here?");
    await tap("They are here");
    expect(document.activeElement).toBe(button("Somebody is not here"));
    await tap("Somebody is not here");
    await tap("Mika");
    await tap("Not here");
    expect(document.activeElement).toBe(button("Somebody is not here"));
  });

  it("is asked about with the focus, which goes back to the screen where the phone had asked by itself", async () => {
    const phone = await inRoom(room());
    await now(phone, room({ members: [river, { ...mika, quiet: true }] }));
    button("They are here")?.focus();
    await tap("They are here");
    expect(document.activeElement).toBe(screen.getByRole("heading", { level: 1 }));
  });

  it("is never another one than was asked about: where they go meanwhile the question closes", async () => {
    const phone = await inRoom(room({ members: [river, mika, third] }));
    await tap("Somebody is not here");
    await tap("Jo");
    await now(phone, room({ members: [river, mika, { ...third, away: true }] }));
    expect(button("Not here")).toBeNull();
    expect(main()).not.toContain("Is Mika not here?");
    expect(button("My partner is not here")?.getAttribute("aria-expanded")).toBe("false");
    expect(document.activeElement).toBe(button("My partner is not here"));
  });

  it("is never another one than was asked about: the only partner has changed meanwhile", async () => {
    const phone = await inRoom(room());
    await tap("My partner is not here");
    await now(phone, room({ members: [river, { ...mika, away: true }, third] }));
    expect(button("Not here")).toBeNull();
    expect(asked(phone)).toEqual([]);
  });

  it("is asked about by the phone one after the other: the second half of a double tap answers for nobody", async () => {
    const time = vi.spyOn(performance, "now").mockReturnValue(10_000);
    const silent = (member: MemberView): MemberView => ({ ...member, quiet: true });
    const phone = await inRoom(room());
    await now(phone, room({ members: [river, silent(mika), silent(third)] }));
    await tap("Not here");
    expect(plain(said())).toBe("Is Jo not with you?");
    await tap("Not here");
    expect(asked(phone)).toEqual([{ t: "miss_partner", run: 3, round: 1, place: 1 }]);
    time.mockReturnValue(11_000);
    await tap("Not here");
    expect(asked(phone)).toHaveLength(2);
  });

  it("was not found and can come back", async () => {
    await inRoom(room({ members: [river, { ...mika, away: true }, third] }));
    expect(text()).toContain("Mika was not found, and can come back.");
    expect(text()).toContain("You are with Jo.");
  });

  it("whom the others could not find says that they are here", async () => {
    const phone = await inRoom(room({ members: [{ ...river, away: true }, mika] }), { away: true });
    expect(heading()).toBe("The others in your room could not find you.");
    expect(button("Pause")).toBeTruthy();
    await tap("I am here");
    expect(asked(phone)).toEqual([{ t: "find_partner", run: 3, round: 1 }]);
  });

  it("leaves somebody alone with words, something quiet to do, and the same ways out", async () => {
    await inRoom(room({ members: [river, { ...mika, away: true }] }));
    expect(heading()).toBe("Nobody else is in your room now.");
    expect(text()).toContain("Whoever comes next joins you.");
    expect(text()).toContain("What would you say if you had one minute?");
    await tap("Something else");
    expect(said()).toContain("three words on paper");
    expect(button("Pause")).toBeTruthy();
    expect(button(/not here/)).toBeNull();
    expect(screen.getByRole("timer")).toBeTruthy();
  });

  it("leaves nobody alone with a Go that would be refused", async () => {
    await inRoom(formed({ members: [river], clock: { endsAt: 500, left: null } }));
    expect(button("Go")).toBeNull();
  });
});
