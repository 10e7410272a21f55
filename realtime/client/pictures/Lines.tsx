import type { Translate } from "../strings";
import type { InputView, LinePicture, LineSlot } from "../wire";
import { HEIGHT, WIDTH, runsOf, strokeOf } from "./linePlan";
import { lineSentence } from "./placedSentences";

/** The line alone: a soft band where it is told in words, one stroke in it where the middle is known, open where too few lines pass. */
export function LineDrawing({ slots, said }: { slots: LineSlot[]; said: string | null }) {
  return (
    <svg class="line-picture" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} {...(said === null ? { "aria-hidden": true } : { role: "img", "aria-label": said })}>
      <path class="line-axis" d={`M2 2V${HEIGHT - 2}H${WIDTH - 2}`} />
      {runsOf(slots, ({ level }) => level !== null).map((run) => (
        <path key={run[0]?.x} class="soft-band" d={strokeOf(run)} />
      ))}
      {runsOf(slots, ({ median }) => median !== null).map((run) => (
        <path key={run[0]?.x} class="middle-line" d={strokeOf(run)} />
      ))}
    </svg>
  );
}

/** Lines of the whole group: their middle in each sixth. A single person's line is not in what came here, and is never drawn. */
export function Lines({ sums, input, t }: { sums: LinePicture; input: InputView; t: Translate }) {
  const said = lineSentence(sums.slots.map(({ level }) => level), input, t);
  return (
    <figure class="lines-figure">
      <div class="lines-field">
        <p class="end high">{input.y[1]}</p>
        <LineDrawing slots={sums.slots} said={said} />
        <p class="end low">{input.y[0]}</p>
        <p class="ends">
          <span>{input.x[0]}</span>
          <span>{input.x[1]}</span>
        </p>
      </div>
      <figcaption class="voice">{said}</figcaption>
      <p class="soft small">
        {t("picture-line-soft")} {sums.slots.some(({ level }) => level === null) && t("picture-line-open")}
      </p>
    </figure>
  );
}
