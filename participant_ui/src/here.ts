/** Being in a session: the line, the drafts, the own cards, and what this page shows on top of the shared view. */
import { effect, signal, untracked, type Signal } from "@preact/signals";

import { dropSeatKey } from "../../realtime/client/keys";
import { REFUSALS } from "../../realtime/client/refusals";
import type { Session } from "../../realtime/client/session";
import type { Store } from "../../realtime/client/storage";
import type { ClientCommand } from "../../realtime/client/wire";
import type { Door } from "./door";
import { Drafts } from "./drafts";
import { chancePause, MyCards } from "./mycards";

/** What stands over the task for now. */
export type Over = "help" | "leave" | "you" | "cards" | "agreements" | null;

export interface HereOptions {
  session: Session;
  code: string;
  kept: Store;
  tab: Store;
  door: Pick<Door, "card">;
  pause?: () => Promise<void>;
}

const ENDED = 4410;

/** How this phone came to be outside: by its own wish, while it waited to be let in, or by the facilitators. */
export type LeftBy = "self" | "declined" | "others";

export class Here {
  readonly over: Signal<Over> = signal(null);
  /** The id of a sentence that says why a wish was not granted. */
  readonly notice: Signal<string | null> = signal(null);
  readonly drafts: Drafts;
  readonly cards: MyCards;
  readonly session: Session;
  readonly code: string;
  readonly #kept: Store;
  readonly #tab: Store;
  readonly #read: Signal<ReadonlySet<string>> = signal(new Set());
  readonly #stopWatching: () => void;

  constructor({ session, code, kept, tab, door, pause = chancePause }: HereOptions) {
    this.session = session;
    this.code = code;
    this.#kept = kept;
    this.#tab = tab;
    this.drafts = new Drafts(tab, code);
    this.cards = new MyCards({ door, kept, tab, code, session, pause });
    const stopEnd = effect(() => {
      const { shared, closed } = session.store;
      if (shared.value?.phase === "ended" || closed.value?.code === ENDED) untracked(() => this.wipe());
      else this.cards.look();
    });
    const stopState = effect(() => {
      const state = session.store.seat.value?.state;
      if (session.store.shared.peek()?.phase === "ended") return;
      if (state === "here" || state === "resting" || state === "waiting") tab.set(this.#stateKey, state);
    });
    const stopReading = effect(() => {
      if (this.over.value !== "cards") return;
      const notes = this.#notes();
      untracked(() => (this.#read.value = new Set([...this.#read.value, ...notes])));
    });
    this.#stopWatching = () => {
      stopReading();
      stopEnd();
      stopState();
    };
  }

  get leftBy(): LeftBy {
    const before = this.#tab.get(this.#stateKey);
    return before === "waiting" ? "declined" : before === "leaving" ? "self" : "others";
  }

  /** Notes about own cards that nobody here has opened yet. */
  get unreadNotes(): number {
    return this.#notes().filter((sealed) => !this.#read.value.has(sealed)).length;
  }

  #notes(): string[] {
    return this.cards.all.flatMap(({ state, note }) => (state === "returned" && note !== null ? [note.sealed] : []));
  }

  /** A refusal is said; a wish without a line waits for the line. */
  async wish(command: ClientCommand): Promise<boolean> {
    this.notice.value = this.session.store.line.value === "live" ? null : "wish-waits";
    if (command.t === "leave") this.#tab.set(this.#stateKey, "leaving");
    const outcome = await this.session.send(command);
    this.notice.value = "refused" in outcome ? REFUSALS[outcome.refused] : null;
    return "done" in outcome;
  }

  /**
   * The session has ended, or this phone was removed: what was written here and the key are gone from this phone. What proves that
   * cards are its own stays until they are erased, so that they can still be taken back.
   */
  wipe(): void {
    this.cards.sessionEnded(Date.now());
    this.#forgetWords();
  }

  /** Everything of this session, at somebody's wish. */
  wipeAll(): void {
    this.#forgetWords();
    this.cards.forget();
  }

  close(): void {
    this.#stopWatching();
    this.session.close();
  }

  get #stateKey(): string {
    return `holdspace:state:${this.code}`;
  }

  #forgetWords(): void {
    dropSeatKey(this.#kept, this.code);
    this.session.held.wipe();
    this.session.taps.wipe();
    this.drafts.wipe();
    this.#tab.remove(this.#stateKey);
  }
}
