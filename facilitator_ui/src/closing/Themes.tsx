import type { ComponentChildren } from "preact";

import type { SummaryPage, ThemesOf } from "../../../realtime/client/desk";
import type { Translate } from "../../../realtime/client/strings";

export const MOST_THEMES = 5;
export const THEME_LENGTH = 60;

/** What is being written, wall by wall, also what is empty or too long as yet. */
export interface Writing {
  stage: number;
  title: string;
  themes: string[];
}

const lettersIn = (text: string): number => Array.from(text.trim()).length;

/** The walls that can have themes. A wall without any yet stands among what is left out, so its title is taken from there. */
export function wallsOf({ summary, themes }: SummaryPage, otherwise: string): Writing[] {
  const published = summary.activities.flatMap(({ stages }) => stages);
  const untitled = summary.leftOut.filter(({ reason }) => reason === "no_themes").map(({ activity, stage }) => `${activity}: ${stage}`);
  const walls = new Map<number, Writing>();
  for (const { stage, title, form, themes: written } of published)
    if (form === "themes") walls.set(stage, { stage, title, themes: [...written] });
  for (const { stage, themes: written } of themes) {
    const known = walls.get(stage);
    walls.set(stage, { stage, title: known?.title ?? untitled.shift() ?? otherwise, themes: [...written] });
  }
  return [...walls.values()].toSorted((one, other) => one.stage - other.stage);
}

/** Only what was written: empty lines are left out. */
export function themesOf(walls: Writing[]): ThemesOf[] {
  return walls.map(({ stage, themes }) => ({ stage, themes: themes.map((theme) => theme.trim()).filter((theme) => theme !== "") }));
}

export const fits = (walls: Writing[]): boolean => walls.every(({ themes }) => themes.every((theme) => lettersIn(theme) <= THEME_LENGTH));

function ThemeField({ id, number, text, t, onInput }: { id: string; number: number; text: string; t: Translate; onInput: (text: string) => void }) {
  const left = THEME_LENGTH - lettersIn(text);
  return (
    <div class="field theme">
      <label class="label" for={id}>
        {t("closing-theme", { number })}
      </label>
      <input
        id={id}
        type="text"
        value={text}
        autocomplete="off"
        aria-describedby={`${id}-left`}
        aria-invalid={left < 0}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <p id={`${id}-left`} class={left < 0 ? "small over num" : "small soft num"}>
        {left < 0 ? t("closing-letters-over", { over: -left }) : t("closing-letters", { left })}
      </p>
    </div>
  );
}

interface EditorProps {
  wall: Writing;
  t: Translate;
  onChange: (themes: string[]) => void;
  /** What stands over the lines. */
  children?: ComponentChildren;
}

/** One line more than there are themes, until there are enough. */
export function ThemeEditor({ wall, t, onChange, children }: EditorProps) {
  const lines = wall.themes.length < MOST_THEMES ? [...wall.themes, ""] : wall.themes;
  return (
    <fieldset class="sheet stack">
      <legend class="title">{wall.title}</legend>
      {children}
      {lines.map((text, index) => (
        <ThemeField
          key={index}
          id={`theme-${wall.stage}-${index}`}
          number={index + 1}
          text={text}
          t={t}
          onInput={(said) => onChange(withoutLastEmpty(lines.with(index, said)))}
        />
      ))}
    </fieldset>
  );
}

/** An empty line at the end is the next one to write; it is no theme. */
function withoutLastEmpty(themes: string[]): string[] {
  return themes.at(-1) === "" ? themes.slice(0, -1) : themes;
}
