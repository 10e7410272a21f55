import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { useState } from "preact/hooks";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { tallyView, wallView } from "../../realtime/client/tests/views";
import { Announcer } from "../src/announce";
import * as all from "../src/inputs/all";
import { fetchDrawn } from "../src/inputs/drawn";
import { OrderInput } from "../src/inputs/order";
import { moved, orderFrom, placeAt } from "../src/inputs/ordering";
import { type Piles, pilesFrom } from "../src/inputs/piles";
import { SortInput } from "../src/inputs/sort";
import { asked } from "./asked";
import { accessible, entered, open, said, tap, text } from "./stage";

const ORDER = asked({ type: "order", options: ["trust", "rest", "play"] });
const SORT = asked({ type: "sort", cards: ["sleep", "closeness"], bins: ["well fed", "running dry"] });
const FIELDS = asked({
  type: "fields",
  max: 40,
  fields: [
    { key: "when", label: "When this happens" },
    { key: "feel", label: "I feel" },
  ],
});

const ROW = 50;
beforeEach(() => act(() => fetchDrawn(async () => all)));
afterEach(cleanup);

/** Rows of one height, from the top of the window. */
function rowsOf(list: Element): void {
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
    const at = [...list.children].indexOf(this);
    return DOMRect.fromRect({ x: 0, y: Math.max(0, at) * ROW, width: 300, height: ROW });
  });
}

describe("an order", () => {
  let now: number[] | null = null;
  const shown = (from: number[] | null = null): void => {
    now = from;
    const Page = () => {
      const [value, setValue] = useState(now);
      return (
        <main>
          <h1>What builds trust?</h1>
          <OrderInput asked={ORDER} value={value} onChange={(next) => setValue((now = next))} />
          <Announcer />
        </main>
      );
    };
    render(<Page />);
  };
  const rows = (): string[] => screen.getAllByRole("listitem").map((row) => (row.textContent ?? "").replace(/^\d /, ""));
  const press = (name: string): boolean => fireEvent.click(screen.getByRole("button", { name }));
  const drag = (row: number, y: number, end: "Up" | "Cancel" = "Up"): void => {
    const list = screen.getByRole("list");
    rowsOf(list);
    const finger = { pointerId: 1, pointerType: "touch", button: 0, clientX: 10, bubbles: true };
    fireEvent.pointerDown(list.children[row]?.querySelector(".grip") as Element, { ...finger, clientY: row * ROW + ROW / 2 });
    fireEvent.pointerMove(list, { ...finger, clientY: y });
    fireEvent[`pointer${end}`](list, { ...finger, clientY: y });
  };

  it("is nobody's until it is touched, and can be taken as it stands", async () => {
    shown();
    await accessible();
    expect(text()).toContain("Not answered yet.");
    press("This order is mine");
    expect(now).toEqual([0, 1, 2]);
    expect(text()).not.toContain("Not answered yet.");
  });

  it("changes by the arrows, keeps the focus on the moved one, and says where it stands", () => {
    shown();
    screen.getByRole("button", { name: "play: a place up" }).focus();
    press("play: a place up");
    expect(now).toEqual([0, 2, 1]);
    expect(said()).toBe("play: place 2 of 3");
    expect(document.activeElement?.getAttribute("aria-label")).toBe("play: a place up");
    press("play: a place up");
    expect(now).toEqual([2, 0, 1]);
    expect(screen.getByRole("button", { name: "play: a place up" }).getAttribute("aria-disabled")).toBe("true");
    press("play: a place up");
    expect(now).toEqual([2, 0, 1]);
  });

  it("follows a finger on the handle, ends at the nearest place where the finger leaves the list, and is undone in one step", () => {
    shown();
    drag(0, 120);
    expect(now).toEqual([1, 0, 2]);
    drag(1, 5000);
    expect(now).toEqual([1, 2, 0]);
    press("Undo");
    expect(now).toEqual([1, 0, 2]);
    drag(2, -900, "Cancel");
    expect(now).toEqual([2, 1, 0]);
    expect(rows()).toEqual(["play", "rest", "trust"]);
  });

  it("goes out whole, the first place first", async () => {
    const phone = await entered(open({ body: tallyView({ input: ORDER }) }));
    await tap("Add mine");
    expect(phone.answers).toEqual([]);
    expect(text()).toContain("Put them in your order first, or pass.");
    await tap("rest: a place up");
    await tap("Add mine");
    expect(phone.answers[0]?.answer).toEqual({ t: "order", options: [1, 0, 2] });
  });

  it("is not taken from a page that lacks an option", () => {
    expect(orderFrom([0, 0, 1], 3)).toBeNull();
    expect(orderFrom("x", 3)).toBeNull();
    expect(orderFrom([2, 0, 1], 3)).toEqual([2, 0, 1]);
    expect(moved([0, 1, 2], 0, 9)).toEqual([1, 2, 0]);
    expect([-5, 15, 500].map((y) => placeAt([10, 20], y))).toEqual([0, 1, 2]);
  });
});

