/** What this phone wishes for veiled cards, topic by topic. It stands in this tab only, is never sent, and goes with everything else. */
import { signal, type Signal } from "@preact/signals";

import type { Store } from "../../realtime/client/storage";
import type { Veil } from "../../realtime/client/wire";

/** covered: a line says that there is such a card. open: without a veil. Otherwise it lies closed until it is opened. */
export type Shown = "covered" | "closed" | "open";
type Wishes = Readonly<Partial<Record<Veil, Exclude<Shown, "closed">>>>;

export class Muted {
  readonly #wishes: Signal<Wishes>;

  constructor(
    private readonly tab: Store,
    private readonly code: string,
  ) {
    const kept = tab.get(this.#key);
    this.#wishes = signal(kept === null ? {} : (JSON.parse(kept) as Wishes));
  }

  wish(veil: Veil): Shown {
    return this.#wishes.value[veil] ?? "closed";
  }

  choose(veil: Veil, shown: Shown): void {
    const { [veil]: _before, ...others } = this.#wishes.value;
    this.#wishes.value = shown === "closed" ? others : { ...others, [veil]: shown };
    this.tab.set(this.#key, JSON.stringify(this.#wishes.value));
  }

  /** How a card that touches on these topics begins on this phone. One covered topic covers it; every one must be wished open. */
  begins(veils: readonly Veil[]): Shown {
    const wishes = new Set(veils.map((veil) => this.wish(veil)));
    if (wishes.has("covered")) return "covered";
    return wishes.has("closed") ? "closed" : "open";
  }

  wipe(): void {
    this.#wishes.value = {};
    this.tab.remove(this.#key);
  }

  get #key(): string {
    return `holdspace:veils:${this.code}`;
  }
}
