import { fireEvent, screen } from "@testing-library/preact";
import { act } from "preact/test-utils";
import { describe, expect, it, vi } from "vitest";

import { settled } from "../../realtime/client/tests/ends";
import { memberView, roomView, seatView, sharedView } from "../../realtime/client/tests/views";
import type { NamedPerson, ToPage } from "../../realtime/client/wire";
import { fetchRoomParts, forgetRoomParts } from "../src/screens/roomslater";
import { roomsStage } from "./inrooms";
import { accessible, entered, heading, Phone, said, tap, text } from "./stage";

const pick = (name: string | RegExp, kind: "radio" | "checkbox" = "radio"): Promise<void> =>
  act(async () => {
    fireEvent.click(screen.getByRole(kind, { name }));
    await settled();
  });
const asked = (phone: Phone): unknown[] => phone.wishes.map((wish) => wish.command);
const namesAsked = (phone: Phone): number => phone.browser.socket.messages.filter(({ t }) => t === "ask_names").length;
const person = (alias: string, apart = false): NamedPerson => ({ seat: `seat-${alias}`, alias, mark: 0, apart });
const names = (...people: NamedPerson[]): ToPage => ({ t: "names", people, unmet: false });
const unmet = (...people: NamedPerson[]): ToPage => ({ t: "names", people, unmet: true });
const done = (phone: Phone, index = 0): Promise<void> => phone.hears({ t: "done", id: phone.wishes[index]?.id ?? "" } as ToPage);

describe("how somebody is in the next rooms", () => {
  it("is chosen of three, before any rooms are known, with what can be worked out from it", async () => {
    const phone = await entered(roomsStage("before"));
    await accessible();
    expect(heading()).toBe("Small rooms are next.");
    expect(screen.getByRole<HTMLInputElement>("radio", { name: /^Take part/ }).checked).toBe(true);
    expect(text()).toContain("once they propose rooms, by name who observes and who is in none");
    expect(text()).toContain("who sits out can be worked out.");
    await pick(/^Observe/);
    expect(asked(phone)).toEqual([{ t: "choose_round", run: 3, choice: "observe" }]);
    expect(screen.getByRole<HTMLInputElement>("radio", { name: /^Observe/ }).checked).toBe(true);
    await phone.hears({ t: "seat", body: seatView({ choice: "observe" }) });
    await done(phone);
    expect(said()).toBe("For the next rooms: Observe");
    expect(screen.getByRole<HTMLInputElement>("radio", { name: /^Observe/ }).checked).toBe(true);
  });

  it("changed back before the first wish was answered is sent, too", async () => {
    const phone = await entered(roomsStage("before"));
    await pick(/^Observe/);
    await pick(/^Take part/);
    expect(asked(phone).map((wish) => (wish as { choice: string }).choice)).toEqual(["observe", "take_part"]);
    await done(phone, 0);
    await done(phone, 1);
    expect(screen.getByRole<HTMLInputElement>("radio", { name: /^Take part/ }).checked).toBe(true);
  });

  it("stays as it was where it is refused", async () => {
    const phone = await entered(roomsStage("before"));
    await pick(/^Sit this one out/);
    await phone.hears({ t: "refused", id: phone.wishes[0]?.id ?? "", code: "stale_stage" });
    expect(screen.getByRole<HTMLInputElement>("radio", { name: /^Take part/ }).checked).toBe(true);
  });

  it.each(["formed", "running"] as const)("is in reach while rooms are %s, folded behind what is chosen", async (state) => {
    const phone = new Phone();
    await phone.inRoom(roomView({ state, step: state === "formed" ? -1 : 0 }), roomsStage(state));
    expect(text()).toContain("Next rooms: Take part");
    await act(async () => void fireEvent.click(screen.getByText("Next rooms: Take part")));
    await pick(/^Observe/);
    expect(asked(phone)).toEqual([{ t: "choose_round", run: 3, choice: "observe" }]);
  });

  it("nobody leaves a room by one slip: no arrow key leads there, and a tap asks once", async () => {
    const phone = new Phone();
    await phone.inRoom(roomView(), roomsStage("running"));
    await act(async () => void fireEvent.click(screen.getByText("Next rooms: Take part")));
    expect(screen.queryByRole("radio", { name: /^Sit/ })).toBeNull();
    await tap("Sit this one out");
    await accessible();
    expect(document.activeElement?.textContent).toBe("You leave this room at once, and have none until you choose otherwise.");
    await tap("Stay");
    expect(asked(phone)).toEqual([]);
    expect(document.activeElement?.textContent).toBe("Sit this one out");
    await tap("Sit this one out");
    await tap("Leave this room");
    expect(asked(phone)).toEqual([{ t: "choose_round", run: 3, choice: "sit_out" }]);
  });

  describe("by the arrow keys", () => {
    const arrow = (to: RegExp): Promise<void> =>
      act(async () => {
        fireEvent.keyDown(document.activeElement ?? document.body, { key: "ArrowDown" });
        screen.getByRole("radio", { name: to }).focus();
        fireEvent.click(screen.getByRole("radio", { name: to }));
        await settled();
      });
    const observes = { t: "choose_round", run: 3, choice: "observe" };

    it("is sent once they rest, and not on the way", async () => {
      vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
      try {
        const phone = await entered(roomsStage("before"));
        screen.getByRole("radio", { name: /^Take part/ }).focus();
        await arrow(/^Sit this one out/);
        await arrow(/^Observe/);
        expect(asked(phone)).toEqual([]);
        expect(screen.getByRole<HTMLInputElement>("radio", { name: /^Observe/ }).checked).toBe(true);
        await act(async () => void (await vi.advanceTimersByTimeAsync(2000)));
        expect(asked(phone)).toEqual([observes]);
      } finally {
        vi.useRealTimers();
      }
    });

    it("is sent when the focus goes on", async () => {
      const phone = await entered(roomsStage("before"));
      screen.getByRole("radio", { name: /^Take part/ }).focus();
      await arrow(/^Observe/);
      await act(async () => {
        screen.getByRole("button", { name: "Rather not with somebody" }).focus();
        await settled();
      });
      expect(asked(phone)).toEqual([observes]);
    });

    it("back to what stands sends nothing", async () => {
      const phone = await entered(roomsStage("before"));
      screen.getByRole("radio", { name: /^Take part/ }).focus();
      await arrow(/^Observe/);
      await arrow(/^Take part/);
      await act(async () => {
        screen.getByRole("button", { name: "Rather not with somebody" }).focus();
        await settled();
      });
      expect(asked(phone)).toEqual([]);
    });

    it("is not lost where the screen changes first", async () => {
      const phone = await entered(roomsStage("before"));
      screen.getByRole("radio", { name: /^Take part/ }).focus();
      await arrow(/^Observe/);
      await phone.sees(roomsStage("finished"));
      expect(asked(phone)).toEqual([observes]);
    });
  });

  it("is in reach for somebody who sits out, and says so", async () => {
    const phone = await entered(roomsStage("running"), { choice: "sit_out" });
    await accessible();
    expect(heading()).toBe("You sit this one out.");
    await pick(/^Take part/);
    expect(asked(phone)).toEqual([{ t: "choose_round", run: 3, choice: "take_part" }]);
  });
});

