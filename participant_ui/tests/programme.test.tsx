/** A session of a programme on the phone: coming in, coming back, and what stands there besides. */
import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { act } from "preact/test-utils";
import { beforeEach, describe, expect, it, vi } from "vitest";

import type { Store } from "../../realtime/client/storage";
import { settled } from "../../realtime/client/tests/ends";
import { memory, seatView } from "../../realtime/client/tests/views";
import type { ProgrammeView } from "../../realtime/client/wire";
import { fileOf } from "../src/keeping/save";
import { placeAt } from "../src/programme/joining";
import { placeOf } from "../src/programme/place";
import { accessible, CODE, doorView, heading, Phone, said, tap, text } from "./stage";

const SERIES = { title: "Thursdays", number: 4, of: 12 };
const PROGRAMME: ProgrammeView = { ...SERIES, focus: [], since: "Catch one habitual move, only to notice it.", until: "Use one clear line in an easy place." };
const WORDS = ["amber", "lake", "river", "moss"];

async function atDoor(kept: Store = memory()): Promise<Phone> {
  const phone = new Phone(kept);
  phone.door = doorView({ programme: SERIES });
  await phone.open(`/${CODE}`);
  await vi.waitFor(() => expect(screen.getByRole("button", { name: "I have four words" })).toBeTruthy());
  return phone;
}

async function comesIn(kept: Store = memory()): Promise<Phone> {
  const phone = await atDoor(kept);
  await tap(/^Come in/);
  await phone.live({ programme: PROGRAMME });
  return phone;
}

const name = (): string => (screen.getByRole("textbox") as HTMLInputElement).value;
const place = (phone: Phone) => placeAt(phone.kept, SERIES.title);
const write = (value: string) => act(() => void fireEvent.input(screen.getByRole("textbox"), { target: { value } }));

beforeEach(() => {
  URL.createObjectURL = vi.fn(() => "blob:file");
  URL.revokeObjectURL = vi.fn();
  HTMLAnchorElement.prototype.click = vi.fn();
});

describe("the door of a programme's session", () => {
  it("asks nothing more of who comes for the first time: one tap, and the words are made on this phone", async () => {
    const phone = await atDoor();
    await accessible();
    expect(text()).toContain("Session 4 of 12 of Thursdays");
    expect(text()).toContain("four words on this phone keep your place");
    const alias = name();
    await tap("Come in");
    const [joined] = phone.joined;
    expect(place(phone)).toMatchObject({ alias, since: CODE });
    expect(joined).toMatchObject({ alias, place: { place: placeOf(place(phone)?.words ?? []), known: false } });
    expect(JSON.stringify(joined)).not.toContain(place(phone)?.words[0]);
  });

  it("brings the same phone back next week with one tap, under its name", async () => {
    const phone = await comesIn();
    await phone.hears({ t: "seat", body: seatView({ alias: "Mika" }) });
    const before = phone.joined[0]?.place;
    await phone.sees({ phase: "ended", programme: PROGRAMME });
    cleanup();
    const later = await atDoor(phone.kept);
    await accessible();
    expect(name()).toBe("Mika");
    await tap(/^Come in as/);
    expect(later.joined[0]).toMatchObject({ alias: "Mika", place: before });
  });

  it("lets somebody come under another name, or wipe the place with one tap", async () => {
    const first = await comesIn();
    await first.sees({ phase: "ended", programme: PROGRAMME });
    cleanup();
    const phone = await atDoor(first.kept);
    await write("Wren");
    expect(screen.getByRole("button", { name: "Come in" })).toBeTruthy();
    await tap("Wipe it from this phone");
    expect(place(phone)).toBeNull();
    await tap("Come in");
    expect(phone.joined[0]?.alias).toBe("Wren");
    expect(phone.joined[0]?.place).not.toEqual(first.joined[0]?.place);
  });

  it("takes four words on another phone, and the name comes with them", async () => {
    const phone = await atDoor();
    await tap("I have four words");
    await accessible();
    expect(heading()).toBe("Your four words");
    await write("amber qwerty river moss");
    await tap("Come in");
    expect(said()).toBe("“qwerty” is not among our words. Look at it again.");
    await write("amber lake river");
    await tap("Come in");
    expect(said()).toBe("These are 3 words; 4 are needed.");
    await write(" Amber-LAKE river  moss");
    await tap("Come in");
    expect(phone.joined).toMatchObject([{ alias: "", place: { place: placeOf(WORDS), known: true } }]);
    await phone.live({ programme: PROGRAMME }, { alias: "Mika" });
    expect(place(phone)).toEqual({ words: WORDS, alias: "Mika", since: "" });
  });

  it("says kindly that it does not know them, and keeps nothing of them", async () => {
    const phone = await atDoor();
    phone.joinProblem = "unknown_place";
    await tap("I have four words");
    await write(WORDS.join(" "));
    await tap("Come in");
    await accessible();
    expect(said()).toContain("We do not know these four words here.");
    expect(place(phone)).toBeNull();
    phone.joinProblem = null;
    await tap("Come in without them");
    expect(text()).toContain("the facilitators can give you your place back");
    await tap("Come in");
    expect(phone.joined.at(-1)).toMatchObject({ place: { known: false } });
  });

  it.each(["no_answer", "busy", "too_many_tries"] as const)("words that were typed and are not proved replace no place, and nobody comes in with them by going without: %s", async (problem) => {
    const first = await comesIn();
    await first.sees({ phase: "ended", programme: PROGRAMME });
    cleanup();
    const phone = await atDoor(first.kept);
    const before = place(phone);
    phone.joinProblem = problem;
    await tap("I have four words");
    await write(WORDS.join(" "));
    await tap("Come in");
    expect(place(phone)).toEqual(before);
    phone.joinProblem = null;
    await tap("Come in without them");
    await tap(/^Come in/);
    const [typed, without] = phone.joined;
    expect(without?.place).toEqual(first.joined[0]?.place);
    expect(without?.key).not.toBe(typed?.key); // a seat that may have come of the typed words is another one
    await phone.live({ programme: PROGRAMME });
    expect(place(phone)?.words).toEqual(before?.words);
  });

  it("words that were typed are the same seat when they are tried again, and kept once they are proved, also by a page that is loaded again", async () => {
    const phone = await atDoor();
    phone.joinProblem = "no_answer";
    await tap("I have four words");
    await write(WORDS.join(" "));
    await tap("Come in");
    await tap("Come in");
    expect(phone.joined[1]).toEqual(phone.joined[0]);
    expect(place(phone)).toBeNull();
    cleanup();
    const again = new Phone(phone.kept);
    await again.open(`/${CODE}`);
    expect(place(again)).toBeNull();
    await again.live({ programme: PROGRAMME }, { alias: "Mika" });
    expect(place(again)).toEqual({ words: WORDS, alias: "Mika", since: "" });
    expect(again.kept.keys().filter((key) => key.includes("tried"))).toEqual([]);
  });

  it("keeps the words where the answer was lost, so that the next try is the same place", async () => {
    const phone = await atDoor();
    phone.joinProblem = "no_answer";
    await tap("Come in");
    phone.joinProblem = null;
    await tap(/^Come in/);
    expect(phone.joined[1]).toEqual(phone.joined[0]);
  });

  it("of a session of its own is as it was", async () => {
    const phone = new Phone();
    await phone.open(`/${CODE}`);
    expect(screen.queryByRole("button", { name: "I have four words" })).toBeNull();
    await tap("Come in");
    expect(phone.joined[0]).not.toHaveProperty("place");
    expect(phone.kept.keys().filter((key) => key.includes("place"))).toEqual([]);
  });
});

