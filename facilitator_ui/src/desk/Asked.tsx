import { useState } from "preact/hooks";

import { inFours } from "../../../realtime/client/code";
import type { SessionRowView } from "../../../realtime/client/desk";
import { Dialog } from "../console/Dialog";
import { type DeskParts, openLinks } from "./Desk";
import { whenOf } from "./when";

/** What cannot be taken back, or surprises somebody: it is asked once more. */
export interface Wish {
  does: "cancel" | "end" | "erase" | "links" | "links-ended";
  row: SessionRowView;
}

const TEXTS = {
  cancel: ["ask-cancel-title", "ask-cancel", "ask-cancel-yes", "done-cancelled"],
  end: ["ask-end-title", "ask-end", "ask-end-yes", "done-ended"],
  erase: ["ask-erase-title", "ask-erase", "ask-erase-yes", "done-erased"],
  links: ["ask-links-title", "row-links-how", "ask-links-yes", ""],
  "links-ended": ["ask-links-ended-title", "row-links-ended-how", "ask-links-ended-yes", ""],
} as const;

const letters = (code: string): string => code.replaceAll(/\s/g, "").toUpperCase();

export function Asked({ wish: { does, row }, parts, onClose }: { wish: Wish; parts: DeskParts; onClose: () => void }) {
  const { t, ask, say, fail, refresh } = parts;
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const [title, text, yes, done] = TEXTS[does];
  const told = does === "end" && row.retentionDays === 0 ? "ask-end-no-trace" : text;
  const harmless = does === "links" || does === "links-ended";
  const ready = !busy && (does !== "erase" || letters(typed) === letters(row.code));

  async function perform(): Promise<void> {
    if (!ready) return;
    setBusy(true);
    if (harmless) await openLinks(row, parts);
    else {
      const answered = await ask<object>(`/api/desk/sessions/${row.id}/${does}`, {});
      await refresh();
      if ("problem" in answered) fail(answered.problem);
      else say(t(done));
    }
    onClose();
  }
  return (
    <Dialog title={t(title)} onClose={onClose}>
      <p>{t(told, { title: row.title, code: inFours(row.code) })}</p>
      <p class="small soft num">{t("row-actions", { title: row.title, when: whenOf(row, t), code: inFours(row.code) })}</p>
      {does === "erase" && (
        <div class="field">
          <label class="label" for="erase-code">
            {t("ask-erase-code")}
          </label>
          <input id="erase-code" type="text" value={typed} autocomplete="off" autocapitalize="characters" spellcheck={false} onInput={(event) => setTyped(event.currentTarget.value)} />
        </div>
      )}
      <div class="row">
        <button type="button" class="button main" onClick={onClose}>
          {t("ask-no")}
        </button>
        <button type="button" class={harmless ? "button" : "button care"} aria-disabled={!ready} onClick={() => void perform()}>
          {t(yes)}
        </button>
      </div>
    </Dialog>
  );
}
