/**
 * Gauges: what this person has tapped in a stage or a check-in. The whole set goes out with every change and after every reconnect, because the
 * server keeps it in memory only, and only totals of it leave the node.
 */
import { signal, type Signal } from "@preact/signals";

import { paddedTap } from "./padding";
import type { Store } from "./storage";
import type { FromPage, NotTapped, RefusalCode, StageView, Tapped } from "./wire";

export interface Tapping {
  counter: number;
  /** Shown at once, before a node has them. */
  marks: readonly string[];
  /** The last set that a node has, to fall back to. */
  confirmed: readonly string[];
  refusal: RefusalCode | null;
}

export interface TapsOptions {
  code: string;
  /** Ends with the tab: what was tapped. */
  answers: Store;
  /** Outlives the tab: a number that grows, because the server takes the highest, and in which stages something was tapped. */
  counters: Store;
  send: (message: FromPage) => boolean;
  /** A check-in's runs are its numbers. */
  about?: "stage" | "check_in";
}

/** Names under which the phone keeps: what was tapped, the counter, and in which runs something was said. */
const KEPT = { stage: ["taps", "tapped", "tapped-in"], check_in: ["felt", "felt-count", "felt-in"] } as const;

const NOTHING: Tapping = { counter: 0, marks: [], confirmed: [], refusal: null };

export class Taps {
  /** By stage run. */
  readonly byRun: Signal<Readonly<Record<number, Tapping>>>;
  #counter: number;
  /** Runs in which something went out: what is only said again counts as no change on the server. */
  readonly #said: Set<number>;

  readonly #about: "stage" | "check_in";

  constructor(private readonly options: TapsOptions) {
    this.#about = options.about ?? "stage";
    const kept = options.answers.get(this.#tapsKey);
    this.byRun = signal(kept === null ? {} : (JSON.parse(kept) as Record<number, Tapping>));
    this.#counter = Math.max(0, Number(options.counters.get(this.#counterKey) ?? 0));
    this.#said = new Set(JSON.parse(options.counters.get(this.#saidKey) ?? "[]") as number[]);
  }

  has(run: number, mark: string): boolean {
    return this.byRun.value[run]?.marks.includes(mark) ?? false;
  }

  /** Sets `mark`, or takes it away. */
  toggle(run: number, mark: string): void {
    const before = this.byRun.value[run]?.marks ?? [];
    this.choose(run, before.includes(mark) ? before.filter((other) => other !== mark) : [...before, mark].toSorted());
  }

  /** From now on exactly these; none is said like any other. */
  choose(run: number, marks: readonly string[]): void {
    const before = this.byRun.value[run] ?? NOTHING;
    this.#counter += 1;
    this.options.counters.set(this.#counterKey, String(this.#counter));
    this.#keep(run, { ...before, counter: this.#counter, marks, refusal: null });
    this.#send(run);
  }

  /** After a reconnect, and when a stage is looked at again: the server may not know of them, or not any more. */
  repeat(stage: Pick<StageView, "run"> | null): void {
    if (stage !== null && this.byRun.value[stage.run] !== undefined) this.#send(stage.run);
  }

  /** What was tapped in other runs is needed no more. */
  keepOnly(run: number): void {
    const others = Object.keys(this.byRun.value).filter((other) => Number(other) !== run);
    if (others.length === 0) return;
    const kept = this.byRun.value[run];
    this.byRun.value = kept === undefined ? {} : { [run]: kept };
    this.options.answers.set(this.#tapsKey, JSON.stringify(this.byRun.value));
  }

  onTapped(message: Tapped): void {
    const taps = this.byRun.value[message.run];
    if (taps !== undefined && taps.counter === message.counter) this.#keep(message.run, { ...taps, confirmed: taps.marks });
  }

  onNotTapped(message: NotTapped): void {
    const taps = this.byRun.value[message.run];
    if (taps !== undefined && taps.counter === message.counter)
      this.#keep(message.run, { ...taps, marks: taps.confirmed, refusal: message.code });
  }

  /** Forgets everything: the session has ended. */
  wipe(): void {
    this.byRun.value = {};
    this.options.answers.remove(this.#tapsKey);
    this.options.counters.remove(this.#counterKey);
    this.#said.clear();
    this.options.counters.remove(this.#saidKey);
  }

  get #tapsKey(): string {
    return `holdspace:${KEPT[this.#about][0]}:${this.options.code}`;
  }

  get #counterKey(): string {
    return `holdspace:${KEPT[this.#about][1]}:${this.options.code}`;
  }

  get #saidKey(): string {
    return `holdspace:${KEPT[this.#about][2]}:${this.options.code}`;
  }

  #keep(run: number, taps: Tapping): void {
    this.byRun.value = { ...this.byRun.value, [run]: taps };
    this.options.answers.set(this.#tapsKey, JSON.stringify(this.byRun.value));
  }

  #send(run: number): void {
    const taps = this.byRun.value[run];
    if (taps === undefined) return;
    // Every check-in asks the same: what was said in an earlier one counts.
    const first = this.#about === "stage" ? !this.#said.has(run) : this.#said.size === 0;
    const sent = this.options.send(paddedTap({ t: "tap", about: this.#about, run, counter: taps.counter, marks: [...taps.marks], first }));
    if (!sent || this.#said.has(run)) return;
    this.#said.add(run);
    this.options.counters.set(this.#saidKey, JSON.stringify([...this.#said]));
  }
}
