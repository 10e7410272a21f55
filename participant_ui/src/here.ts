/** Being in a session: the line, the drafts, and what this page shows on top of the shared view. */
import { effect, signal, type Signal } from "@preact/signals";

import { dropSeatKey } from "../../realtime/client/keys";
import { REFUSALS } from "../../realtime/client/refusals";
import type { Session } from "../../realtime/client/session";
import type { Store } from "../../realtime/client/storage";
import type { ClientCommand } from "../../realtime/client/wire";
import { Drafts } from "./drafts";

/** What stands over the task for now: the help page, or the question whether to leave. */
export type Over = "help" | "leave" | null;

const ENDED = 4410;

export class Here {
  readonly over: Signal<Over> = signal(null);
  /** The id of a sentence that says why a wish was not granted. */
  readonly notice: Signal<string | null> = signal(null);
  readonly drafts: Drafts;
  readonly #stopWatching: () => void;

  constructor(
    readonly session: Session,
    readonly code: string,
    private readonly kept: Store,
    tab: Store,
  ) {
    this.drafts = new Drafts(tab, code);
    this.#stopWatching = effect(() => {
      const { shared, closed } = session.store;
      if (shared.value?.phase === "ended" || closed.value?.code === ENDED) this.wipe();
    });
  }

  /** Rest, come back, leave. A refusal is said; a wish without a line waits for the line. */
  async wish(command: ClientCommand): Promise<void> {
    this.notice.value = this.session.store.line.value === "live" ? null : "wish-waits";
    const outcome = await this.session.send(command);
    this.notice.value = "refused" in outcome ? REFUSALS[outcome.refused] : null;
  }

  /** The session has ended, or this phone was removed: what was written here and the key are gone from this phone. */
  wipe(): void {
    dropSeatKey(this.kept, this.code);
    this.session.held.wipe();
    this.drafts.wipe();
  }

  close(): void {
    this.#stopWatching();
    this.session.close();
  }
}
