/** What the summary says of orders, piles, maps, squares and lines. */

import { cleanup, render } from "@testing-library/preact";
import { afterEach, describe, expect, test } from "vitest";

import type { BandLine, PublishedStage } from "../../realtime/client/desk";
import { Published } from "../src/closing/Closing";
import { deskStrings } from "../src/desk/strings";
import { AT, published, summary, summaryPage } from "./deskFixtures";
import { stumbles } from "./stumbles";

const t = deskStrings();
afterEach(cleanup);

function shown(changes: Partial<PublishedStage>) {
  const activities = [{ title: "Maps and lines", stages: [published({ title: "Where it stands", ...changes })] }];
  return render(<Published page={summaryPage({ summary: summary({ activities }), version: 1, signedMs: AT })} t={t} />).container;
}

const lines = (...bands: BandLine["band"][]): BandLine[] => bands.map((band, index) => ({ label: `option ${"abc"[index]}`, band }));
const bands = (container: Element) => [...container.querySelectorAll(".bands li")].map((line) => line.textContent);

describe("the summary", () => {
  test("of an order says which stand in the upper half", async () => {
    const container = shown({ upper: lines("most", "few") });
    expect(container.querySelector(".summary-stage")?.textContent).toContain("In the upper half of people’s order");
    expect(bands(container)).toEqual(["option amost or all", "option bfew or none"]);
    expect(await stumbles(container)).toEqual([]);
  });

  test("of piles names each card with its piles", async () => {
    const container = shown({ cards: [{ card: "rest", piles: lines("mixed", "few") }, { card: "honesty", piles: lines("few", "most") }] });
    expect(container.querySelector(".summary-stage")?.textContent).toMatch(/rest.*some.*honesty.*most or all/s);
    expect(bands(container)).toHaveLength(4);
    expect(await stumbles(container)).toEqual([]);
  });

  test("of a map has its rings and its signs, and of what did not travel nothing", () => {
    expect(bands(shown({ rings: lines("most", "mixed"), marks: lines("few") }))).toHaveLength(3);
    cleanup();
    const signs = shown({ marks: lines("few") }).querySelector(".summary-stage")?.textContent;
    expect(signs).toContain("How many have somebody with this sign");
    expect(signs).not.toContain("How many have somebody there");
  });

  test("of a square says where it is fullest, in words beside a small picture", async () => {
    const densities = (["faint", "faint", "present", "faint", "dense", "faint", "faint", "faint", "faint"] as const).slice();
    const container = shown({ form: "heat3", heat: { ask: "My days", x: ["quiet", "loud"], y: ["alone", "among people"], densities } });
    const said = container.querySelector(".hill")?.textContent;
    expect(said).toContain("My days");
    expect(said).toContain("Half or more are here: in the middle. Some are here: “loud” with “among people”.");
    expect(said).toContain("From left to right: “quiet” to “loud”. From below: “alone” to “among people”.");
    expect(container.querySelector(".heat-square")?.getAttribute("aria-hidden")).toBe("true");
    expect(await stumbles(container)).toEqual([]);
  });

  test("of lines says how their middle goes, open where too few pass, and draws no stroke of a number", async () => {
    const container = shown({ form: "shape", shape: { x: ["the loss", "today"], y: ["heavy", "bearable"], levels: [null, "low", "low", "middle", "high", "high"] } });
    expect(container.querySelector(".hill")?.textContent).toContain("From “the loss” to “today”: open, then rather “heavy”, then in the middle, then rather “bearable”.");
    expect(container.querySelectorAll(".middle-line")).toHaveLength(0);
    expect(container.querySelectorAll(".soft-band")).toHaveLength(1);
    expect(await stumbles(container)).toEqual([]);
  });

  test("of none of them has a number of people in it", () => {
    const container = shown({ upper: lines("most"), cards: [{ card: "rest", piles: lines("few") }], rings: lines("mixed"), marks: lines("few") });
    expect(container.querySelector(".summary-stage")?.textContent).not.toMatch(/\d/);
  });
});
