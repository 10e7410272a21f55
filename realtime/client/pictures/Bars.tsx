import type { Translate } from "../strings";
import type { InputView, OptionSums, OptionWords } from "../wire";
import { type Band, optionSumsSentence, optionWordsSentence } from "./sentences";

/** How far a bar goes when its value is a word: it ends softly, so nobody measures it. */
const REACH: Record<Band, string> = { few: "12%", mixed: "52%", most: "94%" };

interface Row {
  option: string;
  value: string;
  reach: string;
}

function rowsOf(sums: OptionSums | OptionWords, input: InputView, t: Translate): Row[] {
  if (sums.t === "option_sums")
    return input.options.map((option, index) => {
      const count = sums.counts[index] ?? 0;
      return { option, value: String(count), reach: `${Math.round((100 * count) / Math.max(1, sums.answered))}%` };
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
      <ul>
        {rowsOf(sums, input, t).map((row) => (
          <li key={row.option}>
            <span class="option-name">{row.option}</span>
            <span class="track" aria-hidden="true">
              <i style={{ "--reach": row.reach }} />
            </span>
            <span class="value num">{row.value}</span>
          </li>
        ))}
      </ul>
      <figcaption class="voice">
        {words ? optionWordsSentence(sums, input, t) : optionSumsSentence(sums, input, t)}
      </figcaption>
    </figure>
  );
}
