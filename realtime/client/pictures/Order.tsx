import type { Translate } from "../strings";
import type { InputView, OrderSums, OrderWords } from "../wire";
import { type BarRow, BarRows, REACH } from "./BarRows";
import { orderSumsSentence, orderWordsSentence } from "./placedSentences";

/** The shortest bar, in %: also the last place is a place. */
const LAST = 8;
const TENTHS = 10;

/** The first place of everybody fills the bar, the last place of everybody nearly empties it. `place` in tenths. */
function reachOfPlace(place: number, options: number): string {
  const nearness = (options * TENTHS - place) / Math.max(1, (options - 1) * TENTHS);
  return `${Math.round(LAST + (100 - LAST) * nearness)}%`;
}

function rowsOf(sums: OrderSums | OrderWords, { options }: InputView, t: Translate): BarRow[] {
  if (sums.t === "order_words")
    return options.map((option, index) => {
      const band = sums.bands[index] ?? "few";
      return { option, value: t(`picture-band-${band}`), reach: REACH[band] };
    });
  return options.map((option, index) => {
    const place = sums.places[index] ?? options.length * TENTHS;
    return { option, value: t("picture-order-place", { place: (place / TENTHS).toFixed(1) }), reach: reachOfPlace(place, options.length) };
  });
}

/** How the group put options in order: a longer bar stands nearer to the first place. The rows keep the order of the question. */
export function Order({ sums, input, t }: { sums: OrderSums | OrderWords; input: InputView; t: Translate }) {
  const words = sums.t === "order_words";
  return (
    <figure class={words ? "bars order in-words" : "bars order"}>
      <BarRows rows={rowsOf(sums, input, t)} />
      <figcaption class="voice">{words ? orderWordsSentence(sums, input, t) : orderSumsSentence(sums, input, t)}</figcaption>
    </figure>
  );
}
