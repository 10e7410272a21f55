import { useState } from "preact/hooks";

import { CARDS_HOURS } from "../../../realtime/client/desk";
import type { StoredPage } from "../../../realtime/client/stored";
import { SignedLine } from "../../../realtime/client/stored/SignedLine";
import { ErasedNow, StoredTable } from "../../../realtime/client/stored/StoredTable";
import { useStored, type Watched } from "../../../realtime/client/stored/watch";
import type { Translate } from "../../../realtime/client/strings";
import { Dialog } from "../console/Dialog";
import { type Answered, type Ask, type Problem, PROBLEMS } from "./ask";
import { day, moment } from "./times";

/** Where it stands what "without names" means here. */
export const WITHOUT_NAMES = "/without-names";

/** What is read at this door, with this page's secret. */
export function useStoredAt(ask: Ask, path: string, moved: unknown = null): Watched {
  return useStored(async () => {
    const answered = await ask<StoredPage>(path);
    return "got" in answered ? answered.got : null;
  }, moved);
}

/** The table as console and desk show it. */
export function StoredTold({ watched: { page, before, failed, readMs, again }, t, level = 2 }: { watched: Watched; t: Translate; level?: 2 | 3 }) {
  if (page === null) return <p class="soft">{t(failed ? "stored-failed" : "stored-loading")}</p>;
  return (
    <>
      {failed && <p class="banner care">{t("stored-failed")}</p>}
      <ErasedNow page={page} t={t} moment={moment} />
      <SignedLine page={page} t={t} day={day} level={level} />
      <StoredTable page={page} before={before} t={t} moment={moment} hours={CARDS_HOURS} level={level} />
      <p class="row small soft">
        <span>{t("stored-read", { when: moment(readMs) })}</span>
        <button type="button" class="button slim quiet no-print" onClick={() => void again()}>
          {t("stored-again")}
        </button>
      </p>
    </>
  );
}

/** While the session runs, for whoever leads. */
export function StoredPanel({ ask, t, onClose }: { ask: Ask; t: Translate; onClose: () => void }) {
  const watched = useStoredAt(ask, "/api/closing/stored");
  return (
    <Dialog title={t("stored")} onClose={onClose} class="stored-panel">
      <p class="row">
        <button type="button" class="button" onClick={onClose}>
          {t("stored-close")}
        </button>
        <a href={WITHOUT_NAMES} target="_blank" rel="noreferrer">
          {t("without-link")}
        </a>
      </p>
      <p class="small soft">{t("stored-console-how")}</p>
      <StoredTold watched={watched} t={t} level={3} />
    </Dialog>
  );
}

function EraseDialog({ page, t, busy, onClose, onErase }: { page: StoredPage; t: Translate; busy: boolean; onClose: () => void; onErase: () => void }) {
  const summary = page.things.some(({ kind, there }) => kind === "summary" && there === true);
  const programme = page.things.some(({ of }) => of === "programme");
  return (
    <Dialog title={t("erase-title")} onClose={onClose}>
      <ul class="stack tight">
        <li>{t("erase-goes")}</li>
        <li>
          {t(summary ? "erase-stays-summary" : "erase-stays")}
          {programme && ` ${t("stored-erased-programme")}`}
        </li>
        <li>{t("erase-for-good")}</li>
      </ul>
      <div class="row">
        <button type="button" class="button main" onClick={onClose}>
          {t("erase-no")}
        </button>
        <button type="button" class="button care" aria-disabled={busy} onClick={() => !busy && onErase()}>
          {t(busy ? "erase-doing" : "erase-yes")}
        </button>
      </div>
    </Dialog>
  );
}

/** After the end: what is stored, and erasing it in front of the group. `done`: it is erased, or it could not be. */
export function StoredAtEnd({ ask, t, watched, done }: { ask: Ask; t: Translate; watched: Watched; done: () => void }) {
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { page, again } = watched;

  async function erase(): Promise<void> {
    setBusy(true);
    const answered: Answered<StoredPage> = await ask<StoredPage>("/api/closing/erase", {});
    setBusy(false);
    setAsked(false);
    setProblem("problem" in answered ? answered.problem : null);
    await again(); // what is shown is read anew, never what was wished
    done();
  }
  return (
    <div class="stack closing-stored no-print">
      <h2 class="title">
        {t("stored")}
      </h2>
      <p class="small soft">{t("stored-console-how")}</p>
      {problem !== null && (
        <p role="alert" class="banner care">
          {t(PROBLEMS[problem])}
        </p>
      )}
      {page?.state === "over" && (
        <p class="row">
          <button type="button" class="button care fits" onClick={() => setAsked(true)}>
            {t("erase-now")}
          </button>
          <span class="small soft">{t("erase-now-how")}</span>
        </p>
      )}
      {page?.state === "erasing" && <p class="small">{t("erase-waits")}</p>}
      <StoredTold watched={watched} t={t} level={3} />
      {asked && page !== null && <EraseDialog page={page} t={t} busy={busy} onClose={() => setAsked(false)} onErase={() => void erase()} />}
    </div>
  );
}
