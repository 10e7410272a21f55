import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { useState } from "preact/hooks";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { tallyView } from "../../realtime/client/tests/views";
import type { InputView } from "../../realtime/client/wire";
import * as all from "../src/inputs/all";
import { DrawnInput, fetchDrawn, forgetDrawn } from "../src/inputs/drawn";
import { type Drawn, isDrawn, NOTHING_DRAWN } from "../src/inputs/values";
import { Announcer } from "../src/announce";
import { asked } from "./asked";
import { accessible, entered, open, said, tap, text } from "./stage";

const POINT = asked({ type: "point", ask: "With someone hard", x: ["keep it in", "say it"], y: ["little room", "much room"] });
const RINGS = asked({ type: "rings", max: 12, rings: ["closest", "close", "around me"], marks: ["gives strength", "mixed", "costs strength"] });
const POINTS = asked({ type: "line", mode: "points", max: 3, x: ["early life", "today"], y: ["heavy", "light"] });
const CURVE = asked({ type: "line", mode: "curve", max: 60, x: ["the loss", "today"], y: ["heavy", "bearable"] });

/** The picture is 200 by 200 pixels in the corner of the window. */
const SIDE = 200;
const plain = (name: string): string => name.replace(/[\u2068\u2069]/g, "");

let now: Drawn;

async function shown(input: InputView, from: Partial<Drawn> = {}): Promise<void> {
  if (!isDrawn(input)) throw new Error("not a drawn input");
  now = { ...NOTHING_DRAWN, ...from };
  const Page = () => {
    const [value, setValue] = useState(now);
    return (
      <main>
        <h1>Where are you?</h1>
        <DrawnInput asked={input} value={value} onChange={(part) => setValue((now = { ...now, ...part }))} />
        <Announcer />
      </main>
    );
  };
  await act(() => fetchDrawn(async () => all));
  render(<Page />);
}

const picture = (): HTMLElement => document.querySelector<HTMLElement>("[data-picture]") as HTMLElement;

function finger(kind: "Down" | "Move" | "Up" | "Cancel", x: number, y: number, change: { id?: number; on?: Element } = {}): void {
  const { id = 1, on = picture() } = change;
  fireEvent[`pointer${kind}`](on, { pointerId: id, pointerType: "touch", isPrimary: id === 1, button: 0, clientX: x * SIDE, clientY: y * SIDE, bubbles: true });
}

function tapAt(x: number, y: number, on?: Element): void {
  finger("Down", x, y, { on });
  finger("Up", x, y, { on });
}

function drag(places: [number, number][], on?: Element): void {
  const [first = [0, 0], ...rest] = places;
  finger("Down", ...first, { on });
  for (const place of rest) finger("Move", ...place, { on });
  finger("Up", ...(rest.at(-1) ?? first), { on });
}

const press = (name: string | RegExp): boolean => fireEvent.click(screen.getByRole("button", { name }));
const type = (label: string | RegExp, words: string): boolean => fireEvent.input(screen.getByLabelText(label), { target: { value: words } });
const people = () => now.rings.map(({ name, ring, mark }) => ({ name: plain(name), ring, mark }));

function add(name: string, x: number, y: number): void {
  press("Add someone");
  type("First name or a sign", name);
  press("Next: their place");
  tapAt(x, y);
}

beforeEach(() => {
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue(DOMRect.fromRect({ x: 0, y: 0, width: SIDE, height: SIDE }));
});
afterEach(() => {
  cleanup();
  forgetDrawn();
});

