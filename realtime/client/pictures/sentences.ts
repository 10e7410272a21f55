/** The sentence of each picture: pure, so that every face says the same words about the same numbers. */

import type { Translate } from "../strings";
import type { InputView, OptionSums, OptionWords, ScaleItem, ScaleSums } from "../wire";

export type Band = OptionWords["bands"][number];

/** "a, b and c" in the page's language. */
export function listed(words: string[]): string {
  return new Intl.ListFormat(document.documentElement.lang || "en").format(words);
}

function quoted(options: string[], t: Translate): string {
  return listed(options.map((option) => t("picture-option", { option })));
}

export function optionSumsSentence(sums: OptionSums, input: InputView, t: Translate): string {
  const said = [t("picture-bars-counted", { answered: sums.answered })];
  const top = Math.max(0, ...sums.counts);
  const often = input.options.filter((_, index) => sums.counts[index] === top);
  // When many options share the first place, naming them all says nothing.
  if (top > 0 && often.length <= 3) said.push(t("picture-bars-often", { options: quoted(often, t) }));
  if (input.pick > 1) said.push(t("picture-bars-pick", { pick: input.pick }));
  return said.join(" ");
}

export function optionWordsSentence(words: OptionWords, input: InputView, t: Translate): string {
  const inBand = (band: Band) => input.options.filter((_, index) => words.bands[index] === band);
  const most = inBand("most");
  const mixed = inBand("mixed");
  const main = most.length
    ? t("picture-bars-most", { options: quoted(most, t) })
    : mixed.length
      ? t("picture-bars-mixed", { options: quoted(mixed, t) })
      : t("picture-bars-few");
  return `${main} ${t("picture-bars-blurred")}`;
}

export function scaleSentence(sums: ScaleSums, item: ScaleItem, t: Translate): string {
  if (sums.middle === null) return sums.counts === null ? t("picture-scale-few") : countsSentence(sums.counts, item, t);
  return t("picture-scale", { middle: sums.middle, spread: sums.spread ?? "none", low: item.low, high: item.high });
}

export function countsSentence(counts: number[], item: ScaleItem, t: Translate): string {
  return t("picture-scale-counts", { low: item.low, high: item.high, counts: counts.join(", ") });
}
