/** Own pages: to read again, to take home as one file, to wipe with one tap. */
import { useState } from "preact/hooks";

import { Icon } from "../../../realtime/client/look/Icon";
import { announce, useAnnounced } from "../announce";
import type { Here } from "../here";
import { hasOwn, type Keepsake } from "../keepsake";
import { drawingOf, linesOfPage } from "../keeping/shown";
import { saveFile } from "../keeping/save";
import type { Page } from "../pages";
import { t } from "../text";

/** What the file would hold, before it is made. */
export function holds({ pages, cards, agreements, words = [] }: Keepsake): string {
  const written = cards.filter(({ text }) => text !== null).length;
  const own =
    pages.length === 0
      ? t("save-holds-cards", { cards: written, lines: agreements.length })
      : t("save-holds", { pages: pages.length, cards: written, lines: agreements.length });
  return words.length === 0 ? own : `${own} ${t("save-holds-words")}`;
}

/** Save and Wipe, with what each does. After the session's end it stands on the last screen too. */
export function KeepOrWipe({ here }: { here: Here }) {
  const keepsake = here.keepsake;
  const [state, setState] = useState<"save-done" | "pages-wiped" | "words-wiped" | null>(null);
  useAnnounced(state === null ? "" : t(state));
  if (!hasOwn(keepsake)) return state === null || state === "save-done" ? null : <p class="strong">{t(state)}</p>;
  const lead = t(keepsake.pages.length > 0 ? "pages-only" : "cards");
  const wipe = (): void => {
    const wiped = keepsake.pages.length > 0 ? "pages-wiped" : "words-wiped";
    here.wipePages();
    setState(wiped);
    announce(t(wiped));
  };
  return (
    <section class="sheet stack" aria-label={lead}>
      <h2 class="label">{lead}</h2>
      <p>{holds(keepsake)}</p>
      <div class="segments">
        <button
          type="button"
          class="button"
          onClick={() => {
            saveFile(keepsake);
            setState("save-done");
          }}
        >
          <Icon name="save" />
          {t("save")}
        </button>
        {(keepsake.pages.length > 0 || here.onlyHere) && (
          <button type="button" class="button" onClick={wipe}>
            {t(keepsake.pages.length > 0 ? "pages-wipe" : "words-wipe")}
          </button>
        )}
      </div>
      <p class="small soft">{t(state ?? "save-where")}</p>
    </section>
  );
}

export function PageShown({ page }: { page: Page }) {
  const drawing = drawingOf(page);
  return (
    <li class="sheet stack tight">
      <p class="small soft" dir="auto">
        {page.prompt}
      </p>
      {drawing !== null && <div class="drawing" aria-hidden="true" ref={(box) => box?.replaceChildren(drawing())} />}
      {linesOfPage(page).map(({ label, words }, index) => (
        <p key={index} class="voice words" dir="auto">
          {label !== "" && <span class="small soft">{label} </span>}
          {words}
        </p>
      ))}
    </li>
  );
}
