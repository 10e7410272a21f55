import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

import { focusCard, focusUnread, placeOfCard, placeOfFocus } from "./cards";

interface Last {
  element: Element;
  place: number;
  card: string | null;
  /** It waited to be read. */
  unread: boolean;
  /** The heading of its list, where others may stand that ask the same. */
  heading: HTMLElement | null;
}

const headingOf = (element: Element): HTMLElement | null => element.closest("section")?.querySelector<HTMLElement>("[data-kept]") ?? null;

/**
 * The focus is never lost: where what had it has left the page, it follows its card to be read again, or goes to the card that took
 * its place, or to the heading of the list that it left, else to the heading of the page.
 * Nothing is moved while somebody reads without any focus, or while a dialog is open.
 */
export function useKeptFocus(): void {
  const lastRef = useRef<Last | null>(null);
  useEffect(() => {
    const onFocus = (event: FocusEvent) => {
      const element = event.target instanceof Element ? event.target : null;
      const card = element?.closest<HTMLElement>("[data-card]") ?? null;
      lastRef.current = element && { element, place: placeOfFocus(), card: card?.dataset["card"] ?? null, unread: card?.matches("article") === true, heading: headingOf(element) };
    };
    document.addEventListener("focusin", onFocus);
    return () => document.removeEventListener("focusin", onFocus);
  }, []);
  useLayoutEffect(() => {
    const last = lastRef.current;
    if (last === null || last.element.isConnected || document.activeElement !== document.body) return;
    if (document.querySelector('[aria-modal="true"]')) return;
    lastRef.current = null;
    if (last.heading?.isConnected) last.heading.focus();
    else if (last.unread) focusUnread(last.place);
    else if (last.place >= 0) focusCard(placeOfCard(last.card) ?? last.place);
    if (document.activeElement === document.body) document.querySelector<HTMLElement>("h1")?.focus();
  });
}
