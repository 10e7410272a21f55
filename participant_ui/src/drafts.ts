/** What is being written or chosen, by stage run. Kept in this tab, so that a reload or a help page in between loses nothing. */
import { signal, type Signal } from "@preact/signals";

import { NO_ASIDE } from "../../realtime/client/asides";
import { cardId } from "../../realtime/client/cards";
import { newCardKey, newNoteKey } from "../../realtime/client/keys";
import type { Store } from "../../realtime/client/storage";
import type { Aside } from "../../realtime/client/wire";
import { NOTHING_DRAWN } from "./inputs/values";
import { NOTHING_WRITTEN, type Written } from "./written";

export interface Draft extends Written {
  /** An answer is held, and the person has opened it again to change it. */
  changing: boolean;
  /** Made when a card is first sent; changing the card keeps them. */
  cardKey: string | null;
  noteKey: string | null;
  /** What stands beside a card. */
  aside: Aside;
}

const EMPTY: Draft = { ...NOTHING_WRITTEN, changing: false, cardKey: null, noteKey: null, aside: NO_ASIDE };

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

  /** Drawings with their names and words, also those that were copied from a private page. */
  wipeDrawn(): void {
    const runs = this.#keys().map((key) => Number(key.slice(this.#prefix.length)));
    for (const run of new Set([...runs, ...this.#signals.keys()])) this.change(run, { drawn: NOTHING_DRAWN });
  }

  wipe(): void {
    for (const key of this.#keys()) this.store.remove(key);
    for (const draft of this.#signals.values()) draft.value = EMPTY;
  }

  get #prefix(): string {
    return `holdspace:draft:${this.code}:`;
  }

  #keys(): string[] {
    return this.store.keys().filter((key) => key.startsWith(this.#prefix));
  }

  #key(run: number): string {
    return this.#prefix + run;
  }
}
