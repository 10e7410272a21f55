/** Whether the sheet of a check-in lies open on this phone. Kept in this tab, by the check-in's number. */
import { signal, type Signal } from "@preact/signals";

import type { Store } from "../../realtime/client/storage";
import type { FeelingView, StageView } from "../../realtime/client/wire";

export type Feeling = FeelingView["feeling"];

export const FEELINGS: readonly Feeling[] = ["mood", "energy", "safety"];

interface Chosen {
  checkIn: number;
  open: boolean;
}

const NEVER: Chosen = { checkIn: 0, open: false };

export class CheckInSheet {
  readonly #chosen: Signal<Chosen>;

  constructor(
    private readonly store: Store,
    private readonly code: string,
  ) {
    const kept = store.get(this.#key);
    this.#chosen = signal(kept === null ? NEVER : (JSON.parse(kept) as Chosen));
  }

  /** As its person left it; at first open only where there is nothing else to do, so that it moves nothing that somebody writes. */
  isOpen(checkIn: number, stage: StageView | null): boolean {
    const chosen = this.#chosen.value;
    return chosen.checkIn === checkIn ? chosen.open : stage === null || stage.kind === "guide";
  }

  set(checkIn: number, open: boolean): void {
    this.#chosen.value = { checkIn, open };
    this.store.set(this.#key, JSON.stringify(this.#chosen.value));
  }

  wipe(): void {
    this.#chosen.value = NEVER;
    this.store.remove(this.#key);
  }

  get #key(): string {
    return `holdspace:sheet:${this.code}`;
  }
}
