import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { act } from "preact/test-utils";
import { describe, expect, it } from "vitest";

import { keepSeatKey, seatKey } from "../../realtime/client/keys";
import { settled } from "../../realtime/client/tests/ends";
import { codeInPath, looksLikeCode, plainCode } from "../src/code";
import { suggestedName } from "../src/names";
import { aliasProblem } from "../src/writing";
import { momentText } from "../src/screens/door";
import { accessible, CODE, doorView, Phone, said, text } from "./stage";

async function tap(name: string | RegExp): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByRole("button", { name }));
    await settled();
  });
}

describe("a code", () => {
  it("is typed leniently", () => {
    expect(plainCode(" k7wp-3 mxq ")).toBe(CODE);
    expect(looksLikeCode(CODE)).toBe(true);
    expect(["K7WP", "K7WP3MX0", "K7WP3MXO", "K7WP3MXI", "K7WP3MX1", "K7WP3MXL"].some(looksLikeCode)).toBe(false);
  });

  it("is found in the address", () => {
    expect(codeInPath("/")).toBeNull();
    expect(codeInPath("/k7wp3mxq")).toBe(CODE);
    expect(codeInPath("/k7wp%203mxq")).toBe(CODE);
    expect(codeInPath("/favicon.ico")).toBeNull();
    expect(codeInPath("/%E0%A4%A")).toBeNull();
  });
});

describe("the door", () => {
  it("takes two taps from the link: open it, come in", async () => {
    const phone = new Phone();
    await phone.open(`/${CODE}`);
    await accessible();
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("First circle");
    expect(text()).toContain("at least 5 people");
    await tap("Come in");
    const [joined] = phone.joined;
    expect(joined?.alias).not.toBe("");
    expect(seatKey(phone.kept, CODE)).toBe(joined?.key);
    await phone.live();
    expect(text()).toContain("You are in, River.");
  });

  it("finds a session by its code and puts it into the address", async () => {
    const phone = new Phone();
    await phone.open("/");
    await accessible();
    fireEvent.input(screen.getByLabelText(/Code/), { target: { value: "k7wp 3mxq" } });
    await tap("Go on");
    expect(phone.address).toBe(`/${CODE}`);
    expect(screen.getByRole("button", { name: "Come in" })).toBeTruthy();
  });

  it("says what a code looks like before it asks anybody", async () => {
    const phone = new Phone();
    await phone.open("/");
    fireEvent.input(screen.getByLabelText(/Code/), { target: { value: "hello" } });
    await tap("Go on");
    expect(text()).toContain("does not look like a code yet");
    expect(said()).toContain("does not look like a code yet");
  });

  it.each([
    ["no_session", "No session has this code now"],
    ["too_many_tries", "Too many codes were tried"],
    ["no_answer", "That did not reach us"],
  ] as const)("says what to do after %s", async (error, words) => {
    const phone = new Phone();
    phone.door = { error };
    await phone.open(`/${CODE}`);
    expect(text()).toContain(words);
    await accessible();
  });

  it.each([
    ["locked", "The door is closed for now.", true],
    ["full", "The room is full.", true],
    ["ended", "This session has ended.", false],
  ] as const)("has its own words when it is %s", async (state, words, again) => {
    const phone = new Phone();
    phone.door = doorView({ state });
    await phone.open(`/${CODE}`);
    await accessible();
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(words);
    expect(screen.queryByRole("button", { name: "Try again" }) !== null).toBe(again);
  });

  it("says when it opens, in the words of this phone, and what is kept", async () => {
    const phone = new Phone();
    const starts_ms = Date.UTC(2026, 10, 26, 18);
    phone.door = doorView({ state: "scheduled", starts_ms, help: "Call 112." });
    await phone.open(`/${CODE}`);
    await accessible();
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Not open yet.");
    expect(text()).toContain(momentText(starts_ms));
    expect(momentText(starts_ms, "de-DE", "Europe/Berlin")).toContain("Donnerstag, 26. November");
    expect(momentText(starts_ms, "de-DE", "Europe/Berlin")).toContain("19:00");
    expect(screen.getByRole("link", { name: "112" })).toBeTruthy();
  });

  it("tells that it was cancelled", async () => {
    const phone = new Phone();
    phone.door = doorView({ state: "cancelled" });
    await phone.open(`/${CODE}`);
    await accessible();
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("This session will not take place.");
  });

  it("has the help page, the line for adults and what is kept before anybody comes in", async () => {
    const phone = new Phone();
    phone.door = doorView({ help: "Call 0800 111 0 111.", approval: true, retention_days: 30 });
    await phone.open(`/${CODE}`);
    await accessible();
    expect(text()).toContain("For adults.");
    expect(text()).toContain("The facilitators let people in one by one.");
    expect(text()).toContain("at the latest 24 hours after the session ends");
    expect(text()).toContain("until 30 days after its summary is signed");
    expect(screen.getByRole("link", { name: "0800 111 0 111" })).toBeTruthy();
  });

  it.each(["not_open_yet", "session_ended"] as const)("shows its own page when joining finds %s", async (problem) => {
    const phone = new Phone();
    await phone.open(`/${CODE}`);
    phone.joinProblem = problem;
    phone.door = doorView({ state: problem === "not_open_yet" ? "scheduled" : "ended" });
    await tap("Come in");
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(problem === "not_open_yet" ? "Not open yet." : "This session has ended.");
  });

  it("opens when it is tried again", async () => {
    const phone = new Phone();
    phone.door = doorView({ state: "locked" });
    await phone.open(`/${CODE}`);
    phone.door = doorView();
    await tap("Try again");
    expect(screen.getByRole("button", { name: "Come in" })).toBeTruthy();
  });

  it("keeps the same key when the answer was lost, so that nobody joins twice", async () => {
    const phone = new Phone();
    phone.joinProblem = "no_answer";
    await phone.open(`/${CODE}`);
    await tap("Come in");
    expect(text()).toContain("That did not reach us");
    phone.joinProblem = null;
    await tap("Come in");
    expect(phone.joined[0]?.key).toBe(phone.joined[1]?.key);
  });

  it("is the same person after a reload while the answer was still on its way", async () => {
    const phone = new Phone();
    phone.joinProblem = new Promise(() => undefined);
    await phone.open(`/${CODE}`);
    await tap("Come in");
    cleanup();
    const again = new Phone(phone.kept);
    await again.open(`/${CODE}`);
    await again.live();
    expect(again.browser.socket.messages[0]).toMatchObject({ t: "hello", proof: { key: phone.joined[0]?.key } });
    expect(again.joined).toEqual([]);
  });

  it.each([
    ["door_locked", false],
    ["session_full", false],
    ["text_unreadable", false],
    ["no_session", false],
    ["busy", true],
    ["too_many_tries", true],
    ["no_answer", true],
  ] as const)("after %s: its key is kept only where it may be known: %s", async (problem, kept) => {
    const phone = new Phone();
    phone.joinProblem = problem;
    await phone.open(`/${CODE}`);
    await tap("Come in");
    expect(screen.getByRole("button", { name: "Come in" })).toBeTruthy();
    expect(seatKey(phone.kept, CODE) !== null).toBe(kept);
  });

  it("asks for a name that can be shown", async () => {
    const phone = new Phone();
    await phone.open(`/${CODE}`);
    const name = screen.getByLabelText(/What shall we call you/);
    fireEvent.input(name, { target: { value: "   " } });
    await tap("Come in");
    expect(text()).toContain("A name is needed here");
    fireEvent.input(name, { target: { value: "x".repeat(25) } });
    await tap("Come in");
    expect(text()).toContain("too long");
    expect(phone.joined).toEqual([]);
  });

  it("says that practice is not anonymous, and does not speak of a floor there", async () => {
    const phone = new Phone();
    phone.door = doorView({ practice: true, floor: 1 });
    await phone.open(`/${CODE}`);
    expect(text()).toContain("Practice: not anonymous.");
    expect(text()).not.toContain("at least 1");
  });

  it("suggests a name that is short enough, and hardly ever the same to two people", () => {
    const counts: number[] = [];
    suggestedName((below) => counts.push(below) - 1);
    const [firsts = 0, seconds = 0] = counts;
    expect(firsts * seconds).toBeGreaterThanOrEqual(1000);
    const names = new Set<string>();
    for (let first = 0; first < firsts; first++)
      for (let second = 0; second < seconds; second++) {
        const draws = [first, second];
        names.add(suggestedName(() => draws.shift() ?? 0));
      }
    expect(names.size).toBe(firsts * seconds);
    for (const name of names) expect(aliasProblem(name)).toBeNull();
  });
});

