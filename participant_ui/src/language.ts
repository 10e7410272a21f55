/** The language this phone speaks: its own words, fetched only where they are spoken, and the library's texts in it. */
import { batch, signal, type Signal } from "@preact/signals";

import type { Texts } from "../../realtime/client/localized";
import pictures from "../../realtime/client/pictures/en.ftl";
import type { Store } from "../../realtime/client/storage";
import stored from "../../realtime/client/stored/en.ftl";
import { createStrings, type Messages, type Translate } from "../../realtime/client/strings";
import phone from "./strings/en.ftl";

/** By id, as each calls itself. Sessions are in English; every other one stands in the library too, in `languages/`. */
export const LANGUAGES = { en: "English", de: "Deutsch" } as const;
export type Language = keyof typeof LANGUAGES;
type Fetched = Exclude<Language, "en">;

const WORDS: Record<Fetched, () => Promise<{ default: Messages }>> = { de: () => import("./strings/de") };
const english: Messages = { ...phone, ...pictures, ...stored };
/** Milliseconds that a page waits for texts; what comes later is asked for again with the next line. */
const PATIENCE = 4000;
/** What was chosen in this tab, before there is a place in a session to keep it with. */
export const CHOSEN = "holdspace:language";

export const language: Signal<Language> = signal("en");
/** null: the session's own, or not here yet. */
export const texts: Signal<Texts | null> = signal(null);
export const words: Signal<Translate> = signal(createStrings(english));

const asked = new Map<Fetched, Promise<Texts | null>>();
let wanted: Language = "en";

export function isLanguage(id: string | null): id is Language {
  return id !== null && Object.hasOwn(LANGUAGES, id);
}

/** Where the library's texts in this language are; null: in the session itself. */
export const textsPath = (id: Language): string | null => (id === "en" ? null : `/texts/${id}.json`);

async function fetchTexts(path: string): Promise<Texts | null> {
  try {
    const answer = await fetch(path, { credentials: "omit", referrerPolicy: "no-referrer", signal: AbortSignal.timeout(PATIENCE) });
    return answer.ok ? ((await answer.json()) as Texts) : null;
  } catch (error) {
    // as in door.ts: no network, too late, or a proxy's own page
    if (error instanceof TypeError || error instanceof DOMException || error instanceof SyntaxError) return null;
    throw error;
  }
}

async function textsOf(id: Language): Promise<Texts | null> {
  const path = textsPath(id);
  if (path === null || id === "en") return null;
  const asking = asked.get(id) ?? fetchTexts(path);
  asked.set(id, asking);
  const found = await asking;
  if (found === null) asked.delete(id);
  return found;
}

async function wordsOf(id: Language): Promise<Messages | null> {
  if (id === "en") return english;
  try {
    return { ...english, ...(await WORDS[id]()).default };
  } catch (error) {
    if (error instanceof TypeError) return null; // no network: what a browser says of a script that did not come
    throw error;
  }
}

/** Everything at once in this language; false, and all as before, where its words could not be fetched now. */
export async function speak(chosen: Language): Promise<boolean> {
  wanted = chosen;
  const [own, library] = await Promise.all([wordsOf(chosen), textsOf(chosen)]);
  if (wanted !== chosen) return true; // by now another one was chosen
  if (own === null) {
    wanted = language.value;
    return false;
  }
  batch(() => {
    language.value = chosen;
    words.value = createStrings(own, chosen);
    texts.value = library;
  });
  document.documentElement.lang = chosen;
  return true;
}

/** The library's texts, where they did not come at first. */
export async function askForTexts(): Promise<void> {
  const spoken = language.value;
  if (texts.value !== null) return;
  const found = await textsOf(spoken);
  if (language.value === spoken) texts.value = found;
}

const primary = (tag: string): string => tag.split("-")[0] ?? tag;

/** What this phone begins with: what it spoke here before, what was chosen in this tab, or the first of its own that there is. */
export function firstLanguage(before: string | null, tab: Pick<Store, "get">, preferred: readonly string[] = navigator.languages): Language {
  const known = [before, tab.get(CHOSEN), ...preferred.map(primary)].find(isLanguage);
  return known ?? "en";
}

/** How dates are written: as this phone does it where it is set to this language, such as "de-AT". */
export function locale(preferred: readonly string[] = navigator.languages): string {
  return preferred.find((tag) => primary(tag) === language.value) ?? language.value;
}
