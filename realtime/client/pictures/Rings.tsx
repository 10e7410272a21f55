import type { Translate } from "../strings";
import type { InputView, RingsSums, RingsWords } from "../wire";
import { type BarRow, BarRows, REACH, reachOf } from "./BarRows";
import { SIDE, arcPath, arcsOf, dotsOn } from "./ringsPlan";
import { ringsCaption } from "./placedSentences";
import type { Band } from "./sentences";

/** A longer name would not fit into the opening of its ring; it stands whole in the list beside. */
const LONG_NAME = 11;

const cut = (name: string): string => (Array.from(name).length > LONG_NAME ? `${Array.from(name).slice(0, LONG_NAME - 1).join("")}…` : name);

/** The sign of a mark, by its shape first: full, half, thick, dashed. */
export function MarkSign({ mark }: { mark: number }) {
  const shape = mark % 4;
  return (
    <svg class="mark-sign" viewBox="0 0 24 24" data-shape={shape} aria-hidden="true">
      <circle cx="12" cy="12" r={shape === 2 ? 8 : 9} />
      {shape === 1 && <path d="M12 3a9 9 0 0 1 0 18z" />}
    </svg>
  );
}

function Drawing({ sums, input, said, t }: { sums: RingsSums | RingsWords; input: InputView; said: string; t: Translate }) {
  const arcs = arcsOf(input.rings.length);
  return (
    <svg class="rings-picture" viewBox={`0 0 ${SIDE} ${SIDE}`} role="img" aria-label={said}>
      {arcs.map((arc, ring) => {
        const band: Band | undefined = sums.t === "rings_words" ? (sums.rings[ring] ?? "few") : undefined;
        const { dots, size } = dotsOn(arc, sums.t === "rings_sums" ? (sums.rings[ring] ?? 0) : 0);
        return (
          <g key={ring}>
            <path class="ring" d={arcPath(arc)} data-band={band} />
            {dots.map(({ x, y }, index) => (
              <circle key={index} class="one" cx={x} cy={y} r={size} />
            ))}
            <text x={SIDE / 2} y={SIDE / 2 - arc.radius + 7} aria-hidden="true">
              {cut(input.rings[ring] ?? "")}
            </text>
          </g>
        );
      })}
      <text class="me" x={SIDE / 2} y={SIDE / 2 + 7} aria-hidden="true">
        {t("picture-rings-me")}
      </text>
    </svg>
  );
}

function rowsOf(names: string[], counts: number[] | Band[], answered: number | null, t: Translate, signed = false): BarRow[] {
  return names.map((option, index) => {
    const value = counts[index] ?? "few";
    const sign = signed ? <MarkSign mark={index} /> : null;
    if (typeof value === "number") return { option, sign, value: t("picture-rings-of", { count: value, answered: answered ?? 0 }), reach: reachOf(value, answered ?? 0) };
    return { option, sign, value: t(`picture-band-${value}`), reach: REACH[value] };
  });
}

/** People's maps, laid over each other: how many have somebody in each ring and with each sign. Never how many each person has. */
export function Rings({ sums, input, t }: { sums: RingsSums | RingsWords; input: InputView; t: Translate }) {
  const said = ringsCaption(sums, t);
  const answered = sums.t === "rings_sums" ? sums.answered : null;
  const look = answered === null ? "bars in-words" : "bars";
  // What did not travel is not there.
  const rings = sums.rings.length > 0 ? rowsOf(input.rings, sums.rings, answered, t) : [];
  const marks = sums.marks.length > 0 ? rowsOf(input.marks, sums.marks, answered, t, true) : [];
  return (
    <figure class="rings-figure">
      {rings.length > 0 && <Drawing sums={sums} input={input} said={said} t={t} />}
      <div class="rings-said">
        {rings.length > 0 && (
          <div class={look}>
            <h2 class="label">{t("picture-rings")}</h2>
            <BarRows rows={rings} />
          </div>
        )}
        {marks.length > 0 && (
          <div class={look}>
            <h2 class="label">{t("picture-marks")}</h2>
            <BarRows rows={marks} />
          </div>
        )}
        <figcaption class="voice">{said}</figcaption>
      </div>
    </figure>
  );
}
