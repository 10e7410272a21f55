import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { beforeEach, describe, expect, it, vi } from "vitest";

import { memberView, roomView, seatView, sharedView, tallyView, wallView } from "../../realtime/client/tests/views";
import { act } from "preact/test-utils";
import type { InputView, SharedView, StageView } from "../../realtime/client/wire";
import * as all from "../src/inputs/all";
import { fetchDrawn } from "../src/inputs/drawn";
import { drawingOf, linesOfPage } from "../src/keeping/shown";
import { fileOf } from "../src/keeping/save";
import type { Page } from "../src/pages";
import { NOTHING_WRITTEN } from "../src/written";
import { asked } from "./asked";
import { accessible, CODE, entered, heading, open, Phone, said, tap, text } from "./stage";

const LETTER = asked({ type: "text", max: 1500, starter: "Dear younger me," });
const MAP = asked({ type: "rings", max: 12, rings: ["closest", "close"], marks: ["gives", "costs"] });
const MARK = "Zanzibar-secret";

const page = (input: InputView, change: Partial<StageView> = {}): Partial<SharedView> =>
  open({ kind: "journal", prompt: "Write to yourself.", stage: 4, body: { t: "journal", input }, ...change });
const write = (value: string) => fireEvent.input(screen.getByRole("textbox"), { target: { value } });
const framesOf = (phone: Phone): string => phone.browser.sockets.flatMap((socket) => socket.sent).join("\n");

beforeEach(() => act(() => fetchDrawn(async () => all)));

describe("a private page", () => {
  it("stays in this tab: what goes out says done, as long as a pass, and nothing of it (G-A10)", async () => {
    const phone = await entered(page(LETTER));
    await accessible();
    expect(text()).toContain("Only on this phone. Gone when the session ends unless you save it.");
    write(MARK);
    await tap("I am done");
    await accessible();
    expect(said()).toBe("Done. Going on takes that back.");
    write(`${MARK} and more`);
    await tap("Pass");
    expect(phone.answers.map(({ answer }) => answer)).toEqual([{ t: "done" }, { t: "taken_back" }, { t: "pass" }]);
    expect(new Set(phone.browser.socket.sent.filter((frame) => frame.includes('"answer"')).map((frame) => frame.length)).size).toBe(1);
    expect(framesOf(phone)).not.toContain("Zanzibar");
    expect(`${phone.address} ${document.title}`).not.toContain("Zanzibar");
    expect(phone.kept.keys().map((key) => phone.kept.get(key)).join()).not.toContain("Zanzibar");
    expect(phone.tab.keys().filter((key) => phone.tab.get(key)?.includes("Zanzibar"))).toEqual([`holdspace:page:${CODE}:4`]);
  });

  it("has no form, and asks the keyboard for no help with its words", async () => {
    await entered(page(LETTER));
    expect(document.querySelector("form")).toBeNull();
    const box = screen.getByRole("textbox");
    expect(["autocomplete", "autocorrect", "spellcheck", "dir"].map((name) => box.getAttribute(name))).toEqual(["off", "off", "false", "auto"]);
  });

  it("is there again after a reload, is never too long, and can be gone on with after its time", async () => {
    const phone = await entered(page(LETTER));
    write("x".repeat(10_000));
    expect(text()).toContain("Longer than this page has in mind. All of it stays.");
    document.body.replaceChildren();
    const again = new Phone(phone.kept, phone.tab);
    await again.enter(page(LETTER, { phase: "closed", outcome: "unsealed" }));
    expect(screen.getByRole<HTMLTextAreaElement>("textbox").value.length).toBe(10_000);
    expect(text()).toContain("The group is moving on. What you wrote stays here.");
    write("Still going on.");
    expect(again.answers).toEqual([]);
  });

  it("asks with any input, also with a map", async () => {
    const phone = await entered(page(MAP));
    await tap("Add someone");
    write(MARK);
    await tap("Next: their place");
    await tap(/closest/);
    await tap("I am done");
    expect(text()).toContain(MARK);
    expect(framesOf(phone)).not.toContain("Zanzibar");
  });

  it("keeps a name that had no place yet when it is done", async () => {
    const phone = await entered(page(MAP));
    await tap("Add someone");
    write(MARK);
    await tap("I am done");
    expect(text()).toContain(MARK);
    expect(phone.answers.map(({ answer }) => answer)).toEqual([{ t: "done" }]);
    expect(JSON.parse(phone.tab.get(`holdspace:page:${CODE}:4`) ?? "{}").written.drawn.rings).toMatchObject([{ name: MARK, ring: 1 }]);
  });

  it("is not done while a drawn line has fewer than two points, and says so kindly", async () => {
    const LINE = asked({ type: "line", mode: "curve", max: 60, x: ["early", "today"], y: ["heavy", "light"] });
    const phone = await entered(page(LINE));
    await tap("I am done");
    await accessible();
    expect(said()).toBe("Draw a line first, or pass.");
    expect(phone.answers).toEqual([]);
    const box = document.querySelector("[data-picture]") as Element;
    vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue(DOMRect.fromRect({ x: 0, y: 0, width: 200, height: 200 }));
    const tapAt = (x: number): void => {
      for (const kind of ["pointerDown", "pointerUp"] as const)
        fireEvent[kind](box, { pointerId: 1, pointerType: "touch", isPrimary: true, button: 0, clientX: x, clientY: 100, bubbles: true });
    };
    tapAt(40);
    await tap("I am done");
    expect(said()).toBe("A line needs some length. Draw it a little further, or pass.");
    expect(text()).not.toContain("Draw over any part to change it.");
    expect(phone.answers).toEqual([]);
    tapAt(160);
    await tap("I am done");
    vi.restoreAllMocks();
    expect(phone.answers.map(({ answer }) => answer)).toEqual([{ t: "done" }]);
  });

  it("is not told to be lost: of it nothing was sent", async () => {
    const phone = await entered(page(LETTER));
    await tap("I am done");
    await phone.sees(open({ run: 4, stage: 5 }), [{ run: 3, nonces: ["somebody"] }]);
    expect(text()).not.toContain("an earlier question");
  });
});

