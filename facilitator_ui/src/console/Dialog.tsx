import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

const STOPS = "button, a[href], input, select, textarea, [tabindex='0']";

interface DialogProps {
  title: string;
  onClose: () => void;
  class?: string;
  /** What has the focus first, where that is not the first button: a field to write in. */
  first?: string;
  children: ComponentChildren;
}

/** A panel over the page: the focus starts on its first button (the harmless answer), stays inside, and goes back where it came from. */
export function Dialog({ title, onClose, class: look = "", first, children }: DialogProps) {
  const boxRef = useRef<HTMLDivElement>(null);
  const closeRef = useRef(onClose);
  useLayoutEffect(() => {
    closeRef.current = onClose;
  });
  // Before the next key can come: Escape closes it at once, and no letter is lost to the page beneath.
  useLayoutEffect(() => {
    const before = document.activeElement;
    const stops = () => Array.from(boxRef.current?.querySelectorAll<HTMLElement>(STOPS) ?? []);
    (first === undefined ? stops()[0] : boxRef.current?.querySelector<HTMLElement>(first))?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") {
        event.preventDefault();
        closeRef.current();
      }
      if (event.key !== "Tab") return;
      const all = stops();
      const edge = event.shiftKey ? all[0] : all.at(-1);
      if (document.activeElement !== edge) return;
      event.preventDefault();
      (event.shiftKey ? all.at(-1) : all[0])?.focus();
    };
    document.addEventListener("keydown", onKey, true);
    return () => {
      document.removeEventListener("keydown", onKey, true);
      // Where the button that opened it is gone by now, the focus goes to the heading of the page, never nowhere.
      const back = before instanceof HTMLElement && before.isConnected && before !== document.body ? before : document.querySelector<HTMLElement>("h1");
      back?.focus();
    };
  }, [first]);
  return (
    <div class="veil-over">
      <div class={`dialog ${look}`} role="dialog" aria-modal="true" aria-labelledby="dialog-title" ref={boxRef}>
        <h2 id="dialog-title" class="title">
          {title}
        </h2>
        {children}
      </div>
    </div>
  );
}