describe("a point", () => {
  it("is not answered until it is touched, and then lies where it was tapped", async () => {
    await shown(POINT);
    await accessible();
    expect(now.point).toBeNull();
    expect(screen.getAllByRole("slider").map((slider) => slider.getAttribute("aria-valuetext"))).toEqual(["not answered", "not answered"]);
    tapAt(0.75, 0.25);
    expect(now.point).toEqual({ x: 15, y: 15 });
    expect(said()).toBe("You are 15 of 20 towards “say it”, and 15 of 20 towards “much room”.");
    await accessible();
  });

  it("ends at the border when the finger leaves the square", async () => {
    await shown(POINT);
    drag([[0.5, 0.5], [0.9, 0.2], [3, -2]]);
    expect(now.point).toEqual({ x: 20, y: 20 });
  });

  it("stays where it was when the system takes the finger away, and where the drag had come to", async () => {
    await shown(POINT, { point: { x: 4, y: 4 } });
    finger("Down", 0.9, 0.9);
    finger("Cancel", 0.9, 0.9);
    expect(now.point).toEqual({ x: 4, y: 4 });
    finger("Down", 0.2, 0.8);
    finger("Move", 0.5, 0.5);
    finger("Cancel", 0, 0);
    expect(now.point).toEqual({ x: 10, y: 10 });
  });

  it("does not follow a second finger", async () => {
    await shown(POINT);
    finger("Down", 0.2, 0.2);
    finger("Down", 0.9, 0.9, { id: 2 });
    finger("Move", 0.9, 0.9, { id: 2 });
    finger("Up", 0.9, 0.9, { id: 2 });
    expect(now.point).toBeNull();
    finger("Up", 0.2, 0.2);
    expect(now.point).toEqual({ x: 4, y: 16 });
  });

  it("moves by one step with the arrow keys, and no further than the border", async () => {
    await shown(POINT);
    const across = screen.getByRole("slider", { name: "From “keep it in” to “say it”" });
    fireEvent.keyDown(across, { key: "ArrowRight" });
    expect(now.point).toEqual({ x: 11, y: 10 });
    fireEvent.keyDown(across, { key: "ArrowUp" });
    expect(now.point).toEqual({ x: 11, y: 11 });
    for (let time = 0; time < 30; time += 1) fireEvent.keyDown(across, { key: "ArrowDown" });
    expect(now.point).toEqual({ x: 11, y: 0 });
  });

  it("keeps its place as sliders and back, and can be left open again", async () => {
    await shown(POINT);
    tapAt(0.25, 0.5);
    press("As sliders");
    await accessible();
    expect(screen.getByRole<HTMLInputElement>("slider", { name: "From “keep it in” to “say it”" }).value).toBe("5");
    press("From “little room” to “much room”: a step towards “much room”");
    expect(now.point).toEqual({ x: 5, y: 11 });
    press("As a picture");
    press("Leave it open");
    expect(now.point).toBeNull();
  });

  it("as sliders is answered only when both are set", async () => {
    await shown(POINT);
    press("As sliders");
    const [across, up] = screen.getAllByRole("slider") as [HTMLElement, HTMLElement];
    fireEvent.input(across, { target: { value: "3" } });
    expect(now.point).toBeNull();
    expect(text()).toContain("The other direction is still open.");
    fireEvent.pointerUp(up);
    expect(now.point).toEqual({ x: 3, y: 10 });
  });
});