describe("an earlier page", () => {
  const mapped = async (): Promise<Phone> => {
    const phone = await entered(page(MAP));
    await tap("Add someone");
    write(MARK);
    await tap("Next: their place");
    await tap(/closest/);
    return phone;
  };

  it("is copied by a tap into a tally, which says what travels and sends no name", async () => {
    const phone = await mapped();
    const sends = { ...MAP, send: ["ring", "mark"] } satisfies InputView;
    await phone.sees(open({ run: 4, stage: 6, copied: 4, body: tallyView({ input: sends }) }));
    await accessible();
    expect(text()).toContain("Only the rings and signs travel, no names.");
    await tap("Add mine");
    expect(phone.answers).toEqual([]);
    await tap("Use my map");
    await tap("Add mine");
    expect(phone.answers[0]?.answer).toEqual({ t: "rings", dots: [{ ring: 0, mark: null }] });
    expect(framesOf(phone)).not.toContain("Zanzibar");
  });

  it("is a tap away while another page is written, and in rooms", async () => {
    const phone = await mapped();
    expect(screen.getAllByRole("button", { name: "What I wrote" })).toHaveLength(1);
    await phone.sees(page(LETTER, { run: 4, stage: 6 }));
    await accessible();
    const [toPages, box] = [screen.getByRole("button", { name: "What I wrote" }), screen.getByRole("textbox")];
    expect(toPages.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    write("and a letter");
    expect(screen.getAllByRole("button", { name: "What I wrote" })).toHaveLength(1);
    await tap("What I wrote");
    expect(text()).toContain(MARK);
    await tap("Back");
    const room = roomView({ members: [0, 1].map((place) => memberView(place, `P${place}`)) });
    const rooms = open({ kind: "rooms", run: 5, stage: 7, prompt: "Show or do not show your map.", body: { t: "rooms", round: 1, rounds: 1, state: "running", roles: [], deck: "" } });
    await phone.sees(rooms);
    expect(screen.getByRole("button", { name: "What I wrote" })).toBeTruthy();
    await phone.hears({ t: "seat", body: seatView({ room: "r1", place: 0 }) });
    for (const [state, step] of [["formed", -1], ["running", 0], ["finished", 1]] as const) {
      await phone.hears({ t: "room", body: { ...room, state, step, clock: { endsAt: 113_000, left: null } } });
      await tap("What I wrote");
      expect(text()).toContain(MARK);
      await tap("Back");
    }
  });

  it("is not spoken of in rooms where there is none", async () => {
    await entered(open({ kind: "rooms", body: { t: "rooms", round: 1, rounds: 1, state: "before", roles: [], deck: "" } }));
    expect(screen.queryByRole("button", { name: "What I wrote" })).toBeNull();
  });

  it("that was written in another tab is said to be there, until there is one here", async () => {
    const first = new Phone();
    await first.open(`/${CODE}`);
    await tap("Come in");
    await first.live(page(LETTER));
    const HINT = "Pages written in another tab stay there.";
    expect(text()).not.toContain(HINT);
    cleanup();
    const reloaded = new Phone(first.kept, first.tab);
    await reloaded.enter(page(LETTER));
    expect(text()).not.toContain(HINT);
    cleanup();
    await new Phone(first.kept).enter(page(LETTER));
    await accessible();
    expect(text()).toContain(HINT);
    write("Here now.");
    expect(text()).not.toContain(HINT);
  });

  it("is wiped together with its copy", async () => {
    const phone = await mapped();
    await phone.sees(open({ run: 4, stage: 6, copied: 4, body: tallyView({ input: { ...MAP, send: ["ring"] } }) }));
    await tap("Use my map");
    expect(phone.tab.keys().filter((key) => phone.tab.get(key)?.includes("Zanzibar")).length).toBe(2);
    await tap("Help");
    await tap("What I wrote");
    await tap("Wipe what I wrote");
    await tap("Wipe it now");
    expect(phone.tab.keys().filter((key) => phone.tab.get(key)?.includes("Zanzibar"))).toEqual([]);
    await tap("Back");
    expect(text()).not.toContain("Zanzibar");
  });

  it("is not offered where another input is asked, or nothing was written", async () => {
    const phone = await mapped();
    await phone.sees(page(LETTER, { run: 4, stage: 6, copied: 4 }));
    expect(screen.queryByRole("button", { name: /^Use my/ })).toBeNull();
    await phone.sees(page(MAP, { run: 5, stage: 7, copied: 6 }));
    expect(screen.queryByRole("button", { name: /^Use my/ })).toBeNull();
    await phone.sees(page(MAP, { run: 6, stage: 8, copied: 4 }));
    await tap("Use my map");
    expect(text()).toContain(MARK);
  });
});

describe("own pages", () => {
  const saved = (): { files: Blob[]; names: string[] } => {
    const got = { files: [] as Blob[], names: [] as string[] };
    vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: (file: Blob) => `blob:${got.files.push(file)}`, revokeObjectURL: () => undefined }));
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
      got.names.push(this.download);
    });
    return got;
  };

  it("are read again, saved as one file, and wiped by a tap and an answer", async () => {
    const got = saved();
    const phone = await entered(page(LETTER));
    write(MARK);
    await tap("What I wrote");
    await accessible();
    expect(heading()).toBe("What you wrote today");
    expect(text()).toContain("A file would hold 1 page, no card of yours and no agreement.");
    await tap("Save what I wrote");
    expect(got.names).toEqual(["my-notes.html"]);
    expect(await got.files[0]?.text()).toContain(MARK);
    await tap("Wipe what I wrote");
    await accessible();
    await tap("Keep it");
    expect(text()).toContain("Zanzibar");
    await tap("Wipe what I wrote");
    await tap("Wipe it now");
    expect(said()).toBe("It is gone from this phone.");
    await accessible();
    expect(text()).not.toContain("Zanzibar");
    expect(phone.tab.keys().filter((key) => key.includes(":page:"))).toEqual([]);
    await tap("Back");
    expect(screen.getByRole<HTMLTextAreaElement>("textbox").value).toBe("");
  });

  it("leave the tab's storage when the session ends, and stand in the open page for saving until it is wiped", async () => {
    const got = saved();
    const phone = await entered({ ...page(LETTER), agreements: ["We speak for ourselves."] });
    write(MARK);
    await phone.sees(sharedView({ phase: "ended", agreements: ["We speak for ourselves."] }));
    await accessible();
    expect(phone.tab.keys().filter((key) => phone.tab.get(key)?.includes("Zanzibar"))).toEqual([]);
    expect(text()).toContain("stand in this open page only");
    await tap("Save what I wrote");
    expect(await got.files[0]?.text()).toContain("We speak for ourselves.");
    await tap("Wipe my pages");
    expect(text()).toContain("Your key and what you wrote are no longer on this phone.");
    expect(screen.queryByRole("button", { name: "Save what I wrote" })).toBeNull();
  });

  it("come with own cards and what became of them, also where there is no page", async () => {
    const got = saved();
    const phone = await entered(open({ kind: "wall", prompt: "One hope.", body: wallView() }));
    write("Mine is this.");
    await tap("Add mine");
    await phone.hears({ t: "held", run: 3, counter: 1, nonce: "n1", receipt: "r" });
    await tap("Help");
    await tap("What I wrote");
    await accessible();
    expect(screen.queryByRole("button", { name: "Wipe my pages" })).toBeNull();
    await phone.sees(sharedView({ phase: "ended" }), [{ run: 3, nonces: ["n1"] }]);
    await tap("Back");
    await tap("Save what I wrote");
    const file = (await got.files[0]?.text()) ?? "";
    expect(file).toContain("Mine is this.");
    expect(phone.tab.keys().filter((key) => phone.tab.get(key)?.includes("Mine is this."))).toEqual([]);
  });

  it("are not spoken of at the end where there is none, only the own cards", async () => {
    saved();
    const phone = await entered(open({ kind: "wall", prompt: "One hope.", body: wallView() }));
    write("Mine is this.");
    await tap("Add mine");
    await phone.hears({ t: "held", run: 3, counter: 1, nonce: "n1", receipt: "r" });
    await phone.sees(sharedView({ phase: "ended" }), [{ run: 3, nonces: ["n1"] }]);
    await accessible();
    expect(text()).toContain("A file would hold 1 card of yours.");
    expect(text()).toContain("The words of your cards stand in this open page only");
    for (const untrue of ["no page", "Names you wrote", "Your own pages", "Wipe my pages"]) expect(text()).not.toContain(untrue);
    await tap("Wipe these words");
    expect(said()).toBe("The words are wiped. Nobody can bring them back.");
    expect(screen.queryByRole("button", { name: "Wipe these words" })).toBeNull();
  });

  it("are gone after the end once the page is loaded again", async () => {
    const phone = await entered(page(LETTER));
    write(MARK);
    await phone.sees(sharedView({ phase: "ended" }));
    document.body.replaceChildren();
    const again = new Phone(phone.kept, phone.tab);
    await again.enter({ phase: "ended" });
    expect(screen.queryByRole("button", { name: "Save what I wrote" })).toBeNull();
  });
});

