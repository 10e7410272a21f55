import { describe, expect, it } from "vitest";

import { frameSize, paddedFrame, RECEIPT_BYTES, paddedCard, paddedTap, TAP_STEP } from "../padding";
import { NO_ASIDE } from "../asides";
import { CONTENT_NOTE_LENGTH, VEILS, type Answer, type Aside, type InputView } from "../wire";
import { inputView } from "./views";

const ITEMS = [
  { key: "speak", ask: "As a speaker", low: "uncomfortable", high: "good" },
  { key: "listen", ask: "As a listener", low: "hard", high: "easy" },
];
const TEXT = inputView({ type: "text", options: [], max: 140 });
const CHOICE = inputView();
const MULTI = inputView({ type: "multi", options: Array.from({ length: 12 }, (_, index) => `option ${index}`), pick: 12 });
const MOST = 9;
const WORDS = ["a", "b", "c", "d", "e"];
const FIELDS = inputView({ type: "fields", max: 140, fields: ["good", "hard", "wish"].map((key) => ({ key, label: key })) });
const POINT = inputView({ type: "point" });
const ORDER = inputView({ type: "order", options: WORDS });
const SORT = inputView({ type: "sort", cards: WORDS, bins: ["yes", "no"] });
const RINGS = inputView({ type: "rings", max: MOST, rings: ["near", "far"], marks: WORDS });
const LINE = inputView({ type: "line", max: MOST });
const SCALE = inputView({ type: "scale", options: [], steps: 7, items: ITEMS });

