/** A check-in on the phone: above whatever is played, by one tap each, and it touches nothing else. */
import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { describe, expect, it } from "vitest";

import { inputView, tallyView, wallView } from "../../realtime/client/tests/views";
import { accessible, doorView, entered, held, heading, open, Phone, said, tap, text } from "./stage";

const ASKED = { checkIn: 1 };
const WRITING = { ...open({ kind: "wall", body: wallView({ input: inputView({ type: "text", options: [], max: 140 }) }) }), ...ASKED };
const step = (group: string, name: string) => {
  const fieldset = screen.getByRole("group", { name: group });
  const found = [...fieldset.querySelectorAll("input")].find((input) => input.getAttribute("aria-label") === name);
  if (found === undefined) throw new Error(`no ${name} in ${group}`);
  return found;
};
const choose = (group: string, name: string) => fireEvent.click(step(group, name));
const sheet = () => screen.queryByRole("region", { name: "How are you just now?" });
const sent = (phone: Phone) => phone.taps.map(({ about, run, counter, marks, first }) => ({ about, run, counter, marks, first }));

describe("a check-in", () => {
  it("lies open where there is nothing else to do, asks three things, and each tap goes out as the whole set", async () => {
    const phone = await entered(ASKED);
    await accessible();
    expect(heading()).toBe("You are in, River.");
    choose("My mood", "2 of 5");
    choose("Here, in this group", "5 of 5, at ease");
    choose("My mood", "1 of 5, heavy");
    expect(sent(phone)).toEqual([
      { about: "check_in", run: 1, counter: 1, marks: ["mood:2"], first: true },
      { about: "check_in", run: 1, counter: 2, marks: ["mood:2", "safety:5"], first: false },
      { about: "check_in", run: 1, counter: 3, marks: ["mood:1", "safety:5"], first: false },
    ]);
    expect(step("My mood", "1 of 5, heavy").checked).toBe(true);
    expect(step("My mood", "2 of 5").checked).toBe(false);
    await accessible();
  });

  it("takes a tap away with the next one on the same step", async () => {
    const phone = await entered(ASKED);
    choose("My energy", "3 of 5");
    choose("My energy", "3 of 5");
    expect(sent(phone).at(-1)).toMatchObject({ counter: 2, marks: [] });
    expect(step("My energy", "3 of 5").checked).toBe(false);
  });

  it("is folded above what somebody writes, moves nothing of it, and is folded again by hand", async () => {
    const phone = await entered(WRITING);
    expect(sheet()).toBeNull();
    fireEvent.input(screen.getByRole("textbox"), { target: { value: "Half a sent" } });
    await tap("Answer");
    expect(sheet()).not.toBeNull();
    await accessible();
    choose("My mood", "4 of 5");
    await tap("That is it");
    expect(sheet()).toBeNull();
    expect(screen.getByRole<HTMLTextAreaElement>("textbox").value).toBe("Half a sent");
    await phone.sees({ ...WRITING, checkIn: 0 });
    expect(screen.queryByRole("region", { name: "Check-in" })).toBeNull();
    expect(screen.getByRole<HTMLTextAreaElement>("textbox").value).toBe("Half a sent");
    expect(phone.answers).toEqual([]);
  });

  it("folds by itself when something to answer begins, unless its person has opened it", async () => {
    const phone = await entered(ASKED);
    expect(sheet()).not.toBeNull();
    await phone.sees(WRITING);
    expect(sheet()).toBeNull();
    await phone.sees(ASKED);
    choose("My mood", "4 of 5");
    await phone.sees(WRITING);
    expect(sheet()).not.toBeNull();
  });

  it("leaves an answer that is held as it is", async () => {
    const phone = await entered(open({ body: tallyView() }));
    fireEvent.click(screen.getByRole("radio", { name: "two" }));
    await tap("Add mine");
    await phone.hears(held());
    await phone.sees({ ...open({ body: tallyView() }), ...ASKED });
    expect(heading()).toBe("Yours is held.");
    await tap("Answer");
    choose("My mood", "3 of 5");
    expect(heading()).toBe("Yours is held.");
    expect(phone.answers).toHaveLength(1);
  });

  it.each([["in the sheet", ASKED], ["folded", WRITING]])("“not now” is one tap, %s, and goes out like any other set", async (_where, view) => {
    const phone = await entered(view);
    await tap("Not now");
    expect(sent(phone)).toEqual([{ about: "check_in", run: 1, counter: 1, marks: [], first: true }]);
    expect(sheet()).toBeNull();
    expect(screen.queryByRole("button", { name: "Not now" })).toBeNull();
    const lengths = phone.browser.socket.messages.filter(({ t }) => t === "tap").map((message) => JSON.stringify(message).length);
    await tap("Answer");
    choose("My mood", "5 of 5, light");
    lengths.push(...phone.browser.socket.messages.filter(({ t }) => t === "tap").map((message) => JSON.stringify(message).length));
    expect(new Set(lengths).size).toBe(1);
  });

  it("says that it is open, who sees what, and from how many on", async () => {
    const phone = await entered();
    await phone.sees(ASKED);
    expect(said()).toBe("A check-in is open, at the top of this page. It is voluntary.");
    expect(text()).toContain("as words, from 5 people on, never who");
    await phone.sees({ ...ASKED, practice: true });
    expect(text()).toContain("Practice: not anonymous. What you tap can be linked to you;");
  });

  it("keeps what was tapped through a reload, says it again, and falls back where it was refused", async () => {
    const first = await entered(WRITING);
    await tap("Answer");
    choose("My mood", "4 of 5");
    await first.hears({ t: "tapped", run: 1, counter: 1, about: "check_in" });
    cleanup();
    const again = new Phone(first.kept, first.tab);
    await again.enter(WRITING);
    expect(step("My mood", "4 of 5").checked).toBe(true);
    expect(sent(again)).toEqual([{ about: "check_in", run: 1, counter: 1, marks: ["mood:4"], first: false }]);
    choose("My mood", "5 of 5, light");
    await again.hears({ t: "not_tapped", run: 1, counter: 2, code: "stale_check_in", about: "check_in" });
    expect(step("My mood", "4 of 5").checked).toBe(true);
    expect(text()).toContain("That check-in is over.");
  });

  it("forgets what was tapped when it is closed, and the next one begins empty", async () => {
    const phone = await entered(ASKED);
    choose("My mood", "4 of 5");
    await phone.sees({ checkIn: 0 });
    expect([...phone.tab.keys()].map((key) => phone.tab.get(key) ?? "").join(" ")).not.toContain("mood:4");
    await phone.sees({ checkIn: 2 });
    expect(step("My mood", "4 of 5").checked).toBe(false);
    choose("My mood", "2 of 5");
    expect(sent(phone).at(-1)).toEqual({ about: "check_in", run: 2, counter: 2, marks: ["mood:2"], first: false });
  });

  it("does not mix with the taps of the stage of the same number", async () => {
    const phone = await entered(ASKED);
    choose("My mood", "4 of 5");
    await phone.hears({ t: "not_tapped", run: 1, counter: 1, code: "busy" });
    expect(step("My mood", "4 of 5").checked).toBe(true);
  });

  it.each(["resting", "waiting", "left"] as const)("asks nobody who is %s", async (state) => {
    await entered(ASKED, { state });
    expect(text()).not.toContain("How are you just now?");
  });

  it("is not on the help page, and ends with the session", async () => {
    const phone = await entered(ASKED);
    await tap("Help");
    expect(text()).not.toContain("How are you just now?");
    await phone.sees({ phase: "ended", checkIn: 0 });
    expect([...phone.tab.keys(), ...phone.kept.keys()].filter((key) => /felt|sheet/.test(key))).toEqual([]);
  });

  it("is said at the door among what is kept", async () => {
    const phone = new Phone();
    phone.door = doorView();
    await phone.open("/K7WP3MXQ");
    expect(text()).toContain("Taps on cards and lines, and in check-ins");
  });
});

describe("asking for a person from a check-in", () => {
  it("is offered once something was tapped, is named alone, and carries no value", async () => {
    const phone = await entered(ASKED);
    expect(screen.queryByRole("button", { name: "I would like somebody to come to me" })).toBeNull();
    choose("Here, in this group", "1 of 5, on guard");
    expect(phone.wishes).toEqual([]);
    expect(text()).toContain("For this one thing the facilitators see your name. Your taps stay without one.");
    await tap("I would like somebody to come to me");
    expect(phone.wishes.map(({ command }) => command)).toEqual([{ t: "ask_for_person" }]);
    expect(sent(phone)).toHaveLength(1);
  });

  it("is not offered twice while one is open", async () => {
    const phone = await entered(ASKED, { care: { id: "care-1", outcome: null } });
    choose("My mood", "1 of 5, heavy");
    expect(screen.queryByRole("button", { name: "I would like somebody to come to me" })).toBeNull();
    expect(text()).toContain("A person has been told.");
    expect(phone.wishes).toEqual([]);
  });
});
