/** The file to take home: one page that needs nothing else, built as a document so that no word of anybody's can be markup. */
import type { Keepsake, KeptCard } from "../keepsake";
import type { Page } from "../pages";
import { t } from "../text";
import { drawingOf, type Line, linesOfPage } from "./shown";

/** Says nothing about what is in it: it lies among other files. */
const FILE = "my-notes.html";

/** Milliseconds. */
const ADDRESS_LIVES = 60_000;

const LOOK = `:root { color-scheme: light dark; } body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; font: 1.1rem/1.5 Georgia, serif; }
h2 { font-size: 1.2rem; margin: 2rem 0 0.5rem; } p { margin: 0.5rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
small, footer { font-size: 0.9rem; opacity: 0.75; } svg { display: block; max-width: 22rem; font-family: sans-serif; fill: currentColor; }`;

const CARD_STATES: Record<KeptCard["state"], string> = {
  sending: "card-sending",
  held: "card-held",
  waiting: "card-waiting",
  shared: "card-shared",
  dealt: "card-dealt",
  returned: "card-returned",
  rewritten: "card-rewritten",
  not_shown: "card-not-shown",
  left_out: "card-left-out",
  withdrawn: "card-withdrawn",
  unknown: "card-unknown",
};

/** A keepsake as one HTML text. */
export function fileOf({ title, pages, cards, agreements, words: four = [] }: Keepsake): string {
  const file = document.implementation.createHTMLDocument(t("save-title"));
  const add = (parent: Element, name: string, words: string): HTMLElement => {
    const made = file.createElement(name);
    made.textContent = words;
    made.dir = "auto";
    parent.append(made);
    return made;
  };
  const line = (parent: Element, { label, words }: Line): void => {
    const made = add(parent, "p", words);
    if (label === "") return;
    const small = file.createElement("small");
    small.textContent = `${label}: `;
    made.prepend(small);
  };
  const section = (heading: string): HTMLElement => {
    const made = file.createElement("section");
    file.body.append(made);
    add(made, "h2", heading);
    return made;
  };
  const page = (own: Page): void => {
    const part = section(own.prompt);
    const drawing = drawingOf(own);
    if (drawing !== null) part.append(file.importNode(drawing(), true));
    for (const words of linesOfPage(own)) line(part, words);
  };
  const card = (parent: Element, own: KeptCard): void => {
    add(parent, "small", own.prompt);
    const lines = (own.text ?? "").split("\n");
    if (own.labels.length > 0) own.labels.forEach((label, index) => line(parent, { label, words: lines[index] ?? "" }));
    else add(parent, "p", own.text ?? "");
    add(parent, "small", t(CARD_STATES[own.state]));
  };

  file.documentElement.lang = document.documentElement.lang || "en";
  const charset = file.createElement("meta");
  charset.setAttribute("charset", "utf-8");
  const width = file.createElement("meta");
  width.name = "viewport";
  width.content = "width=device-width";
  const look = file.createElement("style");
  look.textContent = LOOK;
  file.head.prepend(charset, width);
  file.head.append(look);
  add(file.body, "h1", title === "" ? t("save-title") : title);
  pages.forEach(page);
  const written = cards.filter(({ text }) => text !== null);
  if (written.length > 0) {
    const part = section(t("cards-heading"));
    for (const own of written) card(part, own);
  }
  if (agreements.length > 0) {
    const part = section(t("agreements-heading"));
    for (const words of agreements) add(part, "p", words);
  }
  if (four.length > 0) {
    const part = section(t("place-words"));
    add(part, "p", four.join(" "));
    add(part, "small", t("place-no-account"));
  }
  add(file.body, "footer", t("save-foot"));
  return `<!doctype html>\n${file.documentElement.outerHTML}\n`;
}

/** Hands the file to the browser, without a request. */
export function saveFile(keepsake: Keepsake): void {
  const address = URL.createObjectURL(new Blob([fileOf(keepsake)], { type: "text/html;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = FILE;
  link.click();
  // Some browsers take it a moment later.
  setTimeout(() => URL.revokeObjectURL(address), ADDRESS_LIVES);
}
