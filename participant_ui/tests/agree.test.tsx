import { fireEvent, screen, within } from "@testing-library/preact";
import { describe, expect, it, vi } from "vitest";

import { agreeView, lineView, stageView } from "../../realtime/client/tests/views";
import type { AgreeView, LineView } from "../../realtime/client/wire";
import { accessible, cardOf, entered, held, open, Phone, tap, text } from "./stage";

const agree = (change: Partial<AgreeView> = {}) => open({ kind: "agree", prompt: "What shall we keep to?", body: agreeView(change) });
const lines = (...changes: Partial<LineView>[]) => agree({ lines: changes.map((change, index) => lineView(`l${index}`, change)) });
const write = (value: string) => fireEvent.input(screen.getByRole("textbox"), { target: { value } });

async function proposed(words = "We start on time."): Promise<Phone> {
  const phone = await entered(agree());
  write(words);
  await tap("Propose it");
  await phone.hears(held());
  return phone;
}

describe("lines", () => {
  it("take Support and a question at once, and send the whole set", async () => {
    const phone = await entered(agree());
    await accessible();
    const [first] = screen.getAllByRole("button", { name: /^Support/ });
    if (first === undefined) throw new Error("no line");
    fireEvent.click(first);
    expect(screen.getAllByRole("button", { name: /^Support/ })[0]?.getAttribute("aria-pressed")).toBe("true");
    await tap("I have a question: Passing is fine.");
    expect(phone.taps.map((sent) => sent.marks)).toEqual([["support:start-0"], ["question:start-1", "support:start-0"]]);
    await tap("Support: We speak for ourselves.");
    expect(phone.taps.at(-1)).toMatchObject({ run: 3, counter: 3, marks: ["question:start-1"] });
  });

  it("say it again after a reconnect, and fall back where it was refused", async () => {
    const phone = await entered(agree());
    await tap("Support: Passing is fine.");
    await phone.hears({ t: "tapped", run: 3, counter: 1 });
    await phone.loses();
    await phone.comesBack(agree());
    expect(phone.taps).toMatchObject([{ counter: 1, marks: ["support:start-1"] }]);
    await tap("I have a question: Passing is fine.");
    await phone.hears({ t: "not_tapped", run: 3, counter: 2, code: "too_many_marks" });
    expect(screen.getByRole("button", { name: "I have a question: Passing is fine." }).getAttribute("aria-pressed")).toBe("false");
    expect(screen.getByRole("button", { name: "Support: Passing is fine." }).getAttribute("aria-pressed")).toBe("true");
    expect(text()).toContain("That is more than can be tapped here.");
  });

  it("show a total, that there is a question, and what is kept", async () => {
    await entered(lines({ support: 6 }, { question: true }, { kept: true }));
    await accessible();
    const [first, second, third] = screen.getAllByRole("listitem").map((item) => item.textContent ?? "");
    expect(first).toContain("Supported by 6 people");
    expect(second).toContain("There is a question about this");
    expect(second).not.toContain("Supported");
    expect(third).toContain("We keep this");
  });

  it("say before the first tap who is shown what", async () => {
    await entered(agree());
    expect(text()).toContain("Nobody is shown who tapped. Support is shown as a total once 5 people have tapped, of questions only whether there is one;");
  });

  it("cannot be tapped when the group looks back at them", async () => {
    await entered(open({ kind: "agree", again: true, phase: "closed", body: agreeView() }));
    expect(screen.queryAllByRole("button", { name: /^Support/ })).toEqual([]);
  });
});

describe("a line of one's own", () => {
  it("is held, collected, and another can follow under another name", async () => {
    const phone = await proposed();
    await accessible();
    expect(text()).toContain("Your line is held until the facilitators collect lines.");
    await phone.sees(agree(), [{ run: 3, nonces: ["other"] }]);
    expect(text()).toContain("Your line is held");
    await phone.sees(agree(), [{ run: 3, nonces: ["other", "n1"] }]);
    expect(text()).toContain("Your line is with the facilitators");
    await tap("Propose another");
    write("We end on time.");
    await tap("Propose it");
    const [first, second] = phone.answers;
    expect(second).toMatchObject({ counter: 2, receipt: null, answer: { text: "We end on time." } });
    expect(cardOf(second)).not.toBe(cardOf(first));
  });

  it("is said to be held while it is changed, and to stay with the facilitators while another one is written", async () => {
    const phone = await proposed();
    const HELD = "Your line from before is held until you propose another.";
    const now = vi.spyOn(performance, "now").mockReturnValue(performance.now() + 10_000);
    await tap("Change it");
    now.mockRestore();
    expect(text()).toContain(HELD);
    await phone.sees(agree(), [{ run: 3, nonces: ["n1"] }]);
    expect(text()).not.toContain(HELD);
    expect(text()).toContain("Your line from before stays with the facilitators.");
  });

  it("was not there before where somebody passed", async () => {
    await entered(agree());
    await tap("Pass");
    const now = vi.spyOn(performance, "now").mockReturnValue(performance.now() + 10_000);
    await tap("Change it");
    now.mockRestore();
    expect(screen.getByRole("textbox")).toBeTruthy();
    expect(text()).not.toContain("Your line from before");
  });

  it("is not opened again or taken back by the second half of a double tap, and is by a tap of its own", async () => {
    const now = vi.spyOn(performance, "now").mockReturnValue(10_000);
    await proposed();
    now.mockReturnValue(10_300);
    await tap("Change it");
    await tap("Take it back");
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(text()).toContain("Your line is held until the facilitators collect lines.");
    now.mockReturnValue(10_900);
    await tap("Change it");
    expect(screen.getByRole("textbox")).toBeTruthy();
    now.mockRestore();
  });

  it("is passed with one tap", async () => {
    const phone = await entered(agree());
    await tap("Pass");
    expect(phone.answers).toMatchObject([{ answer: { t: "pass" } }]);
  });

  it("is said to be left out when the group moves on before it was collected", async () => {
    const phone = await proposed();
    await phone.sees({ stage: stageView({ run: 4, prompt: "And now?" }) }, [{ run: 3, nonces: [] }]);
    expect(screen.getByText(/was not collected before the group moved on/, { selector: "main span" })).toBeTruthy();
  });

  it("is not among the own cards, because it cannot be returned", async () => {
    await proposed();
    await tap("Help");
    expect(within(screen.getByRole("navigation")).queryByRole("button", { name: "What I wrote" })).toBeNull();
  });

  it("in practice claims nothing", async () => {
    await entered({ practice: true, floor: 1, ...agree() });
    await accessible();
    expect(text()).toContain("Your line can be linked to you,");
    expect(text()).not.toContain("Kept without your name");
  });
});
