import type { Translate } from "../strings";
import type { InputView, ScaleItem, ScalePicture, ScaleSums } from "../wire";
import { WIDTH, dotPlan, middleStep } from "./dots";
import { countsSentence, scaleSentence } from "./sentences";

const TOP = 12;
const UNDER = 36;

/** Height of the drawing above the line, so that neighbours stand on the same one. */
const LEAST = 150;

function heightOf(items: ScaleSums[]): number {
  return Math.max(LEAST, ...items.map(({ counts }) => (counts === null ? 0 : dotPlan(counts).height)));
}

function Dots({ counts, height, said }: { counts: number[]; height: number; said: string }) {
  const { dots, radius, centres } = dotPlan(counts);
  const line = TOP + height;
  const middle = middleStep(counts);
  const apart = (centres[1] ?? 0) - (centres[0] ?? 0);
  return (
    <svg class="picture" viewBox={`0 0 ${WIDTH} ${line + UNDER}`} role="img" aria-label={said}>
      <g class="one">
        {dots.map(({ x, y }, index) => (
          <circle key={index} cx={x} cy={line - 6 - y} r={radius} />
        ))}
      </g>
      <path class="axis" d={`M30 ${line}H${WIDTH - 30}`} />
      {middle !== null && <path class="mid" d={`M${(centres[0] ?? 0) + middle * apart - 30} ${line + 12}q30 18 60 0`} />}
    </svg>
  );
}

/** Where the hill stands and how wide it is, when words stand instead of numbers. */
const PEAK: Record<NonNullable<ScaleSums["middle"]>, number> = { low: 150, middle: 360, high: 570 };
const HALF: Record<NonNullable<ScaleSums["spread"]>, number> = { close: 150, spread: 330 };

function Hill({ sums: { middle, spread }, height, said }: { sums: ScaleSums; height: number; said: string }) {
  const line = TOP + height;
  const peak = PEAK[middle ?? "middle"];
  const half = HALF[spread ?? "spread"];
  const top = line - (spread === "close" ? 140 : 90);
  const left = Math.max(30, peak - half);
  const right = Math.min(WIDTH - 30, peak + half);
  const hill = `M${left} ${line - 4}C${(left + peak) / 2} ${line - 4} ${(left + peak) / 2} ${top} ${peak} ${top}S${(peak + right) / 2} ${line - 4} ${right} ${line - 4}Z`;
  return (
    <svg class="picture" viewBox={`0 0 ${WIDTH} ${line + UNDER}`} role="img" aria-label={said}>
      <path class="soft-hill" d={hill} />
      <path class="axis" d={`M30 ${line}H${WIDTH - 30}`} />
      <path class="mid wide" d={`M${peak - 80} ${line + 12}q80 22 160 0`} />
    </svg>
  );
}

function Scale({ sums, item, height, t }: { sums: ScaleSums; item: ScaleItem; height: number; t: Translate }) {
  const said = scaleSentence(sums, item, t);
  const empty = sums.counts === null && sums.middle === null;
  return (
    <figure class="scale">
      <h2 class="title">{item.ask}</h2>
      {sums.counts !== null && <Dots counts={sums.counts} height={height} said={said} />}
      {sums.counts === null && !empty && <Hill sums={sums} height={height} said={said} />}
      {!empty && (
        <p class="ends">
          <span>{item.low}</span>
          <span>{item.high}</span>
        </p>
      )}
      <figcaption class="voice">
        {said}
        {sums.counts !== null && sums.middle !== null && <span class="hidden"> {countsSentence(sums.counts, item, t)}</span>}
      </figcaption>
    </figure>
  );
}

/** Answers on scales: dots over a line with named ends, a lamp bracket under the middle; a soft hill when words stand instead. */
export function Histogram({ sums, input, t }: { sums: ScalePicture; input: InputView; t: Translate }) {
  const items = input.items.flatMap((item) => {
    const found = sums.items.find((one) => one.key === item.key);
    return found ? [{ item, found }] : [];
  });
  const height = heightOf(items.map(({ found }) => found));
  const dotted = items.some(({ found }) => found.counts !== null);
  const blurred = items.some(({ found }) => found.counts === null && found.middle !== null);
  return (
    <div class="histogram">
      <div class={items.length > 1 ? "scales several" : "scales"}>
        {items.map(({ item, found }) => (
          <Scale key={item.key} sums={found} item={item} height={height} t={t} />
        ))}
      </div>
      {dotted && <p class="soft small">{t("picture-scale-dots")}</p>}
      {blurred && <p class="soft small">{t("picture-scale-blurred")}</p>}
    </div>
  );
}