describe("somebody in no room", () => {
  it.each([
    ["before", 0, "Small rooms are next."],
    ["formed", 1, "You come in at the next round."],
    ["running", 1, "You come in at the next round."],
    ["running", 2, "You come in when the rooms are over."],
    ["finished", 2, "The rooms have closed."],
  ] as const)("who came while they are %s, round %i of 2, reads what comes", async (state, round, words) => {
    await entered(roomsStage(state, round));
    await accessible();
    expect(heading()).toBe(words);
  });

  it("who was here when rooms were made learns why, where they asked for something; nobody else is named", async () => {
    const phone = await entered(roomsStage("before"));
    await phone.sees(roomsStage("formed"));
    expect(heading()).toBe("You have no room this time.");
    expect(namesAsked(phone)).toBe(1);
    expect(text()).toContain("The drawing found no place for you.");
    await phone.hears(names(person("Jo"), person("Mika", true)));
    expect(text()).toContain("What you asked for about who you are with could not be met this time, so you have no room now.");
    expect(text()).toContain("why is told to nobody else");
    expect(text()).not.toContain("Mika");
    expect(text()).toContain("You come in at the next round, if it can be.");
    await accessible();
  });

  it("who asked for nothing is told of no wish", async () => {
    const phone = await entered(roomsStage("before"));
    await phone.sees(roomsStage("formed"));
    await phone.hears(names(person("Jo")));
    expect(text()).toContain("The drawing found no place for you.");
    expect(screen.getByRole("main").textContent).not.toContain("What you asked for");
  });

  it("where no rooms could be made because of what this phone asked for, it learns so, until there are some", async () => {
    const phone = await entered(roomsStage("before"));
    await phone.hears(names(person("Jo", true)));
    expect(heading()).toBe("Small rooms are next.");
    await phone.hears(unmet(person("Jo", true)));
    expect(heading()).toBe("No rooms could be made yet.");
    expect(text()).toContain("cannot be met with those who take part now");
    expect(screen.getByRole("main").textContent).not.toContain("Jo");
    await accessible();
    await phone.hears(names(person("Jo", true)));
    expect(heading()).toBe("Small rooms are next.");
  });

  it("where no next round could be made because of it, it learns so when the rooms close", async () => {
    const phone = await entered(roomsStage("running", 1));
    await phone.sees(roomsStage("finished", 1));
    expect(screen.getByRole("main").textContent).not.toContain("What you asked for");
    await phone.hears(unmet(person("Jo", true)));
    expect(text()).toContain("There are no further rooms: what you asked for");
  });

  it("who sits out was not left out", async () => {
    const phone = await entered(roomsStage("before"), { choice: "sit_out" });
    await phone.sees(roomsStage("formed"));
    expect(heading()).toBe("You sit this one out.");
    expect(namesAsked(phone)).toBe(0);
  });

  it("whom the others could not find can say that they are here, also where their room has gone", async () => {
    const phone = await entered(roomsStage("running"), { away: true });
    await accessible();
    expect(text()).toContain("You come to a room that takes you.");
    await tap("I am here");
    expect(asked(phone)).toEqual([{ t: "find_partner", run: 3, round: 1 }]);
  });
});

