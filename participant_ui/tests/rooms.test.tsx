import { screen, within } from "@testing-library/preact";
import { describe, expect, it } from "vitest";

import type { RoomView } from "../../realtime/client/wire";
import { accessible, entered, heading, open, Phone, said, text } from "./stage";

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
    open({ kind: "rooms", prompt: "Something about connection.", body: { t: "rooms", round, rounds: 2, state, roles: ["speaker", "listener"], deck: "" } });
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

  it("says which turn it is where the roles move on, with the steps of this turn only", async () => {
    const people = [member(0, "River"), member(1, "Mika"), member(2, "Jo"), member(3, "Sam")];
    const turn = ["Set the scene", "Play", "Pause", "Play again", "Say what you saw"];
    const steps = [0, 1, 2, 3].flatMap((place) => turn.map((does) => ({ do: does, seconds: 60, places: [place] })));
    await inRoom(room({ members: people, steps, step: 6 }));
    expect(text()).toContain("Turn 2 of 4");
    expect(text()).toContain("Then: Pause");
    expect(within(screen.getByRole("list", { name: "Step 2 of 5" })).getAllByRole("listitem").map(({ className }) => className)).toEqual(["done", "now", "", "", ""]);
  });

  it("speaks of no turn where no step comes again", async () => {
    await inRoom(room());
    expect(text()).not.toContain("Turn ");
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
