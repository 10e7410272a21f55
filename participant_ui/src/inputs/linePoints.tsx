/** Points on a line: tapped, dragged, with words in a list below. */
import { useState } from "preact/hooks";

import { Icon } from "../../../realtime/client/look/Icon";
import { GRID, type InputView } from "../../../realtime/client/wire";
import { announce } from "../announce";
import { t } from "../text";
import { type Touch, useHand } from "./hand";
import { LineBox } from "./lineBox";
import { leaning } from "./parts";
import { type LinePlace, type Place, placeOf, toStep, within, WORDS_LENGTH } from "./values";

const WIDE = 350;
const HIGH = 240;

interface PointsProps {
  asked: InputView;
  /** From left to right. */
  line: readonly LinePlace[];
  change: (line: LinePlace[], kind?: string) => void;
  refuse: () => void;
  disabled: boolean;
}

export const cutWords = (typed: string): string => Array.from(typed).slice(0, WORDS_LENGTH).join("");

function pointAt({ on }: Touch): number | null {
  const index = on?.closest<HTMLElement>("[data-point]")?.dataset.point;
  return index === undefined ? null : Number(index);
}

const KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

export function LinePointsPicture({ asked, line, change, refuse, disabled }: PointsProps) {
  const [live, setLive] = useState<(Place & { index: number }) | null>(null);
  const said = (place: Place): string => t("line-point-at", { x: leaning(place.x, asked.x), y: leaning(place.y, asked.y) });
  const moved = (index: number, place: Place): void => {
    const now = line[index];
    if (now === undefined || disabled) return;
    change(line.with(index, { ...now, ...place }));
    announce(said(place));
  };
  const hand = useHand(
    {
      drag: (touch) => {
        const index = pointAt(touch);
        if (index !== null) setLive({ index, ...placeOf(touch.at) });
      },
      tap: (touch) => {
        if (pointAt(touch) !== null) return;
        if (line.length >= asked.max) {
          refuse();
          return;
        }
        const place = placeOf(touch.at);
        change([...line, { ...place, words: "" }]);
        announce(said(place));
      },
      drop: (touch) => {
        const index = pointAt(touch);
        setLive(null);
        if (index !== null) moved(index, placeOf(touch.at));
      },
    },
    disabled,
  );
  const byKey = (event: KeyboardEvent, index: number): void => {
    const by = KEYS[event.key];
    const now = line[index];
    if (by === undefined || now === undefined) return;
    event.preventDefault();
    const place = { x: within(toStep(now.x) + by[0], 0, GRID), y: within(toStep(now.y) + by[1], 0, GRID) };
    moved(index, place);
  };
  const shown = line.map((place, index) => ({ ...place, ...(live?.index === index ? live : {}), index }));
  const sorted = shown.toSorted((a, b) => a.x - b.x);
  const path = sorted.map(({ x, y }) => `${((x / GRID) * WIDE).toFixed(1)} ${((1 - y / GRID) * HIGH).toFixed(1)}`).join("L");
  return (
    <LineBox asked={asked} touched={live !== null} class="points" hand={hand} label={t("line-label", { count: line.length })}>
      <svg class="stroke-of" viewBox={`0 0 ${WIDE} ${HIGH}`} preserveAspectRatio="none" aria-hidden="true">
        {line.length > 1 && <path class="stroke thin" d={`M${path}`} vector-effect="non-scaling-stroke" />}
      </svg>
      {live !== null && (
        <>
          <i class="guide along" style={{ top: `${(1 - live.y / GRID) * 100}%` }} />
          <i class="guide up" style={{ left: `${(live.x / GRID) * 100}%` }} />
        </>
      )}
      {shown.map((place) => {
        const number = sorted.indexOf(place) + 1;
        const words = place.words.trim();
        return (
          <button
            type="button"
            key={place.index}
            class="point-of"
            data-point={place.index}
            data-held={live?.index === place.index ? "yes" : undefined}
            style={{ left: `${(place.x / GRID) * 100}%`, top: `${(1 - place.y / GRID) * 100}%` }}
            disabled={disabled}
            aria-label={words === "" ? t("line-point", { number, at: said(place) }) : t("line-point-words", { number, words, at: said(place) })}
            onKeyDown={(event) => byKey(event, place.index)}
          >
            <span class="num">{number}</span>
          </button>
        );
      })}
    </LineBox>
  );
}

interface WordsProps {
  line: readonly LinePlace[];
  write: (index: number, words: string) => void;
  remove: (index: number) => void;
  disabled: boolean;
}

/** The words of the points, in the order of the line and with its numbers. */
export function PointWords({ line, write, remove, disabled }: WordsProps) {
  const sorted = line.map((place, index) => ({ place, index })).toSorted((a, b) => a.place.x - b.place.x);
  return (
    <ol class="stack tight" aria-label={t("line-words")}>
      {sorted.map(({ place, index }, order) => (
        <li key={index} class="worded">
          <span class="badge num" aria-hidden="true">
            {order + 1}
          </span>
          <input
            type="text"
            dir="auto"
            value={place.words}
            disabled={disabled}
            autocomplete="off"
            spellcheck={false}
            placeholder={t("line-words-hint")}
            aria-label={t("line-words-of", { number: order + 1 })}
            onInput={(event) => write(index, cutWords(event.currentTarget.value))}
          />
          <button
            type="button"
            class="button quiet"
            disabled={disabled}
            aria-label={t("line-remove", { number: order + 1 })}
            onClick={() => remove(index)}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ol>
  );
}
