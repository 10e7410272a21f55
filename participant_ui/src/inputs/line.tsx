/** A line over time: points with words, or a drawn curve. Words stay on this phone. */
import { useRef, useState } from "preact/hooks";

import { Icon } from "../../../realtime/client/look/Icon";
import { Truth } from "../../../realtime/client/look/Truth";
import { GRID } from "../../../realtime/client/wire";
import { announce } from "../announce";
import { t } from "../text";
import { CurvePicture, CurveTable } from "./lineCurve";
import { cutWords, LinePointsPicture, PointWords } from "./linePoints";
import { isNarrow, Steps, Switch, UndoButton } from "./parts";
import type { InputProps } from "./props";
import { useUndo } from "./undo";
import { fromLeft, type LinePlace } from "./values";

interface TableProps extends Pick<InputProps<LinePlace[]>, "asked"> {
  line: readonly LinePlace[];
  change: (index: number, part: Partial<LinePlace>, kind: string) => void;
  remove: (index: number) => void;
  disabled: boolean;
}

/** The points as rows: place, height, words. Rows stay where they are while they are being set. */
function PointTable({ asked, line, change, remove, disabled }: TableProps) {
  const [left = "", right = ""] = asked.x;
  const [bottom = "", top = ""] = asked.y;
  const across = t("axis", { low: left, high: right });
  const up = t("axis", { low: bottom, high: top });
  if (line.length === 0) return <p class="soft">{t("line-none-yet")}</p>;
  return (
    <ol class="stack" aria-label={t("line-words")}>
      {line.map((place, index) => (
        <li key={index} class="sheet-row">
          <label class="field">
            <span class="label">{t("line-words-of", { number: index + 1 })}</span>
            <input
              type="text"
              dir="auto"
              value={place.words}
              disabled={disabled}
              autocomplete="off"
              spellcheck={false}
              onInput={(event) => change(index, { words: cutWords(event.currentTarget.value) }, `words ${index}`)}
            />
          </label>
          <Steps label={across} ends={asked.x} value={place.x} set={(x) => change(index, { x }, `x ${index}`)} disabled={disabled} />
          <Steps label={up} ends={asked.y} value={place.y} set={(y) => change(index, { y }, `y ${index}`)} disabled={disabled} />
          <button type="button" class="button quiet" disabled={disabled} onClick={() => remove(index)}>
            {t("line-remove", { number: index + 1 })}
          </button>
        </li>
      ))}
    </ol>
  );
}

/** What the hand may do next on the picture. */
function hintOf(curve: boolean, places: number): string {
  if (curve) return places === 0 ? "curve-draw" : places === 1 ? "curve-on" : "curve-again";
  return places === 0 ? "line-tap" : places === 1 ? "missing-line-second" : "line-move";
}

export function LineInput({ asked, value: line, onChange, disabled = false }: InputProps<LinePlace[]>) {
  const [plain, setPlain] = useState(isNarrow);
  const [refused, setRefused] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const { change, undo } = useUndo(line, (next: LinePlace[]) => {
    setRefused(false);
    onChange(next);
  });
  const curve = asked.mode === "curve";
  const full = !curve && line.length >= asked.max;
  const refuse = (): void => {
    setRefused(true);
    announce(t("line-full", { most: asked.max }));
  };
  const amend = (index: number, part: Partial<LinePlace>, kind: string): void => {
    const now = line[index];
    if (now !== undefined && !disabled) change(line.with(index, { ...now, ...part }), kind);
  };
  const remove = (index: number): void => {
    if (disabled) return;
    change(line.toSpliced(index, 1));
    announce(t("line-removed"));
    whole.current?.querySelector<HTMLElement>("[data-switch] button")?.focus({ preventScroll: true });
  };
  const clear = (): void => {
    change([]);
    announce(t("curve-empty"));
  };
  const addRow = (): void => {
    if (disabled) return;
    if (full) {
      refuse();
      return;
    }
    change([...line, { x: GRID / 2, y: GRID / 2, words: "" }]);
    requestAnimationFrame(() => [...(whole.current?.querySelectorAll<HTMLElement>("li .field input") ?? [])].at(-1)?.focus());
  };
  const toPlain = (next: boolean): void => {
    // Rows are in the order of the line when the table opens; they do not change places while it is open.
    if (next && !curve) onChange(fromLeft(line));
    setPlain(next);
  };
  const picture = curve ? (
    <CurvePicture asked={asked} line={line} change={change} disabled={disabled} />
  ) : (
    <LinePointsPicture asked={asked} line={line} change={change} refuse={refuse} disabled={disabled} />
  );
  const table = curve ? (
    <CurveTable asked={asked} line={line} change={change} disabled={disabled} />
  ) : (
    <PointTable asked={asked} line={line} change={amend} remove={remove} disabled={disabled} />
  );
  const hint = hintOf(curve, line.length);
  return (
    <div class="drawn stack" ref={whole}>
      {plain ? table : picture}
      {refused && full && <p class="tag lamp">{t("line-full", { most: asked.max })}</p>}
      {!plain && <p class="small soft">{t(hint)}</p>}
      {!curve && line.length > 0 && (
        <Truth icon="kept" lead={t("words-stay-lead")}>
          {t("words-stay")}
        </Truth>
      )}
      {!plain && !curve && line.length > 0 && (
        <PointWords line={line} write={(index, words) => amend(index, { words }, `words ${index}`)} remove={remove} disabled={disabled} />
      )}
      <div class="row" data-switch>
        <Switch plain={plain} toPlain={t(curve ? "as-sliders" : "as-list")} set={toPlain} />
        {plain && !curve && (
          <button type="button" class="button" aria-disabled={full || disabled} onClick={addRow}>
            <Icon name="plus" />
            {t("line-add")}
          </button>
        )}
        {(undo !== null || line.length > 0) && <UndoButton undo={undo} disabled={disabled} />}
        {curve && line.length > 0 && (
          <button type="button" class="button quiet" disabled={disabled} onClick={clear}>
            {t("curve-clear")}
          </button>
        )}
      </div>
    </div>
  );
}
