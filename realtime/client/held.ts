/**
 * Answers until their stage closes. The server keeps them in memory only; this phone keeps its own and repeats it after every
 * reconnect, so that an answer is lost only if its node dies and this phone does not wake before closing.
 */
import { signal, type Signal } from "@preact/signals";

import { paddedFrame } from "./padding";
import type { Store } from "./storage";
import type { Answer, Held, InputView, NotHeld, ReceiptsView, RefusalCode, StageView } from "./wire";

/**
 * sending: no node has it yet. held: a node has it. refused: nothing of this person is held. included, not_included: told by the
 * stage's receipts. dropped: the whole stage was let go unread. unconfirmed: closed, and this phone was never told a nonce under
 * which its answer may have been included.
 */
export type HeldState = "sending" | "held" | "refused" | "included" | "not_included" | "dropped" | "unconfirmed";

export interface HeldAnswer {
  counter: number;
  answer: Answer;
  state: HeldState;
  /** Why the newest wish was refused; with `state` held, an earlier answer still stands. */
  refusal: RefusalCode | null;
  /** Every nonce this run was given: a node may count the answer under an earlier one. */
  nonces: string[];
  /** The newest one, and its sealed receipt. */
  nonce: string | null;
  receipt: string | null;
  /**
   * Whether a node may have this answer under a nonce that this phone does not know. `here`: it went out without a receipt on this
   * line, and its nonce has not come. `lost`: that line broke before it came.
   */
  unheard: "no" | "here" | "lost";
  /** The person has read what became of it. */
  told: boolean;
  /** What was asked, whose frames all have one size; null for a private page. */
  input: InputView | null;
  /** A line: taken in while its stage stays open, so that another can follow it. */
  collected: boolean;
  /** The last answer that a node confirmed, to fall back to. */
  confirmed: { counter: number; answer: Answer } | null;
  /** What was given is gone from this phone, and stays given: it cannot be repeated from here. */
  wiped?: boolean;
}

/** Answers that say nothing that somebody may want gone. */
const WITHOUT_WORDS: ReadonlySet<Answer["t"]> = new Set(["pass", "done", "taken_back"]);
const UNSETTLED: ReadonlySet<HeldState> = new Set(["sending", "held", "unconfirmed"]);
/** What a person may not know yet: the answer was given in time as far as they could see. */
const BAD_NEWS: ReadonlySet<HeldState> = new Set(["not_included", "unconfirmed"]);

const REPEATED_IN: ReadonlySet<StageView["phase"]> = new Set(["open", "closing", "short"]);

export interface HeldOptions {
  code: string;
  /** Ends with the tab: what was answered. */
  answers: Store;
  /** Outlives the tab: only a number that grows, because the server takes the highest. */
  counters: Store;
  sendFrame: (frame: string) => boolean;
}

export class HeldAnswers {
  /** By stage run. */
  readonly byRun: Signal<Readonly<Record<number, HeldAnswer>>>;
  #counter: number;

  constructor(private readonly options: HeldOptions) {
    this.byRun = signal(read(options.answers.get(this.#answersKey)));
    const known = Object.values(this.byRun.value).map((held) => held.counter);
    this.#counter = Math.max(0, Number(options.counters.get(this.#counterKey) ?? 0), ...known);
  }

  of(run: number): HeldAnswer | null {
    return this.byRun.value[run] ?? null;
  }

  /** Keeps the answer and sends it; without a line it goes out after the next reconnect. */
  give(run: number, input: InputView | null, answer: Answer, collected = false): void {
    const earlier = this.of(run);
    // What was collected is done with: the next line of the same run has receipts of its own.
    const before = earlier?.state === "included" ? null : earlier;
    this.#counter += 1;
    this.options.counters.set(this.#counterKey, String(this.#counter));
    const held: HeldAnswer = {
      counter: this.#counter,
      answer,
      input,
      collected,
      state: "sending",
      refusal: null,
      nonces: before?.nonces ?? [],
      nonce: before?.nonce ?? null,
      receipt: before?.receipt ?? null,
      unheard: before?.unheard ?? "no",
      told: false,
      confirmed: before?.confirmed ?? null,
    };
    this.#send(run, held);
  }

  /** After a reconnect, once the stage is known: says again what this phone holds for it. */
  repeat(stage: StageView | null): void {
    if (stage === null || !REPEATED_IN.has(stage.phase)) return;
    const held = this.of(stage.run);
    if (held === null || held.wiped || (held.state !== "sending" && held.state !== "held")) return;
    this.#send(stage.run, { ...held, unheard: held.unheard === "no" ? "no" : "lost" });
  }

  onHeld(message: Held): void {
    const held = this.of(message.run);
    if (held === null) return;
    const nonces = held.nonces.includes(message.nonce) ? held.nonces : [...held.nonces, message.nonce];
    const newest = message.counter === held.counter;
    this.#keep(message.run, {
      ...held,
      nonces,
      nonce: message.nonce,
      receipt: message.receipt,
      // On one line it keeps one nonce, whatever is changed.
      unheard: held.unheard === "here" ? "no" : held.unheard,
      state: newest && held.state === "sending" ? "held" : held.state,
      confirmed: newest ? { counter: held.counter, answer: held.answer } : held.confirmed,
    });
  }

  onNotHeld(message: NotHeld): void {
    const held = this.of(message.run);
    if (held === null || message.counter !== held.counter) return;
    const earlier = held.confirmed !== null && held.confirmed.counter < held.counter ? held.confirmed : null;
    this.#keep(message.run, {
      ...held,
      ...earlier,
      state: earlier === null ? "refused" : "held",
      refusal: message.code,
      unheard: held.unheard === "here" ? "no" : held.unheard,
    });
  }

