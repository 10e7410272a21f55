import type { Translate } from "../strings";
import type { InputView, OptionSums, OptionWords } from "../wire";
import { type Band, optionSumsSentence, optionWordsSentence } from "./sentences";

/** From which share of the answers on a word is as large as a band: the same bands that stand in a summary. */
const MIXED = 0.25;
const MOST = 0.66;

function bandOf(count: number, answered: number): Band {
  const share = count / Math.max(1, answered);
  if (share >= MOST) return "most";
  return share >= MIXED ? "mixed" : "few";
}

/** Answers to a choice as words: three sizes, never a size per count, in the order of the options. Readers hear the value beside each. */
export function Words({ sums, input, t }: { sums: OptionSums | OptionWords; input: InputView; t: Translate }) {
  const counted = sums.t === "option_sums";
  return (
    <figure class="words">
      <ul>
        {input.options.map((option, index) => {
          const count = counted ? (sums.counts[index] ?? 0) : 0;
          const band = counted ? bandOf(count, sums.answered) : (sums.bands[index] ?? "few");
          return (
            <li key={option} class="voice" data-band={band}>
              {option}
              <span class="hidden">: {counted ? String(count) : t(`picture-band-${band}`)}</span>
            </li>
          );
        })}
      </ul>
      <figcaption class="voice">{counted ? optionSumsSentence(sums, input, t) : optionWordsSentence(sums, input, t)}</figcaption>
    </figure>
  );
}
