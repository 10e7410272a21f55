import { useEffect, useRef, useState } from "preact/hooks";

import type { ExerciseOffer, Theme } from "../../../realtime/client/desk";
import type { DeskParts } from "./Desk";
import { notApproved } from "./Tender";

const LEVELS: Record<ExerciseOffer["level"], string> = { 1: "level-light", 2: "level-personal", 3: "level-tender" };
const THEMES: Record<Theme, string> = {
  frame: "theme-frame",
  arrive: "theme-arrive",
  connection: "theme-connection",
  listening: "theme-listening",
  regulation: "theme-regulation",
  needs: "theme-needs",
  boundaries: "theme-boundaries",
  conflict: "theme-conflict",
  patterns: "theme-patterns",
  attachment: "theme-attachment",
  self: "theme-self",
  "younger-self": "theme-younger-self",
  transition: "theme-transition",
  grief: "theme-grief",
  future: "theme-future",
};
const ALL = "";

interface Props {
  parts: DeskParts;
  /** Its id; empty: none. */
  chosen: string;
  choose: (id: string) => void;
}

/** What is played, in order, with its minutes. */
function Order({ offer, t }: { offer: ExerciseOffer; t: DeskParts["t"] }) {
  return (
    <div class="exercise-order stack tight">
      <p class="label" id="exercise-order">
        {t("exercise-order")}
      </p>
      <ol aria-labelledby="exercise-order">
        {offer.activities.map((title, place) => (
          // An evening may hold the same words twice: only their place tells them apart.
          <li key={place} class={title === offer.title ? "itself" : undefined}>
            <span>{title}</span>
            <span class="num">{t("exercise-minutes", { minutes: offer.activityMinutes[place] ?? 0 })}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Entry({ offer, parts, checked, choose }: { offer: ExerciseOffer; parts: DeskParts; checked: boolean; choose: () => void }) {
  const { t, view } = parts;
  const off = notApproved(view, offer.tender);
  const approved = offer.tender.length > 0 && offer.tender.every((id) => offer.approved.includes(id));
  const facts = [t("new-facts", { minutes: offer.minutes, from: offer.peopleMin, to: offer.peopleMax }), t(LEVELS[offer.level]), t(THEMES[offer.theme as Theme])];
  return (
    <div class="exercise">
      <label class="option">
        <input type="radio" name="agenda" checked={checked} onChange={choose} />
        <span class="stack tight choice-text">
          <span class="choice-name">{offer.title}</span>
          <span class="small soft num">{facts.join(" · ")}</span>
          <span class="small">{offer.purpose}</span>
          {offer.metBefore && <span class="small soft">{t("new-met-before")}</span>}
          {approved && <span class="small soft">{t("exercise-tender-approved")}</span>}
          {off.length > 0 && <strong class="small">{t("exercise-tender-off", { titles: off.join(", ") })}</strong>}
        </span>
      </label>
      {checked && <Order offer={offer} t={t} />}
    </div>
  );
}

/** One exercise of the library, with the evening around it: found by a word and by its theme. */
export function Exercises({ parts, chosen, choose }: Props) {
  const { t, view } = parts;
  const [word, setWord] = useState("");
  const [theme, setTheme] = useState<string>(ALL);
  const searchRef = useRef<HTMLInputElement>(null);
  const listRef = useRef<HTMLDivElement>(null);
  // Only for a new choice: typing must not carry the page away from the search.
  useEffect(() => listRef.current?.querySelector(".exercise-order")?.scrollIntoView?.({ block: "nearest" }), [chosen]);
  const words = word.toLocaleLowerCase().split(/\s+/);
  const about = (one: ExerciseOffer): string => [one.title, one.purpose, t(THEMES[one.theme as Theme]), t(LEVELS[one.level])].join(" ").toLocaleLowerCase();
  const found = view.exercises.filter((one) => (theme === ALL || one.theme === theme) && words.every((part) => about(one).includes(part)));
  const count = (of: string): number => view.exercises.filter((one) => one.theme === of).length;
  const hidden = found.some(({ id }) => id === chosen) ? undefined : view.exercises.find(({ id }) => id === chosen);
  const showAll = (): void => {
    setWord("");
    setTheme(ALL);
    searchRef.current?.focus();
  };
  return (
    <fieldset class="stack choices">
      <legend class="title">{t("exercise-which")}</legend>
      <div class="exercise-search">
        <div class="field">
          <label class="label" for="exercise-word">
            {t("exercise-word")}
          </label>
          <input
            ref={searchRef}
            id="exercise-word"
            type="search"
            autocomplete="off"
            value={word}
            onInput={(event) => setWord(event.currentTarget.value)}
            onKeyDown={(event) => event.key === "Enter" && event.preventDefault() /* it searches, it makes no session yet */}
          />
        </div>
        <div class="field">
          <label class="label" for="exercise-theme">
            {t("exercise-theme")}
          </label>
          <select id="exercise-theme" value={theme} onChange={(event) => setTheme(event.currentTarget.value)}>
            <option value={ALL}>{t("exercise-theme-all")}</option>
            {Object.entries(THEMES).map(
              ([of, name]) =>
                count(of) > 0 && (
                  <option key={of} value={of}>
                    {t("exercise-theme-one", { theme: t(name), count: count(of) })}
                  </option>
                ),
            )}
          </select>
        </div>
      </div>
      {/* Said by itself while somebody types; no second role status beside the one that the desk speaks in. */}
      <p class="small soft" aria-live="polite">
        {t("exercise-found", { found: found.length, all: view.exercises.length })} {found.length > 0 && t("exercise-found-how")}
      </p>
      {hidden !== undefined && <p class="tag kept">{t("exercise-chosen", { title: hidden.title, minutes: hidden.minutes })}</p>}
      {found.length === 0 ? (
        <div class="stack tight">
          <p>{t("exercise-none")}</p>
          <button type="button" class="button fits" onClick={showAll}>
            {t("exercise-all", { all: view.exercises.length })}
          </button>
        </div>
      ) : (
        <div ref={listRef} class="exercises">
          {found.map((one) => (
            <Entry key={one.id} offer={one} parts={parts} checked={one.id === chosen} choose={() => choose(one.id)} />
          ))}
        </div>
      )}
    </fieldset>
  );
}
