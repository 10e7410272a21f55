/** What needs a few words before it is sent about a card: its return, and its veil. */

import { useState } from "preact/hooks";

import { Truth } from "../../../realtime/client/look/Truth";
import { VEILS, type ConsoleView } from "../../../realtime/client/wire";
import { Act } from "./Act";
import { topicsOf } from "./aside";
import { useDoing } from "./context";
import { Dialog } from "./Dialog";
import { CardWords } from "./QueueCard";

/** Letters; the contract's `NOTE_LENGTH`. */
export const NOTE_LENGTH = 280;
/** Beginnings that fit most returns; they are filled in and can be changed. */
const REASONS = [
  { says: "return-broader", note: "return-broader-note" },
  { says: "return-person", note: "return-person-note" },
  { says: "return-heavy", note: "return-heavy-note" },
];

function Quoted({ desk, card }: { desk: ConsoleView; card: string }) {
  const body = useDoing().store.shared.value?.stage?.body;
  const text = desk.queue.find(({ id }) => id === card)?.text ?? "";
  return (
    <blockquote class="voice quoted">
      <CardWords text={text} fields={body?.t === "wall" ? body.input.fields : []} />
    </blockquote>
  );
}

interface ReturnProps {
  desk: ConsoleView;
  run: number;
  card: string;
  /** What the note begins with; it can be changed. */
  draft?: string;
  onClose: () => void;
}

/** It stays until the note is on its way: another facilitator may have decided meanwhile, and what was written is not lost for that. */
export function ReturnPanel({ desk, run, card, draft = "", onClose }: ReturnProps) {
  const { t } = useDoing();
  const [note, setNote] = useState(draft);
  const said = note.trim();
  const now = desk.queue.find(({ id }) => id === card)?.state ?? null;
  const [opened] = useState(now);
  return (
    <Dialog title={t("return-title")} onClose={onClose} first="textarea">
      <Quoted desk={desk} card={card} />
      {now !== opened && (
        <p class="banner">
          <span>{now === null ? t("refused-unknown-card") : `${t(`refused-card-${now}`)} ${t("return-kept")}`}</span>
        </p>
      )}
      <div class="row">
        {REASONS.map((reason) => (
          <button key={reason.says} type="button" class="button slim" onClick={() => setNote(t(reason.note))}>
            {t(reason.says)}
          </button>
        ))}
      </div>
      <label class="field">
        <span class="label">{t("return-note")}</span>
        <textarea rows={draft === "" ? 3 : 6} maxLength={NOTE_LENGTH} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
      </label>
      <Truth icon="returned">{t("return-truth")}</Truth>
      <div class="row">
        <Act class="button main" command={{ t: "return_card", run, card, note: said, seen: now }} blocked={said === "" || now === null} onGranted={onClose}>
          {t("return-yes")}
        </Act>
        <button type="button" class="button" onClick={onClose}>
          {t("cancel")}
        </button>
      </div>
    </Dialog>
  );
}

export function VeilPanel({ desk, run, card, onClose }: { desk: ConsoleView; run: number; card: string; onClose: () => void }) {
  const { t } = useDoing();
  const queued = desk.queue.find(({ id }) => id === card);
  const now = queued?.veil ?? null;
  const authors = queued === undefined ? "" : topicsOf(queued.aside, t);
  return (
    <Dialog title={t("veil-title")} onClose={onClose}>
      <Quoted desk={desk} card={card} />
      <p class="soft">{t("veil-how")}</p>
      {authors !== "" && <p class="banner">{t("veil-author", { topics: authors })}</p>}
      <div class="row">
        {VEILS.map((veil) => (
          <Act key={veil} class={veil === now ? "button main" : "button"} command={{ t: "veil_card", run, card, veil }} onDone={onClose}>
            {t(`veil-${veil}`)}
          </Act>
        ))}
        <Act class={now === null ? "button main" : "button"} command={{ t: "veil_card", run, card, veil: null }} onDone={onClose}>
          {t(authors === "" ? "veil-none" : "veil-none-added")}
        </Act>
      </div>
      <button type="button" class="button quiet" onClick={onClose}>
        {t("cancel")}
      </button>
    </Dialog>
  );
}