describe("piles", () => {
  let now: Piles = [];
  const shown = (): void => {
    now = pilesFrom(null, 2, 2);
    const Page = () => {
      const [value, setValue] = useState(now);
      return (
        <main>
          <h1>How fed is each need?</h1>
          <SortInput asked={SORT} value={value} onChange={(next) => setValue((now = next))} />
          <Announcer />
        </main>
      );
    };
    render(<Page />);
  };
  const press = (name: string): boolean => fireEvent.click(screen.getByRole("button", { name }));
  const drag = (card: string, over: string | null, end: "Up" | "Cancel" = "Up"): void => {
    const row = screen.getByRole("button", { name: card }).closest("li") as Element;
    const target = over === null ? null : (screen.getByRole("region", { name: new RegExp(`^${over}`) }) as Element);
    document.elementFromPoint = () => target;
    const finger = { pointerId: 1, pointerType: "touch", button: 0, clientX: 5, clientY: 5, bubbles: true };
    fireEvent.pointerDown(row.querySelector(".grip") as Element, finger);
    fireEvent.pointerMove(row, { ...finger, clientY: 80 });
    fireEvent[`pointer${end}`](row, { ...finger, clientY: 80 });
  };

  it("take a tapped card by a tap on their name, give it back, and undo", async () => {
    shown();
    await accessible();
    press("closeness");
    await accessible();
    press("running dry");
    expect(now).toEqual([null, 1]);
    expect(said()).toBe("closeness: running dry");
    press("closeness");
    press("On no pile");
    expect(now).toEqual([null, null]);
    press("Undo");
    expect(now).toEqual([null, 1]);
  });

  it("take a dragged card; one that is let go outside stays where it was", () => {
    shown();
    drag("sleep", "well fed");
    expect(now).toEqual([0, null]);
    drag("sleep", null);
    drag("closeness", "running dry", "Cancel");
    expect(now).toEqual([0, null]);
    drag("sleep", "On no pile");
    expect(now).toEqual([null, null]);
  });

  it("have radio buttons as their plain form", async () => {
    shown();
    press("As a list");
    await accessible();
    expect(screen.getAllByRole("radio").length).toBe(6);
    fireEvent.click(screen.getAllByRole("radio", { name: "running dry" })[0] as Element);
    expect(now).toEqual([1, null]);
  });

  it("go out with the cards that were left out", async () => {
    const phone = await entered(open({ body: tallyView({ input: SORT }) }));
    await tap("Add mine");
    expect(phone.answers).toEqual([]);
    await tap("closeness");
    await tap("well fed");
    await tap("Add mine");
    expect(phone.answers[0]?.answer).toEqual({ t: "sort", piles: [null, 0] });
    expect(pilesFrom([7, "x"], 2, 2)).toEqual([null, null]);
  });
});

