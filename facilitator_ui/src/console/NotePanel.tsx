import { useState } from "preact/hooks";

import type { SharedView } from "../../../realtime/client/wire";
import { Act } from "./Act";
import { NOTE_LENGTH } from "./CardPanels";
import { useDoing } from "./context";
import { Dialog } from "./Dialog";
import { OfferHelp } from "./WorryPanel";

/** A short note on all phones and the screen, until it is cleared or another takes its place. `begin`: words to start from. */
export function NotePanel({ shared, begin = "", onClose }: { shared: SharedView; begin?: string; onClose: () => void }) {
  const { t } = useDoing();
  const [text, setText] = useState(begin);
  const said = text.trim();
  return (
    <Dialog title={t("note-title")} onClose={onClose} first="textarea">
      {shared.note !== null && (
        <div class="banner night">
          <p class="grow">
            <span class="label">{t("note-now")}</span> {shared.note}
          </p>
          <Act command={{ t: "send_note", text: "" }} onDone={onClose}>
            {t("note-clear")}
          </Act>
        </div>
      )}
      <label class="field">
        <span class="label">{t(shared.note === null ? "note-text" : "note-instead")}</span>
        <textarea rows={3} maxLength={NOTE_LENGTH} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <p class="soft small">{t("note-how")}</p>
      <div class="row">
        <Act class="button main" command={{ t: "send_note", text: said }} blocked={said === ""} onDone={onClose}>
          {t("note-send")}
        </Act>
        <button type="button" class="button" onClick={onClose}>
          {t("cancel")}
        </button>
      </div>
      <OfferHelp shared={shared} />
    </Dialog>
  );
}

/** What stands on all phones now. */
export function NoteNow({ shared }: { shared: SharedView }) {
  const { t, open } = useDoing();
  if (shared.note === null) return null;
  return (
    <div class="banner night note-now">
      <p class="grow">
        <span class="label">{t("note-now")}</span> {shared.note}
      </p>
      <button type="button" class="button slim" onClick={() => open("note")}>
        {t("note-change")}
      </button>
    </div>
  );
}
