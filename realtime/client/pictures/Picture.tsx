import type { Translate } from "../strings";
import type { InputView, TallyView } from "../wire";
import { Bars } from "./Bars";
import { Heat } from "./Heat";
import { Histogram } from "./Histogram";
import { Lines } from "./Lines";
import { Order } from "./Order";
import { Rings } from "./Rings";
import { Sort } from "./Sort";

export type Sums = NonNullable<TallyView["picture"]>;

export function NoPicture({ t }: { t: Translate }) {
  return (
    <figure class="no-picture hold">
      <figcaption class="voice">{t("picture-none")}</figcaption>
    </figure>
  );
}

/** The group's picture, whichever form it takes. */
export function Picture({ sums, input, t }: { sums: Sums; input: InputView; t: Translate }) {
  switch (sums.t) {
    case "option_sums":
    case "option_words":
      return <Bars sums={sums} input={input} t={t} />;
    case "scale_sums":
      return <Histogram sums={sums} input={input} t={t} />;
    case "order_sums":
    case "order_words":
      return <Order sums={sums} input={input} t={t} />;
    case "sort_sums":
    case "sort_words":
      return <Sort sums={sums} input={input} t={t} />;
    case "heat_sums":
    case "heat_words":
      return <Heat sums={sums} input={input} t={t} />;
    case "rings_sums":
    case "rings_words":
      return <Rings sums={sums} input={input} t={t} />;
    case "line_slots":
      return <Lines sums={sums} input={input} t={t} />;
    case "no_picture":
      return <NoPicture t={t} />;
  }
}