describe("in the session", () => {
  it("the lobby says which one it is, what was left to try, what is kept to, and the words", async () => {
    const phone = await comesIn();
    await phone.sees({ programme: PROGRAMME, agreements: ["We speak for ourselves."] });
    await accessible();
    for (const words of ["Session 4 of 12", "Since last time", PROGRAMME.since, "We speak for ourselves.", "whoever has them has the place"]) expect(text()).toContain(words);
    expect(text()).toContain(place(phone)?.words.join(" "));
    expect(document.querySelector("details.folded")?.hasAttribute("open")).toBe(true);
  });

  it("the lobby of a phone that was here before keeps the words folded", async () => {
    const phone = await comesIn();
    await phone.sees({ phase: "ended", programme: PROGRAMME });
    cleanup();
    const later = new Phone(phone.kept);
    later.door = doorView({ programme: { ...SERIES, number: 5 } });
    await later.open("/M7QK4RWT");
    await vi.waitFor(() => expect(screen.getByRole("button", { name: "I have four words" })).toBeTruthy());
    await tap(/^Come in/);
    await later.live({ programme: { ...PROGRAMME, number: 5 } });
    expect(document.querySelector("details.folded")?.hasAttribute("open")).toBe(false);
  });

  it("the words stand beside one's name, can be saved in a file, and are wiped with one tap", async () => {
    const phone = await comesIn();
    await tap("Change my name");
    await accessible();
    await tap("Save them in a file");
    expect(URL.createObjectURL).toHaveBeenCalledOnce();
    expect(said()).toContain("Your browser has the file.");
    await tap("Wipe them from this phone");
    await accessible();
    expect(place(phone)).toBeNull();
    expect(said()).toContain("The four words are gone from this phone.");
    expect(screen.queryByRole("button", { name: "Save them in a file" })).toBeNull();
  });

  it("the name that the phone is asked for next time is the newest one", async () => {
    const phone = await comesIn();
    await phone.hears({ t: "seat", body: seatView({ alias: "Wren" }) });
    expect(place(phone)?.alias).toBe("Wren");
  });

  it("a page that is loaded again still has the words", async () => {
    const phone = await comesIn();
    cleanup();
    const again = new Phone(phone.kept, phone.tab);
    await again.open(`/${CODE}`);
    await again.live({ programme: PROGRAMME });
    expect(text()).toContain(place(phone)?.words.join(" "));
  });

  it("ends with the invitation until next time; the words stay, the seat's key goes", async () => {
    const phone = await comesIn();
    await phone.sees({ phase: "ended", programme: PROGRAMME });
    await act(settled);
    await accessible();
    for (const words of ["Until next time", PROGRAMME.until, place(phone)?.words.join(" ") ?? "-"]) expect(text()).toContain(words);
    expect(phone.kept.keys().filter((key) => key.includes(CODE))).toEqual([]);
    await tap("Wipe them from this phone");
    expect(phone.kept.keys()).toEqual([]);
  });
});

describe("the last session", () => {
  it("ends with an invitation for whenever", async () => {
    const phone = await comesIn();
    await phone.sees({ phase: "ended", programme: { ...PROGRAMME, number: 12 } });
    expect(text()).toContain(`From here on${PROGRAMME.until}`);
  });
});

describe("the file to take home", () => {
  it("carries the words where there are some", () => {
    const own = { title: "Thursdays", pages: [], cards: [], agreements: [] };
    expect(fileOf({ ...own, words: WORDS })).toContain("amber lake river moss");
    expect(fileOf(own)).not.toContain("Your four words");
  });
});
