import { StoredTold, useStoredAt } from "../closing/Stored";
import type { DeskParts } from "./Desk";
import { Icon } from "../../../realtime/client/look/Icon";

/** What is stored about one session, as the group is told it: the desk sees no numbers of what was said either. */
export function StoredOfSession({ session, title, parts: { t, ask, go } }: { session: string; title: string; parts: DeskParts }) {
  const watched = useStoredAt(ask, `/api/desk/sessions/${session}/stored`);
  return (
    <div class="stack stored-of-session">
      <p class="no-print">
        <button type="button" class="button" onClick={() => go({ t: "sessions" })}>
          <Icon name="back" />
          {t("desk-back")}
        </button>
      </p>
      <h1 class="prompt" tabIndex={-1}>
        {title}
      </h1>
      <p class="label">{t("stored")}</p>
      <StoredTold watched={watched} t={t} />
      <p class="small soft">{t(watched.page?.state === "open" ? "stored-hidden" : "stored-unnumbered")}</p>
    </div>
  );
}