describe("coming back", () => {
  it("goes straight in with the key this phone has", async () => {
    const phone = new Phone();
    await phone.enter();
    expect(phone.browser.socket.messages[0]).toMatchObject({ t: "hello", proof: { code: CODE } });
    expect(text()).toContain("You are in, River.");
  });

  it("offers the last session on the page without a code", async () => {
    const phone = new Phone();
    keepSeatKey(phone.kept, CODE, "00".repeat(16));
    await phone.open("/");
    await accessible();
    await tap("Return to K7WP 3MXQ");
    expect(phone.address).toBe(`/${CODE}`);
    expect(phone.browser.sockets).toHaveLength(1);
  });

  it("goes to the door when its key is not known any more", async () => {
    const phone = new Phone();
    keepSeatKey(phone.kept, CODE, "00".repeat(16));
    await phone.open(`/${CODE}`);
    await phone.isUnproved();
    expect(seatKey(phone.kept, CODE)).toBeNull();
    expect(screen.getByRole("button", { name: "Come in" })).toBeTruthy();
  });
});

it("a phone with a key stays where it is when a slow network made the server give up its hello", async () => {
  const phone = new Phone();
  await phone.enter();
  await phone.loses(4401);
  await phone.comesBack({});
  expect(seatKey(phone.kept, CODE)).not.toBeNull();
  expect(text()).toContain("You are in, River.");
});

describe("closed for good", () => {
  it.each([
    [4002, "You went on in another place.", "Come back to this one"],
    [4401, "This phone has no place in the session now.", "Go to the door"],
    [4402, "This page is older than the session.", "Load it again".replace("it ", "")],
    [4410, "The session has ended.", "If something stays with you"],
  ] as const)("%i says why and what can be done", async (code, words, offer) => {
    const phone = new Phone();
    await phone.enter();
    await (code === 4401 ? phone.isUnproved() : phone.loses(code));
    await accessible();
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(words);
    expect(screen.getByRole("button", { name: offer })).toBeTruthy();
  });

  it.each([4002, 4402, 4410])("%i leaves no wish that could never go out", async (code) => {
    const phone = new Phone();
    await phone.enter();
    await phone.loses(code);
    expect(screen.queryByRole("button", { name: "Rest" })).toBeNull();
  });

  it("comes back from another device by one tap", async () => {
    const phone = new Phone();
    await phone.enter();
    await phone.loses(4002);
    await tap("Come back to this one");
    await phone.live();
    expect(text()).toContain("You are in, River.");
  });
});