  /**
   * Looks what the receipts say of every answer here, also of stages that this phone slept past. The receipts of a stage that
   * collects lines grow: while it is the one that is `now`, a line that is not there yet may still be taken in.
   */
  settle(receipts: ReceiptsView | null, now: StageView | null = null): void {
    for (const { run, nonces } of receipts?.stages ?? []) {
      const held = this.of(run);
      if (held === null || !isUnsettled(held)) continue;
      const state = becameOf(held, nonces);
      if (state !== "included" && now?.run === run && now.kind === "agree") continue;
      if (state !== held.state) this.#keep(run, { ...held, state });
    }
  }

  /** The newest answer of another stage than `now` (of a private page nothing can be lost) that did not make it, or may not have, and nobody here has read so yet. */
  earlierBadNews(now: number | null): HeldAnswer | null {
    const runs = Object.keys(this.byRun.value).map(Number).filter((run) => run !== now);
    const untold = runs.toSorted((a, b) => b - a).map((run) => this.byRun.value[run] as HeldAnswer);
    return untold.find((held) => BAD_NEWS.has(held.state) && !held.told && held.answer.t !== "taken_back" && held.input !== null) ?? null;
  }

  /** What became of the answer to `run` was read; without `run`, of every answer. */
  tell(run?: number): void {
    for (const [key, held] of Object.entries(this.byRun.value))
      if (BAD_NEWS.has(held.state) && !held.told && (run === undefined || run === Number(key))) this.#keep(Number(key), { ...held, told: true });
  }

  /**
   * At somebody's wish: what was given goes from this phone, of one run or of all. What a node has stays given; what none is known to
   * have was never given.
   */
  forget(run?: number): void {
    const kept = Object.entries(this.byRun.value).flatMap(([key, held]): [string, HeldAnswer][] => {
      if (run !== undefined && run !== Number(key)) return [[key, held]];
      if (WITHOUT_WORDS.has(held.answer.t)) return [[key, { ...held, confirmed: null }]];
      if (held.state === "sending" && held.nonce === null) return [];
      return [[key, { ...held, answer: { t: "taken_back" }, confirmed: null, wiped: true, state: held.state === "sending" ? "held" : held.state }]];
    });
    this.byRun.value = Object.fromEntries(kept);
    this.options.answers.set(this.#answersKey, JSON.stringify(this.byRun.value));
  }

  /** Forgets everything: the session has ended. */
  wipe(): void {
    this.byRun.value = {};
    this.options.answers.remove(this.#answersKey);
    this.options.counters.remove(this.#counterKey);
  }

  get #answersKey(): string {
    return `holdspace:answers:${this.options.code}`;
  }

  get #counterKey(): string {
    return `holdspace:counter:${this.options.code}`;
  }

  #keep(run: number, held: HeldAnswer): void {
    this.byRun.value = { ...this.byRun.value, [run]: held };
    this.options.answers.set(this.#answersKey, JSON.stringify(this.byRun.value));
  }

  #send(run: number, held: HeldAnswer): void {
    const { counter, answer, receipt, input } = held;
    this.#keep(run, held); // before it goes out: a page that dies in between must not forget what a node may have
    const out = this.options.sendFrame(paddedFrame({ t: "answer", run, counter, answer, receipt }, input));
    if (out && receipt === null && held.unheard === "no") this.#keep(run, { ...held, unheard: "here" });
  }
}

/** A refusal of the newest frame says nothing about one that went out on a line that broke. */
function isUnsettled(held: HeldAnswer): boolean {
  return UNSETTLED.has(held.state) || (held.state === "refused" && held.unheard === "lost");
}

function becameOf(held: HeldAnswer, included: string[]): HeldState {
  if (included.length === 0) return held.collected ? "not_included" : "dropped";
  if (held.nonces.some((nonce) => included.includes(nonce))) return "included";
  return held.unheard === "no" ? "not_included" : "unconfirmed";
}

function read(text: string | null): Record<number, HeldAnswer> {
  return text === null ? {} : (JSON.parse(text) as Record<number, HeldAnswer>);
}
