import { cleanup } from "@testing-library/preact";
import { describe, expect, it } from "vitest";

import { seatView } from "../../realtime/client/tests/views";
import { CODE, entered, heading, open, Phone, said, tap, text } from "./stage";

const BACK = "Connected again.";

describe("connected again (G-R10)", () => {
  it("is not said to somebody who comes in for the first time, wherever they go", async () => {
    const phone = await entered(open());
    const heard = [said()];
    await tap("Help");
    heard.push(said());
    await tap("Back");
    heard.push(said());
    await phone.hears({ t: "seat", body: seatView({ state: "resting" }) });
    heard.push(said());
    await phone.sees({ calm: true, ...open() });
    heard.push(said());
    expect(heard).not.toContain(BACK);
  });

  it("is said once after a loss, and not again on another screen", async () => {
    const phone = await entered(open());
    await phone.loses();
    expect(said()).toContain("Reconnecting.");
    await phone.comesBack(open());
    expect(said()).toBe(BACK);
    await phone.hears({ t: "seat", body: seatView({ state: "resting" }) });
    await tap("Help");
    await phone.hears({ t: "seat", body: seatView({ care: { id: "c1", outcome: null } }) });
    expect(said()).toBe("A person has been told.");
    await tap("Back");
    expect(said()).toBe("A person has been told.");
  });

  it("is said to somebody who opened the help page meanwhile, and when the group went on meanwhile", async () => {
    const phone = await entered(open());
    await phone.loses();
    await tap("Help");
    await phone.comesBack(open());
    expect(said()).toBe(BACK);
    await tap("Back");
    await phone.loses();
    await phone.comesBack({ calm: true, ...open() });
    expect(heading()).toBe("We pause here for a moment.");
    expect(said()).toBe(BACK);
  });

  it("follows each loss, and never stands beside the word that the line is away", async () => {
    const phone = await entered(open());
    for (let loss = 0; loss < 3; loss += 1) {
      await phone.loses();
      expect(said()).toContain("Reconnecting.");
      expect(text()).toContain("Your words are on this phone");
      await phone.comesBack(open());
      expect(said()).toBe(BACK);
      expect(text()).not.toContain("Reconnecting.");
    }
  });
});

describe("the help page (G-M3)", () => {
  it("is kept in this tab only, and read from there by a page that was loaded again without a line", async () => {
    const phone = await entered(open());
    expect(phone.kept.keys().filter((key) => key.includes("help"))).toEqual([]);
    cleanup();
    const again = new Phone(phone.kept, phone.tab);
    await again.open(`/${CODE}`);
    await tap("Help");
    expect(text()).toContain("0800 111 0 111");
    expect(text()).not.toContain("No help page has reached this phone yet");
  });

  it("goes with everything else when the session ends", async () => {
    const phone = await entered(open());
    expect(phone.tab.keys()).toContain(`holdspace:help:${CODE}`);
    await phone.sees({ phase: "ended" });
    expect(phone.tab.keys()).toEqual([]);
    await tap("If something stays with you");
    expect(text()).toContain("0800 111 0 111");
  });
});
