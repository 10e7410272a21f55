import { cleanup, render } from "@testing-library/preact";
import axe from "axe-core";
import { afterEach, describe, expect, test } from "vitest";

import { createStrings, idsOf } from "../../strings";
import type { InputView } from "../../wire";
import { Picture, type Sums } from "../Picture";
import messages from "../en.ftl";
import ftl from "../en.ftl?raw";

const t = createStrings(messages);
const NOTHING: Omit<InputView, "type"> = { options: [], pick: 1, steps: 0, items: [], max: 0, starter: "", fields: [], ask: "", x: [], y: [], cards: [], bins: [], rings: [], marks: [], mode: "points", send: [] };
const CHOICE: InputView = { ...NOTHING, type: "multi", options: ["saying yes", "a change", "curiosity"], pick: 2 };
const SCALE: InputView = { ...CHOICE, type: "scale", steps: 5, items: [{ key: "ease", ask: "My ease here", low: "on guard", high: "at home" }] };
const scale = (counts: number[] | null, middle: "low" | "middle" | "high" | null, spread: "close" | "spread" | null): Sums => ({
  t: "scale_sums",
  items: [{ key: "ease", counts, middle, spread }],
});

const ORDER: InputView = { ...NOTHING, type: "order", options: ["a promise", "a mistake", "asking"] };
const SORT: InputView = { ...NOTHING, type: "sort", cards: ["rest", "honesty", "play"], bins: ["well fed", "so-so", "running dry"] };
const POINT: InputView = { ...NOTHING, type: "point", ask: "The last month", x: ["I gave little", "I gave a lot"], y: ["I got little", "I got a lot"] };
const RINGS: InputView = { ...NOTHING, type: "rings", rings: ["closest", "close", "around me"], marks: ["gives me strength", "mixed", "costs me strength", "missing or lost"] };
const LINE: InputView = { ...NOTHING, type: "line", x: ["the loss", "today"], y: ["very heavy", "bearable"] };
const levelOf = (height: number) => (height < 7 ? ("low" as const) : height < 14 ? ("middle" as const) : ("high" as const));
function line(medians: (number | null)[], counted = true): Sums {
  return { t: "line_slots", slots: medians.map((median) => ({ level: median === null ? null : levelOf(median), median: counted ? median : null })) };
}

const ALL: [name: string, sums: Sums, input: InputView, says: string][] = [
  ["sums", { t: "option_sums", counts: [6, 2, 0], answered: 8 }, CHOICE, "8 people answered. Chosen most often: “saying yes”. Everybody could choose up to 2."],
  ["words", { t: "option_words", bands: ["most", "few", "mixed"] }, CHOICE, "Most or all chose “saying yes”."],
  ["middling words", { t: "option_words", bands: ["mixed", "few", "mixed"] }, CHOICE, "Some chose “saying yes” and “curiosity”; nothing was chosen by most."],
  ["low words", { t: "option_words", bands: ["few", "few", "few"] }, CHOICE, "Each of these was chosen by few or by nobody."],
  ["dots", scale([2, 4, 1, 1, 0], "low", "close"), SCALE, "Rather on guard, and close together."],
  ["a hill", scale(null, "high", "spread"), SCALE, "Rather at home, and spread out."],
  ["dots without a middle", scale([1, 1, 1, 1, 1], null, null), SCALE, "From “on guard” to “at home”: 1, 1, 1, 1, 1."],
  ["nothing touched", scale(null, null, null), SCALE, "Too few people answered this one for a picture."],
  ["an order", { t: "order_sums", places: [13, 21, 26], upper: [7, 1, 0], answered: 8 }, ORDER, "8 people answered. Furthest up, taken together: “a promise”. A longer bar stands nearer to the first place."],
  ["an order in words", { t: "order_words", bands: ["most", "few", "mixed"] }, ORDER, "Most or all have “a promise” in the upper half."],
  ["an order without a first one", { t: "order_words", bands: ["few", "few", "mixed"] }, ORDER, "Some have “asking” in the upper half; nothing is there for most."],
  ["piles", { t: "sort_sums", piles: [[6, 1, 1], [2, 4, 2], []], answered: 8 }, SORT, "8 people answered. Each bar is one card, split by where people put it."],
  ["piles in words", { t: "sort_words", bands: [["most", "few", "few"], ["few", "mixed", "mixed"], []] }, SORT, "Told in words"],
  ["a square", { t: "heat_sums", counts: [0, 0, 1, 0, 3, 0, 5, 0, 0], answered: 9 }, POINT, "9 people answered. Half or more are here: “I gave little” with “I got little”. Some are here: in the middle."],
  ["a square in words", { t: "heat_words", densities: ["faint", "faint", "faint", "faint", "faint", "present", "faint", "present", "faint"] }, POINT, "Some are here: “I gave a lot”, and in the middle otherwise; “I got little”, and in the middle otherwise."],
  ["a thin square", { t: "heat_words", densities: ["faint", "faint", "faint", "faint", "faint", "faint", "faint", "faint", "faint"] }, POINT, "Spread over the whole square; nowhere more than some."],
  ["rings", { t: "rings_sums", rings: [8, 6, 3], marks: [7, 5, 2, 4], answered: 9 }, RINGS, "9 people answered. It shows how many have somebody there, never how many each has."],
  ["rings in words", { t: "rings_words", rings: ["most", "mixed", "few"], marks: [] }, RINGS, "It shows how many have somebody there"],
  ["signs alone", { t: "rings_words", rings: [], marks: ["most", "mixed", "few", "few"] }, RINGS, "It shows how many have somebody there"],
  ["lines", line([2, 3, 9, 12, 15, 18]), LINE, "From “the loss” to “today”: rather “very heavy”, then in the middle, then rather “bearable”."],
  ["lines with an open end", line([2, 3, 9, 12, null, null]), LINE, "then in the middle, then open."],
  ["no picture", { t: "no_picture" }, CHOICE, "No picture: too few answers, or it would have said more than a group picture may. It stays unopened."],
];

