/** What a session of a programme has besides: which one it is, what was left to try, what was agreed, and the words of one's place. */
import { useState } from "preact/hooks";

import { Icon } from "../../../realtime/client/look/Icon";
import type { SharedView } from "../../../realtime/client/wire";
import { announce } from "../announce";
import type { Here } from "../here";
import { saveFile } from "../keeping/save";
import { t } from "../text";
import { AgreementList } from "./agreements";

/** "Session 4 of 12"; nothing where it is no programme's. */
export function WhichSession({ shared }: { shared: SharedView }) {
  const { programme } = shared;
  if (programme === null) return null;
  return <p class="label">{t("programme-session", { number: programme.number, of: programme.of })}</p>;
}

/** The words, a file of them, and one tap that takes them from this phone. */
function Words({ here }: { here: Here }) {
  const place = here.place.value;
  const [saved, setSaved] = useState(false);
  if (place === null) return null;
  const save = (): void => {
    saveFile({ title: here.session.store.shared.value?.programme?.title ?? "", pages: [], cards: [], agreements: [], words: place.words });
    setSaved(true);
    announce(t("save-done"));
  };
  const wipe = (): void => {
    here.forgetPlace();
    announce(t("place-wiped"));
  };
  return (
    <div class="stack">
      <p>{t("place-lead")}</p>
      <p class="voice four-words" lang="en" dir="ltr">
        {place.words.join(" ")}
      </p>
      <p class="small soft">{t("place-no-account")}</p>
      <div class="segments">
        <button type="button" class="button" onClick={save}>
          <Icon name="save" />
          {t("place-save")}
        </button>
        <button type="button" class="button" onClick={wipe}>
          {t("place-wipe")}
        </button>
      </div>
      {saved && <p class="small soft">{t("save-done")}</p>}
    </div>
  );
}

/** `folded`: closed until it is opened, unless the words were made in this session. Nothing where this phone never had any. */
export function FourWords({ here, folded = false }: { here: Here; folded?: boolean }) {
  const place = here.place.value;
  if (place === null) return here.placeWiped.value ? <p class="strong">{t("place-wiped")}</p> : null;
  if (folded)
    return (
      <details class="sheet folded" open={place.since === here.code}>
        <summary>{t("place-words")}</summary>
        <Words here={here} />
      </details>
    );
  return (
    <section class="sheet stack" aria-labelledby="four-words">
      <h2 class="label" id="four-words">
        {t("place-words")}
      </h2>
      <Words here={here} />
    </section>
  );
}

/** In the lobby: the invitation since last time, and what the group keeps to since then. */
export function SinceLastTime({ shared }: { shared: SharedView }) {
  const { programme, agreements } = shared;
  if (programme === null) return null;
  return (
    <>
      {programme.since !== "" && (
        <section class="stack tight" aria-labelledby="since">
          <h2 class="label" id="since">
            {t("programme-since")}
          </h2>
          <p class="voice lead">{programme.since}</p>
          <p class="small soft">{t("programme-since-free")}</p>
        </section>
      )}
      {agreements.length > 0 && (
        <section class="stack tight" aria-labelledby="carried">
          <h2 class="label" id="carried">
            {t("agreements-heading")}
          </h2>
          <AgreementList agreements={agreements} />
        </section>
      )}
    </>
  );
}

/** After the end: what one may try until the next session. */
export function UntilNextTime({ shared }: { shared: SharedView | null }) {
  const programme = shared?.programme ?? null;
  if (programme === null || programme.until === "") return null;
  return (
    <section class="stack tight" aria-labelledby="until">
      <h2 class="label" id="until">
        {t(programme.number < programme.of ? "programme-until" : "programme-after")}
      </h2>
      <p class="voice lead">{programme.until}</p>
      <p class="small soft">{t("programme-until-free")}</p>
    </section>
  );
}
