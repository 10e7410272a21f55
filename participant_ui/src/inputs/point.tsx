/** A place in a square with four named ends; the same as two sliders. */
import { useState } from "preact/hooks";

import { GRID } from "../../../realtime/client/wire";
import { announce } from "../announce";
import { t } from "../text";
import { useHand } from "./hand";
import { isNarrow, leaning, Steps, Switch } from "./parts";
import type { InputProps } from "./props";
import { type Place, placeOf, toStep, within } from "./values";

/** Both axes; one of them may be open while the sliders are being set. */
interface Half {
  x: number | null;
  y: number | null;
}

const MIDDLE: Place = { x: GRID / 2, y: GRID / 2 };

/** Arrow keys move by a step of what travels; the page keys by a quarter. */
function movedBy(key: string, { x, y }: Place): Place | null {
  const quarter = GRID / 4;
  const step: Record<string, [number, number]> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, 1],
    ArrowDown: [0, -1],
    PageUp: [0, quarter],
    PageDown: [0, -quarter],
    Home: [-GRID, 0],
    End: [GRID, 0],
  };
  const by = step[key];
  return by === undefined ? null : { x: within(toStep(x) + by[0], 0, GRID), y: within(toStep(y) + by[1], 0, GRID) };
}

function SquarePicture({ asked, value, onChange, disabled = false }: InputProps<Place | null>) {
  const [live, setLive] = useState<Place | null>(null);
  const shown = live ?? value;
  const settle = (place: Place): void => {
    setLive(null);
    onChange(place);
    announce(t("point-at", { x: leaning(place.x, asked.x), y: leaning(place.y, asked.y) }));
  };
  const hand = useHand(
    {
      press: ({ at }) => setLive(placeOf(at)),
      drag: ({ at }) => setLive(placeOf(at)),
      tap: ({ at }) => settle(placeOf(at)),
      drop: ({ at }) => settle(placeOf(at)),
      let: () => setLive(null),
    },
    disabled,
  );
  const byKey = (event: KeyboardEvent): void => {
    const next = event.key === "Enter" || event.key === " " ? (value ?? MIDDLE) : movedBy(event.key, value ?? MIDDLE);
    if (next === null || disabled) return;
    event.preventDefault();
    onChange(next);
  };
  const axis = (label: string, at: number | undefined, ends: readonly string[], set: (value: number) => void) => (
    <input
      type="range"
      class="axis"
      min={0}
      max={GRID}
      step={1}
      value={at === undefined ? GRID / 2 : toStep(at)}
      disabled={disabled}
      aria-label={label}
      aria-valuetext={at === undefined ? t("not-answered") : leaning(at, ends)}
      onInput={(event) => set(Number(event.currentTarget.value))}
      onKeyDown={byKey}
    />
  );
  const [left = "", right = ""] = asked.x;
  const [bottom = "", top = ""] = asked.y;
  const at = shown === null ? null : { left: `${(shown.x / GRID) * 100}%`, top: `${(1 - shown.y / GRID) * 100}%` };
  return (
    <div class="square-of">
      <p class="end top" dir="auto">
        {top}
      </p>
      <p class="end left" dir="auto">
        <span>{left}</span>
      </p>
      <div class={live === null ? "field-of" : "field-of touched"} data-picture="point" {...hand}>
        {axis(t("axis", { low: left, high: right }), value?.x, asked.x, (x) => onChange({ ...(value ?? MIDDLE), x }))}
        {axis(t("axis", { low: bottom, high: top }), value?.y, asked.y, (y) => onChange({ ...(value ?? MIDDLE), y }))}
        <svg class="cross" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          <path d="M50 0V100M0 50H100" />
        </svg>
        {at !== null && live !== null && (
          <>
            <i class="guide along" style={{ top: at.top }} />
            <i class="guide up" style={{ left: at.left }} />
          </>
        )}
        {at === null ? <i class="spot untouched" style={{ left: "50%", top: "50%" }} /> : <i class="spot" style={at} />}
      </div>
      <p class="end right" dir="auto">
        <span>{right}</span>
      </p>
      <p class="end bottom" dir="auto">
        {bottom}
      </p>
    </div>
  );
}

export function PointInput({ asked, value, onChange, disabled = false }: InputProps<Place | null>) {
  const [plain, setPlain] = useState(isNarrow);
  const [half, setHalf] = useState<Half>({ x: null, y: null });
  const set = (part: Partial<Half>): void => {
    const now = { ...half, ...value, ...part };
    setHalf(now);
    if (now.x !== null && now.y !== null) onChange({ x: now.x, y: now.y });
  };
  const clear = (): void => {
    setHalf({ x: null, y: null });
    onChange(null);
    announce(t("not-answered"));
  };
  const [left = "", right = ""] = asked.x;
  const [bottom = "", top = ""] = asked.y;
  const across = t("axis", { low: left, high: right });
  const up = t("axis", { low: bottom, high: top });
  const started = value !== null || half.x !== null || half.y !== null;
  const plainHint = value !== null ? "point-set" : started ? "point-one-more" : null;
  const pictureHint = value === null ? "point-tap" : "point-move";
  const hint = plain ? plainHint : pictureHint;
  return (
    <div class="drawn stack" role="group" aria-label={asked.ask === "" ? undefined : asked.ask}>
      {asked.ask !== "" && (
        <p class="strong lead" dir="auto">
          {asked.ask}
        </p>
      )}
      {plain ? (
        <div class="stack wide">
          <Steps label={across} ends={asked.x} value={value?.x ?? half.x} set={(x) => set({ x })} disabled={disabled} />
          <Steps label={up} ends={asked.y} value={value?.y ?? half.y} set={(y) => set({ y })} disabled={disabled} />
        </div>
      ) : (
        <SquarePicture asked={asked} value={value} onChange={onChange} disabled={disabled} />
      )}
      {hint !== null && <p class="small soft">{t(hint)}</p>}
      <div class="row">
        <Switch plain={plain} toPlain={t("as-sliders")} set={setPlain} />
        {started && (
          <button type="button" class="button quiet" disabled={disabled} onClick={clear}>
            {t("leave-this-open")}
          </button>
        )}
      </div>
    </div>
  );
}
