import { useState } from "preact/hooks";

import { type DeskView, MINUTES_AFTER_TENDER, type TenderActivity } from "../../../realtime/client/desk";
import { Icon } from "../../../realtime/client/look/Icon";
import { moment } from "../closing/times";
import type { DeskParts } from "./Desk";

/** Titles of those of these activities that are not approved. */
export const notApproved = ({ tender }: DeskView, ids: string[]): string[] => tender.filter(({ id, approved }) => ids.includes(id) && !approved).map(({ title }) => title);

function decided({ approved, decidedMs }: TenderActivity, t: DeskParts["t"]): string {
  if (decidedMs === null) return t("tender-never");
  return t(approved ? "tender-approved" : "tender-taken-back", { when: moment(decidedMs) });
}

function One({ one, parts, busy, decide }: { one: TenderActivity; parts: DeskParts; busy: boolean; decide: () => void }) {
  const { t, view } = parts;
  const played = view.agendas.filter(({ tender }) => tender.includes(one.id)).map(({ title }) => title);
  return (
    <li class="sheet stack tight" aria-labelledby={`tender-${one.id}`}>
      <div class="row session-head">
        <h2 class="title grow" id={`tender-${one.id}`}>
          {one.title}
        </h2>
        <span class={one.approved ? "tag kept" : "tag soft"}>
          <Icon name={one.approved ? "check" : "close"} />
          {t(one.approved ? "tender-is-approved" : "tender-is-off")}
        </span>
      </div>
      <p class="reading">{one.purpose}</p>
      <dl class="tender-notes">
        <dt class="label">{t("tender-note")}</dt>
        <dd>{one.note}</dd>
        <dt class="label">{t("tender-watch")}</dt>
        <dd>{one.watch}</dd>
        <dt class="label">{t("tender-played")}</dt>
        <dd>{played.length === 0 ? t("tender-played-nowhere") : played.join(", ")}</dd>
      </dl>
      <div class="row">
        <button type="button" class={one.approved ? "button slim" : "button"} aria-disabled={busy} aria-describedby={`tender-${one.id}`} onClick={decide}>
          {t(one.approved ? "tender-take-back" : "tender-approve")}
        </button>
        <span class="small soft grow">{decided(one, t)}</span>
      </div>
    </li>
  );
}

/** The activities that an organization approves one by one, each with what there is to know before. */
export function Tender(parts: DeskParts) {
  const { t, view, ask, say, fail, refresh } = parts;
  const [busy, setBusy] = useState(false);

  async function decide({ id, title, approved }: TenderActivity): Promise<void> {
    if (busy) return; // a second press must not take back what the first has approved
    setBusy(true);
    const answered = await ask<object>("/api/desk/tender", { activity: id, approved: !approved });
    await refresh();
    setBusy(false);
    if ("problem" in answered) fail(answered.problem);
    else say(t(approved ? "done-taken-back" : "done-approved", { title }));
  }
  return (
    <div class="stack">
      <h1 class="prompt" tabIndex={-1}>
        {t("tender-title")}
      </h1>
      <p class="reading">{t("tender-how")}</p>
      <section class="hold stack tight" aria-labelledby="tender-rules">
        <h2 class="title" id="tender-rules">
          {t("tender-rules")}
        </h2>
        <ul class="tender-rules">
          <li>{t("tender-rule-group")}</li>
          <li>{t("tender-rule-one")}</li>
          <li>{t("tender-rule-settle", { minutes: MINUTES_AFTER_TENDER })}</li>
          <li>{t("tender-rule-page")}</li>
        </ul>
      </section>
      <ul class="stack">
        {view.tender.map((one) => (
          <One key={one.id} one={one} parts={parts} busy={busy} decide={() => void decide(one)} />
        ))}
      </ul>
    </div>
  );
}
