import { fireEvent, screen } from "@testing-library/preact";
import { describe, expect, it } from "vitest";

import { seatView } from "../../realtime/client/tests/views";
import { accessible, entered, heading, open, said, tap, text } from "./stage";

describe("lobby and guide", () => {
  it("greets by name and counts people", async () => {
    await entered({ people: 7 });
    await accessible();
    expect(heading()).toBe("You are in, River.");
    expect(text()).toContain("7 people are here");
  });

  it("is where somebody waits who has not been let in yet, and can leave", async () => {
    const phone = await entered({}, { state: "waiting" });
    await accessible();
    expect(heading()).toBe("You are at the door, River.");
    await tap("Leave quietly");
    await tap("Leave");
    expect(phone.wishes.map((wish) => wish.command.t)).toEqual(["leave"]);
  });

  it("is where one can take another name", async () => {
    const phone = await entered();
    await tap("Change my name");
    await accessible();
    fireEvent.input(screen.getByRole("textbox"), { target: { value: " " } });
    await tap("Change my name");
    expect(said()).toBe("A name is needed here. Any nickname will do.");
    fireEvent.input(screen.getByRole("textbox"), { target: { value: " Wren " } });
    await tap("Change my name");
    expect(phone.wishes.map((wish) => wish.command)).toEqual([{ t: "change_alias", alias: "Wren" }]);
    await phone.hears({ t: "seat", body: seatView({ alias: "Wren" }) });
    expect(heading()).toBe("The group sees you as Wren.");
  });

  it("pauses with a clock", async () => {
    await entered(open({ kind: "guide", title: "A pause", body: { t: "guide", steps: ["Stretch."], step: 0, of: 1, purpose: "pause", pacer: null } }));
    await accessible();
    expect(screen.getByRole("timer").getAttribute("aria-label")).toMatch(/^Pause, \d:\d\d left$/);
  });

  it("recalls what the group keeps", async () => {
    await entered({
      agreements: ["We speak for ourselves."],
      ...open({ kind: "guide", title: "What we keep to", body: { t: "guide", steps: ["Read it once."], step: 0, of: 1, purpose: "recall", pacer: null } }),
    });
    await accessible();
    expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual(["We speak for ourselves."]);
  });

  it("shows the steps so far, the newest marked, and moves the focus to a new stage's heading", async () => {
    const phone = await entered();
    const guide = (step: number) =>
      open({ kind: "guide", prompt: "Please read at your own pace.", body: { t: "guide", steps: ["First.", "Second.", "Third."].slice(0, step + 1), step, of: 3, purpose: "read", pacer: null } });
    await phone.sees(guide(0));
    expect(document.activeElement?.textContent).toBe("Please read at your own pace.");
    await phone.sees(guide(1));
    await accessible();
    expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual(["First.", "Second."]);
    expect(screen.getByText("Second.", { selector: "li" }).getAttribute("aria-current")).toBe("step");
    expect(said()).toBe("Second.");
  });
});