describe("labelled lines on a wall", () => {
  const wall = () => open({ kind: "wall", prompt: "Your ask, if you like.", body: wallView({ input: FIELDS }) });
  const write = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });

  it("make one card, share its letters, and a line may stay empty", async () => {
    const phone = await entered(wall());
    await accessible();
    await tap("Add mine");
    expect(text()).toContain("Write in one of the lines first, or pass.");
    write("When this happens", "x".repeat(30));
    write("I feel", "y".repeat(11));
    expect(text()).toContain("1 too many");
    await tap("Add mine");
    expect(phone.answers).toEqual([]);
    write("When this happens", "  you come\nlate ");
    write("I feel", "");
    await tap("Add mine");
    expect(phone.answers[0]?.answer).toMatchObject({ t: "fields", fields: { when: "you come late" } });
    await phone.hears({ t: "held", run: 3, counter: 1, nonce: "n1", receipt: "r" });
    expect(text()).toContain("you come late");
    await accessible();
  });

  it("stand with their labels on the wall, and own ones are marked and can get other words", async () => {
    const phone = await entered(wall());
    write("I feel", "left out");
    await tap("Add mine");
    await phone.hears({ t: "held", run: 3, counter: 1, nonce: "n1", receipt: "r" });
    const answer = phone.answers[0]?.answer;
    const card = answer?.t === "fields" ? answer.card : "";
    const cards = [{ id: card, text: "\nleft out", veils: [], note: "", resonance: null, replyTo: null }];
    const closed = { kind: "wall", phase: "closed", outcome: "unsealed", body: wallView({ input: FIELDS, cards }) } as const;
    await phone.sees(open(closed), [{ run: 3, nonces: ["n1"] }]);
    expect(text()).toContain("I feel left out");
    expect(text()).not.toContain("When this happens");
    expect(text()).toContain("Yours. Only your phone marks it.");
    await tap("What I wrote");
    await tap("Find other words");
    write("When this happens", "plans\nchange");
    await tap("Give these words");
    expect(phone.cardRequests[0]?.text).toBe("plans change\nleft out");
  });
});

describe("how a sentence may begin", () => {
  const wall = () => open({ kind: "wall", body: wallView({ input: asked({ type: "text", max: 140, starter: "I hope …" }) }) });

  it("is offered while nothing is written, and taken by a tap only", async () => {
    await entered(wall());
    await accessible();
    const box = screen.getByRole<HTMLTextAreaElement>("textbox");
    expect(box.value).toBe("");
    await tap("Begin with “I hope …”");
    expect(box.value).toBe("I hope ");
    expect(document.activeElement).toBe(box);
    expect(screen.queryByRole("button", { name: /Begin with/ })).toBeNull();
  });
});

describe("bad input", () => {
  it("of 10,000 letters stays, turns the counter and says why; emoji alone and right-to-left text go out as they are", async () => {
    const phone = await entered(open({ kind: "wall", body: wallView() }));
    const write = (value: string) => fireEvent.input(screen.getByRole("textbox"), { target: { value } });
    write("w".repeat(10_000));
    expect(text()).toContain("9,860 too many");
    await tap("Add mine");
    expect(screen.getByRole<HTMLTextAreaElement>("textbox").value.length).toBe(10_000);
    expect(text()).toContain("This is too long. Take some words out, then add it.");
    write("🌧️🫶🏽");
    await tap("Add mine");
    expect(phone.answers[0]?.answer).toMatchObject({ text: "🌧️🫶🏽" });
    await phone.hears({ t: "held", run: 3, counter: 1, nonce: "n1", receipt: "r" });
    await tap("Change it");
    write("אני מקווה");
    expect(screen.getByRole("textbox").getAttribute("dir")).toBe("auto");
    await tap("Add mine");
    expect(phone.answers[1]?.answer).toMatchObject({ text: "אני מקווה" });
  });
});
