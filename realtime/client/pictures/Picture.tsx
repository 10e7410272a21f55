import type { Translate } from "../strings";
import type { InputView, TallyView } from "../wire";
import { Bars } from "./Bars";
import { Histogram } from "./Histogram";

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
    case "no_picture":
      return <NoPicture t={t} />;
  }
}
