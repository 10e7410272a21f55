/**
 * This phone's own cards: what became of them, and taking them back or giving them other words for as long as they exist.
 * Their keys outlive the tab and the session; what is written on them ends with the tab.
 */
import { signal, type Signal } from "@preact/signals";

import { cardId } from "../../realtime/client/cards";
import type { CardRequest } from "../../realtime/client/desk";
import { keepCards, keptCards, type CardKeys, type KeptCards } from "../../realtime/client/keys";
import { openNote } from "../../realtime/client/notes";
import type { Session } from "../../realtime/client/session";
import type { Store } from "../../realtime/client/storage";
import { NO_ASIDE } from "../../realtime/client/asides";
import type { Answer, Aside, CardView, StageView } from "../../realtime/client/wire";
import type { Door, JoinProblem } from "./door";

/**
 * held: writing is open. waiting: the facilitators read it. shared: it is or was on the wall. dealt: strangers may be dealt it.
 * returned: with a note. rewritten: its other words wait. not_shown: the group went on, and this page has not seen it on the wall.
 * left_out: it did not come along when its stage closed. unknown: this page was not there to see it.
 */
export type CardState =
  | "sending"
  | "held"
  | "waiting"
  | "shared"
  | "dealt"
  | "returned"
  | "rewritten"
  | "not_shown"
  | "left_out"
  | "withdrawn"
  | "unknown";

export interface MyCard {
  id: string;
  keys: CardKeys;
  state: CardState;
  text: string | null;
  /** What stands beside it, as this tab knows it; whether it may be named is known for longer (`keys.nameable`). */
  aside: Aside;
  note: { sealed: string; text: string } | null;
}

interface Sources {
  door: Pick<Door, "card">;
  kept: Store;
  tab: Store;
  code: string;
  /** null once the session is over and this page was opened anew. */
  session: Session | null;
  /** Lets a moment of chance pass, so that a request's time says little about who sent it. */
  pause: () => Promise<void>;
  /** What this tab still has of a card's words elsewhere, by its run, goes too. */
  forget?: (run: number) => void;
}

/** The public name of the card that an answer is; null for every other answer. */
export const cardIn = (answer: Answer): string | null => (answer.t === "text" || answer.t === "fields" ? answer.card : null);

const LONGEST_PAUSE = 3000;
const CHANCES = 2 ** 32;

