import { useEffect } from "preact/hooks";

import { inFours } from "../../../realtime/client/code";
import { Icon } from "../../../realtime/client/look/Icon";
import type { ClientCommand, ConsoleView, SharedView } from "../../../realtime/client/wire";
import { joinLink, qrOf } from "../words";
import { Act } from "./Act";
import { useDoing } from "./context";
import { Dialog } from "./Dialog";
import { Plan } from "./Plan";
import { Eyes, People } from "./People";

/** A key is a letter, or the id of its name. */
const KEYS: [key: string, says: string][] = [
  ["name-of-space", "key-space"],
  ["J", "key-join"],
  ["H", "key-calm"],
  ["M", "key-queue"],
  ["name-of-arrows", "key-arrows"],
  ["S", "key-share"],
  ["X", "key-hide"],
  ["?", "key-help"],
];

export function Door({ desk }: { desk: ConsoleView }) {
  const { t } = useDoing();
  return (
    <Act class="button slim quiet" command={{ t: desk.locked ? "unlock_door" : "lock_door" }}>
      <Icon name="kept" />
      {t(desk.locked ? "door-unlock" : "door-lock")}
    </Act>
  );
}

function JoinPanel({ desk, onClose }: { desk: ConsoleView; onClose: () => void }) {
  const { t } = useDoing();
  const link = joinLink(desk.code);
  return (
    <Dialog title={t("join-title")} onClose={onClose} class="join-panel">
      <div class="qr">
        <img src={qrOf(desk.code)} alt={t("qr", { link })} />
      </div>
      <p>{t("join-how", { link })}</p>
      <p class="code num">{inFours(desk.code)}</p>
      {desk.locked && <p class="tag care">{t("door-locked")}</p>}
      <div class="row">
        <button type="button" class="button" onClick={onClose}>
          {t("close")} <kbd>J</kbd>
        </button>
        <Door desk={desk} />
      </div>
    </Dialog>
  );
}

function KeysPanel({ onClose }: { onClose: () => void }) {
  const { t } = useDoing();
  return (
    <Dialog title={t("keys-title")} onClose={onClose}>
      <dl class="keys">
        {KEYS.map(([key, says]) => (
          <div key={key}>
            <dt>
              <kbd>{key.length > 1 ? t(key) : key}</kbd>
            </dt>
            <dd>{t(says)}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="button" onClick={onClose}>
        {t("close")}
      </button>
    </Dialog>
  );
}

/** Asks once more; the harmless answer comes first and has the focus. */
function AskPanel(props: { title: string; text: string; no: string; yes: string; command: ClientCommand; onClose: () => void }) {
  const { title, text, no, yes, command, onClose } = props;
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{text}</p>
      <div class="row">
        <button type="button" class="button main" onClick={onClose}>
          {no}
        </button>
        <Act class="button care" command={command} onDone={onClose}>
          {yes}
        </Act>
      </div>
    </Dialog>
  );
}

function EndPanel({ onClose }: { onClose: () => void }) {
  const { t } = useDoing();
  const words = { title: t("end-title"), text: t("end-text"), no: t("end-no"), yes: t("end-yes") };
  return <AskPanel {...words} command={{ t: "end_session" }} onClose={onClose} />;
}

/** Goes away by itself when the rooms come to their end in the meantime. */
function EndRoomsPanel({ desk, onClose }: { desk: ConsoleView; onClose: () => void }) {
  const { t } = useDoing();
  const over = desk.next.does !== "end_rooms";
  useEffect(() => {
    if (over) onClose();
  }, [over, onClose]);
  if (over) return null;
  const words = { title: t("end-rooms-title"), text: t("end-rooms-text"), no: t("end-rooms-no"), yes: t("end-rooms-yes") };
  return <AskPanel {...words} command={{ t: "end_rooms", run: desk.next.run }} onClose={onClose} />;
}

/** Goes away by itself when the closing comes to its end after all: then there is nothing left to drop. */
function DropPanel({ desk, onClose }: { desk: ConsoleView; onClose: () => void }) {
  const { t } = useDoing();
  const over = desk.closing === null;
  useEffect(() => {
    if (over) onClose();
  }, [over, onClose]);
  if (over) return null;
  const words = { title: t("drop-title"), text: t("drop-text"), no: t("drop-no"), yes: t("drop-yes") };
  return <AskPanel {...words} command={{ t: "discard_stage", run: desk.next.run }} onClose={onClose} />;
}

function PlanPanel({ desk, shared, onClose }: { desk: ConsoleView; shared: SharedView; onClose: () => void }) {
  const { t, open } = useDoing();
  return (
    <Dialog title={t("plan")} onClose={onClose} class="plan-panel">
      <div class="row">
        <button type="button" class="button" onClick={onClose}>
          {t("close")}
        </button>
        <button type="button" class="button quiet" onClick={() => open("join")}>
          <Icon name="qr" />
          {t("join-panel")}
        </button>
        <Door desk={desk} />
      </div>
      <nav class="plan" aria-label={t("plan")}>
        <Plan desk={desk} shared={shared} />
      </nav>
      <People desk={desk} shared={shared} />
      <Eyes shared={shared} />
    </Dialog>
  );
}

/** At most one panel lies over the console. */
export function Panels({ desk, shared }: { desk: ConsoleView; shared: SharedView }) {
  const { panel, open } = useDoing();
  const onClose = () => open(null);
  switch (panel.value) {
    case "join":
      return <JoinPanel desk={desk} onClose={onClose} />;
    case "keys":
      return <KeysPanel onClose={onClose} />;
    case "end":
      return <EndPanel onClose={onClose} />;
    case "end_rooms":
      return <EndRoomsPanel desk={desk} onClose={onClose} />;
    case "drop":
      return <DropPanel desk={desk} onClose={onClose} />;
    case "plan":
      return <PlanPanel desk={desk} shared={shared} onClose={onClose} />;
    case null:
      return null;
  }
}
