import { fireEvent, screen } from "@testing-library/preact";
import { describe, expect, it } from "vitest";

import { seatKey } from "../../realtime/client/keys";
import { seatView, stageView } from "../../realtime/client/tests/views";
import { linked } from "../src/screens/helptext";
import { accessible, CODE, entered, heading, held, open, said, tap, text } from "./stage";

describe("rest, leave, help, calm", () => {
  it("rests and comes back with one tap each", async () => {
    const phone = await entered(open());
    await tap("Rest");
    expect(phone.wishes.map((wish) => wish.command.t)).toEqual(["rest"]);
    await phone.hears({ t: "seat", body: seatView({ state: "resting" }) });
    await accessible();
    expect(heading()).toBe("You are resting.");
    await tap("Come back");
    expect(phone.wishes.at(-1)?.command).toEqual({ t: "come_back" });
  });

  it("claims nothing about numbers where rooms show who is in none", async () => {
    const stage = stageView({ kind: "rooms", body: { t: "rooms", round: 1, rounds: 1, state: "running", roles: [], deck: "" } });
    await entered({ stage }, { state: "resting" });
    expect(text()).not.toContain("not a name");
  });

  it("asks before it leaves, with the focus on staying", async () => {
    const phone = await entered(open());
    await tap("Help");
    await tap("Leave quietly");
    await accessible();
    expect(document.activeElement?.textContent).toBe("Stay");
    await tap("Stay");
    expect(phone.wishes).toEqual([]);
    await tap("Help");
    await tap("Leave quietly");
    await tap("Leave");
    expect(phone.wishes.map((wish) => wish.command.t)).toEqual(["leave"]);
    await phone.hears({ t: "seat", body: seatView({ state: "left" }) });
    expect(heading()).toBe("You have left.");
    await accessible();
  });

  it("says why a wish was refused", async () => {
    const phone = await entered(open());
    await tap("Rest");
    await phone.hears({ t: "refused", id: phone.wishes[0]?.id ?? "", code: "busy" });
    expect(text()).toContain("That did not get through.");
    expect(said()).toContain("That did not get through.");
  });

  it("has the help page without a line too, with numbers that can be called (G-M3)", async () => {
    const phone = await entered(open());
    await phone.loses();
    await tap("Help");
    await accessible();
    expect(screen.getByRole("link", { name: "0800 111 0 111" }).getAttribute("href")).toBe("tel:08001110111");
    expect(screen.getByRole("link", { name: "https://example.org/help" })).toBeTruthy();
    await tap("Back");
    expect(heading()).toBe("Where are you with this?");
  });

  it("goes calm with everything kept", async () => {
    const phone = await entered(open());
    fireEvent.click(screen.getByLabelText("two"));
    await phone.sees({ calm: true, ...open() });
    await accessible();
    expect(heading()).toBe("We pause here for a moment.");
    await phone.sees(open());
    expect(screen.getByLabelText<HTMLInputElement>("two").checked).toBe(true);
  });
});

describe("the help page's links", () => {
  it("are made for numbers and addresses only", () => {
    const hrefs = (line: string) => linked(line).flatMap((part) => (typeof part === "object" && part !== null && "props" in part ? [(part.props as { href: string }).href] : []));
    expect(hrefs("In danger call 112 or 911, or 116 123; we are 12 people in room 45.")).toEqual(["tel:112", "tel:911", "tel:116123"]);
    expect(hrefs("See https://example.org/help. javascript:alert(1)")).toEqual(["https://example.org/help"]);
  });
});

describe("the line", () => {
  it("tells the truth about itself, once, and keeps what is being chosen (G-R10)", async () => {
    const phone = await entered(open());
    fireEvent.click(screen.getByLabelText("two"));
    await phone.loses();
    await accessible();
    expect(text()).toContain("Your words are on this phone and your place is kept.");
    expect(said()).toContain("Reconnecting.");
    await tap("Add mine");
    expect(heading()).toBe("Yours is on its way.");
    await phone.comesBack(open());
    expect(said()).toBe("Connected again.");
    expect(phone.answers).toMatchObject([{ counter: 1, answer: { t: "choice", option: 1 } }]);
  });
});

