/** What is being written or chosen, by stage run. Kept in this tab, so that a reload or a help page in between loses nothing. */
import { signal, type Signal } from "@preact/signals";

import { cardId } from "../../realtime/client/cards";
import { newCardKey, newNoteKey } from "../../realtime/client/keys";
import type { Store } from "../../realtime/client/storage";

export interface Draft {
  text: string;
  option: number | null;
  options: number[];
  steps: Record<string, number>;
  /** An answer is held, and the person has opened it again to change it. */
  changing: boolean;
  /** Made when a card is first sent; changing the card keeps them. */
  cardKey: string | null;
  noteKey: string | null;
}

const EMPTY: Draft = { text: "", option: null, options: [], steps: {}, changing: false, cardKey: null, noteKey: null };

export class Drafts {
  readonly #signals = new Map<number, Signal<Draft>>();

  constructor(
    private readonly store: Store,
    private readonly code: string,
  ) {}

  of(run: number): Signal<Draft> {
    const known = this.#signals.get(run);
    if (known !== undefined) return known;
    const kept = this.store.get(this.#key(run));
    const draft = signal<Draft>(kept === null ? EMPTY : { ...EMPTY, ...(JSON.parse(kept) as Partial<Draft>) });
    this.#signals.set(run, draft);
    return draft;
  }

  change(run: number, change: Partial<Draft>): void {
    const draft = this.of(run);
    draft.value = { ...draft.value, ...change };
    this.store.set(this.#key(run), JSON.stringify(draft.value));
  }

  /** The keys of this run's card: made here, known to this phone only. */
  cardKeys(run: number): { card: string; cardKey: string; noteKey: string } {
    const draft = this.of(run).value;
    const cardKey = draft.cardKey ?? newCardKey();
    const noteKey = draft.noteKey ?? newNoteKey();
    this.change(run, { cardKey, noteKey });
    return { card: cardId(cardKey), cardKey, noteKey };
  }

  /** Nothing written, and no keys: what was here has been taken in. */
  renew(run: number): void {
    this.change(run, EMPTY);
  }

  wipe(): void {
    const mine = `holdspace:draft:${this.code}:`;
    for (const key of this.store.keys()) if (key.startsWith(mine)) this.store.remove(key);
    for (const draft of this.#signals.values()) draft.value = EMPTY;
  }

  #key(run: number): string {
    return `holdspace:draft:${this.code}:${run}`;
  }
}
