import { useRef, useState } from "preact/hooks";

import { inFours } from "../../../realtime/client/code";
import { ABANDONED_HOURS, NEVER_OPENED_DAYS, type SessionRowView, type SummaryPage } from "../../../realtime/client/desk";
import { Icon } from "../../../realtime/client/look/Icon";
import { moment } from "../closing/times";
import { Asked, type Wish } from "./Asked";
import { type DeskParts, helpMissing, openLinks } from "./Desk";
import { whenOf } from "./when";

/** How each state of a session looks. */
export const TONE: Record<SessionRowView["stage"], [icon: string, tone: string]> = {
  scheduled: ["clock", "soft"],
  live: ["go", "lamp"],
  ended: ["note", "care"],
  signed: ["kept", "kept"],
  cancelled: ["close", "soft"],
  erased: ["check", "soft"],
};

/** How many sessions the programme of this row has; of one that was erased nothing says it any more. */
const howMany = (row: SessionRowView, { view }: DeskParts): number | undefined => view.programmes.find(({ title }) => title === row.programme)?.sessions.length;

function Row({ row, parts, wish }: { row: SessionRowView; parts: DeskParts; wish: (wish: Wish) => void }) {
  const { t, ask, go, say, fail, refresh, view } = parts;
  const [icon, tone] = TONE[row.stage];
  const copying = useRef(false);
  const shut = row.stage === "scheduled" && !row.practice && helpMissing(view);

  async function duplicate(): Promise<void> {
    if (copying.current) return; // a second press must not make a second copy
    copying.current = true;
    const answered = await ask<SessionRowView>(`/api/desk/sessions/${row.id}/duplicate`, {});
    await refresh();
    copying.current = false;
    if ("problem" in answered) fail(answered.problem);
    else say(t("done-duplicated"));
  }
  async function summary(): Promise<void> {
    const answered = await ask<SummaryPage>(`/api/desk/sessions/${row.id}/summary`);
    if ("problem" in answered) fail(answered.problem);
    else go({ t: "summary", session: row.id, page: answered.got });
  }
  const button = (label: string, act: () => void, look = "button slim") => (
    <button type="button" class={look} onClick={act}>
      {t(label)}
    </button>
  );
  return (
    <li class="sheet session-row">
      <div class="row session-head">
        <h2 class="title grow">{row.title}</h2>
        <span class={`tag ${tone}`}>
          <Icon name={icon} />
          {t(`stage-${row.stage}`)}
        </span>
      </div>
      {row.programme !== null && row.number !== null && <p class="small soft num">{t("row-of", { number: row.number, of: howMany(row, parts) ?? 0, title: row.programme })}</p>}
      <p class="session-when num">{whenOf(row, t)}</p>
      <p class="session-facts small soft">
        <span>{t(row.practice ? "row-practice" : "row-real")}</span>
        <span>{t(row.presence === "together" ? "row-together" : "row-apart")}</span>
        {row.retentionDays === 0 && <span>{t("row-no-trace")}</span>}
        <span class="num">{t("row-code", { code: inFours(row.code) })}</span>
      </p>
      {row.stage === "ended" && row.cardsUntilMs !== null && <p class="small">{t("row-cards-until", { when: moment(row.cardsUntilMs) })}</p>}
      <div class="row" role="group" aria-label={t("row-actions", { title: row.title, when: whenOf(row, t), code: inFours(row.code) })}>
        {row.stage === "scheduled" && !shut && row.waitsFor.length === 0 && button("row-open", () => void openLinks(row, parts), "button lamp slim")}
        {row.stage === "scheduled" && shut && <span class="tag care">{t("problem-help-page-missing")}</span>}
        {row.waitsFor.length > 0 && (
          <>
            <span class="tag care">{t("row-waits-for", { titles: row.waitsFor.join(", ") })}</span>
            {button("desk-tender", () => go({ t: "tender" }))}
          </>
        )}
        {row.hasSummary && button("row-summary", () => void summary())}
        {row.stage !== "cancelled" && button("stored-short", () => go({ t: "stored", session: row.id, title: row.title }))}
        {row.stage === "live" && button("row-links", () => wish({ does: "links", row }))}
        {row.stage === "ended" && button("row-links-ended", () => wish({ does: "links-ended", row }))}
        {button("row-duplicate", () => void duplicate())}
        {row.stage === "scheduled" && button("row-cancel", () => wish({ does: "cancel", row }))}
        {row.stage === "live" && button("row-end", () => wish({ does: "end", row }), "button slim care")}
        {(row.stage === "ended" || row.stage === "signed" || row.stage === "cancelled") &&
          button("row-erase", () => wish({ does: "erase", row }), "button slim care")}
      </div>
    </li>
  );
}

export function Sessions(parts: DeskParts) {
  const { t, view, go } = parts;
  const [wish, setWish] = useState<Wish | null>(null);
  return (
    <div class="stack">
      <div class="row">
        <h1 class="prompt grow" tabIndex={-1}>
          {t("desk-sessions")}
        </h1>
        <button type="button" class="button main" onClick={() => go({ t: "new" })}>
          <Icon name="plus" />
          {t("desk-new")}
        </button>
      </div>
      {view.sessions.length === 0 ? (
        <div class="hold empty stack tight">
          <p class="voice lead">{t("sessions-none")}</p>
          <p class="soft">{t("sessions-none-how")}</p>
        </div>
      ) : (
        <ul class="stack">
          {view.sessions.map((row) => (
            <Row key={row.id} row={row} parts={parts} wish={setWish} />
          ))}
        </ul>
      )}
      {view.sessions.length > 0 && <p class="small soft">{t("sessions-by-themselves", { hours: ABANDONED_HOURS, days: NEVER_OPENED_DAYS })}</p>}
      {wish !== null && <Asked wish={wish} parts={parts} onClose={() => setWish(null)} />}
    </div>
  );
}