describe("people in rings", () => {
  it("are added with a name, a tap and a sign", async () => {
    await shown(RINGS);
    await accessible();
    add("Jo", 0.5 + 0.17, 0.5);
    expect(people()).toEqual([{ name: "Jo", ring: 0, mark: null }]);
    press("costs strength");
    expect(people()).toEqual([{ name: "Jo", ring: 0, mark: 2 }]);
    expect(plain(said())).toBe("Jo: closest, costs strength");
    await accessible();
    press("Done");
    expect(document.activeElement?.getAttribute("data-person")).toBe("0");
    await accessible();
  });

  it("are begun with a word about how, for as long as the map is empty", async () => {
    await shown(RINGS);
    const HOW = "Tap a ring to place somebody, or add someone below.";
    expect(screen.getByText(HOW).compareDocumentPosition(picture()) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    add("Jo", 0.67, 0.5);
    expect(text()).not.toContain(HOW);
    cleanup();
    await shown(RINGS);
    press("As a list");
    expect(text()).not.toContain(HOW);
  });

  it("leave the whole map in sight when a panel opens for one of them", async () => {
    await shown(RINGS, { rings: [{ name: "Jo", ring: 0, mark: 0, angle: 90 }] });
    const into: Element[] = [];
    Element.prototype.scrollIntoView = function (this: Element): void {
      into.push(this);
    };
    tapAt(0.67, 0.5, screen.getByRole("button", { name: /Jo/ }));
    expect(into.at(-1)).toBe(picture());
    delete (Element.prototype as Partial<Element>).scrollIntoView;
    const rows = within(screen.getByRole("group", { name: /^Change/ })).getAllByRole("group");
    expect(rows.map((row) => [row.classList.contains("one-row"), within(row).getAllByRole("button").length])).toEqual([[true, 3], [true, 3]]);
  });

  it("can be added by tapping a place first", async () => {
    await shown(RINGS);
    tapAt(0.95, 0.5);
    type("First name or a sign", "🦊");
    press("Next: their place");
    expect(people()).toEqual([{ name: "🦊", ring: 2, mark: null }]);
  });

  it("can be added by keyboard alone, with a ring instead of a tap", async () => {
    await shown(RINGS);
    press("Add someone");
    expect(document.activeElement).toBe(screen.getByLabelText("First name or a sign"));
    press("Next: their place");
    press("close");
    expect(people()).toEqual([{ name: "", ring: 1, mark: null }]);
  });

  it("move to another ring by dragging, also when the drag ends outside", async () => {
    await shown(RINGS, { rings: [{ name: "Jo", ring: 0, mark: 0, angle: 90 }] });
    drag([[0.67, 0.5], [0.8, 0.5], [5, 0.5]], screen.getByRole("button", { name: /Jo/ }));
    expect(now.rings).toEqual([{ name: "Jo", ring: 2, mark: 0, angle: 90 }]);
    expect(plain(said())).toBe("Jo: around me, gives strength");
  });

  it("move by two taps too", async () => {
    await shown(RINGS, { rings: [{ name: "Jo", ring: 0, mark: 0, angle: 90 }] });
    tapAt(0.67, 0.5, screen.getByRole("button", { name: /Jo/ }));
    tapAt(0.05, 0.5);
    expect(now.rings).toEqual([{ name: "Jo", ring: 2, mark: 0, angle: 270 }]);
  });

  it("are placed beside somebody whose sign the tap met, and no name is lost", async () => {
    await shown(RINGS, { rings: [{ name: "Jo", ring: 0, mark: 0, angle: 90 }] });
    press("Add someone");
    type("First name or a sign", "Sam");
    tapAt(0.67, 0.5, screen.getByRole("button", { name: /Jo/ }));
    expect(screen.getByLabelText<HTMLInputElement>("First name or a sign").value).toBe("Sam");
    press("Next: their place");
    tapAt(0.67, 0.5, screen.getByRole("button", { name: /Jo/ }));
    expect(people()).toEqual([{ name: "Jo", ring: 0, mark: 0 }, { name: "Sam", ring: 0, mark: null }]);
    expect(now.rings[1]?.angle).not.toBe(90);
  });

  it("stand in the outermost ring when the list is opened before they had a place", async () => {
    await shown(RINGS);
    press("Add someone");
    type("First name or a sign", "Sam");
    press("As a list");
    expect(people()).toEqual([{ name: "Sam", ring: 2, mark: null }]);
  });

  it("are brought back by Undo, one change after the other", async () => {
    await shown(RINGS, { rings: [{ name: "Jo", ring: 0, mark: 0, angle: 90 }] });
    fireEvent.click(screen.getByRole("button", { name: /Jo/ }), { detail: 0 });
    press("mixed");
    press(/^Remove/);
    expect(now.rings).toEqual([]);
    expect(plain(said())).toBe("Jo is removed. Undo brings them back.");
    press("Undo");
    expect(said()).toBe("The last change is taken back.");
    expect(people()).toEqual([{ name: "Jo", ring: 0, mark: 1 }]);
    press("Undo");
    expect(people()).toEqual([{ name: "Jo", ring: 0, mark: 0 }]);
    expect(screen.getByRole("button", { name: "Undo" }).getAttribute("aria-disabled")).toBe("true");
  });

  it("are kindly no more than the map holds, however often somebody is added", async () => {
    await shown(RINGS);
    for (let number = 0; number < 30; number += 1) {
      if (number < 12) {
        add(`P${number}`, 0.9, 0.5);
        press("Done");
      } else press("Add someone");
    }
    expect(now.rings).toHaveLength(12);
    expect(said()).toBe("The map is full with 12.");
    tapAt(0.3, 0.9);
    expect(screen.queryByLabelText("First name or a sign")).toBeNull();
    expect(text()).toContain("The map is full with 12.");
    await accessible();
  });

  it("are the same as a list, with two selects", async () => {
    await shown(RINGS, { rings: [{ name: "סבתא", ring: 0, mark: null, angle: 90 }] });
    press("As a list");
    await accessible();
    const row = within(screen.getByRole("listitem"));
    fireEvent.change(row.getByLabelText(/^Ring of/), { target: { value: "1" } });
    fireEvent.change(row.getByLabelText(/^Sign of/), { target: { value: "2" } });
    expect(people()).toEqual([{ name: "סבתא", ring: 1, mark: 2 }]);
    fireEvent.change(row.getByLabelText(/^Sign of/), { target: { value: "" } });
    press("Add someone");
    press("As a picture");
    expect(people()).toEqual([{ name: "סבתא", ring: 1, mark: null }, { name: "", ring: 2, mark: null }]);
  });

  it("take back a name as a whole, not letter by letter", async () => {
    await shown(RINGS, { rings: [{ name: "", ring: 0, mark: null, angle: 90 }] });
    press("As a list");
    for (const typed of ["J", "Jo", "Jon"]) type("First name or a sign", typed);
    press("Undo");
    expect(people()).toEqual([{ name: "", ring: 0, mark: null }]);
  });

  it("have names that are cut before they are too long", async () => {
    await shown(RINGS, { rings: [{ name: "", ring: 0, mark: null, angle: 90 }] });
    press("As a list");
    type("First name or a sign", "🌲".repeat(10_000));
    expect(Array.from(now.rings[0]?.name ?? "")).toHaveLength(40);
  });
});

describe("points on a line", () => {
  it("are tapped, get words, and keep the order of the line", async () => {
    await shown(POINTS);
    await accessible();
    tapAt(0.9, 0.1);
    expect(text()).toContain("A line needs another point");
    tapAt(0.1, 0.9);
    type("Words for point 1", "born");
    expect(now.line).toEqual([{ x: 18, y: 18, words: "" }, { x: 2, y: 2, words: "born" }]);
    await accessible();
  });

  it("are dragged by the finger, and end at the border", async () => {
    await shown(POINTS, { line: [{ x: 2, y: 2, words: "born" }] });
    drag([[0.1, 0.9], [0.4, 0.4], [2, 2]], screen.getByRole("button", { name: /^Point 1, born/ }));
    expect(now.line).toEqual([{ x: 20, y: 0, words: "born" }]);
  });

  it("move with the arrow keys", async () => {
    await shown(POINTS, { line: [{ x: 2, y: 2, words: "" }] });
    fireEvent.keyDown(screen.getByRole("button", { name: /^Point 1/ }), { key: "ArrowUp" });
    expect(now.line).toEqual([{ x: 2, y: 3, words: "" }]);
  });

  it("are kindly no more than were asked for", async () => {
    await shown(POINTS);
    for (const x of [0.1, 0.4, 0.7, 0.9]) tapAt(x, 0.5);
    expect(now.line).toHaveLength(3);
    expect(said()).toBe("The line is full with 3 points.");
  });

  it("are the same as rows, and can be removed and brought back", async () => {
    await shown(POINTS, { line: [{ x: 18, y: 18, words: "now" }, { x: 2, y: 2, words: "then" }] });
    press("As a list");
    await accessible();
    expect(screen.getByLabelText<HTMLInputElement>("Words for point 1").value).toBe("then");
    fireEvent.input(screen.getAllByRole("slider")[0] as HTMLElement, { target: { value: "19" } });
    expect(now.line[0]).toEqual({ x: 19, y: 2, words: "then" });
    press("Remove point 2");
    expect(now.line).toHaveLength(1);
    press("Undo");
    expect(now.line).toHaveLength(2);
    press("Add a point");
    expect(now.line).toHaveLength(3);
  });
});

describe("a drawn curve", () => {
  it("is drawn, redrawn in a part, taken back and cleared", async () => {
    await shown(CURVE);
    await accessible();
    drag([[0, 0.5], [0.5, 0.5], [1, 0.5]]);
    expect(now.line).toHaveLength(60);
    expect(now.line.every(({ y }) => y === 10)).toBe(true);
    drag([[0.4, 0], [0.6, 0]]);
    expect(now.line.filter(({ y }) => y === 20).length).toBeGreaterThan(10);
    expect(now.line.filter(({ y }) => y === 10).length).toBeGreaterThan(40);
    press("Undo");
    expect(now.line.every(({ y }) => y === 10)).toBe(true);
    press("Clear the line");
    expect(now.line).toEqual([]);
    expect(said()).toBe("There is no line yet.");
    press("Undo");
    expect(now.line).toHaveLength(60);
    await accessible();
  });

  it("keeps what was drawn when the system takes the finger away", async () => {
    await shown(CURVE);
    finger("Down", 0, 0.5);
    finger("Move", 0.5, 0.5);
    finger("Cancel", 0.9, 0.9);
    expect(now.line.length).toBeGreaterThan(25);
    expect(now.line.at(-1)?.x).toBeLessThan(11);
  });

  it("is the same as heights, and can be made of them alone", async () => {
    await shown(CURVE);
    press("As sliders");
    await accessible();
    const sliders = screen.getAllByRole("slider");
    expect(sliders).toHaveLength(6);
    fireEvent.input(sliders[0] as HTMLElement, { target: { value: "4" } });
    fireEvent.input(sliders[5] as HTMLElement, { target: { value: "16" } });
    expect(screen.getAllByRole<HTMLInputElement>("slider")[0]?.value).toBe("4");
    expect(screen.getAllByRole<HTMLInputElement>("slider")[5]?.value).toBe("16");
    press("As a picture");
    expect(screen.getByRole("group", { name: /^A line: it begins 16 of 20 towards “heavy”, and ends 16 of 20/ })).toBeTruthy();
  });
});

describe("in a session", () => {
  it("a map is counted without its names, which stay in this tab", async () => {
    const phone = await entered(open({ body: tallyView({ input: RINGS }) }));
    await act(() => fetchDrawn());
    await accessible();
    await tap("Add mine");
    expect(said()).toBe("Place somebody first, or pass.");
    add("Secret", 0.67, 0.5);
    press("gives strength");
    await tap("Add mine");
    expect(phone.answers.at(-1)?.answer).toEqual({ t: "rings", dots: [{ ring: 0, mark: 0 }] });
    expect(JSON.stringify(phone.browser.socket.messages)).not.toContain("Secret");
    expect(phone.tab.keys().some((key) => phone.tab.get(key)?.includes("Secret"))).toBe(true);
    expect(phone.kept.keys().some((key) => phone.kept.get(key)?.includes("Secret"))).toBe(false);
  });

  it("a name without a place goes along in the outermost ring", async () => {
    const phone = await entered(open({ body: tallyView({ input: { ...RINGS, send: ["ring"] } }) }));
    await act(() => fetchDrawn());
    press("Add someone");
    type("First name or a sign", "Sam");
    await tap("Add mine");
    expect(phone.answers.at(-1)?.answer).toEqual({ t: "rings", dots: [{ ring: 2, mark: null }] });
  });

  it("a line with one point is not sent, and says kindly why", async () => {
    const phone = await entered(open({ body: tallyView({ input: POINTS }) }));
    await act(() => fetchDrawn());
    tapAt(0.2, 0.2);
    await tap("Add mine");
    expect(said()).toBe("A line needs another point, wherever you like.");
    expect(phone.answers).toEqual([]);
    tapAt(0.8, 0.8);
    await tap("Add mine");
    expect(phone.answers.at(-1)?.answer).toEqual({ t: "line", points: [{ x: 4, y: 16 }, { x: 16, y: 4 }] });
  });

  it("a point is there again after it was opened to be changed", async () => {
    const phone = await entered(open({ body: tallyView({ input: POINT }) }));
    await act(() => fetchDrawn());
    tapAt(0.33, 0.5);
    await tap("Add mine");
    expect(phone.answers.at(-1)?.answer).toEqual({ t: "point", x: 7, y: 10 });
    await tap("Change it");
    expect(screen.getByRole("slider", { name: /keep it in/ }).getAttribute("aria-valuetext")).toBe("13 of 20 towards “keep it in”");
  });
});

describe("before the drawing page has come", () => {
  const Waits = ({ reload }: { reload: () => void }) => (
    <DrawnInput asked={POINT as InputView & { type: "point" }} value={NOTHING_DRAWN} onChange={() => undefined} reload={reload} />
  );

  it("there are words", async () => {
    void fetchDrawn(() => new Promise(() => undefined));
    render(<Waits reload={() => undefined} />);
    expect(text()).toContain("This page is on its way.");
  });

  it("and it can be fetched again where there was no line", async () => {
    await act(() => fetchDrawn(() => Promise.reject(new TypeError("no network"))));
    render(<Waits reload={() => undefined} />);
    expect(text()).toContain("This page did not reach this phone yet.");
    await tap("Try again");
    expect(await screen.findAllByRole("slider")).toHaveLength(2);
  });
});
