import { CARDS_HOURS, FLOOR } from "../../../realtime/client/desk";
import { Icon } from "../../../realtime/client/look/Icon";
import type { Translate } from "../../../realtime/client/strings";

const HOW = [
  ["held", "without-held-lead", "without-held"],
  ["circle", "without-mixed-lead", "without-mixed"],
  ["see", "without-read-lead", "without-read"],
  ["returned", "without-theirs-lead", "without-theirs"],
  ["check", "without-erased-lead", "without-erased"],
] as const;
const NOT = [
  "without-not-style",
  "without-not-others",
  "without-not-screen",
  "without-not-memory",
  "without-not-software",
  "without-not-log",
  "without-not-practice",
] as const;

/** For whoever leads: the claim, how it is kept, and where it ends. One screen, one sheet of paper. */
export function WithoutNames({ t }: { t: Translate }) {
  const numbers = { floor: FLOOR, hours: CARDS_HOURS };
  return (
    <main class="page without">
      <header class="stack">
        <div class="row no-print">
          <Icon name="mark" class="mark" />
          <span class="grow" />
          <button type="button" class="button slim" onClick={() => window.print()}>
            <Icon name="print" />
            {t("without-print")}
          </button>
        </div>
        <h1 class="prompt">{t("without-title")}</h1>
        <p class="voice lead">{t("without-claim")}</p>
      </header>
      <div class="without-both">
        <div class="stack tight">
          <h2 class="title">{t("without-how")}</h2>
          <ol class="stack tight">
            {HOW.map(([icon, lead, words]) => (
              <li key={lead} class="without-line">
                <Icon name={icon} />
                <span>
                  <strong>{t(lead)}</strong> {t(words, numbers)}
                </span>
              </li>
            ))}
          </ol>
        </div>
        <div class="stack tight">
          <h2 class="title">{t("without-not")}</h2>
          <ul class="stack tight">
            {NOT.map((words) => (
              <li key={words} class="without-line">
                <Icon name="warn" />
                <span>{t(words)}</span>
              </li>
            ))}
          </ul>
        </div>
      </div>
      <div class="sheet stack tight">
        <h2 class="label">{t("without-say")}</h2>
        <p class="voice">{t("without-say-words")}</p>
      </div>
    </main>
  );
}
