/** The facilitators point everybody to the help page: one quiet line on every phone alike, until it is put away there. */

import { describe, expect, it } from "vitest";

import { seatView, sharedView } from "../../realtime/client/tests/views";
import { accessible, entered, heading, open, said, tap } from "./stage";

const LINE = "The help page is always here, and you can ask for a person at any time.";

const shown = () => document.querySelector(".help-offered")?.textContent ?? "";

describe("offered help", () => {
  it("stands on the phone once it is offered, and is said", async () => {
    const phone = await entered(open());
    expect(shown()).not.toContain(LINE);
    await phone.hears({ t: "shared", body: sharedView({ ...open(), helpOffered: 1 }) });
    expect(shown()).toContain(LINE);
    expect(said()).toContain(LINE);
    await accessible();
  });

  it("leaves when it is put away, tells nobody, and comes back with the next offer alone", async () => {
    const phone = await entered({ ...open(), helpOffered: 1 });
    await tap("Put away");
    expect(shown()).not.toContain(LINE);
    await phone.hears({ t: "shared", body: sharedView({ ...open(), helpOffered: 1, people: 8 }) });
    expect(shown()).not.toContain(LINE);
    expect(phone.wishes).toEqual([]);
    await phone.hears({ t: "shared", body: sharedView({ ...open(), helpOffered: 2 }) });
    expect(shown()).toContain(LINE);
  });

  it("leads to the help page, and is put away with that", async () => {
    await entered({ ...open(), helpOffered: 1 });
    await tap("See help");
    expect(heading()).toBe("Somebody to turn to");
    expect(shown()).not.toContain(LINE);
    await tap("Back");
    expect(shown()).not.toContain(LINE);
  });

  it("is not shown to somebody who has left", async () => {
    const phone = await entered({ ...open(), helpOffered: 1 });
    await phone.hears({ t: "seat", body: seatView({ state: "left" }) });
    expect(shown()).not.toContain(LINE);
  });
});
