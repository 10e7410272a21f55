import { useId } from "preact/hooks";

import type { Translate } from "../strings";
import type { HeatSums, HeatWords, InputView } from "../wire";
import { type Density, densitiesOf, heatCaption } from "./placedSentences";

const NINTH = 100;
const SIDE = 3 * NINTH;
/** Radius of the softest and the fullest spot. */
const LEAST = 14;
const MOST = 58;
/** What a word takes of the fullest spot. */
export const SHARE: Record<Density, number> = { faint: 0.06, present: 0.5, dense: 1 };

const NO_WORDS: string[] = [];

function sharesOf(sums: HeatSums | HeatWords): number[] {
  if (sums.t === "heat_words") return sums.densities.map((density) => SHARE[density]);
  const most = Math.max(1, ...sums.counts);
  return sums.counts.map((count) => count / most);
}

interface FieldProps {
  /** 0 … 1 per ninth, row by row from the top. */
  shares: number[];
  /** A word per ninth, where words stand. */
  words?: string[];
  /** null: only a likeness, what it says stands beside it. */
  said: string | null;
}

/** The square alone: a soft spot per ninth, larger and deeper the fuller it is. */
export function HeatDrawing({ shares, words = NO_WORDS, said }: FieldProps) {
  const id = useId();
  const at = (ninth: number) => ({ x: (ninth % 3) * NINTH + NINTH / 2, y: Math.floor(ninth / 3) * NINTH + NINTH / 2 });
  return (
    <svg class={words.length > 0 ? "heat-square in-words" : "heat-square"} viewBox={`-2 -2 ${SIDE + 4} ${SIDE + 4}`} {...(said === null ? { "aria-hidden": true } : { role: "img", "aria-label": said })}>
      <defs>
        <filter id={`${id}-soft`} x="-20%" y="-20%" width="140%" height="140%">
          <feGaussianBlur stdDeviation="11" />
        </filter>
        <clipPath id={`${id}-within`}>
          <rect width={SIDE} height={SIDE} rx="14" />
        </clipPath>
      </defs>
      <rect class="ground" width={SIDE} height={SIDE} rx="14" />
      <g clip-path={`url(#${id}-within)`}>
        <g class="spots" filter={`url(#${id}-soft)`}>
          {shares.map((share, ninth) => share > 0 && <circle key={ninth} cx={at(ninth).x} cy={at(ninth).y} r={LEAST + (MOST - LEAST) * Math.sqrt(share)} opacity={0.3 + 0.7 * share} />)}
        </g>
      </g>
      <path class="thirds" d={`M${NINTH} 0V${SIDE}M${2 * NINTH} 0V${SIDE}M0 ${NINTH}H${SIDE}M0 ${2 * NINTH}H${SIDE}`} />
      <rect class="frame" width={SIDE} height={SIDE} rx="14" />
      {words.map((word, ninth) => (
        <text key={ninth} x={at(ninth).x} y={at(ninth).y + 6} aria-hidden="true">
          {word}
        </text>
      ))}
    </svg>
  );
}

/** Where people placed themselves between two pairs of ends: a soft field of nine, words in it where few answered. */
export function Heat({ sums, input, t }: { sums: HeatSums | HeatWords; input: InputView; t: Translate }) {
  const said = heatCaption(sums, input, t);
  const words = sums.t === "heat_words" ? densitiesOf(sums).map((density) => (density === "faint" ? "" : t(`picture-density-${density}`))) : [];
  return (
    <figure class="heat">
      <div class="heat-field">
        <p class="end above">{input.y[1]}</p>
        <p class="end left">{input.x[0]}</p>
        <HeatDrawing shares={sharesOf(sums)} words={words} said={said} />
        <p class="end right">{input.x[1]}</p>
        <p class="end below">{input.y[0]}</p>
      </div>
      <div class="heat-said">
        {input.ask !== "" && <h2 class="title">{input.ask}</h2>}
        <figcaption class="voice">{said}</figcaption>
        <p class="soft small">{t("picture-heat-soft")}</p>
      </div>
    </figure>
  );
}
