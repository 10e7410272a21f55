/**
 * The stranger's card that this phone was dealt, to read or to reply to. Its words stand in this tab only, and go as soon as the card
 * does not stand any more, or another stage is played.
 *
 * Of the two that it is told it draws one by itself. Were it always the first that is not its own, only whoever was told their own
 * would reply to a second one, and a card without a reply would name its author's.
 */
import { signal, type Signal } from "@preact/signals";

import type { Store } from "../../realtime/client/storage";
import type { Line } from "../../realtime/client/store";
import type { Dealt, DealtCard, StageView } from "../../realtime/client/wire";

/** What of a stage decides about dealing. */
export interface Asks {
  run: number;
  standing: readonly string[];
}

/** The stage in which each phone has a dealt card: while replies are gathered, or once the cards to read are out. Or null. */
export function dealtIn(stage: StageView | null): Asks | null {
  if (stage === null || stage.body.t !== "wall" || stage.again) return null;
  const { replies, standing } = stage.body;
  const now = replies ? stage.phase !== "closed" : stage.phase === "closed" && standing.length > 0;
  return now ? { run: stage.run, standing } : null;
}

/** Heads or tails. */
const tossed = (): boolean => crypto.getRandomValues(new Uint8Array(1))[0]! % 2 === 0;

interface Sources {
  tab: Store;
  code: string;
  owns: (card: string) => boolean;
  /** False where there is no line now. */
  draw: (run: number) => boolean;
}

export class DealtCards {
  readonly #kept: Signal<Dealt | null>;
  /** What was asked for on this line: the same is not asked twice. */
  #asked = "";

  constructor(private readonly sources: Sources) {
    const kept = sources.tab.get(this.#key);
    this.#kept = signal(kept === null ? null : (JSON.parse(kept) as Dealt));
  }

  /** The one that is shown: the first of those kept that is not this phone's own; null where there is none, or not yet. */
  card(run: number): DealtCard | null {
    const dealt = this.#kept.value;
    return dealt?.run === run ? (dealt.cards.find(({ id }) => !this.sources.owns(id)) ?? null) : null;
  }

  /** Whether an answer has come, whatever it holds. */
  answered(run: number): boolean {
    return this.#kept.value?.run === run;
  }

  /** Looks what still stands, and asks for another card where none is left. `asks` is null where nothing is replied to now. */
  look(asks: Asks | null, line: Line): void {
    const dealt = this.#kept.value;
    if (asks === null || (dealt !== null && dealt.run !== asks.run)) this.#keep(null);
    else if (dealt !== null) {
      const cards = dealt.cards.filter(({ id }) => asks.standing.includes(id));
      if (cards.length < dealt.cards.length) this.#keep({ ...dealt, cards });
    }
    if (asks === null || line !== "live") this.#asked = "";
    if (asks === null || line !== "live" || this.card(asks.run) !== null) return;
    const wish = `${asks.run} ${asks.standing.join(" ")}`;
    if (wish !== this.#asked && this.sources.draw(asks.run)) this.#asked = wish;
  }

  /** What the server dealt. What does not stand any more is not even looked at. */
  take(dealt: Dealt, asks: Asks | null): void {
    if (asks === null || dealt.run !== asks.run) return;
    const cards = dealt.cards.filter(({ id }) => asks.standing.includes(id));
    const shown = this.card(dealt.run);
    const other = shown === null ? tossed() : cards[0]?.id !== shown.id;
    this.#keep({ ...dealt, cards: other ? cards.toReversed() : cards });
  }

  wipe(): void {
    this.#keep(null);
    this.#asked = "";
  }

  get #key(): string {
    return `holdspace:dealt:${this.sources.code}`;
  }

  #keep(dealt: Dealt | null): void {
    this.#kept.value = dealt;
    if (dealt === null) this.sources.tab.remove(this.#key);
    else this.sources.tab.set(this.#key, JSON.stringify(dealt));
  }
}