/** Up to three seconds. */
export function chancePause(): Promise<void> {
  const chance = (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / CHANCES;
  return new Promise((resolve) => setTimeout(resolve, chance * LONGEST_PAUSE));
}

export class MyCards {
  readonly #kept: Signal<KeptCards>;
  readonly #words: Signal<Readonly<Record<string, string>>>;
  readonly #asides: Signal<Readonly<Record<string, Aside>>>;
  /** By card: a request that is under way, or why the last one came to nothing. */
  readonly asked: Signal<Readonly<Record<string, "under_way" | JoinProblem>>> = signal({});
  readonly #notes = new Map<string, string | null>();

  constructor(private readonly sources: Sources) {
    this.#kept = signal(keptCards(sources.kept, sources.code));
    const words = sources.tab.get(this.#wordsKey);
    this.#words = signal(words === null ? {} : (JSON.parse(words) as Record<string, string>));
    const asides = sources.tab.get(this.#asidesKey);
    this.#asides = signal(asides === null ? {} : (JSON.parse(asides) as Record<string, Aside>));
  }

  /** Whether this phone can show that the card is its own. */
  owns(card: string): boolean {
    return this.#kept.value.cards.some((keys) => cardId(keys.cardKey) === card);
  }

  /** A card goes out: from now on this phone can show that it is its own. `labels` are those of its lines, if it has any; a line of the agreements has no `aside`. */
  add(run: number, prompt: string, keys: { cardKey: string; noteKey: string }, max: number, text: string, labels: string[] = [], aside?: Aside): void {
    this.readAgain();
    const others = this.#kept.value.cards.filter((card) => card.cardKey !== keys.cardKey);
    const { cardKey, noteKey } = keys;
    const card: CardKeys = { run, prompt, labels, cardKey, noteKey, max, shared: false, withdrawn: false, answered: null };
    this.#keep({ ...this.#kept.value, cards: [...others, aside === undefined ? card : { ...card, nameable: aside.nameable }] });
    this.#say(cardId(cardKey), text, aside);
  }

  /** The newest first. A card that was taken back while writing was open is none. */
  get all(): MyCard[] {
    return this.#kept.value.cards.flatMap((keys) => this.#mine(keys) ?? []).toReversed();
  }

  /** How many were given and can be taken back, now or once writing has closed. */
  get inReach(): number {
    return this.all.filter(({ state }) => state !== "withdrawn" && state !== "left_out").length;
  }

  /** Remembers which are on the wall now, so that this is known when the group has moved on. */
  look(): void {
    const cards = this.#kept.value.cards;
    const seen = cards.map((keys) => this.#seen(keys));
    if (seen.some((keys, index) => keys !== cards[index])) this.#keep({ ...this.#kept.value, cards: seen });
  }

  /** Another tab of this phone may have changed what is kept. */
  readAgain(): void {
    this.#kept.value = keptCards(this.sources.kept, this.sources.code);
  }

  /** Its words leave this phone with it. */
  async withdraw(card: MyCard): Promise<void> {
    if (!(await this.#ask(card, { text: null, nameable: null }))) return;
    this.#change(card, { withdrawn: true });
    const { [card.id]: _gone, ...others } = this.#words.value;
    const { [card.id]: _beside, ...asides } = this.#asides.value;
    this.#sayAll(others, asides);
    this.sources.forget?.(card.keys.run);
  }

  async rewrite(card: MyCard, text: string, beside: Aside): Promise<void> {
    const aside = { ...beside, nameable: card.keys.nameable ?? false };
    if (!(await this.#ask(card, { text, nameable: null }, aside))) return;
    this.#say(card.id, text, aside);
    const rewritten = this.#onWall(card.id) !== undefined || this.#isDealt(card.keys) ? "leaves" : "waits";
    this.#change(card, { shared: false, dealt: false, rewritten, answered: card.note?.sealed ?? card.keys.answered });
  }

  /** Whether the facilitators may name it as a theme, from now on. */
  async consent(card: MyCard, nameable: boolean): Promise<void> {
    if (await this.#ask(card, { text: null, nameable })) this.#change(card, { nameable });
  }

  /** The session is over: the keys stay until the cards are erased, the words go. `now`: milliseconds since 1970. */
  sessionEnded(now: number): void {
    const cards = this.#kept.value.cards.filter((keys) => this.#mine(keys) !== null);
    if (this.#kept.value.endedAt === null) this.#keep({ cards, endedAt: now });
    this.#unsay();
  }

  forget(): void {
    this.#keep({ endedAt: null, cards: [] });
    this.#unsay();
  }

  get #wordsKey(): string {
    return `holdspace:words:${this.sources.code}`;
  }

  get #asidesKey(): string {
    return `holdspace:asides:${this.sources.code}`;
  }

  get #stage(): StageView | null {
    return this.sources.session?.store.shared.value?.stage ?? null;
  }

  #onWall(id: string): CardView | undefined {
    const body = this.#stage?.body;
    return body?.t === "wall" ? body.cards.find((card) => card.id === id) : undefined;
  }

  /** On the wall with the words that it has now: those from before may still stand there for a moment. */
  #isShown(keys: CardKeys): boolean {
    const id = cardId(keys.cardKey);
    const card = this.#onWall(id);
    return card !== undefined && (keys.rewritten !== "leaves" || card.text === this.#words.value[id]);
  }

  #isDealt(keys: CardKeys): boolean {
    const body = this.#stage?.body;
    return body?.t === "wall" && body.standing.includes(cardId(keys.cardKey));
  }

  /** The same keys where there is nothing new. */
  #seen(keys: CardKeys): CardKeys {
    if (keys.withdrawn) return keys;
    if (this.#isShown(keys)) return keys.shared ? keys : { ...keys, shared: true, rewritten: undefined };
    const dealt = this.#isDealt(keys);
    if (keys.rewritten === "leaves") return dealt || this.#onWall(cardId(keys.cardKey)) !== undefined ? keys : { ...keys, rewritten: "waits" };
    return dealt && !keys.dealt ? { ...keys, dealt: true, rewritten: undefined } : keys;
  }

  #mine(keys: CardKeys): MyCard | null {
    const { session } = this.sources;
    const id = cardId(keys.cardKey);
    const held = session?.held.byRun.value[keys.run] ?? null;
    const mine = held !== null && cardIn(held.answer) === id;
    if (held !== null && !mine && !keys.withdrawn) return null;
    const note = this.#noteFor(keys);
    const card = { id, keys, text: this.#words.value[id] ?? null, aside: this.#asides.value[id] ?? NO_ASIDE, note };
    if (keys.withdrawn) return { ...card, text: null, aside: NO_ASIDE, note: null, state: "withdrawn" };
    if (this.#isShown(keys)) return { ...card, note: null, state: "shared" };
    if (note !== null) return { ...card, state: "returned" };
    if (keys.rewritten !== undefined) return { ...card, state: "rewritten" };
    if (keys.shared) return { ...card, state: "shared" };
    if (keys.dealt) return { ...card, state: "dealt" };
    switch (held?.state) {
      case undefined:
        return { ...card, state: "unknown" };
      case "sending":
      case "held":
        return { ...card, state: held.state };
      case "included":
        return { ...card, state: this.#wentOn(keys.run) ? "not_shown" : "waiting" };
      default:
        return { ...card, state: "left_out" };
    }
  }

  /** Whether the group is elsewhere by now, or its wall stands without this card. */
  #wentOn(run: number): boolean {
    const stage = this.#stage;
    if (stage === null) return this.sources.session?.store.shared.value?.phase === "ended";
    return stage.run !== run || (stage.body.t === "wall" && stage.body.cards.length > 0);
  }

  #noteFor(keys: CardKeys): MyCard["note"] {
    for (const sealed of this.sources.session?.store.notes.value?.sealed ?? []) {
      const text = this.#opened(keys.noteKey, sealed);
      if (text !== null && sealed !== keys.answered) return { sealed, text };
    }
    return null;
  }

  #opened(noteKey: string, sealed: string): string | null {
    const name = `${noteKey} ${sealed}`;
    const known = this.#notes.get(name);
    if (known !== undefined) return known;
    const text = openNote(noteKey, sealed);
    this.#notes.set(name, text);
    return text;
  }

  async #ask(card: MyCard, wish: Pick<CardRequest, "text" | "nameable">, aside: Aside = NO_ASIDE): Promise<boolean> {
    if (this.asked.value[card.id] === "under_way") return false;
    this.asked.value = { ...this.asked.value, [card.id]: "under_way" };
    await this.sources.pause();
    const problem = await this.sources.door.card({ code: this.sources.code, key: card.keys.cardKey, aside, ...wish }, card.keys.max);
    const { [card.id]: _settled, ...others } = this.asked.value;
    this.asked.value = problem === null ? others : { ...others, [card.id]: problem };
    return problem === null;
  }

  #change(card: MyCard, change: Partial<CardKeys>): void {
    this.readAgain();
    const cards = this.#kept.value.cards.map((keys) => (keys.cardKey === card.keys.cardKey ? { ...keys, ...change } : keys));
    this.#keep({ ...this.#kept.value, cards });
  }

  #say(id: string, text: string, aside: Aside = NO_ASIDE): void {
    this.#sayAll({ ...this.#words.value, [id]: text }, { ...this.#asides.value, [id]: aside });
  }

  #sayAll(words: Readonly<Record<string, string>>, asides: Readonly<Record<string, Aside>>): void {
    this.#words.value = words;
    this.#asides.value = asides;
    this.sources.tab.set(this.#wordsKey, JSON.stringify(this.#words.value));
    this.sources.tab.set(this.#asidesKey, JSON.stringify(this.#asides.value));
  }

  #unsay(): void {
    this.#words.value = {};
    this.#asides.value = {};
    this.sources.tab.remove(this.#wordsKey);
    this.sources.tab.remove(this.#asidesKey);
  }

  #keep(kept: KeptCards): void {
    this.#kept.value = kept;
    keepCards(this.sources.kept, this.sources.code, kept);
  }
}
