/** Under the map: somebody who is coming, or somebody who was chosen. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";

import { Truth } from "../../../realtime/client/look/Truth";
import type { InputView } from "../../../realtime/client/wire";
import { t } from "../text";
import { Sign } from "./parts";
import { nameOf } from "./people";
import { cutName } from "./ringsList";
import type { Person } from "./values";

interface ComingProps {
  asked: InputView;
  name: string;
  /** The name comes first, then the place; a place that was tapped beforehand needs no second tap. */
  asks: "name" | "place";
  write: (name: string) => void;
  named: () => void;
  into: (ring: number) => void;
  stop: () => void;
}

export function ComingPanel({ asked, name, asks, write, named, into, stop }: ComingProps) {
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    panel.current?.querySelector<HTMLElement>("input, .segments button")?.focus({ preventScroll: true });
    if (asks === "name") panel.current?.scrollIntoView?.({ block: "nearest" });
  }, [asks]);
  return (
    <div class="sheet-row" ref={panel}>
      {asks === "name" ? (
        <form
          class="stack tight"
          onSubmit={(event) => {
            event.preventDefault();
            named();
          }}
        >
          <label class="field">
            <span class="label">{t("person-name")}</span>
            <input
              type="text"
              dir="auto"
              value={name}
              autocomplete="off"
              spellcheck={false}
              enterkeyhint="next"
              onInput={(event) => write(cutName(event.currentTarget.value))}
            />
          </label>
          <Truth icon="kept" lead={t("names-stay-lead")}>
            {t("names-stay")}
          </Truth>
          <div class="row">
            <button type="submit" class="button chosen">
              {t("person-place")}
            </button>
            <button type="button" class="button quiet" onClick={stop}>
              {t("person-not-now")}
            </button>
          </div>
        </form>
      ) : (
        <>
          <p class="strong">{t("person-tap-place", { name: nameOf({ name }) })}</p>
          <div class="segments" role="group" aria-label={t("person-ring", { name: nameOf({ name }) })}>
            {asked.rings.map((ring, at) => (
              <button type="button" class="button" key={ring} onClick={() => into(at)}>
                {ring}
              </button>
            ))}
          </div>
          <div class="row">
            <button type="button" class="button quiet" onClick={stop}>
              {t("person-not-now")}
            </button>
          </div>
        </>
      )}
    </div>
  );
}

/** So many stand in one row: the panel stays low, and the map above it in sight. */
const IN_ONE_ROW = 4;
const rowOf = (choices: readonly string[]): string => (choices.length > IN_ONE_ROW ? "segments" : "segments one-row");

interface ChosenProps {
  asked: InputView;
  person: Person;
  change: (part: Partial<Person>, kind?: string) => void;
  into: (ring: number) => void;
  remove: () => void;
  done: () => void;
  disabled: boolean;
}

export function ChosenPanel({ asked, person, change, into, remove, done, disabled }: ChosenProps) {
  const panel = useRef<HTMLDivElement>(null);
  const [renaming, setRenaming] = useState(false);
  useLayoutEffect(() => {
    panel.current?.querySelector<HTMLElement>(".segments button")?.focus({ preventScroll: true });
    panel.current?.scrollIntoView?.({ block: "nearest" });
    // Where there is no room for both, the map comes first: it must not slide away under the bar.
    panel.current?.closest(".drawn")?.querySelector("[data-picture]")?.scrollIntoView?.({ block: "nearest" });
  }, []);
  useLayoutEffect(() => {
    if (renaming) panel.current?.querySelector("input")?.focus();
  }, [renaming]);
  return (
    <div class="sheet-row" ref={panel} role="group" aria-label={t("person-chosen", { name: nameOf(person) })}>
      {asked.marks.length > 0 && (
        <div class={`${rowOf(asked.marks)} marks`} role="group" aria-label={t("person-mark", { name: nameOf(person) })}>
          {asked.marks.map((mark, at) => (
            <button
              type="button"
              class="button"
              key={mark}
              disabled={disabled}
              aria-pressed={person.mark === at}
              onClick={() => change({ mark: person.mark === at ? null : at })}
            >
              <Sign mark={at} />
              <span dir="auto">{mark}</span>
            </button>
          ))}
        </div>
      )}
      <div class={rowOf(asked.rings)} role="group" aria-label={t("person-ring", { name: nameOf(person) })}>
        {asked.rings.map((ring, at) => (
          <button type="button" class="button" key={ring} disabled={disabled} aria-pressed={person.ring === at} onClick={() => into(at)}>
            <span dir="auto">{ring}</span>
          </button>
        ))}
      </div>
      {renaming && (
        <label class="field">
          <span class="label">{t("person-name")}</span>
          <input
            type="text"
            dir="auto"
            value={person.name}
            disabled={disabled}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => change({ name: cutName(event.currentTarget.value) }, "name")}
          />
        </label>
      )}
      <div class="row close">
        <button type="button" class="button chosen" onClick={done}>
          {t("person-done")}
        </button>
        {!renaming && (
          <button type="button" class="button quiet" disabled={disabled} onClick={() => setRenaming(true)}>
            {t("person-rename")}
          </button>
        )}
        <button type="button" class="button quiet" disabled={disabled} aria-label={t("person-remove", { name: nameOf(person) })} onClick={remove}>
          {t("person-remove-short")}
        </button>
      </div>
    </div>
  );
}
