/** What the drawn inputs share: the switch to the plain form, a slider with named ends, the signs. */
import { GRID } from "../../../realtime/client/wire";
import { announce } from "../announce";
import { t } from "../text";
import { toStep, within } from "./values";

/** rem: under this width words come first and the picture has signs only. */
const NARROW = 18;

/** At 200 % on a small phone a picture has no room for words: the plain form comes first there. */
export function isNarrow(page: HTMLElement = document.documentElement): boolean {
  const rem = Number.parseFloat(getComputedStyle(page).fontSize) || 16;
  return page.clientWidth > 0 && page.clientWidth < NARROW * rem;
}

/** Picture or plain form; both show and change the same. */
export function Switch({ plain, toPlain, set }: { plain: boolean; toPlain: string; set: (plain: boolean) => void }) {
  return (
    <button type="button" class="button" onClick={() => set(!plain)}>
      {plain ? t("as-picture") : toPlain}
    </button>
  );
}

export function UndoButton({ undo, disabled }: { undo: (() => void) | null; disabled: boolean }) {
  const takeBack = (): void => {
    if (undo === null || disabled) return;
    undo();
    announce(t("undone"));
  };
  return (
    <button type="button" class="button" aria-disabled={undo === null || disabled} onClick={takeBack}>
      {t("undo")}
    </button>
  );
}

/** Where a height or a place is, in words: the end that it leans to. */
export function leaning(value: number, ends: readonly string[]): string {
  const step = toStep(value);
  const [low = "", high = ""] = ends;
  if (step * 2 === GRID) return t("leans-middle", { low, high });
  const towards = step * 2 > GRID;
  return t("leans", { step: towards ? step : GRID - step, of: GRID, end: towards ? high : low });
}

interface StepsProps {
  label: string;
  ends: readonly string[];
  /** null: not answered. */
  value: number | null;
  set: (value: number) => void;
  disabled: boolean;
}

/** A slider over the grid, with a button at each end. Nothing is chosen until it is touched, also where it stands. */
export function Steps({ label, ends, value, set, disabled }: StepsProps) {
  const now = value === null ? GRID / 2 : toStep(value);
  const by = (step: number): void => set(within(now + step, 0, GRID));
  const touch = (slider: HTMLInputElement): void => {
    if (!disabled) set(Number(slider.value));
  };
  const [low = "", high = ""] = ends;
  return (
    <fieldset class="steps-of">
      <legend class="hidden">{label}</legend>
      <div class="steps-row">
        <button type="button" class="button step" disabled={disabled} aria-label={t("step-towards", { label, end: low })} onClick={() => by(-1)}>
          <span aria-hidden="true">−</span>
        </button>
        <input
          type="range"
          class={value === null ? "untouched" : undefined}
          min={0}
          max={GRID}
          step={1}
          value={now}
          disabled={disabled}
          aria-label={label}
          aria-valuetext={value === null ? t("not-answered") : leaning(now, ends)}
          onInput={(event) => touch(event.currentTarget)}
          onPointerUp={(event) => value === null && touch(event.currentTarget)}
          onKeyDown={(event) => (event.key === "Enter" || event.key === " ") && touch(event.currentTarget)}
        />
        <button type="button" class="button step" disabled={disabled} aria-label={t("step-towards", { label, end: high })} onClick={() => by(1)}>
          <span aria-hidden="true">+</span>
        </button>
      </div>
      <div class="ends" aria-hidden="true">
        <span dir="auto">{low}</span>
        {value === null && <span class="unanswered">{t("not-answered")}</span>}
        <span dir="auto">{high}</span>
      </div>
    </fieldset>
  );
}

const SIGNS = ["m-gives", "m-mixed", "m-costs", "m-missing", "m-fifth", "m-sixth"];

/** The sign of a mark: shape before colour. Without a mark it is a thin open circle. */
export function Sign({ mark }: { mark: number | null }) {
  const name = mark === null ? "m-none" : (SIGNS[mark % SIGNS.length] ?? "m-none");
  return (
    <svg class="sign" viewBox="0 0 24 24" aria-hidden="true">
      {name === "m-fifth" && <path class={name} d="M12 2L22 12L12 22L2 12Z" />}
      {name === "m-sixth" && <path class={name} d="M4 4H20V20H4Z" />}
      {name !== "m-fifth" && name !== "m-sixth" && <circle class={name} cx="12" cy="12" r="9" />}
      {name === "m-mixed" && <path class="m-mixed-half" d="M12 3a9 9 0 0 0 0 18z" />}
    </svg>
  );
}
