import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

import { focusCard, placeOfFocus } from "./cards";

/**
 * The focus is never lost: where what had it has left the page, it goes to the card that took its place, else to the heading.
 * Nothing is moved while somebody reads without any focus, or while a dialog is open.
 */
export function useKeptFocus(): void {
  const lastRef = useRef<{ element: Element; place: number } | null>(null);
  useEffect(() => {
    const onFocus = (event: FocusEvent) => {
      lastRef.current = event.target instanceof Element ? { element: event.target, place: placeOfFocus() } : null;
    };
    document.addEventListener("focusin", onFocus);
    return () => document.removeEventListener("focusin", onFocus);
  }, []);
  useLayoutEffect(() => {
    const last = lastRef.current;
    if (last === null || last.element.isConnected || document.activeElement !== document.body) return;
    if (document.querySelector('[aria-modal="true"]')) return;
    lastRef.current = null;
    if (last.place >= 0) focusCard(last.place);
    if (document.activeElement === document.body) document.querySelector<HTMLElement>("h1")?.focus();
  });
}
