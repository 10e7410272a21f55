import type { ClientCommand } from "../../../realtime/client/wire";
import { Act } from "./Act";
import { Dialog } from "./Dialog";

/** Asks once more; the harmless answer comes first and has the focus. */
export function AskPanel(props: { title: string; text: string; no: string; yes: string; command: ClientCommand; onClose: () => void }) {
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
