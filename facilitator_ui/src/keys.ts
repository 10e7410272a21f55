import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

/** false: the key meant nothing here, and the browser may have it. */
export type Keys = Record<string, (event: KeyboardEvent) => boolean | void>;

const TYPING = "input, textarea, select, [contenteditable]";
/** What a space or an arrow already means something to. */
const USED = `${TYPING}, button, a[href], summary, [role="button"]`;

/**
 * Single keys for the whole page, by `event.key` in small letters. Off while typing and with Ctrl, Alt or Meta; a key that is held down
 * counts once; Space stays with the button that has the focus. Under an open dialog only those of `overDialogs` work.
 */
export function useKeys(keys: Keys, overDialogs: readonly string[] = []): void {
  const latestRef = useRef(keys);
  const over = overDialogs.join(" ");
  useLayoutEffect(() => {
    latestRef.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.defaultPrevented) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(TYPING)) return;
      if (event.key === " " && target?.closest(USED)) return;
      const key = event.key.toLowerCase();
      const press = latestRef.current[key];
      if (press === undefined) return;
      if (!over.split(" ").includes(key) && document.querySelector('[aria-modal="true"]')) return;
      if (press(event) !== false) event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [over]);
}
