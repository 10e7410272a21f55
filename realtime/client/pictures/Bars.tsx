import type { Translate } from "../strings";
import type { InputView, OptionSums, OptionWords } from "../wire";
import { type BarRow, BarRows, REACH, reachOf } from "./BarRows";
import { optionSumsSentence, optionWordsSentence } from "./sentences";

function rowsOf(sums: OptionSums | OptionWords, input: InputView, t: Translate): BarRow[] {
  if (sums.t === "option_sums")
    return input.options.map((option, index) => {
      const count = sums.counts[index] ?? 0;
      return { option, value: String(count), reach: reachOf(count, sums.answered) };
    });
  return input.options.map((option, index) => {
    const band = sums.bands[index] ?? "few";
    return { option, value: t(`picture-band-${band}`), reach: REACH[band] };
  });
}

/** Answers to a choice: one bar per option, in the order of the options, never sorted by size. */
export function Bars({ sums, input, t }: { sums: OptionSums | OptionWords; input: InputView; t: Translate }) {
  const words = sums.t === "option_words";
  return (
    <figure class={words ? "bars in-words" : "bars"}>
      <BarRows rows={rowsOf(sums, input, t)} />
      <figcaption class="voice">
        {words ? optionWordsSentence(sums, input, t) : optionSumsSentence(sums, input, t)}
      </figcaption>
    </figure>
  );
}
