/** A curve that is drawn with a finger; drawing over a part draws that part again. */
import { useRef, useState } from "preact/hooks";

import { GRID, type InputView } from "../../../realtime/client/wire";
import { announce } from "../announce";
import { t } from "../text";
import { bent, heightNear, heightsOf, pathThrough, redrawn, toEdge } from "./curve";
import { useHand } from "./hand";
import { LineBox } from "./lineBox";
import { leaning, Steps } from "./parts";
import { type LinePlace, type Place, placeOf } from "./values";

const WIDE = 350;
const HIGH = 240;
/** Places of the plain form: both ends and four between, as many as the group's picture has. */
const PLACES = 6;

interface CurveProps {
  asked: InputView;
  line: readonly LinePlace[];
  change: (line: LinePlace[]) => void;
  disabled: boolean;
}

/** What a line does, in words: where it begins, where it ends, and its highest and lowest. */
export function curveInWords(asked: InputView, line: readonly Place[]): string {
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined) return t("curve-empty");
  return t("curve-says", { from: leaning(first.y, asked.y), to: leaning(last.y, asked.y) });
}

export function CurvePicture({ asked, line, change, disabled }: CurveProps) {
  const stroke = useRef<Place[]>([]);
  const [live, setLive] = useState<readonly LinePlace[] | null>(null);
  const most = heightsOf(asked);
  const draw = (at: Place): LinePlace[] => {
    stroke.current.push(toEdge(placeOf(at)));
    const next = redrawn(line, stroke.current, most);
    setLive(next);
    return next;
  };
  const settle = (next: LinePlace[]): void => {
    setLive(null);
    stroke.current = [];
    change(next);
    announce(curveInWords(asked, next));
  };
  const hand = useHand(
    {
      press: ({ at }) => {
        stroke.current = [toEdge(placeOf(at))];
      },
      drag: ({ at }) => void draw(at),
      tap: ({ at }) => settle(redrawn(line, [placeOf(at)], most)),
      drop: () => settle(redrawn(line, stroke.current, most)),
      let: () => setLive(null),
    },
    disabled,
  );
  const shown = live ?? line;
  const pen = live === null ? undefined : stroke.current.at(-1);
  const single = shown.length === 1 ? shown[0] : undefined;
  return (
    <LineBox asked={asked} touched={live !== null} class="curve" hand={hand} label={curveInWords(asked, line)}>
      <svg class="stroke-of" viewBox={`0 0 ${WIDE} ${HIGH}`} preserveAspectRatio="none" aria-hidden="true">
        <path class="stroke" d={pathThrough(shown, WIDE, HIGH)} vector-effect="non-scaling-stroke" />
      </svg>
      {single !== undefined && <i class="spot small" style={{ left: `${(single.x / GRID) * 100}%`, top: `${(1 - single.y / GRID) * 100}%` }} />}
      {pen !== undefined && (
        <>
          <i class="guide up" style={{ left: `${(pen.x / GRID) * 100}%` }} />
          <i class="spot small" style={{ left: `${(pen.x / GRID) * 100}%`, top: `${(1 - pen.y / GRID) * 100}%` }} />
        </>
      )}
    </LineBox>
  );
}

/** The same curve as heights at six places. */
export function CurveTable({ asked, line, change, disabled }: CurveProps) {
  const [left = "", right = ""] = asked.x;
  const width = GRID / (PLACES - 1);
  return (
    <ol class="stack wide">
      {Array.from({ length: PLACES }, (_, index) => index * width).map((x, index) => {
        const name = index === 0 ? left : index === PLACES - 1 ? right : t("curve-place", { number: index + 1, of: PLACES });
        return (
          <li key={x}>
            <p class="label" dir="auto">
              {name}
            </p>
            <Steps
              label={t("curve-height", { place: name })}
              ends={asked.y}
              value={heightNear(line, x, width / 2)}
              set={(y) => change(bent(line, x, y, width, heightsOf(asked)))}
              disabled={disabled}
            />
          </li>
        );
      })}
    </ol>
  );
}
