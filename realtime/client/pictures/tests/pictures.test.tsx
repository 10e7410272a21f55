import { cleanup, render } from "@testing-library/preact";
import axe from "axe-core";
import { afterEach, describe, expect, test } from "vitest";

import { createStrings, idsOf } from "../../strings";
import type { InputView } from "../../wire";
import { Picture, type Sums } from "../Picture";
import messages from "../en.ftl";
import ftl from "../en.ftl?raw";

const t = createStrings(messages);
const CHOICE: InputView = { type: "multi", options: ["saying yes", "a change", "curiosity"], pick: 2, steps: 0, items: [], max: 0 };
const SCALE: InputView = { ...CHOICE, type: "scale", steps: 5, items: [{ key: "ease", ask: "My ease here", low: "on guard", high: "at home" }] };
const scale = (counts: number[] | null, middle: "low" | "middle" | "high" | null, spread: "close" | "spread" | null): Sums => ({
  t: "scale_sums",
  items: [{ key: "ease", counts, middle, spread }],
});

const ALL: [name: string, sums: Sums, input: InputView, says: string][] = [
  ["sums", { t: "option_sums", counts: [6, 2, 0], answered: 8 }, CHOICE, "8 people answered. Chosen most often: “saying yes”. Everybody could choose up to 2."],
  ["words", { t: "option_words", bands: ["most", "few", "mixed"] }, CHOICE, "Most or all chose “saying yes”."],
  ["middling words", { t: "option_words", bands: ["mixed", "few", "mixed"] }, CHOICE, "Some chose “saying yes” and “curiosity”; nothing was chosen by most."],
  ["low words", { t: "option_words", bands: ["few", "few", "few"] }, CHOICE, "Each of these was chosen by few or by nobody."],
  ["dots", scale([2, 4, 1, 1, 0], "low", "close"), SCALE, "Rather on guard, and close together."],
  ["a hill", scale(null, "high", "spread"), SCALE, "Rather at home, and spread out."],
  ["dots without a middle", scale([1, 1, 1, 1, 1], null, null), SCALE, "From “on guard” to “at home”: 1, 1, 1, 1, 1."],
  ["nothing touched", scale(null, null, null), SCALE, "Too few people answered this one for a picture."],
  ["no picture", { t: "no_picture" }, CHOICE, "Too few answers for a picture. It stays unopened."],
];

afterEach(cleanup);

describe("a picture of the group", () => {
  test.each(ALL)("of %s says itself in words, and readers find nothing in their way", async (_name, sums, input, says) => {
    const { container } = render(<Picture sums={sums} input={input} t={t} />);
    const captions = [...container.querySelectorAll("figcaption")].map((caption) => caption.textContent);
    expect(captions).toHaveLength(1);
    expect(captions[0]).toContain(says);
    for (const drawing of container.querySelectorAll("svg")) expect(captions[0]).toContain(drawing.getAttribute("aria-label"));
    const { violations } = await axe.run(container, { rules: { "color-contrast": { enabled: false }, region: { enabled: false } } });
    expect(violations.map((violation) => violation.id)).toEqual([]);
  });

  test("in words shows no number anywhere", () => {
    const { container } = render(<Picture sums={{ t: "option_words", bands: ["most", "few", "mixed"] }} input={CHOICE} t={t} />);
    expect(container.textContent).not.toMatch(/\d/);
    expect([...container.querySelectorAll(".value")].map((value) => value.textContent)).toEqual(["most or all", "few or none", "some"]);
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
  expect(idsOf(ftl).filter((id) => !source.includes(`"${id}"`) && !id.startsWith("picture-band-"))).toEqual([]);
});
