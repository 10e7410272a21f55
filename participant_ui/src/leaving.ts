/**
 * A pause before a long card leaves: for some seconds it is on this phone only, and can be taken back before anybody has it. Nothing
 * goes over the line in the pause, so it shows there as typing does. A card is never lost to it: whatever could keep it from leaving
 * (writing closes, the line breaks, the page is put away) makes it leave at once.
 */
import { signal, type Signal } from "@preact/signals";

import type { Answer } from "../../realtime/client/wire";
import { lengthOf } from "./writing";

/**
 * Letters from which on a card is long: about one sentence, and half or more of what the walls of the library have room for (100 to
 * 180). Whoever writes more than that tells something, and may want to read it once more.
 */
export const LONG_CARD = 80;
/** Enough to read so much twice; the card can still be changed until writing closes. */
export const PAUSE_SECONDS = 10;
const SECOND = 1000;
/** Milliseconds in which a second tap belongs to the first: what stands under the finger by then is another button. */
export const DOUBLE_TAP = 700;

export interface Waiting {
  run: number;
  answer: Answer;
  /** Whole seconds. */
  left: number;
}

/** What is written on it, in letters; 0: no card. */
function written(answer: Answer): number {
  if (answer.t === "text") return lengthOf(answer.text);
  return answer.t === "fields" ? Object.values(answer.fields).reduce((sum, words) => sum + lengthOf(words), 0) : 0;
}

export class Leaving {
  readonly now: Signal<Waiting | null> = signal(null);
  #go: () => void = () => undefined;
  #began = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `go` sends it: at once where it is no long card. */
  give(run: number, answer: Answer, go: () => void): void {
    this.takeBack();
    if (written(answer) <= LONG_CARD) {
      go();
      return;
    }
    this.#go = go;
    this.#began = performance.now();
    this.now.value = { run, answer, left: PAUSE_SECONDS };
    document.addEventListener("visibilitychange", this.#putAway);
    window.addEventListener("pagehide", this.sendNow);
    this.#timer = setTimeout(this.#second, SECOND);
  }

  /** Nothing has left; what is written stays. */
  takeBack(): void {
    clearTimeout(this.#timer);
    document.removeEventListener("visibilitychange", this.#putAway);
    window.removeEventListener("pagehide", this.sendNow);
    this.now.value = null;
  }

  /** At a tap. The second tap of two that were meant as one does nothing. */
  tapSend(): void {
    if (performance.now() - this.#began >= DOUBLE_TAP) this.sendNow();
  }

  readonly sendNow = (): void => {
    if (this.now.value === null) return;
    this.takeBack();
    this.#go();
  };

  readonly #putAway = (): void => {
    if (document.visibilityState === "hidden") this.sendNow();
  };

  readonly #second = (): void => {
    const waits = this.now.value;
    if (waits === null) return;
    if (waits.left <= 1) {
      this.sendNow();
      return;
    }
    this.now.value = { ...waits, left: waits.left - 1 };
    this.#timer = setTimeout(this.#second, SECOND);
  };
}
