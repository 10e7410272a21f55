/** Moving through the cards and deciding about them by keys: a key presses the button of that name on the card that has the focus. */

export type CardDeed = "approve" | "return" | "hide" | "veil" | "feature";

const CARD = "[data-queue] [data-card]";

/** What can be seen of them: hidden lines lie folded until somebody opens them. */
function cards(): HTMLElement[] {
  return Array.from(document.querySelectorAll<HTMLElement>(CARD)).filter((card) => card.closest("details:not([open])") === null);
}

/** -1: the focus is not in the queue. */
export function placeOfFocus(): number {
  return cards().findIndex((card) => card.contains(document.activeElement));
}

/** The id of the card that has the focus. */
export function focusedCard(): string | null {
  return document.activeElement?.closest<HTMLElement>(CARD)?.dataset["card"] ?? null;
}

/** Where a card stands now; null when it is gone. */
export function placeOfCard(id: string | null): number | null {
  const place = cards().findIndex((card) => card.dataset["card"] === id);
  return place < 0 ? null : place;
}

function focus(card: HTMLElement | undefined): void {
  card?.querySelector<HTMLElement>("button")?.focus();
}

export function focusCard(place: number): void {
  const all = cards();
  focus(all[Math.min(place, all.length - 1)]);
}

/**
 * To the card that took the place of one that was read. False where none is left to read: a key that was pressed once too often must
 * not take a card off the wall, or a line from everybody.
 */
export function focusUnread(place: number): boolean {
  const unread = cards().filter((card) => card.matches("article"));
  focus(unread[Math.min(place, unread.length - 1)]);
  return unread.length > 0;
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
  const just = document.querySelector<HTMLElement>('[data-name="undo-just"]');
  const last = document.querySelector<HTMLElement>('[data-queue] [data-name="undo-last"]');
  (own ?? just ?? last)?.click();
}
