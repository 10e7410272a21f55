import { useState } from "preact/hooks";

import type { CreateSession } from "../../../realtime/client/desk";
import { WITHOUT_NAMES } from "../closing/Stored";
import { localField } from "../closing/times";
import { Choice, Group } from "./Choice";
import { type DeskParts, helpMissing } from "./Desk";

/** 0: nothing is kept after the end. */
const DAYS = [0, 1, 7, 30, 90];
const HOUR = 3_600_000;

/** Everything that is decided before a session besides what is played. */
export type TermsOfSession = Omit<CreateSession, "agenda" | "startsMs">;

export interface TermsState {
  terms: TermsOfSession;
  later: boolean;
  /** As its field has it: the local time. */
  date: string;
  change: (changes: Partial<TermsOfSession>) => void;
  planLater: (later: boolean) => void;
  setDate: (date: string) => void;
}

/** It starts with the gentlest choices that leave a summary. `touched`: something was chosen anew. */
export function useTerms(touched: () => void): TermsState {
  const [terms, setTerms] = useState<TermsOfSession>({ practice: true, presence: "together", floor: 5, approval: false, retentionDays: 1 });
  const [later, planLater] = useState(false);
  const [date, setDate] = useState(() => localField(Date.now() + HOUR));
  const change = (changes: Partial<TermsOfSession>): void => {
    touched();
    setTerms({ ...terms, ...changes });
  };
  return { terms, later, date, change, planLater, setDate };
}

/** When it is meant to begin; null: now. "past" for a moment that is over, or for none. */
export function startOf({ later, date }: TermsState): number | null | "past" {
  if (!later) return null;
  const ms = new Date(date).getTime();
  return ms > Date.now() ? ms : "past";
}

export function Terms({ parts: { t, view }, state, onlyPractice }: { parts: DeskParts; state: TermsState; onlyPractice: boolean }) {
  const { terms, later, date, change, planLater, setDate } = state;
  return (
    <>
      <Group name={t("new-kind")}>
        <Choice group="kind" checked={terms.practice} name={t("new-practice")} how={t("new-practice-how")} onPick={() => change({ practice: true })} />
        <Choice
          group="kind"
          checked={!terms.practice}
          disabled={onlyPractice}
          name={t("new-real")}
          how={t(helpMissing(view) ? "new-real-no-help" : "new-real-how")}
          onPick={() => change({ practice: false })}
        />
      </Group>
      <Group name={t("new-place")}>
        <Choice group="place" checked={terms.presence === "together"} name={t("new-together")} how={t("new-together-how")} onPick={() => change({ presence: "together" })} />
        <Choice group="place" checked={terms.presence === "apart"} name={t("new-apart")} how={t("new-apart-how")} onPick={() => change({ presence: "apart" })} />
      </Group>
      <Group name={t("new-floor")}>
        {terms.practice && <p class="soft both">{t("new-floor-practice")}</p>}
        {!terms.practice && <Choice group="floor" checked={terms.floor === 5} name={t("new-floor-five")} how={t("new-floor-five-how")} onPick={() => change({ floor: 5 })} />}
        {!terms.practice && <Choice group="floor" checked={terms.floor === 4} name={t("new-floor-four")} how={t("new-floor-four-how")} onPick={() => change({ floor: 4 })} />}
        <p class="small soft both">
          {t("new-floor-summary")}{" "}
          <a href={WITHOUT_NAMES} target="_blank" rel="noreferrer">
            {t("without-link")}
          </a>
        </p>
      </Group>
      <Group name={t("new-door")}>
        <Choice type="checkbox" group="approval" checked={terms.approval} name={t("new-approval")} how={t("new-approval-how")} onPick={(approval) => change({ approval })} />
      </Group>
      <Group name={t("new-when")}>
        <Choice group="when" checked={!later} name={t("new-now")} onPick={() => planLater(false)} />
        <Choice group="when" checked={later} name={t("new-later")} onPick={() => planLater(true)} />
        {later && (
          <div class="field both">
            <label class="label" for="new-date">
              {t("new-date")}
            </label>
            <input id="new-date" type="datetime-local" value={date} onInput={(event) => setDate(event.currentTarget.value)} />
          </div>
        )}
      </Group>
      <div class="field">
        <label class="label" for="new-retention">
          {t("new-retention")}
        </label>
        <select id="new-retention" aria-describedby="new-retention-how" value={String(terms.retentionDays)} onChange={(event) => change({ retentionDays: Number(event.currentTarget.value) })}>
          {DAYS.map((days) => (
            <option key={days} value={String(days)}>
              {days === 0 ? t("new-retention-none") : t("new-retention-days", { days })}
            </option>
          ))}
        </select>
        <p id="new-retention-how" class="small soft">
          {t(terms.retentionDays === 0 ? "new-retention-none-how" : "new-retention-how")}
        </p>
      </div>
    </>
  );
}

/** The button that makes a session, and what is still missing. */
export function MakeIt({ t, later, busy, missing }: { t: DeskParts["t"]; later: boolean; busy: boolean; missing: string | null }) {
  return (
    <div class="stack tight">
      <button type="submit" class="button main fits" aria-disabled={busy}>
        {t(busy ? "new-making" : later ? "new-make" : "new-make-open")}
      </button>
      <p role="alert" class="tag care">
        {missing !== null && t(missing)}
      </p>
    </div>
  );
}
