/** Breakouts on the phone: announced, running, standing still, and what stands over their task. */
import { screen, within } from "@testing-library/preact";
import { describe, expect, it } from "vitest";

import { memberView, seatView, sharedView } from "../../realtime/client/tests/views";
import type { RoomView } from "../../realtime/client/wire";
import { river, mika, room, formed, inRoom, now, main, plain, asked, button, role, roomsStage, STEPS } from "./inrooms";
import { accessible, heading, Phone, said, tap, text } from "./stage";

describe("announced rooms", () => {
  it("say with whom, in which room and round, and until when nobody can begin", async () => {
    await inRoom(formed());
    expect(heading()).toBe("You are with Mika.");
    expect(text()).toContain("Room 2Round 1 of 2");
    expect(document.querySelector(".room-mark svg")).toBeTruthy();
    expect(screen.getByRole("timer").getAttribute("aria-label")).toMatch(/^0:0\d until you can begin$/);
    expect(button("Go")).toBeNull();
  });

  it("begin when one of them taps Go, which is there when the clock is through", async () => {
    const phone = await inRoom(formed({ clock: { endsAt: 500, left: null } }));
    expect(text()).toContain("When both of you are ready, one of you taps Go. The clock waits for you.");
    await tap("Go");
    expect(asked(phone)).toEqual([{ t: "begin_room", run: 3, round: 1 }]);
  });

  it("say which role is one's own, above its card", async () => {
    await inRoom(formed(), { role: role() });
    const words = main();
    expect(words).toContain("You: speaker. Mika: listener.");
    expect(words.indexOf("You: speaker.")).toBeLessThan(words.indexOf("You want evenings free."));
  });

  it("show the way to the room's meeting, which learns nothing of this page", async () => {
    await inRoom(formed({ link: "https://meet.example.org/room-abc" }));
    const link = screen.getByRole("link", { name: "To your meeting room" });
    expect([link.getAttribute("href"), link.getAttribute("target"), link.getAttribute("rel")]).toEqual(["https://meet.example.org/room-abc", "_blank", "noopener noreferrer"]);
    expect(text()).toContain("your organization’s own video service, meet.example.org.");
  });

  it("show no way that is no address of the web", async () => {
    await inRoom(formed({ link: "javascript:alert(1)" }));
    expect(screen.queryByRole("link")).toBeNull();
  });

  it("say when it starts by itself in a later round", async () => {
    await inRoom(room({ state: "gathering", step: -1, clock: { endsAt: 9000, left: null } }));
    expect(screen.getByRole("timer").getAttribute("aria-label")).toMatch(/^0:0\d until it starts$/);
    expect(button("Pause")).toBeTruthy();
  });
});

