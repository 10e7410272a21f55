import type { Translate } from "../strings";
import type { InputView, SortSums, SortWords } from "../wire";
import type { Band } from "./sentences";
import { sortCaption, sortWordsOf } from "./placedSentences";

/** What a word takes of a bar, beside the other piles of the same card. */
const WEIGHT: Record<Band, number> = { few: 1, mixed: 4, most: 9 };

interface Split {
  card: string;
  /** How wide each pile's part is, in shares of the whole; none where too few sorted the card. */
  parts: number[];
  /** What stands inside a part: a number, or nothing where words stand instead. */
  inside: string[];
  value: string;
  hidden: string;
}

function splitsOf(sums: SortSums | SortWords, { cards, bins }: InputView, t: Translate): Split[] {
  return cards.map((card, index) => {
    if (sums.t === "sort_sums") {
      const counts = sums.piles[index] ?? [];
      const told = bins.map((bin, pile) => t("picture-sort-count", { pile: bin, count: counts[pile] ?? 0 }));
      const said = counts.length === 0 ? t("picture-sort-few") : "";
      return { card, parts: counts, inside: counts.map(String), value: said, hidden: counts.length === 0 ? "" : told.join(", ") };
    }
    const bands = sums.bands[index] ?? [];
    return { card, parts: bands.map((band) => WEIGHT[band]), inside: [], value: sortWordsOf(bands, bins, t), hidden: "" };
  });
}

/** Which look belongs to which pile: tone, and a pattern that stays without colour. */
function Key({ bins }: { bins: string[] }) {
  return (
    <ul class="piles-key">
      {bins.map((bin, pile) => (
        <li key={bin}>
          <i data-pile={pile} aria-hidden="true" />
          {bin}
        </li>
      ))}
    </ul>
  );
}

/** Cards that were sorted into piles: a bar per card, split by pile, in the order of the cards. */
export function Sort({ sums, input, t }: { sums: SortSums | SortWords; input: InputView; t: Translate }) {
  const words = sums.t === "sort_words";
  return (
    <figure class={words ? "bars sort in-words" : "bars sort"} data-many={input.cards.length > 8 ? "yes" : undefined}>
      <Key bins={input.bins} />
      <ul class="sorted">
        {splitsOf(sums, input, t).map(({ card, parts, inside, value, hidden }) => (
          <li key={card}>
            <span class="option-name">{card}</span>
            <span class="track split" aria-hidden="true">
              {parts.map((part, pile) => part > 0 && (
                <i key={pile} data-pile={pile} style={{ "--part": part }}>
                  <b class="num">{inside[pile]}</b>
                </i>
              ))}
            </span>
            {value !== "" && <span class="value">{value}</span>}
            {hidden !== "" && <span class="hidden">: {hidden}</span>}
          </li>
        ))}
      </ul>
      <figcaption class="voice">{sortCaption(sums, t)}</figcaption>
    </figure>
  );
}
