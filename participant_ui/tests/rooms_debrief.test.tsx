import { screen } from "@testing-library/preact";
import { act } from "preact/test-utils";
import { describe, expect, it, vi } from "vitest";

import { roomView, sharedView } from "../../realtime/client/tests/views";
import { speak } from "../src/language";
import { fileOf } from "../src/keeping/save";
import { Pages } from "../src/pages";
import { roomsStage } from "./inrooms";
import { accessible, CODE, Phone, tap, text } from "./stage";

const running = roomsStage("running", 1, "Saying no");
const through = (last = true) => roomView({ state: "finished", step: 1, last });

async function played(deck = "Saying no"): Promise<Phone> {
  const phone = new Phone();
  await phone.inRoom(roomView(), roomsStage("running", 1, deck));
  await phone.hears({ t: "room", body: through() });
  return phone;
}
const shown = () => vi.waitFor(() => expect(text()).toContain("How is it to be back?"));

describe("after a role play", () => {
  it("three taps are enough, and nothing of them is sent", async () => {
    const phone = await played();
    await shown();
    await accessible();
    const before = phone.browser.socket.messages.length;
    expect(text()).toContain("Stays on this phone.");
    await tap("still a little in it");
    expect(document.activeElement?.textContent).toBe("What would you keep?");
    await tap("something I said");
    await tap("a breath");
    expect(text()).toContain("For you to keep");
    await accessible();
    for (const words of ["still a little in it", "something I said", "a breath"]) expect(text()).toContain(words);
    expect(phone.browser.socket.messages).toHaveLength(before);
  });

  it("they stay in this tab, among the own pages and in the file to take home", async () => {
    const phone = await played();
    await shown();
    for (const answer of ["lighter", "how it felt", "to go on"]) await tap(answer);
    const pages = new Pages(phone.tab, CODE).all;
    expect(pages).toHaveLength(1);
    expect(fileOf({ title: "", pages, cards: [], agreements: [] })).toContain("<small>How is it to be back?: </small>lighter");
    await tap("What I wrote");
    expect(text()).toContain("how it felt");
  });

  it("they can be left out as a whole, and are not asked again", async () => {
    const phone = await played();
    await shown();
    await tap("Not now");
    expect(text()).not.toContain("How is it to be back?");
    await phone.sees(roomsStage("finished", 2, "Saying no"));
    expect(text()).not.toContain("How is it to be back?");
    expect(phone.tab.keys().filter((key) => key.startsWith("holdspace:page:"))).toEqual([]);
  });

  it("they can be changed and wiped", async () => {
    const phone = await played();
    await shown();
    for (const answer of ["lighter", "how it felt", "to go on"]) await tap(answer);
    await tap("Change it");
    await tap("as before");
    await tap("how it felt");
    await tap("somebody to talk to");
    expect(text()).toContain("as before");
    expect(screen.getByRole("button", { name: "Ask for a person" })).toBeTruthy();
    await tap("Wipe it");
    expect(new Pages(phone.tab, CODE).all).toEqual([]);
  });

  it("they speak the language of the page, whatever it was when they were tapped, and still lead to a person", async () => {
    const phone = await played();
    await shown();
    for (const answer of ["lighter", "how it felt", "somebody to talk to"]) await tap(answer);
    vi.stubGlobal("fetch", async () => new Response("", { status: 404 })); // the library's texts are not the point
    try {
      await act(async () => void (await speak("de")));
      expect(screen.getByRole("button", { name: "Jemanden rufen" })).toBeTruthy();
      expect(text()).toContain("jemanden zum Reden");
      expect(text()).not.toContain("somebody to talk to");
      const pages = new Pages(phone.tab, CODE).all;
      expect(fileOf({ title: "", pages, cards: [], agreements: [] })).toContain("jemanden zum Reden");
    } finally {
      await act(async () => void (await speak("en")));
    }
  });

  it("they are there when everybody is back, for whoever was in a room", async () => {
    const phone = new Phone();
    await phone.inRoom(roomView(), running);
    await phone.hears({ t: "shared", body: sharedView(roomsStage("finished", 2, "Saying no")) }, { t: "room", body: null });
    await shown();
  });

  it("nobody is asked who was in no room, or where no scene was played", async () => {
    const outside = new Phone();
    await outside.enter(roomsStage("finished", 2, "Saying no"));
    expect(text()).not.toContain("How is it to be back?");
    document.body.replaceChildren();
    await played("");
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(text()).not.toContain("How is it to be back?");
  });
});
