/** The sentences of what was put somewhere: into an order, onto piles, in a square, into rings, along a line. Pure. */

import type { Translate } from "../strings";
import type { HeatSums, HeatWords, InputView, LineSlot, OrderSums, OrderWords, RingsSums, RingsWords, SortSums, SortWords } from "../wire";
import { type Band, listed } from "./sentences";

export type Density = HeatWords["densities"][number];
export type Level = NonNullable<LineSlot["level"]>;

/** When more than so many share a place, naming them all says nothing. */
const MOST_NAMED = 3;

const quoted = (names: string[], t: Translate): string => listed(names.map((option) => t("picture-option", { option })));

const named = (names: string[], bands: Band[], band: Band): string[] => names.filter((_, index) => bands[index] === band);

export function orderSumsSentence(sums: OrderSums, { options }: InputView, t: Translate): string {
  const first = Math.min(...sums.places);
  const foremost = options.filter((_, index) => sums.places[index] === first);
  const said = [t("picture-bars-counted", { answered: sums.answered })];
  if (foremost.length <= MOST_NAMED) said.push(t("picture-order-first", { options: quoted(foremost, t) }));
  return [...said, t("picture-order-how")].join(" ");
}

export function orderWordsSentence(words: OrderWords, { options }: InputView, t: Translate): string {
  const most = named(options, words.bands, "most");
  const mixed = named(options, words.bands, "mixed");
  const main = most.length
    ? t("picture-order-most", { options: quoted(most, t) })
    : mixed.length
      ? t("picture-order-mixed", { options: quoted(mixed, t) })
      : t("picture-order-few");
  return `${main} ${t("picture-bars-blurred")}`;
}

/** One card in words: the piles that most or some chose. */
export function sortWordsOf(bands: Band[], bins: string[], t: Translate): string {
  if (bands.length === 0) return t("picture-sort-few");
  const most = named(bins, bands, "most");
  if (most.length) return t("picture-sort-most", { piles: listed(most) });
  const mixed = named(bins, bands, "mixed");
  return mixed.length ? t("picture-sort-mixed", { piles: listed(mixed) }) : t("picture-sort-spread");
}

export function sortCaption(sums: SortSums | SortWords, t: Translate): string {
  return sums.t === "sort_sums" ? `${t("picture-bars-counted", { answered: sums.answered })} ${t("picture-sort-how")}` : t("picture-bars-blurred");
}

const ACROSS = ["left", "middle", "right"];
const ALONG = ["top", "middle", "bottom"];

/** A ninth of the square, row by row from the top, by the ends it is nearest to. */
export function ninthName(ninth: number, { x, y }: Pick<InputView, "x" | "y">, t: Translate): string {
  const across = ACROSS[ninth % 3] ?? "middle";
  const along = ALONG[Math.floor(ninth / 3)] ?? "middle";
  const sideways = (across === "left" ? x[0] : x[1]) ?? "";
  const upwards = (along === "bottom" ? y[0] : y[1]) ?? "";
  if (across === "middle" && along === "middle") return t("picture-heat-centre");
  if (along === "middle") return t("picture-heat-edge", { end: sideways });
  if (across === "middle") return t("picture-heat-edge", { end: upwards });
  return t("picture-heat-corner", { sideways, upwards });
}

/** 0–2, something between, at least half: the same words that stand in a summary. */
export function densitiesOf(sums: HeatSums | HeatWords): Density[] {
  if (sums.t === "heat_words") return sums.densities;
  return sums.counts.map((count) => (count <= 2 ? "faint" : 2 * count >= sums.answered ? "dense" : "present"));
}

/** Where the square is fullest. */
export function heatSentence(densities: Density[], input: Pick<InputView, "x" | "y">, t: Translate): string {
  const at = (density: Density) => densities.flatMap((one, ninth) => (one === density ? [ninthName(ninth, input, t)] : []));
  const dense = at("dense");
  const present = at("present");
  const some = present.length > 0 && present.length <= MOST_NAMED ? t("picture-heat-present", { places: present.join("; ") }) : "";
  if (dense.length > 0) return [t("picture-heat-dense", { places: dense.join("; ") }), some].filter(Boolean).join(" ");
  return some === "" ? t("picture-heat-faint") : some;
}

export function heatCaption(sums: HeatSums | HeatWords, input: InputView, t: Translate): string {
  const where = heatSentence(densitiesOf(sums), input, t);
  return sums.t === "heat_sums" ? `${t("picture-bars-counted", { answered: sums.answered })} ${where}` : `${where} ${t("picture-bars-blurred")}`;
}

export function ringsCaption(sums: RingsSums | RingsWords, t: Translate): string {
  return sums.t === "rings_sums" ? `${t("picture-bars-counted", { answered: sums.answered })} ${t("picture-rings-how")}` : `${t("picture-rings-how")} ${t("picture-bars-blurred")}`;
}

/** How the middle of all lines goes, from left to right; sixths at the same height are said once. */
export function lineSentence(levels: (Level | null)[], { x, y }: Pick<InputView, "x" | "y">, t: Translate): string {
  const turns = levels.filter((level, slot) => slot === 0 || level !== levels[slot - 1]);
  const said = turns.map((level) => t("picture-line-level", { level: level ?? "open", low: y[0] ?? "", high: y[1] ?? "" }));
  const way = said.join(t("picture-line-then"));
  return t("picture-line", { from: x[0] ?? "", to: x[1] ?? "", way });
}