describe("a room", () => {
  it("shows role, step, time and what comes next", async () => {
    await inRoom(room());
    expect(heading()).toBe("Speaker has the time");
    expect(text()).toContain("You: speaker. Mika: listener.");
    expect(text()).toContain("Then: Listener says only: thank you");
    expect(screen.getByRole("list", { name: "Step 1 of 2" })).toBeTruthy();
    expect(screen.getByRole("timer").getAttribute("aria-label")).toMatch(/^Speaker has the time, 1:5\d left$/);
  });

  it("says whose time it is where there are no roles", async () => {
    const people = [memberView(0, "River"), memberView(1, "Mika"), memberView(2, "Jo")];
    const phone = await inRoom(room({ members: people }), { place: 2 });
    expect(text()).toContain("This is the time of River.");
    expect(text()).toContain("You are a group of three or more, with River and Mika.");
    await now(phone, room({ members: people, step: 1, steps: [...STEPS.slice(0, 1), { do: "Thank each other", seconds: 20, places: [] }] }));
    expect(said()).toBe("Thank each other. This is for all of you.");
    expect(text()).toContain("This is the last step.");
  });

  it("says which turn it is where the roles move on, with the steps of this turn only", async () => {
    const people = ["River", "Mika", "Jo", "Sam"].map((alias, place) => memberView(place, alias));
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

  it("names who only observes apart from who takes part", async () => {
    await inRoom(room({ members: [river, mika, memberView(2, "Jo", { role: "observer", watching: true })] }));
    expect(text()).toContain("You are with Mika.");
    expect(text()).toContain("Jo observes.");
    expect(text()).not.toContain("Jo: observer");
  });

  it("tells an observer what observing is", async () => {
    await inRoom(room({ members: [river, mika, memberView(2, "Jo", { role: "observer", watching: true })] }), { place: 2, choice: "observe" });
    expect(text()).toContain("You observe: you look and listen.");
    expect(text()).not.toContain("You: observer");
  });

  it.each(["formed", "gathering", "running"] as const)("that is %s has the stop word, Pause and a call for a facilitator in reach", async (state) => {
    const phone = await inRoom(room({ state, step: state === "running" ? 0 : -1 }));
    const foot = within(screen.getByRole("contentinfo"));
    expect(foot.getByText("Stop word: “Stop”. Anyone can say it or tap Pause, at any time, without a reason.")).toBeTruthy();
    expect(foot.getAllByRole("button").map(({ textContent }) => textContent)).toEqual(["Pause", "Call a facilitator"]);
    await tap("Pause");
    await tap("Call a facilitator");
    expect(asked(phone)).toEqual([
      { t: "pause_room", run: 3, round: 1 },
      { t: "call_facilitator", run: 3, round: 1, call: true },
    ]);
  });

  it("with a role card has the clock under the bar, where a long card does not push it away, and another scene beside Pause", async () => {
    const phone = await inRoom(room(), { role: role({ twist: "They are worried." }) });
    const bar = within(screen.getByRole("banner"));
    expect(bar.getByRole("timer").className).toBe("clock small");
    expect(screen.getAllByRole("timer")).toHaveLength(1);
    expect(within(screen.getByRole("contentinfo")).getAllByRole("button").map(({ textContent }) => textContent)).toEqual(["Pause", "Other scene", "Call a facilitator"]);
    await tap("Other scene");
    expect(asked(phone)).toEqual([{ t: "swap_scene", run: 3, round: 1, scene: "after-ten" }]);
  });

  it("with a role card offers words to begin with", async () => {
    await inRoom(room(), { role: role({ starters: ["When you write after ten, I …", "I would like …"] }) });
    expect(text()).toContain("You could begin with:When you write after ten, I …I would like …");
  });

  it("ends softly, and says what comes then", async () => {
    const phone = await inRoom(room({ state: "finished", step: 2, last: false }));
    expect(heading()).toBe("This round is over.");
    expect(text()).toContain("If you like, thank Mika.");
    expect(text()).toContain("Another round follows.");
    await now(phone, room({ state: "finished", step: 2, last: true }));
    expect(text()).toContain("everybody meets again");
    expect(button("Pause")).toBeNull();
  });
});

describe("a room that stands still", () => {
  it("is paused for all of them, whoever tapped", async () => {
    const phone = await inRoom(room());
    await now(phone, room({ paused: true, clock: { endsAt: null, left: 93_000 } }));
    await accessible();
    expect(heading()).toBe("Paused for both of you.");
    expect(document.activeElement?.textContent).toBe("Paused for both of you.");
    expect(text()).toContain("Nobody has to say why.");
    expect(text()).toContain("The clock stands still at 1:33.");
    await tap("Go on");
    await tap("Call a facilitator");
    await tap("Stop here and rest");
    expect(asked(phone)).toEqual([
      { t: "go_on_room", run: 3, round: 1 },
      { t: "call_facilitator", run: 3, round: 1, call: true },
      { t: "rest" },
    ]);
  });

  it("counts who is there", async () => {
    await inRoom(room({ paused: true, members: [river, mika, memberView(2, "Jo")] }));
    expect(heading()).toBe("Paused for all of you.");
  });

  it("and calls says that the facilitators are called, until it needs nobody any more", async () => {
    const phone = await inRoom(room({ paused: true, called: true, clock: { endsAt: null, left: 93_000 } }));
    expect(heading()).toBe("The facilitators are called.");
    expect(text()).toContain("Your clock stands still.");
    expect(text().match(/The facilitators are called/g)).toHaveLength(1);
    expect(text()).not.toContain("comes"); // before somebody has said so
    await tap("No need any more");
    expect(asked(phone)).toEqual([{ t: "call_facilitator", run: 3, round: 1, call: false }]);
  });

  it("and goes on while somebody is called still says so", async () => {
    await inRoom(room({ called: true }));
    expect(heading()).toBe("Speaker has the time");
    expect(text()).toContain("The facilitators are called.");
    expect(button("No need any more")).toBeTruthy();
  });
});

describe("what stands over the task of a room", () => {
  async function reading(view: RoomView): Promise<Phone> {
    const phone = await inRoom(view);
    await tap("Help");
    expect(heading()).not.toBe("Speaker has the time");
    return phone;
  }

  it.each(["Help", "Your name"])("covers neither Pause nor the stop word: %s", async (page) => {
    const phone = await reading(room());
    if (page !== "Help") await tap(page);
    await accessible();
    const foot = within(screen.getByRole("contentinfo"));
    expect(foot.getByText(/^Stop word: “Stop”/)).toBeTruthy();
    expect(foot.getAllByRole("button").map(({ textContent }) => textContent)).toEqual(["Pause", "Call a facilitator", "Back"]);
    await tap("Pause");
    expect(asked(phone)).toEqual([{ t: "pause_room", run: 3, round: 1 }]);
    await now(phone, room({ paused: true, clock: { endsAt: null, left: 93_000 } }));
    expect(said()).toBe("Paused for both of you.");
    expect(main()).toContain("Paused for both of you.");
    expect(button("Go on")).toBeTruthy();
    await tap("Back");
    expect(heading()).toBe("Paused for both of you.");
  });

  it("lets a knock, a note and the end through, seen and said", async () => {
    const phone = await reading(room());
    await now(phone, room({ knock: "knocking" }));
    expect(said()).toBe("A facilitator would like to visit.");
    expect(button("Come in")).toBeTruthy();
    await now(phone, room({ note: "Two minutes more." }));
    expect(said()).toContain("Two minutes more.");
    await now(phone, room({ ending: true, clock: { endsAt: 60_000, left: null } }));
    expect(said()).toContain("In a minute this comes to a close.");
  });

  it("says when rooms are announced, and leads there", async () => {
    const phone = new Phone();
    await phone.enter(roomsStage("before"));
    await tap("Rather not with somebody");
    expect(button("Pause")).toBeNull();
    await phone.hears({ t: "shared", body: sharedView(roomsStage("formed")) }, { t: "seat", body: seatView({ room: "r1", place: 0 }) }, { t: "room", body: formed({ id: "r1" }) });
    await accessible();
    expect(plain(said())).toBe("Your room is known. You are with Mika.");
    await tap("To your room");
    expect(heading()).toBe("You are with Mika.");
  });

  it("is as ever where the room is over, or everybody is called together", async () => {
    const phone = await reading(room());
    await now(phone, room({ state: "finished", step: 2 }));
    expect(button("Pause")).toBeNull();
    await now(phone, room());
    expect(button("Pause")).toBeTruthy();
    await phone.sees({ ...roomsStage("running"), calm: true });
    expect(button("Pause")).toBeNull();
  });
});
