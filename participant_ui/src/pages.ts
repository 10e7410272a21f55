/**
 * Private pages. They live in this tab, under the session and the stage, and in no frame, address, title or log. When the session
 * ends they leave the tab's storage too, and stand only in the open page until it is closed.
 */
import { signal, type Signal } from "@preact/signals";

import type { Store } from "../../realtime/client/storage";
import type { InputView } from "../../realtime/client/wire";
import { isBlank, NOTHING_WRITTEN, type Written } from "./written";

export interface Page {
  /** Index of its stage in playing order. */
  stage: number;
  /** The template's words. */
  activity: string;
  prompt: string;
  asked: InputView;
  /** The page asks by itself: labels and answers are the ids of its own strings, said in today's language. */
  ids?: boolean;
  written: Written;
}

export class Pages {
  readonly #byStage: Signal<Readonly<Record<number, Page>>>;

  constructor(
    private readonly store: Store,
    private readonly code: string,
  ) {
    const pages = this.#keys().flatMap((key) => readPage(store.get(key)) ?? []);
    this.#byStage = signal(Object.fromEntries(pages.map((page) => [page.stage, page])));
  }

  of(stage: number): Page | null {
    return this.#byStage.value[stage] ?? null;
  }

  /** Those with something on them, in the order of the session. */
  get all(): Page[] {
    const pages = Object.values(this.#byStage.value).filter(({ asked, written }) => !isBlank(asked, written));
    return pages.toSorted((a, b) => a.stage - b.stage);
  }

  write(page: Omit<Page, "written">, change: Partial<Written>): void {
    const written = { ...NOTHING_WRITTEN, ...this.of(page.stage)?.written, ...change };
    this.#byStage.value = { ...this.#byStage.value, [page.stage]: { ...page, written } };
    this.store.set(this.#prefix + page.stage, JSON.stringify(this.#byStage.value[page.stage]));
  }

  /** Without this page, as if it had never been begun. */
  remove(stage: number): void {
    this.store.remove(this.#prefix + stage);
    this.#byStage.value = Object.fromEntries(Object.entries(this.#byStage.value).filter(([index]) => Number(index) !== stage));
  }

  wipe(): void {
    for (const key of this.#keys()) this.store.remove(key);
    this.#byStage.value = {};
  }

  get #prefix(): string {
    return `holdspace:page:${this.code}:`;
  }

  #keys(): string[] {
    return this.store.keys().filter((key) => key.startsWith(this.#prefix));
  }
}

function readPage(text: string | null): Page | null {
  if (text === null) return null;
  const page = JSON.parse(text) as Page;
  return { ...page, written: { ...NOTHING_WRITTEN, ...page.written } };
}