describe("the file to take home", () => {
  const kept = (input: InputView, written: Partial<Page["written"]>): Page => ({
    stage: 1,
    activity: "a",
    prompt: "Prompt",
    asked: input,
    written: { ...NOTHING_WRITTEN, ...written },
  });

  it("holds every input as words, and drawings as pictures", () => {
    const person = { name: "Jo", ring: 0, mark: 1, angle: 90 };
    const pages: Page[] = [
      kept(LETTER, { text: "Dear me" }),
      kept(MAP, { drawn: { point: null, rings: [person], line: [] } }),
      kept(asked({ type: "line", mode: "points", max: 4 }), { drawn: { point: null, rings: [], line: [{ x: 2, y: 3, words: "born" }, { x: 8, y: 9, words: "" }] } }),
      kept(asked({ type: "point" }), { drawn: { point: { x: 5, y: 5 }, rings: [], line: [] } }),
      kept(asked({ type: "order", options: ["b", "a"] }), { order: [1, 0] }),
      kept(asked({ type: "sort", cards: ["sleep"], bins: ["fed"] }), { piles: [0] }),
      kept(asked({ type: "fields", fields: [{ key: "k", label: "I feel" }] }), { fields: { k: "warm" } }),
      kept(asked({ type: "choice", options: ["yes"] }), { option: 0 }),
      kept(asked({ type: "multi", options: ["one", "two"] }), { options: [1] }),
      kept(asked({ type: "scale", steps: 5, items: [{ key: "e", ask: "Energy", low: "low", high: "high" }] }), { steps: { e: 4 } }),
    ];
    for (const one of pages) expect(linesOfPage(one).length).toBeGreaterThan(0);
    expect(pages.map((one) => drawingOf(one) !== null)).toEqual([false, true, true, true, false, false, false, false, false, false]);
    const file = fileOf({ title: "First circle", pages, cards: [], agreements: [] });
    expect(file.match(/<svg/g)?.length).toBe(3);
    for (const words of ["Dear me", "Jo", "born", "warm", "4 of 5"]) expect(file).toContain(words);
  });

  it("asks for nothing from anywhere, and takes no word for markup", () => {
    const evil = '<img src="https://x.example/y" onerror="alert(1)">';
    const file = fileOf({
      title: evil,
      pages: [kept(LETTER, { text: evil }), kept(MAP, { drawn: { point: null, rings: [{ name: evil, ring: 0, mark: null, angle: 0 }], line: [] } })],
      cards: [{ prompt: "One hope.", labels: [], text: evil, state: "shared" }],
      agreements: [evil],
    });
    const read = new DOMParser().parseFromString(file, "text/html");
    expect(read.querySelectorAll("img, script, link, [src], [href]").length).toBe(0);
    expect(read.body.textContent).toContain(evil);
    expect(read.body.textContent).toContain("Shared with the group.");
  });
});
