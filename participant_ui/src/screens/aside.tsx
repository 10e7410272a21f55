/** What may stand beside one's own card: what it touches on, a few words of one's own, and whether it may be named as a theme. */
import { useState } from "preact/hooks";

import { Icon } from "../../../realtime/client/look/Icon";
import { CONTENT_NOTE_LENGTH, VEILS, type Aside, type Veil } from "../../../realtime/client/wire";
import { Letters } from "../inputs/letters";
import { lineOf } from "../inputs/lines";
import { quiet } from "../inputs/quiet";
import { t } from "../text";
import { lengthOf } from "../writing";
import { TOPICS, topicsOf } from "./veils";

/** One line, as it is sent. */
export const sentAside = (aside: Aside): Aside => ({ ...aside, veils: VEILS.filter((veil) => aside.veils.includes(veil)), note: lineOf(aside.note) });

/** Why it cannot go out, as a sentence's id; null: it can. */
export const unfitAside = (aside: Aside): string | null => (lengthOf(lineOf(aside.note)) > CONTENT_NOTE_LENGTH ? "aside-note-long" : null);

const isCovered = ({ veils, note }: Aside): boolean => veils.length > 0 || lineOf(note) !== "";

/** What covers a card at first, in one line. */
function coveredBy({ veils, note }: Aside): string {
  const topics = [topicsOf(veils), lineOf(note)].filter((part) => part !== "").join(" · ");
  return topics === "" ? t("aside-covered-heavy") : t("aside-covered", { topics });
}

interface AsideProps {
  aside: Aside;
  change: (part: Partial<Aside>) => void;
}

export function CoverFields({ aside, change }: AsideProps) {
  const toggle = (veil: Veil): void => change({ veils: aside.veils.includes(veil) ? aside.veils.filter((other) => other !== veil) : [...aside.veils, veil] });
  // Open where something is chosen when the form comes: what is there is seen. Afterwards it is the person's to fold.
  const [open, setOpen] = useState(isCovered(aside));
  const fold = (
    <button type="button" class="button quiet at-start" aria-expanded={open} onClick={() => setOpen(!open)}>
      <Icon name="veil" />
      <span dir="auto">{isCovered(aside) ? coveredBy(aside) : t("aside-cover")}</span>
    </button>
  );
  if (!open) return <div class="row">{fold}</div>;
  return (
    <>
      <div class="row">{fold}</div>
      <div class="stack">
        <fieldset class="topics">
          <legend class="small soft">{t("aside-cover-what")}</legend>
          {VEILS.map((veil) => (
            <label class="option slim" key={veil}>
              <input type="checkbox" checked={aside.veils.includes(veil)} onChange={() => toggle(veil)} />
              <span class="first-upper">{t(TOPICS[veil])}</span>
            </label>
          ))}
        </fieldset>
        <label class="field">
          <span class="label">{t("aside-note")}</span>
          <input ref={quiet} value={aside.note} onInput={(event) => change({ note: event.currentTarget.value })} dir="auto" />
          <Letters left={CONTENT_NOTE_LENGTH - lengthOf(lineOf(aside.note))} kept={false} />
        </label>
      </div>
    </>
  );
}

export function AsideFields({ aside, change }: AsideProps) {
  return (
    <section class="stack tight beside" aria-label={t("aside")}>
      <CoverFields aside={aside} change={change} />
      <label class="option">
        <input type="checkbox" checked={aside.nameable} onChange={() => change({ nameable: !aside.nameable })} />
        <span>
          {t("aside-name")}
          <span class="said small soft">{t(aside.nameable ? "aside-name-yes" : "aside-name-no")}</span>
        </span>
      </label>
    </section>
  );
}

/** What was said beside a card, under its words. */
export function AsideSaid({ aside, nameable = aside.nameable }: { aside: Aside; nameable?: boolean | undefined }) {
  return (
    <>
      {isCovered(aside) && (
        <p class="tag soft">
          <Icon name="veil" />
          <span dir="auto">{coveredBy(aside)}</span>
        </p>
      )}
      {nameable && <p class="small soft">{t("aside-named")}</p>}
    </>
  );
}