/** The same numbers each time: a failing run can be repeated. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const ALPHABETS = ["abc ", "äöüß", "漢字かな", "🌿👩‍👩‍👧", '"\\', "\n "];

function randomText(draw: (below: number) => number): string {
  const letters = Array.from(ALPHABETS[draw(ALPHABETS.length)] ?? "a");
  return Array.from({ length: draw(TEXT.max + 1) }, () => letters[draw(letters.length)] ?? "a").join("");
}

function randomAside(draw: (below: number) => number): Aside {
  const note = Array.from(randomText(draw)).slice(0, CONTENT_NOTE_LENGTH).join("");
  return { veils: VEILS.filter(() => draw(3) === 0), note: draw(2) === 0 ? "" : note, nameable: draw(2) === 0 };
}

function randomAnswer(input: InputView, draw: (below: number) => number): Answer {
  const plain = draw(4);
  if (plain === 0) return { t: "pass" };
  if (plain === 1) return { t: "taken_back" };
  switch (input.type) {
    case "text":
      return { t: "text", text: randomText(draw), card: "a".repeat(32), noteKey: "b".repeat(64), replyTo: draw(2) === 0 ? null : "c".repeat(32), aside: randomAside(draw) };
    case "fields":
      return { t: "fields", fields: { good: randomText(draw), hard: "", wish: "" }, card: "a".repeat(32), noteKey: "b".repeat(64), aside: randomAside(draw) };
    case "point":
      return { t: "point", x: draw(21), y: draw(21) };
    case "order":
      return { t: "order", options: input.options.map((_, index) => index) };
    case "sort":
      return { t: "sort", piles: input.cards.map(() => (draw(3) === 0 ? null : draw(2))) };
    case "rings":
      return { t: "rings", dots: Array.from({ length: draw(MOST + 1) }, () => ({ ring: draw(2), mark: draw(3) === 0 ? null : draw(5) })) };
    case "line":
      return { t: "line", points: Array.from({ length: draw(MOST + 1) }, (_, index) => ({ x: index, y: draw(3) === 0 ? null : draw(21) })) };
    case "choice":
      return { t: "choice", option: draw(input.options.length) };
    case "multi":
      return { t: "multi", options: input.options.map((_, index) => index).filter(() => draw(2) === 0) };
    case "scale":
      return { t: "scale", steps: Object.fromEntries(input.items.filter(() => draw(2) === 0).map((item) => [item.key, 1 + draw(input.steps)])) };
  }
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

describe("a private page sends only that it is done (G-A10)", () => {
  it.each(["done", "pass", "taken_back"] as const)("%s has the one size, however long the page may be", (t) => {
    for (const [run, counter, receipt] of [[1, 1, null], [999_999, 12_345, "r".repeat(120)]] as const)
      expect(bytesOf(paddedFrame({ t: "answer", run, counter, answer: { t }, receipt }, null))).toBe(frameSize(null));
    expect(frameSize(null)).toBeLessThan(512);
  });
});

describe("every answer frame of a stage has one length (G-A4)", () => {
  it.each([
    ["text", TEXT],
    ["choice", CHOICE],
    ["multi", MULTI],
    ["scale", SCALE],
    ["fields", FIELDS],
    ["point", POINT],
    ["order", ORDER],
    ["sort", SORT],
    ["rings", RINGS],
    ["line", LINE],
  ])("%s", (_, input) => {
    const draw = dice(20_261_122);
    for (let round = 0; round < 400; round += 1) {
      const receipt = draw(2) === 0 ? null : "r".repeat(120);
      const frame = paddedFrame({ t: "answer", run: draw(200), counter: draw(10_000), answer: randomAnswer(input, draw), receipt }, input);
      expect(bytesOf(frame)).toBe(frameSize(input));
    }
  });

  it("also at its longest", () => {
    const text = "👩".repeat(TEXT.max);
    const aside: Aside = { veils: [...VEILS], note: "👩".repeat(CONTENT_NOTE_LENGTH), nameable: false };
    const answer: Answer = { t: "text", text, card: "a".repeat(32), noteKey: "b".repeat(64), replyTo: null, aside };
    const frame = paddedFrame({ t: "answer", run: 999_999, counter: 999_999_999, answer, receipt: "r".repeat(RECEIPT_BYTES - 2) }, TEXT);
    expect(bytesOf(frame)).toBe(frameSize(TEXT));
  });

  it("and is read as the same answer", () => {
    const answer: Answer = { t: "text", text: 'she said "no"\nand left \\', card: "a".repeat(32), noteKey: "b".repeat(64), replyTo: null, aside: NO_ASIDE };
    const frame = JSON.parse(paddedFrame({ t: "answer", run: 1, counter: 2, answer, receipt: null }, TEXT)) as Record<string, unknown>;
    expect(frame).toMatchObject({ t: "answer", run: 1, counter: 2, answer, receipt: null });
    expect(frame["pad"]).toMatch(/^ +$/);
  });

  it("goes up in whole steps where a receipt is longer than what was kept free", () => {
    const frame = paddedFrame({ t: "answer", run: 1, counter: 2, answer: { t: "pass" }, receipt: "r".repeat(900) }, CHOICE);
    expect((bytesOf(frame) - frameSize(CHOICE)) % 256).toBe(0);
  });

  it("stays far below the largest frame a server takes", () => {
    expect(frameSize(inputView({ type: "text", options: [], max: 1000 }))).toBeLessThan(65_536);
  });
});

describe("a card's own request", () => {
  const request = { code: "K7WP3MXQ", key: "0".repeat(32) };
  const full: Aside = { veils: [...VEILS], note: "\u{1F33F}".repeat(CONTENT_NOTE_LENGTH), nameable: true };
  const bytes = (text: string | null, aside = NO_ASIDE, nameable: boolean | null = null): number =>
    new TextEncoder().encode(paddedCard({ ...request, text, aside, nameable }, 140)).length;

  it("has one length, whether the card is taken back, given other words, or its naming is agreed to", () => {
    const sizes = [null, "", "Short.", "\u{1F33F}".repeat(140), '"'.repeat(140)].map((text) => bytes(text));
    const others = [bytes(null, NO_ASIDE, true), bytes(null, NO_ASIDE, false), bytes("\u{1F33F}".repeat(140), full), bytes("x", { ...full, note: '"' })];
    expect(new Set([...sizes, ...others]).size).toBe(1);
  });
});

describe("every frame of taps has a whole multiple of 512 bytes", () => {
  it.each([0, 1, 9, 30])("with %i marks", (count) => {
    const marks = Array.from({ length: count }, (_, index) => `question:${"ä"}${"0".repeat(30)}${index}`);
    for (const counter of [1, 99, 12_345]) {
      const length = bytesOf(JSON.stringify(paddedTap({ t: "tap", run: 3, counter, marks })));
      expect(length % TAP_STEP).toBe(0);
      expect(length).toBeGreaterThan(0);
    }
  });
});