describe("the end", () => {
  it("thanks, and leaves neither key nor words on the phone", async () => {
    const phone = await entered(open());
    fireEvent.click(screen.getByLabelText("two"));
    await tap("Add mine");
    await phone.hears(held());
    expect(phone.tab.keys().length).toBeGreaterThan(0);
    await phone.sees({ phase: "ended" });
    await phone.loses(4410);
    await accessible();
    expect(heading()).toBe("Thank you for being here, River.");
    expect(seatKey(phone.kept, CODE)).toBeNull();
    expect([...phone.kept.keys(), ...phone.tab.keys()]).toEqual([]);
    await tap("If something stays with you");
    expect(text()).toContain("0800");
  });
});

describe("a person", () => {
  it("is asked for with one tap from the help page, and can be taken back", async () => {
    const phone = await entered(open());
    await tap("Help");
    await tap("Ask for a person");
    expect(phone.wishes.map((wish) => wish.command)).toEqual([{ t: "ask_for_person" }]);
    await phone.hears({ t: "seat", body: seatView({ care: { id: "c1", outcome: null } }) });
    await accessible();
    expect(said()).toBe("A person has been told.");
    await tap("Take it back");
    expect(phone.wishes.at(-1)?.command).toEqual({ t: "take_back_care", care: "c1" });
  });

  it("stays in view until somebody answers, then the phone says so", async () => {
    const phone = await entered(open(), { care: { id: "c1", outcome: null } });
    await accessible();
    expect(text()).toContain("A person has been told.");
    await phone.hears({ t: "seat", body: seatView({ care: { id: "c1", outcome: "handed_over" } }) });
    expect(said()).toBe("Somebody else was asked to be there for you.");
  });
});

describe("what the facilitators say to everybody", () => {
  it("stands quietly above the task, and is said once", async () => {
    const phone = await entered(open());
    await phone.sees({ ...open(), note: "Tea is by the door." });
    await accessible();
    expect(text()).toContain("From the facilitators: Tea is by the door.");
    expect(heading()).toBe("Where are you with this?");
  });

  it("can be that nobody leads now", async () => {
    await entered({ calm: true, unattended: true, ...open() });
    await accessible();
    expect(heading()).toBe("We are waiting for the facilitators.");
    expect(text()).toContain("Nothing is lost.");
  });
});

describe("agreements", () => {
  it("can be read any time", async () => {
    await entered({ agreements: ["Passing is fine."], ...open() });
    await tap("Help");
    await tap("Agreements");
    await accessible();
    expect(screen.getByRole("listitem").textContent).toBe("Passing is fine.");
    await tap("Back");
    expect(heading()).toBe("Where are you with this?");
  });
});

describe("outside", () => {
  it("is told apart: not let in", async () => {
    const phone = await entered({}, { state: "waiting" });
    await phone.hears({ t: "seat", body: seatView({ state: "left" }) });
    await accessible();
    expect(heading()).toBe("You were not let in.");
    expect(screen.queryByRole("button", { name: "Come back" })).toBeNull();
  });

  it("is told apart: by the facilitators, and one can come back", async () => {
    const phone = await entered(open());
    await phone.hears({ t: "seat", body: seatView({ state: "left" }) });
    await accessible();
    expect(heading()).toBe("You are marked as gone.");
    await tap("Come back");
    expect(phone.wishes.at(-1)?.command).toEqual({ t: "come_back" });
  });

  it("keeps the key of the place until it is wiped", async () => {
    const phone = await entered(open(), { state: "left" });
    expect(seatKey(phone.kept, CODE)).not.toBeNull();
    await tap("Wipe it now");
    expect([...phone.kept.keys(), ...phone.tab.keys()]).toEqual([]);
  });

  it.each([
    [4002, "You went on in another place."],
    [4410, "The session has ended."],
    [4402, "This page is older than the session."],
  ])("is told apart: closed with %i", async (code, words) => {
    const phone = await entered(open());
    await phone.loses(code);
    await accessible();
    expect(heading()).toBe(words);
  });
});