afterEach(cleanup);

describe("a picture of the group", () => {
  test.each(ALL)("of %s says itself in words, and readers find nothing in their way", async (_name, sums, input, says) => {
    const { container } = render(<Picture sums={sums} input={input} t={t} />);
    const captions = [...container.querySelectorAll("figcaption")].map((caption) => caption.textContent);
    expect(captions).toHaveLength(1);
    expect(captions[0]).toContain(says);
    for (const drawing of container.querySelectorAll("svg[role=img]")) expect(captions[0]).toContain(drawing.getAttribute("aria-label"));
    const { violations } = await axe.run(container, { rules: { "color-contrast": { enabled: false }, region: { enabled: false } } });
    expect(violations.map((violation) => violation.id)).toEqual([]);
  });

  test("in words shows no number anywhere", () => {
    const { container } = render(<Picture sums={{ t: "option_words", bands: ["most", "few", "mixed"] }} input={CHOICE} t={t} />);
    expect(container.textContent).not.toMatch(/\d/);
    expect([...container.querySelectorAll(".value")].map((value) => value.textContent)).toEqual(["most or all", "few or none", "some"]);
  });

  test.each([
    ["an order", { t: "order_words", bands: ["most", "few", "mixed"] } satisfies Sums, ORDER],
    ["piles", { t: "sort_words", bands: [["most", "few", "few"], ["few", "mixed", "mixed"], []] } satisfies Sums, SORT],
    ["a square", { t: "heat_words", densities: ["dense", "present", "faint", "faint", "faint", "faint", "faint", "faint", "faint"] } satisfies Sums, POINT],
    ["rings", { t: "rings_words", rings: ["most", "mixed", "few"], marks: ["most", "few", "few", "few"] } satisfies Sums, RINGS],
    ["lines", line([2, 3, 9, 12, null, null], false), LINE],
  ] as const)("of %s in words shows no number, and no dot that could be somebody", (name, sums, input) => {
    const { container } = render(<Picture sums={sums} input={input} t={t} />);
    expect(container.textContent).not.toMatch(/\d/);
    // The soft spots of a square stand for words, one at each ninth.
    expect(container.querySelectorAll("svg circle.one")).toHaveLength(0);
    if (name === "a square") expect(container.querySelectorAll(".spots circle")).toHaveLength(9);
  });

  test("of an order gives the first place of everybody the whole bar, and the last place still a little", () => {
    const { container } = render(<Picture sums={{ t: "order_sums", places: [10, 20, 30], upper: [8, 0, 0], answered: 8 }} input={ORDER} t={t} />);
    const bars = [...container.querySelectorAll<HTMLElement>(".track i")].map((bar) => bar.style.getPropertyValue("--reach"));
    expect(bars).toEqual(["100%", "54%", "8%"]);
    expect([...container.querySelectorAll(".value")].map((value) => value.textContent)).toEqual(["place 1.0", "place 2.0", "place 3.0"]);
  });

  test("of piles splits each card's bar by its numbers, says them to readers, and leaves a card open that too few sorted", () => {
    const { container } = render(<Picture sums={{ t: "sort_sums", piles: [[6, 2, 0], [2, 4, 2], []], answered: 8 }} input={SORT} t={t} />);
    const rows = [...container.querySelectorAll(".sorted li")];
    expect([...(rows[0]?.querySelectorAll(".split i") ?? [])].map((part) => part.textContent)).toEqual(["6", "2"]);
    expect(rows[0]?.querySelector(".hidden")?.textContent).toBe(": well fed 6, so-so 2, running dry 0");
    expect(rows[2]?.textContent).toBe("playtoo few sorted this one");
  });

  test("of a square names all four ends, and its spots grow with the people there", () => {
    const { container } = render(<Picture sums={{ t: "heat_sums", counts: [0, 0, 1, 0, 3, 0, 5, 0, 0], answered: 9 }} input={POINT} t={t} />);
    expect([...container.querySelectorAll(".end")].map((end) => end.textContent)).toEqual(["I got a lot", "I gave little", "I gave a lot", "I got little"]);
    const sizes = [...container.querySelectorAll(".spots circle")].map((spot) => Number(spot.getAttribute("r")));
    expect(sizes).toHaveLength(3);
    expect(sizes.toSorted((one, other) => one - other)).toEqual([sizes[0], sizes[1], sizes[2]]);
  });

  test("of rings puts as many dots on each ring as people have somebody there, and gives each sign a shape", () => {
    const { container } = render(<Picture sums={{ t: "rings_sums", rings: [8, 6, 0], marks: [7, 5, 2, 4], answered: 9 }} input={RINGS} t={t} />);
    const dots = [...container.querySelectorAll(".rings-picture g")].map((ring) => ring.querySelectorAll("circle").length);
    expect(dots).toEqual([8, 6, 0]);
    expect([...container.querySelectorAll(".mark-sign")].map((sign) => sign.getAttribute("data-shape"))).toEqual(["0", "1", "2", "3"]);
    expect([...container.querySelectorAll(".value")].map((value) => value.textContent)).toEqual(["8 of 9", "6 of 9", "0 of 9", "7 of 9", "5 of 9", "2 of 9", "4 of 9"]);
  });

  test("of rings that do not travel shows only the signs", () => {
    const { container } = render(<Picture sums={{ t: "rings_sums", rings: [], marks: [7, 5, 2, 4], answered: 9 }} input={RINGS} t={t} />);
    expect(container.querySelector(".rings-picture")).toBeNull();
    expect(container.querySelectorAll(".mark-sign")).toHaveLength(4);
  });

  test("of lines is one stroke where numbers are, only a soft band where words are, and open where nothing is", () => {
    const drawn = (sums: Sums) => {
      const { container } = render(<Picture sums={sums} input={LINE} t={t} />);
      return [container.querySelectorAll(".soft-band").length, container.querySelectorAll(".middle-line").length];
    };
    expect(drawn(line([2, 3, 9, 12, 15, 18]))).toEqual([1, 1]);
    cleanup();
    expect(drawn(line([2, 3, 9, 12, 15, 18], false))).toEqual([1, 0]);
    cleanup();
    expect(drawn(line([2, 3, null, null, 15, null]))).toEqual([2, 2]);
  });

  test("shows one dot per answer, and the numbers to readers", () => {
    const { container } = render(<Picture sums={scale([2, 4, 1, 1, 0], "low", "close")} input={SCALE} t={t} />);
    expect(container.querySelectorAll("circle")).toHaveLength(8);
    expect(container.querySelector("figcaption .hidden")?.textContent).toContain("2, 4, 1, 1, 0");
  });

  test("keeps the options in their order, never by size", () => {
    const { container } = render(<Picture sums={{ t: "option_sums", counts: [1, 9, 4], answered: 9 }} input={CHOICE} t={t} />);
    expect([...container.querySelectorAll(".option-name")].map((name) => name.textContent)).toEqual(CHOICE.options);
  });
});

test("every sentence of the pictures is used", () => {
  const sources = import.meta.glob("../*.{ts,tsx}", { query: "?raw", import: "default", eager: true });
  const source = Object.values(sources).join("\n");
  const beginnings = [...source.matchAll(/`([a-z-]+-)\$\{/g)].map((match) => match[1] as string);
  expect(idsOf(ftl).filter((id) => !source.includes(`"${id}"`) && !beginnings.some((beginning) => id.startsWith(beginning)))).toEqual([]);
});
