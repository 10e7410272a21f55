/** Moving through the cards and deciding about them by keys: a key presses the button of that name on the card that has the focus. */

export type CardDeed = "approve" | "return" | "hide" | "veil" | "feature";

const CARD = "[data-queue] [data-card]";

function cards(): HTMLElement[] {
  return Array.from(document.querySelectorAll<HTMLElement>(CARD));
}

/** -1: the focus is not in the queue. */
export function placeOfFocus(): number {
  return cards().findIndex((card) => card.contains(document.activeElement));
}

function focus(card: HTMLElement | undefined): void {
  card?.querySelector<HTMLElement>("button")?.focus();
}

export function focusCard(place: number): void {
  const all = cards();
  focus(all[Math.min(place, all.length - 1)]);
}

export function focusQueue(): void {
  focusCard(Math.max(0, placeOfFocus()));
}

/** False where the focus is not in the queue: the key is free for something else there. */
export function move(by: number): boolean {
  const place = placeOfFocus();
  if (place < 0) return false;
  const all = cards();
  focus(all[(place + by + all.length) % all.length]);
  return true;
}

export function decide(deed: CardDeed): void {
  cards()[placeOfFocus()]?.querySelector<HTMLElement>(`[data-name="${deed}"]`)?.click();
}

export function undo(): void {
  const own = cards()[placeOfFocus()]?.querySelector<HTMLElement>('[data-name="undo"]');
  const last = document.querySelector<HTMLElement>('[data-queue] [data-name="undo-last"]');
  (own ?? last)?.click();
}