describe("not with this person", () => {
  async function opened(shared = {}): Promise<Phone> {
    const phone = await entered({ ...roomsStage("before"), ...shared });
    await tap("Help");
    await tap("Your name");
    await tap("Rather not with somebody");
    await vi.waitFor(() => expect(text()).toContain("Looking who is here"));
    return phone;
  }

  it("is asked of a list that comes only when somebody opens it, and says who is told: nobody", async () => {
    const phone = await entered(roomsStage("before"));
    expect(namesAsked(phone)).toBe(0);
    await tap("Rather not with somebody");
    await vi.waitFor(() => expect(namesAsked(phone)).toBe(1));
    await phone.hears(names(person("Jo"), person("Mika", true)));
    await accessible();
    expect(said()).toBe("2 people are here besides you.");
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "Mika" }).checked).toBe(true);
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "Jo" }).checked).toBe(false);
    for (const words of ["Shown to nobody, the facilitators included.", "It holds for this session."]) expect(text()).toContain(words);
  });

  it("is ticked and unticked, and the list is asked for again", async () => {
    const phone = await opened();
    await phone.hears(names(person("Jo")));
    await pick("Jo", "checkbox");
    expect(asked(phone)).toEqual([{ t: "keep_apart", seat: "seat-Jo", apart: true }]);
    const before = namesAsked(phone);
    await done(phone);
    expect(namesAsked(phone)).toBe(before + 1);
    expect(said()).toContain("You are not put into a room with");
    await phone.hears(names(person("Jo", true)));
    await pick("Jo", "checkbox");
    expect(asked(phone)[1]).toEqual({ t: "keep_apart", seat: "seat-Jo", apart: false });
  });

  it("is not taken for granted where it was refused", async () => {
    const phone = await opened();
    await phone.hears(names(person("Jo")));
    await pick("Jo", "checkbox");
    await phone.hears({ t: "refused", id: phone.wishes[0]?.id ?? "", code: "unknown_person" });
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "Jo" }).checked).toBe(false);
  });

  it("holds for the whole programme where there is one, and begins with the people of the own room", async () => {
    const phone = new Phone();
    const programme = { title: "A circle", number: 2, of: 8, since: "", until: "", focus: [] };
    await phone.inRoom(roomView({ state: "finished", step: 1, members: [memberView(0, "River"), memberView(1, "Mika")] }), { ...roomsStage("running"), programme });
    await tap("Rather not with somebody");
    await phone.hears(names(person("Jo"), person("Mika")));
    expect(screen.getAllByRole("group").map((group) => group.querySelector("legend")?.textContent)).toEqual(["In your room", "Also here"]);
    expect(text()).toContain("It holds for the whole programme.");
  });

  it("is fetched anew where it did not come the first time", async () => {
    forgetRoomParts();
    await fetchRoomParts(async () => Promise.reject(new TypeError("no network")));
    const phone = await entered();
    await tap("Help");
    await tap("Your name");
    await tap("Rather not with somebody");
    await vi.waitFor(() => expect(namesAsked(phone)).toBe(1));
    await accessible();
  });

  it("goes with the session", async () => {
    const phone = await opened();
    await phone.hears(names(person("Jo", true)));
    await phone.hears({ t: "shared", body: sharedView({ phase: "ended" }) });
    expect(text()).not.toContain("Jo");
  });
});
