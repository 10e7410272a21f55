import { screen, within } from "@testing-library/preact";
import { describe, expect, it, vi } from "vitest";

import { memberView, roomView, seatView, sharedView } from "../../realtime/client/tests/views";
import type { MemberView, RoomView, SeatView } from "../../realtime/client/wire";
import { accessible, heading, Phone, said, tap, text } from "./stage";
import { role, roomsStage } from "./inrooms";

const river = memberView(0, "River", { role: "speaker" });
const mika = memberView(1, "Mika", { role: "listener" });
const STEPS = [
  { do: "Speaker has the time", seconds: 210, places: [0] },
  { do: "Listener says only: thank you", seconds: 15, places: [1] },
];
const room = (change: Partial<RoomView> = {}): RoomView => roomView({ members: [river, mika], steps: STEPS, ...change });
const formed = (change: Partial<RoomView> = {}): RoomView => room({ state: "formed", step: -1, clock: { endsAt: 9000, left: null }, ...change });

async function inRoom(view: RoomView, seat: Partial<SeatView> = {}): Promise<Phone> {
  const phone = new Phone();
  const place = seat.place ?? 0;
  await phone.inRoom(view, roomsStage(view.state === "formed" ? "formed" : "running"), place);
  if (Object.keys(seat).length > 0) await phone.hears({ t: "seat", body: seatView({ room: view.id, place, ...seat }) });
  await accessible();
  return phone;
}
const now = (phone: Phone, view: RoomView): Promise<void> => phone.hears({ t: "room", body: view });
const main = (): string => plain(screen.getByRole("main").textContent ?? "");
const plain = (words: string): string => words.replace(/[\u2068\u2069]/g, "");
const asked = (phone: Phone): unknown[] => phone.wishes.map((wish) => wish.command);
const button = (name: string | RegExp): HTMLElement | null => screen.queryByRole("button", { name });

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

